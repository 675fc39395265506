/*
 * NumPy's structs, and what both halves of its decoder know of descriptors. Offsets and sizes are as in builds whose objects
 * begin with KG_HEAD bytes; tests/plugins/layout.py holds them against NumPy's own headers.
 */
#ifndef KEDGE_NUMPY_H
#define KEDGE_NUMPY_H

#include "kedge-plugin.h"

/* tagPyArrayObject_fields */
enum {
	A_DATA = 16,
	A_ND = 24,
	A_DIMENSIONS = 32,
	A_STRIDES = 40,
	A_BASE = 48,
	A_DESCR = 56,
	A_FLAGS = 64,
	A_MEM_HANDLER = 88,
	A_SIZE_OLD = 80,
};
enum { FLAG_C_ORDER = 1, FLAG_F_ORDER = 2, FLAG_OWNDATA = 4, FLAG_ALIGNED = 0x100, FLAG_WRITEABLE = 0x400, FLAG_WRITEBACK = 0x2000 };
enum { TYPE_OBJECT = 17, TYPE_VOID = 20, TYPE_USER = 256, MAX_DIMS = 64 };

/* What both forms of a descriptor have, and what each has elsewhere. */
enum { D_TYPEOBJ = 16, D_KIND = 24, D_TYPE_NUM = 28, D_LEAST = 40 };
enum { D1_ELSIZE = 32, D1_SUBARRAY = 40, D1_FIELDS = 48, D1_NAMES = 56, D1_METADATA = 72 };
enum { D2_ELSIZE = 40, D2_METADATA = 56, D2_SUBARRAY = 88, D2_FIELDS = 96, D2_NAMES = 104, D2_PLAIN = 88, D2_LEGACY = 120 };

/* PyVoidScalarObject */
enum { V_DATA = 24, V_DESCR = 32, V_FLAGS = 40, V_BASE = 48 };

/* A scalar's value; iterators and flags, with room for 32 axes in all versions. */
enum { S_VALUE = 16 };
enum { FLATITER_ARRAY = 40 + 5 * 32 * 8, BROADCAST_N = 16, BROADCAST_ITERS = 48 + 32 * 8, FLAGS_ARRAY = 16 };

extern const struct kg_host *numpy_host;

/* Words of an object of any build. */
static inline uint64_t numpy_u64(const struct kg_heap *h, const struct kg_obj *o, int64_t at)
{
	return kg_get_u64(o, kg_moved(numpy_host, h, at));
}

static inline uint32_t numpy_u32(const struct kg_heap *h, const struct kg_obj *o, int64_t at)
{
	return kg_get_u32(o, kg_moved(numpy_host, h, at));
}

static inline uint8_t numpy_u8(const struct kg_heap *h, const struct kg_obj *o, int64_t at)
{
	return kg_get_u8(o, kg_moved(numpy_host, h, at));
}

/** tp_basicsize, as of a build whose objects begin with KG_HEAD bytes. */
int64_t numpy_basicsize(const struct kg_heap *h, const struct kg_type *t);

struct numpy_descr {
	kg_addr addr;
	uint8_t kind;
	int32_t type_num;
	uint64_t elsize;
	kg_addr subarray, fields, names;
};

/** @return false when it cannot be read, which says nothing of the array. */
bool numpy_descr_read(const struct kg_heap *h, kg_addr addr, struct numpy_descr *ret);
/** As dtype names it, for people. */
void numpy_descr_name(const struct numpy_descr *d, char *ret, size_t cap);
/** The objects in @bytes of items at @data. Errors: FAULT, CORRUPT */
struct kg_error *numpy_push_objects(const struct kg_heap *h, kg_addr data, uint64_t bytes, const struct numpy_descr *d,
				    struct kg_sink *sink);

/* Of numpy.dtype: for struct kg_type_ops. */
struct kg_error *numpy_dtype_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink);
struct kg_error *numpy_dtype_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				     struct kg_strbuf *sb);

#endif
