/* One object: what refers to it | what it is | what it refers to. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "report/cells.h"
#include "report/chain.h"
#include "report/object.h"
#include "analysis/select.h"
#include "tui/lines.h"

#define LABELS_MAX 20000 /* an object with more references has them shown without labels */
#define HEX_BYTES 4096
#define FIELDS_MAX 1000

enum { REFERRERS, ITSELF, REFERENTS, PARTS };

struct object {
	kg_node node;
	struct kg_view *parts[PARTS];
	int focus;
	int lefts[PARTS + 1]; /* columns where the parts begin, drawn last */
	bool hex;
};

/* One side. */
struct side {
	kg_node node;
	bool backward;
	struct kg_refs refs; /* referents with labels, when not too many */
	bool labeled;
};

static uint32_t count_words(const struct kg_graph *g, kg_node n, uint32_t max)
{
	uint32_t count = 0;

	if (g->start[n] == KG_NODE_NONE)
		return 0;
	do
		count++;
	while (!(g->to[g->start[n] + count - 1] & KG_WORD_LAST) && count < max);
	return count;
}

static uint64_t side_rows(const struct kg_view *v)
{
	const struct side *s = v->data;
	const struct kg_graph *g = &kg_app_heap(v->app)->graph;

	if (s->backward)
		return g->first[s->node + 1] - g->first[s->node];
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
static void referrer_label(const struct kg_view *v, uint64_t row, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	kg_node from = side_node(v, row), to = ((const struct side *)v->data)->node;
	struct kg_refs refs;
	struct kg_error *err;

	if (count_words(&h->graph, from, LABELS_MAX) == LABELS_MAX) {
		kg_strbuf_puts(sb, "[…]");
		return;
	}
	err = kg_heap_refs(h, kg_heap_addr(h, from), &refs);
	if (err) {
		kg_error_destroy(err);
		return;
	}
	for (size_t i = 0; i < refs.n; i++) {
		if (refs.items[i].node == to && refs.items[i].kind == side_kind(v, row)) {
			kg_heap_label(h, refs.items[i].label, sb);
			break;
		}
	}
	kg_refs_deinit(&refs);
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

static const struct kg_view_ops referrer_ops = {.name = "referrers", .columns = referrer_columns, SIDE_OPS};
static const struct kg_view_ops referent_ops = {.name = "referents", .columns = referent_columns, SIDE_OPS};

static struct kg_error *create_side(struct kg_app *app, kg_node n, bool backward, struct kg_view **ret)
{
	const struct kg_heap *h = kg_app_heap(app);
	struct side *s = calloc(1, sizeof(*s));
	uint32_t words = backward ? 0 : count_words(&h->graph, n, UINT32_MAX);
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
	}
	return err;
}

/* The object itself */

static void fact(struct kg_lines *l, const char *name, struct kg_strbuf *text)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_printf(&sb, "%-9s %s", name, kg_strbuf_text(text));
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_reset(text);
	kg_strbuf_deinit(&sb);
}

static void size_fact(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	struct kg_payload p;

	kg_cell_bytes(sb, kg_heap_size(h, n));
	if (!kg_heap_payload(h, n, &p))
		return;
	kg_strbuf_puts(sb, p.in_size ? ", of that " : ", and ");
	kg_cell_bytes(sb, p.bytes);
	kg_strbuf_printf(sb, " of content (%s)", p.where ? p.where : "somewhere");
}

static void root_facts(const struct kg_heap *h, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	size_t from, to;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to && i < from + 20; i++) {
		kg_report_root(h, &h->roots[i], sb);
		kg_strbuf_puts(sb, h->roots[i].counted ? "" : " (not counted)");
		fact(l, "root", sb);
	}
}

static void fields(const struct kg_view *v, struct kg_lines *l)
{
	const struct object *o = v->data;
	const struct kg_view *out = o->parts[REFERENTS];
	uint64_t n = kg_view_rows(out);
	struct kg_strbuf sb = {0};

	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	for (uint64_t i = 0; i < n && i < FIELDS_MAX; i++) {
		side_label(out, i, &sb);
		kg_strbuf_puts(&sb, " = ");
		side_cell(out, i, 1, 60, &sb);
		kg_lines_add(l, &sb, side_node(out, i), side_attr(out, i));
	}
	if (n > FIELDS_MAX) {
		kg_strbuf_puts(&sb, "… more on the right");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&sb);
}

