/* One object: what refers to it | what it is | what it refers to. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "tui/itself.h"

#define NARROW_COLS 100 /* below, the part with the focus has most of the room */
#define DETAIL_COLS 76 /* that bytes and members take */

enum { REFERRERS, ITSELF, REFERENTS, PARTS };

struct object {
	kg_node node;
	struct kg_view *parts[PARTS];
	int focus;
	int lefts[PARTS + 1]; /* columns where the parts begin, drawn last */
	struct kg_itself itself; /* what the middle is made of */
	bool struct_asked;
	bool whole; /* referrers are known */
};

/* The object itself */

static void itself_fill(struct kg_view *part)
{
	kg_itself_fill(part->data);
}

/* @return false while a job uses its rows */
static bool itself_refill(const struct object *o)
{
	struct kg_view *part = o->parts[ITSELF];

	if (part->pins > 0 || part->list.frozen)
		return false;
	kg_list_rebuild(part, itself_fill);
	return true;
}

/* The C struct is looked for beside the keyboard: that may read debug information for a second. */
struct find {
	struct kg_view *view;
	const struct kg_heap *heap;
	const struct kg_type *type;
};

static void find_run(void *arg)
{
	const struct find *f = arg;

	kg_heap_struct(f->heap, f->type);
}

static void find_done(void *arg)
{
	struct find *f = arg;
	struct object *o = f->view->data;

	if (!f->view->dead) {
		o->itself.struct_known = true;
		if (o->itself.detail == KG_ITSELF_MEMBERS)
			itself_refill(o);
	}
	kg_view_unpin(f->view);
	free(f);
}

static void find_struct(struct kg_view *v)
{
	struct object *o = v->data;
	struct find *f = o->struct_asked ? NULL : malloc(sizeof(*f));

	if (!f)
		return;
	*f = (struct find){v, kg_app_heap(v->app), kg_heap_type(kg_app_heap(v->app), o->node)};
	o->struct_asked = true;
	v->pins++;
	kg_jobs_add(kg_app_jobs(v->app), find_run, find_done, f);
}

/* The middle shows @d, or the facts again when it does already. */
static void show_detail(struct kg_view *v, enum kg_itself_detail d)
{
	struct object *o = v->data;
	struct kg_view *part = o->parts[ITSELF];

	if (part->pins > 0 || part->list.frozen) {
		kg_app_say(v->app, KG_LIST_FROZEN);
		return;
	}
	o->itself.detail = o->itself.detail == d ? KG_ITSELF_FACTS : d;
	o->focus = ITSELF;
	if (o->itself.detail == KG_ITSELF_MEMBERS)
		find_struct(v);
	itself_fill(part);
	kg_list_reset(part);
	kg_list_move(part, 0);
}

static const struct kg_view_column itself_column = {.name = "OBJECT", .width = 10, .grow = true, .text = true};

static const struct kg_view_ops itself_ops = {
	.name = "itself",
	.columns = &itself_column,
	.ncolumns = 1,
	.rows = kg_lines_rows,
	.cell = kg_lines_cell,
	.rank = kg_lines_rank,
	.node = kg_lines_node,
	.attr = kg_lines_attr,
	.destroy = kg_lines_destroy,
	.key = kg_lines_key,
};

/* The whole */

static struct kg_view *object_focus(struct kg_view *v)
{
	struct object *o = v->data;

	return o->parts[o->focus];
}

static void walk(struct kg_view *v)
{
	struct kg_view *part = object_focus(v), *next = NULL;
	kg_node n = kg_view_node(part, kg_list_current(part));
	struct kg_error *err;

	if (n == KG_NODE_NONE) {
		kg_app_say(v->app, "no object here");
		return;
	}
	err = kg_view_object(v->app, n, &next);
	if (!err)
		((struct object *)next->data)->focus = ((struct object *)v->data)->focus;
	kg_app_push(v->app, next, err);
}

