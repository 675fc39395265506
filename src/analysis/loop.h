/* The shortest way from an object of a garbage group back to itself. */
#ifndef KG_ANALYSIS_LOOP_H
#define KG_ANALYSIS_LOOP_H

#include "analysis/cycles.h"

struct kg_loop {
	kg_node *nodes; /* each refers to the next, the last to the first */
	size_t n;	/* 0: the start is in no cycle */
};

/** Errors: NOMEM. Cost: O(members and references of the group, times the logarithm of its size) */
struct kg_error *kg_loop_find(const struct kg_heap *h, const struct kg_cycles *c, const struct kg_cycle *it,
			      kg_node start, struct kg_loop *ret) KG_MUST_CHECK;
void kg_loop_deinit(struct kg_loop *l);

#endif
