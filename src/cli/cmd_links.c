/* referents and referrers: the edges of one object, with labels. */
#include "analysis/select.h"
#include "cli/links.h"
#include "report/object.h"
#include "report/table.h"

/* Where rows go, and how many have. */
struct list {
	const struct kg_cli *cli;
	struct kg_table *table; /* NULL: JSON */
	struct kg_json *array;	/* NULL: a line of its own for each */
	uint64_t limit, shown, all;
};

static bool fits(const struct list *l, kg_node n)
{
	const char *type = l->cli->args->type;

	return !type || (n != KG_NODE_NONE && kg_type_fits(kg_heap_type(l->cli->heap, n), type));
}

static struct kg_error *add(struct list *l, kg_addr addr, kg_node n, struct kg_label label, enum kg_edge_kind kind)
{
	const struct kg_heap *h = l->cli->heap;
	size_t width = l->cli->args->width;
	struct kg_table *t = l->table;

	if (!fits(l, n))
		return NULL;
	l->all++;
	if (l->limit && l->shown == l->limit)
		return NULL;
	l->shown++;
	if (!t && !l->array)
		return kg_json_write(kg_report_link_json(h, addr, n, label, kind, width), false, l->cli->out);
	if (!t) {
		kg_json_push(l->array, kg_report_link_json(h, addr, n, label, kind, width));
		return NULL;
	}
	kg_table_addr(t, addr);
	kg_heap_label(h, label, kg_table_cell(t));
	kg_table_next(t);
	kg_table_text(t, kg_report_kind(kind));
	kg_table_text(t, n == KG_NODE_NONE ? "?" : kg_heap_type(h, n)->name);
	kg_heap_value(h, addr, width, kg_table_cell(t));
	kg_table_next(t);
	return NULL;
}

static struct kg_error *add_referents(struct list *l, kg_node n)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(l->cli->heap, kg_heap_addr(l->cli->heap, n), &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !err; i++)
		err = add(l, refs.items[i].addr, refs.items[i].node, refs.items[i].label, refs.items[i].kind);
	kg_refs_deinit(&refs);
	return err;
}

/* All references of one referrer that lead to @n. */
static struct kg_error *add_from(struct list *l, kg_node from, kg_node n)
{
	kg_addr addr = kg_heap_addr(l->cli->heap, from);
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(l->cli->heap, addr, &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !err; i++) {
		if (refs.items[i].node == n)
			err = add(l, addr, from, refs.items[i].label, refs.items[i].kind);
	}
	kg_refs_deinit(&refs);
	return err;
}

/* In-edges come with rising sources: one that refers twice stands there twice. */
static struct kg_error *add_referrers(struct list *l, kg_node n)
{
	const struct kg_graph *g = &l->cli->heap->graph;
	kg_node last = KG_NODE_NONE;
	struct kg_error *err = NULL;

	for (uint32_t i = g->first[n]; i < g->first[n + 1] && !err; i++) {
		kg_node from = KG_WORD_TO(g->from[i]);

		if (from == last)
			continue;
		last = from;
		if (l->limit && l->shown == l->limit && !l->cli->args->type)
			l->all++;
		else
			err = add_from(l, from, n);
	}
	return err;
}

static struct kg_error *fill(struct list *l, kg_node n, bool backward)
{
	return backward ? add_referrers(l, n) : add_referents(l, n);
}

static struct kg_error *print_table(struct list *l, kg_node n, bool backward)
{
	static const struct kg_column columns[] = {
		{"ADDRESS", false}, {"LABEL", false}, {"KIND", false}, {"TYPE", false}, {"VALUE", false},
	};
	const struct kg_cli *cli = l->cli;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &l->table);

	if (err)
		return err;
	err = fill(l, n, backward);
	if (!err)
		err = kg_table_finish(l->table);
	kg_table_destroy(l->table);
	return err;
}

struct kg_error *kg_cli_links(const struct kg_cli *cli, kg_node n, bool backward, uint64_t limit, uint64_t *ret_all)
{
	struct list l = {.cli = cli, .limit = limit};
	struct kg_error *err = cli->args->json ? fill(&l, n, backward) : print_table(&l, n, backward);

	if (err)
		return err;
	*ret_all = l.all;
	return NULL;
}

struct kg_error *kg_cli_links_json(const struct kg_cli *cli, kg_node n, bool backward, uint64_t limit,
				   struct kg_json **ret)
{
	struct list l = {.cli = cli, .limit = limit, .array = kg_json_array()};
	struct kg_error *err = l.array ? fill(&l, n, backward) : kg_error_nomem();

	if (err)
		kg_json_destroy(l.array);
	else
		*ret = l.array;
	return err;
}

static struct kg_error *run(struct kg_cli *cli, bool backward)
{
	uint64_t limit = kg_cli_limit(cli), all = 0;
	kg_node n;
	struct kg_error *err = kg_cli_node(cli, cli->args->rest[0], &n);

	if (!err)
		err = kg_cli_links(cli, n, backward, limit, &all);
	if (!err)
		kg_cli_more(cli, limit && limit < all ? limit : all, all);
	return err;
}

static struct kg_error *run_referents(struct kg_cli *cli)
{
	return run(cli, false);
}

static struct kg_error *run_referrers(struct kg_cli *cli)
{
	return run(cli, true);
}

#define KINDS                                                                                                          \
	"KIND is traverse for what gc.get_referents() shows, owned for counted references that the\n"                  \
	"collector is not shown, weak for those that are not counted, guess for words of an unknown type."

const struct kg_command kg_command_referents = {
	.name = "referents",
	.operands = "ADDR",
	.summary = "what one object refers to, with labels",
	.details = KINDS,
	.uses = KG_USE_LIMIT | KG_USE_TYPE | KG_USE_WIDTH,
	.min_rest = 1,
	.max_rest = 1,
	.run = run_referents,
};

const struct kg_command kg_command_referrers = {
	.name = "referrers",
	.operands = "ADDR",
	.summary = "what refers to one object, with labels",
	.details = KINDS,
	.uses = KG_USE_LIMIT | KG_USE_TYPE | KG_USE_WIDTH,
	.min_rest = 1,
	.max_rest = 1,
	.run = run_referrers,
};
