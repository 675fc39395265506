/*
 * Of each mapping: all, the pages touched, or nothing.
 *
 * What a kernel's core would hold is copied, but for memory shared with other
 * processes and blocks of payload. Pages of a file that were never changed are
 * taken from the file by whoever opens the core; where the file is gone they
 * are copied.
 */
#include "config.h"

#include "live/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/grow.h"

#define SMALL_FILE ((uint64_t)64 << 20)	 /* data of programs is below; above, a file mapped as data */
#define EMPTY_LARGE ((uint64_t)64 << 30) /* address space reserved and never used */
#define SLACK_MIN ((uint64_t)16 << 20)
#define DELETED " (deleted)"

static bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

static bool is_deleted(const char *path)
{
	size_t len = strlen(path), cut = strlen(DELETED);

	return len > cut && strcmp(path + len - cut, DELETED) == 0;
}

static bool file_is_here(const struct kg_reader *r, const struct kg_vma *v)
{
	char path[4200];

	if (is_deleted(v->path) ||
	    (size_t)snprintf(path, sizeof(path), "/proc/%d/root%s", (int)r->pid, v->path) >= sizeof(path))
		return false;
	/* Of a process in a chroot the kernel tells the paths as seen from here. */
	return access(path, R_OK) == 0 || access(v->path, R_OK) == 0;
}

/* Does it have pages of its own: relocations, say? */
static bool is_changed(const struct kg_reader *r, const struct kg_vma *v)
{
	struct kg_runs runs = {0};
	struct kg_error *err = kg_runs_add(r, v->start, v->end, KG_PAGES_CHANGED, &runs);
	bool changed = err || runs.n > 0;

	kg_error_destroy(err);
	kg_runs_deinit(&runs);
	return changed;
}

static bool is_untouched(const struct kg_reader *r, const struct kg_vma *v)
{
	struct kg_runs runs = {0};
	struct kg_error *err = kg_runs_add(r, v->start, v->end, KG_PAGES_TOUCHED, &runs);
	bool none = !err && runs.n == 0;

	kg_error_destroy(err);
	kg_runs_deinit(&runs);
	return none;
}

/* A private mapping of a file. @ret_head: bytes to be copied at its start though nothing else is */
static enum kg_range_how file_how(const struct kg_reader *r, const struct kg_vma *v, bool with_buffers, uint64_t *ret_head)
{
	uint64_t size = v->end - v->start;

	if (size > SMALL_FILE)
		return with_buffers && v->flags & KG_VMA_WRITE ? KG_RANGE_ALL
		       : v->flags & KG_VMA_WRITE	       ? KG_RANGE_OMITTED
							       : KG_RANGE_NONE;
	if (v->flags & KG_VMA_WRITE || !file_is_here(r, v) || is_changed(r, v))
		return KG_RANGE_ALL;
	if (v->offset == 0)
		*ret_head = r->page; /* the ELF header and the build-id, as the kernel does */
	return KG_RANGE_NONE;
}

static enum kg_range_how shared_how(const struct kg_vma *v, bool with_buffers)
{
	/* Devices are not memory to be read at will. */
	bool memory = starts(v->path, "/dev/zero") || starts(v->path, "/dev/shm/") || starts(v->path, "/memfd:") ||
		      starts(v->path, "/SYSV") || v->path[0] == '[';

	if (!(v->flags & KG_VMA_WRITE) || (!memory && starts(v->path, "/dev/")))
		return KG_RANGE_NONE;
	return !with_buffers ? KG_RANGE_OMITTED : memory ? KG_RANGE_TOUCHED : KG_RANGE_NONE;
}

static enum kg_range_how how_of(const struct kg_reader *r, const struct kg_vma *v, bool with_buffers, uint64_t *ret_head)
{
	*ret_head = 0;
	if (!(v->flags & KG_VMA_READ) || strcmp(v->path, "[vvar]") == 0 || starts(v->path, "[vvar_"))
		return KG_RANGE_NONE;
	if (v->flags & KG_VMA_SHARED)
		return shared_how(v, with_buffers);
	if (v->inode != 0)
		return file_how(r, v, with_buffers, ret_head);
	if (strcmp(v->path, "[vdso]") == 0)
		return KG_RANGE_ALL;
	if (v->end - v->start > EMPTY_LARGE && is_untouched(r, v))
		return KG_RANGE_NONE;
	return KG_RANGE_TOUCHED;
}

static uint64_t page_up(uint64_t v)
{
	return (v + 65535) & ~(uint64_t)65535;
}

/*
 * Where the bytes of [start, end) go: into the slot that holds it, else into a new one with room to grow to @limit. What
 * begins where the last slot ends goes right behind it: an object of a library's data may reach from the file's last page
 * into the one without a file that follows, and is to lie in one piece.
 */
static struct kg_error *place(struct kg_plan *p, kg_addr start, kg_addr end, kg_addr limit, uint64_t *ret)
{
	uint64_t slack = (end - start) / 4 + SLACK_MIN;
	const struct kg_slot *last;
	struct kg_error *err;

	for (size_t i = p->nslots; i-- > 0;) {
		const struct kg_slot *s = &p->slots[i];

		if (s->start <= start && end <= s->end) {
			*ret = s->offset + (start - s->start);
			return NULL;
		}
	}
	err = kg_grow(&p->slots, &p->cap_slots, p->nslots, sizeof(*p->slots));
	if (err)
		return err;
	if (limit - end > slack)
		limit = end + slack;
	last = p->nslots > 0 ? &p->slots[p->nslots - 1] : NULL;
	*ret = last && last->end == start ? last->offset + (start - last->start) : p->size;
	p->slots[p->nslots++] = (struct kg_slot){start, limit, *ret};
	p->size = page_up(*ret + (limit - start));
	return NULL;
}

