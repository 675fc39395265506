/* What some nodes lead to. */
#include "graph/graph.h"

#include <stdlib.h>
#include <string.h>

#define NEAR 6 /* queue places between the fetch of a list and its use */
#define FAR 12 /* ... and of the word that says where the list is */

static void expand(const struct kg_graph *g, uint64_t *marked, const uint64_t *within, unsigned int kinds, kg_node n,
		   kg_node *queue, uint64_t *tail)
{
	KG_GRAPH_OUT(g, n, w, {
		kg_node to = KG_WORD_TO(w);

		if (kinds >> KG_WORD_KIND(w) & 1 && !kg_bit_get(marked, to) && (!within || kg_bit_get(within, to))) {
			kg_bit_set(marked, to);
			queue[(*tail)++] = to;
		}
	});
}

struct kg_error *kg_graph_mark(const struct kg_graph *g, uint64_t *marked, const uint64_t *within, unsigned int kinds)
{
	struct kg_pages mem;
	uint64_t head = 0, tail = 0;
	uint64_t words = ((uint64_t)g->nodes + 63) / 64;
	uint64_t *seeds = malloc(words * sizeof(*seeds) + 1);
	kg_node *queue;
	struct kg_error *err;

	if (!seeds)
		return kg_error_nomem();
	err = kg_pages_init(&mem, ((size_t)g->nodes + FAR + 1) * sizeof(kg_node));
	if (err) {
		free(seeds);
		return err;
	}
	memcpy(seeds, marked, words * sizeof(*seeds));
	queue = mem.mem;
	for (uint64_t i = 0; i < words; i++) {
		for (uint64_t bits = seeds[i]; bits; bits &= bits - 1) {
			kg_node n = (kg_node)(i * 64 + (unsigned int)__builtin_ctzll(bits));

			/* Seeds are taken as they come, in address order; what they lead to waits in the queue. */
			expand(g, marked, within, kinds, n, queue, &tail);
		}
		while (head < tail) {
			kg_node far = queue[head + FAR], near = queue[head + NEAR];

			if (head + FAR < tail)
				__builtin_prefetch(&g->start[far]);
			if (head + NEAR < tail && g->start[near] != KG_NODE_NONE)
				__builtin_prefetch(&g->to[g->start[near]]);
			expand(g, marked, within, kinds, queue[head++], queue, &tail);
		}
		head = tail = 0; /* the same few pages again, warm */
	}
	kg_pages_deinit(&mem);
	free(seeds);
	return NULL;
}
