/* What must hold of any heap, whatever its types. */
#include "analysis/verify_priv.h"
#include "heap/core.h"

#include <stdlib.h>

#define STEP 65536
#define SIZED_SUBCLASS (UINT64_C(13) << 24) /* Py_TPFLAGS_LONG_SUBCLASS, _TUPLE_, _BYTES_: CPython Include/object.h */
#define HEAD_MAX 256			    /* bytes of a str before its text, if that stands behind it at all */
#define LENGTH_MAX (UINT64_C(1) << 44)

static const struct kg_verify_rule rules[KG_INVARIANTS] = {
	[KG_HOLDS_COUNTS] = {.name = "counts", .words = "no object has fewer counts than counted references to it were found"},
	[KG_HOLDS_LISTS] = {.name = "lists", .words = "both neighbors in the collector's list point back at a tracked object, or it fills a block of the collector's heaps"},
	[KG_HOLDS_TARGETS] = {.name = "targets", .words = "every reference leads to the start of an object"},
	[KG_HOLDS_ROOM] = {.name = "room", .words = "no object begins inside another"},
	[KG_HOLDS_TYPES] = {.name = "types", .words = "the type of every object is an object, and a type"},
	[KG_HOLDS_STRUCTS] = {.name = "structs",
			      .words = "what emulation shows of an object's own words its C struct has for pointers"},
};

static void check(struct kg_verify_rule *r, bool holds, kg_addr addr)
{
	r->checked++;
	if (holds)
		return;
	if (r->broken < KG_VERIFY_EXAMPLES)
		r->examples[r->broken] = addr;
	r->broken++;
}

static bool guessed(const struct kg_heap *h, kg_node n)
{
	return kg_heap_provenance(h, n) == KG_FOUND_SCANNED;
}

struct kg_error *kg_verify_certain(const struct kg_heap *h, uint64_t **ret)
{
	const unsigned int kinds = 1u << KG_EDGE_TRAVERSE | 1u << KG_EDGE_OWNED | 1u << KG_EDGE_WEAK;
	uint64_t *bits = calloc((size_t)h->nodes / 64 + 1, sizeof(*bits));
	struct kg_error *err;

	if (!bits)
		return kg_error_nomem();
	for (kg_node n = 0; n < h->nodes; n++) {
		if (kg_heap_provenance(h, n) == KG_FOUND_LISTED)
			kg_bit_set(bits, n);
	}
	for (size_t i = 0; i < h->nroots; i++) {
		const struct kg_root *r = &h->roots[i];

		if (r->counted || r->deferred || r->kind == KG_ROOT_STATE || r->kind == KG_ROOT_STATIC)
			kg_bit_set(bits, r->node);
	}
	err = kg_graph_mark(&h->graph, bits, NULL, kinds, NULL);
	if (err)
		free(bits);
	else
		*ret = bits;
	return err;
}

/* Goes over all objects. */
struct run {
	const struct kg_heap *h;
	uint64_t *certain; /* bit set by node, made when it is asked for first */
};

/* References from what may be no object do not count against it. */
static struct kg_error *counts_hold(struct run *run, kg_node n, struct kg_obj o, bool *ret)
{
	const struct kg_heap *h = run->h;
	int64_t count = kg_heap_refcount_of(h, o), found = (int64_t)kg_heap_references(h, n);
	struct kg_error *err = NULL;

	*ret = count >= 0 && found <= count;
	if (*ret || count < 0)
		return NULL;
	if (!run->certain)
		err = kg_verify_certain(h, &run->certain);
	if (err)
		return err;
	KG_GRAPH_IN(&h->graph, n, w,
		    found -= (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED) &&
			     !kg_heap_laid_out(h, KG_WORD_TO(w)) && !kg_bit_get(run->certain, KG_WORD_TO(w)));
	*ret = found <= count;
	return NULL;
}

static bool link_at(const struct kg_heap *h, kg_addr head, int32_t offset, kg_addr *ret)
{
	struct kg_error *err = kg_image_read_u64(h->image, head + (kg_addr)offset, ret);

	*ret &= ~KG_LINK_FLAGS;
	kg_error_destroy(err);
	return !err;
}

/* Where the collector goes through its heaps, block by block. */
static bool block_holds(const struct kg_heap *h, struct kg_obj o)
{
	kg_addr block = o.addr - o.type->presize - (h->rt->debug_hooks ? KG_HOOK_BYTES : 0);
	const struct kg_block_page *page = kg_page_of(h->rt, block);

	return page && page->objects && page->head == o.type->presize && (block - page->first) % page->block == 0 &&
	       (block - page->first) / page->block < page->blocks;
}

