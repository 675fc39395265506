/* What session.c and results.c share. */
#ifndef KG_SESSION_SESSION_PRIV_H
#define KG_SESSION_SESSION_PRIV_H

#include <pthread.h>

#include "session/session.h"

enum kg_result { KG_RESULT_RETAINED, KG_RESULT_ANCHORS, KG_RESULT_CYCLES, KG_RESULT_TOTALS, KG_RESULT_RETAINED_TYPES,
		 KG_RESULT_FINDINGS, KG_RESULT_TASKS, KG_RESULT_BUFFERS, KG_RESULT_SHARES, KG_RESULT_COUNT };

struct kg_session_results {
	struct {
		void *value; /* NULL: not there */
		bool busy;   /* somebody computes it */
	} items[KG_RESULT_COUNT];
	pthread_mutex_t lock; /* of items; not held while one is computed */
	pthread_cond_t ended;
};

#endif
