#include <stdlib.h>
#include <string.h>

#include "analysis/merged.h"
#include "analysis/select.h"
#include "cli/anchored.h"
#include "cli/trust.h"
#include "report/chain.h"
#include "report/object.h"
#include "report/table.h"

#define CHAINS_DEFAULT 3

static size_t chains_wanted(const struct kg_args *args)
{
	if (!args->limit_set)
		return CHAINS_DEFAULT;
	return args->limit ? args->limit : SIZE_MAX - 1;
}

/* References that do not count: those of weak reference objects alone, since the table of interned
 * strings and a type's link to its subclasses are the interpreter's own affair. */
static uint64_t weak_references(const struct kg_heap *h, kg_node n)
{
	uint64_t weak = 0;

	KG_GRAPH_IN(&h->graph, n, w, {
		const struct kg_type *t = kg_heap_type(h, KG_WORD_TO(w));

		weak += KG_WORD_KIND(w) == KG_EDGE_WEAK && t->native && strncmp(t->native->tp_name, "weak", 4) == 0;
	});
	return weak;
}

/* What is in doubt about all answers. */
static struct kg_json *reading_json(const struct kg_cli *cli)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "roots", kg_json_u64(cli->heap->nroots));
	kg_json_set(row, "doubts", kg_cli_doubts_json(cli->session));
	return row;
}

static void print_doubts(const struct kg_cli *cli)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_cli_doubt(cli->session, i, &sb); i++) {
		fprintf(cli->out, "%sTrust: %s\n", i == 0 ? "\n" : "", kg_strbuf_text(&sb));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
}

