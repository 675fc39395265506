/*
 * The part of a static type that each interpreter has for itself since CPython 3.12: its dict, its list of subclasses.
 * The type has a number in place of its tp_subclasses; the records stand in the interpreter's state, those of types
 * that extension modules bring in an array of their own. Source: CPython 3.13 Objects/typeobject.c,
 * managed_static_type_state_get().
 */
#include "heap/heap_priv.h"

#define FLAG_STATIC_BUILTIN (UINT64_C(1) << 1) /* _Py_TPFLAGS_STATIC_BUILTIN, CPython Include/object.h */
#define FLAG_HEAPTYPE (UINT64_C(1) << 9)
#define RECORDS_MAX 100000

bool kg_type_managed(const struct kg_heap *h, struct kg_obj type)
{
	const struct kg_layout *lay = h->rt->layout;
	uint64_t flags = kg_obj_u64(type, lay->off[F_TYPE_FLAGS]);

	return kg_layout_has(lay, F_INTERP_STATIC_TYPES) && kg_layout_has(lay, F_TYPESTATE_TYPE) &&
	       (flags & (FLAG_STATIC_BUILTIN | FLAG_HEAPTYPE)) == FLAG_STATIC_BUILTIN;
}

/* The record is the one that names the type: both arrays are looked at, and nothing else is believed. */
kg_addr kg_type_state(const struct kg_heap *h, struct kg_obj type, uint32_t interp)
{
	static const enum kg_field arrays[] = {F_INTERP_STATIC_TYPES, F_INTERP_EXTENSION_TYPES};
	const int32_t *off = h->rt->layout->off;
	uint64_t number = kg_obj_u64(type, off[F_TYPE_SUBCLASSES]);

	if (!kg_type_managed(h, type) || number - 1 >= RECORDS_MAX)
		return 0;
	for (size_t i = 0; i < KG_ARRAY_SIZE(arrays); i++) {
		kg_addr at = h->rt->interps[interp].addr + (kg_addr)off[arrays[i]] + (number - 1) * (uint64_t)off[F_TYPESTATE_SIZE];
		uint64_t self;
		struct kg_error *err;

		if (!kg_layout_has(h->rt->layout, arrays[i]))
			continue;
		err = kg_image_read_u64(h->image, at + (kg_addr)off[F_TYPESTATE_TYPE], &self);
		if (!err && self == type.addr)
			return at;
		kg_error_destroy(err);
	}
	return 0;
}

kg_addr kg_type_dict(const struct kg_heap *h, kg_addr addr)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o = {.addr = addr};
	uint64_t dict = 0;

	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (o.avail < (uint64_t)off[F_TYPE_SIZE])
		return 0;
	if (!kg_type_managed(h, o))
		return kg_obj_addr(o, off[F_TYPE_DICT]);
	/* The main interpreter is the last of the chain, and has all types. */
	for (uint32_t i = h->rt->ninterps; i-- > 0 && !dict;) {
		kg_addr state = kg_type_state(h, o, i);

		if (state)
			kg_error_destroy(kg_image_read_u64(h->image, state + (kg_addr)off[F_TYPESTATE_DICT], &dict));
	}
	return dict;
}

void kg_type_state_edges(const struct kg_heap *h, struct kg_obj type, struct kg_sink *sink)
{
	static const struct {
		enum kg_field field;
		const char *label;
	} held[] = {{F_TYPESTATE_DICT, "__dict__"}, {F_TYPESTATE_SUBCLASSES, ".tp_subclasses"}};

	for (uint32_t i = 0; i < h->rt->ninterps; i++) {
		kg_addr state = kg_type_state(h, type, i);

		for (size_t k = 0; state && k < KG_ARRAY_SIZE(held); k++) {
			uint64_t target = 0;

			kg_error_destroy(kg_image_read_u64(h->image, state + (kg_addr)h->rt->layout->off[held[k].field], &target));
			kg_sink_own(sink, target, held[k].label);
		}
	}
}
