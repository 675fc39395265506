#include "config.h"

#include "live/stop.h"

#include <elf.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>

#include "base/grow.h"
#include "base/meter.h"
#include "live/permit.h"
#include "live/proc.h"

#define EVENT_STOP 128 /* PTRACE_EVENT_STOP; glibc and the kernel's header cannot be included together */
#define ROUNDS_MAX 1000
#define THREAD_TIMEOUT_MS 10000 /* for a thread to stand still that is not in an uninterruptible call: its turn may come late */
#define BLOCKED_AFTER_MS 50

static void nap(unsigned int us)
{
	struct timespec t = {0, (long)us * 1000};

	nanosleep(&t, NULL);
}

/* What a stop as told by waitpid() means for @t; @return the event */
static int take_status(struct kg_stop_thread *t, int status)
{
	int event = status >> 16, sig;

	if (!WIFSTOPPED(status)) {
		t->state = KG_STOP_GONE;
		return 0;
	}
	t->state = KG_STOP_HELD;
	sig = WSTOPSIG(status);
	if (event == EVENT_STOP)
		t->group_stopped = sig == SIGSTOP || sig == SIGTSTP || sig == SIGTTIN || sig == SIGTTOU;
	else if (event == 0 && !(sig & 0x80)) /* with 0x80 a system call's stop (TRACESYSGOOD) */
		t->signal = sig;
	return event;
}

bool kg_stop_wait(struct kg_stop_thread *t, int timeout_ms, int *ret_event)
{
	double end = kg_meter_seconds() + timeout_ms / 1000.0;
	unsigned int us = 0;

	for (;;) {
		int status = 0;
		pid_t got = waitpid(t->tid, &status, __WALL | WNOHANG);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			t->state = KG_STOP_GONE;
		if (got > 0) {
			int event = take_status(t, status);

			if (ret_event)
				*ret_event = event;
		}
		if (got != 0)
			return true;
		if (kg_meter_seconds() > end)
			return false;
		nap(us);
		us = us < 200 ? us + 10 : us;
	}
}

static uint32_t read_set(pid_t tid, int type, void *buf, size_t cap)
{
	struct iovec iov = {buf, cap};

	return ptrace(PTRACE_GETREGSET, tid, type, &iov) == 0 ? (uint32_t)iov.iov_len : 0;
}

#ifdef __x86_64__
/* Where a blocked thread is, by /proc: "number args... sp pc"; places as in user_regs_struct. */
static void registers_by_proc(pid_t pid, struct kg_stop_thread *t)
{
	unsigned long long v[9];
	uint64_t regs[27] = {0};
	char name[64], text[512];

	snprintf(name, sizeof(name), "task/%d/syscall", (int)t->tid);
	if (kg_proc_read(pid, name, text, sizeof(text)) <= 0 ||
	    sscanf(text, "%llu %llx %llx %llx %llx %llx %llx %llx %llx", &v[0], &v[1], &v[2], &v[3], &v[4], &v[5],
		   &v[6], &v[7], &v[8]) != 9)
		return;
	regs[15] = v[0];				/* orig_rax */
	regs[14] = v[1], regs[13] = v[2], regs[12] = v[3]; /* rdi rsi rdx */
	regs[7] = v[4], regs[9] = v[5], regs[8] = v[6]; /* r10 r8 r9 */
	regs[19] = v[7], regs[16] = v[8];		/* rsp rip */
	memcpy(t->regs, regs, sizeof(regs));
	t->regs_len = sizeof(regs);
}
#else
static void registers_by_proc(pid_t pid, struct kg_stop_thread *t)
{
	(void)pid;
	(void)t;
}
#endif

static void read_registers(pid_t pid, struct kg_stop_thread *t)
{
	if (t->state == KG_STOP_BLOCKED)
		registers_by_proc(pid, t);
	if (t->state != KG_STOP_HELD)
		return;
	t->regs_len = read_set(t->tid, NT_PRSTATUS, t->regs, sizeof(t->regs));
	t->fpregs_len = read_set(t->tid, NT_PRFPREG, t->fpregs, sizeof(t->fpregs));
}

static bool known(const struct kg_stop *s, pid_t tid)
{
	for (size_t i = s->n; i-- > 0;) {
		if (s->threads[i].tid == tid)
			return true;
	}
	return false;
}

/* One that was not there before becomes ours to stop, and runs on. Errors: the first thread cannot be traced */
static struct kg_error *seize(struct kg_stop *s, struct kg_turn *turn, pid_t tid)
{
	struct kg_error *err;
	int errnum;

	if (known(s, tid))
		return NULL;
	while (ptrace(PTRACE_SEIZE, tid, NULL, NULL) != 0) {
		errnum = errno;
		/* One that ended since the list was read; a leader that ended before its threads. */
		if (errnum == ESRCH || strchr("ZX", kg_proc_thread_state(s->pid, tid)))
			return NULL;
		if (errnum == EPERM && s->since == 0 && kg_turn_wait(turn, s->pid, tid))
			continue;
		return kg_permit_explain(s->pid, errnum);
	}
	err = kg_grow(&s->threads, &s->cap, s->n, sizeof(*s->threads));
	if (err) {
		ptrace(PTRACE_DETACH, tid, NULL, NULL);
		return err;
	}
	s->threads[s->n++] = (struct kg_stop_thread){.tid = tid};
	return NULL;
}

