/* Dominators: what would go with what, as a tree that unfolds. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "report/cells.h"
#include "tui/app.h"

#define BAR_COLS 10
#define DEPTH_SHOWN 40 /* deeper rows are drawn no further to the right */

#define CHILDREN_AT_ONCE 1000 /* that a key shows; one more row stands for the others */
#define MORE_AT_MOST 50000    /* that Enter on that row shows at once */

enum branch_state {
	FOLDED,
	OPEN,
	OPENING, /* its children are being sorted beside the keyboard */
	MORE,	 /* not an object: the children of one that are not shown yet */
};

struct branch {
	kg_node node; /* KG_NODE_NONE with MORE: the virtual root */
	uint32_t depth;
	enum branch_state state;
};

/* All children of a node that has more of them than are shown. */
struct wide {
	kg_node parent;
	kg_node *items;
	size_t n, shown;
	uint64_t bytes; /* retained by those not shown */
};

/* The rows as unfolded so far, top down. */
struct tree {
	struct branch *items;
	size_t n, cap;
	struct wide *wide;
	size_t nwide, wide_cap;
	bool filled;
	kg_node *unfold; /* branches to be unfolded as they appear: they were in the snapshot before */
	size_t nunfold;
};

static const struct kg_retained *retained(const struct kg_view *v)
{
	return kg_model_retained(kg_app_model(v->app));
}

static uint64_t tree_rows(const struct kg_view *v)
{
	return ((const struct tree *)v->data)->n;
}

static const struct branch *branch(const struct kg_view *v, uint64_t row)
{
	return &((const struct tree *)v->data)->items[row];
}

static kg_node tree_node(const struct kg_view *v, uint64_t row)
{
	return branch(v, row)->state == MORE ? KG_NODE_NONE : branch(v, row)->node;
}

static struct wide *wide_of(const struct tree *t, kg_node parent)
{
	for (size_t i = 0; i < t->nwide; i++) {
		if (t->wide[i].parent == parent)
			return &t->wide[i];
	}
	return NULL;
}

static uint64_t bytes_of(const struct kg_view *v, uint64_t row)
{
	const struct branch *b = branch(v, row);

	return b->state == MORE ? wide_of(v->data, b->node)->bytes : kg_retained_bytes(retained(v), b->node);
}

/* Children of a node, the virtual root for KG_NODE_NONE. */
static size_t count_children(const struct kg_retained *r, kg_node n)
{
	kg_node at = n == KG_NODE_NONE ? r->heap->nodes : n;

	return r->first[at + 1] - r->first[at];
}

static uint64_t tree_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	if (column == 2)
		return branch(v, row)->state == MORE ? 0 : kg_retained_objects(retained(v), branch(v, row)->node);
	return bytes_of(v, row);
}

static void add_bar(const struct kg_retained *r, uint64_t bytes, struct kg_strbuf *sb)
{
	double part = r->total ? (double)bytes / (double)r->total * BAR_COLS : 0;

	for (int i = 0; i < BAR_COLS; i++)
		kg_strbuf_puts(sb, i + 0.5 < part ? "█" : "░");
}

static void object_cell(const struct kg_view *v, uint64_t row, size_t width, struct kg_strbuf *sb)
{
	static const char *const signs[] = {[FOLDED] = "▸", [OPEN] = "▾", [OPENING] = "…"};
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct branch *b = branch(v, row);
	const struct wide *w = b->state == MORE ? wide_of(v->data, b->node) : NULL;

	kg_strbuf_printf(sb, "%*s", (int)(2 * (b->depth < DEPTH_SHOWN ? b->depth : DEPTH_SHOWN)), "");
	if (w) {
		kg_strbuf_puts(sb, "… ");
		kg_cell_count(sb, w->n - w->shown);
		kg_strbuf_puts(sb, " more; Enter shows them");
		return;
	}
	kg_strbuf_printf(sb, "%s %s ", count_children(retained(v), b->node) > 0 ? signs[b->state] : " ",
			 kg_heap_type(h, b->node)->name);
	kg_heap_value(h, kg_heap_addr(h, b->node), width, sb);
}

static void tree_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	if (column == 0)
		kg_cell_bytes(sb, bytes_of(v, row));
	else if (column == 1)
		add_bar(retained(v), bytes_of(v, row), sb);
	else if (column == 3)
		object_cell(v, row, width, sb);
	else if (branch(v, row)->state != MORE)
		kg_cell_count(sb, kg_retained_objects(retained(v), branch(v, row)->node));
}

