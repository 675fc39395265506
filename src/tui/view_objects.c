/* Lists of objects: all, those of a type, those of a group of garbage. */
#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "heap/frames.h"
#include "report/cells.h"
#include "report/object.h"
#include "tui/app.h"

#define LOOK_UP 0xffff /* objects between two looks at whether anybody still wants them */

struct objects {
	bool all;	      /* the row is the object's number */
	const struct kg_type *of; /* all of this type, NULL: not so */
	bool group;	      /* a group of garbage */
	bool loose;	      /* in no order */
	const kg_node *items; /* owned when .own */
	kg_node *own;
	size_t n;
};

static uint64_t object_rows(const struct kg_view *v)
{
	const struct objects *o = v->data;
	const struct kg_heap *h = kg_app_heap(v->app);

	return o->all ? (h ? h->nodes : 0) : o->n;
}

static kg_node object_node(const struct kg_view *v, uint64_t row)
{
	const struct objects *o = v->data;

	return o->all ? (kg_node)row : o->items[row];
}

/* With an older snapshot there is one column more; with tracemalloc the last. */
enum { ADDRESS, BYTES, RETAINED, REFS, GC, TYPE, VALUE, ALLOCATED, CHANGE };

static unsigned int what_of(const struct kg_view *v, unsigned int column)
{
	static const unsigned int change[] = {ADDRESS, BYTES, CHANGE, RETAINED, REFS, GC, TYPE, VALUE, ALLOCATED};

	return strcmp(v->ops->columns[2].name, "CHANGE") == 0 ? change[column] : column;
}

/* Bytes more than then: all of them when it is new. @return false when it was there and is as large */
static bool change_of(const struct kg_view *v, kg_node n, int64_t *ret, bool *ret_new)
{
	const struct kg_change *c = kg_model_change(kg_app_model(v->app));
	uint64_t had = 0;

	*ret_new = c && !kg_change_had(c, kg_app_since(v->app), n, &had);
	*ret = !c ? 0 : (int64_t)(kg_node_bytes(c->heap, n) - (*ret_new ? 0 : had));
	return *ret_new || *ret != 0;
}

static void change_cell(const struct kg_view *v, kg_node n, struct kg_strbuf *sb)
{
	int64_t more;
	bool fresh;

	if (!change_of(v, n, &more, &fresh))
		return;
	if (fresh)
		kg_strbuf_puts(sb, "new");
	else
		kg_cell_more_bytes(sb, more);
}

static uint64_t object_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_retained *r = kg_model_retained(kg_app_model(v->app));
	kg_node n = object_node(v, row);

	int64_t more;
	bool fresh;

	switch (what_of(v, column)) {
	case ADDRESS:
		return UINT32_MAX - n;
	case BYTES:
		return kg_node_bytes(h, n);
	case RETAINED:
		return r ? kg_retained_bytes(r, n) : 0;
	case CHANGE:
		change_of(v, n, &more, &fresh);
		return (uint64_t)more ^ UINT64_C(1) << 63;
	default:
		return (uint64_t)kg_heap_refcount(h, n) ^ UINT64_C(1) << 63; /* as unsigned, in the same order */
	}
}

/* Where it was allocated: file without folders, and line. */
static void allocation_cell(const struct kg_view *v, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_tracemalloc *tm = kg_model_traces(kg_app_model(v->app));
	const struct kg_heap *h = kg_app_heap(v->app);
	struct kg_strbuf path = {0};
	struct kg_trace trace;
	const char *slash;
	kg_addr file;
	uint32_t line;

	if (!tm || !kg_line_trace(h, tm, n, &trace) || !kg_tracemalloc_frame(tm, &trace, 0, &file, &line))
		return;
	kg_line_file(h, file, &path);
	slash = strrchr(kg_strbuf_text(&path), '/');
	kg_strbuf_puts(sb, slash ? slash + 1 : kg_strbuf_text(&path));
	kg_strbuf_deinit(&path);
	if (line)
		kg_strbuf_printf(sb, ":%u", line);
}

static void object_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width,
			struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_retained *r = kg_model_retained(kg_app_model(v->app));
	kg_node n = object_node(v, row);

	switch (what_of(v, column)) {
	case ADDRESS:
		kg_cell_addr(sb, kg_heap_addr(h, n));
		break;
	case BYTES:
		kg_cell_bytes(sb, kg_node_bytes(h, n));
		break;
	case CHANGE:
		change_cell(v, n, sb);
		break;
	case RETAINED:
		if (r)
			kg_cell_bytes(sb, kg_retained_bytes(r, n));
		else
			kg_strbuf_puts(sb, "…");
		break;
	case REFS:
		kg_report_refcount_short(h, n, sb);
		break;
	case GC:
		if (!kg_app_whole_heap(v->app))
			kg_strbuf_puts(sb, "…");
		else
			kg_strbuf_puts(sb, kg_heap_collectable(h, n) ? "garbage" : kg_gc_place_name(kg_heap_place(h, n)));
		break;
	case TYPE:
		kg_strbuf_puts(sb, kg_heap_type(h, n)->name);
		break;
	case ALLOCATED:
		allocation_cell(v, n, sb);
		break;
	default:
		kg_heap_value(h, kg_heap_addr(h, n), width, sb);
		break;
	}
}