static struct kg_error *seize_new(struct kg_stop *s, struct kg_turn *turn)
{
	pid_t *tids = NULL;
	size_t n = 0;
	struct kg_error *err = kg_proc_threads(s->pid, &tids, &n);

	for (size_t i = 0; i < n && !err; i++)
		err = seize(s, turn, tids[i]);
	free(tids);
	return err;
}

static void interrupt(struct kg_stop *s, struct kg_stop_thread *t)
{
	if (s->since == 0)
		s->since = kg_meter_seconds();
	if (ptrace(PTRACE_INTERRUPT, t->tid, NULL, NULL) != 0)
		t->state = KG_STOP_GONE;
}

/* While some are on their way the registers of those that stand are read. Those that linger get their time when all were asked. */
static void wait_for_most(struct kg_stop *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct kg_stop_thread *t = &s->threads[i];

		if (t->state == KG_STOP_SEIZED && kg_stop_wait(t, 1, NULL))
			read_registers(s->pid, t);
	}
}

/* Do all that the kernel counts stand? Quicker than a list of them, and not certain while one that ended is counted. */
static bool is_whole(const struct kg_stop *s)
{
	struct kg_proc_status status;

	for (size_t i = 0; i < s->n; i++) {
		if (s->threads[i].state != KG_STOP_HELD)
			return false;
	}
	return s->n > 0 && kg_proc_status(s->pid, &status) && status.threads == s->n;
}

/*
 * Until no thread is there that was not before: those that stand can make no new ones. All are seized before the first is
 * interrupted, so that the process stands no longer than it takes to interrupt them.
 */
static struct kg_error *seize_all(struct kg_stop *s, struct kg_turn *turn)
{
	size_t asked = 0;

	for (int round = 0; round < ROUNDS_MAX; round++) {
		struct kg_error *err = seize_new(s, turn);

		if (err || asked == s->n)
			return err;
		for (; asked < s->n; asked++)
			interrupt(s, &s->threads[asked]);
		wait_for_most(s);
		if (is_whole(s))
			return NULL;
	}
	return kg_error_create(KG_ERR_TARGET, "pid:%d: it makes threads faster than they can be stopped; try again", (int)s->pid);
}

static struct kg_error *wait_for_rest(struct kg_stop *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct kg_stop_thread *t = &s->threads[i];

		for (int waited = 0; t->state == KG_STOP_SEIZED; waited += BLOCKED_AFTER_MS) {
			if (kg_stop_wait(t, BLOCKED_AFTER_MS, NULL)) {
				read_registers(s->pid, t);
				break;
			}
			if (kg_proc_thread_state(s->pid, t->tid) == 'D') {
				t->state = KG_STOP_BLOCKED;
				s->blocked++;
				read_registers(s->pid, t);
			} else if (waited > THREAD_TIMEOUT_MS) {
				return kg_error_create(KG_ERR_TARGET, "pid:%d: its thread %d does not come to a stop; try again",
						       (int)s->pid, (int)t->tid);
			}
		}
	}
	return NULL;
}

static size_t held(const struct kg_stop *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->threads[i].state == KG_STOP_HELD || s->threads[i].state == KG_STOP_BLOCKED;
	return n;
}

struct kg_error *kg_stop_create(pid_t pid, struct kg_turn *turn, struct kg_stop *ret)
{
	struct kg_stop s = {.pid = pid};
	struct kg_error *err = seize_all(&s, turn);

	if (!err)
		err = wait_for_rest(&s);
	if (!err && held(&s) == 0)
		err = kg_error_create(KG_ERR_TARGET, "pid:%d: it ended while it was looked at", (int)pid);
	if (err) {
		kg_stop_release(&s);
		kg_stop_deinit(&s);
		return err;
	}
	*ret = s;
	return NULL;
}

/* One that was not held at the last look may be by now; what neither stands nor ended is let go when this thread ends. */
static void release_one(struct kg_stop_thread *t)
{
	if (t->state == KG_STOP_SEIZED || t->state == KG_STOP_BLOCKED)
		kg_stop_wait(t, 0, NULL);
	if (t->state == KG_STOP_HELD)
		ptrace(PTRACE_DETACH, t->tid, NULL, (void *)(intptr_t)t->signal);
	t->state = t->state == KG_STOP_HELD ? KG_STOP_GONE : t->state;
}

double kg_stop_release(struct kg_stop *s)
{
	for (size_t i = 0; i < s->n; i++)
		release_one(&s->threads[i]);
	return s->n > 0 ? kg_meter_seconds() - s->since : 0;
}

void kg_stop_deinit(struct kg_stop *s)
{
	free(s->threads);
	*s = (struct kg_stop){0};
}
