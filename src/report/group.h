/* One group of garbage: what is in it and what goes with it. */
#ifndef KG_REPORT_GROUP_H
#define KG_REPORT_GROUP_H

#include "analysis/buffers.h"
#include "analysis/cycles.h"
#include "report/json.h"

struct kg_group_type {
	const struct kg_type *type;
	uint64_t objects;
};

struct kg_group {
	const struct kg_heap *heap;
	const struct kg_cycle *cycle;
	const kg_node *members;
	struct kg_group_type *types; /* the most frequent first */
	size_t ntypes;
	struct kg_buffer *buffers; /* that go with it, the largest first */
	size_t nbuffers;
};

/** Contents of at least @min_bytes count as buffers. Errors: NOMEM */
struct kg_error *kg_group_init(struct kg_group *g, const struct kg_heap *h, const struct kg_cycles *cycles,
			       const struct kg_cycle *cycle, uint64_t min_bytes) KG_MUST_CHECK;
void kg_group_deinit(struct kg_group *g);

/** A row of "cycles --json". */
struct kg_json *kg_group_json(const struct kg_group *g, size_t width, bool members);

/** The same for people, several lines. */
void kg_group_text(const struct kg_group *g, size_t width, bool members, struct kg_strbuf *sb);

#endif
