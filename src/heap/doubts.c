/* What was wrong inside objects, until it is known whether they are any. */
#include "heap/heap_priv.h"

#include "base/grow.h"

#include <stdlib.h>

#define DOUBTS_MAX (UINT64_C(1) << 20) /* beyond that all of it is damage */

void kg_doubts_add(struct kg_heap *h, kg_addr object, kg_addr at, char *text)
{
	struct kg_doubts *d = &h->priv->doubts;
	struct kg_error *err;

	pthread_mutex_lock(&h->priv->lock);
	err = d->n < DOUBTS_MAX ? kg_grow(&d->items, &d->cap, d->n, sizeof(*d->items)) : kg_error_nomem();
	if (!err)
		d->items[d->n++] = (struct kg_doubt){object, at, text};
	pthread_mutex_unlock(&h->priv->lock);
	if (!err)
		return;
	kg_error_destroy(err);
	kg_damage_add(&h->image->damage, at, "%s", text ? text : "an object contradicts itself");
	free(text);
}

void kg_doubts_settle(struct kg_heap *h)
{
	struct kg_doubts *d = &h->priv->doubts;

	for (size_t i = 0; i < d->n; i++) {
		kg_node n = kg_heap_node(h, d->items[i].object);

		if (n == KG_NODE_NONE || kg_heap_provenance(h, n) != KG_FOUND_SCANNED)
			kg_damage_add(&h->image->damage, d->items[i].at, "%s",
				      d->items[i].text ? d->items[i].text : "an object contradicts itself");
	}
	kg_doubts_deinit(d);
}

void kg_doubts_deinit(struct kg_doubts *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->items[i].text);
	free(d->items);
	*d = (struct kg_doubts){0};
}
