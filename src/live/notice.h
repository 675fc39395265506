/* Being woken by the kernel when the memory of a cgroup comes to a line, which version 1 alone has, or by memory pressure. */
#ifndef KG_LIVE_NOTICE_H
#define KG_LIVE_NOTICE_H

#include "live/memory.h"

/* Begins as KG_NOTICE_NONE. */
struct kg_notice {
	int fd; /* an eventfd, -1: no cgroup wakes */
	int pressure; /* the kernel's trigger, -1: none */
	uint64_t line, max; /* bytes */
	char path[KG_CGROUP_PATH]; /* of the cgroup's folder */
};

#define KG_NOTICE_NONE {.fd = -1, .pressure = -1}

/**
 * Has the kernel tell when @m reaches @line bytes, and at each sixteenth of the way from there to its limit. What was set before
 * goes, and stays where it is the same. Nothing else of the cgroup is changed, and the kernel forgets it when this
 * process ends. Where it cannot be had (version 2, no right to write there) nothing wakes.
 * @return whether it was set anew: what was crossed before that is not told, so @m must be looked at once more
 */
bool kg_notice_set(struct kg_notice *n, const struct kg_cgroup_memory *m, uint64_t line);

/** Is it certain to be woken before @m is at its limit? Not when the limit is held by what the kernel can take back. */
bool kg_notice_covers(const struct kg_notice *n, const struct kg_cgroup_memory *m);

/** Has the kernel tell, where it can, when tasks of a process's cgroup have waited for memory for @percent of the time. */
void kg_notice_set_pressure(struct kg_notice *n, struct kg_cgroup_view *v, double percent);

/** Sleeps for @seconds, or until it is woken. @return whether by pressure */
bool kg_notice_wait(struct kg_notice *n, double seconds);

void kg_notice_deinit(struct kg_notice *n);

#endif
