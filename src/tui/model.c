#include "tui/model.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/meter.h"
#include "live/proc.h"

#define PULSES_PER_SECOND 4 /* how often what is counted while objects are found is shown anew */

struct kg_model {
	struct kg_session_options options;
	struct kg_progress *progress;
	pthread_t thread;
	struct kg_session *own; /* opened here */
	struct kg_session lane; /* another's session with the progress of this model */
	struct kg_tracemalloc traces;
	const struct kg_model *before; /* the snapshot to compare with, until that is done */
	uint64_t start_ticks; /* of the live process */
	double started;
	_Atomic(struct kg_session *) session;
	_Atomic(struct kg_error *) error;
	_Atomic(struct kg_error *) trouble; /* of an analysis */
	_Atomic(const void *) results[KG_NEED_COUNT];
	_Atomic(struct kg_change *) change;
	_Atomic unsigned int generation;
	_Atomic bool finished, canceled;
	bool own_progress;
};

static void came(struct kg_model *m)
{
	atomic_fetch_add(&m->generation, 1);
}

static const void *open_traces(struct kg_model *m, const struct kg_session *s)
{
	if (s->heap->nodes > 0)
		kg_tracemalloc_open(s->runtime, &m->traces);
	return s->heap->nodes > 0 && m->traces.state == KG_TRACEMALLOC_ON ? &m->traces : NULL;
}

static struct kg_error *compute(struct kg_model *m, struct kg_session *s, enum kg_need need, const void **ret)
{
	switch (need) {
	case KG_NEED_TRACES:
		*ret = open_traces(m, s);
		return NULL;
	case KG_NEED_TOTALS:
		return kg_session_totals(s, (const struct kg_totals **)ret);
	case KG_NEED_TASKS:
		return kg_session_tasks(s, (const struct kg_tasks **)ret);
	case KG_NEED_CYCLES:
		return s->heap->collectable_known ? kg_session_cycles(s, (const struct kg_cycles **)ret) : NULL;
	case KG_NEED_BUFFERS:
		return kg_session_buffers(s, (const struct kg_buffers **)ret);
	case KG_NEED_SHARES:
		return kg_session_shares(s, (const struct kg_shares **)ret);
	case KG_NEED_ANCHORS:
		return kg_session_anchors(s, (const struct kg_anchors **)ret);
	case KG_NEED_RETAINED:
		return s->heap->nodes > 0 ? kg_session_retained(s, (const struct kg_retained **)ret) : NULL;
	case KG_NEED_RETAINED_TYPES:
		return s->heap->nodes > 0 ? kg_session_retained_types(s, (const uint64_t **)ret) : NULL;
	default:
		return s->heap->nodes > 0 ? kg_session_findings(s, (const struct kg_findings **)ret) : NULL;
	}
}

/* An analysis that runs out of memory leaves its columns empty; the rest goes on. */
static void analyze(struct kg_model *m, struct kg_session *s)
{
	for (int need = KG_NEED_TRACES; need < KG_NEED_COUNT && !kg_progress_canceled(m->progress); need++) {
		const void *result = atomic_load(&m->results[need]);
		struct kg_error *err = result ? NULL : compute(m, s, (enum kg_need)need, &result);

		atomic_store(&m->results[need], err ? NULL : result);
		if (err && err->code != KG_ERR_CANCELED)
			kg_error_destroy(atomic_exchange(&m->trouble, err));
		else
			kg_error_destroy(err);
		came(m);
	}
}

/* A number may have gone to another process, or the process to another program. */
static struct kg_error *check_same(struct kg_model *m)
{
	const struct kg_session *was = m->before ? kg_model_session(m->before) : NULL;
	const struct kg_image *old = was ? was->image : NULL, *now = m->own->image;
	struct kg_proc_status status = {0};

