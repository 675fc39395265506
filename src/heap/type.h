/*
 * Types of the target, and what kedge knows about each.
 *
 * What a type is taught by is the plugins' interface, api/kedge-plugin.h: the types
 * that are part of kedge use the same tables, and beside them what is below.
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

#include "api/kedge-plugin.h"
#include "base/strbuf.h"
#include "base/word.h"
#include "cpython/runtime.h"
#include "heap/sink.h"

/* What a plugin may write to where it is asked for a payload or a suspicion, whose structs may have grown since. */
#define KG_PAYLOAD_ROOM 192
#define KG_SUSPICION_ROOM 1024

/* State of a C module, for modules whose definition has an m_traverse. */
struct kg_module_ops {
	const char *name;  /* m_name of its PyModuleDef */
	const char *strct; /* of md_state; NULL: m_traverse visits nothing kedge need know */
	const struct kg_member *members; /* VISIT: what m_traverse shows; OWN: what it does not */
	uint32_t since, until; /* as in kg_type_ops */
	bool whole;	   /* every word of the state is an object, shown where there is an m_traverse */
	const char *parts; /* a second struct for .edges */
	/** Pushes what .members does not list. @state: address; @s, @parts: the structs, @parts may be NULL. */
	struct kg_error *(*edges)(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				  const struct kg_cstruct *parts, struct kg_sink *sink);
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

/* Objects for which the emulation of a traverse function worked, or did not. */
struct kg_tries {
	uint64_t shown, refused;
	uint64_t endless; /* of the refused: those that took very long */
	uint8_t refusal;  /* enum kg_emulated: why the first was refused */
};

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
	bool inline_values;   /* instances have room for attribute values behind their basicsize: 3.13 */
	bool heap_type;       /* allocated at run time: instances own a reference to it */
	bool python_class;    /* made by a class statement or type(): uses subtype_traverse */
	bool is_metatype;     /* instances are types */
	bool visits_class;    /* subtype_traverse visits the class itself */
	bool counts_class;    /* instances hold a counted reference to it that nothing visits */
	bool sizeof_override; /* a class on the way that nobody knows defines __sizeof__ */
	bool finalizes;	      /* tp_finalize or tp_del set */
	enum kg_dict_mode dict_mode; /* for subtype_traverse */
	int64_t own_dictoffset;	     /* POINTER mode: offset to use */
	const struct kg_type *native; /* first C type on the tp_base chain, may be itself */
	const struct kg_type_ops *ops; /* for a native type; NULL: nobody taught kedge this type */
	const char *plugin;	     /* whose .ops these are, NULL: kedge's own */
	const struct kg_type_ops *class_ops; /* what a plugin knows of this class made in Python, or of one above; else NULL */
	const char *class_plugin;
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
	bool emulated;		     /* a native type whose own tp_traverse is emulated: without ops, or .beside */
	bool beside;		     /* its ops push only what the tp_traverse does not show */
	struct kg_tries tries;	     /* of a native type that is emulated */
	kg_addr asks_gc;	     /* tp_is_gc of an emulated type, which says it of each object; else 0 */
	const struct kg_type *next_base; /* tp_base, NULL for object */
};

/* Words of an object. Offsets inside basicsize were checked when the type was compiled. */
static inline uint64_t kg_obj_u64(struct kg_obj o, int64_t off)
{
	return kg_u64(o.p + off);
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
	return kg_u32(o.p + off);
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

/* All groups of types and modules that are part of kedge: heap/types/groups.def. A plugin is one more. */
struct kg_type_group {
	const char *name;
	const struct kg_type_ops *types;	/* ends with .name NULL */
	const struct kg_module_ops *modules;	/* ends with .name NULL; may be NULL */
	void (*guesses)(const struct kg_heap *h, struct kg_strbuf *sb); /* as in struct kg_plugin; may be NULL */
	bool any_head; /* what it states is known to move with the objects' head: KG_ABLE_ANY_HEAD, of a plugin */
};

extern const struct kg_type_group kg_type_groups[];
extern const size_t kg_type_groups_n;

#endif
