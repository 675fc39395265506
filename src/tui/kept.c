/*
 * What a person did to a table, kept while its rows are made anew: by a result, by the next snapshot. Rows are
 * known again by their object, else by what .key says of them, else by their place.
 */
#include "config.h" /* first: qsort_r() */

#include <stdlib.h>
#include <string.h>

#include "analysis/change.h"
#include "tui/app.h"

#define PARTS_MAX 4
#define FILTER_MS 50 /* that one waits for rows of a filter which were there before */
#define HEAD_BYTES 9 /* of a line whose rest has changed: the name of what it tells */

struct kept_row {
	kg_node node; /* KG_NODE_NONE: go by .key */
	uint64_t key, head, row;
	bool found;
};

struct kg_kept {
	struct kept_row *rows; /* marked ones, and last that under the cursor */
	size_t n;
	bool all_marked, reverse, by_key;
	uint64_t cursor, offset;
	int page; /* a view that was not drawn yet does not know its height */
	char *sort; /* name of the column, NULL none */
	char *filter, *search;
	struct kg_kept *parts[PARTS_MAX];
};

uint64_t kg_key_of(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325); /* FNV-1a */

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return hash ? hash : 1;
}

kg_node kg_turn_node(const struct kg_turn *t, kg_node n)
{
	return kg_change_node(t->from, n, t->to);
}

