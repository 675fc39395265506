/* Filter and search: some rows at a time, so that the keyboard never waits for them. */
#include "config.h" /* first: strcasestr() */

#include "tui/app.h"

#include <string.h>

#include "base/grow.h"
#include "base/meter.h"

#define CELL_WIDTH 200	/* characters of a cell that are looked at */
#define AT_ONCE_MS 1	/* what a key may begin with; the rest follows between keys */
#define MARKS_AT_ONCE 4096

static bool filtered(const struct kg_view *v)
{
	return v->list.filter.len > 0;
}

void kg_list_refilter(struct kg_view *v)
{
	v->list.nkept = v->list.scanned = 0;
	v->list.search_left = v->list.marking = 0;
}

void kg_list_set_filter(struct kg_view *v, const char *text)
{
	if (v->list.frozen) {
		kg_app_say(v->app, KG_LIST_FROZEN);
		return;
	}
	kg_strbuf_reset(&v->list.filter);
	kg_strbuf_puts(&v->list.filter, text);
	kg_list_refilter(v);
	v->list.cursor = v->list.top = 0;
	kg_list_work(v, AT_ONCE_MS);
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

static void filter_one(struct kg_view *v, struct kg_strbuf *sb)
{
	struct kg_list *l = &v->list;
	uint64_t row = kg_list_ordered(v, l->scanned++);
	struct kg_error *err;

	if (!holds(v, row, kg_strbuf_text(&l->filter), sb))
		return;
	err = kg_grow(&l->kept, &l->kept_cap, l->nkept, sizeof(*l->kept));
	if (!err)
		l->kept[l->nkept++] = (uint32_t)row;
	else
		kg_app_say(v->app, "no memory for all rows that fit");
	kg_error_destroy(err);
}

static void miss(struct kg_view *v)
{
	v->list.search_left = 0;
	v->list.missed = true;
	kg_app_say(v->app, "%s: not found", kg_strbuf_text(&v->list.search));
}

static void search_one(struct kg_view *v, uint64_t n, struct kg_strbuf *sb)
{
	struct kg_list *l = &v->list;
	uint64_t place = l->search_at < n ? l->search_at : 0;

	if (n == 0) {
		miss(v);
		return;
	}
	l->search_left = l->search_left > n ? n - 1 : l->search_left - 1;
	l->search_at = l->search_back ? (place ? place - 1 : n - 1) : (place + 1 < n ? place + 1 : 0);
	if (holds(v, kg_list_row(v, place), kg_strbuf_text(&l->search), sb)) {
		l->search_left = 0;
		kg_list_move(v, place);
	} else if (l->search_left == 0) {
		miss(v);
	}
}

static void mark_some(struct kg_view *v)
{
	struct kg_list *l = &v->list;

	if (l->marking > l->nkept)
		l->marking = l->nkept;
	for (int i = 0; i < MARKS_AT_ONCE && l->marking > 0; i++)
		kg_list_mark(v, l->kept[--l->marking], true);
}

bool kg_list_work(struct kg_view *v, double ms)
{
	struct kg_list *l = &v->list;
	double end = kg_meter_seconds() + ms / 1000;
	struct kg_strbuf sb = {0};
	bool more = true;

	while (more && kg_meter_seconds() < end) {
		uint64_t n = kg_list_shown(v);

		if (filtered(v) && l->scanned < kg_view_rows(v))
			filter_one(v, &sb);
		else if (l->marking > 0)
			mark_some(v);
		else if (l->search_left > 0)
			search_one(v, n, &sb);
		else
			more = false;
	}
	if (l->hold && !more)
		kg_list_hold(v, l->hold - 1, l->hold_offset);
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
	l->missed = false;
	l->search_left = l->search.len == 0 ? 0 : filtered(v) && l->scanned < kg_view_rows(v) ? UINT64_MAX : n;
	if (l->search_left == 0)
		return;
	l->search_back = step < 0;
	l->search_at = n == 0 ? 0 : step < 0 ? (l->cursor ? l->cursor - 1 : n - 1) : (l->cursor + (uint64_t)step) % n;
	kg_list_work(v, AT_ONCE_MS);
}