static void hex_lines(const struct kg_heap *h, kg_node n, struct kg_lines *l)
{
	kg_addr addr = kg_heap_addr(h, n);
	uint64_t len, size = kg_heap_size(h, n);
	const uint8_t *p = kg_image_avail(h->image, addr, &len);
	struct kg_strbuf sb = {0};
	struct kg_payload payload;

	if (kg_heap_payload(h, n, &payload) && payload.in_size && payload.addr &&
	    (payload.addr < addr || payload.addr >= addr + size) && payload.bytes < size)
		size -= payload.bytes; /* they lie elsewhere */
	size = size > HEX_BYTES ? HEX_BYTES : size < 16 ? 16 : size;
	for (uint64_t i = 0; p && i < size && i < len; i += 16) {
		kg_strbuf_printf(&sb, "+%04llx ", (unsigned long long)i);
		for (uint64_t j = i; j < i + 16 && j < len; j++)
			kg_strbuf_printf(&sb, "%s%02x", j % 8 ? "" : " ", p[j]);
		kg_strbuf_puts(&sb, "  ");
		for (uint64_t j = i; j < i + 16 && j < len; j++)
			kg_strbuf_putc(&sb, p[j] >= ' ' && p[j] < 127 ? (char)p[j] : '.');
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	}
	kg_strbuf_deinit(&sb);
}

static void itself_fill(const struct kg_view *v, struct kg_lines *l)
{
	const struct object *o = v->data;
	const struct kg_heap *h = kg_app_heap(v->app);
	kg_node n = o->node;
	struct kg_strbuf sb = {0};

	kg_lines_clear(l);
	if (o->hex) {
		if (h->redact) {
			kg_strbuf_puts(&sb, "no bytes are shown with --redact");
			kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
		} else {
			hex_lines(h, n, l);
		}
		kg_strbuf_deinit(&sb);
		return;
	}
	kg_cell_addr(&sb, kg_heap_addr(h, n));
	fact(l, "address", &sb);
	kg_strbuf_puts(&sb, kg_heap_type(h, n)->name);
	fact(l, "type", &sb);
	kg_heap_value(h, kg_heap_addr(h, n), 200, &sb);
	fact(l, "value", &sb);
	size_fact(h, n, &sb);
	fact(l, "size", &sb);
	if (kg_model_retained(kg_app_model(v->app)))
		kg_cell_bytes(&sb, kg_retained_bytes(kg_model_retained(kg_app_model(v->app)), n));
	else
		kg_strbuf_puts(&sb, kg_model_finished(kg_app_model(v->app)) ? "not known" : "…");
	fact(l, "retained", &sb);
	kg_report_refcount(h, n, &sb);
	fact(l, "refcount", &sb);
	kg_strbuf_puts(&sb, kg_gc_place_name(kg_heap_place(h, n)));
	kg_strbuf_puts(&sb, h->collectable && kg_heap_collectable(h, n) ? ", garbage (c shows its group)" : "");
	fact(l, "collector", &sb);
	kg_strbuf_puts(&sb, kg_provenance_name(kg_heap_provenance(h, n)));
	kg_strbuf_puts(&sb, "; ");
	kg_report_decoder(kg_heap_type(h, n), &sb);
	fact(l, "found", &sb);
	root_facts(h, n, l, &sb);
	fields(v, l);
	kg_strbuf_deinit(&sb);
}

static const struct kg_view_column itself_column = {.name = "OBJECT", .width = 10, .grow = true, .text = true};

static const struct kg_view_ops itself_ops = {
	.name = "itself",
	.columns = &itself_column,
	.ncolumns = 1,
	.rows = kg_lines_rows,
	.cell = kg_lines_cell,
	.rank = kg_lines_rank,
	.node = kg_lines_node,
	.attr = kg_lines_attr,
	.destroy = kg_lines_destroy,
};

/* The whole */

static struct kg_view *object_focus(struct kg_view *v)
{
	struct object *o = v->data;

	return o->parts[o->focus];
}

static void walk(struct kg_view *v)
{
	struct kg_view *part = object_focus(v), *next = NULL;
	kg_node n = kg_view_node(part, kg_list_current(part));
	struct kg_error *err;

	if (n == KG_NODE_NONE) {
		kg_app_say(v->app, "no object here");
		return;
	}
	err = kg_view_object(v->app, n, &next);
	if (!err)
		((struct object *)next->data)->focus = ((struct object *)v->data)->focus;
	kg_app_push(v->app, next, err);
}

