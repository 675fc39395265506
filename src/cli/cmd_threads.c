#include "cli/command.h"
#include "report/frames.h"
#include "report/tasks.h"

struct stack {
	const struct kg_cli *cli;
	const struct kg_retained *retained;
	struct kg_json *frames; /* NULL: text */
	struct kg_strbuf sb;
};

static bool add_frame(void *arg, const struct kg_frame *f)
{
	struct stack *s = arg;

	if (s->frames) {
		kg_json_push(s->frames, kg_report_frame_retained_json(s->retained, f, s->cli->args->width));
		return true;
	}
	kg_report_frame_retained_text(s->retained, f, s->cli->args->width, "  ", &s->sb);
	fputs(kg_strbuf_text(&s->sb), s->cli->out);
	kg_strbuf_reset(&s->sb);
	return !s->sb.failed;
}

/* A stack that breaks off says so; what was read before stands. */
static struct kg_error *walk(struct stack *s, const struct kg_thread *t, struct kg_strbuf *ret_broken)
{
	struct kg_error *err = kg_report_stack(s->cli->heap, t, add_frame, s);

	if (err && err->code != KG_ERR_FAULT && err->code != KG_ERR_CORRUPT)
		return err;
	if (err)
		kg_strbuf_puts(ret_broken, err->text);
	kg_error_destroy(err);
	return s->sb.failed ? kg_error_nomem() : NULL;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct kg_retained *retained,
				   const struct kg_tasks *tasks, const struct kg_thread *t)
{
	struct stack s = {.cli = cli, .retained = retained, .frames = kg_json_array()};
	struct kg_json *row = kg_json_object();
	struct kg_strbuf broken = {0};
	struct kg_error *err = s.frames ? walk(&s, t, &broken) : kg_error_nomem();

	kg_json_set(row, "thread_id", kg_json_u64(t->thread_id));
	kg_json_set(row, "native_id", kg_json_u64(t->native_id));
	kg_json_set(row, "interpreter", kg_json_i64(cli->heap->rt->interps[t->interp].id));
	kg_json_set(row, "in_core", kg_json_bool(t->os != NULL));
	kg_json_set(row, "signal", t->os && t->os->signal ? kg_json_i64(t->os->signal) : kg_json_null());
	kg_json_set(row, "frames", s.frames);
	kg_json_set(row, "tasks",
		    kg_report_tasks_json(cli->heap, tasks, retained, (uint32_t)(t - cli->heap->rt->threads)));
	if (broken.len > 0)
		kg_json_set(row, "broken", kg_json_text(kg_strbuf_text(&broken)));
	kg_strbuf_deinit(&broken);
	if (!err)
		return kg_json_write(row, false, cli->out);
	kg_json_destroy(row);
	return err;
}

static void print_task_line(void *arg, const char *text, kg_node node, unsigned int depth)
{
	(void)node;
	fprintf(arg, "%*s%s\n", (int)(depth * 4), "", text);
}

/* The loops that run on this thread, with what their tasks wait for. */
static void print_tasks(const struct kg_cli *cli, const struct kg_retained *retained, const struct kg_tasks *tasks,
			const struct kg_thread *t)
{
	const struct kg_task_lines to = {print_task_line, cli->out, retained};

	for (size_t i = 0; i < tasks->nloops; i++) {
		if (kg_report_loop_thread(cli->heap, &tasks->loops[i]) != (uint32_t)(t - cli->heap->rt->threads))
			continue;
		kg_report_loop(cli->heap, tasks, &tasks->loops[i], &to);
		fputc('\n', cli->out);
	}
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct kg_retained *retained,
				   const struct kg_tasks *tasks, const struct kg_thread *t)
{
	struct stack s = {.cli = cli, .retained = retained};
	struct kg_strbuf broken = {0};
	struct kg_error *err;

	fprintf(cli->out, "thread %llu (id 0x%llx, interpreter %lld)%s\n", (unsigned long long)t->native_id,
		(unsigned long long)t->thread_id, (long long)cli->heap->rt->interps[t->interp].id,
		t->os ? "" : ", no such thread in the core");
	if (!t->frame)
		fputs("  runs no Python code\n", cli->out);
	err = walk(&s, t, &broken);
	if (broken.len > 0)
		fprintf(cli->out, "  the stack breaks off here: %s\n", kg_strbuf_text(&broken));
	fputc('\n', cli->out);
	print_tasks(cli, retained, tasks, t);
	kg_strbuf_deinit(&broken);
	kg_strbuf_deinit(&s.sb);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_runtime *rt = cli->heap->rt;
	const struct kg_retained *retained;
	const struct kg_tasks *tasks = NULL;
	struct kg_error *err = kg_session_retained(cli->session, &retained);

	if (!err)
		err = kg_session_tasks(cli->session, &tasks);
	kg_progress_clear(cli->progress);
	for (uint32_t i = 0; i < rt->nthreads && !err; i++)
		err = cli->args->json ? print_json(cli, retained, tasks, &rt->threads[i])
				      : print_text(cli, retained, tasks, &rt->threads[i]);
	return err;
}

const struct kg_command kg_command_threads = {
	.name = "threads",
	.summary = "Python stacks with their locals, and asyncio tasks with what they wait for",
	.details = "Stacks begin with the innermost frame, a task's coroutines with the outermost. Tasks stand with\n"
		   "the thread that runs their loop, else with the main one; with --json those that are done too.\n"
		   "A local retains what would go with it alone; what others hold as well it does not retain,\n"
		   "and what it retains itself stays as long as anything else holds the local's value.",
	.uses = KG_USE_TREE | KG_USE_WIDTH,
	.run = run,
};
