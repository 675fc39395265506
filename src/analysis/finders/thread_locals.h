/* How threading.local keeps its dicts. */
#ifndef KG_ANALYSIS_FINDERS_THREAD_LOCALS_H
#define KG_ANALYSIS_FINDERS_THREAD_LOCALS_H

#include "analysis/finding.h"
#include "base/grow.h"

/** The dict of one thread that @dummy, an object of that thread's own dict, stands for;
 * KG_NODE_NONE when it is no such object.
 * Source: CPython 3.11 Modules/_threadmodule.c, localdummyobject */
kg_node kg_thread_local_dict(const struct kg_search *s, kg_node dummy);

#endif
