/* The table of a view on the canvas. */
#include "tui/app.h"

/* Widths of the columns, 0 for those that do not fit. */
static void lay_out(const struct kg_view *v, int width, int widths[KG_COLUMNS_MAX])
{
	int n = (int)v->ops->ncolumns, sum = 0, left;
	const struct kg_view_column *columns = v->ops->columns;

	for (int i = 0; i < n; i++) {
		widths[i] = columns[i].width;
		sum += widths[i] + (i > 0);
	}
	for (int i = n - 1; i >= 0 && sum > width; i--) {
		if (columns[i].optional) {
			sum -= widths[i] + 1;
			widths[i] = 0;
		}
	}
	left = width > sum ? width - sum : 0;
	for (int i = 0; i < n; i++) {
		if (columns[i].grow)
			widths[i] += left;
	}
}

static void remember(struct kg_list *l, unsigned int n, const int *widths, int left)
{
	for (unsigned int i = 0; i < n; i++) {
		l->lefts[i] = left;
		left += widths[i] + (widths[i] > 0);
	}
	l->lefts[n] = left;
}

int kg_list_heading(const struct kg_view *v, int row, int col)
{
	const struct kg_list *l = &v->list;

	if (row != l->first_row - 1 || !v->ops->columns[0].name || col < l->left || col >= l->left + l->cols)
		return -1;
	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		if (col >= l->lefts[i] && col < l->lefts[i + 1])
			return (int)i;
	}
	return -1;
}

static void draw_text(const struct kg_view *v, unsigned int i, struct kg_canvas *c, int row, int col, int width,
		      enum kg_attr attr, const char *text)
{
	if (v->ops->columns[i].right)
		kg_canvas_right(c, row, col, width, attr, text);
	else
		kg_canvas_text(c, row, col, width, attr, text);
}

static void draw_heads(const struct kg_view *v, const int *widths, struct kg_canvas *c, int row, int left, int width)
{
	struct kg_strbuf sb = {0};
	int col = left;

	kg_canvas_paint(c, row, left, width, KG_ATTR_HEAD);
	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		bool here = v->list.sort == (int)i;
		bool rising = v->ops->columns[i].text != v->list.reverse;

		if (widths[i] == 0)
			continue;
		kg_strbuf_reset(&sb);
		kg_strbuf_puts(&sb, v->ops->columns[i].name);
		if (here)
			kg_strbuf_puts(&sb, v->list.orders[i].wanted ? "…" : rising ? "▲" : "▼");
		draw_text(v, i, c, row, col, left + width - col < widths[i] ? left + width - col : widths[i],
			  KG_ATTR_HEAD, kg_strbuf_text(&sb));
		col += widths[i] + 1;
	}
	kg_strbuf_deinit(&sb);
}

static enum kg_attr row_attr(const struct kg_view *v, uint64_t row, bool cursor, bool focus)
{
	if (cursor)
		return focus ? KG_ATTR_CURSOR : KG_ATTR_PALE;
	if (kg_list_marked(v, row))
		return KG_ATTR_MARK;
	return v->ops->attr ? v->ops->attr(v, row) : KG_ATTR_NORMAL;
}

static void draw_row(const struct kg_view *v, const int *widths, struct kg_canvas *c, int at, int left, int width,
		     uint64_t row, enum kg_attr attr)
{
	struct kg_strbuf sb = {0};
	int col = left;

	kg_canvas_paint(c, at, left, width, attr);
	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		int room = left + width - col < widths[i] ? left + width - col : widths[i];

		if (widths[i] == 0)
			continue;
		kg_strbuf_reset(&sb);
		v->ops->cell(v, row, i, (size_t)room + 8, &sb);
		draw_text(v, i, c, at, col, room, attr, kg_strbuf_text(&sb));
		col += widths[i] + 1;
	}
	kg_strbuf_deinit(&sb);
}

void kg_list_draw(struct kg_view *v, struct kg_canvas *c, int top, int left, int height, int width, bool focus)
{
	struct kg_list *l = &v->list;
	int widths[KG_COLUMNS_MAX], head = v->ops->columns[0].name != NULL;

	lay_out(v, width, widths);
	remember(l, v->ops->ncolumns, widths, left);
	if (head)
		draw_heads(v, widths, c, top, left, width);
	l->page = height - head;
	l->first_row = top + head;
	l->left = left;
	l->cols = width;
	if (l->filter.len == 0 || l->scanned >= kg_view_rows(v))
		kg_list_move(v, l->cursor);
	for (int i = 0; i < l->page; i++) {
		uint64_t place = l->top + (uint64_t)i, row = kg_list_row(v, place);

		if (row == KG_ROW_NONE)
			break;
		draw_row(v, widths, c, top + head + i, left, width, row, row_attr(v, row, place == l->cursor, focus));
	}
}
