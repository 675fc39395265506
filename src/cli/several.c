#include "config.h" /* first: asprintf(), open_memstream() */

#include "cli/several.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/select.h"
#include "base/grow.h"
#include "cli/trust.h"
#include "live/proc.h"
#include "live/watch.h"
#include "report/json.h"

bool kg_several_asked(const struct kg_command *cmd, const struct kg_args *args)
{
	return cmd->run_several ? args->tree || args->nrest > 0 : args->tree && !cmd->opens;
}

void kg_several_deinit(struct kg_several *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->items[i].name);
	free(s->items);
	*s = (struct kg_several){0};
}

static bool is_in(const struct kg_several *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++) {
		if (strcmp(s->items[i].name, name) == 0)
			return true;
	}
	return false;
}

static struct kg_error *add(struct kg_several *s, size_t *cap, const char *name, pid_t pid, bool child)
{
	struct kg_proc_status status = {0};
	struct kg_error *err;
	char *copy;

	if (is_in(s, name))
		return NULL;
	copy = strdup(name);
	err = copy ? kg_grow(&s->items, cap, s->n, sizeof(*s->items)) : kg_error_nomem();
	if (err) {
		free(copy);
		return err;
	}
	if (pid)
		kg_proc_status(pid, &status);
	s->items[s->n++] = (struct kg_one){copy, pid, status.ppid, child};
	return NULL;
}

static struct kg_error *add_tree(struct kg_several *s, size_t *cap, pid_t pid)
{
	struct kg_family family = {0};
	struct kg_error *err = kg_family_add(&family, pid);
	char name[32];

	if (!err)
		err = kg_family_grow(&family);
	for (size_t i = 0; i < family.n && !err; i++) {
		if (i > 0 && family.items[i].pid == getpid()) /* a tree that kedge was started in */
			continue;
		snprintf(name, sizeof(name), "pid:%d", (int)family.items[i].pid);
		err = add(s, cap, name, family.items[i].pid, i > 0);
	}
	kg_family_deinit(&family);
	return err;
}

struct kg_error *kg_several_find(const struct kg_args *args, bool rest, struct kg_several *ret)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	*ret = (struct kg_several){0};
	for (int i = -1; i < (rest ? args->nrest : 0) && !err; i++) {
		const char *name = i < 0 ? args->target : args->rest[i];
		pid_t pid = 0;
		bool live = kg_session_live(name, &pid);

		if (args->tree && !live)
			err = kg_error_create(KG_ERR_USAGE, "%s: --tree needs a live process, as pid:1234", name);
		else if (args->tree)
			err = add_tree(ret, &cap, pid);
		else
			err = add(ret, &cap, name, live ? pid : 0, false);
	}
	if (err)
		kg_several_deinit(ret);
	return err;
}

const char *kg_skip_name(enum kg_skip skip)
{
	static const char *const names[] = {"no-python", "ended", "failed"};

	return names[skip];
}

static bool has_ended(pid_t pid)
{
	struct kg_proc_status s;

	return pid && (!kg_proc_status(pid, &s) || s.state == 'Z' || s.state == 'X');
}

/* An answer that there is none here, such as no object of the type, is one. */
static bool is_answer(const struct kg_error *err)
{
	return err->code == KG_ERR_NOTFOUND || err->code == KG_ERR_FAULT || err->code == KG_ERR_CORRUPT;
}

enum kg_skip kg_several_skip(const struct kg_cli *cli, const struct kg_one *one, struct kg_error *err)
{
	bool ended = !is_answer(err) && one->parent && has_ended(one->pid); /* .parent: it was there before */
	enum kg_skip skip = err->code == KG_ERR_NOPYTHON ? KG_SKIP_NO_PYTHON : ended ? KG_SKIP_ENDED : KG_SKIP_FAILED;
	struct kg_strbuf sb = {0}, name = {0};
	struct kg_proc_status status;