static void objects_destroy(struct kg_view *v)
{
	struct objects *o = v->data;

	free(o->own);
	free(o);
}

static bool all_refresh(struct kg_view *v)
{
	struct objects *o = v->data;
	bool came = o->all && o->n == 0 && kg_app_heap(v->app);

	if (came)
		o->n = 1;
	return came;
}

/* The last one is for processes in which tracemalloc was on. */
static const struct kg_view_column object_columns[] = {
	{.name = "ADDRESS", .width = 14},
	{.name = "BYTES", .width = 10, .right = true, .number = true},
	{.name = "RETAINED", .width = 10, .right = true, .number = true, .late = true},
	{.name = "REFS", .width = 6, .right = true, .optional = true},
	{.name = "GC", .width = 9, .text = true, .optional = true, .late = true},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "VALUE", .width = 10, .grow = true, .text = true},
	{.name = "ALLOCATED AT", .width = 22, .text = true, .optional = true},
};

static const struct kg_view_column object_change_columns[] = {
	{.name = "ADDRESS", .width = 14},
	{.name = "BYTES", .width = 10, .right = true, .number = true},
	{.name = "CHANGE", .width = 10, .right = true, .late = true},
	{.name = "RETAINED", .width = 10, .right = true, .number = true, .late = true},
	{.name = "REFS", .width = 6, .right = true, .optional = true},
	{.name = "GC", .width = 9, .text = true, .optional = true, .late = true},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "VALUE", .width = 10, .grow = true, .text = true},
	{.name = "ALLOCATED AT", .width = 22, .text = true, .optional = true},
};

/* Rows of all views of objects but for those compared rise with the address. */
static uint64_t object_row_of(const struct kg_view *v, kg_node n)
{
	const struct objects *o = v->data;
	size_t low = 0, high = o->n;

	if (o->all)
		return n < object_rows(v) ? n : KG_ROW_NONE;
	for (size_t i = 0; o->loose && i < o->n; i++) {
		if (o->items[i] == n)
			return i;
	}
	while (low < high && !o->loose) {
		size_t mid = low + (high - low) / 2;

		if (o->items[mid] < n)
			low = mid + 1;
		else
			high = mid;
	}
	return !o->loose && low < o->n && o->items[low] == n ? low : KG_ROW_NONE;
}

static struct kg_error *objects_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret);

#define OBJECT_OPS                                                                                                     \
	.name = "objects",                                                                                             \
	.about = "Objects in the order of their addresses: bytes by sys.getsizeof() with contents beside them, "       \
		 "RETAINED bytes that would be freed with each alone, reference count, generation or garbage, and "    \
		 "where tracemalloc was on the line that allocated them.",                                             \
	.needs = KG_NEED_OBJECTS, .rows = object_rows, .row_of = object_row_of, .again = objects_again,                \
	.cell = object_cell, .rank = object_rank, .node = object_node, .refresh = all_refresh,                         \
	.destroy = objects_destroy

static const struct kg_view_ops object_ops = {
	OBJECT_OPS, .columns = object_columns, .ncolumns = KG_ARRAY_SIZE(object_columns) - 1};
static const struct kg_view_ops traced_ops = {OBJECT_OPS, .columns = object_columns, .ncolumns = KG_ARRAY_SIZE(object_columns)};
static const struct kg_view_ops change_ops = {
	OBJECT_OPS, .columns = object_change_columns, .ncolumns = KG_ARRAY_SIZE(object_change_columns) - 1};
static const struct kg_view_ops traced_change_ops = {
	OBJECT_OPS, .columns = object_change_columns, .ncolumns = KG_ARRAY_SIZE(object_change_columns)};

static const struct kg_view_ops *ops_for(const struct kg_model *m)
{
	if (kg_model_change(m))
		return kg_model_traces(m) ? &traced_change_ops : &change_ops;
	return kg_model_traces(m) ? &traced_ops : &object_ops;
}

static struct kg_error *create(struct kg_app *app, const char *title, struct objects from, struct kg_view **ret)
{
	struct objects *o = malloc(sizeof(*o));
	struct kg_error *err;

	if (!o)
		return kg_error_nomem();
	*o = from;
	err = kg_view_create(app, ops_for(kg_app_model(app)), title, o, ret);
	if (err)
		free(o);
	return err;
}

struct kg_error *kg_view_objects(struct kg_app *app, struct kg_view **ret)
{
	return create(app, "objects", (struct objects){.all = true, .n = kg_app_heap(app) != NULL}, ret);
}

