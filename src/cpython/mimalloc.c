/*
 * mimalloc's pages, where a free-threaded build has all its objects. Each thread state has four heaps: raw memory,
 * objects without collector, objects with it, and those of them that have two words before them. A heap's pages hang in
 * lists by size of block; what a thread left behind is in segments that its interpreter keeps. A page's header is an
 * entry of its segment's table of slices, and that place is where its blocks are.
 * Source: CPython 3.13 Include/internal/mimalloc/mimalloc/types.h, Include/internal/pycore_mimalloc.h,
 * Objects/mimalloc/segment.c and heap.c, Objects/obmalloc.c (delayed freeing), Python/gc_free_threading.c
 * gc_visit_heaps(), whose order of pages this keeps; of 3.14.10 and 3.15.2 the first two of these, and of mimalloc's own
 * project src/arena-abandon.c and segment.c (branch dev2). There a page says itself where its blocks begin, and abandoned
 * segments are in no list of the interpreter's: it has a "subprocess", which segments name.
 */
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "cpython/cpython_priv.h"

enum heap { HEAP_MEM, HEAP_OBJECT, HEAP_GC, HEAP_GC_PRE, HEAPS };

enum {
	HEAD_BYTES = 16,	/* room for managed attributes */
	QUEUES_MAX = 256,
	SLICES_MAX = 1 << 16,
	SEGMENTS_MAX = 1 << 20,	/* 32 TiB */
	CHUNKS_MAX = 1 << 20,	/* of a queue of blocks to free */
	CHUNK_ITEMS_MAX = 1 << 16,
	TAG_SHIFT = 3,		/* 3.13 mi_page_t.tag, a bit field: behind is_committed, is_zero_init and use_qsbr */
	TAG_MASK = 15,		/* of four bits; from 3.14 on it is a byte of its own, heap_tag */
	PAGES_HOOKS = 64,	/* looked at for debug hooks */
	LEAST_RESIDENT = 4096,	/* of a page in use at least so much is in memory */
};

#define HUGE_BLOCK (UINT32_C(1) << 31) /* MI_HUGE_BLOCK_SIZE: one block, as long as its page */
#define FLAGS UINT64_C(3)	       /* of mi_page_t.xthread_free */

/* What the walk needs at every step. */
struct walk {
	struct kg_runtime *rt;
	uint64_t left;	/* pages that may still come: more are a circle */
	uint32_t queues; /* of a heap */
	bool subprocs;	/* the newer mimalloc */
	kg_addr *abandoned; /* segments of the interpreter at hand that no thread has; with subprocs */
	size_t nabandoned, abandoned_cap;
	struct kg_error *err;
};

/* A link that is encoded with two keys; @null is what stands for none. Objects/mimalloc/internal.h mi_ptr_decode() */
static kg_addr decode(uint64_t link, const uint64_t keys[2], kg_addr null)
{
	uint64_t x = link - keys[0];
	unsigned int turn = keys[0] & 63;
	kg_addr addr = (turn ? x >> turn | x << (64 - turn) : x) ^ keys[1];

	return addr == null ? 0 : addr;
}

static void dead_add(struct walk *w, kg_addr block)
{
	struct kg_runtime *rt = w->rt;

	if (!w->err)
		w->err = kg_grow(&rt->dead, &rt->priv->dead_cap, rt->ndead, sizeof(*rt->dead));
	if (!w->err)
		rt->dead[rt->ndead++] = block;
}

static void broken(struct walk *w, kg_addr at, const char *what)
{
	kg_damage_add(&w->rt->image->damage, at, "%s at 0x%jx: what lies behind is lost", what, (uintmax_t)at);
}

/* First byte of the page whose header is @addr, and its number of bytes; 0 when no header can be there. */
static kg_addr page_start(const struct kg_runtime *rt, kg_addr addr, const uint8_t *header, uint64_t *ret_size)
{
	const int32_t *off = rt->layout->off;
	const struct kg_facts *facts = rt->layout->facts;
	kg_addr segment = (addr - 1) & ~(kg_addr)(facts->segment_bytes - 1);
	uint64_t at = addr - segment - (uint64_t)off[F_MISEGMENT_SLICES], count = kg_u32(header + off[F_MIPAGE_SLICE_COUNT]);
	uint64_t index = at / (uint64_t)off[F_MIPAGE_SIZE];

	if (addr - segment < (uint64_t)off[F_MISEGMENT_SLICES] || at % (uint64_t)off[F_MIPAGE_SIZE] ||
	    index >= facts->segment_bytes / facts->slice_bytes || !count)
		return 0;
	*ret_size = count * facts->slice_bytes;
	return segment + index * facts->slice_bytes;
}

