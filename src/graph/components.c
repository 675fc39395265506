/* Strongly connected components: Tarjan 1972, with a stack of its own instead of calls. */
#include "graph/graph.h"

#include <stdlib.h>

#define STEP 0x3ffff /* edges between two looks at whether to stop, less 1 */

struct visit {
	kg_node node;
	uint32_t at; /* next word of to[], KG_NODE_NONE when the list is done */
};

struct tarjan {
	const struct kg_graph *g;
	const uint64_t *within;
	unsigned int kinds;
	uint32_t *order; /* [node] 1 + when it was first seen; 0 not yet */
	uint32_t *low;	 /* [node] smallest order it leads back to */
	uint32_t *component;
	kg_node *open;	 /* nodes whose component is not known yet */
	struct visit *calls;
	struct kg_pages mem[4];
	uint32_t seen, components;
	size_t nopen, ncalls;
};

static void enter(struct tarjan *t, kg_node n)
{
	t->order[n] = t->low[n] = ++t->seen;
	t->open[t->nopen++] = n;
	t->calls[t->ncalls++] = (struct visit){n, t->g->start[n]};
}

static void leave(struct tarjan *t, kg_node n)
{
	if (t->low[n] == t->order[n]) {
		kg_node m;

		do {
			m = t->open[--t->nopen];
			t->component[m] = t->components;
		} while (m != n);
		t->components++;
	}
	if (t->ncalls > 0) {
		kg_node parent = t->calls[t->ncalls - 1].node;

		if (t->low[n] < t->low[parent])
			t->low[parent] = t->low[n];
	}
}

/* One edge of the node on top, or its end. */
static void step(struct tarjan *t)
{
	struct visit *v = &t->calls[t->ncalls - 1];
	uint32_t w;
	kg_node to;

	if (v->at == KG_NODE_NONE) {
		t->ncalls--;
		leave(t, v->node);
		return;
	}
	w = t->g->to[v->at];
	v->at = w & KG_WORD_LAST ? KG_NODE_NONE : v->at + 1;
	to = KG_WORD_TO(w);
	if (!(t->kinds >> KG_WORD_KIND(w) & 1) || !kg_bit_get(t->within, to))
		return;
	if (t->order[to] == 0)
		enter(t, to);
	else if (t->component[to] == KG_NODE_NONE && t->order[to] < t->low[v->node])
		t->low[v->node] = t->order[to];
}

struct kg_error *kg_graph_components(const struct kg_graph *g, const uint64_t *within, unsigned int kinds,
				     const struct kg_progress *progress, uint32_t *ret_component,
				     uint32_t *ret_count)
{
	static const size_t widths[] = {sizeof(uint32_t), sizeof(uint32_t), sizeof(kg_node), sizeof(struct visit)};
	struct tarjan t = {.g = g, .within = within, .kinds = kinds, .component = ret_component};
	struct kg_error *err = NULL;
	uint32_t steps = 0;

	for (size_t i = 0; i < KG_ARRAY_SIZE(widths) && !err; i++)
		err = kg_pages_init(&t.mem[i], ((size_t)g->nodes + 1) * widths[i]);
	if (!err) {
		t.order = t.mem[0].mem;
		t.low = t.mem[1].mem;
		t.open = t.mem[2].mem;
		t.calls = t.mem[3].mem;
		for (kg_node n = 0; n < g->nodes; n++)
			ret_component[n] = KG_NODE_NONE;
		for (kg_node n = 0; n < g->nodes && !err; n++) {
			if (!kg_bit_get(within, n) || t.order[n])
				continue;
			enter(&t, n);
			while (t.ncalls > 0 && !err) {
				step(&t);
				if ((++steps & STEP) == 0)
					err = kg_progress_check(progress);
			}
		}
		*ret_count = t.components;
	}
	for (size_t i = 0; i < KG_ARRAY_SIZE(t.mem); i++)
		kg_pages_deinit(&t.mem[i]);
	return err;
}
