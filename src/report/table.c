#include "report/table.h"

#include <stdlib.h>
#include <string.h>

#include "report/cells.h"

#define HELD_ROWS 500
#define GAP 2

struct kg_table {
	FILE *out;
	const struct kg_column *columns;
	size_t n;
	bool color, failed;
	size_t *widths;
	char **held; /* cells of the rows held back */
	size_t nheld;
	bool streaming;
	struct kg_strbuf cell;
	size_t column; /* of the cell under way */
};

struct kg_error *kg_table_create(FILE *out, const struct kg_column *columns, size_t n, bool color,
				 struct kg_table **ret)
{
	struct kg_table *t = calloc(1, sizeof(*t));

	if (!t)
		return kg_error_nomem();
	*t = (struct kg_table){.out = out, .columns = columns, .n = n, .color = color};
	t->widths = calloc(n, sizeof(*t->widths));
	t->held = calloc(n * HELD_ROWS, sizeof(*t->held));
	if (!t->widths || !t->held) {
		kg_table_destroy(t);
		return kg_error_nomem();
	}
	for (size_t i = 0; i < n; i++)
		t->widths[i] = kg_cell_columns(columns[i].name);
	*ret = t;
	return NULL;
}

void kg_table_destroy(struct kg_table *t)
{
	if (!t)
		return;
	for (size_t i = 0; t->held && i < t->nheld; i++)
		free(t->held[i]);
	free(t->held);
	free(t->widths);
	kg_strbuf_deinit(&t->cell);
	free(t);
}

/* Nothing follows the last column, so that it needs no padding on its right. */
static void write_cell(const struct kg_table *t, size_t column, const char *text)
{
	size_t used = kg_cell_columns(text), width = t->widths[column];
	int pad = used < width ? (int)(width - used) : 0;

	if (column > 0)
		fprintf(t->out, "%*s", GAP, "");
	if (t->columns[column].right)
		fprintf(t->out, "%*s%s", pad, "", text);
	else if (column + 1 == t->n)
		fputs(text, t->out);
	else
		fprintf(t->out, "%s%*s", text, pad, "");
	if (column + 1 == t->n)
		fputc('\n', t->out);
}

static void start_streaming(struct kg_table *t)
{
	t->streaming = true;
	if (t->color)
		fputs("\033[1m", t->out);
	for (size_t i = 0; i < t->n; i++)
		write_cell(t, i, t->columns[i].name);
	if (t->color)
		fputs("\033[0m", t->out);
	for (size_t i = 0; i < t->nheld; i++) {
		write_cell(t, i % t->n, t->held[i]);
		free(t->held[i]);
	}
	t->nheld = 0;
}

struct kg_strbuf *kg_table_cell(struct kg_table *t)
{
	return &t->cell;
}

static void hold(struct kg_table *t)
{
	size_t used = kg_cell_columns(kg_strbuf_text(&t->cell));
	char *copy = strdup(kg_strbuf_text(&t->cell));

	if (!copy) {
		t->failed = true;
		return;
	}
	if (used > t->widths[t->column])
		t->widths[t->column] = used;
	t->held[t->nheld++] = copy;
}

void kg_table_next(struct kg_table *t)
{
	t->failed |= t->cell.failed;
	if (t->streaming)
		write_cell(t, t->column, kg_strbuf_text(&t->cell));
	else if (!t->failed)
		hold(t);
	kg_strbuf_reset(&t->cell);
	t->column = (t->column + 1) % t->n;
	if (!t->streaming && t->nheld == t->n * HELD_ROWS)
		start_streaming(t);
}

void kg_table_text(struct kg_table *t, const char *text)
{
	kg_strbuf_puts(&t->cell, text);
	kg_table_next(t);
}

void kg_table_addr(struct kg_table *t, kg_addr addr)
{
	kg_cell_addr(&t->cell, addr);
	kg_table_next(t);
}

void kg_table_bytes(struct kg_table *t, uint64_t bytes)
{
	kg_cell_bytes(&t->cell, bytes);
	kg_table_next(t);
}

void kg_table_count(struct kg_table *t, uint64_t n)
{
	kg_cell_count(&t->cell, n);
	kg_table_next(t);
}

struct kg_error *kg_table_finish(struct kg_table *t)
{
	if (t->failed)
		return kg_error_nomem();
	if (!t->streaming)
		start_streaming(t);
	return NULL;
}
