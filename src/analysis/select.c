#include "analysis/select.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

struct keyed {
	uint64_t key;
	kg_node node;
};

bool kg_type_fits(const struct kg_type *t, const char *pattern)
{
	const char *dot;

	if (!pattern || strcmp(t->name, pattern) == 0)
		return true;
	if (strpbrk(pattern, "*?["))
		return fnmatch(pattern, t->name, 0) == 0;
	dot = strrchr(t->name, '.');
	return dot && strcmp(dot + 1, pattern) == 0;
}

uint64_t kg_node_bytes(const struct kg_heap *h, kg_node n)
{
	return kg_heap_bytes_of(h, kg_heap_get(h, n));
}

struct kg_error *kg_type_check(const struct kg_heap *h, const char *pattern)
{
	for (uint32_t i = 0; i < h->ntypes; i++) {
		if (kg_type_fits(h->types[i], pattern))
			return NULL;
	}
	return kg_error_create(KG_ERR_NOTFOUND, "type %s: the target has no such type; \"kedge types\" lists them",
			       pattern ? pattern : "*");
}

static struct kg_error *fitting_types(const struct kg_heap *h, const char *pattern, bool **ret)
{
	struct kg_error *err = pattern ? kg_type_check(h, pattern) : NULL;
	bool *fits;

	if (err)
		return err;
	fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*fits));
	if (!fits)
		return kg_error_nomem();
	for (uint32_t i = 0; i < h->ntypes; i++)
		fits[i] = kg_type_fits(h->types[i], pattern);
	*ret = fits;
	return NULL;
}

static int by_name(const void *a, const void *b)
{
	const struct kg_type *const *x = a, *const *y = b;

	return strcmp((*x)->name, (*y)->name);
}

/* [type index] place of the type's name among all names; NULL when out of memory. */
static uint32_t *rank_types(const struct kg_heap *h)
{
	const struct kg_type **types = malloc((h->ntypes ? h->ntypes : 1) * sizeof(*types));
	uint32_t *rank = malloc((h->ntypes ? h->ntypes : 1) * sizeof(*rank));

	if (types && rank) {
		for (uint32_t i = 0; i < h->ntypes; i++)
			types[i] = h->types[i];
		qsort(types, h->ntypes, sizeof(struct kg_type *), by_name);
		for (uint32_t i = 0; i < h->ntypes; i++)
			rank[types[i]->index] = i;
	} else {
		free(rank);
		rank = NULL;
	}
	free(types);
	return rank;
}

static uint64_t order_key(const struct kg_heap *h, kg_node n, const struct kg_selection *sel, const uint32_t *rank)
{
	int64_t count;

	switch (sel->order) {
	case KG_BY_SIZE:
		return UINT64_MAX - kg_node_bytes(h, n);
	case KG_BY_REFCOUNT:
		count = kg_heap_refcount(h, n);
		return (uint64_t)INT64_MAX - (uint64_t)count;
	case KG_BY_TYPE:
		return rank[kg_heap_type(h, n)->index];
	case KG_BY_RETAINED:
		return UINT64_MAX - kg_retained_bytes(sel->retained, n);
	case KG_BY_ADDR:
		break;
	}
	return n;
}

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static bool fits_rest(const struct kg_heap *h, kg_node n, const struct kg_selection *sel)
{
	if (sel->collectable && !kg_heap_collectable(h, n))
		return false;
	return sel->min_size == 0 || kg_node_bytes(h, n) >= sel->min_size;
}

/* In the order asked for; everything that fits, to be cut by the caller. */
static struct kg_error *sort(const struct kg_heap *h, kg_node *items, size_t n, const struct kg_selection *sel)
{
	struct keyed *keys;
	uint32_t *rank;

	if (sel->order == KG_BY_ADDR || n == 0)
		return NULL;
	keys = malloc(n * sizeof(*keys));
	rank = rank_types(h);
	if (!keys || !rank) {
		free(keys);
		free(rank);
		return kg_error_nomem();
	}
	for (size_t i = 0; i < n; i++)
		keys[i] = (struct keyed){order_key(h, items[i], sel, rank), items[i]};
	qsort(keys, n, sizeof(*keys), by_key);
	for (size_t i = 0; i < n; i++)
		items[i] = keys[i].node;
	free(keys);
	free(rank);
	return NULL;
}

struct kg_error *kg_select(const struct kg_heap *h, const struct kg_selection *sel, struct kg_progress *progress,
			   struct kg_nodes *ret)
{
	struct kg_nodes nodes = {0};
	size_t cap = 0;
	bool *fits = NULL;
	struct kg_error *err = fitting_types(h, sel->type, &fits);

	if (err)
		return err;
	kg_progress_phase(progress, "choosing objects", h->nodes);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		if ((n & 0xffff) == 0xffff) {
			kg_progress_add(progress, 0x10000);
			err = kg_progress_check(progress);
		}
		if (err || !fits[kg_heap_type(h, n)->index] || !fits_rest(h, n, sel))
			continue;
		nodes.matched++;
		if (sel->order == KG_BY_ADDR && sel->limit && nodes.n == sel->limit)
			continue;
		err = kg_grow(&nodes.items, &cap, nodes.n, sizeof(*nodes.items));
		if (!err)
			nodes.items[nodes.n++] = n;
	}
	free(fits);
	if (!err)
		err = sort(h, nodes.items, nodes.n, sel);
	if (err) {
		kg_nodes_deinit(&nodes);
		return err;
	}
	if (sel->limit && nodes.n > sel->limit)
		nodes.n = sel->limit;
	*ret = nodes;
	return NULL;
}

void kg_nodes_deinit(struct kg_nodes *nodes)
{
	free(nodes->items);
	*nodes = (struct kg_nodes){0};
}
