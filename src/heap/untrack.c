/*
 * What a collection stops tracking before it looks at references: exact tuples, and dicts where facts say so, that hold
 * nothing it need look at. Such garbage is not found by that collection. A tuple of tuples depends on whether these came
 * first, so the order is the collector's own: in free-threaded builds that of the pages, otherwise that of the youngest
 * generation's list.
 * Source: CPython 3.13 Python/gc_free_threading.c update_refs(), Objects/tupleobject.c _PyTuple_MaybeUntrack(),
 * Objects/dictobject.c _PyDict_MaybeUntrack(); 3.14.4 Python/gc.c untrack_tuples()
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

struct untrack {
	const struct kg_heap *h;
	uint64_t *universe;
	uint64_t *gone; /* not tracked any more */
	uint64_t *alive; /* left alone: plain roots lead to it; NULL: nothing is */
	kg_addr tuple, dict; /* the types */
};

static bool tracked(const struct untrack *u, kg_node n)
{
	return kg_info_get(u->h, n) & KG_INFO_TRACKED && !kg_bit_get(u->gone, n);
}

/* _PyObject_GC_MAY_BE_TRACKED() */
static bool may_be_tracked(const struct untrack *u, kg_node n)
{
	if (kg_heap_place(u->h, n) == KG_GC_NONE)
		return false;
	return kg_heap_type(u->h, n)->addr != u->tuple || tracked(u, n);
}

static bool holds_untracked(const struct untrack *u, kg_node n, uint64_t least)
{
	uint64_t seen = 0;
	bool all = true;

	KG_GRAPH_OUT(&u->h->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE) {
			seen++;
			all = all && !may_be_tracked(u, KG_WORD_TO(w));
		}
	});
	return all && seen >= least;
}

/* A tuple that is not filled yet has fewer references than items. */
static bool tuple_idle(const struct untrack *u, kg_node n, struct kg_obj o)
{
	return holds_untracked(u, n, kg_obj_u64(o, u->h->rt->layout->off[F_VAR_SIZE]));
}

static void visit(struct untrack *u, kg_node n)
{
	struct kg_obj o;

	if (!tracked(u, n) || kg_heap_place(u->h, n) == KG_GC_PERMANENT)
		return;
	o = kg_heap_get(u->h, n);
	if (u->alive && kg_bit_get(u->alive, n) &&
	    !(kg_facts(u->h)->drops_immortal && kg_heap_refcount_of(u->h, o) == KG_IMMORTAL))
		return;
	if (kg_heap_refcount_of(u->h, o) == KG_IMMORTAL) {
		kg_bit_set(u->gone, n);
		return;
	}
	if (kg_heap_refcount_of(u->h, o) <= 0 || o.p[u->h->rt->layout->off[F_OBJECT_GC_BITS]] & KG_GC_BIT_DEFERRED)
		return;
	if (o.type->addr == u->tuple ? !tuple_idle(u, n, o) : o.type->addr != u->dict || !holds_untracked(u, n, 0))
		return;
	kg_bit_set(u->gone, n);
	kg_bit_clear(u->universe, n);
}

