/*
 * Types of the target, and what kedge knows about each.
 *
 * How to add a type: write a `struct kg_type_ops` in a file of heap/types/, in the
 * array of that file; a new file also gets its line in heap/types/groups.def.
 * Most C types are a list of struct members and need no code at all:
 *
 *	static const struct kg_member partial_members[] = {
 *		KG_VISIT_TYPE,
 *		KG_VISIT("fn", ".func"), KG_VISIT("args", ".args"),
 *		KG_VISIT("kw", ".keywords"), KG_VISIT("dict", "__dict__"),
 *		KG_END
 *	};
 *	...
 *	{.name = "functools.partial", .strct = "partialobject", .members = partial_members},
 *
 * Offsets come from the struct by name (cpython/layout.h), never by hand.
 */
#ifndef KG_HEAP_TYPE_H
#define KG_HEAP_TYPE_H

#include <string.h>

#include "base/strbuf.h"
#include "cpython/runtime.h"
#include "heap/sink.h"

struct kg_heap;
struct kg_type;

/* One object, with its bytes at hand. At least its type's .least bytes are readable at p. */
struct kg_obj {
	kg_addr addr;
	const uint8_t *p;
	uint64_t avail;		    /* bytes readable at p, to the end of the segment */
	const struct kg_type *type; /* its own type, ob_type */
};

/* What a member is. */
enum kg_member_how {
	KG_M_END,
	KG_M_VISIT,	 /* PyObject *: shown by tp_traverse */
	KG_M_OWN,	 /* PyObject *: counted, not shown */
	KG_M_WEAK,	 /* PyObject *: not counted */
	KG_M_TYPE,	 /* Py_VISIT(Py_TYPE(self)) */
	KG_M_VISIT_ARRAY, /* PyObject *[n] in the struct itself */
	KG_M_OWN_ARRAY,
	KG_M_VISIT_ITEMS, /* PyObject **: as many as the integer member .count says */
	KG_M_OWN_ITEMS,
	KG_M_VISIT_TAGGED, /* PyObject * whose low bit is a flag */
	KG_M_BASE,	 /* everything that the type named .member shows (a C base class) */
};

struct kg_member {
	enum kg_member_how how;
	const char *member; /* dotted C member, of the type's .strct */
	const char *label;  /* ".name" or as the contract says; arrays append [i] */
	const char *count;  /* ITEMS: member that holds the number */
	bool optional;	    /* some versions lack it; otherwise a lacking member makes the type unknown */
};

#define KG_VISIT(m, l) {KG_M_VISIT, m, l, NULL, false}
#define KG_VISIT_OPT(m, l) {KG_M_VISIT, m, l, NULL, true}
#define KG_OWN(m, l) {KG_M_OWN, m, l, NULL, false}
#define KG_OWN_OPT(m, l) {KG_M_OWN, m, l, NULL, true}
#define KG_WEAK(m, l) {KG_M_WEAK, m, l, NULL, false}
#define KG_VISIT_TYPE {KG_M_TYPE, NULL, "__class__", NULL, false}
#define KG_VISIT_ARRAY(m, l) {KG_M_VISIT_ARRAY, m, l, NULL, false}
#define KG_OWN_ARRAY(m, l) {KG_M_OWN_ARRAY, m, l, NULL, false}
#define KG_VISIT_ITEMS(m, l, n) {KG_M_VISIT_ITEMS, m, l, n, false}
#define KG_OWN_ITEMS(m, l, n) {KG_M_OWN_ITEMS, m, l, n, false}
#define KG_VISIT_TAGGED(m, l) {KG_M_VISIT_TAGGED, m, l, NULL, false}
#define KG_BASE(t) {KG_M_BASE, t, NULL, NULL, false}
#define KG_END {KG_M_END, NULL, NULL, NULL, false}

/* A member that a decoder function reads: native->field[i] is its offset. */
struct kg_field_name {
	const char *strct, *member; /* member "" is the size of the struct */
	bool optional;		    /* absent: KG_ABSENT, and the function copes */
};

