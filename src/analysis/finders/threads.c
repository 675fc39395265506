/* The state of threads that have ended: the interpreter was never told. */
#include <stdlib.h>

#include "analysis/finders/thread_locals.h"
#include "analysis/finding.h"
#include "heap/core.h"

struct leftovers {
	struct kg_search *s;
	kg_node *seeds;
	size_t n, cap;
	struct kg_error *err;
};

static void add_seed(struct leftovers *l, kg_node n)
{
	if (n == KG_NODE_NONE || l->err)
		return;
	l->err = kg_grow(&l->seeds, &l->cap, l->n, sizeof(*l->seeds));
	if (!l->err)
		l->seeds[l->n++] = n;
}

/* The values of a thread's dict; a dummy takes the dict of its threading.local with it. */
static bool add_item(void *arg, struct kg_dict_item item)
{
	struct leftovers *l = arg;
	kg_node n = kg_heap_node(l->s->heap, item.value);

	if (n != KG_NODE_NONE)
		add_seed(l, kg_thread_local_dict(l->s, n));
	return !l->err;
}

static struct kg_error *collect(struct leftovers *l, uint32_t thread)
{
	const struct kg_runtime *rt = l->s->heap->rt;

	for (size_t i = 0; i < rt->nrefs && !l->err; i++) {
		if (rt->refs[i].thread != thread || !rt->refs[i].counted)
			continue;
		add_seed(l, kg_heap_node(l->s->heap, rt->refs[i].target));
		if (strcmp(rt->refs[i].member, "dict") == 0)
			kg_error_destroy(kg_dict_each(l->s->heap, rt->refs[i].target, add_item, l));
	}
	return l->err;
}

static struct kg_error *tell(struct kg_search *s, const struct kg_finder *self, uint32_t thread)
{
	const struct kg_thread *t = &s->heap->rt->threads[thread];
	struct leftovers l = {.s = s};
	struct kg_finding *f;
	uint64_t bytes = 0;
	struct kg_error *err = collect(&l, thread);

	if (!err)
		err = kg_search_held(s, l.seeds, l.n, &bytes);
	f = err ? NULL : kg_search_always(s, self, KG_NODE_NONE, bytes);
	free(l.seeds);
	if (!f)
		return err;
	f->sentence = "thread {native_id} has ended, but the interpreter still keeps its state, and {bytes} with it: "
		      "C code left without PyGILState_Release() or PyThreadState_Delete()";
	f->next = "threads {target}";
	kg_finding_count(f, "native_id", t->native_id);
	kg_finding_addr(f, "ident", t->thread_id);
	kg_finding_addr(f, "state", t->addr);
	kg_finding_count(f, "objects_held", l.n);
	return NULL;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	const struct kg_runtime *rt = s->heap->rt;
	struct kg_error *err = NULL;
	unsigned int told = 0;

	/* A core without notes of threads says nothing of which are alive. */
	if (s->heap->image->nthreads == 0)
		return NULL;
	for (uint32_t i = 0; i < rt->nthreads && !err && told < KG_FINDINGS_EACH; i++) {
		if (rt->threads[i].os)
			continue;
		err = tell(s, self, i);
		told++;
	}
	return err;
}

const struct kg_finder kg_finder_threads = {
    .name = "finished-thread",
    .looks = "state of threads that have ended",
    .run = run,
};
