/* asyncio tasks that are not done, by the line at which their coroutine waits. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"
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

static bool pending(const struct kg_search *s, struct kg_obj o)
{
	int32_t state = kg_search_member(s, o.type, STRUCT, "task_state");

	return state >= 0 && o.avail >= (uint64_t)state + 4 && kg_obj_u32(o, state) == PENDING;
}

/* What a suspended frame awaits is on top of its stack (CPython 3.11 Python/ceval.c, SEND). */
static kg_node awaited(const struct kg_search *s, const struct kg_frame *f)
{
	kg_addr value = 0;
	struct kg_error *err;

	if (!f->stack_known || f->nslots <= f->nlocals)
		return KG_NODE_NONE;
	err = kg_image_read_u64(s->heap->image, f->slots + 8 * ((kg_addr)f->nslots - 1), &value);
	kg_error_destroy(err);
	return value ? kg_heap_node(s->heap, value) : KG_NODE_NONE;
}

/* The innermost coroutine that @coro waits in. */
static bool innermost(const struct kg_search *s, kg_node coro, struct kg_frame *ret)
{
	bool found = false;

	for (unsigned int i = 0; i < DEPTH_MAX && coro != KG_NODE_NONE; i++) {
		struct kg_frame f;

		if (!kg_heap_frame_of(s->heap, kg_heap_get(s->heap, coro), &f))
			break;
		*ret = f;
		found = true;
		coro = awaited(s, &f);
	}
	return found;
}

static struct kg_error *add_task(struct kg_search *s, struct tasks *t, kg_node n)
{
	struct kg_obj o = kg_heap_get(s->heap, n);
	struct task task = {.node = n};
	struct kg_frame f;
	struct kg_error *err;

	if (!pending(s, o))
		return NULL;
	task.coro = kg_search_to(s, o, kg_search_member(s, o.type, STRUCT, "task_coro"));
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
static struct kg_error *tell(struct kg_search *s, const struct kg_finder *self, const struct task *t, size_t n,
			     kg_node *seeds)
{
	const struct task *example = t;
	uint64_t bytes = 0, one = 0, most = 0;
	struct kg_finding *f;
	struct kg_error *err;

	for (size_t i = 0; i < n; i++)
		seeds[i] = t[i].node;
	err = kg_search_held(s, seeds, n, &bytes);
	if (err)
		return err;
	for (size_t i = 0; i < n && !err; i++) {
		err = kg_search_held(s, &t[i].node, 1, &one);
		if (one > most) {
			most = one;
			example = &t[i];
		}
	}
	f = err ? NULL : kg_search_add(s, self, example->node, bytes > most ? bytes : most);
	if (!f)
		return err;
	f->sentence = "{tasks} pending asyncio task(s) wait in {suspended} and keep {bytes}, one of them {task_bytes}";
	f->next = "show {target} {coroutine_address}";
	kg_finding_parts(s, f, seeds, n);
	kg_finding_count(f, "tasks", n);
	add_frames(s, f, example);
	kg_finding_addr(f, "task", kg_heap_addr(s->heap, example->node));
	kg_finding_bytes(f, "task_bytes", most);
	kg_finding_addr(f, "coroutine_address",
			kg_heap_addr(s->heap, example->coro == KG_NODE_NONE ? example->node : example->coro));
	return NULL;
}

static struct kg_error *tell_groups(struct kg_search *s, const struct kg_finder *self, struct tasks *t)
{
	kg_node *seeds = malloc(t->n * sizeof(*seeds));
	struct kg_error *err = seeds ? NULL : kg_error_nomem();
	size_t end;

	qsort(t->items, t->n, sizeof(*t->items), by_place);
	for (size_t i = 0; i < t->n && !err; i = end) {
		for (end = i + 1;
		     end < t->n && t->items[end].code == t->items[i].code && t->items[end].line == t->items[i].line;
		     end++)
			;
		err = tell(s, self, &t->items[i], end - i, seeds);
	}
	free(seeds);
	return err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const names[] = {"_asyncio.Task", NULL};
	struct kg_types_of types;
	struct tasks t = {0};
	struct kg_error *err = kg_search_types(s, names, &types);

	for (kg_node n = 0; !err && types.objects && n < s->heap->nodes; n++) {
		if (types.fits[kg_heap_type(s->heap, n)->index] && kg_search_alive(s, n))
			err = add_task(s, &t, n);
	}
	if (!err && t.n > 0)
		err = tell_groups(s, self, &t);
	free(t.items);
	free(types.fits);
	return err;
}

const struct kg_finder kg_finder_tasks = {
    .name = "pending-tasks",
    .looks = "pending asyncio tasks and what they keep",
    .run = run,
};
