#include "config.h" /* first: asprintf() */

#include "cli/args.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

#define WIDTH_DEFAULT 60
#define DEPTH_DEFAULT 3
#define MAX_NODES_DEFAULT 200

enum opt {
	OPT_JSON = 256,
	OPT_EXE,
	OPT_SYSROOT,
	OPT_DEBUG_DIR,
	OPT_PYTHON,
	OPT_NO_DWARF,
	OPT_NO_PLUGINS,
	OPT_PLUGIN_DIR,
	OPT_NO_CACHE,
	OPT_REDACT,
	OPT_STRICT,
	OPT_THREADS,
	OPT_QUIET,
	OPT_COLOR,
	OPT_LIMIT,
	OPT_SORT,
	OPT_TYPE,
	OPT_MIN_SIZE,
	OPT_COLLECTABLE,
	OPT_VALUE_WIDTH,
	OPT_REFS,
	OPT_MEMBERS,
	OPT_TOTALS,
	OPT_ALL,
	OPT_MADE,
	OPT_FROM,
	OPT_TO,
	OPT_WHY,
	OPT_CYCLE,
	OPT_DEPTH,
	OPT_MAX_NODES,
	OPT_BY,
	OPT_ALLOCATIONS,
	OPT_FAIL_ABOVE,
	OPT_WITH_BUFFERS,
	OPT_FORK,
	OPT_ZSTD,
	OPT_PYTHON_ONLY,
	OPT_RSS,
	OPT_PSS,
	OPT_GROWTH,
	OPT_CGROUP,
	OPT_RLIMIT,
	OPT_PRESSURE,
	OPT_WITHIN,
	OPT_INTERVAL,
	OPT_EVERY,
	OPT_TIMES,
	OPT_TREE,
	OPT_REFRESH,
};

struct option_row {
	const char *name;
	int value;	   /* enum opt, or the letter that is the same */
	const char *arg;   /* NULL: takes none */
	unsigned int uses; /* commands that use one of these take it */
	const char *help;
};

