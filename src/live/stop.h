/*
 * Stopping a process and letting it go on, without a trace.
 *
 * PTRACE_SEIZE and PTRACE_INTERRUPT, thread by thread, until no new thread shows
 * up. Nothing is sent to the process and nothing in it is changed:
 *
 * - a signal that arrives while it stands is held and delivered as it goes on;
 * - one that was stopped by SIGSTOP stays stopped, since the stop of the group is
 *   the kernel's own and comes back when the tracer leaves;
 * - a system call that was interrupted is started anew by the kernel, as after
 *   SIGSTOP and SIGCONT. The few that answer EINTR then (see signal(7): epoll_wait,
 *   semop, sigtimedwait with a handler or without) do so here too;
 * - PTRACE_O_EXITKILL is never set: when this process dies, the kernel detaches.
 *
 * All calls on one stop must come from the thread that made it: tracing belongs
 * to threads. When that thread ends, the kernel lets go what is left.
 */
#ifndef KG_LIVE_STOP_H
#define KG_LIVE_STOP_H

#include <sys/types.h>

#include "base/error.h"
#include "live/turn.h"

#define KG_REGS_MAX 512 /* bytes of general registers of any machine here */
#define KG_FPREGS_MAX 528

enum kg_stop_state {
	KG_STOP_SEIZED,	 /* asked to stop and not yet there */
	KG_STOP_HELD,	 /* stands */
	KG_STOP_BLOCKED, /* in an uninterruptible system call: it cannot return to its program before we let it */
	KG_STOP_GONE,
};

struct kg_stop_thread {
	pid_t tid;
	enum kg_stop_state state;
	int signal;	    /* to be delivered as it goes on; 0 none */
	bool group_stopped; /* by SIGSTOP or the like before we came */
	uint32_t regs_len, fpregs_len; /* bytes; 0: could not be read */
	uint8_t regs[KG_REGS_MAX];     /* as NT_PRSTATUS has them */
	uint8_t fpregs[KG_FPREGS_MAX]; /* as NT_PRFPREG has them */
};

struct kg_stop {
	pid_t pid;
	struct kg_stop_thread *threads; /* the leader first when it lives */
	size_t n, cap;
	size_t blocked; /* threads in state BLOCKED */
	double since;	/* kg_meter_seconds() when the first was interrupted */
};

/**
 * Stops all threads of @pid and reads their registers. A tracer that is there already is waited for, as long as nothing stands.
 * Errors: TARGET (may not be traced, gone; says why and how to go round), NOMEM. On an
 * error nothing is stopped any more.
 */
struct kg_error *kg_stop_create(pid_t pid, struct kg_turn *turn, struct kg_stop *ret) KG_MUST_CHECK;

/** Lets all threads go on. Safe to call twice. @return seconds since .since */
double kg_stop_release(struct kg_stop *s);
void kg_stop_deinit(struct kg_stop *s);

/**
 * Waits until @t stands, at most @timeout_ms.
 * @ret_event: PTRACE_EVENT_* of the stop, 0 for none; may be NULL
 * @return false when the time is over; a thread that ended is GONE and true
 */
bool kg_stop_wait(struct kg_stop_thread *t, int timeout_ms, int *ret_event);

#endif
