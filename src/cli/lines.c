#include "cli/lines.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/lines.h"
#include "report/json.h"
#include "report/table.h"

/* In the order of the columns that "types" sorts by. */
enum { BY_BYTES, BY_OBJECTS, BY_PAYLOAD, BY_COLLECTABLE, BY_NAME };

struct row {
	const struct kg_line_total *total;
	char *name; /* owned */
	uint64_t key;
};

struct table {
	struct row *rows;
	size_t n;
};

static uint64_t key_of(const struct kg_line_total *t, unsigned int sort)
{
	switch (sort) {
	case BY_OBJECTS:
		return t->objects;
	case BY_PAYLOAD:
		return t->payload;
	case BY_COLLECTABLE:
		return t->collectable;
	case BY_NAME:
		return 0;
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

static struct kg_error *row_add(const struct kg_cli *cli, const struct kg_line_total *t, struct table *to)
{
	struct kg_strbuf sb = {0};

	if ((cli->args->collectable && !t->collectable) || t->bytes + t->payload < cli->args->min_size)
		return NULL;
	kg_line_name(cli->heap, t, &sb);
	if (sb.failed) {
		kg_strbuf_deinit(&sb);
		return kg_error_nomem();
	}
	to->rows[to->n++] = (struct row){t, sb.text, key_of(t, cli->args->sort)};
	return NULL;
}

static void table_deinit(struct table *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->rows[i].name);
	free(t->rows);
}

static struct kg_error *choose(const struct kg_cli *cli, const struct kg_line_totals *lines, struct table *ret)
{
	struct kg_error *err = NULL;

	ret->rows = calloc(lines->n ? lines->n : 1, sizeof(*ret->rows));
	if (!ret->rows)
		return kg_error_nomem();
	for (size_t i = 0; i < lines->n && !err; i++)
		err = row_add(cli, &lines->items[i], ret);
	if (!err)
		qsort(ret->rows, ret->n, sizeof(*ret->rows), by_key);
	return err;
}

static struct kg_error *print_table(const struct kg_cli *cli, const struct table *rows, size_t n)
{
	static const struct kg_column columns[] = {
		{"OBJECTS", true}, {"BYTES", true}, {"PAYLOAD", true}, {"COLLECTABLE", true}, {"ALLOCATED AT", false},
	};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < n; i++) {
		kg_table_count(t, rows->rows[i].total->objects);
		kg_table_bytes(t, rows->rows[i].total->bytes);
		kg_table_bytes(t, rows->rows[i].total->payload);
		kg_table_count(t, rows->rows[i].total->collectable);
		kg_table_text(t, rows->rows[i].name);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_json *file_json(const struct kg_heap *h, kg_addr file)
{
	struct kg_strbuf sb = {0};
	struct kg_json *text;

	kg_line_file(h, file, &sb);
	text = sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return text;
}

struct kg_json *kg_cli_line_json(const struct kg_heap *h, kg_addr file, uint32_t line)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "file", file ? file_json(h, file) : kg_json_null());
	kg_json_set(row, "line", file ? kg_json_u64(line) : kg_json_null());
	return row;
}

struct kg_json *kg_cli_allocation_json(const struct kg_heap *h, const struct kg_tracemalloc *tm, kg_node n)
{
	struct kg_json *list;
	struct kg_trace trace;
	uint32_t line;
	kg_addr file;

	if (!kg_line_trace(h, tm, n, &trace))
		return kg_json_null();
	list = kg_json_array();
	for (uint32_t i = 0; i < trace.nframe && kg_tracemalloc_frame(tm, &trace, i, &file, &line); i++)
		kg_json_push(list, kg_cli_line_json(h, file, line));
	return list;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct table *rows, size_t n,
				   const struct kg_tracemalloc *tm, bool complete)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();

	kg_json_set(doc, "frames_kept", kg_json_u64(tm->limit));
	kg_json_set(doc, "complete", kg_json_bool(complete));
	kg_json_set(doc, "blocks", kg_json_u64(tm->entries));
	for (size_t i = 0; i < n; i++) {
		const struct kg_line_total *t = rows->rows[i].total;
		struct kg_json *row = kg_cli_line_json(cli->heap, t->file, t->line);

		kg_json_set(row, "objects", kg_json_u64(t->objects));
		kg_json_set(row, "bytes", kg_json_u64(t->bytes));
		kg_json_set(row, "payload", kg_json_u64(t->payload));
		kg_json_set(row, "collectable", kg_json_u64(t->collectable));
		kg_json_push(list, row);
	}
	kg_json_set(doc, "lines", list);
	return kg_json_write(doc, true, cli->out);
}

static struct kg_error *print(const struct kg_cli *cli, const struct table *rows, const struct kg_tracemalloc *tm,
			      bool complete)
{
	uint64_t limit = kg_cli_limit(cli);
	size_t shown = limit && rows->n > limit ? limit : rows->n;
	struct kg_error *err;

	kg_progress_clear(cli->progress);
	err = cli->args->json ? print_json(cli, rows, shown, tm, complete) : print_table(cli, rows, shown);
	if (!err)
		kg_cli_more(cli, shown, rows->n);
	return err;
}

void kg_cli_lines_doubt(const struct kg_cli *cli, const struct kg_line_totals *lines, const char *target)
{
	struct kg_strbuf sb = {0};

	if (lines->complete)
		return;
	kg_strbuf_escape(&sb, target, strlen(target));
	kg_cli_hint(cli, "%s: tracemalloc's table breaks off: objects said to be not traced may be", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

struct kg_error *kg_cli_lines(const struct kg_cli *cli)
{
	struct kg_tracemalloc tm;
	struct kg_line_totals lines;
	struct table rows = {0};
	struct kg_error *err;

	kg_tracemalloc_open(cli->heap->rt, &tm);
	err = kg_line_totals_create(cli->heap, &tm, cli->args->type, cli->args->threads, cli->progress, &lines);
	if (err)
		return err;
	err = choose(cli, &lines, &rows);
	if (!err) {
		err = print(cli, &rows, &tm, lines.complete);
		kg_cli_lines_doubt(cli, &lines, cli->args->target);
	}
	table_deinit(&rows);
	kg_line_totals_deinit(&lines);
	return err;
}
