#include "analysis/merged.h"

#include <stdlib.h>

#include "analysis/select.h"
#include "base/grow.h"

struct signing {
	const struct kg_anchors *a;
	uint64_t *known; /* [node] its signature, 0: not computed yet */
	struct kg_pages mem;
	kg_node *way; /* from the object up to where it is known */
	size_t cap;
};

static uint64_t mix(uint64_t seed, uint64_t v)
{
	/* One step of the splitmix64 generator: spreads every bit. */
	uint64_t z = seed + v + UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return z ? z : 1;
}

static uint64_t type_of(const struct signing *s, kg_node n)
{
	return kg_heap_type(s->a->heap, n)->index;
}

/* Garbage has no one anchor; its parts stand for themselves by type. */
static uint64_t start_signature(const struct signing *s, kg_node n)
{
	uint64_t kind = s->a->kind[n];

	if (kind == KG_ANCHOR_ROOT || kind == KG_ANCHOR_GUESS || kind == KG_ANCHOR_COUNT)
		return mix(mix(kind, n), type_of(s, n));
	return mix(kind, type_of(s, n));
}

static uint64_t step_signature(const struct signing *s, kg_node parent, kg_node n)
{
	if (type_of(s, parent) == type_of(s, n))
		return s->known[parent];
	return mix(s->known[parent], type_of(s, n));
}

static kg_node parent_of(const struct signing *s, kg_node n)
{
	return s->a->kind[n] == KG_ANCHOR_NONE ? KG_NODE_NONE : s->a->parent[n];
}

static struct kg_error *sign(struct signing *s, kg_node n)
{
	size_t len = 0;

	for (; n != KG_NODE_NONE && !s->known[n]; n = parent_of(s, n)) {
		struct kg_error *err = kg_grow(&s->way, &s->cap, len, sizeof(*s->way));

		if (err)
			return err;
		s->way[len++] = n;
	}
	while (len-- > 0) {
		kg_node at = s->way[len], parent = parent_of(s, at);

		s->known[at] = parent == KG_NODE_NONE ? start_signature(s, at) : step_signature(s, parent, at);
	}
	return NULL;
}

static int by_signature(const void *a, const void *b)
{
	const struct kg_merged *x = a, *y = b;

	if (x->signature != y->signature)
		return x->signature < y->signature ? -1 : 1;
	return x->example < y->example ? -1 : x->example > y->example;
}

static int by_bytes(const void *a, const void *b)
{
	const struct kg_merged *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return x->example < y->example ? -1 : x->example > y->example;
}

/* Adds up runs of equal signatures in place. */
static void fold(struct kg_merged_list *l)
{
	size_t n = 0;

	qsort(l->items, l->n, sizeof(*l->items), by_signature);
	for (size_t i = 0; i < l->n; i++) {
		if (n > 0 && l->items[n - 1].signature == l->items[i].signature) {
			l->items[n - 1].objects++;
			l->items[n - 1].bytes += l->items[i].bytes;
		} else {
			l->items[n++] = l->items[i];
		}
	}
	l->n = n;
	qsort(l->items, l->n, sizeof(*l->items), by_bytes);
}

struct kg_error *kg_merged_create(const struct kg_anchors *a, const kg_node *nodes, size_t n,
				  struct kg_merged_list *ret)
{
	struct signing s = {.a = a};
	struct kg_merged_list l = {.n = n};
	struct kg_error *err = kg_pages_init(&s.mem, ((size_t)a->heap->nodes + 1) * sizeof(*s.known));

	if (err)
		return err;
	s.known = s.mem.mem;
	l.items = calloc(n ? n : 1, sizeof(*l.items));
	if (!l.items)
		err = kg_error_nomem();
	for (size_t i = 0; i < n && !err; i++) {
		err = sign(&s, nodes[i]);
		l.items[i] = (struct kg_merged){nodes[i], 1, kg_node_bytes(a->heap, nodes[i]), s.known[nodes[i]]};
	}
	kg_pages_deinit(&s.mem);
	free(s.way);
	if (err) {
		kg_merged_deinit(&l);
		return err;
	}
	fold(&l);
	*ret = l;
	return NULL;
}

void kg_merged_deinit(struct kg_merged_list *l)
{
	free(l->items);
	*l = (struct kg_merged_list){0};
}