/* The number of the first object at or after @addr. */
static kg_node node_from(const struct kg_heap *h, kg_addr addr)
{
	kg_node lo = 0, hi = h->nodes;

	while (lo < hi) {
		kg_node mid = lo + (hi - lo) / 2;

		if (kg_heap_addr(h, mid) < addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static kg_addr type_named(const struct kg_heap *h, const char *name)
{
	for (uint32_t i = 0; i < h->ntypes; i++)
		if (!h->types[i]->heap_type && strcmp(h->types[i]->tp_name, name) == 0)
			return h->types[i]->addr;
	return 0;
}

static void alive_add(const struct untrack *u, kg_addr addr)
{
	kg_node n = addr ? kg_heap_node(u->h, addr) : KG_NODE_NONE;

	if (n != KG_NODE_NONE && kg_info_get(u->h, n) & KG_INFO_TRACKED)
		kg_bit_set(u->alive, n);
}

/* The namespaces and subclasses of static types, in each interpreter. */
static void alive_types(const struct untrack *u)
{
	static const enum kg_field held[] = {F_TYPESTATE_DICT, F_TYPESTATE_SUBCLASSES};
	const struct kg_heap *h = u->h;

	for (uint32_t i = 0; i < h->ntypes; i++) {
		kg_node n = kg_heap_node(h, h->types[i]->addr);
		struct kg_obj o;

		if (n == KG_NODE_NONE)
			continue;
		o = kg_heap_get(h, n);
		for (uint32_t k = 0; kg_type_managed(h, o) && k < h->rt->ninterps; k++) {
			kg_addr state = kg_type_state(h, o, k);

			for (size_t f = 0; state && f < KG_ARRAY_SIZE(held); f++) {
				uint64_t target = 0;

				kg_error_destroy(kg_image_read_u64(h->image, state + (kg_addr)h->rt->layout->off[held[f]], &target));
				alive_add(u, target);
			}
		}
	}
}

static bool is_plain_root(const struct kg_heap *h, const struct kg_root *r)
{
	static const char *const members[] = {"sysdict", "builtins", "dict"};
	const struct kg_state_ref *ref = r->kind == KG_ROOT_STATE ? &h->rt->refs[r->ref] : NULL;
	bool plain = r->kind == KG_ROOT_FRAME && (r->counted || r->deferred) && r->slot != KG_SLOT_FUNC &&
		     r->slot != KG_SLOT_LOCALS && r->slot != KG_SLOT_FRAME_OBJ;

	for (size_t i = 0; ref && ref->thread == UINT32_MAX && i < KG_ARRAY_SIZE(members); i++)
		plain = plain || strcmp(ref->member, members[i]) == 0;
	return plain;
}

/*
 * Marking stops tracking the tuples it comes by, too. What holds another such tuple is looked at before that one is, and
 * stays: so all are judged by what was tracked before. (Two paths may lead the collector to the inner one first; which it
 * takes depends on the size of its buffer.)
 */
static void alive_drop(struct untrack *u, uint64_t words)
{
	uint64_t *idle = calloc(words, sizeof(uint64_t));

	for (kg_node n = 0; idle && n < u->h->nodes; n++) {
		if (kg_bit_get(u->alive, n) && kg_heap_type(u->h, n)->addr == u->tuple && tuple_idle(u, n, kg_heap_get(u->h, n)))
			kg_bit_set(idle, n);
	}
	for (uint64_t i = 0; idle && i < words; i++)
		u->gone[i] |= idle[i];
	free(idle);
}

/*
 * What the collector finds alive at once: CPython 3.14 Python/gc_free_threading.c gc_mark_alive_from_roots(). Not while
 * gc.freeze() is in force.
 */
static struct kg_error *alive_mark(struct untrack *u, uint64_t words)
{
	const struct kg_heap *h = u->h;
	const int32_t *off = h->rt->layout->off;
	uint64_t *within;
	struct kg_error *err;

	for (uint32_t i = 0; i < h->rt->ninterps; i++) {
		uint8_t frozen = 0;

		if (kg_layout_has(h->rt->layout, F_GC_FREEZE_ACTIVE))
			kg_error_destroy(kg_image_read(h->image, h->rt->interps[i].gc.addr + (kg_addr)off[F_GC_FREEZE_ACTIVE], &frozen, 1));
		if (frozen)
			return NULL;
	}
	u->alive = calloc(words, sizeof(uint64_t));
	within = calloc(words, sizeof(uint64_t));
	if (!u->alive || !within) {
		free(within);
		return kg_error_nomem();
	}
	for (kg_node n = 0; n < h->nodes; n++)
		if (kg_info_get(h, n) & KG_INFO_TRACKED)
			kg_bit_set(within, n);
	for (size_t i = 0; i < h->nroots; i++)
		if (is_plain_root(h, &h->roots[i]) && kg_bit_get(within, h->roots[i].node))
			kg_bit_set(u->alive, h->roots[i].node);
	alive_types(u);
	err = kg_graph_mark(&h->graph, u->alive, within, 1u << KG_EDGE_TRAVERSE, h->priv->progress);
	free(within);
	if (!err)
		alive_drop(u, words);
	return err;
}

struct kg_error *kg_untrack(const struct kg_heap *h, uint64_t *universe)
{
	struct untrack u = {.h = h, .universe = universe, .tuple = type_named(h, "tuple")};
	uint64_t words = (uint64_t)h->nodes / 64 + 1;
	struct kg_error *err = NULL;

	if (kg_facts(h)->untracks_dicts)
		u.dict = type_named(h, "dict");
	u.gone = calloc(words, sizeof(uint64_t));
	if (!u.gone)
		err = kg_error_nomem();
	if (!err && kg_facts(h)->marks_alive)
		err = alive_mark(&u, words);
	for (size_t i = 0; i < h->rt->npages && !err; i++) {
		const struct kg_block_page *page = &h->rt->pages[i];
		kg_addr end = page->first + page->block * page->blocks;

		for (kg_node n = node_from(h, page->first); page->objects && n < h->nodes && kg_heap_addr(h, n) < end; n++)
			visit(&u, n);
	}
	free(u.gone);
	free(u.alive);
	return err;
}

/* The list's members in its order, as far as they were found to be in it. */
static void visit_list(struct untrack *u, kg_addr head)
{
	const int32_t *off = u->h->rt->layout->off;
	kg_addr at = head;

	for (kg_node left = u->h->nodes; left > 0; left--) {
		struct kg_error *err = kg_image_read_u64(u->h->image, at + (kg_addr)off[F_GCHEAD_NEXT], &at);
		kg_node n;
		struct kg_obj o;

		kg_error_destroy(err);
		at &= ~KG_LINK_FLAGS;
		n = err || at == head ? KG_NODE_NONE : kg_heap_node(u->h, at + (kg_addr)off[F_GCHEAD_SIZE]);
		if (n == KG_NODE_NONE || kg_heap_place(u->h, n) != KG_GC_GEN0)
			return;
		o = kg_heap_get(u->h, n);
		if (o.type->addr != u->tuple || !tracked(u, n) || !tuple_idle(u, n, o))
			continue;
		kg_bit_set(u->gone, n);
		kg_bit_clear(u->universe, n);
	}
}

struct kg_error *kg_untrack_young(const struct kg_heap *h, uint64_t *universe)
{
	struct untrack u = {.h = h, .universe = universe, .tuple = type_named(h, "tuple")};

	u.gone = calloc((uint64_t)h->nodes / 64 + 1, sizeof(uint64_t));
	if (!u.gone)
		return kg_error_nomem();
	for (uint32_t i = 0; i < h->rt->ninterps; i++)
		visit_list(&u, h->rt->interps[i].gc.gens[0].head);
	free(u.gone);
	return NULL;
}
