/* Objects and bytes by the line of Python that allocated them, as tracemalloc recorded it. */
#ifndef KG_ANALYSIS_LINES_H
#define KG_ANALYSIS_LINES_H

#include "cpython/tracemalloc.h"
#include "heap/heap.h"

struct kg_line_total {
	kg_addr file;	/* the file's name, for kg_line_file(); 0: allocated while nothing was traced */
	uint32_t line;	/* 0 unknown */
	uint64_t objects, collectable;
	uint64_t bytes;	  /* sum of sys.getsizeof() */
	uint64_t payload; /* bytes of buffers that sys.getsizeof() does not count */
};

struct kg_line_totals {
	struct kg_line_total *items; /* in no order; each pair of file and line once */
	size_t n;
	bool complete; /* false: tracemalloc's table breaks off, and what is said to be not traced may be */
};

/** The trace of the block that object @n is in. @return false when it has none */
bool kg_line_trace(const struct kg_heap *h, const struct kg_tracemalloc *tm, kg_node n, struct kg_trace *ret);

/** Objects of the types that fit @type (NULL: all) by the innermost line that allocated
 * them. Errors: NOTFOUND when tracemalloc was off or cannot be found: says which, and
 * how to turn it on; NOMEM, CANCELED. @threads: 0 as many as there are processors. Cost: one
 * pass over all objects, shared among the threads */
struct kg_error *kg_line_totals_create(const struct kg_heap *h, const struct kg_tracemalloc *tm, const char *type,
				       unsigned int threads, struct kg_progress *progress, struct kg_line_totals *ret) KG_MUST_CHECK;
void kg_line_totals_deinit(struct kg_line_totals *l);

/** Name of the file, whole, escaped; "?" when it cannot be read. */
void kg_line_file(const struct kg_heap *h, kg_addr file, struct kg_strbuf *sb);

/** "file.py:88", "file.py" without a line, "(not traced)". Escaped. */
void kg_line_name(const struct kg_heap *h, const struct kg_line_total *t, struct kg_strbuf *sb);

#endif
