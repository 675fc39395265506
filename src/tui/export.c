/* What is on the screen, as a file: the table as CSV or JSON, objects as DOT. */
#include <errno.h>
#include <string.h>

#include "analysis/reach.h"
#include "report/dot.h"
#include "report/json.h"
#include "tui/app.h"

#define CELL_WIDTH 1000
#define DOT_NODES 200
#define DOT_WIDTH 60

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

static void csv_cell(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

static struct kg_error *csv_row(const struct kg_view *v, uint64_t row, FILE *out)
{
	struct kg_strbuf sb = {0};

	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		kg_strbuf_reset(&sb);
		if (row == KG_ROW_NONE)
			kg_strbuf_puts(&sb, v->ops->columns[i].name ? v->ops->columns[i].name : "TEXT");
		else
			v->ops->cell(v, row, i, CELL_WIDTH, &sb);
		fputs(i ? "," : "", out);
		csv_cell(out, kg_strbuf_text(&sb));
	}
	fputc('\n', out);
	kg_strbuf_deinit(&sb);
	return NULL;
}

static struct kg_error *json_row(const struct kg_view *v, uint64_t row, FILE *out)
{
	struct kg_json *o;
	struct kg_strbuf sb = {0};

	if (row == KG_ROW_NONE)
		return NULL;
	o = kg_json_object();
	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		const char *name = v->ops->columns[i].name;
		char number[24];

		snprintf(number, sizeof(number), "column%u", i + 1);
		kg_strbuf_reset(&sb);
		v->ops->cell(v, row, i, CELL_WIDTH, &sb);
		kg_json_set(o, name && *name ? name : number, kg_json_text(kg_strbuf_text(&sb)));
	}
	kg_strbuf_deinit(&sb);
	return kg_json_write(o, false, out);
}

static struct kg_error *close_file(FILE *out, const char *path, struct kg_error *err)
{
	bool failed = ferror(out);

	if ((fclose(out) != 0 || failed) && !err)
		err = kg_error_os(errno, "%s", path);
	return err;
}

struct kg_error *kg_export_table(const struct kg_view *v, const char *path)
{
	bool json = ends_with(path, ".json");
	struct kg_error *(*write)(const struct kg_view *, uint64_t, FILE *) = json ? json_row : csv_row;
	struct kg_error *err;
	uint64_t n = kg_list_shown(v);
	FILE *out;

	if (!json && !ends_with(path, ".csv"))
		return kg_error_create(KG_ERR_USAGE, "%s: a name that ends in .csv or .json is expected", path);
	out = fopen(path, "we");
	if (!out)
		return kg_error_os(errno, "%s", path);
	err = write(v, KG_ROW_NONE, out);
	for (uint64_t i = 0; i < n && !err && !ferror(out); i++) {
		uint64_t row = kg_list_row(v, i);

		if (v->list.nmarks == 0 || kg_list_marked(v, row))
			err = write(v, row, out);
	}
	return close_file(out, path, err);
}

/* What is marked, else what the screen shows; one more step each way from an object alone. */
static struct kg_error *choose(struct kg_view *v, struct kg_reach *r)
{
	uint64_t n = v->list.nmarks ? kg_list_shown(v) : v->list.top + (uint64_t)(v->list.page > 0 ? v->list.page : 1);
	uint64_t from = v->list.nmarks ? 0 : v->list.top;
	kg_node cursor = kg_view_node(v, kg_list_current(v));
	struct kg_error *err = cursor != KG_NODE_NONE ? kg_reach_add(r, cursor) : NULL;

	for (uint64_t i = from; i < n && !err && r->n < DOT_NODES; i++) {
		uint64_t row = kg_list_row(v, i);
		kg_node node = row == KG_ROW_NONE ? KG_NODE_NONE : kg_view_node(v, row);

		if (node != KG_NODE_NONE && (v->list.nmarks == 0 || kg_list_marked(v, row)))
			err = kg_reach_add(r, node);
	}
	if (!err)
		err = kg_reach_extend(r, false, 1);
	return err;
}

struct kg_error *kg_export_dot(struct kg_view *v, const char *path)
{
	static const char *const formats[] = {".svg", ".png", ".pdf"};
	struct kg_dot_options opts = {.title = kg_strbuf_text(&v->title), .width = DOT_WIDTH};
	struct kg_error *err = kg_report_dot_available();
	struct kg_reach r = {0};
	FILE *out;

	if (!err)
		err = kg_reach_init(&r, kg_app_heap(v->app), DOT_NODES);
	if (err)
		return err;
	for (size_t i = 0; i < KG_ARRAY_SIZE(formats); i++) {
		if (ends_with(path, formats[i]))
			opts.format = formats[i] + 1;
	}
	err = choose(v, &r);
	out = err ? NULL : fopen(path, "we");
	if (!err && !out)
		err = kg_error_os(errno, "%s", path);
	if (!err)
		err = close_file(out, path, kg_report_dot(r.heap, &r, &opts, out));
	kg_reach_deinit(&r);
	return err;
}