static struct kg_error *add(struct kg_plan *p, kg_addr start, kg_addr end, const struct kg_vma *v, enum kg_range_how how,
			    uint64_t offset)
{
	struct kg_error *err = start < end ? kg_grow(&p->ranges, &p->cap, p->n, sizeof(*p->ranges)) : NULL;

	if (!err && start < end)
		p->ranges[p->n++] = (struct kg_range){start, end, offset, v->flags, how};
	return err;
}

/* Memory of the process's own, cut where a block of payload lies. */
static struct kg_error *add_cut(struct kg_plan *p, const struct kg_vma *v, const struct kg_runs *payload, uint64_t offset)
{
	kg_addr at = v->start;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < payload->n && !err; i++) {
		const struct kg_run *b = &payload->items[i];

		if (b->start < at || b->end > v->end)
			continue;
		err = add(p, at, b->start, v, KG_RANGE_TOUCHED, offset + (at - v->start));
		if (!err)
			err = add(p, b->start, b->end, v, KG_RANGE_OMITTED, 0);
		at = b->end;
	}
	return err ? err : add(p, at, v->end, v, KG_RANGE_TOUCHED, offset + (at - v->start));
}

static struct kg_error *plan_one(struct kg_plan *p, const struct kg_reader *r, const struct kg_vma *v, kg_addr limit,
				 const struct kg_runs *payload, bool with_buffers)
{
	uint64_t head, offset = 0;
	enum kg_range_how how = how_of(r, v, with_buffers, &head);
	bool own = !(v->flags & KG_VMA_SHARED) && v->inode == 0;
	struct kg_error *err = NULL;

	if (v->start >= (kg_addr)1 << 63) /* [vsyscall] */
		return NULL;
	if (v->flags & KG_VMA_SHARED && how == KG_RANGE_OMITTED)
		p->shared_bytes += v->end - v->start;
	if (head > 0 || how == KG_RANGE_ALL || how == KG_RANGE_TOUCHED)
		err = place(p, v->start, head ? v->start + head : v->end, own && !head ? limit : head ? v->start + head : v->end,
			    &offset);
	if (err)
		return err;
	if (how == KG_RANGE_TOUCHED && own)
		return add_cut(p, v, payload, offset);
	if (head > 0)
		err = add(p, v->start, v->start + head, v, KG_RANGE_ALL, offset);
	return err ? err : add(p, v->start + head, v->end, v, how, offset);
}

struct kg_error *kg_plan_make(struct kg_plan *p, const struct kg_reader *r, const struct kg_maps *maps,
			      const struct kg_runs *payload, bool with_buffers)
{
	struct kg_error *err = NULL;

	p->n = 0;
	p->shared_bytes = 0;
	if (p->size == 0)
		p->size = page_up(1); /* the ELF header */
	for (size_t i = 0; i < maps->n && !err; i++) {
		kg_addr limit = i + 1 < maps->n ? maps->items[i + 1].start : maps->items[i].end;

		err = plan_one(p, r, &maps->items[i], limit, payload, with_buffers);
	}
	return err;
}

void kg_plan_deinit(struct kg_plan *p)
{
	free(p->ranges);
	free(p->slots);
	*p = (struct kg_plan){0};
}

/*
 * Cut so that threads share the work and a batch is a batch. The kernel pins the pages of a piece, copies them and lets them
 * go: of short pieces what it knows of each page is in the cache still when it comes back to it.
 */
static struct kg_error *add_pieces(struct kg_piece **pieces, size_t *n, size_t *cap, struct kg_run run, uint8_t *to)
{
	const uint64_t most = (uint64_t)256 << 10;
	struct kg_error *err = NULL;

	for (kg_addr at = run.start; at < run.end && !err; at += most) {
		uint64_t len = run.end - at < most ? run.end - at : most;

		err = kg_grow(pieces, cap, *n, sizeof(**pieces));
		if (!err)
			(*pieces)[(*n)++] = (struct kg_piece){at, len, to + (at - run.start), run.shared};
	}
	return err;
}

struct kg_error *kg_plan_pieces(const struct kg_plan *p, const struct kg_reader *r, uint8_t *base,
				struct kg_piece **ret, size_t *ret_n, uint64_t *ret_bytes, uint64_t *ret_untouched)
{
	struct kg_error *err = NULL;
	struct kg_runs runs = {0};
	size_t cap = 0;

	*ret = NULL;
	*ret_n = 0;
	*ret_bytes = *ret_untouched = 0;
	for (size_t i = 0; i < p->n && !err; i++) {
		const struct kg_range *g = &p->ranges[i];

		if (g->how != KG_RANGE_ALL && g->how != KG_RANGE_TOUCHED)
			continue;
		runs.n = 0;
		err = kg_runs_add(r, g->start, g->end, g->how == KG_RANGE_TOUCHED ? KG_PAGES_TOUCHED : KG_PAGES_ALL, &runs);
		*ret_untouched += g->end - g->start;
		for (size_t j = 0; j < runs.n && !err; j++) {
			*ret_bytes += runs.items[j].end - runs.items[j].start;
			err = add_pieces(ret, ret_n, &cap, runs.items[j], base + g->offset + (runs.items[j].start - g->start));
		}
	}
	*ret_untouched -= *ret_bytes;
	kg_runs_deinit(&runs);
	if (err)
		free(*ret);
	return err;
}
