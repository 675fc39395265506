/*
 * Teaching kedge a type of an extension module.
 *
 * A plugin is a shared object with one data symbol, kedge_plugin. It describes types: which references
 * an instance holds, how large it is, what memory it owns or shows, how it reads for people, and when it
 * is a suspect. kedge calls it on the memory of a target, which is bytes of a core file and never a
 * pointer of this process: all bytes of a target are hostile, and the readers here check every bound.
 *
 *	static const struct kg_host *host;
 *
 *	static const struct kg_member node_members[] = {
 *		KG_OWN_AT("next", 16, ".next"),
 *		KG_END
 *	};
 *	static const struct kg_type_ops types[] = {
 *		{.name = "mymodule.Node", .strct = "Node", .members = node_members},
 *		{.name = NULL}
 *	};
 *	const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "mymodule", .types = types, .host = &host};
 *
 * The types that are part of kedge are tables of this very form. docs/plugins.md walks through a plugin;
 * pkg-config knows the compiler's flags as "kedge-plugin".
 *
 * Compatibility: KG_PLUGIN_ABI must be the same in plugin and kedge. Within one ABI, structs grow at
 * their end and carry their size: what an older plugin lacks counts as zero, and a newer plugin works as
 * long as it leaves at zero what this kedge has never heard of. Objects of free-threaded builds begin with more
 * bytes than those of others: plugins that can do with that say so by KG_ABLE_ANY_HEAD, and others are not asked there.
 */
#ifndef KEDGE_PLUGIN_H
#define KEDGE_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KG_PLUGIN_ABI 1

/* Bytes that an object begins with in most builds of CPython, a count and a type. All offsets that tables state are of such
 * objects; in a target whose objects begin with more (KG_ABLE_ANY_HEAD) kedge moves them by what there is more. */
#define KG_HEAD 16

/** An address in the target. Never a C pointer: the readers of struct kg_host turn it into bytes. */
typedef uint64_t kg_addr;

/* A version of CPython, for .since and .until. */
#define KG_VERSION(major, minor, micro) ((uint32_t)(major) << 16 | (uint32_t)(minor) << 8 | (uint32_t)(micro))

/* Opaque: all objects of the target; a type of the target; where references go; text; an error, NULL
 * being success; named values of one object. */
struct kg_heap;
struct kg_type;
struct kg_sink;
struct kg_strbuf;
struct kg_error;
struct kg_fields;

/* One object, with its bytes at hand; they are read by kg_obj_u64() and others, below. At least as many
 * as its type's tp_basicsize says are there. */
struct kg_obj {
	kg_addr addr;
	const uint8_t *p;
	uint64_t avail;		    /* bytes readable at p, to the end of the segment */
	const struct kg_type *type; /* its own type, ob_type */
};

/* What a reference is to CPython's collector. */
enum kg_edge_kind {
	KG_EDGE_TRAVERSE, /* tp_traverse shows it: what gc.get_referents() answers */
	KG_EDGE_OWNED,	  /* a counted reference the collector is not shown */
	KG_EDGE_WEAK,	  /* not counted */
	KG_EDGE_GUESS,	  /* a word of an unknown type that equals an object's address; not for plugins */
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
	KG_M_VISIT_RECORDS, /* PyObject **[]: pointers to records of three objects, as many as .count says; NULL is none */
	KG_M_VISIT_TAGGED, /* PyObject * whose low bit is a flag */
	KG_M_VISIT_AFTER, /* PyObject * behind the items of a variable-sized object: a slot of a class, since 3.15 */
	KG_M_MANAGED,	 /* PyObject_VisitManagedDict(self), in versions in which the type has a managed dict */
	KG_M_BASE,	 /* everything that the type named .member shows (a C base class) */
};

/* A member whose offset is the struct's in the debug information; where there is none, .at, if not 0: counted from
 * where the object begins, as with a head of KG_HEAD bytes. */
struct kg_member {
	enum kg_member_how how;
	const char *member; /* dotted C member, of the type's .strct */
	const char *label;  /* ".name" or as kedge writes others, "__dict__"; arrays append [i] */
	const char *count;  /* ITEMS: member that holds the number */
	bool optional;	    /* some versions lack it; otherwise a lacking member makes the type unknown */
	uint32_t since, until; /* KG_VERSION: versions outside [since, until) do without it; 0 no bound */
	int32_t at;
};

