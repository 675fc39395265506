/* The one owner of everything opened: target, modules, interpreter, heap. */
#ifndef KG_SESSION_SESSION_H
#define KG_SESSION_SESSION_H

#include "heap/heap.h"

struct kg_anchors;
struct kg_cycles;
struct kg_retained;
struct kg_totals;

struct kg_session_options {
	const char *target; /* a core file, or "-" */
	const char *exe, *sysroot, *debug_dir;
	bool no_dwarf, no_plugins, quiet;
	bool redact;	      /* str and bytes are shown by length alone */
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
	double open_seconds;	  /* core, modules, debug information, layouts: before the heap */
	uint64_t open_peak_bytes; /* anonymous memory of this process by then */
	struct kg_session_results *results;
};

/** Opens a target and reads its heap. Errors: as the layers below; each says what to do */
struct kg_error *kg_session_create(const struct kg_session_options *opts, struct kg_session **ret) KG_MUST_CHECK;
void kg_session_destroy(struct kg_session *s);

/** What is missing from the reading or in doubt, as one line each time it is called
 * with a higher @i; @return false when there are no more. */
bool kg_session_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb);

/*
 * Results about the whole heap, computed when first asked for and kept until the
 * session ends, which frees them. From any thread; a second one waits for the first.
 * Errors: NOMEM; asking again tries again. Cost: as their kg_..._create() in analysis/
 */
struct kg_error *kg_session_retained(struct kg_session *s, const struct kg_retained **ret) KG_MUST_CHECK;
struct kg_error *kg_session_anchors(struct kg_session *s, const struct kg_anchors **ret) KG_MUST_CHECK;
/** With groups. Runs of .work for further questions are not safe from several threads. */
struct kg_error *kg_session_cycles(struct kg_session *s, const struct kg_cycles **ret) KG_MUST_CHECK;
struct kg_error *kg_session_totals(struct kg_session *s, const struct kg_totals **ret) KG_MUST_CHECK;

#endif
