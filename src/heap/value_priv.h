/* What value.c and its neighbors share. */
#ifndef KG_HEAP_VALUE_PRIV_H
#define KG_HEAP_VALUE_PRIV_H

#include "heap/heap.h"
#include "heap/repr.h"

/** Characters of a str object or of an instance of a subclass; a string from before
 * PEP 393 as its wide characters. @return false when they are not all readable */
bool kg_value_str(const struct kg_heap *h, struct kg_obj o, struct kg_chars *ret);

/** A short description of what has no exact repr(). */
void kg_value_describe(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb);

/** The word at @off of @o; 0 when the object ends before it or this version has no
 * such member: a type's name and flags say nothing of what is really mapped. */
static inline uint64_t kg_value_word(struct kg_obj o, int64_t off)
{
	if (off < 0 || o.avail < 8 || (uint64_t)off > o.avail - 8)
		return 0;
	return kg_obj_u64(o, off);
}

/** Is @o an int, str... itself and not an instance of a subclass? */
static inline bool kg_value_exact(struct kg_obj o)
{
	return o.type->native == o.type && !o.type->heap_type;
}

/** The C string at @addr of the target, escaped; "?" when there is none. */
void kg_value_c_string(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb);

/* Bits of tp_flags that tell the basic types apart (CPython Include/object.h). */
enum {
	KG_IS_LONG = 1u << 24,
	KG_IS_LIST = 1u << 25,
	KG_IS_TUPLE = 1u << 26,
	KG_IS_BYTES = 1u << 27,
	KG_IS_UNICODE = 1u << 28,
	KG_IS_DICT = 1u << 29,
	KG_IS_TYPE = 1u << 31,
};

#endif
