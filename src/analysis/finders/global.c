/* Module-level containers: registries and caches that only grow. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"
#include "heap/core.h"
#include "heap/frames.h"

struct global {
	kg_node node, module;
	kg_addr name; /* str */
	uint64_t bytes;
};

struct globals {
	struct kg_search *s;
	struct kg_types_of containers;
	uint64_t *namespaces; /* bit set by node: the dict of a module, or sys.modules */
	kg_node module;
	struct global *items;
	size_t n, cap;
	struct kg_error *err;
};

static bool is_dunder(const struct kg_heap *h, kg_addr name)
{
	struct kg_str str;

	return kg_str_read(h, name, &str) && str.char_size == 1 && str.length > 4 && memcmp(str.data, "__", 2) == 0;
}

static bool add_global(void *arg, struct kg_dict_item item)
{
	struct globals *g = arg;
	const struct kg_heap *h = g->s->heap;
	kg_node n = kg_heap_node(h, item.value);

	if (n == KG_NODE_NONE || !g->containers.fits[kg_heap_type(h, n)->index] || kg_bit_get(g->namespaces, n) ||
	    is_dunder(h, item.key))
		return true;
	g->err = kg_grow(&g->items, &g->cap, g->n, sizeof(*g->items));
	if (!g->err)
		g->items[g->n++] = (struct global){n, g->module, item.key, 0};
	return !g->err;
}

static kg_node namespace_of(const struct kg_search *s, kg_node module)
{
	return kg_search_to(s, kg_heap_get(s->heap, module), kg_heap_layout(s->heap)->off[F_MODULE_DICT]);
}

/* @pass 0 marks the namespaces, 1 goes through them. */
static void each_module(struct globals *g, int pass)
{
	const struct kg_heap *h = g->s->heap;

	for (kg_node n = 0; n < h->nodes && !g->err; n++) {
		kg_node dict = kg_heap_type(h, n)->is_module ? namespace_of(g->s, n) : KG_NODE_NONE;

		if (dict == KG_NODE_NONE || !kg_search_alive(g->s, n))
			continue;
		g->module = n;
		if (pass == 0)
			kg_bit_set(g->namespaces, dict);
		else
			kg_error_destroy(kg_dict_each(h, kg_heap_addr(h, dict), add_global, g));
	}
}

static void mark_state(struct globals *g)
{
	const struct kg_runtime *rt = g->s->heap->rt;

	for (size_t i = 0; i < rt->nrefs; i++) {
		kg_node n = kg_heap_node(g->s->heap, rt->refs[i].target);

		if (n != KG_NODE_NONE)
			kg_bit_set(g->namespaces, n);
	}
}

static int by_node(const void *a, const void *b)
{
	const struct global *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->module < y->module ? -1 : x->module > y->module;
}

static int by_bytes(const void *a, const void *b)
{
	const struct global *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return by_node(a, b);
}

/* What several modules name is told once. */
static void weigh(struct globals *g)
{
	size_t n = 0;

	qsort(g->items, g->n, sizeof(*g->items), by_node);
	for (size_t i = 0; i < g->n; i++) {
		if (n > 0 && g->items[n - 1].node == g->items[i].node)
			continue;
		g->items[n] = g->items[i];
		g->items[n].bytes = kg_search_held(g->s, g->items[n].node);
		n++;
	}
	g->n = n;
	qsort(g->items, g->n, sizeof(*g->items), by_bytes);
}

static struct kg_error *tell(struct globals *g, const struct kg_finder *self, size_t i)
{
	const struct kg_heap *h = g->s->heap;
	const struct global *it = &g->items[i];
	struct kg_obj module = kg_heap_get(h, it->module);
	struct kg_contents c = {0};
	struct kg_strbuf sb = {0};
	struct kg_finding *f;
	struct kg_error *err = kg_search_contents(g->s, it->node, &c);

	if (err || it->bytes < g->s->least || kg_search_told(g->s, it->node))
		return err;
	f = kg_search_add(g->s, self, it->node, it->bytes);
	if (!f)
		return NULL;
	f->sentence = "the {container_type} {variable} of module {module} holds {references:reference|references} to {of_type}; "
		      "{bytes} would go with it, the next module-level container holds {next_bytes}";
	f->next = "why {target} {container}";
	kg_heap_name(h, kg_search_word(module, kg_heap_layout(h)->off[F_MODULE_NAME]), &sb);
	kg_finding_text(g->s, f, "module", &sb);
	kg_heap_name(h, it->name, &sb);
	kg_finding_text(g->s, f, "variable", &sb);
	kg_finding_addr(f, "container", kg_heap_addr(h, it->node));
	kg_finding_word(g->s, f, "container_type", kg_heap_type(h, it->node)->name);
	kg_finding_word(g->s, f, "of_type", c.most ? h->types[c.type]->name : "no");
	kg_finding_count(f, "references", c.most);
	kg_finding_count(f, "all_references", c.refs);
	kg_finding_bytes(f, "next_bytes", i + 1 < g->n ? g->items[i + 1].bytes : 0);
	kg_finding_count(f, "containers_looked_at", g->n);
	return NULL;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const names[] = {
	    "dict",  "list",	  "set", "collections.OrderedDict", "collections.defaultdict", "collections.deque",
	    "tuple", "frozenset", NULL};
	struct globals g = {.s = s};
	struct kg_error *err = kg_search_types(s, names, &g.containers);

	if (err)
		return err;
	g.namespaces = calloc((size_t)s->heap->nodes / 64 + 1, sizeof(*g.namespaces));
	g.err = g.namespaces ? NULL : kg_error_nomem();
	if (!g.err)
		mark_state(&g);
	each_module(&g, 0);
	each_module(&g, 1);
	err = g.err;
	if (!err && g.n > 0)
		weigh(&g);
	for (size_t i = 0; i < g.n && i < KG_FINDINGS_EACH && !err; i++)
		err = tell(&g, self, i);
	free(g.items);
	free(g.namespaces);
	free(g.containers.fits);
	return err;
}

const struct kg_finder kg_finder_global = {
    .name = "module-global",
    .looks = "module-level containers that dwarf the rest",
    .run = run,
};
