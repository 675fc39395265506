/* Reading the core types' values: key tables, dicts, ints, str data. */
#include "heap/heap_priv.h"

#include <stdlib.h>

/* CPython 3.11 Objects/dictobject.c: log2 of the largest table that fits an address space. */
#define KEYS_LOG2_MAX 58

static uint64_t usable_fraction(uint64_t size)
{
	return (size << 1) / 3; /* CPython Objects/dictobject.c USABLE_FRACTION */
}

/* From 3.11 on. */
static bool keys_by_kind(const struct kg_heap *h, struct kg_obj o, struct kg_keys *k)
{
	const int32_t *off = h->rt->layout->off;

	k->log2_size = o.p[off[F_KEYS_LOG2_SIZE]];
	k->log2_index_bytes = o.p[off[F_KEYS_LOG2_INDEX_BYTES]];
	k->kind = o.p[off[F_KEYS_KIND]];
	/* PyDictKeyEntry {me_hash, me_key, me_value}, PyDictUnicodeEntry without the hash: 3.11 to 3.15 pycore_dict.h */
	k->entry_size = k->kind == KG_KEYS_GENERAL ? 24 : 16;
	k->key_offset = k->kind == KG_KEYS_GENERAL ? 8 : 0;
	return k->log2_size <= KEYS_LOG2_MAX && k->log2_index_bytes <= KEYS_LOG2_MAX + 3 && k->kind <= KG_KEYS_SPLIT;
}

/* Up to 3.10: indices of 1, 2, 4 or 8 bytes as they must be (DK_IXSIZE), entries that are all alike. */
static bool keys_by_lookup(const struct kg_heap *h, struct kg_obj o, struct kg_keys *k)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t size = kg_obj_u64(o, off[F_KEYS_DK_SIZE]);

	if (!size || (size & (size - 1)) || size >> KEYS_LOG2_MAX)
		return false;
	k->log2_size = (uint8_t)__builtin_ctzll(size);
	k->log2_index_bytes = k->log2_size + (size <= 0xff ? 0 : size <= 0xffff ? 1 : size <= 0xffffffff ? 2 : 3);
	k->kind = kg_obj_addr(o, off[F_KEYS_LOOKUP]) == h->priv->lookdict ? KG_KEYS_GENERAL : KG_KEYS_UNICODE;
	k->entry_size = 24; /* PyDictKeyEntry {me_hash, me_key, me_value}: 3.8 to 3.10 Objects/dict-common.h */
	k->key_offset = 8;
	return true;
}

struct kg_error *kg_keys_read(const struct kg_heap *h, kg_addr addr, struct kg_keys *ret)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o = {.addr = addr};
	struct kg_keys k = {.addr = addr};
	uint64_t room;

	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (o.avail < (uint64_t)off[F_KEYS_SIZE])
		return kg_error_at(KG_ERR_FAULT, addr, "a dict's key table at 0x%llx is not mapped", (unsigned long long)addr);
	k.refcount = kg_obj_i64(o, off[F_KEYS_REFCNT]);
	k.usable = kg_obj_i64(o, off[F_KEYS_USABLE]);
	k.n = kg_obj_i64(o, off[F_KEYS_NENTRIES]);
	if (!(kg_facts(h)->keys == KG_KEYS_KINDS ? keys_by_kind(h, o, &k) : keys_by_lookup(h, o, &k)) || k.n < 0 || k.usable < 0)
		return kg_error_at(KG_ERR_CORRUPT, addr, "a dict's key table at 0x%llx contradicts itself", (unsigned long long)addr);
	k.value_offset = k.key_offset + 8;
	room = (uint64_t)off[F_KEYS_INDICES] + (UINT64_C(1) << k.log2_index_bytes);
	if (room > o.avail || (uint64_t)k.n > (o.avail - room) / k.entry_size)
		return kg_error_at(KG_ERR_FAULT, addr, "a dict's key table at 0x%llx has %lld entries, more than is mapped",
				   (unsigned long long)addr, (long long)k.n);
	k.entries = addr + room;
	k.p = o.p + room;
	*ret = k;
	return NULL;
}

uint64_t kg_keys_size(const struct kg_heap *h, const struct kg_keys *k)
{
	return (uint64_t)h->rt->layout->off[F_KEYS_SIZE] + (UINT64_C(1) << k->log2_index_bytes) +
	       usable_fraction(UINT64_C(1) << k->log2_size) * k->entry_size;
}

/* From the address in ma_values to the first value: before 3.13 none. */
static kg_addr values_at(const struct kg_heap *h)
{
	return kg_layout_has(h->rt->layout, F_VALUES_VALUES) ? (kg_addr)h->rt->layout->off[F_VALUES_VALUES] : 0;
}

