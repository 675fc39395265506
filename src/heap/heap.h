/*
 * All objects of the target and what each refers to.
 *
 * Objects are found by sweeping allocator pools, by following the collector's
 * lists, and by following every reference from there and from the roots. An
 * object's number is its rank by address: one bit for 16 bytes of mapped memory,
 * with a running count beside each 32 bits, so that an address becomes a number
 * in one memory access.
 */
#ifndef KG_HEAP_HEAP_H
#define KG_HEAP_HEAP_H

#include "graph/graph.h"
#include "heap/type.h"

/* Where the collector keeps an object. */
enum kg_gc_place { KG_GC_GEN0, KG_GC_GEN1, KG_GC_GEN2, KG_GC_PERMANENT, KG_GC_UNTRACKED, KG_GC_NONE };

/** "gen0", "gen1", "gen2", "permanent", "untracked", "none" */
const char *kg_gc_place_name(enum kg_gc_place place);

/* How an object was found. */
enum kg_provenance {
	KG_FOUND_LISTED,  /* in a list of the collector */
	KG_FOUND_REACHED, /* something found leads to it by a counted reference, or a root does */
	KG_FOUND_SCANNED, /* a live allocator block that looks like an object and that nothing leads to: a guess */
};

const char *kg_provenance_name(enum kg_provenance p); /* "listed", "reached", "scanned" */

enum kg_root_kind {
	KG_ROOT_STATE,	/* the interpreter's own C state; .ref says which member */
	KG_ROOT_FRAME,	/* a slot of a running frame */
	KG_ROOT_STATIC, /* an object in static memory: never freed */
	KG_ROOT_KEYS,	/* a name in a key table that dicts share and no class has any more; .at is the table */
	KG_ROOT_IMAGE,	/* a word in a module's writable data: most likely a C variable; a guess */
	KG_ROOT_STACK,	/* a word of a native stack or a register, and the object has references that nothing
			 * else explains; a guess */
};

#define KG_ROOT_KINDS (KG_ROOT_STACK + 1)

/* One reference from outside the heap. */
struct kg_root {
	enum kg_root_kind kind;
	kg_node node;
	bool counted;	  /* holds one of the object's references, as far as is known for sure */
	bool deferred;	  /* holds it without a reference of its count: in free-threaded builds */
	uint32_t ref;	  /* STATE: index into the runtime's refs */
	uint32_t thread;  /* STATE, FRAME: index into the runtime's threads, UINT32_MAX none; STACK: into the image's */
	uint32_t slot;	  /* FRAME: number of the slot, or KG_SLOT_* below; STACK: 0, or KG_SLOT_START */
	kg_addr at;	  /* address of the word, or of the frame; 0 for a register */
};

/* What every Python programmer knows by name. */
enum kg_named_kind {
	KG_NAMED_MODULES,   /* sys.modules */
	KG_NAMED_MODULE,    /* sys.modules['x'] */
	KG_NAMED_NAMESPACE, /* sys.modules['x'].__dict__ */
};

struct kg_named {
	kg_node node;
	enum kg_named_kind kind;
	uint32_t interp; /* index into the runtime's interpreters */
	uint32_t order;
	kg_addr key;	 /* str object, 0 for sys.modules */
};

enum { KG_SLOT_FUNC = 0x7ffffff0, KG_SLOT_CODE, KG_SLOT_LOCALS, KG_SLOT_FRAME_OBJ,
       KG_SLOT_START /* in the block of what the thread was started with, .at, that its stack points to */ };

/* A phase of the reading, for summary. */
struct kg_phase {
	const char *name;
	double seconds;
	uint64_t peak_bytes; /* largest resident anonymous memory of this process by the end of the phase */
};

/* How far the reading has come; each includes those before it. */
enum kg_heap_stage {
	KG_HEAP_OPEN,	  /* .rt and .image; texts of str objects, so that stacks can be told */
	KG_HEAP_OBJECTS,  /* objects have numbers, types, sizes, values and referents: all that asks neither
			   * for referrers, roots and generations nor for what rests on them */
	KG_HEAP_COMPLETE, /* everything */
};

