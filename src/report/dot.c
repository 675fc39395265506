#include "config.h"

#include "report/dot.h"

#ifdef HAVE_CGRAPH

#include <errno.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <string.h>

#include "report/cells.h"
#include "report/object.h"

struct drawing {
	const struct kg_heap *heap;
	const struct kg_reach *reach;
	const struct kg_dot_options *opts;
	Agraph_t *graph;
	struct kg_strbuf sb;
	bool failed; /* graphviz gave no node, edge or attribute */
};

/* libcgraph takes char * for what it only reads. */
static void set(struct drawing *d, void *object, const char *name, const char *value)
{
	d->failed |= agsafeset(object, (char *)name, (char *)value, "") != 0;
}

/* Labels know escapes (\n, \N) and HTML entities: hostile text must be none of them. */
static void add_literal(struct kg_strbuf *sb, const char *text)
{
	for (; *text; text++) {
		if (*text == '\\')
			kg_strbuf_puts(sb, "\\\\");
		else if (*text == '&')
			kg_strbuf_puts(sb, "&amp;");
		else
			kg_strbuf_putc(sb, *text);
	}
}

static Agnode_t *node_of(struct drawing *d, kg_node n, bool create)
{
	char name[32];

	snprintf(name, sizeof(name), "0x%llx", (unsigned long long)kg_heap_addr(d->heap, n));
	return agnode(d->graph, name, create);
}

static void node_label(struct drawing *d, kg_node n)
{
	struct kg_strbuf value = {0};
	struct kg_payload payload;

	kg_strbuf_reset(&d->sb);
	add_literal(&d->sb, kg_heap_type(d->heap, n)->name);
	kg_strbuf_puts(&d->sb, "\\n");
	kg_heap_value(d->heap, kg_heap_addr(d->heap, n), d->opts->width, &value);
	add_literal(&d->sb, kg_strbuf_text(&value));
	kg_strbuf_puts(&d->sb, "\\n");
	kg_cell_bytes(&d->sb, kg_heap_size(d->heap, n));
	if (kg_heap_payload(d->heap, n, &payload) && !payload.in_size) {
		kg_strbuf_puts(&d->sb, " + ");
		kg_cell_bytes(&d->sb, payload.bytes);
	}
	kg_strbuf_deinit(&value);
}

static void add_node(struct drawing *d, size_t i)
{
	kg_node n = d->reach->nodes[i];
	Agnode_t *node = node_of(d, n, true);

	if (!node) {
		d->failed = true;
		return;
	}
	node_label(d, n);
	set(d, node, "label", kg_strbuf_text(&d->sb));
	kg_strbuf_reset(&d->sb);
	kg_cell_addr(&d->sb, kg_heap_addr(d->heap, n));
	set(d, node, "tooltip", kg_strbuf_text(&d->sb));
	if (d->heap->collectable && kg_heap_collectable(d->heap, n))
		set(d, node, "fillcolor", "#ffe3d6");
	if (i < d->reach->starts)
		set(d, node, "penwidth", "2.5");
}

static void add_edge(struct drawing *d, Agnode_t *from, const struct kg_ref *ref)
{
	Agnode_t *to = node_of(d, ref->node, false);
	Agedge_t *edge = to ? agedge(d->graph, from, to, NULL, true) : NULL;
	struct kg_strbuf label = {0};

	if (!edge) {
		d->failed = true;
		return;
	}
	kg_strbuf_reset(&d->sb);
	kg_heap_label(d->heap, ref->label, &label);
	add_literal(&d->sb, kg_strbuf_text(&label));
	kg_strbuf_deinit(&label);
	set(d, edge, "label", kg_strbuf_text(&d->sb));
	if (ref->kind == KG_EDGE_WEAK)
		set(d, edge, "style", "dashed");
	else if (ref->kind == KG_EDGE_OWNED)
		set(d, edge, "style", "dotted");
	else if (ref->kind == KG_EDGE_GUESS)
		set(d, edge, "color", "gray");
}