#define KG_TYPE_FIELDS 16

/* Bytes that belong to an object and lie outside what its references lead to. */
struct kg_payload {
	kg_addr addr;	   /* first byte, 0 when unknown */
	uint64_t bytes;
	const char *where; /* "inline", "heap", "mmap" */
	bool in_size;	   /* sys.getsizeof() counts it already */
};

/*
 * What kedge knows about a C type; Python subclasses of it use the same, and their
 * slots and dicts are dealt with before it is asked. In every function @native is
 * the C type that these operations belong to (a base of o.type, or o.type itself):
 * resolved member offsets are native->field[], in the order of .fields.
 */
struct kg_type_ops {
	const char *name;	/* tp_name in full: "collections.deque" */
	const char *strct;	/* its C struct, for .members and for bounds of .fields; NULL when there are none */
	const struct kg_member *members;
	const struct kg_field_name *fields; /* ends with {NULL, NULL, false} */
	bool class_shown;	/* the instances' reference to their class is pushed by .edges, or by their owner */

	/** Pushes the references that .members does not list; NULL: there are no more.
	 * Errors: FAULT, CORRUPT; what was pushed before stays. */
	struct kg_error *(*edges)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink);

	/** What type.__sizeof__(o) answers, that is sys.getsizeof() without what stands
	 * before the object (GC header, dict and weakref words). NULL: object.__sizeof__,
	 * tp_basicsize + |ob_size| * tp_itemsize. */
	struct kg_error *(*size)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret);

	/** A short text for people, at most about @width columns; NULL: a general one. */
	struct kg_error *(*preview)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				    struct kg_strbuf *sb);

	/** NULL: it has none. @return false when this one has none. */
	bool (*payload)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret);
};

/* State of a C module, for modules whose definition has an m_traverse. */
struct kg_module_ops {
	const char *name;  /* m_name of its PyModuleDef */
	const char *strct; /* of md_state; NULL: m_traverse visits nothing kedge need know */
	const struct kg_member *members; /* VISIT: what m_traverse shows; OWN: what it does not */
};

/* One step of a type's compiled list of members. */
struct kg_step {
	uint8_t how;	/* enum kg_member_how */
	uint16_t n;	/* arrays in the struct: number of elements */
	int32_t offset; /* bytes from the object */
	int32_t count_offset, count_size; /* ITEMS */
	const char *label; /* NULL: a slot of a Python class */
	kg_addr slot_name; /* C string in the target */
};

/* How an instance of a Python class keeps its attributes. */
enum kg_dict_mode { KG_DICT_NONE, KG_DICT_POINTER, KG_DICT_MANAGED };

struct kg_type {
	kg_addr addr;
	uint32_t index;	      /* in the heap's list of types */
	const char *name;     /* module.qualname as the contract shows it, escaped */
	const char *tp_name;  /* as the struct has it, hostile bytes escaped */
	uint64_t flags;	      /* tp_flags */
	int64_t basicsize, itemsize, dictoffset, weaklistoffset;
	int64_t least;	      /* bytes that every instance has: basicsize, but for compact strings */
	kg_addr traverse, base, mro;
	uint32_t presize;     /* bytes before an instance: GC header and managed words */
	bool gc;	      /* instances have a GC header */
	bool heap_type;       /* allocated at run time: instances own a reference to it */
	bool python_class;    /* made by a class statement or type(): uses subtype_traverse */
	bool is_metatype;     /* instances are types */
	bool visits_class;    /* subtype_traverse visits the class itself */
	bool counts_class;    /* instances hold a counted reference to it that nothing visits */
	bool sizeof_override; /* a Python class on the way defines __sizeof__ */
	bool finalizes;	      /* tp_finalize or tp_del set */
	enum kg_dict_mode dict_mode; /* for subtype_traverse */
	int64_t own_dictoffset;	     /* POINTER mode: offset to use */
	const struct kg_type *native; /* first C type on the tp_base chain, may be itself */
	const struct kg_type_ops *ops; /* for a native type; NULL: nobody taught kedge this type */
	const struct kg_step *steps; /* slots of Python classes; or members of a native type */
	uint32_t nsteps;
	int32_t field[KG_TYPE_FIELDS];
	kg_addr cached_keys;	     /* ht_cached_keys, 0 none */
	uint32_t cached_n;	     /* entries in use, of dk_kind unicode or split */
	kg_addr cached_entries;	     /* {key, value} pairs */
	int32_t fetch_offset;	     /* bytes to a pointer whose target is worth fetching ahead, 0 none */
	bool leaf;		     /* instances refer to nothing at all */
	bool is_dict, is_module;     /* the native type is dict, or the module type */
	bool is_str;		     /* str itself */
	const struct kg_type *next_base; /* tp_base, NULL for object */
};

