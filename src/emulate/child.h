/*
 * A process of its own for an emulator, which may end at any moment, and a thread that makes it and sees it end.
 *
 * One caller at a time. Nothing here trusts what the process writes to the words that both see.
 */
#ifndef KG_EMULATE_CHILD_H
#define KG_EMULATE_CHILD_H

#include <pthread.h>
#include <sys/types.h>

#include "base/progress.h"

/* Words that both processes see, each waited for by futex(2). */
struct kg_child_words {
	uint32_t asked;	   /* number of the last request */
	uint32_t answered; /* and of the last that was answered */
};

/** Called in the process, for each request. It answers by returning; when that is false the process ends. */
typedef bool kg_child_serve(void *arg);

struct kg_child {
	struct kg_child_words *words;
	kg_child_serve *open, *serve; /* .open: once, before the first request */
	void *arg;
	pthread_t nurse;
	bool started, wanted, leave, made;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	pid_t pid; /* 0: none. Not reaped while .lock is held and this is not 0 */
	uint32_t asked;
	bool fresh; /* the last request was this process's first */
};

enum kg_child_end {
	KG_CHILD_ANSWERED,
	KG_CHILD_DIED,	   /* or was stopped, or slept: there is no process now */
	KG_CHILD_SPENT,	   /* its time, and was ended */
	KG_CHILD_CANCELED, /* and ended */
	KG_CHILD_NONE,	   /* no process could be made */
};

void kg_child_init(struct kg_child *c, struct kg_child_words *words, kg_child_serve *open, kg_child_serve *serve, void *arg);
void kg_child_deinit(struct kg_child *c);

/**
 * Has one request served, by a new process where there is none.
 * @cpu_ms: of the process's own time, at most. Cost: two switches between processes; a new process some milliseconds
 */
enum kg_child_end kg_child_ask(struct kg_child *c, uint64_t cpu_ms, const struct kg_progress *progress) KG_MUST_CHECK;

/** Ends the process, if there is one. */
void kg_child_kill(struct kg_child *c);

#endif
