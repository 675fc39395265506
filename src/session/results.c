/*
 * What commands and views ask of a heap more than once: computed on first demand, by
 * whoever asks first, then kept. Nobody waits for what he does not need.
 */
#include "session/session.h"

#include <stdlib.h>
#include <time.h>

#include "analysis/anchors.h"
#include "analysis/buffers.h"
#include "analysis/cycles.h"
#include "analysis/finding.h"
#include "analysis/retained.h"
#include "analysis/shares.h"
#include "analysis/tasks.h"
#include "analysis/totals.h"
#include "session/session_priv.h"

#define LOOK_NS 50000000l /* how often one who waits looks whether he is to stop */

static struct kg_error *retained_make(struct kg_session *s, void **ret)
{
	return kg_retained_create(s->heap, s->options.threads, s->progress, (struct kg_retained **)ret);
}

static void retained_free(void *value)
{
	kg_retained_destroy(value);
}

static struct kg_error *anchors_make(struct kg_session *s, void **ret)
{
	return kg_anchors_create(s->heap, s->progress, (struct kg_anchors **)ret);
}

static void anchors_free(void *value)
{
	kg_anchors_destroy(value);
}

static struct kg_error *cycles_make(struct kg_session *s, void **ret)
{
	return kg_cycles_create(s->heap, true, s->progress, (struct kg_cycles **)ret);
}

static void cycles_free(void *value)
{
	kg_cycles_destroy(value);
}

static struct kg_error *totals_make(struct kg_session *s, void **ret)
{
	return kg_totals_create(s->heap, s->options.threads, s->progress, (struct kg_totals **)ret);
}

static void totals_free(void *value)
{
	kg_totals_destroy(value);
}

static struct kg_error *retained_types_make(struct kg_session *s, void **ret)
{
	const struct kg_retained *r;
	struct kg_error *err = kg_session_retained(s, &r);

	return err ? err : kg_retained_types(r, s->progress, (uint64_t **)ret);
}

static struct kg_error *findings_make(struct kg_session *s, void **ret)
{
	struct kg_findings *f = calloc(1, sizeof(*f));
	struct kg_found known = {NULL};
	struct kg_error *err = f ? kg_session_totals(s, &known.totals) : kg_error_nomem();

	if (!err)
		err = kg_session_retained(s, &known.retained);
	if (!err && s->heap->collectable_known)
		err = kg_session_cycles(s, &known.cycles);
	if (!err)
		err = kg_findings_create(s->heap, &known, s->progress, f);
	if (err)
		free(f);
	else
		*ret = f;
	return err;
}

static void findings_free(void *value)
{
	if (value)
		kg_findings_deinit(value);
	free(value);
}

static struct kg_error *tasks_make(struct kg_session *s, void **ret)
{
	return kg_tasks_create(s->heap, s->progress, (struct kg_tasks **)ret);
}

static void tasks_free(void *value)
{
	kg_tasks_destroy(value);
}

static struct kg_error *buffers_make(struct kg_session *s, void **ret)
{
	struct kg_buffers *b = calloc(1, sizeof(*b));
	struct kg_error *err =
		b ? kg_buffers_create(s->heap, KG_SESSION_BUFFER_MIN, NULL, false, s->progress, b) : kg_error_nomem();

	if (err)
		free(b);
	else
		*ret = b;
	return err;
}

static void buffers_free(void *value)
{
	if (value)
		kg_buffers_deinit(value);
	free(value);
}

static struct kg_error *shares_make(struct kg_session *s, void **ret)
{
	struct kg_shares *shares = calloc(1, sizeof(*shares));
	struct kg_error *err = shares ? kg_shares_create(s->heap, s->progress, shares) : kg_error_nomem();

	if (err)
		free(shares);
	else
		*ret = shares;
	return err;
}

static void shares_free(void *value)
{
	if (value)
		kg_shares_deinit(value);
	free(value);
}

