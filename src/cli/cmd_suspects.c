#include "analysis/finding.h"
#include "cli/command.h"
#include "cli/trust.h"
#include "report/cells.h"
#include "report/chain.h"
#include "report/finding.h"

#define LIMIT_PEOPLE 10

struct view {
	const struct kg_cli *cli;
	const struct kg_findings *findings;
	const struct kg_anchors *anchors; /* NULL: no finding is about one object */
	const struct kg_cycles *cycles;	  /* may be NULL */
	struct kg_strbuf target;	  /* what the next command needs to read the same */
	size_t shown;
};

static void add_option(const char *name, const char *value, struct kg_strbuf *sb)
{
	if (!value)
		return;
	kg_strbuf_printf(sb, "%s ", name);
	kg_report_shell_word(value, sb);
	kg_strbuf_putc(sb, ' ');
}

static void add_target(const struct kg_args *args, struct kg_strbuf *sb)
{
	struct kg_strbuf word = {0};

	add_option("--exe", args->exe, &word);
	add_option("--sysroot", args->sysroot, &word);
	add_option("--debug-dir", args->debug_dir, &word);
	add_option("--plugin-dir", args->plugin_dir, &word);
	add_option("--python", args->python, &word);
	kg_strbuf_puts(&word, args->no_dwarf ? "--no-dwarf " : "");
	kg_strbuf_puts(&word, args->redact ? "--redact " : "");
	kg_report_shell_word(args->target, &word);
	kg_strbuf_escape(sb, kg_strbuf_text(&word), word.len);
	sb->failed = sb->failed || word.failed;
	kg_strbuf_deinit(&word);
}

static bool has_subject(const struct view *v)
{
	for (size_t i = 0; i < v->shown; i++) {
		if (v->findings->items[i].subject != KG_NODE_NONE)
			return true;
	}
	return false;
}

static struct kg_error *add_keeper(const struct view *v, const struct kg_finding *f, struct kg_strbuf *sb)
{
	struct kg_chain chain;
	struct kg_error *err;

	if (f->subject == KG_NODE_NONE)
		return NULL;
	err = kg_anchors_chain(v->anchors, f->subject, &chain);
	if (err)
		return err;
	kg_report_path(v->cli->heap, &chain, v->cycles, sb);
	kg_chain_deinit(&chain);
	return sb->failed ? kg_error_nomem() : NULL;
}

static struct kg_json *looked_json(void)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < kg_finders_n; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "kind", kg_json_text(kg_finders[i]->name));
		kg_json_set(row, "looks_for", kg_json_text(kg_finders[i]->looks));
		kg_json_push(list, row);
	}
	return list;
}

static struct kg_error *print_json(const struct view *v)
{
	const char *target = kg_strbuf_text(&v->target);
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();
	struct kg_error *err = NULL;

	kg_json_set(doc, "heap_bytes", kg_json_u64(v->findings->heap_bytes));
	kg_json_set(doc, "least_bytes", kg_json_u64(v->findings->least));
	kg_json_set(doc, "garbage_known", kg_json_bool(v->findings->garbage_known));
	kg_json_set(doc, "doubts", kg_cli_doubts_json(v->cli->session));
	for (size_t i = 0; i < v->shown && !err; i++) {
		const struct kg_finding *f = &v->findings->items[i];
		struct kg_strbuf keeper = {0};

		err = add_keeper(v, f, &keeper);
		kg_json_push(list, kg_report_finding_json(f, v->findings->heap_bytes, target,
							  keeper.len ? kg_strbuf_text(&keeper) : NULL));
		kg_strbuf_deinit(&keeper);
	}
	kg_json_set(doc, "findings", list);
	kg_json_set(doc, "looked_for", looked_json());
	if (!err)
		return kg_json_write(doc, true, v->cli->out);
	kg_json_destroy(doc);
	return err;
}

/* What casts doubt on the rest comes first. */
static void add_doubts(const struct view *v, struct kg_strbuf *sb)
{
	size_t before = sb->len;

	kg_strbuf_puts(sb, "INCOMPLETE: ");
	if (kg_cli_doubt(v->cli->session, 0, sb))
		kg_strbuf_puts(sb, "; see kedge summary\n\n");
	else
		sb->text[sb->len = before] = '\0';
	if (!v->findings->garbage_known)
		kg_strbuf_printf(sb, "%s: what gc.collect() would find is not known\n\n",
				 kg_heap_unknown_garbage(v->cli->heap));
}

static void add_nothing(const struct view *v, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "nothing stands out: nothing takes ");
	kg_cell_bytes(sb, v->findings->least);
	kg_strbuf_puts(sb, " or more of the heap's ");
	kg_cell_bytes(sb, v->findings->heap_bytes);
	kg_strbuf_puts(sb, "\nlooked for\n");
	for (size_t i = 0; i < kg_finders_n; i++)
		kg_strbuf_printf(sb, "  %s\n", kg_finders[i]->looks);
}

static struct kg_error *print_text(const struct view *v)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err = NULL;

	add_doubts(v, &sb);
	if (v->findings->n == 0)
		add_nothing(v, &sb);
	for (size_t i = 0; i < v->shown && !err; i++) {
		struct kg_strbuf keeper = {0};

		err = add_keeper(v, &v->findings->items[i], &keeper);
		kg_strbuf_puts(&sb, i ? "\n" : "");
		kg_report_finding_text(&v->findings->items[i], i + 1, v->findings->heap_bytes,
				       kg_strbuf_text(&v->target), keeper.len ? kg_strbuf_text(&keeper) : NULL, &sb);
		kg_strbuf_deinit(&keeper);
	}
	if (!err && sb.failed)
		err = kg_error_nomem();
	if (!err)
		fputs(kg_strbuf_text(&sb), v->cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *show(struct kg_cli *cli, const struct kg_findings *findings, const struct kg_cycles *cycles)
{
	uint64_t limit = cli->args->limit_set || cli->args->json ? kg_cli_limit(cli) : LIMIT_PEOPLE;
	struct view v = {.cli = cli, .findings = findings, .cycles = cycles};
	struct kg_error *err = NULL;

	v.shown = limit && findings->n > limit ? limit : findings->n;
	add_target(cli->args, &v.target);
	if (has_subject(&v))
		err = kg_session_anchors(cli->session, &v.anchors);
	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(&v) : print_text(&v);
	if (!err)
		kg_cli_more(cli, v.shown, findings->n);
	kg_strbuf_deinit(&v.target);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_findings *findings;
	const struct kg_cycles *cycles = NULL;
	struct kg_error *err = kg_session_findings(cli->session, &findings);

	if (!err && cli->heap->collectable_known)
		err = kg_session_cycles(cli->session, &cycles);
	return err ? err : show(cli, findings, cycles);
}

const struct kg_command kg_command_suspects = {
    .name = "suspects",
    .summary = "what most likely ate the memory, each with its evidence and what to run next",
    .details = "The most bytes first. A finding is told when it is of 1 MiB and a hundredth of the heap or\n"
	       "more; gc.garbage in use and the state of ended threads at any size.",
    .uses = KG_USE_TREE | KG_USE_LIMIT,
    .tells_doubts = true,
    .run = run,
};
