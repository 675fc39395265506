/*
 * pymalloc's arenas: by the allocator's own static variables where a symbol table
 * names them, else by their shape in the interpreter's data. What proves an array
 * of arena objects is that the pools it leads to carry the entry's own number.
 * Source: CPython 3.11 Objects/obmalloc.c, struct arena_object and new_arena().
 */
#include <stdlib.h>
#include <string.h>

#include "cpython/cpython_priv.h"

enum {
	ARENAS_MIN = 16,	 /* INITIAL_ARENA_OBJECTS; the array doubles from there */
	SIZE_CLASSES = 32,
	DUMMY_CLASS = 0xffff,	 /* DUMMY_SIZE_IDX: a pool carved but never used */
	NEAR_BYTES = 128,	 /* maxarenas lies about here from arenas */
	POOLS_SAMPLED = 64,
	ENTRIES_MAX = 1 << 20,	 /* a terabyte of arenas */
	UNUSED_MAX = 1024,	 /* unused entries before the first in use */
	LOOKS_MAX = 1 << 26,	 /* entries looked at in a search by shape */
};

/* An array of arena objects, copied: the interpreter may have it anywhere. */
struct arena_table {
	kg_addr at;
	uint64_t count; /* entries */
};

/* A search by shape: the best so far, and how much more may be looked at. */
struct search {
	struct arena_table best;
	uint64_t looks;
};

/* One entry, decoded. */
struct arena_entry {
	kg_addr address, first, carved_end; /* 0: unused */
	uint32_t nfree, ntotal;
};

static bool entry_read(const struct kg_runtime *rt, const struct arena_table *t, uint64_t i, struct arena_entry *ret)
{
	const int32_t *off = rt->layout->off;
	const uint8_t *e = kg_image_span(rt->image, t->at + i * off[F_ARENA_SIZE], off[F_ARENA_SIZE]);
	uint64_t pool = rt->layout->facts->pool_bytes;

	if (!e)
		return false;
	memcpy(&ret->address, e + off[F_ARENA_ADDRESS], 8);
	memcpy(&ret->carved_end, e + off[F_ARENA_POOL_ADDRESS], 8);
	memcpy(&ret->nfree, e + off[F_ARENA_NFREEPOOLS], 4);
	memcpy(&ret->ntotal, e + off[F_ARENA_NTOTALPOOLS], 4);
	ret->first = (ret->address + pool - 1) & ~(pool - 1);
	return true;
}

/* Whether an entry in use keeps the allocator's own rules. */
static bool entry_sound(const struct kg_runtime *rt, const struct arena_entry *e)
{
	const struct kg_facts *v = rt->layout->facts;
	uint64_t total = v->arena_bytes / v->pool_bytes - (e->first != e->address);

	return e->address && e->address % 4096 == 0 && e->address + v->arena_bytes > e->address &&
	       e->ntotal == total && e->nfree <= e->ntotal && e->carved_end >= e->first &&
	       e->carved_end <= e->address + v->arena_bytes && (e->carved_end - e->first) % v->pool_bytes == 0;
}

enum proof { PROOF_NONE, PROOF_AGAINST, PROOF_FOR };

/* What the first pool of entry @i says: its number must be @i. */
static enum proof pool_proof(const struct kg_runtime *rt, const struct arena_entry *e, uint64_t i)
{
	const int32_t *off = rt->layout->off;
	const uint8_t *p = kg_image_span(rt->image, e->first, off[F_POOL_SIZE]);
	uint32_t index, class;

	if (!p || e->carved_end == e->first)
		return PROOF_NONE;
	memcpy(&index, p + off[F_POOL_ARENAINDEX], 4);
	memcpy(&class, p + off[F_POOL_SZIDX], 4);
	return index == i && (class < SIZE_CLASSES || class == DUMMY_CLASS) ? PROOF_FOR : PROOF_AGAINST;
}

/*
 * How many entries from the start keep the rules, at most t->count; *ret_proofs:
 * how many are proven. Zeroes keep the rules too: a long run of nothing else is no table.
 */
static uint64_t table_sound(const struct kg_runtime *rt, const struct arena_table *t, uint64_t *ret_proofs)
{
	struct arena_entry e;
	uint64_t i, proofs = 0, used = 0;

	for (i = 0; i < t->count; i++) {
		enum proof proof;

		if (!entry_read(rt, t, i, &e) || (!used && i == UNUSED_MAX))
			break;
		if (!e.address)
			continue;
		if (!entry_sound(rt, &e))
			break;
		used++;
		proof = pool_proof(rt, &e, i);
		if (proof == PROOF_AGAINST)
			break;
		proofs += proof == PROOF_FOR;
	}
	*ret_proofs = proofs;
	return i;
}

/*
 * The variable maxarenas lies near the variable arenas: the greatest number there
 * for which all entries are sound. Without one, as many as are sound.
 */
