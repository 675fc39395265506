/*
 * What refers to objects from outside the heap: the interpreter's own C state, the
 * frames that run, and words of modules' data that look like C variables.
 */
#include "heap/heap_priv.h"

#include "base/grow.h"
#include "cpython/frame.h"

#include <stdlib.h>

#define FRAMES_MAX 1000000 /* frames of one thread */
#define FROZEN_DRIFT UINT64_C(50000000) /* references that come and go */
#define INTERNED_LOOK 16   /* entries of a dict that must be interned strings under themselves */

struct collect_roots {
	struct kg_heap *h;
	size_t cap;
	struct kg_error *err;
};

static void add(struct collect_roots *c, struct kg_root root, kg_addr target)
{
	struct kg_heap *h = c->h;

	if (!target || c->err)
		return;
	if (h->nroots == c->cap) {
		size_t cap = c->cap ? 2 * c->cap : 1024;
		struct kg_root *roots = realloc(h->roots, cap * sizeof(*roots));
		kg_addr *targets = realloc(h->priv->root_targets, cap * sizeof(*targets));

		h->roots = roots ? roots : h->roots;
		h->priv->root_targets = targets ? targets : h->priv->root_targets;
		if (!roots || !targets) {
			c->err = kg_error_nomem();
			return;
		}
		c->cap = cap;
	}
	root.node = KG_NODE_NONE;
	h->priv->root_targets[h->nroots] = target;
	h->roots[h->nroots++] = root;
}

/* Interpreters that are not isolated have the main one's. */
static void interned_add(struct collect_roots *c, kg_addr dict)
{
	struct kg_heap_priv *p = c->h->priv;

	if (c->err || !dict || kg_heap_is_interned(c->h, dict))
		return;
	c->err = kg_grow(&p->interned, &p->interned_cap, p->ninterned, sizeof(*p->interned));
	if (!c->err)
		p->interned[p->ninterned++] = dict;
}

static void state_roots(struct collect_roots *c)
{
	const struct kg_runtime *rt = c->h->rt;

	for (size_t i = 0; i < rt->nrefs; i++) {
		struct kg_root r = {.kind = KG_ROOT_STATE, .counted = rt->refs[i].counted, .ref = (uint32_t)i,
				    .thread = rt->refs[i].thread, .at = rt->refs[i].at};

		if (strcmp(rt->refs[i].owner, "interned strings") == 0)
			interned_add(c, rt->refs[i].target);
		add(c, r, rt->refs[i].target);
	}
}

/* @used: the slot is one that is in use. */
static void slot_root(struct collect_roots *c, const struct kg_frame *f, uint32_t thread, uint32_t slot, bool counted, bool used,
		      kg_addr target)
{
	bool deferred = !counted && used && kg_facts(c->h)->counting == KG_COUNT_SPLIT;

	add(c, (struct kg_root){.kind = KG_ROOT_FRAME, .counted = counted && used, .deferred = deferred, .thread = thread,
				.slot = slot, .at = f->addr}, target);
}

/*
 * A frame on a thread's own stack. Slots above the named ones are in use up to a
 * point that is not written down while it runs: what they hold is a guess then.
 */
static void frame_roots(struct collect_roots *c, const struct kg_frame *f, uint32_t thread)
{
	struct kg_heap *h = c->h;
	bool objects = kg_facts(h)->frames == KG_FRAMES_OBJECTS;
	const uint8_t *slots;
	struct kg_code code;
	uint32_t nslots = f->nslots, room;
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	/* A frame that is an object refers to all the rest itself. */
	slot_root(c, f, thread, KG_SLOT_FRAME_OBJ, true, true, f->frame_obj);
	if (!objects) {
		slot_root(c, f, thread, KG_SLOT_FUNC, f->func_counted, true, f->func);
		slot_root(c, f, thread, KG_SLOT_CODE, f->code_counted, true, f->code);
		slot_root(c, f, thread, KG_SLOT_LOCALS, true, true, f->locals);
	}
	room = err || f->stack_known ? nslots : f->nlocals + code.stacksize;
	kg_error_destroy(err);
	slots = kg_image_span(h->image, f->slots, 8 * (uint64_t)room);
	if (!slots) {
		room = nslots;
		slots = kg_image_span(h->image, f->slots, 8 * (uint64_t)room);
	}
	for (uint32_t i = objects ? nslots : 0; slots && i < room; i++) {
		uint64_t word;
		bool counted;
		kg_addr target;

		memcpy(&word, slots + 8 * (size_t)i, sizeof(word));
		target = kg_frame_slot(h->rt->layout, word, &counted);
		slot_root(c, f, thread, i, counted, i < nslots, target);
	}
}

