#include "analysis/change.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "base/pages.h"

#define LOOK_UP 0xffff /* objects between two looks at whether it was canceled */

kg_node kg_change_node(const struct kg_heap *from, kg_node n, const struct kg_heap *to)
{
	kg_node other = n == KG_NODE_NONE ? n : kg_heap_node(to, kg_heap_addr(from, n));
	const struct kg_type *t, *u;

	if (other == KG_NODE_NONE)
		return other;
	t = kg_heap_type(from, n);
	u = kg_heap_type(to, other);
	return t->addr == u->addr && strcmp(t->name, u->name) == 0 ? other : KG_NODE_NONE;
}

static void then_deinit(struct kg_then *t)
{
	for (size_t i = 0; i < t->ntypes; i++)
		free(t->types[i].name);
	free(t->types);
	free(t->of);
	kg_pages_deinit(&t->mem);
	*t = (struct kg_then){0};
}

void kg_change_destroy(struct kg_change *c)
{
	if (!c)
		return;
	for (int i = 0; i < KG_SINCES; i++)
		then_deinit(&c->since[i]);
	free(c);
}

static int by_addr(const void *a, const void *b)
{
	const struct kg_type_then *x = a, *y = b;

	return x->addr < y->addr ? -1 : x->addr > y->addr;
}

static struct kg_error *add_type(struct kg_then *t, kg_addr addr, const char *name, uint64_t objects, uint64_t bytes)
{
	char *copy = strdup(name);

	if (!copy)
		return kg_error_nomem();
	t->types[t->ntypes++] = (struct kg_type_then){addr, copy, objects, bytes};
	return NULL;
}

/* The snapshot before this one. */
static struct kg_error *types_of(const struct kg_heap *h, const struct kg_totals *all, struct kg_then *t)
{
	struct kg_error *err = NULL;

	t->types = calloc(all->n ? all->n : 1, sizeof(*t->types));
	if (!t->types)
		return kg_error_nomem();
	for (uint32_t i = 0; i < all->n && !err; i++) {
		const struct kg_type_total *one = &all->items[i];

		if (one->objects > 0)
			err = add_type(t, h->types[i]->addr, h->types[i]->name, one->objects, one->bytes + one->payload);
	}
	t->objects = h->nodes;
	t->bytes = all->all.bytes + all->all.payload;
	t->collectable = all->all.collectable;
	t->collectable_known = h->collectable_known;
	t->time_s = h->image->mtime_s;
	qsort(t->types, t->ntypes, sizeof(*t->types), by_addr);
	return err;
}

/* One before that, as the snapshot before knew it. */
static struct kg_error *types_copied(const struct kg_then *from, struct kg_then *t)
{
	struct kg_error *err = NULL;

	t->types = calloc(from->ntypes ? from->ntypes : 1, sizeof(*t->types));
	if (!t->types)
		return kg_error_nomem();
	for (size_t i = 0; i < from->ntypes && !err; i++) {
		const struct kg_type_then *one = &from->types[i];

		err = add_type(t, one->addr, one->name, one->objects, one->bytes);
	}
	t->objects = from->objects;
	t->bytes = from->bytes;
	t->collectable = from->collectable;
	t->collectable_known = from->collectable_known;
	t->time_s = from->time_s;
	return err;
}

static struct kg_error *match_types(const struct kg_heap *now, struct kg_then *t)
{
	t->of = calloc(now->ntypes ? now->ntypes : 1, sizeof(*t->of));
	if (!t->of)
		return kg_error_nomem();
	for (uint32_t i = 0; i < now->ntypes; i++) {
		const struct kg_type_then key = {.addr = now->types[i]->addr};
		const struct kg_type_then *found =
			t->ntypes ? bsearch(&key, t->types, t->ntypes, sizeof(*t->types), by_addr) : NULL;

		if (found && strcmp(found->name, now->types[i]->name) == 0)
			t->of[i] = (uint32_t)(found - t->types) + 1;
	}
	return NULL;
}

const struct kg_type_then *kg_change_type(const struct kg_change *c, enum kg_since since, uint32_t type)
{
	uint32_t at = c->since[since].of[type];

	return at ? &c->since[since].types[at - 1] : NULL;
}

/* Fills .had of both: of the last from the object itself, of the first from what the last knew of it. */
static struct kg_error *match_objects(struct kg_change *c, const struct kg_heap *before, const struct kg_change *earlier,
				      struct kg_progress *progress)
{
	struct kg_then *last = &c->since[KG_SINCE_LAST], *first = &c->since[KG_SINCE_FIRST];
	struct kg_error *err = NULL;
	uint64_t kept = 0, kept_first = 0;

	kg_progress_phase(progress, "comparing with the snapshot before", c->heap->nodes);
	for (kg_node n = 0; n < c->heap->nodes && !err; n++) {
		kg_node old = kg_change_node(c->heap, n, before);

		if ((n & LOOK_UP) == 0) {
			kg_progress_add(progress, n ? LOOK_UP + 1 : 0);
			err = kg_progress_check(progress);
		}
		if (old == KG_NODE_NONE)
			continue;
		last->had[n] = kg_node_bytes(before, old) + 1;
		first->had[n] = earlier ? earlier->since[KG_SINCE_FIRST].had[old] : last->had[n];
		kept++;
		kept_first += first->had[n] != 0;
	}
	last->came = c->heap->nodes - kept;
	last->gone = last->objects - kept;
	first->came = c->heap->nodes - kept_first;
	first->gone = first->objects - kept_first;
	return err;
}

struct kg_error *kg_change_create(const struct kg_heap *before, const struct kg_totals *then, const struct kg_change *earlier,
				  const struct kg_heap *now, struct kg_progress *progress, struct kg_change **ret)
{
	struct kg_change *c = calloc(1, sizeof(*c));
	struct kg_error *err;

	if (!c)
		return kg_error_nomem();
	c->heap = now;
	c->snapshots = earlier ? earlier->snapshots + 1 : 2;
	err = types_of(before, then, &c->since[KG_SINCE_LAST]);
	if (!err)
		err = types_copied(earlier ? &earlier->since[KG_SINCE_FIRST] : &c->since[KG_SINCE_LAST], &c->since[KG_SINCE_FIRST]);
	for (int i = 0; i < KG_SINCES && !err; i++) {
		struct kg_then *t = &c->since[i];

		err = match_types(now, t);
		if (!err)
			err = kg_pages_init(&t->mem, ((size_t)now->nodes + 1) * sizeof(*t->had));
		t->had = t->mem.mem;
	}
	if (!err)
		err = match_objects(c, before, earlier, progress);
	kg_progress_clear(progress);
	if (err)
		kg_change_destroy(c);
	else
		*ret = c;
	return err;
}
