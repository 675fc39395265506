/*
 * Holds decoders against tp_traverse over objects that no program has made: what is rarely set in real ones, or never,
 * is set in these.
 *
 * Of each type that a decoder knows a few instances are made up in spare memory of the image: a blank one, and copies
 * of real ones. Then word after word of each, alone, is made to lead to an object that nothing else leads to, or to an
 * array of such objects, or is made nothing or one; and what the type's own tp_traverse shows, emulated, must be what the
 * decoder reads. Where tp_traverse cannot do with such an object, or the decoder says so itself, nothing is learned.
 */
#ifndef KG_ANALYSIS_MADE_H
#define KG_ANALYSIS_MADE_H

#include "heap/heap.h"

#define KG_MADE_SPARE (UINT64_C(8) << 20) /* bytes of spare memory that the image needs: kg_image_spare() */

/* What is wrong with a word. */
enum kg_made_fault {
	KG_MADE_UNREAD,	 /* tp_traverse shows what it leads to, and the decoder does not read it */
	KG_MADE_UNSHOWN, /* the decoder says that it is shown, and it is not */
	KG_MADE_UNNAMED, /* by the C struct it leads to an object, and the decoder has no reference of any kind there */
};

/* How it was found. */
enum kg_made_with {
	KG_MADE_WITH_OBJECT,  /* the word led to an object */
	KG_MADE_WITH_ARRAY,   /* it led to an array of objects */
	KG_MADE_WITH_ITSELF,  /* nothing was changed: the object was only a copy */
};

struct kg_made_finding {
	const struct kg_type *type;
	int64_t offset; /* bytes from the object, or in the block beside it */
	enum kg_made_fault fault;
	enum kg_made_with with;
	bool blank;	    /* in a blank object; else in the copy of a real one */
	bool beside;	    /* not in the object itself but in a block of memory that it leads to: the state of a module */
	kg_addr original;   /* the real one */
	const char *member; /* of the C struct; NULL: not known */
};

struct kg_made {
	uint64_t types;	   /* looked at */
	uint64_t objects;  /* made up, and held against tp_traverse */
	uint64_t unable;   /* their tp_traverse could not do with them */
	uint64_t left;	   /* types of which not all was tried, since too many objects took very long */
	uint64_t refused;  /* the decoder said that it could not read them */
	uint64_t disagree; /* words of types: findings but for UNNAMED */
	uint64_t unnamed;
	struct kg_made_finding *items; /* by type as they were met, then by offset */
	size_t n, cap;
};

struct kg_made_options {
	const char *type; /* only types that this matches, as in kg_type_fits(); NULL: all */
	bool all;	  /* every class made in Python, not just some: they are all read by one rule */
	struct kg_progress *progress;
};

/**
 * Errors: NOMEM; CANCELED; USAGE when the image has no spare memory; NOTFOUND when there is no emulator
 * Cost: some thousand made-up objects a type, seconds in all
 */
struct kg_error *kg_made_create(const struct kg_heap *h, const struct kg_made_options *opts, struct kg_made **ret) KG_MUST_CHECK;
void kg_made_destroy(struct kg_made *m);

/** "unread", "unshown", "unnamed" */
const char *kg_made_fault_name(enum kg_made_fault fault);
/** "object", "array", "itself" */
const char *kg_made_with_name(enum kg_made_with with);

#endif
