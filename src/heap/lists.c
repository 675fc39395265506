/*
 * Which list of the collector holds each tracked object. Discovery has checked that
 * every tracked object's neighbors point back, so each is in one of the lists whose
 * heads are known. All lists are walked in step until only one is left: everything
 * not met is in that one. The oldest generation holds nearly all objects and is
 * nearly never walked.
 */
#include "heap/heap_priv.h"

#define LISTS_MAX 256
#define PIECE (1u << 18) /* nodes */

struct list {
	kg_addr head, at;
	enum kg_gc_place place;
	bool done;
};

static void place_set(struct kg_heap *h, kg_node n, enum kg_gc_place place)
{
	kg_info_set(h, n, (kg_info_get(h, n) & ~(UINT32_C(7) << KG_INFO_PLACE_SHIFT)) | (uint32_t)place << KG_INFO_PLACE_SHIFT);
}

/* One step. @return false at the end of the list, also when it breaks or runs in a circle */
static bool list_step(struct kg_heap *h, struct list *l)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr next;
	kg_node n;
	struct kg_error *err = kg_image_read_u64(h->image, l->at + (kg_addr)off[F_GCHEAD_NEXT], &next);

	if (err) {
		kg_damage_add(&h->image->damage, l->at, "a GC list breaks at 0x%llx", (unsigned long long)l->at);
		kg_error_destroy(err);
		return false;
	}
	next &= ~KG_LINK_FLAGS;
	if (next == l->head)
		return false;
	n = kg_heap_node(h, next + (kg_addr)off[F_GCHEAD_SIZE]);
	if (n == KG_NODE_NONE || !(kg_info_get(h, n) & KG_INFO_TRACKED) || kg_heap_place(h, n) != KG_GC_UNTRACKED) {
		kg_damage_add(&h->image->damage, l->at, "a GC list leads from 0x%llx to 0x%llx, which is no object or in another list",
			      (unsigned long long)l->at, (unsigned long long)next);
		return false;
	}
	place_set(h, n, l->place);
	l->at = next;
	return true;
}

struct rest {
	struct kg_heap *h;
	enum kg_gc_place place;
	struct kg_pieces nodes;
};

static struct kg_error *rest_run(void *arg, unsigned int i)
{
	struct rest *r = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&r->nodes, &from, &to)) {
		for (kg_node n = (kg_node)from; n < to; n++) {
			if (kg_info_get(r->h, n) & KG_INFO_TRACKED && kg_heap_place(r->h, n) == KG_GC_UNTRACKED)
				place_set(r->h, n, r->place);
		}
	}
	return NULL;
}

/* Everything tracked that no walk has met. */
static struct kg_error *rest_set(struct kg_heap *h, enum kg_gc_place place)
{
	struct rest r = {h, place, {0, h->nodes, PIECE}};

	return kg_workers_run(h->priv->threads, rest_run, &r);
}

/* Tracked by its own words, but in no list: in the middle of a collection it hangs on
 * a list that only the collector's stack knows; otherwise its links are damaged. */
static void rest_damage(struct kg_heap *h, bool collecting)
{
	uint64_t lost = 0;
	kg_addr first = 0;

	for (kg_node n = 0; n < h->nodes; n++) {
		if (!(kg_info_get(h, n) & KG_INFO_TRACKED) || kg_heap_place(h, n) != KG_GC_UNTRACKED)
			continue;
		if (lost++ == 0)
			first = kg_heap_addr(h, n);
		if (collecting)
			place_set(h, n, KG_GC_GEN2);
		else
			kg_info_set(h, n, kg_info_get(h, n) & ~KG_INFO_TRACKED);
	}
	if (lost)
		kg_damage_add(&h->image->damage, first,
			      collecting ? "the core was taken inside a collection: %llu objects are on the collector's own lists"
					 : "%llu objects have GC links but are in no list",
			      (unsigned long long)lost);
}

/* What gc.get_objects(generation) says of the members of the list with that number. */
static enum kg_gc_place place_of(const struct kg_heap *h, unsigned int list)
{
	return kg_facts(h)->old_spaces && list > 0 ? KG_GC_GEN2 : (enum kg_gc_place)(KG_GC_GEN0 + list);
}

struct kg_error *kg_lists_place(struct kg_heap *h)
{
	const struct kg_runtime *rt = h->rt;
	struct list lists[LISTS_MAX];
	size_t n = 0, left;
	const bool collecting = kg_runtime_collecting(rt), whole = collecting || h->priv->lists_suspect;

	for (uint32_t i = 0; i < rt->ninterps && n + KG_GENERATIONS < LISTS_MAX; i++) {
		const struct kg_gc_state *gc = &rt->interps[i].gc;

		if (gc->shared || !kg_facts(h)->gc_lists)
			continue;
		for (unsigned int g = 0; g < KG_GENERATIONS; g++)
			lists[n++] = (struct list){gc->gens[g].head, gc->gens[g].head, place_of(h, g), false};
		lists[n++] = (struct list){gc->permanent, gc->permanent, KG_GC_PERMANENT, false};
	}
	if (collecting)
		kg_damage_add(&h->image->damage, 0,
			      "the core was taken inside a collection: what is collectable and in which generation is a guess");
	/* Where there are no lists every object has said where it is. */
	if (!kg_facts(h)->gc_lists)
		return NULL;
	for (left = n; left > (whole ? 0 : 1);) {
		for (size_t i = 0; i < n && left > (whole ? 0 : 1); i++) {
			if (!lists[i].done && !list_step(h, &lists[i])) {
				lists[i].done = true;
				left--;
			}
		}
	}
	if (whole)
		rest_damage(h, collecting);
	for (size_t i = 0; i < n && !whole; i++) {
		if (!lists[i].done)
			return rest_set(h, lists[i].place);
	}
	return NULL;
}
