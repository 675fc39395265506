/* The core types: numbers, text, containers, functions. */
#include "heap/heap_priv.h"

#include <stdlib.h>

static const int32_t *offsets(const struct kg_heap *h)
{
	return h->rt->layout->off;
}

/* list */

static struct kg_error *list_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	int64_t n = kg_obj_i64(o, offsets(h)[F_VAR_SIZE]), room = kg_obj_i64(o, offsets(h)[F_LIST_ALLOCATED]);

	(void)native;
	/* While it is sorted a list is empty and has room for -1 (CPython Objects/listobject.c). */
	if (n < 0 || (n > room && !(n == 0 && room == -1)))
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "the list at 0x%llx has %lld items, and room for fewer",
				   (unsigned long long)o.addr, (long long)n);
	return kg_heap_push_items(h, kg_obj_addr(o, offsets(h)[F_LIST_ITEM]), n, KG_EDGE_TRAVERSE, NULL, sink);
}

static struct kg_error *list_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	kg_addr items = kg_obj_addr(o, offsets(h)[F_LIST_ITEM]);
	uint64_t room = kg_obj_u64(o, offsets(h)[F_LIST_ALLOCATED]);
	struct kg_error *err = NULL;

	(void)native;
	/* CPython 3.14 Objects/listobject.c list_capacity() */
	if (kg_facts(h)->list_room_before) {
		room = 0;
		err = items ? kg_image_read_u64(h->image, items - 8, &room) : NULL;
	}
	if (!err)
		*ret = (uint64_t)o.type->basicsize + 8 * room;
	return err;
}

/* tuple */

static struct kg_error *tuple_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	int64_t n = kg_obj_i64(o, offsets(h)[F_VAR_SIZE]);

	(void)native;
	return kg_heap_push_items(h, o.addr + (kg_addr)offsets(h)[F_TUPLE_ITEM], n, KG_EDGE_TRAVERSE, NULL, sink);
}

/* set, frozenset: setentry {key, hash}, 3.8 to 3.15 Include/cpython/setobject.h; the dummy of a deleted one has hash -1 */

static struct kg_error *set_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	uint64_t n = kg_obj_u64(o, offsets(h)[F_SET_MASK]) + 1;
	const uint8_t *p;
	struct kg_error *err;

	(void)native;
	err = kg_heap_array(h, kg_obj_addr(o, offsets(h)[F_SET_TABLE]), n, 16, (const void **)&p);
	if (err)
		return err;
	for (uint64_t i = 0; i < n; i++, p += 16) {
		if (kg_u64(p + 8) != UINT64_MAX)
			kg_sink_edge(sink, kg_u64(p), KG_EDGE_TRAVERSE, KG_AT(KG_LABEL_KEY, 0));
	}
	return NULL;
}

static struct kg_error *set_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	uint64_t size = (uint64_t)o.type->basicsize;

	(void)native;
	if (kg_obj_addr(o, offsets(h)[F_SET_TABLE]) != o.addr + (kg_addr)offsets(h)[F_SET_SMALLTABLE])
		size += 16 * (kg_obj_u64(o, offsets(h)[F_SET_MASK]) + 1);
	*ret = size;
	return NULL;
}

/* dict: unicode and split tables show only values to the collector */

static struct kg_error *dict_split(const struct kg_heap *h, struct kg_obj o, const struct kg_keys *k, kg_addr values,
				   struct kg_sink *sink)
{
	const uint8_t *v;
	bool head = kg_layout_has(h->rt->layout, F_VALUES_VALUES);
	struct kg_error *err = kg_heap_array(h, values + (head ? (kg_addr)offsets(h)[F_VALUES_VALUES] : 0), (uint64_t)k->n, 8,
					     (const void **)&v);

	enum kg_edge_kind kind = KG_EDGE_TRAVERSE;