	if (m->own->live_pid && kg_proc_status(m->own->live_pid, &status))
		m->start_ticks = status.start_ticks;
	if (!old)
		return NULL;
	if (m->before->start_ticks && m->start_ticks && m->before->start_ticks != m->start_ticks)
		return kg_error_create(KG_ERR_TARGET, "%s: it has ended, and another process has its number", m->options.target);
	if (old->nauxv != now->nauxv || (old->nauxv && memcmp(old->auxv, now->auxv, old->nauxv * sizeof(*old->auxv)) != 0))
		return kg_error_create(KG_ERR_TARGET, "%s: it runs another program by now", m->options.target);
	return NULL;
}

/* Errors but for CANCELED are told; what was reached is there. */
static void read_target(struct kg_model *m)
{
	struct kg_error *err = kg_session_open(&m->options, &m->own);

	if (!err)
		err = check_same(m);
	if (!err) {
		atomic_store(&m->session, m->own);
		came(m);
		err = kg_session_read(m->own);
	}
	if (err && err->code != KG_ERR_CANCELED)
		atomic_store(&m->error, err);
	else
		kg_error_destroy(err);
	came(m);
}

/* What became of the snapshot before this one. */
static void compare(struct kg_model *m, struct kg_session *s)
{
	const struct kg_heap *old = m->before ? kg_model_whole_heap(m->before) : NULL;
	const struct kg_totals *then = m->before ? kg_model_totals(m->before) : NULL;
	struct kg_change *change = NULL;
	struct kg_error *err;

	if (!old || !then || kg_progress_canceled(m->progress))
		return;
	err = kg_change_create(old, then, kg_model_change(m->before), s->heap, m->progress, &change);
	atomic_store(&m->change, change);
	if (err && err->code != KG_ERR_CANCELED)
		kg_error_destroy(atomic_exchange(&m->trouble, err));
	else
		kg_error_destroy(err);
}

static void *work(void *arg)
{
	struct kg_model *m = arg;
	struct kg_session *s;

	if (!atomic_load(&m->session))
		read_target(m);
	s = atomic_load(&m->session);
	if (s && kg_heap_stage(s->heap) == KG_HEAP_COMPLETE)
		analyze(m, s);
	if (s && kg_heap_stage(s->heap) == KG_HEAP_COMPLETE)
		compare(m, s);
	m->before = NULL;
	atomic_store(&m->canceled, kg_progress_canceled(m->progress));
	atomic_store(&m->finished, true);
	came(m);
	return NULL;
}

static struct kg_error *begin(struct kg_model *m)
{
	int failed;

	kg_progress_resume(m->progress);
	atomic_store(&m->canceled, false);
	atomic_store(&m->finished, false);
	m->started = kg_meter_seconds();
	failed = pthread_create(&m->thread, NULL, work, m);
	if (!failed)
		return NULL;
	atomic_store(&m->canceled, true);
	atomic_store(&m->finished, true);
	return kg_error_os(failed, "starting a thread");
}

/* The caller's stays the caller's. */
static void release_progress(struct kg_model *m)
{
	if (m->own_progress)
		kg_progress_destroy(m->progress);
}

static struct kg_error *start(struct kg_model *m, struct kg_model **ret)
{
	struct kg_error *err = begin(m);

	if (err) {
		release_progress(m);
		free(m);
		return err;
	}
	*ret = m;
	return NULL;
}

static struct kg_error *create(const struct kg_session_options *opts, const struct kg_model *before, struct kg_model **ret)
{
	struct kg_model *m = calloc(1, sizeof(*m));

	if (!m)
		return kg_error_nomem();
	m->before = before;
	m->progress = opts->progress ? opts->progress : kg_progress_create_silent();
	m->options = *opts;
	m->own_progress = !opts->progress;
	m->options.progress = m->progress;
	m->options.counts = true;
	return start(m, ret);
}

struct kg_error *kg_model_create(const struct kg_session_options *opts, struct kg_model **ret)
{
	return create(opts, NULL, ret);
}

