#include "report/broken.h"

#include <stdlib.h>

#include "report/object.h"
#include "report/roots.h"

#define REFERRERS_MAX 8
#define REFERENCES_MAX 8 /* of an object, that do not hold */
#define WORDS_MAX 4096	 /* of an object that are looked at */
#define WIDTH 60

/* Either is NULL where it is not wanted. */
struct told {
	struct kg_json *words, *referrers;
	struct kg_strbuf *text;
};

void kg_broken_deinit(struct kg_broken *b)
{
	free(b->certain);
	b->certain = NULL;
}

/* Takes what @line has. */
static void tell(struct told *t, struct kg_strbuf *line)
{
	if (t->text)
		kg_strbuf_printf(t->text, "    %s\n", kg_strbuf_text(line));
	else
		kg_json_push(t->words, kg_json_text(kg_strbuf_text(line)));
	kg_strbuf_reset(line);
}

static void add_type(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	kg_node n = kg_heap_node(h, addr);

	kg_strbuf_printf(sb, "0x%llx", (unsigned long long)addr);
	if (n != KG_NODE_NONE)
		kg_strbuf_printf(sb, ", %s", kg_heap_type(h, n)->name);
}

/* One reference of @from to @n. */
static void tell_referrer(const struct kg_broken *b, kg_node from, const struct kg_ref *r, struct told *t, struct kg_strbuf *line)
{
	const struct kg_heap *h = b->h;
	bool certain = kg_bit_get(b->certain, from);
	const char *found = kg_provenance_name(kg_heap_provenance(h, from));
	struct kg_json *row;

	kg_heap_label(h, r->label, line);
	kg_strbuf_puts(line, " of ");
	add_type(h, kg_heap_addr(h, from), line);
	kg_strbuf_printf(line, " (%s, %s%s; ", kg_report_kind(r->kind), found, certain ? "" : ", which may be no object");
	kg_report_decoder(h, from, line);
	kg_strbuf_putc(line, ')');
	tell(t, line);
	if (!t->referrers)
		return;
	row = kg_report_link_json(h, kg_heap_addr(h, from), from, r->label, r->kind, WIDTH);
	kg_json_set(row, "found", kg_json_text(found));
	kg_json_set(row, "certain", kg_json_bool(certain));
	kg_json_push(t->referrers, row);
}

/* All references of @from to @n. @left: how many may still be told */
static struct kg_error *tell_from(const struct kg_broken *b, kg_node from, kg_node n, unsigned int *left, struct told *t,
				  struct kg_strbuf *line)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(b->h, kg_heap_addr(b->h, from), &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && *left > 0; i++) {
		if (refs.items[i].node != n)
			continue;
		tell_referrer(b, from, &refs.items[i], t, line);
		--*left;
	}
	kg_refs_deinit(&refs);
	return NULL;
}

static struct kg_error *tell_counts(struct kg_broken *b, kg_node n, struct told *t, struct kg_strbuf *line)
{
	const struct kg_graph *g = &b->h->graph;
	struct kg_error *err = b->certain ? NULL : kg_verify_certain(b->h, &b->certain);
	unsigned int left = REFERRERS_MAX;
	size_t from, to;

	if (err)
		return err;
	kg_strbuf_puts(line, "refcount ");
	kg_report_refcount(b->h, n, line);
	tell(t, line);
	for (uint32_t i = g->first[n]; i < g->first[n + 1] && left > 0 && !err; i++) {
		if (i == g->first[n] || KG_WORD_TO(g->from[i]) != KG_WORD_TO(g->from[i - 1]))
			err = tell_from(b, KG_WORD_TO(g->from[i]), n, &left, t, line);
	}
	for (kg_heap_roots_of(b->h, n, &from, &to); from < to && left > 0; from++, left--) {
		kg_report_root(b->h, &b->h->roots[from], line);
		kg_strbuf_puts(line, b->h->roots[from].counted ? " (counted)" : " (not counted)");
		tell(t, line);
	}
	if (left == 0) {
		kg_strbuf_puts(line, "and more, perhaps");
		tell(t, line);
	}
	return NULL;
}

