/*
 * pickle. Source: CPython 3.11.2 Modules/_pickle.c.
 */
#include "cpython/layout.h"
#include "heap/types/tables.h"

/* pers_func_self is borrowed. */
static const struct kg_member pickler_members[] = {
	KG_V(write), KG_VISIT("pers_func|persistent_id", ".persistent_id"), KG_V_OPT(persistent_id_attr), KG_V(dispatch_table), KG_V(fast_memo),
	KG_V(reducer_override), KG_V(buffer_callback), KG_O(output_buffer), KG_END};
static const struct kg_member unpickler_members[] = {
	KG_V(readline), KG_V(readinto), KG_V(read), KG_V(peek), KG_V(stack), KG_VISIT("pers_func|persistent_load", ".persistent_load"),
	KG_V_OPT(persistent_load_attr),
	KG_V(buffers), KG_OWN("buffer.obj", ".buffer"), KG_V_OPT(memo_dict), KG_END};
static const struct kg_member pickler_proxy_members[] = {KG_V(pickler), KG_END};
static const struct kg_member unpickler_proxy_members[] = {KG_V(unpickler), KG_END};

/* Since 3.11.7 and 3.12.1 (bpo-41422) the collector is shown what the memos hold. No layout tells. */
static enum kg_edge_kind memo_kind(const struct kg_heap *h)
{
	uint32_t v = kg_version_number(kg_heap_layout(h)->version);

	return v < KG_VERSION(3, 11, 7) || v == KG_VERSION(3, 12, 0) ? KG_EDGE_OWNED : KG_EDGE_TRAVERSE;
}

enum { PICKLER_MEMO, PICKLER_OUTPUT, MEMO_TABLE, MEMO_ALLOCATED, MEMO_SIZE, ENTRY_KEY, ENTRY_SIZE };
static const struct kg_field_name pickler_fields[] = {
	KG_FIELD("PicklerObject", "memo"), KG_FIELD("PicklerObject", "output_buffer"),
	KG_FIELD("PyMemoTable", "mt_table"), KG_FIELD("PyMemoTable", "mt_allocated"), KG_FIELD("PyMemoTable", ""),
	KG_FIELD("PyMemoEntry", "me_key"), KG_FIELD("PyMemoEntry", ""), KG_FIELDS_END,
};

/* The memo: a hash table of {object, number}. @ret_n 0 when there is none. */
static struct kg_error *pickler_memo(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     const uint8_t **ret, uint64_t *ret_n)
{
	const int32_t *f = native->field;
	kg_addr memo = kg_obj_addr(o, f[PICKLER_MEMO]);
	const void *p;
	struct kg_error *err;

	*ret_n = 0;
	if (!memo)
		return NULL;
	err = kg_heap_array(h, memo, 1, (uint64_t)f[MEMO_SIZE], &p);
	if (!err) {
		*ret_n = kg_word(p, f[MEMO_ALLOCATED]);
		err = kg_heap_array(h, kg_word(p, f[MEMO_TABLE]), *ret_n, (uint64_t)f[ENTRY_SIZE], &p);
		*ret = p;
	}
	return err;
}

static struct kg_error *pickler_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	const int32_t *f = native->field;
	const uint8_t *p;
	uint64_t n;
	struct kg_error *err = pickler_memo(h, o, native, &p, &n);

	if (err)
		return err;
	for (uint64_t i = 0; i < n; i++)
		kg_sink_edge(sink, kg_word(p + i * (uint64_t)f[ENTRY_SIZE], f[ENTRY_KEY]), memo_kind(h),
			     KG_TEXT(".memo"));
	return NULL;
}

