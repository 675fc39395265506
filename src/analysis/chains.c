/* Several chains to one object: a search backward from it. */
#include <stdlib.h>

#include "analysis/anchors.h"
#include "base/grow.h"

struct back {
	const struct kg_heap *heap;
	uint32_t *next; /* [node] the one after it on the way to the object, plus one; 0: not seen */
	kg_node *queue;
	size_t head, tail;
	struct kg_pages mem[2];
	struct kg_progress *progress;
};

/* Anchors of one sort, in the order met. */
struct hits {
	kg_node *nodes;
	size_t n, cap;
};

static struct kg_error *back_init(struct back *b)
{
	size_t n = (size_t)b->heap->nodes + 1;
	struct kg_error *err = kg_pages_init(&b->mem[0], n * sizeof(*b->next));

	if (!err)
		err = kg_pages_init(&b->mem[1], n * sizeof(*b->queue));
	b->next = b->mem[0].mem;
	b->queue = b->mem[1].mem;
	return err;
}

static void back_deinit(struct back *b)
{
	kg_pages_deinit(&b->mem[0]);
	kg_pages_deinit(&b->mem[1]);
}

static void see(struct back *b, kg_node n, kg_node next)
{
	if (b->next[n])
		return;
	b->next[n] = next + 1;
	b->queue[b->tail++] = n;
}

/* Nothing that waits for the collector is held by a root, so the way ends there;
 * and behind a root comes nothing shorter. */
static void expand(struct back *b, kg_node n, enum kg_anchor kind)
{
	if (kind == KG_ANCHOR_ROOT || kind == KG_ANCHOR_GARBAGE)
		return;
	KG_GRAPH_IN(&b->heap->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED)
			see(b, KG_WORD_TO(w), n);
	});
}

static struct kg_error *walk(struct back *b, kg_node target, size_t max, struct hits *hits)
{
	struct kg_error *err = NULL;

	b->next[target] = KG_NODE_NONE; /* the end: seen, and nothing after it */
	b->queue[b->tail++] = target;
	for (; b->head < b->tail && hits[KG_ANCHOR_ROOT].n <= max && !err; b->head++) {
		kg_node n = b->queue[b->head];
		enum kg_anchor kind = kg_anchor_of(b->heap, n);
		struct hits *to = &hits[kind];

		if ((b->head & 0xffff) == 0xffff)
			kg_progress_add(b->progress, 0x10000);
		if (kind != KG_ANCHOR_NONE && to->n <= max) {
			err = kg_grow(&to->nodes, &to->cap, to->n, sizeof(*to->nodes));
			if (!err)
				to->nodes[to->n++] = n;
		}
		expand(b, n, kind);
	}
	return err;
}

static struct kg_error *chain_from(const struct back *b, kg_node n, struct kg_chain *c)
{
	size_t cap = 0;

	for (;;) {
		struct kg_error *err = kg_grow(&c->nodes, &cap, c->n, sizeof(*c->nodes));

		if (err)
			return err;
		c->nodes[c->n++] = n;
		if (b->next[n] == KG_NODE_NONE)
			return NULL;
		n = b->next[n] - 1;
	}
}

static struct kg_error *collect(const struct back *b, const struct hits *hits, enum kg_anchor kind, size_t max,
				struct kg_chains *ret)
{
	size_t n = hits[kind].n < max ? hits[kind].n : max;
	struct kg_error *err = NULL;

	ret->more = hits[kind].n > max;
	ret->items = calloc(n ? n : 1, sizeof(*ret->items));
	if (!ret->items)
		return kg_error_nomem();
	for (; ret->n < n && !err; ret->n++) {
		ret->items[ret->n].anchor = kind;
		err = chain_from(b, hits[kind].nodes[ret->n], &ret->items[ret->n]);
	}
	return err;
}

static enum kg_anchor best(const struct hits *hits)
{
	for (enum kg_anchor a = KG_ANCHOR_ROOT; a <= KG_ANCHOR_GARBAGE; a++) {
		if (hits[a].n > 0)
			return a;
	}
	return KG_ANCHOR_NONE;
}

struct kg_error *kg_chains_create(const struct kg_heap *h, kg_node n, size_t max, struct kg_progress *progress,
				  struct kg_chains *ret)
{
	struct back b = {.heap = h, .progress = progress};
	struct hits hits[KG_ANCHOR_GARBAGE + 1] = {0};
	struct kg_chains chains = {0};
	struct kg_error *err = back_init(&b);

	kg_progress_phase(progress, "finding chains", h->nodes);
	if (!err)
		err = walk(&b, n, max, hits);
	if (!err)
		err = collect(&b, hits, best(hits), max, &chains);
	back_deinit(&b);
	for (size_t i = 0; i < KG_ARRAY_SIZE(hits); i++)
		free(hits[i].nodes);
	if (err)
		kg_chains_deinit(&chains);
	else
		*ret = chains;
	return err;
}

void kg_chains_deinit(struct kg_chains *c)
{
	for (size_t i = 0; i < c->n; i++)
		kg_chain_deinit(&c->items[i]);
	free(c->items);
	*c = (struct kg_chains){0};
}