static enum kg_attr tree_attr(const struct kg_view *v, uint64_t row)
{
	return branch(v, row)->state == MORE ? KG_ATTR_DIM : KG_ATTR_NORMAL;
}

/* Rows @items at @at; they are shown and marked as kg_list_splice() says. */
static struct kg_error *insert(struct kg_view *v, size_t at, const kg_node *items, size_t count, uint32_t depth)
{
	struct tree *t = v->data;

	if (t->n + count + 1 > t->cap) {
		size_t cap = (t->n + count + 1) * 2;
		struct branch *grown = realloc(t->items, cap * sizeof(*grown));

		if (!grown)
			return kg_error_nomem();
		t->items = grown;
		t->cap = cap;
	}
	memmove(t->items + at + count, t->items + at, (t->n - at) * sizeof(*t->items));
	for (size_t i = 0; i < count; i++)
		t->items[at + i] = (struct branch){items[i], depth, FOLDED};
	t->n += count;
	return NULL;
}

static void forget_wide(struct tree *t, kg_node parent)
{
	struct wide *w = wide_of(t, parent);

	if (!w)
		return;
	free(w->items);
	*w = t->wide[--t->nwide];
}

/* Shows the next @count of those not shown at @at, and the row for the rest; @w may be gone then.
 * @ret_rows: how many rows that are */
static struct kg_error *show_next(struct kg_view *v, struct wide *w, size_t at, size_t count, uint32_t depth,
				  size_t *ret_rows)
{
	const struct kg_retained *r = retained(v);
	struct tree *t = v->data;
	struct kg_error *err;

	if (count > w->n - w->shown)
		count = w->n - w->shown;
	err = insert(v, at, w->items + w->shown, count, depth);
	if (err)
		return err;
	for (size_t i = w->shown; i < w->shown + count; i++)
		w->bytes -= kg_retained_bytes(r, w->items[i]);
	w->shown += count;
	*ret_rows = count;
	if (w->shown == w->n) {
		forget_wide(t, w->parent);
		return NULL;
	}
	err = insert(v, at + count, &w->parent, 1, depth);
	if (!err) {
		t->items[at + count].state = MORE;
		++*ret_rows;
	}
	return err;
}

/* Takes @items. Puts the children of @n below, at @at. */
static struct kg_error *show_children(struct kg_view *v, kg_node n, kg_node *items, size_t count, size_t at,
				      uint32_t depth, size_t *ret_rows)
{
	struct tree *t = v->data;
	struct kg_error *err = kg_grow(&t->wide, &t->wide_cap, t->nwide, sizeof(*t->wide));
	struct wide *w;

	if (err) {
		free(items);
		return err;
	}
	w = &t->wide[t->nwide++];
	*w = (struct wide){.parent = n, .items = items, .n = count};
	for (size_t i = 0; i < count; i++)
		w->bytes += kg_retained_bytes(retained(v), items[i]);
	return show_next(v, w, at, CHILDREN_AT_ONCE, depth, ret_rows);
}

/* Children sorted beside the keyboard. */
struct opening {
	struct kg_view *view;
	const struct kg_retained *retained;
	kg_node node;
	kg_node *items;
	size_t n;
	struct kg_error *err;
};

static void opening_run(void *arg)
{
	struct opening *o = arg;

	if (!o->view->dead)
		o->err = kg_retained_children(o->retained, o->node, &o->items, &o->n);
	if (!o->err && kg_jobs_canceled(kg_app_jobs(o->view->app)))
		o->err = kg_error_create(KG_ERR_CANCELED, "canceled: the branch stays folded");
}

static struct kg_error *opened(struct opening *o)
{
	struct tree *t = o->view->data;
	size_t row = 0, rows = 0;
	struct kg_error *err;

	if (o->node == KG_NODE_NONE) {
		err = show_children(o->view, o->node, o->items, o->n, 0, 0, &rows);
		kg_list_reset(o->view);
		return err;
	}
	while (row < t->n && (t->items[row].state != OPENING || t->items[row].node != o->node))
		row++;
	if (row == t->n) { /* the branch that it is in was folded */
		free(o->items);
		return NULL;
	}
	t->items[row].state = o->view->list.frozen ? FOLDED : OPEN;
	if (o->view->list.frozen) { /* rows that are being written stay as they are */
		free(o->items);
		return NULL;
	}
	err = show_children(o->view, o->node, o->items, o->n, row + 1, t->items[row].depth + 1, &rows);
	kg_list_splice(o->view, row + 1, 0, rows);
	return err;
}

