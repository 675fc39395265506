#include "tui/model.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define BUFFER_MIN (64 << 10)

struct kg_model {
	struct kg_session_options options;
	struct kg_progress *progress;
	pthread_t thread;
	struct kg_session *own; /* opened here */
	struct kg_buffers buffer_list;
	struct kg_findings finding_list;
	_Atomic(struct kg_session *) session;
	_Atomic(struct kg_error *) error;
	_Atomic(struct kg_totals *) totals;
	_Atomic(struct kg_cycles *) cycles;
	_Atomic(struct kg_anchors *) anchors;
	_Atomic(struct kg_buffers *) buffers;
	_Atomic(struct kg_retained *) retained;
	_Atomic(uint64_t *) retained_types;
	_Atomic(struct kg_findings *) findings;
	_Atomic unsigned int generation;
	_Atomic bool finished, stop;
};

static void came(struct kg_model *m)
{
	atomic_fetch_add(&m->generation, 1);
}

/* What most likely ate the memory, from all that is known by now. */
static void suspect(struct kg_model *m, const struct kg_heap *h)
{
	const struct kg_found known = {atomic_load(&m->totals), atomic_load(&m->retained), atomic_load(&m->cycles)};
	struct kg_error *err;

	if (atomic_load(&m->stop) || !known.totals || !known.retained)
		return;
	err = kg_findings_create(h, &known, m->progress, &m->finding_list);
	atomic_store(&m->findings, err ? NULL : &m->finding_list);
	kg_error_destroy(err);
	came(m);
}

/* An analysis that runs out of memory leaves its columns empty; the rest goes on. */
static void analyze(struct kg_model *m, const struct kg_heap *h)
{
	struct kg_totals *totals = NULL;
	struct kg_cycles *cycles = NULL;
	struct kg_anchors *anchors = NULL;
	struct kg_retained *retained = NULL;
	uint64_t *by_type = NULL;

	kg_error_destroy(kg_totals_create(h, m->options.threads, m->progress, &totals));
	atomic_store(&m->totals, totals);
	came(m);
	if (!atomic_load(&m->stop) && h->collectable_known)
		kg_error_destroy(kg_cycles_create(h, true, m->progress, &cycles));
	atomic_store(&m->cycles, cycles);
	came(m);
	if (!atomic_load(&m->stop)) {
		struct kg_error *err = kg_buffers_create(h, BUFFER_MIN, NULL, false, m->progress, &m->buffer_list);

		atomic_store(&m->buffers, err ? NULL : &m->buffer_list);
		kg_error_destroy(err);
		came(m);
	}
	if (!atomic_load(&m->stop))
		kg_error_destroy(kg_anchors_create(h, m->progress, &anchors));
	atomic_store(&m->anchors, anchors);
	came(m);
	if (!atomic_load(&m->stop) && h->nodes > 0)
		kg_error_destroy(kg_retained_create(h, m->options.threads, m->progress, &retained));
	atomic_store(&m->retained, retained);
	came(m);
	if (!atomic_load(&m->stop) && retained)
		kg_error_destroy(kg_retained_types(retained, &by_type));
	atomic_store(&m->retained_types, by_type);
	came(m);
	suspect(m, h);
}

static void *work(void *arg)
{
	struct kg_model *m = arg;
	struct kg_session *s = atomic_load(&m->session);

	if (!s) {
		struct kg_error *err = kg_session_create(&m->options, &m->own);

		atomic_store(&m->error, err);
		s = err ? NULL : m->own;
		atomic_store(&m->session, s);
		came(m);
	}
	if (s)
		analyze(m, s->heap);
	atomic_store(&m->finished, true);
	came(m);
	return NULL;
}

static struct kg_error *start(struct kg_model *m, struct kg_model **ret)
{
	int failed = pthread_create(&m->thread, NULL, work, m);

	if (failed) {
		kg_progress_destroy(m->progress);
		free(m);
		return kg_error_os(failed, "starting a thread");
	}
	*ret = m;
	return NULL;
}

struct kg_error *kg_model_create(const struct kg_session_options *opts, struct kg_model **ret)
{
	struct kg_model *m = calloc(1, sizeof(*m));

	if (!m)
		return kg_error_nomem();
	m->progress = kg_progress_create_silent();
	m->options = *opts;
	m->options.progress = m->progress;
	return start(m, ret);
}

struct kg_error *kg_model_create_over(struct kg_session *s, struct kg_model **ret)
{
	struct kg_model *m = calloc(1, sizeof(*m));

	if (!m)
		return kg_error_nomem();
	m->progress = kg_progress_create_silent();
	m->options.threads = s->options.threads;
	atomic_store(&m->session, s);
	return start(m, ret);
}

void kg_model_destroy(struct kg_model *m)
{
	if (!m)
		return;
	atomic_store(&m->stop, true);
	pthread_join(m->thread, NULL);
	kg_findings_deinit(&m->finding_list);
	free(atomic_load(&m->retained_types));
	kg_retained_destroy(atomic_load(&m->retained));
	kg_anchors_destroy(atomic_load(&m->anchors));
	kg_buffers_deinit(&m->buffer_list);
	kg_cycles_destroy(atomic_load(&m->cycles));
	kg_totals_destroy(atomic_load(&m->totals));
	kg_error_destroy(atomic_load(&m->error));
	kg_session_destroy(m->own);
	kg_progress_destroy(m->progress);
	free(m);
}

unsigned int kg_model_generation(const struct kg_model *m)
{
	return atomic_load(&m->generation);
}

bool kg_model_finished(const struct kg_model *m)
{
	return atomic_load(&m->finished);
}

const struct kg_session *kg_model_session(const struct kg_model *m)
{
	return atomic_load(&m->session);
}

const struct kg_heap *kg_model_heap(const struct kg_model *m)
{
	const struct kg_session *s = kg_model_session(m);

	return s ? s->heap : NULL;
}

const struct kg_totals *kg_model_totals(const struct kg_model *m)
{
	return atomic_load(&m->totals);
}

const struct kg_buffers *kg_model_buffers(const struct kg_model *m)
{
	return atomic_load(&m->buffers);
}

const struct kg_cycles *kg_model_cycles(const struct kg_model *m)
{
	return atomic_load(&m->cycles);
}

const struct kg_anchors *kg_model_anchors(const struct kg_model *m)
{
	return atomic_load(&m->anchors);
}

const struct kg_retained *kg_model_retained(const struct kg_model *m)
{
	return atomic_load(&m->retained);
}

const uint64_t *kg_model_retained_types(const struct kg_model *m)
{
	return atomic_load(&m->retained_types);
}

const struct kg_findings *kg_model_findings(const struct kg_model *m)
{
	return atomic_load(&m->findings);
}

const struct kg_error *kg_model_error(const struct kg_model *m)
{
	return atomic_load(&m->error);
}

const char *kg_model_phase(const struct kg_model *m, double *ret_part)
{
	struct kg_progress_state state = {0};

	if (kg_model_finished(m))
		return NULL;
	kg_progress_state(m->progress, &state);
	*ret_part = state.total == 0 ? -1 : state.done >= state.total ? 1 : (double)state.done / (double)state.total;
	return state.name ? state.name : "reading";
}
