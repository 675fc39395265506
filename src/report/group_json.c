/* A group of garbage as a row of "cycles --json". */
#include "heap/frames.h"
#include "report/frames.h"
#include "report/group.h"

static struct kg_json *frames_json(const struct kg_group *g, size_t width)
{
	struct kg_json *list = kg_json_array();
	struct kg_frame f;

	for (size_t i = 0; i < g->cycle->n; i++) {
		if (kg_heap_frame_of(g->heap, kg_heap_get(g->heap, g->members[i]), &f))
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

static struct kg_json *value_json(const struct kg_heap *h, kg_addr addr, size_t width)
{
	struct kg_strbuf sb = {0};
	struct kg_json *v;

	kg_heap_value(h, addr, width, &sb);
	v = sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return v;
}

static struct kg_json *finalizers_json(const struct kg_group *g, size_t width)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < g->nfinals; i++) {
		const struct kg_final *f = &g->finals[i];
		struct kg_json *row = identity_json(g, f->node);

		kg_json_set(row, "kind", kg_json_text(kg_final_name(f->how)));
		kg_json_set(row, "callback", f->callback ? value_json(g->heap, f->callback, width) : kg_json_null());
		kg_json_set(row, "runs", kg_json_bool(f->runs));
		kg_json_push(list, row);
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

static struct kg_json *kinds_json(const struct kg_group *g, const struct kg_kind *k, size_t n)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < n; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "type", kg_json_text(k[i].type->name));
		kg_json_set(row, "kind", kg_json_text(k[i].array ? "array" : "application"));
		kg_json_set(row, "objects", kg_json_u64(k[i].objects));
		kg_json_set(row, "bytes", kg_json_u64(k[i].bytes));
		kg_json_set(row, "largest", kg_json_addr(kg_heap_addr(g->heap, k[i].largest)));
		kg_json_push(list, row);
	}
	return list;
}

static void set_origin(struct kg_json *row, const struct kg_origin *o)
{
	kg_json_set(row, "kind", kg_json_text(kg_owner_name(o->owner)));
	kg_json_set(row, "name", o->name ? kg_json_text(o->name) : kg_json_null());
}

static struct kg_json *owner_json(const struct kg_group *g)
{
	struct kg_json *row = kg_json_object(), *list = kg_json_array();

	set_origin(row, kg_origins_get(g->origins, g->owner));
	for (size_t i = 0; i < g->nshares; i++) {
		struct kg_json *share = kg_json_object();

		set_origin(share, kg_origins_get(g->origins, g->shares[i].origin));
		kg_json_set(share, "objects", kg_json_u64(g->shares[i].objects));
		kg_json_set(share, "in_cycles", kg_json_u64(g->shares[i].knotted));
		kg_json_set(share, "frames", kg_json_u64(g->shares[i].frames));
		kg_json_push(list, share);
	}
	kg_json_set(row, "evidence", list);
	return row;
}

static struct kg_json *loop_json(const struct kg_group *g)
{
	struct kg_json *row = kg_json_object(), *list = kg_json_array();

	for (size_t i = 0; i < g->loop.n; i++)
		kg_json_push(list, kg_json_addr(kg_heap_addr(g->heap, g->loop.nodes[i])));
	kg_json_set(row, "path", g->loop.n ? kg_json_text(kg_strbuf_text(&g->way)) : kg_json_null());
	kg_json_set(row, "nodes", list);
	return row;
}

static void set_contents(const struct kg_group *g, size_t width, struct kg_json *row)
{
	kg_json_set(row, "types", kg_census_types_json(&g->types));
	kg_json_set(row, "frames", frames_json(g, width));
	kg_json_set(row, "cells", kg_census_cells_json(g->heap, &g->cells, width));
	kg_json_set(row, "finalizers", finalizers_json(g, width));
	kg_json_set(row, "inside", kinds_json(g, g->inside, g->ninside));
	kg_json_set(row, "along", kinds_json(g, g->along, g->nalong));
	kg_json_set(row, "buffers", buffers_json(g));
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
	kg_json_set(row, "owner", owner_json(g));
	kg_json_set(row, "verdict", kg_json_text(kg_strbuf_text(&g->verdict)));
	kg_json_set(row, "advice", kg_json_text(kg_strbuf_text(&g->advice)));
	kg_json_set(row, "loop", loop_json(g));
	set_contents(g, width, row);
	if (!members)
		return row;
	list = kg_json_array();
	for (size_t i = 0; i < g->cycle->n; i++)
		kg_json_push(list, kg_json_addr(kg_heap_addr(g->heap, g->members[i])));
	kg_json_set(row, "members", list);
	return row;
}
