#include <stdlib.h>

#include "analysis/retained.h"
#include "analysis/select.h"
#include "cli/trust.h"
#include "report/cells.h"
#include "report/chain.h"
#include "report/object.h"
#include "report/table.h"

/* One level of the tree. */
struct level {
	const struct kg_cli *cli;
	const struct kg_retained *retained;
	const struct kg_cycles *cycles; /* for the names of the top level; NULL below */
	kg_node parent;			/* KG_NODE_NONE: the virtual root */
	kg_node *items;
	size_t children; /* before any choice */
	size_t n, shown;
	uint64_t sum; /* bytes that the children retain */
};

static struct kg_error *choose(struct level *l)
{
	const struct kg_args *args = l->cli->args;
	uint64_t limit = kg_cli_limit(l->cli);
	struct kg_error *err = kg_retained_children(l->retained, l->parent, &l->items, &l->children);

	for (size_t i = 0; !err && i < l->children; i++) {
		kg_node n = l->items[i];
		uint64_t bytes = kg_retained_bytes(l->retained, n);

		l->sum += bytes;
		if (bytes >= args->min_size && kg_type_fits(kg_heap_type(l->cli->heap, n), args->type))
			l->items[l->n++] = n;
	}
	l->shown = limit && l->n > limit ? limit : l->n;
	return err;
}

/* What holds an object of the top level, in words. */
static void add_root(const struct level *l, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_heap *h = l->cli->heap;
	struct kg_chain chain = {.anchor = kg_anchor_of(h, n), .nodes = &n, .n = 1};
	const struct kg_root *root = kg_anchor_root(h, n);

	if (!kg_retained_is_root(l->retained, n))
		kg_strbuf_puts(sb, "several roots");
	else if (root && chain.anchor != KG_ANCHOR_GARBAGE && (root->counted || root->kind == KG_ROOT_STATIC))
		kg_report_root(h, root, sb);
	else if (chain.anchor == KG_ANCHOR_NONE)
		kg_strbuf_puts(sb, kg_heap_provenance(h, n) == KG_FOUND_SCANNED ? "found by scanning" : "no root found");
	else
		kg_report_anchor(h, &chain, l->cycles, sb);
}

