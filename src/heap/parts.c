/* What an object that has many blocks has of them all: its own are those that it keeps, and of the others it is a view. */
#include <stdlib.h>

#include "heap/heap_priv.h"

static int by_node(const void *a, const void *b)
{
	const struct kg_part_sum *x = a, *y = b;

	return x->node < y->node ? -1 : x->node > y->node;
}

/* As if it had one block alone. */
static struct kg_part_sum sum_of(const struct kg_block *b, const struct kg_block_member *m)
{
	struct kg_part_sum s = {.node = m->node, .shown = m->shown, .where = m->where};

	if (b->keeper == m->node) {
		s.addr = m->addr;
		s.most = s.kept = b->bytes;
		s.own = kg_block_joint(b) ? 0 : b->bytes;
	} else {
		s.owner = b->keeper;
		s.addr = m->shown_addr;
		s.most = m->shown;
	}
	return s;
}

/* What it keeps comes before what it shows of others'; of equal ones the largest gives its address. */
static void add(struct kg_part_sum *to, const struct kg_part_sum *s)
{
	bool better = (s->kept != 0) != (to->kept != 0) ? s->kept != 0 : s->most > to->most;

	if (better) {
		to->addr = s->addr;
		to->owner = s->owner;
		to->most = s->most;
		to->where = s->where;
	}
	to->kept += s->kept;
	to->own += s->own;
	to->shown += s->shown;
}

/* What a type says of its size beyond its struct is what it counts of the blocks. */
static uint64_t counted(const struct kg_heap *h, kg_node n)
{
	struct kg_obj o = kg_heap_get(h, n);
	uint64_t size = 0, plain = kg_heap_default_size(h, o);
	struct kg_error *err = kg_heap_sizeof(h, o, &size);

	kg_error_destroy(err);
	return err || size < plain ? 0 : size - plain;
}

struct kg_error *kg_parts_sum(struct kg_heap *h)
{
	struct kg_part_sum *sums;
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < h->nblocks; i++) {
		for (size_t m = h->blocks[i].from; m < h->blocks[i].to; m++)
			n += h->block_members[m].at != 0;
	}
	if (n == 0)
		return NULL;
	sums = calloc(n, sizeof(*sums));
	if (!sums)
		return kg_error_nomem();
	n = 0;
	for (size_t i = 0; i < h->nblocks; i++) {
		for (size_t m = h->blocks[i].from; m < h->blocks[i].to; m++) {
			if (h->block_members[m].at)
				sums[n++] = sum_of(&h->blocks[i], &h->block_members[m]);
		}
	}
	qsort(sums, n, sizeof(*sums), by_node);
	for (size_t i = 1; i < n; i++) {
		if (sums[i].node == sums[kept].node)
			add(&sums[kept], &sums[i]);
		else
			sums[++kept] = sums[i];
	}
	for (size_t i = 0; i <= kept; i++)
		sums[i].counted = counted(h, sums[i].node);
	h->priv->part_sums = sums;
	h->priv->npart_sums = kept + 1;
	return NULL;
}

void kg_parts_deinit(struct kg_heap *h)
{
	free(h->priv->part_sums);
	h->priv->part_sums = NULL;
	h->priv->npart_sums = 0;
}

const struct kg_part_sum *kg_parts_of(const struct kg_heap *h, kg_addr addr)
{
	struct kg_part_sum key = {0};

	if (h->priv->npart_sums == 0)
		return NULL;
	key.node = kg_heap_node(h, addr);
	return bsearch(&key, h->priv->part_sums, h->priv->npart_sums, sizeof(key), by_node);
}

uint64_t kg_parts_content(const struct kg_part_sum *s)
{
	return s->kept > s->counted ? s->kept - s->counted : 0;
}

bool kg_parts_payload(const struct kg_heap *h, kg_addr addr, struct kg_payload *ret)
{
	const struct kg_part_sum *s = kg_parts_of(h, addr);

	if (!s)
		return false;
	*ret = (struct kg_payload){.addr = s->addr, .bytes = s->kept ? s->kept : s->shown, .where = s->where,
				   .in_size = s->kept && s->counted >= s->kept / 2,
				   .owner = s->kept ? 0 : kg_heap_addr(h, s->owner), .shared = s->counted};
	return true;
}
