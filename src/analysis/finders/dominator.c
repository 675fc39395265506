/* One object through which all ways to a large part of the heap lead. */
#include <stdlib.h>

#include "analysis/finding.h"

#define PART 10 /* of the heap at least */

struct owners {
	struct kg_search *s;
	uint64_t *skip; /* bit set by node: what holds much in every program */
};

/* The interpreter's own tables, and modules and their namespaces: everything is below them. */
static void mark(struct owners *o)
{
	const struct kg_heap *h = o->s->heap;

	for (size_t i = 0; i < h->rt->nrefs; i++) {
		kg_node n = kg_heap_node(h, h->rt->refs[i].target);

		if (n != KG_NODE_NONE && h->rt->refs[i].thread == UINT32_MAX)
			kg_bit_set(o->skip, n);
	}
	for (kg_node n = 0; n < h->nodes; n++) {
		kg_node dict;

		if (!kg_heap_type(h, n)->is_module)
			continue;
		kg_bit_set(o->skip, n);
		dict = kg_search_to(o->s, kg_heap_get(h, n), kg_heap_layout(h)->off[F_MODULE_DICT]);
		if (dict != KG_NODE_NONE)
			kg_bit_set(o->skip, dict);
	}
}

/* The place where the bytes spread: no child has half of them. */
static bool spreads(const struct kg_retained *r, kg_node n, kg_node *ret_largest)
{
	uint64_t most = 0;

	*ret_largest = KG_NODE_NONE;
	for (uint32_t i = r->first[n]; i < r->first[n + 1]; i++) {
		if (r->bytes[r->child[i]] > most) {
			most = r->bytes[r->child[i]];
			*ret_largest = r->child[i];
		}
	}
	return most < r->bytes[n] / 2;
}

static void tell(struct kg_search *s, const struct kg_finder *self, kg_node n)
{
	const struct kg_retained *r = s->retained;
	struct kg_finding *f;
	kg_node largest;

	if (!spreads(r, n, &largest) || kg_search_told(s, n))
		return;
	f = kg_search_add(s, self, n, r->bytes[n]);
	if (!f)
		return;
	f->sentence = largest == KG_NODE_NONE ? "one {type} takes {bytes}"
					      : "one {type} alone keeps {objects:object|objects} of {bytes}: all ways to them "
						"lead through it";
	f->next = "why {target} {dominator}";
	kg_finding_addr(f, "dominator", kg_heap_addr(s->heap, n));
	kg_finding_word(s, f, "type", kg_heap_type(s->heap, n)->name);
	kg_finding_count(f, "objects", r->objects[n]);
	kg_finding_count(f, "children", r->first[n + 1] - r->first[n]);
	if (largest == KG_NODE_NONE)
		return;
	kg_finding_addr(f, "largest", kg_heap_addr(s->heap, largest));
	kg_finding_bytes(f, "largest_bytes", r->bytes[largest]);
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	const struct kg_retained *r = s->retained;
	struct owners o = {.s = s};
	struct kg_top top = {.n = 0};
	kg_node largest;

	o.skip = calloc((size_t)s->heap->nodes / 64 + 1, sizeof(*o.skip));
	if (!o.skip)
		return kg_error_nomem();
	mark(&o);
	for (kg_node n = 0; n < s->heap->nodes; n++) {
		if (r->bytes[n] < s->least || r->bytes[n] < s->heap_bytes / PART || kg_bit_get(o.skip, n))
			continue;
		if (kg_search_alive(s, n) && spreads(r, n, &largest))
			kg_top_add(&top, n, r->bytes[n]);
	}
	for (size_t i = 0; i < top.n; i++)
		tell(s, self, top.items[i].node);
	free(o.skip);
	return NULL;
}

const struct kg_finder kg_finder_dominator = {
    .name = "dominator",
    .looks = "objects that alone keep a large part of the heap",
    .run = run,
};
