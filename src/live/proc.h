/* What /proc says of a process: its state, its memory map, small files of it. */
#ifndef KG_LIVE_PROC_H
#define KG_LIVE_PROC_H

#include <sys/types.h>

#include "base/error.h"

enum {
	KG_VMA_READ = 1,
	KG_VMA_WRITE = 2,
	KG_VMA_EXEC = 4,
	KG_VMA_SHARED = 8,
};

/* One line of /proc/PID/maps. */
struct kg_vma {
	kg_addr start, end;
	uint64_t offset; /* bytes into the file */
	uint64_t dev;	 /* as makedev() gives */
	uint64_t inode;	 /* 0: no file */
	uint32_t flags;	 /* KG_VMA_* */
	const char *path; /* hostile text, "" for anonymous memory; in .text of the list */
};

struct kg_maps {
	struct kg_vma *items; /* by address */
	size_t n;
	char *text;
};

/** Errors: OS, TARGET (the process is gone), NOMEM */
struct kg_error *kg_maps_read(pid_t pid, struct kg_maps *ret) KG_MUST_CHECK;
void kg_maps_deinit(struct kg_maps *m);
/** The mapping that holds @addr, or NULL. */
const struct kg_vma *kg_maps_find(const struct kg_maps *m, kg_addr addr);

/* /proc/PID/status and stat, as far as kedge asks. */
struct kg_proc_status {
	char name[64];	 /* hostile text */
	char state;	 /* R S D T t Z X */
	pid_t tgid, ppid, tracer;
	uid_t uid[3], gid[3];	 /* real, effective, saved */
	uint64_t rss_bytes, swap_bytes, page_table_bytes;
	unsigned int threads;
	int seccomp;		 /* 0: none */
	bool kernel_thread;
	uint64_t cap_permitted;
	uint64_t start_ticks;	 /* since boot: tells a process from a later one of the same number */
};

/** @return false when there is no such process (any more) or it may not be looked at */
bool kg_proc_status(pid_t pid, struct kg_proc_status *ret);

/** Reads at most @cap - 1 bytes of a small file and ends them with a NUL; @return their number, -1 and errno. */
ssize_t kg_proc_file(const char *path, char *buf, size_t cap);
/** The same of /proc/@pid/@name. */
ssize_t kg_proc_read(pid_t pid, const char *name, char *buf, size_t cap);
/** A number alone in a file, such as /proc/sys/kernel/yama/ptrace_scope; -1 when there is none. */
int64_t kg_proc_number(const char *path);

/** Numbers of the threads of @pid, allocated; 0 when it is gone. */
struct kg_error *kg_proc_threads(pid_t pid, pid_t **ret, size_t *ret_n) KG_MUST_CHECK;
/** State letter of one thread; 0 when it is gone. */
char kg_proc_thread_state(pid_t pid, pid_t tid);
/** Do @pid and this process see the same files below "/"? */
bool kg_proc_same_root(pid_t pid);

#endif
