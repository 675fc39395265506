/* How threading.local keeps its dicts. */
#ifndef KG_ANALYSIS_FINDERS_THREAD_LOCALS_H
#define KG_ANALYSIS_FINDERS_THREAD_LOCALS_H

#include "analysis/finding.h"
#include "base/grow.h"

/** The dict of one thread that @dummy, an object of that thread's own dict, stands for;
 * KG_NODE_NONE when it is no such object.
 * Source: CPython 3.11 Modules/_threadmodule.c, localdummyobject */
kg_node kg_thread_local_dict(const struct kg_search *s, kg_node dummy);

/** The C types of threading.local, for kg_search_types(). */
extern const char *const kg_thread_local_types[];

/** The dict in which @local, a threading.local, has the dicts of all threads: under what a weak reference
 * to their dummies is up to 3.12, and from 3.13 on under the thread's own threading_local_key.
 * KG_NODE_NONE when it has none yet.
 * Source: CPython 3.11 and 3.13 Modules/_threadmodule.c, localobject */
kg_node kg_thread_local_dicts(const struct kg_search *s, kg_node local);

#endif
