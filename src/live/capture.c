#include "config.h"

#include "live/capture.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/meter.h"
#include "live/capture_priv.h"
#include "live/corefile.h"
#include "live/hurry.h"
#include "live/permit.h"

#define COPY_THREADS_MIN 2
#define COPY_THREADS_MAX 4 /* more do not copy faster: memory is what they wait for */
#define ASK_NS 1000000	   /* is it urgent by now? */

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* May it be looked into? */
static struct kg_error *admit(struct kg_work *w)
{
	struct kg_proc_status s;
	struct kg_error *err;

	/* Another may come to trace it in between: kg_stop_create() waits for that too. */
	err = kg_turn_await(&w->turn, w->pid) ? kg_permit_fit(w->pid) : kg_permit_check(w->pid);
	if (!err && w->opts->fork)
		err = kg_fork_permit(w->pid);
	if (err)
		return err;
	kg_proc_status(w->pid, &s);
	w->note.rss_bytes = s.rss_bytes;
	if (s.state == 'T')
		w->note.flags |= KG_LIVE_STOPPED;
	return kg_reader_init(&w->reader, w->pid);
}

static bool any_shared(const struct kg_piece *pieces, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (pieces[i].shared)
			return true;
	}
	return false;
}

/* All that can be done while the process runs: what there is to copy, room for it, pages for it. */
static struct kg_error *prepare(struct kg_work *w)
{
	struct kg_piece *pieces = NULL;
	uint64_t bytes = 0, untouched = 0;
	size_t n = 0;
	struct kg_error *err = kg_maps_read(w->pid, &w->maps);

	if (err && err->code == KG_ERR_OS) {
		kg_error_destroy(err);
		return kg_permit_explain(w->pid, EPERM);
	}
	if (!err && !w->opts->with_buffers)
		err = kg_payload_find(&w->reader, &w->maps, &w->payload);
	if (!err)
		err = kg_plan_make(&w->plan, &w->reader, &w->maps, &w->payload, w->opts->with_buffers);
	if (!err)
		err = kg_plan_pieces(&w->plan, &w->reader, NULL, &pieces, &n, &bytes, &untouched);
	if (!err)
		err = kg_store_init(&w->store, w->pid, bytes, w->plan.size);
	for (size_t i = 0; i < n && !err; i++)
		pieces[i].to = w->store.base + (uintptr_t)pieces[i].to;
	/* Page by page is a tenth of the pause. Pages become shared by a fork alone: one that comes between costs memory, no bytes. */
	if (!err)
		w->reader.unshares = any_shared(pieces, n);
	if (!err)
		err = kg_store_populate(&w->store, w->pid, pieces, n);
	free(pieces);
	return err;
}

static unsigned int copy_threads(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < COPY_THREADS_MIN ? COPY_THREADS_MIN : n > COPY_THREADS_MAX ? COPY_THREADS_MAX : (unsigned int)n;
}

struct kg_error *kg_work_copy(struct kg_work *w, pid_t source)
{
	struct kg_piece *pieces = NULL;
	double start = kg_meter_seconds(), planned;
	size_t n = 0;
	struct kg_error *err;

	kg_maps_deinit(&w->maps);
	err = kg_maps_read(source, &w->maps);
	if (err)
		return err;
	err = kg_payload_confirm(&w->reader, &w->maps, copy_threads(), &w->payload);
	if (!err)
		err = kg_plan_make(&w->plan, &w->reader, &w->maps, &w->payload, w->opts->with_buffers);
	if (!err)
		err = kg_store_grow(&w->store, w->pid, w->plan.size);
	if (!err)
		err = kg_plan_pieces(&w->plan, &w->reader, w->store.base, &pieces, &n, &w->note.copied_bytes,
				     &w->note.untouched_bytes);
	planned = kg_meter_seconds();
	if (!err)
		err = kg_pieces_copy(&w->reader, pieces, n, copy_threads(), &w->note.unreadable_bytes);
	free(pieces);
	w->parts.plan += planned - start;
	w->parts.copy = kg_meter_seconds() - planned;
	return err;
}

static void count_threads(struct kg_work *w)
{
	for (size_t i = 0; i < w->stop.n; i++)
		w->note.threads += w->stop.threads[i].regs_len > 0;
	w->note.blocked = (uint32_t)w->stop.blocked;
}

