/* What some nodes lead to. */
#include "graph/graph.h"

#define NEAR 6 /* queue places between the fetch of a list and its use */
#define STEP 0xffff /* nodes between two looks at whether to stop, less 1 */
#define FAR 12 /* ... and of the word that says where the list is */

struct mark {
	const struct kg_graph *g;
	uint64_t *marked;
	const uint64_t *within;
	unsigned int kinds;
	kg_node *queue;
	uint64_t head, tail;
	const struct kg_progress *progress;
	uint32_t steps;
	bool canceled;
};

/*
 * Marks what @n leads to. All nodes are passed in order of address, and what lies behind
 * @at, where that pass is, has to wait in the queue; what lies ahead it meets anyway.
 */
static inline __attribute__((always_inline)) void expand(struct mark *m, kg_node n, kg_node at)
{
	uint64_t *const marked = m->marked;
	const uint64_t *const within = m->within;
	const unsigned int kinds = m->kinds;

	if ((++m->steps & STEP) == 0)
		m->canceled = kg_progress_canceled(m->progress);
	KG_GRAPH_OUT(m->g, n, w, {
		kg_node to = KG_WORD_TO(w);

		if (!kg_bit_get(marked, to) && kinds >> KG_WORD_KIND(w) & 1 && (!within || kg_bit_get(within, to))) {
			kg_bit_set(marked, to);
			if (to <= at)
				m->queue[m->tail++] = to;
		}
	});
}

static void drain(struct mark *m, kg_node at)
{
	const struct kg_graph *g = m->g;

	while (m->head < m->tail && !m->canceled) {
		kg_node far = m->queue[m->head + FAR], near = m->queue[m->head + NEAR];

		if (m->head + FAR < m->tail)
			__builtin_prefetch(&g->start[far]);
		if (m->head + NEAR < m->tail && g->start[near] != KG_NODE_NONE)
			__builtin_prefetch(&g->to[g->start[near]]);
		expand(m, m->queue[m->head++], at);
	}
	m->head = m->tail = 0; /* the same few pages again, warm */
}

struct kg_error *kg_graph_mark(const struct kg_graph *g, uint64_t *marked, const uint64_t *within, unsigned int kinds,
			       const struct kg_progress *progress)
{
	struct mark m = {.g = g, .marked = marked, .within = within, .kinds = kinds, .progress = progress};
	struct kg_pages mem;
	struct kg_error *err = kg_pages_init(&mem, ((size_t)g->nodes + FAR + 1) * sizeof(kg_node));

	if (err)
		return err;
	m.queue = mem.mem;
	for (uint64_t i = 0; i < ((uint64_t)g->nodes + 63) / 64 && !m.canceled; i++) {
		uint64_t ahead = UINT64_MAX; /* of this word's nodes, those not passed yet */

		while (marked[i] & ahead) {
			unsigned int bit = (unsigned int)__builtin_ctzll(marked[i] & ahead);
			kg_node n = (kg_node)(i * 64 + bit);

			ahead = UINT64_MAX << bit << 1;
			expand(&m, n, n);
		}
		drain(&m, (kg_node)(i * 64 + 63));
	}
	kg_pages_deinit(&mem);
	return kg_progress_check(progress);
}
