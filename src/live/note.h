/*
 * What kedge adds to a core that it takes: a note of owner "KEDGE". Little-endian,
 * as everything in the core; a reader that does not know it passes over it.
 *
 * descriptor: struct kg_live_note, then .nomitted pairs of 64-bit addresses, the
 * ranges left out on purpose. Fields may be added before the pairs: .size tells.
 */
#ifndef KG_LIVE_NOTE_H
#define KG_LIVE_NOTE_H

#include "base/types.h"

#define KG_NOTE_OWNER "KEDGE"
#define KG_NOTE_LIVE 1

enum {
	KG_LIVE_FORKED = 1,	  /* copied from a fork */
	KG_LIVE_WITH_BUFFERS = 2, /* no payload was left out */
	KG_LIVE_PYTHON_ONLY = 4,  /* all payload was left out, by the objects that own it */
	KG_LIVE_REDACTED = 8,	  /* text and bytes were overwritten */
	KG_LIVE_STOPPED = 16,	  /* the process was stopped by a signal when it was found */
};

struct kg_live_note {
	uint32_t size;	/* of this struct */
	uint32_t flags; /* KG_LIVE_* */
	int64_t time_ns;	/* of the stop, since 1970 */
	uint64_t pause_ns;	/* the process stood still */
	uint64_t copied_bytes;
	uint64_t untouched_bytes; /* mapped and never touched: read as zeroes */
	uint64_t payload_bytes;	  /* left out as payload, in .nomitted ranges */
	uint64_t shared_bytes;	  /* of them, memory shared with other processes */
	uint64_t unreadable_bytes;
	uint64_t rss_bytes;
	uint32_t threads;
	uint32_t blocked; /* of them in an uninterruptible system call */
	uint64_t nomitted;
};

#endif
