/* What commands and views ask of a heap more than once: computed on first demand, then kept. */
#include "session/session.h"

#include <stdlib.h>

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "analysis/retained.h"
#include "analysis/totals.h"
#include "session/session_priv.h"

void kg_session_results_init(struct kg_session_results *r)
{
	pthread_mutex_init(&r->retained_lock, NULL);
	pthread_mutex_init(&r->anchors_lock, NULL);
	pthread_mutex_init(&r->cycles_lock, NULL);
	pthread_mutex_init(&r->totals_lock, NULL);
}

void kg_session_results_deinit(struct kg_session_results *r)
{
	kg_retained_destroy(r->retained);
	kg_anchors_destroy(r->anchors);
	kg_cycles_destroy(r->cycles);
	kg_totals_destroy(r->totals);
	pthread_mutex_destroy(&r->retained_lock);
	pthread_mutex_destroy(&r->anchors_lock);
	pthread_mutex_destroy(&r->cycles_lock);
	pthread_mutex_destroy(&r->totals_lock);
}

struct kg_error *kg_session_retained(struct kg_session *s, const struct kg_retained **ret)
{
	struct kg_session_results *r = s->results;
	struct kg_error *err = NULL;

	pthread_mutex_lock(&r->retained_lock);
	if (!r->retained)
		err = kg_retained_create(s->heap, s->options.threads, s->progress, &r->retained);
	*ret = r->retained;
	pthread_mutex_unlock(&r->retained_lock);
	return err;
}

struct kg_error *kg_session_anchors(struct kg_session *s, const struct kg_anchors **ret)
{
	struct kg_session_results *r = s->results;
	struct kg_error *err = NULL;

	pthread_mutex_lock(&r->anchors_lock);
	if (!r->anchors)
		err = kg_anchors_create(s->heap, s->progress, &r->anchors);
	*ret = r->anchors;
	pthread_mutex_unlock(&r->anchors_lock);
	return err;
}

struct kg_error *kg_session_cycles(struct kg_session *s, const struct kg_cycles **ret)
{
	struct kg_session_results *r = s->results;
	struct kg_error *err = NULL;

	pthread_mutex_lock(&r->cycles_lock);
	if (!r->cycles)
		err = kg_cycles_create(s->heap, true, s->progress, &r->cycles);
	*ret = r->cycles;
	pthread_mutex_unlock(&r->cycles_lock);
	return err;
}

struct kg_error *kg_session_totals(struct kg_session *s, const struct kg_totals **ret)
{
	struct kg_session_results *r = s->results;
	struct kg_error *err = NULL;

	pthread_mutex_lock(&r->totals_lock);
	if (!r->totals)
		err = kg_totals_create(s->heap, s->options.threads, s->progress, &r->totals);
	*ret = r->totals;
	pthread_mutex_unlock(&r->totals_lock);
	return err;
}
