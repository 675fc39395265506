/* Types: counted while objects are found, then with what they retain. */
#include <stdlib.h>

#include "report/cells.h"
#include "tui/app.h"

/*
 * Rows of types: as far as they are counted while objects are found, then the totals.
 * While a person has marks they are left as they are, until the totals come.
 */
struct type_row {
	const struct kg_type *type;
	uint64_t objects, bytes, payload, collectable;
};

struct types {
	struct type_row *rows;
	size_t n;
	bool final; /* they are the totals */
};

/* With an older snapshot there are two more. */
enum { OBJECTS, BYTES, RETAINED, PAYLOAD, GARBAGE, TYPE, MORE_OBJECTS, MORE_BYTES };

static const unsigned int plain_columns[] = {OBJECTS, BYTES, RETAINED, PAYLOAD, GARBAGE, TYPE};
static const unsigned int change_columns[] = {OBJECTS, MORE_OBJECTS, BYTES, MORE_BYTES, RETAINED, PAYLOAD, GARBAGE, TYPE};

static unsigned int what_of(const struct kg_view *v, unsigned int column)
{
	return v->ops->ncolumns == KG_ARRAY_SIZE(plain_columns) ? plain_columns[column] : change_columns[column];
}

static const struct type_row *type_row(const struct kg_view *v, uint64_t row)
{
	return &((const struct types *)v->data)->rows[row];
}

/* Objects or bytes with contents, more than then. */
static int64_t more_of(const struct kg_view *v, const struct type_row *t, bool bytes)
{
	const struct kg_change *c = kg_model_change(kg_app_model(v->app));
	const struct kg_type_then *then = c ? kg_change_type(c, kg_app_since(v->app), t->type->index) : NULL;

	if (!c)
		return 0;
	return bytes ? (int64_t)(t->bytes + t->payload - (then ? then->bytes : 0))
		     : (int64_t)(t->objects - (then ? then->objects : 0));
}

static uint64_t type_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const uint64_t *retained = kg_model_retained_types(kg_app_model(v->app));
	const struct type_row *t = type_row(v, row);

	column = what_of(v, column);
	switch (column) {
	case OBJECTS:
		return t->objects;
	case BYTES:
		return t->bytes;
	case RETAINED:
		return retained ? retained[t->type->index] : 0;
	case PAYLOAD:
		return t->payload;
	case GARBAGE:
		return t->collectable;
	default: /* as unsigned, in the same order */
		return (uint64_t)more_of(v, t, column == MORE_BYTES) ^ UINT64_C(1) << 63;
	}
}

static uint64_t type_rows(const struct kg_view *v)
{
	return ((const struct types *)v->data)->n;
}

static void type_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct types *t = v->data;
	int64_t more;

	(void)width;
	switch (what_of(v, column)) {
	case TYPE:
		kg_strbuf_puts(sb, t->rows[row].type->name);
		break;
	case MORE_OBJECTS:
		more = more_of(v, &t->rows[row], false);
		if (more)
			kg_cell_more_count(sb, more);
		break;
	case MORE_BYTES:
		more = more_of(v, &t->rows[row], true);
		if (more)
			kg_cell_more_bytes(sb, more);
		break;
	case OBJECTS:
		kg_cell_count(sb, type_rank(v, row, column));
		break;
	case GARBAGE:
		if (t->final)
			kg_cell_count(sb, type_rank(v, row, column));
		else
			kg_strbuf_puts(sb, "…");
		break;
	case RETAINED:
		if (!kg_model_retained_types(kg_app_model(v->app))) {
			kg_strbuf_puts(sb, "…");
			break;
		}
		/* fall through */
	default:
		kg_cell_bytes(sb, type_rank(v, row, column));
	}
}

static int larger_type(const void *a, const void *b)
{
	const struct type_row *x = a, *y = b;

	if (x->bytes + x->payload != y->bytes + y->payload)
		return x->bytes + x->payload > y->bytes + y->payload ? -1 : 1;
	return x->type->index < y->type->index ? -1 : x->type->index > y->type->index;
}

/* @return false: without memory what was shown stays */
static bool type_totals(const struct kg_heap *h, const struct kg_totals *all, const struct kg_change *c, struct types *t)
{
	struct type_row *rows = malloc((all->n ? all->n : 1) * sizeof(*rows));

	if (!rows)
		return false;
	free(t->rows);
	*t = (struct types){.rows = rows, .final = true};
	for (uint32_t i = 0; i < all->n; i++) {
		const struct kg_type_total *one = &all->items[i];

		if (one->objects > 0 || (c && (kg_change_type(c, KG_SINCE_LAST, i) || kg_change_type(c, KG_SINCE_FIRST, i))))
			rows[t->n++] = (struct type_row){h->types[i], one->objects, one->bytes, one->payload, one->collectable};
	}
	return true;
}

static bool type_counts(const struct kg_heap *h, struct types *t)
{
	struct kg_type_count *counts = NULL;
	struct type_row *rows = NULL;
	size_t n = 0;

	kg_error_destroy(kg_heap_counts(h, &counts, &n));
	if (n > 0)
		rows = malloc(n * sizeof(*rows));
	for (size_t i = 0; i < n && rows; i++)
		rows[i] = (struct type_row){counts[i].type, counts[i].objects, counts[i].bytes, counts[i].payload, 0};
	free(counts);
	if (!rows)
		return false;
	free(t->rows);
	*t = (struct types){.rows = rows, .n = n};
	return true;
}

