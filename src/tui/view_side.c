/* What refers to one object, or what it refers to: a list beside it. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "report/cells.h"
#include "report/chain.h"
#include "report/object.h"
#include "tui/app.h"

#define LABELS_MAX 20000 /* an object with more references has them shown without labels */
#define LABELS_KEPT 200	 /* labels in objects with more references are found once */
#define COUNT_AT_ONCE 1000000 /* references that are counted while one waits */

/* One side. */
struct side {
	kg_node node;
	bool backward;
	struct kg_refs refs; /* referents with labels, when not too many */
	bool labeled;
};

static uint64_t side_rows(const struct kg_view *v)
{
	const struct side *s = v->data;
	const struct kg_heap *h = kg_app_whole_heap(v->app);

	if (s->backward)
		return h ? h->graph.first[s->node + 1] - h->graph.first[s->node] : 0;
	return s->refs.n; /* counts words when there are no labels */
}

static kg_node side_node(const struct kg_view *v, uint64_t row)
{
	const struct side *s = v->data;
	const struct kg_graph *g = &kg_app_heap(v->app)->graph;

	if (s->backward)
		return KG_WORD_TO(g->from[g->first[s->node] + row]);
	return s->labeled ? s->refs.items[row].node : KG_WORD_TO(g->to[g->start[s->node] + row]);
}

static enum kg_edge_kind side_kind(const struct kg_view *v, uint64_t row)
{
	const struct side *s = v->data;
	const struct kg_graph *g = &kg_app_heap(v->app)->graph;

	if (s->backward)
		return (enum kg_edge_kind)KG_WORD_KIND(g->from[g->first[s->node] + row]);
	return s->labeled ? s->refs.items[row].kind : (enum kg_edge_kind)KG_WORD_KIND(g->to[g->start[s->node] + row]);
}

/* Label of the first reference of a referrer to this object, of its kind. */
static void find_label(const struct kg_heap *h, kg_node from, kg_node to, enum kg_edge_kind kind, struct kg_strbuf *sb)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, from), &refs);

	if (err) {
		kg_error_destroy(err);
		return;
	}
	for (size_t i = 0; i < refs.n; i++) {
		if (refs.items[i].node == to && refs.items[i].kind == kind) {
			kg_heap_label(h, refs.items[i].label, sb);
			break;
		}
	}
	kg_refs_deinit(&refs);
}

/* A key for kg_app_note(): nodes have 29 bits, kinds 2. */
static uint64_t label_key(kg_node from, kg_node to, enum kg_edge_kind kind)
{
	return UINT64_C(1) << 62 | (uint64_t)kind << 60 | (uint64_t)from << 30 | to;
}

static void referrer_label(const struct kg_view *v, uint64_t row, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	kg_node from = side_node(v, row), to = ((const struct side *)v->data)->node;
	uint64_t key = label_key(from, to, side_kind(v, row));
	uint32_t references = kg_app_references(h, from, LABELS_MAX);
	const char *kept = references > LABELS_KEPT ? kg_app_note(v->app, key) : NULL;
	struct kg_strbuf label = {0};

	if (kept) {
		kg_strbuf_puts(sb, kept);
	} else if (references == LABELS_MAX) {
		kg_strbuf_puts(sb, "[…]");
	} else if (references > LABELS_KEPT && kg_app_hurried(v->app)) {
		kg_strbuf_puts(sb, "…");
	} else {
		find_label(h, from, to, side_kind(v, row), &label);
		if (references > LABELS_KEPT)
			kg_app_keep_note(v->app, key, kg_strbuf_text(&label));
		kg_strbuf_puts(sb, kg_strbuf_text(&label));
		kg_strbuf_deinit(&label);
	}
}

static void side_label(const struct kg_view *v, uint64_t row, struct kg_strbuf *sb)
{
	const struct side *s = v->data;
	enum kg_edge_kind kind = side_kind(v, row);

	if (kind == KG_EDGE_WEAK || kind == KG_EDGE_GUESS)
		kg_strbuf_puts(sb, kind == KG_EDGE_WEAK ? "weak " : "guess ");
	if (s->backward)
		referrer_label(v, row, sb);
	else if (s->labeled)
		kg_heap_label(kg_app_heap(v->app), s->refs.items[row].label, sb);
	else
		kg_strbuf_printf(sb, "[…%llu]", (unsigned long long)row);
}

