/*
 * Holds the reading against the target: what every object's own tp_traverse shows when it is emulated against the
 * references that were read, and what must hold of any heap.
 */
#ifndef KG_ANALYSIS_VERIFY_H
#define KG_ANALYSIS_VERIFY_H

#include "heap/heap.h"

#define KG_VERIFY_EXAMPLES 3

/* What must hold whatever the target is. */
enum kg_invariant {
	KG_HOLDS_COUNTS,  /* no object is counted fewer times than counted references to it were found */
	KG_HOLDS_LISTS,	  /* the neighbors of every tracked object point back at it */
	KG_HOLDS_TARGETS, /* every reference leads to the start of an object */
	KG_HOLDS_ROOM,	  /* no object begins inside another */
	KG_HOLDS_TYPES,	  /* every object's type is an object */
	KG_HOLDS_STRUCTS, /* emulation shows of an object itself what its C struct has for pointers */
};

#define KG_INVARIANTS (KG_HOLDS_STRUCTS + 1)

struct kg_verify_rule {
	const char *name, *words;
	uint64_t checked, broken;
	kg_addr examples[KG_VERIFY_EXAMPLES];
};

/* One type whose instances have a traverse function. */
struct kg_verify_type {
	uint32_t type;	  /* index into the heap's types */
	uint64_t objects; /* instances that the collector may look at */
	uint64_t checked; /* those held against their tp_traverse */
	uint64_t disagree;
	uint64_t unable; /* their tp_traverse could not be emulated */
	const char *why; /* unable: of the first of them, the end of "its tp_traverse ..." */
	kg_addr examples[KG_VERIFY_EXAMPLES]; /* that disagree, 0: no more */
};

struct kg_verify {
	bool emulated; /* false: there is no emulator, so types are not checked */
	struct kg_verify_type *types;
	uint32_t ntypes;
	uint64_t objects, checked, disagree, unable; /* over all types */
	struct kg_verify_rule rules[KG_INVARIANTS];
	uint64_t broken; /* over all rules */
};

struct kg_verify_options {
	uint64_t sample;       /* objects of each type, evenly spread; 0: all */
	bool rules;	       /* the invariants too */
	unsigned int threads;  /* 0: as many as processors */
	const char *type;      /* only types that this matches, as in kg_type_fits(); NULL: all */
	struct kg_progress *progress;
};

/** Errors: NOMEM. Cost: about a microsecond an object that is checked; with .rules a pass over all objects and edges */
struct kg_error *kg_verify_create(const struct kg_heap *h, const struct kg_verify_options *opts,
				  struct kg_verify **ret) KG_MUST_CHECK;
void kg_verify_destroy(struct kg_verify *v);

/**
 * The references of one object that only one side has, sorted, to be freed by the caller.
 * @ret_missing: shown by its tp_traverse alone; @ret_extra: read by kedge alone.
 * Errors: NOMEM; NOTFOUND when its tp_traverse cannot be emulated
 */
struct kg_error *kg_verify_object(const struct kg_heap *h, kg_node n, kg_addr **ret_missing, size_t *ret_nmissing,
				  kg_addr **ret_extra, size_t *ret_nextra) KG_MUST_CHECK;

/**
 * Which objects are no guess: the collector has them, or references that are none lead to them from there and from the
 * interpreter's own state. What stands in a variable of C or on a stack may be what a freed object left behind, and so may
 * all that only such a word leads to. @ret: a bit for each node, the caller's
 * Errors: NOMEM. Cost: a pass over all objects and references
 */
struct kg_error *kg_verify_certain(const struct kg_heap *h, uint64_t **ret) KG_MUST_CHECK;

#endif
