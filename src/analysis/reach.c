#include "analysis/reach.h"

#include <stdlib.h>

#include "base/grow.h"

struct kg_error *kg_reach_init(struct kg_reach *r, const struct kg_heap *h, size_t max)
{
	size_t bytes = ((size_t)h->nodes / 64 + 1) * sizeof(uint64_t);
	struct kg_error *err;

	*r = (struct kg_reach){.heap = h, .max = max};
	err = kg_pages_init(&r->mem[0], bytes);
	if (!err)
		err = kg_pages_init(&r->mem[1], bytes);
	r->in = r->mem[0].mem;
	r->out = r->mem[1].mem;
	if (err)
		kg_reach_deinit(r);
	return err;
}

void kg_reach_deinit(struct kg_reach *r)
{
	kg_pages_deinit(&r->mem[0]);
	kg_pages_deinit(&r->mem[1]);
	free(r->nodes);
	r->nodes = NULL;
	r->n = 0;
}

struct kg_error *kg_reach_add(struct kg_reach *r, kg_node n)
{
	struct kg_error *err;

	if (kg_bit_get(r->in, n) || kg_bit_get(r->out, n))
		return NULL;
	if (r->n >= r->max) {
		kg_bit_set(r->out, n);
		r->left_out++;
		return NULL;
	}
	err = kg_grow(&r->nodes, &r->cap, r->n, sizeof(*r->nodes));
	if (err)
		return err;
	kg_bit_set(r->in, n);
	r->nodes[r->n++] = n;
	return NULL;
}

static struct kg_error *neighbors(struct kg_reach *r, kg_node n, bool backward)
{
	const struct kg_graph *g = &r->heap->graph;
	struct kg_error *err = NULL;

	if (backward) {
		KG_GRAPH_IN(g, n, w, {
			if (!err)
				err = kg_reach_add(r, KG_WORD_TO(w));
		});
	} else {
		KG_GRAPH_OUT(g, n, w, {
			if (!err)
				err = kg_reach_add(r, KG_WORD_TO(w));
		});
	}
	return err;
}

struct kg_error *kg_reach_extend(struct kg_reach *r, bool backward, unsigned int depth)
{
	size_t from = 0;

	r->starts = r->n;
	for (unsigned int step = 0; step < depth && from < r->n; step++) {
		size_t to = r->n;

		for (; from < to; from++) {
			struct kg_error *err = neighbors(r, r->nodes[from], backward);

			if (err)
				return err;
		}
	}
	return NULL;
}
