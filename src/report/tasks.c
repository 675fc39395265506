#include "report/tasks.h"

#include <string.h>

#include "heap/core.h"
#include "heap/frames.h"
#include "report/cells.h"

#define NAME_CHARS 200
#define WAITS_SHOWN 8 /* tasks that one task waits for, for people */

uint32_t kg_report_loop_thread(const struct kg_heap *h, const struct kg_event_loop *loop)
{
	const struct kg_runtime *rt = h->rt;
	uint32_t any = UINT32_MAX;

	for (uint32_t i = rt->nthreads; i-- > 0;) {
		if (loop->thread_id && rt->threads[i].thread_id == (uint64_t)loop->thread_id)
			return i;
		/* The list begins with the youngest; the main thread is the first one that there was. */
		if (any == UINT32_MAX && rt->interps[rt->threads[i].interp].is_main)
			any = i;
	}
	return any != UINT32_MAX ? any : rt->nthreads ? 0 : UINT32_MAX;
}

static bool loop_runs(const struct kg_heap *h, const struct kg_event_loop *loop)
{
	uint32_t i = kg_report_loop_thread(h, loop);

	return loop->thread_id && i != UINT32_MAX && h->rt->threads[i].thread_id == (uint64_t)loop->thread_id;
}

/* Since 3.12 a name that nobody gave and nobody asked for is still a number (CPython 3.12
 * Modules/_asynciomodule.c, _asyncio_Task_get_name_impl). @return false when there is none. Not escaped. */
static bool name_text(const struct kg_heap *h, const struct kg_task *t, struct kg_strbuf *sb)
{
	int64_t number;

	if (t->name && kg_int_value(h, t->name, &number)) {
		kg_strbuf_printf(sb, "Task-%lld", (long long)number);
		return true;
	}
	return t->name && kg_heap_text(h, t->name, NAME_CHARS, sb);
}

static void add_name(const struct kg_heap *h, const struct kg_task *t, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	if (!h->redact && name_text(h, t, &text))
		kg_strbuf_escape(sb, kg_strbuf_text(&text), text.len);
	else
		kg_strbuf_puts(sb, "?");
	kg_strbuf_deinit(&text);
}

static const struct kg_await *last_await(const struct kg_tasks *tasks, const struct kg_task *t)
{
	const struct kg_await *a = t->nawaits ? &tasks->awaits[t->await + t->nawaits - 1] : NULL;

	return a && !a->has_frame ? a : NULL;
}

static void send(const struct kg_task_lines *to, struct kg_strbuf *sb, kg_node node, unsigned int depth)
{
	to->line(to->arg, kg_strbuf_text(sb), node, depth);
	kg_strbuf_reset(sb);
}

/* "waits for task a, task b": what wakes it, and where no task does, the future itself. */
static void tell_waits(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_task *t,
		       const struct kg_task_lines *to)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < t->nwaits && i < WAITS_SHOWN; i++) {
		const struct kg_task *other = &tasks->items[tasks->waits[t->wait + i]];

		kg_strbuf_puts(&sb, "waits for task ");
		add_name(h, other, &sb);
		kg_strbuf_printf(&sb, " 0x%llx", (unsigned long long)kg_heap_addr(h, other->node));
		send(to, &sb, other->node, 2);
	}
	if (t->nwaits > WAITS_SHOWN) {
		kg_strbuf_puts(&sb, "waits for ");
		kg_strbuf_count(&sb, t->nwaits - WAITS_SHOWN, "more task", NULL);
		send(to, &sb, KG_NODE_NONE, 2);
	}
	if (t->nwaits == 0 && t->waiter != KG_NODE_NONE) {
		kg_strbuf_printf(&sb, "waits for %s 0x%llx", kg_heap_type(h, t->waiter)->name,
				 (unsigned long long)kg_heap_addr(h, t->waiter));
		send(to, &sb, t->waiter, 2);
	}
	if (t->nwaits == 0 && t->waiter == KG_NODE_NONE && t->state == KG_TASK_PENDING && !t->running) {
		kg_strbuf_puts(&sb, "waits for nothing: the loop is to run it next");
		send(to, &sb, KG_NODE_NONE, 2);
	}
	kg_strbuf_deinit(&sb);
}

static void tell_task(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_task *t,
		      const struct kg_task_lines *to)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_puts(&sb, "task ");
	add_name(h, t, &sb);
	kg_strbuf_printf(&sb, " 0x%llx, %s", (unsigned long long)kg_heap_addr(h, t->node),
			 t->running ? "runs now" : kg_task_state_name(t->state));
	if (to->retained) {
		kg_strbuf_puts(&sb, ", retains ");
		kg_cell_bytes(&sb, kg_retained_bytes(to->retained, t->node));
	}
	send(to, &sb, t->node, 1);
	for (size_t i = 0; i < t->nawaits; i++) {
		const struct kg_await *a = &tasks->awaits[t->await + i];

		if (!a->has_frame)
			continue;
		kg_heap_frame_text(h, &a->frame, true, &sb);
		send(to, &sb, a->node, 2);
	}
	tell_waits(h, tasks, t, to);
	kg_strbuf_deinit(&sb);
}

