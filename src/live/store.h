/* Where the copy of a process is kept: a memory file, or an unlinked one on disk when memory is short. */
#ifndef KG_LIVE_STORE_H
#define KG_LIVE_STORE_H

#include "live/pages.h"

struct kg_store {
	int fd;
	bool memory; /* a memfd */
	uint8_t *base; /* mapped for writing */
	uint64_t mapped, size; /* bytes of the mapping; of the file */
};

/**
 * A store that will get about @bytes bytes of data, in @size bytes of address space.
 * Errors: OS, with where there is too little room
 */
struct kg_error *kg_store_init(struct kg_store *st, pid_t pid, uint64_t bytes, uint64_t size) KG_MUST_CHECK;
void kg_store_deinit(struct kg_store *st);

/** Makes the file at least @size bytes. Errors: OS, TARGET (the process grew too fast) */
struct kg_error *kg_store_grow(struct kg_store *st, pid_t pid, uint64_t size) KG_MUST_CHECK;

/** Has the kernel find pages for what @pieces will write, on two threads. Errors: OS (no room) */
struct kg_error *kg_store_populate(const struct kg_store *st, pid_t pid, const struct kg_piece *pieces, size_t n) KG_MUST_CHECK;

/** Unmaps and, where the kernel can, seals: from now on nobody changes it. */
void kg_store_finish(struct kg_store *st);

#endif
