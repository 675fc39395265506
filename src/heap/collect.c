/*
 * What gc.collect() would find: CPython 3.11 Modules/gcmodule.c deduce_unreachable()
 * over all generations merged. An object is a root of the collector when it has more
 * references than the set's own traverse functions show; what those lead to is
 * reachable; the rest would go.
 *
 * Guesses lead nowhere here: what one rightly leads to is counted more often than it is shown, and so a root already;
 * where all counts are shown the word is none of them.
 *
 * Legacy finalizers (tp_del), tp_finalize and weak references matter only to what
 * happens to the unreachable afterwards: they are in the set all the same.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

#define PIECE (UINT64_C(1) << 16) /* nodes, a multiple of 64: threads share no word of a bit set */
#define ALL_KINDS 15u

struct collect {
	struct kg_heap *h;
	uint64_t *universe; /* in one of the three generations */
	uint64_t *seeds;    /* in it, with references from outside; then all that is reachable */
	uint64_t *found;    /* listed, or led to by what is */
	uint64_t negative;
	struct kg_pieces pieces;
};

/* What is immortal the collector leaves alone: CPython 3.12 Modules/gcmodule.c update_refs(). */
static bool mortal(const struct kg_heap *h, uint64_t n, uint32_t info)
{
	return kg_facts(h)->counting == KG_COUNT_PLAIN || info >> KG_INFO_COUNT_SHIFT != KG_INFO_COUNT_MANY ||
	       kg_heap_refcount(h, (kg_node)n) != KG_IMMORTAL;
}

/* No reference to it is ever taken off its count: visit_decref() asks tp_is_gc first. */
static bool denies(const struct kg_heap *h, uint64_t n, uint32_t info)
{
	return KG_UNLIKELY(h->types[info & KG_INFO_TYPE]->native->asks_gc) && kg_heap_denies_gc(h, kg_heap_addr(h, (kg_node)n));
}

static struct kg_error *universe_run(void *arg, unsigned int i)
{
	struct collect *c = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&c->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			uint32_t info = c->h->priv->info[n];

			if (!(info & KG_INFO_TRACKED))
				continue;
			kg_bit_set(c->found, n);
			if ((info >> KG_INFO_PLACE_SHIFT & 7) <= KG_GC_GEN2 && mortal(c->h, n, info) && !denies(c->h, n, info))
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
			else if (count < shown && count < shown - (int64_t)kg_heap_uncounted(c->h, (kg_node)n))
				__atomic_fetch_add(&c->negative, 1, __ATOMIC_RELAXED);
		}
	}
	return NULL;
}

static uint64_t count_shown(const struct collect *c, kg_node n)
{
	uint64_t shown = 0;

	KG_GRAPH_IN(&c->h->graph, n, w, shown += KG_WORD_KIND(w) == KG_EDGE_TRAVERSE && kg_bit_get(c->universe, KG_WORD_TO(w)));
	return shown - kg_heap_uncounted(c->h, n);
}

/*
 * What is held without a count: by frames of generators, whose references are in the graph and must not be held against
 * the object's count; and on threads' stacks, each as good as a reference from outside. Of a running function's frame the
 * collector does not look at the function. CPython 3.14 Python/gc_free_threading.c gc_visit_thread_stacks()
 */
static void seeds_deferred(struct collect *c)
{
	const struct kg_heap *h = c->h;

	/* That they were found too often is known by now. */
	for (size_t i = 0; i < h->priv->nuncounted; i++) {
		kg_node n = h->priv->uncounted[i];

		if (kg_bit_get(c->universe, n) && kg_heap_refcount(h, n) > (int64_t)count_shown(c, n))
			kg_bit_set(c->seeds, n);
	}
	for (size_t i = 0; i < h->nroots; i++) {
		const struct kg_root *r = &h->roots[i];
		bool c_stack = r->kind == KG_ROOT_STATE && strcmp(h->rt->refs[r->ref].owner, KG_C_STACK) == 0;

		if (((r->deferred && r->slot != KG_SLOT_FUNC) || c_stack) && kg_bit_get(c->universe, r->node))
			kg_bit_set(c->seeds, r->node);
	}
}

/*
 * References that a free-threaded collection takes back before it counts: those of the queues of objects whose two
 * counts wait to be added up. CPython 3.13 Python/gc_free_threading.c merge_queued_objects()
 */
static void seeds_unqueue(struct collect *c)
{
	const struct kg_heap *h = c->h;
	size_t next;

	for (size_t i = 0; i < h->nroots; i = next) {
		kg_node n = h->roots[i].node;
		int64_t queued = 0;

		for (next = i; next < h->nroots && h->roots[next].node == n; next++)
			queued += h->roots[next].kind == KG_ROOT_STATE &&
				  strcmp(h->rt->refs[h->roots[next].ref].owner, KG_MERGE_QUEUE) == 0;
		if (queued && kg_bit_get(c->seeds, n) && kg_heap_refcount(h, n) - queued <= (int64_t)count_shown(c, n))
			kg_bit_clear(c->seeds, n);
	}
}

static struct kg_error *over_nodes(struct collect *c, struct kg_error *(*fn)(void *arg, unsigned int i))
{
	struct kg_error *err = kg_progress_check(c->h->priv->progress);

	if (err)
		return err;
	c->pieces = (struct kg_pieces){0, c->h->nodes, PIECE};
	return kg_workers_run(c->h->priv->threads, fn, c);
}

/* The two walks over the graph know nothing of each other: one thread each. */
static struct kg_error *walk_run(void *arg, unsigned int i)
{
	struct collect *c = arg;

	if (i == 0)
		return kg_graph_mark(&c->h->graph, c->seeds, c->universe, 1u << KG_EDGE_TRAVERSE, c->h->priv->progress);
	for (size_t k = 0; k < c->h->nroots; k++)
		kg_bit_set(c->found, c->h->roots[k].node);
	return kg_graph_mark(&c->h->graph, c->found, NULL, ALL_KINDS, c->h->priv->progress);
}

/* How each object was found: listed, led to by something that was, or only seen by the sweep. */
static struct kg_error *provenance_run(void *arg, unsigned int i)
{
	struct collect *c = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&c->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			uint32_t info = kg_info_get(c->h, (kg_node)n);
			enum kg_provenance p = info & KG_INFO_TRACKED	? KG_FOUND_LISTED
					       : kg_bit_get(c->found, n) ? KG_FOUND_REACHED
									 : KG_FOUND_SCANNED;

			kg_info_set(c->h, (kg_node)n, info | (uint32_t)p << KG_INFO_FOUND_SHIFT);
		}
	}
	return NULL;
}

static struct kg_error *collect_run(struct collect *c)
{
	bool lists = kg_facts(c->h)->gc_lists;
	struct kg_error *err = over_nodes(c, universe_run);

	if (!err && !lists)
		err = kg_untrack(c->h, c->universe);
	if (!err && kg_facts(c->h)->untracks_young)
		err = kg_untrack_young(c->h, c->universe);
	if (!err)
		err = over_nodes(c, seeds_run);
	if (!err && !lists) {
		seeds_unqueue(c);
		seeds_deferred(c);
	}
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
	h->collectable_known = h->rt->ninterps > 0 && !kg_runtime_collecting(h->rt);
	free(c.universe);
	free(c.seeds);
	free(c.found);
	return err;
}
