/*
 * What tracemalloc recorded: for each block of memory that Python allocated while it
 * was on, the size asked for and the lines of Python that asked. Read from the
 * interpreter's own table; nothing is copied. Only the default domain is read, in
 * which all objects are: others hold what extensions track themselves.
 */
#ifndef KG_CPYTHON_TRACEMALLOC_H
#define KG_CPYTHON_TRACEMALLOC_H

#include "cpython/runtime.h"

enum kg_tracemalloc_state {
	KG_TRACEMALLOC_OFF,	/* nothing was traced when the core was taken */
	KG_TRACEMALLOC_ON,
	KG_TRACEMALLOC_UNKNOWN, /* not to be found here: .why says what is missing */
};

struct kg_tracemalloc {
	uint64_t moved; /* bytes by which its state lies elsewhere in the runtime's struct than the layout has it */
	const struct kg_runtime *rt;
	enum kg_tracemalloc_state state;
	const char *why;  /* UNKNOWN: what is missing and what to do about it; static text */
	uint32_t limit;	  /* frames kept of each traceback, as tracemalloc.get_traceback_limit() */
	uint64_t entries; /* blocks traced, of tracemalloc's default domain; as the table says */
	kg_addr buckets;
	uint64_t nbuckets; /* a power of two */
};

/* One traced block. */
struct kg_trace {
	kg_addr addr;	 /* first byte of the block, which is not the object: see kg_type.presize */
	uint64_t size;	 /* bytes asked for */
	uint32_t nframe; /* frames kept, at least 1; the innermost is number 0 */
	uint32_t total;	 /* frames that there were */
	kg_addr frames;
};

/** Finds the table. A table that contradicts itself is noted as damage and UNKNOWN.
 * Cost: a few look-ups; without a symbol table a scan of the interpreter's data. */
void kg_tracemalloc_open(const struct kg_runtime *rt, struct kg_tracemalloc *ret);

/** The trace of the block that starts at @addr. Thread-safe.
 * @return false when there is none, or what is there cannot be read. Cost: a few loads */
bool kg_tracemalloc_find(const struct kg_tracemalloc *tm, kg_addr addr, struct kg_trace *ret);

/** Calls @fn for each trace, in no order, until it says false. @return false when
 * the table broke off on the way: what was seen is a part. */
bool kg_tracemalloc_each(const struct kg_tracemalloc *tm, bool (*fn)(void *arg, const struct kg_trace *t), void *arg);

/** Since 3.15 names of files are C strings, in UTF-8, and no objects (CPython 3.15 Python/tracemalloc.c).
 * @return NULL when the name at @file is no such string, or it does not end. Thread-safe */
const char *kg_tracemalloc_name(const struct kg_runtime *rt, kg_addr file);

/** Frame @i of @t: the address of its file's name, a str object or what kg_tracemalloc_name() reads, and its line (0: none).
 * @return false when it cannot be read */
bool kg_tracemalloc_frame(const struct kg_tracemalloc *tm, const struct kg_trace *t, uint32_t i, kg_addr *ret_file,
			  uint32_t *ret_line);

#endif
