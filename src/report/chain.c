#include "report/chain.h"

#include "report/roots.h"

static void add_cycle(const struct kg_cycles *cycles, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_cycle *c = cycles ? kg_cycles_of(cycles, n) : NULL;

	if (c)
		kg_strbuf_printf(sb, "garbage (cycle %u)", c->id);
	else
		kg_strbuf_puts(sb, "garbage");
}

/* A root that is one for sure, the best of words that look like references otherwise. */
static void add_root(const struct kg_heap *h, kg_node start, bool lasting, struct kg_strbuf *sb)
{
	const struct kg_root *root = kg_anchor_root(h, start);
	const struct kg_named *named = kg_heap_named(h, start);
	bool unknown = !root || kg_anchor_guess(root);

	if (named) {
		kg_report_named(h, named, sb);
		return;
	}
	if (unknown && lasting)
		kg_strbuf_puts(sb, "C code");
	else if (unknown)
		kg_report_surplus(h, start, sb);
	if (!root)
		return;
	kg_strbuf_puts(sb, unknown ? ", " : "");
	if (lasting)
		kg_report_root_lasting(h, root, sb);
	else
		kg_report_root(h, root, sb);
}

static void add_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		       bool lasting, struct kg_strbuf *sb)
{
	kg_node start = chain->nodes[0];

	switch (chain->anchor) {
	case KG_ANCHOR_ROOT:
	case KG_ANCHOR_GUESS:
	case KG_ANCHOR_COUNT:
		add_root(h, start, lasting, sb);
		break;
	case KG_ANCHOR_GARBAGE:
		add_cycle(cycles, start, sb);
		break;
	case KG_ANCHOR_NONE:
		kg_strbuf_puts(sb, "nothing found");
		break;
	}
}

void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb)
{
	add_anchor(h, chain, cycles, false, sb);
}

void kg_report_anchor_lasting(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb)
{
	add_anchor(h, chain, NULL, true, sb);
}

void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb)
{
	struct kg_link link;

	if (kg_heap_link(h, from, to, &link))
		kg_heap_label(h, link.label, sb);
	else
		kg_strbuf_putc(sb, '?');
}
