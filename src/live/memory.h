/* How much memory a process, its cgroup and the machine have, and how much there may be. */
#ifndef KG_LIVE_MEMORY_H
#define KG_LIVE_MEMORY_H

#include <sys/types.h>

#include "base/types.h"
#include "live/cgroup.h"

/** Bytes that could be had without swapping; UINT64_MAX when not to be told. */
uint64_t kg_memory_available(void);

/** Proportional set size: pages shared with others count in part. 0 when not to be told. */
uint64_t kg_memory_pss(pid_t pid);

/* Of the cgroup above or at the process that is nearest to its limit. */
struct kg_cgroup_memory {
	uint64_t current;     /* bytes */
	uint64_t max;	      /* 0: no limit on the way up */
	bool high;	      /* .max is version 2's memory.high, above which the kernel slows down and does not end */
	uint64_t reclaimable; /* of .current, inactive pages of files, which the kernel takes back first */
	char path[KG_CGROUP_PATH]; /* of the cgroup's folder */
};

/* The cgroups of a process and where they were found: begins as KG_CGROUP_VIEW. */
struct kg_cgroup_view {
	const char *root; /* "" for this system */
	pid_t pid;
	struct kg_cgroup memory[2], pressure; /* of version 1 and 2; of version 2 */
};
#define KG_CGROUP_VIEW(root_, pid_) {.root = (root_), .pid = (pid_)}

/** Version 2 or 1, whichever has the process's memory. @return false when there is none, or it is not to be seen */
bool kg_cgroup_memory(struct kg_cgroup_view *v, struct kg_cgroup_memory *ret);

/** After kg_cgroup_memory() found nothing: the path of the cgroup whose files are not to be seen here, or NULL. */
const char *kg_cgroup_memory_hidden(const struct kg_cgroup_view *v);

struct kg_cgroup_pids {
	int64_t current, max; /* max -1: no limit */
};

/** Of the cgroup above or at the process that has least left. @return false when there is none, or it is not to be seen */
bool kg_cgroup_pids(const char *root, pid_t pid, struct kg_cgroup_pids *ret);

/* Pressure stall information: part of the last ten seconds in percent. */
struct kg_pressure {
	double some, full;
};

/** Memory pressure of the process's cgroup, or of the machine. @return false when the kernel has none */
bool kg_memory_pressure(struct kg_cgroup_view *v, struct kg_pressure *ret);

#define KG_PRESSURE_SECONDS 2 /* that a trigger looks at */

/**
 * Has the kernel tell of pressure at once, where an average of ten seconds is slow to rise.
 * @return a descriptor, which poll() finds ready for POLLPRI when tasks of the same cgroup waited for memory for @percent
 * of KG_PRESSURE_SECONDS; the caller closes it. -1: the kernel has none, or not for this user
 */
int kg_memory_pressure_trigger(struct kg_cgroup_view *v, double percent);

/* A limit of the process's own, as setrlimit() sets: what is asked for above it is refused. */
struct kg_limit {
	uint64_t current, max; /* bytes */
	const char *name;      /* "address space" (RLIMIT_AS), "data" (RLIMIT_DATA) */
};

/** The limit that is nearest. @return false when there is none */
bool kg_memory_limits(const char *root, pid_t pid, struct kg_limit *ret);

#endif