static const struct option_row rows[] = {
	{"limit", OPT_LIMIT, "N", KG_USE_LIMIT, "at most N rows, 0 for all (20; all with --json)"},
	{"sort", OPT_SORT, "COLUMN", KG_USE_SORT, "order of the rows"},
	{"type", OPT_TYPE, "NAME", KG_USE_TYPE, "only this type: whole name, last part, or a pattern with *"},
	{"by", OPT_BY, "WHAT", KG_USE_BY, "one row for each of these"},
	{"fail-above", OPT_FAIL_ABOVE, "SIZE", KG_USE_FAIL_ABOVE, "exit status 1 when it grew by more than this"},
	{"min-size", OPT_MIN_SIZE, "SIZE", KG_USE_MIN_SIZE, "only from this size on: 4096, 64K, 10M, 1.5G"},
	{"collectable", OPT_COLLECTABLE, NULL, KG_USE_COLLECTABLE, "only what gc.collect() would find"},
	{"value-width", OPT_VALUE_WIDTH, "N", KG_USE_WIDTH, "cut values at N characters, 0 for never (60)"},
	{"refs", OPT_REFS, NULL, KG_USE_REFS, "with the references of each object; needs --json"},
	{"allocations", OPT_ALLOCATIONS, NULL, KG_USE_REFS, "with where each was allocated, by tracemalloc; needs --json"},
	{"members", OPT_MEMBERS, NULL, KG_USE_MEMBERS, "with the addresses of all objects"},
	{"totals", OPT_TOTALS, NULL, KG_USE_TOTALS, "no groups: types, frames by file, contents of cells of all garbage"},
	{"all", OPT_ALL, NULL, KG_USE_ALL, "every object of every type, not a sample of 1000"},
	{"made", OPT_MADE, NULL, KG_USE_ALL, "decoders over made-up objects instead, word by word: what no real object has set"},
	{"from", OPT_FROM, "ADDR", KG_USE_DOT, "draw what this object leads to"},
	{"to", OPT_TO, "ADDR", KG_USE_DOT, "draw what leads to this object"},
	{"why", OPT_WHY, "ADDR", KG_USE_DOT, "draw the chains that keep this object alive"},
	{"cycle", OPT_CYCLE, "N", KG_USE_DOT, "draw cycle N of \"kedge cycles\" and the buffers that go with it"},
	{"depth", OPT_DEPTH, "N", KG_USE_DOT, "steps from the object (3)"},
	{"max-nodes", OPT_MAX_NODES, "N", KG_USE_DOT, "draw at most N objects (200)"},
	{"output", 'o', "FILE", KG_USE_DOT, "write there instead of standard output"},
	{"output", 'o', "FILE", KG_USE_OUTPUT, "the file to be written"},
	{"rss", OPT_RSS, "SIZE", KG_USE_WATCH, "when its resident memory reaches this"},
	{"pss", OPT_PSS, "SIZE", KG_USE_WATCH, "when its proportional set size (shared pages in part) reaches this"},
	{"cgroup", OPT_CGROUP, "PERCENT", KG_USE_WATCH, "when its cgroup reaches this part of its memory limit"},
	{"rlimit", OPT_RLIMIT, "PERCENT", KG_USE_WATCH, "when it reaches this part of its own limit (RLIMIT_AS, RLIMIT_DATA)"},
	{"pressure", OPT_PRESSURE, "PERCENT", KG_USE_WATCH, "when memory pressure (PSI, some avg10) reaches this"},
	{"growth", OPT_GROWTH, "SIZE", KG_USE_WATCH, "when its resident memory grew by this within the time of --within"},
	{"within", OPT_WITHIN, "SECONDS", KG_USE_WATCH, "for --growth (600)"},
	{"times", OPT_TIMES, "N", KG_USE_WATCH, "at most N snapshots of a process (1)"},
	{"interval", OPT_INTERVAL, "SECONDS", KG_USE_WATCH, "at least so long from one snapshot to the next (60)"},
	{"every", OPT_EVERY, "SECONDS", KG_USE_WATCH, "look so often (0.1; with --pss, which costs more, 1)"},
	{"tree", OPT_TREE, NULL, KG_USE_WATCH | KG_USE_TREE, "its children too, and theirs"},
	{"refresh", OPT_REFRESH, "SECONDS", KG_USE_EXPLORE, "of a live process: a new snapshot so often (R takes one at once)"},
	{"zstd", OPT_ZSTD, NULL, KG_USE_SNAPSHOT, "compress the file"},
	{"python-only", OPT_PYTHON_ONLY, NULL, KG_USE_SNAPSHOT, "leave the inside of payload out of the file"},
	{"format", 'T', "svg|png|pdf", KG_USE_DOT, "render with graphviz instead of writing DOT"},
	{"json", OPT_JSON, NULL, KG_USE_COMMON, "JSON instead of text"},
	{"pid", 'p', "N", KG_USE_COMMON, "the target is process N, as pid:N"},
	{"with-buffers", OPT_WITH_BUFFERS, NULL, KG_USE_COMMON, "of a live process: copy large payload too"},
	{"fork", OPT_FORK, NULL, KG_USE_COMMON, "of a live process: stop it only to fork it, and copy from that"},
	{"exe", OPT_EXE, "FILE", KG_USE_COMMON, "the program that the core is of"},
	{"sysroot", OPT_SYSROOT, "DIR|IMAGE", KG_USE_COMMON, "look for the core's files there first: a folder, or a container's image"},
	{"debug-dir", OPT_DEBUG_DIR, "DIR", KG_USE_COMMON, "look for debug files there before /usr/lib/debug"},
	{"python", OPT_PYTHON, "WHICH", KG_USE_COMMON, "of several CPythons in one process: number, version or file"},
	{"no-dwarf", OPT_NO_DWARF, NULL, KG_USE_COMMON, "do not use debug information"},
	{"no-plugins", OPT_NO_PLUGINS, NULL, KG_USE_COMMON, "do without plugins and the emulator: such types are scanned"},
	{"plugin-dir", OPT_PLUGIN_DIR, "DIR", KG_USE_COMMON, "load plugins of DIR too; those of kedge's own folder come after"},
	{"no-cache", OPT_NO_CACHE, NULL, KG_USE_COMMON, "neither read nor write the cache of C structs"},
	{"redact", OPT_REDACT, NULL, KG_USE_COMMON, "show strings and bytes, keys too, by length alone"},
	{"strict", OPT_STRICT, NULL, KG_USE_COMMON, "exit status 4 when the reading is damaged or incomplete"},
	{"threads", OPT_THREADS, "N", KG_USE_COMMON, "work with N threads (as many as processors)"},
	{"quiet", OPT_QUIET, NULL, KG_USE_COMMON, "no progress and no hints on standard error"},
	{"color", OPT_COLOR, "WHEN", KG_USE_COMMON, "auto, always or never"},
	{"help", 'h', NULL, KG_USE_COMMON, "this text"},
};

