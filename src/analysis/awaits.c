/* Where a task's coroutine is suspended, and whom its end wakes. */
#include "analysis/tasks_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/frames.h"

#define CHAIN_MAX 1000	  /* coroutines that await each other */
#define CALLBACK_NODES 64 /* objects that are looked at from one callback */
#define CALLBACKS_MAX 10000
#define BASES_MAX 1000

/* What the suspended frame delegates to. */
static kg_node awaited(const struct kg_heap *h, const struct kg_frame *f)
{
	kg_addr addr = kg_frame_delegate(h->rt, f);

	return addr ? kg_heap_node(h, addr) : KG_NODE_NONE;
}

static bool is_coroutine(const char *native)
{
	return strcmp(native, "coroutine") == 0 || strcmp(native, "generator") == 0 || strcmp(native, "async_generator") == 0;
}

/* The coroutine or future behind what only stands for it. */
static kg_node through(const struct kg_heap *h, kg_node n)
{
	static const char *const wrappers[] = {"coroutine_wrapper", "async_generator_asend", "async_generator_athrow",
					       "anext_awaitable", "_asyncio.FutureIter"};
	kg_node found = KG_NODE_NONE;
	struct kg_refs refs;
	struct kg_error *err;
	bool wrapper = false;

	for (size_t i = 0; i < KG_ARRAY_SIZE(wrappers); i++)
		wrapper |= strcmp(kg_task_native(h, n), wrappers[i]) == 0;
	if (!wrapper)
		return n;
	err = kg_heap_refs(h, kg_heap_addr(h, n), &refs);
	if (err) {
		kg_error_destroy(err);
		return n;
	}
	for (size_t i = 0; i < refs.n && found == KG_NODE_NONE; i++) {
		kg_node to = refs.items[i].node;

		if (to != KG_NODE_NONE && refs.items[i].kind != KG_EDGE_WEAK && !kg_heap_type(h, to)->is_metatype)
			found = to;
	}
	kg_refs_deinit(&refs);
	return found == KG_NODE_NONE ? n : found;
}

struct kg_error *kg_task_chain(const struct kg_heap *h, struct kg_tasks *all, struct kg_task *t)
{
	kg_node n = t->coro;

	t->await = all->nawaits;
	while (n != KG_NODE_NONE && t->nawaits < CHAIN_MAX) {
		struct kg_await a = {.node = through(h, n)};
		bool coroutine = is_coroutine(kg_task_native(h, a.node));
		struct kg_error *err = kg_grow(&all->awaits, &all->awaits_cap, all->nawaits, sizeof(*all->awaits));

		if (err)
			return err;
		a.has_frame = coroutine && kg_heap_frame_of(h, kg_heap_get(h, a.node), &a.frame);
		if (coroutine && !a.has_frame)
			break; /* it has come to its end */
		if (t->nawaits > 0 && a.node == all->awaits[all->nawaits - 1].node)
			break; /* a wrapper that leads back: a torn heap */
		all->awaits[all->nawaits++] = a;
		t->nawaits++;
		n = a.has_frame ? awaited(h, &a.frame) : KG_NODE_NONE;
	}
	return NULL;
}

/* Tasks by the future that wakes them. */
struct waiting {
	kg_node waiter;
	uint32_t task;
};

static int by_waiter(const void *a, const void *b)
{
	const struct waiting *x = a, *y = b;

	if (x->waiter != y->waiter)
		return x->waiter < y->waiter ? -1 : 1;
	return x->task < y->task ? -1 : x->task > y->task;
}

/* The first of those that @n wakes, NULL: none. */
static const struct waiting *woken_by(const struct waiting *w, size_t n, kg_node waiter)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (w[mid].waiter < waiter)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && w[low].waiter == waiter ? &w[low] : NULL;
}

/* One task that waits for another, found from the one that is waited for. */
struct pair {
	uint32_t waits, for_task;
};

