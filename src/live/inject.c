#include "config.h"

#include "live/inject.h"

#include <elf.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>

#include "base/meter.h"
#include "live/memory.h"
#include "live/pages.h"
#include "live/proc.h"

/* Copy-on-write pages are doubled as the process writes on: this part of its memory must be free. */
#define ROOM_PART 4

static struct kg_error *check_pids(pid_t pid)
{
	struct kg_cgroup_pids pids;

	if (!kg_cgroup_pids("", pid, &pids) || pids.max < 0 || pids.current + 1 < pids.max)
		return NULL;
	return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: its cgroup has %lld of %lld processes; leave --fork out",
			       (int)pid, (long long)pids.current, (long long)pids.max);
}

static struct kg_error *check_memory(pid_t pid, const struct kg_proc_status *s)
{
	uint64_t need = s->rss_bytes / ROOM_PART + s->page_table_bytes, available = kg_memory_available();
	struct kg_cgroup_view view = KG_CGROUP_VIEW("", pid);
	struct kg_cgroup_memory cg;

	if (available < need)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: %llu MiB of memory are free, and pages that the "
						      "process changes meanwhile may take %llu; leave --fork out", (int)pid,
				       (unsigned long long)(available >> 20), (unsigned long long)(need >> 20));
	if (!kg_cgroup_memory(&view, &cg)) {
		if (!kg_cgroup_memory_hidden(&view))
			return NULL;
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: whether its cgroup is near its memory limit is not "
						      "to be seen from here; run kedge on the host, or leave --fork out", (int)pid);
	}
	if (cg.max > 0 && cg.current - cg.reclaimable + need > cg.max)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: its cgroup is too near its memory limit (%llu of "
						      "%llu MiB, and pages it changes meanwhile may take %llu); leave --fork out",
				       (int)pid, (unsigned long long)((cg.current - cg.reclaimable) >> 20),
				       (unsigned long long)(cg.max >> 20), (unsigned long long)(need >> 20));
	return NULL;
}

struct kg_error *kg_fork_permit(pid_t pid)
{
	struct kg_proc_status s;
	struct kg_error *err;

#ifndef __x86_64__
	return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork works on x86-64 only; leave it out", (int)pid);
#endif
	if (!kg_proc_status(pid, &s))
		return kg_error_create(KG_ERR_TARGET, "pid:%d: it ended while it was looked at", (int)pid);
	if (s.seccomp != 0)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: a seccomp filter watches its system calls and may "
						      "kill it for one it does not expect; leave --fork out", (int)pid);
	if (s.state == 'T')
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: it is stopped by a signal and nothing waits for "
						      "it; leave --fork out", (int)pid);
	err = check_pids(pid);
	return err ? err : check_memory(pid, &s);
}

#ifdef __x86_64__

#define EVENT_STOP 128
#define STEP_MS 10000 /* for a step of the kernel's own; a fork of a large process takes its time */
#define MASK_BYTES 8

struct call {
	struct kg_stop_thread *t;
	kg_addr insn;
	struct user_regs_struct saved;
	uint64_t mask;
};

/* Address of the bytes 0f 05 in executable memory: the vdso's fallback has them, and so has the C library. */
static kg_addr find_insn(pid_t pid, const struct kg_maps *maps)
{
	struct kg_reader r;
	size_t cap = (size_t)1 << 20;
	uint8_t *buf = malloc(cap);
	kg_addr found = 0;

	if (!buf || kg_reader_init(&r, pid) != NULL) {
		free(buf);
		return 0;
	}
	for (int vdso = 1; vdso >= 0 && !found; vdso--) {
		for (size_t i = 0; i < maps->n && !found; i++) {
			const struct kg_vma *v = &maps->items[i];
			size_t len = v->end - v->start < cap ? v->end - v->start : cap, n;
			const uint8_t *at;

			if (!(v->flags & KG_VMA_EXEC) || v->start >> 63 || (strcmp(v->path, "[vdso]") == 0) != vdso)
				continue;
			n = kg_reader_read(&r, v->start, buf, len);
			at = memmem(buf, n, "\x0f\x05", 2);
			found = at ? v->start + (kg_addr)(at - buf) : 0;
		}
	}
	kg_reader_deinit(&r);
	free(buf);
	return found;
}

