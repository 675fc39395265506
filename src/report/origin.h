/*
 * Whose code is it: the application's, a package's, the standard library's or the
 * import system's; by the file that it was compiled from, held against the folder
 * of the interpreter's own library as the target names it.
 */
#ifndef KG_REPORT_ORIGIN_H
#define KG_REPORT_ORIGIN_H

#include "heap/heap.h"

/* The later one has the say where several meet. */
enum kg_owner {
	KG_OWNER_UNKNOWN,
	KG_OWNER_STDLIB,
	KG_OWNER_IMPORTLIB,
	KG_OWNER_LIBRARY,
	KG_OWNER_APPLICATION,
};

/** "unknown", "stdlib", "importlib", "library", "application" */
const char *kg_owner_name(enum kg_owner owner);

struct kg_origin {
	enum kg_owner owner;
	char *name; /* LIBRARY: the package; APPLICATION: the file's last part; else NULL. Escaped */
};

struct kg_origins;

/** Errors: NOMEM */
struct kg_error *kg_origins_create(const struct kg_heap *h, struct kg_origins **ret) KG_MUST_CHECK;
void kg_origins_destroy(struct kg_origins *o);

/** How many there are so far; they are numbered from 0, which is the unknown one. */
uint32_t kg_origins_count(const struct kg_origins *o);
const struct kg_origin *kg_origins_get(const struct kg_origins *o, uint32_t i);

/* Each answers the number of an origin, 0 when it cannot be told. Asked again they answer at once. */

/** Of a code object. */
uint32_t kg_origins_code(struct kg_origins *o, kg_addr code);
/** Of the class at @addr, by its module, else by its functions. */
uint32_t kg_origins_class(struct kg_origins *o, kg_addr addr);
/** Of a frame, a generator, a function, a code object, a class or an instance of a class. */
uint32_t kg_origins_node(struct kg_origins *o, kg_node n);

#endif
