/* Plain tables: buffers, garbage, roots, memory map. */
#include <stdlib.h>
#include <string.h>

#include "report/cells.h"
#include "report/chain.h"
#include "tui/app.h"

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

enum { B_BYTES, B_ADDRESS, B_TYPE, B_WHERE, B_REFS, B_VIEWS, B_PATH };

static uint64_t buffer_views(const struct kg_view *v, uint64_t row)
{
	const struct kg_shares *s = kg_model_shares(kg_app_model(v->app));
	size_t from = 0, to = 0;

	if (s)
		kg_shares_of(s, buffer(v, row)->node, &from, &to);
	return to - from;
}

static uint64_t buffer_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_graph *g = &kg_app_heap(v->app)->graph;
	const struct kg_anchors *a = kg_model_anchors(kg_app_model(v->app));
	kg_node n = buffer(v, row)->node;

	switch (column) {
	case B_BYTES:
		return buffer(v, row)->payload.bytes;
	case B_ADDRESS:
		return UINT32_MAX - n;
	case B_REFS:
		return g->first[n + 1] - g->first[n];
	case B_VIEWS:
		return buffer_views(v, row);
	default: /* by the sort of its anchor */
		return a ? a->kind[n] : 0;
	}
}

static void buffer_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width,
			struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct kg_buffer *b = buffer(v, row);

	(void)width;
	switch (column) {
	case B_BYTES:
		kg_cell_bytes(sb, b->payload.bytes);
		break;
	case B_ADDRESS:
		kg_cell_addr(sb, kg_heap_addr(h, b->node));
		break;
	case B_TYPE:
		kg_strbuf_puts(sb, kg_heap_type(h, b->node)->name);
		break;
	case B_WHERE:
		kg_strbuf_puts(sb, b->payload.where ? b->payload.where : "");
		break;
	case B_REFS:
		kg_cell_count(sb, buffer_rank(v, row, B_REFS));
		break;
	case B_VIEWS:
		if (kg_model_shares(kg_app_model(v->app)))
			kg_cell_count(sb, buffer_views(v, row));
		else
			kg_strbuf_puts(sb, kg_model_finished(kg_app_model(v->app)) ? "?" : "…");
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
	[B_BYTES] = {.name = "BYTES", .width = 10, .right = true, .number = true},
	[B_ADDRESS] = {.name = "ADDRESS", .width = 14},
	[B_TYPE] = {.name = "TYPE", .width = 14, .text = true},
	[B_WHERE] = {.name = "WHERE", .width = 6, .text = true, .optional = true},
	[B_REFS] = {.name = "REFS", .width = 5, .right = true, .number = true, .optional = true},
	[B_VIEWS] = {.name = "VIEWS", .width = 5, .right = true, .number = true, .late = true},
	[B_PATH] = {.name = "KEPT BY", .width = 26, .grow = true, .late = true}, /* no text: its cache is the keyboard's alone */
};

static const struct kg_view_key buffer_keys[] = {
	{KG_DO_ENTER, "the object that owns the memory"},
	{KG_DO_VIEWS, "those who show bytes of it"},
	{0},
};

static const struct kg_view_ops buffer_ops = {
	.name = "buffers",
	.about = "Large contents: arrays, bytes, strings. ADDRESS and TYPE are those of the object that owns the bytes, WHERE "
		 "they lie, REFS references to the owner, VIEWS objects that show bytes of them: memoryviews, arrays, what "
		 "plugins teach. KEPT BY is the shortest chain that keeps the owner.",
	.keys = buffer_keys,
	.needs = KG_NEED_BUFFERS,
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
	{.name = "GROUP", .width = 6, .right = true},	{.name = "OBJECTS", .width = 9, .right = true, .number = true},
	{.name = "KNOTS", .width = 6, .right = true, .number = true, .optional = true},
	{.name = "BYTES", .width = 10, .right = true, .number = true, .optional = true}, {.name = "FREES", .width = 10, .right = true, .number = true},
	{.name = "TYPES", .width = 16, .grow = true, .text = true},
};

static const struct kg_view_key group_keys[] = {{KG_DO_ENTER, "the objects of the group"}, {0}};

static const struct kg_view_ops group_ops = {
	.name = "garbage",
	.about = "What gc.collect() would find, by group: objects that only hold each other. FREES counts everything that "
		 "would go with the group.",
	.keys = group_keys,
	.needs = KG_NEED_CYCLES,
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
	return simple(app, &group_ops, "garbage", ret);
}

/* Roots */

static uint64_t root_rows(const struct kg_view *v)
{
	const struct kg_heap *h = kg_app_whole_heap(v->app);

	return h ? h->nroots : 0;
}

static kg_node root_node(const struct kg_view *v, uint64_t row)
{
	return kg_app_whole_heap(v->app)->roots[row].node;
}

static void root_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_whole_heap(v->app);
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

/* What is held, and by what: several roots hold one object. */
static uint64_t root_key(const struct kg_view *v, uint64_t row)
{
	const struct kg_heap *h = kg_app_whole_heap(v->app);
	struct kg_strbuf sb = {0};
	uint64_t key;

	kg_report_root(h, &h->roots[row], &sb);
	key = kg_key_of(kg_strbuf_text(&sb)) ^ kg_heap_addr(h, root_node(v, row));
	kg_strbuf_deinit(&sb);
	return key;
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
	.about = "References from outside of the heap: the interpreter, frames, static memory. Those counted are part of "
		 "the object's reference count.",
	.needs = KG_NEED_GRAPH,
	.columns = root_columns,
	.ncolumns = KG_ARRAY_SIZE(root_columns),
	.rows = root_rows,
	.cell = root_cell,
	.rank = root_rank,
	.node = root_node,
	.key = root_key,
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
	const struct kg_session *s = kg_model_session(kg_app_model(v->app));

	return s ? s->image->nsegs + s->image->ngaps : 0;
}

static void memory_range(const struct kg_view *v, uint64_t row, kg_addr *start, kg_addr *end, uint32_t *flags)
{
	const struct kg_image *img = kg_model_session(kg_app_model(v->app))->image;

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
	const struct kg_image *img = kg_model_session(kg_app_model(v->app))->image;

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

static uint64_t memory_key(const struct kg_view *v, uint64_t row)
{
	kg_addr start, end;
	uint32_t flags;

	memory_range(v, row, &start, &end, &flags);
	return start;
}

static const struct kg_view_column memory_columns[] = {
	{.name = "START", .width = 14},
	{.name = "SIZE", .width = 10, .right = true, .number = true},
	{.name = "MODE", .width = 4, .text = true},
	{.name = "FROM", .width = 8, .text = true},
	{.name = "MODULE", .width = 10, .grow = true, .text = true},
};

static const struct kg_view_ops memory_ops = {
	.name = "memory",
	.about = "Ranges of the process's memory: from the core, from a file on this machine, or left out of the core.",
	.needs = KG_NEED_SESSION,
	.columns = memory_columns,
	.ncolumns = KG_ARRAY_SIZE(memory_columns),
	.rows = memory_rows,
	.cell = memory_cell,
	.rank = memory_rank,
	.key = memory_key,
	.refresh = came,
	.destroy = free_data,
};

struct kg_error *kg_view_memory(struct kg_app *app, struct kg_view **ret)
{
	return simple(app, &memory_ops, "memory map", ret);
}