/* Pickler.__sizeof__: counts the output buffer, although it is an object. */
static struct kg_error *pickler_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	const int32_t *f = native->field;
	const uint8_t *p;
	uint64_t n, bytes = (uint64_t)o.type->basicsize, out = 0;
	kg_addr buf = kg_obj_addr(o, f[PICKLER_OUTPUT]);
	struct kg_obj b;
	struct kg_error *err = pickler_memo(h, o, native, &p, &n);

	if (!err && buf)
		err = kg_heap_object(h, buf, &b);
	if (!err && buf)
		err = kg_heap_getsizeof(h, b, &out);
	if (err)
		return err;
	if (kg_obj_addr(o, f[PICKLER_MEMO]))
		bytes += (uint64_t)f[MEMO_SIZE] + n * (uint64_t)f[ENTRY_SIZE];
	*ret = bytes + out;
	return NULL;
}

enum { UNP_MEMO, UNP_MEMO_SIZE, UNP_MARKS, UNP_MARKS_SIZE, UNP_LINE, UNP_ENCODING, UNP_ERRORS };
static const struct kg_field_name unpickler_fields[] = {
	KG_FIELD("UnpicklerObject", "memo"), KG_FIELD("UnpicklerObject", "memo_size"),
	KG_FIELD("UnpicklerObject", "marks"), KG_FIELD("UnpicklerObject", "marks_size"),
	KG_FIELD("UnpicklerObject", "input_line"), KG_FIELD("UnpicklerObject", "encoding"),
	KG_FIELD("UnpicklerObject", "errors"), KG_FIELDS_END,
};

static struct kg_error *unpickler_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	kg_addr memo = kg_obj_addr(o, native->field[UNP_MEMO]);
	int64_t n = memo ? kg_obj_i64(o, native->field[UNP_MEMO_SIZE]) : 0;

	return kg_heap_push_items(h, memo, n, memo_kind(h), ".memo", sink);
}

/* Unpickler.__sizeof__ */
static struct kg_error *unpickler_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       uint64_t *ret)
{
	const int32_t *f = native->field;
	uint64_t bytes = (uint64_t)o.type->basicsize, n;
	struct kg_error *err = NULL;

	if (kg_obj_addr(o, f[UNP_MEMO]))
		err = kg_types_size_add(o.addr, bytes, kg_obj_i64(o, f[UNP_MEMO_SIZE]), 8, &bytes);
	if (!err && kg_obj_addr(o, f[UNP_MARKS]))
		err = kg_types_size_add(o.addr, bytes, kg_obj_i64(o, f[UNP_MARKS_SIZE]), 8, &bytes);
	for (int i = UNP_LINE; !err && i <= UNP_ERRORS; i++) {
		err = kg_types_cstr_bytes(h, kg_obj_addr(o, f[i]), &n);
		if (!err)
			bytes += n;
	}
	if (!err)
		*ret = bytes;
	return err;
}

/* The unpickler's stack: objects it owns and the collector is not shown. */
static const struct kg_field_name pdata_fields[] = {KG_FIELD("Pdata", "data"), KG_FIELDS_END};

static struct kg_error *pdata_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	return kg_heap_push_items(h, kg_obj_addr(o, native->field[0]), kg_obj_size(h, o), KG_EDGE_OWNED, "", sink);
}

const struct kg_type_ops kg_types_pickle[] = {
	{.name = "_pickle.Pickler", .strct = "PicklerObject", .members = pickler_members, .fields = pickler_fields,
	 .edges = pickler_edges, .size = pickler_size},
	{.name = "_pickle.Unpickler", .strct = "UnpicklerObject", .members = unpickler_members,
	 .fields = unpickler_fields, .edges = unpickler_edges, .size = unpickler_size},
	{.name = "_pickle.PicklerMemoProxy", .strct = "PicklerMemoProxyObject", .members = pickler_proxy_members},
	{.name = "_pickle.UnpicklerMemoProxy", .strct = "UnpicklerMemoProxyObject", .members = unpickler_proxy_members},
	{.name = "_pickle.Pdata", .strct = "Pdata", .fields = pdata_fields, .edges = pdata_edges},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_pickle[] = {{.name = NULL}};
