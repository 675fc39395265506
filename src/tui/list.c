/* The table of a view: movement, order, filter, search, marks. */
#include "config.h" /* first: strcasestr() */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/grow.h"
#include "base/meter.h"
#include "tui/app.h"

#define CELL_WIDTH 200	  /* characters of a cell that filter and search look at */
#define SORT_AT_ONCE 5000 /* rows that are sorted while one waits */
#define TEXT_SORT_MAX 2000000

uint64_t kg_view_rows(const struct kg_view *v)
{
	uint64_t n = v->ops->rows(v);

	return n > UINT32_MAX ? UINT32_MAX : n;
}

kg_node kg_view_node(const struct kg_view *v, uint64_t row)
{
	if (row == KG_ROW_NONE || row >= kg_view_rows(v) || !v->ops->node)
		return KG_NODE_NONE;
	return v->ops->node(v, row);
}

static bool filtered(const struct kg_view *v)
{
	return v->list.filter.len > 0;
}

uint64_t kg_list_shown(const struct kg_view *v)
{
	return filtered(v) ? v->list.nkept : kg_view_rows(v);
}

/* Row at @place of all rows in the order chosen. */
static uint64_t ordered(const struct kg_view *v, uint64_t place, uint64_t rows)
{
	const struct kg_list *l = &v->list;

	if (l->reverse)
		place = rows - 1 - place;
	return l->sort >= 0 && l->orders[l->sort] ? l->orders[l->sort][place] : place;
}

uint64_t kg_list_row(const struct kg_view *v, uint64_t place)
{
	if (place >= kg_list_shown(v))
		return KG_ROW_NONE;
	return filtered(v) ? v->list.kept[place] : ordered(v, place, kg_view_rows(v));
}

uint64_t kg_list_current(const struct kg_view *v)
{
	return kg_list_row(v, v->list.cursor);
}

bool kg_list_marked(const struct kg_view *v, uint64_t row)
{
	return v->list.marks && row < v->list.marks_rows && kg_bit_get(v->list.marks, row);
}

void kg_list_move(struct kg_view *v, uint64_t place)
{
	struct kg_list *l = &v->list;
	uint64_t n = kg_list_shown(v), page = l->page > 0 ? (uint64_t)l->page : 1;

	if (place >= n)
		place = n ? n - 1 : 0;
	l->cursor = place;
	if (l->top > place)
		l->top = place;
	if (place - l->top >= page)
		l->top = place - page + 1;
	if (l->top + page > n)
		l->top = n > page ? n - page : 0;
}

static void refilter(struct kg_view *v)
{
	v->list.nkept = v->list.scanned = 0;
	v->list.search_left = 0;
}

void kg_list_reset(struct kg_view *v)
{
	struct kg_list *l = &v->list;

	for (int i = 0; i < KG_COLUMNS_MAX; i++) {
		free(l->orders[i]);
		l->orders[i] = NULL;
	}
	l->sort = -1;
	l->reverse = false;
	free(l->marks);
	l->marks = NULL;
	l->nmarks = 0;
	refilter(v);
	if (!filtered(v))
		kg_list_move(v, l->cursor);
}

void kg_list_set_filter(struct kg_view *v, const char *text)
{
	kg_strbuf_reset(&v->list.filter);
	kg_strbuf_puts(&v->list.filter, text);
	refilter(v);
	v->list.cursor = v->list.top = 0;
	kg_list_work(v, 5);
}

/* Does any cell of the row hold @text, whatever the case? */
static bool holds(const struct kg_view *v, uint64_t row, const char *text, struct kg_strbuf *sb)
{
	kg_strbuf_reset(sb);
	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		v->ops->cell(v, row, i, CELL_WIDTH, sb);
		kg_strbuf_putc(sb, '\n');
	}
	return strcasestr(kg_strbuf_text(sb), text) != NULL;
}

static void filter_one(struct kg_view *v, uint64_t rows, struct kg_strbuf *sb)
{
	struct kg_list *l = &v->list;
	uint64_t row = ordered(v, l->scanned++, rows);
	struct kg_error *err;

	if (!holds(v, row, kg_strbuf_text(&l->filter), sb))
		return;
	err = kg_grow(&l->kept, &l->kept_cap, l->nkept, sizeof(*l->kept));
	if (!err)
		l->kept[l->nkept++] = (uint32_t)row;
	kg_error_destroy(err);
}

static void search_one(struct kg_view *v, uint64_t n, struct kg_strbuf *sb)
{
	struct kg_list *l = &v->list;
	uint64_t place = l->search_at;

	l->search_left--;
	l->search_at = l->search_back ? (place ? place - 1 : n - 1) : (place + 1 < n ? place + 1 : 0);
	if (holds(v, kg_list_row(v, place), kg_strbuf_text(&l->search), sb)) {
		l->search_left = 0;
		kg_list_move(v, place);
	} else if (l->search_left == 0) {
		kg_app_say(v->app, "%s: not found", kg_strbuf_text(&l->search));
	}
}