static bool object_action(struct kg_view *v, enum kg_action a, uint64_t row)
{
	struct object *o = v->data;

	(void)row;
	switch (a) {
	case KG_DO_LEFT:
		if (o->focus == REFERRERS)
			walk(v);
		else
			o->focus--;
		return true;
	case KG_DO_RIGHT:
		if (o->focus == REFERENTS)
			walk(v);
		else
			o->focus++;
		return true;
	case KG_DO_HEX:
		show_detail(v, KG_ITSELF_BYTES);
		return true;
	case KG_DO_STRUCT:
		show_detail(v, KG_ITSELF_MEMBERS);
		return true;
	default:
		return false;
	}
}

static void object_click(struct kg_view *v, int row, int col)
{
	struct object *o = v->data;

	(void)row;
	for (int i = 0; i < PARTS; i++) {
		if (col >= o->lefts[i] && col < o->lefts[i + 1])
			o->focus = i;
	}
}

/* In narrow terminals the part with the focus has most of the room, and bytes and members have all of it. @return the
 * columns of the middle when it has the focus */
static int lay_out(struct object *o, int cols)
{
	bool narrow = cols < NARROW_COLS;
	int share = narrow ? cols / 5 : cols * 3 / 10;

	if (o->itself.detail != KG_ITSELF_FACTS && o->focus == ITSELF && cols - 2 * share < DETAIL_COLS)
		share = 0;
	o->lefts[0] = 0;
	o->lefts[1] = o->focus == REFERRERS && narrow ? cols - 2 * share : share;
	o->lefts[2] = o->focus == REFERENTS && narrow ? 2 * share : cols - share;
	o->lefts[3] = cols;
	if (o->itself.detail != KG_ITSELF_FACTS && o->focus != ITSELF)
		return o->itself.room; /* it was made for another place, and will be there again */
	return cols - 2 * share - (share > 0);
}

static void object_draw(struct kg_view *v, struct kg_canvas *c, int top, int height)
{
	struct object *o = v->data;
	struct kg_strbuf sb = {0};
	int room = lay_out(o, c->cols);

	kg_strbuf_puts(&sb, "kept by ");
	kg_app_path(v->app, o->node, &sb);
	kg_canvas_text(c, top, 0, c->cols, KG_ATTR_HEAD, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	if (room != o->itself.room) {
		int before = o->itself.room;

		o->itself.room = room;
		if (!itself_refill(o))
			o->itself.room = before;
	}
	for (int i = 0; i < PARTS; i++) {
		int left = o->lefts[i] + (i > 0 && o->lefts[1] > 0);

		if (o->lefts[i + 1] <= left)
			continue;
		kg_list_draw(o->parts[i], c, top + 1, left, height - 1, o->lefts[i + 1] - left, i == o->focus);
		kg_app_draw_lack(v->app, o->parts[i], c, top + 1, left, o->lefts[i + 1] - left);
		if (i > 0 && left > o->lefts[i])
			kg_canvas_vline(c, top + 1, o->lefts[i], height - 1);
	}
}

static uint64_t object_rows(const struct kg_view *v)
{
	(void)v;
	return 0;
}

static bool object_refresh(struct kg_view *v)
{
	struct object *o = v->data;
	bool whole = kg_app_whole_heap(v->app) != NULL;

	itself_refill(o);
	for (int i = 0; i < PARTS; i++)
		kg_kept_try(o->parts[i]);
	if (whole && !o->whole)
		kg_list_reset(o->parts[REFERRERS]); /* its rows have come */
	o->whole = whole;
	return false;
}

static kg_node object_subject(const struct kg_view *v)
{
	return ((const struct object *)v->data)->node;
}

static void object_destroy(struct kg_view *v)
{
	struct object *o = v->data;

	for (int i = 0; i < PARTS; i++)
		kg_view_destroy(o->parts[i]);
	free(o);
}

static struct kg_view *object_part(const struct kg_view *v, int i)
{
	return i < PARTS ? ((const struct object *)v->data)->parts[i] : NULL;
}

/* The object in the new snapshot; of one that is gone what is at its place. */
static struct kg_error *object_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct object *was = old->data;
	kg_node n = kg_turn_node(t, was->node), other;
	struct kg_strbuf sb = {0};
	struct object *o;
	struct kg_error *err;

	if (n == KG_NODE_NONE) {
		other = kg_heap_node(t->to, kg_heap_addr(t->from, was->node));
		kg_strbuf_printf(&sb, "%s is gone: ", kg_strbuf_text(&old->title));
		if (other == KG_NODE_NONE)
			kg_strbuf_puts(&sb, "no object is there any more");
		else
			kg_strbuf_printf(&sb, "now there is one of type %s; Enter shows it", kg_heap_type(t->to, other)->name);
		err = kg_view_gone(old->app, kg_strbuf_text(&old->title), kg_strbuf_text(&sb), other, ret);
		kg_strbuf_deinit(&sb);
		return err;
	}
	err = kg_view_object(old->app, n, ret);
	if (err)
		return err;
	o = (*ret)->data;
	o->focus = was->focus;
	o->itself.detail = was->itself.detail;
	if (o->itself.detail == KG_ITSELF_MEMBERS)
		find_struct(*ret);
	itself_fill(o->parts[ITSELF]);
	return NULL;
}