/* Those that rest on others come after them: they are freed first. */
static const struct {
	struct kg_error *(*make)(struct kg_session *s, void **ret);
	void (*free)(void *value);
} kinds[KG_RESULT_COUNT] = {
	[KG_RESULT_RETAINED] = {retained_make, retained_free},
	[KG_RESULT_ANCHORS] = {anchors_make, anchors_free},
	[KG_RESULT_CYCLES] = {cycles_make, cycles_free},
	[KG_RESULT_TOTALS] = {totals_make, totals_free},
	[KG_RESULT_RETAINED_TYPES] = {retained_types_make, free},
	[KG_RESULT_FINDINGS] = {findings_make, findings_free},
	[KG_RESULT_TASKS] = {tasks_make, tasks_free},
	[KG_RESULT_BUFFERS] = {buffers_make, buffers_free},
	[KG_RESULT_SHARES] = {shares_make, shares_free},
};

struct kg_error *kg_session_results_create(struct kg_session *s)
{
	pthread_condattr_t attr;

	s->results = calloc(1, sizeof(*s->results));
	if (!s->results)
		return kg_error_nomem();
	pthread_mutex_init(&s->results->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&s->results->ended, &attr);
	pthread_condattr_destroy(&attr);
	return NULL;
}

void kg_session_results_destroy(struct kg_session *s)
{
	if (!s->results)
		return;
	for (int i = KG_RESULT_COUNT; i-- > 0;)
		kinds[i].free(s->results->items[i].value);
	pthread_cond_destroy(&s->results->ended);
	pthread_mutex_destroy(&s->results->lock);
	free(s->results);
	s->results = NULL;
}

/* With the lock. @return when something ended, or after a while */
static void wait_some(struct kg_session_results *r)
{
	struct timespec until;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += LOOK_NS;
	until.tv_sec += until.tv_nsec / 1000000000l;
	until.tv_nsec %= 1000000000l;
	pthread_cond_timedwait(&r->ended, &r->lock, &until);
}

static struct kg_error *get(struct kg_session *s, enum kg_result kind, void **ret)
{
	struct kg_session_results *r = s->results;
	struct kg_error *err = NULL;
	void *made = NULL;

	pthread_mutex_lock(&r->lock);
	while (!r->items[kind].value && r->items[kind].busy && !err) {
		wait_some(r);
		err = kg_progress_check(s->progress);
	}
	if (!err && !r->items[kind].value) {
		r->items[kind].busy = true;
		pthread_mutex_unlock(&r->lock);
		err = kinds[kind].make(s, &made);
		pthread_mutex_lock(&r->lock);
		r->items[kind].value = err ? NULL : made;
		r->items[kind].busy = false;
		pthread_cond_broadcast(&r->ended);
	}
	*ret = r->items[kind].value;
	pthread_mutex_unlock(&r->lock);
	return err;
}

#define RESULT(name, kind, type)                                                                                       \
	struct kg_error *kg_session_##name(struct kg_session *s, const type **ret)                                     \
	{                                                                                                              \
		void *value;                                                                                           \
		struct kg_error *err = get(s, kind, &value);                                                           \
                                                                                                                       \
		*ret = value;                                                                                          \
		return err;                                                                                            \
	}

RESULT(retained, KG_RESULT_RETAINED, struct kg_retained)
RESULT(anchors, KG_RESULT_ANCHORS, struct kg_anchors)
RESULT(cycles, KG_RESULT_CYCLES, struct kg_cycles)
RESULT(totals, KG_RESULT_TOTALS, struct kg_totals)
RESULT(retained_types, KG_RESULT_RETAINED_TYPES, uint64_t)
RESULT(findings, KG_RESULT_FINDINGS, struct kg_findings)
RESULT(tasks, KG_RESULT_TASKS, struct kg_tasks)
RESULT(buffers, KG_RESULT_BUFFERS, struct kg_buffers)
RESULT(shares, KG_RESULT_SHARES, struct kg_shares)

static const void *known(const struct kg_session *s, enum kg_result kind)
{
	const void *value;

	pthread_mutex_lock(&s->results->lock);
	value = s->results->items[kind].value;
	pthread_mutex_unlock(&s->results->lock);
	return value;
}

const struct kg_cycles *kg_session_cycles_known(const struct kg_session *s)
{
	return known(s, KG_RESULT_CYCLES);
}

const uint64_t *kg_session_retained_types_known(const struct kg_session *s)
{
	return known(s, KG_RESULT_RETAINED_TYPES);
}
