#include "analysis/freed.h"

#include <stdlib.h>

#include "analysis/select.h"
#include "base/grow.h"

struct kg_error *kg_freed_create(const struct kg_heap *h, struct kg_freed **ret)
{
	struct kg_freed *f = calloc(1, sizeof(*f));
	struct kg_error *err;

	if (!f)
		return kg_error_nomem();
	f->heap = h;
	err = kg_pages_init(&f->mem[0], ((size_t)h->nodes + 1) * sizeof(*f->lost));
	if (!err)
		err = kg_pages_init(&f->mem[1], ((size_t)h->nodes / 64 + 1) * sizeof(*f->gone));
	if (err) {
		kg_freed_destroy(f);
		return err;
	}
	f->lost = f->mem[0].mem;
	f->gone = f->mem[1].mem;
	*ret = f;
	return NULL;
}

void kg_freed_destroy(struct kg_freed *f)
{
	if (!f)
		return;
	kg_pages_deinit(&f->mem[0]);
	kg_pages_deinit(&f->mem[1]);
	free(f->touched);
	free(f->nodes);
	free(f);
}

static void forget(struct kg_freed *f)
{
	for (size_t i = 0; i < f->ntouched; i++)
		f->lost[f->touched[i]] = 0;
	for (size_t i = 0; i < f->n; i++)
		f->gone[f->nodes[i] >> 6] = 0;
	f->ntouched = 0;
	f->n = 0;
	f->bytes = 0;
}

static struct kg_error *go(struct kg_freed *f, kg_node n)
{
	struct kg_error *err;

	if (kg_bit_get(f->gone, n))
		return NULL;
	err = kg_grow(&f->nodes, &f->cap, f->n, sizeof(*f->nodes));
	if (err)
		return err;
	kg_bit_set(f->gone, n);
	f->nodes[f->n++] = n;
	f->bytes += kg_node_bytes(f->heap, n);
	return NULL;
}

/* One counted reference to @n is taken down. */
static struct kg_error *lose(struct kg_freed *f, kg_node n)
{
	struct kg_error *err;
	int64_t count;

	if (kg_bit_get(f->gone, n))
		return NULL;
	if (f->lost[n] == 0) {
		err = kg_grow(&f->touched, &f->touched_cap, f->ntouched, sizeof(*f->touched));
		if (err)
			return err;
		f->touched[f->ntouched++] = n;
	}
	f->lost[n]++;
	count = kg_heap_refcount(f->heap, n);
	return count > 0 && (uint64_t)count <= f->lost[n] ? go(f, n) : NULL;
}

static bool counted(uint32_t word)
{
	return KG_WORD_KIND(word) == KG_EDGE_TRAVERSE || KG_WORD_KIND(word) == KG_EDGE_OWNED;
}

/* A block goes when all that have it have gone. */
static void add_blocks(struct kg_freed *f)
{
	const struct kg_heap *h = f->heap;

	for (size_t i = 0; i < h->nblocks; i++) {
		const struct kg_block *b = &h->blocks[i];
		bool gone = kg_block_joint(b) && !b->open;

		for (size_t m = b->from; m < b->to && gone; m++)
			gone = kg_bit_get(f->gone, h->block_members[m].node);
		f->bytes += gone ? b->bytes : 0;
	}
}

struct kg_error *kg_freed_run(struct kg_freed *f, const kg_node *seeds, size_t n)
{
	const struct kg_graph *g = &f->heap->graph;
	struct kg_error *err = NULL;

	forget(f);
	for (size_t i = 0; i < n && !err; i++)
		err = go(f, seeds[i]);
	for (size_t i = 0; i < f->n && !err; i++) {
		KG_GRAPH_OUT(g, f->nodes[i], w, {
			if (!err && counted(w))
				err = lose(f, KG_WORD_TO(w));
		});
	}
	if (!err)
		add_blocks(f);
	return err;
}
