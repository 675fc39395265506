#include "report/garbage.h"

#include <stdlib.h>

#include "base/grow.h"
#include "report/cells.h"
#include "report/group.h"
#include "report/table.h"
#include "report/wrap.h"

#define SHOWN 6

static int by_freed(const void *a, const void *b)
{
	const struct kg_garbage_owner *x = a, *y = b;

	if (x->freed != y->freed)
		return x->freed > y->freed ? -1 : 1;
	return x->origin < y->origin ? -1 : x->origin > y->origin;
}

static struct kg_error *add_group(struct kg_garbage *g, size_t *cap, const struct kg_cycle *it, uint32_t origin)
{
	size_t i = 0;

	while (i < g->nowners && g->owners[i].origin != origin)
		i++;
	if (i == g->nowners) {
		struct kg_error *err = kg_grow(&g->owners, cap, i, sizeof(*g->owners));

		if (err)
			return err;
		g->owners[g->nowners++] = (struct kg_garbage_owner){.origin = origin};
	}
	g->owners[i].groups++;
	g->owners[i].objects += it->n;
	g->owners[i].freed += it->freed;
	return NULL;
}

static struct kg_error *find_owners(struct kg_garbage *g, struct kg_origins *origins)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < g->cycles->n && !err; i++) {
		uint32_t origin = 0;

		err = kg_group_owner(g->heap, origins, g->cycles, &g->cycles->items[i], &origin);
		if (!err)
			err = add_group(g, &cap, &g->cycles->items[i], origin);
	}
	if (!err && g->nowners > 0)
		qsort(g->owners, g->nowners, sizeof(*g->owners), by_freed);
	return err;
}

struct kg_error *kg_garbage_init(struct kg_garbage *g, const struct kg_heap *h, struct kg_origins *origins,
				 const struct kg_cycles *cycles)
{
	struct kg_error *err;

	*g = (struct kg_garbage){.heap = h, .cycles = cycles, .origins = origins};
	err = kg_census_types(h, cycles->members, cycles->nmembers, &g->types);
	if (!err)
		err = kg_census_frames(h, cycles->members, cycles->nmembers, &g->frames);
	if (!err)
		err = kg_census_cells(h, cycles->members, cycles->nmembers, &g->cells);
	if (!err)
		err = find_owners(g, origins);
	if (err)
		kg_garbage_deinit(g);
	return err;
}

void kg_garbage_deinit(struct kg_garbage *g)
{
	kg_census_deinit(&g->types);
	kg_census_deinit(&g->frames);
	kg_census_deinit(&g->cells);
	free(g->owners);
	*g = (struct kg_garbage){0};
}

static struct kg_json *owners_json(const struct kg_garbage *g)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < g->nowners; i++) {
		const struct kg_origin *o = kg_origins_get(g->origins, g->owners[i].origin);
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "kind", kg_json_text(kg_owner_name(o->owner)));
		kg_json_set(row, "name", o->name ? kg_json_text(o->name) : kg_json_null());
		kg_json_set(row, "groups", kg_json_u64(g->owners[i].groups));
		kg_json_set(row, "objects", kg_json_u64(g->owners[i].objects));
		kg_json_set(row, "freed", kg_json_u64(g->owners[i].freed));
		kg_json_push(list, row);
	}
	return list;
}

struct kg_json *kg_garbage_json(const struct kg_garbage *g, size_t width)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "objects", kg_json_u64(g->cycles->nmembers));
	kg_json_set(row, "groups", kg_json_u64(g->cycles->n));
	kg_json_set(row, "bytes", kg_json_u64(g->cycles->bytes));
	kg_json_set(row, "freed", kg_json_u64(g->cycles->freed));
	kg_json_set(row, "freed_objects", kg_json_u64(g->cycles->freed_objects));
	kg_json_set(row, "owners", owners_json(g));
	kg_json_set(row, "types", kg_census_types_json(&g->types));
	kg_json_set(row, "frames", kg_census_frames_json(&g->frames));
	kg_json_set(row, "cells", kg_census_cells_json(g->heap, &g->cells, width));
	return row;
}

static void add_owner_name(const struct kg_origin *o, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, kg_owner_name(o->owner));
	if (o->name)
		kg_strbuf_printf(sb, " %s", o->name);
}

