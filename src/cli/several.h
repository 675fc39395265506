/* Several targets in one call: those named, and with --tree the children of each. */
#ifndef KG_CLI_SEVERAL_H
#define KG_CLI_SEVERAL_H

#include "cli/command.h"

/* One of them. */
struct kg_one {
	char *name; /* "pid:123", or a core's path; owned */
	pid_t pid, parent; /* 0: a core */
	bool child; /* --tree found it; nobody named it */
};

struct kg_several {
	struct kg_one *items; /* a parent stands before its children */
	size_t n;
};

/** Does the call ask for more than one target? */
bool kg_several_asked(const struct kg_command *cmd, const struct kg_args *args);

/** The target, the operands too with @rest, and with --tree their children, and theirs, each once.
 * Errors: USAGE (--tree of a core), TARGET (no such process), NOMEM */
struct kg_error *kg_several_find(const struct kg_args *args, bool rest, struct kg_several *ret) KG_MUST_CHECK;
void kg_several_deinit(struct kg_several *s);

enum kg_skip {
	KG_SKIP_NO_PYTHON, /* with --tree no failure: servers have other children too */
	KG_SKIP_ENDED,	   /* the same: workers come and go */
	KG_SKIP_FAILED,
};

/** "no-python", "ended", "failed" */
const char *kg_skip_name(enum kg_skip skip);

/** Says in one line that @one is left out, and why; ends @err. */
enum kg_skip kg_several_skip(const struct kg_cli *cli, const struct kg_one *one, struct kg_error *err);

/** Opens one of them; @ret_args get it as their target. Errors: as kg_session_create() */
struct kg_error *kg_several_open(const struct kg_cli *cli, const struct kg_one *one, struct kg_args *ret_args,
				 struct kg_session **ret) KG_MUST_CHECK;

/** The error in the end, NULL when none is due: that @failed of @all could not be read, or none of them @read.
 * Errors: TARGET */
struct kg_error *kg_several_verdict(size_t all, size_t read, size_t failed) KG_MUST_CHECK;

/** Runs @cmd on each, one after the other, under a heading; with --json a line for each process:
 * {"target", "pid", "parent", "answer": [documents]}. Errors: those of kg_several_verdict() */
struct kg_error *kg_several_run(const struct kg_command *cmd, struct kg_cli *cli) KG_MUST_CHECK;

#endif