/* A member that was renamed stands with all its names, "new|old". */
#define KG_VISIT(m, l) {KG_M_VISIT, m, l, NULL, false, 0, 0, 0}
#define KG_VISIT_WITHIN(since, until, m, l) {KG_M_VISIT, m, l, NULL, false, since, until, 0}
#define KG_OWN_WITHIN(since, until, m, l) {KG_M_OWN, m, l, NULL, false, since, until, 0}
/* Instances of a static type never show it: only versions that made the type a heap type, but not yet that, need since. */
#define KG_VISIT_TYPE_SINCE(since) {KG_M_TYPE, NULL, "__class__", NULL, false, since, 0, 0}
#define KG_VISIT_OPT(m, l) {KG_M_VISIT, m, l, NULL, true, 0, 0, 0}
#define KG_OWN(m, l) {KG_M_OWN, m, l, NULL, false, 0, 0, 0}
#define KG_OWN_OPT(m, l) {KG_M_OWN, m, l, NULL, true, 0, 0, 0}
#define KG_WEAK(m, l) {KG_M_WEAK, m, l, NULL, false, 0, 0, 0}
#define KG_VISIT_TYPE {KG_M_TYPE, NULL, "__class__", NULL, false, 0, 0, 0}
#define KG_VISIT_MANAGED {KG_M_MANAGED, NULL, "__dict__", NULL, false, 0, 0, 0}
#define KG_VISIT_ARRAY(m, l) {KG_M_VISIT_ARRAY, m, l, NULL, false, 0, 0, 0}
#define KG_OWN_ARRAY(m, l) {KG_M_OWN_ARRAY, m, l, NULL, false, 0, 0, 0}
#define KG_VISIT_ITEMS(m, l, n) {KG_M_VISIT_ITEMS, m, l, n, false, 0, 0, 0}
#define KG_OWN_ITEMS(m, l, n) {KG_M_OWN_ITEMS, m, l, n, false, 0, 0, 0}
#define KG_VISIT_RECORDS(m, l, n) {KG_M_VISIT_RECORDS, m, l, n, false, 0, 0, 0}
#define KG_VISIT_TAGGED(m, l) {KG_M_VISIT_TAGGED, m, l, NULL, false, 0, 0, 0}
#define KG_BASE(t) {KG_M_BASE, t, NULL, NULL, false, 0, 0, 0}
#define KG_END {KG_M_END, NULL, NULL, NULL, false, 0, 0, 0}
/* With the offset that it has where the struct is not known. */
#define KG_VISIT_AT(m, at, l) {KG_M_VISIT, m, l, NULL, false, 0, 0, at}
#define KG_OWN_AT(m, at, l) {KG_M_OWN, m, l, NULL, false, 0, 0, at}
#define KG_WEAK_AT(m, at, l) {KG_M_WEAK, m, l, NULL, false, 0, 0, at}
/* One that instances too small for it have not. */
#define KG_VISIT_OPT_AT(m, at, l) {KG_M_VISIT, m, l, NULL, true, 0, 0, at}
#define KG_OWN_OPT_AT(m, at, l) {KG_M_OWN, m, l, NULL, true, 0, 0, at}

/* A member that a function reads: the host's offset(native, i) for the i-th. */
struct kg_field_name {
	const char *strct, *member; /* member "" is the size of the struct */
	bool optional;		    /* absent: KG_ABSENT, and the function copes */
	int32_t at;		    /* offset where the struct is not known, 0: there is none to tell. Of the .strct of a type of
				     * this plugin it is as with a head of KG_HEAD bytes; of another struct it is taken as it is */
};

#define KG_ABSENT (-1)
#define KG_TYPE_FIELDS 16 /* of one type at most */

/* Bytes that belong to an object, or that it shows of another's, outside what its references lead to. */
struct kg_payload {
	kg_addr addr;	   /* first byte, 0 when unknown */
	uint64_t bytes;
	const char *where; /* "inline", "heap", "mmap", "gpu"; NULL: not known */
	bool in_size;	   /* sys.getsizeof() counts it already */
	uint64_t shared;   /* bytes that sys.getsizeof() counts, and that of an object it refers to once more */
	kg_addr owner;	   /* the object it has them from, which may have them from another; 0: they are its own */
	kg_addr block;	   /* where several may own one block together: what tells it from others, 0 where one object alone does */
	uint64_t shown;	   /* with .block: bytes of it that this object shows */
	kg_addr shown_addr; /* the first of these */
	uint64_t holders;  /* with .block: references that the block counts, 0 when it counts none */
	uint64_t held;	   /* how many of these this object has */
	uint64_t beyond;   /* bytes in other places that go with this object and nothing else has; never in sys.getsizeof() */
};

