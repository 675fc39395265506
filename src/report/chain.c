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
static void add_root(const struct kg_heap *h, kg_node start, struct kg_strbuf *sb)
{
	const struct kg_root *root = kg_anchor_root(h, start);
	const struct kg_named *named = kg_heap_named(h, start);

	if (named) {
		kg_report_named(h, named, sb);
	} else if (root && kg_anchor_guess(root)) {
		kg_report_surplus(kg_heap_surplus(h, start), sb);
		kg_strbuf_puts(sb, ", ");
		kg_report_root(h, root, sb);
	} else if (root) {
		kg_report_root(h, root, sb);
	} else {
		kg_report_surplus(kg_heap_surplus(h, start), sb);
	}
}

void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb)
{
	kg_node start = chain->nodes[0];

	switch (chain->anchor) {
	case KG_ANCHOR_ROOT:
	case KG_ANCHOR_GUESS:
	case KG_ANCHOR_COUNT:
		add_root(h, start, sb);
		break;
	case KG_ANCHOR_GARBAGE:
		add_cycle(cycles, start, sb);
		break;
	case KG_ANCHOR_NONE:
		kg_strbuf_puts(sb, "nothing found");
		break;
	}
}

/* Counted references before guesses; those that are written by name before others. */
static int preference(const struct kg_ref *r)
{
	if (r->kind == KG_EDGE_GUESS)
		return 2;
	return r->label.kind == KG_LABEL_KEY;
}

bool kg_report_find_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_link *ret)
{
	struct kg_refs refs;
	const struct kg_ref *found = NULL;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, from), &refs);
	uint64_t before[2] = {0, 0};

	*ret = (struct kg_link){.from = from, .to = to};
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	for (size_t i = 0; i < refs.n; i++) {
		const struct kg_ref *r = &refs.items[i];

		if (r->node == to && r->kind != KG_EDGE_WEAK && (!found || preference(r) < preference(found))) {
			found = r;
			ret->index = before[r->label.kind == KG_LABEL_KEYED];
		}
		if (r->label.kind == KG_LABEL_KEYED || r->label.kind == KG_LABEL_KEY)
			before[r->label.kind == KG_LABEL_KEYED]++;
	}
	if (found) {
		ret->kind = found->kind;
		ret->label = found->label;
	}
	kg_refs_deinit(&refs);
	return found;
}

void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb)
{
	struct kg_link link;

	if (kg_report_find_link(h, from, to, &link))
		kg_heap_label(h, link.label, sb);
	else
		kg_strbuf_putc(sb, '?');
}
