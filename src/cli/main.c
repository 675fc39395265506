#include "config.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/select.h"
#include "cli/explore.h"
#include "cli/several.h"
#include "cli/trust.h"
#include "live/permit.h"
#include "session/plugins.h"

#define OUT_BUFFER (1 << 20)

enum { EXIT_NO_ANSWER = 1, EXIT_USAGE = 2, EXIT_TARGET = 3, EXIT_STRICT = 4 };

static const struct kg_command *const commands[] = {
#define COMMAND(name) &kg_command_##name,
#include "cli/commands.def"
#undef COMMAND
};

/* Commands that are announced and not there: a clear word instead of "unknown", and what comes nearest. */
static const struct {
	const char *name, *instead;
} later[] = {
	{"memory", "\"kedge summary\" tells how memory is spent"},
	{"export", "\"kedge objects --json --refs\" writes every object with its references, \"kedge dot\" a part of the graph"},
	{"sql", "\"kedge objects --json --refs\" writes every object with its references"},
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
	/* What the answer itself says is said again only where the exit status needs a reason. */
	if ((!cmd->tells_doubts || args->strict) && kg_cli_doubts_say(args, s, args->target) && args->strict)
		return EXIT_STRICT;
	return args->strict && cli.doubtful ? EXIT_STRICT : 0;
}

/* A command that opens its targets itself, and says of each what is in doubt. */
static int run_targets(const struct kg_command *cmd, const struct kg_args *args)
{
	struct kg_cli cli = {.args = args, .out = stdout, .color = want_color(args->color)};
	struct kg_error *err, *late;

	if (!kg_several_asked(cmd, args))
		err = cmd->run(&cli);
	else
		err = cmd->run_several ? cmd->run_several(&cli) : kg_several_run(cmd, &cli);
	late = flush();

	if (err) {
		kg_error_destroy(late);
		return fail(err);
	}
	if (late)
		return fail(late);
	return args->strict && cli.doubtful ? EXIT_STRICT : 0;
}

/* Before any target is opened: what the user named and is not there costs no process a pause. */
static struct kg_error *load_plugins(struct kg_args *args, struct kg_plugins **ret)
{
	struct kg_error *err;

	*ret = NULL;
	if (args->help || (args->no_plugins && !args->plugin_dir))
		return NULL;
	if (args->no_plugins)
		return kg_error_create(KG_ERR_USAGE, "--no-plugins and --plugin-dir contradict each other: leave one out");
	err = kg_plugins_create(args->plugin_dir, ret);
	if (err)
		return err;
	for (size_t i = 0; i < (*ret)->nnotes; i++)
		say((*ret)->notes[i]);
	args->plugins = *ret;
	return NULL;
}

/* What is known of the target by its name. */
static enum kg_permit_need need_of(const struct kg_args *args)
{
	pid_t pid;

	if (args->target && !kg_session_live(args->target, &pid))
		return KG_PERMIT_CORE;
	return args->pressure > 0 ? KG_PERMIT_TRIGGER : KG_PERMIT_LOOK;
}

static int run(const struct kg_command *cmd, int argc, char **argv)
{
	struct kg_args args;
	struct kg_plugins *plugins = NULL;
	struct kg_session *s = NULL;
	struct kg_error *err = kg_args_parse(cmd, argc, argv, &args);
	int status;

	kg_permit_keep(!err && cmd->run_several && kg_several_asked(cmd, &args) ? KG_PERMIT_FRAMES
				  : err ? KG_PERMIT_CORE : need_of(&args));
	if (!err)
		err = load_plugins(&args, &plugins);
	if (err) {
		status = fail(err);
	} else if (args.help) {
		kg_args_help(cmd, stdout);
		err = flush();
		status = err ? fail(err) : 0;
	} else if (cmd->opens || kg_several_asked(cmd, &args)) {
		status = run_targets(cmd, &args);
	} else {
		struct kg_session_options opts = kg_cli_session_options(&args, args.target);

		opts.drop_rights = true;
		err = kg_cli_open_as(&opts, &s);
		status = err ? fail_about(args.target, err) : run_session(cmd, &args, s);
	}
	kg_session_destroy(s);
	kg_plugins_destroy(plugins);
	kg_args_deinit(&args);
	return status;
}

static int help(void)
{
	struct kg_error *err;

	printf("usage: kedge TARGET [OPTIONS]                     the explorer; ? in it tells its keys\n"
	       "       kedge COMMAND [OPTIONS] TARGET [ARG...]\n"
	       "       kedge --help | --version | COMMAND --help\n\n"
	       "Reads every object and reference out of a core of a CPython process, or of a live one.\n"
	       "TARGET is an ELF core, plain or compressed, - for standard input, or pid:N (-p N).\n\n");
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
		if (strcmp(later[i].name, word) == 0)
			return fail(kg_error_create(KG_ERR_USAGE, "%s: not in this version; %s", word, later[i].instead));
	}
	if (word[0] == '-')
		return fail(kg_error_create(KG_ERR_USAGE, "%s: a command comes first; see \"kedge --help\"", word));
	return fail(kg_error_create(KG_ERR_USAGE, "%s: neither a command nor a file; see \"kedge --help\"", word));
}

/* Is there a target and no command? Options that only live targets and the explorer have may come before it. */
static bool names_target(const char *word)
{
	return strcmp(word, "-") == 0 || strncmp(word, "pid:", 4) == 0 || strncmp(word, "-p", 2) == 0 ||
	       strncmp(word, "--refresh", 9) == 0 || strncmp(word, "--pid", 5) == 0 || access(word, F_OK) == 0;
}

static int explore(int argc, char **argv)
{
	const struct kg_explore e = {commands, KG_ARRAY_SIZE(commands)};
	struct kg_args args;
	struct kg_plugins *plugins = NULL;
	struct kg_error *err = kg_tui_available();
	int status = 0;

	signal(SIGCHLD, SIG_DFL); /* whoever started kedge may ignore it, and then no end of a process could be waited for */
	kg_permit_keep(KG_PERMIT_LOOK);
	if (err)
		return fail(err);
	err = kg_args_parse(&kg_command_explore, argc, argv, &args);
	kg_permit_keep(err ? KG_PERMIT_CORE : need_of(&args));
	if (!err)
		err = load_plugins(&args, &plugins);
	if (!err && args.help) {
		kg_args_help(&kg_command_explore, stdout);
	} else if (!err) {
		struct kg_session_options opts = kg_cli_session_options(&args, args.target);

		err = kg_explore(&e, &opts, args.refresh, want_color(args.color));
	}
	if (err)
		status = args.target ? fail_about(args.target, err) : fail(err);
	kg_plugins_destroy(plugins);
	kg_args_deinit(&args);
	return status;
}

int main(int argc, char **argv)
{
	signal(SIGCHLD, SIG_DFL); /* whoever started kedge may ignore it, and then no end of a process could be waited for */
	kg_permit_keep(KG_PERMIT_FRAMES); /* less, when it is known what is asked for */
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
