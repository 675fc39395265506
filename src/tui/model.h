/*
 * What the views show: the session while it is read, and the results of analyses. Reading
 * and the analyses run on a thread of their own, one after the other; each result is there
 * from the moment its pointer is not NULL, and stays as it is until kg_model_resume() reads
 * anew. Results are the session's own: what commands computed is not computed again.
 */
#ifndef KG_TUI_MODEL_H
#define KG_TUI_MODEL_H

#include "analysis/anchors.h"
#include "analysis/buffers.h"
#include "analysis/change.h"
#include "analysis/cycles.h"
#include "analysis/finding.h"
#include "analysis/lines.h"
#include "analysis/retained.h"
#include "analysis/shares.h"
#include "analysis/tasks.h"
#include "analysis/totals.h"
#include "session/session.h"

struct kg_model; /* private to model.c but for what follows */

/* What a view may need before it has anything to show, in the order in which it comes. */
enum kg_need {
	KG_NEED_NOTHING,
	KG_NEED_SESSION, /* process, memory map, stacks, and types as far as they are counted */
	KG_NEED_OBJECTS, /* objects, their types, values and referents */
	KG_NEED_GRAPH,	 /* referrers, roots, generations: the whole heap */
	KG_NEED_TRACES,	 /* tracemalloc was on */
	KG_NEED_TOTALS,
	KG_NEED_TASKS,
	KG_NEED_CYCLES,
	KG_NEED_BUFFERS,
	KG_NEED_SHARES,
	KG_NEED_ANCHORS,
	KG_NEED_RETAINED,
	KG_NEED_RETAINED_TYPES,
	KG_NEED_FINDINGS,
	KG_NEED_COUNT,
};

/** Starts reading @opts->target; the progress in @opts, if any, stays the caller's. Errors: NOMEM, OS */
struct kg_error *kg_model_create(const struct kg_session_options *opts, struct kg_model **ret) KG_MUST_CHECK;
/** A new snapshot of the same live process, compared with @before in the end, which stays as it is until this one
 * has finished. Errors: as kg_model_create(); later as kg_model_error(), also when the number is another process's */
struct kg_error *kg_model_create_after(const struct kg_model *before, struct kg_model **ret) KG_MUST_CHECK;
/** Over a session that is open and has been read, with its store of results; it stays the caller's.
 * @before: as of kg_model_create_after(), or NULL */
struct kg_error *kg_model_create_over(struct kg_session *s, const struct kg_model *before, struct kg_model **ret) KG_MUST_CHECK;
/** Cancels what is under way and waits for it. */
void kg_model_destroy(struct kg_model *m);

/** Stops the reading or the analysis under way, and those that were to follow. What is there
 * stays. @return false when nothing runs */
bool kg_model_cancel(struct kg_model *m);
/** Was it canceled, and has it come to an end? */
bool kg_model_canceled(const struct kg_model *m);
/** Goes on after it was canceled: with the analyses, or, when the reading was cut short, with a
 * reading from the start. Then every pointer that this model gave is invalid, and nobody may use
 * one any more. Errors: OS */
struct kg_error *kg_model_resume(struct kg_model *m) KG_MUST_CHECK;

/** Rises with each result, and now and then while objects are counted. */
unsigned int kg_model_generation(const struct kg_model *m);
/** Nothing more will come, unless it is resumed. */
bool kg_model_finished(const struct kg_model *m);

bool kg_model_has(const struct kg_model *m, enum kg_need need);
/** Adds why @need is not there: that it will come, or was canceled, or why it will never be.
 * Nothing when it is there. */
void kg_model_lacks(const struct kg_model *m, enum kg_need need, struct kg_strbuf *sb);
/** And what is done meanwhile and how far that is. */
void kg_model_lacks_now(const struct kg_model *m, enum kg_need need, struct kg_strbuf *sb);

/* NULL while it is not there. */
const struct kg_session *kg_model_session(const struct kg_model *m); /* from KG_NEED_SESSION on */
const struct kg_heap *kg_model_heap(const struct kg_model *m);	     /* from KG_NEED_OBJECTS on */
const struct kg_heap *kg_model_whole_heap(const struct kg_model *m); /* from KG_NEED_GRAPH on */
const struct kg_totals *kg_model_totals(const struct kg_model *m);
/** What tracemalloc recorded; NULL also when it was off or cannot be read. */
const struct kg_tracemalloc *kg_model_traces(const struct kg_model *m);
const struct kg_tasks *kg_model_tasks(const struct kg_model *m);
const struct kg_buffers *kg_model_buffers(const struct kg_model *m);
const struct kg_shares *kg_model_shares(const struct kg_model *m);
const struct kg_cycles *kg_model_cycles(const struct kg_model *m);
const struct kg_anchors *kg_model_anchors(const struct kg_model *m);
const struct kg_retained *kg_model_retained(const struct kg_model *m);
/** [type index], as kg_retained_types() gives it. */
const uint64_t *kg_model_retained_types(const struct kg_model *m);
const struct kg_findings *kg_model_findings(const struct kg_model *m);
/** What became of the snapshot before it; NULL for the first one, and until it has finished. */
const struct kg_change *kg_model_change(const struct kg_model *m);
/** Is it a snapshot of a live process? */
bool kg_model_live(const struct kg_model *m);
/** Why the target could not be read. */
const struct kg_error *kg_model_error(const struct kg_model *m);

/** What is being done, NULL when nothing is. @ret_part: 0 to 1, below 0 unknown */
const char *kg_model_phase(const struct kg_model *m, double *ret_part);

#endif
