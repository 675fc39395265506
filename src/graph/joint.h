/*
 * What sets of nodes hold together: a dominator tree says what goes with one node;
 * with several goes also what only they jointly lead to. Up to 64 sets are asked
 * about at once, a bit of a word each.
 */
#ifndef KG_GRAPH_JOINT_H
#define KG_GRAPH_JOINT_H

#include "graph/graph.h"

#define KG_JOINT_SETS 64

struct kg_joint {
	const uint64_t *roots; /* bit set by node */
	unsigned int kinds;    /* edges that count, bit mask of 1 << kind */
	const kg_node *order;  /* all nodes that the roots reach, each after one that leads to it (graph/dominators.h) */
	kg_node reached;
	uint64_t all;		/* a bit for each set */
	const uint64_t *member; /* [node] the sets it is in */
	const struct kg_progress *progress; /* only asked whether to stop */
};

/**
 * In which cases each node is still reached: bit i is clear in @stay[n] when set i's
 * removal puts n out of reach, or n is in it. Exact.
 * @stay: [node], all zero on entry
 * Errors: NOMEM, CANCELED. Cost: one pass over the edges, and again what an edge back into
 * earlier nodes changes: rarely much. At worst 64 passes
 */
struct kg_error *kg_graph_joint(const struct kg_graph *g, const struct kg_joint *j, uint64_t *stay) KG_MUST_CHECK;

#endif