static struct kg_error *print_chains(const struct kg_cli *cli, kg_node n, const struct kg_chains *chains,
				     const struct kg_cycles *cycles)
{
	const struct kg_heap *h = cli->heap;
	struct kg_strbuf sb = {0};
	uint64_t weak;
	struct kg_error *err;

	kg_strbuf_printf(&sb, "0x%llx  %s  ", (unsigned long long)kg_heap_addr(h, n), kg_heap_type(h, n)->name);
	kg_heap_value(h, kg_heap_addr(h, n), cli->args->width, &sb);
	kg_strbuf_putc(&sb, '\n');
	if (chains->n == 0)
		kg_strbuf_puts(&sb, "\nnothing found that keeps it: no root leads to it, and its count is explained\n");
	for (size_t i = 0; i < chains->n; i++) {
		kg_strbuf_printf(&sb, "\n%zu. ", i + 1);
		kg_cli_chain_text(cli, &chains->items[i], cycles, &sb);
	}
	if (chains->n > 0 && chains->items[0].anchor == KG_ANCHOR_GARBAGE)
		kg_strbuf_puts(&sb, "\nNothing reachable holds it: it goes with the next full collection.\n");
	weak = weak_references(h, n);
	if (weak)
		kg_strbuf_printf(&sb, "\nalso weakly referenced by %llu, which keeps nothing\n", (unsigned long long)weak);
	if (chains->more)
		kg_strbuf_puts(&sb, "\nThere are more chains: --limit N shows N.\n");
	err = sb.failed ? kg_error_nomem() : NULL;
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_json *chains_json(const struct kg_cli *cli, kg_node n, const struct kg_chains *chains,
				   const struct kg_cycles *cycles)
{
	struct kg_json *row = kg_json_object(), *list = kg_json_array();

	kg_report_identity(cli->heap, kg_heap_addr(cli->heap, n), n, cli->args->width, row);
	for (size_t i = 0; i < chains->n; i++)
		kg_json_push(list, kg_cli_chain_json(cli, &chains->items[i], cycles));
	kg_json_set(row, "chains", list);
	kg_json_set(row, "weak", kg_json_u64(weak_references(cli->heap, n)));
	kg_json_set(row, "more", kg_json_bool(chains->more));
	return row;
}

static struct kg_error *why_one(const struct kg_cli *cli, const char *text, struct kg_json *list)
{
	struct kg_chains chains = {0};
	const struct kg_cycles *cycles = NULL;
	kg_node n;
	struct kg_error *err = kg_cli_node(cli, text, &n);

	if (!err)
		err = kg_chains_create(cli->heap, n, chains_wanted(cli->args), cli->progress, &chains);
	if (!err)
		err = kg_cli_groups_for(cli, &chains, &cycles);
	kg_progress_clear(cli->progress);
	if (!err && list)
		kg_json_push(list, chains_json(cli, n, &chains, cycles));
	else if (!err)
		err = print_chains(cli, n, &chains, cycles);
	kg_chains_deinit(&chains);
	return err;
}

static struct kg_error *why_addresses(const struct kg_cli *cli)
{
	struct kg_json *doc = kg_json_object(), *list = cli->args->json ? kg_json_array() : NULL;
	struct kg_error *err = NULL;

	for (int i = 0; i < cli->args->nrest && !err; i++) {
		if (i > 0 && !list)
			fputc('\n', cli->out);
		err = why_one(cli, cli->args->rest[i], list);
	}
	if (list) {
		kg_json_set(doc, "objects", list);
		kg_json_set(doc, "reading", reading_json(cli));
	} else if (!err) {
		print_doubts(cli);
	}
	if (!err && list)
		return kg_json_write(doc, true, cli->out);
	kg_json_destroy(doc);
	return err;
}

/* What a merged list is printed with. */
struct merged_view {
	const struct kg_cli *cli;
	const struct kg_anchors *anchors;
	const struct kg_cycles *cycles;
	const struct kg_merged_list *list;
	size_t shown;
};

static struct kg_error *print_merged(const struct merged_view *v)
{
	static const struct kg_column columns[] = {
		{"OBJECTS", true}, {"BYTES", true}, {"EXAMPLE", false}, {"KEPT BY", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(v->cli->out, columns, KG_ARRAY_SIZE(columns), v->cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < v->shown && !err; i++) {
		const struct kg_merged *m = &v->list->items[i];
		struct kg_chain chain;

		err = kg_anchors_chain(v->anchors, m->example, &chain);
		if (err)
			break;
		kg_table_count(t, m->objects);
		kg_table_bytes(t, m->bytes);
		kg_table_addr(t, kg_heap_addr(v->cli->heap, m->example));
		kg_report_path(v->cli->heap, &chain, v->cycles, kg_table_cell(t));
		kg_table_next(t);
		kg_chain_deinit(&chain);
	}
	if (!err)
		err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *merged_json(const struct merged_view *v)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();
	struct kg_error *err = NULL;

	for (size_t i = 0; i < v->shown && !err; i++) {
		const struct kg_merged *m = &v->list->items[i];
		struct kg_json *row = kg_json_object();
		struct kg_chain chain = {0};

		err = kg_anchors_chain(v->anchors, m->example, &chain);
		kg_json_set(row, "objects", kg_json_u64(m->objects));
		kg_json_set(row, "bytes", kg_json_u64(m->bytes));
		kg_json_set(row, "example", kg_json_addr(kg_heap_addr(v->cli->heap, m->example)));
		if (!err)
			kg_json_set(row, "chain", kg_cli_chain_json(v->cli, &chain, v->cycles));
		kg_json_push(list, row);
		kg_chain_deinit(&chain);
	}
	kg_json_set(doc, "merged", list);
	kg_json_set(doc, "reading", reading_json(v->cli));
	if (!err)
		return kg_json_write(doc, true, v->cli->out);
	kg_json_destroy(doc);
	return err;
}

static struct kg_error *show_merged(const struct kg_cli *cli, const struct kg_anchors *a, const struct kg_nodes *nodes)
{
	uint64_t limit = kg_cli_limit(cli);
	struct kg_merged_list list = {0};
	const struct kg_cycles *cycles = NULL;
	struct merged_view v = {.cli = cli, .anchors = a, .list = &list};
	struct kg_error *err = kg_merged_create(a, nodes->items, nodes->n, &list);

	if (!err)
		err = kg_session_cycles(cli->session, &cycles);
	kg_progress_clear(cli->progress);
	v.cycles = cycles;
	v.shown = limit && list.n > limit ? limit : list.n;
	if (!err)
		err = cli->args->json ? merged_json(&v) : print_merged(&v);
	if (!err && !cli->args->json)
		print_doubts(cli);
	if (!err)
		kg_cli_more(cli, v.shown, list.n);
	kg_merged_deinit(&list);
	return err;
}

static struct kg_error *why_type(const struct kg_cli *cli)
{
	struct kg_selection sel = {.type = cli->args->type};
	struct kg_nodes nodes = {0};
	const struct kg_anchors *anchors = NULL;
	struct kg_error *err = kg_select(cli->heap, &sel, cli->progress, &nodes);

	if (!err)
		err = kg_session_anchors(cli->session, &anchors);
	if (!err)
		err = show_merged(cli, anchors, &nodes);
	kg_nodes_deinit(&nodes);
	return err;
}

static struct kg_error *check(const struct kg_args *args)
{
	kg_addr ignored;

	if (!args->type == !args->nrest)
		return kg_error_create(KG_ERR_USAGE, "why: either addresses or --type NAME is expected");
	for (int i = 0; i < args->nrest; i++) {
		struct kg_error *err = kg_args_addr(args->rest[i], &ignored);

		if (err)
			return err;
	}
	return NULL;
}

static struct kg_error *run(struct kg_cli *cli)
{
	return cli->args->type ? why_type(cli) : why_addresses(cli);
}

const struct kg_command kg_command_why = {
	.name = "why",
	.operands = "[ADDR...]",
	.summary = "the chains that keep objects alive, the shortest first",
	.details = "With addresses: up to --limit chains for each (3), with no inner object in common where possible.\n"
	       "With --type: the chains of all its objects, those that pass the same types told once.",
	.uses = KG_USE_LIMIT | KG_USE_TYPE | KG_USE_WIDTH,
	.max_rest = -1,
	.check = check,
	.tells_doubts = true,
	.run = run,
};
