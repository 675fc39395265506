/*
 * Progress: a bar on standard error, drawn only when that is a terminal, only
 * after half a second, and at most ten times a second. Safe from any thread.
 */
#ifndef KG_BASE_PROGRESS_H
#define KG_BASE_PROGRESS_H

#include "base/types.h"

struct kg_progress; /* NULL is legal everywhere and draws nothing */

struct kg_progress *kg_progress_create(bool quiet);
/** One that draws nothing and is asked instead. @return NULL without memory */
struct kg_progress *kg_progress_create_silent(void);
/** Clears the bar. */
void kg_progress_destroy(struct kg_progress *p);
/** A new phase: @name is shown, @total units are to come (0: unknown). */
void kg_progress_phase(struct kg_progress *p, const char *name, uint64_t total);
/** @done more units of the phase are done. */
void kg_progress_add(struct kg_progress *p, uint64_t done);
struct kg_progress_state {
	const char *name;     /* of the phase; NULL before the first */
	uint64_t done, total; /* units; total 0: unknown */
};

/** Where the work is. */
void kg_progress_state(struct kg_progress *p, struct kg_progress_state *ret);
/** Wipes the bar from the line, before something else writes there. */
void kg_progress_clear(struct kg_progress *p);

#endif
