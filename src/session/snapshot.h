/* Saving the copy of a live process as a core file that gdb and elfutils open too. */
#ifndef KG_SESSION_SNAPSHOT_H
#define KG_SESSION_SNAPSHOT_H

#include "heap/heap.h"

struct kg_snapshot_options {
	const char *output;
	bool zstd;	  /* one zstd stream */
	bool python_only; /* without the inside of payload, by the objects that own it; needs a heap */
	bool redact;	  /* text and bytes are overwritten; needs a heap */
	struct kg_progress *progress;
};

struct kg_snapshot_done {
	uint64_t bytes;	 /* that the file takes on disk */
	uint64_t apparent; /* its length */
};

/**
 * Writes the core in @core_fd, which kedge made, to .output: to a file without a name
 * or a temporary one beside it, mode 0600, which takes the name when all is there (see output.h).
 * @img: the core, opened; @heap: NULL when the options need none
 * Errors: OS (no room: nothing is left), USAGE, NOMEM
 */
struct kg_error *kg_snapshot_write(int core_fd, const struct kg_image *img, const struct kg_heap *heap,
				   const struct kg_snapshot_options *opts, struct kg_snapshot_done *ret) KG_MUST_CHECK;

/** Is there a place for .output, before the process is stopped? Errors: OS */
struct kg_error *kg_snapshot_check(const struct kg_snapshot_options *opts, uint64_t bytes) KG_MUST_CHECK;

#endif