/*
 * A reference to something that a native library counts and several objects may share, in .parts: a block of memory, or
 * what leads to one. A block goes with all that have it, as .block of a payload does; it is nobody's where it, or what leads
 * to it, counts more references than are told.
 */
struct kg_part {
	kg_addr block;	    /* what tells it from others */
	kg_addr parent;	    /* the .block of what holds the reference; 0: this object, or what has no other reference */
	kg_addr at;	    /* where the reference is: who comes by the same one tells it again, and it counts once. Never 0 */
	uint64_t holders;   /* references that it counts */
	kg_addr addr;	    /* its memory */
	uint64_t bytes;	    /* of it; 0: it only leads to others */
	const char *where;  /* as in struct kg_payload */
	kg_addr shown_addr; /* what the object shows of it */
	uint64_t shown;
	uint64_t reserved[4];
};

/* A number that the sentence of a suspicion quotes. */
enum kg_told_kind { KG_TOLD_COUNT, KG_TOLD_BYTES, KG_TOLD_ADDR };

struct kg_told {
	const char *name;
	enum kg_told_kind kind;
	uint64_t value;
};

#define KG_TOLD_MAX 8

/*
 * One object that kedge's "suspects" should tell of. The sentence names facts in braces, {object} among
 * them, which is the object's address, {object_type} and {bytes}; words may go by a count: {idle:connection
 * sleeps|connections sleep} with the number before, {idle#is|are} without. All text is the plugin's own and stays.
 */
struct kg_suspicion {
	const char *sentence;
	const char *next;  /* what to ask kedge next, "why {target} {object}"; NULL: that */
	uint64_t bytes;	   /* that would go, or that are wasted: the rank. 0: what the object retains */
	struct kg_told facts[KG_TOLD_MAX]; /* up to the first without a name */
	uint64_t reserved[4];
};

/*
 * What is known about a C type; Python subclasses of it use the same, and their slots and dicts are dealt
 * with before it is asked. In every function @native is the C type that these operations belong to (a base
 * of o.type, or o.type itself). The functions are called from several threads at once, and keep no state.
 */
struct kg_type_ops {
	const char *name;	/* tp_name in full: "collections.deque" */
	const char *strct;	/* its C struct, for .members and for bounds of .fields; NULL when there are none */
	const struct kg_member *members;
	const struct kg_field_name *fields; /* ends with {NULL, NULL, false, 0} */
	uint32_t since, until;	/* KG_VERSION: of several entries of one name that of the target's version counts */
	bool class_hidden;	/* nothing shows it, though every heap type's traverse function should since 3.12 */
	bool class_shown;	/* the instances' reference to their class is pushed by .edges, or by their owner */
	bool traverse_shows;	/* tp_traverse is emulated for what it shows; .members and .edges push only what it does not */

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

	/** What "show" lists besides: one host->field() for each value; NULL: nothing. */
	struct kg_error *(*show)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields);

	/** NULL: no instance is ever a suspect for being what it is. @return false when this one is none.
	 * Asked of every instance that is in use. */
	bool (*suspect)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret);

	/** Blocks that the object holds references to besides the one of its payload, whose bytes others show (kg_payload.block):
	 * @fn is called for each, with how many references. NULL: it holds none. */
	void (*holds)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		      void (*fn)(void *arg, kg_addr block, uint64_t held), void *arg);

	/** .name is the __module__ and __qualname__ of a class made in Python; the entry is for its instances and those of
	 * classes below it. Their attributes kedge knows itself, so of the functions .show and .suspect alone are called. */
	bool python_class;

	/** All blocks of an object that may have many, instead of the one of its payload: @fn is called for each reference on the
	 * way to them. .payload is asked where they leave nothing to tell. NULL: there are none. */
	void (*parts)(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		      void (*fn)(void *arg, const struct kg_part *part), void *arg);
};

