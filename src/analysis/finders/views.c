/* A small view that keeps a huge buffer: memoryview, and arrays of NumPy. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "base/grow.h"

#define SMALL 4	     /* the views show at most a fourth of what they keep */
#define CHAIN_MAX 64 /* views of views */

/* CPython 3.11 Objects/memoryobject.c; NumPy 1.24 ndarraytypes.h (offsets as in plugins/numpy.c). */
enum { ND = 24, DIMENSIONS = 32, BASE = 48, DESCR = 56, ARRAY_SIZE = 72, DESCR_ELSIZE = 32, ND_MAX = 64 };

struct view {
	kg_node base, node;
	uint64_t bytes; /* that it shows */
};

struct views {
	struct kg_search *s;
	struct view *items;
	size_t n, cap;
};

static bool is_array(const struct kg_type *t)
{
	return t->native && strcmp(t->native->tp_name, "numpy.ndarray") == 0 && t->native->basicsize >= ARRAY_SIZE;
}

static bool is_memoryview(const struct kg_type *t)
{
	return strcmp(t->tp_name, "memoryview") == 0;
}

/* What a view refers to next, KG_NODE_NONE at the owner. */
static kg_node base_of(const struct kg_search *s, kg_node n)
{
	struct kg_obj o = kg_heap_get(s->heap, n);

	if (is_array(o.type))
		return kg_search_to(s, o, BASE);
	if (is_memoryview(o.type))
		return kg_search_to(s, o, kg_search_member(s, o.type, "PyMemoryViewObject", "mbuf"));
	if (strcmp(o.type->tp_name, "managedbuffer") == 0)
		return kg_search_to(s, o, kg_search_member(s, o.type, "_PyManagedBufferObject", "master.obj"));
	return KG_NODE_NONE;
}

/* Item size times the length of each axis. The size of an item has been in the
 * descriptor's same place for all of NumPy 1; 2 has moved it. */
static bool array_bytes(const struct kg_search *s, struct kg_obj o, uint64_t *ret)
{
	uint32_t nd = kg_obj_u32(o, ND);
	uint64_t avail, bytes;
	const uint8_t *descr = kg_image_avail(s->heap->image, kg_obj_addr(o, DESCR), &avail), *dims;
	int32_t elsize;

	if (nd > ND_MAX || !descr || avail < DESCR_ELSIZE + 4)
		return false;
	memcpy(&elsize, descr + DESCR_ELSIZE, sizeof(elsize));
	dims = nd ? kg_image_span(s->heap->image, kg_obj_addr(o, DIMENSIONS), 8 * (uint64_t)nd) : descr;
	if (!dims || elsize <= 0)
		return false;
	bytes = (uint64_t)elsize;
	for (uint32_t i = 0; i < nd; i++) {
		uint64_t n;

		memcpy(&n, dims + 8 * (size_t)i, sizeof(n));
		if (__builtin_mul_overflow(bytes, n, &bytes))
			return false;
	}
	*ret = bytes;
	return true;
}

static bool view_bytes(const struct kg_search *s, kg_node n, uint64_t *ret)
{
	struct kg_obj o = kg_heap_get(s->heap, n);
	int32_t len;

	if (is_array(o.type))
		return array_bytes(s, o, ret);
	len = kg_search_member(s, o.type, "PyMemoryViewObject", "view.len");
	if (len < 0)
		return false;
	*ret = kg_search_word(o, len);
	return true;
}

static struct kg_error *add_view(struct views *v, kg_node n)
{
	const struct kg_search *s = v->s;
	kg_node base = n, next;
	struct kg_payload payload;
	uint64_t bytes = 0;
	struct kg_error *err;

	for (unsigned int i = 0; i < CHAIN_MAX && (next = base_of(s, base)) != KG_NODE_NONE; i++)
		base = next;
	if (base == n || !kg_heap_payload(s->heap, base, &payload) || payload.bytes < s->least ||
	    !view_bytes(s, n, &bytes))
		return NULL;
	err = kg_grow(&v->items, &v->cap, v->n, sizeof(*v->items));
	if (!err)
		v->items[v->n++] = (struct view){base, n, bytes};
	return err;
}

static int by_base(const void *a, const void *b)
{
	const struct view *x = a, *y = b;

	if (x->base != y->base)
		return x->base < y->base ? -1 : 1;
	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* The base must go with its views: otherwise somebody else has it. */
static struct kg_error *tell(struct kg_search *s, const struct kg_finder *self, const struct view *v, size_t n,
			     kg_node *seeds)
{
	uint64_t shown = 0, bytes = 0;
	struct kg_payload payload;
	struct kg_finding *f;
	struct kg_error *err;

	for (size_t i = 0; i < n; i++) {
		seeds[i] = v[i].node;
		shown += v[i].bytes;
	}
	if (!kg_heap_payload(s->heap, v->base, &payload) || shown > payload.bytes / SMALL)
		return NULL;
	err = kg_freed_run(s->freed, seeds, n);
	bytes = s->freed->bytes;
	if (err || !kg_bit_get(s->freed->gone, v->base))
		return err;
	f = kg_search_add(s, self, v->node, bytes);
	if (!f)
		return NULL;
	f->also = v->base;
	f->sentence = "{views} {view_type} object(s) that show {shown_bytes} keep a {base_type} of {base_bytes}, which "
		      "nothing else holds";
	f->next = "why {target} {base}";
	kg_finding_count(f, "views", n);
	kg_finding_addr(f, "view", kg_heap_addr(s->heap, v->node));
	kg_finding_word(s, f, "view_type", kg_heap_type(s->heap, v->node)->name);
	kg_finding_bytes(f, "shown_bytes", shown);
	kg_finding_addr(f, "base", kg_heap_addr(s->heap, v->base));
	kg_finding_word(s, f, "base_type", kg_heap_type(s->heap, v->base)->name);
	kg_finding_bytes(f, "base_bytes", payload.bytes);
	return NULL;
}

static struct kg_error *tell_groups(struct views *v, const struct kg_finder *self)
{
	kg_node *seeds = malloc(v->n * sizeof(*seeds));
	struct kg_error *err = seeds ? NULL : kg_error_nomem();
	size_t end;

	qsort(v->items, v->n, sizeof(*v->items), by_base);
	for (size_t i = 0; i < v->n && !err; i = end) {
		for (end = i + 1; end < v->n && v->items[end].base == v->items[i].base; end++)
			;
		err = tell(v->s, self, &v->items[i], end - i, seeds);
	}
	free(seeds);
	return err;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const names[] = {"memoryview", "numpy.ndarray", NULL};
	struct views v = {.s = s};
	struct kg_types_of types;
	struct kg_error *err = kg_search_types(s, names, &types);

	for (kg_node n = 0; !err && types.objects && n < s->heap->nodes; n++) {
		if (types.fits[kg_heap_type(s->heap, n)->index] && kg_search_alive(s, n))
			err = add_view(&v, n);
	}
	if (!err && v.n > 0)
		err = tell_groups(&v, self);
	free(v.items);
	free(types.fits);
	return err;
}

const struct kg_finder kg_finder_views = {
    .name = "small-view",
    .looks = "small views that keep large buffers",
    .run = run,
};