static bool taken(const struct option_row *row, const struct kg_command *cmd)
{
	return row->uses == KG_USE_COMMON || (row->uses & cmd->uses);
}

static struct kg_error *parse_u64(const char *name, const char *text, uint64_t max, uint64_t *ret)
{
	unsigned long long v;
	char *end;

	errno = 0;
	v = strtoull(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end || errno || v > max)
		return kg_error_create(KG_ERR_USAGE, "--%s %s: a number up to %llu is expected", name, text,
				       (unsigned long long)max);
	*ret = v;
	return NULL;
}

static struct kg_error *parse_size(const char *name, const char *text, uint64_t *ret)
{
	static const char units[] = "KMGTP";
	const char *unit;
	char *end;
	double v = strtod(text, &end);

	if (end == text || !isfinite(v) || v < 0 || text[0] == '-')
		goto wrong;
	unit = *end ? strchr(units, *end == 'k' ? 'K' : *end) : NULL;
	if (unit) {
		v = ldexp(v, 10 * (int)(unit - units + 1));
		end++;
		if (*end == 'i')
			end++;
	}
	if (*end == 'B')
		end++;
	if (*end || v >= 0x1p63)
		goto wrong;
	*ret = (uint64_t)v;
	return NULL;
wrong:
	return kg_error_create(KG_ERR_USAGE, "--%s %s: a size such as 4096, 64K, 10M or 1.5G is expected", name,
			       text);
}

static struct kg_error *parse_real(const char *name, const char *text, double max, double *ret)
{
	char *end;
	double v = strtod(text, &end);

	if (end == text || *end || !(v > 0 && v <= max))
		return kg_error_create(KG_ERR_USAGE, "--%s %s: a number above 0 and up to %g is expected", name, text, max);
	*ret = v;
	return NULL;
}

struct kg_error *kg_args_addr(const char *text, kg_addr *ret)
{
	unsigned long long v;
	char *end;

	errno = 0;
	v = strtoull(text, &end, 16);
	if (text[0] != '0' || (text[1] != 'x' && text[1] != 'X') || !text[2] || *end || errno || v == 0)
		return kg_error_create(KG_ERR_USAGE, "%s: an address such as 0x7f21c40b6a80 is expected", text);
	*ret = v;
	return NULL;
}

static struct kg_error *parse_color(const char *text, enum kg_color *ret)
{
	static const char *const names[] = {"auto", "always", "never"};

	for (unsigned int i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (strcmp(names[i], text) == 0) {
			*ret = i;
			return NULL;
		}
	}
	return kg_error_create(KG_ERR_USAGE, "--color %s: auto, always or never is expected", text);
}

static void list_sorts(const struct kg_command *cmd, char *text, size_t size)
{
	size_t len = 0;

	text[0] = '\0';
	for (size_t i = 0; i < KG_SORTS_MAX && cmd->sorts[i]; i++)
		len += (size_t)snprintf(text + len, size - len, "%s%s", i ? ", " : "", cmd->sorts[i]);
}

