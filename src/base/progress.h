/*
 * Progress: a bar on standard error, drawn only when that is a terminal, only
 * after half a second, and at most ten times a second. And the way back: whoever
 * waits can ask the work to stop, which looks between its steps. Safe from any thread.
 */
#ifndef KG_BASE_PROGRESS_H
#define KG_BASE_PROGRESS_H

#include "base/error.h"

struct kg_progress; /* NULL is legal everywhere and draws nothing */

struct kg_progress *kg_progress_create(bool quiet);
/** One that draws nothing and is asked instead. @return NULL without memory */
struct kg_progress *kg_progress_create_silent(void);
/** Clears the bar. */
void kg_progress_destroy(struct kg_progress *p);
/** A new phase: @name is shown, @total units are to come (0: unknown). */
void kg_progress_phase(struct kg_progress *p, const char *name, uint64_t total);
/** Calls @fn at the beginning of each phase, from the thread that begins it; to be set before the
 * work begins. */
void kg_progress_watch(struct kg_progress *p, void (*fn)(void *arg, const char *name), void *arg);
/** @done more units of the phase are done. */
void kg_progress_add(struct kg_progress *p, uint64_t done);
struct kg_progress_state {
	const char *name;     /* of the phase; NULL before the first */
	uint64_t done, total; /* units; total 0: unknown */
};

/** Where the work is. */
void kg_progress_state(struct kg_progress *p, struct kg_progress_state *ret);
/** Asks the work to stop at its next step; stays so until kg_progress_resume(). Cost: one store,
 * so that a signal handler may do it */
void kg_progress_cancel(struct kg_progress *p);
/** Takes the wish back, before the work is begun anew. */
void kg_progress_resume(struct kg_progress *p);
bool kg_progress_canceled(const struct kg_progress *p);
/** What a long loop asks every few thousand steps. Errors: CANCELED, when it is to stop */
struct kg_error *kg_progress_check(const struct kg_progress *p) KG_MUST_CHECK;

/** Wipes the bar from the line, before something else writes there. */
void kg_progress_clear(struct kg_progress *p);

#endif