/* References that lead to no object. */
static struct kg_error *tell_targets(const struct kg_heap *h, kg_addr addr, struct told *t, struct kg_strbuf *line)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, addr, &refs);
	unsigned int left = REFERENCES_MAX;

	for (size_t i = 0; !err && i < refs.n && left > 0; i++) {
		const struct kg_ref *r = &refs.items[i];

		if (r->node != KG_NODE_NONE || r->kind == KG_EDGE_WEAK)
			continue;
		kg_heap_label(h, r->label, line);
		kg_strbuf_printf(line, " (%s) leads to 0x%llx, where no object begins", kg_report_kind(r->kind), (unsigned long long)r->addr);
		tell(t, line);
		left--;
	}
	if (!err)
		kg_refs_deinit(&refs);
	return err;
}

static void tell_word(const struct kg_heap *h, const char *what, kg_addr at, struct told *t, struct kg_strbuf *line)
{
	uint64_t word;
	struct kg_error *err = kg_image_read_u64(h->image, at, &word);

	if (err)
		kg_strbuf_printf(line, "%s at 0x%llx cannot be read", what, (unsigned long long)at);
	else
		kg_strbuf_printf(line, "%s at 0x%llx is 0x%llx", what, (unsigned long long)at, (unsigned long long)word);
	kg_error_destroy(err);
	tell(t, line);
}

/* Its links, and those of its neighbors that should lead back. */
static void tell_lists(const struct kg_heap *h, kg_addr addr, struct told *t, struct kg_strbuf *line)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr self = addr - (kg_addr)off[F_GCHEAD_SIZE], next = 0, previous = 0;

	if (!h->rt->layout->facts->gc_lists) {
		kg_strbuf_puts(line, "it is in no block of a page that the collector goes through");
		tell(t, line);
		return;
	}
	kg_strbuf_printf(line, "it is linked by 0x%llx", (unsigned long long)self);
	tell(t, line);
	kg_error_destroy(kg_image_read_u64(h->image, self + (kg_addr)off[F_GCHEAD_NEXT], &next));
	kg_error_destroy(kg_image_read_u64(h->image, self + (kg_addr)off[F_GCHEAD_PREV], &previous));
	tell_word(h, "its next", self + (kg_addr)off[F_GCHEAD_NEXT], t, line);
	tell_word(h, "its previous", self + (kg_addr)off[F_GCHEAD_PREV], t, line);
	tell_word(h, "the previous of its next", (next & ~KG_LINK_FLAGS) + (kg_addr)off[F_GCHEAD_PREV], t, line);
	tell_word(h, "the next of its previous", (previous & ~KG_LINK_FLAGS) + (kg_addr)off[F_GCHEAD_NEXT], t, line);
}

static void tell_room(const struct kg_heap *h, kg_node n, struct told *t, struct kg_strbuf *line)
{
	kg_node next = n + 1;

	while (next < h->nodes && kg_heap_provenance(h, next) == KG_FOUND_SCANNED)
		next++;
	kg_strbuf_printf(line, "it has %llu bytes, and the next begins before they end: ", (unsigned long long)kg_heap_size(h, n));
	if (next < h->nodes)
		add_type(h, kg_heap_addr(h, next), line);
	tell(t, line);
}

static void tell_types(const struct kg_heap *h, kg_node n, struct told *t, struct kg_strbuf *line)
{
	kg_addr type = kg_heap_type(h, n)->addr;

	kg_strbuf_puts(line, "its type is ");
	add_type(h, type, line);
	kg_strbuf_puts(line, kg_heap_node(h, type) == KG_NODE_NONE ? ", which is no object" : ", which is no type");
	tell(t, line);
}

/* The member, by its name, that has the byte at @at; those within others come later. */
static const struct kg_cfield *member_at(const struct kg_cinstance *c, int64_t at)
{
	const struct kg_cfield *best = NULL;

	for (uint32_t i = 0; c && i < c->nfields; i++) {
		if (c->fields[i].offset <= (uint64_t)at && (uint64_t)at - c->fields[i].offset < c->fields[i].size)
			best = &c->fields[i];
	}
	return best;
}

