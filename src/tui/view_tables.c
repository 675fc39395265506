/* Plain tables: types, buffers, garbage, roots, memory map. */
#include "config.h" /* first: qsort_r() */

#include <stdlib.h>
#include <string.h>

#include "report/cells.h"
#include "report/chain.h"
#include "tui/app.h"

/* Rows that are chosen from a result: those of types. */
struct picked {
	uint32_t *items;
	size_t n;
};

static uint64_t type_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct picked *p = v->data;
	const struct kg_type_total *t = &kg_model_totals(kg_app_model(v->app))->items[p->items[row]];

	const uint64_t *retained = kg_model_retained_types(kg_app_model(v->app));

	switch (column) {
	case 0:
		return t->objects;
	case 1:
		return t->bytes;
	case 2:
		return retained ? retained[t->type] : 0;
	case 3:
		return t->payload;
	default:
		return t->collectable;
	}
}

static uint64_t picked_rows(const struct kg_view *v)
{
	return ((const struct picked *)v->data)->n;
}

static void type_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct picked *p = v->data;

	(void)width;
	if (column == 2 && !kg_model_retained_types(kg_app_model(v->app)))
		kg_strbuf_puts(sb, "…");
	else if (column == 5)
		kg_strbuf_puts(sb, kg_app_heap(v->app)->types[p->items[row]]->name);
	else if (column == 0 || column == 4)
		kg_cell_count(sb, type_rank(v, row, column));
	else
		kg_cell_bytes(sb, type_rank(v, row, column));
}

static int larger_type(const void *a, const void *b, void *arg)
{
	const struct kg_totals *t = arg;
	const struct kg_type_total *x = &t->items[*(const uint32_t *)a], *y = &t->items[*(const uint32_t *)b];

	if (x->bytes + x->payload != y->bytes + y->payload)
		return x->bytes + x->payload > y->bytes + y->payload ? -1 : 1;
	return x->type < y->type ? -1 : x->type > y->type;
}

static bool type_refresh(struct kg_view *v)
{
	struct kg_totals *t = (struct kg_totals *)kg_model_totals(kg_app_model(v->app));
	struct picked *p = v->data;

	if (!t || p->items)
		return false;
	p->items = malloc((t->n ? t->n : 1) * sizeof(*p->items));
	for (uint32_t i = 0; p->items && i < t->n; i++) {
		if (t->items[i].objects > 0)
			p->items[p->n++] = i;
	}
	if (p->items)
		qsort_r(p->items, p->n, sizeof(*p->items), larger_type, t);
	return true;
}

static void type_enter(struct kg_view *v, uint64_t row)
{
	struct kg_view *next = NULL;
	struct kg_error *err = kg_view_of_type(v->app, ((struct picked *)v->data)->items[row], &next);

	kg_app_push(v->app, next, err);
}

static void picked_destroy(struct kg_view *v)
{
	struct picked *p = v->data;

	free(p->items);
	free(p);
}

static const struct kg_view_column type_columns[] = {
	{.name = "OBJECTS", .width = 11, .right = true},
	{.name = "BYTES", .width = 10, .right = true},
	{.name = "RETAINED", .width = 10, .right = true},
	{.name = "PAYLOAD", .width = 10, .right = true, .optional = true},
	{.name = "GARBAGE", .width = 9, .right = true, .optional = true},
	{.name = "TYPE", .width = 16, .grow = true, .text = true},
};

static const struct kg_view_ops type_ops = {
	.name = "types",
	.columns = type_columns,
	.ncolumns = KG_ARRAY_SIZE(type_columns),
	.rows = picked_rows,
	.cell = type_cell,
	.rank = type_rank,
	.enter = type_enter,
	.refresh = type_refresh,
	.destroy = picked_destroy,
};

struct kg_error *kg_view_types(struct kg_app *app, struct kg_view **ret)
{
	struct picked *p = calloc(1, sizeof(*p));
	struct kg_error *err = p ? kg_view_create(app, &type_ops, "types", p, ret) : kg_error_nomem();