	kg_strbuf_escape(&name, one->name, strlen(one->name));
	if (skip == KG_SKIP_ENDED) {
		kg_strbuf_puts(&sb, "it has ended meanwhile; left out");
	} else if (skip == KG_SKIP_NO_PYTHON && cli->args->tree) {
		kg_strbuf_puts(&sb, "no CPython in it");
		if (kg_proc_status(one->pid, &status)) {
			kg_strbuf_puts(&sb, " (");
			kg_strbuf_escape(&sb, status.name, strlen(status.name));
			kg_strbuf_putc(&sb, ')');
		}
		kg_strbuf_puts(&sb, "; left out");
	} else {
		kg_strbuf_escape(&sb, err->text, strlen(err->text));
	}
	fflush(cli->out);
	fprintf(cli->hints ? cli->hints : stderr, "%s%s%s%s\n", cli->hints ? "" : "kedge: ",
		strstr(kg_strbuf_text(&sb), kg_strbuf_text(&name)) ? "" : kg_strbuf_text(&name),
		strstr(kg_strbuf_text(&sb), kg_strbuf_text(&name)) ? "" : ": ", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	kg_strbuf_deinit(&name);
	kg_error_destroy(err);
	return skip;
}

struct kg_error *kg_several_open(const struct kg_cli *cli, const struct kg_one *one, struct kg_args *ret_args,
				 struct kg_session **ret)
{
	struct kg_session_options opts = kg_cli_session_options(cli->args, one->name);

	*ret_args = *cli->args;
	ret_args->target = one->name;
	opts.progress = cli->progress; /* the explorer's, which cancels it; else a bar of its own */
	/* In the explorer the screen is no place for what goes to standard error. */
	return cli->session ? kg_session_create(&opts, ret) : kg_cli_open_as(&opts, ret);
}

struct kg_error *kg_several_verdict(size_t all, size_t read, size_t failed)
{
	if (failed > 0)
		return kg_error_create(KG_ERR_TARGET, "%zu of %zu could not be read, as said above", failed, all);
	if (read == 0)
		return kg_error_create(KG_ERR_TARGET, "none of %zu could be read, as said above", all);
	return NULL;
}

/* The documents that a command wrote. */
static struct kg_json *wrap(const struct kg_one *one, const char *text, size_t len)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "target", kg_json_text(one->name));
	kg_json_set(row, "pid", kg_json_i64(one->pid));
	kg_json_set(row, "parent", kg_json_i64(one->parent));
	kg_json_set(row, "answer", kg_json_parse(text, len));
	return row;
}

static struct kg_error *answer(const struct kg_command *cmd, struct kg_cli *cli, const struct kg_one *one)
{
	struct kg_error *err = cli->args->type ? kg_type_check(cli->heap, cli->args->type) : NULL;
	FILE *out = cli->out;
	char *text = NULL;
	size_t len = 0;

	if (!cli->args->json) {
		fprintf(out, "== %s ==\n", one->name);
		return err ? err : cmd->run(cli);
	}
	cli->out = open_memstream(&text, &len);
	if (!err)
		err = cli->out ? cmd->run(cli) : kg_error_nomem();
	if (cli->out && fclose(cli->out) != 0 && !err)
		err = kg_error_nomem();
	cli->out = out;
	if (!err)
		err = kg_json_write(wrap(one, text, len), false, out);
	free(text);
	return err;
}

static struct kg_error *run_one(const struct kg_command *cmd, struct kg_cli *cli, const struct kg_one *one)
{
	struct kg_session *s = NULL;
	struct kg_args args;
	struct kg_cli each = *cli;
	struct kg_error *err = kg_several_open(cli, one, &args, &s);

	if (err)
		return err;
	each.args = &args;
	each.session = s;
	each.heap = s->heap;
	each.progress = s->progress;
	err = answer(cmd, &each, one);
	kg_progress_clear(s->progress);
	if (!err && !cmd->tells_doubts && !cli->session)
		each.doubtful |= kg_cli_doubts_say(&args, s, one->name);
	cli->doubtful |= each.doubtful;
	kg_session_destroy(s);
	return err;
}

struct kg_error *kg_several_run(const struct kg_command *cmd, struct kg_cli *cli)
{
	struct kg_several all;
	struct kg_error *err = kg_several_find(cli->args, false, &all);
	size_t read = 0, answers = 0, failed = 0;

	for (size_t i = 0; !err && i < all.n; i++) {
		bool none;

		if (!cli->args->json && read + answers > 0)
			fputc('\n', cli->out);
		err = run_one(cmd, cli, &all.items[i]);
		if (err && (err->code == KG_ERR_NOMEM || err->code == KG_ERR_CANCELED))
			break;
		none = err && is_answer(err);
		read += !err;
		answers += none;
		if (err)
			failed += kg_several_skip(cli, &all.items[i], err) == KG_SKIP_FAILED && !none;
		err = NULL;
	}
	if (!err && failed == 0 && read == 0 && answers > 0)
		err = kg_error_create(KG_ERR_NOTFOUND, "none of %zu has it", answers);
	if (!err)
		err = kg_several_verdict(all.n, read + answers, failed);
	kg_several_deinit(&all);
	return err;
}