/* What a generator's frame that runs holds without counting it: all else is the generator's. */
static void generator_roots(struct collect_roots *c, const struct kg_frame *f, uint32_t thread)
{
	const uint8_t *slots = kg_image_span(c->h->image, f->slots, 8 * (uint64_t)f->nslots);

	if (!f->code_counted)
		slot_root(c, f, thread, KG_SLOT_CODE, false, true, f->code);
	for (uint32_t i = 0; slots && i < f->nslots; i++) {
		uint64_t word;
		bool counted;
		kg_addr target;

		memcpy(&word, slots + 8 * (size_t)i, sizeof(word));
		target = kg_frame_slot(c->h->rt->layout, word, &counted);
		if (!counted)
			slot_root(c, f, thread, i, false, true, target);
	}
}

static void thread_roots(struct collect_roots *c, uint32_t thread)
{
	const struct kg_runtime *rt = c->h->rt;
	kg_addr at = rt->threads[thread].frame;
	struct kg_frame f;

	for (unsigned int n = 0; at && n < FRAMES_MAX; n++, at = f.previous) {
		struct kg_error *err = kg_frame_read(rt, at, &f);

		if (err) {
			kg_damage_add(&c->h->image->damage, err->addr, "%s", err->text);
			kg_error_destroy(err);
			return;
		}
		/* A generator's frame is in the generator, which refers to what it holds. */
		if (f.owner == KG_FRAME_THREAD)
			frame_roots(c, &f, thread);
		else if (f.owner == KG_FRAME_GENERATOR && kg_facts(c->h)->counting == KG_COUNT_SPLIT && kg_facts(c->h)->stackrefs)
			generator_roots(c, &f, thread);
	}
}

/* The dict in which each interned string stands under itself. */
static bool is_interned_dict(const struct kg_heap *h, kg_addr dict)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o = {.addr = dict};
	struct kg_error *err;
	struct kg_keys k;
	int looked = 0;

	o.p = kg_image_avail(h->image, dict, &o.avail);
	if (o.avail < (uint64_t)off[F_DICT_VALUES] + 8 || kg_obj_addr(o, off[F_DICT_VALUES]))
		return false;
	err = kg_keys_read(h, kg_obj_addr(o, off[F_DICT_KEYS]), &k);
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	for (int64_t i = 0; i < k.n && looked < INTERNED_LOOK; i++) {
		kg_addr key, value, text;
		struct kg_str s;

		memcpy(&key, k.p + i * k.entry_size + k.key_offset, sizeof(key));
		memcpy(&value, k.p + i * k.entry_size + k.value_offset, sizeof(value));
		if (!value)
			continue;
		if (key != value || !kg_str_head(h, key, &s, &text) || !s.interned)
			return false;
		looked++;
	}
	return looked == INTERNED_LOOK;
}

#define HEADER_STATIC 4 /* _Py_STATICALLY_ALLOCATED_FLAG, CPython 3.14 Include/refcount.h */

/* The first word of an object that the C compiler laid out, 3.12 and later. */
static bool immortal_header(const struct kg_layout *lay, uint64_t word)
{
	if (lay->facts->counting == KG_COUNT_SHORT)
		return (int32_t)word < 0 && (word >> 32 & 0xffff) == 0 && word >> 48 < 64 && word >> 48 & HEADER_STATIC;
	return word == UINT32_MAX && lay->facts->counting == KG_COUNT_SIGN;
}

/* The same in a free-threaded build, by the first three words: no owner, no count of either kind, no lock. */
static bool split_laid_out(const struct kg_segment *seg, const uint8_t *p)
{
	uint64_t words[3];

	if ((uint64_t)(seg->bytes + (seg->end - seg->start) - p) < sizeof(words))
		return false;
	memcpy(words, p, sizeof(words));
	return words[0] == 0 && words[1] >> 32 == UINT32_MAX && words[2] == 0;
}

