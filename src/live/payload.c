/*
 * Blocks that hold payload alone, told without knowing any object.
 *
 * An object begins with the address of its type, and a reference is the address of an object; types and objects
 * lie in writable memory, for their counts are written. So memory without an address of writable memory, at any
 * byte, holds no object and refers to none, whoever allocated it. Only blocks whose bounds an allocator vouches for are
 * left out nevertheless: elsewhere an object may come to lie in what was empty a moment before.
 *
 * The GNU C library maps a large request by itself: at the start of the mapping
 * stands a chunk of it whose size has the mmapped bit. What is asked then is not
 * "is this an array of numbers?" but "can anything in it be a reference?": a word
 * that is the address of writable memory. Numbers that look so by chance only
 * make the block be copied.
 *
 * Source: glibc 2.36 malloc/malloc.c, struct malloc_chunk, IS_MMAPPED.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/workers.h"
#include "live/plan.h"

#define CHUNK_MMAPPED 2
#define CHUNK_FLAGS 7
#define BLOCK_MIN ((uint64_t)1 << 20)
#define READ_SIZE ((size_t)1 << 20)
#define SAMPLE 16 /* one page of so many is looked at again */

static bool is_own(const struct kg_vma *v)
{
	return v->inode == 0 && v->path[0] == '\0' && v->flags & KG_VMA_WRITE && !(v->flags & KG_VMA_SHARED);
}

/* The length of the mapped chunk that begins with @bytes at @addr, 0 when it is none. */
static uint64_t chunk_of(const struct kg_reader *r, const struct kg_vma *v, kg_addr addr, const uint8_t bytes[KG_HEAD])
{
	uint64_t head[2], size;

	memcpy(head, bytes, sizeof(head));
	if (head[0] != 0 || (head[1] & CHUNK_FLAGS) != CHUNK_MMAPPED)
		return 0;
	size = head[1] & ~(uint64_t)CHUNK_FLAGS;
	return size % r->page == 0 && size >= BLOCK_MIN && size <= v->end - addr ? size : 0;
}

static uint64_t chunk_at(const struct kg_reader *r, const struct kg_vma *v, kg_addr addr)
{
	uint8_t head[KG_HEAD];

	return kg_reader_read(r, addr, head, sizeof(head)) == sizeof(head) ? chunk_of(r, v, addr, head) : 0;
}

struct targets {
	const struct kg_maps *maps;
	kg_addr low, high; /* all writable memory lies between */
};

static struct targets targets_of(const struct kg_maps *maps)
{
	struct targets t = {maps, UINT64_MAX, 0};

	for (size_t i = 0; i < maps->n; i++) {
		if (!(maps->items[i].flags & KG_VMA_WRITE))
			continue;
		if (maps->items[i].start < t.low)
			t.low = maps->items[i].start;
		t.high = maps->items[i].end;
	}
	return t;
}

static bool is_writable(const struct targets *t, uint64_t value)
{
	const struct kg_vma *v;

	if (value - t->low >= t->high - t->low)
		return false;
	v = kg_maps_find(t->maps, value);
	return v && v->flags & KG_VMA_WRITE;
}

/* Any eight of the bytes: members of packed structs lie at odd places. What is before and behind counts as zeroes, as
 * pages that were never touched are. */
static bool holds_address(const struct targets *t, const uint8_t *bytes, size_t len)
{
	uint64_t before = 0, word, high, span = t->high - t->low;

	for (size_t at = 0; at < len + 8; at += 8, before = word) {
		uint64_t hit = 0;

		word = 0;
		if (at < len)
			memcpy(&word, bytes + at, 8);
		for (unsigned int k = 0; k < 64; k += 8) {
			high = k > 0 ? word << (64 - k) : 0;
			hit |= (before >> k | high) - t->low < span;
		}
		for (unsigned int k = 0; hit && k < 64; k += 8) {
			high = k > 0 ? word << (64 - k) : 0;
			if (is_writable(t, before >> k | high))
				return true;
		}
	}
	return false;
}

/* All touched pages of [start, end). */
static bool is_payload(const struct kg_reader *r, const struct targets *t, kg_addr start, kg_addr end, uint8_t *buf)
{
	struct kg_runs runs = {0};
	struct kg_error *err = kg_runs_add(r, start, end, KG_PAGES_TOUCHED, &runs);
	bool payload = !err;

	for (size_t i = 0; i < runs.n && payload; i++) {
		for (kg_addr at = runs.items[i].start; at < runs.items[i].end && payload;) {
			uint64_t len = runs.items[i].end - at;
			size_t most = len < READ_SIZE ? len : READ_SIZE;
			size_t got = runs.items[i].shared ? kg_reader_read(r, at, buf, most) : kg_reader_read_own(r, at, buf, most);

			got &= ~(size_t)7;
			payload = got > 8 && !holds_address(t, buf, got);
			/* What lies across the end is looked at with what follows. */
			at += got < len ? got - 8 : got;
		}
	}
	kg_error_destroy(err);
	kg_runs_deinit(&runs);
	return payload;
}

struct find {
	const struct kg_reader *r;
	struct targets t;
	uint8_t *buf; /* READ_SIZE */
	kg_addr skip; /* before it lies a chunk that was looked at */
	struct kg_runs *ret;
};

static struct kg_error *find_at(struct find *f, const struct kg_vma *v, kg_addr at, const uint8_t head[KG_HEAD])
{
	uint64_t size = at < f->skip ? 0 : chunk_of(f->r, v, at, head);
	struct kg_error *err;

