#include "tui/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

const struct kg_view_column kg_lines_column = {.name = NULL, .width = 10, .grow = true, .text = true};

void kg_lines_add(struct kg_lines *l, struct kg_strbuf *sb, kg_node node, enum kg_attr attr)
{
	char *text = strdup(kg_strbuf_text(sb));
	struct kg_error *err = kg_grow(&l->items, &l->cap, l->n, sizeof(*l->items));

	if (text && !err)
		l->items[l->n++] = (struct kg_line){text, node, attr};
	else
		free(text);
	kg_error_destroy(err);
	kg_strbuf_reset(sb);
}

void kg_lines_clear(struct kg_lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->items[i].text);
	l->n = 0;
}

uint64_t kg_lines_rows(const struct kg_view *v)
{
	return ((const struct kg_lines *)v->data)->n;
}

void kg_lines_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_lines *l = v->data;

	(void)column;
	(void)width;
	kg_strbuf_puts(sb, l->items[row].text);
}

uint64_t kg_lines_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	(void)v;
	(void)column;
	return row;
}

kg_node kg_lines_node(const struct kg_view *v, uint64_t row)
{
	return ((const struct kg_lines *)v->data)->items[row].node;
}

enum kg_attr kg_lines_attr(const struct kg_view *v, uint64_t row)
{
	return ((const struct kg_lines *)v->data)->items[row].attr;
}

bool kg_lines_refresh(struct kg_view *v)
{
	struct kg_lines *l = v->data;

	if (!l->build)
		return false;
	kg_lines_clear(l);
	l->build(v, l);
	return true;
}

void kg_lines_destroy(struct kg_view *v)
{
	struct kg_lines *l = v->data;

	kg_lines_clear(l);
	free(l->items);
	free(l);
}

struct kg_error *kg_lines_create(struct kg_app *app, const struct kg_view_ops *ops, const char *title,
				 void (*build)(struct kg_view *v, struct kg_lines *l), struct kg_view **ret)
{
	struct kg_lines *l = calloc(1, sizeof(*l));
	struct kg_error *err = l ? kg_view_create(app, ops, title, l, ret) : kg_error_nomem();

	if (err) {
		free(l);
		return err;
	}
	l->build = build;
	if (build)
		build(*ret, l);
	return NULL;
}
