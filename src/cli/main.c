#include "config.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/select.h"
#include "cli/explore.h"

#define OUT_BUFFER (1 << 20)

enum { EXIT_NO_ANSWER = 1, EXIT_USAGE = 2, EXIT_TARGET = 3, EXIT_STRICT = 4 };

static const struct kg_command *const commands[] = {
#define COMMAND(name) &kg_command_##name,
#include "cli/commands.def"
#undef COMMAND
};

/* Commands that are announced and not there: a clear word instead of "unknown". */
static const char *const later[] = {
	"memory", "export", "sql", "snapshot", "watch", "verify",
};

static int status_of(enum kg_error_code code)
{
	switch (code) {
	case KG_ERR_USAGE:
		return EXIT_USAGE;
	case KG_ERR_NOTFOUND:
	case KG_ERR_FAULT:
	case KG_ERR_CORRUPT:
		return EXIT_NO_ANSWER;
	default:
		return EXIT_TARGET;
	}
}

static void say(const char *text)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_escape(&sb, text, strlen(text));
	fprintf(stderr, "kedge: %s\n", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

/* Prints and destroys; @return the exit status. */
static int fail(struct kg_error *err)
{
	int status = status_of(err->code);

	say(err->text);
	kg_error_destroy(err);
	return status;
}

/* Like fail(), and names the target where the text does not. */
static int fail_about(const char *target, struct kg_error *err)
{
	int status = status_of(err->code);
	struct kg_strbuf sb = {0};

	if (err->code == KG_ERR_USAGE || strstr(err->text, target))
		return fail(err);
	kg_strbuf_printf(&sb, "%s: %s", target, err->text);
	say(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	kg_error_destroy(err);
	return status;
}

static bool want_color(enum kg_color when)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when != KG_COLOR_AUTO)
		return when == KG_COLOR_ALWAYS;
	return isatty(STDOUT_FILENO) && !(no && *no) && term && strcmp(term, "dumb") != 0;
}

/* @return the exit status that --strict asks for, 0 when nothing is in doubt */
static int strict(const struct kg_session *s, const char *target)
{
	struct kg_strbuf sb = {0};
	int status = 0;

	kg_strbuf_printf(&sb, "%s: ", target);
	if (kg_session_doubt(s, 0, &sb)) {
		status = EXIT_STRICT;
		say(kg_strbuf_text(&sb));
	}
	kg_strbuf_deinit(&sb);
	return status;
}

static struct kg_error *flush(void)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return NULL;
	return kg_error_os(errno ? errno : EIO, "standard output"); /* an earlier write may have failed */
}

static int run_session(const struct kg_command *cmd, const struct kg_args *args, struct kg_session *s)
{
	struct kg_cli cli = {
		.args = args,
		.session = s,
		.heap = s->heap,
		.progress = s->progress,
		.out = stdout,
		.color = want_color(args->color),
	};
	struct kg_error *err = NULL;

	if (args->type)
		err = kg_type_check(s->heap, args->type);
	if (!err)
		err = cmd->run(&cli);
	kg_progress_clear(s->progress);
	if (err)
		return fail_about(args->target, err);
	err = flush();
	if (err)
		return fail(err);
	return args->strict ? strict(s, args->target) : 0;
}

/* A command that opens its targets itself, and says of each what is in doubt. */
static int run_targets(const struct kg_command *cmd, const struct kg_args *args)
{
	struct kg_cli cli = {.args = args, .out = stdout, .color = want_color(args->color)};
	struct kg_error *err = cmd->run(&cli), *late = flush();

	if (err) {
		kg_error_destroy(late);
		return fail(err);
	}
	if (late)
		return fail(late);
	return args->strict && cli.doubtful ? EXIT_STRICT : 0;
}