static bool table_count(const struct kg_runtime *rt, kg_addr variable, struct arena_table *t, uint64_t *looks)
{
	uint64_t avail, proofs, sound, best = 0;

	if (!kg_image_avail(rt->image, t->at, &avail))
		return false;
	t->count = avail / rt->layout->off[F_ARENA_SIZE];
	if (t->count > ENTRIES_MAX)
		t->count = ENTRIES_MAX;
	sound = table_sound(rt, t, &proofs);
	*looks -= sound < *looks ? sound : *looks;
	if (!proofs)
		return false;
	for (kg_addr a = variable - NEAR_BYTES; a < variable + NEAR_BYTES; a += 4) {
		uint32_t n = (uint32_t)kg_runtime_int(rt, a, 0);

		if (n >= ARENAS_MIN && (n & (n - 1)) == 0 && n <= sound && n > best)
			best = n;
	}
	t->count = best ? best : sound;
	return true;
}

/* Taken as it is unless its entries contradict it; single ones that do are left out later. */
static bool table_by_symbol(struct kg_runtime *rt, struct arena_table *ret)
{
	kg_addr arenas, max;
	uint64_t size, proofs;

	if (!rt->module->found || !kg_process_symbol(rt->proc, rt->module, "arenas", &arenas, &size) || size != 8 ||
	    !kg_process_symbol(rt->proc, rt->module, "maxarenas", &max, &size) || size != 4)
		return false;
	ret->at = kg_runtime_word(rt, arenas);
	ret->count = (uint32_t)kg_runtime_int(rt, max, 0);
	if (!ret->at || !ret->count)
		return false;
	if (ret->count <= ENTRIES_MAX && (table_sound(rt, ret, &proofs) == ret->count || proofs))
		return true;
	kg_damage_add(&rt->image->damage, ret->at, "the allocator's table of arenas at 0x%jx cannot be read or is not sound",
		      (uintmax_t)ret->at);
	return false;
}

/* Looks at each word in [start, end) for a pointer to a table. */
static void table_in_range(const struct kg_runtime *rt, kg_addr start, kg_addr end, struct search *s)
{
	for (kg_addr at = (start + 7) & ~7ull; at + 8 <= end && s->looks; at += 8) {
		struct arena_table t = {.at = kg_runtime_word(rt, at)};
		struct arena_entry e;

		/* The first entry decides nearly always, so it goes first. */
		if (!t.at || t.at % 8 || !entry_read(rt, &t, 0, &e) || (e.address && !entry_sound(rt, &e)))
			continue;
		if (table_count(rt, at, &t, &s->looks) && t.count > s->best.count)
			s->best = t;
	}
}

/* Writable memory of the interpreter's module: its data, and its .bss right after. */
static bool table_by_shape(const struct kg_runtime *rt, struct arena_table *ret)
{
	const struct kg_image *img = rt->image;
	kg_addr start = rt->module->start, end = rt->module->end + KG_BSS_BYTES;
	struct search search = {.looks = LOOKS_MAX};

	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

		if (from < to && s->flags & KG_SEG_WRITE)
			table_in_range(rt, from, to, &search);
	}
	*ret = search.best;
	return search.best.count;
}

