/*
 * One system call in a process that stands: for --fork alone. x86-64 only.
 *
 * A thread that stands has its registers and signal mask kept, is sent to a
 * `syscall` instruction of its own (the vdso's), brought back to where it was, and
 * stands again inside the kernel's signal handling, so that a system call it was
 * taken out of is started anew as after any stop. All signals are blocked
 * meanwhile; one that cannot be is delivered as it goes on. errno is not touched:
 * it belongs to the C library, and none of its code runs.
 */
#ifndef KG_LIVE_INJECT_H
#define KG_LIVE_INJECT_H

#include "live/stop.h"

struct kg_clone {
	pid_t pid;	  /* as this process sees it */
	pid_t pid_inside; /* as its parent sees it */
	pid_t parent;
	double fork_seconds; /* the kernel took for it */
};

/** May a fork of @pid be made? Errors: TARGET, with the reason why it would not be safe and what to do instead */
struct kg_error *kg_fork_permit(pid_t pid) KG_MUST_CHECK;

/**
 * Forks the process that stands in @s. The clone has no exit signal, stands where it was made, is traced by this thread
 * and killed when this thread ends.
 * Errors: TARGET; the process is as it was
 */
struct kg_error *kg_fork_inject(struct kg_stop *s, struct kg_clone *ret) KG_MUST_CHECK;

/** Kills the clone, and takes its exit status in the parent's name, by a second stop of one of its threads. */
void kg_fork_end(const struct kg_clone *c);

#endif
