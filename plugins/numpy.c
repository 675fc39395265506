/*
 * NumPy. The structs of arrays and descriptors are public; that of arrays has kept its offsets from 1.7 to 2.x,
 * and that of descriptors changed once, in 2.0, which its size tells: no debug information is needed.
 * Sources: NumPy 1.24 and 2.0 numpy/core/include/numpy/ndarraytypes.h (struct tagPyArrayObject_fields,
 * _PyArray_Descr and _PyArray_LegacyDescr), arrayscalars.h; numpy/core/src/multiarray/methods.c array_sizeof,
 * scalartypes.c.src gentype_sizeof.
 */
#include "numpy.h"

#include <stdio.h>
#include <stdlib.h>

const struct kg_host *numpy_host;

/* Arrays */

struct axes {
	uint32_t n;
	const uint8_t *dims, *strides;
};

static int64_t at(const uint8_t *words, uint32_t i)
{
	int64_t v;

	memcpy(&v, words + 8 * (size_t)i, sizeof(v));
	return v;
}

static struct kg_error *axes_read(const struct kg_heap *h, struct kg_obj o, struct axes *ret)
{
	struct kg_error *err;

	ret->n = numpy_u32(h, &o, A_ND);
	if (ret->n > MAX_DIMS)
		return numpy_host->corrupt(o.addr, "an array of %d dimensions", (int)ret->n);
	err = numpy_host->array(h, numpy_u64(h, &o, A_DIMENSIONS), ret->n, 8, (const void **)&ret->dims);
	return err ? err : numpy_host->array(h, numpy_u64(h, &o, A_STRIDES), ret->n, 8, (const void **)&ret->strides);
}

static bool owns(const struct kg_heap *h, struct kg_obj o)
{
	return numpy_u32(h, &o, A_FLAGS) & FLAG_OWNDATA;
}

/*
 * Bytes of the items of an array that owns them. Such an array has no holes, whatever the order of
 * its axes, so the axis with the widest steps spans it all.
 */
static struct kg_error *owned_bytes(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	uint64_t most = 0;
	struct numpy_descr d;
	struct axes a;
	struct kg_error *err;

	*ret = 0;
	if (!owns(h, o))
		return NULL;
	err = axes_read(h, o, &a);
	if (err)
		return err;
	if (a.n == 0) {
		*ret = numpy_descr_read(h, numpy_u64(h, &o, A_DESCR), &d) ? d.elsize : 0;
		return NULL;
	}
	for (uint32_t i = 0; i < a.n; i++) {
		int64_t n = at(a.dims, i), stride = at(a.strides, i), bytes;

		if (n == 0)
			return NULL;
		if (n < 0 || stride < 0 || __builtin_mul_overflow(n, stride, &bytes))
			return numpy_host->corrupt(o.addr, "an array of negative length, or of more bytes than there are addresses");
		most = (uint64_t)bytes > most ? (uint64_t)bytes : most;
	}
	*ret = most;
	return NULL;
}

/* Bytes that a view shows: what it shows many times over, along an axis without steps, counts once. */
static bool shown_bytes(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	struct numpy_descr d;
	struct axes a;
	struct kg_error *err = axes_read(h, o, &a);

	if (err || !numpy_descr_read(h, numpy_u64(h, &o, A_DESCR), &d)) {
		numpy_host->forget(err);
		return false;
	}
	*ret = d.elsize;
	for (uint32_t i = 0; i < a.n; i++) {
		int64_t n = at(a.dims, i);

		if (n == 0)
			*ret = 0;
		if (n < 0 || (at(a.strides, i) != 0 && __builtin_mul_overflow(*ret, (uint64_t)n, ret)))
			return false;
	}
	return true;
}

/* .base and .dtype are among the members. The items are objects in few arrays, which the type's number says. */
static struct kg_error *ndarray_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	kg_addr addr = numpy_u64(h, &o, A_DESCR);
	struct numpy_descr d;
	int32_t type_num;
	uint64_t bytes;
	struct kg_error *err;

	(void)native;
	if (!owns(h, o))
		return NULL;
	err = numpy_host->read(h, addr + (kg_addr)kg_moved(numpy_host, h, D_TYPE_NUM), &type_num, sizeof(type_num));
	if (err || (type_num != TYPE_OBJECT && type_num != TYPE_VOID)) {
		numpy_host->forget(err);
		return NULL;
	}
	err = owned_bytes(h, o, &bytes);
	if (err || bytes == 0 || !numpy_descr_read(h, addr, &d))
		return err;
	return numpy_push_objects(h, numpy_u64(h, &o, A_DATA), bytes, &d, sink);
}