static int compare_arenas(const void *a, const void *b)
{
	const struct kg_arena *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* Sorts, and drops what overlaps: two arenas never do. */
void kg_arenas_sort(struct kg_runtime *rt)
{
	size_t kept = 0;

	if (rt->narenas == 0)
		return;
	qsort(rt->arenas, rt->narenas, sizeof(*rt->arenas), compare_arenas);
	for (size_t i = 0; i < rt->narenas; i++) {
		if (kept && rt->arenas[i].start < rt->arenas[kept - 1].end)
			kg_damage_add(&rt->image->damage, rt->arenas[i].start, "two arenas overlap at 0x%jx",
				      (uintmax_t)rt->arenas[i].start);
		else
			rt->arenas[kept++] = rt->arenas[i];
	}
	rt->narenas = kept;
}

static struct kg_error *arenas_add(struct kg_runtime *rt, const struct arena_table *t)
{
	struct arena_entry e;

	for (uint64_t i = 0; i < t->count && entry_read(rt, t, i, &e); i++) {
		struct kg_error *err;

		if (!e.address)
			continue;
		if (!entry_sound(rt, &e)) {
			kg_damage_add(&rt->image->damage, t->at + i * rt->layout->off[F_ARENA_SIZE],
				      "arena %ju contradicts itself and is left out", (uintmax_t)i);
			continue;
		}
		err = kg_grow(&rt->arenas, &rt->priv->arenas_cap, rt->narenas, sizeof(*rt->arenas));
		if (err)
			return err;
		rt->arenas[rt->narenas++] = (struct kg_arena){.start = e.first, .end = e.carved_end};
	}
	if (rt->narenas)
		kg_arenas_sort(rt);
	return NULL;
}

/* Size, big-endian; a letter for the domain; seven bytes 0xfd: _PyMem_DebugRawAlloc(). */
bool kg_block_hooked(const struct kg_runtime *rt, kg_addr block)
{
	static const uint8_t fence[7] = {0xfd, 0xfd, 0xfd, 0xfd, 0xfd, 0xfd, 0xfd};
	const uint8_t *p = kg_image_span(rt->image, block, KG_HOOK_BYTES);

	return p && (p[8] == 'o' || p[8] == 'm' || p[8] == 'r') && !memcmp(p + 9, fence, sizeof(fence));
}

/* Whether any block of a pool in use is fenced; freed blocks are not, hence any. */
static bool pool_hooked(const struct kg_runtime *rt, kg_addr pool, uint32_t class)
{
	const int32_t *off = rt->layout->off;
	uint32_t block = (class + 1) * 16;
	kg_addr end = pool + rt->layout->facts->pool_bytes;

	for (kg_addr at = pool + off[F_POOL_SIZE]; at + block <= end; at += block)
		if (kg_block_hooked(rt, at))
			return true;
	return false;
}

/* The majority of some pools in use, evenly taken from all arenas, decides. */
static bool hooks_in_pools(const struct kg_runtime *rt, bool *ret)
{
	const int32_t *off = rt->layout->off;
	uint64_t pool = rt->layout->facts->pool_bytes, seen = 0, with = 0;

	for (size_t i = 0; i < rt->narenas && seen < POOLS_SAMPLED; i++) {
		for (kg_addr at = rt->arenas[i].start; at < rt->arenas[i].end && seen < POOLS_SAMPLED; at += pool) {
			const uint8_t *p = kg_image_span(rt->image, at, pool);
			uint32_t used, class;

			if (!p)
				continue;
			memcpy(&used, p + off[F_POOL_REF], 4);
			memcpy(&class, p + off[F_POOL_SZIDX], 4);
			if (!used || class >= SIZE_CLASSES)
				continue;
			seen++;
			with += pool_hooked(rt, at, class);
		}
	}
	*ret = with * 2 > seen;
	return seen;
}

/* Without arenas: the dict of the sys module has a GC head and, before that, the fence. */
static bool hooks_at_object(const struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr dict = rt->ninterps ? kg_runtime_word(rt, rt->interps[0].addr + off[F_INTERP_SYSDICT]) : 0;

	return dict && kg_block_hooked(rt, dict - off[F_GCHEAD_SIZE] - KG_HOOK_BYTES);
}

static bool fields_known(const struct kg_layout *lay)
{
	return kg_layout_has(lay, F_ARENA_SIZE) && lay->off[F_ARENA_SIZE] > 0 && kg_layout_has(lay, F_POOL_SIZE) &&
	       kg_layout_has(lay, F_ARENA_ADDRESS) && kg_layout_has(lay, F_ARENA_POOL_ADDRESS) &&
	       kg_layout_has(lay, F_ARENA_NFREEPOOLS) && kg_layout_has(lay, F_ARENA_NTOTALPOOLS) &&
	       kg_layout_has(lay, F_POOL_REF) && kg_layout_has(lay, F_POOL_ARENAINDEX) &&
	       kg_layout_has(lay, F_POOL_SZIDX);
}

/* The allocator's state: in the interpreter (3.12) or where that points to (3.13 on). */
static kg_addr obmalloc_state(const struct kg_runtime *rt, uint32_t interp)
{
	kg_addr at = rt->interps[interp].addr + rt->layout->off[F_INTERP_OBMALLOC];

	return kg_layout_has(rt->layout, F_INTERP_OBMALLOC_ARENAS) ? at : kg_runtime_word(rt, at);
}

/* Where an interpreter has an allocator of its own or shares another's: CPython 3.13 Python/pystate.c. */
static bool table_of_interp(const struct kg_runtime *rt, uint32_t interp, struct arena_table *ret)
{
	const int32_t *off = rt->layout->off;
	kg_addr state = obmalloc_state(rt, interp);

	ret->at = kg_runtime_word(rt, state + off[F_OBMALLOC_ARENAS]);
	ret->count = (uint32_t)kg_runtime_int(rt, state + off[F_OBMALLOC_MAXARENAS], 0);
	for (uint32_t i = 0; i < interp; i++)
		if (obmalloc_state(rt, i) == state)
			return false;
	return ret->at && ret->count && ret->count <= ENTRIES_MAX;
}

static struct kg_error *arenas_of_interps(struct kg_runtime *rt)
{
	struct kg_error *err = NULL;

	for (uint32_t i = 0; i < rt->ninterps && !err; i++) {
		struct arena_table t;

		if (table_of_interp(rt, i, &t))
			err = arenas_add(rt, &t);
	}
	return err;
}

struct kg_error *kg_runtime_read_arenas(struct kg_runtime *rt)
{
	struct arena_table t = {0};
	struct kg_error *err = NULL;

	if (rt->layout->facts->slice_bytes)
		return kg_runtime_read_pages(rt);
	rt->pool_size = rt->layout->facts->pool_bytes;
	if (fields_known(rt->layout) && kg_layout_has(rt->layout, F_INTERP_OBMALLOC))
		err = arenas_of_interps(rt);
	else if (fields_known(rt->layout) && (table_by_symbol(rt, &t) || table_by_shape(rt, &t)))
		err = arenas_add(rt, &t);
	if (!err && !hooks_in_pools(rt, &rt->debug_hooks))
		rt->debug_hooks = hooks_at_object(rt);
	return err;
}
