/* Orders of rows: made beside the keyboard, kept, and made anew when a result changes them. */
#include "tui/app.h"

#include <stdlib.h>
#include <string.h>

#define NUMBERS_AT_ONCE 20000 /* rows that are sorted while one waits */
#define TEXTS_AT_ONCE 500     /* the same by text, whose cells have to be made */
#define WAITED_FOR 40	      /* times as many, where rows in another order would take a person's place away */
#define TEXT_WIDTH 200	      /* characters of a cell that count */
#define DIGIT 11	      /* bits that one pass of the radix sort looks at */
#define LOOK_UP 0xffff	      /* rows between two looks at whether anybody still wants it */

/* An order under way. */
struct sort {
	struct kg_view *view;
	unsigned int column;
	uint64_t n;
	uint32_t *order; /* NULL: not made */
	bool canceled;
};

struct keyed {
	uint64_t key;
	uint32_t row;
};

/* A person canceled it; or nobody looks at it any more, and it is not being written to a file either. */
static bool unwanted(const struct sort *s, uint64_t i)
{
	return (i & LOOK_UP) == 0 &&
	       ((s->view->dead && s->view->list.frozen == 0) || kg_jobs_canceled(kg_app_jobs(s->view->app)));
}

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static unsigned int bits_of(uint64_t value)
{
	return value ? 64 - (unsigned int)__builtin_clzll(value) : 0;
}

/* Sorts by the bits @from to @to; what is equal in them stays as it is. @return NULL when nobody wants it any more */
static uint64_t *radix_sort(const struct sort *s, uint64_t *items, uint64_t *spare, unsigned int from, unsigned int to)
{
	const uint64_t n = s->n;

	for (unsigned int shift = from; shift < to; shift += DIGIT) {
		uint64_t place[1 << DIGIT] = {0}, sum = 0, *swap = items;

		if (unwanted(s, 0))
			return NULL;
		for (uint64_t i = 0; i < n; i++)
			place[items[i] >> shift & ((1 << DIGIT) - 1)]++;
		for (size_t i = 0; i < KG_ARRAY_SIZE(place); i++) {
			uint64_t count = place[i];

			place[i] = sum;
			sum += count;
		}
		for (uint64_t i = 0; i < n; i++)
			spare[place[items[i] >> shift & ((1 << DIGIT) - 1)]++] = items[i];
		items = spare;
		spare = swap;
	}
	return items;
}

/* @ranks: what the column says of each row. Falling, so that the largest comes first; equal ones in order of rows. */
static void sort_ranks(struct sort *s, uint64_t *ranks, uint64_t least, uint64_t most)
{
	unsigned int row_bits = bits_of(s->n - 1), bits = bits_of(most - least);
	uint64_t *spare = malloc(s->n * sizeof(*spare)), *sorted;

	if (!spare)
		return;
	for (uint64_t i = 0; i < s->n; i++)
		ranks[i] = (most - ranks[i]) << row_bits | i;
	sorted = radix_sort(s, ranks, spare, row_bits, row_bits + bits);
	s->order = sorted ? malloc(s->n * sizeof(*s->order)) : NULL;
	for (uint64_t i = 0; s->order && i < s->n; i++)
		s->order[i] = (uint32_t)(sorted[i] & ((UINT64_C(1) << row_bits) - 1));
	free(spare);
}

/* Where rank and row do not fit into one word. */
static void sort_keyed(struct sort *s, const uint64_t *ranks)
{
	struct keyed *keys = malloc(s->n * sizeof(*keys));

	for (uint64_t i = 0; keys && i < s->n; i++)
		keys[i] = (struct keyed){UINT64_MAX - ranks[i], (uint32_t)i};
	if (keys)
		qsort(keys, s->n, sizeof(*keys), by_key);
	s->order = keys ? malloc(s->n * sizeof(*s->order)) : NULL;
	for (uint64_t i = 0; s->order && i < s->n; i++)
		s->order[i] = keys[i].row;
	free(keys);
}

static void sort_numbers(struct sort *s)
{
	uint64_t *ranks = malloc(s->n * sizeof(*ranks)), least = UINT64_MAX, most = 0;

	for (uint64_t i = 0; ranks && i < s->n; i++) {
		ranks[i] = s->view->ops->rank(s->view, i, s->column);
		least = ranks[i] < least ? ranks[i] : least;
		most = ranks[i] > most ? ranks[i] : most;
		if (unwanted(s, i)) {
			free(ranks);
			return;
		}
	}
	if (ranks && bits_of(most - least) + bits_of(s->n - 1) < 64)
		sort_ranks(s, ranks, least, most);
	else if (ranks)
		sort_keyed(s, ranks);
	free(ranks);
}

/* Eight bytes of a row's text, so that they compare as numbers; bytes behind its end are 0. */
static uint64_t text_key(const struct sort *s, uint32_t row, size_t from, struct kg_strbuf *sb)
{
	uint64_t key = 0;
	const char *text;

	kg_strbuf_reset(sb);
	s->view->ops->cell(s->view, row, s->column, TEXT_WIDTH, sb);
	text = kg_strbuf_text(sb);
	for (size_t i = 0; i < sizeof(key); i++)
		key = key << 8 | (from + i < sb->len ? (unsigned char)text[from + i] : 0);
	return key;
}

/* Rows that are equal so far and have more text, sorted by the next eight bytes.
 * @return false when nobody wants it any more */
