/* Reading the core types' values, for decoders of other types and for reports. */
#ifndef KG_HEAP_CORE_H
#define KG_HEAP_CORE_H

#include "heap/type.h"

/* The table of a dict's keys, checked: n entries of entry_size bytes are readable. */
struct kg_keys {
	kg_addr addr;
	int64_t refcount;
	uint8_t log2_size, log2_index_bytes, kind; /* KG_KEYS_* */
	int64_t usable, n;	/* entries left, entries in use (deleted ones included) */
	kg_addr entries;
	const uint8_t *p;	/* host pointer to entries */
	uint32_t entry_size, key_offset, value_offset;
};

/* As dk_kind has it from 3.11 on; before, what dk_lookup amounts to, and a table that instances share is KG_KEYS_UNICODE. */
enum { KG_KEYS_GENERAL, KG_KEYS_UNICODE, KG_KEYS_SPLIT };

/** Errors: FAULT, CORRUPT */
struct kg_error *kg_keys_read(const struct kg_heap *h, kg_addr addr, struct kg_keys *ret) KG_MUST_CHECK;
/** Bytes of the key table itself, as _PyDict_KeysSize(). */
uint64_t kg_keys_size(const struct kg_heap *h, const struct kg_keys *keys);

/* One item of a dict, in insertion order for combined tables. */
struct kg_dict_item {
	kg_addr key, value;
};

/** Calls fn for each item of the dict object at @addr until it returns false. Errors: FAULT, CORRUPT */
struct kg_error *kg_dict_each(const struct kg_heap *h, kg_addr addr, bool (*fn)(void *arg, struct kg_dict_item item),
			      void *arg) KG_MUST_CHECK;

/** Value under the str key that reads @key (ASCII). @return false when there is none. Cost: O(n) */
bool kg_dict_get_str(const struct kg_heap *h, kg_addr dict, const char *key, kg_addr *ret);

/** dict.__sizeof__(), for dict and for types that have one inside. Errors: FAULT, CORRUPT */
struct kg_error *kg_dict_sizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret) KG_MUST_CHECK;

/** @return false when it is no int (of any subclass) or does not fit */
bool kg_int_value(const struct kg_heap *h, kg_addr addr, int64_t *ret);

/* Character data of a str, wherever it is. */
struct kg_str {
	const void *data;
	uint64_t length;   /* characters */
	uint8_t char_size; /* 1, 2 or 4 */
	bool ascii, interned_mortal, interned;
};

/** @return false when there is no readable str (of any subclass) at @addr */
bool kg_str_read(const struct kg_heap *h, kg_addr addr, struct kg_str *ret);
/** The same without the characters, which need not be there: .data is NULL, and *ret_data where they would be. */
bool kg_str_head(const struct kg_heap *h, kg_addr addr, struct kg_str *ret, kg_addr *ret_data);
/** Is it a str equal to the ASCII text @text? */
bool kg_str_is(const struct kg_heap *h, kg_addr addr, const char *text);

/* Bits of PyASCIIObject.state. */
static inline uint32_t kg_str_state_kind(const struct kg_str_state *s, uint32_t state)
{
	return state >> s->kind & 7;
}

static inline bool kg_str_state_compact(const struct kg_str_state *s, uint32_t state)
{
	return state >> s->compact & 1;
}

static inline bool kg_str_state_ascii(const struct kg_str_state *s, uint32_t state)
{
	return state >> s->ascii & 1;
}

/** false: the str has its wide characters only, from before PEP 393. */
static inline bool kg_str_state_ready(const struct kg_str_state *s, uint32_t state)
{
	return s->ready == KG_NO_BIT || (state >> s->ready & 1);
}

#endif
