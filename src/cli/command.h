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
	bool color;
	bool doubtful; /* with --strict, of commands that open targets themselves: a reading has gaps */
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
	bool opens; /* opens its targets itself: .session and .heap are NULL */
	struct kg_error *(*run)(struct kg_cli *cli);
};

#define COMMAND(name) extern const struct kg_command kg_command_##name;
#include "cli/commands.def"
#undef COMMAND

/** How the options say that @target is to be opened. */
struct kg_session_options kg_cli_session_options(const struct kg_args *args, const char *target);

/** Opens one target as the options say. Errors: as kg_session_create() */
struct kg_error *kg_cli_open(const struct kg_args *args, const char *target, struct kg_session **ret) KG_MUST_CHECK;

/** The object at an address given by the user. Errors: USAGE; NOTFOUND, which says what is near */
struct kg_error *kg_cli_node(const struct kg_cli *cli, const char *text, kg_node *ret) KG_MUST_CHECK;

/** Says on standard error, for people, that a list was cut. */
void kg_cli_more(const struct kg_cli *cli, uint64_t shown, uint64_t all);

/** Rows that a list shows at most, 0 for all: as asked for; otherwise all as JSON and 20 for people. */
uint64_t kg_cli_limit(const struct kg_cli *cli);

#endif
