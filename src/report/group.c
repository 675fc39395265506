#include "report/group.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/frames.h"
#include "report/cells.h"
#include "report/frames.h"
#include "report/object.h"

#define SHOWN 8 /* types, frames, finalizers and buffers shown to people */

static int by_type(const void *a, const void *b)
{
	const struct kg_type *const *x = a, *const *y = b;

	return (*x)->index < (*y)->index ? -1 : (*x)->index > (*y)->index;
}

static int by_objects(const void *a, const void *b)
{
	const struct kg_group_type *x = a, *y = b;

	if (x->objects != y->objects)
		return x->objects > y->objects ? -1 : 1;
	return strcmp(x->type->name, y->type->name);
}

static struct kg_error *count_types(struct kg_group *g)
{
	size_t n = g->cycle->n, cap = 0;
	const struct kg_type **types = malloc(n * sizeof(*types));
	struct kg_error *err = types ? NULL : kg_error_nomem();

	for (size_t i = 0; i < n && !err; i++)
		types[i] = kg_heap_type(g->heap, g->members[i]);
	if (!err)
		qsort(types, n, sizeof(struct kg_type *), by_type);
	for (size_t i = 0; i < n && !err; i++) {
		if (i > 0 && types[i] == types[i - 1]) {
			g->types[g->ntypes - 1].objects++;
			continue;
		}
		err = kg_grow(&g->types, &cap, g->ntypes, sizeof(*g->types));
		if (!err)
			g->types[g->ntypes++] = (struct kg_group_type){types[i], 1};
	}
	free(types);
	if (!err)
		qsort(g->types, g->ntypes, sizeof(*g->types), by_objects);
	return err;
}

static int by_bytes(const void *a, const void *b)
{
	const struct kg_buffer *x = a, *y = b;

	if (x->payload.bytes != y->payload.bytes)
		return x->payload.bytes > y->payload.bytes ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static struct kg_error *find_buffers(struct kg_group *g, struct kg_freed *work, uint64_t min_bytes)
{
	struct kg_error *err = kg_freed_run(work, g->members, g->cycle->n);
	size_t cap = 0;

	for (size_t i = 0; i < work->n && !err; i++) {
		struct kg_payload p;

		if (!kg_heap_payload(g->heap, work->nodes[i], &p) || p.bytes < min_bytes)
			continue;
		err = kg_grow(&g->buffers, &cap, g->nbuffers, sizeof(*g->buffers));
		if (!err)
			g->buffers[g->nbuffers++] = (struct kg_buffer){work->nodes[i], p};
	}
	if (!err && g->nbuffers > 0)
		qsort(g->buffers, g->nbuffers, sizeof(*g->buffers), by_bytes);
	return err;
}

struct kg_error *kg_group_init(struct kg_group *g, const struct kg_heap *h, const struct kg_cycles *cycles,
			       const struct kg_cycle *cycle, uint64_t min_bytes)
{
	struct kg_error *err;

	*g = (struct kg_group){.heap = h, .cycle = cycle, .members = cycles->members + cycle->first};
	err = count_types(g);
	if (!err)
		err = find_buffers(g, cycles->work, min_bytes);
	if (err)
		kg_group_deinit(g);
	return err;
}

void kg_group_deinit(struct kg_group *g)
{
	free(g->types);
	free(g->buffers);
	*g = (struct kg_group){0};
}

static bool frame_of(const struct kg_group *g, size_t i, struct kg_frame *ret)
{
	return kg_heap_frame_of(g->heap, kg_heap_get(g->heap, g->members[i]), ret);
}

static struct kg_json *types_json(const struct kg_group *g)
{
	struct kg_json *row = kg_json_object();

	for (size_t i = 0; i < g->ntypes; i++) {
		uint64_t objects = g->types[i].objects;

		/* Classes of one name are one key. */
		for (size_t j = 0; j < i; j++)
			objects +=
			    strcmp(g->types[j].type->name, g->types[i].type->name) == 0 ? g->types[j].objects : 0;
		kg_json_set_count(row, g->types[i].type->name, objects);
	}
	return row;
}

static struct kg_json *frames_json(const struct kg_group *g, size_t width)
{
	struct kg_json *list = kg_json_array();
	struct kg_frame f;

	for (size_t i = 0; i < g->cycle->n; i++) {
		if (frame_of(g, i, &f))
			kg_json_push(list, kg_report_frame_json(g->heap, &f, width));
	}
	return list;
}

static struct kg_json *identity_json(const struct kg_group *g, kg_node n)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "addr", kg_json_addr(kg_heap_addr(g->heap, n)));
	kg_json_set(row, "type", kg_json_text(kg_heap_type(g->heap, n)->name));
	return row;
}

static struct kg_json *finalizers_json(const struct kg_group *g)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < g->cycle->n; i++) {
		if (kg_heap_type(g->heap, g->members[i])->finalizes)
			kg_json_push(list, identity_json(g, g->members[i]));
	}
	return list;
}