/* What is known of a type while its objects are still being found. */
struct kg_type_count {
	const struct kg_type *type;
	uint64_t objects, bytes, payload; /* as struct kg_type_total has them */
};

/* An object that has a block of memory together with others, as struct kg_payload tells it. */
struct kg_block_member {
	kg_addr block;
	kg_node node;
	uint64_t shown, bytes, holders, held;
	/* of a part */
	kg_addr at, parent, addr, shown_addr;
	const char *where;
};

/* A block that goes when all its members have gone. */
struct kg_block {
	kg_addr block;
	uint64_t bytes;
	size_t from, to; /* of h->block_members */
	kg_node keeper;	 /* the member that shows most of it: there it is told, and the others are views of it */
	bool open;	 /* it has more references than its members': somebody else holds it too */
};

/** No object's own: several have it, or others that are not known. */
static inline bool kg_block_joint(const struct kg_block *b)
{
	return b->open || b->to - b->from > 1;
}

struct kg_heap_options {
	unsigned int threads; /* 0: as many as processors */
	const struct kg_type_group *plugins; /* what they teach; outlives the heap */
	size_t nplugins;
	bool no_emulator;     /* unknown types are scanned, not emulated */
	bool counts;	      /* count by type on the way, for kg_heap_counts() */
	struct kg_progress *progress;
};

struct kg_heap {
	struct kg_runtime *rt;
	struct kg_image *image;
	struct kg_graph graph;	 /* out-edges and in-edges of all objects */
	kg_node nodes;
	struct kg_type **types;	 /* by index */
	uint32_t ntypes;
	struct kg_root *roots;	 /* sorted by node */
	size_t nroots;
	struct kg_named *named;	 /* sorted by node, one a node */
	size_t nnamed;
	struct kg_block *blocks; /* by .block; none before KG_HEAP_OBJECTS */
	size_t nblocks;
	struct kg_block_member *block_members; /* those of a block by node */
	uint64_t *collectable;	 /* bit set by node: what gc.collect() would find unreachable */
	bool collectable_known;	 /* false: kg_heap_unknown_garbage() says why */
	bool redact;		 /* values show str and bytes by length alone; set by who opened the heap */
	uint64_t negative;	 /* objects with more references found than counted: a wrong reading or a torn heap */
	struct kg_phase phases[12];
	unsigned int nphases;
	struct kg_heap_priv *priv;
};

/** A heap of which nothing is read. @opts is copied. Errors: NOMEM */
struct kg_error *kg_heap_open(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret) KG_MUST_CHECK;
/** Reads everything, once. What a stage promises is for any thread from the moment kg_heap_stage()
 * says so, and does not change any more. Errors: NOMEM, CANCELED, TARGET (more objects than fit 29
 * bits): the stages that were reached stand. Damage goes to the image's list. Cost: see
 * docs/performance.md */
struct kg_error *kg_heap_read(struct kg_heap *h) KG_MUST_CHECK;
/** Both. */
struct kg_error *kg_heap_create(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret) KG_MUST_CHECK;
/** From any thread. */
enum kg_heap_stage kg_heap_stage(const struct kg_heap *h);
/** Types with the objects found so far; rows of none are left out. Needs .counts. From any
 * thread, while it is read and after: each number only rises, and they are whole from
 * KG_HEAP_OBJECTS on. The caller frees the rows. Errors: NOMEM */
struct kg_error *kg_heap_counts(const struct kg_heap *h, struct kg_type_count **ret_rows, size_t *ret_n) KG_MUST_CHECK;
void kg_heap_destroy(struct kg_heap *h);

/** Names of all structs that type tables mention, plugins' too, for kg_runtime_create(); the caller frees the array. */
/**
 * Are types of the plugin @g asked for objects of @h? Not, where these begin with another number of bytes than KG_HEAD and
 * the plugin is not made for that.
 */
bool kg_heap_asks(const struct kg_heap *h, const struct kg_type_group *g);

