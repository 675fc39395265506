/* The labeled references of one object: its decoder once more, with labels wanted. */
#include "heap/core.h"
#include "heap/heap_priv.h"

#include <stdlib.h>

#define FIRST_ROOM 256 /* edges */

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

/* Edges of one object; its owner frees .edges and the labels. */
struct decoded {
	struct kg_sink sink;
	struct labels labels;
};

static void decoded_deinit(struct decoded *d)
{
	free(d->sink.edges);
	free(d->labels.items);
	*d = (struct decoded){0};
}

/*
 * Decodes with room for @cap edges. What could be read stays; the damage was noted
 * when the graph was built.
 */
static struct kg_error *decode(const struct kg_heap *h, struct kg_obj o, uint64_t cap, struct decoded *d)
{
	*d = (struct decoded){.sink = {.edges = malloc(cap * sizeof(uint64_t)), .cap = cap, .label = keep}};
	if (!d->sink.edges)
		return kg_error_nomem();
	d->sink.arg = &d->labels;
	kg_error_destroy(kg_decode(h, o, &d->sink));
	return d->labels.nomem ? kg_error_nomem() : NULL;
}

/* Nearly every object has few references: a small room is tried first. */
static struct kg_error *decode_all(const struct kg_heap *h, struct kg_obj o, struct decoded *d)
{
	/* More references than it takes words of mapped memory to hold cannot be. */
	uint64_t most = h->priv->mapped / 8 + 1024;
	struct kg_error *err;

	for (uint64_t cap = FIRST_ROOM;; cap *= 8) {
		err = decode(h, o, cap < most ? cap : most, d);
		if (err || !d->sink.full || cap >= most)
			return err;
		decoded_deinit(d);
	}
}

struct kg_error *kg_heap_edges(const struct kg_heap *h, kg_addr addr, uint64_t *edges, size_t cap, size_t *ret_n)
{
	struct kg_sink sink = {.edges = edges, .cap = cap};
	struct kg_obj o;
	struct kg_error *err = kg_heap_object(h, addr, &o);

	if (!err)
		err = kg_decode(h, o, &sink);
	if (!err && sink.full)
		err = kg_error_at(KG_ERR_CORRUPT, addr, "the object at 0x%llx has too many references", (unsigned long long)addr);
	*ret_n = sink.count;
	return err;
}

struct kg_error *kg_heap_refs(const struct kg_heap *h, kg_addr addr, struct kg_refs *ret)
{
	struct decoded d = {0};
	struct kg_error *err;
	struct kg_obj o;
	size_t n;

	*ret = (struct kg_refs){0};
	err = kg_heap_object(h, addr, &o);
	if (!err)
		err = decode_all(h, o, &d);
	n = d.sink.count < d.labels.n ? d.sink.count : d.labels.n;
	if (!err)
		ret->items = calloc(n + 1, sizeof(*ret->items));
	if (!err && !ret->items)
		err = kg_error_nomem();
	for (size_t i = 0; i < n && !err; i++) {
		struct kg_ref r = {KG_EDGE_ADDR(d.sink.edges[i]), KG_NODE_NONE, KG_EDGE_KIND(d.sink.edges[i]), d.labels.items[i]};

		r.node = kg_heap_node(h, r.addr);
		/* A guess that is no object is nothing. */
		if (r.node != KG_NODE_NONE || r.kind != KG_EDGE_GUESS)
			ret->items[ret->n++] = r;
	}
	decoded_deinit(&d);
	return err;
}

/* A label says "._coro" of a value in the instance, "__dict__" of the dict that has it. */
static bool is_label(const struct kg_heap *h, const struct kg_ref *ref, const char *dot, const char *name)
{
	struct kg_strbuf sb = {0};
	bool is;

	kg_heap_label(h, ref->label, &sb);
	is = strncmp(kg_strbuf_text(&sb), dot, strlen(dot)) == 0 && strcmp(kg_strbuf_text(&sb) + strlen(dot), name) == 0;
	kg_strbuf_deinit(&sb);
	return is;
}

struct kg_error *kg_heap_attribute(const struct kg_heap *h, kg_addr addr, const char *name, kg_addr *ret)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, addr, &refs);
	kg_addr found = 0;

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !found; i++) {
		if (is_label(h, &refs.items[i], ".", name))
			found = refs.items[i].addr;
		else if (is_label(h, &refs.items[i], "", "__dict__"))
			kg_dict_get_str(h, refs.items[i].addr, name, &found);
	}
	kg_refs_deinit(&refs);
	*ret = found;
	return NULL;
}

void kg_refs_deinit(struct kg_refs *r)
{
	free(r->items);
	*r = (struct kg_refs){0};
}
