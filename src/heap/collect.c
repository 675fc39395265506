/*
 * What gc.collect() would find: CPython 3.11 Modules/gcmodule.c deduce_unreachable()
 * over all generations merged. An object is a root of the collector when it has more
 * references than the set's own traverse functions show; what those lead to is
 * reachable; the rest would go.
 *
 * Legacy finalizers (tp_del), tp_finalize and weak references matter only to what
 * happens to the unreachable afterwards: they are in the set all the same.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

#define PIECE (UINT64_C(1) << 16) /* nodes, a multiple of 64: threads share no word of a bit set */
#define SCAN_KINDS (1u << KG_EDGE_TRAVERSE | 1u << KG_EDGE_GUESS)
#define ALL_KINDS 15u

struct collect {
	struct kg_heap *h;
	uint64_t *universe; /* in one of the three generations */
	uint64_t *seeds;    /* in it, with references from outside; then all that is reachable */
	uint64_t *found;    /* listed, or led to by what is */
	uint64_t negative;
	struct kg_pieces pieces;
};

static struct kg_error *universe_run(void *arg, unsigned int i)
{
	struct collect *c = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&c->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			uint32_t info = c->h->priv->info[n];

			if (info & KG_INFO_TRACKED && (info >> KG_INFO_PLACE_SHIFT & 7) <= KG_GC_GEN2)
				kg_bit_set(c->universe, n);
		}
	}
	return NULL;
}

static struct kg_error *seeds_run(void *arg, unsigned int i)
{
	struct collect *c = arg;
	const struct kg_graph *g = &c->h->graph;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&c->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			int64_t shown = 0, count;

			if (!kg_bit_get(c->universe, n))
				continue;
			KG_GRAPH_IN(g, n, w, shown += KG_WORD_KIND(w) == KG_EDGE_TRAVERSE && kg_bit_get(c->universe, KG_WORD_TO(w)));
			count = c->h->priv->info[n] >> KG_INFO_COUNT_SHIFT;
			if (count == KG_INFO_COUNT_MANY && shown >= count)
				count = kg_heap_refcount(c->h, (kg_node)n);
			if (count > shown)
				kg_bit_set(c->seeds, n);
			else if (count < shown)
				__atomic_fetch_add(&c->negative, 1, __ATOMIC_RELAXED);
		}
	}
	return NULL;
}

static struct kg_error *over_nodes(struct collect *c, struct kg_error *(*fn)(void *arg, unsigned int i))
{
	c->pieces = (struct kg_pieces){0, c->h->nodes, PIECE};
	return kg_workers_run(c->h->priv->threads, fn, c);
}

/* The two walks over the graph know nothing of each other: one thread each. */
static struct kg_error *walk_run(void *arg, unsigned int i)
{
	struct collect *c = arg;

	if (i == 0)
		return kg_graph_mark(&c->h->graph, c->seeds, c->universe, SCAN_KINDS);
	for (kg_node n = 0; n < c->h->nodes; n++) {
		if (c->h->priv->info[n] & KG_INFO_TRACKED)
			kg_bit_set(c->found, n);
	}
	for (size_t k = 0; k < c->h->nroots; k++)
		kg_bit_set(c->found, c->h->roots[k].node);
	return kg_graph_mark(&c->h->graph, c->found, NULL, ALL_KINDS);
}

/* How each object was found: listed, led to by something that was, or only seen by the sweep. */
static struct kg_error *provenance_run(void *arg, unsigned int i)
{
	struct collect *c = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&c->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			uint32_t *info = &c->h->priv->info[n];
			enum kg_provenance p = *info & KG_INFO_TRACKED	? KG_FOUND_LISTED
					       : kg_bit_get(c->found, n) ? KG_FOUND_REACHED
									 : KG_FOUND_SCANNED;

			*info |= (uint32_t)p << KG_INFO_FOUND_SHIFT;
		}
	}
	return NULL;
}

static struct kg_error *collect_run(struct collect *c)
{
	struct kg_error *err = over_nodes(c, universe_run);

	if (!err)
		err = over_nodes(c, seeds_run);
	if (!err)
		err = kg_workers_run(2, walk_run, c);
	return err ? err : over_nodes(c, provenance_run);
}

struct kg_error *kg_collect(struct kg_heap *h)
{
	uint64_t words = (uint64_t)h->nodes / 64 + 1;
	struct collect c = {.h = h};
	struct kg_error *err;

	kg_progress_phase(h->priv->progress, "emulating the collector", 0);
	c.universe = calloc(words, sizeof(uint64_t));
	c.seeds = calloc(words, sizeof(uint64_t));
	c.found = calloc(words, sizeof(uint64_t));
	h->collectable = calloc(words, sizeof(uint64_t));
	if (!c.universe || !c.seeds || !c.found || !h->collectable)
		err = kg_error_nomem();
	else
		err = collect_run(&c);
	for (uint64_t i = 0; i < words && !err; i++)
		h->collectable[i] = c.universe[i] & ~c.seeds[i];
	h->negative = c.negative;
	h->collectable_known = true;
	for (uint32_t i = 0; i < h->rt->ninterps; i++)
		h->collectable_known = h->collectable_known && !h->rt->interps[i].gc.collecting;
	free(c.universe);
	free(c.seeds);
	free(c.found);
	return err;
}
