#include "analysis/select.h"
#include "cli/command.h"
#include "cli/lines.h"
#include "report/object.h"
#include "report/table.h"

static struct kg_error *print_json(const struct kg_cli *cli, const struct kg_retained *retained,
				   const struct kg_nodes *nodes)
{
	struct kg_tracemalloc tm;

	kg_tracemalloc_open(cli->heap->rt, &tm);
	kg_progress_phase(cli->progress, "writing objects", nodes->n);
	for (size_t i = 0; i < nodes->n; i++) {
		struct kg_json *row;
		struct kg_error *err =
		    kg_report_object(cli->heap, nodes->items[i], cli->args->width, cli->args->refs, &row);

		if (!err)
			kg_json_set(row, "retained", kg_json_u64(kg_retained_bytes(retained, nodes->items[i])));
		if (!err && cli->args->allocations)
			kg_json_set(row, "allocation", kg_cli_allocation_json(cli->heap, &tm, nodes->items[i]));
		if (!err)
			err = kg_json_write(row, false, cli->out);
		if (err)
			return err;
		if ((i & 0xfff) == 0xfff)
			kg_progress_add(cli->progress, 0x1000);
	}
	return NULL;
}

static void print_row(const struct kg_cli *cli, const struct kg_retained *retained, kg_node n, struct kg_table *t)
{
	const struct kg_heap *h = cli->heap;
	struct kg_strbuf *cell = kg_table_cell(t);

	kg_table_addr(t, kg_heap_addr(h, n));
	kg_table_bytes(t, kg_node_bytes(h, n));
	kg_table_bytes(t, kg_retained_bytes(retained, n));
	kg_report_refcount_short(h, n, cell);
	kg_table_next(t);
	kg_table_text(t, kg_gc_place_name(kg_heap_place(h, n)));
	kg_table_text(t, h->collectable && kg_heap_collectable(h, n)	? "garbage"
			 : kg_heap_provenance(h, n) == KG_FOUND_SCANNED ? "scanned"
									: "");
	kg_table_text(t, kg_heap_type(h, n)->name);
	kg_heap_value(h, kg_heap_addr(h, n), cli->args->width, cell);
	kg_table_next(t);
}

static struct kg_error *print_table(const struct kg_cli *cli, const struct kg_retained *retained,
				    const struct kg_nodes *nodes)
{
	static const struct kg_column columns[] = {
		{"ADDRESS", false}, {"BYTES", true}, {"RETAINED", true}, {"REFS", true},
		{"GC", false},	    {"NOTE", false}, {"TYPE", false},	 {"VALUE", false},
	};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < nodes->n; i++)
		print_row(cli, retained, nodes->items[i], t);
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *check(const struct kg_args *args)
{
	if (args->refs && !args->json)
		return kg_error_create(KG_ERR_USAGE,
				       "--refs needs --json; \"kedge referents\" shows one object's references");
	if (args->allocations && !args->json)
		return kg_error_create(KG_ERR_USAGE,
				       "--allocations needs --json; \"kedge show\" shows one object's allocation");
	return NULL;
}

static struct kg_error *run(struct kg_cli *cli)
{
	static const enum kg_order orders[] = {KG_BY_ADDR, KG_BY_SIZE, KG_BY_REFCOUNT, KG_BY_TYPE, KG_BY_RETAINED};
	struct kg_selection sel = {
		.type = cli->args->type,
		.min_size = cli->args->min_size,
		.collectable = cli->args->collectable,
		.order = orders[cli->args->sort],
		.limit = kg_cli_limit(cli),
	};
	struct kg_nodes nodes;
	struct kg_error *err = kg_type_check(cli->heap, sel.type);

	if (!err)
		err = kg_session_retained(cli->session, &sel.retained);
	if (!err)
		err = kg_select(cli->heap, &sel, cli->progress, &nodes);
	if (err)
		return err;
	kg_progress_clear(cli->progress);
	err = cli->args->json ? print_json(cli, sel.retained, &nodes) : print_table(cli, sel.retained, &nodes);
	if (!err)
		kg_cli_more(cli, nodes.n, nodes.matched);
	kg_nodes_deinit(&nodes);
	return err;
}

const struct kg_command kg_command_objects = {
	.name = "objects",
	.summary = "the objects themselves, filtered and sorted",
	.details = "BYTES is sys.getsizeof() and what the object owns beside that; in JSON \"size\" is\n"
	       "sys.getsizeof() alone. RETAINED is what would go if the object alone went away.\n"
	       "NOTE says garbage for what gc.collect() would find, and\n"
	       "scanned for blocks that look like objects and that nothing leads to.",
	.uses =
	KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_COLLECTABLE | KG_USE_WIDTH | KG_USE_REFS,
	.sorts = {"addr", "size", "refcount", "type", "retained"},
	.check = check,
	.run = run,
};