static const struct kg_view_key object_keys[] = {
	{KG_DO_LEFT, "column to the left, then walk to the referrer"},
	{KG_DO_RIGHT, "column to the right, then walk to the referent"},
	{KG_DO_ENTER, "the object of the row"},
	{KG_DO_VIEWS, "all who show the memory that it has or shows"},
	{KG_DO_STRUCT, "its C struct, member by member, and back"},
	{KG_DO_HEX, "bytes of the object, and back"},
	{0},
};

static const struct kg_view_ops object_ops = {
	.name = "object",
	.about = "One object between what refers to it and what it refers to; above, the chain that keeps it. The refcount "
		 "is accounted for: references found, roots, and what is left unexplained. Arrays and what plugins teach have "
		 "fields of their own below the size, then the block of memory that they have or show and who shares it. "
		 "S lays out the C struct by debug information; Enter on a pointer to an object shows that object.",
	.keys = object_keys,
	.columns = &itself_column,
	.ncolumns = 1,
	.rows = object_rows,
	.cell = kg_lines_cell,
	.rank = kg_lines_rank,
	.action = object_action,
	.draw = object_draw,
	.focus = object_focus,
	.refresh = object_refresh,
	.subject = object_subject,
	.click = object_click,
	.part = object_part,
	.again = object_again,
	.destroy = object_destroy,
};

struct kg_error *kg_view_object(struct kg_app *app, kg_node n, struct kg_view **ret)
{
	struct object *o = calloc(1, sizeof(*o));
	char title[80];
	struct kg_error *err;

	if (!o)
		return kg_error_nomem();
	snprintf(title, sizeof(title), "%.40s 0x%llx", kg_heap_type(kg_app_heap(app), n)->name,
		 (unsigned long long)kg_heap_addr(kg_app_heap(app), n));
	o->node = n;
	o->whole = kg_app_whole_heap(app) != NULL;
	o->focus = ITSELF;
	err = kg_view_side(app, n, true, &o->parts[REFERRERS]);
	if (!err)
		err = kg_view_side(app, n, false, &o->parts[REFERENTS]);
	if (!err)
		err = kg_lines_create(app, &itself_ops, "object", NULL, &o->parts[ITSELF]);
	if (!err)
		err = kg_view_create(app, &object_ops, title, o, ret);
	if (err) {
		for (int i = 0; i < PARTS; i++)
			kg_view_destroy(o->parts[i]);
		free(o);
		return err;
	}
	o->itself = (struct kg_itself){.app = app, .node = n, .referents = o->parts[REFERENTS]};
	((struct kg_lines *)o->parts[ITSELF]->data)->data = &o->itself;
	itself_fill(o->parts[ITSELF]);
	return NULL;
}
