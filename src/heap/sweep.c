/*
 * Live blocks of pymalloc's pools, or mimalloc's pages, that look like objects. A pool says itself which
 * of its blocks are in use: those that were carved, less those on its free list.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

#define REFCOUNT_MAX (INT64_C(1) << 40) /* more references than any machine has words */
#define HEADER_FLAGS_MAX 64		/* CPython 3.15 Include/refcount.h has four bits of them */
#define REFCOUNT_SMALL 65536		/* no address is that low: the kernel maps nothing there */
#define POOL_BLOCKS_MAX 1024
#define SIZE_CLASSES 32
#define AHEAD 8		/* blocks between the fetch of one and its use */

/*
 * A count that is an address of something is none: the block is an array of pointers.
 * Flags beside a count of 32 bits are few, and its overflow is used on smaller machines alone.
 */
static bool refcount_sane_slow(const struct kg_heap *h, uint64_t refcount)
{
	if (kg_facts(h)->counting == KG_COUNT_SHORT && (refcount >> 32 & 0xffff || refcount >> 48 >= HEADER_FLAGS_MAX))
		return false;
	if (kg_facts(h)->counting == KG_COUNT_SHORT)
		refcount = (uint32_t)refcount;
	if (kg_facts(h)->counting != KG_COUNT_PLAIN && refcount >> 31 == 1)
		return true;
	if (refcount < REFCOUNT_SMALL)
		return refcount > 0;
	return refcount < (uint64_t)REFCOUNT_MAX && !kg_image_segment(h->image, refcount);
}

/*
 * The header of a free-threaded build: the owner's thread pointer or none (the thread may be gone), flags, a lock of two
 * bits, bits of the collector, both counts.
 */
static bool split_sane(const struct kg_heap *h, const uint8_t *header)
{
	const int32_t *off = h->rt->layout->off;
	int64_t count = kg_layout_count(h->rt->layout, header);
	uint64_t owner = kg_u64(header + off[F_OBJECT_TID]), flags = kg_u64(header + off[F_OBJECT_TID] + 8) & 0xffff;

	return (count > 0 || kg_layout_kept(h->rt->layout, header)) && (count < REFCOUNT_MAX || count == KG_IMMORTAL) && (owner & 7) == 0 &&
	       header[off[F_OBJECT_GC_BITS]] < 2 * KG_GC_BIT_DEFERRED && header[off[F_OBJECT_GC_BITS] - 1] < 4 &&
	       flags < HEADER_FLAGS_MAX && (owner >> 47) == 0;
}

/* Nearly all words that are asked about are small counts, which every version has, or addresses in @near. */
static inline bool refcount_sane(const struct kg_heap *h, const struct kg_segment *near, uint64_t refcount)
{
	if (KG_LIKELY(refcount - 1 < REFCOUNT_SMALL - 1))
		return true;
	if (refcount == 0 || (kg_segment_has(near, refcount) && refcount >> 32))
		return false;
	return refcount_sane_slow(h, refcount);
}

const struct kg_type *kg_object_check(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t avail = seg->end - addr;
	const uint8_t *p = seg->bytes + (addr - seg->start);
	const struct kg_type *t;
	int64_t refcount;

	if ((addr & 7) || avail < (uint64_t)off[F_OBJECT_SIZE])
		return NULL;
	refcount = kg_layout_count(h->rt->layout, p);
	if ((refcount <= 0 && !kg_layout_kept(h->rt->layout, p)) || (refcount >= REFCOUNT_MAX && refcount != KG_IMMORTAL))
		return NULL;
	t = kg_types_lookup(h, kg_u64(p + off[F_OBJECT_TYPE]));
	if (!t || avail < (uint64_t)t->least)
		return NULL;
	/* Static types have no GC header, though their type says that instances do. */
	if (addr - seg->start < t->presize && !t->is_metatype)
		return NULL;
	return t;
}

