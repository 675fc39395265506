/*
 * The asyncio tasks of the process: what each is, where its coroutine is suspended, and
 * which task waits for which. C tasks and Python ones, and subclasses of both.
 */
#ifndef KG_ANALYSIS_TASKS_H
#define KG_ANALYSIS_TASKS_H

#include "cpython/frame.h"
#include "heap/heap.h"

enum kg_task_state { KG_TASK_PENDING, KG_TASK_CANCELLED, KG_TASK_FINISHED, KG_TASK_UNKNOWN };

/** "pending", "cancelled", "finished" as asyncio calls them, "unknown" */
const char *kg_task_state_name(enum kg_task_state state);

/* One step of a chain: a coroutine or generator, which awaits the next; the last one may be another awaitable. */
struct kg_await {
	kg_node node;
	bool has_frame;
	struct kg_frame frame;
};

struct kg_task {
	kg_node node;
	kg_addr name; /* str object; since 3.12 also an int, whose name is Task-NUMBER; 0 unknown */
	enum kg_task_state state;
	bool running;	   /* its coroutine's frame is on a thread's stack */
	kg_node loop, coro; /* KG_NODE_NONE: none */
	kg_node waiter;	   /* the future that wakes it, KG_NODE_NONE: none */
	size_t await, nawaits; /* its chain, the outermost first: kg_tasks.awaits[await ..] */
	size_t wait, nwaits;   /* tasks it waits for: kg_tasks.waits[wait ..] */
};

struct kg_event_loop {
	kg_node node;
	int64_t thread_id; /* as struct kg_thread has it; 0: it does not run */
	size_t first, tasks; /* kg_tasks.items[first ..] */
	size_t pending;
};

struct kg_tasks {
	struct kg_task *items; /* by loop, then pending ones first, then by address */
	size_t n, cap;
	struct kg_await *awaits;
	size_t nawaits, awaits_cap;
	uint32_t *waits; /* index of a task: one that wakes it directly, or by what it calls when it is done */
	size_t nwaits, waits_cap;
	struct kg_event_loop *loops; /* in the order of the items; one of node KG_NODE_NONE for tasks without */
	size_t nloops, loops_cap;
};

/**
 * All tasks. Errors: NOMEM, CANCELED. Cost: a pass over the objects when the process has a type
 * of tasks at all, then what the tasks refer to
 */
struct kg_error *kg_tasks_create(const struct kg_heap *h, struct kg_progress *progress, struct kg_tasks **ret) KG_MUST_CHECK;
void kg_tasks_destroy(struct kg_tasks *t);

#endif
