/* Several chains to one object: a search backward from it. */
#include <stdlib.h>
#include <string.h>

#include "analysis/anchors.h"
#include "base/grow.h"

#define DISJOINT_MAX 32

struct back {
	const struct kg_heap *heap;
	uint32_t *next; /* [node] the one after it on the way to the object, plus one; 0: not seen */
	kg_node *queue;
	size_t head, tail;
	uint64_t *used;	  /* bit set: inner objects of chains found already */
	uint64_t *direct; /* bit set: anchors whose direct reference was told already */
	bool itself;	  /* the object as its own anchor was told already */
	kg_node target;
	bool guesses; /* follow words of unknown types */
	struct kg_pages mem[2];
	struct kg_progress *progress;
};

/* Anchors of one sort, in the order met. */
struct hits {
	kg_node *nodes;
	size_t n, cap;
};

struct found {
	struct kg_chains chains;
	size_t cap;
	enum kg_anchor kind; /* of all of them */
};

static struct kg_error *back_init(struct back *b)
{
	size_t n = (size_t)b->heap->nodes + 1;
	struct kg_error *err = kg_pages_init(&b->mem[0], n * sizeof(*b->next));

	if (!err)
		err = kg_pages_init(&b->mem[1], n * sizeof(*b->queue));
	b->next = b->mem[0].mem;
	b->queue = b->mem[1].mem;
	b->used = calloc(n / 64 + 1, sizeof(*b->used));
	b->direct = calloc(n / 64 + 1, sizeof(*b->direct));
	return err || (b->used && b->direct) ? err : kg_error_nomem();
}

static void back_deinit(struct back *b)
{
	kg_pages_deinit(&b->mem[0]);
	kg_pages_deinit(&b->mem[1]);
	free(b->used);
	free(b->direct);
}

static void see(struct back *b, kg_node n, kg_node next)
{
	if (b->next[n] || kg_bit_get(b->used, n) || (next == b->target && kg_bit_get(b->direct, n)))
		return;
	b->next[n] = next + 1;
	b->queue[b->tail++] = n;
}

/* Nothing that waits for the collector is held by a root, so the way ends there;
 * and behind a root comes nothing shorter, but the object itself may be held by others too. */
static void expand(struct back *b, kg_node n, enum kg_anchor kind)
{
	if ((kind == KG_ANCHOR_ROOT && n != b->target) || kind == KG_ANCHOR_GARBAGE)
		return;
	KG_GRAPH_IN(&b->heap->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED)
			see(b, KG_WORD_TO(w), n);
	});
}

/* Through words of unknown types too: only when nothing certain leads to it. */
static void expand_guess(struct back *b, kg_node n)
{
	KG_GRAPH_IN(&b->heap->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_GUESS)
			see(b, KG_WORD_TO(w), n);
	});
}

static void forget(struct back *b)
{
	for (size_t i = 0; i < b->tail; i++)
		b->next[b->queue[i]] = 0;
	b->head = b->tail = 0;
}

static struct kg_error *walk(struct back *b, size_t max, struct hits *hits)
{
	struct kg_error *err = NULL;

