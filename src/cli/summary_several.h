/* What "summary" knows of several processes, and its two forms. */
#ifndef KG_CLI_SUMMARY_SEVERAL_H
#define KG_CLI_SUMMARY_SEVERAL_H

#include "analysis/growth.h"
#include "analysis/parted.h"
#include "cli/several.h"
#include "live/sharing.h"
#include "report/json.h"

struct kg_summary_row {
	const struct kg_one *one;
	int pid; /* of a core too, 0 unknown */
	bool read;
	enum kg_skip skip; /* when not */
	struct kg_strbuf command, why, doubts, top_type;
	struct kg_memory_use use;
	struct kg_live live;
	uint64_t objects, bytes, payload, garbage, top_bytes;
	bool garbage_known, parted_known;
	pid_t parent; /* with .parted_known */
	struct kg_parted parted; /* .types are in kg_summary_rows alone */
	struct kg_json *json; /* the whole summary; NULL for people */
};

struct kg_summary_rows {
	struct kg_summary_row *items;
	size_t n, read, failed, live; /* .live: their memory is known */
	struct kg_memory_once once;
	struct kg_growth *types; /* of parted pages, all children together: target 1 of 2 */
};

/** "kedge summary" of several targets. Errors: as kg_several_verdict() */
struct kg_error *kg_summary_several(struct kg_cli *cli) KG_MUST_CHECK;

struct kg_error *kg_summary_rows_print(const struct kg_cli *cli, const struct kg_summary_rows *rows) KG_MUST_CHECK;
struct kg_error *kg_summary_rows_json(const struct kg_cli *cli, const struct kg_summary_rows *rows) KG_MUST_CHECK;
/** {"parent", "bytes", "collector", "refcounts", "same", "data", "unseen", "freezable", "types"}, in bytes */
struct kg_json *kg_summary_parted_json(const struct kg_summary_row *r, const struct kg_heap *child);

#endif
