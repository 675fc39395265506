/*
 * Apache Arrow, by pyarrow. Its objects in Python are pointers to C++ that is counted: a buffer may be in many arrays, an array in
 * many tables, and none of them is in Python's hands. The plugin says whose the memory is, who shares it, and which objects of
 * Python it is in the end: bytes and arrays that Arrow shows without copying.
 */
#include <stdio.h>

#include "arrow.h"

const struct kg_host *arrow_host;

enum { BUFFERS_SHOWN = 4 };

const struct arrow_layout *arrow_layout_of(const struct kg_heap *h, struct kg_obj o, enum arrow_what what, kg_addr *ret_at)
{
	for (const struct arrow_layout *lay = arrow_layouts; lay->version; lay++) {
		int64_t at = kg_moved(arrow_host, h, lay->wrapped);
		struct arrow_shared to;

		if (!kg_get_u64(&o, at) || !arrow_shared(h, o.addr + (kg_addr)at, &to))
			continue;
		*ret_at = to.at;
		(void)what;
		return lay;
	}
	return NULL;
}

/* Which of pyarrow's types an object is of. */
static enum arrow_what what_of(const struct kg_type *t)
{
	static const struct {
		const char *name;
		enum arrow_what what;
	} kinds[] = {
		{"pyarrow.lib.Buffer", ARROW_IS_BUFFER}, {"pyarrow.lib.Array", ARROW_IS_ARRAY}, {"pyarrow.lib.ChunkedArray", ARROW_IS_CHUNKED},
		{"pyarrow.lib.RecordBatch", ARROW_IS_BATCH}, {"pyarrow.lib.Table", ARROW_IS_TABLE},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (arrow_host->is(t, kinds[i].name))
			return kinds[i].what;
	}
	return ARROW_IS_SCALAR;
}

/* Follows all that an object leads to. @return false when it is laid out otherwise than what is known */
static bool walk(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct arrow_walk *ret)
{
	enum arrow_what what = what_of(native);
	kg_addr at;
	const struct arrow_layout *lay = arrow_layout_of(h, o, what, &at);

	*ret = (struct arrow_walk){0};
	if (lay)
		arrow_walk(h, lay, at, what, ret);
	return lay;
}

static struct kg_error *any_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	struct arrow_walk w;

	if (walk(h, o, native, &w))
		arrow_push(&w, sink);
	arrow_walk_end(&w);
	return NULL;
}

static void any_parts(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		      void (*fn)(void *arg, const struct kg_part *part), void *arg)
{
	struct arrow_walk w;

	if (walk(h, o, native, &w))
		arrow_tell(&w, fn, arg);
	arrow_walk_end(&w);
}

static uint64_t counted(const struct arrow_walk *w)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < w->nrefs; i++)
		bytes += w->refs[i].counted;
	return bytes;
}

/* What arrays, chunks, batches and tables say: .nbytes, all that they show, whosever it is. */
static struct kg_error *any_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	struct arrow_walk w;

	walk(h, o, native, &w);
	*ret = arrow_host->default_size(h, o) + counted(&w);
	arrow_walk_end(&w);
	return NULL;
}

/* Where all memory is that of Python's objects: a view of the one of which it shows most. */
static bool any_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct arrow_walk w;
	uint64_t most = 0;

	walk(h, o, native, &w);
	for (size_t i = 0; i < w.nrefs; i++) {
		const struct arrow_ref *r = &w.refs[i];

		if (!r->object)
			continue;
		if (!ret->owner || r->part.shown > most) {
			most = r->part.shown;
			ret->owner = r->object;
			ret->addr = r->part.shown_addr;
		}
		ret->bytes += r->part.shown;
	}
	if (what_of(native) != ARROW_IS_BUFFER && what_of(native) != ARROW_IS_SCALAR)
		ret->shared = counted(&w);
	arrow_walk_end(&w);
	return ret->owner != 0;
}

/* For people */

static void show_layout(const struct kg_heap *h, const struct arrow_layout *lay, struct kg_fields *fields)
{
	kg_addr version = arrow_host->module_attribute(h, "pyarrow.lib", "cpp_version");
	struct kg_obj o;
	char text[16] = "";
	struct kg_error *err = version ? arrow_host->object(h, version, &o) : NULL;

	/* A short str of ASCII: its characters end it where the head and the hash, length and state do. */
	if (version && !err && arrow_host->is(o.type, "str")) {
		err = arrow_host->string(h, version + arrow_host->head(h) + 24, text, sizeof(text));
	}
	if (version && !err && strncmp(text, lay->version, strlen(lay->version)) == 0)
		arrow_host->field(fields, "layout", "that of Arrow %s", text);
	else if (version && !err && *text)
		arrow_host->field(fields, "layout", "that of Arrow %s, which fits; this is Arrow %s", lay->version, text);
	else
		arrow_host->field(fields, "layout", "that of Arrow %s, which fits; the version is not known", lay->version);
	arrow_host->forget(err);
}

