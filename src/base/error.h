/*
 * Errors as values: a function that can fail returns `struct kg_error *`, NULL
 * is success. Whoever gets one returns it, prints it, or destroys it.
 */
#ifndef KG_BASE_ERROR_H
#define KG_BASE_ERROR_H

#include "base/types.h"

enum kg_error_code {
	KG_ERR_NOMEM,
	KG_ERR_OS,	 /* a system call failed; the text holds strerror() */
	KG_ERR_USAGE,	 /* the user asked for something that makes no sense: exit 2 */
	KG_ERR_TARGET,	 /* the target cannot be opened or holds no CPython that can be read: exit 3 */
	KG_ERR_NOTFOUND, /* no such object, cycle, symbol: exit 1 */
	KG_ERR_FAULT,	 /* the target has no bytes at .addr */
	KG_ERR_CORRUPT,	 /* the target contradicts itself at .addr */
	KG_ERR_NOPYTHON, /* the target is a process, and no CPython is in it: exit 3 */
	KG_ERR_CANCELED, /* somebody asked for it: neither damage nor a result */
};

struct kg_error {
	enum kg_error_code code;
	kg_addr addr;	/* FAULT and CORRUPT: where; otherwise 0 */
	char text[];	/* one line, no newline: what, where, what to do */
};

/** @return a new error; out of memory gives a static NOMEM one, never NULL */
struct kg_error *kg_error_create(enum kg_error_code code, const char *fmt, ...) KG_PRINTF(2, 3) KG_MUST_CHECK;

/** A FAULT or CORRUPT error about the byte at @addr. */
struct kg_error *kg_error_at(enum kg_error_code code, kg_addr addr, const char *fmt, ...) KG_PRINTF(3, 4) KG_MUST_CHECK;

/** An OS error: the formatted text, then ": " and strerror(@errnum). */
struct kg_error *kg_error_os(int errnum, const char *fmt, ...) KG_PRINTF(2, 3) KG_MUST_CHECK;

/** The static out-of-memory error. */
struct kg_error *kg_error_nomem(void) KG_MUST_CHECK;

/** Legal on NULL and on the static error. */
void kg_error_destroy(struct kg_error *err);

#endif