struct wakes {
	const struct kg_heap *heap;
	struct waiting *waiting;
	size_t nwaiting;
	struct pair *pairs;
	size_t npairs, cap;
	kg_node seen[CALLBACK_NODES];
	size_t nseen;
};

static struct kg_error *add_pairs(struct wakes *w, kg_node future, uint32_t for_task)
{
	const struct waiting *one = woken_by(w->waiting, w->nwaiting, future);
	struct kg_error *err = NULL;

	for (; one && one < w->waiting + w->nwaiting && one->waiter == future && !err; one++) {
		err = kg_grow(&w->pairs, &w->cap, w->npairs, sizeof(*w->pairs));
		if (!err && one->task != for_task)
			w->pairs[w->npairs++] = (struct pair){one->task, for_task};
	}
	return err;
}

static bool has_base(const struct kg_type *t, const char *native, const char *python)
{
	if (t->native && strcmp(t->native->tp_name, native) == 0)
		return true;
	for (int i = 0; t && i < BASES_MAX; i++, t = t->next_base) {
		if (t->python_class && strcmp(t->name, python) == 0)
			return true;
	}
	return false;
}

/* A future that a callback may end; a task is ended by its own coroutine. */
static bool is_plain_future(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);

	return !has_base(t, "_asyncio.Task", "asyncio.tasks.Task") &&
	       has_base(t, "_asyncio.Future", "asyncio.futures.Future");
}

/* What a callback's effect may run through, and by which of its references (NULL: any). A
 * TaskGroup is awaited by one future; what lists and dicts hold is merely at hand. */
static bool leads_on(const struct kg_heap *h, kg_node from, const char *label)
{
	static const struct {
		const char *native, *label;
	} parts[] = {{"function", "__closure__"}, {"cell", NULL}, {"tuple", NULL}, {"functools.partial", NULL},
		     {"method", NULL}, {"builtin_function_or_method", NULL}, {"dict", "['_on_completed_fut']"}};
	const char *native = kg_task_native(h, from);

	if (strcmp(kg_heap_type(h, from)->name, "asyncio.taskgroups.TaskGroup") == 0)
		return strcmp(label, "__dict__") == 0 || strcmp(label, "._on_completed_fut") == 0;
	for (size_t i = 0; i < KG_ARRAY_SIZE(parts); i++) {
		if (strcmp(native, parts[i].native) == 0)
			return !parts[i].label || strcmp(label, parts[i].label) == 0;
	}
	return false;
}

static void see(struct wakes *w, kg_node n)
{
	for (size_t i = 0; i < w->nseen; i++) {
		if (w->seen[i] == n)
			return;
	}
	if (w->nseen < CALLBACK_NODES)
		w->seen[w->nseen++] = n;
}

/* The references of @n that lead on. */
static struct kg_error *expand(struct wakes *w, kg_node n)
{
	struct kg_strbuf label = {0};
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(w->heap, kg_heap_addr(w->heap, n), &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && i < CALLBACKS_MAX; i++) {
		if (refs.items[i].node == KG_NODE_NONE || refs.items[i].kind != KG_EDGE_TRAVERSE)
			continue;
		kg_strbuf_reset(&label);
		kg_heap_label(w->heap, refs.items[i].label, &label);
		if (leads_on(w->heap, n, kg_strbuf_text(&label)))
			see(w, refs.items[i].node);
	}
	kg_strbuf_deinit(&label);
	kg_refs_deinit(&refs);
	return NULL;
}

/* Calls @fn for each callback of a future: one of its own, then a list of pairs of a callback and a context. */
static struct kg_error *each_callback(struct wakes *w, kg_node future, uint32_t task,
				      struct kg_error *(*fn)(struct wakes *w, kg_node callback, uint32_t task))
{
	const struct kg_heap *h = w->heap;
	kg_addr first = kg_task_attribute(h, future, "_callback0"), list = kg_task_attribute(h, future, "_callbacks");
	kg_node n = first ? kg_heap_node(h, first) : KG_NODE_NONE;
	struct kg_refs refs;
	struct kg_error *err = n == KG_NODE_NONE ? NULL : fn(w, n, task);