static struct kg_error *parse_sort(const struct kg_command *cmd, const char *text, unsigned int *ret)
{
	char names[200];

	for (unsigned int i = 0; i < KG_SORTS_MAX && cmd->sorts[i]; i++) {
		if (strcmp(cmd->sorts[i], text) == 0) {
			*ret = i;
			return NULL;
		}
	}
	list_sorts(cmd, names, sizeof(names));
	return kg_error_create(KG_ERR_USAGE, "--sort %s: kedge %s sorts by %s", text, cmd->name, names);
}

static struct kg_error *set_pid(struct kg_args *a, const char *text)
{
	uint64_t pid = 0;
	struct kg_error *err = parse_u64("pid", text, INT32_MAX, &pid);

	if (err)
		return err;
	free(a->pid_target);
	if (asprintf(&a->pid_target, "pid:%llu", (unsigned long long)pid) < 0) {
		a->pid_target = NULL;
		return kg_error_nomem();
	}
	return NULL;
}

static struct kg_error *set_number(struct kg_args *a, int opt, const char *text)
{
	uint64_t v = 0;
	struct kg_error *err;

	switch (opt) {
	case OPT_THREADS:
		err = parse_u64("threads", text, 1024, &v);
		a->threads = (unsigned int)v;
		return err;
	case OPT_LIMIT:
		a->limit_set = true;
		return parse_u64("limit", text, INT64_MAX, &a->limit);
	case OPT_VALUE_WIDTH:
		err = parse_u64("value-width", text, INT64_MAX, &v);
		a->width = v ? v : SIZE_MAX;
		return err;
	case OPT_TIMES:
		err = parse_u64("times", text, UINT32_MAX, &a->times);
		return err || a->times ? err : kg_error_create(KG_ERR_USAGE, "--times 0: at least one is needed");
	case OPT_CYCLE:
		err = parse_u64("cycle", text, UINT32_MAX, &a->cycle);
		return err || a->cycle ? err : kg_error_create(KG_ERR_USAGE, "--cycle 0: cycles are counted from 1");
	case OPT_DEPTH:
		err = parse_u64("depth", text, 1000000, &v);
		a->depth = (unsigned int)v;
		return err;
	default:
		err = parse_u64("max-nodes", text, UINT32_MAX, &a->max_nodes);
		return err || a->max_nodes ? err
					   : kg_error_create(KG_ERR_USAGE, "--max-nodes 0: at least one is needed");
	}
}

static bool set_flag(struct kg_args *a, int opt)
{
	switch (opt) {
	case 'h':
		a->help = true;
		break;
	case OPT_JSON:
		a->json = true;
		break;
	case OPT_NO_DWARF:
		a->no_dwarf = true;
		break;
	case OPT_NO_PLUGINS:
		a->no_plugins = true;
		break;
	case OPT_NO_CACHE:
		a->no_cache = true;
		break;
	case OPT_WITH_BUFFERS:
		a->with_buffers = true;
		break;
	case OPT_FORK:
		a->fork = true;
		break;
	case OPT_ZSTD:
		a->zstd = true;
		break;
	case OPT_PYTHON_ONLY:
		a->python_only = true;
		break;
	case OPT_TREE:
		a->tree = true;
		break;
	case OPT_REDACT:
		a->redact = true;
		break;
	case OPT_STRICT:
		a->strict = true;
		break;
	case OPT_QUIET:
		a->quiet = true;
		break;
	case OPT_COLLECTABLE:
		a->collectable = true;
		break;
	case OPT_REFS:
		a->refs = true;
		break;
	case OPT_ALLOCATIONS:
		a->allocations = true;
		break;
	case OPT_MEMBERS:
		a->members = true;
		break;
	case OPT_ALL:
		a->all = true;
		break;
	case OPT_MADE:
		a->made = true;
		break;
	case OPT_TOTALS:
		a->totals = true;
		break;
	default:
		return false;
	}
	return true;
}

