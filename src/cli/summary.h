/* What "summary" knows of one process, and its two forms. */
#ifndef KG_CLI_SUMMARY_H
#define KG_CLI_SUMMARY_H

#include "analysis/buffers.h"
#include "cli/command.h"
#include "report/json.h"

struct kg_cycles;
struct kg_totals;
struct kg_type_total;
struct kg_verify;

/* Everything the summary says beside what the session has at hand. */
struct kg_summary {
	const struct kg_totals *totals;
	struct kg_cycles *own;	/* computed here: a session that knows the groups too is asked instead */
	const struct kg_cycles *cycles; /* totals only; NULL when the collector's view is not known */
	const struct kg_buffers *buffers;
	struct kg_verify *verify; /* a small sample */
	uint64_t frozen;
};

/** Errors: NOMEM, CANCELED. Cost: a few passes over all objects. @ret is to be ended in any case */
struct kg_error *kg_summary_create(const struct kg_cli *cli, struct kg_summary *ret) KG_MUST_CHECK;
void kg_summary_deinit(struct kg_summary *f);

/** One screen for people. Errors: NOMEM */
struct kg_error *kg_summary_print(const struct kg_cli *cli, const struct kg_summary *f) KG_MUST_CHECK;
/** The document of "summary --json". */
struct kg_json *kg_summary_json(const struct kg_cli *cli, const struct kg_summary *f);

/* What both forms say. */
/** "3.11.2", "3.14.0rc1" */
void kg_summary_version(const struct kg_version *v, struct kg_strbuf *sb);
/** "2026-01-31T12:00:00Z" */
void kg_summary_time(int64_t seconds, struct kg_strbuf *sb);
/** Length of gc.garbage, of all interpreters. */
int64_t kg_summary_garbage(const struct kg_heap *h);
/** A type whose references kedge knows only by emulation or by guess. */
bool kg_summary_unknown(const struct kg_heap *h, const struct kg_type_total *t);

#endif
