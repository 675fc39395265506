/*
 * The table of facts. Sources, in each version's own tree: Objects/obmalloc.c and
 * Include/internal/pycore_obmalloc.h (arenas), Modules/gcmodule.c or Python/gc.c,
 * Include/internal/pycore_gc.h (flag bits), Include/object.h and refcount.h (counts),
 * Include/internal/pycore_object.h (what stands before an object), Objects/typeobject.c
 * subtype_traverse, Python/sysmodule.c _PySys_GetSizeOf, Include/cpython/unicodeobject.h,
 * Include/internal/pycore_frame.h (frame states), Objects/lnotab_notes.txt, locations.md.
 */
#include "cpython/facts.h"

#define MANAGED_WEAKREF (UINT64_C(1) << 3)
#define MANAGED_DICT (UINT64_C(1) << 4)

#define SMALL_ARENAS .arena_bytes = 256 << 10, .pool_bytes = 4 << 10
#define LARGE_ARENAS .arena_bytes = 1 << 20, .pool_bytes = 16 << 10
#define STR_WITH_READY .str = {.kind = 2, .compact = 5, .ascii = 6, .ready = 7}
#define STR_BYTES .str = {.kind = 8, .compact = 11, .ascii = 12, .ready = KG_NO_BIT} /* free-threaded, from 3.14 on */
#define STR_READY .str = {.kind = 2, .compact = 5, .ascii = 6, .ready = KG_NO_BIT}

/* 3.8 to 3.10: frame objects, key tables told by their look-up function. */
#define OLD                                                                                                            \
	.gc_flag_bits = 3, .gc_lists = true, .counting = KG_COUNT_PLAIN, .interned_uncounted = true,                   \
	.values = KG_VALUES_NONE, .size_head = KG_HEAD_OF_OBJECT, .keys = KG_KEYS_LOOKUP, .ints = KG_INT_SIZE,         \
	.least_digits = 0,                                                                                             \
	STR_WITH_READY, .frames = KG_FRAMES_OBJECTS

/* 3.11 on: interpreter frames, kinds of key tables, location tables. */
#define NEW                                                                                                            \
	.gc_flag_bits = 3, .interned_uncounted = true, .class_visit = KG_CLASS_UNLESS_BASE, .keys = KG_KEYS_KINDS,     \
	.frames = KG_FRAMES_INTERNAL, .lines = KG_LINES_LOCATIONS, .code_unit = 2

#define GENERATORS_311 .gen = {.completed = 1, .cleared = 4, .executing = 0}
#define GENERATORS_315 .gen = {.completed = 5, .cleared = 5, .executing = 4}

#define FIRST_NEW                                                                                                      \
	NEW, LARGE_ARENAS, .gc_lists = true, .counting = KG_COUNT_PLAIN, .frozen_count = 999999999,                    \
	.values = KG_VALUES_POINTER, .preheader_flags = MANAGED_DICT, .preheader_dict = 24, .preheader_values = 32,    \
	.size_head = KG_HEAD_OF_TYPE, .ints = KG_INT_SIZE, STR_WITH_READY, GENERATORS_311

/* 3.12 on. */
#define MODERN                                                                                                         \
	NEW, .native_class_visit = true, .preheader_flags = MANAGED_DICT | MANAGED_WEAKREF, .ints = KG_INT_TAG, .least_digits = 1

#define BEFORE_GC_HEADER STR_READY, LARGE_ARENAS, .gc_lists = true, .preheader_dict = 24, .preheader_weakrefs = 32
/* Free-threaded: Include/internal/mimalloc/mimalloc/types.h, pycore_mimalloc.h, pycore_object_deferred.h. */
#define BEFORE_OBJECT                                                                                                  \
	.segment_bytes = 32 << 20, .slice_bytes = 64 << 10, .gc_lists = false, .preheader_dict = 8, .preheader_weakrefs = 16

/* From 3.14 on; the bias: Include/internal/pycore_object_deferred.h, _Py_REF_DEFERRED. */
#define DEFERRED                                                                                                       \
	STR_BYTES, .deferred_bias = INT64_MAX / 8, .marks_alive = true, .list_room_before = true, .delayed_decref = true

/* Of 3.14.0 to 3.14.4 alone, Python/gc.c gc_collect_increment(), _PyGC_GetObjects(), untrack_tuples(). */
#define INCREMENTAL .gc_bytes = 240, .old_spaces = true, .untracks_young = true

