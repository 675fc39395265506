/*
 * Reading arrow::Buffer and arrow::ArrayData. A std::shared_ptr is two words, the second of which leads to the counts, which
 * have virtual functions in libstdc++ and libc++ alike: by their class it is known what they count, even where that has none.
 *
 * Sources: Arrow 25.0, as in arrow_layouts.c; libstdc++ bits/shared_ptr_base.h (_Sp_counted_base); Itanium C++ ABI 2.9.4
 * (type_info); CPython Include/pybuffer.h (Py_buffer).
 */
#include <stdio.h>

#include "arrow.h"

#define HOLDERS_MOST (UINT32_C(1) << 30) /* more than there can be */
#define BYTES_MOST (INT64_C(1) << 47)
enum { COUNTS_USE = 8, COUNTS_END = 16, VIEW_OBJECT = 8 /* Py_buffer.obj */ };

uint64_t arrow_word(const struct kg_heap *h, kg_addr addr)
{
	uint64_t v = 0;
	struct kg_error *err = addr < 4096 ? NULL : arrow_host->read(h, addr, &v, sizeof(v));

	arrow_host->forget(err);
	return err ? 0 : v;
}

bool arrow_class(const struct kg_heap *h, kg_addr addr, char ret[ARROW_NAME])
{
	kg_addr functions = addr & 7 ? 0 : arrow_word(h, addr), info, name;
	struct kg_error *err;

	if (functions & 7 || functions < 4096)
		return false;
	info = arrow_word(h, functions - 8);
	/* Only the whole object begins there: it is no part of another. */
	if (info & 7 || info < 4096 || arrow_word(h, functions - 16) != 0)
		return false;
	name = arrow_word(h, info + 8);
	err = name < 4096 ? NULL : arrow_host->string(h, name, ret, ARROW_NAME);
	arrow_host->forget(err);
	if (name < 4096 || err)
		return false;
	/* A class that only its own file knows has a mark before its name. */
	if (ret[0] == '*')
		memmove(ret, ret + 1, strlen(ret));
	return true;
}

bool arrow_shared(const struct kg_heap *h, kg_addr at, struct arrow_shared *ret)
{
	kg_addr counts = arrow_word(h, at + 8);
	char class[ARROW_NAME];
	uint32_t use = 0;
	struct kg_error *err;

	*ret = (struct arrow_shared){.ptr = arrow_word(h, at), .at = at};
	if (!ret->ptr || ret->ptr & 7 || !counts || !arrow_class(h, counts, class) || !strstr(class, "_Sp_counted"))
		return false;
	err = arrow_host->read(h, counts + COUNTS_USE, &use, sizeof(use));
	arrow_host->forget(err);
	ret->holders = use;
	return !err && use > 0 && use < HOLDERS_MOST;
}

bool arrow_shared_of(const struct kg_heap *h, kg_addr at, const char *class, struct arrow_shared *ret)
{
	char counts[ARROW_NAME];

	return arrow_shared(h, at, ret) && arrow_class(h, arrow_word(h, at + 8), counts) && strstr(counts, class);
}

bool arrow_vector(const struct kg_heap *h, kg_addr at, uint64_t elem, struct arrow_vector *ret)
{
	kg_addr begin = arrow_word(h, at), end = arrow_word(h, at + 8), room = arrow_word(h, at + 16);
	const void *p;
	struct kg_error *err;

	*ret = (struct arrow_vector){.begin = begin, .n = (end - begin) / elem};
	if (begin & 7 || end < begin || room < end || (end - begin) % elem || (room - begin) % elem)
		return false;
	err = ret->n ? arrow_host->array(h, begin, ret->n, elem, &p) : NULL;
	arrow_host->forget(err);
	return !err;
}

/* Classes of buffers. Of one that has a parent that alone says whose the memory is. */
static const struct {
	const char *class;
	enum arrow_kind kind;
	int32_t object; /* behind the members of arrow::Buffer */
} classes[] = {
	{"N5arrow10PoolBufferE", ARROW_OF_POOL, 0},
	{"N5arrow2io16MemoryMappedFile9MemoryMap6RegionE", ARROW_OF_FILE, 0},
	{"N5arrow2py8PyBufferE", ARROW_OF_OBJECT, VIEW_OBJECT},
	{"N5arrow2py11NumPyBufferE", ARROW_OF_OBJECT, 0},
	{"N5arrow2py15PyForeignBufferE", ARROW_OF_OBJECT, 0},
	{"N5arrow12_GLOBAL__N_114ImportedBufferE", ARROW_OF_OTHERS, 0},
	{"N5arrow15StlStringBufferE", ARROW_OF_STRING, 0},
};

