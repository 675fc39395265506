/* A group of garbage for people. */
#include <string.h>

#include "heap/frames.h"
#include "report/cells.h"
#include "report/frames.h"
#include "report/group.h"
#include "report/wrap.h"

#define SHOWN 8		/* types, frames, finalizers and buffers */
#define EXAMPLES 4	/* contents of cells with an example */
#define EXAMPLE_WIDTH 32
#define LOCALS 8
#define VALUE_MIN 12
#define NAME_COLUMNS 24
#define ELLIPSIS 4 /* columns that a cut value may take beyond its width */
#define VALUE_DEFAULT 60 /* what --value-width is when nobody says: lines are fitted then */

static void end_line(struct kg_strbuf *sb, const char *head, struct kg_strbuf *line)
{
	kg_wrap_line(sb, head, kg_strbuf_text(line));
	sb->failed |= line->failed;
	kg_strbuf_deinit(line);
}

static void add_more(struct kg_strbuf *sb, size_t more)
{
	if (more > 0)
		kg_strbuf_printf(sb, "           and %zu more\n", more);
}

static void add_origin(const struct kg_origin *o, struct kg_strbuf *sb)
{
	if (o->owner == KG_OWNER_UNKNOWN)
		kg_strbuf_puts(sb, "not known: no code and no class of anybody in it");
	else if (o->owner == KG_OWNER_STDLIB)
		kg_strbuf_puts(sb, "the standard library");
	else
		kg_strbuf_puts(sb, kg_owner_name(o->owner));
	if (o->name)
		kg_strbuf_printf(sb, " %s", o->name);
}

static void add_owner(const struct kg_group *g, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};
	size_t others = 0;

	add_origin(kg_origins_get(g->origins, g->owner), &line);
	for (size_t i = 0; i < g->nshares; i++) {
		if (g->shares[i].origin == g->owner)
			continue;
		if (others < 3)
			kg_strbuf_puts(&line, others ? ", " : "; also of ");
		if (others++ < 3)
			add_origin(kg_origins_get(g->origins, g->shares[i].origin), &line);
	}
	if (others > 3)
		kg_strbuf_printf(&line, " and %zu more", others - 3);
	end_line(sb, "owner", &line);
}

static void add_kinds(const struct kg_kind *k, size_t n, const char *head, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	if (n == 0)
		return;
	for (size_t i = 0; i < n && i < SHOWN; i++) {
		kg_strbuf_printf(&line, "%s%s %llu (", i ? ", " : "", k[i].type->name, (unsigned long long)k[i].objects);
		kg_cell_bytes(&line, k[i].bytes);
		kg_strbuf_putc(&line, ')');
	}
	if (n > SHOWN)
		kg_strbuf_printf(&line, " and %zu more types", n - SHOWN);
	end_line(sb, head, &line);
}

static void add_types(const struct kg_group *g, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	for (size_t i = 0; i < g->types.n && i < SHOWN; i++)
		kg_strbuf_printf(&line, "%s%s %llu", i ? ", " : "", g->types.items[i].type->name,
				 (unsigned long long)g->types.items[i].objects);
	if (g->types.n > SHOWN)
		kg_strbuf_printf(&line, " and %zu more types", g->types.n - SHOWN);
	end_line(sb, "types", &line);
}

static void add_cells(const struct kg_group *g, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};

	if (g->cells.n == 0)
		return;
	for (size_t i = 0; i < g->cells.n && i < SHOWN; i++) {
		const struct kg_census_row *row = &g->cells.items[i];

		kg_strbuf_printf(&line, "%s%s %llu", i ? ", " : "", kg_census_type(row), (unsigned long long)row->objects);
		if (i >= EXAMPLES || !row->example)
			continue;
		kg_strbuf_puts(&line, " (");
		kg_heap_value(g->heap, row->example, EXAMPLE_WIDTH, &line);
		kg_strbuf_putc(&line, ')');
	}
	if (g->cells.n > SHOWN)
		kg_strbuf_printf(&line, " and %zu more types", g->cells.n - SHOWN);
	end_line(sb, "cells", &line);
}

