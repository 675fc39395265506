/* Dominators: what would go with what, as a tree that unfolds. */
#include <stdlib.h>
#include <string.h>

#include "report/cells.h"
#include "tui/app.h"

#define BAR_COLS 10
#define DEPTH_SHOWN 40 /* deeper rows are drawn no further to the right */

struct branch {
	kg_node node;
	uint32_t depth;
	bool open;
};

/* The rows as unfolded so far, top down. */
struct tree {
	struct branch *items;
	size_t n, cap;
	bool filled;
};

static const struct kg_retained *retained(const struct kg_view *v)
{
	return kg_model_retained(kg_app_model(v->app));
}

static uint64_t tree_rows(const struct kg_view *v)
{
	return ((const struct tree *)v->data)->n;
}

static kg_node tree_node(const struct kg_view *v, uint64_t row)
{
	return ((const struct tree *)v->data)->items[row].node;
}

static bool has_children(const struct kg_retained *r, kg_node n)
{
	return kg_retained_objects(r, n) > 1;
}

static uint64_t tree_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	kg_node n = tree_node(v, row);

	return column == 2 ? kg_retained_objects(retained(v), n) : kg_retained_bytes(retained(v), n);
}

static void add_bar(const struct kg_retained *r, kg_node n, struct kg_strbuf *sb)
{
	double part = r->total ? (double)kg_retained_bytes(r, n) / (double)r->total * BAR_COLS : 0;

	for (int i = 0; i < BAR_COLS; i++)
		kg_strbuf_puts(sb, i + 0.5 < part ? "█" : "░");
}

static void tree_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct branch *b = &((const struct tree *)v->data)->items[row];
	const struct kg_retained *r = retained(v);

	switch (column) {
	case 0:
		kg_cell_bytes(sb, kg_retained_bytes(r, b->node));
		break;
	case 1:
		add_bar(r, b->node, sb);
		break;
	case 2:
		kg_cell_count(sb, kg_retained_objects(r, b->node));
		break;
	default:
		kg_strbuf_printf(sb, "%*s%s %s ", (int)(2 * (b->depth < DEPTH_SHOWN ? b->depth : DEPTH_SHOWN)), "",
				 !has_children(r, b->node) ? " " : b->open ? "▾" : "▸", kg_heap_type(h, b->node)->name);
		kg_heap_value(h, kg_heap_addr(h, b->node), width, sb);
		break;
	}
}

/* Puts the children of @n below place @at. */
static struct kg_error *insert(struct kg_view *v, kg_node n, size_t at, uint32_t depth)
{
	struct tree *t = v->data;
	kg_node *items = NULL;
	size_t count = 0;
	struct kg_error *err = kg_retained_children(retained(v), n, &items, &count);

	if (!err && t->n + count > t->cap) {
		size_t cap = (t->n + count) * 2;
		struct branch *grown = realloc(t->items, cap * sizeof(*grown));

		if (grown) {
			t->items = grown;
			t->cap = cap;
		} else {
			err = kg_error_nomem();
		}
	}
	if (!err && count > 0) {
		memmove(t->items + at + count, t->items + at, (t->n - at) * sizeof(*t->items));
		for (size_t i = 0; i < count; i++)
			t->items[at + i] = (struct branch){items[i], depth, false};
		t->n += count;
	}
	free(items);
	return err;
}

static void fold(struct tree *t, size_t row)
{
	size_t end = row + 1;

	while (end < t->n && t->items[end].depth > t->items[row].depth)
		end++;
	memmove(t->items + row + 1, t->items + end, (t->n - end) * sizeof(*t->items));
	t->n -= end - row - 1;
	t->items[row].open = false;
}

static void unfold(struct kg_view *v, size_t row)
{
	struct tree *t = v->data;
	struct kg_error *err;

	if (t->items[row].open || !has_children(retained(v), t->items[row].node))
		return;
	t->items[row].open = true;
	err = insert(v, t->items[row].node, row + 1, t->items[row].depth + 1);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
}

/* From a folded row to the one above it in the tree. */
static void to_parent(struct kg_view *v, size_t row)
{
	const struct tree *t = v->data;
	size_t at = row;

	while (at > 0 && t->items[at].depth >= t->items[row].depth)
		at--;
	if (t->items[at].depth < t->items[row].depth)
		kg_list_move(v, at);
}

static bool tree_action(struct kg_view *v, enum kg_action a, uint64_t row)
{
	struct tree *t = v->data;

	if (a == KG_DO_SORT_LEFT || a == KG_DO_SORT_RIGHT || a == KG_DO_REVERSE) {
		kg_app_say(v->app, "a tree keeps its order: what retains most comes first");
		return true;
	}
	if ((a != KG_DO_LEFT && a != KG_DO_RIGHT) || row == KG_ROW_NONE)
		return false;
	if (v->list.filter.len > 0) {
		kg_app_say(v->app, "a filtered tree does not unfold; \\ Enter shows all rows");
		return true;
	}
	if (a == KG_DO_RIGHT)
		unfold(v, row);
	else if (t->items[row].open)
		fold(t, row);
	else
		to_parent(v, row);
	kg_list_reset(v);
	return true;
}

static bool tree_refresh(struct kg_view *v)
{
	struct tree *t = v->data;
	struct kg_error *err;

	if (t->filled || !retained(v))
		return false;
	t->filled = true;
	err = insert(v, KG_NODE_NONE, 0, 0);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
	return true;
}

static void tree_destroy(struct kg_view *v)
{
	struct tree *t = v->data;

	free(t->items);
	free(t);
}

static const struct kg_view_column tree_columns[] = {
	{.name = "RETAINED", .width = 10, .right = true},
	{.name = "OF ALL", .width = BAR_COLS, .optional = true},
	{.name = "OBJECTS", .width = 9, .right = true, .optional = true},
	{.name = "OBJECT", .width = 20, .grow = true, .text = true},
};

static const struct kg_view_ops tree_ops = {
	.name = "dominators",
	.columns = tree_columns,
	.ncolumns = KG_ARRAY_SIZE(tree_columns),
	.rows = tree_rows,
	.cell = tree_cell,
	.rank = tree_rank,
	.node = tree_node,
	.action = tree_action,
	.refresh = tree_refresh,
	.destroy = tree_destroy,
};

struct kg_error *kg_view_dominators(struct kg_app *app, struct kg_view **ret)
{
	struct tree *t = calloc(1, sizeof(*t));
	struct kg_error *err = t ? kg_view_create(app, &tree_ops, "dominators", t, ret) : kg_error_nomem();

	if (err) {
		free(t);
		return err;
	}
	tree_refresh(*ret);
	if (!t->filled)
		kg_app_say(app, "%s", kg_model_finished(kg_app_model(app)) ? "not known" : "being computed …");
	return NULL;
}