struct kg_error *kg_dict_each(const struct kg_heap *h, kg_addr addr, bool (*fn)(void *arg, struct kg_dict_item item), void *arg)
{
	const int32_t *off = h->rt->layout->off;
	const void *values = NULL;
	struct kg_obj o = {.addr = addr};
	struct kg_error *err;
	struct kg_keys k;

	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (o.avail < (uint64_t)off[F_DICT_VALUES] + 8)
		return kg_error_at(KG_ERR_FAULT, addr, "no dict can be read at 0x%llx", (unsigned long long)addr);
	err = kg_keys_read(h, kg_obj_addr(o, off[F_DICT_KEYS]), &k);
	if (!err && kg_obj_addr(o, off[F_DICT_VALUES]))
		err = kg_heap_array(h, kg_obj_addr(o, off[F_DICT_VALUES]) + values_at(h), (uint64_t)k.n, 8, &values);
	if (err)
		return err;
	for (int64_t i = 0; i < k.n; i++) {
		const uint8_t *e = k.p + i * k.entry_size;
		struct kg_dict_item item = {kg_u64(e + k.key_offset), values ? kg_u64((const uint8_t *)values + 8 * i) : kg_u64(e + k.value_offset)};

		if (item.value && !fn(arg, item))
			break;
	}
	return NULL;
}

struct get_str {
	const struct kg_heap *h;
	const char *key;
	kg_addr value;
};

static bool get_str_item(void *arg, struct kg_dict_item item)
{
	struct get_str *g = arg;

	if (!kg_str_is(g->h, item.key, g->key))
		return true;
	g->value = item.value;
	return false;
}

bool kg_dict_get_str(const struct kg_heap *h, kg_addr dict, const char *key, kg_addr *ret)
{
	struct get_str g = {h, key, 0};

	if (!dict)
		return false;
	kg_error_destroy(kg_dict_each(h, dict, get_str_item, &g));
	if (g.value)
		*ret = g.value;
	return g.value != 0;
}

struct kg_error *kg_dict_sizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t size = (uint64_t)o.type->basicsize;
	struct kg_keys k;
	struct kg_error *err = kg_keys_read(h, kg_obj_addr(o, off[F_DICT_KEYS]), &k);

	if (err)
		return err;
	/* CPython Objects/dictobject.c _PyDict_SizeOf */
	if (kg_obj_addr(o, off[F_DICT_VALUES]) && kg_facts(h)->keys == KG_KEYS_LOOKUP)
		size += 8 * usable_fraction(UINT64_C(1) << k.log2_size);
	else if (kg_obj_addr(o, off[F_DICT_VALUES]))
		size += 8 * (uint64_t)(k.n + k.usable);
	if (k.refcount == 1)
		size += kg_keys_size(h, &k);
	*ret = size;
	return NULL;
}

/* Is the object at @addr an instance of a type with this Py_TPFLAGS_*_SUBCLASS bit? */
static bool has_subclass_flag(const struct kg_heap *h, kg_addr addr, unsigned int bit, struct kg_obj *ret)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o = {.addr = addr}, t;

	if (addr & 7)
		return false;
	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (o.avail < (uint64_t)off[F_OBJECT_SIZE])
		return false;
	t.addr = kg_obj_addr(o, off[F_OBJECT_TYPE]);
	t.p = kg_image_avail(h->image, t.addr, &t.avail);
	if (t.avail < (uint64_t)off[F_TYPE_SIZE])
		return false;
	*ret = o;
	return kg_obj_u64(t, off[F_TYPE_FLAGS]) >> bit & 1;
}

bool kg_int_value(const struct kg_heap *h, kg_addr addr, int64_t *ret)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o;
	uint64_t v = 0;
	int64_t size;

	if (!has_subclass_flag(h, addr, 24, &o) || o.avail < (uint64_t)off[F_LONG_DIGIT])
		return false;
	size = kg_facts(h)->ints == KG_INT_TAG ? kg_long_size(kg_obj_u64(o, off[F_LONG_TAG]))
							: kg_obj_i64(o, off[F_VAR_SIZE]);
	if (size < -3 || size > 3 || o.avail < (uint64_t)off[F_LONG_DIGIT] + 4 * (uint64_t)llabs(size))
		return false;
	for (int64_t i = llabs(size) - 1; i >= 0; i--) {
		uint64_t digit = kg_obj_u32(o, off[F_LONG_DIGIT] + 4 * i);

		if (v >> 33)
			return false;
		v = v << 30 | digit;
	}
	if (v > (uint64_t)INT64_MAX)
		return false;
	*ret = size < 0 ? -(int64_t)v : (int64_t)v;
	return true;
}

