#include <stdio.h>
#include <string.h>

#include "cli/several.h"
#include "report/cells.h"
#include "report/json.h"
#include "session/snapshot.h"

static struct kg_error *check(const struct kg_args *args)
{
	pid_t pid;

	if (!kg_session_live(args->target, &pid))
		return kg_error_create(KG_ERR_USAGE, "%s: kedge snapshot takes a live process, as pid:1234", args->target);
	if (!args->output)
		return kg_error_create(KG_ERR_USAGE, "-o FILE is missing; usage: kedge snapshot pid:N -o FILE");
	if (args->tree && !strstr(args->output, "%p"))
		return kg_error_create(KG_ERR_USAGE, "-o %s: with --tree it needs a %%p, which becomes each process's number",
				       args->output);
	return NULL;
}

static struct kg_error *print(const struct kg_cli *cli, const struct kg_live *live, const struct kg_snapshot_done *done)
{
	const struct kg_args *a = cli->args;
	struct kg_strbuf sb = {0};

	if (a->json) {
		struct kg_json *doc = kg_json_object();

		kg_strbuf_escape(&sb, a->output, strlen(a->output));
		kg_json_set(doc, "path", kg_json_text(kg_strbuf_text(&sb)));
		kg_json_set(doc, "bytes", kg_json_u64(done->bytes));
		kg_json_set(doc, "apparent_bytes", kg_json_u64(done->apparent));
		kg_json_set(doc, "pause_seconds", kg_json_real(live->pause_seconds));
		kg_json_set(doc, "copied_bytes", kg_json_u64(live->copied_bytes));
		kg_strbuf_deinit(&sb);
		return kg_json_write(doc, true, cli->out);
	}
	kg_strbuf_escape(&sb, a->output, strlen(a->output));
	kg_strbuf_puts(&sb, ": ");
	kg_cell_bytes(&sb, done->bytes);
	kg_strbuf_puts(&sb, " on disk\n");
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return NULL;
}

/* What is left out or overwritten by object needs the heap; else the copy is saved as it is. */
static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_args *a = cli->args;
	const struct kg_snapshot_options opts = {
		.output = a->output, .zstd = a->zstd, .python_only = a->python_only, .redact = a->redact};
	struct kg_session_options session = kg_cli_session_options(a, a->target);
	struct kg_session *s = NULL;
	struct kg_snapshot_done done;
	struct kg_error *err = kg_snapshot_check(&opts, 0);

	session.drop_rights = !cli->session && !a->tree; /* a tree has more to open */
	session.redact = false; /* names are told by what is written over afterwards */
	session.copy_only = !a->python_only && !a->redact;
	session.with_buffers |= !a->python_only;
	if (!err)
		/* In the explorer the screen is no place for what goes to standard error. */
		err = cli->session ? kg_session_create(&session, &s) : kg_cli_open_as(&session, &s);
	if (!err)
		err = kg_snapshot_check(&opts, s->image->live.copied_bytes);
	if (!err)
		err = kg_snapshot_write(s->core_fd, s->image, s->heap, &opts, &done);
	if (!err)
		err = print(cli, &s->image->live, &done);
	if (!err && a->strict && s->heap) {
		struct kg_strbuf sb = {0};

		cli->doubtful = kg_session_doubt(s, 0, &sb);
		kg_strbuf_deinit(&sb);
	}
	kg_session_destroy(s);
	return err;
}

/* Every process of the tree, each in a file of its own. */
static struct kg_error *run_tree(struct kg_cli *cli)
{
	struct kg_several all;
	struct kg_error *err = kg_several_find(cli->args, false, &all);
	size_t saved = 0, failed = 0;

	for (size_t i = 0; !err && i < all.n; i++) {
		const char *pattern = cli->args->output, *at;
		struct kg_args args = *cli->args;
		struct kg_cli each = *cli;
		struct kg_strbuf path = {0};

		for (; (at = strstr(pattern, "%p")); pattern = at + 2) {
			kg_strbuf_add(&path, pattern, (size_t)(at - pattern));
			kg_strbuf_printf(&path, "%d", (int)all.items[i].pid);
		}
		kg_strbuf_puts(&path, pattern);
		args.target = all.items[i].name;
		args.output = kg_strbuf_text(&path);
		each.args = &args;
		err = path.failed ? kg_error_nomem() : run(&each);
		kg_strbuf_deinit(&path);
		cli->doubtful |= each.doubtful;
		if (err && err->code == KG_ERR_NOMEM)
			break;
		saved += !err;
		if (err)
			failed += kg_several_skip(cli, &all.items[i], err) == KG_SKIP_FAILED;
		err = NULL;
	}
	if (!err)
		err = kg_several_verdict(all.n, saved, failed);
	kg_several_deinit(&all);
	return err;
}

const struct kg_command kg_command_snapshot = {
	.name = "snapshot",
	.summary = "save a live process as a core, with the shortest pause",
	.details = "TARGET is pid:N. The file is an ELF core, sparse, mode 0600, that gdb and elfutils open too; it takes its\n"
		   "name when all of it is there. --python-only leaves the inside of payload (arrays, bytes, long text) out;\n"
		   "--redact overwrites text and bytes, and keeps names of attributes, types, functions, modules and files.\n"
		   "With --tree a file for each process: the name needs a %p.",
	.uses = KG_USE_SNAPSHOT | KG_USE_OUTPUT | KG_USE_TREE,
	.check = check,
	.opens = true,
	.run = run,
	.run_several = run_tree,
};
