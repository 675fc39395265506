/*
 * Pages that a fork left to two processes in common and that are two now: whose objects were
 * written to, and was it more than their reference counts and the collector's links?
 */
#ifndef KG_ANALYSIS_PARTED_H
#define KG_ANALYSIS_PARTED_H

#include "heap/heap.h"

/* What tells the two pages apart, with an object on them that both have, of the same type at the same address. */
enum kg_parted_by {
	KG_PARTED_LINKS,  /* words of collector's headers alone: gc.freeze() before the fork keeps such pages shared */
	KG_PARTED_COUNTS, /* reference counts, and perhaps such links */
	KG_PARTED_SAME,	  /* nothing: it was written to and put back, as a collection and a passing reference do */
	KG_PARTED_DATA,	  /* anything else, or no object is common: the page was put to use */
	KG_PARTED_UNSEEN, /* the copies do not hold it: payload that was left out */
	KG_PARTED_KINDS,
};

/** "collector", "refcounts", "same", "data", "unseen" */
const char *kg_parted_name(enum kg_parted_by by);

/* Pages of the first three kinds, shared out evenly among the objects that differ on each (of SAME: all that lie on it). */
struct kg_parted_type {
	uint32_t type;	  /* index into the child's types */
	uint64_t objects; /* those objects, each counted once a page */
	uint64_t bytes;	  /* of pages */
};

struct kg_parted {
	uint64_t bytes[KG_PARTED_KINDS]; /* of pages */
	uint64_t freezable; /* of .bytes[SAME], pages with an object that the collector follows */
	struct kg_parted_type *types; /* most bytes first, those without any left out */
	size_t ntypes;
};

/** A range of addresses, whole pages. */
struct kg_parted_range {
	kg_addr start, end;
};

/**
 * Compares @n ranges, sorted, of two heaps. @page: bytes of one page
 * Errors: NOMEM. Cost: every word of the ranges in both, and the objects in them
 */
struct kg_error *kg_parted_create(const struct kg_heap *parent, const struct kg_heap *child, const struct kg_parted_range *ranges,
				  size_t n, uint64_t page, struct kg_parted *ret) KG_MUST_CHECK;
void kg_parted_deinit(struct kg_parted *p);

#endif
