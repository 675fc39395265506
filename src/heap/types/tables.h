/* What the files of heap/types/ share: shorter names for table lines, guards for
 * walks, and the few readers that several types need. */
#ifndef KG_HEAP_TYPES_TABLES_H
#define KG_HEAP_TYPES_TABLES_H

#include "base/error.h"
#include "heap/type.h"

/* Members whose label is the C member's own name. */
#define KG_V(m) KG_VISIT(#m, "." #m)
#define KG_V_OPT(m) KG_VISIT_OPT(#m, "." #m)
#define KG_O_OPT(m) KG_OWN_OPT(#m, "." #m)
/* Owned all along, and shown to the collector since a version. */
#define KG_V_SINCE(version, m, l) KG_OWN_WITHIN(0, version, m, l), KG_VISIT_WITHIN(version, 0, m, l)
#define KG_O(m) KG_OWN(#m, "." #m)
#define KG_W(m) KG_WEAK(#m, "." #m)

#define KG_FIELD(s, m) {s, m, false, 0}
#define KG_FIELD_OPT(s, m) {s, m, true, 0}
#define KG_FIELDS_END {NULL, NULL, false, 0}

/* A type without members: nothing to follow, and known to be so. */
#define KG_LEAF(n) {.name = n}

#define GROUP(x)                                        \
	extern const struct kg_type_ops kg_types_##x[]; \
	extern const struct kg_module_ops kg_modules_##x[];
#include "heap/types/groups.def"
#undef GROUP

/* Brent's cycle guard for a chain of hostile pointers. */
struct kg_walk {
	kg_addr seen;
	uint64_t left, power;
};

#define KG_WALK_INIT {0, 1, 1}

/** @return false when @next was met before: the chain is a ring that never ends.
 * Notices it after at most three times the length of the chain. */
static inline bool kg_walk_step(struct kg_walk *w, kg_addr next)
{
	if (next == w->seen)
		return false;
	if (--w->left == 0) {
		w->seen = next;
		w->power *= 2;
		w->left = w->power;
	}
	return true;
}

static inline kg_addr kg_word(const void *p, int64_t offset)
{
	return kg_u64((const char *)p + offset);
}

static inline int32_t kg_word32(const void *p, int64_t offset)
{
	return (int32_t)kg_u32((const char *)p + offset);
}

/** Pushes @n pointers at @addr, labeled [@first], [@first + 1]... Errors: FAULT; nothing is pushed then. */
struct kg_error *kg_types_push_range(const struct kg_heap *h, kg_addr addr, uint64_t n, uint64_t first,
				     enum kg_edge_kind kind, struct kg_sink *sink) KG_MUST_CHECK;

/** strlen() + 1 of the C string at @addr, 0 when @addr is NULL. Errors: FAULT when its segment ends first. */
struct kg_error *kg_types_cstr_bytes(const struct kg_heap *h, kg_addr addr, uint64_t *ret) KG_MUST_CHECK;

/** @base + @n * @elem. Errors: CORRUPT about @addr when that is negative or beyond 2^62. */
struct kg_error *kg_types_size_add(kg_addr addr, uint64_t base, int64_t n, uint64_t elem, uint64_t *ret) KG_MUST_CHECK;

#endif
