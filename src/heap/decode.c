/* The references of one object: class, slots, dict, then what its C type knows. */
#include "heap/emulated_priv.h"

#define RECORD_WORDS 3

static int64_t step_count(const uint8_t *base, const struct kg_step *s)
{
	int64_t n = 0;
	int32_t n32;

	if (s->count_size == 4) {
		memcpy(&n32, base + s->count_offset, 4);
		return n32;
	}
	memcpy(&n, base + s->count_offset, 8);
	return n;
}

static struct kg_error *push_counted_items(const struct kg_heap *h, const uint8_t *base, const struct kg_step *s,
					   enum kg_edge_kind kind, struct kg_sink *sink)
{
	return kg_heap_push_items(h, kg_u64(base + s->offset), step_count(base, s), kind, s->label, sink);
}

static struct kg_error *push_records(const struct kg_heap *h, const uint8_t *base, const struct kg_step *s,
				     struct kg_sink *sink)
{
	int64_t n = step_count(base, s);
	const uint8_t *records;
	struct kg_error *err = n > 0 ? kg_heap_array(h, kg_u64(base + s->offset), (uint64_t)n, 8, (const void **)&records) : NULL;

	for (int64_t i = 0; !err && i < n; i++) {
		if (kg_u64(records + 8 * i))
			err = kg_heap_push_items(h, kg_u64(records + 8 * i), RECORD_WORDS, KG_EDGE_TRAVERSE, s->label, sink);
	}
	return err;
}

static struct kg_error *push_managed(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink);

static struct kg_label step_label(const struct kg_step *s)
{
	return s->label ? KG_TEXT(s->label) : KG_AT(KG_LABEL_SLOT, s->slot_name);
}

/* Its offset is that of an object without items. */
static void push_after(const struct kg_heap *h, struct kg_obj o, const struct kg_step *s, struct kg_sink *sink)
{
	uint64_t items = kg_heap_default_size(h, o) - (uint64_t)o.type->basicsize, at = (uint64_t)s->offset + ((items + 7) & ~UINT64_C(7));

	if (at + 8 <= o.avail)
		kg_sink_edge(sink, kg_u64(o.p + at), KG_EDGE_TRAVERSE, step_label(s));
}