/*
 * array_sizeof: the struct, dimensions and strides, and the items that are its own. Up to 1.19, whose struct was the
 * smallest, what a subclass adds to it was not counted.
 */
static struct kg_error *ndarray_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	uint64_t bytes;
	struct kg_error *err = owned_bytes(h, o, &bytes);

	if (err)
		return err;
	*ret = numpy_basicsize(h, native) == A_SIZE_OLD ? (uint64_t)kg_moved(numpy_host, h, A_SIZE_OLD) : numpy_host->default_size(h, o);
	*ret += 16 * (uint64_t)numpy_u32(h, &o, A_ND) + bytes;
	return err;
}

/* Its own items, or those it shows of its base's. */
static bool ndarray_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct kg_error *err;

	(void)native;
	ret->addr = numpy_u64(h, &o, A_DATA);
	if (!owns(h, o)) {
		ret->owner = numpy_u64(h, &o, A_BASE);
		return ret->owner && shown_bytes(h, o, &ret->bytes);
	}
	err = owned_bytes(h, o, &ret->bytes);
	ret->where = "heap";
	ret->in_size = true;
	numpy_host->forget(err);
	return !err && ret->bytes != 0;
}

static void axes_text(const uint8_t *words, uint32_t n, char *ret, size_t cap)
{
	size_t len = (size_t)snprintf(ret, cap, "(");

	for (uint32_t i = 0; i < n && len < cap; i++)
		len += (size_t)snprintf(ret + len, cap - len, i ? ", %lld" : "%lld", (long long)at(words, i));
	if (len < cap)
		snprintf(ret + len, cap - len, n == 1 ? ",)" : ")");
}

static struct kg_error *ndarray_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					struct kg_strbuf *sb)
{
	char shape[MAX_DIMS * 22 + 4], name[40];
	struct numpy_descr d;
	struct axes a;
	struct kg_error *err = axes_read(h, o, &a);

	(void)native;
	(void)width;
	if (err)
		return err;
	axes_text(a.dims, a.n, shape, sizeof(shape));
	numpy_host->print(sb, "array of shape %s", shape);
	if (numpy_descr_read(h, numpy_u64(h, &o, A_DESCR), &d)) {
		numpy_descr_name(&d, name, sizeof(name));
		numpy_host->print(sb, ", %s", name);
	}
	if (!owns(h, o))
		numpy_host->print(sb, ", a view");
	return NULL;
}

static void show_memory(const struct kg_heap *h, struct kg_obj o, struct kg_fields *fields)
{
	kg_addr base = numpy_u64(h, &o, A_BASE);
	struct kg_type_facts type;
	struct kg_obj to;
	struct kg_error *err = NULL;

	if (owns(h, o)) {
		numpy_host->field(fields, "data", "0x%llx, its own", (unsigned long long)numpy_u64(h, &o, A_DATA));
		return;
	}
	if (base)
		err = numpy_host->object(h, base, &to);
	if (base && !err) {
		numpy_host->type(h, to.type, &type, sizeof(type));
		numpy_host->field(fields, "data", "0x%llx, of the %s at 0x%llx", (unsigned long long)numpy_u64(h, &o, A_DATA), type.name,
			    (unsigned long long)base);
	} else {
		numpy_host->field(fields, "data", "0x%llx, of nobody that is known", (unsigned long long)numpy_u64(h, &o, A_DATA));
	}
	numpy_host->forget(err);
}

static void show_flags(const struct kg_heap *h, struct kg_obj o, struct kg_fields *fields)
{
	uint32_t flags = numpy_u32(h, &o, A_FLAGS);

	numpy_host->field(fields, "order", "%s",
		    flags & FLAG_C_ORDER ? (flags & FLAG_F_ORDER ? "C and Fortran" : "C")
					 : (flags & FLAG_F_ORDER ? "Fortran" : "neither C nor Fortran"));
	numpy_host->field(fields, "flags", "%s%s%s%s", flags & FLAG_OWNDATA ? "owns its data" : "does not own its data",
		    flags & FLAG_WRITEABLE ? ", writable" : ", read-only", flags & FLAG_ALIGNED ? "" : ", not aligned",
		    flags & FLAG_WRITEBACK ? ", to be written back to its base" : "");
}