static bool kind_of(const char *class, enum arrow_kind *ret, int32_t *ret_object)
{
	size_t n = strlen(class);

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (strcmp(class, classes[i].class) == 0) {
			*ret = classes[i].kind;
			*ret_object = classes[i].object;
			return true;
		}
	}
	*ret = ARROW_OF_NOBODY;
	return strncmp(class, "N5arrow", 7) == 0 && n > 7 && strcmp(class + n - 7, "BufferE") == 0;
}

/* "N5arrow18MimallocMemoryPoolE" */
static void pool_name(const struct kg_heap *h, kg_addr pool, char *ret, size_t cap)
{
	char class[ARROW_NAME];
	const char *p = class + 7;

	ret[0] = '\0';
	if (!arrow_class(h, pool, class) || strncmp(class, "N5arrow", 7) != 0 || !strstr(class, "MemoryPool"))
		return;
	while (*p >= '0' && *p <= '9')
		p++;
	snprintf(ret, cap, "%.*s", (int)(strlen(p) > 0 ? strlen(p) - 1 : 0), p);
}

bool arrow_buffer(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_buffer *ret)
{
	struct arrow_buffer b = {.addr = addr};
	const kg_addr end = addr + (kg_addr)lay->buffer_end;
	struct arrow_shared parent;
	char class[ARROW_NAME];
	uint8_t flags[2] = {2, 2};
	int32_t object = 0;

	if (!arrow_class(h, addr, class) || !kind_of(class, &b.kind, &object))
		return false;
	arrow_host->forget(arrow_host->read(h, addr + (kg_addr)lay->is_cpu - 1, flags, sizeof(flags)));
	b.data = arrow_word(h, addr + (kg_addr)lay->data);
	b.size = arrow_word(h, addr + (kg_addr)lay->size);
	b.capacity = arrow_word(h, addr + (kg_addr)lay->capacity);
	b.cpu = flags[1] == 1;
	if (flags[0] > 1 || flags[1] > 1 || b.size > b.capacity || b.capacity > (uint64_t)BYTES_MOST || (!b.data && b.size && b.cpu))
		return false;
	if (arrow_word(h, addr + (kg_addr)lay->parent)) {
		if (!arrow_shared(h, addr + (kg_addr)lay->parent, &parent))
			return false;
		b.kind = ARROW_OF_SLICE;
	}
	if (b.kind == ARROW_OF_POOL)
		pool_name(h, arrow_word(h, end), b.pool, sizeof(b.pool));
	if (b.kind == ARROW_OF_OBJECT)
		b.object = arrow_word(h, end + (kg_addr)object);
	*ret = b;
	return true;
}

void arrow_root(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_buffer *b, struct arrow_buffer *ret)
{
	struct arrow_buffer next;

	*ret = *b;
	for (int i = 0; i < ARROW_DEEP && ret->kind == ARROW_OF_SLICE; i++) {
		if (!arrow_buffer(h, lay, arrow_word(h, ret->addr + (kg_addr)lay->parent), &next))
			return;
		*ret = next;
	}
}

const char *arrow_where(const struct arrow_buffer *root)
{
	if (!root->cpu)
		return "gpu";
	if (root->kind == ARROW_OF_FILE)
		return "mmap";
	return root->kind == ARROW_OF_POOL || root->kind == ARROW_OF_STRING ? "heap" : NULL;
}

/* What the pools' classes are called by people. */
static const char *allocator(const char *pool)
{
	if (strstr(pool, "Mimalloc"))
		return "mimalloc";
	if (strstr(pool, "Jemalloc"))
		return "jemalloc";
	return strstr(pool, "System") ? "malloc" : *pool ? pool : "a pool that is not known";
}