/* Words of an object. Offsets inside basicsize were checked when the type was compiled. */
static inline uint64_t kg_obj_u64(struct kg_obj o, int64_t off)
{
	uint64_t v;

	memcpy(&v, o.p + off, sizeof(v));
	return v;
}

static inline kg_addr kg_obj_addr(struct kg_obj o, int64_t off)
{
	return kg_obj_u64(o, off);
}

static inline int64_t kg_obj_i64(struct kg_obj o, int64_t off)
{
	return (int64_t)kg_obj_u64(o, off);
}

static inline uint32_t kg_obj_u32(struct kg_obj o, int64_t off)
{
	uint32_t v;

	memcpy(&v, o.p + off, sizeof(v));
	return v;
}

/** ob_size of a variable-sized object (negative for negative ints). */
int64_t kg_obj_size(const struct kg_heap *h, struct kg_obj o);

/** Host pointer to @n elements of @elem bytes at @addr. Errors: FAULT when they are
 * not all mapped in one segment, so a hostile count ends here. n 0 gives a valid
 * pointer that must not be read. */
struct kg_error *kg_heap_array(const struct kg_heap *h, kg_addr addr, uint64_t n, uint64_t elem, const void **ret) KG_MUST_CHECK;

/** The object at @addr. Errors: FAULT, CORRUPT (its type is none). */
struct kg_error *kg_heap_object(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret) KG_MUST_CHECK;

/** Pushes n pointers at @addr as [0], [1]... of kind @kind after the label @text ("" for none). */
struct kg_error *kg_heap_push_items(const struct kg_heap *h, kg_addr addr, int64_t n, enum kg_edge_kind kind,
				    const char *text, struct kg_sink *sink) KG_MUST_CHECK;

/** Everything the C type called @name would push for @o (as a C base class does). */
struct kg_error *kg_heap_push_base(const struct kg_heap *h, struct kg_obj o, const char *name, struct kg_sink *sink) KG_MUST_CHECK;

/** What type.__sizeof__(o) answers by the rule of C type @native's ops, or the default. */
struct kg_error *kg_heap_sizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret) KG_MUST_CHECK;

/** sys.getsizeof(o): with what stands before the object. */
struct kg_error *kg_heap_getsizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret) KG_MUST_CHECK;

/** object.__sizeof__: tp_basicsize + |ob_size| * tp_itemsize of the object's own type. */
uint64_t kg_heap_default_size(const struct kg_heap *h, struct kg_obj o);

const struct kg_image *kg_heap_image(const struct kg_heap *h);
const struct kg_runtime *kg_heap_runtime(const struct kg_heap *h);
const struct kg_layout *kg_heap_layout(const struct kg_heap *h);

/* All groups of types and modules: heap/types/groups.def. */
struct kg_type_group {
	const char *name;
	const struct kg_type_ops *types;	/* ends with .name NULL */
	const struct kg_module_ops *modules;	/* ends with .name NULL */
	bool plugin;				/* not CPython's own */
};

extern const struct kg_type_group kg_type_groups[];
extern const size_t kg_type_groups_n;

#endif