	if (err)
		return err;
	/* They lie in the object whose attributes they are, which refers to them. */
	if (kg_layout_object_shows_values(h->rt->layout)) {
		const uint8_t *p = kg_image_span(h->image, values + (kg_addr)offsets(h)[F_VALUES_EMBEDDED], 1);

		kind = p && *p ? KG_EDGE_WEAK : kind;
	}
	for (int64_t i = 0; i < k->n; i++)
		kg_sink_edge(sink, kg_u64(v + 8 * i), kind, KG_AT(KG_LABEL_KEYED, kg_u64(k->p + i * k->entry_size + k->key_offset)));
	/* Shared names belong to the key table, once: its class has them, or this dict alone. */
	if (k->refcount == 1) {
		for (int64_t i = 0; i < k->n; i++)
			kg_sink_edge(sink, kg_u64(k->p + i * k->entry_size + k->key_offset), KG_EDGE_OWNED, KG_AT(KG_LABEL_KEY, 0));
	} else {
		kg_shared_keys_note((struct kg_heap *)h, k->addr);
	}
	(void)o;
	return NULL;
}

static struct kg_error *dict_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	kg_addr values = kg_obj_addr(o, offsets(h)[F_DICT_VALUES]);
	enum kg_edge_kind key_kind = KG_EDGE_OWNED, value_kind = KG_EDGE_TRAVERSE;
	struct kg_error *err;
	struct kg_keys k;

	(void)native;
	err = kg_keys_read(h, kg_obj_addr(o, offsets(h)[F_DICT_KEYS]), &k);
	if (err)
		return err;
	/* As dict_traverse(): a table of any objects is never split. Values beside it cannot be. */
	if (values && k.kind != KG_KEYS_GENERAL)
		return dict_split(h, o, &k, values, sink);
	if (k.kind == KG_KEYS_GENERAL)
		key_kind = KG_EDGE_TRAVERSE;
	if (KG_UNLIKELY(kg_heap_is_interned(h, o.addr)))
		return kg_interned_edges(h, &k, sink);
	for (int64_t i = 0; i < k.n; i++) {
		const uint8_t *e = k.p + i * k.entry_size;
		kg_addr key = kg_u64(e + k.key_offset), value = kg_u64(e + k.value_offset);

		if (!value)
			continue;
		kg_sink_edge(sink, value, value_kind, KG_AT(KG_LABEL_KEYED, key));
		kg_sink_edge(sink, key, key_kind, KG_AT(KG_LABEL_KEY, 0));
	}
	return values ? kg_error_at(KG_ERR_CORRUPT, o.addr, "a dict of any keys that has values elsewhere") : NULL;
}

static struct kg_error *dict_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	(void)native;
	return kg_dict_sizeof(h, o, ret);
}

/* str */

static struct kg_error *str_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	uint64_t length = kg_obj_u64(o, off[F_ASCII_LENGTH]), size;
	const struct kg_str_state *bits = &kg_facts(h)->str;
	uint32_t state = kg_obj_u32(o, off[F_ASCII_STATE]), kind = kg_str_state_kind(bits, state);
	bool compact = kg_str_state_compact(bits, state), ascii = kg_str_state_ascii(bits, state);
	bool ready = kg_str_state_ready(bits, state);
	kg_addr data = o.addr + (kg_addr)off[F_COMPACT_SIZE], utf8;
	kg_addr wstr = kg_layout_has(h->rt->layout, F_ASCII_WSTR) ? kg_obj_addr(o, off[F_ASCII_WSTR]) : 0;

	(void)native;
	/* CPython Objects/unicodeobject.c unicode_sizeof */
	if (compact && ascii) {
		size = (uint64_t)off[F_ASCII_SIZE] + length + 1;
		data = o.addr + (kg_addr)off[F_ASCII_SIZE];
	} else if (compact) {
		size = (uint64_t)off[F_COMPACT_SIZE] + (length + 1) * kind;
	} else {
		if (o.avail < (uint64_t)off[F_UNICODE_SIZE])
			return kg_error_at(KG_ERR_FAULT, o.addr, "the str at 0x%llx is cut short", (unsigned long long)o.addr);
		data = kg_obj_addr(o, off[F_UNICODE_DATA]);
		size = (uint64_t)off[F_UNICODE_SIZE] + (data ? (length + 1) * kind : 0);
	}
	if ((!compact || !ascii || wstr) && o.avail < (uint64_t)off[F_COMPACT_SIZE])
		return kg_error_at(KG_ERR_FAULT, o.addr, "the str at 0x%llx is cut short", (unsigned long long)o.addr);
	if (wstr && (!ready || wstr != data))
		size += ((compact && ascii ? length : kg_obj_u64(o, off[F_COMPACT_WSTR_LENGTH])) + 1) * 4;
	if (!(compact && ascii)) {
		utf8 = kg_obj_addr(o, off[F_COMPACT_UTF8]);
		if (utf8 && utf8 != data)
			size += kg_obj_u64(o, off[F_COMPACT_UTF8_LENGTH]) + 1;
	}
	*ret = size;
	return NULL;
}

