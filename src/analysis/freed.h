/*
 * What would be freed if some objects went away: reference counts are taken down
 * on paper, and what comes to zero goes too, and so on. A reference that kedge does
 * not know of keeps its object, as it would in the process.
 */
#ifndef KG_ANALYSIS_FREED_H
#define KG_ANALYSIS_FREED_H

#include "base/pages.h"
#include "heap/heap.h"

struct kg_freed {
	const struct kg_heap *heap;
	uint32_t *lost;	  /* [node] references taken down; all zero between runs */
	uint64_t *gone;	  /* bit set by node; all zero between runs */
	kg_node *touched; /* nodes whose lost[] is not zero */
	size_t ntouched, touched_cap;
	kg_node *nodes; /* of the last run: what goes, the seeds first */
	size_t n, cap;
	uint64_t bytes; /* of the last run: sizes and payloads */
	struct kg_pages mem[2];
};

/** Cost: memory is taken as it is touched. Errors: NOMEM */
struct kg_error *kg_freed_create(const struct kg_heap *h, struct kg_freed **ret) KG_MUST_CHECK;
void kg_freed_destroy(struct kg_freed *f);

/** Lets @seeds go. The result stays until the next run. Cost: O(what goes and its references) */
struct kg_error *kg_freed_run(struct kg_freed *f, const kg_node *seeds, size_t n) KG_MUST_CHECK;

#endif
