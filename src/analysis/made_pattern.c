/* What objects are made up of: blank instances, and copies of real ones. */
#include "analysis/made_priv.h"

#include <stdlib.h>

#include "heap/core.h"

#define ITEMS 2 /* of a blank object with items */

/* How many items a blank object has: a struct sequence as many as its type says, which its tp_traverse counts with. */
static uint64_t items_of(const struct kg_heap *h, const struct kg_type *t)
{
	int64_t n = ITEMS;
	kg_addr v;

	if (!t->itemsize)
		return 0;
	if (kg_dict_get_str(h, kg_type_dict(h, t->addr), "n_sequence_fields", &v) && kg_int_value(h, v, &n) && n >= 0 && n < KG_MADE_OBJECT_MAX)
		return (uint64_t)n;
	return ITEMS;
}

bool kg_pattern_blank(const struct kg_heap *h, const struct kg_type *t, const uint8_t *head, struct kg_pattern *p)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t items = items_of(h, t), size = ((uint64_t)t->basicsize + items * (uint64_t)t->itemsize + 7) & ~UINT64_C(7);

	if (t->itemsize > KG_MADE_OBJECT_MAX || t->presize + size > KG_MADE_OBJECT_MAX || size < (uint64_t)off[F_OBJECT_SIZE])
		return false;
	*p = (struct kg_pattern){.before = t->presize, .size = t->presize + size, .blank = true};
	memcpy(p->bytes + p->before, head, (size_t)off[F_OBJECT_SIZE]);
	kg_put_word(p->bytes + p->before + off[F_OBJECT_TYPE], t->addr);
	if (t->itemsize)
		kg_put_word(p->bytes + p->before + off[F_VAR_SIZE], items);
	return true;
}

bool kg_pattern_copy(const struct kg_heap *h, kg_node n, struct kg_pattern *p)
{
	struct kg_obj o = kg_heap_get(h, n);
	uint64_t size = (kg_heap_default_size(h, o) + 7) & ~UINT64_C(7);
	const uint8_t *bytes;

	if (o.type->inline_values) /* behind the object, up to twice 30 words and what stands before them */
		size += 512;
	if (size > o.avail)
		size = o.avail & ~UINT64_C(7);
	if (o.type->presize + size > KG_MADE_OBJECT_MAX || size < (uint64_t)o.type->basicsize)
		return false;
	bytes = kg_image_span(h->image, o.addr - o.type->presize, o.type->presize + size);
	if (!bytes)
		return false;
	*p = (struct kg_pattern){.before = o.type->presize, .size = o.type->presize + size, .original = o.addr};
	memcpy(p->bytes, bytes, p->size);
	return true;
}

static bool usable(const struct kg_heap *h, kg_node n)
{
	return kg_heap_provenance(h, n) != KG_FOUND_SCANNED &&
	       !(kg_heap_type(h, n)->is_dict && kg_heap_is_interned(h, kg_heap_addr(h, n)));
}

struct kg_error *kg_instances_init(const struct kg_heap *h, struct kg_instances *s)
{
	s->n = h->ntypes;
	s->nodes = calloc(s->n + 1, sizeof(*s->nodes));
	s->seen = calloc(s->n + 1, sizeof(*s->seen));
	if (!s->nodes || !s->seen)
		return kg_error_nomem();
	for (kg_node n = 0; n < h->nodes; n++) {
		uint32_t t = kg_heap_type(h, n)->index;

		if (!usable(h, n))
			continue;
		/* The first two, and of those that come later the last ones whose number is a power of two. */
		if (s->seen[t] < 2)
			s->nodes[t][s->seen[t]] = n;
		else if ((s->seen[t] & (s->seen[t] - 1)) == 0)
			s->nodes[t][2 + (s->seen[t] & 0x5555555555555555 ? 0 : 1)] = n;
		s->seen[t]++;
	}
	return NULL;
}

void kg_instances_deinit(struct kg_instances *s)
{
	free(s->nodes);
	free(s->seen);
}

bool kg_instances_has(const struct kg_instances *s, uint32_t t, unsigned int i)
{
	return t < s->n && (i < 2 ? i < s->seen[t] : i == 2 ? s->seen[t] > 4 : s->seen[t] > 2);
}