static bool str_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct kg_str s;
	kg_addr data;

	(void)native;
	if (!kg_str_head(h, o.addr, &s, &data) || !kg_image_segment(h->image, data))
		return false;
	*ret = (struct kg_payload){.addr = data, .bytes = s.length * s.char_size, .where = "inline", .in_size = true};
	if (data < o.addr || data - o.addr > o.avail)
		ret->addr = 0;
	return true;
}

/* bytes, bytearray */

static bool bytes_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	int64_t n = kg_obj_i64(o, offsets(h)[F_VAR_SIZE]);

	(void)native;
	if (n < 0)
		return false;
	*ret = (struct kg_payload){.addr = o.addr + (kg_addr)offsets(h)[F_BYTES_SVAL], .bytes = (uint64_t)n, .where = "inline",
				   .in_size = true};
	return true;
}

/* Bytes of the object in which a bytearray has its own since 3.15, as sys.getsizeof() counts them for both
 * (CPython 3.15 Objects/bytearrayobject.c bytearray_sizeof). */
static uint64_t bytearray_shared(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t alloc = kg_obj_u64(o, offsets(h)[F_BYTEARRAY_ALLOC]);

	if (!kg_layout_has(h->rt->layout, F_BYTEARRAY_OBJECT) || !alloc)
		return 0;
	return (uint64_t)offsets(h)[F_BYTES_SVAL] + 1 + alloc;
}

static struct kg_error *bytearray_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	uint64_t shared = bytearray_shared(h, o);

	(void)native;
	*ret = (uint64_t)o.type->basicsize + (shared ? shared : kg_obj_u64(o, offsets(h)[F_BYTEARRAY_ALLOC]));
	return NULL;
}

static struct kg_error *bytearray_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	(void)native;
	if (kg_layout_has(h->rt->layout, F_BYTEARRAY_OBJECT))
		kg_sink_own(sink, kg_obj_addr(o, offsets(h)[F_BYTEARRAY_OBJECT]), ".ob_bytes_object");
	return NULL;
}

static bool bytearray_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)native;
	*ret = (struct kg_payload){.addr = kg_obj_addr(o, offsets(h)[F_BYTEARRAY_BYTES]),
				   .bytes = kg_obj_u64(o, offsets(h)[F_BYTEARRAY_ALLOC]), .where = "heap", .in_size = true,
				   .shared = bytearray_shared(h, o)};
	return ret->bytes > 0;
}

/* int */

static struct kg_error *int_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	int64_t n = kg_obj_size(h, o);
	uint64_t digits = n < 0 ? -(uint64_t)n : (uint64_t)n;

	(void)native;
	/* CPython Objects/longobject.c int___sizeof___impl */
	*ret = (uint64_t)offsets(h)[F_LONG_DIGIT] + 4 * (digits ? digits : kg_facts(h)->least_digits);
	return NULL;
}

/* function, method, cell, property-like leaves */

static const struct kg_member function_members[] = {
	KG_VISIT("func_code", "__code__"),
	KG_VISIT("func_globals", "__globals__"),
	KG_VISIT_OPT("func_builtins", "__builtins__"),
	KG_VISIT("func_module", "__module__"),
	KG_VISIT("func_defaults", "__defaults__"),
	KG_VISIT("func_kwdefaults", "__kwdefaults__"),
	KG_VISIT("func_doc", "__doc__"),
	KG_VISIT("func_name", "__name__"),
	KG_VISIT("func_dict", "__dict__"),
	KG_VISIT("func_closure", "__closure__"),
	KG_VISIT("func_annotations", "__annotations__"),
	KG_VISIT_OPT("func_annotate", "__annotate__"),
	KG_VISIT_OPT("func_typeparams", "__type_params__"),
	KG_VISIT("func_qualname", "__qualname__"),
	KG_END,
};