struct kg_error *kg_heap_wanted_structs(const struct kg_type_group *plugins, size_t nplugins, const char *const **ret_names, size_t *ret_n) KG_MUST_CHECK;

/** Address of an object. Cost: a binary search of a few steps. */
kg_addr kg_heap_addr(const struct kg_heap *h, kg_node n);
/** Number of the object at exactly @addr, KG_NODE_NONE when there is none, or numbers are not given yet. */
kg_node kg_heap_node(const struct kg_heap *h, kg_addr addr);
const struct kg_type *kg_heap_type(const struct kg_heap *h, kg_node n);
enum kg_gc_place kg_heap_place(const struct kg_heap *h, kg_node n);
enum kg_provenance kg_heap_provenance(const struct kg_heap *h, kg_node n);
static inline bool kg_heap_collectable(const struct kg_heap *h, kg_node n)
{
	return kg_bit_get(h->collectable, n);
}

/** The object's bytes. Cannot fail for a node of this heap. */
struct kg_obj kg_heap_get(const struct kg_heap *h, kg_node n);
/** The object's own count, KG_IMMORTAL when it keeps none. */
int64_t kg_heap_refcount(const struct kg_heap *h, kg_node n);
/** Counted references found: in-edges (traverse, owned) and counted roots. */
uint64_t kg_heap_references(const struct kg_heap *h, kg_node n);
/** sys.getsizeof(); 0 and damage noted when it cannot be read. */
uint64_t kg_heap_size(const struct kg_heap *h, kg_node n);
/** @return false when the object owns no payload */
bool kg_heap_payload(const struct kg_heap *h, kg_node n, struct kg_payload *ret);
/** What it shows of another object's: .owner is that, or the next on the way. @return false when it shows none */
bool kg_heap_view(const struct kg_heap *h, kg_node n, struct kg_payload *ret);
/* The same for an object that kg_heap_get() gave: cheaper where several are asked. */
int64_t kg_heap_refcount_of(const struct kg_heap *h, struct kg_obj o);
uint64_t kg_heap_size_of(const struct kg_heap *h, struct kg_obj o);
bool kg_heap_payload_of(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret);
/** Bytes of its own that sys.getsizeof() does not count. A block that is not its alone counts where it is told. */
uint64_t kg_heap_content_of(const struct kg_heap *h, struct kg_obj o);
/** The block called @block, NULL: no object has it. Cost: O(log n) */
const struct kg_block *kg_heap_block(const struct kg_heap *h, kg_addr block);
/** sys.getsizeof() and the payload that it does not count, without what an object it refers to counts as well and
 * without a block that is not its alone: that is no object's own. */
uint64_t kg_heap_bytes_of(const struct kg_heap *h, struct kg_obj o);

/** The roots of @n: [*ret_from, *ret_to) of h->roots. */
void kg_heap_roots_of(const struct kg_heap *h, kg_node n, size_t *ret_from, size_t *ret_to);
/** Did the C compiler lay it out with a count that never runs out? Such a count, of 3.11 alone, tells of no references. */
bool kg_heap_laid_out(const struct kg_heap *h, kg_node n);
/** References that the object's count says it has and that nothing explains: C code holds them. */
uint64_t kg_heap_surplus(const struct kg_heap *h, kg_node n);
/** Why it is not known what gc.collect() would find, for people. */
const char *kg_heap_unknown_garbage(const struct kg_heap *h);
/** Has something of the heap not been read, so that references may be missing? */
bool kg_heap_torn(const struct kg_heap *h);
/** The name that @n goes by; NULL for nearly all objects. */
const struct kg_named *kg_heap_named(const struct kg_heap *h, kg_node n);

/** The dict of the type at @addr: of a static type, the one that the main interpreter has. 0 when it has none. */
kg_addr kg_type_dict(const struct kg_heap *h, kg_addr addr);

/** One labeled reference of one object. */
struct kg_ref {
	kg_addr addr;
	kg_node node; /* KG_NODE_NONE when no object is there */
	enum kg_edge_kind kind;
	struct kg_label label;
};

