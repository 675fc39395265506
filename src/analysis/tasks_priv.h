/* What tasks.c and awaits.c share. */
#ifndef KG_ANALYSIS_TASKS_PRIV_H
#define KG_ANALYSIS_TASKS_PRIV_H

#include "analysis/tasks.h"

/** The object that @n has under the attribute @name: a member, a slot, or an entry of its dict. */
kg_addr kg_task_attribute(const struct kg_heap *h, kg_node n, const char *name);
/** tp_name of the object's C type. */
const char *kg_task_native(const struct kg_heap *h, kg_node n);

/* awaits.c */
/** Adds the chain of @t to @all. Errors: NOMEM */
struct kg_error *kg_task_chain(const struct kg_heap *h, struct kg_tasks *all, struct kg_task *t) KG_MUST_CHECK;
/** Fills .waits of all. Errors: NOMEM */
struct kg_error *kg_task_waits(const struct kg_heap *h, struct kg_tasks *all) KG_MUST_CHECK;

#endif
