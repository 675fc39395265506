/* Findings about several objects: what they hold together. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"

struct kg_error *kg_groups_add(struct kg_groups *g, kg_node n)
{
	struct kg_error *err = kg_grow(&g->nodes, &g->cap, g->n, sizeof(*g->nodes));

	if (!err)
		g->nodes[g->n++] = n;
	return err;
}

struct kg_error *kg_groups_end(struct kg_groups *g)
{
	struct kg_error *err = kg_grow(&g->ends, &g->cap_ends, g->ngroups, sizeof(*g->ends));

	if (!err)
		g->ends[g->ngroups++] = g->n;
	return err;
}

struct kg_error *kg_groups_weigh(struct kg_search *s, struct kg_groups *g)
{
	struct kg_sets sets = {g->nodes, g->ends, g->ngroups};

	free(g->bytes);
	g->bytes = calloc(g->ngroups ? g->ngroups : 1, sizeof(*g->bytes));
	return g->bytes ? kg_joint_sets(s->retained, &sets, s->progress, g->bytes) : kg_error_nomem();
}

void kg_groups_deinit(struct kg_groups *g)
{
	free(g->nodes);
	free(g->ends);
	free(g->bytes);
	*g = (struct kg_groups){0};
}

kg_node kg_groups_largest(const struct kg_search *s, const struct kg_groups *g, size_t group)
{
	kg_node best = g->nodes[kg_groups_first(g, group)];

	for (size_t i = kg_groups_first(g, group); i < g->ends[group]; i++) {
		if (kg_search_held(s, g->nodes[i]) > kg_search_held(s, best))
			best = g->nodes[i];
	}
	return best;
}
