/*
 * A session whose heap is looked at while it is read, and whose work is canceled at any
 * moment: usage: stages CORE. Ends with 0 when everything is as the headers say.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "analysis/finding.h"
#include "analysis/retained.h"
#include "analysis/totals.h"
#include "session/session.h"

#define TRIES 60

static int failed;

static void expect(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "FAIL: %s\n", what);
	failed = 1;
}

static enum kg_error_code code_of(struct kg_error *err, bool *ret_any)
{
	enum kg_error_code code = err ? err->code : KG_ERR_OS;

	*ret_any = err != NULL;
	if (err && code != KG_ERR_CANCELED)
		fprintf(stderr, "%s\n", err->text);
	kg_error_destroy(err);
	return code;
}

static bool canceled(struct kg_error *err)
{
	bool any;

	return code_of(err, &any) == KG_ERR_CANCELED && any;
}

static bool fine(struct kg_error *err)
{
	bool any;

	code_of(err, &any);
	return !any;
}

static struct kg_session *open_core(const char *core, struct kg_progress *p, unsigned int threads)
{
	struct kg_session_options opts = {.target = core, .threads = threads, .counts = true, .quiet = true, .progress = p};
	struct kg_session *s = NULL;

	if (!fine(kg_session_open(&opts, &s)))
		exit(1);
	return s;
}

/* Counts while the heap is read: they only rise. */
struct watcher {
	const struct kg_session *s;
	_Atomic bool stop;
	uint64_t looks;
	bool sane;
};

static uint64_t objects_of(const struct kg_type_count *rows, size_t n)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += rows[i].objects;
	return sum;
}

static void *watch(void *arg)
{
	struct watcher *w = arg;
	uint64_t before = 0;

	w->sane = true;
	while (!atomic_load(&w->stop)) {
		struct kg_type_count *rows = NULL;
		size_t n = 0;
		uint64_t now;
		enum kg_heap_stage stage = kg_heap_stage(w->s->heap);

		if (!fine(kg_heap_counts(w->s->heap, &rows, &n)))
			break;
		now = objects_of(rows, n);
		w->sane = w->sane && now >= before && (n == 0 || rows[0].type->name[0]);
		before = now;
		if (stage >= KG_HEAP_OBJECTS) {
			const struct kg_heap *h = w->s->heap;
			kg_node node = (kg_node)(w->looks * 7919 % h->nodes);
			struct kg_strbuf sb = {0};

			/* numbers, types, values and referents of what is there already */
			w->sane = w->sane && now == h->nodes && kg_heap_node(h, kg_heap_addr(h, node)) == node;
			kg_heap_value(h, kg_heap_addr(h, node), 60, &sb);
			w->sane = w->sane && kg_heap_type(h, node)->name[0] && sb.len > 0;
			kg_strbuf_deinit(&sb);
		}
		free(rows);
		w->looks++;
	}
	return NULL;
}

/* What was counted on the way is what the pass over all objects counts. */
static void counts_are_totals(struct kg_session *s)
{
	const struct kg_totals *t = NULL;
	struct kg_type_count *rows = NULL;
	size_t n = 0, types = 0;

	expect(fine(kg_session_totals(s, &t)) && fine(kg_heap_counts(s->heap, &rows, &n)), "totals and counts");
	for (size_t i = 0; i < n; i++) {
		const struct kg_type_total *one = &t->items[rows[i].type->index];

		expect(one->objects == rows[i].objects && one->bytes == rows[i].bytes && one->payload == rows[i].payload,
		       rows[i].type->name);
	}
	for (uint32_t i = 0; i < t->n; i++)
		types += t->items[i].objects > 0;
	expect(types == n && t->all.objects == s->heap->nodes, "all types are counted");
	free(rows);
}

/* @return nanoseconds that the reading took */
static long read_watched(const char *core)
{
	struct timespec from, to;
	struct kg_session *s = open_core(core, NULL, 2);
	struct watcher w = {.s = s};
	pthread_t thread;

	expect(kg_heap_stage(s->heap) == KG_HEAP_OPEN && kg_heap_node(s->heap, s->runtime->type_type) == KG_NODE_NONE,
	       "nothing is read yet");
	expect(pthread_create(&thread, NULL, watch, &w) == 0, "a thread");
	clock_gettime(CLOCK_MONOTONIC, &from);
	expect(fine(kg_session_read(s)), "reading");
	clock_gettime(CLOCK_MONOTONIC, &to);
	expect(kg_heap_stage(s->heap) == KG_HEAP_COMPLETE, "complete");
	atomic_store(&w.stop, true);
	pthread_join(thread, NULL);
	expect(w.sane, "what is seen while it is read");
	counts_are_totals(s);
	kg_session_destroy(s);
	return (to.tv_sec - from.tv_sec) * 1000000000l + to.tv_nsec - from.tv_nsec;
}

struct late {
	struct kg_progress *p;
	long wait_ns;
};

static void *cancel_later(void *arg)
{
	struct late *l = arg;

	nanosleep(&(struct timespec){l->wait_ns / 1000000000l, l->wait_ns % 1000000000l}, NULL);
	kg_progress_cancel(l->p);
	return NULL;
}

static void cancel_within(struct kg_progress *p, long wait_ns, pthread_t *ret, struct late *l)
{
	*l = (struct late){p, wait_ns};
	kg_progress_resume(p);
	expect(pthread_create(ret, NULL, cancel_later, l) == 0, "a thread");
}

