/* Sets of addresses: key tables that several dicts share, objects that are none of the collector's; and the dict of
 * interned strings. */
#include "heap/heap_priv.h"

#include <stdlib.h>

static size_t slot_of(const struct kg_addr_set *s, kg_addr a)
{
	size_t i = kg_type_hash(a) & s->mask;

	while (s->slots[i] && s->slots[i] != a)
		i = (i + 1) & s->mask;
	return i;
}

static bool set_grow(struct kg_addr_set *s)
{
	struct kg_addr_set bigger = {.mask = s->slots ? 2 * s->mask + 1 : 255};

	bigger.slots = calloc(bigger.mask + 1, sizeof(kg_addr));
	if (!bigger.slots)
		return false;
	for (size_t i = 0; s->slots && i <= s->mask; i++) {
		if (s->slots[i])
			bigger.slots[slot_of(&bigger, s->slots[i])] = s->slots[i];
	}
	bigger.n = s->n;
	free(s->slots);
	*s = bigger;
	return true;
}

/* @return false when out of memory */
static bool set_add(struct kg_heap *h, struct kg_addr_set *s, kg_addr a)
{
	bool room;

	pthread_mutex_lock(&h->priv->lock);
	room = (s->slots && s->n < s->mask / 2) || set_grow(s);
	if (room) {
		size_t i = slot_of(s, a);

		s->n += s->slots[i] == 0;
		s->slots[i] = a;
	}
	pthread_mutex_unlock(&h->priv->lock);
	return room;
}

void kg_shared_keys_note(struct kg_heap *h, kg_addr keys)
{
	if (!h->priv->read_done)
		set_add(h, &h->priv->shared_keys, keys);
}

bool kg_denial_note(struct kg_heap *h, kg_addr object)
{
	return set_add(h, &h->priv->denials, object);
}

bool kg_heap_denies_gc(const struct kg_heap *h, kg_addr object)
{
	const struct kg_addr_set *s = &h->priv->denials;
	bool found;

	pthread_mutex_lock(&h->priv->lock);
	found = s->slots && s->slots[slot_of(s, object)] == object;
	pthread_mutex_unlock(&h->priv->lock);
	return found;
}

struct kg_error *kg_shared_keys_orphans(struct kg_heap *h, kg_addr **ret, size_t *ret_n)
{
	struct kg_addr_set *s = &h->priv->shared_keys;
	const struct kg_types *types = &h->priv->types;
	size_t n = 0;

	*ret = NULL;
	*ret_n = 0;
	if (!s->slots)
		return NULL;
	for (uint32_t i = 0; i < types->n; i++) {
		size_t at = types->list[i]->cached_keys ? slot_of(s, types->list[i]->cached_keys) : 0;

		/* Emptying the slot would break the chains of others: 1 is no address and ends none. */
		if (types->list[i]->cached_keys && s->slots[at])
			s->slots[at] = 1;
	}
	*ret = calloc(s->n + 1, sizeof(**ret));
	if (!*ret)
		return kg_error_nomem();
	for (size_t i = 0; i <= s->mask; i++) {
		if (s->slots[i] > 1)
			(*ret)[n++] = s->slots[i];
	}
	*ret_n = n;
	return NULL;
}

/* CPython 3.11 Objects/unicodeobject.c PyUnicode_InternInPlace: the dict's two
 * references to a string are taken off its count, unless it was made immortal. */
struct kg_error *kg_interned_edges(const struct kg_heap *h, const struct kg_keys *k, struct kg_sink *sink)
{
	for (int64_t i = 0; i < k->n; i++) {
		kg_addr key, value, text;
		struct kg_str s;
		enum kg_edge_kind kind = KG_EDGE_OWNED;

		memcpy(&key, k->p + i * k->entry_size + k->key_offset, sizeof(key));
		memcpy(&value, k->p + i * k->entry_size + k->value_offset, sizeof(value));
		if (!value)
			continue;
		/* By its head alone: the text of a long one may have been left out. */
		if (kg_str_head(h, key, &s, &text) && s.interned_mortal)
			kind = KG_EDGE_WEAK;
		/* Who asks for this object's referents is shown the values, as the collector is. */
		kg_sink_edge(sink, value, sink->label ? KG_EDGE_TRAVERSE : kind, KG_AT(KG_LABEL_KEYED, key));
		kg_sink_edge(sink, key, kind, KG_AT(KG_LABEL_KEY, 0));
	}
	return NULL;
}
