/* Objects that own a run of bytes: bytes, bytearray, str, array, mmap, BytesIO... */
#ifndef KG_ANALYSIS_BUFFERS_H
#define KG_ANALYSIS_BUFFERS_H

#include "heap/heap.h"

struct kg_buffer {
	kg_node node;
	struct kg_payload payload;
};

struct kg_buffers {
	struct kg_buffer *items; /* the largest first */
	size_t n;
	uint64_t bytes; /* of all */
};

/** Those of at least @min_bytes. @type as in struct kg_selection, NULL: all.
 * Errors: NOMEM, CANCELED. Cost: one pass */
struct kg_error *kg_buffers_create(const struct kg_heap *h, uint64_t min_bytes, const char *type, bool collectable,
				   struct kg_progress *progress, struct kg_buffers *ret) KG_MUST_CHECK;
void kg_buffers_deinit(struct kg_buffers *b);

#endif