static inline bool link_sane(const struct kg_heap *h, const struct kg_segment *near, uint64_t link)
{
	return (link & 7) == 0 && link && (kg_segment_has(near, link) || kg_image_segment(h->image, link));
}

/* The word of the GC header at @head that leads back to @self, or on to it; false when the header is not there. */
static bool links_to(const struct kg_heap *h, kg_addr head, int32_t which, kg_addr self)
{
	const int32_t *off = h->rt->layout->off;
	const struct kg_segment *seg = kg_image_segment(h->image, head);

	return seg && (head & 7) == 0 && seg->end - head >= (uint64_t)off[F_GCHEAD_SIZE] &&
	       (kg_u64(seg->bytes + (head - seg->start) + which) & ~KG_LINK_FLAGS) == self;
}

/*
 * The GC header before the object at @addr: not tracked, or its neighbors know it. What a freed object left behind
 * may have a sane count and the address of a type; its neighbors were told when it went. A collection uses
 * one of the two words otherwise.
 */
static bool header_sane(const struct kg_heap *h, const struct kg_segment *near, kg_addr addr)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr head = addr - (kg_addr)off[F_GCHEAD_SIZE];
	const uint8_t *p = near->bytes + (head - near->start);
	uint64_t next = kg_u64(p + off[F_GCHEAD_NEXT]) & ~KG_LINK_FLAGS, prev = kg_u64(p + off[F_GCHEAD_PREV]) & ~KG_LINK_FLAGS;

	if (next == 0)
		return true;
	if (kg_runtime_collecting(h->rt))
		return link_sane(h, near, next);
	return links_to(h, next, off[F_GCHEAD_PREV], head) && links_to(h, prev, off[F_GCHEAD_NEXT], head);
}

const struct kg_type *kg_object_headed(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const struct kg_type *t = kg_object_check(h, seg, addr);
	const uint8_t *p = seg->bytes + (addr - seg->start);

	if (KG_UNLIKELY(kg_facts(h)->counting == KG_COUNT_SPLIT))
		return t && split_sane(h, p) ? t : NULL;
	/* A number and the address of a type may stand in a table too, where no GC header is before them. */
	if (!t || t->is_metatype || !t->gc || !kg_facts(h)->gc_lists)
		return t;
	return header_sane(h, seg, addr) ? t : NULL;
}

const struct kg_type *kg_object_guess(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const struct kg_type *t = kg_object_headed(h, seg, addr);

	if (!t || kg_facts(h)->counting == KG_COUNT_SPLIT)
		return t;
	return refcount_sane(h, seg, kg_u64(seg->bytes + (addr - seg->start) + h->rt->layout->off[F_OBJECT_REFCNT])) ? t : NULL;
}

/*
 * The object in a block of @size bytes at @p, if one is there: its distance from
 * the block's start, or -1. An object of a type with a GC header starts after it,
 * one with managed attributes after two words more. @near: the block's segment.
 */
static inline int classify(const struct kg_heap *h, const struct kg_segment *near, const uint8_t *p, uint64_t size)
{
	const struct kg_type *t;

	if (size >= 16 && refcount_sane(h, near, kg_u64(p))) {
		t = kg_types_lookup(h, kg_u64(p + 8));
		if (t && t->presize == 0 && (uint64_t)t->least <= size)
			return 0;
	}
	for (unsigned int pre = 16; pre <= 32 && pre + 16 <= size; pre += 16) {
		uint64_t next = kg_u64(p + pre - 16), prev = kg_u64(p + pre - 8);

		if (!refcount_sane(h, near, kg_u64(p + pre)))
			continue;
		/* Untracked: no links, at most the flag "finalized" in the second word. */
		if (next == 0 ? prev > 1 : !link_sane(h, near, next & ~KG_LINK_FLAGS))
			continue;
		t = kg_types_lookup(h, kg_u64(p + pre + 8));
		if (t && t->presize == pre && (uint64_t)t->least + pre <= size)
			return (int)pre;
	}
	return -1;
}

