/*
 * Live blocks of pymalloc's pools that look like objects. A pool says itself which
 * of its blocks are in use: those that were carved, less those on its free list.
 */
#include "heap/heap_priv.h"

#define REFCOUNT_MAX (INT64_C(1) << 40) /* more references than any machine has words */
#define REFCOUNT_SMALL 65536		/* no address is that low: the kernel maps nothing there */
#define POOL_BLOCKS_MAX 1024
#define SIZE_CLASSES 32
#define HOOK_BYTES 16 /* before a block with debug hooks; 8 behind it */

static uint64_t word(const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/* A count that is an address of something is none: the block is an array of pointers. */
static bool refcount_sane(const struct kg_heap *h, uint64_t refcount)
{
	if (refcount < REFCOUNT_SMALL)
		return refcount > 0;
	return refcount < (uint64_t)REFCOUNT_MAX && !kg_image_segment(h->image, refcount);
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
	refcount = (int64_t)word(p + off[F_OBJECT_REFCNT]);
	if (refcount <= 0 || refcount >= REFCOUNT_MAX)
		return NULL;
	t = kg_types_lookup(h, word(p + off[F_OBJECT_TYPE]));
	if (!t || avail < (uint64_t)t->least)
		return NULL;
	/* Static types have no GC header, though their type says that instances do. */
	if (addr - seg->start < t->presize && !t->is_metatype)
		return NULL;
	return t;
}

const struct kg_type *kg_object_guess(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const struct kg_type *t = kg_object_check(h, seg, addr);

	return t && refcount_sane(h, word(seg->bytes + (addr - seg->start) + h->rt->layout->off[F_OBJECT_REFCNT])) ? t : NULL;
}

static bool link_sane(const struct kg_heap *h, uint64_t link)
{
	return (link & 7) == 0 && link && kg_image_segment(h->image, link);
}

/*
 * The object in a block of @size bytes at @p, if one is there: its distance from
 * the block's start, or -1. An object of a type with a GC header starts after it,
 * one with managed attributes after two words more.
 */
static int classify(const struct kg_heap *h, const uint8_t *p, uint64_t size, const struct kg_type **ret)
{
	const struct kg_type *t;

	if (size >= 16 && word(p) - 1 < (uint64_t)REFCOUNT_MAX && refcount_sane(h, word(p))) {
		t = kg_types_lookup(h, word(p + 8));
		if (t && t->presize == 0 && (uint64_t)t->least <= size) {
			*ret = t;
			return 0;
		}
	}
	for (unsigned int pre = 16; pre <= 32 && pre + 16 <= size; pre += 16) {
		uint64_t next = word(p + pre - 16), prev = word(p + pre - 8);

		if (!refcount_sane(h, word(p + pre)))
			continue;
		/* Untracked: no links, at most the flag "finalized" in the second word. */
		if (next == 0 ? prev > 1 : !link_sane(h, next & ~UINT64_C(3)))
			continue;
		t = kg_types_lookup(h, word(p + pre + 8));
		if (t && t->presize == pre && (uint64_t)t->least + pre <= size) {
			*ret = t;
			return (int)pre;
		}
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
		block = word(pool->p + pool->first + at);
	}
	return n;
}

static void pool_sweep(struct kg_heap *h, const struct kg_segment *seg, kg_addr addr)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_space *space = &h->priv->space;
	uint32_t used, szidx, next, hook = h->rt->debug_hooks ? HOOK_BYTES : 0, nfree;
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
	nfree = free_list(&pool, word(pool.p + off[F_POOL_FREEBLOCK]));
	if (nfree == UINT32_MAX || pool.carved - nfree != used)
		kg_damage_add(&h->image->damage, addr, "the free list of the pool at 0x%llx does not fit its count",
			      (unsigned long long)addr);
	for (uint32_t i = 0; i < pool.carved; i++) {
		uint64_t at = pool.first + i * pool.block + hook;
		const struct kg_type *t;
		int pre;

		if (kg_bit_get(pool.free, i))
			continue;
		pre = classify(h, pool.p + at, pool.block - hook - hook / 2, &t);
		if (pre >= 0) {
			uint64_t n = g + ((at + (uint64_t)pre) >> 4);

			space->words[n >> 5].bits |= UINT32_C(1) << (n & 31);
		}
	}
}

struct sweep {
	struct kg_heap *h;
	struct kg_pieces arenas;
};

static struct kg_error *sweep_run(void *arg, unsigned int i)
{
	struct sweep *s = arg;
	const struct kg_runtime *rt = s->h->rt;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&s->arenas, &from, &to)) {
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
	return NULL;
}

struct kg_error *kg_sweep(struct kg_heap *h)
{
	struct sweep s = {h, {0, h->rt->narenas, 1}};

	kg_progress_phase(h->priv->progress, "sweeping pools", h->rt->narenas);
	return kg_workers_run(h->priv->threads, sweep_run, &s);
}