/* Finalizers of one kind and type, with the first of them. */
struct finals {
	const struct kg_final *first;
	uint64_t objects;
};

static bool same_final(const struct kg_group *g, const struct kg_final *a, const struct kg_final *b)
{
	return a->how == b->how && a->runs == b->runs &&
	       kg_heap_type(g->heap, a->node) == kg_heap_type(g->heap, b->node);
}

static void add_final(const struct kg_group *g, const struct finals *s, struct kg_strbuf *sb)
{
	const struct kg_final *f = s->first;
	struct kg_strbuf line = {0};

	kg_strbuf_printf(&line, "%s of %s %llu, at 0x%llx", kg_final_name(f->how), kg_heap_type(g->heap, f->node)->name,
			 (unsigned long long)s->objects, (unsigned long long)kg_heap_addr(g->heap, f->node));
	if (f->callback) {
		kg_strbuf_puts(&line, ": ");
		kg_heap_value(g->heap, f->callback, EXAMPLE_WIDTH, &line);
	}
	if (!f->runs)
		kg_strbuf_puts(&line, "; not called, the weak reference is garbage too");
	end_line(sb, "final", &line);
}

static void add_finals(const struct kg_group *g, struct kg_strbuf *sb)
{
	struct finals kinds[SHOWN];
	size_t n = 0, more = 0;

	for (size_t i = 0; i < g->nfinals; i++) {
		size_t j = 0;

		while (j < n && !same_final(g, kinds[j].first, &g->finals[i]))
			j++;
		if (j < n)
			kinds[j].objects++;
		else if (n < SHOWN)
			kinds[n++] = (struct finals){&g->finals[i], 1};
		else
			more++;
	}
	for (size_t i = 0; i < n; i++)
		add_final(g, &kinds[i], sb);
	add_more(sb, more);
}

static void add_buffers(const struct kg_group *g, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < g->nbuffers && i < SHOWN; i++) {
		struct kg_strbuf line = {0};

		kg_cell_bytes(&line, g->buffers[i].payload.bytes);
		kg_strbuf_printf(&line, " 0x%llx %s", (unsigned long long)kg_heap_addr(g->heap, g->buffers[i].node),
				 kg_heap_type(g->heap, g->buffers[i].node)->name);
		end_line(sb, "buffer", &line);
	}
	add_more(sb, g->nbuffers > SHOWN ? g->nbuffers - SHOWN : 0);
}

/* The last part of a long name. */
static const char *short_name(const char *name)
{
	const char *dot = strlen(name) > NAME_COLUMNS ? strrchr(name, '.') : NULL;

	return dot ? dot + 1 : name;
}

static void add_local(const struct kg_group *g, const struct kg_local *l, size_t width, struct kg_strbuf *sb)
{
	struct kg_strbuf name = {0}, type = {0};
	size_t taken;

	kg_heap_name(g->heap, l->name, &name);
	kg_strbuf_printf(&type, "  (%s 0x%llx)", short_name(kg_report_type_name(g->heap, l->addr)),
			 (unsigned long long)l->addr);
	taken = KG_WRAP_INDENT + 2 + ELLIPSIS + kg_cell_columns(kg_strbuf_text(&name)) + 3 + kg_cell_columns(kg_strbuf_text(&type));
	/* Where there is no room for both, the value says more than its type. */
	if (width == VALUE_DEFAULT && taken + VALUE_MIN > KG_LINE_COLUMNS) {
		taken -= kg_cell_columns(kg_strbuf_text(&type));
		kg_strbuf_reset(&type);
		kg_strbuf_printf(&type, "  (0x%llx)", (unsigned long long)l->addr);
		taken += kg_cell_columns(kg_strbuf_text(&type));
	}
	if (width == VALUE_DEFAULT && taken + width > KG_LINE_COLUMNS)
		width = taken + VALUE_MIN < KG_LINE_COLUMNS ? KG_LINE_COLUMNS - taken : VALUE_MIN;
	kg_strbuf_printf(sb, "%*s%s = ", KG_WRAP_INDENT + 2, "", kg_strbuf_text(&name));
	kg_heap_value(g->heap, l->addr, width, sb);
	kg_strbuf_printf(sb, "%s\n", kg_strbuf_text(&type));
	kg_strbuf_deinit(&name);
	kg_strbuf_deinit(&type);
}