static bool lists_hold(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr self = o.addr - (kg_addr)off[F_GCHEAD_SIZE], next, prev, back;

	if (!h->rt->layout->facts->gc_lists)
		return block_holds(h, o);
	return link_at(h, self, off[F_GCHEAD_NEXT], &next) && link_at(h, self, off[F_GCHEAD_PREV], &prev) &&
	       link_at(h, next, off[F_GCHEAD_PREV], &back) && back == self && link_at(h, prev, off[F_GCHEAD_NEXT], &back) &&
	       back == self;
}

static struct kg_error *check_targets(const struct kg_heap *h, kg_addr addr, struct kg_verify_rule *r)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, addr, &refs);
	bool holds = true;

	if (err)
		return err;
	for (size_t i = 0; i < refs.n; i++)
		holds = holds && (refs.items[i].node != KG_NODE_NONE || refs.items[i].kind == KG_EDGE_WEAK);
	check(r, holds, addr);
	kg_refs_deinit(&refs);
	return NULL;
}

static bool listed(enum kg_gc_place place)
{
	return place != KG_GC_NONE && place != KG_GC_UNTRACKED;
}

/* Where the object's memory begins: before it what the collector and the dict need. What is in no list may be static
 * and lack that. */
static kg_addr begin(const struct kg_heap *h, kg_node n, struct kg_obj o)
{
	return listed(kg_heap_place(h, n)) ? o.addr - o.type->presize : o.addr;
}

/* The end of items or of text that stand behind the object's head, 0: it has none there. */
static kg_addr end_of_items(const struct kg_heap *h, struct kg_obj o)
{
	struct kg_error *err;
	struct kg_str s;
	uint64_t size;
	kg_addr text;

	if (o.type->is_str && kg_str_head(h, o.addr, &s, &text) && text - o.addr < HEAD_MAX && s.length < LENGTH_MAX)
		return text + (s.length + 1) * s.char_size;
	if (!(o.type->flags & SIZED_SUBCLASS))
		return 0;
	err = kg_heap_sizeof(h, o, &size);
	kg_error_destroy(err);
	return err ? 0 : o.addr + size;
}

/*
 * The least it takes. What the collector does not know of may be shorter than its type says: a datetime.time without
 * a time zone lacks the word for one (CPython 3.11 Modules/_datetimemodule.c time_alloc).
 */
static kg_addr end_of(const struct kg_heap *h, kg_node n, struct kg_obj o)
{
	int64_t least = kg_heap_place(h, n) == KG_GC_NONE ? h->rt->layout->off[F_OBJECT_SIZE] : o.type->least;
	kg_addr items = end_of_items(h, o);

	return items ? items : o.addr + (uint64_t)least;
}

struct kg_error *kg_verify_rules(const struct kg_heap *h, struct kg_verify *v, struct kg_progress *progress)
{
	struct run run = {.h = h};
	struct kg_error *err = NULL;
	kg_addr end = 0, last = 0;
	bool compared, agrees, holds;

	memcpy(v->rules, rules, sizeof(rules));
	kg_progress_phase(progress, "checking what must hold", h->nodes);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		struct kg_obj o = kg_heap_get(h, n);

		if (n % STEP == 0)
			kg_progress_add(progress, n ? STEP : 0);
		if (guessed(h, n))
			continue;
		err = counts_hold(&run, n, o, &holds);
		if (err)
			break;
		check(&v->rules[KG_HOLDS_COUNTS], holds, o.addr);
		if (listed(kg_heap_place(h, n)) && h->collectable_known)
			check(&v->rules[KG_HOLDS_LISTS], lists_hold(h, o), o.addr);
		check(&v->rules[KG_HOLDS_ROOM], begin(h, n, o) >= end, last);
		check(&v->rules[KG_HOLDS_TYPES],
		      kg_heap_node(h, o.type->addr) != KG_NODE_NONE &&
			      kg_heap_type(h, kg_heap_node(h, o.type->addr))->is_metatype, o.addr);
		agrees = kg_heap_struct_agrees(h, o, &compared);
		if (compared)
			check(&v->rules[KG_HOLDS_STRUCTS], agrees, o.addr);
		last = o.addr;
		end = end_of(h, n, o);
		err = check_targets(h, o.addr, &v->rules[KG_HOLDS_TARGETS]);
	}
	free(run.certain);
	return err;
}