struct kg_error *kg_decode_steps(const struct kg_heap *h, struct kg_obj o, const uint8_t *base, const struct kg_step *steps,
				 uint32_t n, struct kg_sink *sink)
{
	struct kg_error *err = NULL;

	for (const struct kg_step *s = steps; s < steps + n && !err; s++) {
		switch ((enum kg_member_how)s->how) {
		case KG_M_VISIT:
			kg_sink_edge(sink, kg_u64(base + s->offset), KG_EDGE_TRAVERSE, step_label(s));
			break;
		case KG_M_OWN:
			kg_sink_edge(sink, kg_u64(base + s->offset), KG_EDGE_OWNED, step_label(s));
			break;
		case KG_M_WEAK:
			kg_sink_edge(sink, kg_u64(base + s->offset), KG_EDGE_WEAK, step_label(s));
			break;
		case KG_M_VISIT_TAGGED:
			kg_sink_edge(sink, kg_u64(base + s->offset) & ~UINT64_C(1), KG_EDGE_TRAVERSE, step_label(s));
			break;
		case KG_M_TYPE:
			kg_sink_visit(sink, o.type->addr, "__class__");
			break;
		case KG_M_VISIT_ARRAY:
		case KG_M_OWN_ARRAY:
			for (uint16_t i = 0; i < s->n; i++)
				kg_sink_edge(sink, kg_u64(base + s->offset + 8 * i),
					     s->how == KG_M_VISIT_ARRAY ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED,
					     (struct kg_label){KG_LABEL_ITEM, {.index = i}, s->label});
			break;
		case KG_M_VISIT_ITEMS:
		case KG_M_OWN_ITEMS:
			err = push_counted_items(h, base, s, s->how == KG_M_VISIT_ITEMS ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED, sink);
			break;
		case KG_M_VISIT_RECORDS:
			err = push_records(h, base, s, sink);
			break;
		case KG_M_VISIT_AFTER:
			push_after(h, o, s, sink);
			break;
		case KG_M_MANAGED:
			err = push_managed(h, o, sink);
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

struct kg_error *kg_decode_native(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	struct kg_error *err;

	if (KG_UNLIKELY(!native->ops || native->beside)) {
		err = kg_decode_unknown(h, o, native, sink);
		if (err || !native->ops)
			return err;
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

/* @n attribute values at @values, named by the keys that the class's instances share. */
static struct kg_error *push_value_array(const struct kg_heap *h, struct kg_obj o, kg_addr values, uint32_t n,
					 struct kg_sink *sink)
{
	const struct kg_type *t = o.type;
	const uint8_t *p = kg_image_span(h->image, values, 8 * (uint64_t)n);

	if (!p && n)
		return kg_error_at(KG_ERR_FAULT, values, "the attribute values at 0x%llx of the %s at 0x%llx are not mapped",
				   (unsigned long long)values, t->name, (unsigned long long)o.addr);
	if (KG_LIKELY(!sink->label)) {
		kg_sink_edges(sink, p, n, KG_EDGE_TRAVERSE);
		return NULL;
	}
	for (uint32_t i = 0; i < n; i++) {
		const uint8_t *entry = i < t->cached_n ? kg_image_span(h->image, t->cached_entries + 16 * (kg_addr)i, 8) : NULL;

		kg_sink_edge(sink, kg_u64(p + 8 * i), KG_EDGE_TRAVERSE, KG_AT(KG_LABEL_ATTR, entry ? kg_u64(entry) : 0));
	}
	return NULL;
}

/*
 * CPython 3.11 Objects/dictobject.c _PyObject_VisitInstanceAttributes: the values
 * array has room for at least as many as the class's shared keys have entries.
 */
static struct kg_error *push_values(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	kg_addr values = kg_obj_addr(o, -(int64_t)kg_facts(h)->preheader_values);

	return values ? push_value_array(h, o, values, o.type->cached_n, sink) : NULL;
}

/*
 * CPython 3.13.13 Objects/dictobject.c PyObject_VisitManagedDict: the dict, once there is one, shows the values even
 * where they still lie in the object; without one the object does.
 */
static struct kg_error *push_managed(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr dict = kg_obj_addr(o, -(int64_t)kg_facts(h)->preheader_dict);
	int64_t at = o.type->basicsize;

	/* Before, the object showed its values as long as they were valid, and then not the dict. */
	if (dict && kg_layout_object_shows_values(h->rt->layout) && o.type->inline_values &&
	    o.avail > (uint64_t)(at + off[F_VALUES_VALID]) && o.p[at + off[F_VALUES_VALID]]) {
		kg_sink_own(sink, dict, "__dict__");
	} else if (dict) {
		kg_sink_visit(sink, dict, "__dict__");
		return NULL;
	}
	if (!o.type->inline_values)
		return NULL;
	if (o.avail < (uint64_t)(at + off[F_VALUES_VALUES]))
		return kg_error_at(KG_ERR_FAULT, o.addr, "the attribute values of the %s at 0x%llx are not mapped", o.type->name,
				   (unsigned long long)o.addr);
	if (!o.p[at + off[F_VALUES_VALID]])
		return NULL;
	return push_value_array(h, o, o.addr + (kg_addr)(at + off[F_VALUES_VALUES]), o.p[at + off[F_VALUES_CAPACITY]], sink);
}

/* CPython 3.12 Objects/dictobject.c _PyObject_VisitManagedDict: one word is the dict, or the values less one byte. */
static struct kg_error *push_tagged(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	kg_addr word = kg_obj_addr(o, -(int64_t)kg_facts(h)->preheader_dict);

	if (word & 1)
		return push_value_array(h, o, word + 1, o.type->cached_n, sink);
	kg_sink_visit(sink, word, "__dict__");
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

static struct kg_error *push_dict(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	struct kg_error *err;

	if (kg_facts(h)->values == KG_VALUES_INLINE)
		return push_managed(h, o, sink);
	if (kg_facts(h)->values == KG_VALUES_TAGGED)
		return push_tagged(h, o, sink);
	err = push_values(h, o, sink);
	if (o.type->dictoffset != o.type->native->dictoffset || o.type->native == o.type)
		kg_sink_visit(sink, kg_obj_addr(o, -(int64_t)kg_facts(h)->preheader_dict), "__dict__");
	return err;
}

/* What is shown from number @from on is not shown to the collector, but held. */
static void own_all(struct kg_sink *sink, size_t from)
{
	for (size_t i = from; i < sink->count; i++) {
		if (KG_EDGE_KIND(sink->edges[i]) == KG_EDGE_TRAVERSE)
			sink->edges[i] = KG_EDGE_ADDR(sink->edges[i]) | (uint64_t)KG_EDGE_OWNED << KG_EDGE_SHIFT;
	}
}

struct kg_error *kg_decode_dict(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	size_t before = sink->count;
	struct kg_error *err = NULL;

	if (o.type->flags & KG_FLAG_MANAGED_DICT & kg_facts(h)->preheader_flags)
		err = push_dict(h, o, sink);
	else if (o.type->dictoffset != 0)
		err = push_dict_pointer(h, o, sink);
	own_all(sink, before);
	return err;
}

/* CPython 3.11 Objects/typeobject.c subtype_traverse */
static struct kg_error *push_instance(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	const struct kg_type *t = o.type;
	struct kg_error *err = NULL;

	if (t->nsteps)
		err = kg_decode_steps(h, o, o.p, t->steps, t->nsteps, sink);
	if (!err && t->dict_mode == KG_DICT_MANAGED)
		err = push_dict(h, o, sink);
	else if (!err && t->dict_mode == KG_DICT_POINTER)
		err = push_dict_pointer(h, o, sink);
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

/* Is the class among the references from number @from on? Only its own tp_traverse knows. */
static bool class_shown(struct kg_obj o, const struct kg_sink *sink, size_t from)
{
	for (size_t i = from; i < sink->count; i++) {
		if (sink->edges[i] == (o.type->addr | (uint64_t)KG_EDGE_TRAVERSE << KG_EDGE_SHIFT))
			return true;
	}
	return false;
}

struct kg_error *kg_decode(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	size_t before = sink->count;
	struct kg_error *err = NULL, *err2;

	if (o.type->python_class)
		err = push_instance(h, o, sink);
	if (o.type->counts_class && !o.type->native->emulated)
		kg_sink_own(sink, o.type->addr, "__class__");
	err2 = kg_decode_native(h, o, o.type->native, sink);
	if (KG_UNLIKELY(o.type->counts_class && o.type->native->emulated && !class_shown(o, sink, before)))
		kg_sink_own(sink, o.type->addr, "__class__");
	if (KG_UNLIKELY(!kg_object_is_gc(h, o) || (o.type->native->asks_gc && kg_heap_denies_gc(h, o.addr)))) {
		/* gc.get_referents() calls no traverse function for it: what it holds is not shown. */
		own_all(sink, before);
	}
	if (err)
		kg_error_destroy(err2);
	return err ? err : err2;
}
