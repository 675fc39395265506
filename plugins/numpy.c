/*
 * Arrays of NumPy. Their struct is public and has kept its offsets from 1.7 to 2.x, so that binaries
 * built against one run with another: no debug information is needed.
 * Source: NumPy 1.24 numpy/core/include/numpy/ndarraytypes.h, struct tagPyArrayObject_fields and _PyArray_Descr.
 */
#include "heap/types/tables.h"

enum {
	A_DATA = 16,
	A_ND = 24,
	A_DIMENSIONS = 32,
	A_STRIDES = 40,
	A_BASE = 48,
	A_DESCR = 56,
	A_FLAGS = 64,
	A_SIZE = 72
};
enum { DESCR_TYPE_NUM = 28, DESCR_SIZE = 32 };
enum { FLAG_OWNDATA = 4, TYPE_OBJECT = 17, MAX_DIMS = 64 };

/* Bytes of an item by type number, for arrays without a dimension; 0: the descriptor decides. */
static const uint8_t item_bytes[] = {1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 8, 4, 8, 16, 8, 16, 32, 8, 0, 0, 0, 8, 8, 2};

static bool whole(struct kg_obj o)
{
	return o.type->basicsize >= A_SIZE;
}

static int32_t type_num(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t avail;
	const uint8_t *p = kg_image_avail(kg_heap_image(h), kg_obj_addr(o, A_DESCR), &avail);

	return p && avail >= DESCR_SIZE ? kg_word32(p, DESCR_TYPE_NUM) : -1;
}

/*
 * Bytes of the items of an array that owns them. Such an array has no holes, whatever the order of
 * its axes, so the axis with the widest steps spans it all.
 */
static struct kg_error *owned_bytes(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	int32_t nd = whole(o) ? (int32_t)kg_obj_u32(o, A_ND) : -1, kind;
	const void *dims, *strides;
	uint64_t most = 0;
	struct kg_error *err;

	*ret = 0;
	if (nd < 0 || nd > MAX_DIMS)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "an array of %d dimensions", nd);
	if (!(kg_obj_u32(o, A_FLAGS) & FLAG_OWNDATA))
		return NULL;
	if (nd == 0) {
		kind = type_num(h, o);
		*ret = kind >= 0 && (size_t)kind < sizeof(item_bytes) ? item_bytes[kind] : 0;
		return NULL;
	}
	err = kg_heap_array(h, kg_obj_addr(o, A_DIMENSIONS), (uint64_t)nd, sizeof(uint64_t), &dims);
	if (!err)
		err = kg_heap_array(h, kg_obj_addr(o, A_STRIDES), (uint64_t)nd, sizeof(uint64_t), &strides);
	if (err)
		return err;
	for (int32_t i = 0; i < nd; i++) {
		int64_t n = (int64_t)kg_word(dims, i * 8), stride = (int64_t)kg_word(strides, i * 8);
		uint64_t bytes;

		if (n == 0)
			return NULL;
		err = n < 0 || stride < 0 ? kg_error_at(KG_ERR_CORRUPT, o.addr, "an array of negative length")
					  : kg_types_size_add(o.addr, 0, n, (uint64_t)stride, &bytes);
		if (err)
			return err;
		most = bytes > most ? bytes : most;
	}
	*ret = most;
	return NULL;
}

static struct kg_error *ndarray_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	uint64_t bytes;
	struct kg_error *err = owned_bytes(h, o, &bytes);

	(void)native;
	if (err)
		return err;
	kg_sink_own(sink, kg_obj_addr(o, A_BASE), ".base");
	kg_sink_own(sink, kg_obj_addr(o, A_DESCR), ".dtype");
	if (bytes == 0 || type_num(h, o) != TYPE_OBJECT)
		return NULL;
	return kg_heap_push_items(h, kg_obj_addr(o, A_DATA), (int64_t)(bytes / 8), KG_EDGE_OWNED, "", sink);
}

/* array_sizeof: the struct, dimensions and strides, and the items that are its own. */
static struct kg_error *ndarray_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	uint64_t bytes;
	struct kg_error *err = owned_bytes(h, o, &bytes);

	(void)native;
	if (!err)
		*ret = (uint64_t)o.type->basicsize + 16 * (uint64_t)kg_obj_u32(o, A_ND) + bytes;
	return err;
}

static bool ndarray_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			    struct kg_payload *ret)
{
	uint64_t bytes;
	struct kg_error *err = owned_bytes(h, o, &bytes);

	(void)native;
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	*ret = (struct kg_payload){kg_obj_addr(o, A_DATA), bytes, "heap", true};
	return bytes != 0;
}

static struct kg_error *ndarray_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					size_t width, struct kg_strbuf *sb)
{
	uint32_t nd = whole(o) ? kg_obj_u32(o, A_ND) : UINT32_MAX;
	const void *dims;
	struct kg_error *err;

	(void)native;
	(void)width;
	if (nd > MAX_DIMS)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "an array of %u dimensions", nd);
	err = kg_heap_array(h, kg_obj_addr(o, A_DIMENSIONS), nd, sizeof(uint64_t), &dims);
	if (err)
		return err;
	kg_strbuf_puts(sb, "array of shape (");
	for (uint32_t i = 0; i < nd; i++)
		kg_strbuf_printf(sb, i ? ", %lld" : "%lld", (long long)kg_word(dims, (int32_t)i * 8));
	kg_strbuf_puts(sb, nd == 1 ? ",)" : ")");
	if (!(kg_obj_u32(o, A_FLAGS) & FLAG_OWNDATA))
		kg_strbuf_puts(sb, ", a view");
	return NULL;
}

const struct kg_type_ops kg_types_numpy[] = {
    {.name = "numpy.ndarray",
     .edges = ndarray_edges,
     .size = ndarray_size,
     .preview = ndarray_preview,
     .payload = ndarray_payload},
    {.name = NULL},
};
const struct kg_module_ops kg_modules_numpy[] = {{.name = NULL}};
