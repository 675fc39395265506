/*
 * A copy of a living process, as an ELF core in an unlinked file.
 *
 * The process stands still while its writable private memory is copied; then it
 * goes on and everything else is done with the copy. What can be had otherwise
 * is not copied: pages that were never touched, unchanged pages of files that
 * are on this machine, shared memory, and the inside of large blocks that hold
 * payload alone (see plan.c).
 */
#ifndef KG_LIVE_CAPTURE_H
#define KG_LIVE_CAPTURE_H

#include <sys/types.h>

#include "base/error.h"
#include "base/progress.h"
#include "live/note.h"

struct kg_capture_options {
	bool with_buffers; /* large payload too */
	bool fork;	   /* stop only for a fork of the process, and copy from that */
	/*
	 * Asked once a millisecond, on a thread of its own, while all is made ready: must it stop now? Then it stands until all is
	 * ready, which makes the pause longer, and does not end meanwhile. NULL: no need. Not for .fork.
	 */
	bool (*urgent)(void *arg);
	void *urgent_arg;
	void (*told)(const char *line); /* what there is to wait for, see turn.h; NULL: nobody is told */
	struct kg_progress *progress;
};

/* Seconds of the pause, part by part. */
struct kg_capture_parts {
	double stop;   /* until all threads stood, and their registers were read */
	double plan;   /* the memory map, blocks of payload confirmed, pages looked up; with .fork: the memory map */
	double copy;   /* 0 with .fork */
	double fork;   /* the kernel's fork: page tables, mostly */
	double finish; /* what /proc says of the process, and letting go */
};

struct kg_capture {
	int fd;		  /* the core: an ELF file without a name, sealed where the kernel can */
	uint64_t size;	  /* bytes, holes included */
	struct kg_live_note note;
	struct kg_capture_parts parts;
	bool other_root;  /* the process sees other files below "/" than this one */
};

/**
 * Copies process @pid.
 * Errors: TARGET (cannot be traced, with --fork: it would not be safe; one line each), OS (no
 * room), NOMEM. On an error the process goes on as if nothing had been.
 * Cost: the pause is about what a memcpy of the copied bytes takes; a copy of those bytes in
 * memory, or in $TMPDIR when memory is short.
 */
struct kg_error *kg_capture_create(pid_t pid, const struct kg_capture_options *opts, struct kg_capture *ret) KG_MUST_CHECK;
void kg_capture_deinit(struct kg_capture *c);

/** "pid:N" with a number: @return true and the number */
bool kg_capture_target(const char *target, pid_t *ret);

#endif