static bool sort_run(struct sort *s, struct keyed *keys, uint64_t n, size_t from, struct kg_strbuf *sb)
{
	for (uint64_t i = 0; i < n; i++) {
		if (unwanted(s, i))
			return false;
		keys[i].key = text_key(s, keys[i].row, from, sb);
	}
	qsort(keys, n, sizeof(*keys), by_key);
	return true;
}

/* Texts by eight bytes at a time, each made again when it is looked at, so that no text is
 * kept: @starts has a bit where a run of equal rows begins. */
static bool sort_texts(struct sort *s, struct keyed *keys, uint64_t *starts)
{
	struct kg_strbuf sb = {0};
	bool more = true, wanted = true;

	kg_bit_set(starts, 0);
	for (size_t from = 0; more && wanted && from <= TEXT_WIDTH * 4; from += 8) {
		uint64_t end;

		more = false;
		for (uint64_t i = 0; i < s->n && wanted; i = end) {
			for (end = i + 1; end < s->n && !kg_bit_get(starts, end); end++)
				;
			if (from > 0 && (end == i + 1 || (keys[i].key & 0xff) == 0))
				continue; /* alone, or its text has ended */
			wanted = sort_run(s, keys + i, end - i, from, &sb);
			for (uint64_t j = i + 1; j < end; j++) {
				if (keys[j].key != keys[j - 1].key)
					kg_bit_set(starts, j);
			}
			more = true;
		}
	}
	kg_strbuf_deinit(&sb);
	return wanted;
}

static void sort_names(struct sort *s)
{
	struct keyed *keys = malloc(s->n * sizeof(*keys));
	uint64_t *starts = calloc(s->n / 64 + 1, sizeof(*starts));

	for (uint64_t i = 0; keys && i < s->n; i++)
		keys[i] = (struct keyed){0, (uint32_t)i};
	if (keys && starts && sort_texts(s, keys, starts))
		s->order = malloc(s->n * sizeof(*s->order));
	for (uint64_t i = 0; s->order && i < s->n; i++)
		s->order[i] = keys[i].row;
	free(keys);
	free(starts);
}

static void run(void *arg)
{
	struct sort *s = arg;

	s->canceled = kg_jobs_canceled(kg_app_jobs(s->view->app));
	if (s->n == 0 || unwanted(s, 0))
		return;
	if (s->view->ops->columns[s->column].text)
		sort_names(s);
	else
		sort_numbers(s);
	s->canceled = kg_jobs_canceled(kg_app_jobs(s->view->app));
}

/* The rows may have been exchanged meanwhile: then the order is of no use. */
static void done(void *arg)
{
	struct sort *s = arg;
	struct kg_list *l = &s->view->list;
	struct kg_list_order *o = &l->orders[s->column];

	o->wanted = false;
	if (s->order && s->n == kg_view_rows(s->view) && !l->writing) {
		free(o->rows);
		o->rows = s->order;
		o->known = o->asked;
		if (l->sort == (int)s->column)
			kg_list_refilter(s->view);
	} else {
		if (!s->order && s->canceled && l->sort == (int)s->column) {
			l->sort = -1; /* rows stay in the order that they have by themselves */
			kg_list_refilter(s->view);
			kg_app_say(s->view->app, "sorting was canceled");
		}
		free(s->order);
	}
	kg_view_unpin(s->view);
	free(s);
}

/* Which results are there: a bit each; what came while it was made is seen to when no job uses the view. */
static unsigned int known(const struct kg_view *v)
{
	const struct kg_model *m = kg_app_model(v->app);

	return (kg_model_retained(m) != NULL) | (kg_model_retained_types(m) != NULL) << 1 | (kg_model_anchors(m) != NULL) << 2 |
	       (kg_model_whole_heap(m) != NULL) << 3 | (unsigned int)kg_app_since(v->app) << 4;
}

static void want(struct kg_view *v, unsigned int column, unsigned int patience)
{
	struct kg_list_order *o = &v->list.orders[column];
	bool text = v->ops->columns[column].text;
	struct sort *s;

	if (o->wanted || kg_app_closing(v->app) || (o->rows && (!v->ops->columns[column].late || o->known == known(v))))
		return;
	s = calloc(1, sizeof(*s));
	if (!s)
		return;
	*s = (struct sort){.view = v, .column = column, .n = kg_view_rows(v)};
	o->wanted = true;
	o->asked = known(v);
	v->pins++;
	if (s->n <= (uint64_t)patience * (text ? TEXTS_AT_ONCE : NUMBERS_AT_ONCE)) {
		run(s);
		done(s);
	} else {
		kg_jobs_add(kg_app_jobs(v->app), run, done, s);
	}
}

static void sort_by(struct kg_view *v, int column, unsigned int patience)
{
	struct kg_list *l = &v->list;

	if (v->ops->fixed || l->frozen) {
		kg_app_say(v->app, "%s", l->frozen ? KG_LIST_FROZEN : v->ops->fixed);
		return;
	}
	if (l->sort == column)
		l->reverse = !l->reverse;
	else
		l->reverse = false;
	l->sort = column;
	if (column >= 0)
		want(v, (unsigned int)column, patience);
	kg_list_refilter(v);
	kg_list_move(v, 0);
}

void kg_list_sort(struct kg_view *v, int column)
{
	sort_by(v, column, 1);
}

void kg_list_sort_waiting(struct kg_view *v, int column)
{
	sort_by(v, column, WAITED_FOR);
}

void kg_list_renew(struct kg_view *v)
{
	if (v->list.sort >= 0)
		want(v, (unsigned int)v->list.sort, 1);
}
