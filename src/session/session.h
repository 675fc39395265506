/* The one owner of everything opened: target, modules, interpreter, heap. */
#ifndef KG_SESSION_SESSION_H
#define KG_SESSION_SESSION_H

#include "heap/heap.h"
#include "live/capture.h"

#define KG_SESSION_BUFFER_MIN (64 << 10) /* bytes */

struct kg_anchors;
struct kg_buffers;
struct kg_cycles;
struct kg_findings;
struct kg_plugins;
struct kg_retained;
struct kg_shares;
struct kg_tasks;
struct kg_totals;

struct kg_session_options {
	const char *target; /* a core file, "-", or "pid:N" when no file has that name */
	const char *exe, *sysroot, *debug_dir;
	const char *python;   /* which of several CPythons, see kg_runtime_create() */
	bool no_dwarf, no_cache, quiet;
	const struct kg_plugins *plugins; /* the caller's, who keeps them as long; NULL: none */
	bool no_emulator;     /* unknown types are scanned */
	uint64_t spare;	      /* bytes of the image for objects that are made up: kg_image_spare(); 0: none */
	bool redact;	      /* str and bytes are shown by length alone */
	bool counts;	      /* kg_heap_counts() will be asked while it is read */
	bool with_buffers;    /* of a live process: large payload too */
	bool copy_only;	      /* of a live process: copy it and read nothing; .process, .runtime and .heap stay NULL */
	bool drop_rights;     /* of a live process: give up what only opening it needs, in all threads from then on */
	bool fork;	      /* of a live process: copy from a fork of it */
	bool (*urgent)(void *arg); /* of a live process: must it stop before all is ready? As of kg_capture_options */
	void *urgent_arg;
	void (*told)(const char *line); /* of a live process: what is waited for; NULL: nobody is told */
	unsigned int threads; /* 0: as many as processors */
	struct kg_progress *progress; /* the caller's; NULL: a bar on standard error, unless quiet */
};

struct kg_session {
	struct kg_session_options options;
	struct kg_progress *progress;
	struct kg_image *image;
	struct kg_process *process;
	struct kg_runtime *runtime;
	struct kg_heap *heap;
	pid_t live_pid;		  /* the process this is a copy of, 0: a core */
	bool other_root;	  /* it sees other files below "/" than this process */
	int core_fd;		  /* of a live process, the copy as an ELF core; else -1 */
	double open_seconds;	  /* core, modules, debug information, layouts: before the heap */
	uint64_t open_peak_bytes; /* anonymous memory of this process by then */
	struct kg_session_results *results;
};

/** Opens a target: .heap is there, and nothing of it is read. Errors: as the layers below; each
 * says what to do */
struct kg_error *kg_session_open(const struct kg_session_options *opts, struct kg_session **ret) KG_MUST_CHECK;
/** Reads the heap, once; kg_heap_stage() says to any thread how far it is, and what that
 * promises can be used meanwhile. Errors: as kg_heap_read(), after which the session is good for
 * what was read */
struct kg_error *kg_session_read(struct kg_session *s) KG_MUST_CHECK;
/** Both; no session when either fails. */
struct kg_error *kg_session_create(const struct kg_session_options *opts, struct kg_session **ret) KG_MUST_CHECK;
void kg_session_destroy(struct kg_session *s);

/** "pid:N" and no file of that name: @return true and the number */
bool kg_session_live(const char *target, pid_t *ret);

/** What was done to the live process, and what was left out, as one line for people; nothing for other targets. */
void kg_session_say_live(const struct kg_session *s, struct kg_strbuf *sb);

/** What is missing from the reading or in doubt, as one line each time it is called
 * with a higher @i; @return false when there are no more. */
bool kg_session_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb);
/** What there is to say where there is no doubt: that the reading is complete, and how that was seen, in one line. */
void kg_session_say_complete(const struct kg_session *s, struct kg_strbuf *sb);

/**
 * The same session for another thread, whose work shows in @progress and is canceled by it:
 * everything else is shared. @ret is storage, valid as long as @s; nothing is to be destroyed.
 */
void kg_session_lane(const struct kg_session *s, struct kg_progress *progress, struct kg_session *ret);

/*
 * Results about the whole heap, computed when first asked for and kept until the
 * session ends, which frees them. From any thread; a second one waits for the first.
 * Errors: NOMEM; CANCELED, by the session's (or lane's) own progress: one who waits for another's
 * computation gets it too, and one whose computation another canceled begins it himself. Nothing
 * is kept of what was not finished; asking again tries again. Cost: as their kg_..._create() in
 * analysis/
 */
struct kg_error *kg_session_retained(struct kg_session *s, const struct kg_retained **ret) KG_MUST_CHECK;
struct kg_error *kg_session_anchors(struct kg_session *s, const struct kg_anchors **ret) KG_MUST_CHECK;
/** With groups. Runs of .work for further questions are not safe from several threads. */
struct kg_error *kg_session_cycles(struct kg_session *s, const struct kg_cycles **ret) KG_MUST_CHECK;
/** The same when it is there already, else NULL. */
const struct kg_cycles *kg_session_cycles_known(const struct kg_session *s);
struct kg_error *kg_session_totals(struct kg_session *s, const struct kg_totals **ret) KG_MUST_CHECK;
/** @ret: [type index], as kg_retained_types() */
struct kg_error *kg_session_retained_types(struct kg_session *s, const uint64_t **ret) KG_MUST_CHECK;
/** The same when it is there already, else NULL. */
const uint64_t *kg_session_retained_types_known(const struct kg_session *s);
/** Payloads of KG_SESSION_BUFFER_MIN and more, the largest first. */
struct kg_error *kg_session_buffers(struct kg_session *s, const struct kg_buffers **ret) KG_MUST_CHECK;
/** Who shows memory of whom. */
struct kg_error *kg_session_shares(struct kg_session *s, const struct kg_shares **ret) KG_MUST_CHECK;
struct kg_error *kg_session_tasks(struct kg_session *s, const struct kg_tasks **ret) KG_MUST_CHECK;
/** With groups of garbage, when the core tells them. */
struct kg_error *kg_session_findings(struct kg_session *s, const struct kg_findings **ret) KG_MUST_CHECK;

/** The store of results, for a session that was put together by hand. Errors: NOMEM */
struct kg_error *kg_session_results_create(struct kg_session *s) KG_MUST_CHECK;
void kg_session_results_destroy(struct kg_session *s);

#endif
