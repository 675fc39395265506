/*
 * Dominators: node d dominates n when every path from the roots to n runs through
 * d. The closest of them is its immediate dominator; those form a tree. What would
 * become unreachable if d went away is exactly d's subtree.
 */
#ifndef KG_GRAPH_DOMINATORS_H
#define KG_GRAPH_DOMINATORS_H

#include "graph/graph.h"

/* In idom[]; both are above every node number. */
#define KG_IDOM_ROOT KG_NODE_NONE	     /* nothing short of the roots together */
#define KG_IDOM_UNREACHED ((kg_node)0xfffffffe) /* no root leads there */

struct kg_dominators {
	kg_node reached;
	kg_node *idom;	/* [node] its immediate dominator, or KG_IDOM_* */
	kg_node *order; /* [0, reached) all that are reached; a dominator comes before what it dominates */
	struct kg_pages mem[2];
};

/**
 * Immediate dominators from a virtual root that leads to the nodes in @roots, over
 * edges whose kind is in @kinds (bit mask of 1 << kind). Exact. Needs the in-edges.
 * Errors: NOMEM, CANCELED. Cost: O(E log V) at worst, near O(V + E) in practice; 28 bytes a node while
 * it runs, 8 kept; iterative. Source: semi-NCA, Georgiadis, Tarjan and Werneck 2006.
 */
struct kg_error *kg_graph_dominators(const struct kg_graph *g, const uint64_t *roots, unsigned int kinds,
				     struct kg_progress *progress, struct kg_dominators *ret) KG_MUST_CHECK;
void kg_dominators_deinit(struct kg_dominators *d);

#endif
