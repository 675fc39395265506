/* The table of a view: which row is at which place, and movement. */
#include "tui/app.h"

#include <stdlib.h>
#include <string.h>

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

uint64_t kg_list_ordered(const struct kg_view *v, uint64_t place)
{
	const struct kg_list *l = &v->list;
	const uint32_t *order = l->sort >= 0 ? l->orders[l->sort].rows : NULL;
	uint64_t rows = kg_view_rows(v);

	if (place >= rows)
		return KG_ROW_NONE;
	if (l->reverse)
		place = rows - 1 - place;
	return order ? order[place] : place;
}

uint64_t kg_list_row(const struct kg_view *v, uint64_t place)
{
	if (place >= kg_list_shown(v))
		return KG_ROW_NONE;
	return filtered(v) ? v->list.kept[place] : kg_list_ordered(v, place);
}

uint64_t kg_list_current(const struct kg_view *v)
{
	return kg_list_row(v, v->list.cursor);
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

/* The place of a row, KG_ROW_NONE when the order or the filter is not there yet, or the filter leaves it out. */
static uint64_t place_of(const struct kg_view *v, uint64_t row)
{
	const struct kg_list *l = &v->list;
	uint64_t n = kg_list_shown(v);

	if (l->sort < 0 && !l->reverse && !filtered(v))
		return row < n ? row : KG_ROW_NONE;
	if ((l->sort >= 0 && !l->orders[l->sort].rows) || (filtered(v) && l->scanned < kg_view_rows(v)))
		return KG_ROW_NONE;
	for (uint64_t place = 0; place < n; place++) {
		if (kg_list_row(v, place) == row)
			return place;
	}
	return KG_ROW_NONE;
}

void kg_list_hold(struct kg_view *v, uint64_t row, uint64_t offset)
{
	struct kg_list *l = &v->list;
	uint64_t place = place_of(v, row);

	l->hold = row + 1;
	l->hold_offset = offset;
	if (place == KG_ROW_NONE) {
		if ((l->sort < 0 || l->orders[l->sort].rows) && (!filtered(v) || l->scanned >= kg_view_rows(v)))
			l->hold = 0; /* the filter leaves it out */
		return;
	}
	l->hold = 0;
	l->top = place > offset ? place - offset : 0;
	kg_list_move(v, place);
}

void kg_list_let_go(struct kg_view *v)
{
	v->list.hold = 0;
}

void kg_list_reset(struct kg_view *v)
{
	struct kg_list *l = &v->list;

	for (int i = 0; i < KG_COLUMNS_MAX; i++) {
		free(l->orders[i].rows);
		l->orders[i].rows = NULL;
	}
	l->sort = -1;
	l->reverse = false;
	kg_list_mark_none(v);
	kg_list_refilter(v);
	if (!filtered(v))
		kg_list_move(v, l->cursor);
}

/* The first place of the filter's rows that is @row or comes after it. */
static uint64_t kept_place(const struct kg_list *l, uint64_t row)
{
	uint64_t low = 0, high = l->nkept;

	while (low < high) {
		uint64_t mid = low + (high - low) / 2;

		if (l->kept[mid] < row)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void splice_kept(struct kg_list *l, uint64_t at, uint64_t removed, uint64_t inserted)
{
	uint64_t from = kept_place(l, at), to = kept_place(l, at + removed), rest = l->nkept - to;
	uint64_t need = from + inserted + rest;
	uint32_t *grown = need > l->kept_cap ? realloc(l->kept, need * 2 * sizeof(*grown)) : l->kept;

	if (!grown && need > l->kept_cap) { /* looked for again, as if they were new */
		l->nkept = l->scanned = 0;
		return;
	}
	if (grown != l->kept)
		l->kept_cap = need * 2;
	l->kept = grown;
	if (rest > 0)
		memmove(grown + from + inserted, grown + to, rest * sizeof(*grown));
	for (uint64_t i = 0; i < inserted; i++)
		grown[from + i] = (uint32_t)(at + i);
	for (uint64_t i = from + inserted; i < need; i++)
		grown[i] = (uint32_t)(grown[i] - removed + inserted);
	l->nkept = need;
	l->scanned = l->scanned >= at + removed ? l->scanned - removed + inserted : at + inserted;
}

static void splice_marks(struct kg_view *v, uint64_t at, uint64_t removed, uint64_t inserted)
{
	struct kg_view old = {.app = v->app, .ops = v->ops, .data = v->data};
	uint64_t row;

	old.list.marks = v->list.marks;
	old.list.marks_rows = v->list.marks ? v->list.marks_rows : kg_view_rows(v) - inserted + removed;
	old.list.inverted = v->list.inverted;
	v->list.marks = NULL;
	v->list.inverted = false;
	v->list.nmarks = v->list.marking = 0;
	for (row = kg_list_next_marked(&old, 0); row != KG_ROW_NONE; row = kg_list_next_marked(&old, row + 1)) {
		if (row < at)
			kg_list_mark(v, row, true);
		else if (row >= at + removed)
			kg_list_mark(v, row - removed + inserted, true);
	}
	free(old.list.marks);
}

void kg_list_splice(struct kg_view *v, uint64_t at, uint64_t removed, uint64_t inserted)
{
	struct kg_list *l = &v->list;

	if (l->nmarks > 0)
		splice_marks(v, at, removed, inserted);
	else
		kg_list_mark_none(v);
	l->search_left = 0;
	if (filtered(v))
		splice_kept(l, at, removed, inserted);
	kg_list_move(v, l->cursor);
}

static bool move_action(struct kg_view *v, enum kg_action a)
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

/* The column beside the one sorted by; left of the first one the order that the view has by itself. */
static void sort_beside(struct kg_view *v, int step)
{
	int n = (int)v->ops->ncolumns, to = v->list.sort + step;

	kg_list_sort(v, to < -1 ? n - 1 : to >= n ? -1 : to);
}

static void reverse(struct kg_view *v)
{
	if (v->ops->fixed) {
		kg_app_say(v->app, "%s", v->ops->fixed);
		return;
	}
	v->list.reverse = !v->list.reverse;
	kg_list_refilter(v);
	kg_list_move(v, 0);
}

static void toggle_mark(struct kg_view *v)
{
	uint64_t row = kg_list_current(v);

	kg_list_mark(v, row, !kg_list_marked(v, row));
	kg_list_move(v, v->list.cursor + 1);
}

static bool change_action(struct kg_view *v, enum kg_action a)
{
	static const enum kg_action those[] = {KG_DO_SORT_LEFT, KG_DO_SORT_RIGHT, KG_DO_REVERSE,
					       KG_DO_MARK,	KG_DO_MARK_ALL,	  KG_DO_MARK_NONE};
	bool one = false;

	for (size_t i = 0; i < KG_ARRAY_SIZE(those); i++)
		one |= those[i] == a;
	if (!one)
		return false;
	if (v->list.frozen)
		kg_app_say(v->app, KG_LIST_FROZEN);
	else if (a == KG_DO_MARK)
		toggle_mark(v);
	else if (a == KG_DO_MARK_ALL)
		kg_list_mark_all(v);
	else if (a == KG_DO_MARK_NONE)
		kg_list_mark_none(v);
	else if (a == KG_DO_REVERSE)
		reverse(v);
	else
		sort_beside(v, a == KG_DO_SORT_LEFT ? -1 : 1);
	return true;
}

bool kg_list_action(struct kg_view *v, enum kg_action a)
{
	return move_action(v, a) || change_action(v, a);
}
