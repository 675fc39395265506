/*
 * The reference graph as integers: out-edges and in-edges packed in arrays of
 * 32-bit words. Node numbers are address order. 4 bytes an edge each way.
 *
 * A word is: bit 31 "last of its list" (out-edges only), bits 30-29 the kind
 * (heap/sink.h), bits 28-0 the node. So 536,870,911 objects are the most.
 */
#ifndef KG_GRAPH_GRAPH_H
#define KG_GRAPH_GRAPH_H

#include "base/pages.h"
#include "base/progress.h"

#define KG_WORD_LAST UINT32_C(0x80000000)
#define KG_WORD_KIND_SHIFT 29
#define KG_WORD_NODE UINT32_C(0x1fffffff)
#define KG_NODES_MAX KG_WORD_NODE

#define KG_WORD_TO(w) ((kg_node)((w) & KG_WORD_NODE))
#define KG_WORD_KIND(w) ((unsigned int)((w) >> KG_WORD_KIND_SHIFT & 3))

/* Passes look ahead in to[] by this many words, past its end as well. */
#define KG_GRAPH_SLACK 64

struct kg_graph {
	kg_node nodes;
	uint64_t edges;
	uint32_t *start; /* [node]: its first word in to[], KG_NODE_NONE when it has none */
	uint32_t *to;	 /* lists end with the word that has KG_WORD_LAST; KG_GRAPH_SLACK words more are readable */
	uint32_t *first; /* [node]..[node + 1]: its words in from[] */
	uint32_t *from;
	struct kg_pages mem[4];
};

/** Calls body for each out-edge word w of node n. */
#define KG_GRAPH_OUT(g, n, w, body)                                                                                    \
	do {                                                                                                           \
		if ((g)->start[n] != KG_NODE_NONE) {                                                                   \
			const uint32_t *kg_p = (g)->to + (g)->start[n];                                                \
			uint32_t w;                                                                                    \
			do {                                                                                           \
				w = *kg_p++;                                                                           \
				body;                                                                                  \
			} while (!(w & KG_WORD_LAST));                                                                 \
		}                                                                                                      \
	} while (0)

/** Calls body for each in-edge word w of node n. */
#define KG_GRAPH_IN(g, n, w, body)                                                                                     \
	do {                                                                                                           \
		for (uint32_t kg_i = (g)->first[n]; kg_i < (g)->first[(n) + 1]; kg_i++) {                              \
			uint32_t w = (g)->from[kg_i];                                                                  \
			body;                                                                                          \
		}                                                                                                      \
	} while (0)

/**
 * Fills first[] and from[] from start[] and to[]. Sources come in rising order.
 * Cost: two passes over the edges on @nthreads threads. Errors: NOMEM, CANCELED (first[] and
 * from[] mean nothing then)
 */
struct kg_error *kg_graph_reverse(struct kg_graph *g, unsigned int nthreads,
				  struct kg_progress *progress) KG_MUST_CHECK;

/** Takes the memory. */
void kg_graph_deinit(struct kg_graph *g);

static inline bool kg_bit_get(const uint64_t *bits, uint64_t i)
{
	return bits[i >> 6] >> (i & 63) & 1;
}

static inline void kg_bit_set(uint64_t *bits, uint64_t i)
{
	bits[i >> 6] |= UINT64_C(1) << (i & 63);
}

static inline void kg_bit_clear(uint64_t *bits, uint64_t i)
{
	bits[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

/**
 * Marks everything that @seeds lead to over edges whose kind is in @kinds (bit
 * mask of 1 << kind), staying inside @within (NULL: everywhere).
 * @marked: in: the seeds; out: all reached, seeds included. Cost: O(V + E) of what is reached.
 * @progress: only asked whether to stop. Errors: NOMEM, CANCELED (@marked means nothing then)
 */
struct kg_error *kg_graph_mark(const struct kg_graph *g, uint64_t *marked, const uint64_t *within, unsigned int kinds,
			       const struct kg_progress *progress) KG_MUST_CHECK;

/**
 * Strongly connected components of the nodes in @within over edges of @kinds.
 * @ret_component: [node] number of its component, KG_NODE_NONE outside; components
 * are numbered so that an edge between two never leads to a higher number.
 * @progress: only asked whether to stop. Errors: NOMEM, CANCELED. Cost: O(V + E), iterative.
 */
struct kg_error *kg_graph_components(const struct kg_graph *g, const uint64_t *within, unsigned int kinds,
				     const struct kg_progress *progress, uint32_t *ret_component,
				     uint32_t *ret_count) KG_MUST_CHECK;

#endif
