/*
 * Flat columns: arrays mapped once at the largest size they may reach. Untouched
 * pages cost nothing; taking the others from the kernel is a large part of a reading.
 *
 * Large pages are taken at 12 GB/s where the machine has them ready, small ones at 2
 * GB/s a thread. In a virtual machine it may be the other way round: a guest that
 * reports free memory to its host loses whole large blocks, and the host fills each in
 * again at 0.3 GB/s when it is touched, while scattered small pages were never given
 * back. No setting tells which it will be, and it changes from one moment to the next:
 * so kg_pages_touch() takes large pages as long as each comes quickly, and then no more.
 */
#ifndef KG_BASE_PAGES_H
#define KG_BASE_PAGES_H

#include "base/error.h"

struct kg_pages {
	void *mem;   /* zero-filled; not there in a process that is forked off */
	size_t size; /* bytes reserved */
};

/** Reserves @bytes of zeroes; memory is taken when touched. Errors: NOMEM */
struct kg_error *kg_pages_init(struct kg_pages *p, size_t bytes) KG_MUST_CHECK;
void kg_pages_deinit(struct kg_pages *p);

/**
 * Takes the pages of [@from, @to) of @p, which is about to be written, at once and on
 * @nthreads threads: quicker than one by one as they are written. Changes no byte,
 * and may be called for different parts from different threads.
 */
void kg_pages_touch(const struct kg_pages *p, size_t from, size_t to, unsigned int nthreads);

#endif
