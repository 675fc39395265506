/* Worker threads: the same function on all of them at once. */
#ifndef KG_BASE_WORKERS_H
#define KG_BASE_WORKERS_H

#include "base/error.h"

/** Runs fn(arg, i) for i in [0, @n) on @n threads (the caller is one) and waits.
 * @return the first error any of them gave; the others' are destroyed. */
struct kg_error *kg_workers_run(unsigned int n, struct kg_error *(*fn)(void *arg, unsigned int i), void *arg) KG_MUST_CHECK;

/** Hands out [0, total) in pieces, in order, to whoever asks. */
struct kg_pieces {
	uint64_t next, total, step;
};

/** @return false when nothing is left */
bool kg_pieces_take(struct kg_pieces *p, uint64_t *ret_from, uint64_t *ret_to);

#endif
