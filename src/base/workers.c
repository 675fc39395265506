#include "base/workers.h"

#include <pthread.h>

#define MAX_WORKERS 64

struct job {
	struct kg_error *(*fn)(void *arg, unsigned int i);
	void *arg;
	unsigned int i;
	struct kg_error *err;
};

static void *job_run(void *arg)
{
	struct job *j = arg;

	j->err = j->fn(j->arg, j->i);
	return NULL;
}

struct kg_error *kg_workers_run(unsigned int n, struct kg_error *(*fn)(void *arg, unsigned int i), void *arg)
{
	struct job jobs[MAX_WORKERS];
	pthread_t threads[MAX_WORKERS];
	bool started[MAX_WORKERS] = {false};
	struct kg_error *err = NULL;

	if (n > MAX_WORKERS)
		n = MAX_WORKERS;
	for (unsigned int i = 0; i < n; i++)
		jobs[i] = (struct job){fn, arg, i, NULL};
	for (unsigned int i = 1; i < n; i++)
		started[i] = pthread_create(&threads[i], NULL, job_run, &jobs[i]) == 0;
	for (unsigned int i = 0; i < n; i++) {
		if (!started[i])
			job_run(&jobs[i]);	/* the caller's own, and what no thread could be had for */
	}
	for (unsigned int i = 0; i < n; i++) {
		if (started[i])
			pthread_join(threads[i], NULL);
		if (!err)
			err = jobs[i].err;
		else
			kg_error_destroy(jobs[i].err);
	}
	return err;
}

bool kg_pieces_take(struct kg_pieces *p, uint64_t *ret_from, uint64_t *ret_to)
{
	uint64_t from = __atomic_fetch_add(&p->next, p->step, __ATOMIC_RELAXED);

	if (from >= p->total)
		return false;
	*ret_from = from;
	*ret_to = p->total - from < p->step ? p->total : from + p->step;
	return true;
}
