#include "analysis/anchors.h"

#include <stdlib.h>

#include "base/grow.h"

const char *kg_anchor_name(enum kg_anchor a)
{
	static const char *const names[] = {"none", "root", "guess", "c-code", "garbage"};

	return names[a];
}

/* Slots above the named ones of a running frame may hold what was there before. */
bool kg_anchor_guess(const struct kg_root *r)
{
	return r->kind == KG_ROOT_IMAGE || r->kind == KG_ROOT_STACK || (r->kind == KG_ROOT_FRAME && !r->counted && !r->deferred);
}

static int certainty(const struct kg_root *r)
{
	if (kg_anchor_guess(r))
		return r->kind == KG_ROOT_STACK ? 4 : 3;
	switch (r->kind) {
	case KG_ROOT_FRAME:
		return 0;
	case KG_ROOT_STATE:
		return 1;
	default:
		return 2;
	}
}

const struct kg_root *kg_anchor_root(const struct kg_heap *h, kg_node n)
{
	const struct kg_root *best = NULL;
	size_t from, to;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to; i++) {
		if (!best || certainty(&h->roots[i]) < certainty(best))
			best = &h->roots[i];
	}
	return best;
}

/* Counts say that nothing outside holds it, so a word that still points to it does not. */
static bool is_garbage(const struct kg_heap *h, kg_node n)
{
	return h->collectable && kg_heap_collectable(h, n);
}

/* A word that only looks like a reference holds one when the count has one to spare;
 * otherwise it is borrowed, or was forgotten there, and keeps nothing. */
enum kg_anchor kg_anchor_of(const struct kg_heap *h, kg_node n)
{
	const struct kg_root *root = kg_anchor_root(h, n);
	uint64_t surplus;

	if (is_garbage(h, n))
		return KG_ANCHOR_GARBAGE;
	if ((root && !kg_anchor_guess(root)) || kg_heap_named(h, n))
		return KG_ANCHOR_ROOT;
	surplus = kg_heap_surplus(h, n);
	if (root && surplus)
		return KG_ANCHOR_GUESS;
	return surplus && kg_heap_provenance(h, n) != KG_FOUND_SCANNED ? KG_ANCHOR_COUNT : KG_ANCHOR_NONE;
}

void kg_chain_deinit(struct kg_chain *c)
{
	free(c->nodes);
	*c = (struct kg_chain){0};
}

struct search {
	struct kg_anchors *a;
	kg_node *queue;
	size_t head, tail;
};

static void reach(struct search *s, kg_node n, kg_node parent, enum kg_anchor kind)
{
	if (s->a->kind[n] != KG_ANCHOR_NONE)
		return;
	s->a->kind[n] = (uint8_t)kind;
	s->a->parent[n] = parent;
	s->queue[s->tail++] = n;
}

static void flood(struct search *s, enum kg_anchor kind, bool guesses, struct kg_progress *progress)
{
	const struct kg_graph *g = &s->a->heap->graph;

	for (; s->head < s->tail; s->head++) {
		kg_node n = s->queue[s->head];

		if ((s->head & 0xffff) == 0) {
			kg_progress_add(progress, 0x10000);
			if (kg_progress_canceled(progress))
				return;
		}
		KG_GRAPH_OUT(g, n, w, {
			unsigned int edge = KG_WORD_KIND(w);

			if (edge != KG_EDGE_WEAK && (guesses || edge != KG_EDGE_GUESS))
				reach(s, KG_WORD_TO(w), n, kind);
		});
	}
}

/* Roots are in order of their nodes: each node is asked once. */
static void seed(struct search *s, enum kg_anchor kind)
{
	const struct kg_heap *h = s->a->heap;

	for (size_t i = 0; i < h->nroots; i++) {
		kg_node n = h->roots[i].node;

		if ((i == 0 || h->roots[i - 1].node != n) && s->a->kind[n] == KG_ANCHOR_NONE && kg_anchor_of(h, n) == kind)
			reach(s, n, KG_NODE_NONE, kind);
	}
}

static void flood_roots(struct search *s, struct kg_progress *progress)
{
	const struct kg_heap *h = s->a->heap;

	for (size_t i = 0; i < h->nnamed; i++) {
		if (!is_garbage(h, h->named[i].node))
			reach(s, h->named[i].node, KG_NODE_NONE, KG_ANCHOR_ROOT);
	}
	seed(s, KG_ANCHOR_ROOT);
	flood(s, KG_ANCHOR_ROOT, false, progress);
	seed(s, KG_ANCHOR_GUESS);
	s->head = 0; /* once more from the start: now through guesses too */
	flood(s, KG_ANCHOR_GUESS, true, progress);
}

static void flood_rest(struct search *s, enum kg_anchor kind, struct kg_progress *progress)
{
	const struct kg_heap *h = s->a->heap;

	for (kg_node n = 0; n < h->nodes; n++) {
		if (s->a->kind[n] == KG_ANCHOR_NONE && kg_anchor_of(h, n) == kind)
			reach(s, n, KG_NODE_NONE, kind);
	}
	flood(s, kind, true, progress);
}

static struct kg_error *fill(const struct kg_heap *h, struct kg_progress *progress, struct kg_anchors *a)
{
	size_t n = (size_t)h->nodes + 1;
	struct kg_error *err = kg_pages_init(&a->mem[0], n * sizeof(*a->parent));
	struct search s = {.a = a};

	if (!err)
		err = kg_pages_init(&a->mem[1], n);
	if (!err)
		err = kg_pages_init(&a->mem[2], n * sizeof(kg_node));
	if (err)
		return err;
	a->heap = h;
	a->parent = a->mem[0].mem;
	a->kind = a->mem[1].mem;
	s.queue = a->mem[2].mem;
	kg_progress_phase(progress, "finding anchors", h->nodes);
	flood_roots(&s, progress);
	flood_rest(&s, KG_ANCHOR_COUNT, progress);
	flood_rest(&s, KG_ANCHOR_GARBAGE, progress);
	kg_pages_deinit(&a->mem[2]);
	return kg_progress_check(progress);
}

struct kg_error *kg_anchors_create(const struct kg_heap *h, struct kg_progress *progress, struct kg_anchors **ret)
{
	struct kg_anchors *a = calloc(1, sizeof(*a));
	struct kg_error *err;

	if (!a)
		return kg_error_nomem();
	err = fill(h, progress, a);
	if (err)
		kg_anchors_destroy(a);
	else
		*ret = a;
	return err;
}

void kg_anchors_destroy(struct kg_anchors *a)
{
	if (!a)
		return;
	for (size_t i = 0; i < KG_ARRAY_SIZE(a->mem); i++)
		kg_pages_deinit(&a->mem[i]);
	free(a);
}

struct kg_error *kg_anchors_chain(const struct kg_anchors *a, kg_node n, struct kg_chain *ret)
{
	struct kg_chain c = {.anchor = a->kind[n]};
	size_t cap = 0;

	do {
		struct kg_error *err = kg_grow(&c.nodes, &cap, c.n, sizeof(*c.nodes));

		if (err) {
			kg_chain_deinit(&c);
			return err;
		}
		c.nodes[c.n++] = n;
		n = a->kind[n] == KG_ANCHOR_NONE ? KG_NODE_NONE : a->parent[n];
	} while (n != KG_NODE_NONE);
	for (size_t i = 0; i < c.n / 2; i++) {
		kg_node swap = c.nodes[i];

		c.nodes[i] = c.nodes[c.n - 1 - i];
		c.nodes[c.n - 1 - i] = swap;
	}
	*ret = c;
	return NULL;
}
