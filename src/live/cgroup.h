/*
 * Where the files of a process's cgroup are, as seen from here: also from another container, or into one.
 *
 * /proc/PID/cgroup and /proc/PID/mountinfo name cgroups by paths that begin at the root of the reader's own namespace of
 * cgroups, "/.." leading above it: so what is mounted, and what a process is in, can be held against each other
 * whoever's mounts they are. Own ones are tried first, then those that the process sees, below /proc/PID/root.
 */
#ifndef KG_LIVE_CGROUP_H
#define KG_LIVE_CGROUP_H

#include <sys/types.h>

#include "base/types.h"

#define KG_CGROUP_PATH 1024

enum kg_cgroup_sight {
	KG_CGROUP_NONE,	  /* the process has no such cgroup, or is gone */
	KG_CGROUP_HIDDEN, /* it has one, and no mount shows it that can be looked at */
	KG_CGROUP_BARE,	  /* shown, but without the file that was asked for: the root of all has no limits */
	KG_CGROUP_SEEN,
};

/* Of one process in one hierarchy; begins zeroed. */
struct kg_cgroup {
	enum kg_cgroup_sight sight;
	char path[KG_CGROUP_PATH];   /* as /proc/PID/cgroup has it; hostile text */
	char folder[KG_CGROUP_PATH]; /* where the file is, when it is seen */
	size_t top;		     /* length of that part of it that is the mount point: above that is nothing of it */
	double looked;		     /* kg_meter_seconds() */
};

/**
 * Looks for the folder of @pid's cgroup that has the file @name, or the nearest above that has.
 * @root: "" for this system; @controller: of version 1, "" for version 2
 * @c: what an earlier call with the same arguments found, which holds while the process stays in its cgroup
 * Cost: the first call reads the mounts, and where names are not to be told the tree of cgroups; later ones a small file
 */
void kg_cgroup_find(const char *root, pid_t pid, const char *controller, const char *name, struct kg_cgroup *c);

/**
 * Cuts the last part off @folder, which stays at least as long as @top.
 * @return false when there is no more, or not with the file @name
 */
bool kg_cgroup_up(char *folder, size_t top, const char *name);

#endif