/*
 * An object that the C compiler laid out: CPython 3.11 gives these a count so high
 * that they are never freed (_PyObject_IMMORTAL_REFCNT, 999999999). Nothing need refer to
 * it, as to a small int that nobody uses.
 */
static bool laid_out(const struct kg_heap *h, const struct kg_segment *seg, const uint8_t *p, uint64_t refcount)
{
	uint64_t frozen = kg_facts(h)->frozen_count;

	if (kg_facts(h)->counting == KG_COUNT_SPLIT)
		return refcount == 0 && split_laid_out(seg, p);
	if (kg_facts(h)->counting != KG_COUNT_PLAIN)
		return immortal_header(h->rt->layout, refcount);
	if (!frozen || refcount - (frozen - FROZEN_DRIFT) > 2 * FROZEN_DRIFT)
		return false;
	/* Where the heap happens to lie at such addresses, a word like that is a pointer. */
	return refcount & 7 || !kg_image_segment(h->image, refcount);
}

/* One of the small ints of 3.8, which nothing need refer to either: Objects/longobject.c, small_ints. */
static bool static_int(const struct kg_heap *h, const struct kg_segment *seg, const uint8_t *p)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t left = seg->end - seg->start - (uint64_t)(p - seg->bytes);
	kg_addr type;

	if (left < (uint64_t)off[F_LONG_DIGIT] + 4)
		return false;
	memcpy(&type, p + off[F_OBJECT_TYPE], sizeof(type));
	return type == h->priv->int_type;
}

/*
 * In a module's own data objects of the collector's are there only as they were laid out, apart from types. A table
 * that begins with a small number and a type's address is none: the slots of a type's spec, whose Py_tp_base is 48.
 */
static bool no_static(const struct kg_heap *h, const struct kg_type *t, const struct kg_segment *seg, kg_addr addr)
{
	const uint8_t *p = seg->bytes + (addr - seg->start);
	uint64_t first;

	if (!t->gc || t->is_metatype || !kg_process_module(h->rt->proc, addr))
		return false;
	memcpy(&first, p, sizeof(first));
	return !laid_out(h, seg, p, first);
}

static void image_word(struct collect_roots *c, const struct kg_segment *seg, const uint8_t *p)
{
	struct kg_heap *h = c->h;
	const struct kg_segment *to;
	const struct kg_type *t;
	kg_addr target;
	bool itself;

	memcpy(&target, p, sizeof(target));
	itself = KG_UNLIKELY(laid_out(h, seg, p, target)) || (h->priv->int_type && static_int(h, seg, p));
	if (itself)
		target = seg->start + (kg_addr)(p - seg->bytes);
	if ((target & 7) || !target)
		return;
	to = itself ? seg : kg_image_segment(h->image, target);
	/* Its count was looked at already: that it is an address of something as well says nothing then. */
	t = !to ? NULL : itself ? kg_object_headed(h, to, target) : kg_object_guess(h, to, target);
	if (!t || (!itself && no_static(h, t, to, target)))
		return;
	if (!h->priv->ninterned && t->is_dict && is_interned_dict(h, target))
		interned_add(c, target);
	add(c, (struct kg_root){.kind = KG_ROOT_IMAGE, .thread = UINT32_MAX, .at = seg->start + (kg_addr)(p - seg->bytes)}, target);
}

/* Writable data of one module. */
static void module_roots(struct collect_roots *c, const struct kg_module *mod)
{
	const struct kg_image *img = c->h->image;

	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *seg = &img->segs[i];
		kg_addr from = seg->start > mod->start ? seg->start : mod->start;
		kg_addr to = seg->end < mod->end ? seg->end : mod->end;

		if (!(seg->flags & KG_SEG_WRITE) || (seg->flags & KG_SEG_EXEC))
			continue;
		from = (from + 7) & ~UINT64_C(7);
		for (kg_addr at = from; at + 8 <= to && at >= from; at += 8)
			image_word(c, seg, seg->bytes + (at - seg->start));
	}
}

struct kg_error *kg_roots_collect(struct kg_heap *h)
{
	struct collect_roots c = {.h = h};
	uint64_t size;

	if (kg_facts(h)->static_ints && !kg_process_symbol(h->rt->proc, h->rt->module, "PyLong_Type", &h->priv->int_type, &size))
		h->priv->int_type = 0;
	state_roots(&c);
	for (uint32_t i = 0; i < h->rt->nthreads; i++)
		thread_roots(&c, i);
	for (size_t i = 0; i < h->rt->proc->nmodules; i++)
		module_roots(&c, &h->rt->proc->modules[i]);
	return c.err;
}