void arrow_whose(const struct kg_heap *h, const struct arrow_buffer *root, char *ret, size_t cap)
{
	struct kg_type_facts type;
	struct kg_obj o;
	struct kg_error *err;

	switch (root->kind) {
	case ARROW_OF_POOL:
		snprintf(ret, cap, "a memory pool's (%s)", allocator(root->pool));
		return;
	case ARROW_OF_FILE:
		snprintf(ret, cap, "a file's, which is mapped");
		return;
	case ARROW_OF_STRING:
		snprintf(ret, cap, "a C++ string's");
		return;
	case ARROW_OF_OTHERS:
		snprintf(ret, cap, "another library's, by the C data interface");
		return;
	case ARROW_OF_OBJECT:
		err = arrow_host->object(h, root->object, &o);
		if (!err)
			arrow_host->type(h, o.type, &type, sizeof(type));
		arrow_host->forget(err);
		snprintf(ret, cap, "of the %s at 0x%llx", err ? "object" : type.name, (unsigned long long)root->object);
		return;
	default:
		snprintf(ret, cap, "of nobody that is known");
	}
}

static bool type_read(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, uint32_t *ret)
{
	char class[ARROW_NAME];
	struct kg_error *err;

	if (!arrow_class(h, addr, class) || !strstr(class, "Type"))
		return false;
	err = arrow_host->read(h, addr + (kg_addr)lay->type_id, ret, sizeof(*ret));
	arrow_host->forget(err);
	return !err && *ret < lay->types;
}

/* That of the values, for a type that only gives another one a meaning. */
static bool storage_type(const struct kg_heap *h, const struct arrow_layout *lay, struct arrow_data *d)
{
	for (int i = 0; i < 4; i++) {
		if (!type_read(h, lay, d->type_at, &d->type))
			return false;
		if (d->type != ARROW_EXTENSION)
			return true;
		d->type_at = arrow_word(h, d->type_at + (kg_addr)lay->type_inner);
	}
	return false;
}

bool arrow_data(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_data *ret)
{
	struct arrow_data d = {.addr = addr, .type_at = arrow_word(h, addr + (kg_addr)lay->type)};

	d.length = (int64_t)arrow_word(h, addr + (kg_addr)lay->length);
	d.null_count = (int64_t)arrow_word(h, addr + (kg_addr)lay->null_count);
	d.offset = (int64_t)arrow_word(h, addr + (kg_addr)lay->offset);
	if (d.length < 0 || d.length > BYTES_MOST || d.offset < 0 || d.offset > BYTES_MOST || d.null_count < -1 || d.null_count > d.length)
		return false;
	if (!storage_type(h, lay, &d) || !arrow_vector(h, addr + (kg_addr)lay->buffers, 16, &d.buffers) ||
	    !arrow_vector(h, addr + (kg_addr)lay->children, 16, &d.children))
		return false;
	*ret = d;
	return true;
}

/* Shown of a buffer */

/* The @i-th number of a buffer of offsets, of @width bytes. @return false when the buffer has none */
static bool offset_at(const struct kg_heap *h, const struct arrow_buffer *b, uint64_t width, int64_t i, int64_t *ret)
{
	uint8_t raw[8] = {0};
	struct kg_error *err;

	if (i < 0 || ((uint64_t)i + 1) * width > b->size || !b->cpu)
		return false;
	err = arrow_host->read(h, b->data + (uint64_t)i * width, raw, width);
	arrow_host->forget(err);
	if (width == 4) {
		int32_t v;

		memcpy(&v, raw, sizeof(v));
		*ret = v;
	} else {
		memcpy(ret, raw, sizeof(*ret));
	}
	return !err && *ret >= 0;
}

static uint64_t offsets_width(uint32_t type)
{
	switch (type) {
	case ARROW_STRING: case ARROW_BINARY: case ARROW_LIST: case ARROW_MAP:
		return 4;
	case ARROW_LARGE_STRING: case ARROW_LARGE_BINARY: case ARROW_LARGE_LIST:
		return 8;
	default:
		return 0;
	}
}

uint64_t arrow_offsets(const struct arrow_data *d, uint64_t i)
{
	return i == 1 ? offsets_width(d->type) : 0;
}