void kg_report_loop(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_event_loop *loop,
		    const struct kg_task_lines *to)
{
	struct kg_strbuf sb = {0};

	if (loop->node == KG_NODE_NONE)
		kg_strbuf_puts(&sb, "asyncio tasks without a loop: ");
	else
		kg_strbuf_printf(&sb, "asyncio loop 0x%llx, %s: ", (unsigned long long)kg_heap_addr(h, loop->node),
				 loop_runs(h, loop) ? "runs here" : "does not run");
	kg_strbuf_count(&sb, loop->pending, "pending task", NULL);
	kg_strbuf_puts(&sb, ", ");
	kg_cell_count(&sb, loop->tasks - loop->pending);
	kg_strbuf_puts(&sb, " done");
	send(to, &sb, loop->node, 0);
	for (size_t i = loop->first; i < loop->first + loop->tasks; i++) {
		const struct kg_task *t = &tasks->items[i];

		if (t->state == KG_TASK_PENDING || t->state == KG_TASK_UNKNOWN)
			tell_task(h, tasks, t, to);
	}
	kg_strbuf_deinit(&sb);
}

/* JSON */

static struct kg_json *name_json(const struct kg_heap *h, const struct kg_task *t)
{
	struct kg_strbuf sb = {0};
	struct kg_json *v;

	if (h->redact || !name_text(h, t, &sb)) {
		kg_strbuf_deinit(&sb);
		return kg_json_null();
	}
	v = kg_json_text(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return v;
}

static struct kg_json *text_json(struct kg_strbuf *sb)
{
	struct kg_json *v = kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_reset(sb);
	return v;
}

static struct kg_json *step_json(const struct kg_heap *h, const struct kg_await *a)
{
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};
	struct kg_code code = {0};
	struct kg_error *err = kg_code_read(h->rt, a->frame.code, &code);

	kg_json_set(row, "addr", kg_json_addr(kg_heap_addr(h, a->node)));
	kg_json_set(row, "type", kg_json_text(kg_heap_type(h, a->node)->name));
	kg_heap_name(h, err ? 0 : code.filename, &sb);
	kg_json_set(row, "file", text_json(&sb));
	kg_json_set(row, "line", a->frame.line ? kg_json_i64(a->frame.line) : kg_json_null());
	kg_heap_name(h, err ? 0 : code.qualname ? code.qualname : code.name, &sb);
	kg_json_set(row, "function", text_json(&sb));
	kg_error_destroy(err);
	kg_strbuf_deinit(&sb);
	return row;
}

static struct kg_json *object_json(const struct kg_heap *h, kg_node n)
{
	struct kg_json *row;

	if (n == KG_NODE_NONE)
		return kg_json_null();
	row = kg_json_object();
	kg_json_set(row, "addr", kg_json_addr(kg_heap_addr(h, n)));
	kg_json_set(row, "type", kg_json_text(kg_heap_type(h, n)->name));
	return row;
}

static struct kg_json *task_json(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_task *t,
				 const struct kg_retained *r, bool runs)
{
	struct kg_json *row = kg_json_object(), *chain = kg_json_array(), *waits = kg_json_array();
	const struct kg_await *last = last_await(tasks, t);

	kg_json_set(row, "addr", kg_json_addr(kg_heap_addr(h, t->node)));
	kg_json_set(row, "type", kg_json_text(kg_heap_type(h, t->node)->name));
	kg_json_set(row, "name", name_json(h, t));
	kg_json_set(row, "state", kg_json_text(kg_task_state_name(t->state)));
	kg_json_set(row, "running", kg_json_bool(t->running));
	kg_json_set(row, "loop", t->loop == KG_NODE_NONE ? kg_json_null() : kg_json_addr(kg_heap_addr(h, t->loop)));
	kg_json_set(row, "loop_running", kg_json_bool(runs));
	kg_json_set(row, "retained", kg_json_u64(kg_retained_bytes(r, t->node)));
	for (size_t i = 0; i < t->nawaits; i++) {
		if (tasks->awaits[t->await + i].has_frame)
			kg_json_push(chain, step_json(h, &tasks->awaits[t->await + i]));
	}
	kg_json_set(row, "coroutine", chain);
	kg_json_set(row, "awaits", object_json(h, last ? last->node : KG_NODE_NONE));
	kg_json_set(row, "waits_for", object_json(h, t->waiter));
	for (size_t i = 0; i < t->nwaits; i++)
		kg_json_push(waits, kg_json_addr(kg_heap_addr(h, tasks->items[tasks->waits[t->wait + i]].node)));
	kg_json_set(row, "waits_for_tasks", waits);
	return row;
}

struct kg_json *kg_report_tasks_json(const struct kg_heap *h, const struct kg_tasks *tasks, const struct kg_retained *r,
				     uint32_t thread)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < tasks->nloops; i++) {
		const struct kg_event_loop *loop = &tasks->loops[i];

		if (kg_report_loop_thread(h, loop) != thread)
			continue;
		for (size_t k = loop->first; k < loop->first + loop->tasks; k++)
			kg_json_push(list, task_json(h, tasks, &tasks->items[k], r, loop_runs(h, loop)));
	}
	return list;
}
