/* What the two ways of copying share: from the process as it stands, and from a fork of it. */
#ifndef KG_LIVE_CAPTURE_PRIV_H
#define KG_LIVE_CAPTURE_PRIV_H

#include <semaphore.h>

#include "base/strbuf.h"
#include "live/capture.h"
#include "live/inject.h"
#include "live/plan.h"
#include "live/stop.h"
#include "live/store.h"

struct kg_work {
	pid_t pid;
	const struct kg_capture_options *opts;
	struct kg_reader reader; /* of the process, later of its fork */
	struct kg_maps maps;
	struct kg_runs payload;
	struct kg_plan plan;
	struct kg_store store;
	struct kg_turn turn;
	struct kg_stop stop;
	struct kg_strbuf notes;
	struct kg_live_note note;
	struct kg_capture_parts parts;
	uint64_t size; /* of the core */
	sem_t ready;   /* posted when all that can be done while the process runs is done */
	bool unready;  /* that failed */
	struct kg_error *err;
};

/** Copies the memory of @source, which stands still, as planned anew; adds to .parts. */
struct kg_error *kg_work_copy(struct kg_work *w, pid_t source) KG_MUST_CHECK;

/* fork.c */

/** Stops the process for a fork alone, copies from that and ends it. Errors: as kg_capture_create() */
struct kg_error *kg_work_fork(struct kg_work *w) KG_MUST_CHECK;

#endif
