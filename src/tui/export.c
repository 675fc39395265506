/* The table on the screen as CSV or JSON, some rows at a time between keys. */
#include "tui/export.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/meter.h"
#include "report/json.h"
#include "tui/app.h"

#define CELL_WIDTH 1000
#define FILES_TRIED 1000

struct kg_export {
	struct kg_view *view;
	char *path;
	FILE *out;
	uint64_t place, written;
	bool json, begun;
};

bool kg_export_ends(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

struct kg_error *kg_export_open(const char *path, char **ret_path, FILE **ret)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
	int front = (int)(dot ? dot - path : (ptrdiff_t)strlen(path));

	for (unsigned int i = 1; i <= FILES_TRIED; i++) {
		struct kg_strbuf sb = {0};
		FILE *out;

		if (i == 1)
			kg_strbuf_puts(&sb, path);
		else
			kg_strbuf_printf(&sb, "%.*s-%u%s", front, path, i, dot ? dot : "");
		out = sb.failed ? NULL : fopen(kg_strbuf_text(&sb), "wxe");
		if (out) {
			*ret = out;
			*ret_path = sb.text;
			return NULL;
		}
		kg_strbuf_deinit(&sb);
		if (errno != EEXIST)
			return kg_error_os(errno, "%s", path);
	}
	return kg_error_os(EEXIST, "%s", path);
}

static void heading(const struct kg_view *v, unsigned int column, struct kg_strbuf *sb)
{
	const char *name = v->ops->columns[column].name;

	kg_strbuf_reset(sb);
	if (!name || !*name)
		kg_strbuf_printf(sb, v->ops->ncolumns == 1 ? "text" : "column_%u", column + 1);
	for (; name && *name; name++)
		kg_strbuf_putc(sb, *name == ' ' ? '_' : (char)tolower(*name));
}

static void csv_text(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

static void csv_heads(const struct kg_view *v, FILE *out)
{
	struct kg_strbuf sb = {0};

	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		heading(v, i, &sb);
		fputs(i ? "," : "", out);
		csv_text(out, kg_strbuf_text(&sb));
	}
	fputc('\n', out);
	kg_strbuf_deinit(&sb);
}

/* What a cell says to a program: a number where the column has numbers, nothing where it is not known yet. */
enum said { SAID_NOTHING, SAID_TEXT, SAID_NUMBER };

static enum said say(const struct kg_view *v, uint64_t row, unsigned int column, struct kg_strbuf *sb)
{
	const char *text;

	kg_strbuf_reset(sb);
	v->ops->cell(v, row, column, CELL_WIDTH, sb);
	text = kg_strbuf_text(sb);
	if (!v->ops->columns[column].right)
		return SAID_TEXT;
	if (strcmp(text, "…") == 0 || !*text)
		return SAID_NOTHING;
	if (v->ops->columns[column].number) {
		uint64_t value = v->ops->rank(v, row, column);

		kg_strbuf_reset(sb);
		kg_strbuf_printf(sb, "%llu", (unsigned long long)value);
		return SAID_NUMBER;
	}
	text += *text == '-';
	return *text && strspn(text, "0123456789") == strlen(text) && strlen(text) < 18 ? SAID_NUMBER : SAID_TEXT;
}

static struct kg_error *csv_row(struct kg_export *e, uint64_t row)
{
	const struct kg_view *v = e->view;
	struct kg_strbuf sb = {0};

	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		enum said what = say(v, row, i, &sb);

		fputs(i ? "," : "", e->out);
		if (what == SAID_TEXT)
			csv_text(e->out, kg_strbuf_text(&sb));
		else if (what == SAID_NUMBER)
			fputs(kg_strbuf_text(&sb), e->out);
	}
	fputc('\n', e->out);
	kg_strbuf_deinit(&sb);
	return NULL;
}

static struct kg_error *json_row(struct kg_export *e, uint64_t row)
{
	const struct kg_view *v = e->view;
	struct kg_json *o = kg_json_object();
	struct kg_strbuf sb = {0}, name = {0};

	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		enum said what = say(v, row, i, &sb);
		const char *text = kg_strbuf_text(&sb);