/* From the @offset-th offset to that @length further. */
static bool offsets_range(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d, int64_t offset,
			  int64_t length, int64_t *ret_from, int64_t *ret_to)
{
	uint64_t width = offsets_width(d->type);
	struct arrow_buffer b;

	*ret_from = *ret_to = 0;
	if (!width || d->buffers.n < 2 || !arrow_buffer(h, lay, arrow_word(h, d->buffers.begin + 16), &b))
		return false;
	if (length == 0)
		return true;
	return offset_at(h, &b, width, offset, ret_from) && offset_at(h, &b, width, offset + length, ret_to) && *ret_to >= *ret_from;
}

static uint64_t width_of(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d)
{
	uint32_t index;

	if (d->type == ARROW_FIXED_BINARY)
		return (uint32_t)arrow_word(h, d->type_at + (kg_addr)lay->byte_width);
	if (d->type != ARROW_DICTIONARY)
		return arrow_type_width(d->type);
	return type_read(h, lay, arrow_word(h, d->type_at + (kg_addr)lay->type_inner), &index) ? arrow_type_width(index) : 0;
}

static void whole(const struct arrow_buffer *b, uint64_t from, uint64_t bytes, kg_addr *ret_addr, uint64_t *ret_bytes)
{
	if (from > b->size)
		from = b->size;
	*ret_addr = b->data + from;
	*ret_bytes = bytes < b->size - from ? bytes : b->size - from;
}

/* Bits of @length values from the @offset-th on. */
static void bits(const struct arrow_buffer *b, int64_t offset, int64_t length, kg_addr *ret_addr, uint64_t *ret_bytes)
{
	uint64_t from = (uint64_t)offset / 8, to = ((uint64_t)offset + (uint64_t)length + 7) / 8;

	whole(b, from, length ? to - from : 0, ret_addr, ret_bytes);
}

void arrow_shown(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d, int64_t offset, int64_t length,
		 uint64_t i, const struct arrow_buffer *b, kg_addr *ret_addr, uint64_t *ret_bytes)
{
	uint64_t width = width_of(h, lay, d), offsets = offsets_width(d->type);
	int64_t from, to;

	whole(b, 0, b->size, ret_addr, ret_bytes);
	if (i == 0 && d->type != ARROW_SPARSE_UNION && d->type != ARROW_DENSE_UNION)
		bits(b, offset, length, ret_addr, ret_bytes);
	else if (i == 1 && d->type == ARROW_BOOL)
		bits(b, offset, length, ret_addr, ret_bytes);
	else if (i == 1 && offsets)
		whole(b, (uint64_t)offset * offsets, length ? ((uint64_t)length + 1) * offsets : 0, ret_addr, ret_bytes);
	else if (i == 2 && offsets && offsets_range(h, lay, d, offset, length, &from, &to))
		whole(b, (uint64_t)from, (uint64_t)(to - from), ret_addr, ret_bytes);
	else if (i == 1 && (d->type == ARROW_SPARSE_UNION || d->type == ARROW_DENSE_UNION))
		whole(b, (uint64_t)offset, (uint64_t)length, ret_addr, ret_bytes);
	else if (i == 2 && d->type == ARROW_DENSE_UNION)
		whole(b, (uint64_t)offset * 4, (uint64_t)length * 4, ret_addr, ret_bytes);
	else if (i == 1 && width)
		whole(b, (uint64_t)offset * width, (uint64_t)length * width, ret_addr, ret_bytes);
}

void arrow_child_range(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d, int64_t offset,
		       int64_t length, uint64_t i, int64_t *ret_offset, int64_t *ret_length)
{
	struct arrow_data child;
	kg_addr at = arrow_word(h, d->children.begin + 16 * i);
	int64_t from = 0, to = 0;

	*ret_offset = *ret_length = -1;
	if (!arrow_data(h, lay, at, &child))
		return;
	*ret_offset = child.offset;
	*ret_length = child.length;
	if (d->type == ARROW_STRUCT || d->type == ARROW_SPARSE_UNION) {
		from = offset;
		to = offset + length;
	} else if (d->type == ARROW_FIXED_LIST) {
		int64_t n = (int32_t)arrow_word(h, d->type_at + (kg_addr)lay->list_size);

		if (n < 0 || __builtin_mul_overflow(offset, n, &from) || __builtin_mul_overflow(offset + length, n, &to))
			return;
	} else if (!offsets_range(h, lay, d, offset, length, &from, &to)) {
		return;
	}
	if (to > child.length || from > to)
		return;
	*ret_offset = child.offset + from;
	*ret_length = to - from;
}