bool kg_list_work(struct kg_view *v, double ms)
{
	struct kg_list *l = &v->list;
	double end = kg_meter_seconds() + ms / 1000;
	uint64_t rows = kg_view_rows(v), n;
	struct kg_strbuf sb = {0};
	bool more = true;

	while (more && kg_meter_seconds() < end) {
		n = kg_list_shown(v);
		if (filtered(v) && l->scanned < rows)
			filter_one(v, rows, &sb);
		else if (l->search_left > 0 && n > 0)
			search_one(v, n, &sb);
		else
			more = false;
	}
	kg_strbuf_deinit(&sb);
	return more;
}

void kg_list_search(struct kg_view *v, const char *text, int step)
{
	struct kg_list *l = &v->list;
	uint64_t n = kg_list_shown(v);

	if (text != l->search.text) {
		kg_strbuf_reset(&l->search);
		kg_strbuf_puts(&l->search, text);
	}
	l->search_left = l->search.len > 0 ? n : 0;
	if (n == 0 || l->search.len == 0)
		return;
	l->search_back = step < 0;
	l->search_at = step < 0 ? (l->cursor ? l->cursor - 1 : n - 1) : (l->cursor + (uint64_t)step) % n;
	kg_list_work(v, 5);
}

/* An order under way. */
struct sort {
	struct kg_view *view;
	unsigned int column;
	uint64_t n;
	uint32_t *order; /* NULL: not made */
};

struct keyed {
	uint64_t key;
	uint32_t row;
};

struct named {
	char *name;
	uint32_t row;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static int by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int names = strcmp(x->name ? x->name : "", y->name ? y->name : "");

	return names ? names : x->row < y->row ? -1 : x->row > y->row;
}

static void sort_numbers(struct sort *s)
{
	struct keyed *keys = malloc((s->n ? s->n : 1) * sizeof(*keys));

	for (uint64_t i = 0; keys && i < s->n; i++)
		keys[i] = (struct keyed){s->view->ops->rank(s->view, i, s->column), (uint32_t)i};
	if (keys)
		qsort(keys, s->n, sizeof(*keys), by_key);
	for (uint64_t i = 0; keys && s->order && i < s->n; i++)
		s->order[i] = keys[i].row;
	if (!keys) {
		free(s->order);
		s->order = NULL;
	}
	free(keys);
}

static void sort_names(struct sort *s)
{
	struct named *names = malloc((s->n ? s->n : 1) * sizeof(*names));
	struct kg_strbuf sb = {0};

	for (uint64_t i = 0; names && i < s->n; i++) {
		kg_strbuf_reset(&sb);
		s->view->ops->cell(s->view, i, s->column, CELL_WIDTH, &sb);
		names[i] = (struct named){strdup(kg_strbuf_text(&sb)), (uint32_t)i};
	}
	kg_strbuf_deinit(&sb);
	if (names)
		qsort(names, s->n, sizeof(*names), by_name);
	for (uint64_t i = 0; names && i < s->n; i++) {
		if (s->order)
			s->order[i] = names[i].row;
		free(names[i].name);
	}
	if (!names) {
		free(s->order);
		s->order = NULL;
	}
	free(names);
}

static void sort_run(void *arg)
{
	struct sort *s = arg;

	s->order = malloc((s->n ? s->n : 1) * sizeof(*s->order));
	if (s->view->ops->columns[s->column].text)
		sort_names(s);
	else
		sort_numbers(s);
}

/* The rows may have been exchanged meanwhile: then the order is of no use. */
static void sort_done(void *arg)
{
	struct sort *s = arg;
	struct kg_list *l = &s->view->list;

	l->wanted[s->column] = false;
	if (s->order && !l->orders[s->column] && s->n == kg_view_rows(s->view)) {
		l->orders[s->column] = s->order;
		refilter(s->view);
	} else {
		free(s->order);
	}
	kg_view_unpin(s->view);
	free(s);
}

static void want_order(struct kg_view *v, unsigned int column)
{
	struct kg_list *l = &v->list;
	struct sort *s;

	if (l->orders[column] || l->wanted[column])
		return;
	s = calloc(1, sizeof(*s));
	if (!s)
		return;
	*s = (struct sort){.view = v, .column = column, .n = kg_view_rows(v)};
	l->wanted[column] = true;
	v->pins++;
	if (s->n <= SORT_AT_ONCE) {
		sort_run(s);
		sort_done(s);
	} else {
		kg_jobs_add(kg_app_jobs(v->app), sort_run, sort_done, s);
	}
}

