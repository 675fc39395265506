/*
 * Why an object is alive: chains of counted references from something that is not
 * itself waiting for anybody. In falling order of certainty that is a root, a word
 * in a library's data that looks like a C variable, an object that is counted more
 * often than kedge finds references to it, and an unreachable object that waits for
 * gc.collect(). Weak references never keep anything.
 */
#ifndef KG_ANALYSIS_ANCHORS_H
#define KG_ANALYSIS_ANCHORS_H

#include "base/pages.h"
#include "heap/heap.h"

enum kg_anchor {
	KG_ANCHOR_NONE, /* nothing found: a guess of the scan, or a part of a group of such */
	KG_ANCHOR_ROOT,	/* sys.modules, a module in it and its namespace are roots too */
	KG_ANCHOR_GUESS,   /* its count says that somebody else holds it, and a word fits: what looks like a C variable, an unnamed slot of a frame, a reference that is a guess */
	KG_ANCHOR_COUNT,   /* its reference count says that somebody else holds it */
	KG_ANCHOR_GARBAGE, /* gc.collect() would find it */
};

const char *kg_anchor_name(enum kg_anchor a); /* "none", "root", "guess", "c-code", "garbage" */

/** The root of @n that explains it best, NULL when it has none. Certain ones first:
 * frames, then the interpreter's state, then static memory, then guesses. */
const struct kg_root *kg_anchor_root(const struct kg_heap *h, kg_node n);

/** Is it a word that only looks like a reference? */
bool kg_anchor_guess(const struct kg_root *r);

/** Is @n itself an anchor, and of what sort? */
enum kg_anchor kg_anchor_of(const struct kg_heap *h, kg_node n);

/* From the anchor to the object, both included. */
struct kg_chain {
	enum kg_anchor anchor;
	kg_node *nodes;
	size_t n;
	bool shares; /* passes an inner object that a chain before it passes too */
};

void kg_chain_deinit(struct kg_chain *c);

/* The shortest chain for every object at once. */
struct kg_anchors {
	const struct kg_heap *heap;
	uint32_t *parent; /* [node] the one before it, KG_NODE_NONE at the anchor */
	uint8_t *kind;	  /* [node] enum kg_anchor of the chain's start */
	struct kg_pages mem[3];
};

/** Breadth first from all anchors, the most certain ones first. Errors: NOMEM, CANCELED. Cost: O(V + E) */
struct kg_error *kg_anchors_create(const struct kg_heap *h, struct kg_progress *progress,
				   struct kg_anchors **ret) KG_MUST_CHECK;
void kg_anchors_destroy(struct kg_anchors *a);
/** Errors: NOMEM */
struct kg_error *kg_anchors_chain(const struct kg_anchors *a, kg_node n, struct kg_chain *ret) KG_MUST_CHECK;

struct kg_chains {
	struct kg_chain *items;
	size_t n;
	bool more; /* there are more than were asked for */
};

/**
 * Up to @max chains to @n. First those that have no inner object in
 * common, found one after the other, each the shortest that is left; then, where
 * there are no more of these, the shortest from anchors not named yet (.shares).
 * Anchors of a less certain sort only when there is none of a more certain one.
 * Errors: NOMEM, CANCELED. Cost: for each disjoint chain (at most 32) a search backward from
 * @n, O(V + E) at worst
 */
struct kg_error *kg_chains_create(const struct kg_heap *h, kg_node n, size_t max, struct kg_progress *progress,
				  struct kg_chains *ret) KG_MUST_CHECK;
void kg_chains_deinit(struct kg_chains *c);

#endif
