/* The state of threads that have ended: the interpreter was never told. */
#include <stdlib.h>

#include "analysis/finders/thread_locals.h"
#include "analysis/finding.h"
#include "heap/core.h"

struct leftovers {
	struct kg_search *s;
	kg_node *dicts; /* of each threading.local: by the keys that threads have, from 3.13 on */
	size_t ndicts, dicts_cap;
	kg_addr key; /* of the thread that is looked at */
	struct kg_groups groups;
	uint32_t threads[KG_FINDINGS_EACH]; /* [group] */
	struct kg_error *err;
};

static void add_seed(struct leftovers *l, kg_node n)
{
	if (n != KG_NODE_NONE && !l->err)
		l->err = kg_groups_add(&l->groups, n);
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

static bool add_keyed(void *arg, struct kg_dict_item item)
{
	struct leftovers *l = arg;

	if (item.key == l->key)
		add_seed(l, kg_heap_node(l->s->heap, item.value));
	return !l->err;
}

/* The dict of each threading.local that is under the thread's key. */
static void add_locals(struct leftovers *l, kg_addr key)
{
	const struct kg_heap *h = l->s->heap;

	l->key = key;
	for (size_t i = 0; i < l->ndicts; i++)
		kg_error_destroy(kg_dict_each(h, kg_heap_addr(h, l->dicts[i]), add_keyed, l));
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
		if (strcmp(rt->refs[i].member, "threading_local_key") == 0)
			add_locals(l, rt->refs[i].target);
	}
	l->threads[l->groups.ngroups] = thread;
	return l->err ? l->err : kg_groups_end(&l->groups);
}

static struct kg_error *add_local(struct leftovers *l, kg_node local)
{
	kg_node dict = kg_thread_local_dicts(l->s, local);
	struct kg_error *err;

	if (dict == KG_NODE_NONE)
		return NULL;
	err = kg_grow(&l->dicts, &l->dicts_cap, l->ndicts, sizeof(*l->dicts));
	if (!err)
		l->dicts[l->ndicts++] = dict;
	return err;
}

static struct kg_error *find_locals(struct leftovers *l)
{
	const struct kg_heap *h = l->s->heap;
	struct kg_types_of types;
	struct kg_error *err = kg_search_types(l->s, kg_thread_local_types, &types);

	if (err)
		return err;
	for (kg_node n = 0; !err && types.objects && n < h->nodes; n++) {
		if (types.fits[kg_heap_type(h, n)->index])
			err = add_local(l, n);
	}
	free(types.fits);
	return err;
}

static bool any_ended(const struct kg_runtime *rt)
{
	for (uint32_t i = 0; i < rt->nthreads; i++) {
		if (!rt->threads[i].os)
			return true;
	}
	return false;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct leftovers *l, size_t group)
{
	const struct kg_thread *t = &s->heap->rt->threads[l->threads[group]];
	struct kg_finding *f = kg_search_always(s, self, KG_NODE_NONE, l->groups.bytes[group]);

	if (!f)
		return;
	f->sentence = "thread {native_id} has ended, but the interpreter still keeps its state, and {bytes} with it: "
		      "C code left without PyGILState_Release() or PyThreadState_Delete()";
	f->next = "threads {target}";
	kg_finding_id(f, "native_id", t->native_id);
	kg_finding_addr(f, "ident", t->thread_id);
	kg_finding_addr(f, "state", t->addr);
	kg_finding_count(f, "objects_held", kg_groups_size(&l->groups, group));
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	const struct kg_runtime *rt = s->heap->rt;
	struct leftovers l = {.s = s};
	struct kg_error *err;

	/* A core without notes of threads says nothing of which are alive. */
	if (s->heap->image->nthreads == 0 || !any_ended(rt))
		return NULL;
	err = find_locals(&l);
	for (uint32_t i = 0; i < rt->nthreads && !err && l.groups.ngroups < KG_FINDINGS_EACH; i++) {
		if (!rt->threads[i].os)
			err = collect(&l, i);
	}
	if (!err)
		err = kg_groups_weigh(s, &l.groups);
	for (size_t i = 0; i < l.groups.ngroups && !err; i++)
		tell(s, self, &l, i);
	kg_groups_deinit(&l.groups);
	free(l.dicts);
	return err;
}

const struct kg_finder kg_finder_threads = {
    .name = "finished-thread",
    .looks = "state of threads that have ended",
    .run = run,
};
