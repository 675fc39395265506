/*
 * Apache Arrow's C++ objects as the plugin has them. They are known by the names that the C++ compiler writes beside virtual
 * functions, of the objects themselves or of what counts their references; what does not fit together is not there.
 */
#ifndef KG_PLUGIN_ARROW_H
#define KG_PLUGIN_ARROW_H

#include "kedge-plugin.h"

extern const struct kg_host *arrow_host;

enum { ARROW_NAME = 256, ARROW_DEEP = 64 };

/* Where one version of Arrow keeps things, in bytes from the beginning of each C++ object. */
struct arrow_layout {
	const char *version; /* the first part of what the target calls its own: "25." */
	uint32_t types;	     /* how many values of arrow::Type::type it knows */
	/* pyarrow.lib's objects: the std::shared_ptr that each has first, behind the list of weak references and Cython's table of functions */
	int32_t wrapped;
	/* arrow::Buffer and what derives from it */
	int32_t is_cpu, data, size, capacity, parent, buffer_end;
	/* arrow::ArrayData */
	int32_t type, length, null_count, offset, buffers, children, dictionary;
	/* arrow::Array, and arrays that some kinds keep besides; arrow::ExtensionArray's is .struct_impl */
	int32_t array_data, list_values, map_keys, map_items, struct_impl, union_impl, dictionary_indices, dictionary_values;
	/* arrow::ChunkedArray, arrow::Table, arrow::RecordBatch: of the last two the columns stand behind what the headers show */
	int32_t chunks, chunked_length, chunked_nulls, rows, columns, boxed;
	/* arrow::DataType and some kinds; type_inner: an extension's storage type, a dictionary's type of indices */
	int32_t type_id, byte_width, list_size, type_inner;
	/* arrow::Scalar */
	int32_t scalar_type, scalar_valid, scalar_value;
};

/** Those that are known, up to one without a version. */
extern const struct arrow_layout arrow_layouts[];

/* arrow::Type::type */
enum {
	ARROW_NULL = 0, ARROW_BOOL = 1, ARROW_STRING = 13, ARROW_BINARY = 14, ARROW_FIXED_BINARY = 15, ARROW_LIST = 25, ARROW_STRUCT = 26,
	ARROW_SPARSE_UNION = 27, ARROW_DENSE_UNION = 28, ARROW_DICTIONARY = 29, ARROW_MAP = 30, ARROW_EXTENSION = 31, ARROW_FIXED_LIST = 32,
	ARROW_LARGE_STRING = 34, ARROW_LARGE_BINARY = 35, ARROW_LARGE_LIST = 36, ARROW_STRING_VIEW = 39, ARROW_BINARY_VIEW = 40
};

/** Name of a type, and bytes of a value; 0 where values have no bytes of their own, or not all as many. */
const char *arrow_type_name(uint32_t id);
uint64_t arrow_type_width(uint32_t id);

/* std::shared_ptr: what it points to, and what counts it. */
struct arrow_shared {
	kg_addr ptr, at; /* at: where the pointer is */
	uint64_t holders;
};

/* std::vector */
struct arrow_vector {
	kg_addr begin;
	uint64_t n;
};

/** Word of the target, 0 where it cannot be read. */
uint64_t arrow_word(const struct kg_heap *h, kg_addr addr);
/** Mangled name of the most derived class of the C++ object at @addr. @return false when there is none */
bool arrow_class(const struct kg_heap *h, kg_addr addr, char ret[ARROW_NAME]);
/** @return false when it is empty, or nothing that counts is there */
bool arrow_shared(const struct kg_heap *h, kg_addr at, struct arrow_shared *ret);
/** The same, of something whose class is @class as what counts it names it: it has no virtual functions. */
bool arrow_shared_of(const struct kg_heap *h, kg_addr at, const char *class, struct arrow_shared *ret);
/** Of elements of @elem bytes that are all mapped. @return false when that cannot be one */
bool arrow_vector(const struct kg_heap *h, kg_addr at, uint64_t elem, struct arrow_vector *ret);

enum arrow_kind { ARROW_OF_POOL, ARROW_OF_FILE, ARROW_OF_OBJECT, ARROW_OF_OTHERS, ARROW_OF_STRING, ARROW_OF_NOBODY, ARROW_OF_SLICE };

