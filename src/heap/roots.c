/*
 * What refers to objects from outside the heap: the interpreter's own C state, the
 * frames that run, and words of modules' data that look like C variables.
 */
#include "heap/heap_priv.h"

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

static void state_roots(struct collect_roots *c)
{
	const struct kg_runtime *rt = c->h->rt;

	for (size_t i = 0; i < rt->nrefs; i++) {
		struct kg_root r = {.kind = KG_ROOT_STATE, .counted = rt->refs[i].counted, .ref = (uint32_t)i,
				    .thread = rt->refs[i].thread, .at = rt->refs[i].at};

		if (strcmp(rt->refs[i].owner, "interned strings") == 0)
			c->h->priv->interned = rt->refs[i].target;
		add(c, r, rt->refs[i].target);
	}
}

static void slot_root(struct collect_roots *c, const struct kg_frame *f, uint32_t thread, uint32_t slot, bool counted, kg_addr target)
{
	add(c, (struct kg_root){.kind = KG_ROOT_FRAME, .counted = counted, .thread = thread, .slot = slot, .at = f->addr}, target);
}

/*
 * A frame on a thread's own stack. Slots above the named ones are in use up to a
 * point that is not written down while it runs: what they hold is a guess then.
 */
static void frame_roots(struct collect_roots *c, const struct kg_frame *f, uint32_t thread)
{
	struct kg_heap *h = c->h;
	const uint8_t *slots;
	struct kg_code code;
	uint32_t nslots = f->nslots, room;
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	slot_root(c, f, thread, KG_SLOT_FUNC, true, f->func);
	slot_root(c, f, thread, KG_SLOT_CODE, true, f->code);
	slot_root(c, f, thread, KG_SLOT_LOCALS, true, f->locals);
	slot_root(c, f, thread, KG_SLOT_FRAME_OBJ, true, f->frame_obj);
	room = err || f->stack_known ? nslots : f->nlocals + code.stacksize;
	kg_error_destroy(err);
	slots = kg_image_span(h->image, f->slots, 8 * (uint64_t)room);
	if (!slots) {
		room = nslots;
		slots = kg_image_span(h->image, f->slots, 8 * (uint64_t)room);
	}
	for (uint32_t i = 0; slots && i < room; i++) {
		kg_addr target;

		memcpy(&target, slots + 8 * (size_t)i, sizeof(target));
		slot_root(c, f, thread, i, i < nslots, target);
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
		kg_addr key, value;
		struct kg_str s;

		memcpy(&key, k.p + i * k.entry_size + k.key_offset, sizeof(key));
		memcpy(&value, k.p + i * k.entry_size + k.value_offset, sizeof(value));
		if (!value)
			continue;
		if (key != value || !kg_str_read(h, key, &s) || !s.interned)
			return false;
		looked++;
	}
	return looked == INTERNED_LOOK;
}

/*
 * An object that the C compiler laid out: CPython 3.11 gives these a count so high
 * that they are never freed (_PyObject_IMMORTAL_REFCNT, 999999999). Nothing need refer to
 * it, as to a small int that nobody uses.
 */
static bool laid_out(const struct kg_heap *h, uint64_t refcount)
{
	if (refcount - (KG_FROZEN_COUNT - FROZEN_DRIFT) > 2 * FROZEN_DRIFT)
		return false;
	/* Where the heap happens to lie at such addresses, a word like that is a pointer. */
	return refcount & 7 || !kg_image_segment(h->image, refcount);
}

static void image_word(struct collect_roots *c, const struct kg_segment *seg, const uint8_t *p)
{
	struct kg_heap *h = c->h;
	const struct kg_segment *to;
	const struct kg_type *t;
	kg_addr target;

	memcpy(&target, p, sizeof(target));
	if (KG_UNLIKELY(laid_out(h, target)))
		target = seg->start + (kg_addr)(p - seg->bytes);
	if ((target & 7) || !target)
		return;
	to = kg_image_segment(h->image, target);
	t = to ? kg_object_guess(h, to, target) : NULL;
	if (!t)
		return;
	if (!h->priv->interned && t->is_dict && is_interned_dict(h, target))
		h->priv->interned = target;
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
		if (r.node == KG_NODE_NONE || (r.kind == KG_ROOT_IMAGE && inside_known(h, r.at)))
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