static void print_head(const struct level *l)
{
	const struct kg_heap *h = l->cli->heap;
	struct kg_strbuf sb = {0};

	if (l->parent == KG_NODE_NONE) {
		kg_strbuf_puts(&sb, "the whole heap: ");
	} else {
		kg_strbuf_printf(&sb, "0x%llx  %s  ", (unsigned long long)kg_heap_addr(h, l->parent),
				 kg_heap_type(h, l->parent)->name);
		kg_heap_value(h, kg_heap_addr(h, l->parent), l->cli->args->width, &sb);
		kg_strbuf_puts(&sb, "\nretains ");
		kg_cell_bytes(&sb, kg_retained_bytes(l->retained, l->parent));
		kg_strbuf_puts(&sb, ", of that ");
		kg_cell_bytes(&sb, kg_node_bytes(h, l->parent));
		kg_strbuf_puts(&sb, " its own: ");
	}
	if (l->parent == KG_NODE_NONE)
		kg_strbuf_count(&sb, l->children, "object that no other one dominates retains ",
				"objects that no other one dominates retain ");
	else
		kg_strbuf_count(&sb, l->children, "object right below it retains ", "objects right below it retain ");
	kg_cell_bytes(&sb, l->sum);
	fprintf(l->cli->out, "%s\n", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

static void print_row(const struct level *l, kg_node n, struct kg_table *t)
{
	const struct kg_heap *h = l->cli->heap;
	uint64_t bytes = kg_retained_bytes(l->retained, n), total = l->retained->total;

	kg_table_bytes(t, bytes);
	kg_strbuf_printf(kg_table_cell(t), "%.1f%%", total ? 100.0 * (double)bytes / (double)total : 0.0);
	kg_table_next(t);
	kg_table_count(t, kg_retained_objects(l->retained, n));
	kg_table_bytes(t, kg_node_bytes(h, n));
	kg_table_addr(t, kg_heap_addr(h, n));
	kg_table_text(t, kg_heap_type(h, n)->name);
	kg_heap_value(h, kg_heap_addr(h, n), l->cli->args->width, kg_table_cell(t));
	kg_table_next(t);
	if (l->parent == KG_NODE_NONE) {
		add_root(l, n, kg_table_cell(t));
		kg_table_next(t);
	}
}

static struct kg_error *print_table(const struct level *l)
{
	static const struct kg_column columns[] = {
		{"RETAINED", true}, {"SHARE", true}, {"OBJECTS", true}, {"OWN", true},
		{"ADDRESS", false}, {"TYPE", false}, {"VALUE", false},	{"ROOT", false},
	};
	size_t n = KG_ARRAY_SIZE(columns) - (l->parent == KG_NODE_NONE ? 0 : 1);
	struct kg_table *t;
	struct kg_error *err;

	print_head(l);
	if (l->n == 0)
		return NULL;
	err = kg_table_create(l->cli->out, columns, n, l->cli->color, &t);
	if (err)
		return err;
	for (size_t i = 0; i < l->shown; i++)
		print_row(l, l->items[i], t);
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_json *row_json(const struct level *l, kg_node n)
{
	const struct kg_heap *h = l->cli->heap;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	kg_report_identity(h, kg_heap_addr(h, n), n, l->cli->args->width, row);
	kg_json_set(row, "retained", kg_json_u64(kg_retained_bytes(l->retained, n)));
	kg_json_set(row, "objects", kg_json_u64(kg_retained_objects(l->retained, n)));
	if (l->parent == KG_NODE_NONE) {
		add_root(l, n, &sb);
		kg_json_set(row, "root", sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb)));
		kg_strbuf_deinit(&sb);
	}
	return row;
}

static struct kg_error *print_json(const struct level *l)
{
	const struct kg_retained *r = l->retained;
	bool top = l->parent == KG_NODE_NONE;
	struct kg_json *doc = kg_json_object(), *rows = kg_json_array();

	kg_json_set(doc, "addr", top ? kg_json_null() : kg_json_addr(kg_heap_addr(l->cli->heap, l->parent)));
	kg_json_set(doc, "retained", kg_json_u64(top ? r->total : kg_retained_bytes(r, l->parent)));
	kg_json_set(doc, "total", kg_json_u64(r->total));
	kg_json_set(doc, "children", kg_json_u64(l->children));
	kg_json_set(doc, "children_retained", kg_json_u64(l->sum));
	for (size_t i = 0; i < l->shown; i++)
		kg_json_push(rows, row_json(l, l->items[i]));
	kg_json_set(doc, "rows", rows);
	kg_json_set(doc, "doubts", kg_cli_doubts_json(l->cli->session));
	return kg_json_write(doc, true, l->cli->out);
}

static struct kg_error *find(struct kg_cli *cli, struct level *l)
{
	struct kg_error *err = NULL;

	if (cli->args->nrest > 0)
		err = kg_cli_node(cli, cli->args->rest[0], &l->parent);
	if (!err && cli->args->type)
		err = kg_type_check(cli->heap, cli->args->type);
	if (!err)
		err = kg_session_retained(cli->session, &l->retained);
	if (!err)
		err = choose(l);
	if (!err && l->parent == KG_NODE_NONE && cli->heap->collectable_known)
		err = kg_session_cycles(cli->session, &l->cycles);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	struct level l = {.cli = cli, .parent = KG_NODE_NONE};
	struct kg_error *err = find(cli, &l);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(&l) : print_table(&l);
	if (!err)
		kg_cli_more(cli, l.shown, l.n);
	free(l.items);
	return err;
}

const struct kg_command kg_command_dominators = {
	.name = "dominators",
	.operands = "[ADDR]",
	.summary = "the dominator tree, one level, by retained bytes",
	.details = "An object dominates another when every path from the roots to that one runs through it;\n"
		   "it retains its own bytes and those of all it dominates: what would go if it alone went\n"
		   "away. Without ADDR the objects that nothing else dominates, with it those right below\n"
		   "that one. --min-size is of retained bytes.",
	.uses = KG_USE_LIMIT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_WIDTH,
	.max_rest = 1,
	.run = run,
};