static void sort_by(struct kg_view *v, int step)
{
	struct kg_list *l = &v->list;
	int n = (int)v->ops->ncolumns;

	l->sort = l->sort + step < -1 ? n - 1 : l->sort + step >= n ? -1 : l->sort + step;
	l->reverse = false;
	if (l->sort >= 0 && v->ops->columns[l->sort].text && kg_view_rows(v) > TEXT_SORT_MAX) {
		kg_app_say(v->app, "too many rows to sort by %s; filter or open a type", v->ops->columns[l->sort].name);
		l->sort = -1;
	}
	if (l->sort >= 0)
		want_order(v, (unsigned int)l->sort);
	refilter(v);
	kg_list_move(v, 0);
}

static void mark(struct kg_view *v, uint64_t row, bool on)
{
	struct kg_list *l = &v->list;
	uint64_t rows = kg_view_rows(v);

	if (row == KG_ROW_NONE)
		return;
	if (!l->marks) {
		l->marks = calloc(rows / 64 + 1, sizeof(*l->marks));
		l->marks_rows = rows;
		l->nmarks = 0;
	}
	if (!l->marks || row >= l->marks_rows || kg_bit_get(l->marks, row) == on)
		return;
	l->marks[row >> 6] ^= UINT64_C(1) << (row & 63);
	l->nmarks += on ? 1 : UINT64_MAX;
}

static void mark_all(struct kg_view *v)
{
	uint64_t n = kg_list_shown(v);

	if (!filtered(v) && n > 0) { /* whole words, so that fifty million rows take no time */
		mark(v, 0, true);
		if (v->list.marks)
			memset(v->list.marks, 0xff, (v->list.marks_rows / 64 + 1) * sizeof(*v->list.marks));
		v->list.nmarks = v->list.marks ? n : 0;
		return;
	}
	for (uint64_t i = 0; i < n; i++)
		mark(v, kg_list_row(v, i), true);
}

static void mark_none(struct kg_view *v)
{
	free(v->list.marks);
	v->list.marks = NULL;
	v->list.nmarks = 0;
}

bool kg_list_action(struct kg_view *v, enum kg_action a)
{
	struct kg_list *l = &v->list;
	uint64_t page = l->page > 0 ? (uint64_t)l->page : 1;

	switch (a) {
	case KG_DO_UP:
		kg_list_move(v, l->cursor ? l->cursor - 1 : 0);
		break;
	case KG_DO_DOWN:
		kg_list_move(v, l->cursor + 1);
		break;
	case KG_DO_PAGE_UP:
		kg_list_move(v, l->cursor > page ? l->cursor - page : 0);
		break;
	case KG_DO_PAGE_DOWN:
		kg_list_move(v, l->cursor + page);
		break;
	case KG_DO_HOME:
		kg_list_move(v, 0);
		break;
	case KG_DO_END:
		kg_list_move(v, kg_list_shown(v));
		break;
	case KG_DO_SORT_LEFT:
		sort_by(v, -1);
		break;
	case KG_DO_SORT_RIGHT:
		sort_by(v, 1);
		break;
	case KG_DO_REVERSE:
		l->reverse = !l->reverse;
		refilter(v);
		kg_list_move(v, 0);
		break;
	case KG_DO_MARK:
		mark(v, kg_list_current(v), !kg_list_marked(v, kg_list_current(v)));
		kg_list_move(v, l->cursor + 1);
		break;
	case KG_DO_MARK_ALL:
		mark_all(v);
		break;
	case KG_DO_MARK_NONE:
		mark_none(v);
		break;
	case KG_DO_SEARCH_NEXT:
		kg_list_search(v, l->search.text ? l->search.text : "", 1);
		break;
	case KG_DO_SEARCH_PREVIOUS:
		kg_list_search(v, l->search.text ? l->search.text : "", -1);
		break;
	default:
		return false;
	}
	return true;
}

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
			kg_strbuf_puts(&sb, v->list.wanted[i] ? "…" : rising ? "▲" : "▼");
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
	if (head)
		draw_heads(v, widths, c, top, left, width);
	l->page = height - head;
	l->first_row = top + head;
	l->left = left;
	l->cols = width;
	if (!filtered(v) || l->scanned > 0)
		kg_list_move(v, l->cursor);
	for (int i = 0; i < l->page; i++) {
		uint64_t place = l->top + (uint64_t)i, row = kg_list_row(v, place);

		if (row == KG_ROW_NONE)
			break;
		draw_row(v, widths, c, top + head + i, left, width, row, row_attr(v, row, place == l->cursor, focus));
	}
}
