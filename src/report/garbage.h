/* All garbage at once: what gc.garbage would hold under gc.DEBUG_SAVEALL, counted. */
#ifndef KG_REPORT_GARBAGE_H
#define KG_REPORT_GARBAGE_H

#include <stdio.h>

#include "analysis/cycles.h"
#include "report/census.h"
#include "report/origin.h"

/* Groups of one owner. */
struct kg_garbage_owner {
	uint32_t origin;
	uint64_t groups, objects, freed; /* freed: each group alone */
};

struct kg_garbage {
	const struct kg_heap *heap;
	const struct kg_cycles *cycles;
	const struct kg_origins *origins;
	struct kg_census types, frames, cells;
	struct kg_garbage_owner *owners; /* who frees most first */
	size_t nowners;
};

/** Errors: NOMEM. Cost: O(unreachable objects) */
struct kg_error *kg_garbage_init(struct kg_garbage *g, const struct kg_heap *h, struct kg_origins *origins,
				 const struct kg_cycles *cycles) KG_MUST_CHECK;
void kg_garbage_deinit(struct kg_garbage *g);

/** The document of "cycles --totals --json". */
struct kg_json *kg_garbage_json(const struct kg_garbage *g, size_t width);

/** A few lines: owners, types, frames and cells, the most frequent. */
void kg_garbage_text(const struct kg_garbage *g, struct kg_strbuf *sb);

/** The tables whole, at most @limit rows each, 0 for all. Errors: NOMEM */
struct kg_error *kg_garbage_tables(const struct kg_garbage *g, uint64_t limit, size_t width, bool color,
				   FILE *out) KG_MUST_CHECK;

#endif
