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
static const struct kg_member field_members[] = {KG_V(proto), KG_O_OPT(name), KG_END};

/* Not known to the collector. */
static const struct kg_member remover_members[] = {
	KG_V_SINCE(KG_VERSION(3, 12, 0), "key", ".key"), KG_V_SINCE(KG_VERSION(3, 12, 0), "dict", ".dict"), KG_END};
static const struct kg_member param_members[] = {KG_V_SINCE(KG_VERSION(3, 14, 0), "keep", ".keep"), KG_END};
static const struct kg_member carg_members[] = {KG_V_SINCE(KG_VERSION(3, 12, 0), "obj", ".obj"), KG_END};

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
	*ret = (struct kg_payload){.addr = ptr, .bytes = (uint64_t)n, .where = "heap"};
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
	kg_addr text;

	if (proto)
		kg_sink_edge(sink, proto, pointer && !kg_str_head(h, proto, &str, &text) ? KG_EDGE_WEAK : KG_EDGE_OWNED,
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

/*
 * Since 3.13 what ctypes knows of a C type stands in the type itself, behind what all classes have: struct StgInfo of
 * Modules/_ctypes/ctypes.h; CType_Type_traverse() and ctype_type_sizeof() in _ctypes.c.
 */
enum { INFO_SIZE, INFO_LENGTH, INFO_FORMAT, INFO_NDIM, INFO_ELEMENTS, INFO_PROTO, INFO_ARGTYPES, INFO_CONVERTERS,
       INFO_RESTYPE, INFO_CHECKER, INFO_MODULE, INFO_HEAPTYPE, INFO_POINTER };
static const struct kg_field_name info_fields[] = {
	KG_FIELD("StgInfo", ""), KG_FIELD("StgInfo", "length"), KG_FIELD("StgInfo", "format"), KG_FIELD("StgInfo", "ndim"),
	KG_FIELD("StgInfo", "ffi_type_pointer.elements"), KG_FIELD("StgInfo", "proto"), KG_FIELD("StgInfo", "argtypes"),
	KG_FIELD("StgInfo", "converters"), KG_FIELD("StgInfo", "restype"), KG_FIELD("StgInfo", "checker"),
	KG_FIELD("StgInfo", "module"), KG_FIELD("PyHeapTypeObject", ""), KG_FIELD_OPT("StgInfo", "pointer_type"), KG_FIELDS_END,
};

/* Data of a metatype follow those of its base, on a border of sixteen bytes: PyObject_GetTypeData(). */
static struct kg_error *info_at(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_obj *ret)
{
	int64_t at = (native->field[INFO_HEAPTYPE] + 15) & ~15;
	const void *p;
	struct kg_error *err = kg_heap_array(h, o.addr + (kg_addr)at, 1, (uint64_t)native->field[INFO_SIZE], &p);

	if (!err)
		*ret = (struct kg_obj){.addr = o.addr + (kg_addr)at, .p = p, .avail = (uint64_t)native->field[INFO_SIZE]};
	return err;
}

static struct kg_error *info_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   struct kg_sink *sink)
{
	static const struct {
		int field;
		const char *label;
	} shown[] = {{INFO_PROTO, ".proto"}, {INFO_ARGTYPES, ".argtypes"}, {INFO_CONVERTERS, ".converters"},
		     {INFO_RESTYPE, ".restype"}, {INFO_CHECKER, ".checker"}, {INFO_MODULE, ".module"}, {INFO_POINTER, ".pointer_type"}};
	struct kg_obj info;
	struct kg_error *err = info_at(h, o, native, &info);

	for (size_t i = 0; !err && i < KG_ARRAY_SIZE(shown); i++) {
		if (native->field[shown[i].field] != KG_ABSENT)
			kg_sink_visit(sink, kg_obj_addr(info, native->field[shown[i].field]), shown[i].label);
	}
	return err;
}

static struct kg_error *info_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *f = native->field;
	uint64_t n = 0, bytes = kg_heap_default_size(h, o);
	struct kg_obj info;
	struct kg_error *err = info_at(h, o, native, &info);

	if (!err)
		err = kg_types_cstr_bytes(h, kg_obj_addr(info, f[INFO_FORMAT]), &n);
	if (!err && kg_obj_addr(info, f[INFO_ELEMENTS]))
		err = kg_types_size_add(o.addr, bytes + 8, kg_obj_i64(info, f[INFO_LENGTH]), 8, &bytes);
	if (!err)
		err = kg_types_size_add(o.addr, bytes + n, kg_word32(info.p, f[INFO_NDIM]), 8, ret);
	return err;
}

#define CTYPE_INFO(n) \
	{.name = n, .strct = "PyTypeObject", .members = ctype_members, .fields = info_fields, .edges = info_edges, \
	 .size = info_size, .since = KG_VERSION(3, 13, 0)}
#define CTYPE(n) \
	{.name = n, .strct = "PyTypeObject", .members = ctype_members, .fields = ctype_fields, .edges = ctype_edges, \
	 .size = ctype_size, .until = KG_VERSION(3, 13, 0)}
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
	{.name = "_ctypes.PyCFuncPtr", .strct = "PyCFuncPtrObject", .members = funcptr_members, .until = KG_VERSION(3, 11, 0)},
	{.name = "_ctypes.CThunkObject", .strct = "CThunkObject", .members = thunk_members},
	{.name = "ctypes.CField", .strct = "CFieldObject", .members = field_members},
	{.name = "_ctypes.CField", .strct = "CFieldObject", .members = field_members},
	{.name = "_ctypes.DictRemover", .strct = "DictRemoverObject", .members = remover_members},
	{.name = "_ctypes.StructParam_Type", .strct = "StructParamObject", .members = param_members},
	{.name = "_ctypes.CArgObject", .strct = "PyCArgObject", .members = carg_members},
	{.name = "CArgObject", .strct = "PyCArgObject", .members = carg_members},
	{.name = "StgDict", .strct = "StgDictObject", .members = stgdict_members, .fields = stgdict_fields,
	 .edges = stgdict_edges, .size = stgdict_size},
	CTYPE_INFO("_ctypes.CType_Type"),
	CTYPE_INFO("_ctypes.PyCStructType"),
	CTYPE_INFO("_ctypes.UnionType"),
	CTYPE_INFO("_ctypes.PyCPointerType"),
	CTYPE_INFO("_ctypes.PyCFuncPtrType"),
	CTYPE_INFO("_ctypes.PyCArrayType"),
	CTYPE_INFO("_ctypes.PyCSimpleType"),
	CTYPE("_ctypes.PyCStructType"),
	CTYPE("_ctypes.UnionType"),
	CTYPE("_ctypes.PyCPointerType"),
	CTYPE("_ctypes.PyCFuncPtrType"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_ctypes[] = {{.name = NULL}};
