/* asyncio tasks that are not done, by the line at which their coroutine waits: those
 * of C (_asyncio.Task), those of Python (asyncio.tasks._PyTask), and of derived classes. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"
#include "heap/core.h"
#include "heap/frames.h"

#define STRUCT "TaskObj" /* CPython 3.11 Modules/_asynciomodule.c */
#define PENDING 0	 /* STATE_PENDING there */
#define DEPTH_MAX 64	 /* coroutines that await each other */

struct task {
	kg_node node, coro;
	kg_addr code;
	int line;
};

struct tasks {
	struct task *items;
	size_t n, cap;
};

/* The coroutine of a task that is not done, KG_NODE_NONE when it is or has none. */
static kg_node coroutine_in_c(const struct kg_search *s, struct kg_obj o, bool *ret_pending)
{
	int32_t state = kg_search_member(s, o.type, STRUCT, "task_state");

	*ret_pending = state >= 0 && o.avail >= (uint64_t)state + 4 && kg_obj_u32(o, state) == PENDING;
	return *ret_pending ? kg_search_to(s, o, kg_search_member(s, o.type, STRUCT, "task_coro")) : KG_NODE_NONE;
}

/* Lib/asyncio/futures.py: _state is the class's 'PENDING' until the future sets its own. */
static struct kg_error *coroutine_in_python(const struct kg_search *s, kg_node n, bool *ret_pending, kg_node *ret)
{
	kg_addr state = 0, coro = 0;
	struct kg_error *err = kg_search_attribute(s, n, "_state", &state);

	*ret_pending = !err && (!state || kg_str_is(s->heap, state, "PENDING"));
	*ret = KG_NODE_NONE;
	if (*ret_pending)
		err = kg_search_attribute(s, n, "_coro", &coro);
	if (coro)
		*ret = kg_heap_node(s->heap, coro);
	return err;
}

/* The innermost coroutine that @coro waits in. */
static bool innermost(const struct kg_search *s, kg_node coro, struct kg_frame *ret)
{
	bool found = false;

	for (unsigned int i = 0; i < DEPTH_MAX && coro != KG_NODE_NONE; i++) {
		struct kg_frame f;
		kg_addr awaited;

		if (!kg_heap_frame_of(s->heap, kg_heap_get(s->heap, coro), &f))
			break;
		*ret = f;
		found = true;
		awaited = kg_frame_delegate(s->heap->rt, &f);
		coro = awaited ? kg_heap_node(s->heap, awaited) : KG_NODE_NONE;
	}
	return found;
}

static struct kg_error *add_task(struct kg_search *s, struct tasks *t, kg_node n, bool in_c)
{
	struct task task = {.node = n};
	bool is_pending = false;
	struct kg_frame f;
	struct kg_error *err = NULL;

	if (in_c)
		task.coro = coroutine_in_c(s, kg_heap_get(s->heap, n), &is_pending);
	else
		err = coroutine_in_python(s, n, &is_pending, &task.coro);
	if (err || !is_pending)
		return err;
	if (task.coro != KG_NODE_NONE && innermost(s, task.coro, &f)) {
		task.code = f.code;
		task.line = f.line;
	}
	err = kg_grow(&t->items, &t->cap, t->n, sizeof(*t->items));
	if (!err)
		t->items[t->n++] = task;
	return err;
}

