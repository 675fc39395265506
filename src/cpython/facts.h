/*
 * What differs between versions of CPython and no struct layout tells. One row for
 * each range of versions and kind of build: code asks the row, never the version.
 * A member that a version merely lacks or calls otherwise is the layout's business
 * (fields.def: KG_ABSENT, and "a|b" for a member that was renamed).
 */
#ifndef KG_CPYTHON_FACTS_H
#define KG_CPYTHON_FACTS_H

#include "api/kedge-plugin.h"
#include "process/process.h"

struct kg_version {
	uint8_t major, minor, micro, level, serial; /* as sys.version_info; level 0xf: final */
};

/** A version as one number, for ranges: KG_VERSION() of a constant one. */
static inline uint32_t kg_version_number(struct kg_version v)
{
	return KG_VERSION(v.major, v.minor, v.micro);
}

/** Is @number in [@since, @until)? 0 is no bound. */
static inline bool kg_version_within(uint32_t number, uint32_t since, uint32_t until)
{
	return number >= since && (until == 0 || number < until);
}

/* How code says which line an instruction is on. */
enum kg_line_table {
	KG_LINES_LNOTAB,    /* co_lnotab: {bytes, lines} to add up */
	KG_LINES_RANGES,    /* co_linetable of 3.10: {bytes, lines}, -128 without a line */
	KG_LINES_LOCATIONS, /* co_linetable from 3.11 on */
};

/* Where what a running function holds is kept. */
enum kg_frames {
	KG_FRAMES_OBJECTS,  /* a frame object for each call; f_back leads outward */
	KG_FRAMES_INTERNAL, /* _PyInterpreterFrame; a frame object only when somebody asks */
};

/* Where the attributes of instances are that have no dict yet. */
enum kg_values {
	KG_VALUES_NONE,
	KG_VALUES_POINTER, /* a word before the object leads to them, another to the dict */
	KG_VALUES_TAGGED,  /* one word before the object: dict, or values less one byte */
	KG_VALUES_INLINE,  /* behind the object, at tp_basicsize */
};

/* How ob_refcnt says that nobody counts. */
enum kg_counting {
	KG_COUNT_PLAIN, /* it never does */
	KG_COUNT_SIGN,	/* bit 31 of the low half */
	KG_COUNT_SHORT, /* the same, and only the low 32 bits count */
	KG_COUNT_SPLIT, /* a local count, all bits set when nobody counts, and a shared one: free-threaded builds */
};

enum kg_int_form {
	KG_INT_SIZE, /* ob_size: number of digits, negative for negative numbers */
	KG_INT_TAG,  /* lv_tag: number of digits << 3 and the sign */
};

/* How a dict's key table says what it is. */
enum kg_keys_form {
	KG_KEYS_LOOKUP, /* dk_size, and dk_lookup is the function that suits its keys */
	KG_KEYS_KINDS,	/* dk_log2_size, dk_kind */
};

/* When traversing an instance of a Python class visits the class. */
enum kg_class_visit {
	KG_CLASS_ALWAYS,
	KG_CLASS_UNLESS_BASE, /* not when the C base is a heap type, which does it */
};

/* What sys.getsizeof() adds to __sizeof__(). */
enum kg_size_head {
	KG_HEAD_OF_OBJECT, /* a GC header if the object has one */
	KG_HEAD_OF_TYPE,   /* what stands before instances of the type: for static types too */
	KG_HEAD_OF_BOTH,   /* the same, but nothing for static types whose class is type */
};

#define KG_NO_BIT 255

/* PyASCIIObject.state: bits counted from the lowest. */
struct kg_str_state {
	uint8_t kind;	 /* first of three bits */
	uint8_t compact, ascii;
	uint8_t ready;	 /* KG_NO_BIT: every str is */
};

/* Values of gi_frame_state. */
struct kg_gen_states {
	int8_t completed; /* from here on the frame's slots are gone */
	int8_t cleared;	  /* from here on the collector is not shown the frame */
	int8_t executing;
};

struct kg_facts {
	uint32_t since, until; /* KG_VERSION; until is not in it */
	bool free_threaded;

	uint32_t arena_bytes, pool_bytes; /* pymalloc's, 0 without pymalloc */
	uint32_t segment_bytes, slice_bytes; /* mimalloc's, where objects are in its pages; 0: they are not */

	uint8_t gc_flag_bits; /* low bits of _gc_next and _gc_prev that are not address */
	bool gc_lists;	      /* collected objects hang in lists; false: they are looked for in the allocator's heaps */
	int16_t gc_bytes;     /* of the collector's state, where that tells between rows of one minor version; 0: it does not */
	bool old_spaces;      /* the second and third list are two halves of the oldest generation, and the middle one is empty */
	bool untracks_young;  /* a collection first stops tracking tuples of the youngest that hold nothing it need look at */

	bool marks_alive;     /* a collection first looks for what plain roots lead to and leaves that alone; without gc_lists */
	bool drops_immortal;  /* a collection stops tracking what nobody counts, even where it is alive; without gc_lists */
	bool untracks_dicts;  /* a collection stops tracking dicts that hold nothing it need look at; without gc_lists */

	enum kg_counting counting;
	int64_t deferred_bias;	  /* what the count of an object holds that is not freed by its count */
	uint64_t frozen_count;	  /* count of objects that the C compiler laid out, about; 0: not told by a count */
	bool static_ints;	  /* small ints are an array of objects among the interpreter's variables */
	bool interned_uncounted;  /* the dict of interned strings does not count its mortal keys */

	enum kg_values values;
	uint64_t preheader_flags; /* tp_flags for which two words stand before GC header and object */
	uint8_t preheader_dict, preheader_values, preheader_weakrefs; /* bytes before the object, 0 none */

	enum kg_class_visit class_visit;
	bool native_class_visit; /* the traverse function of a C heap type shows the class, bar exceptions */
	enum kg_size_head size_head;
	enum kg_keys_form keys;
	enum kg_int_form ints;
	uint8_t least_digits;	/* that sys.getsizeof() counts of an int */
	struct kg_str_state str;
	bool list_room_before;	/* the word before a list's items says for how many there is room */
	bool delayed_decref;	/* what is tagged in a queue of memory to be freed is a reference to give up, no memory */

	enum kg_frames frames;
	enum kg_line_table lines;
	uint8_t code_unit;	/* bytes that one step of an instruction offset stands for */
	bool lasti_units;	/* f_lasti counts such steps; false: bytes */
	bool stackrefs;		/* slots of frames are tagged; their top is a pointer */
	uint8_t owner_internal; /* frames whose owner is this or more are the interpreter's own, 0: none are */
	struct kg_gen_states gen;
};

/**
 * The row for a build; that of the nearest version when none is its own.
 * @ret_exact: whether it is its own
 */
const struct kg_facts *kg_facts_find(struct kg_version v, bool free_threaded, bool *ret_exact);

/**
 * The row of the same minor version whose collector's state is @bytes long, as the image or its debug information says:
 * whoever ships CPython may have put another version's collector in, and then the version says nothing of it.
 * @return @f itself where no other row fits
 */
const struct kg_facts *kg_facts_by_collector(const struct kg_facts *f, int32_t bytes);

#endif
