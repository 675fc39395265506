#include "tui/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "report/cells.h"

#define WRAP_LEAST 12 /* columns of text, however narrow it is */
#define FOLD_INDENT 4

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

/* Bytes of @text for a line of @cols: up to and with the last blank that fits, but for words longer than that. */
static size_t line_of(const char *text, size_t cols)
{
	size_t fits = kg_cell_fit(text, cols), cut = fits;

	if (!text[fits])
		return fits;
	if (text[fits] == ' ') /* at the end of a line it takes no room */
		return fits + 1;
	while (cut > 0 && text[cut - 1] != ' ')
		cut--;
	return cut > 0 ? cut : fits > 0 ? fits : strlen(text);
}

void kg_lines_wrap(struct kg_lines *l, const char *head, const char *text, int cols, kg_node node, enum kg_attr attr)
{
	int indent = (int)kg_cell_columns(head), room = cols - indent;
	struct kg_strbuf sb = {0};

	do {
		size_t len = cols > 0 ? line_of(text, room > WRAP_LEAST ? (size_t)room : WRAP_LEAST) : strlen(text);

		if (*head)
			kg_strbuf_puts(&sb, head);
		else
			kg_strbuf_printf(&sb, "%*s", indent, "");
		kg_strbuf_add(&sb, text, text[len] && text[len - 1] == ' ' ? len - 1 : len);
		kg_lines_add(l, &sb, node, attr);
		text += len;
		head = "";
	} while (*text);
	kg_strbuf_deinit(&sb);
}

void kg_lines_fold(struct kg_lines *l, const char *text, int cols, kg_node node, enum kg_attr attr)
{
	size_t lead = strspn(text, " "), room = cols > (int)lead + WRAP_LEAST ? (size_t)cols - lead : WRAP_LEAST;
	size_t cut = cols > 0 ? lead + line_of(text + lead, room) : strlen(text);
	struct kg_strbuf sb = {0};

	kg_strbuf_add(&sb, text, text[cut] && text[cut - 1] == ' ' ? cut - 1 : cut);
	kg_lines_add(l, &sb, node, attr);
	text += cut + strspn(text + cut, " ");
	if (*text) {
		kg_strbuf_printf(&sb, "%*s", (int)(lead < room ? lead : 0) + FOLD_INDENT, "");
		kg_lines_wrap(l, kg_strbuf_text(&sb), text, cols, node, attr);
	}
	kg_strbuf_deinit(&sb);
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

uint64_t kg_lines_key(const struct kg_view *v, uint64_t row)
{
	return kg_key_of(((const struct kg_lines *)v->data)->items[row].text);
}

static void rebuild(struct kg_view *v)
{
	struct kg_lines *l = v->data;

	kg_lines_clear(l);
	l->build(v, l);
}

/* @return false: what there is to make anew was made, and marks stand where they stood */
bool kg_lines_refresh(struct kg_view *v)
{
	if (((struct kg_lines *)v->data)->build)
		kg_list_rebuild(v, rebuild);
	return false;
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
