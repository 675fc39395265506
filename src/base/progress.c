#include "base/progress.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define FIRST_NS 500000000ll
#define NEXT_NS 100000000ll
#define BAR 30

struct kg_progress {
	pthread_mutex_t lock;
	const char *name;
	uint64_t total;
	_Atomic uint64_t done;
	_Atomic int64_t next_ns; /* when it may draw again */
	_Atomic bool canceled;
	bool shown, silent;
	void (*watch)(void *arg, const char *name);
	void *watch_arg;
};

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ll + t.tv_nsec;
}

struct kg_progress *kg_progress_create(bool quiet)
{
	struct kg_progress *p;

	if (quiet || !isatty(STDERR_FILENO))
		return NULL;
	p = calloc(1, sizeof(*p));
	if (!p)
		return NULL;
	pthread_mutex_init(&p->lock, NULL);
	p->name = "reading";
	atomic_store(&p->next_ns, now_ns() + FIRST_NS);
	return p;
}

struct kg_progress *kg_progress_create_silent(void)
{
	struct kg_progress *p = calloc(1, sizeof(*p));

	if (!p)
		return NULL;
	pthread_mutex_init(&p->lock, NULL);
	p->silent = true;
	return p;
}

void kg_progress_state(struct kg_progress *p, struct kg_progress_state *ret)
{
	*ret = (struct kg_progress_state){0};
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	*ret = (struct kg_progress_state){p->name, atomic_load(&p->done), p->total};
	pthread_mutex_unlock(&p->lock);
}

void kg_progress_cancel(struct kg_progress *p)
{
	if (p)
		atomic_store(&p->canceled, true);
}

void kg_progress_resume(struct kg_progress *p)
{
	if (p)
		atomic_store(&p->canceled, false);
}

bool kg_progress_canceled(const struct kg_progress *p)
{
	return p && atomic_load_explicit(&p->canceled, memory_order_relaxed);
}

struct kg_error *kg_progress_check(const struct kg_progress *p)
{
	return kg_progress_canceled(p) ? kg_error_create(KG_ERR_CANCELED, "canceled") : NULL;
}

static void draw(struct kg_progress *p)
{
	uint64_t done = atomic_load(&p->done);

	if (p->total == 0) {
		fprintf(stderr, "\r\033[K%s: %llu", p->name, (unsigned long long)done);
	} else {
		uint64_t part = done >= p->total ? BAR : (uint64_t)((double)done / (double)p->total * BAR);
		char bar[BAR + 1];

		for (unsigned int i = 0; i < BAR; i++)
			bar[i] = i < part ? '#' : '.';
		bar[BAR] = '\0';
		fprintf(stderr, "\r\033[K%-24s [%s] %3u%%", p->name, bar,
			(unsigned int)(done >= p->total ? 100 : (double)done / (double)p->total * 100));
	}
	fflush(stderr);
	p->shown = true;
}

void kg_progress_phase(struct kg_progress *p, const char *name, uint64_t total)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->name = name;
	p->total = total;
	atomic_store(&p->done, 0);
	pthread_mutex_unlock(&p->lock);
	if (p->watch)
		p->watch(p->watch_arg, name);
	kg_progress_add(p, 0);
}

void kg_progress_watch(struct kg_progress *p, void (*fn)(void *arg, const char *name), void *arg)
{
	p->watch = fn;
	p->watch_arg = arg;
}

void kg_progress_add(struct kg_progress *p, uint64_t done)
{
	int64_t now, due;

	if (!p)
		return;
	atomic_fetch_add(&p->done, done);
	if (p->silent)
		return;
	now = now_ns();
	due = atomic_load(&p->next_ns);
	if (now < due || !atomic_compare_exchange_strong(&p->next_ns, &due, now + NEXT_NS))
		return;
	pthread_mutex_lock(&p->lock);
	draw(p);
	pthread_mutex_unlock(&p->lock);
}

void kg_progress_clear(struct kg_progress *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
	pthread_mutex_unlock(&p->lock);
}

void kg_progress_destroy(struct kg_progress *p)
{
	if (!p)
		return;
	kg_progress_clear(p);
	pthread_mutex_destroy(&p->lock);
	free(p);
}