static void end_line(struct kg_strbuf *sb, const char *head, struct kg_strbuf *line, size_t n)
{
	if (n > SHOWN)
		kg_strbuf_printf(line, " and %zu more", n - SHOWN);
	if (n > 0)
		kg_wrap_line(sb, head, kg_strbuf_text(line));
	sb->failed |= line->failed;
	kg_strbuf_deinit(line);
}

static void add_owners(const struct kg_garbage *g, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	for (size_t i = 0; i < g->nowners && i < SHOWN; i++) {
		kg_strbuf_puts(&line, i ? ", " : "");
		add_owner_name(kg_origins_get(g->origins, g->owners[i].origin), &line);
		kg_strbuf_putc(&line, ' ');
		kg_strbuf_count(&line, g->owners[i].groups, "group", NULL);
		kg_strbuf_puts(&line, " of ");
		kg_cell_bytes(&line, g->owners[i].freed);
	}
	end_line(sb, "owners", &line, g->nowners);
}

static void add_types(const struct kg_census *c, const char *head, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	for (size_t i = 0; i < c->n && i < SHOWN; i++) {
		kg_strbuf_printf(&line, "%s%s ", i ? ", " : "", kg_census_type(&c->items[i]));
		kg_cell_count(&line, c->items[i].objects);
	}
	end_line(sb, head, &line, c->n);
}

static void add_frames(const struct kg_census *c, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	for (size_t i = 0; i < c->n && i < SHOWN; i++) {
		kg_strbuf_printf(&line, "%s%s() ", i ? ", " : "", c->items[i].function);
		kg_cell_count(&line, c->items[i].objects);
	}
	end_line(sb, "frames", &line, c->n);
}

void kg_garbage_text(const struct kg_garbage *g, struct kg_strbuf *sb)
{
	add_owners(g, sb);
	add_types(&g->types, "types", sb);
	add_frames(&g->frames, sb);
	add_types(&g->cells, "cells", sb);
}

static struct kg_error *finish(struct kg_table *t, struct kg_error *err)
{
	if (!err)
		err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *types_table(const struct kg_census *c, uint64_t limit, bool color, FILE *out)
{
	static const struct kg_column columns[] = {{"OBJECTS", true}, {"TYPE", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(out, columns, KG_ARRAY_SIZE(columns), color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < c->n && (!limit || i < limit); i++) {
		kg_table_count(t, c->items[i].objects);
		kg_table_text(t, kg_census_type(&c->items[i]));
	}
	return finish(t, NULL);
}

static struct kg_error *frames_table(const struct kg_census *c, uint64_t limit, bool color, FILE *out)
{
	static const struct kg_column columns[] = {{"FRAMES", true}, {"FUNCTION", false}, {"FILE", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(out, columns, KG_ARRAY_SIZE(columns), color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < c->n && (!limit || i < limit); i++) {
		kg_table_count(t, c->items[i].objects);
		kg_table_text(t, c->items[i].function);
		kg_table_text(t, c->items[i].file);
	}
	return finish(t, NULL);
}

static struct kg_error *cells_table(const struct kg_garbage *g, uint64_t limit, size_t width, bool color, FILE *out)
{
	static const struct kg_column columns[] = {{"CELLS", true}, {"HOLD", false}, {"FOR EXAMPLE", false}};
	const struct kg_census *c = &g->cells;
	struct kg_table *t;
	struct kg_error *err = kg_table_create(out, columns, KG_ARRAY_SIZE(columns), color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < c->n && (!limit || i < limit); i++) {
		kg_table_count(t, c->items[i].objects);
		kg_table_text(t, kg_census_type(&c->items[i]));
		if (c->items[i].example)
			kg_heap_value(g->heap, c->items[i].example, width, kg_table_cell(t));
		kg_table_next(t);
	}
	return finish(t, NULL);
}

struct kg_error *kg_garbage_tables(const struct kg_garbage *g, uint64_t limit, size_t width, bool color, FILE *out)
{
	struct kg_error *err = types_table(&g->types, limit, color, out);

	fputc('\n', out);
	if (!err)
		err = frames_table(&g->frames, limit, color, out);
	fputc('\n', out);
	if (!err)
		err = cells_table(g, limit, width, color, out);
	return err;
}
