/* The references of one object: class, slots, dict, then what its C type knows. */
#include "heap/heap_priv.h"

#define PREHEADER_DICT (-24)	/* CPython 3.11 Include/internal/pycore_object.h _PyObject_ManagedDictPointer */
#define SCAN_MAX (UINT64_C(1) << 20) /* bytes of one unknown object that are looked at */

static uint64_t word(const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

static struct kg_error *push_counted_items(const struct kg_heap *h, const uint8_t *base, const struct kg_step *s,
					   enum kg_edge_kind kind, struct kg_sink *sink)
{
	int64_t n = 0;

	if (s->count_size == 4) {
		int32_t n32;

		memcpy(&n32, base + s->count_offset, 4);
		n = n32;
	} else {
		memcpy(&n, base + s->count_offset, 8);
	}
	return kg_heap_push_items(h, word(base + s->offset), n, kind, s->label, sink);
}

static struct kg_label step_label(const struct kg_step *s)
{
	return s->label ? KG_TEXT(s->label) : KG_AT(KG_LABEL_SLOT, s->slot_name);
}

struct kg_error *kg_decode_steps(const struct kg_heap *h, struct kg_obj o, const uint8_t *base, const struct kg_step *steps,
				 uint32_t n, struct kg_sink *sink)
{
	struct kg_error *err = NULL;

	for (const struct kg_step *s = steps; s < steps + n && !err; s++) {
		switch ((enum kg_member_how)s->how) {
		case KG_M_VISIT:
			kg_sink_edge(sink, word(base + s->offset), KG_EDGE_TRAVERSE, step_label(s));
			break;
		case KG_M_OWN:
			kg_sink_edge(sink, word(base + s->offset), KG_EDGE_OWNED, step_label(s));
			break;
		case KG_M_WEAK:
			kg_sink_edge(sink, word(base + s->offset), KG_EDGE_WEAK, step_label(s));
			break;
		case KG_M_VISIT_TAGGED:
			kg_sink_edge(sink, word(base + s->offset) & ~UINT64_C(1), KG_EDGE_TRAVERSE, step_label(s));
			break;
		case KG_M_TYPE:
			kg_sink_visit(sink, o.type->addr, "__class__");
			break;
		case KG_M_VISIT_ARRAY:
		case KG_M_OWN_ARRAY:
			for (uint16_t i = 0; i < s->n; i++)
				kg_sink_edge(sink, word(base + s->offset + 8 * i),
					     s->how == KG_M_VISIT_ARRAY ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED,
					     (struct kg_label){KG_LABEL_ITEM, {.index = i}, s->label});
			break;
		case KG_M_VISIT_ITEMS:
		case KG_M_OWN_ITEMS:
			err = push_counted_items(h, base, s, s->how == KG_M_VISIT_ITEMS ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED, sink);
			break;
		case KG_M_BASE:
			err = kg_heap_push_base(h, o, s->label, sink);
			break;
		case KG_M_END:
			break;
		}
	}
	return err;
}

/* Nobody knows this type: every word of its body that could be an object's address. */
static void push_guesses(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	uint64_t size = kg_heap_default_size(h, o);

	if (size > o.avail)
		size = o.avail;
	if (size > SCAN_MAX)
		size = SCAN_MAX;
	for (uint64_t at = (uint64_t)h->rt->layout->off[F_OBJECT_SIZE]; at + 8 <= size; at += 8) {
		kg_addr target = word(o.p + at);

		if (target && !(target & 7) && target >> KG_EDGE_SHIFT == 0 && kg_image_segment(h->image, target))
			kg_sink_edge(sink, target, KG_EDGE_GUESS, (struct kg_label){KG_LABEL_WORD, {.index = at}, NULL});
	}
}

struct kg_error *kg_decode_native(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	struct kg_error *err;

	if (KG_UNLIKELY(!native->ops)) {
		push_guesses(h, o, sink);
		return NULL;
	}
	if (native->nsteps) {
		err = kg_decode_steps(h, o, o.p, native->steps, native->nsteps, sink);
		if (err)
			return err;
	}
	return native->ops->edges ? native->ops->edges(h, o, native, sink) : NULL;
}

struct kg_error *kg_heap_push_base(const struct kg_heap *h, struct kg_obj o, const char *name, struct kg_sink *sink)
{
	const struct kg_type *t = o.type->native;

	while (t && strcmp(t->tp_name, name) != 0)
		t = t->next_base;
	if (!t)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "%s at 0x%llx does not derive from %s", o.type->tp_name,
				   (unsigned long long)o.addr, name);
	return kg_decode_native(h, o, t, sink);
}