		heading(v, i, &name);
		kg_json_set(o, kg_strbuf_text(&name),
			    what == SAID_NOTHING ? kg_json_null()
			    : what == SAID_TEXT	 ? kg_json_text(text)
			    : *text == '-'	 ? kg_json_i64(strtoll(text, NULL, 10))
						 : kg_json_u64(strtoull(text, NULL, 10)));
	}
	kg_strbuf_deinit(&sb);
	kg_strbuf_deinit(&name);
	if (e->written > 0)
		fputc(',', e->out);
	return kg_json_write(o, false, e->out);
}

struct kg_error *kg_export_create(struct kg_view *v, const char *path, struct kg_export **ret)
{
	bool json = kg_export_ends(path, ".json");
	struct kg_export *e;
	struct kg_error *err;

	if (!json && !kg_export_ends(path, ".csv"))
		return kg_error_create(KG_ERR_USAGE, "%s: a name that ends in .csv or .json is expected", path);
	e = calloc(1, sizeof(*e));
	if (!e)
		return kg_error_nomem();
	e->view = v;
	e->json = json;
	err = kg_export_open(path, &e->path, &e->out);
	if (err) {
		free(e);
		return err;
	}
	v->pins++;
	v->list.frozen++;
	*ret = e;
	return NULL;
}

const char *kg_export_path(const struct kg_export *e)
{
	return e->path;
}

/* All places with marks, since those that a filter hides are marked as well. */
static uint64_t places(const struct kg_export *e)
{
	return e->view->list.nmarks > 0 ? kg_view_rows(e->view) : kg_list_shown(e->view);
}

double kg_export_part(const struct kg_export *e)
{
	return places(e) && e->begun ? (double)e->place / (double)places(e) : 0;
}

uint64_t kg_export_rows(const struct kg_export *e)
{
	return e->written;
}

static struct kg_error *write_place(struct kg_export *e)
{
	struct kg_view *v = e->view;
	bool marks = v->list.nmarks > 0;
	uint64_t row = marks ? kg_list_ordered(v, e->place) : kg_list_row(v, e->place);
	struct kg_error *err;

	e->place++;
	if (row == KG_ROW_NONE || (marks && !kg_list_marked(v, row)))
		return NULL;
	err = e->json ? json_row(e, row) : csv_row(e, row);
	e->written++;
	return err;
}

/* Rows are written from the moment that order, filter and marks are what they were asked to be. */
static bool settled(struct kg_export *e, double ms)
{
	const struct kg_list *l = &e->view->list;

	if (e->begun)
		return true;
	if (kg_list_work(e->view, ms) || (l->sort >= 0 && l->orders[l->sort].wanted))
		return false;
	e->begun = true;
	e->view->list.writing = true;
	if (e->json)
		fputs("[\n", e->out);
	else
		csv_heads(e->view, e->out);
	return true;
}

bool kg_export_work(struct kg_export *e, double ms, struct kg_error **ret)
{
	double end = kg_meter_seconds() + ms / 1000;
	struct kg_error *err = NULL;
	bool more = true;

	if (!settled(e, ms))
		return true;
	while (more && !err && kg_meter_seconds() < end) {
		more = e->place < places(e);
		if (more)
			err = write_place(e);
	}
	if (!err && ferror(e->out))
		err = kg_error_os(errno, "%s", e->path);
	if (!more && !err && e->json)
		fputs("]\n", e->out);
	if (!more && !err) {
		err = fclose(e->out) == 0 ? NULL : kg_error_os(errno, "%s", e->path);
		e->out = NULL;
	}
	if (err)
		unlink(e->path);
	*ret = err;
	return more && !err;
}

void kg_export_destroy(struct kg_export *e)
{
	if (!e)
		return;
	if (e->out) {
		fclose(e->out);
		unlink(e->path);
	}
	e->view->list.frozen--;
	e->view->list.writing = false;
	kg_list_renew(e->view);
	kg_view_unpin(e->view);
	free(e->path);
	free(e);
}
