/* Lines that the memory of a process may cross, and who of a family of processes has crossed one. */
#ifndef KG_LIVE_WATCH_H
#define KG_LIVE_WATCH_H

#include <sys/types.h>

#include "base/strbuf.h"
#include "base/types.h"
#include "base/error.h"
#include "live/memory.h"

struct kg_watch_lines {
	uint64_t rss, pss, growth; /* bytes, 0: not watched */
	double within;		   /* seconds, of growth */
	double cgroup, pressure, rlimit; /* percent, 0: not watched */
	bool pressed;		   /* the kernel has told that pressure has crossed its line */
};

/* Bytes left, UINT64_MAX: none is near. */
struct kg_watch_room {
	uint64_t to_line; /* the nearest of any kind */
	uint64_t to_limit; /* behind a line of the cgroup or of the process's own */
	uint64_t to_last_line; /* of those that a limit is behind: one must not be looked past */
	struct kg_cgroup_memory cgroup; /* what it has, when that was looked at and has a limit */
};
#define KG_WATCH_ROOM {UINT64_MAX, UINT64_MAX, UINT64_MAX, {0}}

#define KG_WATCH_POINTS 64 /* of the past are kept for growth */

/* One process that is watched. */
struct kg_watched {
	pid_t pid;
	uint64_t start_ticks; /* tells it from a later process of the same number */
	uint64_t rss;	      /* at the last look */
	double looked;	      /* kg_meter_seconds() of it, 0: none yet */
	double rate;	      /* bytes a second: the fastest it grew of late; known from the second look on */
	bool rated;
	uint64_t pss;	      /* at the last look at that */
	double pss_looked;
	uint64_t taken;	      /* snapshots of it so far */
	double last;	      /* kg_meter_seconds() of the last one */
	bool seen;
	struct {
		double at;
		uint64_t rss;
	} past[KG_WATCH_POINTS]; /* a ring, in steps of within / KG_WATCH_POINTS */
	size_t npast;
	struct kg_cgroup_view view;
};

/** @return false when the process is not there any more, or has become a zombie */
bool kg_watched_look(struct kg_watched *w, double now, double within);

/**
 * Has it crossed one of @lines? @why gets the words: "rss 812.0 MiB, the line is 800.0 MiB".
 * @room: lessened to what it has
 * Cost: --pss walks its memory map, ten times a second at most; the others read small files
 */
bool kg_watched_crossed(struct kg_watched *w, const struct kg_watch_lines *lines, double now, struct kg_watch_room *room,
			struct kg_strbuf *why);

/** Bytes until the nearest limit that has a line before it, as of now; UINT64_MAX: none, or it is gone. */
uint64_t kg_watched_to_limit(struct kg_watched *w, const struct kg_watch_lines *lines);

/** Adds to @words which of @lines cannot be crossed as things are, and what to do: ", it has no limit of its own". */
void kg_watched_blind(struct kg_watched *w, const struct kg_watch_lines *lines, struct kg_strbuf *words);

#define KG_WATCH_FASTEST 2e9 /* bytes a second: as a processor touches fresh pages */

/** Seconds in which it may have grown by @bytes, if it grows as fast as it did of late; after one look, as fast as any can. */
double kg_watched_until(const struct kg_watched *w, uint64_t bytes);

struct kg_family {
	struct kg_watched *items; /* the one that was named first */
	size_t n, cap;
};

/** Adds children, and theirs, that came; @return errors: NOMEM */
struct kg_error *kg_family_grow(struct kg_family *f) KG_MUST_CHECK;
struct kg_error *kg_family_add(struct kg_family *f, pid_t pid) KG_MUST_CHECK;
void kg_family_deinit(struct kg_family *f);

#endif
