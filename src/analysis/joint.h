/*
 * Retained bytes of several objects: what would be freed if all of them went away
 * at once. That is more than the sum of what each retains where they hold something
 * only together, and less where one holds another. Exact, on the same graph and from
 * the same roots as analysis/retained.h.
 */
#ifndef KG_ANALYSIS_JOINT_H
#define KG_ANALYSIS_JOINT_H

#include "analysis/retained.h"

/* Sets of objects, one after the other. An object may be in several. */
struct kg_sets {
	const kg_node *nodes;
	const size_t *ends; /* [set] first place in nodes[] that is not the set's any more; rising */
	size_t n;
};

/**
 * Bytes that go with each set. @ret: [set]
 * Errors: NOMEM, CANCELED. Cost: a pass over all references for each 64 sets of more than one object, on
 * as many threads as @r was made with, each with 16 bytes an object while it runs
 */
struct kg_error *kg_joint_sets(const struct kg_retained *r, const struct kg_sets *sets, struct kg_progress *progress,
			       uint64_t *ret) KG_MUST_CHECK;

/**
 * Bytes that go with all instances of a type, for each of @types, @n indices.
 * @ret: [type index], other types' are left alone. Errors and cost as above: a type with one instance costs nothing
 */
struct kg_error *kg_joint_types(const struct kg_retained *r, const uint32_t *types, size_t n,
				struct kg_progress *progress, uint64_t *ret) KG_MUST_CHECK;

#endif
