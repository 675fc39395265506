/* What plugins say of the objects whose types they taught. */
#include <stdlib.h>

#include "analysis/finding.h"

struct candidate {
	kg_node node;
	uint64_t bytes;
	struct kg_suspicion suspicion;
};

/* The largest few. */
struct top {
	struct candidate items[KG_FINDINGS_EACH];
	size_t n;
};

static void top_add(struct top *top, const struct candidate *c)
{
	size_t at = top->n;

	while (at > 0 && top->items[at - 1].bytes < c->bytes)
		at--;
	if (at == KG_FINDINGS_EACH)
		return;
	if (top->n < KG_FINDINGS_EACH)
		top->n++;
	memmove(&top->items[at + 1], &top->items[at], (top->n - 1 - at) * sizeof(top->items[0]));
	top->items[at] = *c;
}

/* Types of which a plugin may suspect an instance; NULL: there are none, or no memory. */
static bool *suspected_types(struct kg_search *s)
{
	const struct kg_heap *h = s->heap;
	bool any = false, *fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*fits));

	s->failed = s->failed || !fits;
	for (uint32_t i = 0; fits && i < h->ntypes; i++) {
		fits[i] = kg_heap_suspecting(h->types[i]) && s->totals->items[i].objects;
		any = any || fits[i];
	}
	if (any)
		return fits;
	free(fits);
	return NULL;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct candidate *c)
{
	const struct kg_type *type = kg_heap_type(s->heap, c->node);
	const struct kg_suspicion *suspicion = &c->suspicion;
	struct kg_finding *f = kg_search_add(s, self, c->node, c->bytes);

	if (!f)
		return;
	f->sentence = suspicion->sentence;
	f->next = suspicion->next ? suspicion->next : "why {target} {object}";
	kg_finding_word(s, f, "plugin", kg_heap_suspecting(type));
	kg_finding_addr(f, "object", kg_heap_addr(s->heap, c->node));
	kg_finding_word(s, f, "object_type", type->name);
	for (size_t i = 0; i < KG_TOLD_MAX && suspicion->facts[i].name; i++) {
		const struct kg_told *told = &suspicion->facts[i];

		if (told->kind == KG_TOLD_BYTES)
			kg_finding_bytes(f, told->name, told->value);
		else if (told->kind == KG_TOLD_ADDR)
			kg_finding_addr(f, told->name, told->value);
		else
			kg_finding_count(f, told->name, told->value);
	}
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	bool *fits = suspected_types(s);
	struct top top = {.n = 0};

	for (kg_node n = 0; fits && n < s->heap->nodes; n++) {
		struct candidate c = {.node = n};

		if (!fits[kg_heap_type(s->heap, n)->index] || !kg_search_alive(s, n) || !kg_heap_suspect(s->heap, n, &c.suspicion))
			continue;
		c.bytes = c.suspicion.bytes ? c.suspicion.bytes : kg_search_held(s, n);
		if (c.bytes >= s->least)
			top_add(&top, &c);
	}
	for (size_t i = 0; i < top.n; i++)
		tell(s, self, &top.items[i]);
	free(fits);
	return NULL;
}

const struct kg_finder kg_finder_taught = {
	.name = "plugin",
	.looks = "what plugins suspect of the types they know",
	.run = run,
};
