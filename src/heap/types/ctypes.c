/*
 * ctypes. Source: CPython 3.11.2 Modules/_ctypes/.
 */
#include "heap/core.h"
#include "heap/types/tables.h"

#define TYPEFLAG_ISPOINTER 0x100 /* ctypes.h */

static const struct kg_member cdata_members[] = {
	KG_VISIT("b_objects", "._objects"), KG_VISIT("b_base", "._b_base_"), KG_END};
static const struct kg_member funcptr_members[] = {
	KG_V(callable), KG_V(restype), KG_V(checker), KG_V(errcheck), KG_V(argtypes), KG_V(converters),
	KG_V(paramflags), KG_V(thunk), KG_VISIT("b_objects", "._objects"), KG_VISIT("b_base", "._b_base_"), KG_END};
static const struct kg_member thunk_members[] = {KG_V(converters), KG_V(callable), KG_V(restype), KG_END};
static const struct kg_member field_members[] = {KG_V(proto), KG_END};

/* Not known to the collector. */
static const struct kg_member remover_members[] = {KG_O(key), KG_O(dict), KG_END};
static const struct kg_member param_members[] = {KG_O(keep), KG_END};
static const struct kg_member carg_members[] = {KG_O(obj), KG_END};

enum { B_PTR, B_NEEDSFREE, B_SIZE, B_VALUE };
static const struct kg_field_name cdata_fields[] = {
	KG_FIELD("CDataObject", "b_ptr"), KG_FIELD("CDataObject", "b_needsfree"),
	KG_FIELD("CDataObject", "b_size"), KG_FIELD("CDataObject", "b_value"), KG_FIELDS_END,
};

/* Memory of its own, when the value does not fit into the object. */
static bool cdata_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			  struct kg_payload *ret)
{
	kg_addr ptr = kg_obj_addr(o, native->field[B_PTR]);
	int64_t n = kg_obj_i64(o, native->field[B_SIZE]);

	(void)h;
	if (!ptr || n <= 0 || !kg_word32(o.p, native->field[B_NEEDSFREE]) ||
	    ptr == o.addr + (uint32_t)native->field[B_VALUE])
		return false;
	*ret = (struct kg_payload){ptr, (uint64_t)n, "heap", false};
	return true;
}

enum { STG_PROTO, STG_FLAGS, STG_LENGTH, STG_FORMAT, STG_NDIM, STG_ELEMENTS, STG_SIZE, DICT_SIZE, TYPE_DICT };
#define STG_FIELDS \
	KG_FIELD("StgDictObject", "proto"), KG_FIELD("StgDictObject", "flags"), KG_FIELD("StgDictObject", "length"), \
	KG_FIELD("StgDictObject", "format"), KG_FIELD("StgDictObject", "ndim"), \
	KG_FIELD("StgDictObject", "ffi_type_pointer.elements"), KG_FIELD("StgDictObject", ""), \
	KG_FIELD("PyDictObject", ""), KG_FIELD("PyTypeObject", "tp_dict")
static const struct kg_field_name stgdict_fields[] = {STG_FIELDS, KG_FIELDS_END};

static const struct kg_member stgdict_members[] = {
	KG_O(argtypes), KG_O(converters), KG_O(restype), KG_O(checker), KG_BASE("dict"), KG_END};

/*
 * proto: the type letter of a simple type (a str), the item type of an array, or
 * what a pointer points to. The last is shown by the pointer type itself, on the
 * dict's behalf (CDataType_traverse), and so it is not counted here again.
 */
static struct kg_error *stgdict_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	kg_addr proto = kg_obj_addr(o, native->field[STG_PROTO]);
	bool pointer = kg_word32(o.p, native->field[STG_FLAGS]) & TYPEFLAG_ISPOINTER;
	struct kg_str str;

	if (proto)
		kg_sink_edge(sink, proto, pointer && !kg_str_read(h, proto, &str) ? KG_EDGE_WEAK : KG_EDGE_OWNED,
			     KG_TEXT(".proto"));
	return NULL;
}