static bool object_action(struct kg_view *v, enum kg_action a, uint64_t row)
{
	struct object *o = v->data;

	(void)row;
	switch (a) {
	case KG_DO_LEFT:
		if (o->focus == REFERRERS)
			walk(v);
		else
			o->focus--;
		return true;
	case KG_DO_RIGHT:
		if (o->focus == REFERENTS)
			walk(v);
		else
			o->focus++;
		return true;
	case KG_DO_HEX:
		o->hex = !o->hex;
		o->focus = ITSELF;
		itself_fill(v, o->parts[ITSELF]->data);
		kg_list_reset(o->parts[ITSELF]);
		kg_list_move(o->parts[ITSELF], 0);
		return true;
	default:
		return false;
	}
}

static void object_click(struct kg_view *v, int row, int col)
{
	struct object *o = v->data;

	(void)row;
	for (int i = 0; i < PARTS; i++) {
		if (col >= o->lefts[i] && col < o->lefts[i + 1])
			o->focus = i;
	}
}

/* In narrow terminals the part with the focus has most of the room. */
static void lay_out(struct object *o, int cols)
{
	int share = cols >= 100 ? cols * 3 / 10 : cols / 5;

	o->lefts[0] = 0;
	o->lefts[1] = o->focus == REFERRERS && cols < 100 ? cols - 2 * share : share;
	o->lefts[2] = o->focus == REFERENTS && cols < 100 ? 2 * share : cols - share;
	o->lefts[3] = cols;
}

static void object_draw(struct kg_view *v, struct kg_canvas *c, int top, int height)
{
	struct object *o = v->data;
	struct kg_strbuf sb = {0};

	kg_strbuf_puts(&sb, "kept by ");
	kg_app_path(v->app, o->node, &sb);
	kg_canvas_text(c, top, 0, c->cols, KG_ATTR_HEAD, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	lay_out(o, c->cols);
	for (int i = 0; i < PARTS; i++) {
		int left = o->lefts[i] + (i > 0);

		kg_list_draw(o->parts[i], c, top + 1, left, height - 1, o->lefts[i + 1] - left, i == o->focus);
		if (i > 0)
			kg_canvas_vline(c, top + 1, o->lefts[i], height - 1);
	}
}

static uint64_t object_rows(const struct kg_view *v)
{
	(void)v;
	return 0;
}

static bool object_refresh(struct kg_view *v)
{
	struct kg_view *part = ((struct object *)v->data)->parts[ITSELF];

	if (part->pins == 0) {
		itself_fill(v, part->data);
		kg_list_reset(part);
	}
	return false;
}

static kg_node object_subject(const struct kg_view *v)
{
	return ((const struct object *)v->data)->node;
}

static void object_destroy(struct kg_view *v)
{
	struct object *o = v->data;

	for (int i = 0; i < PARTS; i++)
		kg_view_destroy(o->parts[i]);
	free(o);
}

static const struct kg_view_ops object_ops = {
	.name = "object",
	.columns = &itself_column,
	.ncolumns = 1,
	.rows = object_rows,
	.cell = kg_lines_cell,
	.rank = kg_lines_rank,
	.action = object_action,
	.draw = object_draw,
	.focus = object_focus,
	.refresh = object_refresh,
	.subject = object_subject,
	.click = object_click,
	.destroy = object_destroy,
};

struct kg_error *kg_view_object(struct kg_app *app, kg_node n, struct kg_view **ret)
{
	struct object *o = calloc(1, sizeof(*o));
	char title[80];
	struct kg_error *err;

	if (!o)
		return kg_error_nomem();
	snprintf(title, sizeof(title), "%.40s 0x%llx", kg_heap_type(kg_app_heap(app), n)->name,
		 (unsigned long long)kg_heap_addr(kg_app_heap(app), n));
	o->node = n;
	o->focus = ITSELF;
	err = create_side(app, n, true, &o->parts[REFERRERS]);
	if (!err)
		err = create_side(app, n, false, &o->parts[REFERENTS]);
	if (!err)
		err = kg_lines_create(app, &itself_ops, "object", NULL, &o->parts[ITSELF]);
	if (!err)
		err = kg_view_create(app, &object_ops, title, o, ret);
	if (err) {
		for (int i = 0; i < PARTS; i++)
			kg_view_destroy(o->parts[i]);
		free(o);
		return err;
	}
	itself_fill(*ret, o->parts[ITSELF]->data);
	return NULL;
}