/* _mi_segment_page_start_from_slice() */
static uint64_t page_skip(uint64_t block)
{
	return block < 8 ? 0 : block <= 64 ? 3 * block : block <= 512 ? block : 0;
}

/* Bytes of a page's blocks; 0 where the slice is free. */
static uint64_t block_bytes(const int32_t *off, const uint8_t *p)
{
	return off[F_MIPAGE_BLOCK_BYTES] != KG_ABSENT ? kg_u64(p + off[F_MIPAGE_BLOCK_BYTES]) : kg_u32(p + off[F_MIPAGE_BLOCK_SIZE]);
}

/* Where the blocks begin: the page says so itself, or the size of its blocks. */
static void first_block(const int32_t *off, const uint8_t *p, kg_addr start, uint64_t size, struct kg_block_page *ret)
{
	if (off[F_MIPAGE_START] != KG_ABSENT) {
		ret->first = kg_u64(p + off[F_MIPAGE_START]);
		ret->used = kg_u16(p + off[F_MIPAGE_USED]);
		return;
	}
	ret->first = start + page_skip(ret->block);
	ret->used = kg_u32(p + off[F_MIPAGE_USED]);
	if (ret->block >= HUGE_BLOCK)
		ret->block = size;
}

static bool page_decode(const struct kg_runtime *rt, kg_addr addr, const uint8_t *p, struct kg_block_page *ret, struct kg_arena *ret_at)
{
	const int32_t *off = rt->layout->off;
	uint64_t size;
	kg_addr start = page_start(rt, addr, p, &size);

	*ret = (struct kg_block_page){
		.addr = addr, .block = block_bytes(off, p), .blocks = kg_u16(p + off[F_MIPAGE_CAPACITY]),
		.free = kg_u64(p + off[F_MIPAGE_FREE]), .local_free = kg_u64(p + off[F_MIPAGE_LOCAL_FREE]),
		.thread_free = kg_u64(p + off[F_MIPAGE_THREAD_FREE]) & ~FLAGS,
		.encoded = kg_layout_has(rt->layout, F_MIPAGE_KEYS),
	};
	if (!start)
		return false;
	if (ret->encoded)
		memcpy(ret->keys, p + off[F_MIPAGE_KEYS], sizeof(ret->keys));
	first_block(off, p, start, size, ret);
	*ret_at = (struct kg_arena){.start = start, .page = (uint32_t)rt->npages};
	ret_at->end = (ret->first + ret->block * ret->blocks + KG_ARENA_ALIGN - 1) & ~(kg_addr)(KG_ARENA_ALIGN - 1);
	return ret->block >= 8 && ret->block % 8 == 0 && ret->block <= size && ret->first >= start && ret->first - start < size &&
	       ret->block * ret->blocks <= size - (ret->first - start) && ret->used <= ret->blocks;
}

/* Takes over the page at @addr. @return the next one in its list, 0 at the end */
static kg_addr page_add(struct walk *w, kg_addr addr, enum heap heap)
{
	struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;
	const uint8_t *p = kg_image_span(rt->image, addr, (uint64_t)off[F_MIPAGE_SIZE]);
	struct kg_block_page page;
	struct kg_arena at;

	if (!p) {
		broken(w, addr, "a list of pages leads out of the core");
		return 0;
	}
	if (!w->left) {
		broken(w, addr, "there are more pages than memory: their list runs in a circle");
		return 0;
	}
	w->left--;
	if (!page_decode(rt, addr, p, &page, &at)) {
		broken(w, addr, "the header of the page contradicts itself");
		return 0;
	}
	page.objects = heap != HEAP_MEM;
	page.head = heap == HEAP_GC_PRE ? HEAD_BYTES : 0;
	if (page.blocks) {
		w->err = kg_grow(&rt->pages, &rt->priv->pages_cap, rt->npages, sizeof(*rt->pages));
		if (!w->err)
			w->err = kg_grow(&rt->arenas, &rt->priv->arenas_cap, rt->narenas, sizeof(*rt->arenas));
		if (w->err)
			return 0;
		rt->pages[rt->npages++] = page;
		rt->arenas[rt->narenas++] = at;
	}
	return kg_u64(p + off[F_MIPAGE_NEXT]);
}