/* Until all is ready, or there is no more time to wait for that. @return true in the first case */
static bool await_ready(struct kg_work *w)
{
	while (!w->opts->urgent || !w->opts->urgent(w->opts->urgent_arg)) {
		struct timespec t;

		clock_gettime(CLOCK_REALTIME, &t);
		t.tv_nsec += ASK_NS;
		t.tv_sec += t.tv_nsec / 1000000000;
		t.tv_nsec %= 1000000000;
		if (sem_timedwait(&w->ready, &t) == 0)
			return true;
	}
	return false;
}

/* Stops the process, copies, lets it go. Tracing belongs to threads: all of it in one. */
static struct kg_error *stop_and_copy(struct kg_work *w)
{
	struct kg_hurry before; /* a busy machine must not make the pause longer; the thread ends as it is */
	struct kg_error *err;
	double pause;
	bool ready;

	kg_hurry_begin(&before, KG_HURRY_WATCH);
	ready = await_ready(w);
	if (w->unready)
		return NULL;
	err = kg_stop_create(w->pid, &w->turn, &w->stop);
	if (err)
		return err;
	kg_hurry_begin(&before, KG_HURRY_COPY);
	w->note.time_ns = now_ns();
	w->parts.stop = kg_meter_seconds() - w->stop.since;
	while (!ready)
		ready = sem_wait(&w->ready) == 0;
	w->parts.plan = kg_meter_seconds() - w->stop.since - w->parts.stop;
	if (!w->unready)
		err = kg_work_copy(w, w->pid);
	if (!err)
		kg_core_notes(&w->notes, &w->stop, &w->maps, w->pid);
	count_threads(w);
	pause = kg_stop_release(&w->stop);
	w->note.pause_ns = (uint64_t)(pause * 1e9);
	w->parts.finish = pause - w->parts.stop - w->parts.plan - w->parts.copy;
	return err;
}

static void *stopper(void *arg)
{
	struct kg_work *w = arg;

	w->err = stop_and_copy(w);
	return NULL;
}

/* Makes all ready and tells @thread. */
static struct kg_error *prepare_beside(struct kg_work *w, pthread_t thread)
{
	struct kg_error *err = prepare(w);

	w->unready = err != NULL;
	sem_post(&w->ready);
	pthread_join(thread, NULL);
	if (!err)
		return w->err;
	kg_error_destroy(w->err);
	return err;
}

/*
 * A thread of its own, so that whatever could not be let go is by its end. It is started when all is ready, so that nothing is
 * in the way of the copying; where it may become urgent, before.
 */
static struct kg_error *copy_stopped(struct kg_work *w)
{
	struct kg_error *err = w->opts->urgent ? NULL : prepare(w);
	pthread_t thread;
	int failed;

	if (err)
		return err;
	sem_init(&w->ready, 0, w->opts->urgent ? 0 : 1);
	failed = pthread_create(&thread, NULL, stopper, w);
	if (failed) {
		err = kg_error_os(failed, "pid:%d: starting a thread", (int)w->pid);
	} else if (w->opts->urgent) {
		err = prepare_beside(w, thread);
	} else {
		pthread_join(thread, NULL);
		err = w->err;
	}
	sem_destroy(&w->ready);
	return err;
}

static struct kg_error *put(int fd, const void *buf, size_t len, uint64_t at)
{
	const char *p = buf;

	while (len > 0) {
		ssize_t n = pwrite(fd, p, len, (off_t)at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return kg_error_os(n < 0 ? errno : EIO, "writing the copy of a process");
		p += n;
		at += (size_t)n;
		len -= (size_t)n;
	}
	return NULL;
}

/* Ranges left out on purpose, and how many bytes that are. */
static struct kg_error *list_omitted(struct kg_work *w, uint64_t (**ret)[2], size_t *ret_n)
{
	uint64_t(*list)[2] = malloc((w->plan.n + 1) * sizeof(*list));
	size_t n = 0;