/* A word of static data that belongs to an object there, or to the runtime's own
 * state, is no C variable: the object or the state says better what it is. */
static bool inside_known(const struct kg_heap *h, kg_addr at)
{
	const struct kg_space *s = &h->priv->space;
	const struct kg_segment *seg;
	uint64_t g, back;

	if (at - h->rt->addr < (uint64_t)h->rt->layout->off[F_RUNTIME_SIZE])
		return true;
	if (!kg_space_find(s, at, &seg, &g))
		return false;
	/* Static objects that hold pointers are at most about a type object long. */
	for (back = 0; back <= 80 && back <= g - seg->granule; back++) {
		if (kg_space_has(s, g - back)) {
			kg_node n = kg_space_rank(s, g - back);
			kg_addr addr = kg_space_granule_addr(s, seg, g - back);

			/* The metatype's size is that of a class made at run time; what stands here is shorter. */
			if (addr <= at)
				return at - addr < (uint64_t)(kg_heap_type(h, n)->is_metatype
								      ? h->rt->layout->off[F_TYPE_SIZE]
								      : kg_heap_type(h, n)->basicsize);
		}
	}
	return false;
}

/*
 * Words of a free list stay when what they pointed to is in use again. Up to 3.9 the lists are C variables:
 * Objects/listobject.c, free_list; Objects/genobject.c, ag_value_freelist; Python/context.c, ctx_freelist.
 */
static bool in_free_list(const struct kg_heap *h, kg_addr at)
{
	const struct kg_module *mod = h->rt->module;
	const char *name;
	uint64_t offset;

	if (kg_facts(h)->frames != KG_FRAMES_OBJECTS || at < mod->start || at >= mod->end)
		return false;
	name = kg_process_symbolize(h->rt->proc, at, &offset);
	return name && (strstr(name, "free_list") || strstr(name, "freelist"));
}

static int by_node(const void *a, const void *b)
{
	const struct kg_root *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

static void static_roots(struct collect_roots *c)
{
	struct kg_heap *h = c->h;

	for (kg_node n = 0; n < h->nodes; n++) {
		if (h->priv->info[n] & KG_INFO_STATIC)
			add(c, (struct kg_root){.kind = KG_ROOT_STATIC, .thread = UINT32_MAX, .at = kg_heap_addr(h, n)},
			    kg_heap_addr(h, n));
	}
}

/* Names of attributes that dicts share after their class has gone or got other keys. */
static struct kg_error *orphan_roots(struct collect_roots *c)
{
	struct kg_heap *h = c->h;
	kg_addr *tables;
	size_t n;
	struct kg_error *err = kg_shared_keys_orphans(h, &tables, &n);

	for (size_t i = 0; i < n && !err; i++) {
		struct kg_keys k;
		struct kg_error *bad = kg_keys_read(h, tables[i], &k);

		for (int64_t e = 0; !bad && e < k.n; e++) {
			kg_addr name;

			memcpy(&name, k.p + e * k.entry_size + k.key_offset, sizeof(name));
			add(c, (struct kg_root){.kind = KG_ROOT_KEYS, .counted = true, .thread = UINT32_MAX, .at = tables[i]}, name);
		}
		kg_error_destroy(bad);
	}
	free(tables);
	return err;
}

struct kg_error *kg_roots_number(struct kg_heap *h)
{
	struct collect_roots c = {.h = h, .cap = h->nroots};
	struct kg_error *err;
	size_t n = 0;

	err = orphan_roots(&c);
	if (err)
		return err;
	static_roots(&c);
	if (c.err)
		return c.err;
	for (size_t i = 0; i < h->nroots; i++) {
		struct kg_root r = h->roots[i];

		r.node = kg_heap_node(h, h->priv->root_targets[i]);
		if (r.node == KG_NODE_NONE || (r.kind == KG_ROOT_IMAGE && (inside_known(h, r.at) || in_free_list(h, r.at))))
			continue;
		h->roots[n++] = r;
	}
	h->nroots = n;
	free(h->priv->root_targets);
	h->priv->root_targets = NULL;
	if (n)
		qsort(h->roots, n, sizeof(*h->roots), by_node);
	return NULL;
}