/* Blocks that other threads freed and that wait for their own thread to take them back. */
static void delayed_add(struct walk *w, kg_addr heap)
{
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;
	bool encoded = kg_layout_has(rt->layout, F_MIPAGE_KEYS) && kg_layout_has(rt->layout, F_MIHEAP_KEYS);
	uint64_t keys[2], link;
	kg_addr block = kg_runtime_word(rt, heap + (kg_addr)off[F_MIHEAP_DELAYED_FREE]);
	uint64_t left = w->left * (rt->layout->facts->slice_bytes / 16);

	for (size_t i = 0; encoded && i < KG_ARRAY_SIZE(keys); i++)
		keys[i] = kg_runtime_word(rt, heap + (kg_addr)off[F_MIHEAP_KEYS] + 8 * i);
	for (; block && !w->err; block = encoded ? decode(link, keys, heap) : link) {
		struct kg_error *err = kg_image_read_u64(rt->image, block, &link);

		if (err || !left--) {
			kg_error_destroy(err);
			broken(w, block, "a list of freed blocks leads out of the core or runs in a circle");
			return;
		}
		dead_add(w, block);
	}
}

static void heap_add(struct walk *w, kg_addr heap, enum heap kind)
{
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;

	for (uint32_t i = 0; i < w->queues && !w->err; i++) {
		kg_addr queue = heap + (kg_addr)off[F_MIHEAP_PAGES] + (kg_addr)i * (kg_addr)off[F_MIQUEUE_SIZE];
		kg_addr page = kg_runtime_word(rt, queue + (kg_addr)off[F_MIQUEUE_FIRST]);

		while (page && !w->err)
			page = page_add(w, page, kind);
	}
	delayed_add(w, heap);
}

static enum heap page_heap(const int32_t *off, const uint8_t *p)
{
	return off[F_MIPAGE_HEAP_TAG] != KG_ABSENT ? p[off[F_MIPAGE_HEAP_TAG]] : p[off[F_MIPAGE_TAG]] >> TAG_SHIFT & TAG_MASK;
}

/* Pages of a segment that no thread has, of one heap. */
static void segment_add(struct walk *w, kg_addr segment, enum heap kind)
{
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;
	kg_addr slices = segment + (kg_addr)off[F_MISEGMENT_SLICES];
	uint64_t entries = kg_runtime_word(rt, segment + (kg_addr)off[F_MISEGMENT_ENTRIES]), count;

	if (entries > rt->layout->facts->segment_bytes / rt->layout->facts->slice_bytes)
		return broken(w, segment, "the segment has more slices than it can");
	for (uint64_t i = 0; i < entries && !w->err; i += count) {
		kg_addr addr = slices + i * (kg_addr)off[F_MIPAGE_SIZE];
		const uint8_t *p = kg_image_span(rt->image, addr, (uint64_t)off[F_MIPAGE_SIZE]);

		count = p ? kg_u32(p + off[F_MIPAGE_SLICE_COUNT]) : 0;
		if (!count)
			return broken(w, addr, "a slice of no length, or not in the core,");
		/* The first is the segment's own header. */
		if (i > 0 && block_bytes(off, p) > 0 && page_heap(off, p) == kind)
			page_add(w, addr, kind);
	}
}

static void abandoned_add(struct walk *w, kg_addr head, enum heap kind)
{
	const struct kg_runtime *rt = w->rt;
	kg_addr mask = ~(kg_addr)(rt->layout->facts->segment_bytes - 1), segment = kg_runtime_word(rt, head) & mask;

	for (unsigned int n = 0; segment && !w->err; n++) {
		if (n == SEGMENTS_MAX || !kg_image_segment(rt->image, segment))
			return broken(w, segment, "the list of abandoned segments leads out of the core or runs in a circle");
		/* A circle would be seen late, and its pages again and again. */
		if (!w->left)
			return broken(w, segment, "there are more pages than memory: the list of abandoned segments runs in a circle");
		segment_add(w, segment, kind);
		segment = kg_runtime_word(rt, segment + (kg_addr)rt->layout->off[F_MISEGMENT_ABANDONED_NEXT]) & mask;
	}
}