/* Words of the object that are references of its own, with the members of its C struct that they stand in. */
static void tell_structs(const struct kg_heap *h, kg_node n, struct told *t, struct kg_strbuf *line)
{
	struct kg_obj o = kg_heap_get(h, n);
	const struct kg_cinstance *c = kg_heap_struct(h, o.type);
	unsigned int left = REFERENCES_MAX;

	kg_strbuf_printf(line, "its C struct is %s", c && c->name ? c->name : "not known");
	tell(t, line);
	KG_GRAPH_OUT(&h->graph, n, w, {
		for (int64_t at = 0; KG_WORD_KIND(w) == KG_EDGE_TRAVERSE && at < 8 * WORDS_MAX && (uint64_t)at + 8 <= o.avail &&
				     at < o.type->basicsize && left > 0; at += 8) {
			const struct kg_cfield *f = member_at(c, at);

			if (kg_obj_addr(o, at) != kg_heap_addr(h, KG_WORD_TO(w)))
				continue;
			kg_strbuf_printf(line, "byte %lld has ", (long long)at);
			add_type(h, kg_heap_addr(h, KG_WORD_TO(w)), line);
			kg_strbuf_printf(line, ", and the struct there %s", f && f->label ? f->label : "nothing");
			tell(t, line);
			left--;
		}
	});
}

static struct kg_error *tell_all(struct kg_broken *b, enum kg_invariant rule, kg_node n, struct told *t)
{
	struct kg_strbuf line = {0};
	struct kg_error *err = NULL;

	switch (rule) {
	case KG_HOLDS_COUNTS:
		err = tell_counts(b, n, t, &line);
		break;
	case KG_HOLDS_LISTS:
		tell_lists(b->h, kg_heap_addr(b->h, n), t, &line);
		break;
	case KG_HOLDS_TARGETS:
		err = tell_targets(b->h, kg_heap_addr(b->h, n), t, &line);
		break;
	case KG_HOLDS_ROOM:
		tell_room(b->h, n, t, &line);
		break;
	case KG_HOLDS_TYPES:
		tell_types(b->h, n, t, &line);
		break;
	case KG_HOLDS_STRUCTS:
		tell_structs(b->h, n, t, &line);
		break;
	}
	kg_strbuf_deinit(&line);
	return err;
}

struct kg_error *kg_report_broken_json(struct kg_broken *b, enum kg_invariant rule, kg_addr addr, struct kg_json **ret)
{
	kg_node n = kg_heap_node(b->h, addr);
	struct kg_json *row = kg_json_object();
	struct told t = {.words = kg_json_array(), .referrers = rule == KG_HOLDS_COUNTS ? kg_json_array() : NULL};
	struct kg_strbuf reading = {0};
	struct kg_error *err = tell_all(b, rule, n, &t);

	kg_report_identity(b->h, addr, n, WIDTH, row);
	kg_json_set(row, "found", kg_json_text(kg_provenance_name(kg_heap_provenance(b->h, n))));
	kg_report_decoder(b->h, n, &reading);
	kg_json_set(row, "reading", kg_json_text(kg_strbuf_text(&reading)));
	kg_strbuf_deinit(&reading);
	if (rule == KG_HOLDS_COUNTS) {
		kg_json_set(row, "refcount", kg_json_i64(kg_heap_refcount(b->h, n)));
		kg_json_set(row, "references", kg_json_u64(kg_heap_references(b->h, n)));
		kg_json_set(row, "referrers", t.referrers);
	}
	kg_json_set(row, "words", t.words);
	if (err)
		kg_json_destroy(row);
	else
		*ret = row;
	return err;
}

struct kg_error *kg_report_broken(struct kg_broken *b, enum kg_invariant rule, kg_addr addr, struct kg_strbuf *sb)
{
	kg_node n = kg_heap_node(b->h, addr);
	struct told t = {.text = sb};

	kg_strbuf_puts(sb, "  ");
	add_type(b->h, addr, sb);
	kg_strbuf_printf(sb, " (%s; ", kg_provenance_name(kg_heap_provenance(b->h, n)));
	kg_report_decoder(b->h, n, sb);
	kg_strbuf_puts(sb, ")\n");
	return tell_all(b, rule, n, &t);
}
