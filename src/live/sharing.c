#include "config.h"

#include "live/sharing.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/grow.h"
#include "live/proc.h"

/* Linux Documentation/admin-guide/mm/pagemap.rst */
#define PM_PRESENT ((uint64_t)1 << 63)
#define PM_FILE ((uint64_t)1 << 61) /* page of a file, or shared anonymous */
#define PM_EXCLUSIVE ((uint64_t)1 << 56)
#define PM_FRAME (((uint64_t)1 << 55) - 1)
#define KPF_ZERO_PAGE 24 /* bit of /proc/kpageflags: no memory is taken by it */

#define ENTRIES 8192 /* of pagemap read at once */
#define BLOCK_SHIFT 18 /* a bit for each of 2^18 frames: 1 GiB */
#define BLOCKS ((uint64_t)1 << 18) /* 256 TiB; frames above are not counted */

struct block {
	uint64_t seen[1 << (BLOCK_SHIFT - 6)];
	uint64_t again[1 << (BLOCK_SHIFT - 6)]; /* anonymous, and a second process has it */
};

struct kg_sharing {
	struct block **blocks;
	uint64_t page; /* bytes */
	uint64_t rss, pss, own, frames, shared; /* .frames, .shared: numbers of pages */
	uint64_t uncounted;   /* pages whose frame is not told */
	int flags;	      /* /proc/kpageflags, -1: not for us */
	uint64_t last; /* frame that was looked up there last */
	bool last_zero;
};

struct kg_error *kg_sharing_create(struct kg_sharing **ret)
{
	struct kg_sharing *s = calloc(1, sizeof(*s));

	if (s)
		s->blocks = calloc(BLOCKS, sizeof(*s->blocks));
	if (!s || !s->blocks) {
		free(s);
		return kg_error_nomem();
	}
	s->page = (uint64_t)sysconf(_SC_PAGESIZE);
	s->flags = open("/proc/kpageflags", O_RDONLY | O_CLOEXEC);
	*ret = s;
	return NULL;
}

void kg_sharing_destroy(struct kg_sharing *s)
{
	if (!s)
		return;
	for (uint64_t i = 0; i < BLOCKS; i++)
		free(s->blocks[i]);
	free(s->blocks);
	if (s->flags >= 0)
		close(s->flags);
	free(s);
}

/* The page of zeroes that the kernel shows where something was read and never written. */
static bool is_zero_page(struct kg_sharing *s, uint64_t frame)
{
	uint64_t flags = 0;

	if (s->flags < 0)
		return false;
	if (frame != s->last) {
		s->last_zero = pread(s->flags, &flags, sizeof(flags), (off_t)(frame * sizeof(flags))) == (ssize_t)sizeof(flags) &&
			       flags >> KPF_ZERO_PAGE & 1;
		s->last = frame;
	}
	return s->last_zero;
}

/* @return whether the bit was set before */
static bool test_and_set(uint64_t *bits, uint64_t i)
{
	bool was = bits[i >> 6] >> (i & 63) & 1;

	bits[i >> 6] |= UINT64_C(1) << (i & 63);
	return was;
}

static struct kg_error *count_frame(struct kg_sharing *s, uint64_t entry)
{
	uint64_t frame = entry & PM_FRAME, bit = frame & ((1 << BLOCK_SHIFT) - 1);
	bool anonymous = !(entry & PM_FILE);
	struct block *b;

	if (frame == 0 || frame >> BLOCK_SHIFT >= BLOCKS) {
		s->uncounted++;
		return NULL;
	}
	if (anonymous && !(entry & PM_EXCLUSIVE) && is_zero_page(s, frame))
		return NULL;
	b = s->blocks[frame >> BLOCK_SHIFT];
	if (!b)
		b = s->blocks[frame >> BLOCK_SHIFT] = calloc(1, sizeof(*b));
	if (!b)
		return kg_error_nomem();
	if (!test_and_set(b->seen, bit))
		s->frames++;
	else if (anonymous && !test_and_set(b->again, bit))
		s->shared++;
	return NULL;
}

/* Reads entries of the pages from @addr on, at most to @end; @return how many. */
static size_t read_entries(const struct kg_reader *r, kg_addr addr, kg_addr end, uint64_t *ret)
{
	uint64_t n = (end - addr) / r->page;
	ssize_t got;

	if (n > ENTRIES)
		n = ENTRIES;
	got = pread(r->pagemap, ret, n * sizeof(*ret), (off_t)(addr / r->page * sizeof(*ret)));
	return got > 0 ? (size_t)got / sizeof(*ret) : 0;
}

/* Pages of one mapping. @own: pages of anonymous memory that nobody else has */
static struct kg_error *count_mapping(struct kg_sharing *s, const struct kg_reader *r, const struct kg_vma *m, uint64_t *own)
{
	uint64_t entries[ENTRIES];
	struct kg_error *err = NULL;
	size_t n;

	for (kg_addr addr = m->start; addr < m->end && !err; addr += n * r->page) {
		n = read_entries(r, addr, m->end, entries);
		if (n == 0)
			break;
		for (size_t i = 0; i < n && !err; i++) {
			if (!(entries[i] & PM_PRESENT))
				continue;
			*own += !(entries[i] & PM_FILE) && entries[i] & PM_EXCLUSIVE;
			err = count_frame(s, entries[i]);
		}
	}
	return err;
}

/* "Rss:    1640 kB" */
static uint64_t keyed_bytes(const char *text, const char *key)
{
	size_t len = strlen(key);

	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, key, len) == 0 && line[len] == ':')
			return strtoull(line + len + 1, NULL, 10) << 10;
	}
	return 0;
}