/* A str that is not ready has only its wstr. */
bool kg_str_head(const struct kg_heap *h, kg_addr addr, struct kg_str *ret, kg_addr *ret_data)
{
	const int32_t *off = h->rt->layout->off;
	const struct kg_str_state *bits = &kg_facts(h)->str;
	struct kg_str s = {0};
	struct kg_obj o;
	uint32_t state;
	kg_addr data;

	if (!has_subclass_flag(h, addr, 28, &o) || o.avail < (uint64_t)off[F_ASCII_SIZE])
		return false;
	state = kg_obj_u32(o, off[F_ASCII_STATE]);
	s.length = kg_obj_u64(o, off[F_ASCII_LENGTH]);
	s.char_size = (uint8_t)kg_str_state_kind(bits, state);
	s.ascii = kg_str_state_compact(bits, state) && kg_str_state_ascii(bits, state);
	s.interned = (state & 3) != 0;
	s.interned_mortal = (state & 3) == 1;
	if (!kg_str_state_ready(bits, state)) {
		if (o.avail < (uint64_t)off[F_COMPACT_SIZE])
			return false;
		data = kg_obj_addr(o, off[F_ASCII_WSTR]);
		s.length = kg_obj_u64(o, off[F_COMPACT_WSTR_LENGTH]);
		s.char_size = 4;
	} else if (kg_str_state_compact(bits, state)) {
		data = addr + (kg_addr)(s.ascii ? off[F_ASCII_SIZE] : off[F_COMPACT_SIZE]);
	} else {
		if (o.avail < (uint64_t)off[F_UNICODE_SIZE])
			return false;
		data = kg_obj_addr(o, off[F_UNICODE_DATA]);
	}
	if (s.char_size != 1 && s.char_size != 2 && s.char_size != 4)
		return false;
	if (s.length > UINT64_MAX / 4)
		return false;
	*ret = s;
	*ret_data = data;
	return true;
}

bool kg_str_read(const struct kg_heap *h, kg_addr addr, struct kg_str *ret)
{
	struct kg_str s;
	kg_addr data;

	if (!kg_str_head(h, addr, &s, &data))
		return false;
	s.data = s.length ? kg_image_span(h->image, data, s.length * s.char_size) : "";
	if (!s.data)
		return false;
	*ret = s;
	return true;
}

bool kg_str_is(const struct kg_heap *h, kg_addr addr, const char *text)
{
	struct kg_str s;

	return kg_str_read(h, addr, &s) && s.char_size == 1 && s.length == strlen(text) && memcmp(s.data, text, s.length) == 0;
}

int64_t kg_obj_size(const struct kg_heap *h, struct kg_obj o)
{
	return kg_obj_items(h->rt->layout, &o);
}

/* Is it payload left out on purpose that the @n items end in? */
static bool left_out(const struct kg_image *img, kg_addr addr, uint64_t n, uint64_t elem)
{
	uint64_t have;

	kg_image_avail(img, addr, &have);
	return n <= UINT64_MAX / elem && have < n * elem && kg_image_omitted(img, addr + have);
}

struct kg_error *kg_heap_array(const struct kg_heap *h, kg_addr addr, uint64_t n, uint64_t elem, const void **ret)
{
	const void *p = "";

	if (n > 0) {
		p = n > UINT64_MAX / elem ? NULL : kg_image_span(h->image, addr, n * elem);
		if (!p)
			return kg_error_at(KG_ERR_FAULT, addr, "%llu items of %llu bytes at 0x%llx are not all %s",
					   (unsigned long long)n, (unsigned long long)elem, (unsigned long long)addr,
					   left_out(h->image, addr, n, elem) ? "there: left out as payload, take them with --with-buffers"
									     : "mapped");
	}
	*ret = p;
	return NULL;
}

struct kg_error *kg_heap_push_items(const struct kg_heap *h, kg_addr addr, int64_t n, enum kg_edge_kind kind, const char *text,
				    struct kg_sink *sink)
{
	const void *items;
	struct kg_error *err;

	if (n <= 0)
		return NULL;
	err = kg_heap_array(h, addr, (uint64_t)n, 8, &items);
	if (err)
		return err;
	if (KG_LIKELY(!sink->label)) {
		kg_sink_edges(sink, items, (uint64_t)n, kind);
		return NULL;
	}
	for (int64_t i = 0; i < n; i++)
		kg_sink_edge(sink, kg_u64((const uint8_t *)items + 8 * i), kind,
			     (struct kg_label){KG_LABEL_ITEM, .index = (uint64_t)i, .prefix = text});
	return NULL;
}

uint64_t kg_heap_default_size(const struct kg_heap *h, struct kg_obj o)
{
	int64_t n = o.type->itemsize ? kg_obj_size(h, o) : 0;

	return (uint64_t)o.type->basicsize + (uint64_t)(n < 0 ? -n : n) * (uint64_t)o.type->itemsize;
}

const struct kg_image *kg_heap_image(const struct kg_heap *h)
{
	return h->image;
}

const struct kg_runtime *kg_heap_runtime(const struct kg_heap *h)
{
	return h->rt;
}

const struct kg_layout *kg_heap_layout(const struct kg_heap *h)
{
	return h->rt->layout;
}