	if (!list)
		return kg_error_nomem();
	for (size_t i = 0; i < w->plan.n; i++) {
		const struct kg_range *g = &w->plan.ranges[i];

		if (g->how != KG_RANGE_OMITTED)
			continue;
		list[n][0] = g->start;
		list[n++][1] = g->end;
		w->note.payload_bytes += g->end - g->start;
	}
	w->note.shared_bytes = w->plan.shared_bytes;
	*ret = list;
	*ret_n = n;
	return NULL;
}

/* Notes, program headers and the section header that counts them, behind the memory; the ELF header first of all. */
static struct kg_error *write_headers(struct kg_work *w, const Elf64_Phdr *loads, uint64_t n)
{
	uint64_t at = w->plan.size, phoff = (at + w->notes.len + 7) & ~(uint64_t)7, shoff = phoff + (n + 1) * sizeof(*loads);
	const Elf64_Phdr note = {.p_type = PT_NOTE, .p_offset = at, .p_filesz = w->notes.len, .p_align = 4};
	struct kg_error *err = NULL;
	Elf64_Ehdr eh;
	Elf64_Shdr sh;

	kg_core_header(&eh, phoff, n + 1, shoff, &sh);
	err = put(w->store.fd, &eh, sizeof(eh), 0);
	if (!err)
		err = put(w->store.fd, w->notes.text, w->notes.len, at);
	if (!err)
		err = put(w->store.fd, &note, sizeof(note), phoff);
	if (!err)
		err = put(w->store.fd, loads, n * sizeof(*loads), phoff + sizeof(note));
	if (!err && eh.e_shnum)
		err = put(w->store.fd, &sh, sizeof(sh), shoff);
	w->size = eh.e_shnum ? shoff + sizeof(sh) : shoff;
	return err;
}

static struct kg_error *finish(struct kg_work *w)
{
	Elf64_Phdr *loads = malloc((w->plan.n + 1) * sizeof(*loads));
	uint64_t(*omitted)[2] = NULL;
	size_t n = 0;
	struct kg_error *err = loads ? list_omitted(w, &omitted, &n) : kg_error_nomem();

	if (!err) {
		kg_core_live_note(&w->notes, w->note, (const uint64_t(*)[2])omitted, n);
		if (w->notes.failed)
			err = kg_error_nomem();
	}
	for (size_t i = 0; i < w->plan.n && !err; i++)
		loads[i] = kg_core_load(&w->plan.ranges[i]);
	if (!err)
		err = write_headers(w, loads, w->plan.n);
	if (!err && ftruncate(w->store.fd, (off_t)w->size) != 0)
		err = kg_error_os(errno, "writing the copy of a process");
	free(loads);
	free(omitted);
	kg_store_finish(&w->store);
	return err;
}

static void work_deinit(struct kg_work *w)
{
	kg_reader_deinit(&w->reader);
	kg_maps_deinit(&w->maps);
	kg_runs_deinit(&w->payload);
	kg_plan_deinit(&w->plan);
	kg_stop_deinit(&w->stop);
	kg_strbuf_deinit(&w->notes);
	kg_store_deinit(&w->store);
}

struct kg_error *kg_capture_create(pid_t pid, const struct kg_capture_options *opts, struct kg_capture *ret)
{
	struct kg_work w = {.pid = pid, .opts = opts, .turn = {.told = opts->told}, .reader = {.pagemap = -1, .mem = -1}, .store = {.fd = -1}};
	struct kg_error *err;

	kg_progress_phase(opts->progress, "copying the process", 0);
	w.note.flags = (opts->with_buffers ? KG_LIVE_WITH_BUFFERS : 0u) | (opts->fork ? KG_LIVE_FORKED : 0u);
	err = admit(&w);
	if (!err && opts->fork)
		err = prepare(&w);
	if (!err)
		err = opts->fork ? kg_work_fork(&w) : copy_stopped(&w);
	if (!err)
		err = finish(&w);
	if (!err) {
		*ret = (struct kg_capture){w.store.fd, w.size, w.note, w.parts, !kg_proc_same_root(pid)};
		w.store.fd = -1;
	}
	kg_progress_clear(opts->progress);
	work_deinit(&w);
	return err;
}

void kg_capture_deinit(struct kg_capture *c)
{
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
}

bool kg_capture_target(const char *target, pid_t *ret)
{
	char *end;
	long v;

	if (strncmp(target, "pid:", 4) != 0 || target[4] < '0' || target[4] > '9')
		return false;
	errno = 0;
	v = strtol(target + 4, &end, 10);
	if (*end || errno || v > INT32_MAX)
		return false;
	*ret = (pid_t)v;
	return true;
}
