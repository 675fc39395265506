/* What session.c and results.c share. */
#ifndef KG_SESSION_SESSION_PRIV_H
#define KG_SESSION_SESSION_PRIV_H

#include <pthread.h>

#include "session/session.h"

/* NULL: not asked for yet. Each has a lock of its own, so that nobody waits for what he does not need. */
struct kg_session_results {
	struct kg_retained *retained;
	struct kg_anchors *anchors;
	struct kg_cycles *cycles;
	struct kg_totals *totals;
	pthread_mutex_t retained_lock, anchors_lock, cycles_lock, totals_lock;
};

void kg_session_results_init(struct kg_session_results *r);
void kg_session_results_deinit(struct kg_session_results *r);

#endif
