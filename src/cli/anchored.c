#include "cli/anchored.h"

#include <string.h>

#include "report/chain.h"
#include "report/object.h"

#define ENDS 25 /* steps shown of each end of a long chain, for people */

struct kg_error *kg_cli_groups_for(const struct kg_cli *cli, const struct kg_chains *chains, const struct kg_cycles **ret)
{
	*ret = NULL;
	for (size_t i = 0; i < chains->n; i++) {
		if (chains->items[i].anchor == KG_ANCHOR_GARBAGE)
			return kg_session_cycles(cli->session, ret);
	}
	return NULL;
}

static bool is_guess(const struct kg_heap *h, kg_node from, kg_node to)
{
	struct kg_link link;

	return !kg_heap_link(h, from, to, &link) || link.kind == KG_EDGE_GUESS;
}

enum kg_trust kg_cli_trust(const struct kg_cli *cli, const struct kg_chain *chain)
{
	for (size_t i = 1; i < chain->n; i++) {
		if (is_guess(cli->heap, chain->nodes[i - 1], chain->nodes[i]))
			return KG_TRUST_GUESS;
	}
	switch (chain->anchor) {
	case KG_ANCHOR_ROOT:
		return KG_TRUST_CERTAIN;
	case KG_ANCHOR_GARBAGE:
		return cli->heap->collectable_known ? KG_TRUST_CERTAIN : KG_TRUST_GUESS;
	case KG_ANCHOR_COUNT:
		return KG_TRUST_COUNT;
	default:
		return KG_TRUST_GUESS;
	}
}

const char *kg_cli_trust_name(enum kg_trust trust)
{
	static const char *const names[] = {"certain", "count", "guess"};

	return names[trust];
}

static void step_text(const struct kg_cli *cli, const struct kg_chain *chain, size_t i, struct kg_strbuf *sb)
{
	const struct kg_heap *h = cli->heap;
	kg_node n = chain->nodes[i];

	kg_strbuf_printf(sb, "  0x%llx  ", (unsigned long long)kg_heap_addr(h, n));
	if (i > 0) {
		kg_report_link(h, chain->nodes[i - 1], n, sb);
		kg_strbuf_puts(sb, is_guess(h, chain->nodes[i - 1], n) ? " (guess) -> " : " -> ");
	}
	kg_strbuf_printf(sb, "%s  ", kg_heap_type(h, n)->name);
	kg_heap_value(h, kg_heap_addr(h, n), cli->args->width, sb);
	kg_strbuf_putc(sb, '\n');
}

static void trust_text(const struct kg_cli *cli, const struct kg_chain *chain, struct kg_strbuf *sb)
{
	enum kg_anchor start = kg_anchor_of(cli->heap, chain->nodes[0]);

	switch (kg_cli_trust(cli, chain)) {
	case KG_TRUST_CERTAIN:
		break;
	case KG_TRUST_COUNT:
		kg_strbuf_puts(sb, "  that somebody holds it is certain, who is not known\n");
		break;
	case KG_TRUST_GUESS:
		kg_strbuf_puts(sb, start == KG_ANCHOR_GUESS ? "  that somebody holds it is certain, who is a guess\n"
							    : "  a step of this chain is a guess\n");
		break;
	}
}

/* The path in words is an expression itself most of the time. */
static void expression_text(const struct kg_cli *cli, const struct kg_chain *chain, const struct kg_cycles *cycles,
			    struct kg_strbuf *sb)
{
	struct kg_strbuf path = {0}, expression = {0};

	kg_report_path(cli->heap, chain, cycles, &path);
	if (kg_report_expression(cli->heap, chain, &expression) &&
	    strcmp(kg_strbuf_text(&path), kg_strbuf_text(&expression)) != 0)
		kg_strbuf_printf(sb, "  in Python: %s\n", kg_strbuf_text(&expression));
	kg_strbuf_deinit(&path);
	kg_strbuf_deinit(&expression);
}

void kg_cli_chain_text(const struct kg_cli *cli, const struct kg_chain *chain, const struct kg_cycles *cycles,
		       struct kg_strbuf *sb)
{
	kg_report_path(cli->heap, chain, cycles, sb);
	kg_strbuf_putc(sb, '\n');
	expression_text(cli, chain, cycles, sb);
	if (chain->shares)
		kg_strbuf_puts(sb, "  passes an object that a chain above passes too\n");
	trust_text(cli, chain, sb);
	for (size_t i = 0; i < chain->n; i++) {
		if (chain->n > 2 * ENDS + 1 && i == ENDS) {
			kg_strbuf_printf(sb, "  \u2026 %zu steps \u2026\n", chain->n - 2 * ENDS);
			i = chain->n - ENDS;
		}
		step_text(cli, chain, i, sb);
	}
}

static struct kg_json *text_json(struct kg_strbuf *sb)
{
	struct kg_json *v = sb->failed ? NULL : kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_reset(sb);
	return v;
}

static struct kg_json *link_kind(const struct kg_heap *h, kg_node from, kg_node to)
{
	struct kg_link link;

	return kg_heap_link(h, from, to, &link) ? kg_json_text(kg_report_kind(link.kind)) : kg_json_null();
}

static struct kg_json *steps_json(const struct kg_cli *cli, const struct kg_chain *chain)
{
	const struct kg_heap *h = cli->heap;
	struct kg_json *steps = kg_json_array();
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < chain->n; i++) {
		struct kg_json *row = kg_json_object();
		kg_node n = chain->nodes[i];

		kg_report_identity(h, kg_heap_addr(h, n), n, cli->args->width, row);
		if (i > 0)
			kg_report_link(h, chain->nodes[i - 1], n, &sb);
		kg_json_set(row, "label", i > 0 ? text_json(&sb) : kg_json_null());
		kg_json_set(row, "kind", i > 0 ? link_kind(h, chain->nodes[i - 1], n) : kg_json_null());
		kg_json_push(steps, row);
	}
	kg_strbuf_deinit(&sb);
	return steps;
}

struct kg_json *kg_cli_chain_json(const struct kg_cli *cli, const struct kg_chain *chain,
				  const struct kg_cycles *cycles)
{
	const struct kg_cycle *group = cycles ? kg_cycles_of(cycles, chain->nodes[0]) : NULL;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	kg_json_set(row, "anchor", kg_json_text(kg_anchor_name(chain->anchor)));
	kg_report_anchor(cli->heap, chain, cycles, &sb);
	kg_json_set(row, "root", text_json(&sb));
	kg_report_path(cli->heap, chain, cycles, &sb);
	kg_json_set(row, "path", text_json(&sb));
	kg_json_set(row, "expression",
		    kg_report_expression(cli->heap, chain, &sb) ? text_json(&sb) : kg_json_null());
	kg_json_set(row, "trust", kg_json_text(kg_cli_trust_name(kg_cli_trust(cli, chain))));
	kg_json_set(row, "shares", kg_json_bool(chain->shares));
	if (group && chain->anchor == KG_ANCHOR_GARBAGE)
		kg_json_set(row, "cycle", kg_json_u64(group->id));
	kg_json_set(row, "steps", steps_json(cli, chain));
	kg_strbuf_deinit(&sb);
	return row;
}
