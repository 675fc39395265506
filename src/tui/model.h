/*
 * What the views show: the session and the results of analyses. Reading and the
 * analyses run on a thread of their own, one after the other; each result is there
 * from the moment its pointer is not NULL, and stays as it is.
 */
#ifndef KG_TUI_MODEL_H
#define KG_TUI_MODEL_H

#include "analysis/anchors.h"
#include "analysis/buffers.h"
#include "analysis/cycles.h"
#include "analysis/finding.h"
#include "analysis/retained.h"
#include "analysis/totals.h"
#include "session/session.h"

struct kg_model; /* private to model.c but for what follows */

/** Starts reading @opts->target. Errors: NOMEM, OS */
struct kg_error *kg_model_create(const struct kg_session_options *opts, struct kg_model **ret) KG_MUST_CHECK;
/** Over a session that is open already, which stays the caller's. */
struct kg_error *kg_model_create_over(struct kg_session *s, struct kg_model **ret) KG_MUST_CHECK;
/** Waits for the analysis under way. */
void kg_model_destroy(struct kg_model *m);

/** Rises with each result. */
unsigned int kg_model_generation(const struct kg_model *m);
/** Nothing more will come. */
bool kg_model_finished(const struct kg_model *m);

/* NULL while it is not there. */
const struct kg_session *kg_model_session(const struct kg_model *m);
const struct kg_heap *kg_model_heap(const struct kg_model *m);
const struct kg_totals *kg_model_totals(const struct kg_model *m);
const struct kg_buffers *kg_model_buffers(const struct kg_model *m);
const struct kg_cycles *kg_model_cycles(const struct kg_model *m);
const struct kg_anchors *kg_model_anchors(const struct kg_model *m);
const struct kg_retained *kg_model_retained(const struct kg_model *m);
/** [type index], as kg_retained_types() gives it. */
const uint64_t *kg_model_retained_types(const struct kg_model *m);
const struct kg_findings *kg_model_findings(const struct kg_model *m);
/** Why the target could not be read. */
const struct kg_error *kg_model_error(const struct kg_model *m);

/** What is being done, NULL when nothing is. @ret_part: 0 to 1, below 0 unknown */
const char *kg_model_phase(const struct kg_model *m, double *ret_part);

#endif