static const struct kg_member method_members[] = {
	KG_VISIT("im_func", "__func__"),
	KG_VISIT("im_self", "__self__"),
	KG_END,
};

static const struct kg_member cell_members[] = {
	KG_VISIT("ob_ref", "cell_contents"),
	KG_END,
};

static const struct kg_member cfunction_members[] = {
	KG_VISIT("m_self", "__self__"),
	KG_VISIT("m_module", "__module__"),
	KG_END,
};

#define METH_METHOD 0x200 /* CPython Include/methodobject.h */

/* A method that knows its defining class has it after the common part. */
static struct kg_error *cfunction_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	const uint8_t *ml = kg_image_span(h->image, kg_obj_addr(o, offsets(h)[F_CFUNC_ML]),
					  (uint64_t)offsets(h)[F_METHODDEF_FLAGS] + 4);
	uint32_t flags;

	(void)native;
	if (!ml)
		return kg_error_at(KG_ERR_FAULT, o.addr, "the method table of the builtin at 0x%llx is not mapped",
				   (unsigned long long)o.addr);
	memcpy(&flags, ml + offsets(h)[F_METHODDEF_FLAGS], 4);
	if (flags & METH_METHOD && kg_layout_has(h->rt->layout, F_CMETHOD_CLASS) && o.avail >= (uint64_t)offsets(h)[F_CMETHOD_CLASS] + 8)
		kg_sink_visit(sink, kg_obj_addr(o, offsets(h)[F_CMETHOD_CLASS]), "__objclass__");
	return NULL;
}

/* weakref: shows its callback alone */

static const struct kg_member weakref_members[] = {
	KG_VISIT("wr_callback", "__callback__"),
	KG_END,
};

/* A dead reference points at None without a count. */
static struct kg_error *weakref_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	(void)native;
	kg_sink_edge(sink, kg_obj_addr(o, offsets(h)[F_WEAKREF_OBJECT]), KG_EDGE_WEAK, KG_TEXT(".wr_object"));
	return NULL;
}

const struct kg_type_ops kg_types_core[] = {
	{.name = "object"},
	{.name = "NoneType"},
	{.name = "NotImplementedType"},
	{.name = "ellipsis"},
	{.name = "float"},
	{.name = "complex"},
	/* What sys.settrace() and sys.setprofile() call from 3.12 on; what they were given belongs to the thread. */
	{.name = "sys.legacy_event_handler"},
	{.name = "int", .size = int_size},
	{.name = "bool", .size = int_size},
	{.name = "str", .size = str_size, .payload = str_payload},
	{.name = "bytes", .payload = bytes_payload},
	{.name = "bytearray", .edges = bytearray_edges, .size = bytearray_size, .payload = bytearray_payload},
	{.name = "list", .edges = list_edges, .size = list_size},
	{.name = "tuple", .edges = tuple_edges},
	{.name = "set", .edges = set_edges, .size = set_size},
	{.name = "frozenset", .edges = set_edges, .size = set_size},
	{.name = "dict", .edges = dict_edges, .size = dict_size},
	{.name = "frozendict", .edges = dict_edges, .size = dict_size},
	{.name = "function", .strct = "PyFunctionObject", .members = function_members},
	{.name = "method", .strct = "PyMethodObject", .members = method_members},
	{.name = "cell", .strct = "PyCellObject", .members = cell_members},
	{.name = "builtin_function_or_method", .strct = "PyCFunctionObject", .members = cfunction_members,
	 .edges = cfunction_edges},
	{.name = "builtin_method", .strct = "PyCFunctionObject", .members = cfunction_members, .edges = cfunction_edges},
	{.name = "weakref.ReferenceType", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges},
	{.name = "weakref", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges, .until = KG_VERSION(3, 11, 0)},
	{.name = "weakproxy", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges,
	 .until = KG_VERSION(3, 11, 0)},
	{.name = "weakcallableproxy", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges,
	 .until = KG_VERSION(3, 11, 0)},
	{.name = "weakref.ProxyType", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges},
	{.name = "weakref.CallableProxyType", .strct = "PyWeakReference", .members = weakref_members, .edges = weakref_edges},
	{0},
};

const struct kg_module_ops kg_modules_core[] = {{0}};