static bool set_text(struct kg_args *a, int opt, const char *text)
{
	switch (opt) {
	case OPT_EXE:
		a->exe = text;
		break;
	case OPT_SYSROOT:
		a->sysroot = text;
		break;
	case OPT_DEBUG_DIR:
		a->debug_dir = text;
		break;
	case OPT_PLUGIN_DIR:
		a->plugin_dir = text;
		break;
	case OPT_PYTHON:
		a->python = text;
		break;
	case OPT_TYPE:
		a->type = text;
		break;
	case OPT_BY:
		a->by = text;
		break;
	case 'o':
		a->output = text;
		break;
	case 'T':
		a->format = text;
		break;
	default:
		return false;
	}
	return true;
}

static struct kg_error *set(const struct kg_command *cmd, struct kg_args *a, int opt, const char *text)
{
	if (set_flag(a, opt) || set_text(a, opt, text))
		return NULL;
	switch (opt) {
	case 'p':
		return set_pid(a, text);
	case OPT_COLOR:
		return parse_color(text, &a->color);
	case OPT_SORT:
		return parse_sort(cmd, text, &a->sort);
	case OPT_MIN_SIZE:
		a->min_size_set = true;
		return parse_size("min-size", text, &a->min_size);
	case OPT_FAIL_ABOVE:
		a->fail_above_set = true;
		return parse_size("fail-above", text, &a->fail_above);
	case OPT_RSS:
		return parse_size("rss", text, &a->rss);
	case OPT_PSS:
		return parse_size("pss", text, &a->pss);
	case OPT_GROWTH:
		return parse_size("growth", text, &a->growth);
	case OPT_CGROUP:
		return parse_real("cgroup", text, 100, &a->cgroup);
	case OPT_RLIMIT:
		return parse_real("rlimit", text, 100, &a->rlimit);
	case OPT_PRESSURE:
		return parse_real("pressure", text, 100, &a->pressure);
	case OPT_WITHIN:
		return parse_real("within", text, 1e9, &a->within);
	case OPT_INTERVAL:
		return parse_real("interval", text, 1e9, &a->interval);
	case OPT_REFRESH:
		return parse_real("refresh", text, 1e6, &a->refresh);
	case OPT_EVERY:
		return parse_real("every", text, 3600, &a->every);
	case OPT_FROM:
		return kg_args_addr(text, &a->from);
	case OPT_TO:
		return kg_args_addr(text, &a->to);
	case OPT_WHY:
		return kg_args_addr(text, &a->why);
	default:
		return set_number(a, opt, text);
	}
}

/* What getopt_long() takes, of the rows that the command takes. */
static void fill_getopt(const struct kg_command *cmd, struct option *longs, char *shorts)
{
	*shorts++ = ':';
	for (size_t i = 0; i < KG_ARRAY_SIZE(rows); i++) {
		const struct option_row *row = &rows[i];

		if (!taken(row, cmd))
			continue;
		*longs++ = (struct option){row->name, row->arg ? required_argument : no_argument, NULL, row->value};
		if (row->value < 256) {
			*shorts++ = (char)row->value;
			if (row->arg)
				*shorts++ = ':';
		}
	}
	*longs = (struct option){0};
	*shorts = '\0';
}

static struct kg_error *wrong_option(const struct kg_command *cmd, char **argv, int got)
{
	if (got != ':' && strcmp(argv[optind - 1], "--tree") == 0)
		return kg_error_create(KG_ERR_USAGE, "--tree: %s%s is about one process: name it, as pid:1234; \"kedge summary "
				       "--tree pid:N\" tells those of a tree", cmd->run ? "kedge " : "",
				       cmd->run ? cmd->name : "the explorer");
	if (got == ':')
		return kg_error_create(KG_ERR_USAGE, "%s: a value is expected after it; see \"kedge %s --help\"",
				       argv[optind - 1], cmd->name);
	if (optopt > 0 && optopt < 256)
		return kg_error_create(KG_ERR_USAGE, "-%c: kedge %s has no such option; see \"kedge %s --help\"",
				       optopt, cmd->name, cmd->name);
	return kg_error_create(KG_ERR_USAGE, "%s: kedge %s has no such option; see \"kedge %s --help\"",
			       argv[optind - 1], cmd->name, cmd->name);
}

