#include <errno.h>
#include <string.h>

#include "analysis/reach.h"
#include "cli/anchored.h"
#include "report/cells.h"
#include "report/dot.h"
#include "report/object.h"

#define WHY_CHAINS 3
#define BUFFER_MIN (64 << 10)

static struct kg_error *node_at(const struct kg_cli *cli, kg_addr addr, kg_node *ret)
{
	char text[24];

	snprintf(text, sizeof(text), "0x%llx", (unsigned long long)addr);
	return kg_cli_node(cli, text, ret);
}

static struct kg_error *surroundings(const struct kg_cli *cli, kg_addr addr, bool backward, struct kg_reach *r)
{
	kg_node n;
	struct kg_error *err = node_at(cli, addr, &n);

	if (!err)
		err = kg_reach_add(r, n);
	return err ? err : kg_reach_extend(r, backward, cli->args->depth);
}

static struct kg_error *chains(const struct kg_cli *cli, struct kg_reach *r)
{
	struct kg_chains c = {0};
	kg_node n;
	struct kg_error *err = node_at(cli, cli->args->why, &n);

	if (!err)
		err = kg_chains_create(cli->heap, n, WHY_CHAINS, cli->progress, &c);
	if (!err)
		err = kg_reach_add(r, n);
	r->starts = r->n;
	for (size_t i = 0; i < c.n; i++) {
		for (size_t j = c.items[i].n; j-- > 0 && !err;)
			err = kg_reach_add(r, c.items[i].nodes[j]);
	}
	kg_chains_deinit(&c);
	return err;
}

/* What makes the group worth a look comes first, in case not all of it is drawn. */
static bool telling(const struct kg_heap *h, kg_node n)
{
	const char *name = kg_heap_type(h, n)->name;

	return strcmp(name, "frame") == 0 || strcmp(name, "cell") == 0 || strcmp(name, "generator") == 0;
}

static struct kg_error *add_large(const struct kg_heap *h, const struct kg_freed *freed, struct kg_reach *r)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < freed->n && !err; i++) {
		struct kg_payload p;

		if (kg_heap_payload(h, freed->nodes[i], &p) && p.bytes >= BUFFER_MIN)
			err = kg_reach_add(r, freed->nodes[i]);
	}
	return err;
}

static struct kg_error *add_group(const struct kg_heap *h, const struct kg_cycles *cycles, const struct kg_cycle *c,
				  struct kg_reach *r)
{
	const kg_node *members = cycles->members + c->first;
	struct kg_error *err = kg_freed_run(cycles->work, members, c->n);

	if (!err)
		err = add_large(h, cycles->work, r);
	r->starts = r->n;
	for (int rest = 0; rest <= 1; rest++) {
		for (size_t i = 0; i < c->n && !err; i++) {
			if (telling(h, members[i]) != rest)
				err = kg_reach_add(r, members[i]);
		}
	}
	return err;
}

static struct kg_error *group(const struct kg_cli *cli, struct kg_reach *r)
{
	const struct kg_cycles *cycles;
	const struct kg_cycle *c;
	struct kg_error *err = kg_session_cycles(cli->session, &cycles);

	if (err)
		return err;
	err = kg_cycles_find(cycles, cli->args->cycle, &c);
	if (!err)
		err = add_group(cli->heap, cycles, c, r);
	return err;
}

static struct kg_error *choose(const struct kg_cli *cli, struct kg_reach *r, struct kg_strbuf *title)
{
	const struct kg_args *a = cli->args;

	if (a->cycle) {
		kg_strbuf_printf(title, "cycle %llu", (unsigned long long)a->cycle);
		return group(cli, r);
	}
	if (a->why) {
		kg_strbuf_printf(title, "why 0x%llx is alive", (unsigned long long)a->why);
		return chains(cli, r);
	}
	kg_strbuf_printf(title, a->from ? "from 0x%llx, " : "to 0x%llx, ", (unsigned long long)(a->from ? a->from : a->to));
	kg_strbuf_count(title, a->depth, "step", NULL);
	return surroundings(cli, a->from ? a->from : a->to, !a->from, r);
}

static struct kg_error *add_edges_json(const struct kg_heap *h, const struct kg_reach *r, kg_node n,
				       struct kg_json *list)
{
	kg_addr addr = kg_heap_addr(h, n);
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, addr, &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n; i++) {
		struct kg_strbuf label = {0};
		struct kg_json *row;

		if (refs.items[i].node == KG_NODE_NONE || !kg_reach_has(r, refs.items[i].node))
			continue;
		row = kg_json_array();
		kg_heap_label(h, refs.items[i].label, &label);
		kg_json_push(row, kg_json_addr(addr));
		kg_json_push(row, kg_json_addr(refs.items[i].addr));
		kg_json_push(row, label.failed ? NULL : kg_json_text(kg_strbuf_text(&label)));
		kg_json_push(row, kg_json_text(kg_report_kind(refs.items[i].kind)));
		kg_json_push(list, row);
		kg_strbuf_deinit(&label);
	}
	kg_refs_deinit(&refs);
	return NULL;
}

