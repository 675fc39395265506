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

/** Ends jobs that are done. @return how many are not */
size_t kg_jobs_poll(struct kg_jobs *j);

#endif
