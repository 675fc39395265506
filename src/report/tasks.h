/* asyncio tasks, for people and for JSON. */
#ifndef KG_REPORT_TASKS_H
#define KG_REPORT_TASKS_H

#include "analysis/retained.h"
#include "analysis/tasks.h"
#include "report/json.h"

/* Calls with one line each: its text (not indented), the object it is about or KG_NODE_NONE, and
 * how deep it belongs: 0 a loop, 1 a task, 2 what is told of it. */
struct kg_task_lines {
	void (*line)(void *arg, const char *text, kg_node node, unsigned int depth);
	void *arg;
	const struct kg_retained *retained; /* NULL: not known yet */
};

/** The thread on which the loop runs, or, when none does, the interpreter's main one: an index into the
 * runtime's threads; UINT32_MAX when there are none. */
uint32_t kg_report_loop_thread(const struct kg_heap *h, const struct kg_event_loop *loop);

/** One loop and its tasks; those that are done are only counted. */
void kg_report_loop(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_event_loop *loop,
		    const struct kg_task_lines *to);

/** The tasks of the loops of thread @thread, done ones too: an array, each {"addr", "type", "name", "state",
 * "running", "loop", "loop_running", "retained", "coroutine": [{"addr", "type", "file", "line",
 * "function"}], "awaits", "waits_for", "waits_for_tasks"}. */
struct kg_json *kg_report_tasks_json(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_retained *r,
				     uint32_t thread);

#endif