static bool get_regs(pid_t tid, struct user_regs_struct *regs)
{
	struct iovec iov = {regs, sizeof(*regs)};

	/* A 32-bit process gives fewer. */
	return ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &iov) == 0 && iov.iov_len == sizeof(*regs);
}

static bool set_regs(pid_t tid, struct user_regs_struct *regs)
{
	struct iovec iov = {regs, sizeof(*regs)};

	return ptrace(PTRACE_SETREGSET, tid, NT_PRSTATUS, &iov) == 0;
}

/* A thread that stands by our doing alone; one in a system call is best, since it is in no critical section of its own. */
static struct kg_stop_thread *choose(struct kg_stop *s)
{
	struct kg_stop_thread *any = NULL;

	for (size_t i = 0; i < s->n; i++) {
		struct kg_stop_thread *t = &s->threads[i];
		struct user_regs_struct regs;

		if (t->state != KG_STOP_HELD || t->signal || t->group_stopped || !get_regs(t->tid, &regs))
			continue;
		if ((int64_t)regs.orig_rax >= 0)
			return t;
		if (!any)
			any = t;
	}
	return any;
}

/* On from stop to stop until the system call's next one. @ret_child: set at the event that tells of a new process */
static bool to_syscall_stop(struct kg_stop_thread *t, pid_t *ret_child)
{
	for (int i = 0; i < 16; i++) {
		int event = 0;
		unsigned long msg = 0;

		t->state = KG_STOP_SEIZED;
		if (ptrace(PTRACE_SYSCALL, t->tid, NULL, NULL) != 0 || !kg_stop_wait(t, STEP_MS, &event) ||
		    t->state != KG_STOP_HELD)
			return false;
		if (event == PTRACE_EVENT_CLONE && ptrace(PTRACE_GETEVENTMSG, t->tid, NULL, &msg) == 0)
			*ret_child = (pid_t)msg;
		else if (event == 0 && t->signal == 0)
			return true;
		/* A signal that cannot be blocked is kept in .signal; any further one replaces it. */
	}
	return false;
}

/* Back to where it was, to stand inside the kernel's handling of signals. */
static void call_restore(struct call *c)
{
	set_regs(c->t->tid, &c->saved);
	ptrace(PTRACE_SETSIGMASK, c->t->tid, (void *)MASK_BYTES, &c->mask);
	ptrace(PTRACE_INTERRUPT, c->t->tid, NULL, NULL);
	c->t->state = KG_STOP_SEIZED;
	if (ptrace(PTRACE_CONT, c->t->tid, NULL, NULL) == 0)
		kg_stop_wait(c->t, STEP_MS, NULL);
	else
		c->t->state = KG_STOP_HELD;
	ptrace(PTRACE_SETOPTIONS, c->t->tid, NULL, NULL);
}

/* Runs one system call; the thread stands afterwards as before. */
static struct kg_error *call_run(struct kg_stop_thread *t, kg_addr insn, long nr, const uint64_t args[5], int64_t *ret,
				 pid_t *ret_child)
{
	const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE;
	struct call c = {.t = t, .insn = insn};
	struct user_regs_struct regs;
	uint64_t all = UINT64_MAX;
	bool done;

	if (!get_regs(t->tid, &c.saved) || ptrace(PTRACE_GETSIGMASK, t->tid, (void *)MASK_BYTES, &c.mask) != 0 ||
	    ptrace(PTRACE_SETOPTIONS, t->tid, NULL, options) != 0)
		return kg_error_create(KG_ERR_TARGET, "thread %d: its registers cannot be had; leave --fork out", (int)t->tid);
	regs = c.saved;
	regs.rip = insn;
	regs.rax = (uint64_t)nr;
	regs.orig_rax = UINT64_MAX; /* in no system call: nothing is started anew */
	regs.rdi = args[0], regs.rsi = args[1], regs.rdx = args[2], regs.r10 = args[3], regs.r8 = args[4];
	ptrace(PTRACE_SETSIGMASK, t->tid, (void *)MASK_BYTES, &all);
	done = set_regs(t->tid, &regs) && to_syscall_stop(t, ret_child) && to_syscall_stop(t, ret_child) &&
	       get_regs(t->tid, &regs);
	if (t->state == KG_STOP_HELD)
		call_restore(&c);
	if (!done)
		return kg_error_create(KG_ERR_TARGET, "thread %d: a system call in its name did not come to its end", (int)t->tid);
	*ret = (int64_t)regs.rax;
	return NULL;
}