/* How a row of lines begins. */
static uint64_t head_of(const struct kg_view *v, uint64_t row)
{
	struct kg_strbuf sb = {0};
	uint64_t key;

	if (v->ops->columns[0].name)
		return 0;
	v->ops->cell(v, row, 0, HEAD_BYTES, &sb);
	if (sb.len > HEAD_BYTES)
		sb.text[HEAD_BYTES] = '\0';
	key = kg_key_of(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return key;
}

static struct kept_row describe(const struct kg_view *v, uint64_t row)
{
	struct kept_row r = {.node = KG_NODE_NONE, .row = row};

	if (v->ops->key)
		r.key = v->ops->key(v, row);
	else
		r.node = kg_view_node(v, row);
	if (r.key)
		r.head = head_of(v, row);
	return r;
}

static char *copy_text(const struct kg_strbuf *sb)
{
	return sb->len > 0 ? strdup(kg_strbuf_text(sb)) : NULL;
}

struct kg_kept *kg_kept_create(const struct kg_view *v)
{
	const struct kg_list *l = &v->list;
	struct kg_kept *k = calloc(1, sizeof(*k));
	uint64_t current = kg_list_current(v);

	if (!k)
		return NULL;
	k->by_key = v->ops->key != NULL;
	k->all_marked = l->inverted && !l->marks;
	k->rows = calloc((k->all_marked ? 0 : l->nmarks) + 1, sizeof(*k->rows));
	k->cursor = l->cursor;
	k->offset = l->cursor - l->top;
	k->page = l->page;
	k->reverse = l->reverse;
	k->sort = l->sort >= 0 && v->ops->columns[l->sort].name ? strdup(v->ops->columns[l->sort].name) : NULL;
	k->filter = copy_text(&l->filter);
	k->search = copy_text(&l->search);
	for (uint64_t row = k->all_marked || !k->rows ? KG_ROW_NONE : kg_list_next_marked(v, 0);
	     row != KG_ROW_NONE && row < kg_view_rows(v) && k->n < l->nmarks; row = kg_list_next_marked(v, row + 1))
		k->rows[k->n++] = describe(v, row);
	if (k->rows)
		k->rows[k->n] = current != KG_ROW_NONE ? describe(v, current) : (struct kept_row){.node = KG_NODE_NONE, .row = KG_ROW_NONE};
	for (int i = 0; v->ops->part && i < PARTS_MAX && v->ops->part(v, i); i++)
		k->parts[i] = kg_kept_create(v->ops->part(v, i));
	return k;
}

void kg_kept_destroy(struct kg_kept *k)
{
	if (!k)
		return;
	for (int i = 0; i < PARTS_MAX; i++)
		kg_kept_destroy(k->parts[i]);
	free(k->rows);
	free(k->sort);
	free(k->filter);
	free(k->search);
	free(k);
}

/* The objects' numbers in the next snapshot; of those gone the place is what remains. */
static void turn_over(struct kg_kept *k, const struct kg_turn *t)
{
	for (size_t i = 0; k->rows && i <= k->n; i++)
		k->rows[i].node = kg_turn_node(t, k->rows[i].node);
	for (int i = 0; i < PARTS_MAX; i++) {
		if (k->parts[i])
			turn_over(k->parts[i], t);
	}
}

static int by_key(const void *a, const void *b)
{
	const struct kept_row *x = *(const struct kept_row *const *)a, *y = *(const struct kept_row *const *)b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->key < y->key ? -1 : x->key > y->key;
}

/* Finds where the rows are now, in one pass over all. */
static void look_through(struct kg_view *v, struct kg_kept *k)
{
	struct kept_row **sorted = malloc((k->n + 1) * sizeof(*sorted));
	uint64_t rows = kg_view_rows(v);

	for (size_t i = 0; sorted && i <= k->n; i++)
		sorted[i] = &k->rows[i];
	if (sorted)
		qsort(sorted, k->n + 1, sizeof(*sorted), by_key);
	for (size_t i = 0; i <= k->n; i++) { /* most have not moved, and of several that look alike it is the one */
		struct kept_row *r = &k->rows[i], now;

		if (r->row >= rows)
			continue;
		now = describe(v, r->row);
		r->found = (now.node != KG_NODE_NONE || now.key) && now.node == r->node && now.key == r->key;
	}
	for (uint64_t row = 0; sorted && row < rows; row++) {
		struct kept_row now = describe(v, row), *key = &now, **at;

		if (now.node == KG_NODE_NONE && now.key == 0)
			continue;
		at = bsearch(&key, sorted, k->n + 1, sizeof(*sorted), by_key);
		if (!at)
			continue;
		while (at > sorted && by_key(&at[-1], &key) == 0)
			at--;
		/* of several that look alike, in their order */
		for (; at < sorted + k->n + 1 && by_key(at, &key) == 0; at++) {
			if ((*at)->found)
				continue;
			(*at)->row = row;
			(*at)->found = true;
			break;
		}
	}
	free(sorted);
}

static void find_rows(struct kg_view *v, struct kg_kept *k)
{
	struct kept_row *under = &k->rows[k->n];
	uint64_t rows = kg_view_rows(v);

	if (v->ops->row_of && !k->by_key) {
		for (size_t i = 0; i <= k->n; i++) {
			uint64_t row = k->rows[i].node == KG_NODE_NONE ? KG_ROW_NONE : v->ops->row_of(v, k->rows[i].node);

			k->rows[i].found = row != KG_ROW_NONE;
			k->rows[i].row = row != KG_ROW_NONE ? row : k->rows[i].row;
		}
	} else {
		/* Rows that look alike are told apart by their order; the one under the cursor may be marked as well. */
		struct kept_row cursor = *under;

		look_through(v, k);
		for (size_t i = 0; i < k->n && !under->found; i++) {
			if (k->rows[i].found && cursor.node == k->rows[i].node && cursor.key == k->rows[i].key) {
				under->row = k->rows[i].row;
				under->found = true;
			}
		}
	}
	for (size_t i = 0; k->by_key && i <= k->n; i++) {
		struct kept_row *r = &k->rows[i];

		if (!r->found && r->row < rows && r->head && head_of(v, r->row) == r->head)
			r->found = true;
	}
}

static void sort_again(struct kg_view *v, const struct kg_kept *k)
{
	for (unsigned int i = 0; k->sort && i < v->ops->ncolumns; i++) {
		if (v->ops->columns[i].name && strcmp(v->ops->columns[i].name, k->sort) == 0)
			kg_list_sort_waiting(v, (int)i);
	}
	if (k->reverse && !v->list.reverse) {
		v->list.reverse = true;
		kg_list_refilter(v);
	}
}

static void apply(struct kg_view *v, struct kg_kept *k)
{
	if (v->list.page == 0)
		v->list.page = k->page;
	if (k->rows)
		find_rows(v, k);
	sort_again(v, k);
	if (k->all_marked)
		kg_list_mark_all(v);
	for (size_t i = 0; k->rows && i < k->n; i++) {
		if (k->rows[i].found)
			kg_list_mark(v, k->rows[i].row, true);
	}
	if (k->search) {
		kg_strbuf_reset(&v->list.search);
		kg_strbuf_puts(&v->list.search, k->search);
	}
	if (k->filter) {
		kg_list_set_filter(v, k->filter);
		kg_list_work(v, FILTER_MS);
	}
	if (k->cursor > 0 && k->rows && k->rows[k->n].found) {
		kg_list_hold(v, k->rows[k->n].row, k->offset);
	} else {
		v->list.top = k->cursor - k->offset;
		kg_list_move(v, k->cursor);
	}
}

void kg_kept_try(struct kg_view *v)
{
	struct kg_kept *k = v->kept;

	if (!k || kg_view_rows(v) == 0 || v->list.frozen)
		return;
	v->kept = NULL;
	apply(v, k);
	kg_kept_destroy(k);
}

void kg_kept_give(struct kg_view *v, struct kg_kept *k, const struct kg_turn *turn)
{
	if (!k)
		return;
	if (turn)
		turn_over(k, turn);
	for (int i = 0; v->ops->part && i < PARTS_MAX && v->ops->part(v, i); i++) {
		kg_kept_give(v->ops->part(v, i), k->parts[i], NULL);
		k->parts[i] = NULL;
	}
	kg_kept_destroy(v->kept);
	v->kept = v->ops->part ? NULL : k;
	if (v->ops->part)
		kg_kept_destroy(k);
	kg_kept_try(v);
}

void kg_list_rebuild(struct kg_view *v, void (*fill)(struct kg_view *v))
{
	struct kg_kept *k = kg_kept_create(v);

	fill(v);
	kg_list_reset(v);
	kg_kept_give(v, k, NULL);
}