	if (size == 0)
		return NULL;
	f->skip = at + size;
	if (!is_payload(f->r, &f->t, at + f->r->page, at + size, f->buf))
		return NULL;
	err = kg_grow(&f->ret->items, &f->ret->cap, f->ret->n, sizeof(*f->ret->items));
	if (!err)
		f->ret->items[f->ret->n++] = (struct kg_run){.start = at + f->r->page, .end = at + size};
	return err;
}

/* Page after page: neighboring mappings are one to the kernel, and a chunk may begin at any. */
static struct kg_error *find_in_run(struct find *f, const struct kg_vma *v, struct kg_run run)
{
	uint8_t heads[KG_HEADS_MAX][KG_HEAD];
	const uint64_t page = f->r->page;
	struct kg_error *err = NULL;

	for (kg_addr at = run.start; at < run.end && !err;) {
		uint64_t left = (run.end - at) / page;
		size_t n = left < KG_HEADS_MAX ? left : KG_HEADS_MAX, got;

		got = kg_reader_heads(f->r, at, n, run.shared, heads);
		for (size_t i = 0; i < got && !err; i++)
			err = find_at(f, v, at + i * page, heads[i]);
		at += (got < n ? got + 1 : n) * page; /* one that cannot be read is none */
	}
	return err;
}

static struct kg_error *find_in(struct find *f, const struct kg_vma *v)
{
	struct kg_runs pages = {0};
	struct kg_error *err = kg_runs_add(f->r, v->start, v->end, KG_PAGES_TOUCHED, &pages);

	f->skip = 0;
	for (size_t i = 0; i < pages.n && !err; i++)
		err = find_in_run(f, v, pages.items[i]);
	kg_runs_deinit(&pages);
	return err;
}

struct kg_error *kg_payload_find(const struct kg_reader *r, const struct kg_maps *maps, struct kg_runs *ret)
{
	struct find f = {.r = r, .t = targets_of(maps), .buf = malloc(READ_SIZE), .ret = ret};
	struct kg_error *err = f.buf ? NULL : kg_error_nomem();

	for (size_t i = 0; i < maps->n && !err; i++) {
		if (is_own(&maps->items[i]) && maps->items[i].end - maps->items[i].start >= BLOCK_MIN)
			err = find_in(&f, &maps->items[i]);
	}
	free(f.buf);
	return err;
}

/* Pages to be looked at again, of all blocks. */
struct confirm {
	const struct kg_reader *r;
	struct targets t;
	struct sample {
		kg_addr page;
		size_t block;
	} *samples;
	size_t n, cap;
	struct kg_pieces left;
	bool *changed; /* block by block */
};

static struct kg_error *add_samples(struct confirm *c, struct kg_run run, size_t block)
{
	struct kg_runs touched = {0};
	struct kg_error *err = kg_runs_add(c->r, run.start, run.end, KG_PAGES_TOUCHED, &touched);

	for (size_t i = 0; i < touched.n && !err; i++) {
		for (kg_addr at = touched.items[i].start; at < touched.items[i].end && !err; at += SAMPLE * c->r->page) {
			err = kg_grow(&c->samples, &c->cap, c->n, sizeof(*c->samples));
			if (!err)
				c->samples[c->n++] = (struct sample){at, block};
		}
	}
	kg_runs_deinit(&touched);
	return err;
}

/* Is the allocator's header as it was? */
static bool is_same_chunk(const struct confirm *c, struct kg_run run)
{
	const struct kg_vma *v = kg_maps_find(c->t.maps, run.start - c->r->page);

	return v && is_own(v) && chunk_at(c->r, v, run.start - c->r->page) == run.end - run.start + c->r->page;
}

static void confirm_batch(struct confirm *c, const struct sample *s, size_t n, uint8_t *buf)
{
	kg_addr addrs[KG_GATHER_MAX] = {0};
	size_t got;

	for (size_t i = 0; i < n; i++)
		addrs[i] = s[i].page;
	got = kg_reader_gather(c->r, addrs, n, buf);
	for (size_t i = 0; i < n; i++) {
		if (i >= got || holds_address(&c->t, buf + i * c->r->page, c->r->page))
			__atomic_store_n(&c->changed[s[i].block], true, __ATOMIC_RELAXED);
	}
}

static struct kg_error *confirm_some(void *arg, unsigned int i)
{
	struct confirm *c = arg;
	uint8_t *buf = malloc(KG_GATHER_MAX * c->r->page);
	uint64_t from, to;

	(void)i;
	if (!buf)
		return kg_error_nomem();
	while (kg_pieces_take(&c->left, &from, &to))
		confirm_batch(c, c->samples + from, to - from, buf);
	free(buf);
	return NULL;
}

struct kg_error *kg_payload_confirm(const struct kg_reader *r, const struct kg_maps *maps, unsigned int threads,
				    struct kg_runs *runs)
{
	struct confirm c = {.r = r, .t = targets_of(maps), .changed = calloc(runs->n + 1, sizeof(bool))};
	struct kg_error *err = c.changed ? NULL : kg_error_nomem();
	size_t n = 0;

	for (size_t i = 0; i < runs->n && !err; i++) {
		c.changed[i] = !is_same_chunk(&c, runs->items[i]);
		if (!c.changed[i])
			err = add_samples(&c, runs->items[i], i);
	}
	c.left = (struct kg_pieces){0, c.n, KG_GATHER_MAX};
	if (!err && c.n > 0)
		err = kg_workers_run(threads, confirm_some, &c);
	for (size_t i = 0; i < runs->n && !err; i++) {
		if (!c.changed[i])
			runs->items[n++] = runs->items[i];
	}
	runs->n = n; /* on an error too: then all is copied */
	free(c.samples);
	free(c.changed);
	return err;
}