static int by_place(const void *a, const void *b)
{
	const struct task *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static void add_frames(struct kg_search *s, struct kg_finding *f, const struct task *example)
{
	struct kg_strbuf sb = {0};
	struct kg_frame frame;

	if (example->coro != KG_NODE_NONE && kg_heap_frame_of(s->heap, kg_heap_get(s->heap, example->coro), &frame)) {
		kg_heap_frame_text(s->heap, &frame, false, &sb);
		kg_finding_text(s, f, "coroutine", &sb);
	} else {
		kg_finding_word(s, f, "coroutine", "a coroutine that cannot be read");
	}
	if (example->coro != KG_NODE_NONE && innermost(s, example->coro, &frame))
		kg_heap_frame_text(s->heap, &frame, false, &sb);
	else
		kg_strbuf_puts(&sb, "an unknown place");
	kg_finding_text(s, f, "suspended", &sb);
}

/* The task of the group that holds most stands for it. */
static const struct task *largest_of(const struct kg_search *s, const struct task *t, size_t n)
{
	const struct task *best = t;

	for (size_t i = 1; i < n; i++) {
		if (kg_search_held(s, t[i].node) > kg_search_held(s, best->node))
			best = &t[i];
	}
	return best;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct tasks *t, const struct kg_groups *g,
		 size_t group)
{
	size_t first = kg_groups_first(g, group), n = kg_groups_size(g, group);
	const struct task *example = largest_of(s, &t->items[first], n);
	struct kg_finding *f = kg_search_add(s, self, example->node, g->bytes[group]);

	if (!f)
		return;
	f->sentence = n == 1 ? "1 pending asyncio task waits in {suspended} and keeps {bytes}"
			     : "{tasks} pending asyncio tasks wait in {suspended} and keep {bytes}, one of them alone "
			       "{task_bytes}";
	f->next = "show {target} {coroutine_address}";
	kg_finding_parts(s, f, &g->nodes[first], n);
	kg_finding_count(f, "tasks", n);
	add_frames(s, f, example);
	kg_finding_addr(f, "task", kg_heap_addr(s->heap, example->node));
	kg_finding_word(s, f, "task_type", kg_heap_type(s->heap, example->node)->name);
	kg_finding_bytes(f, "task_bytes", kg_search_held(s, example->node));
	kg_finding_addr(f, "coroutine_address",
			kg_heap_addr(s->heap, example->coro == KG_NODE_NONE ? example->node : example->coro));
}

/* Those that wait in one place are a group. */
static struct kg_error *group(struct tasks *t, struct kg_groups *g)
{
	struct kg_error *err = NULL;

	qsort(t->items, t->n, sizeof(*t->items), by_place);
	for (size_t i = 0; i < t->n && !err; i++) {
		const struct task *it = &t->items[i];
		bool last = i + 1 == t->n || it[1].code != it->code || it[1].line != it->line;

		err = kg_groups_add(g, it->node);
		if (!err && last)
			err = kg_groups_end(g);
	}
	return err;
}

static struct kg_error *collect(struct kg_search *s, struct tasks *t)
{
	static const char *const names[] = {"_asyncio.Task", NULL};
	struct kg_types_of in_c = {0}, in_python = {0};
	struct kg_error *err = kg_search_types(s, names, &in_c);

	/* The class is called _PyTask only after the module has been read: __qualname__ is Task. */
	if (!err)
		err = kg_search_classes(s, "asyncio.tasks.Task", &in_python);
	for (kg_node n = 0; !err && in_c.objects + in_python.objects && n < s->heap->nodes; n++) {
		uint32_t type = kg_heap_type(s->heap, n)->index;

		if ((in_c.fits[type] || in_python.fits[type]) && kg_search_alive(s, n))
			err = add_task(s, t, n, in_c.fits[type]);
	}
	free(in_c.fits);
	free(in_python.fits);
	return err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct kg_groups g = {0};
	struct tasks t = {0};
	struct kg_error *err = collect(s, &t);

	if (!err && t.n > 0)
		err = group(&t, &g);
	if (!err && t.n > 0)
		err = kg_groups_weigh(s, &g);
	for (size_t i = 0; i < g.ngroups && !err; i++)
		tell(s, self, &t, &g, i);
	kg_groups_deinit(&g);
	free(t.items);
	return err;
}

const struct kg_finder kg_finder_tasks = {
    .name = "pending-tasks",
    .looks = "pending asyncio tasks and what they keep",
    .run = run,
};