static struct kg_error *ndarray_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     struct kg_fields *fields)
{
	char text[MAX_DIMS * 22 + 4];
	struct numpy_descr d;
	struct axes a;
	struct kg_error *err = axes_read(h, o, &a);

	(void)native;
	if (err)
		return err;
	if (numpy_descr_read(h, numpy_u64(h, &o, A_DESCR), &d)) {
		numpy_descr_name(&d, text, sizeof(text));
		numpy_host->field(fields, "dtype", "%s", text);
		numpy_host->field(fields, "itemsize", "%llu", (unsigned long long)d.elsize);
	}
	axes_text(a.dims, a.n, text, sizeof(text));
	numpy_host->field(fields, "shape", "%s", text);
	axes_text(a.strides, a.n, text, sizeof(text));
	numpy_host->field(fields, "strides", "%s", text);
	show_memory(h, o, fields);
	show_flags(h, o, fields);
	return NULL;
}

static const struct kg_member ndarray_members[] = {
	KG_OWN_AT("base", A_BASE, ".base"),
	KG_OWN_AT("descr", A_DESCR, ".dtype"),
	KG_OWN_OPT_AT("mem_handler", A_MEM_HANDLER, ".mem_handler"), /* since 1.22 */
	KG_END,
};

/* Scalars: gentype_sizeof counts the value twice, in the struct and by its item size. */

#define SCALAR_SIZE(n)                                                                                                    \
	static struct kg_error *scalar_size_##n(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,   \
						uint64_t *ret)                                                            \
	{                                                                                                                 \
		(void)native;                                                                                             \
		*ret = numpy_host->default_size(h, o) + n;                                                                      \
		return NULL;                                                                                              \
	}

SCALAR_SIZE(1)
SCALAR_SIZE(2)
SCALAR_SIZE(4)
SCALAR_SIZE(8)
SCALAR_SIZE(16)
SCALAR_SIZE(32)

#define INTEGER_PREVIEW(name, type, format)                                                                               \
	static struct kg_error *name(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width, \
				     struct kg_strbuf *sb)                                                                \
	{                                                                                                                 \
		uint64_t word = numpy_u64(h, &o, S_VALUE);                                                                \
		type v;                                                                                                   \
		(void)native;                                                                                             \
		(void)width;                                                                                              \
		memcpy(&v, &word, sizeof(v));                                                                             \
		numpy_host->print(sb, format, v);                                                                               \
		return NULL;                                                                                              \
	}

INTEGER_PREVIEW(preview_i8, int8_t, "%d")
INTEGER_PREVIEW(preview_i16, int16_t, "%d")
INTEGER_PREVIEW(preview_i32, int32_t, "%d")
INTEGER_PREVIEW(preview_i64, long, "%ld")
INTEGER_PREVIEW(preview_u8, uint8_t, "%u")
INTEGER_PREVIEW(preview_u16, uint16_t, "%u")
INTEGER_PREVIEW(preview_u32, uint32_t, "%u")
INTEGER_PREVIEW(preview_u64, unsigned long, "%lu")

static struct kg_error *preview_bool(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				     struct kg_strbuf *sb)
{
	(void)native;
	(void)width;
	numpy_host->print(sb, "%s", numpy_u8(h, &o, S_VALUE) ? "True" : "False");
	return NULL;
}

/* The fewest digits that read back as the same number. */
static void print_shortest(double v, bool single, struct kg_strbuf *sb)
{
	char text[40];

	for (int digits = 1; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, v);
		if (single ? strtof(text, NULL) == (float)v : strtod(text, NULL) == v)
			break;
	}
	numpy_host->print(sb, strpbrk(text, ".eni") ? "%s" : "%s.0", text);
}

static struct kg_error *preview_f64(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				    struct kg_strbuf *sb)
{
	uint64_t word = numpy_u64(h, &o, S_VALUE);
	double v;

	(void)native;
	(void)width;
	memcpy(&v, &word, sizeof(v));
	print_shortest(v, false, sb);
	return NULL;
}

static struct kg_error *preview_f32(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				    struct kg_strbuf *sb)
{
	uint32_t word = numpy_u32(h, &o, S_VALUE);
	float v;

	(void)native;
	(void)width;
	memcpy(&v, &word, sizeof(v));
	print_shortest((double)v, true, sb);
	return NULL;
}

#define SCALAR(n, bytes, fn) {.name = "numpy." n, .size = scalar_size_##bytes, .preview = fn}

/* A record taken out of an array: a view of it, or a copy of its own. */

