#include <stdlib.h>
#include <string.h>

#include "analysis/joint.h"
#include "analysis/select.h"
#include "analysis/totals.h"
#include "cli/lines.h"
#include "cli/trust.h"
#include "report/object.h"
#include "report/table.h"

enum { BY_BYTES, BY_OBJECTS, BY_PAYLOAD, BY_COLLECTABLE, BY_TYPE, BY_RETAINED };

struct row {
	const struct kg_type_total *total;
	const char *name;
	uint64_t retained;
	uint64_t key; /* larger comes first; 0 for all when sorting by name */
};

static uint64_t key_of(const struct kg_type_total *t, uint64_t retained, unsigned int sort)
{
	switch (sort) {
	case BY_OBJECTS:
		return t->objects;
	case BY_PAYLOAD:
		return t->payload;
	case BY_COLLECTABLE:
		return t->collectable;
	case BY_TYPE:
		return 0;
	case BY_RETAINED:
		return retained;
	default:
		return t->bytes + t->payload;
	}
}

static int by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return strcmp(x->name, y->name);
}

static bool wanted(const struct kg_cli *cli, const struct kg_type_total *t)
{
	const struct kg_args *args = cli->args;

	if (t->objects == 0 || (args->collectable && t->collectable == 0))
		return false;
	return t->bytes + t->payload >= args->min_size && kg_type_fits(cli->heap->types[t->type], args->type);
}

static struct kg_error *choose(const struct kg_cli *cli, const struct kg_totals *totals, struct row **ret,
			       size_t *ret_n)
{
	struct row *rows = malloc((totals->n ? totals->n : 1) * sizeof(*rows));
	size_t n = 0;

	if (!rows)
		return kg_error_nomem();
	for (uint32_t i = 0; i < totals->n; i++) {
		if (wanted(cli, &totals->items[i]))
			rows[n++] = (struct row){.total = &totals->items[i], .name = cli->heap->types[i]->name};
	}
	*ret = rows;
	*ret_n = n;
	return NULL;
}

static void sort(struct row *rows, size_t n, unsigned int sort)
{
	for (size_t i = 0; i < n; i++)
		rows[i].key = key_of(rows[i].total, rows[i].retained, sort);
	qsort(rows, n, sizeof(*rows), by_key);
}

static struct kg_error *add_retained(const struct kg_cli *cli, const struct kg_totals *totals, struct row *rows,
				     size_t n)
{
	const uint64_t *known = kg_session_retained_types_known(cli->session);
	const struct kg_retained *retained;
	uint32_t *types = malloc((n ? n : 1) * sizeof(*types));
	uint64_t *bytes = calloc(totals->n ? totals->n : 1, sizeof(*bytes));
	struct kg_error *err = types && bytes ? kg_session_retained(cli->session, &retained) : kg_error_nomem();

	for (size_t i = 0; i < n && !err; i++)
		types[i] = rows[i].total->type;
	if (!err && !known)
		err = kg_joint_types(retained, types, n, cli->progress, bytes);
	for (size_t i = 0; i < n && !err; i++)
		rows[i].retained = known ? known[types[i]] : bytes[types[i]];
	free(types);
	free(bytes);
	return err;
}

static struct kg_error *print_table(const struct kg_cli *cli, const struct row *rows, size_t n)
{
	static const struct kg_column columns[] = {
		{"OBJECTS", true}, {"BYTES", true}, {"PAYLOAD", true},
		{"RETAINED", true}, {"COLLECTABLE", true}, {"TYPE", false},
	};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < n; i++) {
		kg_table_count(t, rows[i].total->objects);
		kg_table_bytes(t, rows[i].total->bytes);
		kg_table_bytes(t, rows[i].total->payload);
		kg_table_bytes(t, rows[i].retained);
		kg_table_count(t, rows[i].total->collectable);
		kg_strbuf_puts(kg_table_cell(t), rows[i].name);
		kg_report_plugin(cli->heap->types[rows[i].total->type], kg_table_cell(t));
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct row *rows, size_t n)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();

	for (size_t i = 0; i < n; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "type", kg_json_text(rows[i].name));
		kg_json_set(row, "objects", kg_json_u64(rows[i].total->objects));
		kg_json_set(row, "bytes", kg_json_u64(rows[i].total->bytes));
		kg_json_set(row, "payload", kg_json_u64(rows[i].total->payload));
		kg_json_set(row, "retained", kg_json_u64(rows[i].retained));
		kg_json_set(row, "collectable", kg_json_u64(rows[i].total->collectable));
		kg_json_set(row, "plugin", kg_report_plugin_json(cli->heap->types[rows[i].total->type]));
		kg_json_set(row, "scanned", kg_json_u64(rows[i].total->scanned));
		kg_json_push(list, row);
	}
	kg_json_set(doc, "types", list);
	kg_json_set(doc, "doubts", kg_cli_doubts_json(cli->session));
	return kg_json_write(doc, true, cli->out);
}

/* What types hold together is computed for the rows that are shown, and for all where it says which those are. */
static struct kg_error *print(const struct kg_cli *cli, const struct kg_totals *totals)
{
	bool all = cli->args->sort == BY_RETAINED;
	struct row *rows = NULL;
	size_t n = 0, shown;
	uint64_t limit = kg_cli_limit(cli);
	struct kg_error *err = choose(cli, totals, &rows, &n);

	if (err)
		return err;
	shown = limit && n > limit ? limit : n;
	if (!all)
		sort(rows, n, cli->args->sort);
	err = add_retained(cli, totals, rows, all ? n : shown);
	if (all)
		sort(rows, n, cli->args->sort);
	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(cli, rows, shown) : print_table(cli, rows, shown);
	if (!err)
		kg_cli_more(cli, shown, n);
	free(rows);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_totals *totals;
	struct kg_error *err;

	if (cli->args->by && strcmp(cli->args->by, "line") == 0)
		return kg_cli_lines(cli);
	err = kg_session_totals(cli->session, &totals);
	return err ? err : print(cli, totals);
}

static struct kg_error *check(const struct kg_args *args)
{
	if (!args->by || strcmp(args->by, "type") == 0 || strcmp(args->by, "line") == 0)
		return NULL;
	return kg_error_create(KG_ERR_USAGE, "--by %s: type or line is expected", args->by);
}

const struct kg_command kg_command_types = {
	.name = "types",
	.summary = "objects and bytes by type",
	.details = "BYTES is what sys.getsizeof() says, PAYLOAD what the objects own beside that,\n"
		   "RETAINED what would be freed if all objects of the type went away together.\n"
		   "--by line: by the line of Python that allocated them, where tracemalloc was on.",
	.uses = KG_USE_TREE | KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_COLLECTABLE | KG_USE_BY,
	.sorts = {"bytes", "objects", "payload", "collectable", "type", "retained"},
	.check = check,
	.run = run,
};