static void add_frame(const struct kg_group *g, const struct kg_frame *f, size_t width, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};
	struct kg_locals l = {0};
	struct kg_error *err = kg_report_locals(g->heap, f, &l);

	kg_heap_frame_text(g->heap, f, true, &line);
	end_line(sb, "frame", &line);
	for (size_t i = 0; i < l.n && i < LOCALS; i++)
		add_local(g, &l.items[i], width, sb);
	if (l.n > LOCALS)
		kg_strbuf_printf(sb, "%*sand %zu more\n", KG_WRAP_INDENT + 2, "", l.n - LOCALS);
	kg_error_destroy(err);
	kg_locals_deinit(&l);
}

static void add_frames(const struct kg_group *g, size_t width, struct kg_strbuf *sb)
{
	struct kg_frame f;
	size_t n = 0;

	for (size_t i = 0; i < g->cycle->n; i++) {
		if (kg_heap_frame_of(g->heap, kg_heap_get(g->heap, g->members[i]), &f) && n++ < SHOWN)
			add_frame(g, &f, width, sb);
	}
	add_more(sb, n > SHOWN ? n - SHOWN : 0);
}

static void add_members(const struct kg_group *g, size_t width, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < g->cycle->n; i++) {
		kg_addr addr = kg_heap_addr(g->heap, g->members[i]);

		kg_strbuf_printf(sb, "  member   0x%llx  %s  ", (unsigned long long)addr,
				 kg_heap_type(g->heap, g->members[i])->name);
		kg_heap_value(g->heap, addr, width, sb);
		kg_strbuf_putc(sb, '\n');
	}
}

static void add_head(const struct kg_group *g, uint64_t alike, uint64_t freed, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "cycle %u: ", g->cycle->id);
	kg_strbuf_count(sb, g->cycle->n, "object", NULL);
	kg_strbuf_puts(sb, " in ");
	kg_strbuf_count(sb, g->cycle->knots, "knot", NULL);
	kg_strbuf_puts(sb, ", ");
	kg_cell_bytes(sb, g->cycle->bytes);
	kg_strbuf_puts(sb, "; frees ");
	kg_cell_bytes(sb, g->cycle->freed);
	kg_strbuf_putc(sb, '\n');
	if (alike == 0)
		return;
	kg_strbuf_puts(sb, "  and ");
	kg_cell_count(sb, alike);
	kg_strbuf_puts(sb, " more just like it; together they free ");
	kg_cell_bytes(sb, freed);
	kg_strbuf_puts(sb, " in all\n");
}

void kg_group_text(const struct kg_group *g, size_t width, bool members, uint64_t alike, uint64_t freed,
		   struct kg_strbuf *sb)
{
	add_head(g, alike, freed, sb);
	add_owner(g, sb);
	kg_wrap_line(sb, "verdict", kg_strbuf_text(&g->verdict));
	kg_wrap_line(sb, "advice", kg_strbuf_text(&g->advice));
	if (g->loop.n > 0) {
		struct kg_strbuf line = {0};

		kg_strbuf_printf(&line, "%s is itself", kg_strbuf_text(&g->way));
		end_line(sb, "path", &line);
	}
	add_kinds(g->inside, g->ninside, "inside", sb);
	add_kinds(g->along, g->nalong, "along", sb);
	add_types(g, sb);
	add_cells(g, sb);
	add_frames(g, width, sb);
	add_finals(g, sb);
	add_buffers(g, sb);
	if (members)
		add_members(g, width, sb);
}
