/* kedge TARGET: the explorer, and the commands that are typed in it. */
#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "cli/explore.h"

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
	args.quiet = true; /* hints would be drawn over the screen */
	args.redact = s->options.redact;
	args.threads = s->options.threads;
	if (args.help) {
		err = kg_error_create(KG_ERR_USAGE, "\"kedge %s --help\" in a shell tells its options", cmd->name);
	} else {
		struct kg_cli cli = {.args = &args, .session = (struct kg_session *)s, .heap = s->heap, .out = out};

		if (args.type)
			err = kg_type_check(s->heap, args.type);
		if (!err)
			err = cmd->run(&cli);
	}
	kg_args_deinit(&args);
	return err;
}

/* The target stands behind the command, where the shell has it. */
static struct kg_error *command(void *arg, const struct kg_session *s, const char *line, FILE *out)
{
	const struct kg_explore *e = arg;
	char *words[WORDS_MAX], *argv[WORDS_MAX + 2], *copy = strdup(line);
	struct kg_error *err = NULL;
	const struct kg_command *cmd = NULL;
	int n;

	if (!copy)
		return kg_error_nomem();
	n = split(copy, words);
	for (size_t i = 0; n > 0 && i < e->ncommands; i++) {
		if (strcmp(e->commands[i]->name, words[0]) == 0)
			cmd = e->commands[i];
	}
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

/* For the options that the explorer takes, and their help. */
const struct kg_command kg_command_explore = {
	.name = "TARGET",
	.summary = "opens the explorer: ? in it tells its keys",
};

struct kg_error *kg_explore(const struct kg_explore *e, const struct kg_session_options *opts, bool color)
{
	struct kg_tui_options tui = {.session = *opts, .color = color, .command = command, .arg = (void *)e};

	return kg_tui_run(&tui);
}