/* What the kernel sums up itself, Linux 4.14 and later. */
static bool read_rollup(pid_t pid, struct kg_memory_use *ret)
{
	char text[4096];

	if (kg_proc_read(pid, "smaps_rollup", text, sizeof(text)) <= 0)
		return false;
	*ret = (struct kg_memory_use){
		.known = true,
		.rss = keyed_bytes(text, "Rss"),
		.pss = keyed_bytes(text, "Pss"),
		.own = keyed_bytes(text, "Private_Clean") + keyed_bytes(text, "Private_Dirty"),
		.anonymous = keyed_bytes(text, "Anonymous"),
		.swap = keyed_bytes(text, "Swap"),
	};
	return true;
}

struct kg_error *kg_sharing_add(struct kg_sharing *s, pid_t pid, struct kg_memory_use *ret)
{
	struct kg_reader r;
	struct kg_maps maps = {0};
	uint64_t own = 0;
	struct kg_error *err;

	*ret = (struct kg_memory_use){0};
	if (!read_rollup(pid, ret))
		return NULL;
	s->rss += ret->rss;
	s->pss += ret->pss;
	s->own += ret->own;
	err = kg_maps_read(pid, &maps);
	if (err) { /* gone in between */
		kg_error_destroy(err);
		s->uncounted++;
		return NULL;
	}
	err = kg_reader_init(&r, pid);
	for (size_t i = 0; i < maps.n && !err; i++) {
		if (maps.items[i].flags & (KG_VMA_READ | KG_VMA_WRITE) || maps.items[i].inode)
			err = count_mapping(s, &r, &maps.items[i], &own);
	}
	kg_reader_deinit(&r);
	kg_maps_deinit(&maps);
	own *= s->page;
	ret->shared = ret->anonymous > own ? ret->anonymous - own : 0;
	return err;
}

void kg_sharing_all(const struct kg_sharing *s, struct kg_memory_once *ret)
{
	*ret = (struct kg_memory_once){.frames = s->frames > 0 && s->uncounted == 0, .rss = s->rss, .own = s->own, .once = s->pss};
	if (!ret->frames)
		return;
	ret->once = s->frames * s->page;
	ret->shared = s->shared * s->page;
}

static bool is_anonymous(uint64_t entry)
{
	return entry & PM_PRESENT && !(entry & PM_FILE);
}

static struct kg_error *add_parted(const struct kg_reader *parent, const struct kg_reader *child, kg_addr start, kg_addr end,
				   struct kg_runs *ret)
{
	uint64_t ours[ENTRIES], theirs[ENTRIES];
	struct kg_error *err = NULL;
	size_t n;

	for (kg_addr addr = start; addr < end && !err; addr += n * child->page) {
		size_t other = read_entries(parent, addr, end, theirs);

		n = read_entries(child, addr, end, ours);
		n = other < n ? other : n;
		if (n == 0)
			break;
		for (size_t i = 0; i < n && !err; i++) {
			kg_addr at = addr + i * child->page;
			uint64_t frame = ours[i] & PM_FRAME;

			if (!is_anonymous(ours[i]) || !is_anonymous(theirs[i]) || !(ours[i] & PM_EXCLUSIVE) ||
			    (frame && frame == (theirs[i] & PM_FRAME)))
				continue;
			if (ret->n > 0 && ret->items[ret->n - 1].end == at) {
				ret->items[ret->n - 1].end += child->page;
				continue;
			}
			err = kg_grow(&ret->items, &ret->cap, ret->n, sizeof(*ret->items));
			if (!err)
				ret->items[ret->n++] = (struct kg_run){.start = at, .end = at + child->page};
		}
	}
	return err;
}

/* Stretches that both have as private writable memory. */
static struct kg_error *parted(const struct kg_reader *parent, const struct kg_maps *old, const struct kg_reader *child,
			       const struct kg_maps *now, struct kg_runs *ret)
{
	struct kg_error *err = NULL;
	size_t j = 0;

	for (size_t i = 0; i < now->n && !err; i++) {
		const struct kg_vma *m = &now->items[i];

		if (m->flags & KG_VMA_SHARED || !(m->flags & KG_VMA_WRITE))
			continue;
		while (j < old->n && old->items[j].end <= m->start)
			j++;
		for (size_t k = j; k < old->n && old->items[k].start < m->end && !err; k++) {
			kg_addr start = old->items[k].start > m->start ? old->items[k].start : m->start;
			kg_addr end = old->items[k].end < m->end ? old->items[k].end : m->end;

			if (!(old->items[k].flags & KG_VMA_SHARED))
				err = add_parted(parent, child, start, end, ret);
		}
	}
	return err;
}

struct kg_error *kg_sharing_parted(pid_t parent, pid_t child, struct kg_runs *ret)
{
	struct kg_reader rp = {.pagemap = -1, .mem = -1}, rc = {.pagemap = -1, .mem = -1};
	struct kg_maps old = {0}, now = {0};
	struct kg_error *err = kg_maps_read(parent, &old);

	if (!err)
		err = kg_maps_read(child, &now);
	if (err) {
		bool gone = err->code == KG_ERR_OS || err->code == KG_ERR_TARGET;

		kg_maps_deinit(&old);
		if (!gone)
			return err;
		kg_error_destroy(err);
		return NULL;
	}
	err = kg_reader_init(&rp, parent);
	if (!err)
		err = kg_reader_init(&rc, child);
	if (!err)
		err = parted(&rp, &old, &rc, &now, ret);
	kg_reader_deinit(&rp);
	kg_reader_deinit(&rc);
	kg_maps_deinit(&old);
	kg_maps_deinit(&now);
	return err;
}