struct kg_error *kg_model_create_after(const struct kg_model *before, struct kg_model **ret)
{
	struct kg_session_options opts = before->options;

	opts.progress = NULL;
	return create(&opts, before, ret);
}

struct kg_error *kg_model_create_over(struct kg_session *s, const struct kg_model *before, struct kg_model **ret)
{
	struct kg_model *m = calloc(1, sizeof(*m));

	if (!m)
		return kg_error_nomem();
	m->before = before;
	m->progress = kg_progress_create_silent();
	m->own_progress = true;
	m->options.threads = s->options.threads;
	kg_session_lane(s, m->progress, &m->lane);
	atomic_store(&m->session, &m->lane);
	return start(m, ret);
}

static void forget_results(struct kg_model *m)
{
	for (int need = 0; need < KG_NEED_COUNT; need++)
		atomic_store(&m->results[need], NULL);
	kg_error_destroy(atomic_exchange(&m->trouble, NULL));
	kg_error_destroy(atomic_exchange(&m->error, NULL));
}

void kg_model_destroy(struct kg_model *m)
{
	if (!m)
		return;
	kg_progress_cancel(m->progress);
	pthread_join(m->thread, NULL);
	forget_results(m);
	kg_change_destroy(atomic_load(&m->change));
	kg_session_destroy(m->own);
	release_progress(m);
	free(m);
}

bool kg_model_cancel(struct kg_model *m)
{
	if (kg_model_finished(m))
		return false;
	kg_progress_cancel(m->progress);
	return true;
}

bool kg_model_canceled(const struct kg_model *m)
{
	return kg_model_finished(m) && atomic_load(&m->canceled);
}

struct kg_error *kg_model_resume(struct kg_model *m)
{
	if (!kg_model_canceled(m))
		return NULL;
	pthread_join(m->thread, NULL);
	if (m->own && kg_heap_stage(m->own->heap) != KG_HEAP_COMPLETE) {
		atomic_store(&m->session, NULL);
		forget_results(m);
		kg_session_destroy(m->own);
		m->own = NULL;
	}
	came(m);
	return begin(m);
}

unsigned int kg_model_generation(const struct kg_model *m)
{
	const struct kg_session *s = kg_model_session(m);
	unsigned int n = atomic_load(&m->generation);

	if (!s)
		return n;
	n += kg_heap_stage(s->heap);
	if (!kg_model_finished(m) && kg_heap_stage(s->heap) == KG_HEAP_OPEN)
		n += 1u << 16 | (unsigned int)((kg_meter_seconds() - m->started) * PULSES_PER_SECOND) << 17;
	return n;
}

bool kg_model_finished(const struct kg_model *m)
{
	return atomic_load(&m->finished);
}

const struct kg_session *kg_model_session(const struct kg_model *m)
{
	return atomic_load(&m->session);
}

static const struct kg_heap *heap_at(const struct kg_model *m, enum kg_heap_stage stage)
{
	const struct kg_session *s = kg_model_session(m);

	return s && kg_heap_stage(s->heap) >= stage ? s->heap : NULL;
}

const struct kg_heap *kg_model_heap(const struct kg_model *m)
{
	return heap_at(m, KG_HEAP_OBJECTS);
}

const struct kg_heap *kg_model_whole_heap(const struct kg_model *m)
{
	return heap_at(m, KG_HEAP_COMPLETE);
}

#define RESULT(name, need, type)                                                                                       \
	const type *kg_model_##name(const struct kg_model *m)                                                          \
	{                                                                                                              \
		return atomic_load(&m->results[need]);                                                                 \
	}