static void hold_clone(pid_t pid)
{
	struct kg_stop_thread t = {.tid = pid};

	kg_stop_wait(&t, STEP_MS, NULL);
	ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_EXITKILL);
}

struct kg_error *kg_fork_inject(struct kg_stop *s, struct kg_clone *ret)
{
	/* Its stack is nowhere: should it ever run, it ends at once and does nothing. */
	const uint64_t args[5] = {0, 16};
	struct kg_stop_thread *t = choose(s);
	struct kg_maps maps = {0};
	struct kg_error *err;
	pid_t child = 0;
	int64_t got = 0;
	kg_addr insn;
	double start;

	if (s->blocked > 0)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: a thread of it is in an uninterruptible system call, "
						      "as when it waits for a vfork() child; leave --fork out, or try again",
				       (int)s->pid);
	if (!t)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: all its threads are taking signals; try again",
				       (int)s->pid);
	err = kg_maps_read(s->pid, &maps);
	if (err)
		return err;
	insn = find_insn(s->pid, &maps);
	kg_maps_deinit(&maps);
	if (!insn)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: --fork is refused: no syscall instruction was found in it", (int)s->pid);
	start = kg_meter_seconds();
	err = call_run(t, insn, SYS_clone, args, &got, &child);
	if (child > 0)
		hold_clone(child);
	start = kg_meter_seconds() - start;
	if (!err && (got < 0 || child <= 0))
		err = kg_error_create(KG_ERR_TARGET, "pid:%d: the kernel refuses to fork it (%s); leave --fork out", (int)s->pid,
				      strerror((int)-got));
	*ret = (struct kg_clone){child, (pid_t)got, s->pid, start};
	return err;
}

/* One thread of the parent stands for a moment; those that cannot are passed over. */
static void reap_in(const struct kg_clone *c, pid_t tid)
{
	const uint64_t args[5] = {(uint64_t)c->pid_inside, 0, __WCLONE | WNOHANG};
	struct kg_stop_thread t = {.tid = tid};
	struct kg_maps maps = {0};
	pid_t none = 0;
	int64_t got;

	if (ptrace(PTRACE_SEIZE, tid, NULL, NULL) != 0)
		return;
	if (ptrace(PTRACE_INTERRUPT, tid, NULL, NULL) == 0 && kg_stop_wait(&t, 1000, NULL) &&
	    t.state == KG_STOP_HELD && !t.signal && !t.group_stopped) {
		struct kg_error *err = kg_maps_read(c->parent, &maps);
		kg_addr insn = err ? 0 : find_insn(c->parent, &maps);

		kg_error_destroy(err);
		if (insn)
			kg_error_destroy(call_run(&t, insn, SYS_wait4, args, &got, &none));
		kg_maps_deinit(&maps);
	}
	if (t.state == KG_STOP_HELD)
		ptrace(PTRACE_DETACH, tid, NULL, (void *)(intptr_t)t.signal);
}

static bool is_left(const struct kg_clone *c)
{
	struct kg_proc_status s;

	return kg_proc_status(c->pid, &s) && s.state == 'Z' && s.ppid == c->parent;
}

void kg_fork_end(const struct kg_clone *c)
{
	pid_t *tids = NULL;
	size_t n = 0;

	kill(c->pid, SIGKILL);
	while (waitpid(c->pid, NULL, __WALL) < 0 && errno == EINTR)
		;
	kg_error_destroy(kg_proc_threads(c->parent, &tids, &n));
	for (size_t i = 0; i < n && i < 64 && is_left(c); i++)
		reap_in(c, tids[i]);
	free(tids);
}

#else

struct kg_error *kg_fork_inject(struct kg_stop *s, struct kg_clone *ret)
{
	(void)ret;
	return kg_fork_permit(s->pid);
}

void kg_fork_end(const struct kg_clone *c)
{
	(void)c;
}

#endif
