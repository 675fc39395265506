/*
 * Files and streams. Source: CPython 3.11.2 Modules/_io/.
 */
#include "cpython/layout.h"
#include "heap/types/tables.h"

/* The base classes without a struct of their own share this traverse function. */
static const struct kg_member dict_members[] = {KG_VISIT_TYPE, KG_VISIT("dict", "__dict__"), KG_END};

static const struct kg_member buffered_members[] = {KG_VISIT_TYPE, KG_V(raw), KG_VISIT("dict", "__dict__"), KG_END};
/* bufferedrwpair_traverse shows the dict alone. */
static const struct kg_member rwpair_members[] = {KG_VISIT_TYPE, KG_V_SINCE(KG_VERSION(3, 12, 0), "reader", ".reader"),
	KG_V_SINCE(KG_VERSION(3, 12, 0), "writer", ".writer"), KG_VISIT("dict", "__dict__"), KG_END};
static const struct kg_member textio_members[] = {
	KG_VISIT_TYPE, KG_V(buffer), KG_V(encoding), KG_V(encoder), KG_V(decoder), KG_V(readnl), KG_V(decoded_chars),
	KG_V(pending_bytes), KG_V(snapshot), KG_V(errors), KG_V(raw), KG_VISIT("dict", "__dict__"), KG_END};
static const struct kg_member nldecoder_members[] = {
	KG_VISIT_TYPE, KG_V_SINCE(KG_VERSION(3, 12, 0), "decoder", ".decoder"), KG_V_SINCE(KG_VERSION(3, 12, 0), "errors", ".errors"), KG_END};
static const struct kg_member bytesio_members[] = {KG_VISIT_TYPE, KG_VISIT("dict", "__dict__"), KG_V_SINCE(KG_VERSION(3, 12, 0), "buf", ".buf"), KG_END};
static const struct kg_member bytesiobuf_members[] = {KG_VISIT_TYPE, KG_V(source), KG_END};
/* While it only accumulates writes, a StringIO keeps them as str objects in accu. */
static const struct kg_member stringio_members[] = {
	KG_VISIT_TYPE, KG_VISIT("dict", "__dict__"), KG_V_SINCE(KG_VERSION(3, 12, 0), "decoder", ".decoder"), KG_V_SINCE(KG_VERSION(3, 12, 0), "readnl", ".readnl"),
	KG_V_SINCE(KG_VERSION(3, 12, 0), "writenl", ".writenl"), KG_O_OPT(accu.large), KG_O_OPT(accu.small),
	KG_END};

enum { BUFFERED_BUFFER, BUFFERED_SIZE };
static const struct kg_field_name buffered_fields[] = {
	KG_FIELD("buffered", "buffer"), KG_FIELD("buffered", "buffer_size"), KG_FIELDS_END};

/*
 * buffered_sizeof. A second __init__() that was refused leaves the size it was given, 0 or less, beside the buffer of the
 * first, whose size nobody knows any more.
 */
static struct kg_error *buffered_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      uint64_t *ret)
{
	int64_t n = kg_obj_addr(o, native->field[BUFFERED_BUFFER]) ? kg_obj_i64(o, native->field[BUFFERED_SIZE]) : 0;

	(void)h;
	if (n < 0 && o.type->basicsize + n >= 0) {
		*ret = (uint64_t)(o.type->basicsize + n);
		return NULL;
	}
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, n, 1, ret);
}

static bool buffered_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			     struct kg_payload *ret)
{
	kg_addr buffer = kg_obj_addr(o, native->field[BUFFERED_BUFFER]);
	int64_t n = kg_obj_i64(o, native->field[BUFFERED_SIZE]);

	(void)h;
	if (!buffer || n <= 0)
		return false;
	*ret = (struct kg_payload){.addr = buffer, .bytes = (uint64_t)n, .where = "heap", .in_size = true};
	return true;
}

enum { BYTESIO_BUF, BYTES_SVAL };
static const struct kg_field_name bytesio_fields[] = {
	KG_FIELD("bytesio", "buf"), KG_FIELD("PyBytesObject", "ob_sval"), KG_FIELDS_END};