	if (err)
		free(p);
	else
		type_refresh(*ret);
	return err;
}

/* Buffers: the rows of the result as they are. */

static const struct kg_buffer *buffer(const struct kg_view *v, uint64_t row)
{
	return &kg_model_buffers(kg_app_model(v->app))->items[row];
}

static uint64_t buffer_rows(const struct kg_view *v)
{
	const struct kg_buffers *b = kg_model_buffers(kg_app_model(v->app));

	return b ? b->n : 0;
}

static kg_node buffer_node(const struct kg_view *v, uint64_t row)
{
	return buffer(v, row)->node;
}

static uint64_t buffer_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_graph *g = &kg_app_heap(v->app)->graph;
	const struct kg_anchors *a = kg_model_anchors(kg_app_model(v->app));
	kg_node n = buffer(v, row)->node;

	if (column == 5) /* by the sort of its anchor */
		return a ? a->kind[n] : 0;
	return column == 0 ? buffer(v, row)->payload.bytes : column == 1 ? UINT32_MAX - n : g->first[n + 1] - g->first[n];
}

static void buffer_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width,
			struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_buffer *b = buffer(v, row);

	(void)width;
	switch (column) {
	case 0:
		kg_cell_bytes(sb, b->payload.bytes);
		break;
	case 1:
		kg_cell_addr(sb, kg_heap_addr(h, b->node));
		break;
	case 2:
		kg_cell_count(sb, buffer_rank(v, row, 2));
		break;
	case 3:
		kg_strbuf_puts(sb, kg_heap_type(h, b->node)->name);
		break;
	case 4:
		kg_strbuf_puts(sb, b->payload.where ? b->payload.where : "");
		break;
	default:
		kg_app_path(v->app, b->node, sb);
		break;
	}
}

static bool came(struct kg_view *v)
{
	bool *there = v->data, before = *there;

	*there = v->ops->rows(v) > 0;
	return *there && !before;
}

static void free_data(struct kg_view *v)
{
	free(v->data);
}

static const struct kg_view_column buffer_columns[] = {
	{.name = "BYTES", .width = 10, .right = true},
	{.name = "ADDRESS", .width = 14},
	{.name = "REFS", .width = 5, .right = true, .optional = true},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "WHERE", .width = 6, .text = true, .optional = true},
	{.name = "KEPT BY", .width = 16, .grow = true}, /* no text: its cache is the keyboard's alone */
};

static const struct kg_view_ops buffer_ops = {
	.name = "buffers",
	.columns = buffer_columns,
	.ncolumns = KG_ARRAY_SIZE(buffer_columns),
	.rows = buffer_rows,
	.cell = buffer_cell,
	.rank = buffer_rank,
	.node = buffer_node,
	.refresh = came,
	.destroy = free_data,
};

/* A view without data of its own but for whether its rows have come. */
static struct kg_error *simple(struct kg_app *app, const struct kg_view_ops *ops, const char *title,
			       struct kg_view **ret)
{
	bool *there = calloc(1, sizeof(*there));
	struct kg_error *err = there ? kg_view_create(app, ops, title, there, ret) : kg_error_nomem();

	if (err)
		free(there);
	else
		*there = ops->rows(*ret) > 0;
	return err;
}

struct kg_error *kg_view_buffers(struct kg_app *app, struct kg_view **ret)
{
	return simple(app, &buffer_ops, "buffers", ret);
}

/* Garbage by group */

static uint64_t group_rows(const struct kg_view *v)
{
	const struct kg_cycles *c = kg_model_cycles(kg_app_model(v->app));

	return c ? c->n : 0;
}

static const struct kg_cycle *group(const struct kg_view *v, uint64_t row)
{
	return &kg_model_cycles(kg_app_model(v->app))->items[row];
}

