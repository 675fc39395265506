/* kedge TARGET: the explorer, and the commands that are typed in it. */
#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "cli/explore.h"
#include "cli/several.h"

#define WORDS_MAX 32

/* Words of a line; quotes keep blanks. @line is cut in pieces. */
static int split(char *line, char *words[WORDS_MAX])
{
	int n = 0;

	while (n < WORDS_MAX) {
		char quote;

		line += strspn(line, " \t");
		if (!*line)
			break;
		quote = *line == '"' || *line == '\'' ? *line++ : ' ';
		words[n++] = line;
		while (*line && *line != quote)
			line++;
		if (*line)
			*line++ = '\0';
	}
	return n;
}

static struct kg_error *run(const struct kg_command *cmd, const struct kg_session *s, int argc, char **argv, FILE *out)
{
	struct kg_args args;
	struct kg_error *err = kg_args_parse(cmd, argc, argv, &args);

	if (err)
		return err;
	args.quiet = true; /* what goes to standard error would be drawn over the screen */
	args.strict = false;
	args.redact = s->options.redact;
	args.threads = s->options.threads;
	args.plugins = s->options.plugins;
	args.no_plugins = s->options.no_emulator;
	if (args.help) {
		kg_args_help(cmd, out);
	} else if (args.format && !args.output) {
		err = kg_error_create(KG_ERR_USAGE, "-T %s needs -o FILE here: a picture cannot be shown as text", args.format);
	} else {
		struct kg_cli cli = {.args = &args, .session = (struct kg_session *)s, .heap = s->heap,
				     .progress = s->progress, .out = out, .hints = out};

		bool several = kg_several_asked(cmd, &args);

		if (args.type && !several)
			err = kg_type_check(s->heap, args.type);
		if (!err && several)
			err = cmd->run_several ? cmd->run_several(&cli) : kg_several_run(cmd, &cli);
		else if (!err)
			err = cmd->run(&cli);
	}
	kg_args_deinit(&args);
	return err;
}

static const struct kg_command *find_command(const struct kg_explore *e, const char *word, size_t len)
{
	for (size_t i = 0; i < e->ncommands; i++) {
		if (strlen(e->commands[i]->name) == len && strncmp(e->commands[i]->name, word, len) == 0)
			return e->commands[i];
	}
	return NULL;
}

/* The target stands behind the command, where the shell has it. */
static struct kg_error *command(void *arg, const struct kg_session *s, const char *line, FILE *out)
{
	const struct kg_explore *e = arg;
	char *words[WORDS_MAX], *argv[WORDS_MAX + 2], *copy = strdup(line);
	struct kg_error *err = NULL;
	const struct kg_command *cmd;
	int n;

	if (!copy)
		return kg_error_nomem();
	n = split(copy, words);
	cmd = n > 0 ? find_command(e, words[0], strlen(words[0])) : NULL;
	if (!cmd) {
		err = kg_error_create(KG_ERR_USAGE, "%s: no such command of kedge", n > 0 ? words[0] : "");
	} else {
		argv[0] = words[0];
		argv[1] = (char *)s->options.target;
		for (int i = 1; i < n; i++)
			argv[i + 1] = words[i];
		argv[n + 1] = NULL;
		err = run(cmd, s, n + 1, argv, out);
	}
	free(copy);
	return err;
}

/* What the last word of a line may become: the name of a command, or of an option of its. */
static void complete(void *arg, const char *line, void (*choice)(void *to, const char *word), void *to)
{
	const struct kg_explore *e = arg;
	const char *word = strrchr(line, ' ') ? strrchr(line, ' ') + 1 : line;
	const struct kg_command *cmd = find_command(e, line, strcspn(line, " "));
	struct kg_strbuf option = {0};

	for (size_t i = 0; word == line && i < e->ncommands; i++) {
		if (strncmp(e->commands[i]->name, word, strlen(word)) == 0)
			choice(to, e->commands[i]->name);
	}
	for (size_t i = 0; word != line && cmd && kg_args_option(cmd, i); i++) {
		kg_strbuf_reset(&option);
		kg_strbuf_printf(&option, "--%s", kg_args_option(cmd, i));
		if (strncmp(kg_strbuf_text(&option), word, strlen(word)) == 0)
			choice(to, kg_strbuf_text(&option));
	}
	kg_strbuf_deinit(&option);
}

static struct kg_error *check(const struct kg_args *a)
{
	pid_t pid;

	if (a->refresh > 0 && !kg_session_live(a->target, &pid))
		return kg_error_create(KG_ERR_USAGE, "--refresh: %s does not change; it takes a live process, as pid:1234", a->target);
	return NULL;
}

/* For the options that the explorer takes, and their help. */
const struct kg_command kg_command_explore = {
	.name = "TARGET",
	.summary = "opens the explorer: ? in it tells its keys",
	.uses = KG_USE_EXPLORE,
	.check = check,
};

struct kg_error *kg_explore(const struct kg_explore *e, const struct kg_session_options *opts, double refresh_every, bool color)
{
	struct kg_tui_options tui = {.session = *opts, .color = color, .refresh_every = refresh_every, .command = command, .complete = complete,
				     .arg = (void *)e};

	tui.session.told = NULL; /* the screen is the explorer's */
	return kg_tui_run(&tui);
}
