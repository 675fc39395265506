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

struct dicts {
	struct kg_search *s;
	kg_node *items;
	size_t n, cap;
	struct kg_error *err;
};

static bool add_dict(void *arg, struct kg_dict_item item)
{
	struct dicts *d = arg;
	kg_node n = kg_heap_node(d->s->heap, item.value);

	if (n == KG_NODE_NONE ||
	    kg_search_word(kg_heap_get(d->s->heap, n), kg_heap_layout(d->s->heap)->off[F_DICT_USED]) == 0)
		return true;
	d->err = kg_grow(&d->items, &d->cap, d->n, sizeof(*d->items));
	if (!d->err)
		d->items[d->n++] = n;
	return !d->err;
}

static struct kg_error *tell(struct kg_search *s, const struct kg_finder *self, kg_node local, const struct dicts *d)
{
	uint64_t bytes = 0, one = 0, most = 0;
	kg_node largest = d->items[0];
	struct kg_finding *f;
	struct kg_error *err = kg_search_held(s, d->items, d->n, &bytes);

	if (err)
		return err;
	for (size_t i = 0; i < d->n && !err; i++) {
		err = kg_search_held(s, &d->items[i], 1, &one);
		if (one > most) {
			most = one;
			largest = d->items[i];
		}
	}
	f = err ? NULL : kg_search_add(s, self, local, bytes > most ? bytes : most);
	if (!f)
		return err;
	f->sentence = "a {type} keeps {bytes} in the dicts of {threads} thread(s), the largest {largest_bytes}, for as "
		      "long as these threads live";
	f->next = "show {target} {largest}";
	kg_finding_addr(f, "local", kg_heap_addr(s->heap, local));
	kg_finding_word(s, f, "type", kg_heap_type(s->heap, local)->name);
	kg_finding_count(f, "threads", d->n);
	kg_finding_addr(f, "largest", kg_heap_addr(s->heap, largest));
	kg_finding_bytes(f, "largest_bytes", most);
	return NULL;
}

static struct kg_error *look(struct kg_search *s, const struct kg_finder *self, kg_node local)
{
	struct kg_obj o = kg_heap_get(s->heap, local);
	kg_node dummies = kg_search_to(s, o, kg_search_member(s, o.type, "localobject", "dummies"));
	struct dicts d = {.s = s};
	struct kg_error *err;

	if (dummies == KG_NODE_NONE)
		return NULL;
	/* What of a damaged dict was read before the fault stands. */
	kg_error_destroy(kg_dict_each(s->heap, kg_heap_addr(s->heap, dummies), add_dict, &d));
	err = d.err;
	if (!err && d.n > 0)
		err = tell(s, self, local, &d);
	free(d.items);
	return err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const names[] = {"_thread._local", NULL};
	struct kg_types_of types;
	struct kg_error *err = kg_search_types(s, names, &types);

	for (kg_node n = 0; !err && types.objects && n < s->heap->nodes; n++) {
		if (types.fits[kg_heap_type(s->heap, n)->index] && kg_search_alive(s, n))
			err = look(s, self, n);
	}
	free(types.fits);
	return err;
}

const struct kg_finder kg_finder_locals = {
    .name = "thread-local",
    .looks = "what threads left in threading.local",
    .run = run,
};