static struct kg_error *write_json(const struct kg_cli *cli, const struct kg_reach *r, FILE *out)
{
	struct kg_json *doc = kg_json_object(), *nodes = kg_json_array(), *edges = kg_json_array();
	struct kg_error *err = NULL;

	for (size_t i = 0; i < r->n && !err; i++) {
		struct kg_json *row = NULL;

		err = kg_report_object(cli->heap, r->nodes[i], cli->args->width, false, &row);
		if (!err)
			kg_json_push(nodes, row);
	}
	for (size_t i = 0; i < r->n && !err; i++)
		err = add_edges_json(cli->heap, r, r->nodes[i], edges);
	kg_json_set(doc, "nodes", nodes);
	kg_json_set(doc, "edges", edges);
	kg_json_set(doc, "left_out", kg_json_u64(r->left_out));
	if (!err)
		return kg_json_write(doc, true, out);
	kg_json_destroy(doc);
	return err;
}

static void say_cut(const struct kg_cli *cli, const struct kg_reach *r)
{
	struct kg_strbuf sb = {0};

	if (r->left_out == 0)
		return;
	kg_strbuf_count(&sb, r->left_out, "more object next to these is", "more objects next to these are");
	kg_cli_hint(cli, "%s not drawn; --max-nodes N draws N", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

static struct kg_error *write_to(const struct kg_cli *cli, const struct kg_reach *r, const char *title, FILE *out)
{
	struct kg_dot_options opts = {.title = title, .format = cli->args->format, .width = cli->args->width};
	struct kg_error *err = cli->args->json ? write_json(cli, r, out) : kg_report_dot(cli->heap, r, &opts, out);

	if (!err && fflush(out) != 0)
		err = kg_error_os(errno, "%s", cli->args->output ? cli->args->output : "standard output");
	return err;
}

static struct kg_error *write_out(const struct kg_cli *cli, const struct kg_reach *r, const char *title)
{
	struct kg_error *err;
	FILE *out;

	if (!cli->args->output)
		return write_to(cli, r, title, cli->out);
	out = fopen(cli->args->output, "we");
	if (!out)
		return kg_error_create(KG_ERR_USAGE, "-o %s: %s", cli->args->output, strerror(errno));
	err = write_to(cli, r, title, out);
	if (fclose(out) != 0 && !err)
		err = kg_error_os(errno, "%s", cli->args->output);
	return err;
}

static struct kg_error *check(const struct kg_args *a)
{
	static const char *const formats[] = {"svg", "png", "pdf"};
	bool known = !a->format;

	if (!!a->from + !!a->to + !!a->why + !!a->cycle != 1)
		return kg_error_create(KG_ERR_USAGE,
				       "dot: one of --from ADDR, --to ADDR, --why ADDR and --cycle N is expected");
	for (size_t i = 0; a->format && i < KG_ARRAY_SIZE(formats); i++)
		known |= strcmp(a->format, formats[i]) == 0;
	if (!known)
		return kg_error_create(KG_ERR_USAGE, "-T %s: svg, png or pdf is expected", a->format);
	if (a->json && a->format)
		return kg_error_create(KG_ERR_USAGE, "dot: --json and -T exclude each other");
	return a->json ? NULL : kg_report_dot_available();
}

static struct kg_error *run(struct kg_cli *cli)
{
	struct kg_strbuf title = {0};
	struct kg_reach r;
	struct kg_error *err = kg_reach_init(&r, cli->heap, cli->args->max_nodes);

	if (err)
		return err;
	err = choose(cli, &r, &title);
	kg_progress_clear(cli->progress);
	if (!err)
		err = write_out(cli, &r, kg_strbuf_text(&title));
	if (!err)
		say_cut(cli, &r);
	kg_strbuf_deinit(&title);
	kg_reach_deinit(&r);
	return err;
}

const struct kg_command kg_command_dot = {
	.name = "dot",
	.summary = "a part of the reference graph as DOT, or drawn",
	.details = "Dashed arrows are weak references, dotted ones counted references that the collector\n"
	       "is not shown, gray ones guesses. Unreachable objects are colored. With --json the same\n"
	       "as one document: nodes, edges [from, to, label, kind], left_out.",
	.uses = KG_USE_DOT | KG_USE_WIDTH,
	.check = check,
	.run = run,
};
