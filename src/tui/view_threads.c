/* Threads: stacks with locals, and asyncio tasks. */
#include <stdlib.h>

#include "heap/frames.h"
#include "report/frames.h"
#include "report/tasks.h"
#include "tui/lines.h"

#define STACK_LINES 5000 /* of one thread; "threads" on the command line tells them all */

struct threads {
	struct kg_lines lines; /* first */
	enum kg_need state;    /* what was there when they were made */
};

struct stack {
	const struct kg_heap *heap;
	struct kg_lines *lines;
	size_t limit;
	bool objects; /* locals can be told */
};

static bool stack_frame(void *arg, const struct kg_frame *f)
{
	struct stack *s = arg;
	struct kg_locals locals = {0};
	struct kg_strbuf sb = {0};

	if (s->objects)
		kg_error_destroy(kg_report_locals(s->heap, f, &locals));
	kg_strbuf_puts(&sb, "  ");
	kg_heap_frame_text(s->heap, f, true, &sb);
	kg_lines_add(s->lines, &sb, f->frame_obj ? kg_heap_node(s->heap, f->frame_obj) : KG_NODE_NONE, KG_ATTR_NORMAL);
	for (size_t i = 0; i < locals.n; i++) {
		kg_strbuf_puts(&sb, "      ");
		kg_heap_name(s->heap, locals.items[i].name, &sb);
		kg_strbuf_printf(&sb, ": %s = ", kg_report_type_name(s->heap, locals.items[i].addr));
		kg_heap_value(s->heap, locals.items[i].addr, 100, &sb);
		kg_lines_add(s->lines, &sb, kg_heap_node(s->heap, locals.items[i].addr), KG_ATTR_DIM);
	}
	kg_locals_deinit(&locals);
	kg_strbuf_deinit(&sb);
	return s->lines->n < s->limit;
}

static void thread_lines(const struct kg_heap *h, const struct kg_thread *t, struct kg_lines *l)
{
	struct stack s = {h, l, l->n + STACK_LINES, kg_heap_stage(h) >= KG_HEAP_OBJECTS};
	struct kg_strbuf sb = {0}, blank = {0};
	struct kg_error *err;

	kg_strbuf_printf(&sb, "thread %llu, id 0x%llx%s%s", (unsigned long long)t->native_id,
			 (unsigned long long)t->thread_id, t->os ? "" : ", no such thread in the core",
			 t->frame ? "" : ", runs no Python code");
	if (l->n > 0)
		kg_lines_add(l, &blank, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_HEAD);
	err = kg_report_stack(h, t, stack_frame, &s);
	if (err)
		kg_strbuf_printf(&sb, "  the stack breaks off here: %s", err->text);
	else if (l->n >= s.limit)
		kg_strbuf_puts(&sb, "  … a deep stack; \":threads\" tells all of it");
	if (sb.len > 0)
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
	kg_error_destroy(err);
	kg_strbuf_deinit(&sb);
}

static void task_line(void *arg, const char *text, kg_node node, unsigned int depth)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_printf(&sb, "%*s%s", (int)(2 * depth), "", text);
	kg_lines_add(arg, &sb, node, depth == 0 ? KG_ATTR_HEAD : depth == 1 ? KG_ATTR_NORMAL : KG_ATTR_DIM);
	kg_strbuf_deinit(&sb);
}

/* The loops of a thread, as the command line tells them. */
static void loop_lines(const struct kg_view *v, const struct kg_heap *h, uint32_t thread, struct kg_lines *l)
{
	const struct kg_tasks *tasks = kg_model_tasks(kg_app_model(v->app));
	const struct kg_task_lines to = {task_line, l, kg_model_retained(kg_app_model(v->app))};
	struct kg_strbuf blank = {0};

	for (size_t i = 0; tasks && i < tasks->nloops; i++) {
		if (kg_report_loop_thread(h, &tasks->loops[i]) != thread)
			continue;
		kg_lines_add(l, &blank, KG_NODE_NONE, KG_ATTR_NORMAL);
		kg_report_loop(h, tasks, &tasks->loops[i], &to);
	}
}

/* Stacks are there as soon as the target is open, locals when objects are found, then tasks,
 * and in the end what those retain. */
static enum kg_need state(const struct kg_view *v)
{
	static const enum kg_need order[] = {KG_NEED_RETAINED, KG_NEED_TASKS, KG_NEED_OBJECTS, KG_NEED_SESSION};

	for (size_t i = 0; i < KG_ARRAY_SIZE(order); i++) {
		if (kg_model_has(kg_app_model(v->app), order[i]))
			return order[i];
	}
	return KG_NEED_NOTHING;
}

static void threads_fill(struct kg_view *v)
{
	struct threads *t = v->data;
	const struct kg_session *s = kg_model_session(kg_app_model(v->app));
	enum kg_need now = state(v);
	struct kg_strbuf sb = {0};

	t->state = now;
	kg_lines_clear(&t->lines);
	for (uint32_t i = 0; i < s->runtime->nthreads; i++) {
		thread_lines(s->heap, &s->runtime->threads[i], &t->lines);
		loop_lines(v, s->heap, i, &t->lines);
	}
	if (now < KG_NEED_OBJECTS && s->runtime->nthreads > 0) {
		kg_strbuf_puts(&sb, "locals come with their objects");
		kg_lines_add(&t->lines, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&sb);
}

/* @return false: what there is to make anew was made */
static bool threads_refresh(struct kg_view *v)
{
	if (state(v) != ((const struct threads *)v->data)->state)
		kg_list_rebuild(v, threads_fill);
	return false;
}

static const struct kg_view_ops threads_ops = {
	.name = "threads",
	.about = "Python stacks, the innermost frame first, each with its locals; then asyncio tasks by their loop: where "
		 "each is suspended and what it waits for. Enter shows the object of the line.",
	.needs = KG_NEED_SESSION,
	.columns = &kg_lines_column,
	.ncolumns = 1,
	.rows = kg_lines_rows,
	.cell = kg_lines_cell,
	.rank = kg_lines_rank,
	.node = kg_lines_node,
	.attr = kg_lines_attr,
	.refresh = threads_refresh,
	.key = kg_lines_key,
	.destroy = kg_lines_destroy,
};

struct kg_error *kg_view_threads(struct kg_app *app, struct kg_view **ret)
{
	struct threads *t = calloc(1, sizeof(*t));
	struct kg_error *err = t ? kg_view_create(app, &threads_ops, "threads", t, ret) : kg_error_nomem();

	if (err)
		free(t);
	else
		threads_refresh(*ret);
	return err;
}