static void abandoned_push(struct walk *w, kg_addr segment)
{
	w->err = kg_grow(&w->abandoned, &w->abandoned_cap, w->nabandoned, sizeof(*w->abandoned));
	if (!w->err)
		w->abandoned[w->nabandoned++] = segment;
}

/*
 * Which segments of mimalloc's arenas no thread has is in bitmaps that only variables of the allocator lead to. The
 * segments say it themselves: each begins at a multiple of its size. One that was given back has no pages in use.
 */
static void arenas_search(struct walk *w, kg_addr subproc)
{
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;
	kg_addr bytes = rt->layout->facts->segment_bytes;

	for (size_t i = 0; i < rt->image->nsegs && !w->err; i++) {
		const struct kg_segment *s = &rt->image->segs[i];

		for (kg_addr at = (s->start + bytes - 1) & ~(bytes - 1); at >= s->start && at < s->end && !w->err; at += bytes)
			if (kg_runtime_word(rt, at + (kg_addr)off[F_MISEGMENT_SUBPROC]) == subproc &&
			    kg_runtime_word(rt, at + (kg_addr)off[F_MISEGMENT_THREAD]) == 0 &&
			    kg_runtime_word(rt, at + (kg_addr)off[F_MISEGMENT_USED]) > 0)
				abandoned_push(w, at);
	}
}

/* Moves a segment of the first @n to the end. */
static bool abandoned_last(struct walk *w, size_t n, kg_addr segment)
{
	for (size_t i = 0; i < n; i++) {
		if (w->abandoned[i] != segment)
			continue;
		memmove(w->abandoned + i, w->abandoned + i + 1, (w->nabandoned - i - 1) * sizeof(*w->abandoned));
		w->abandoned[w->nabandoned - 1] = segment;
		return true;
	}
	return false;
}

/* Segments that came from the system by themselves, not as part of an arena, are in a list: the collector visits them last. */
static void list_sort(struct walk *w, kg_addr subproc)
{
	const int32_t *off = w->rt->layout->off;
	kg_addr segment = kg_runtime_word(w->rt, subproc + (kg_addr)off[F_MISUBPROC_OS_LIST]);

	for (size_t left = w->nabandoned; segment && !w->err; left--) {
		if (!abandoned_last(w, left, segment))
			return broken(w, segment, "the list of abandoned segments leads to what is none, or runs in a circle");
		segment = kg_runtime_word(w->rt, segment + (kg_addr)off[F_MISEGMENT_OS_NEXT]);
	}
}

/* The interpreter's own, or, where it names none, that of its threads' first page, of those from @page on. */
static kg_addr subproc_of(const struct kg_runtime *rt, kg_addr interp, size_t page)
{
	const int32_t *off = rt->layout->off;
	kg_addr mask = ~(kg_addr)(rt->layout->facts->segment_bytes - 1), own = kg_runtime_word(rt, interp + (kg_addr)off[F_INTERP_SUBPROC]);

	if (own || page >= rt->npages)
		return own;
	return kg_runtime_word(rt, ((rt->pages[page].addr - 1) & mask) + (kg_addr)off[F_MISEGMENT_SUBPROC]);
}

static void subproc_add(struct walk *w, kg_addr interp, size_t page, const enum heap *order)
{
	kg_addr subproc = subproc_of(w->rt, interp, page);

	w->nabandoned = 0;
	if (!subproc)
		return;
	arenas_search(w, subproc);
	if (!w->err)
		list_sort(w, subproc);
	for (size_t i = 0; i < HEAPS; i++)
		for (size_t k = 0; k < w->nabandoned && !w->err; k++)
			segment_add(w, w->abandoned[k], order[i]);
}

static void pools_add(struct walk *w, kg_addr interp, const enum heap *order)
{
	const int32_t *off = w->rt->layout->off;

	for (size_t i = 0; i < HEAPS && !w->err; i++) {
		abandoned_add(w, interp + (kg_addr)off[F_INTERP_ABANDONED], order[i]);
		abandoned_add(w, interp + (kg_addr)off[F_INTERP_ABANDONED_VISITED], order[i]);
	}
}

/*
 * A queue of what is to be freed once no thread can still look at it: Objects/obmalloc.c, struct _mem_work_chunk, chunks
 * {next, prev, rd_idx, wr_idx, {ptr, qsbr_goal}[254]}, in a ring through @head. No table has it; it is the same in the debug
 * information of Debian's 3.13.5, 3.14 and 3.15.
 */