static struct kg_error *add_edges(struct drawing *d, kg_node n)
{
	Agnode_t *from = node_of(d, n, false);
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(d->heap, kg_heap_addr(d->heap, n), &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && from; i++) {
		if (refs.items[i].node != KG_NODE_NONE && kg_reach_has(d->reach, refs.items[i].node))
			add_edge(d, from, &refs.items[i]);
	}
	kg_refs_deinit(&refs);
	return NULL;
}

static void add_rest(struct drawing *d)
{
	Agnode_t *node;

	if (d->reach->left_out == 0)
		return;
	node = agnode(d->graph, (char *)"more", true);
	kg_strbuf_reset(&d->sb);
	kg_strbuf_puts(&d->sb, "\u2026 ");
	kg_cell_count(&d->sb, d->reach->left_out);
	kg_strbuf_puts(&d->sb, " more");
	if (!node) {
		d->failed = true;
		return;
	}
	set(d, node, "label", kg_strbuf_text(&d->sb));
	set(d, node, "shape", "plaintext");
}

/* Edge attributes need a default before the first edge has them. */
static void set_defaults(struct drawing *d)
{
	static const struct {
		int kind;
		const char *name, *value;
	} defaults[] = {
		{AGRAPH, "rankdir", "LR"},	{AGRAPH, "label", ""},	     {AGRAPH, "charset", "UTF-8"},
		{AGNODE, "shape", "box"},	{AGNODE, "style", "filled"}, {AGNODE, "fillcolor", "white"},
		{AGNODE, "fontsize", "10"}, {AGEDGE, "fontsize", "9"},
	};
	struct kg_strbuf title = {0};

	for (size_t i = 0; i < KG_ARRAY_SIZE(defaults); i++)
		d->failed |= !agattr(d->graph, defaults[i].kind, (char *)defaults[i].name, (char *)defaults[i].value);
	add_literal(&title, d->opts->title);
	set(d, d->graph, "label", kg_strbuf_text(&title));
	kg_strbuf_deinit(&title);
}

static struct kg_error *render(struct drawing *d, FILE *out)
{
	GVC_t *gvc = gvContext();
	bool ok = gvc && gvLayout(gvc, d->graph, "dot") == 0;

	if (ok) {
		ok = gvRender(gvc, d->graph, d->opts->format, out) == 0;
		gvFreeLayout(gvc, d->graph);
	}
	if (gvc)
		gvFreeContext(gvc);
	return ok ? NULL
		  : kg_error_create(KG_ERR_USAGE, "-T %s: graphviz cannot draw that; svg, png and pdf are usual",
				    d->opts->format);
}

static struct kg_error *draw(struct drawing *d, FILE *out)
{
	struct kg_error *err = NULL;

	set_defaults(d);
	for (size_t i = 0; i < d->reach->n; i++)
		add_node(d, i);
	for (size_t i = 0; i < d->reach->n && !err; i++)
		err = add_edges(d, d->reach->nodes[i]);
	add_rest(d);
	if (err)
		return err;
	if (d->failed || d->sb.failed)
		return kg_error_nomem();
	if (d->opts->format)
		return render(d, out);
	errno = 0;
	return agwrite(d->graph, out) == 0 ? NULL : kg_error_os(errno, "writing DOT");
}

struct kg_error *kg_report_dot(const struct kg_heap *h, const struct kg_reach *r, const struct kg_dot_options *opts,
			       FILE *out)
{
	struct drawing d = {.heap = h, .reach = r, .opts = opts};
	struct kg_error *err;

	d.graph = agopen((char *)"kedge", Agdirected, NULL);
	if (!d.graph)
		return kg_error_nomem();
	err = draw(&d, out);
	agclose(d.graph);
	kg_strbuf_deinit(&d.sb);
	return err;
}

struct kg_error *kg_report_dot_available(void)
{
	return NULL;
}

#else

struct kg_error *kg_report_dot_available(void)
{
	return kg_error_create(KG_ERR_USAGE, "dot: this kedge was built without graphviz; install libgraphviz-dev and "
					     "build it again");
}

struct kg_error *kg_report_dot(const struct kg_heap *h, const struct kg_reach *r, const struct kg_dot_options *opts,
			       FILE *out)
{
	(void)h;
	(void)r;
	(void)opts;
	(void)out;
	return kg_report_dot_available();
}

#endif