/* arrow::Buffer */
struct arrow_buffer {
	kg_addr addr, data;
	uint64_t size, capacity;
	bool cpu;
	enum arrow_kind kind;
	kg_addr object;	  /* ARROW_OF_OBJECT: the Python object that it holds */
	char pool[64];	  /* ARROW_OF_POOL: class of the pool, "MimallocMemoryPool" */
};

/** @return false when there is none at @addr */
bool arrow_buffer(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_buffer *ret);
/** What a buffer is part of, and in the end whose memory it is. */
void arrow_root(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_buffer *b, struct arrow_buffer *ret);
/** For people: "the memory pool (mimalloc)" */
void arrow_whose(const struct kg_heap *h, const struct arrow_buffer *root, char *ret, size_t cap);
/** "heap", "mmap", "gpu"; NULL: not known */
const char *arrow_where(const struct arrow_buffer *root);

/* arrow::ArrayData */
struct arrow_data {
	kg_addr addr;
	uint32_t type;
	kg_addr type_at;
	int64_t length, null_count, offset;
	struct arrow_vector buffers, children;
};

/** @return false when what is at @addr is none */
bool arrow_data(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_data *ret);
/** Bytes of an offset, where the @i-th buffer is offsets: one more than there are values, which pyarrow does not count. */
uint64_t arrow_offsets(const struct arrow_data *d, uint64_t i);
/** What an array of @length values from @offset on shows of its @i-th buffer. */
void arrow_shown(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d, int64_t offset, int64_t length,
		 uint64_t i, const struct arrow_buffer *b, kg_addr *ret_addr, uint64_t *ret_bytes);
/** Which of the values of its @i-th child such an array shows. */
void arrow_child_range(const struct kg_heap *h, const struct arrow_layout *lay, const struct arrow_data *d, int64_t offset,
		       int64_t length, uint64_t i, int64_t *ret_offset, int64_t *ret_length);

/* One reference on the way to memory, and memory that is a Python object's. */
struct arrow_ref {
	struct kg_part part;
	kg_addr object; /* not 0: the block is this object's, and .part.bytes is 0 */
	uint64_t counted; /* of what is shown: what pyarrow's .nbytes counts */
};

struct arrow_walk {
	const struct kg_heap *h;
	const struct arrow_layout *lay;
	struct arrow_ref *refs;
	size_t nrefs, cap;
	struct arrow_step *steps;
	size_t nsteps, steps_cap;
	kg_addr *seen;
	size_t nseen, mask;
	bool more;   /* there are too many to follow */
	bool unread; /* something is none of what is known */
};

enum arrow_what { ARROW_IS_BUFFER, ARROW_IS_ARRAY, ARROW_IS_DATA, ARROW_IS_CHUNKED, ARROW_IS_BATCH, ARROW_IS_TABLE, ARROW_IS_SCALAR };

/** Follows all that the std::shared_ptr at @at leads to. The caller ends it. */
void arrow_walk(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr at, enum arrow_what what, struct arrow_walk *ret);
void arrow_walk_end(struct arrow_walk *w);

/** pyarrow.lib's object: the row that fits, and where its std::shared_ptr is. NULL: none fits */
const struct arrow_layout *arrow_layout_of(const struct kg_heap *h, struct kg_obj o, enum arrow_what what, kg_addr *ret_at);

/* Capsules of the Arrow C data interface: kg_type_ops.show and others. */
struct kg_error *arrow_schema_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields);
struct kg_error *arrow_array_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields);
struct kg_error *arrow_stream_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields);
void arrow_array_parts(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		       void (*fn)(void *arg, const struct kg_part *part), void *arg);
struct kg_error *arrow_array_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink);
/** The arrow::ArrayData that an ArrowArray at @addr was made of by Arrow itself. @return false when another made it */
bool arrow_exported(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_shared *ret);

/** Pushes the Python objects whose memory was found. */
void arrow_push(const struct arrow_walk *w, struct kg_sink *sink);
/** Tells all that was found. */
void arrow_tell(const struct arrow_walk *w, void (*fn)(void *arg, const struct kg_part *part), void *arg);

#endif
