/*
 * Struct sequences: os.stat_result, sys.version_info, time.struct_time and the
 * like. No list of names could be complete: the registry gives this one name to
 * every C type that derives from tuple and whose dict counts its fields.
 * Source: CPython 3.11.2 Objects/structseq.c.
 */
#include "heap/core.h"
#include "heap/heap.h"
#include "heap/types/tables.h"

enum { TUPLE_ITEM };
static const struct kg_field_name structseq_fields[] = {
	KG_FIELD("PyTupleObject", "ob_item"), KG_FIELDS_END};

/* ob_size counts the visible fields alone; all of them stand in the object (REAL_SIZE). */
static struct kg_error *real_fields(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    int64_t *ret)
{
	kg_addr dict, value;

	dict = kg_type_dict(h, native->addr);
	if (!kg_dict_get_str(h, dict, "n_fields", &value) || !kg_int_value(h, value, ret) || *ret < 0)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a struct sequence whose type has no n_fields");
	return NULL;
}

/* structseq_traverse shows the class only when it was allocated at run time. */
static struct kg_error *structseq_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	int64_t n;
	struct kg_error *err = real_fields(h, o, native, &n);

	if (native->heap_type && kg_version_number(kg_heap_layout(h)->version) >= KG_VERSION(3, 9, 0))
		kg_sink_visit(sink, native->addr, "__class__");
	else if (native->heap_type)
		kg_sink_own(sink, native->addr, "__class__");
	if (err)
		return err;
	return kg_types_push_range(h, o.addr + (uint32_t)native->field[TUPLE_ITEM], (uint64_t)n, 0, KG_EDGE_TRAVERSE,
				   sink);
}

const struct kg_type_ops kg_types_structseq[] = {
	{.name = "structseq", .strct = "PyTupleObject", .fields = structseq_fields, .edges = structseq_edges,
	 .class_shown = true},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_structseq[] = {{.name = NULL}};