/* A branch that could not be opened can be tried again. */
static void fold_back(struct tree *t, kg_node n)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->items[i].state == OPENING && t->items[i].node == n)
			t->items[i].state = FOLDED;
	}
	t->filled = t->filled && n != KG_NODE_NONE;
}

static void unfold_again(struct kg_view *v);

static void opening_done(void *arg)
{
	struct opening *o = arg;

	if (!o->err && !o->view->dead)
		o->err = opened(o);
	else
		free(o->items);
	if (o->err && !o->view->dead) {
		kg_app_say(o->view->app, "%s", o->err->text);
		fold_back(o->view->data, o->node);
	}
	kg_error_destroy(o->err);
	if (!o->view->dead)
		unfold_again(o->view);
	kg_view_unpin(o->view);
	free(o);
}

static struct kg_error *open_children(struct kg_view *v, kg_node n)
{
	struct opening *o = calloc(1, sizeof(*o));

	if (!o)
		return kg_error_nomem();
	*o = (struct opening){.view = v, .retained = retained(v), .node = n};
	v->pins++;
	if (count_children(o->retained, n) <= CHILDREN_AT_ONCE) {
		opening_run(o);
		opening_done(o);
	} else {
		kg_jobs_add(kg_app_jobs(v->app), opening_run, opening_done, o);
	}
	return NULL;
}

static void fold(struct kg_view *v, size_t row)
{
	struct tree *t = v->data;
	size_t end = row + 1;

	for (; end < t->n && t->items[end].depth > t->items[row].depth; end++) {
		if (t->items[end].state == MORE)
			forget_wide(t, t->items[end].node);
	}
	memmove(t->items + row + 1, t->items + end, (t->n - end) * sizeof(*t->items));
	t->n -= end - row - 1;
	t->items[row].state = FOLDED;
	kg_list_splice(v, row + 1, end - row - 1, 0);
}

static void show_more(struct kg_view *v, size_t row)
{
	struct tree *t = v->data;
	struct wide *w = wide_of(t, t->items[row].node);
	size_t rows = 0, count = w->shown < MORE_AT_MOST ? w->shown : MORE_AT_MOST;
	uint32_t depth = t->items[row].depth;
	struct kg_error *err;

	t->n--; /* the row gives its place to them */
	memmove(t->items + row, t->items + row + 1, (t->n - row) * sizeof(*t->items));
	err = show_next(v, w, row, count, depth, &rows);
	kg_list_splice(v, row, 1, rows);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
}

static void unfold(struct kg_view *v, size_t row)
{
	struct branch *b = &((struct tree *)v->data)->items[row];
	struct kg_error *err;

	if (b->state == MORE)
		show_more(v, row);
	if (b->state != FOLDED || count_children(retained(v), b->node) == 0)
		return;
	b->state = OPENING;
	err = open_children(v, b->node);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
}

/* Unfolds what was unfolded before, then does what was done to the rows: it is called again by what it begins,
 * which by then is no more in the list. */
static void unfold_again(struct kg_view *v)
{
	struct tree *t = v->data;

	for (size_t row = 0; row < t->n && t->nunfold > 0; row++) {
		if (t->items[row].state != FOLDED)
			continue;
		for (size_t i = 0; i < t->nunfold; i++) {
			if (t->unfold[i] != t->items[row].node)
				continue;
			t->unfold[i] = t->unfold[--t->nunfold];
			unfold(v, row);
			break;
		}
	}
	for (size_t row = 0; row < t->n; row++) {
		if (t->items[row].state == OPENING)
			return;
	}
	kg_kept_try(v);
}

/* From a folded row to the one above it in the tree, or the nearest above that the filter shows. */
static void to_parent(struct kg_view *v, size_t row)
{
	const struct tree *t = v->data;
	size_t at = row;
	uint64_t place = v->list.cursor;

	while (at > 0 && t->items[at].depth >= t->items[row].depth)
		at--;
	if (t->items[at].depth >= t->items[row].depth)
		return;
	while (place > 0 && kg_list_row(v, place) > at)
		place--;
	kg_list_move(v, place);
}