static struct kg_error *set_operands(const struct kg_command *cmd, struct kg_args *a, int argc, char **argv)
{
	int at = optind;

	if (a->pid_target)
		a->target = a->pid_target;
	else if (at < argc)
		a->target = argv[at++];
	else
		return kg_error_create(KG_ERR_USAGE, "no target given; usage: kedge %s [OPTIONS] TARGET%s%s", cmd->name,
				       cmd->operands ? " " : "", cmd->operands ? cmd->operands : "");
	a->rest = argv + at;
	a->nrest = argc - at;
	if (a->nrest < cmd->min_rest)
		return kg_error_create(KG_ERR_USAGE, "an operand is missing; usage: kedge %s [OPTIONS] TARGET %s",
				       cmd->name, cmd->operands);
	if (cmd->max_rest >= 0 && a->nrest > cmd->max_rest)
		return kg_error_create(KG_ERR_USAGE, "%s: one operand too many; usage: kedge %s [OPTIONS] TARGET%s%s",
				       a->rest[cmd->max_rest], cmd->name, cmd->operands ? " " : "",
				       cmd->operands ? cmd->operands : "");
	return cmd->check ? cmd->check(a) : NULL;
}

struct kg_error *kg_args_parse(const struct kg_command *cmd, int argc, char **argv, struct kg_args *ret)
{
	struct option longs[KG_ARRAY_SIZE(rows) + 1];
	char shorts[2 * KG_ARRAY_SIZE(rows) + 2];
	struct kg_error *err = NULL;
	int got;

	*ret = (struct kg_args){.width = WIDTH_DEFAULT, .depth = DEPTH_DEFAULT, .max_nodes = MAX_NODES_DEFAULT,
				  .within = 600, .interval = 60, .times = 1};
	fill_getopt(cmd, longs, shorts);
	opterr = 0;
	optind = 1;
	while (!err && (got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (got == '?' || got == ':')
			err = wrong_option(cmd, argv, got);
		else
			err = set(cmd, ret, got, optarg);
	}
	if (err || ret->help)
		return err;
	return set_operands(cmd, ret, argc, argv);
}

void kg_args_deinit(struct kg_args *a)
{
	free(a->pid_target);
}

static void help_row(const struct kg_command *cmd, const struct option_row *row, FILE *out)
{
	char left[64], names[200];

	if (row->value < 256)
		snprintf(left, sizeof(left), "-%c, --%s%s%s", row->value, row->name, row->arg ? " " : "",
			 row->arg ? row->arg : "");
	else
		snprintf(left, sizeof(left), "    --%s%s%s", row->name, row->arg ? " " : "", row->arg ? row->arg : "");
	if (row->value == OPT_SORT) {
		list_sorts(cmd, names, sizeof(names));
		fprintf(out, "  %-26s %s: %s\n", left, row->help, names);
		return;
	}
	fprintf(out, "  %-26s %s\n", left, row->help);
}

void kg_args_help(const struct kg_command *cmd, FILE *out)
{
	fprintf(out, "usage: kedge %s [OPTIONS] TARGET%s%s\n\n%s\n", cmd->name, cmd->operands ? " " : "",
	       cmd->operands ? cmd->operands : "", cmd->summary);
	if (cmd->details)
		fprintf(out, "\n%s\n", cmd->details);
	fprintf(out, "\n");
	for (size_t i = 0; i < KG_ARRAY_SIZE(rows); i++) {
		if (taken(&rows[i], cmd))
			help_row(cmd, &rows[i], out);
	}
}

const char *kg_args_option(const struct kg_command *cmd, size_t i)
{
	for (size_t row = 0; row < KG_ARRAY_SIZE(rows); row++) {
		if (((rows[row].uses & cmd->uses) || rows[row].value == OPT_JSON || rows[row].value == 'h') && i-- == 0)
			return rows[row].name;
	}
	return NULL;
}
