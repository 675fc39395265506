/* Objects and bytes by type, and in all. */
#ifndef KG_ANALYSIS_TOTALS_H
#define KG_ANALYSIS_TOTALS_H

#include "heap/heap.h"

struct kg_type_total {
	uint32_t type; /* index into the heap's types */
	uint64_t objects, collectable, scanned;
	uint64_t bytes;	  /* sum of sys.getsizeof() */
	uint64_t payload; /* bytes of buffers that sys.getsizeof() does not count */
};

struct kg_totals {
	struct kg_type_total *items; /* [type index] */
	uint32_t n;
	struct kg_type_total all; /* .type means nothing */
	uint64_t surplus;	  /* live objects that are counted more often than referred to */
};

/** One pass over all objects, on @threads threads (0: as many as processors). Errors: NOMEM, CANCELED */
struct kg_error *kg_totals_create(const struct kg_heap *h, unsigned int threads, struct kg_progress *progress,
				  struct kg_totals **ret) KG_MUST_CHECK;
void kg_totals_destroy(struct kg_totals *t);

#endif
