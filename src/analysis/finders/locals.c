/* threading.local: what each thread put there stays as long as the thread. */
#include <stdlib.h>

#include "analysis/finders/thread_locals.h"
#include "heap/core.h"

kg_node kg_thread_local_dict(const struct kg_search *s, kg_node dummy)
{
	struct kg_obj o = kg_heap_get(s->heap, dummy);

	if (strcmp(o.type->tp_name, "_thread._localdummy") != 0)
		return KG_NODE_NONE;
	return kg_search_to(s, o, kg_search_member(s, o.type, "localdummyobject", "localdict"));
}

const char *const kg_thread_local_types[] = {"_thread._local", NULL};

kg_node kg_thread_local_dicts(const struct kg_search *s, kg_node local)
{
	struct kg_obj o = kg_heap_get(s->heap, local);

	return kg_search_to(s, o, kg_search_member(s, o.type, "localobject", "dummies|localdicts"));
}

struct dicts {
	struct kg_search *s;
	struct kg_groups groups; /* of each threading.local */
	kg_node *locals;	 /* [group] */
	size_t cap;
	struct kg_error *err;
};

static bool add_dict(void *arg, struct kg_dict_item item)
{
	struct dicts *d = arg;
	kg_node n = kg_heap_node(d->s->heap, item.value);

	if (n == KG_NODE_NONE ||
	    kg_search_word(kg_heap_get(d->s->heap, n), kg_heap_layout(d->s->heap)->off[F_DICT_USED]) == 0)
		return true;
	d->err = kg_groups_add(&d->groups, n);
	return !d->err;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct dicts *d, size_t group)
{
	kg_node largest = kg_groups_largest(s, &d->groups, group), local = d->locals[group];
	struct kg_finding *f = kg_search_add(s, self, local, d->groups.bytes[group]);

	if (!f)
		return;
	f->sentence = "a {type} keeps {bytes} in the dicts of {threads:thread|threads}, the largest {largest_bytes}, "
		      "for as long as these threads live";
	f->next = "show {target} {largest}";
	kg_finding_addr(f, "local", kg_heap_addr(s->heap, local));
	kg_finding_word(s, f, "type", kg_heap_type(s->heap, local)->name);
	kg_finding_count(f, "threads", kg_groups_size(&d->groups, group));
	kg_finding_addr(f, "largest", kg_heap_addr(s->heap, largest));
	kg_finding_bytes(f, "largest_bytes", kg_search_held(s, largest));
}

static struct kg_error *look(struct dicts *d, kg_node local)
{
	const struct kg_search *s = d->s;
	kg_node dummies = kg_thread_local_dicts(s, local);
	size_t before = d->groups.n;

	if (dummies == KG_NODE_NONE)
		return NULL;
	/* What of a damaged dict was read before the fault stands. */
	kg_error_destroy(kg_dict_each(s->heap, kg_heap_addr(s->heap, dummies), add_dict, d));
	if (!d->err && d->groups.n > before) {
		d->err = kg_grow(&d->locals, &d->cap, d->groups.ngroups, sizeof(*d->locals));
		if (!d->err)
			d->locals[d->groups.ngroups] = local;
		if (!d->err)
			d->err = kg_groups_end(&d->groups);
	}
	return d->err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct dicts d = {.s = s};
	struct kg_types_of types;
	struct kg_error *err = kg_search_types(s, kg_thread_local_types, &types);

	if (err)
		return err;
	for (kg_node n = 0; !err && types.objects && n < s->heap->nodes; n++) {
		if (types.fits[kg_heap_type(s->heap, n)->index] && kg_search_alive(s, n))
			err = look(&d, n);
	}
	if (!err)
		err = kg_groups_weigh(s, &d.groups);
	for (size_t i = 0; i < d.groups.ngroups && !err; i++)
		tell(s, self, &d, i);
	kg_groups_deinit(&d.groups);
	free(d.locals);
	free(types.fits);
	return err;
}

const struct kg_finder kg_finder_locals = {
    .name = "thread-local",
    .looks = "what threads left in threading.local",
    .run = run,
};
