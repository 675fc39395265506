#include <stdlib.h>
#include <string.h>

#include "analysis/retained.h"
#include "analysis/select.h"
#include "analysis/totals.h"
#include "cli/command.h"
#include "report/json.h"
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

static struct kg_error *choose(const struct kg_cli *cli, const struct kg_totals *totals, const uint64_t *retained,
			       struct row **ret, size_t *ret_n)
{
	struct row *rows = malloc((totals->n ? totals->n : 1) * sizeof(*rows));
	size_t n = 0;

	if (!rows)
		return kg_error_nomem();
	for (uint32_t i = 0; i < totals->n; i++) {
		const struct kg_type_total *t = &totals->items[i];

		if (wanted(cli, t))
			rows[n++] = (struct row){t, cli->heap->types[i]->name, retained[i],
						 key_of(t, retained[i], cli->args->sort)};
	}
	qsort(rows, n, sizeof(*rows), by_key);
	*ret = rows;
	*ret_n = n;
	return NULL;
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
		kg_table_text(t, rows[i].name);
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
		kg_json_set(row, "scanned", kg_json_u64(rows[i].total->scanned));
		kg_json_push(list, row);
	}
	kg_json_set(doc, "types", list);
	return kg_json_write(doc, true, cli->out);
}

static struct kg_error *print(const struct kg_cli *cli, const struct kg_totals *totals, const uint64_t *retained)
{
	struct row *rows = NULL;
	size_t n = 0, shown;
	uint64_t limit = kg_cli_limit(cli);
	struct kg_error *err = choose(cli, totals, retained, &rows, &n);

	if (err)
		return err;
	shown = limit && n > limit ? limit : n;
	kg_progress_clear(cli->progress);
	err = cli->args->json ? print_json(cli, rows, shown) : print_table(cli, rows, shown);
	if (!err)
		kg_cli_more(cli, shown, n);
	free(rows);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_retained *retained;
	const struct kg_totals *totals;
	uint64_t *by_type = NULL;
	struct kg_error *err = kg_session_totals(cli->session, &totals);

	if (!err)
		err = kg_session_retained(cli->session, &retained);
	if (!err)
		err = kg_retained_types(retained, &by_type);
	if (!err)
		err = print(cli, totals, by_type);
	free(by_type);
	return err;
}

const struct kg_command kg_command_types = {
	.name = "types",
	.summary = "objects and bytes by type",
	.details = "BYTES is what sys.getsizeof() says, PAYLOAD what the objects own beside that,\n"
	       "RETAINED what would go with one of them at a time: what several hold together is not in it.",
	.uses = KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_COLLECTABLE,
	.sorts = {"bytes", "objects", "payload", "collectable", "type", "retained"},
	.run = run,
};
