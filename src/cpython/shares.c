/*
 * Counts that threads keep by themselves. Classes, code and namespaces that many threads use have a number, and each
 * thread an array of counts by that number: what an object's header says is less than its count by the sum of these.
 * Source: CPython 3.14 Python/uniqueid.c, Include/internal/pycore_interp_structs.h, struct _Py_unique_id_pool
 */
#include <stdlib.h>

#include "cpython/cpython_priv.h"

enum { IDS_MAX = 1 << 26 };

static bool fields_known(const struct kg_layout *lay)
{
	return kg_layout_has(lay, F_INTERP_UNIQUE_IDS) && kg_layout_has(lay, F_INTERP_UNIQUE_IDS_SIZE) &&
	       kg_layout_has(lay, F_THREADIMPL_REFCOUNTS) && kg_layout_has(lay, F_THREADIMPL_REFCOUNTS_SIZE);
}

/* The sum of what the threads of an interpreter count under number @i; an array ends where its thread needed no more. */
static int64_t share_of(const struct kg_runtime *rt, uint32_t interp, uint64_t i)
{
	const int32_t *off = rt->layout->off;
	int64_t sum = 0;

	for (uint32_t t = 0; t < rt->nthreads; t++) {
		kg_addr at = rt->threads[t].addr;

		if (rt->threads[t].interp == interp && i < kg_runtime_word(rt, at + (kg_addr)off[F_THREADIMPL_REFCOUNTS_SIZE]))
			sum += (int64_t)kg_runtime_word(rt, kg_runtime_word(rt, at + (kg_addr)off[F_THREADIMPL_REFCOUNTS]) + 8 * i);
	}
	return sum;
}

/* Numbers not in use are a list through the table itself. */
static struct kg_error *interp_add(struct kg_runtime *rt, uint32_t interp, size_t *cap)
{
	const int32_t *off = rt->layout->off;
	struct kg_layout *lay = rt->layout;
	kg_addr at = rt->interps[interp].addr, table = kg_runtime_word(rt, at + (kg_addr)off[F_INTERP_UNIQUE_IDS]);
	uint64_t n = kg_runtime_word(rt, at + (kg_addr)off[F_INTERP_UNIQUE_IDS_SIZE]);
	struct kg_error *err = NULL;

	if (!n)
		return NULL;
	if (n > IDS_MAX || !kg_image_span(rt->image, table, 8 * n)) {
		kg_damage_add(&rt->image->damage, table, "the table of numbers for counts by thread at 0x%jx is not in the core",
			      (uintmax_t)table);
		return NULL;
	}
	for (uint64_t i = 0; i < n && !err; i++) {
		kg_addr object = kg_runtime_word(rt, table + 8 * i);
		uint64_t avail;
		const uint8_t *p = object && object - table >= 8 * n ? kg_image_avail(rt->image, object, &avail) : NULL;

		if (!p || avail < (uint64_t)off[F_OBJECT_SIZE])
			continue;
		err = kg_grow(&lay->shares, cap, lay->nshares, sizeof(*lay->shares));
		if (!err)
			lay->shares[lay->nshares++] = (struct kg_thread_share){p, share_of(rt, interp, i)};
	}
	return err;
}

static int compare_shares(const void *a, const void *b)
{
	const struct kg_thread_share *x = a, *y = b;

	return x->header < y->header ? -1 : x->header > y->header;
}

struct kg_error *kg_runtime_read_shares(struct kg_runtime *rt)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	if (!fields_known(rt->layout))
		return NULL;
	for (uint32_t i = 0; i < rt->ninterps && !err; i++)
		err = interp_add(rt, i, &cap);
	if (rt->layout->nshares)
		qsort(rt->layout->shares, rt->layout->nshares, sizeof(*rt->layout->shares), compare_shares);
	return err;
}
