/* Blocks of memory that objects show each other's: which views there are of which object's bytes. */
#ifndef KG_ANALYSIS_SHARES_H
#define KG_ANALYSIS_SHARES_H

#include "heap/heap.h"

struct kg_share {
	kg_node block, view; /* the object that owns the bytes, and one that shows some of them */
	kg_addr addr;	     /* what it shows begins there, 0 when unknown */
	uint64_t bytes;	     /* that it shows */
};

struct kg_shares {
	struct kg_share *items; /* by block; those of a block by bytes, the most first */
	size_t n;
};

/** Views of the objects that own a payload, however many views are between. Errors: NOMEM, CANCELED.
 * Cost: a pass over the objects, and over those whose types have views */
struct kg_error *kg_shares_create(const struct kg_heap *h, struct kg_progress *progress, struct kg_shares *ret) KG_MUST_CHECK;
void kg_shares_deinit(struct kg_shares *s);

/** The views of one block: items from @ret_from up to and without @ret_to. */
void kg_shares_of(const struct kg_shares *s, kg_node block, size_t *ret_from, size_t *ret_to);

/** The object that owns what @n shows, KG_NODE_NONE when it shows nothing or nobody is known to own it. */
kg_node kg_share_block(const struct kg_heap *h, kg_node n);
/** The same, or @n itself when it owns memory that others may show. */
kg_node kg_share_block_of(const struct kg_heap *h, kg_node n);

#endif