static void side_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	const struct side *s = v->data;
	kg_node n = side_node(v, row);
	kg_addr addr = n != KG_NODE_NONE ? kg_heap_addr(h, n) : s->labeled ? s->refs.items[row].addr : 0;

	if (column == 0) {
		side_label(v, row, sb);
	} else {
		kg_strbuf_puts(sb, n == KG_NODE_NONE ? "?" : kg_heap_type(h, n)->name);
		kg_strbuf_putc(sb, ' ');
		kg_heap_value(h, addr, width, sb);
	}
}

static uint64_t side_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	(void)v;
	(void)column;
	return UINT64_MAX - row;
}

static enum kg_attr side_attr(const struct kg_view *v, uint64_t row)
{
	return side_kind(v, row) >= KG_EDGE_WEAK ? KG_ATTR_DIM : KG_ATTR_NORMAL;
}

static void side_destroy(struct kg_view *v)
{
	struct side *s = v->data;

	if (s->labeled)
		kg_refs_deinit(&s->refs);
	free(s);
}

#define SIDE_OPS                                                                                                       \
	.ncolumns = 2, .rows = side_rows, .cell = side_cell, .rank = side_rank, .node = side_node, .attr = side_attr,  \
	.destroy = side_destroy

static const struct kg_view_column referrer_columns[] = {
	{.name = "REFERRERS", .width = 10, .text = true},
	{.name = "", .width = 6, .grow = true, .text = true},
};

static const struct kg_view_column referent_columns[] = {
	{.name = "REFERENTS", .width = 12, .text = true},
	{.name = "", .width = 6, .grow = true, .text = true},
};

static const struct kg_view_ops referrer_ops = {
	.name = "referrers", .needs = KG_NEED_GRAPH, .columns = referrer_columns, SIDE_OPS};
static const struct kg_view_ops referent_ops = {.name = "referents", .columns = referent_columns, SIDE_OPS};

/* References of an object with very many of them, counted beside the keyboard. */
struct count {
	struct kg_view *view;
	const struct kg_heap *heap;
	kg_node node;
	uint32_t n;
};

static void count_run(void *arg)
{
	struct count *c = arg;

	c->n = kg_app_references(c->heap, c->node, UINT32_MAX);
}

static void count_done(void *arg)
{
	struct count *c = arg;

	((struct side *)c->view->data)->refs.n = c->n;
	kg_list_reset(c->view);
	kg_kept_try(c->view);
	kg_view_unpin(c->view);
	free(c);
}

static void count_rest(struct kg_view *v, kg_node n)
{
	struct count *c = malloc(sizeof(*c));

	if (!c) {
		kg_app_say(v->app, "out of memory");
		return;
	}
	*c = (struct count){v, kg_app_heap(v->app), n, 0};
	v->pins++;
	kg_jobs_add(kg_app_jobs(v->app), count_run, count_done, c);
}

struct kg_error *kg_view_side(struct kg_app *app, kg_node n, bool backward, struct kg_view **ret)
{
	const struct kg_heap *h = kg_app_heap(app);
	struct side *s = calloc(1, sizeof(*s));
	uint32_t words = backward ? 0 : kg_app_references(h, n, COUNT_AT_ONCE);
	struct kg_error *err = s ? NULL : kg_error_nomem();

	if (err)
		return err;
	*s = (struct side){.node = n, .backward = backward};
	if (!backward && words <= LABELS_MAX) {
		err = kg_heap_refs(h, kg_heap_addr(h, n), &s->refs);
		s->labeled = !err;
	} else {
		s->refs.n = words;
	}
	if (!err)
		err = kg_view_create(app, backward ? &referrer_ops : &referent_ops, backward ? "referrers" : "referents", s, ret);
	if (err) {
		if (s->labeled)
			kg_refs_deinit(&s->refs);
		free(s);
	} else if (words == COUNT_AT_ONCE) {
		count_rest(*ret, n);
	}
	return err;
}