static struct kg_error *show_unknown(struct kg_fields *fields)
{
	arrow_host->field(fields, "memory", "not told: it is empty, or laid out otherwise than versions that are known");
	return NULL;
}

/* What all of it takes, and what could not be read. */
static void show_memory(const struct arrow_walk *w, struct kg_fields *fields)
{
	uint64_t blocks = 0, shown = 0;

	for (size_t i = 0; i < w->nrefs; i++) {
		blocks += w->refs[i].part.bytes || w->refs[i].object;
		shown += w->refs[i].part.shown;
	}
	arrow_host->field(fields, "shows", "%llu bytes in %llu buffer%s", (unsigned long long)shown, (unsigned long long)blocks,
			  blocks == 1 ? "" : "s");
	if (w->unread)
		arrow_host->field(fields, "not_read", "a part that is laid out otherwise than versions that are known");
	if (w->more)
		arrow_host->field(fields, "not_read", "the rest: there is too much of it");
}

static void show_buffer(const struct kg_heap *h, const struct arrow_layout *lay, const char *name, const struct arrow_buffer *b,
			struct kg_fields *fields)
{
	struct arrow_buffer root;
	char whose[ARROW_NAME];

	arrow_root(h, lay, b, &root);
	arrow_whose(h, &root, whose, sizeof(whose));
	if (root.addr == b->addr)
		arrow_host->field(fields, name, "%llu bytes at 0x%llx, %s", (unsigned long long)b->size, (unsigned long long)b->data, whose);
	else
		arrow_host->field(fields, name, "%llu bytes at 0x%llx, of %llu at 0x%llx, %s", (unsigned long long)b->size,
				  (unsigned long long)b->data, (unsigned long long)root.size, (unsigned long long)root.data, whose);
}

static struct kg_error *buffer_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	kg_addr at;
	const struct arrow_layout *lay = arrow_layout_of(h, o, ARROW_IS_BUFFER, &at);
	struct arrow_shared to;
	struct arrow_buffer b;

	(void)native;
	if (!lay || !arrow_shared(h, at, &to) || !arrow_buffer(h, lay, to.ptr, &b))
		return show_unknown(fields);
	show_buffer(h, lay, "memory", &b, fields);
	arrow_host->field(fields, "capacity", "%llu", (unsigned long long)b.capacity);
	arrow_host->field(fields, "references", "%llu in C++", (unsigned long long)to.holders);
	show_layout(h, lay, fields);
	return NULL;
}

static struct kg_error *buffer_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				       struct kg_strbuf *sb)
{
	kg_addr at;
	const struct arrow_layout *lay = arrow_layout_of(h, o, ARROW_IS_BUFFER, &at);
	struct arrow_buffer b, root;
	char whose[ARROW_NAME];

	(void)native;
	(void)width;
	if (!lay || !arrow_buffer(h, lay, arrow_word(h, at), &b)) {
		arrow_host->print(sb, "Arrow buffer");
		return NULL;
	}
	arrow_root(h, lay, &b, &root);
	arrow_whose(h, &root, whose, sizeof(whose));
	arrow_host->print(sb, "Arrow buffer of %llu bytes, %s", (unsigned long long)b.size, whose);
	return NULL;
}

/* What the buffers of a type are, in their order. */
static const char *buffer_name(uint32_t type, uint64_t i)
{
	static const char *const others[] = {"validity", "data", "buffer_2", "buffer_3"};
	bool offsets = type == ARROW_STRING || type == ARROW_BINARY || type == ARROW_LARGE_STRING || type == ARROW_LARGE_BINARY ||
		       type == ARROW_LIST || type == ARROW_LARGE_LIST || type == ARROW_MAP;

	if (offsets && i)
		return i == 1 ? "offsets" : "data";
	return others[i];
}