struct kg_refs {
	struct kg_ref *items;
	size_t n;
};

/** Decodes the object again, with labels. The order is the type's own. Errors: NOMEM */
struct kg_error *kg_heap_refs(const struct kg_heap *h, kg_addr addr, struct kg_refs *ret) KG_MUST_CHECK;
void kg_refs_deinit(struct kg_refs *r);

/** What the decoder of the object at @addr, which need not be one that was found, has for references: KG_EDGE_ADDR() and
 * KG_EDGE_KIND() of each tell. Errors: what the decoder could not read; CORRUPT when there are more than @cap */
struct kg_error *kg_heap_edges(const struct kg_heap *h, kg_addr addr, uint64_t *edges, size_t cap, size_t *ret_n) KG_MUST_CHECK;

/** The type at @addr, which nothing need be an instance of. @return NULL when no type is there. Thread-safe */
const struct kg_type *kg_heap_type_at(const struct kg_heap *h, kg_addr addr);

/* The reference that explains best how one object leads to another. */
struct kg_link {
	kg_node from, to;
	enum kg_edge_kind kind;
	struct kg_label label;
	uint64_t index; /* KEY, KEYED: keys or values that come before it */
};

/** That of @from to @to: a counted one before a guess, a named one before a key. @return false when there is none.
 * Thread-safe. Cost: a decoding of @from; where it has many references, once for as many objects as are asked about:
 * up to a link for each object of the heap is kept */
bool kg_heap_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_link *ret);

/** The value of an attribute in the instance itself: a slot, or in its dict. 0 when there is none. Errors: NOMEM;
 * FAULT, CORRUPT when no object is there. Cost: a decoding of it, and of its dict */
struct kg_error *kg_heap_attribute(const struct kg_heap *h, kg_addr addr, const char *name, kg_addr *ret) KG_MUST_CHECK;

/* What a type's decoder tells of one object beside its value: a shape, a device. */
struct kg_field_text {
	const char *name;
	char *text; /* safe to show */
};

struct kg_fields {
	struct kg_field_text *items;
	size_t n, cap;
	bool failed; /* out of memory: not all are there */
};

/** None where contents are hidden. Errors: NOMEM */
struct kg_error *kg_heap_fields(const struct kg_heap *h, kg_node n, struct kg_fields *ret) KG_MUST_CHECK;
void kg_fields_deinit(struct kg_fields *f);

/** The plugin that may suspect instances of @t, NULL: none does. */
const char *kg_heap_suspecting(const struct kg_type *t);
/** What a type's decoder says of an object that it suspects. @return false when it does not; kedge's own never do. */
bool kg_heap_suspect(const struct kg_heap *h, kg_node n, struct kg_suspicion *ret);

struct kg_emulator;

/** An emulator over the heap's image, for one thread; the caller's, and not to outlive the heap. Thread-safe.
 * Errors: NOMEM; NOTFOUND when there is none for this machine */
struct kg_error *kg_heap_emulator(const struct kg_heap *h, struct kg_emulator **ret) KG_MUST_CHECK;
/** Gives one back (NULL is legal): the next who wants one has its process, which took time to make. Thread-safe. */
void kg_heap_emulator_return(const struct kg_heap *h, struct kg_emulator *e);

/** Is it a dict of interned strings? That does not count those of its keys and values that are mortal, so kedge
 * calls them weak although its tp_traverse shows them; nothing in Python leads to it and the collector never does. */
bool kg_heap_is_interned(const struct kg_heap *h, kg_addr dict);

/** The C struct of @t's instances by debug information (of a Python class that of its C base); .name is NULL where it
 * is not known, and .how says why. Thread-safe. The heap's. @return NULL when out of memory
 * Cost: the first time for a type some milliseconds or more: kg_process_instance() */
const struct kg_cinstance *kg_heap_struct(const struct kg_heap *h, const struct kg_type *t);