RESULT(traces, KG_NEED_TRACES, struct kg_tracemalloc)
RESULT(totals, KG_NEED_TOTALS, struct kg_totals)
RESULT(tasks, KG_NEED_TASKS, struct kg_tasks)
RESULT(buffers, KG_NEED_BUFFERS, struct kg_buffers)
RESULT(shares, KG_NEED_SHARES, struct kg_shares)
RESULT(cycles, KG_NEED_CYCLES, struct kg_cycles)
RESULT(anchors, KG_NEED_ANCHORS, struct kg_anchors)
RESULT(retained, KG_NEED_RETAINED, struct kg_retained)
RESULT(retained_types, KG_NEED_RETAINED_TYPES, uint64_t)
RESULT(findings, KG_NEED_FINDINGS, struct kg_findings)

const struct kg_change *kg_model_change(const struct kg_model *m)
{
	return kg_model_finished(m) ? atomic_load(&m->change) : NULL;
}

bool kg_model_live(const struct kg_model *m)
{
	return kg_model_session(m) && kg_model_session(m)->live_pid != 0;
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

bool kg_model_has(const struct kg_model *m, enum kg_need need)
{
	switch (need) {
	case KG_NEED_NOTHING:
		return true;
	case KG_NEED_SESSION:
		return kg_model_session(m) != NULL;
	case KG_NEED_OBJECTS:
		return kg_model_heap(m) != NULL;
	case KG_NEED_GRAPH:
		return kg_model_whole_heap(m) != NULL;
	default:
		return atomic_load(&m->results[need]) != NULL;
	}
}

static void add_phase(const struct kg_model *m, struct kg_strbuf *sb)
{
	double part = -1;
	const char *phase = kg_model_phase(m, &part);

	if (!phase)
		return;
	kg_strbuf_printf(sb, " (%s", phase);
	if (part >= 0)
		kg_strbuf_printf(sb, ", %d %%", (int)(part * 100));
	kg_strbuf_putc(sb, ')');
}

void kg_model_lacks(const struct kg_model *m, enum kg_need need, struct kg_strbuf *sb)
{
	static const char *const what[KG_NEED_COUNT] = {
		[KG_NEED_SESSION] = "the target is still being opened",
		[KG_NEED_OBJECTS] = "objects are still being found",
		[KG_NEED_GRAPH] = "references are still being read",
		[KG_NEED_TRACES] = "allocations are not looked up yet",
		[KG_NEED_TOTALS] = "objects are not measured yet",
		[KG_NEED_TASKS] = "asyncio tasks are not looked for yet",
		[KG_NEED_CYCLES] = "garbage is not grouped yet",
		[KG_NEED_BUFFERS] = "buffers are not looked for yet",
		[KG_NEED_SHARES] = "who shares memory is not looked up yet",
		[KG_NEED_ANCHORS] = "paths are not found yet",
		[KG_NEED_RETAINED] = "dominators are not computed yet",
		[KG_NEED_RETAINED_TYPES] = "dominators are not computed yet",
		[KG_NEED_FINDINGS] = "suspects are not looked for yet",
	};
	const struct kg_error *trouble = atomic_load(&m->trouble);

	if (kg_model_has(m, need))
		return;
	if (!kg_model_finished(m)) {
		kg_strbuf_puts(sb, what[need]);
	} else if (kg_model_canceled(m) && !kg_model_whole_heap(m)) {
		kg_strbuf_puts(sb, "not known: the reading was cut short; R reads the target again");
	} else if (kg_model_canceled(m)) {
		kg_strbuf_puts(sb, "not known: it was canceled; R goes on");
	} else if (need == KG_NEED_CYCLES && kg_model_whole_heap(m) && !kg_model_whole_heap(m)->collectable_known) {
		kg_strbuf_printf(sb, "not known: %s", kg_heap_unknown_garbage(kg_model_whole_heap(m)));
	} else {
		kg_strbuf_printf(sb, "not known%s%s", trouble ? ": " : "", trouble ? trouble->text : "");
	}
}

void kg_model_lacks_now(const struct kg_model *m, enum kg_need need, struct kg_strbuf *sb)
{
	size_t before = sb->len;

	kg_model_lacks(m, need, sb);
	if (sb->len > before)
		add_phase(m, sb);
}
