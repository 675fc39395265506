/* The labeled references of one object: its decoder once more, with labels wanted. */
#include "heap/heap_priv.h"

#include <stdlib.h>

struct labels {
	struct kg_label *items;
	size_t n, cap;
	bool nomem;
};

static void keep(void *arg, struct kg_label label)
{
	struct labels *l = arg;

	if (l->n == l->cap) {
		size_t cap = l->cap ? 2 * l->cap : 16;
		struct kg_label *items = realloc(l->items, cap * sizeof(*items));

		if (!items) {
			l->nomem = true;
			return;
		}
		l->items = items;
		l->cap = cap;
	}
	l->items[l->n++] = label;
}

struct kg_error *kg_heap_refs(const struct kg_heap *h, kg_addr addr, struct kg_refs *ret)
{
	struct kg_error *err;
	struct labels l = {0};
	struct kg_pages edges;
	struct kg_sink sink = {.label = keep, .arg = &l};
	struct kg_obj o;

	*ret = (struct kg_refs){0};
	err = kg_heap_object(h, addr, &o);
	if (err)
		return err;
	/* More references than it takes words of mapped memory to hold cannot be. */
	err = kg_pages_init(&edges, (h->priv->mapped / 8 + 1024) * sizeof(uint64_t));
	if (err)
		return err;
	sink.edges = edges.mem;
	sink.cap = h->priv->mapped / 8 + 1024;
	/* What could be read stays; the damage was noted when the graph was built. */
	kg_error_destroy(kg_decode(h, o, &sink));
	if (sink.count > l.n)
		sink.count = l.n;
	ret->items = calloc(sink.count + 1, sizeof(*ret->items));
	if (!ret->items || l.nomem)
		err = kg_error_nomem();
	for (size_t i = 0; i < sink.count && !err; i++) {
		struct kg_ref r = {KG_EDGE_ADDR(sink.edges[i]), KG_NODE_NONE, KG_EDGE_KIND(sink.edges[i]), l.items[i]};

		r.node = kg_heap_node(h, r.addr);
		/* A guess that is no object is nothing. */
		if (r.node != KG_NODE_NONE || r.kind != KG_EDGE_GUESS)
			ret->items[ret->n++] = r;
	}
	kg_pages_deinit(&edges);
	free(l.items);
	if (err)
		kg_refs_deinit(ret);
	return err;
}

void kg_refs_deinit(struct kg_refs *r)
{
	free(r->items);
	*r = (struct kg_refs){0};
}