static void queue_add(struct walk *w, kg_addr head, uint32_t interp)
{
	enum { FIRST = 16, END = 24, ITEMS = 32, ITEM = 16 };
	const struct kg_runtime *rt = w->rt;
	kg_addr chunk = kg_runtime_word(rt, head);

	for (unsigned int n = 0; chunk && chunk != head && !w->err; n++, chunk = kg_runtime_word(rt, chunk)) {
		uint64_t from = kg_runtime_word(rt, chunk + FIRST), to = kg_runtime_word(rt, chunk + END);

		if (n == CHUNKS_MAX || to > CHUNK_ITEMS_MAX || from > to || !kg_image_span(rt->image, chunk, ITEMS + ITEM * to))
			return broken(w, chunk, "the queue of memory to be freed contradicts itself");
		for (; from < to && !w->err; from++) {
			kg_addr item = kg_runtime_word(rt, chunk + ITEMS + ITEM * from);

			if (!(item & 1) || !rt->layout->facts->delayed_decref)
				dead_add(w, item & ~UINT64_C(1));
			else
				w->err = kg_refs_queued(w->rt, item & ~UINT64_C(1), chunk + ITEMS + ITEM * from, interp);
		}
	}
}

static void thread_add(struct walk *w, const struct kg_thread *t, const enum heap *order)
{
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;

	if (!kg_runtime_int(rt, t->addr + (kg_addr)off[F_THREADIMPL_INITIALIZED], 0))
		return;
	for (size_t i = 0; i < HEAPS && !w->err; i++)
		heap_add(w, t->addr + (kg_addr)off[F_THREADIMPL_HEAPS] + (kg_addr)order[i] * (kg_addr)off[F_MIHEAP_SIZE], order[i]);
	if (kg_layout_has(rt->layout, F_THREADIMPL_FREE_QUEUE))
		queue_add(w, t->addr + (kg_addr)off[F_THREADIMPL_FREE_QUEUE], t->interp);
}

static void interp_add(struct walk *w, uint32_t interp)
{
	static const enum heap order[HEAPS] = {HEAP_GC, HEAP_GC_PRE, HEAP_OBJECT, HEAP_MEM};
	const struct kg_runtime *rt = w->rt;
	const int32_t *off = rt->layout->off;
	kg_addr at = rt->interps[interp].addr;
	size_t page = rt->npages;

	for (uint32_t i = 0; i < rt->nthreads && !w->err; i++)
		if (rt->threads[i].interp == interp)
			thread_add(w, &rt->threads[i], order);
	if (w->subprocs)
		subproc_add(w, at, page, order);
	else
		pools_add(w, at, order);
	if (kg_layout_has(rt->layout, F_INTERP_FREE_QUEUE))
		queue_add(w, at + (kg_addr)off[F_INTERP_FREE_QUEUE], interp);
}

/* Whether blocks carry debug hooks: those in use do. */
static bool hooks_in_pages(const struct kg_runtime *rt)
{
	for (size_t i = 0, seen = 0; i < rt->npages && seen < PAGES_HOOKS; i++) {
		const struct kg_block_page *page = &rt->pages[i];

		seen += page->used > 0;
		for (uint32_t k = 0; page->used && k < page->blocks && page->block > KG_HOOK_BYTES; k++)
			if (kg_block_hooked(rt, page->first + k * page->block))
				return true;
	}
	return false;
}

static int compare_addrs(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

static bool has_all(const struct kg_layout *lay, const enum kg_field *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!kg_layout_has(lay, fields[i]))
			return false;
	return true;
}