struct kg_error *kg_view_of_group(struct kg_app *app, const struct kg_cycle *c, struct kg_view **ret)
{
	char title[40];

	snprintf(title, sizeof(title), "garbage group %u", c->id);
	return create(app, title,
		      (struct objects){.group = true, .items = kg_model_cycles(kg_app_model(app))->members + c->first, .n = c->n}, ret);
}

struct kg_error *kg_view_of_nodes(struct kg_app *app, const char *title, kg_node *items, size_t n, struct kg_view **ret)
{
	struct kg_error *err = create(app, title, (struct objects){.loose = true, .items = items, .own = items, .n = n}, ret);

	if (err)
		free(items);
	return err;
}

/* The objects of a type are found by a pass over all, beside the keyboard. */
struct find {
	struct kg_view *view;
	const struct kg_heap *heap;
	const struct kg_type *type;
	kg_node *items;
	size_t n, cap;
	bool canceled;
};

static void find_run(void *arg)
{
	struct find *f = arg;

	for (kg_node i = 0; i < f->heap->nodes; i++) {
		if ((i & LOOK_UP) == 0 && (f->view->dead || kg_jobs_canceled(kg_app_jobs(f->view->app)))) {
			f->canceled = true;
			return;
		}
		if (kg_heap_type(f->heap, i) != f->type)
			continue;
		if (f->n == f->cap) {
			size_t cap = f->cap ? 2 * f->cap : 1024;
			kg_node *items = realloc(f->items, cap * sizeof(*items));

			if (!items)
				return;
			f->items = items;
			f->cap = cap;
		}
		f->items[f->n++] = i;
	}
}

static void find_done(void *arg)
{
	struct find *f = arg;
	struct objects *o = f->view->data;

	o->own = f->items;
	o->items = f->items;
	o->n = f->n;
	if (f->canceled && !f->view->dead) {
		kg_strbuf_puts(&f->view->title, " (not all)");
		kg_app_say(f->view->app, "canceled: not all objects of the type are listed");
	}
	kg_list_reset(f->view);
	kg_kept_try(f->view);
	kg_view_unpin(f->view);
	free(f);
}

/* @at_once: where its rows were there already, a person is not to see it without any */
static struct kg_error *of_type(struct kg_app *app, uint32_t type, bool at_once, struct kg_view **ret)
{
	const struct kg_heap *h = kg_app_heap(app);
	struct find *f = calloc(1, sizeof(*f));
	struct kg_error *err = f ? create(app, h->types[type]->name, (struct objects){.of = h->types[type]}, ret) : kg_error_nomem();

	if (err) {
		free(f);
		return err;
	}
	*f = (struct find){.view = *ret, .heap = h, .type = h->types[type]};
	(*ret)->pins++;
	if (at_once) {
		find_run(f);
		find_done(f);
	} else {
		kg_jobs_add(kg_app_jobs(app), find_run, find_done, f);
	}
	return NULL;
}

struct kg_error *kg_view_of_type(struct kg_app *app, uint32_t type, struct kg_view **ret)
{
	return of_type(app, type, false, ret);
}

static struct kg_error *type_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct kg_type *of = ((const struct objects *)old->data)->of;

	for (uint32_t i = 0; i < t->to->ntypes; i++) {
		if (t->to->types[i]->addr == of->addr && strcmp(t->to->types[i]->name, of->name) == 0)
			return of_type(old->app, i, true, ret);
	}
	return NULL;
}

/* The group that has one of the objects of the old one. */
static struct kg_error *group_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct kg_cycles *cycles = kg_model_cycles(kg_app_model(old->app));
	const struct objects *o = old->data;

	for (size_t i = 0; cycles && i < o->n; i++) {
		kg_node n = kg_turn_node(t, o->items[i]);
		const struct kg_cycle *c = n == KG_NODE_NONE ? NULL : kg_cycles_of(cycles, n);

		if (c)
			return kg_view_of_group(old->app, c, ret);
	}
	return NULL;
}

static struct kg_error *nodes_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct objects *o = old->data;
	kg_node *items = malloc((o->n ? o->n : 1) * sizeof(*items));
	size_t n = 0;

	if (!items)
		return kg_error_nomem();
	for (size_t i = 0; i < o->n; i++) {
		items[n] = kg_turn_node(t, o->items[i]);
		n += items[n] != KG_NODE_NONE;
	}
	if (n > 0)
		return kg_view_of_nodes(old->app, kg_strbuf_text(&old->title), items, n, ret);
	free(items);
	return NULL;
}

static struct kg_error *objects_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct objects *o = old->data;

	if (o->all)
		return kg_view_objects(old->app, ret);
	return o->of ? type_again(old, t, ret) : o->group ? group_again(old, t, ret) : nodes_again(old, t, ret);
}
