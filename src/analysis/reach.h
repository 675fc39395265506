/* The surroundings of some objects, for drawing. */
#ifndef KG_ANALYSIS_REACH_H
#define KG_ANALYSIS_REACH_H

#include "base/pages.h"
#include "heap/heap.h"

/* A set of objects in the order in which they were added. */
struct kg_reach {
	const struct kg_heap *heap;
	kg_node *nodes;
	size_t n, cap, max;
	size_t starts;	    /* the first of them were asked for */
	uint64_t left_out;  /* objects that would have come next */
	uint64_t *in, *out; /* bit set by node: in the set, left out */
	struct kg_pages mem[2];
};

/** An empty set of at most @max objects. Errors: NOMEM */
struct kg_error *kg_reach_init(struct kg_reach *r, const struct kg_heap *h, size_t max) KG_MUST_CHECK;
void kg_reach_deinit(struct kg_reach *r);

/** Errors: NOMEM. A full set counts @n as left out. */
struct kg_error *kg_reach_add(struct kg_reach *r, kg_node n) KG_MUST_CHECK;

/** Adds what the objects in the set lead to, or with @backward what leads to them, @depth
 * steps far, breadth first. Everything in the set so far counts as a start. Errors: NOMEM */
struct kg_error *kg_reach_extend(struct kg_reach *r, bool backward, unsigned int depth) KG_MUST_CHECK;

static inline bool kg_reach_has(const struct kg_reach *r, kg_node n)
{
	return kg_bit_get(r->in, n);
}

#endif
