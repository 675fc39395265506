/* Work beside the keyboard: one thread that does jobs in the order they came. */
#ifndef KG_TUI_JOBS_H
#define KG_TUI_JOBS_H

#include "base/error.h"

struct kg_jobs;

struct kg_error *kg_jobs_create(struct kg_jobs **ret) KG_MUST_CHECK;
/** Waits for the job under way; those that have not begun are only ended. */
void kg_jobs_destroy(struct kg_jobs *j);

/** @run is called on the thread, then @done by kg_jobs_poll(); @done frees @arg. Without
 * memory for it both are called at once. */
void kg_jobs_add(struct kg_jobs *j, void (*run)(void *arg), void (*done)(void *arg), void *arg);

/** Asks all that were added so far to stop. @return false when there are none */
bool kg_jobs_cancel(struct kg_jobs *j);
/** For a job that runs: was it asked to? Never, for one that is run at once by another thread. Cost: two loads */
bool kg_jobs_canceled(const struct kg_jobs *j);

/** Ends jobs that are done. @return how many are not */
size_t kg_jobs_poll(struct kg_jobs *j);

#endif