struct pool {
	kg_addr addr;
	const uint8_t *p;
	uint64_t block;	   /* bytes of one */
	uint64_t first;	   /* offset of the first */
	uint32_t carved;
	uint64_t free[POOL_BLOCKS_MAX / 64];
};

/* Marks the blocks on the free list. @return how many, or UINT32_MAX when the list is broken */
static uint32_t free_list(struct pool *pool, kg_addr block)
{
	uint32_t n = 0;

	while (block) {
		uint64_t at = block - pool->addr - pool->first;
		uint64_t i = at / pool->block;

		if (at % pool->block || i >= pool->carved || kg_bit_get(pool->free, i))
			return UINT32_MAX;
		kg_bit_set(pool->free, i);
		n++;
		block = kg_u64(pool->p + pool->first + at);
	}
	return n;
}

static void pool_sweep(struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_space *space = &h->priv->space;
	uint32_t used, szidx, next, hook = h->rt->debug_hooks ? KG_HOOK_BYTES : 0, nfree;
	struct pool pool = {.addr = addr, .p = seg->bytes + (addr - seg->start)};
	uint64_t g = kg_space_granule(seg, addr);

	memcpy(&used, pool.p + off[F_POOL_REF], 4);
	memcpy(&szidx, pool.p + off[F_POOL_SZIDX], 4);
	memcpy(&next, pool.p + off[F_POOL_NEXTOFFSET], 4);
	if (used == 0)
		return;
	pool.first = ((uint64_t)off[F_POOL_SIZE] + 15) & ~UINT64_C(15);
	pool.block = 16 * ((uint64_t)szidx + 1);
	if (szidx >= SIZE_CLASSES || next > h->rt->pool_size || next < pool.first) {
		kg_damage_add(&h->image->damage, addr, "the header of the pool at 0x%llx contradicts itself",
			      (unsigned long long)addr);
		return;
	}
	pool.carved = (uint32_t)((next - pool.first) / pool.block);
	nfree = free_list(&pool, kg_u64(pool.p + off[F_POOL_FREEBLOCK]));
	if (nfree == UINT32_MAX || pool.carved - nfree != used)
		kg_damage_add(&h->image->damage, addr, "the free list of the pool at 0x%llx does not fit its count",
			      (unsigned long long)addr);
	for (uint32_t i = 0; i < pool.carved; i++) {
		uint64_t at = pool.first + i * pool.block + hook;
		int pre;

		__builtin_prefetch(pool.p + at + AHEAD * pool.block);
		if (kg_bit_get(pool.free, i))
			continue;
		pre = classify(h, seg, pool.p + at, pool.block - hook - hook / 2);
		if (pre >= 0) {
			uint64_t n = g + ((at + (uint64_t)pre) >> 4);

			space->words[n >> 5].bits |= UINT32_C(1) << (n & 31);
		}
	}
}

/* Was the block freed, though its page does not know of it yet? */
static bool is_dead(const struct kg_runtime *rt, kg_addr block)
{
	size_t lo = 0, hi = rt->ndead;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rt->dead[mid] < block)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < rt->ndead && rt->dead[lo] == block;
}

/* The type of the object in a block that a page's heap has for objects, NULL when it holds something else. */
static bool is_object(const struct kg_heap *h, const uint8_t *p, uint64_t head, uint64_t size)
{
	const struct kg_layout *lay = h->rt->layout;
	const struct kg_type *t;

	if (size < (uint64_t)lay->off[F_OBJECT_SIZE] || !split_sane(h, p))
		return false;
	t = kg_types_lookup(h, kg_u64(p + lay->off[F_OBJECT_TYPE]));
	return t && t->presize == head && (uint64_t)t->least <= size;
}

