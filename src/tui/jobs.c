#include "tui/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct job {
	void (*run)(void *arg);
	void (*done)(void *arg);
	void *arg;
	uint64_t number; /* from 1 */
	struct job *next;
};

struct kg_jobs {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	struct job *todo, *done; /* done: the last one first */
	size_t pending;		 /* added and not ended */
	bool stop;
	uint64_t added;
	uint64_t current;	     /* number of the job that runs: the thread's own */
	_Atomic uint64_t canceled; /* jobs up to this number */
};

static void *work(void *arg)
{
	struct kg_jobs *j = arg;

	pthread_mutex_lock(&j->lock);
	while (!j->stop) {
		struct job *job = j->todo;

		if (!job) {
			pthread_cond_wait(&j->wake, &j->lock);
			continue;
		}
		j->todo = job->next;
		pthread_mutex_unlock(&j->lock);
		j->current = job->number;
		job->run(job->arg);
		pthread_mutex_lock(&j->lock);
		job->next = j->done;
		j->done = job;
	}
	pthread_mutex_unlock(&j->lock);
	return NULL;
}

struct kg_error *kg_jobs_create(struct kg_jobs **ret)
{
	struct kg_jobs *j = calloc(1, sizeof(*j));
	int failed;

	if (!j)
		return kg_error_nomem();
	pthread_mutex_init(&j->lock, NULL);
	pthread_cond_init(&j->wake, NULL);
	failed = pthread_create(&j->thread, NULL, work, j);
	if (failed) {
		free(j);
		return kg_error_os(failed, "starting a thread");
	}
	*ret = j;
	return NULL;
}

static void end_all(struct kg_jobs *j, struct job *job)
{
	while (job) {
		struct job *next = job->next;

		job->done(job->arg);
		free(job);
		j->pending--;
		job = next;
	}
}

void kg_jobs_destroy(struct kg_jobs *j)
{
	if (!j)
		return;
	pthread_mutex_lock(&j->lock);
	j->stop = true;
	pthread_cond_signal(&j->wake);
	pthread_mutex_unlock(&j->lock);
	pthread_join(j->thread, NULL);
	end_all(j, j->todo);
	end_all(j, j->done);
	pthread_cond_destroy(&j->wake);
	pthread_mutex_destroy(&j->lock);
	free(j);
}

void kg_jobs_add(struct kg_jobs *j, void (*run)(void *arg), void (*done)(void *arg), void *arg)
{
	struct job *job = malloc(sizeof(*job)), **at = &j->todo;

	if (!job) {
		run(arg);
		done(arg);
		return;
	}
	pthread_mutex_lock(&j->lock);
	*job = (struct job){run, done, arg, ++j->added, NULL};
	while (*at)
		at = &(*at)->next;
	*at = job;
	j->pending++;
	pthread_cond_signal(&j->wake);
	pthread_mutex_unlock(&j->lock);
}

bool kg_jobs_cancel(struct kg_jobs *j)
{
	bool any;

	pthread_mutex_lock(&j->lock);
	any = j->pending > 0 && j->canceled < j->added;
	j->canceled = j->added;
	pthread_mutex_unlock(&j->lock);
	return any;
}

bool kg_jobs_canceled(const struct kg_jobs *j)
{
	return pthread_equal(pthread_self(), j->thread) && j->current <= j->canceled;
}

size_t kg_jobs_poll(struct kg_jobs *j)
{
	struct job *done;

	pthread_mutex_lock(&j->lock);
	done = j->done;
	j->done = NULL;
	pthread_mutex_unlock(&j->lock);
	end_all(j, done);
	return j->pending;
}