static bool tree_action(struct kg_view *v, enum kg_action a, uint64_t row)
{
	const struct tree *t = v->data;

	if (row == KG_ROW_NONE || (a != KG_DO_LEFT && a != KG_DO_RIGHT))
		return false;
	if (v->list.frozen)
		kg_app_say(v->app, KG_LIST_FROZEN);
	else if (a == KG_DO_RIGHT)
		unfold(v, row);
	else if (t->items[row].state == OPEN)
		fold(v, row);
	else if (t->items[row].state == OPENING)
		kg_app_say(v->app, "being sorted …");
	else
		to_parent(v, row);
	return true;
}

static void tree_enter(struct kg_view *v, uint64_t row)
{
	struct kg_view *next = NULL;
	struct kg_error *err;

	if (branch(v, row)->state == MORE) {
		tree_action(v, KG_DO_RIGHT, row);
		return;
	}
	err = kg_view_object(v->app, branch(v, row)->node, &next);
	kg_app_push(v->app, next, err);
}

static bool tree_refresh(struct kg_view *v)
{
	struct tree *t = v->data;
	struct kg_error *err;

	if (t->filled || !retained(v))
		return false;
	t->filled = true;
	err = open_children(v, KG_NODE_NONE);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
	return false;
}

static void tree_destroy(struct kg_view *v)
{
	struct tree *t = v->data;

	while (t->nwide > 0)
		free(t->wide[--t->nwide].items);
	free(t->wide);
	free(t->items);
	free(t->unfold);
	free(t);
}

static struct kg_error *tree_again(const struct kg_view *old, const struct kg_turn *turn, struct kg_view **ret);

static const struct kg_view_column tree_columns[] = {
	{.name = "RETAINED", .width = 10, .right = true, .number = true},
	{.name = "OF ALL", .width = BAR_COLS, .optional = true},
	{.name = "OBJECTS", .width = 9, .right = true, .number = true, .optional = true},
	{.name = "OBJECT", .width = 20, .grow = true, .text = true},
};

static const struct kg_view_key tree_keys[] = {
	{KG_DO_RIGHT, "unfold the branch"},
	{KG_DO_LEFT, "fold it, or go to the one above"},
	{KG_DO_ENTER, "the object, or more rows of a wide branch"},
	{0},
};

static const struct kg_view_ops tree_ops = {
	.name = "dominators",
	.about = "What would go with what: a branch holds everything that only it keeps alive. Wide branches show what "
		 "retains most first; one row stands for the rest.",
	.keys = tree_keys,
	.needs = KG_NEED_RETAINED,
	.columns = tree_columns,
	.ncolumns = KG_ARRAY_SIZE(tree_columns),
	.rows = tree_rows,
	.cell = tree_cell,
	.rank = tree_rank,
	.node = tree_node,
	.attr = tree_attr,
	.fixed = "a tree keeps its order: what retains most comes first",
	.enter = tree_enter,
	.action = tree_action,
	.refresh = tree_refresh,
	.again = tree_again,
	.destroy = tree_destroy,
};

static struct kg_error *create(struct kg_app *app, kg_node *unfold, size_t n, struct kg_view **ret)
{
	struct tree *t = calloc(1, sizeof(*t));
	struct kg_error *err = t ? kg_view_create(app, &tree_ops, "dominators", t, ret) : kg_error_nomem();

	if (err) {
		free(t);
		free(unfold);
		return err;
	}
	t->unfold = unfold;
	t->nunfold = n;
	tree_refresh(*ret);
	return NULL;
}

struct kg_error *kg_view_dominators(struct kg_app *app, struct kg_view **ret)
{
	return create(app, NULL, 0, ret);
}

static struct kg_error *tree_again(const struct kg_view *old, const struct kg_turn *turn, struct kg_view **ret)
{
	const struct tree *was = old->data;
	kg_node *unfold = malloc((was->n ? was->n : 1) * sizeof(*unfold));
	size_t n = 0;

	if (!unfold)
		return kg_error_nomem();
	for (size_t i = 0; i < was->n; i++) {
		if (was->items[i].state != OPEN && was->items[i].state != OPENING)
			continue;
		unfold[n] = kg_turn_node(turn, was->items[i].node);
		n += unfold[n] != KG_NODE_NONE;
	}
	return create(old->app, unfold, n, ret);
}
