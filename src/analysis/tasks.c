/* Sources: CPython 3.11 Modules/_asynciomodule.c; Lib/asyncio/tasks.py, futures.py, base_events.py. */
#include "analysis/tasks_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/core.h"

#define C_TASK "_asyncio.Task"
#define C_STRUCT "TaskObj"
#define PYTHON_TASK "asyncio.tasks.Task" /* asyncio.tasks._PyTask; its __qualname__ is Task */
#define BASES_MAX 1000
#define FRAMES_MAX 1000000
#define STEP 0xffff

const char *kg_task_state_name(enum kg_task_state state)
{
	static const char *const names[] = {"pending", "cancelled", "finished", "unknown"};

	return names[state];
}

const char *kg_task_native(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);

	return t->native ? t->native->tp_name : "";
}

static kg_addr in_dict(const struct kg_heap *h, kg_addr dict, const char *name)
{
	kg_addr found;

	return dict && kg_dict_get_str(h, dict, name, &found) ? found : 0;
}

kg_addr kg_task_attribute(const struct kg_heap *h, kg_node n, const char *name)
{
	struct kg_strbuf sb = {0};
	kg_addr found = 0, dict = 0;
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, n), &refs);

	if (err) {
		kg_error_destroy(err);
		return 0;
	}
	for (size_t i = 0; i < refs.n && !found; i++) {
		kg_strbuf_reset(&sb);
		kg_heap_label(h, refs.items[i].label, &sb);
		if (kg_strbuf_text(&sb)[0] == '.' && strcmp(kg_strbuf_text(&sb) + 1, name) == 0)
			found = refs.items[i].addr;
		else if (strcmp(kg_strbuf_text(&sb), "__dict__") == 0)
			dict = refs.items[i].addr;
	}
	kg_strbuf_deinit(&sb);
	kg_refs_deinit(&refs);
	return found ? found : in_dict(h, dict, name);
}

static bool is_task_type(const struct kg_type *t)
{
	if (t->native && strcmp(t->native->tp_name, C_TASK) == 0)
		return true;
	for (int i = 0; t && i < BASES_MAX; i++, t = t->next_base) {
		if (t->python_class && strcmp(t->name, PYTHON_TASK) == 0)
			return true;
	}
	return false;
}

/* The number that a C task keeps; the texts of a Python one. */
static enum kg_task_state state_of(const struct kg_heap *h, kg_node n)
{
	struct kg_obj o = kg_heap_get(h, n);
	const struct kg_type *native = o.type->native;
	kg_addr text;
	int depth = 0;

	if (native && strcmp(native->tp_name, C_TASK) == 0) {
		struct kg_module *mod = kg_process_module(h->rt->proc, native->traverse);
		const struct kg_cstruct *st = kg_layout_struct(h->rt->layout, mod ? mod : h->rt->module, C_STRUCT);
		int32_t off = st ? kg_cstruct_offset(st, "task_state") : KG_ABSENT;

		/* fut_state: the same three in the same order */
		if (off < 0 || off + 4 > native->basicsize || kg_obj_u32(o, off) >= KG_TASK_UNKNOWN)
			return KG_TASK_UNKNOWN;
		return (enum kg_task_state)kg_obj_u32(o, off);
	}
	text = kg_task_attribute(h, n, "_state");
	for (const struct kg_type *t = o.type; t && !text && depth++ < BASES_MAX; t = t->next_base) {
		kg_node class = kg_heap_node(h, t->addr);

		text = class == KG_NODE_NONE ? 0 : kg_task_attribute(h, class, "_state"); /* until it first changes */
	}
	return kg_str_is(h, text, "PENDING")	 ? KG_TASK_PENDING
	       : kg_str_is(h, text, "CANCELLED") ? KG_TASK_CANCELLED
	       : kg_str_is(h, text, "FINISHED")	 ? KG_TASK_FINISHED
						 : KG_TASK_UNKNOWN;
}

/* An attribute that is None counts as none. */
static kg_node node_attribute(const struct kg_heap *h, kg_node n, const char *name)
{
	kg_addr addr = kg_task_attribute(h, n, name);
	kg_node to = addr ? kg_heap_node(h, addr) : KG_NODE_NONE;

	return to != KG_NODE_NONE && strcmp(kg_task_native(h, to), "NoneType") != 0 ? to : KG_NODE_NONE;
}

static struct kg_error *add_task(const struct kg_heap *h, struct kg_tasks *all, kg_node n)
{
	struct kg_task t = {.node = n, .name = kg_task_attribute(h, n, "_name"), .state = state_of(h, n)};
	struct kg_error *err = kg_grow(&all->items, &all->cap, all->n, sizeof(*all->items));