/* The numbers of a type. The names are escaped, and stay. */
struct kg_type_facts {
	const char *name;    /* __module__ and __qualname__ */
	const char *tp_name; /* as the C struct has it */
	kg_addr addr;
	int64_t basicsize, itemsize, dictoffset;
	uint64_t flags;	     /* tp_flags */
	const struct kg_type *base; /* tp_base, NULL for object */
};

/*
 * What kedge does for a plugin. Errors are returned as they are, or given to forget(). Addresses of
 * the target that are not mapped, or only in part, are FAULT errors: nothing here reads beyond.
 */
struct kg_host {
	uint32_t abi, size;

	/** A contradiction in the target at @addr. */
	struct kg_error *(*corrupt)(kg_addr addr, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
	/** Legal on NULL. */
	void (*forget)(struct kg_error *err);

	/** Copies @n bytes. Errors: FAULT */
	struct kg_error *(*read)(const struct kg_heap *h, kg_addr addr, void *ret, size_t n);
	/** Host pointer to @n elements of @elem bytes at @addr. Errors: FAULT when they are not all mapped
	 * side by side, so a hostile count ends here. @n 0 gives a pointer that must not be read. */
	struct kg_error *(*array)(const struct kg_heap *h, kg_addr addr, uint64_t n, uint64_t elem, const void **ret);
	/** The C string at @addr, of at most @cap - 1 bytes. Errors: FAULT; CORRUPT when it is longer */
	struct kg_error *(*string)(const struct kg_heap *h, kg_addr addr, char *ret, size_t cap);
	/** The object at @addr. Errors: FAULT; CORRUPT when none can be there */
	struct kg_error *(*object)(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret);

	/** Writes at most @size bytes of the facts, which is sizeof(struct kg_type_facts). */
	void (*type)(const struct kg_heap *h, const struct kg_type *t, struct kg_type_facts *ret, size_t size);
	/** Is @t, or a C type below it, the one whose tp_name is @tp_name? */
	bool (*is)(const struct kg_type *t, const char *tp_name);
	/** Offset of the @i-th of the type's .fields, KG_ABSENT when the target's version has none. */
	int32_t (*offset)(const struct kg_type *native, unsigned int i);
	/** Bytes of the instance that object.__sizeof__ counts. */
	uint64_t (*default_size)(const struct kg_heap *h, struct kg_obj o);

	/** One reference; a NULL @target is dropped. @label stays: it is the plugin's own. */
	void (*edge)(struct kg_sink *sink, kg_addr target, enum kg_edge_kind kind, const char *label);
	/** One reference called @prefix[@index]. */
	void (*item)(struct kg_sink *sink, kg_addr target, enum kg_edge_kind kind, const char *prefix, uint64_t index);
	/** @n pointers at @addr, called @prefix[0], @prefix[1]... Errors: FAULT, and nothing is pushed then */
	struct kg_error *(*items)(const struct kg_heap *h, kg_addr addr, int64_t n, enum kg_edge_kind kind,
				  const char *prefix, struct kg_sink *sink);
	/** Everything that the C type called @tp_name pushes for @o, which derives from it. */
	struct kg_error *(*base)(const struct kg_heap *h, struct kg_obj o, const char *tp_name, struct kg_sink *sink);
	/** All references that the interpreter's own frame at @addr holds, 3.11 and later (struct _PyInterpreterFrame), as
	 * owned ones; none with @sink NULL. @ret_previous: the frame that called it, 0 at the end. Errors: FAULT, CORRUPT */
	struct kg_error *(*frame)(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink, kg_addr *ret_previous);

	/** Calls @fn for each item of the dict at @addr until it returns false. Errors: FAULT, CORRUPT */
	struct kg_error *(*dict)(const struct kg_heap *h, kg_addr addr, bool (*fn)(void *arg, kg_addr key, kg_addr value),
				 void *arg);
	/** @return false when the object at @addr is no int, or one of more than 64 bits */
	bool (*integer)(const struct kg_heap *h, kg_addr addr, int64_t *ret);
	/** The value of an attribute in the instance's own dict, slots or values; 0 when there is none. Costs a decoding
	 * of the object: for .show and .suspect, not for .edges. */
	kg_addr (*attribute)(const struct kg_heap *h, struct kg_obj o, const char *name);
	/** Text, as printf(); harmful characters are escaped, so %s may be the target's. */
	void (*print)(struct kg_strbuf *sb, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
	/** The value of another object, as kedge writes it in at most @width characters. */
	void (*value)(const struct kg_heap *h, kg_addr addr, size_t width, struct kg_strbuf *sb);
	/** One named value for "show"; @name stays, the text is as print()'s. */
	void (*field)(struct kg_fields *fields, const char *name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

	/** The object's __dict__, or its attributes where there is no dict yet, as owned references: for objects that keep these
	 * from the collector, though their class has them. Errors: FAULT, CORRUPT */
	struct kg_error *(*instance_dict)(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink);

	/** Bytes that each object of the target begins with: sizeof(PyObject). KG_HEAD, but for builds that are free-threaded,
	 * and those up to 3.12 that trace references (Py_TRACE_REFS), whose objects begin with 32. Never less than KG_HEAD. */
	uint32_t (*head)(const struct kg_heap *h);

	/** The value of @name in the dict of the imported module @module, of the first interpreter that has both; 0 when there is none.
	 * Costs a search of two dicts: not for .edges. */
	kg_addr (*module_attribute)(const struct kg_heap *h, const char *module, const char *name);
};

/* What a plugin is made for besides the targets that all can do with: .able. */
#define KG_ABLE_ANY_HEAD UINT64_C(1) /* targets whose objects begin with another number of bytes than KG_HEAD: its functions take what
				      * they read at an offset of their own from host->head() on, or ask host->offset() for it */

struct kg_plugin {
	uint32_t abi;  /* KG_PLUGIN_ABI: the first word in all versions */
	uint32_t size; /* of this struct */
	uint32_t ops_size, member_size, field_size, payload_size, suspicion_size, host_size;
	const char *name;    /* as people know it: letters, digits, '-', '_' and '.', up to 32 */
	const char *version; /* of the plugin; may be NULL */
	const struct kg_type_ops *types; /* ends with .name NULL */
	const struct kg_host **host;	 /* filled in before any function is called; may be NULL */
	uint64_t able;			 /* KG_ABLE_...; for a target that needs one which it has not it is not asked */
	/** What of all that it tells of this target is a guess, and why: one line by host->print(), for "summary". Nothing when
	 * nothing is. Called when all objects are known; may be NULL. */
	void (*guesses)(const struct kg_heap *h, struct kg_strbuf *sb);
};

#define KG_PLUGIN_HEAD                                                                                     \
	.abi = KG_PLUGIN_ABI, .size = sizeof(struct kg_plugin), .ops_size = sizeof(struct kg_type_ops),    \
	.member_size = sizeof(struct kg_member), .field_size = sizeof(struct kg_field_name),               \
	.payload_size = sizeof(struct kg_payload), .suspicion_size = sizeof(struct kg_suspicion),          \
	.host_size = sizeof(struct kg_host)

/** The one symbol of a plugin. */
extern __attribute__((visibility("default"))) const struct kg_plugin kedge_plugin;

/* Words of an object; 0 where it has no such bytes. Offsets may be negative: what stands before the object is not
 * read by these. */

static inline uint64_t kg_get_u64(const struct kg_obj *o, int64_t off)
{
	uint64_t v = 0;

	if (off >= 0 && o->avail >= sizeof(v) && (uint64_t)off <= o->avail - sizeof(v))
		memcpy(&v, o->p + off, sizeof(v));
	return v;
}

static inline uint32_t kg_get_u32(const struct kg_obj *o, int64_t off)
{
	uint32_t v = 0;

	if (off >= 0 && o->avail >= sizeof(v) && (uint64_t)off <= o->avail - sizeof(v))
		memcpy(&v, o->p + off, sizeof(v));
	return v;
}

static inline uint8_t kg_get_u8(const struct kg_obj *o, int64_t off)
{
	return off >= 0 && (uint64_t)off < o->avail ? o->p[off] : 0;
}

/** Where in an object of the target that is which stands at @off in one that begins with KG_HEAD bytes. */
static inline int64_t kg_moved(const struct kg_host *host, const struct kg_heap *h, int64_t off)
{
	return off + host->head(h) - KG_HEAD;
}

#ifdef __cplusplus
}
#endif

#endif