static bool array_of(const struct kg_heap *h, struct kg_obj o, const struct arrow_layout **ret_lay, struct arrow_data *ret)
{
	kg_addr at, array;

	*ret_lay = arrow_layout_of(h, o, ARROW_IS_ARRAY, &at);
	array = *ret_lay ? arrow_word(h, at) : 0;
	return array && arrow_data(h, *ret_lay, arrow_word(h, array + (kg_addr)(*ret_lay)->array_data), ret);
}

static struct kg_error *array_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	const struct arrow_layout *lay;
	struct arrow_buffer b;
	struct arrow_walk w;
	struct arrow_data d;

	if (!array_of(h, o, &lay, &d))
		return show_unknown(fields);
	arrow_host->field(fields, "arrow_type", "%s", arrow_type_name(d.type));
	arrow_host->field(fields, "length", "%lld", (long long)d.length);
	if (d.null_count < 0)
		arrow_host->field(fields, "null_count", "not counted yet");
	else
		arrow_host->field(fields, "null_count", "%lld", (long long)d.null_count);
	arrow_host->field(fields, "offset", "%lld", (long long)d.offset);
	for (uint64_t i = 0; i < d.buffers.n && i < BUFFERS_SHOWN; i++) {
		if (arrow_buffer(h, lay, arrow_word(h, d.buffers.begin + 16 * i), &b))
			show_buffer(h, lay, buffer_name(d.type, i), &b, fields);
	}
	if (d.children.n)
		arrow_host->field(fields, "children", "%llu", (unsigned long long)d.children.n);
	walk(h, o, native, &w);
	show_memory(&w, fields);
	arrow_walk_end(&w);
	show_layout(h, lay, fields);
	return NULL;
}

static struct kg_error *array_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				      struct kg_strbuf *sb)
{
	const struct arrow_layout *lay;
	struct arrow_data d;

	(void)native;
	(void)width;
	if (!array_of(h, o, &lay, &d)) {
		arrow_host->print(sb, "Arrow array");
		return NULL;
	}
	arrow_host->print(sb, "Arrow array of %lld %s", (long long)d.length, arrow_type_name(d.type));
	if (d.null_count > 0)
		arrow_host->print(sb, ", %lld null", (long long)d.null_count);
	return NULL;
}

/* What a chunked array, a batch or a table says of itself. */
struct whole {
	const struct arrow_layout *lay;
	uint64_t parts; /* chunks or columns */
	int64_t length, nulls;
};

static bool whole_of(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct whole *ret)
{
	enum arrow_what what = what_of(native);
	struct arrow_vector parts;
	kg_addr at, to;

	ret->lay = arrow_layout_of(h, o, what, &at);
	to = ret->lay ? arrow_word(h, at) : 0;
	if (!to || !arrow_vector(h, to + (kg_addr)(what == ARROW_IS_CHUNKED ? ret->lay->chunks : ret->lay->columns), 16, &parts))
		return false;
	ret->parts = parts.n;
	ret->length = (int64_t)arrow_word(h, to + (kg_addr)(what == ARROW_IS_CHUNKED ? ret->lay->chunked_length : ret->lay->rows));
	ret->nulls = what == ARROW_IS_CHUNKED ? (int64_t)arrow_word(h, to + (kg_addr)ret->lay->chunked_nulls) : 0;
	return ret->length >= 0;
}

static struct kg_error *whole_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	bool chunked = what_of(native) == ARROW_IS_CHUNKED;
	struct arrow_walk w;
	struct whole all;

	if (!whole_of(h, o, native, &all))
		return show_unknown(fields);
	arrow_host->field(fields, chunked ? "length" : "rows", "%lld", (long long)all.length);
	if (chunked)
		arrow_host->field(fields, "null_count", "%lld", (long long)all.nulls);
	arrow_host->field(fields, chunked ? "chunks" : "columns", "%llu", (unsigned long long)all.parts);
	walk(h, o, native, &w);
	show_memory(&w, fields);
	arrow_walk_end(&w);
	show_layout(h, all.lay, fields);
	return NULL;
}

static struct kg_error *whole_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				      struct kg_strbuf *sb)
{
	enum arrow_what what = what_of(native);
	const char *name = what == ARROW_IS_CHUNKED ? "chunked array" : what == ARROW_IS_TABLE ? "table" : "record batch";
	const char *part = what == ARROW_IS_CHUNKED ? "chunk" : "column";
	struct whole all;