/* One of mimalloc's pages, @free: room for a bit a block, which it leaves clear. */
static void page_sweep(struct kg_heap *h, const struct kg_block_page *page, uint64_t *free)
{
	const struct kg_runtime *rt = h->rt;
	struct kg_space *space = &h->priv->space;
	uint64_t before = (rt->debug_hooks ? KG_HOOK_BYTES : 0) + (uint64_t)page->head;
	uint64_t around = before + (rt->debug_hooks ? KG_HOOK_BYTES / 2 : 0);

	if (!page->objects || page->used == 0 || page->block <= around)
		return;
	if (kg_page_free_blocks(rt, page, free) == UINT32_MAX)
		kg_damage_add(&h->image->damage, page->addr, "the free lists of the page at 0x%llx do not fit its count",
			      (unsigned long long)page->addr);
	for (uint32_t i = 0; i < page->blocks; i++) {
		kg_addr block = page->first + i * page->block, addr = block + before;
		const struct kg_segment *seg = kg_image_segment(h->image, addr);

		if (!seg || kg_bit_get(free, i) || (rt->ndead && is_dead(rt, block)))
			continue;
		if (is_object(h, seg->bytes + (addr - seg->start), page->head,
			      seg->end - addr < page->block - around ? seg->end - addr : page->block - around))
			kg_space_mark(space, seg, kg_space_granule(seg, addr), addr);
	}
	memset(free, 0, (page->blocks / 64 + 1) * sizeof(*free));
}

struct sweep {
	struct kg_heap *h;
	struct kg_pieces arenas;
};

static struct kg_error *pages_run(void *arg, unsigned int i)
{
	enum { BLOCKS_MAX = 1 << 16 }; /* of a page: it counts them in 16 bits */
	struct sweep *s = arg;
	const struct kg_runtime *rt = s->h->rt;
	uint64_t *free_bits = calloc(BLOCKS_MAX / 64 + 1, sizeof(uint64_t)), from, to;

	(void)i;
	if (!free_bits)
		return kg_error_nomem();
	while (!kg_progress_canceled(s->h->priv->progress) && kg_pieces_take(&s->arenas, &from, &to)) {
		page_sweep(s->h, &rt->pages[rt->arenas[from].page], free_bits);
		kg_progress_add(s->h->priv->progress, 1);
	}
	free(free_bits);
	return kg_progress_check(s->h->priv->progress);
}

static struct kg_error *sweep_run(void *arg, unsigned int i)
{
	struct sweep *s = arg;
	const struct kg_runtime *rt = s->h->rt;
	uint64_t from, to;

	(void)i;
	while (!kg_progress_canceled(s->h->priv->progress) && kg_pieces_take(&s->arenas, &from, &to)) {
		uint64_t avail, size = rt->arenas[from].end - rt->arenas[from].start;
		const uint8_t *p = kg_image_avail(s->h->image, rt->arenas[from].start, &avail);

		if (p)
			kg_image_expect(p, size < avail ? size : avail);
		for (kg_addr a = rt->arenas[from].start; a < rt->arenas[from].end; a += rt->pool_size) {
			const struct kg_segment *seg = kg_image_segment(s->h->image, a);

			if (!seg || seg->end - a < rt->pool_size) {
				kg_damage_add(&s->h->image->damage, a, "the pool at 0x%llx is not in the core",
					      (unsigned long long)a);
				continue;
			}
			pool_sweep(s->h, seg, a);
		}
		kg_progress_add(s->h->priv->progress, 1);
	}
	return kg_progress_check(s->h->priv->progress);
}

struct kg_error *kg_sweep(struct kg_heap *h)
{
	struct sweep s = {h, {0, h->rt->narenas, 1}};

	kg_progress_phase(h->priv->progress, "sweeping pools", h->rt->narenas);
	return kg_workers_run(h->priv->threads, h->rt->npages ? pages_run : sweep_run, &s);
}