static int run(const struct kg_command *cmd, int argc, char **argv)
{
	struct kg_args args;
	struct kg_session *s = NULL;
	struct kg_error *err = kg_args_parse(cmd, argc, argv, &args);
	int status;

	if (err) {
		status = fail(err);
	} else if (args.help) {
		kg_args_help(cmd);
		err = flush();
		status = err ? fail(err) : 0;
	} else if (cmd->opens) {
		status = run_targets(cmd, &args);
	} else {
		err = kg_cli_open(&args, args.target, &s);
		status = err ? fail_about(args.target, err) : run_session(cmd, &args, s);
	}
	kg_session_destroy(s);
	kg_args_deinit(&args);
	return status;
}

static int help(void)
{
	struct kg_error *err;

	printf("usage: kedge TARGET [OPTIONS]                     the explorer; ? in it tells its keys\n"
	       "       kedge COMMAND [OPTIONS] TARGET [ARG...]\n"
	       "       kedge --help | --version | COMMAND --help\n\n"
	       "Reads every object and reference out of a core of a CPython process.\n"
	       "TARGET is an ELF core, plain or compressed, or - for standard input.\n\n");
	for (size_t i = 0; i < KG_ARRAY_SIZE(commands); i++)
		printf("  %-10s %-10s %s\n", commands[i]->name, commands[i]->operands ? commands[i]->operands : "",
		       commands[i]->summary);
	printf("\n\"kedge COMMAND --help\" tells a command's options. \"kedge summary CORE\" is a good start.\n"
	       "Exit status: 0 done; 1 no answer; 2 usage; 3 target; 4 --strict and the reading has gaps.\n");
	err = flush();
	return err ? fail(err) : 0;
}

static int version(void)
{
	struct kg_error *err;

	printf("kedge %s\n", PACKAGE_VERSION);
	err = flush();
	return err ? fail(err) : 0;
}

/* What is no command: a target for the explorer, a command of another version, or a slip. */
static int no_command(const char *word)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(later); i++) {
		if (strcmp(later[i], word) == 0)
			return fail(kg_error_create(KG_ERR_USAGE, "%s: not in this version; see \"kedge --help\"", word));
	}
	if (word[0] == '-')
		return fail(kg_error_create(KG_ERR_USAGE, "%s: a command comes first; see \"kedge --help\"", word));
	return fail(kg_error_create(KG_ERR_USAGE, "%s: neither a command nor a file; see \"kedge --help\"", word));
}

/* Is there a target and no command? Options may come before it. */
static bool names_target(const char *word)
{
	return strcmp(word, "-") == 0 || strncmp(word, "pid:", 4) == 0 || access(word, F_OK) == 0;
}

static int explore(int argc, char **argv)
{
	const struct kg_explore e = {commands, KG_ARRAY_SIZE(commands)};
	struct kg_args args;
	struct kg_error *err = kg_tui_available();
	int status = 0;

	if (err)
		return fail(err);
	err = kg_args_parse(&kg_command_explore, argc, argv, &args);
	if (!err && args.help) {
		kg_args_help(&kg_command_explore);
	} else if (!err) {
		struct kg_session_options opts = kg_cli_session_options(&args, args.target);

		err = kg_explore(&e, &opts, want_color(args.color));
	}
	if (err)
		status = args.target ? fail_about(args.target, err) : fail(err);
	kg_args_deinit(&args);
	return status;
}

int main(int argc, char **argv)
{
	if (!isatty(STDOUT_FILENO))
		setvbuf(stdout, NULL, _IOFBF, OUT_BUFFER); /* rows by the million */
	setlocale(LC_CTYPE, ""); /* numbers stay in the C locale: they are read back */
	if (argc < 2)
		return fail(kg_error_create(KG_ERR_USAGE, "a command and a target are expected; see \"kedge --help\""));
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return help();
	if (strcmp(argv[1], "--version") == 0)
		return version();
	for (size_t i = 0; i < KG_ARRAY_SIZE(commands); i++) {
		if (strcmp(commands[i]->name, argv[1]) == 0)
			return run(commands[i], argc - 1, argv + 1);
	}
	return names_target(argv[1]) ? explore(argc, argv) : no_command(argv[1]);
}