	if (err)
		return err;
	t.loop = node_attribute(h, n, "_loop");
	t.coro = node_attribute(h, n, "_coro");
	t.waiter = node_attribute(h, n, "_fut_waiter");
	all->items[all->n++] = t;
	return NULL;
}

static struct kg_error *find(const struct kg_heap *h, struct kg_progress *progress, struct kg_tasks *all)
{
	bool *is_task = calloc((size_t)h->ntypes + 1, sizeof(*is_task)), any = false;
	struct kg_error *err = is_task ? NULL : kg_error_nomem();

	for (uint32_t i = 0; i < h->ntypes && !err; i++)
		any |= is_task[i] = is_task_type(h->types[i]);
	if (any)
		kg_progress_phase(progress, "looking for tasks", h->nodes);
	for (kg_node n = 0; n < h->nodes && any && !err; n++) {
		if (is_task[kg_heap_type(h, n)->index])
			err = add_task(h, all, n);
		if ((n & STEP) == STEP && !err) {
			kg_progress_add(progress, STEP + 1);
			err = kg_progress_check(progress);
		}
	}
	free(is_task);
	return err;
}

static int by_loop(const void *a, const void *b)
{
	const struct kg_task *x = a, *y = b;

	if (x->loop != y->loop)
		return x->loop < y->loop ? -1 : 1;
	if (x->state != y->state)
		return x->state < y->state ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static struct kg_error *add_loops(const struct kg_heap *h, struct kg_tasks *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct kg_event_loop *l = all->nloops ? &all->loops[all->nloops - 1] : NULL;
		struct kg_error *err;

		if (!l || l->node != all->items[i].loop) {
			err = kg_grow(&all->loops, &all->loops_cap, all->nloops, sizeof(*all->loops));
			if (err)
				return err;
			l = &all->loops[all->nloops++];
			*l = (struct kg_event_loop){.node = all->items[i].loop, .first = i};
			if (l->node == KG_NODE_NONE ||
			    !kg_int_value(h, kg_task_attribute(h, l->node, "_thread_id"), &l->thread_id))
				l->thread_id = 0;
		}
		l->tasks++;
		l->pending += all->items[i].state == KG_TASK_PENDING;
	}
	return NULL;
}

static int by_addr(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

/* Addresses of the frames on all threads' stacks, sorted. */
static struct kg_error *stack_frames(const struct kg_heap *h, kg_addr **ret, size_t *ret_n)
{
	size_t cap = 0;

	for (uint32_t i = 0; i < h->rt->nthreads; i++) {
		kg_addr at = h->rt->threads[i].frame;

		for (size_t steps = 0; at && steps < FRAMES_MAX; steps++) {
			struct kg_frame f;
			struct kg_error *err = kg_grow(ret, &cap, *ret_n, sizeof(**ret));

			if (err)
				return err;
			(*ret)[(*ret_n)++] = at;
			err = kg_frame_read(h->rt, at, &f);
			at = err ? 0 : f.previous;
			kg_error_destroy(err); /* where a stack breaks off it ends for this */
		}
	}
	if (*ret_n > 0)
		qsort(*ret, *ret_n, sizeof(**ret), by_addr);
	return NULL;
}

static struct kg_error *add_chains(const struct kg_heap *h, struct kg_progress *progress, struct kg_tasks *all)
{
	kg_addr *frames = NULL;
	size_t n = 0;
	struct kg_error *err = stack_frames(h, &frames, &n);

	for (size_t i = 0; i < all->n && !err; i++) {
		struct kg_task *t = &all->items[i];

		err = kg_task_chain(h, all, t);
		if (!err && n > 0 && t->nawaits > 0 && all->awaits[t->await].has_frame)
			t->running = bsearch(&all->awaits[t->await].frame.addr, frames, n, sizeof(*frames), by_addr);
		if (!err)
			err = kg_progress_check(progress);
	}
	free(frames);
	return err;
}

struct kg_error *kg_tasks_create(const struct kg_heap *h, struct kg_progress *progress, struct kg_tasks **ret)
{
	struct kg_tasks *all = calloc(1, sizeof(*all));
	struct kg_error *err = all ? find(h, progress, all) : kg_error_nomem();

	if (!err && all->n > 0) {
		qsort(all->items, all->n, sizeof(*all->items), by_loop);
		err = add_loops(h, all);
	}
	if (!err && all->n > 0)
		err = add_chains(h, progress, all);
	if (!err && all->n > 0)
		err = kg_task_waits(h, all);
	if (err)
		kg_tasks_destroy(all);
	else
		*ret = all;
	return err;
}

void kg_tasks_destroy(struct kg_tasks *t)
{
	if (!t)
		return;
	free(t->items);
	free(t->awaits);
	free(t->waits);
	free(t->loops);
	free(t);
}