	n = list ? kg_heap_node(h, list) : KG_NODE_NONE;
	if (err || n == KG_NODE_NONE || strcmp(kg_task_native(h, n), "list") != 0)
		return err;
	err = kg_heap_refs(h, list, &refs);
	if (err)
		return err;
	for (size_t i = 0; i < refs.n && i < CALLBACKS_MAX && !err; i++) {
		struct kg_refs pair;

		if (refs.items[i].node == KG_NODE_NONE)
			continue;
		err = kg_heap_refs(h, refs.items[i].addr, &pair);
		if (err)
			break;
		if (pair.n > 0 && pair.items[0].node != KG_NODE_NONE)
			err = fn(w, pair.items[0].node, task);
		kg_refs_deinit(&pair);
	}
	kg_refs_deinit(&refs);
	return err;
}

static struct kg_error *see_callback(struct wakes *w, kg_node callback, uint32_t task)
{
	(void)task;
	see(w, callback);
	return NULL;
}

/* Looks from one callback for futures that it ends and that tasks wait for, breadth first. */
static struct kg_error *follow(struct wakes *w, kg_node callback, uint32_t task)
{
	struct kg_error *err = NULL;

	w->nseen = 0;
	see(w, callback);
	for (size_t i = 0; i < w->nseen && !err; i++) {
		kg_node n = w->seen[i];

		if (!is_plain_future(w->heap, n)) {
			err = expand(w, n);
			continue;
		}
		err = add_pairs(w, n, task);
		if (!err)
			err = each_callback(w, n, task, see_callback);
	}
	return err;
}

static int by_pair(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->waits != y->waits)
		return x->waits < y->waits ? -1 : 1;
	return x->for_task < y->for_task ? -1 : x->for_task > y->for_task;
}

static struct kg_error *keep(struct kg_tasks *all, struct wakes *w)
{
	if (w->npairs > 0)
		qsort(w->pairs, w->npairs, sizeof(*w->pairs), by_pair);
	for (size_t i = 0; i < w->npairs; i++) {
		struct kg_task *t = &all->items[w->pairs[i].waits];
		struct kg_error *err;

		if (i > 0 && by_pair(&w->pairs[i - 1], &w->pairs[i]) == 0)
			continue;
		err = kg_grow(&all->waits, &all->waits_cap, all->nwaits, sizeof(*all->waits));
		if (err)
			return err;
		if (t->nwaits++ == 0)
			t->wait = all->nwaits;
		all->waits[all->nwaits++] = w->pairs[i].for_task;
	}
	return NULL;
}

struct kg_error *kg_task_waits(const struct kg_heap *h, struct kg_tasks *all)
{
	struct wakes w = {.heap = h, .waiting = malloc(all->n * sizeof(*w.waiting))};
	struct kg_error *err = w.waiting ? NULL : kg_error_nomem();

	for (size_t i = 0; i < all->n && !err; i++) {
		if (all->items[i].waiter != KG_NODE_NONE)
			w.waiting[w.nwaiting++] = (struct waiting){all->items[i].waiter, (uint32_t)i};
	}
	if (w.nwaiting > 0)
		qsort(w.waiting, w.nwaiting, sizeof(*w.waiting), by_waiter);
	for (size_t i = 0; i < all->n && w.nwaiting > 0 && !err; i++) {
		if (all->items[i].state != KG_TASK_PENDING)
			continue;
		err = add_pairs(&w, all->items[i].node, (uint32_t)i); /* awaited itself */
		if (!err)
			err = each_callback(&w, all->items[i].node, (uint32_t)i, follow);
	}
	if (!err)
		err = keep(all, &w);
	free(w.waiting);
	free(w.pairs);
	return err;
}