/* The bytes object behind a BytesIO, when nobody else refers to it (SHARED_BUF). */
static bool bytesio_own_buf(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_obj *ret)
{
	kg_addr buf = kg_obj_addr(o, native->field[BYTESIO_BUF]);
	struct kg_error *err;

	if (!buf)
		return false;
	err = kg_heap_object(h, buf, ret);
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	return kg_layout_count(kg_heap_layout(h), ret->p) <= 1;
}

/* bytesio_sizeof */
static struct kg_error *bytesio_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	uint64_t n = 0;
	struct kg_obj buf;
	struct kg_error *err = bytesio_own_buf(h, o, native, &buf) ? kg_heap_getsizeof(h, buf, &n) : NULL;

	if (!err)
		*ret = (uint64_t)o.type->basicsize + n;
	return err;
}

static bool bytesio_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			    struct kg_payload *ret)
{
	struct kg_obj buf;
	int64_t n;

	if (!bytesio_own_buf(h, o, native, &buf))
		return false;
	n = kg_obj_size(h, buf);
	if (n <= 0)
		return false;
	*ret = (struct kg_payload){.addr = buf.addr + (uint32_t)native->field[BYTES_SVAL], .bytes = (uint64_t)n, .where = "heap",
				   .in_size = true, .shared = (uint64_t)native->field[BYTES_SVAL] + 1 + (uint64_t)n};
	return true;
}

enum { STRINGIO_BUF, STRINGIO_BUF_SIZE, STRINGIO_STATE, STRINGIO_WRITER };
static const struct kg_field_name stringio_fields[] = {
	KG_FIELD("stringio", "buf"), KG_FIELD("stringio", "buf_size"), KG_FIELD("stringio", "state"),
	KG_FIELD_OPT("stringio", "writer.buffer"), KG_FIELDS_END};

#define STATE_ACCUMULATING 2 /* Modules/_io/stringio.c */

/* Where there is a writer it is initialized only while writes accumulate in it. */
static struct kg_error *stringio_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	const int32_t *f = native->field;

	(void)h;
	if (f[STRINGIO_WRITER] != KG_ABSENT && kg_word32(o.p, f[STRINGIO_STATE]) == STATE_ACCUMULATING)
		kg_sink_own(sink, kg_obj_addr(o, f[STRINGIO_WRITER]), ".writer.buffer");
	return NULL;
}

/* Four bytes a character, and not counted by its __sizeof__. */
static bool stringio_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			     struct kg_payload *ret)
{
	kg_addr buf = kg_obj_addr(o, native->field[STRINGIO_BUF]);
	uint64_t n = kg_obj_u64(o, native->field[STRINGIO_BUF_SIZE]);

	(void)h;
	if (!buf || n == 0 || n >> 60)
		return false;
	*ret = (struct kg_payload){.addr = buf, .bytes = n * 4, .where = "heap"};
	return true;
}

#define BUFFERED(n) \
	{.name = n, .strct = "buffered", .members = buffered_members, .fields = buffered_fields, \
	 .size = buffered_size, .payload = buffered_payload}

const struct kg_type_ops kg_types_io[] = {
	{.name = "_io._IOBase", .strct = "iobase", .members = dict_members},
	{.name = "_io._RawIOBase", .strct = "iobase", .members = dict_members},
	{.name = "_io._BufferedIOBase", .strct = "iobase", .members = dict_members},
	{.name = "_io._TextIOBase", .strct = "iobase", .members = dict_members},
	{.name = "_io.FileIO", .strct = "fileio", .members = dict_members},
	BUFFERED("_io.BufferedReader"),
	BUFFERED("_io.BufferedWriter"),
	BUFFERED("_io.BufferedRandom"),
	{.name = "_io.BufferedRWPair", .strct = "rwpair", .members = rwpair_members},
	{.name = "_io.TextIOWrapper", .strct = "textio", .members = textio_members},
	{.name = "_io.IncrementalNewlineDecoder", .strct = "nldecoder_object", .members = nldecoder_members},
	{.name = "_io.BytesIO", .strct = "bytesio", .members = bytesio_members, .fields = bytesio_fields,
	 .size = bytesio_size, .payload = bytesio_payload},
	{.name = "_io._BytesIOBuffer", .strct = "bytesiobuf", .members = bytesiobuf_members},
	{.name = "_io.StringIO", .strct = "stringio", .members = stringio_members, .fields = stringio_fields,
	 .edges = stringio_edges,
	 .payload = stringio_payload},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_io[] = {{.name = NULL}};
