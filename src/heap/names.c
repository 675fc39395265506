/*
 * Objects that every Python programmer knows by name: sys.modules, the modules in
 * it, and their namespaces.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

struct naming {
	struct kg_heap *h;
	uint32_t interp;
	size_t cap;
};

static struct kg_error *add(struct naming *c, kg_node n, enum kg_named_kind kind, kg_addr key)
{
	struct kg_heap *h = c->h;

	if (n == KG_NODE_NONE)
		return NULL;
	if (h->nnamed == c->cap) {
		size_t cap = c->cap ? 2 * c->cap : 256;
		struct kg_named *named = realloc(h->named, cap * sizeof(*named));

		if (!named)
			return kg_error_nomem();
		h->named = named;
		c->cap = cap;
	}
	h->named[h->nnamed] = (struct kg_named){.node = n, .kind = kind, .interp = c->interp,
						.order = (uint32_t)h->nnamed, .key = key};
	h->nnamed++;
	return NULL;
}

static struct kg_error *add_module(struct naming *c, const struct kg_ref *entry)
{
	struct kg_refs refs;
	struct kg_error *err = add(c, entry->node, KG_NAMED_MODULE, entry->label.addr);

	if (!err)
		err = kg_heap_refs(c->h, entry->addr, &refs);
	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !err; i++) {
		if (refs.items[i].label.kind == KG_LABEL_TEXT && strcmp(refs.items[i].label.text, "__dict__") == 0)
			err = add(c, refs.items[i].node, KG_NAMED_NAMESPACE, entry->label.addr);
	}
	kg_refs_deinit(&refs);
	return err;
}

static struct kg_error *add_modules(struct naming *c, kg_addr modules)
{
	struct kg_refs refs;
	kg_node n = kg_heap_node(c->h, modules);
	struct kg_error *err;

	if (n == KG_NODE_NONE)
		return NULL;
	err = add(c, n, KG_NAMED_MODULES, 0);
	if (!err)
		err = kg_heap_refs(c->h, modules, &refs);
	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !err && !(err = kg_progress_check(c->h->priv->progress)); i++) {
		const struct kg_ref *r = &refs.items[i];
		struct kg_str name;

		if (r->label.kind == KG_LABEL_KEYED && r->node != KG_NODE_NONE &&
		    kg_heap_type(c->h, r->node)->is_module && kg_str_read(c->h, r->label.addr, &name))
			err = add_module(c, r);
	}
	kg_refs_deinit(&refs);
	return err;
}

/* A module that stands under several names goes by the first. */
static int by_node(const void *a, const void *b)
{
	const struct kg_named *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

struct kg_error *kg_names_collect(struct kg_heap *h)
{
	const struct kg_runtime *rt = h->rt;
	struct naming c = {.h = h};
	struct kg_error *err = NULL;
	size_t n = 0;

	for (size_t i = 0; i < rt->nrefs && !err; i++) {
		c.interp = rt->refs[i].interp;
		if (strcmp(rt->refs[i].owner, "interpreter") == 0 && strcmp(rt->refs[i].member, "modules") == 0)
			err = add_modules(&c, rt->refs[i].target);
	}
	if (h->nnamed)
		qsort(h->named, h->nnamed, sizeof(*h->named), by_node);
	for (size_t i = 0; i < h->nnamed; i++) {
		if (n == 0 || h->named[n - 1].node != h->named[i].node)
			h->named[n++] = h->named[i];
	}
	h->nnamed = n;
	return err;
}

const struct kg_named *kg_heap_named(const struct kg_heap *h, kg_node n)
{
	size_t lo = 0, hi = h->nnamed;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (h->named[mid].node < n)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < h->nnamed && h->named[lo].node == n ? &h->named[lo] : NULL;
}