	(void)width;
	arrow_host->print(sb, "Arrow %s", name);
	if (whole_of(h, o, native, &all))
		arrow_host->print(sb, " of %lld %s in %llu %s%s", (long long)all.length, what == ARROW_IS_CHUNKED ? "values" : "rows",
				  (unsigned long long)all.parts, part, all.parts == 1 ? "" : "s");
	return NULL;
}

static struct kg_error *scalar_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				       struct kg_strbuf *sb)
{
	kg_addr at, to;
	const struct arrow_layout *lay = arrow_layout_of(h, o, ARROW_IS_SCALAR, &at);
	uint32_t type = 0;
	uint8_t valid = 0;

	(void)native;
	(void)width;
	arrow_host->print(sb, "Arrow scalar");
	if (!lay)
		return NULL;
	to = arrow_word(h, at);
	type = (uint32_t)arrow_word(h, arrow_word(h, to + (kg_addr)lay->scalar_type) + (kg_addr)lay->type_id);
	arrow_host->forget(arrow_host->read(h, to + (kg_addr)lay->scalar_valid, &valid, 1));
	arrow_host->print(sb, ", %s%s", arrow_type_name(type), valid ? "" : ", null");
	return NULL;
}

/* Of types that refer to no object of Python but what their members say. */
static const struct kg_member data_type_members[] = {KG_OWN_AT("pep3118_format", 56, ".pep3118_format"), KG_END};

#define MEMORY .edges = any_edges, .parts = any_parts, .payload = any_payload
#define DATA_TYPE(n) {.name = "pyarrow.lib." n, .members = data_type_members}
#define PLAIN(n) {.name = "pyarrow.lib." n}

static const struct kg_type_ops types[] = {
	{.name = "pyarrow.lib.Buffer", MEMORY, .preview = buffer_preview, .show = buffer_show},
	{.name = "pyarrow.lib.Array", .traverse_shows = true, MEMORY, .size = any_size, .preview = array_preview, .show = array_show},
	{.name = "pyarrow.lib.ChunkedArray", .traverse_shows = true, MEMORY, .size = any_size, .preview = whole_preview, .show = whole_show},
	{.name = "pyarrow.lib.RecordBatch", .traverse_shows = true, MEMORY, .size = any_size, .preview = whole_preview, .show = whole_show},
	{.name = "pyarrow.lib.Table", MEMORY, .size = any_size, .preview = whole_preview, .show = whole_show},
	{.name = "pyarrow.lib.Scalar", MEMORY, .preview = scalar_preview},
	DATA_TYPE("DataType"), DATA_TYPE("ListType"), DATA_TYPE("LargeListType"), DATA_TYPE("ListViewType"),
	DATA_TYPE("LargeListViewType"), DATA_TYPE("MapType"), DATA_TYPE("FixedSizeListType"), DATA_TYPE("StructType"),
	DATA_TYPE("UnionType"), DATA_TYPE("DictionaryType"), DATA_TYPE("RunEndEncodedType"), DATA_TYPE("TimestampType"),
	DATA_TYPE("Time32Type"), DATA_TYPE("Time64Type"), DATA_TYPE("DurationType"), DATA_TYPE("FixedSizeBinaryType"),
	DATA_TYPE("Decimal32Type"), DATA_TYPE("Decimal64Type"), DATA_TYPE("Decimal128Type"), DATA_TYPE("Decimal256Type"),
	DATA_TYPE("BaseExtensionType"), DATA_TYPE("ExtensionType"), DATA_TYPE("FixedShapeTensorType"),
	DATA_TYPE("Bool8Type"), DATA_TYPE("OpaqueType"), DATA_TYPE("UuidType"), DATA_TYPE("JsonType"),
	PLAIN("MemoryPool"), PLAIN("LoggingMemoryPool"), PLAIN("ProxyMemoryPool"), PLAIN("Device"), PLAIN("MemoryManager"),
	PLAIN("KeyValueMetadata"), PLAIN("Codec"), PLAIN("Message"), PLAIN("RecordBatchReader"), PLAIN("CacheOptions"),
	{.name = "PyCapsule arrow_array", .edges = arrow_array_edges, .parts = arrow_array_parts, .show = arrow_array_show},
	{.name = "PyCapsule arrow_device_array", .edges = arrow_array_edges, .parts = arrow_array_parts, .show = arrow_array_show},
	{.name = "PyCapsule arrow_schema", .show = arrow_schema_show},
	{.name = "PyCapsule arrow_array_stream", .show = arrow_stream_show},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "arrow", .version = "1", .types = types, .host = &arrow_host,
				       .able = KG_ABLE_ANY_HEAD};