/* The order that was chosen stays, and the cursor on its type where it can. */
static void type_rearrange(struct kg_view *v, const struct kg_type *under)
{
	const struct types *t = v->data;
	int sort = v->list.sort;
	bool reverse = v->list.reverse;

	kg_list_reset(v);
	if (sort >= 0)
		kg_list_sort(v, sort);
	if (sort >= 0 && reverse)
		kg_list_sort(v, sort);
	for (uint64_t i = 0; i < t->n && under && v->list.filter.len == 0; i++) {
		if (type_row(v, kg_list_ordered(v, i))->type == under) {
			kg_list_move(v, i);
			break;
		}
	}
}

static bool type_refresh(struct kg_view *v)
{
	const struct kg_session *s = kg_model_session(kg_app_model(v->app));
	const struct kg_totals *all = kg_model_totals(kg_app_model(v->app));
	uint64_t row = kg_list_current(v);
	const struct kg_type *under = row == KG_ROW_NONE ? NULL : type_row(v, row)->type;
	struct types *t = v->data;
	bool changed = false;

	if (!s || t->final || v->list.frozen > 0)
		return false;
	if (all)
		changed = type_totals(s->heap, all, kg_model_change(kg_app_model(v->app)), t);
	else if (v->list.nmarks == 0)
		changed = type_counts(s->heap, t);
	if (changed && t->n > 0)
		qsort(t->rows, t->n, sizeof(*t->rows), larger_type);
	if (changed)
		type_rearrange(v, v->list.cursor > 0 ? under : NULL);
	return false; /* what there is to make anew was made */
}

static void type_enter(struct kg_view *v, uint64_t row)
{
	struct kg_view *next = NULL;
	struct kg_strbuf lack = {0};
	struct kg_error *err;

	if (!kg_app_heap(v->app)) {
		kg_model_lacks_now(kg_app_model(v->app), KG_NEED_OBJECTS, &lack);
		kg_app_say(v->app, "%s", kg_strbuf_text(&lack));
		kg_strbuf_deinit(&lack);
		return;
	}
	err = kg_view_of_type(v->app, type_row(v, row)->type->index, &next);
	kg_app_push(v->app, next, err);
}

static void type_destroy(struct kg_view *v)
{
	struct types *t = v->data;

	free(t->rows);
	free(t);
}

static const struct kg_view_column type_columns[] = {
	{.name = "OBJECTS", .width = 11, .right = true, .number = true},
	{.name = "BYTES", .width = 10, .right = true, .number = true},
	{.name = "RETAINED", .width = 10, .right = true, .number = true, .late = true},
	{.name = "PAYLOAD", .width = 10, .right = true, .number = true, .optional = true},
	{.name = "GARBAGE", .width = 9, .right = true, .number = true, .optional = true},
	{.name = "TYPE", .width = 16, .grow = true, .text = true},
};

static const struct kg_view_column type_change_columns[] = {
	{.name = "OBJECTS", .width = 10, .right = true, .number = true},
	{.name = "+OBJECTS", .width = 10, .right = true, .late = true},
	{.name = "BYTES", .width = 10, .right = true, .number = true},
	{.name = "+BYTES", .width = 10, .right = true, .late = true},
	{.name = "RETAINED", .width = 10, .right = true, .number = true, .late = true},
	{.name = "PAYLOAD", .width = 10, .right = true, .number = true, .optional = true},
	{.name = "GARBAGE", .width = 9, .right = true, .number = true, .optional = true},
	{.name = "TYPE", .width = 16, .grow = true, .text = true},
};

static uint64_t type_key(const struct kg_view *v, uint64_t row)
{
	return type_row(v, row)->type->addr;
}

static const struct kg_view_key type_keys[] = {{KG_DO_ENTER, "its objects"}, {0}};

#define TYPE_OPS                                                                                                       \
	.name = "types", .keys = type_keys, .needs = KG_NEED_OBJECTS, /* and shows what is counted before */               \
	.rows = type_rows, .cell = type_cell, .rank = type_rank, .enter = type_enter, .refresh = type_refresh,                 \
	.destroy = type_destroy, .key = type_key

static const struct kg_view_ops type_ops = {
	TYPE_OPS,
	.about = "Every type with its objects: how many, their bytes by sys.getsizeof(), what would be freed with them "
		 "(RETAINED), contents beside them (PAYLOAD), and how many of them gc.collect() would find (GARBAGE).",
	.columns = type_columns,
	.ncolumns = KG_ARRAY_SIZE(type_columns),
};

static const struct kg_view_ops type_change_ops = {
	TYPE_OPS,
	.about = "Every type with its objects: how many, their bytes by sys.getsizeof(), what would be freed with them "
		 "(RETAINED), contents beside them (PAYLOAD), and how many of them gc.collect() would find (GARBAGE). +OBJECTS "
		 "and +BYTES, contents included, are since the last snapshot, or the first (D).",
	.columns = type_change_columns,
	.ncolumns = KG_ARRAY_SIZE(type_change_columns),
};

struct kg_error *kg_view_types(struct kg_app *app, struct kg_view **ret)
{
	struct types *t = calloc(1, sizeof(*t));
	const struct kg_view_ops *ops = kg_model_change(kg_app_model(app)) ? &type_change_ops : &type_ops;
	struct kg_error *err = t ? kg_view_create(app, ops, "types", t, ret) : kg_error_nomem();

	if (err)
		free(t);
	else
		type_refresh(*ret);
	return err;
}