/* Where all that the walk asks for is in the layout. */
static bool walk_init(struct walk *w, struct kg_runtime *rt)
{
	static const enum kg_field needed[] = {
		F_THREADIMPL_HEAPS, F_THREADIMPL_INITIALIZED, F_MIHEAP_SIZE, F_MIHEAP_PAGES, F_MIHEAP_DELAYED_FREE, F_MIQUEUE_SIZE,
		F_MIQUEUE_FIRST, F_MISEGMENT_SLICES, F_MISEGMENT_ENTRIES, F_MIPAGE_SIZE, F_MIPAGE_SLICE_COUNT, F_MIPAGE_CAPACITY,
		F_MIPAGE_FREE, F_MIPAGE_USED, F_MIPAGE_LOCAL_FREE, F_MIPAGE_THREAD_FREE, F_MIPAGE_NEXT,
	};
	static const enum kg_field pools[] = {
		F_INTERP_ABANDONED, F_INTERP_ABANDONED_VISITED, F_MISEGMENT_ABANDONED_NEXT, F_MIPAGE_TAG, F_MIPAGE_BLOCK_SIZE,
	};
	static const enum kg_field subprocs[] = {
		F_INTERP_SUBPROC, F_MISUBPROC_OS_LIST, F_MISEGMENT_OS_NEXT, F_MISEGMENT_SUBPROC, F_MISEGMENT_THREAD, F_MISEGMENT_USED,
		F_MIPAGE_HEAP_TAG, F_MIPAGE_BLOCK_BYTES, F_MIPAGE_START,
	};
	const int32_t *off = rt->layout->off;
	int32_t end;

	*w = (struct walk){.rt = rt, .subprocs = has_all(rt->layout, subprocs, KG_ARRAY_SIZE(subprocs))};
	if (!has_all(rt->layout, needed, KG_ARRAY_SIZE(needed)) ||
	    (!w->subprocs && !has_all(rt->layout, pools, KG_ARRAY_SIZE(pools))))
		return false;
	/* The queues are an array, and the next member is right behind it, or it is the last. */
	end = off[F_MIHEAP_DELAYED_FREE] > off[F_MIHEAP_PAGES] ? off[F_MIHEAP_DELAYED_FREE] : off[F_MIHEAP_SIZE];
	if (off[F_MIQUEUE_SIZE] <= 0 || end <= off[F_MIHEAP_PAGES] || off[F_MIPAGE_SIZE] <= 0)
		return false;
	w->queues = (uint32_t)(end - off[F_MIHEAP_PAGES]) / (uint32_t)off[F_MIQUEUE_SIZE];
	w->queues = w->queues < QUEUES_MAX ? w->queues : QUEUES_MAX;
	w->left = SLICES_MAX;
	for (size_t i = 0; i < rt->image->nsegs; i++)
		w->left += (rt->image->segs[i].end - rt->image->segs[i].start) / LEAST_RESIDENT;
	return true;
}

struct kg_error *kg_runtime_read_pages(struct kg_runtime *rt)
{
	struct walk w;

	rt->pool_size = rt->layout->facts->slice_bytes;
	if (!walk_init(&w, rt))
		return kg_error_create(KG_ERR_TARGET, "the interpreter's debug information has not all of its allocator, mimalloc, "
				       "in which a free-threaded build has its objects; try --no-dwarf");
	for (uint32_t i = 0; i < rt->ninterps && !w.err; i++)
		interp_add(&w, i);
	free(w.abandoned);
	if (w.err)
		return w.err;
	kg_arenas_sort(rt);
	if (rt->ndead)
		qsort(rt->dead, rt->ndead, sizeof(*rt->dead), compare_addrs);
	rt->debug_hooks = hooks_in_pages(rt);
	return NULL;
}

static uint32_t list_mark(const struct kg_runtime *rt, const struct kg_block_page *page, kg_addr block, uint64_t *free)
{
	uint32_t n = 0;

	while (block) {
		uint64_t at = block - page->first, i = at / page->block, link;
		const void *p = kg_image_span(rt->image, block, sizeof(link));

		if (block < page->first || at % page->block || i >= page->blocks || free[i / 64] >> (i % 64) & 1 || !p)
			return UINT32_MAX;
		free[i / 64] |= UINT64_C(1) << (i % 64);
		n++;
		memcpy(&link, p, sizeof(link));
		block = page->encoded ? decode(link, page->keys, page->addr) : link;
	}
	return n;
}

uint32_t kg_page_free_blocks(const struct kg_runtime *rt, const struct kg_block_page *page, uint64_t *ret)
{
	uint32_t own = list_mark(rt, page, page->free, ret), local = list_mark(rt, page, page->local_free, ret);
	uint32_t others = list_mark(rt, page, page->thread_free, ret);

	if (own == UINT32_MAX || local == UINT32_MAX || others == UINT32_MAX || page->blocks - own - local != page->used)
		return UINT32_MAX;
	return own + local + others;
}

const struct kg_block_page *kg_page_of(const struct kg_runtime *rt, kg_addr addr)
{
	size_t lo = 0, hi = rt->npages ? rt->narenas : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rt->arenas[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return rt->npages && lo < rt->narenas && rt->arenas[lo].start <= addr ? &rt->pages[rt->arenas[lo].page] : NULL;
}