static const struct kg_facts rows[] = {
	{.since = KG_VERSION(3, 8, 0), .until = KG_VERSION(3, 9, 0), OLD, SMALL_ARENAS,
	 .static_ints = true, .class_visit = KG_CLASS_ALWAYS, .lines = KG_LINES_LNOTAB, .code_unit = 1},
	{.since = KG_VERSION(3, 9, 0), .until = KG_VERSION(3, 10, 0), OLD, SMALL_ARENAS,
	 .class_visit = KG_CLASS_UNLESS_BASE, .lines = KG_LINES_LNOTAB, .code_unit = 1},
	{.since = KG_VERSION(3, 10, 0), .until = KG_VERSION(3, 11, 0), OLD, LARGE_ARENAS,
	 .class_visit = KG_CLASS_UNLESS_BASE, .lines = KG_LINES_RANGES, .code_unit = 2, .lasti_units = true},
	{.since = KG_VERSION(3, 11, 0), .until = KG_VERSION(3, 11, 1), FIRST_NEW, .least_digits = 0},
	{.since = KG_VERSION(3, 11, 1), .until = KG_VERSION(3, 12, 0), FIRST_NEW, .least_digits = 1},
	{.since = KG_VERSION(3, 12, 0), .until = KG_VERSION(3, 13, 0), MODERN, BEFORE_GC_HEADER,
	 .counting = KG_COUNT_SIGN, .values = KG_VALUES_TAGGED, .size_head = KG_HEAD_OF_TYPE, .owner_internal = 3,
	 GENERATORS_311},
	{.since = KG_VERSION(3, 13, 0), .until = KG_VERSION(3, 14, 0), MODERN, BEFORE_GC_HEADER,
	 .counting = KG_COUNT_SIGN, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 GENERATORS_311},
	{.since = KG_VERSION(3, 14, 0), .until = KG_VERSION(3, 14, 5), INCREMENTAL, MODERN, BEFORE_GC_HEADER,
	 .counting = KG_COUNT_SHORT, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 .stackrefs = true, GENERATORS_311},
	{.since = KG_VERSION(3, 14, 5), .until = KG_VERSION(3, 15, 0), .gc_bytes = 264, MODERN, BEFORE_GC_HEADER,
	 .counting = KG_COUNT_SHORT, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 .stackrefs = true, GENERATORS_311},
	{.since = KG_VERSION(3, 15, 0), .until = KG_VERSION(3, 16, 0), MODERN, BEFORE_GC_HEADER,
	 .counting = KG_COUNT_SHORT, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 .stackrefs = true, GENERATORS_315},

	{.since = KG_VERSION(3, 13, 0), .until = KG_VERSION(3, 14, 0), .free_threaded = true, MODERN, STR_READY, BEFORE_OBJECT,
	 .counting = KG_COUNT_SPLIT, .deferred_bias = 1, .untracks_dicts = true, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 GENERATORS_311},
	{.since = KG_VERSION(3, 14, 0), .until = KG_VERSION(3, 15, 0), .free_threaded = true, MODERN, DEFERRED, BEFORE_OBJECT,
	 .counting = KG_COUNT_SPLIT, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH, .owner_internal = 3,
	 .stackrefs = true, GENERATORS_311},
	{.since = KG_VERSION(3, 15, 0), .until = KG_VERSION(3, 16, 0), .free_threaded = true, MODERN, DEFERRED, BEFORE_OBJECT,
	 .counting = KG_COUNT_SPLIT, .drops_immortal = true, .values = KG_VALUES_INLINE, .size_head = KG_HEAD_OF_BOTH,
	 .owner_internal = 3, .stackrefs = true, GENERATORS_315},
};

static uint32_t distance(const struct kg_facts *f, uint32_t number)
{
	return number < f->since ? f->since - number : number >= f->until ? number - f->until + 1 : 0;
}

const struct kg_facts *kg_facts_find(struct kg_version v, bool free_threaded, bool *ret_exact)
{
	const struct kg_facts *best = NULL;
	uint32_t number = kg_version_number(v);

	for (size_t i = 0; i < KG_ARRAY_SIZE(rows); i++) {
		if (rows[i].free_threaded == free_threaded &&
		    (!best || distance(&rows[i], number) < distance(best, number)))
			best = &rows[i];
	}
	*ret_exact = best && distance(best, number) == 0;
	return best;
}

/* KG_VERSION() without the micro version. */
static uint32_t minor_of(const struct kg_facts *f)
{
	return f->since >> 8;
}

const struct kg_facts *kg_facts_by_collector(const struct kg_facts *f, int32_t bytes)
{
	if (!f->gc_bytes || f->gc_bytes == bytes)
		return f;
	for (size_t i = 0; i < KG_ARRAY_SIZE(rows); i++) {
		if (rows[i].free_threaded == f->free_threaded && minor_of(&rows[i]) == minor_of(f) && rows[i].gc_bytes == bytes)
			return &rows[i];
	}
	return f;
}
