/*
 * Memory in bulk: array, mmap, struct.
 * Source: CPython 3.11.2 Modules/arraymodule.c, mmapmodule.c, _struct.c.
 */
#include "heap/types/tables.h"

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};
static const struct kg_member array_iter_members[] = {KG_VISIT_TYPE, KG_V(ao), KG_END};

enum { ARRAY_ITEM, ARRAY_ALLOCATED, ARRAY_DESCR, DESCR_TYPECODE, DESCR_ITEMSIZE, DESCR_SIZE };
static const struct kg_field_name array_fields[] = {
	KG_FIELD("arrayobject", "ob_item"), KG_FIELD("arrayobject", "allocated"), KG_FIELD("arrayobject", "ob_descr"),
	KG_FIELD("arraydescr", "typecode"), KG_FIELD("arraydescr", "itemsize"), KG_FIELD("arraydescr", ""),
	KG_FIELDS_END,
};

/* Item size and type code, from the module's static table. */
static struct kg_error *array_descr(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    uint64_t *ret_itemsize, char *ret_code)
{
	kg_addr descr = kg_obj_addr(o, native->field[ARRAY_DESCR]);
	const void *p;
	int32_t size;
	struct kg_error *err = kg_heap_array(h, descr, 1, (uint64_t)native->field[DESCR_SIZE], &p);

	if (err)
		return err;
	size = kg_word32(p, native->field[DESCR_ITEMSIZE]);
	if (size <= 0 || size > 16)
		return kg_error_at(KG_ERR_CORRUPT, descr, "an array with items of %d bytes", size);
	*ret_itemsize = (uint64_t)size;
	*ret_code = ((const char *)p)[native->field[DESCR_TYPECODE]];
	return NULL;
}

/* array.__sizeof__ */
static struct kg_error *array_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   uint64_t *ret)
{
	uint64_t itemsize = 0;
	char code = 0;
	struct kg_error *err = array_descr(h, o, native, &itemsize, &code);

	if (err)
		return err;
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, kg_obj_i64(o, native->field[ARRAY_ALLOCATED]),
				 itemsize, ret);
}

static bool array_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			  struct kg_payload *ret)
{
	kg_addr items = kg_obj_addr(o, native->field[ARRAY_ITEM]);
	uint64_t itemsize = 0, bytes = 0;
	char code = 0;
	struct kg_error *err = array_descr(h, o, native, &itemsize, &code);

	if (!err)
		err = kg_types_size_add(o.addr, 0, kg_obj_i64(o, native->field[ARRAY_ALLOCATED]), itemsize, &bytes);
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	*ret = (struct kg_payload){.addr = items, .bytes = bytes, .where = "heap", .in_size = true};
	return items && bytes;
}

static struct kg_error *array_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      size_t width, struct kg_strbuf *sb)
{
	uint64_t itemsize = 0;
	char code = 0;
	struct kg_error *err = array_descr(h, o, native, &itemsize, &code);

	(void)width;
	if (err)
		return err;
	kg_strbuf_puts(sb, "array('");
	kg_strbuf_escape(sb, &code, 1);
	kg_strbuf_printf(sb, "') of %lld items", (long long)kg_obj_size(h, o));
	return NULL;
}

enum { MMAP_DATA, MMAP_SIZE };
static const struct kg_field_name mmap_fields[] = {
	KG_FIELD("mmap_object", "data"), KG_FIELD("mmap_object", "size"), KG_FIELDS_END};

static bool mmap_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	kg_addr data = kg_obj_addr(o, native->field[MMAP_DATA]);
	int64_t n = kg_obj_i64(o, native->field[MMAP_SIZE]);

	(void)h;
	if (!data || n <= 0)
		return false;
	*ret = (struct kg_payload){.addr = data, .bytes = (uint64_t)n, .where = "mmap"};
	return true;
}

static struct kg_error *mmap_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     size_t width, struct kg_strbuf *sb)
{
	struct kg_payload pl;

	(void)width;
	if (mmap_payload(h, o, native, &pl))
		kg_strbuf_printf(sb, "mapping of %llu bytes", (unsigned long long)pl.bytes);
	else
		kg_strbuf_puts(sb, "closed mapping");
	return NULL;
}

static const struct kg_member struct_members[] = {KG_VISIT_TYPE, KG_VISIT("s_format", ".format"), KG_END};
static const struct kg_member unpack_iter_members[] = {KG_VISIT_TYPE, KG_V(so), KG_VISIT("buf.obj", ".buf"), KG_END};

enum { STRUCT_CODES, CODE_FMTDEF, CODE_SIZE };
static const struct kg_field_name struct_fields[] = {
	KG_FIELD("PyStructObject", "s_codes"), KG_FIELD("formatcode", "fmtdef"), KG_FIELD("formatcode", ""),
	KG_FIELDS_END,
};

/* s_sizeof: the format codes and the one without a definition that ends them. */
static struct kg_error *struct_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    uint64_t *ret)
{
	kg_addr codes = kg_obj_addr(o, native->field[STRUCT_CODES]);
	uint64_t avail, n = 0, size = (uint64_t)native->field[CODE_SIZE];
	const uint8_t *p = kg_image_avail(kg_heap_image(h), codes, &avail);

	for (; codes && avail - n * size >= size; n++) {
		if (kg_word(p + n * size, native->field[CODE_FMTDEF]) == 0)
			break;
	}
	if (codes && avail - n * size < size)
		return kg_error_at(KG_ERR_FAULT, codes, "the codes of a Struct have no end");
	*ret = (uint64_t)o.type->basicsize + (n + 1) * size;
	return NULL;
}

const struct kg_type_ops kg_types_arrays[] = {
	{.name = "array.array", .strct = "arrayobject", .members = class_members, .fields = array_fields,
	 .size = array_size, .preview = array_preview, .payload = array_payload},
	{.name = "arrayiterator", .strct = "arrayiterobject", .members = array_iter_members, .until = KG_VERSION(3, 10, 0)},
	{.name = "array.arrayiterator", .strct = "arrayiterobject", .members = array_iter_members},
	{.name = "mmap.mmap", .strct = "mmap_object", .members = class_members, .fields = mmap_fields,
	 .preview = mmap_preview, .payload = mmap_payload},
	{.name = "Struct", .strct = "PyStructObject", .members = struct_members, .fields = struct_fields,
	 .size = struct_size, .until = KG_VERSION(3, 9, 0)},
	{.name = "unpack_iterator", .strct = "unpackiterobject", .members = unpack_iter_members, .until = KG_VERSION(3, 9, 0)},
	{.name = "_struct.Struct", .strct = "PyStructObject", .members = struct_members, .fields = struct_fields,
	 .size = struct_size},
	{.name = "_struct.unpack_iterator", .strct = "unpackiterobject", .members = unpack_iter_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_arrays[] = {{.name = NULL}};
