/* Lists of objects: all, those of a type, those of a group of garbage. */
#include <stdlib.h>

#include "analysis/select.h"
#include "report/cells.h"
#include "tui/app.h"

struct objects {
	bool all;	      /* the row is the object's number */
	uint32_t type;	      /* of the selection under way */
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

static uint64_t object_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_retained *r = kg_model_retained(kg_app_model(v->app));
	kg_node n = object_node(v, row);

	switch (column) {
	case 0:
		return UINT32_MAX - n;
	case 1:
		return kg_node_bytes(h, n);
	case 2:
		return r ? kg_retained_bytes(r, n) : 0;
	default:
		return (uint64_t)kg_heap_refcount(h, n) ^ UINT64_C(1) << 63; /* as unsigned, in the same order */
	}
}

static void object_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width,
			struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_retained *r = kg_model_retained(kg_app_model(v->app));
	kg_node n = object_node(v, row);

	switch (column) {
	case 0:
		kg_cell_addr(sb, kg_heap_addr(h, n));
		break;
	case 1:
		kg_cell_bytes(sb, kg_node_bytes(h, n));
		break;
	case 2:
		if (r)
			kg_cell_bytes(sb, kg_retained_bytes(r, n));
		else
			kg_strbuf_puts(sb, "…");
		break;
	case 3:
		kg_strbuf_printf(sb, "%lld", (long long)kg_heap_refcount(h, n));
		break;
	case 4:
		kg_strbuf_puts(sb, h->collectable && kg_heap_collectable(h, n) ? "garbage"
									       : kg_gc_place_name(kg_heap_place(h, n)));
		break;
	case 5:
		kg_strbuf_puts(sb, kg_heap_type(h, n)->name);
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

static const struct kg_view_column object_columns[] = {
	{.name = "ADDRESS", .width = 14},
	{.name = "BYTES", .width = 10, .right = true},
	{.name = "RETAINED", .width = 10, .right = true},
	{.name = "REFS", .width = 6, .right = true, .optional = true},
	{.name = "GC", .width = 9, .text = true, .optional = true},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "VALUE", .width = 10, .grow = true, .text = true},
};

static const struct kg_view_ops object_ops = {
	.name = "objects",
	.columns = object_columns,
	.ncolumns = KG_ARRAY_SIZE(object_columns),
	.rows = object_rows,
	.cell = object_cell,
	.rank = object_rank,
	.node = object_node,
	.refresh = all_refresh,
	.destroy = objects_destroy,
};

static struct kg_error *create(struct kg_app *app, const char *title, struct objects from, struct kg_view **ret)
{
	struct objects *o = malloc(sizeof(*o));
	struct kg_error *err;

	if (!o)
		return kg_error_nomem();
	*o = from;
	err = kg_view_create(app, &object_ops, title, o, ret);
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
		      (struct objects){.items = kg_model_cycles(kg_app_model(app))->members + c->first, .n = c->n}, ret);
}

/* The objects of a type are found by a pass over all, beside the keyboard. */
struct find {
	struct kg_view *view;
	const struct kg_heap *heap;
	const struct kg_type *type;
	kg_node *items;
	size_t n, cap;
};

static void find_run(void *arg)
{
	struct find *f = arg;

	for (kg_node i = 0; i < f->heap->nodes; i++) {
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
	kg_list_reset(f->view);
	kg_view_unpin(f->view);
	free(f);
}

struct kg_error *kg_view_of_type(struct kg_app *app, uint32_t type, struct kg_view **ret)
{
	const struct kg_heap *h = kg_app_heap(app);
	struct find *f = calloc(1, sizeof(*f));
	struct kg_error *err = f ? create(app, h->types[type]->name, (struct objects){.type = type}, ret) : kg_error_nomem();

	if (err) {
		free(f);
		return err;
	}
	*f = (struct find){.view = *ret, .heap = h, .type = h->types[type]};
	(*ret)->pins++;
	kg_jobs_add(kg_app_jobs(app), find_run, find_done, f);
	return NULL;
}
