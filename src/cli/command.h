/* One command: how to add one: a file with its kg_command, and a line in commands.def. */
#ifndef KG_CLI_COMMAND_H
#define KG_CLI_COMMAND_H

#include <stdio.h>

#include "cli/args.h"
#include "session/session.h"

#define KG_SORTS_MAX 6

/* What a command works with. */
struct kg_cli {
	const struct kg_args *args;
	struct kg_session *session;
	const struct kg_heap *heap;
	struct kg_progress *progress;
	FILE *out;
	FILE *hints; /* what is said beside the answer; NULL: standard error, unless --quiet */
	bool color;
	bool doubtful; /* for --strict: the command itself found that something is not as it should be */
};

struct kg_command {
	const char *name;
	const char *operands;		 /* after the target: "ADDR..." */
	const char *summary;		 /* what it answers, one line */
	const char *details;		 /* more lines for its help */
	unsigned int uses;		 /* KG_USE_* */
	int min_rest, max_rest;		 /* number of operands, max -1: any */
	const char *sorts[KG_SORTS_MAX]; /* columns for --sort, the default first */
	/** Checks what only this command knows, before the target is opened. May be NULL. */
	struct kg_error *(*check)(const struct kg_args *args);
	bool tells_doubts; /* its answer says what is in doubt about the reading */
	bool opens; /* opens its targets itself: .session and .heap are NULL but in the explorer, which has the first one */
	struct kg_error *(*run)(struct kg_cli *cli);
	/** Answers about several targets at once, which it opens itself, when there are more than one or --tree is
	 * given. NULL: with --tree, run() goes through them one after the other. */
	struct kg_error *(*run_several)(struct kg_cli *cli);
};

#define COMMAND(name) extern const struct kg_command kg_command_##name;
#include "cli/commands.def"
#undef COMMAND

/** A line on standard error, as kg_session_options.told has it. */
void kg_cli_say_waiting(const char *line);

/** How the options say that @target is to be opened. */
struct kg_session_options kg_cli_session_options(const struct kg_args *args, const char *target);

/** Says on standard error which plugins are not asked for the target of @s: what they teach is not known then. */
void kg_cli_say_unasked(const struct kg_session *s);
/** Opens one target as the options say. Errors: as kg_session_create() */
struct kg_error *kg_cli_open(const struct kg_args *args, const char *target, struct kg_session **ret) KG_MUST_CHECK;

/** The same with options of one's own. For a live process the pause is said on standard error. */
struct kg_error *kg_cli_open_as(const struct kg_session_options *opts, struct kg_session **ret) KG_MUST_CHECK;

/** The object at an address given by the user. Errors: USAGE; NOTFOUND, which says what is near */
struct kg_error *kg_cli_node(const struct kg_cli *cli, const char *text, kg_node *ret) KG_MUST_CHECK;

/** Says one line beside the answer, for people: no newline in it. */
void kg_cli_hint(const struct kg_cli *cli, const char *fmt, ...) KG_PRINTF(2, 3);

/** Says so that a list was cut. */
void kg_cli_more(const struct kg_cli *cli, uint64_t shown, uint64_t all);

/** Rows that a list shows at most, 0 for all: as asked for; otherwise all as JSON and 20 for people. */
uint64_t kg_cli_limit(const struct kg_cli *cli);

#endif
