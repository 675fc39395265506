/* One object that refers to very many of one type. */
#include "analysis/finding.h"

#define MANY 10000 /* references from which on a container is worth a look */

static uint64_t references(const struct kg_graph *g, kg_node n)
{
	uint64_t refs = 0;

	KG_GRAPH_OUT(g, n, w, refs += KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED);
	return refs;
}

static struct kg_error *tell(struct kg_search *s, const struct kg_finder *self, kg_node n)
{
	const struct kg_heap *h = s->heap;
	struct kg_contents c = {0};
	struct kg_finding *f;
	struct kg_error *err = kg_search_contents(s, n, &c);

	if (err || c.most < MANY)
		return err;
	f = kg_search_add(s, self, n, kg_search_held(s, n));
	if (!f)
		return NULL;
	f->sentence = "one {container_type} holds {references:reference|references} to {of_type}; {bytes} would go with it";
	f->next = "why {target} {container}";
	kg_finding_addr(f, "container", kg_heap_addr(h, n));
	kg_finding_word(s, f, "container_type", kg_heap_type(h, n)->name);
	kg_finding_word(s, f, "of_type", h->types[c.type]->name);
	kg_finding_count(f, "references", c.most);
	kg_finding_count(f, "all_references", c.refs);
	return NULL;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct kg_top top = {.n = 0};
	struct kg_error *err = NULL;

	for (kg_node n = 0; n < s->heap->nodes; n++) {
		uint64_t refs = references(&s->heap->graph, n);

		if (refs >= MANY && kg_search_alive(s, n))
			kg_top_add(&top, n, refs);
	}
	for (size_t i = 0; i < top.n && !err; i++)
		err = tell(s, self, top.items[i].node);
	return err;
}

const struct kg_finder kg_finder_container = {
    .name = "container",
    .looks = "containers of very many objects of one type",
    .run = run,
};