/** Does what @o's emulated tp_traverse showed agree with its C struct: each reference that stands in the object itself
 * stands in a member that may hold one? @return false when it does not; true where there is nothing to compare,
 * and then @ret_compared is false. Thread-safe, from KG_HEAP_OBJECTS on. Cost: as kg_heap_struct() */
bool kg_heap_struct_agrees(const struct kg_heap *h, struct kg_obj o, bool *ret_compared);

/** The value of one member of @o's struct, for people; hidden as values are. */
void kg_heap_field(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f, size_t width, struct kg_strbuf *sb);

/** The object that a member leads to: a pointer with the address of one. KG_NODE_NONE when it is none. */
kg_node kg_heap_field_node(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f);

/** Does the object's own tp_is_gc say that it is none of the collector's, although it has a header and may stand in a
 * list: a greenlet that is suspended? gc.get_referents() shows nothing of it then, and references to it count as from
 * outside. Known where tp_is_gc could be emulated. Thread-safe. */
bool kg_heap_denies_gc(const struct kg_heap *h, kg_addr object);

/* Where the references of a type's instances come from. */
enum kg_refs_source {
	KG_REFS_DECODED,  /* kedge or a plugin knows the type */
	KG_REFS_EMULATED, /* its own tp_traverse, emulated: exact in what the collector is shown */
	KG_REFS_MIXED,	  /* emulated, but for some objects that did not work, and they were scanned */
	KG_REFS_STRUCT,	  /* no tp_traverse: the members of its C struct that are pointers to objects, taken for counted */
	KG_REFS_SCANNED,  /* words of the object that look like references: a guess */
};

/** The plugin that taught kedge the type, NULL: none did */
const char *kg_heap_plugin(const struct kg_type *t);

/**
 * What plugin number @i, from 0 on, says of this target that is a guess: added to @sb, safe to show; nothing where it has nothing to
 * say. @return the plugin's name, NULL: there are no more. From KG_HEAP_OBJECTS on.
 */
const char *kg_heap_plugin_guesses(const struct kg_heap *h, size_t i, struct kg_strbuf *sb);

/** "decoded", "emulated", "mixed", "struct", "scanned" */
const char *kg_refs_source_name(enum kg_refs_source source);
/** @ret_why: why emulation did not work where it was tried (owned by nobody), NULL otherwise; may be NULL */
enum kg_refs_source kg_heap_refs_source(const struct kg_heap *h, const struct kg_type *t, const char **ret_why);

/* How the state of modules in C is read, for all modules of one definition. */
struct kg_module_reading {
	const char *name; /* the definition's, safe to show */
	enum kg_refs_source source; /* DECODED, EMULATED: what its m_traverse shows, MIXED, SCANNED */
	const char *why;  /* why emulation did not work where it was tried (owned by nobody), NULL otherwise */
};

/** Number @i from 0 on, of definitions of modules that have a state or an m_traverse and were met. @return false: there
 * are no more. Thread-safe. Cost: O(1) */
bool kg_heap_module_reading(const struct kg_heap *h, size_t i, struct kg_module_reading *ret);
/** The same of one module. @return false when it is none, or has neither. Cost: O(definitions) */
bool kg_heap_module_reading_of(const struct kg_heap *h, kg_node n, struct kg_module_reading *ret);

/** Adds a label as the contract writes it: ".name", "['key']", "[3]", "local x". Escaped. */
void kg_heap_label(const struct kg_heap *h, struct kg_label label, struct kg_strbuf *sb);

/** Value or short description for people and JSON, cut at @width characters with an ellipsis.
 * int, float, complex, bool, None, str and bytes are exactly what repr() gives. */
void kg_heap_value(const struct kg_heap *h, kg_addr addr, size_t width, struct kg_strbuf *sb);

/** Text of a str object as UTF-8, not quoted, not escaped, at most @max characters;
 * lone surrogates as U+FFFD. @return false when it is no readable str. */
bool kg_heap_text(const struct kg_heap *h, kg_addr addr, size_t max, struct kg_strbuf *sb);

#endif
