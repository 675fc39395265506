/* What holds the memory of a heap, by paths that mean the same in another core of the program. */
#ifndef KG_REPORT_OWNERS_H
#define KG_REPORT_OWNERS_H

#include "analysis/anchors.h"
#include "analysis/growth.h"
#include "analysis/retained.h"

/** Bytes that an object must retain to be an owner of its own: 1/2000 of the heap, at least 4 KiB. */
uint64_t kg_report_owners_least(const struct kg_retained *r);

/**
 * Adds to @g, as amounts of @target, each object that retains that much and lies at
 * most twelve steps down the dominator tree, under its path: "sys.modules['app'].CACHE".
 * Numbers that differ from core to core (thread, line that a frame is at) are left out
 * of the path; objects of equal path are added up. .within is the owner above.
 * Errors: NOMEM. Cost: one look-up of a path for each owner
 */
struct kg_error *kg_report_owners(const struct kg_retained *r, const struct kg_anchors *a, struct kg_growth *g,
				  unsigned int target) KG_MUST_CHECK;

#endif