/* PyCStgDict_sizeof; _PyDict_SizeOf() starts from the type's own size, so the
 * part that StgDict adds to a dict is counted twice there, and here. */
static struct kg_error *stgdict_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	const int32_t *f = native->field;
	uint64_t bytes, n;
	struct kg_error *err = kg_dict_sizeof(h, o, &bytes);

	if (!err)
		err = kg_types_cstr_bytes(h, kg_obj_addr(o, f[STG_FORMAT]), &n);
	if (!err)
		err = kg_types_size_add(o.addr, bytes + n + (uint64_t)(f[STG_SIZE] - f[DICT_SIZE]),
					kg_word32(o.p, f[STG_NDIM]), 8, &bytes);
	if (!err && kg_obj_addr(o, f[STG_ELEMENTS]))
		err = kg_types_size_add(o.addr, bytes + 8, kg_obj_i64(o, f[STG_LENGTH]), 8, &bytes);
	if (!err)
		*ret = bytes;
	return err;
}

/* The types of structs, unions, pointers and functions show their StgDict's proto. */
static const struct kg_field_name ctype_fields[] = {STG_FIELDS, KG_FIELDS_END};
static const struct kg_member ctype_members[] = {KG_BASE("type"), KG_END};

static struct kg_error *ctype_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	struct kg_obj dict;
	kg_addr addr = kg_obj_addr(o, native->field[TYPE_DICT]);
	struct kg_error *err = addr ? kg_heap_object(h, addr, &dict) : NULL;

	if (!addr || err || strcmp(dict.type->tp_name, "StgDict") != 0 ||
	    dict.type->basicsize < native->field[STG_SIZE])
		return err;
	kg_sink_visit(sink, kg_obj_addr(dict, native->field[STG_PROTO]), ".proto");
	return NULL;
}

/* type.__sizeof__, which these metatypes inherit. */
static struct kg_error *ctype_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   uint64_t *ret)
{
	const struct kg_type *base = native->next_base;

	while (base && strcmp(base->tp_name, "type") != 0)
		base = base->next_base;
	if (!base || !base->ops || !base->ops->size)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a C type's metatype that does not derive from type");
	return base->ops->size(h, o, base, ret);
}

#define CTYPE(n) \
	{.name = n, .strct = "PyTypeObject", .members = ctype_members, .fields = ctype_fields, .edges = ctype_edges, \
	 .size = ctype_size}
#define CDATA(n) \
	{.name = n, .strct = "CDataObject", .members = cdata_members, .fields = cdata_fields, \
	 .payload = cdata_payload}

const struct kg_type_ops kg_types_ctypes[] = {
	CDATA("_ctypes._CData"),
	CDATA("_ctypes.Structure"),
	CDATA("_ctypes.Union"),
	CDATA("_ctypes.Array"),
	CDATA("_ctypes._SimpleCData"),
	CDATA("_ctypes._Pointer"),
	{.name = "_ctypes.CFuncPtr", .strct = "PyCFuncPtrObject", .members = funcptr_members},
	{.name = "_ctypes.CThunkObject", .strct = "CThunkObject", .members = thunk_members},
	{.name = "_ctypes.CField", .strct = "CFieldObject", .members = field_members},
	{.name = "_ctypes.DictRemover", .strct = "DictRemoverObject", .members = remover_members},
	{.name = "_ctypes.StructParam_Type", .strct = "StructParamObject", .members = param_members},
	{.name = "CArgObject", .strct = "PyCArgObject", .members = carg_members},
	{.name = "StgDict", .strct = "StgDictObject", .members = stgdict_members, .fields = stgdict_fields,
	 .edges = stgdict_edges, .size = stgdict_size},
	CTYPE("_ctypes.PyCStructType"),
	CTYPE("_ctypes.UnionType"),
	CTYPE("_ctypes.PyCPointerType"),
	CTYPE("_ctypes.PyCFuncPtrType"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_ctypes[] = {{.name = NULL}};
