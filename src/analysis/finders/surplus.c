/* Objects that are counted more often than anything refers to them: C code holds
 * references of which kedge sees nothing, or forgot to give them back. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"

#define MANY 100 /* objects of a type: a leak comes in numbers, a C variable alone */

/* By type; the nodes of a type stand together. */
struct leak {
	uint32_t type;
	kg_node node;
};

struct leaks {
	struct leak *items;
	size_t n, cap;
};

static uint64_t surplus_of(const struct kg_heap *h, kg_node n)
{
	return kg_heap_provenance(h, n) == KG_FOUND_SCANNED ? 0 : kg_heap_surplus(h, n);
}

static int by_type(const void *a, const void *b)
{
	const struct leak *x = a, *y = b;

	if (x->type != y->type)
		return x->type < y->type ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* Is some type of the target read by guess? Then its objects may hold what is missing. */
static bool unknown_types(const struct kg_search *s)
{
	for (uint32_t i = 0; i < s->totals->n; i++) {
		const struct kg_type *native = s->heap->types[i]->native;

		if (s->totals->items[i].objects > 0 && native && !native->ops)
			return true;
	}
	return false;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct kg_groups *g, size_t group)
{
	struct kg_finding *f = kg_search_add(s, self, KG_NODE_NONE, g->bytes[group]);
	const kg_node *nodes = &g->nodes[kg_groups_first(g, group)];
	size_t n = kg_groups_size(g, group);
	uint64_t surplus = 0;

	if (!f)
		return;
	for (size_t i = 0; i < n; i++)
		surplus += surplus_of(s->heap, nodes[i]);
	f->sentence = "{objects:object|objects} of type {type} {objects#has|have} {surplus:reference|references} more than anything in the process "
		      "explains, and {objects#holds|hold} {bytes}: C code keeps them, or never gave a reference back";
	f->next = "show {target} {example}";
	kg_finding_count(f, "objects", n);
	kg_finding_word(s, f, "type", kg_heap_type(s->heap, nodes[0])->name);
	kg_finding_count(f, "surplus", surplus);
	kg_finding_addr(f, "example", kg_heap_addr(s->heap, nodes[0]));
	if (!f->guess && unknown_types(s))
		f->guess = "types that kedge does not know are in use, and their objects may hold these";
	else if (!f->guess && s->heap->image->damage.count > 0)
		f->guess = "the core is damaged, and what is not there may hold these";
}

static struct kg_error *add_type(struct kg_groups *g, const struct leak *items, size_t n)
{
	struct kg_error *err = NULL;

	if (n < MANY)
		return NULL;
	for (size_t i = 0; i < n && !err; i++)
		err = kg_groups_add(g, items[i].node);
	return err ? err : kg_groups_end(g);
}

static struct kg_error *tell_types(struct kg_search *s, const struct kg_finder *self, struct leaks *l)
{
	struct kg_groups g = {0};
	struct kg_error *err = NULL;
	size_t end;

	qsort(l->items, l->n, sizeof(*l->items), by_type);
	for (size_t i = 0; i < l->n && !err; i = end) {
		for (end = i + 1; end < l->n && l->items[end].type == l->items[i].type; end++)
			;
		err = add_type(&g, &l->items[i], end - i);
	}
	if (!err)
		err = kg_groups_weigh(s, &g);
	for (size_t i = 0; i < g.ngroups && !err; i++)
		tell(s, self, &g, i);
	kg_groups_deinit(&g);
	return err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	const struct kg_heap *h = s->heap;
	struct leaks l = {0};
	struct kg_error *err = NULL;

	if (s->totals->surplus < MANY)
		return NULL;
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		if (!kg_search_alive(s, n) || surplus_of(h, n) == 0)
			continue;
		err = kg_grow(&l.items, &l.cap, l.n, sizeof(*l.items));
		if (!err)
			l.items[l.n++] = (struct leak){kg_heap_type(h, n)->index, n};
	}
	if (!err && l.n > 0)
		err = tell_types(s, self, &l);
	free(l.items);
	return err;
}

const struct kg_finder kg_finder_surplus = {
    .name = "unexplained-references",
    .looks = "reference counts that no reference explains",
    .run = run,
};
