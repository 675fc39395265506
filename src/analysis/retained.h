/*
 * Retained bytes: what would be freed if one object alone went away, that is, the
 * bytes of everything it dominates, payloads included.
 *
 * The graph is that of counted references (traverse, owned). A word of an unknown
 * type that equals an object's address (guess) counts as a reference as well, since
 * it is the only way in which such an object holds anything: where such types hold
 * much, what they share with others is a guess.
 *
 * The roots: what a counted root refers to, objects in static memory, and what is
 * counted more often than references to it are found and is not garbage: other C
 * code holds it. For what none of these reach (garbage that waits for gc.collect(),
 * blocks found by scanning) all members of those strongly connected components that
 * no other component leads to. Hence every object is reached. Words that are not
 * counted (borrowed pointers, what looks like a C variable) make no root.
 */
#ifndef KG_ANALYSIS_RETAINED_H
#define KG_ANALYSIS_RETAINED_H

#include "graph/dominators.h"
#include "heap/heap.h"

#define KG_RETAINED_HOLDS (1u << KG_EDGE_TRAVERSE | 1u << KG_EDGE_OWNED | 1u << KG_EDGE_GUESS)

struct kg_retained {
	const struct kg_heap *heap;
	unsigned int threads; /* that further questions may take, 0: as many as processors */
	struct kg_dominators tree;
	uint64_t *roots;   /* bit set by node */
	uint64_t *bytes;   /* [node] retained */
	uint32_t *objects; /* [node] how many objects those are, itself included */
	uint32_t *first;   /* [node].. [node + 1]: its places in child[]; [heap->nodes]: those of the virtual root */
	kg_node *child;
	uint64_t total; /* bytes of all objects: what the virtual root retains */
	struct kg_pages mem[5];
};

/** Computes all at once, on @threads threads where that can be (0: as many as processors).
 * Errors: NOMEM, CANCELED. Cost: O(E log V) at worst; keeps 28 bytes an object */
struct kg_error *kg_retained_create(const struct kg_heap *h, unsigned int threads, struct kg_progress *progress,
				    struct kg_retained **ret) KG_MUST_CHECK;
void kg_retained_destroy(struct kg_retained *r);

/** Bytes: own ones (kg_node_bytes() of analysis/select.h) and those of all it dominates.
 * A payload that several share is its owner's. Cost: one memory access */
static inline uint64_t kg_retained_bytes(const struct kg_retained *r, kg_node n)
{
	return r->bytes[n];
}

/** Objects that @n dominates, itself included. */
static inline uint64_t kg_retained_objects(const struct kg_retained *r, kg_node n)
{
	return r->objects[n];
}

/** Immediate dominator of @n; KG_NODE_NONE when it is a root, or only several roots together hold it. */
static inline kg_node kg_retained_owner(const struct kg_retained *r, kg_node n)
{
	return r->tree.idom[n];
}

/** Is @n one of the roots themselves? */
static inline bool kg_retained_is_root(const struct kg_retained *r, kg_node n)
{
	return kg_bit_get(r->roots, n);
}

/** What @n immediately dominates (KG_NODE_NONE: the virtual root), by falling retained bytes,
 * then by address. The caller frees the array; NULL when there are none. Errors: NOMEM */
struct kg_error *kg_retained_children(const struct kg_retained *r, kg_node n, kg_node **ret_items,
				      size_t *ret_n) KG_MUST_CHECK;

/**
 * Retained bytes by type: what would be freed if all instances of the type went away
 * together, exact (analysis/joint.h).
 * @ret: [type index], the caller frees it. Errors: NOMEM, CANCELED. Cost: a pass over all references
 * for each 64 types of more than one instance
 */
struct kg_error *kg_retained_types(const struct kg_retained *r, struct kg_progress *progress, uint64_t **ret) KG_MUST_CHECK;

#endif