static struct kg_json *buffers_json(const struct kg_group *g)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < g->nbuffers; i++) {
		struct kg_json *row = identity_json(g, g->buffers[i].node);

		kg_json_set(row, "bytes", kg_json_u64(g->buffers[i].payload.bytes));
		kg_json_push(list, row);
	}
	return list;
}

struct kg_json *kg_group_json(const struct kg_group *g, size_t width, bool members)
{
	struct kg_json *row = kg_json_object(), *list;

	kg_json_set(row, "id", kg_json_u64(g->cycle->id));
	kg_json_set(row, "objects", kg_json_u64(g->cycle->n));
	kg_json_set(row, "knots", kg_json_u64(g->cycle->knots));
	kg_json_set(row, "bytes", kg_json_u64(g->cycle->bytes));
	kg_json_set(row, "freed", kg_json_u64(g->cycle->freed));
	kg_json_set(row, "freed_objects", kg_json_u64(g->cycle->freed_objects));
	kg_json_set(row, "types", types_json(g));
	kg_json_set(row, "frames", frames_json(g, width));
	kg_json_set(row, "finalizers", finalizers_json(g));
	kg_json_set(row, "buffers", buffers_json(g));
	if (!members)
		return row;
	list = kg_json_array();
	for (size_t i = 0; i < g->cycle->n; i++)
		kg_json_push(list, kg_json_addr(kg_heap_addr(g->heap, g->members[i])));
	kg_json_set(row, "members", list);
	return row;
}

static void add_more(struct kg_strbuf *sb, size_t more)
{
	if (more > 0)
		kg_strbuf_printf(sb, "  and %zu more\n", more);
}

static void add_types(const struct kg_group *g, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "  types ");
	for (size_t i = 0; i < g->ntypes && i < SHOWN; i++)
		kg_strbuf_printf(sb, "%s %s %llu", i ? "," : "", g->types[i].type->name,
				 (unsigned long long)g->types[i].objects);
	if (g->ntypes > SHOWN)
		kg_strbuf_printf(sb, " and %zu more types", g->ntypes - SHOWN);
	kg_strbuf_putc(sb, '\n');
}

static void add_frames(const struct kg_group *g, size_t width, struct kg_strbuf *sb)
{
	struct kg_frame f;
	size_t n = 0;

	for (size_t i = 0; i < g->cycle->n; i++) {
		if (!frame_of(g, i, &f) || n++ >= SHOWN)
			continue;
		kg_report_frame_text(g->heap, &f, width, "  frame ", sb);
	}
	add_more(sb, n > SHOWN ? n - SHOWN : 0);
}

static void add_finalizers(const struct kg_group *g, struct kg_strbuf *sb)
{
	size_t n = 0;

	for (size_t i = 0; i < g->cycle->n; i++) {
		kg_node node = g->members[i];

		if (!kg_heap_type(g->heap, node)->finalizes || n++ >= SHOWN)
			continue;
		kg_strbuf_printf(sb, "  finalizer 0x%llx  %s\n", (unsigned long long)kg_heap_addr(g->heap, node),
				 kg_heap_type(g->heap, node)->name);
	}
	add_more(sb, n > SHOWN ? n - SHOWN : 0);
}

static void add_buffers(const struct kg_group *g, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < g->nbuffers && i < SHOWN; i++) {
		kg_strbuf_puts(sb, "  buffer ");
		kg_cell_bytes(sb, g->buffers[i].payload.bytes);
		kg_strbuf_printf(sb, "  0x%llx  %s\n", (unsigned long long)kg_heap_addr(g->heap, g->buffers[i].node),
				 kg_heap_type(g->heap, g->buffers[i].node)->name);
	}
	add_more(sb, g->nbuffers > SHOWN ? g->nbuffers - SHOWN : 0);
}

static void add_members(const struct kg_group *g, size_t width, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < g->cycle->n; i++) {
		kg_addr addr = kg_heap_addr(g->heap, g->members[i]);

		kg_strbuf_printf(sb, "  member 0x%llx  %s  ", (unsigned long long)addr,
				 kg_heap_type(g->heap, g->members[i])->name);
		kg_heap_value(g->heap, addr, width, sb);
		kg_strbuf_putc(sb, '\n');
	}
}

void kg_group_text(const struct kg_group *g, size_t width, bool members, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "cycle %u: ", g->cycle->id);
	kg_cell_count(sb, g->cycle->n);
	kg_strbuf_printf(sb, " object(s) in %u knot(s), ", g->cycle->knots);
	kg_cell_bytes(sb, g->cycle->bytes);
	kg_strbuf_puts(sb, "; frees ");
	kg_cell_bytes(sb, g->cycle->freed);
	kg_strbuf_putc(sb, '\n');
	add_types(g, sb);
	add_frames(g, width, sb);
	add_finalizers(g, sb);
	add_buffers(g, sb);
	if (members)
		add_members(g, width, sb);
}