	forget(b);
	b->next[b->target] = KG_NODE_NONE; /* the end: seen, and nothing after it */
	b->queue[b->tail++] = b->target;
	for (; b->head < b->tail && hits[KG_ANCHOR_ROOT].n < max && !err; b->head++) {
		kg_node n = b->queue[b->head];
		enum kg_anchor kind = kg_anchor_of(b->heap, n);
		struct hits *to = &hits[kind];

		if ((b->head & 0xffff) == 0xffff) {
			kg_progress_add(b->progress, 0x10000);
			err = kg_progress_check(b->progress);
		}
		if (!err && kind != KG_ANCHOR_NONE && to->n < max && !(n == b->target && b->itself)) {
			err = kg_grow(&to->nodes, &to->cap, to->n, sizeof(*to->nodes));
			if (!err)
				to->nodes[to->n++] = n;
		}
		expand(b, n, kind);
		if (b->guesses)
			expand_guess(b, n);
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

static enum kg_anchor best(const struct hits *hits)
{
	for (enum kg_anchor a = KG_ANCHOR_ROOT; a <= KG_ANCHOR_GARBAGE; a++) {
		if (hits[a].n > 0)
			return a;
	}
	return KG_ANCHOR_NONE;
}

static struct kg_error *keep(const struct back *b, struct found *f, kg_node anchor, bool shares)
{
	struct kg_chain c = {.anchor = f->kind, .shares = shares};
	struct kg_error *err = kg_grow(&f->chains.items, &f->cap, f->chains.n, sizeof(*f->chains.items));

	if (!err)
		err = chain_from(b, anchor, &c);
	if (err) {
		kg_chain_deinit(&c);
		return err;
	}
	f->chains.items[f->chains.n++] = c;
	return NULL;
}

static void hits_deinit(struct hits *hits)
{
	for (size_t i = 0; i <= KG_ANCHOR_GARBAGE; i++)
		free(hits[i].nodes);
}

/* No later chain goes the same way. */
static void block(struct back *b, const struct kg_chain *c)
{
	if (c->n == 1)
		b->itself = true;
	if (c->n == 2)
		kg_bit_set(b->direct, c->nodes[0]);
	for (size_t i = 1; i + 1 < c->n; i++)
		kg_bit_set(b->used, c->nodes[i]);
}

/* The shortest chain that passes nothing that those before it pass. @ret_done: there is none left */
static struct kg_error *next_disjoint(struct back *b, struct found *f, bool *ret_done)
{
	struct hits hits[KG_ANCHOR_GARBAGE + 1] = {0};
	struct kg_error *err = walk(b, 1, hits);
	enum kg_anchor kind = best(hits);

	*ret_done = true;
	if (!err && kind != KG_ANCHOR_NONE && (f->chains.n == 0 || kind == f->kind)) {
		f->kind = kind;
		err = keep(b, f, hits[kind].nodes[0], false);
		*ret_done = err != NULL;
	}
	if (!*ret_done)
		block(b, &f->chains.items[f->chains.n - 1]);
	hits_deinit(hits);
	return err;
}

static bool named(const struct found *f, kg_node anchor)
{
	for (size_t i = 0; i < f->chains.n; i++) {
		if (f->chains.items[i].nodes[0] == anchor)
			return true;
	}
	return false;
}

/* Anchors not named yet, whatever their chains pass. */
static struct kg_error *fill(struct back *b, struct found *f, size_t max)
{
	struct hits hits[KG_ANCHOR_GARBAGE + 1] = {0};
	/* Each anchor named already may be among those found, and one more tells that there are more. */
	struct kg_error *err = walk(b, max < SIZE_MAX / 2 ? 2 * max + 1 : max, hits);
	const struct hits *of = &hits[f->kind];

	for (size_t i = 0; i < of->n && !err; i++) {
		if (named(f, of->nodes[i]))
			continue;
		if (f->chains.n == max) {
			f->chains.more = true;
			break;
		}
		err = keep(b, f, of->nodes[i], true);
	}
	hits_deinit(hits);
	return err;
}

static struct kg_error *search(struct back *b, struct found *f, size_t max)
{
	struct kg_error *err = NULL;
	bool done = false;

	for (size_t i = 0; i < DISJOINT_MAX && f->chains.n < max && !done && !err; i++)
		err = next_disjoint(b, f, &done);
	memset(b->used, 0, ((size_t)b->heap->nodes / 64 + 1) * sizeof(*b->used));
	memset(b->direct, 0, ((size_t)b->heap->nodes / 64 + 1) * sizeof(*b->direct));
	if (!err && f->chains.n > 0)
		err = fill(b, f, max);
	return err;
}

/*
 * What holds it is a surplus or nothing at all: a word of an unknown type may be what
 * explains that. A way to a root through such words says more, and is a guess.
 */
static struct kg_error *search_guesses(struct back *b, struct found *f, size_t max)
{
	struct found other = {.kind = KG_ANCHOR_NONE};
	struct kg_error *err;

	b->guesses = true;
	b->itself = false;
	err = search(b, &other, max);
	if (err || other.kind != KG_ANCHOR_ROOT) {
		kg_chains_deinit(&other.chains);
		return err;
	}
	for (size_t i = 0; i < other.chains.n; i++)
		other.chains.items[i].anchor = KG_ANCHOR_GUESS;
	kg_chains_deinit(&f->chains);
	*f = other;
	return NULL;
}

struct kg_error *kg_chains_create(const struct kg_heap *h, kg_node n, size_t max, struct kg_progress *progress,
				  struct kg_chains *ret)
{
	struct back b = {.heap = h, .progress = progress, .target = n};
	struct found f = {.kind = KG_ANCHOR_NONE};
	struct kg_error *err = back_init(&b);

	kg_progress_phase(progress, "finding chains", h->nodes);
	if (!err)
		err = search(&b, &f, max);
	if (!err && f.kind != KG_ANCHOR_ROOT && f.kind != KG_ANCHOR_GARBAGE)
		err = search_guesses(&b, &f, max);
	back_deinit(&b);
	if (err)
		kg_chains_deinit(&f.chains);
	else
		*ret = f.chains;
	return err;
}

void kg_chains_deinit(struct kg_chains *c)
{
	for (size_t i = 0; i < c->n; i++)
		kg_chain_deinit(&c->items[i]);
	free(c->items);
	*c = (struct kg_chains){0};
}
