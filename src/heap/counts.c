/* How many objects of each type there are, counted while they are found. */
#include "heap/heap_priv.h"

#include <stdlib.h>

struct kg_error *kg_counts_init(struct kg_heap *h)
{
	struct kg_heap_priv *p = h->priv;
	struct kg_error *err = NULL;

	for (unsigned int i = 0; i < p->threads && p->wants_counts && !err; i++) {
		err = kg_pages_init(&p->counts_mem[i], ((size_t)KG_TYPES_MAX + 1) * sizeof(*p->counts[i]));
		if (!err)
			__atomic_store_n(&p->counts[i], p->counts_mem[i].mem, __ATOMIC_RELEASE);
	}
	return err;
}

void kg_counts_deinit(struct kg_heap *h)
{
	for (unsigned int i = 0; i < KG_WORKERS_MAX; i++)
		kg_pages_deinit(&h->priv->counts_mem[i]);
}

/* One writer: no locked instruction is needed, only that a reader never sees half a number. */
static void rise(uint64_t *at, uint64_t by)
{
	__atomic_store_n(at, *at + by, __ATOMIC_RELAXED);
}

/* What cannot be read counts as nothing here; the pass over all objects notes the damage. */
void kg_counts_add(struct kg_heap *h, unsigned int worker, struct kg_obj o)
{
	struct kg_count *c = &h->priv->counts[worker][o.type->index];
	struct kg_payload payload;
	uint64_t size = 0, content = kg_heap_content_of(h, o);

	kg_error_destroy(kg_heap_getsizeof(h, o, &size));
	rise(&c->objects, 1);
	rise(&c->bytes, size);
	/* Who shares a block is not known before all are found. */
	if (kg_heap_payload_of(h, o, &payload) && payload.block && !payload.in_size)
		content -= payload.bytes;
	rise(&c->payload, content);
}

void kg_counts_blocks(struct kg_heap *h)
{
	struct kg_count *c = h->priv->counts[0];

	for (size_t i = 0; c && i < h->nblocks; i++) {
		if (!h->block_members[h->blocks[i].from].at)
			rise(&c[kg_heap_type(h, h->blocks[i].keeper)->index].payload, h->blocks[i].bytes);
	}
	for (size_t i = 0; c && i < h->priv->npart_sums; i++)
		rise(&c[kg_heap_type(h, h->priv->part_sums[i].node)->index].payload, kg_parts_content(&h->priv->part_sums[i]));
}

struct kg_error *kg_heap_counts(const struct kg_heap *h, struct kg_type_count **ret_rows, size_t *ret_n)
{
	const struct kg_heap_priv *p = h->priv;
	uint32_t ntypes = __atomic_load_n(&p->types.n, __ATOMIC_ACQUIRE);
	struct kg_type_count *rows = calloc((size_t)ntypes + 1, sizeof(*rows));
	size_t n = 0;

	if (!rows)
		return kg_error_nomem();
	for (uint32_t i = 0; i < ntypes; i++) {
		struct kg_type_count row = {.type = p->types.list[i]};

		for (unsigned int w = 0; w < p->threads; w++) {
			const struct kg_count *c = __atomic_load_n(&p->counts[w], __ATOMIC_ACQUIRE);

			if (!c)
				continue;
			row.objects += __atomic_load_n(&c[i].objects, __ATOMIC_RELAXED);
			row.bytes += __atomic_load_n(&c[i].bytes, __ATOMIC_RELAXED);
			row.payload += __atomic_load_n(&c[i].payload, __ATOMIC_RELAXED);
		}
		if (row.objects > 0)
			rows[n++] = row;
	}
	*ret_rows = rows;
	*ret_n = n;
	return NULL;
}
