/*
 * Memory that several processes have in common: what each has of its own, what it still shares
 * since a fork, and how much all of them take together, a page that several have counted once.
 */
#ifndef KG_LIVE_SHARING_H
#define KG_LIVE_SHARING_H

#include <sys/types.h>

#include "live/pages.h"

/* Bytes of one process. */
struct kg_memory_use {
	bool known;
	uint64_t rss;
	uint64_t pss;	     /* each page divided by how many processes have it */
	uint64_t own;	     /* pages that nobody else has: what would be free if it ended (USS) */
	uint64_t shared;     /* anonymous pages that it shares with others since a fork */
	uint64_t anonymous;
	uint64_t swap;
};

/* Of several processes together. */
struct kg_memory_once {
	bool frames;	   /* counted by page frame; else .once is the sum of .pss */
	uint64_t rss;	   /* the sum: shared pages as often as there are processes */
	uint64_t once;	   /* every page once */
	uint64_t shared;   /* with .frames: anonymous pages that several of them have, once */
	uint64_t own;	   /* the sum */
};

struct kg_sharing;

/** Errors: NOMEM */
struct kg_error *kg_sharing_create(struct kg_sharing **ret) KG_MUST_CHECK;
void kg_sharing_destroy(struct kg_sharing *s);

/**
 * Counts the pages of a process, which need not stand still.
 * @ret: .known is false when it is gone, or may not be looked at
 * Errors: NOMEM. Cost: reads its pagemap, about 5 ms a GiB, and a bit for each page frame of the machine
 */
struct kg_error *kg_sharing_add(struct kg_sharing *s, pid_t pid, struct kg_memory_use *ret) KG_MUST_CHECK;
/** All that were added. */
void kg_sharing_all(const struct kg_sharing *s, struct kg_memory_once *ret);

/**
 * Adds the pages that a fork gave to @child and its parent both, and that are two now: anonymous, at the
 * same address in both, and @child shares its one with nobody. What either allocated later at the same
 * address is among them. Nothing is added when either is gone. Errors: NOMEM
 */
struct kg_error *kg_sharing_parted(pid_t parent, pid_t child, struct kg_runs *ret) KG_MUST_CHECK;

#endif
