#include "analysis/buffers.h"

#include <stdlib.h>

#include "analysis/select.h"
#include "base/grow.h"

static int by_bytes(const void *a, const void *b)
{
	const struct kg_buffer *x = a, *y = b;

	if (x->payload.bytes != y->payload.bytes)
		return x->payload.bytes > y->payload.bytes ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

struct kg_error *kg_buffers_create(const struct kg_heap *h, uint64_t min_bytes, const char *type, bool collectable,
				   struct kg_progress *progress, struct kg_buffers *ret)
{
	struct kg_buffers b = {0};
	struct kg_error *err = NULL;
	size_t cap = 0;

	kg_progress_phase(progress, "looking for buffers", h->nodes);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		struct kg_payload p;

		if ((n & 0xffff) == 0xffff) {
			kg_progress_add(progress, 0x10000);
			err = kg_progress_check(progress);
		}
		if (err || !kg_heap_payload(h, n, &p) || p.bytes < min_bytes)
			continue;
		if ((collectable && !kg_heap_collectable(h, n)) || !kg_type_fits(kg_heap_type(h, n), type))
			continue;
		err = kg_grow(&b.items, &cap, b.n, sizeof(*b.items));
		if (!err)
			b.items[b.n++] = (struct kg_buffer){n, p};
		b.bytes += p.bytes;
	}
	if (err) {
		kg_buffers_deinit(&b);
		return err;
	}
	if (b.n > 0)
		qsort(b.items, b.n, sizeof(*b.items), by_bytes);
	*ret = b;
	return NULL;
}

void kg_buffers_deinit(struct kg_buffers *b)
{
	free(b->items);
	*b = (struct kg_buffers){0};
}