static struct kg_error *void_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	struct numpy_descr d;

	(void)native;
	if (!(numpy_u32(h, &o, V_FLAGS) & FLAG_OWNDATA) || !numpy_descr_read(h, numpy_u64(h, &o, V_DESCR), &d))
		return NULL;
	return numpy_push_objects(h, numpy_u64(h, &o, V_DATA), d.elsize, &d, sink);
}

static struct kg_error *void_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	struct numpy_descr d;

	(void)native;
	*ret = numpy_host->default_size(h, o);
	if (numpy_descr_read(h, numpy_u64(h, &o, V_DESCR), &d))
		*ret += d.elsize;
	return NULL;
}

static bool void_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct numpy_descr d;

	(void)native;
	if (!numpy_descr_read(h, numpy_u64(h, &o, V_DESCR), &d) || d.elsize == 0)
		return false;
	ret->addr = numpy_u64(h, &o, V_DATA);
	ret->bytes = d.elsize;
	ret->where = "heap";
	ret->in_size = true;
	if (!(numpy_u32(h, &o, V_FLAGS) & FLAG_OWNDATA))
		ret->owner = numpy_u64(h, &o, V_BASE);
	return ret->owner || numpy_u32(h, &o, V_FLAGS) & FLAG_OWNDATA;
}

static const struct kg_member void_members[] = {
	KG_OWN_AT("descr", V_DESCR, ".dtype"),
	KG_OWN_AT("base", V_BASE, ".base"),
	KG_END,
};

/* Iterators and flags */

static const struct kg_member flatiter_members[] = {KG_OWN_AT("ao", FLATITER_ARRAY, ".base"), KG_END};
static const struct kg_member flags_members[] = {KG_OWN_AT("arr", FLAGS_ARRAY, ".base"), KG_END};

static struct kg_error *broadcast_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	uint32_t n = numpy_u32(h, &o, BROADCAST_N);

	(void)native;
	for (uint32_t i = 0; i < n && i < 32; i++)
		numpy_host->item(sink, numpy_u64(h, &o, BROADCAST_ITERS + 8 * (int64_t)i), KG_EDGE_OWNED, ".iters", i);
	return NULL;
}

static const struct kg_type_ops types[] = {
	{.name = "numpy.ndarray",
	 .strct = "tagPyArrayObject_fields",
	 .members = ndarray_members,
	 .edges = ndarray_edges,
	 .size = ndarray_size,
	 .preview = ndarray_preview,
	 .payload = ndarray_payload,
	 .show = ndarray_show},
	{.name = "numpy.dtype", .edges = numpy_dtype_edges, .preview = numpy_dtype_preview},
	{.name = "numpy.flatiter", .strct = "PyArrayIterObject_tag", .members = flatiter_members},
	{.name = "numpy.broadcast", .edges = broadcast_edges},
	{.name = "numpy.core.multiarray.flagsobj", .strct = "PyArrayFlagsObject", .members = flags_members},
	{.name = "numpy._core.multiarray.flagsobj", .strct = "PyArrayFlagsObject", .members = flags_members},
	{.name = "numpy.void", .strct = "_PyVoidScalarObject", .members = void_members, .edges = void_edges, .size = void_size,
	 .payload = void_payload},
	SCALAR("bool_", 1, preview_bool),
	SCALAR("bool", 1, preview_bool),
	SCALAR("int8", 1, preview_i8),
	SCALAR("int16", 2, preview_i16),
	SCALAR("int32", 4, preview_i32),
	SCALAR("int64", 8, preview_i64),
	SCALAR("longlong", 8, preview_i64),
	SCALAR("uint8", 1, preview_u8),
	SCALAR("uint16", 2, preview_u16),
	SCALAR("uint32", 4, preview_u32),
	SCALAR("uint64", 8, preview_u64),
	SCALAR("ulonglong", 8, preview_u64),
	SCALAR("float16", 2, NULL),
	SCALAR("float32", 4, preview_f32),
	SCALAR("float64", 8, preview_f64),
	SCALAR("float128", 16, NULL),
	SCALAR("longdouble", 16, NULL),
	SCALAR("complex64", 8, NULL),
	SCALAR("complex128", 16, NULL),
	SCALAR("complex256", 32, NULL),
	SCALAR("clongdouble", 32, NULL),
	SCALAR("datetime64", 8, NULL),
	SCALAR("timedelta64", 8, NULL),
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "numpy", .version = "1", .types = types, .host = &numpy_host,
				       .able = KG_ABLE_ANY_HEAD};
