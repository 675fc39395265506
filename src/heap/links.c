/*
 * Which reference leads from one object to another. Those of an object with many are sorted by what they lead to when
 * it is first asked about, and kept: all strings that are kept by the table of interned ones ask the same object.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

#define REFS_FEW 64   /* that are decoded each time */
#define INDEXES_MAX 64 /* objects with many */

/* The best reference of @from to each object that it leads to. */
struct kg_link_index {
	kg_node from;
	uint32_t n;
	uint64_t used; /* turn in which it was asked last */
	struct kg_link *items; /* by .to */
};

struct kg_link_indexes {
	struct kg_link_index items[INDEXES_MAX];
	size_t n;
	uint64_t turn, kept; /* kept: links of all */
};

/* Counted references before guesses; those that are written by name before others. */
static int preference(enum kg_edge_kind kind, struct kg_label label)
{
	return kind == KG_EDGE_GUESS ? 2 : label.kind == KG_LABEL_KEY;
}

/* Goes through the references of an object in their order. */
struct links {
	kg_node from;
	const struct kg_refs *refs;
	size_t i;
	uint64_t before[2]; /* keys, values */
};

/* The next that counts. @return false after the last */
static bool next_link(struct links *l, struct kg_link *ret)
{
	while (l->i < l->refs->n) {
		const struct kg_ref *r = &l->refs->items[l->i++];
		bool keyed = r->label.kind == KG_LABEL_KEYED;

		*ret = (struct kg_link){l->from, r->node, r->kind, r->label, l->before[keyed]};
		if (keyed || r->label.kind == KG_LABEL_KEY)
			l->before[keyed]++;
		if (r->node != KG_NODE_NONE && r->kind != KG_EDGE_WEAK)
			return true;
	}
	return false;
}

/* By what they lead to, the best first, and of equal ones the first in the object: they are in one array. */
static int by_to(const void *a, const void *b)
{
	const struct kg_link *x = *(const struct kg_link *const *)a, *y = *(const struct kg_link *const *)b;
	int p = preference(x->kind, x->label), q = preference(y->kind, y->label);

	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	if (p != q)
		return p - q;
	return x < y ? -1 : x > y;
}

/* @return NULL without memory */
static struct kg_link *sorted(struct kg_link *links, size_t n, uint32_t *ret_n)
{
	const struct kg_link **order = calloc(n + 1, sizeof(*order));
	struct kg_link *ret = NULL;
	uint32_t left = 0;

	for (size_t i = 0; order && i < n; i++)
		order[i] = &links[i];
	if (order) {
		qsort(order, n, sizeof(*order), by_to);
		for (size_t i = 0; i < n; i++) {
			if (i == 0 || order[i]->to != order[left - 1]->to)
				order[left++] = order[i];
		}
		ret = calloc(left + 1, sizeof(*ret));
	}
	for (uint32_t i = 0; ret && i < left; i++)
		ret[i] = *order[i];
	free(order);
	*ret_n = left;
	return ret;
}

static void drop(struct kg_link_indexes *all, size_t i)
{
	all->kept -= all->items[i].n;
	free(all->items[i].items);
	all->items[i] = all->items[--all->n];
}

/* Takes @items. No more links are kept than there are objects; the one that was not asked for longest goes first. */
static void keep(const struct kg_heap *h, kg_node from, struct kg_link *items, uint32_t n)
{
	struct kg_link_indexes *all = h->priv->links;

	while (all->n == INDEXES_MAX || (all->n > 0 && all->kept + n > h->nodes)) {
		size_t oldest = 0;

		for (size_t i = 1; i < all->n; i++)
			oldest = all->items[i].used < all->items[oldest].used ? i : oldest;
		drop(all, oldest);
	}
	all->items[all->n++] = (struct kg_link_index){from, n, ++all->turn, items};
	all->kept += n;
}

static bool look_up(const struct kg_link *items, size_t n, kg_node to, struct kg_link *ret)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (items[mid].to < to)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == n || items[lo].to != to)
		return false;
	*ret = items[lo];
	return true;
}

/* @return whether the links of @from are kept; then *ret_found says whether one leads to @to. With the lock. */
static bool known(struct kg_link_indexes *all, kg_node from, kg_node to, struct kg_link *ret, bool *ret_found)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].from != from)
			continue;
		all->items[i].used = ++all->turn;
		*ret_found = look_up(all->items[i].items, all->items[i].n, to, ret);
		return true;
	}
	return false;
}

static bool ask_known(const struct kg_heap *h, kg_node from, kg_node to, struct kg_link *ret, bool *ret_found)
{
	bool is;

	pthread_mutex_lock(&h->priv->links_lock);
	is = h->priv->links && known(h->priv->links, from, to, ret, ret_found);
	pthread_mutex_unlock(&h->priv->links_lock);
	return is;
}

/* Sorts and keeps them, where there is memory for it and nobody else did meanwhile. */
static void index_links(const struct kg_heap *h, kg_node from, const struct kg_refs *refs)
{
	struct kg_link *links = calloc(refs->n + 1, sizeof(*links)), *items = NULL, any;
	struct links all = {.from = from, .refs = refs};
	size_t some = 0;
	uint32_t n = 0;
	bool found;

	while (links && next_link(&all, &links[some]))
		some++;
	if (links)
		items = sorted(links, some, &n);
	free(links);
	pthread_mutex_lock(&h->priv->links_lock);
	if (items && !h->priv->links)
		h->priv->links = calloc(1, sizeof(*h->priv->links));
	if (items && h->priv->links && !known(h->priv->links, from, from, &any, &found))
		keep(h, from, items, n);
	else
		free(items);
	pthread_mutex_unlock(&h->priv->links_lock);
}

static bool best(kg_node from, kg_node to, const struct kg_refs *refs, struct kg_link *ret)
{
	struct links all = {.from = from, .refs = refs};
	struct kg_link one;
	bool found = false;

	while (next_link(&all, &one)) {
		if (one.to != to || (found && preference(one.kind, one.label) >= preference(ret->kind, ret->label)))
			continue;
		*ret = one;
		found = true;
	}
	return found;
}

bool kg_heap_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_link *ret)
{
	struct kg_refs refs;
	struct kg_error *err;
	bool found = false;

	*ret = (struct kg_link){.from = from, .to = to};
	if (ask_known(h, from, to, ret, &found))
		return found;
	err = kg_heap_refs(h, kg_heap_addr(h, from), &refs);
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	if (refs.n > REFS_FEW && kg_heap_stage(h) == KG_HEAP_COMPLETE)
		index_links(h, from, &refs);
	found = best(from, to, &refs, ret);
	kg_refs_deinit(&refs);
	return found;
}

void kg_links_deinit(struct kg_heap *h)
{
	while (h->priv->links && h->priv->links->n > 0)
		drop(h->priv->links, 0);
	free(h->priv->links);
	h->priv->links = NULL;
}