static uint64_t group_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_cycle *c = group(v, row);
	const uint64_t ranks[] = {UINT64_MAX - c->id, c->n, c->knots, c->bytes, c->freed};

	return column < KG_ARRAY_SIZE(ranks) ? ranks[column] : 0;
}

#define GROUP_LOOK 200 /* objects of a group that the list looks at to say what is in it */

/* What is in a group: the types of its first objects, each once, the most telling first. */
static void group_types(const struct kg_view *v, const struct kg_cycle *c, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const kg_node *members = kg_model_cycles(kg_app_model(v->app))->members + c->first;
	const struct kg_type *seen[8];
	size_t n = 0, start = sb->len;

	for (size_t i = 0; i < c->n && i < GROUP_LOOK && n < KG_ARRAY_SIZE(seen) && sb->len - start < width; i++) {
		const struct kg_type *t = kg_heap_type(h, members[i]);
		size_t j = 0;

		while (j < n && seen[j] != t)
			j++;
		if (j < n)
			continue;
		kg_strbuf_printf(sb, "%s%s", n ? ", " : "", t->name);
		seen[n++] = t;
	}
}

static void group_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_cycle *c = group(v, row);

	if (column == 0)
		kg_strbuf_printf(sb, "%u", c->id);
	else if (column <= 2)
		kg_cell_count(sb, group_rank(v, row, column));
	else if (column <= 4)
		kg_cell_bytes(sb, group_rank(v, row, column));
	else
		group_types(v, c, width, sb);
}

static kg_node group_node(const struct kg_view *v, uint64_t row)
{
	return kg_model_cycles(kg_app_model(v->app))->members[group(v, row)->first];
}

static void group_enter(struct kg_view *v, uint64_t row)
{
	struct kg_view *next = NULL;
	struct kg_error *err = kg_view_of_group(v->app, group(v, row), &next);

	kg_app_push(v->app, next, err);
}

static const struct kg_view_column group_columns[] = {
	{.name = "GROUP", .width = 6, .right = true},	{.name = "OBJECTS", .width = 9, .right = true},
	{.name = "KNOTS", .width = 6, .right = true, .optional = true},
	{.name = "BYTES", .width = 10, .right = true, .optional = true}, {.name = "FREES", .width = 10, .right = true},
	{.name = "TYPES", .width = 16, .grow = true, .text = true},
};

static const struct kg_view_ops group_ops = {
	.name = "garbage",
	.columns = group_columns,
	.ncolumns = KG_ARRAY_SIZE(group_columns),
	.rows = group_rows,
	.cell = group_cell,
	.rank = group_rank,
	.node = group_node,
	.enter = group_enter,
	.refresh = came,
	.destroy = free_data,
};

struct kg_error *kg_view_garbage(struct kg_app *app, struct kg_view **ret)
{
	const struct kg_heap *h = kg_app_heap(app);
	struct kg_error *err = simple(app, &group_ops, "garbage", ret);

	if (!err && h && !h->collectable_known)
		kg_app_say(app, "the core was taken inside a collection: garbage is not known");
	return err;
}

/* Roots */

static uint64_t root_rows(const struct kg_view *v)
{
	const struct kg_heap *h = kg_app_heap(v->app);

	return h ? h->nroots : 0;
}

static kg_node root_node(const struct kg_view *v, uint64_t row)
{
	return kg_app_heap(v->app)->roots[row].node;
}

static void root_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_root *r = &h->roots[row];

	switch (column) {
	case 0:
		kg_report_root(h, r, sb);
		break;
	case 1:
		kg_strbuf_puts(sb, r->counted ? "counted" : "");
		break;
	case 2:
		kg_cell_addr(sb, kg_heap_addr(h, r->node));
		break;
	case 3:
		kg_strbuf_puts(sb, kg_heap_type(h, r->node)->name);
		break;
	default:
		kg_heap_value(h, kg_heap_addr(h, r->node), width, sb);
		break;
	}
}

static uint64_t root_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	return column == 2 ? UINT32_MAX - root_node(v, row) : 0;
}

