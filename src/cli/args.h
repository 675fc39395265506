/* Options of all commands: one table that parsing, help and completion share. */
#ifndef KG_CLI_ARGS_H
#define KG_CLI_ARGS_H

#include <stdio.h>

#include "base/error.h"

/* Groups of options that a command may take; the common ones it always does. */
enum {
	KG_USE_COMMON = 0,
	KG_USE_LIMIT = 1 << 0,
	KG_USE_SORT = 1 << 1,
	KG_USE_TYPE = 1 << 2,
	KG_USE_MIN_SIZE = 1 << 3,
	KG_USE_COLLECTABLE = 1 << 4,
	KG_USE_WIDTH = 1 << 5,
	KG_USE_REFS = 1 << 6,
	KG_USE_MEMBERS = 1 << 7,
	KG_USE_DOT = 1 << 8,
	KG_USE_BY = 1 << 14,
	KG_USE_FAIL_ABOVE = 1 << 15,
	KG_USE_TOTALS = 1 << 20,
	KG_USE_SNAPSHOT = 1 << 21,
	KG_USE_WATCH = 1 << 22,
	KG_USE_OUTPUT = 1 << 23,
	KG_USE_ALL = 1 << 26,
	KG_USE_TREE = 1 << 27,
	KG_USE_EXPLORE = 1 << 28,
};

enum kg_color { KG_COLOR_AUTO, KG_COLOR_ALWAYS, KG_COLOR_NEVER };

struct kg_command;
struct kg_plugins;

struct kg_args {
	const char *target;
	char *pid_target; /* of -p, owned */
	char **rest;	  /* what follows the target */
	int nrest;
	bool help, json, strict, quiet, redact, no_dwarf, no_plugins, no_cache, collectable, refs, members, allocations, totals, all, made, with_buffers, fork, zstd, python_only, tree;
	enum kg_color color;
	const char *exe, *sysroot, *debug_dir, *plugin_dir, *python;
	const struct kg_plugins *plugins; /* those of the run, NULL: none; not filled in by kg_args_parse() */
	unsigned int threads;
	bool limit_set, min_size_set, fail_above_set;
	uint64_t limit;	   /* 0: all */
	unsigned int sort; /* index into the command's columns */
	const char *type;
	const char *by; /* NULL: not given */
	uint64_t min_size, fail_above;
	size_t width;	       /* SIZE_MAX: whole values */
	kg_addr from, to, why; /* 0: not given */
	uint64_t cycle;
	unsigned int depth;
	uint64_t max_nodes;
	const char *output, *format;
	uint64_t rss, pss, growth; /* watch: bytes, 0 not given */
	double cgroup, pressure, rlimit; /* watch: percent, 0 not given */
	double within, interval, every; /* watch: seconds; .every 0: not given */
	double refresh; /* explorer: seconds, 0 not given */
	uint64_t times;
};

/** Errors: USAGE. @ret may point into @argv. */
struct kg_error *kg_args_parse(const struct kg_command *cmd, int argc, char **argv, struct kg_args *ret) KG_MUST_CHECK;
void kg_args_deinit(struct kg_args *a);

/** "0x7f21c40b6a80". Errors: USAGE */
struct kg_error *kg_args_addr(const char *text, kg_addr *ret) KG_MUST_CHECK;

/** Writes the help of one command. */
void kg_args_help(const struct kg_command *cmd, FILE *out);

/** Name of option @i of those that change what @cmd answers: not of those about the target, which a
 * command in the explorer has open. NULL when there are no more. */
const char *kg_args_option(const struct kg_command *cmd, size_t i);

#endif
