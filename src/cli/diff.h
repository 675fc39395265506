/* What "diff" keeps of its targets, and how it shows that. */
#ifndef KG_CLI_DIFF_H
#define KG_CLI_DIFF_H

#include "analysis/growth.h"
#include "analysis/trend.h"
#include "cli/command.h"
#include "report/json.h"

enum { KG_DIFF_TYPE, KG_DIFF_OWNER, KG_DIFF_LINE, KG_DIFF_KINDS };

/* One target, read and closed again. */
struct kg_diff_target {
	const char *name;
	struct kg_amount all;
	uint64_t collectable;	/* objects that gc.collect() would find */
	bool traced;		/* tracemalloc was on and can be read */
	uint64_t owners_least;	/* bytes below which nothing is an owner of its own */
	struct kg_json *doubts; /* until the answer has taken them */
};

/* An object that was in every target so far, at the same address with the same type. */
struct kg_survivor {
	kg_addr addr;
	uint32_t type; /* series of kinds[KG_DIFF_TYPE] */
};

struct kg_diff {
	struct kg_diff_target *targets;
	unsigned int n;			/* targets, 2 at least */
	unsigned int wanted;		/* bit 1 << KG_DIFF_* */
	struct kg_growth *kinds[KG_DIFF_KINDS]; /* NULL: not asked for, or lines that not all targets have */
	struct kg_survivor *survivors;	/* by address */
	size_t nsurvivors;
};

/** "type", "owner", "line" */
const char *kg_diff_kind_name(unsigned int kind);

/** Reads all targets in order, one open at a time. @wanted: bits of kinds; of lines,
 * which need tracemalloc, @lines_must says whether doing without is an error.
 * Errors: those of opening, with the target's name; NOTFOUND without lines; NOMEM */
struct kg_error *kg_diff_read(struct kg_cli *cli, const char *const *names, unsigned int n, unsigned int wanted,
			      bool lines_must, struct kg_diff *ret) KG_MUST_CHECK;
void kg_diff_deinit(struct kg_diff *d);

/** Bytes and payload of everything in target @i. */
static inline uint64_t kg_diff_bytes(const struct kg_diff *d, unsigned int i)
{
	return d->targets[i].all.bytes + d->targets[i].all.payload;
}

/** The verdict over all targets of series @i of @g, or of the whole when @g is NULL. Errors: NOMEM */
struct kg_error *kg_diff_trend(const struct kg_diff *d, const struct kg_growth *g, uint32_t i,
			       struct kg_trend *ret) KG_MUST_CHECK;

struct kg_error *kg_diff_print(const struct kg_cli *cli, const struct kg_diff *d) KG_MUST_CHECK;
struct kg_error *kg_diff_json(const struct kg_cli *cli, const struct kg_diff *d) KG_MUST_CHECK;

#endif
