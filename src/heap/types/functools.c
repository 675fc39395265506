/*
 * functools, operator and _abc.
 * Source: CPython 3.11.2 Modules/_functoolsmodule.c, _operator.c, _abc.c.
 */
#include "cpython/layout.h"
#include "heap/heap_priv.h"
#include "heap/types/tables.h"

static const struct kg_member partial_members[] = {
	KG_VISIT_TYPE, KG_VISIT("fn", ".func"), KG_V(args), KG_VISIT("kw", ".keywords"), KG_VISIT("dict", "__dict__"),
	KG_END};
static const struct kg_member key_members[] = {
	KG_VISIT_TYPE, KG_VISIT("cmp", ".cmp"), KG_VISIT("object", ".obj"), KG_END};

static const struct kg_member lru_cache_members[] = {
	KG_VISIT_TYPE, KG_V(cache), KG_VISIT("func", ".func"), KG_V_OPT(kwd_mark), KG_V_OPT(lru_list_elem_type),
	KG_V(cache_info_type), KG_VISIT("dict", "__dict__"), KG_END};

/* The cache shows what its links refer to, as if it held that itself: the
 * collector does not know the links (lru_cache_tp_traverse). So that nothing is
 * counted twice, a link's own references are given as not counted. */
static const struct kg_member lru_link_members[] = {KG_W(key), KG_W(result), KG_END};

enum { ROOT_NEXT, LINK_NEXT, LINK_KEY, LINK_RESULT, LINK_SIZE };
static const struct kg_field_name lru_cache_fields[] = {
	KG_FIELD("lru_cache_object", "root.next"), KG_FIELD("lru_list_elem", "next"), KG_FIELD("lru_list_elem", "key"),
	KG_FIELD("lru_list_elem", "result"), KG_FIELD("lru_list_elem", ""), KG_FIELDS_END,
};

/* A ring of links whose root is the cache object itself. */
static struct kg_error *lru_cache_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	const int32_t *f = native->field;
	int32_t type = kg_heap_layout(h)->off[F_OBJECT_TYPE];
	uint32_t version = kg_version_number(kg_heap_layout(h)->version);
	kg_addr link = kg_obj_addr(o, f[ROOT_NEXT]);
	struct kg_walk walk = KG_WALK_INIT;

	while (link && link != o.addr && !sink->full) {
		const void *p;
		struct kg_error *err = kg_heap_array(h, link, 1, (uint64_t)f[LINK_SIZE], &p);

		if (!err && !kg_walk_step(&walk, link))
			err = kg_error_at(KG_ERR_CORRUPT, link, "an lru_cache whose ring misses its root");
		if (err)
			return err;
		kg_sink_visit(sink, kg_word(p, f[LINK_KEY]), ".link.key");
		kg_sink_visit(sink, kg_word(p, f[LINK_RESULT]), ".link.result");
		if (kg_version_within(version, KG_VERSION(3, 10, 0), 0))
			kg_sink_visit(sink, kg_word(p, type), ".link.__class__");
		kg_sink_own(sink, link, ".link");
		link = kg_word(p, f[LINK_NEXT]);
	}
	return NULL;
}

static const struct kg_member itemgetter_members[] = {KG_VISIT_TYPE, KG_V(item), KG_END};
static const struct kg_member attrgetter_members[] = {KG_V(attr), KG_VISIT_TYPE, KG_END};
static const struct kg_member methodcaller_members[] = {
	KG_VISIT_WITHIN(KG_VERSION(3, 10, 0), 0, "name", ".name"), KG_OWN_WITHIN(0, KG_VERSION(3, 10, 0), "name", ".name"),
	KG_VISIT("args|xargs", ".args"), KG_V(kwds),
	KG_VISIT_WITHIN(KG_VERSION(3, 14, 0), 0, "vectorcall_args", ".vectorcall_args"),
	KG_VISIT_WITHIN(KG_VERSION(3, 14, 0), 0, "vectorcall_kwnames", ".vectorcall_kwnames"), KG_VISIT_TYPE, KG_END};

enum { CALL_ARGS, CALL_NAMES };
static const struct kg_field_name methodcaller_fields[] = {
	KG_FIELD_OPT("methodcallerobject", "vectorcall_args"), KG_FIELD_OPT("methodcallerobject", "vectorcall_kwnames"), KG_FIELDS_END};

/* 3.13 owns the names and does not show them, and they are set with the arguments, at its first call: until then they are whatever
 * was there (CPython 3.13 Modules/_operator.c, _methodcaller_initialize_vectorcall). */
static struct kg_error *methodcaller_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					   struct kg_sink *sink)
{
	const int32_t *f = native->field;

	if (kg_version_number(h->rt->layout->version) < KG_VERSION(3, 14, 0) && f[CALL_ARGS] != KG_ABSENT && f[CALL_NAMES] != KG_ABSENT &&
	    kg_obj_addr(o, f[CALL_ARGS]))
		kg_sink_own(sink, kg_obj_addr(o, f[CALL_NAMES]), ".vectorcall_kwnames");
	return NULL;
}

static const struct kg_member abc_data_members[] = {
	KG_VISIT_TYPE, KG_V(_abc_registry), KG_V(_abc_cache), KG_V(_abc_negative_cache), KG_END};

const struct kg_type_ops kg_types_functools[] = {
	{.name = "functools.partial", .strct = "partialobject", .members = partial_members},
	{.name = "functools.KeyWrapper", .strct = "keyobject", .members = key_members},
	{.name = "functools._lru_list_elem", .strct = "lru_list_elem", .members = lru_link_members,
	 .class_shown = true},
	{.name = "functools._lru_cache_wrapper", .strct = "lru_cache_object", .members = lru_cache_members,
	 .fields = lru_cache_fields, .edges = lru_cache_edges},
	{.name = "operator.itemgetter", .strct = "itemgetterobject", .members = itemgetter_members},
	{.name = "operator.attrgetter", .strct = "attrgetterobject", .members = attrgetter_members},
	{.name = "operator.methodcaller", .strct = "methodcallerobject", .members = methodcaller_members,
	 .fields = methodcaller_fields, .edges = methodcaller_edges},
	{.name = "_abc_data", .strct = "_abc_data", .members = abc_data_members, .until = KG_VERSION(3, 9, 0)},
	KG_LEAF("functools._PlaceholderType"),
	{.name = "_abc._abc_data", .strct = "_abc_data", .members = abc_data_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_functools[] = {{.name = NULL}};
