#include "analysis/shares.h"

#include <stdlib.h>

#include "base/grow.h"

#define CHAIN_MAX 64 /* views of views */

kg_node kg_share_block(const struct kg_heap *h, kg_node n)
{
	kg_node block = n;
	struct kg_payload p;

	for (unsigned int i = 0; i < CHAIN_MAX && kg_heap_view(h, block, &p); i++) {
		block = kg_heap_node(h, p.owner);
		if (block == KG_NODE_NONE || block == n)
			return KG_NODE_NONE;
	}
	return block != n && kg_heap_payload(h, block, &p) ? block : KG_NODE_NONE;
}

kg_node kg_share_block_of(const struct kg_heap *h, kg_node n)
{
	struct kg_payload p;

	return kg_heap_payload(h, n, &p) ? n : kg_share_block(h, n);
}

/* Types whose instances may be views. The buffer below a memoryview is one too, and no object of anybody's. */
static bool may_view(const struct kg_type *t)
{
	const struct kg_type *native = t->native;

	return native && native->ops && ((native->ops->payload && strcmp(native->tp_name, "memoryview") == 0) ||
					 (native->plugin && native->ops->payload) || native->ops->parts);
}

static int by_block(const void *a, const void *b)
{
	const struct kg_share *x = a, *y = b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return x->view < y->view ? -1 : x->view > y->view;
}

static struct kg_error *add(const struct kg_heap *h, kg_node n, struct kg_shares *s, size_t *cap)
{
	kg_node block = kg_share_block(h, n);
	struct kg_payload p;
	struct kg_error *err;

	if (block == KG_NODE_NONE || !kg_heap_view(h, n, &p))
		return NULL;
	err = kg_grow(&s->items, cap, s->n, sizeof(*s->items));
	if (!err)
		s->items[s->n++] = (struct kg_share){block, n, p.addr, p.bytes};
	return err;
}

struct kg_error *kg_shares_create(const struct kg_heap *h, struct kg_progress *progress, struct kg_shares *ret)
{
	bool *fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*fits)), any = false;
	struct kg_error *err = fits ? NULL : kg_error_nomem();
	struct kg_shares s = {0};
	size_t cap = 0;

	for (uint32_t i = 0; fits && i < h->ntypes; i++) {
		fits[i] = may_view(h->types[i]);
		any = any || fits[i];
	}
	for (kg_node n = 0; n < h->nodes && any && !err; n++) {
		if ((n & 0xffff) == 0xffff)
			err = kg_progress_check(progress);
		if (!err && fits[kg_heap_type(h, n)->index])
			err = add(h, n, &s, &cap);
	}
	free(fits);
	if (err) {
		kg_shares_deinit(&s);
		return err;
	}
	if (s.n > 0)
		qsort(s.items, s.n, sizeof(*s.items), by_block);
	*ret = s;
	return NULL;
}

void kg_shares_deinit(struct kg_shares *s)
{
	free(s->items);
	*s = (struct kg_shares){0};
}

void kg_shares_of(const struct kg_shares *s, kg_node block, size_t *ret_from, size_t *ret_to)
{
	size_t lo = 0, hi = s->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->items[mid].block < block)
			lo = mid + 1;
		else
			hi = mid;
	}
	*ret_from = lo;
	while (lo < s->n && s->items[lo].block == block)
		lo++;
	*ret_to = lo;
}