static const struct kg_view_column root_columns[] = {
	{.name = "ROOT", .width = 34, .text = true},
	{.name = "", .width = 7, .text = true, .optional = true},
	{.name = "ADDRESS", .width = 14, .optional = true},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "VALUE", .width = 10, .grow = true, .text = true},
};

static const struct kg_view_ops root_ops = {
	.name = "roots",
	.columns = root_columns,
	.ncolumns = KG_ARRAY_SIZE(root_columns),
	.rows = root_rows,
	.cell = root_cell,
	.rank = root_rank,
	.node = root_node,
	.refresh = came,
	.destroy = free_data,
};

struct kg_error *kg_view_roots(struct kg_app *app, struct kg_view **ret)
{
	return simple(app, &root_ops, "roots", ret);
}

/* Memory map: what the core holds, then what it lists without bytes. */

static uint64_t memory_rows(const struct kg_view *v)
{
	const struct kg_heap *h = kg_app_heap(v->app);

	return h ? h->image->nsegs + h->image->ngaps : 0;
}

static void memory_range(const struct kg_view *v, uint64_t row, kg_addr *start, kg_addr *end, uint32_t *flags)
{
	const struct kg_image *img = kg_app_heap(v->app)->image;

	if (row < img->nsegs) {
		*start = img->segs[row].start;
		*end = img->segs[row].end;
		*flags = img->segs[row].flags;
	} else {
		*start = img->gaps[row - img->nsegs].start;
		*end = img->gaps[row - img->nsegs].end;
		*flags = img->gaps[row - img->nsegs].flags;
	}
}

static void memory_from(const struct kg_view *v, uint64_t row, uint32_t flags, struct kg_strbuf *sb)
{
	const struct kg_image *img = kg_app_heap(v->app)->image;

	if (row >= img->nsegs)
		kg_strbuf_puts(sb, img->gaps[row - img->nsegs].truncated ? "CUT OFF" : "left out");
	else
		kg_strbuf_puts(sb, flags & KG_SEG_OVERLAY ? "file" : "core");
}

static uint64_t memory_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	kg_addr start, end;
	uint32_t flags;

	memory_range(v, row, &start, &end, &flags);
	return column == 0 ? UINT64_MAX - start : end - start;
}

static void memory_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_session *s = kg_model_session(kg_app_model(v->app));
	const struct kg_module *m;
	kg_addr start, end;
	uint32_t flags;

	(void)width;
	memory_range(v, row, &start, &end, &flags);
	switch (column) {
	case 0:
		kg_cell_addr(sb, start);
		break;
	case 1:
		kg_cell_bytes(sb, end - start);
		break;
	case 2:
		kg_strbuf_printf(sb, "%c%c%c", flags & KG_SEG_READ ? 'r' : '-', flags & KG_SEG_WRITE ? 'w' : '-',
				 flags & KG_SEG_EXEC ? 'x' : '-');
		break;
	case 3:
		memory_from(v, row, flags, sb);
		break;
	default:
		m = kg_process_module(s->process, start);
		if (m)
			kg_strbuf_escape(sb, m->path, strlen(m->path));
		break;
	}
}

static const struct kg_view_column memory_columns[] = {
	{.name = "START", .width = 14},
	{.name = "SIZE", .width = 10, .right = true},
	{.name = "MODE", .width = 4, .text = true},
	{.name = "FROM", .width = 8, .text = true},
	{.name = "MODULE", .width = 10, .grow = true, .text = true},
};

static const struct kg_view_ops memory_ops = {
	.name = "memory",
	.columns = memory_columns,
	.ncolumns = KG_ARRAY_SIZE(memory_columns),
	.rows = memory_rows,
	.cell = memory_cell,
	.rank = memory_rank,
	.refresh = came,
	.destroy = free_data,
};

struct kg_error *kg_view_memory(struct kg_app *app, struct kg_view **ret)
{
	return simple(app, &memory_ops, "memory map", ret);
}
