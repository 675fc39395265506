/* Many chains told as few: those that pass the same types from the same anchor are one. */
#ifndef KG_ANALYSIS_MERGED_H
#define KG_ANALYSIS_MERGED_H

#include "analysis/anchors.h"

struct kg_merged {
	kg_node example;	 /* the first of its objects, by address */
	uint64_t objects, bytes; /* with what they own */
	uint64_t signature;
};

struct kg_merged_list {
	struct kg_merged *items; /* most bytes first */
	size_t n;
};

/** Groups @n objects by their shortest chains. Steps of one type in a row count as one.
 * Errors: NOMEM. Cost: each object on the way once */
struct kg_error *kg_merged_create(const struct kg_anchors *a, const kg_node *nodes, size_t n,
				  struct kg_merged_list *ret) KG_MUST_CHECK;
void kg_merged_deinit(struct kg_merged_list *l);

#endif
