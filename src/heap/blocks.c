/*
 * Blocks of memory that no object has alone: told once, by the object that shows most of them. A block may be reached through
 * other things that are counted (kg_part): whoever holds one of these and is not known holds the block, too.
 */
#include <stdlib.h>

#include "base/grow.h"
#include "heap/heap_priv.h"

struct collected {
	struct kg_block_member *items;
	size_t n, cap;
};

static int by_block(const void *a, const void *b)
{
	const struct kg_block_member *x = a, *y = b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* What one object holds of others' blocks. */
struct holding {
	struct collected *c;
	struct kg_error *err;
	kg_node node;
};

static void hold(void *arg, kg_addr block, uint64_t held)
{
	struct holding *g = arg;

	if (!g->err && block)
		g->err = kg_grow(&g->c->items, &g->c->cap, g->c->n, sizeof(*g->c->items));
	if (!g->err && block)
		g->c->items[g->c->n++] = (struct kg_block_member){.block = block, .node = g->node, .held = held};
}

static struct kg_error *collect_held(const struct kg_heap *h, kg_node n, struct collected *c)
{
	const struct kg_type *native = kg_heap_type(h, n)->native;
	struct holding g = {.c = c, .node = n};

	if (native->ops->holds)
		native->ops->holds(h, kg_heap_get(h, n), native, hold, &g);
	return g.err;
}

static void add_part(void *arg, const struct kg_part *p)
{
	struct holding *g = arg;

	if (g->err || !p->block || !p->at)
		return;
	g->err = kg_grow(&g->c->items, &g->c->cap, g->c->n, sizeof(*g->c->items));
	if (!g->err)
		g->c->items[g->c->n++] = (struct kg_block_member){
			.block = p->block, .node = g->node, .shown = p->shown, .bytes = p->bytes, .holders = p->holders, .held = 1,
			.at = p->at, .parent = p->parent, .addr = p->addr, .shown_addr = p->shown_addr, .where = p->where,
		};
}

static struct kg_error *collect_parts(const struct kg_heap *h, kg_node n, struct collected *c)
{
	const struct kg_type *native = kg_heap_type(h, n)->native;
	struct holding g = {.c = c, .node = n};

	native->ops->parts(h, kg_heap_get(h, n), native, add_part, &g);
	return g.err;
}

/* Its blocks, and those that it holds for others. */
static struct kg_error *collect_object(const struct kg_heap *h, kg_node n, struct collected *c)
{
	struct kg_payload p;
	struct kg_error *err = collect_held(h, n, c);

	if (!err && kg_heap_type(h, n)->native->ops->parts)
		return collect_parts(h, n, c);
	if (err || !kg_heap_payload(h, n, &p) || !p.block)
		return err;
	err = kg_grow(&c->items, &c->cap, c->n, sizeof(*c->items));
	if (!err)
		c->items[c->n++] = (struct kg_block_member){.block = p.block, .node = n, .shown = p.shown, .bytes = p.bytes,
							    .holders = p.holders, .held = p.held};
	return err;
}

static struct kg_error *collect(struct kg_heap *h, const bool *fits, struct collected *c)
{
	struct kg_error *err = NULL;

	for (kg_node n = 0; n < h->nodes && !err; n++) {
		if ((n & 0xffff) == 0xffff)
			err = kg_progress_check(h->priv->progress);
		if (!err && fits[kg_heap_type(h, n)->index])
			err = collect_object(h, n, c);
	}
	return err;
}

static int by_addr(const void *a, const void *b)
{
	const kg_addr *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* References that the members have; one that several parts come by counts once. @room: for as many as they are */
static uint64_t references(const struct kg_block_member *m, size_t n, kg_addr *room)
{
	uint64_t held = 0;
	size_t parts = 0;

	for (size_t i = 0; i < n; i++) {
		if (m[i].at)
			room[parts++] = m[i].at;
		else
			held += m[i].held;
	}
	if (parts > 1)
		qsort(room, parts, sizeof(*room), by_addr);
	for (size_t i = 0; i < parts; i++)
		held += i == 0 || room[i] != room[i - 1];
	return held;
}

/* The members [from, to) of one block. */
static struct kg_block block_of(const struct kg_block_member *m, size_t from, size_t to, kg_addr *room)
{
	struct kg_block b = {.block = m[from].block, .from = from, .to = to};
	uint64_t holders = 0;

	for (size_t i = from; i < to; i++) {
		if (m[i].bytes != 0)
			b.bytes = b.bytes == 0 || m[i].bytes < b.bytes ? m[i].bytes : b.bytes;
		holders = (m[i].bytes != 0 || m[i].at) && m[i].holders > holders ? m[i].holders : holders;
	}
	b.open = holders > references(&m[from], to - from, room);
	return b;
}

/* Somebody else holds what leads to it? */
static bool open_above(const struct kg_heap *h, const struct kg_block_member *m, const struct kg_block *b)
{
	for (size_t i = b->from; i < b->to; i++) {
		const struct kg_block *above = m[i].parent ? kg_heap_block(h, m[i].parent) : NULL;

		if (above && above->open)
			return true;
	}
	return false;
}

#define ABOVE_MAX 64 /* what leads to what leads to a block */

static void spread_open(struct kg_heap *h, const struct kg_block_member *m)
{
	bool changed = true;

	for (unsigned int round = 0; changed && round < ABOVE_MAX; round++) {
		changed = false;
		for (size_t i = 0; i < h->nblocks; i++) {
			if (h->blocks[i].open || !open_above(h, m, &h->blocks[i]))
				continue;
			h->blocks[i].open = changed = true;
		}
	}
}

/* One member for each object, of which the keeper is chosen. @return how many */
static size_t merge(struct kg_block_member *to, const struct kg_block_member *m, struct kg_block *b)
{
	uint64_t most = 0;
	bool any = false;
	size_t n = 0;

	for (size_t i = b->from; i < b->to; i++) {
		if (n > 0 && m[i].at && to[n - 1].at && to[n - 1].node == m[i].node) {
			to[n - 1].shown += m[i].shown;
			continue;
		}
		to[n++] = m[i];
	}
	for (size_t i = 0; i < n; i++) {
		/* What is shown by two ways is still there once. */
		if (to[i].at && to[i].shown > b->bytes)
			to[i].shown = b->bytes;
		if (to[i].bytes != 0 && (!any || to[i].shown > most)) {
			most = to[i].shown;
			b->keeper = to[i].node;
			any = true;
		}
	}
	return n;
}

/* Blocks with bytes stay, what leads to them goes. */
static void settle(struct kg_heap *h, struct kg_block_member *m)
{
	size_t kept = 0, members = 0;

	for (size_t i = 0; i < h->nblocks; i++) {
		struct kg_block b = h->blocks[i];
		size_t n;

		if (b.bytes == 0)
			continue;
		n = merge(&m[members], m, &b);
		b.from = members;
		b.to = members += n;
		h->blocks[kept++] = b;
	}
	h->nblocks = kept;
}

static struct kg_error *group(struct kg_heap *h, struct collected *c)
{
	kg_addr *room = calloc(c->n + 1, sizeof(*room));
	struct kg_error *err = room ? NULL : kg_error_nomem();
	size_t cap = 0, to;

	if (c->n > 1)
		qsort(c->items, c->n, sizeof(*c->items), by_block);
	for (size_t i = 0; i < c->n && !err; i = to) {
		for (to = i + 1; to < c->n && c->items[to].block == c->items[i].block; to++)
			;
		err = kg_grow(&h->blocks, &cap, h->nblocks, sizeof(*h->blocks));
		if (!err)
			h->blocks[h->nblocks++] = block_of(c->items, i, to, room);
	}
	free(room);
	if (err)
		return err;
	spread_open(h, c->items);
	settle(h, c->items);
	return NULL;
}

struct kg_error *kg_blocks_collect(struct kg_heap *h)
{
	bool *fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*fits)), any = false;
	struct kg_error *err = fits ? NULL : kg_error_nomem();
	struct collected c = {0};

	for (uint32_t i = 0; fits && i < h->ntypes; i++) {
		const struct kg_type *native = h->types[i]->native;

		fits[i] = native && native->ops && ((native->plugin && native->ops->payload) || native->ops->parts);
		any = any || fits[i];
	}
	if (any && !err)
		err = collect(h, fits, &c);
	if (!err)
		err = group(h, &c);
	h->block_members = c.items;
	if (!err)
		err = kg_parts_sum(h);
	free(fits);
	if (err)
		kg_blocks_deinit(h);
	return err;
}

void kg_blocks_deinit(struct kg_heap *h)
{
	free(h->blocks);
	free(h->block_members);
	kg_parts_deinit(h);
	h->blocks = NULL;
	h->block_members = NULL;
	h->nblocks = 0;
}

const struct kg_block *kg_heap_block(const struct kg_heap *h, kg_addr block)
{
	size_t lo = 0, hi = h->nblocks;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (h->blocks[mid].block < block)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < h->nblocks && h->blocks[lo].block == block ? &h->blocks[lo] : NULL;
}