/* Whenever it is canceled, before it begins where @wait_ns is 0: it is said, it is no damage, and what was reached stands. */
static void cancel_reading(const char *core, long wait_ns, unsigned int threads, unsigned int *stages)
{
	struct kg_progress *p = kg_progress_create_silent();
	struct kg_session *s = open_core(core, p, threads);
	struct kg_type_count *rows = NULL;
	struct late late;
	pthread_t thread;
	struct kg_error *err;
	size_t n = 0;
	bool any;

	if (wait_ns > 0)
		cancel_within(p, wait_ns, &thread, &late);
	else
		kg_progress_cancel(p);
	err = kg_session_read(s);
	if (wait_ns > 0)
		pthread_join(thread, NULL);
	any = err != NULL;
	expect(!any || canceled(err), "CANCELED and nothing else");
	expect(any == (kg_heap_stage(s->heap) != KG_HEAP_COMPLETE), "the stage says whether all was read");
	expect(s->image->damage.count == 0, "to cancel is no damage");
	expect(fine(kg_heap_counts(s->heap, &rows, &n)), "counts after it");
	if (kg_heap_stage(s->heap) >= KG_HEAP_OBJECTS)
		expect(objects_of(rows, n) == s->heap->nodes, "all objects are counted");
	stages[kg_heap_stage(s->heap)]++;
	free(rows);
	kg_session_destroy(s);
	kg_progress_destroy(p);
}

/* One result, canceled at once, then after a while, then asked for again. */
static bool ask(struct kg_session *s, int which, const void **ret, struct kg_error **ret_err)
{
	const struct kg_retained *retained = NULL;
	const struct kg_anchors *anchors = NULL;
	const struct kg_cycles *cycles = NULL;
	const struct kg_totals *totals = NULL;
	const struct kg_findings *findings = NULL;
	const uint64_t *types = NULL;
	struct kg_error *err = which == 0   ? kg_session_retained(s, &retained)
			       : which == 1 ? kg_session_anchors(s, &anchors)
			       : which == 2 ? kg_session_cycles(s, &cycles)
			       : which == 3 ? kg_session_totals(s, &totals)
			       : which == 4 ? kg_session_findings(s, &findings)
					    : kg_session_retained_types(s, &types);
	const void *all[] = {retained, anchors, cycles, totals, findings, types};

	*ret = all[which];
	*ret_err = err;
	return err == NULL;
}

static void cancel_results(struct kg_session *s, struct kg_progress *p)
{
	struct kg_session lane;

	kg_session_lane(s, p, &lane);
	for (int which = 0; which < 6; which++) {
		const void *first, *second;
		struct kg_error *err;

		kg_progress_cancel(p);
		if (ask(&lane, which, &first, &err))
			expect(which == 5 && first, "a canceled result is no result");
		else
			expect(canceled(err) && !first, "CANCELED");
		for (int i = 0; i < 8; i++) {
			struct late late;
			pthread_t thread;

			cancel_within(p, i * 200000l, &thread, &late);
			if (!ask(&lane, which, &first, &err))
				expect(canceled(err) && !first, "CANCELED in the middle");
			pthread_join(thread, NULL);
		}
		kg_progress_resume(p);
		expect(ask(&lane, which, &first, &err) && first, "asked again, it is there");
		kg_progress_cancel(p);
		expect(ask(s, which, &second, &err) && first == second, "one result for all");
		kg_progress_resume(p);
	}
}

struct asker {
	struct kg_session lane;
	const struct kg_retained *got;
	struct kg_error *err;
};

static void *ask_retained(void *arg)
{
	struct asker *a = arg;

	a->err = kg_session_retained(&a->lane, &a->got);
	return NULL;
}

/* Two ask at once, the first is canceled: the second has it all the same. */
static void two_lanes(const char *core)
{
	struct kg_progress *p[2] = {kg_progress_create_silent(), kg_progress_create_silent()};
	struct kg_session *s = open_core(core, NULL, 1);
	struct asker a[2] = {0};
	pthread_t thread[2];

	expect(fine(kg_session_read(s)), "reading");
	for (int i = 0; i < 2; i++) {
		kg_session_lane(s, p[i], &a[i].lane);
		expect(pthread_create(&thread[i], NULL, ask_retained, &a[i]) == 0, "a thread");
	}
	kg_progress_cancel(p[0]);
	for (int i = 0; i < 2; i++)
		pthread_join(thread[i], NULL);
	expect(!a[0].err || canceled(a[0].err), "the first is canceled, or was quicker");
	expect(fine(a[1].err) && a[1].got, "the second is not canceled with it");
	kg_session_destroy(s);
	for (int i = 0; i < 2; i++)
		kg_progress_destroy(p[i]);
}

int main(int argc, char **argv)
{
	struct kg_progress *p = kg_progress_create_silent();
	struct kg_session *s;
	unsigned int stages[KG_HEAP_COMPLETE + 1] = {0};

	long took_ns;

	if (argc != 2)
		return 2;
	took_ns = read_watched(argv[1]);
	cancel_reading(argv[1], 0, 1, stages);
	expect(stages[KG_HEAP_COMPLETE] == 0, "canceled at once nothing is complete");
	for (int i = 0; i < TRIES; i++)
		cancel_reading(argv[1], took_ns / TRIES * i, 1 + (unsigned int)i % 3, stages);
	s = open_core(argv[1], NULL, 2);
	expect(fine(kg_session_read(s)), "reading");
	cancel_results(s, p);
	kg_session_destroy(s);
	two_lanes(argv[1]);
	kg_progress_destroy(p);
	printf("canceled while opened %u, with objects %u, not in time %u\n", stages[0], stages[1], stages[2]);
	return failed;
}