/*
 * CPython 3.11 Objects/dictobject.c _PyObject_VisitInstanceAttributes: the values
 * array has room for at least as many as the class's shared keys have entries.
 */
static struct kg_error *push_values(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	kg_addr values = kg_obj_addr(o, KG_PREHEADER_VALUES);
	const struct kg_type *t = o.type;
	const uint8_t *p;

	if (!values)
		return NULL;
	p = kg_image_span(h->image, values, 8 * (uint64_t)t->cached_n);
	if (!p && t->cached_n)
		return kg_error_at(KG_ERR_FAULT, values, "the attribute values at 0x%llx of the %s at 0x%llx are not mapped",
				   (unsigned long long)values, t->name, (unsigned long long)o.addr);
	if (KG_LIKELY(!sink->label)) {
		for (uint32_t i = 0; i < t->cached_n; i++)
			kg_sink_edge(sink, word(p + 8 * i), KG_EDGE_TRAVERSE, KG_ITEM(i));
		return NULL;
	}
	for (uint32_t i = 0; i < t->cached_n; i++) {
		const uint8_t *entry = kg_image_span(h->image, t->cached_entries + 16 * (kg_addr)i, 8);

		kg_sink_edge(sink, word(p + 8 * i), KG_EDGE_TRAVERSE, KG_AT(KG_LABEL_ATTR, entry ? word(entry) : 0));
	}
	return NULL;
}

/* CPython 3.11 Objects/object.c _PyObject_DictPointer, the unmanaged part. */
static struct kg_error *push_dict_pointer(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	int64_t at = o.type->dictoffset;

	if (at < 0)
		at += (int64_t)((kg_heap_default_size(h, o) + 7) & ~UINT64_C(7));
	if (at < h->rt->layout->off[F_OBJECT_SIZE] || (uint64_t)at + 8 > o.avail)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "the dict of the %s at 0x%llx would lie outside of it", o.type->name,
				   (unsigned long long)o.addr);
	kg_sink_visit(sink, kg_obj_addr(o, at), "__dict__");
	return NULL;
}

/* CPython 3.11 Objects/typeobject.c subtype_traverse */
static struct kg_error *push_instance(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	const struct kg_type *t = o.type;
	struct kg_error *err = NULL;

	if (t->nsteps)
		err = kg_decode_steps(h, o, o.p, t->steps, t->nsteps, sink);
	if (!err && t->dict_mode == KG_DICT_MANAGED) {
		err = push_values(h, o, sink);
		if (t->dictoffset != t->native->dictoffset)
			kg_sink_visit(sink, kg_obj_addr(o, PREHEADER_DICT), "__dict__");
	} else if (!err && t->dict_mode == KG_DICT_POINTER) {
		err = push_dict_pointer(h, o, sink);
	}
	if (t->visits_class)
		kg_sink_visit(sink, t->addr, "__class__");
	return err;
}

bool kg_object_is_gc(const struct kg_heap *h, struct kg_obj o)
{
	if (!o.type->gc)
		return false;
	/* CPython Objects/typeobject.c type_is_gc: static types are not */
	return !o.type->is_metatype || kg_obj_u64(o, h->rt->layout->off[F_TYPE_FLAGS]) >> 9 & 1;
}

struct kg_error *kg_decode(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	size_t before = sink->count;
	struct kg_error *err = NULL, *err2;

	if (o.type->python_class)
		err = push_instance(h, o, sink);
	if (o.type->counts_class)
		kg_sink_own(sink, o.type->addr, "__class__");
	err2 = kg_decode_native(h, o, o.type->native, sink);
	if (KG_UNLIKELY(!kg_object_is_gc(h, o))) {
		/* No traverse function is ever called for it, so what it holds the collector is not shown. */
		for (size_t i = before; i < sink->count; i++) {
			if (KG_EDGE_KIND(sink->edges[i]) == KG_EDGE_TRAVERSE)
				sink->edges[i] = KG_EDGE_ADDR(sink->edges[i]) | (uint64_t)KG_EDGE_OWNED << KG_EDGE_SHIFT;
		}
	}
	if (err)
		kg_error_destroy(err2);
	return err ? err : err2;
}
