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
	uint32_t ref;	  /* STATE: index into the runtime's refs */
	uint32_t thread;  /* STATE, FRAME: index into the runtime's threads, UINT32_MAX none; STACK: into the image's */
	uint32_t slot;	  /* FRAME: number of the slot, or KG_SLOT_* below */
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

enum { KG_SLOT_FUNC = 0x7ffffff0, KG_SLOT_CODE, KG_SLOT_LOCALS, KG_SLOT_FRAME_OBJ };

/* A phase of the reading, for summary. */
struct kg_phase {
	const char *name;
	double seconds;
	uint64_t peak_bytes; /* largest resident anonymous memory of this process by the end of the phase */
};

struct kg_heap_options {
	unsigned int threads; /* 0: as many as processors */
	bool no_plugins;      /* types of third-party modules count as unknown */
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
	uint64_t *collectable;	 /* bit set by node: what gc.collect() would find unreachable */
	bool collectable_known;	 /* false: the core was taken inside a collection */
	bool redact;		 /* values show str and bytes by length alone; set by who opened the heap */
	uint64_t negative;	 /* objects with more references found than counted: a wrong reading or a torn heap */
	struct kg_phase phases[12];
	unsigned int nphases;
	struct kg_heap_priv *priv;
};

/** Reads everything. Errors: NOMEM, CANCELED, TARGET (more objects than fit 29 bits).
 * Damage goes to the image's list. Cost: see docs/performance.md */
struct kg_error *kg_heap_create(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret) KG_MUST_CHECK;
void kg_heap_destroy(struct kg_heap *h);

/** Names of all structs that type tables mention, for kg_runtime_create(); the caller frees the array. */
struct kg_error *kg_heap_wanted_structs(const char *const **ret_names, size_t *ret_n) KG_MUST_CHECK;

/** Address of an object. Cost: a binary search of a few steps. */
kg_addr kg_heap_addr(const struct kg_heap *h, kg_node n);
/** Number of the object at exactly @addr, KG_NODE_NONE when there is none. */
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
int64_t kg_heap_refcount(const struct kg_heap *h, kg_node n);
/** Counted references found: in-edges (traverse, owned) and counted roots. */
uint64_t kg_heap_references(const struct kg_heap *h, kg_node n);
/** sys.getsizeof(); 0 and damage noted when it cannot be read. */
uint64_t kg_heap_size(const struct kg_heap *h, kg_node n);
/** @return false when the object owns no payload */
bool kg_heap_payload(const struct kg_heap *h, kg_node n, struct kg_payload *ret);
/* The same for an object that kg_heap_get() gave: cheaper where several are asked. */
int64_t kg_heap_refcount_of(const struct kg_heap *h, struct kg_obj o);
uint64_t kg_heap_size_of(const struct kg_heap *h, struct kg_obj o);
bool kg_heap_payload_of(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret);
/** sys.getsizeof() and the payload that it does not count. */
uint64_t kg_heap_bytes_of(const struct kg_heap *h, struct kg_obj o);

/** The roots of @n: [*ret_from, *ret_to) of h->roots. */
void kg_heap_roots_of(const struct kg_heap *h, kg_node n, size_t *ret_from, size_t *ret_to);
/** References that the object's count says it has and that nothing explains: C code holds them. */
uint64_t kg_heap_surplus(const struct kg_heap *h, kg_node n);
/** The name that @n goes by; NULL for nearly all objects. */
const struct kg_named *kg_heap_named(const struct kg_heap *h, kg_node n);

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

/** Adds a label as the contract writes it: ".name", "['key']", "[3]", "local x". Escaped. */
void kg_heap_label(const struct kg_heap *h, struct kg_label label, struct kg_strbuf *sb);

/** Value or short description for people and JSON, cut at @width characters with an ellipsis.
 * int, float, complex, bool, None, str and bytes are exactly what repr() gives. */
void kg_heap_value(const struct kg_heap *h, kg_addr addr, size_t width, struct kg_strbuf *sb);

/** Text of a str object as UTF-8, not quoted, not escaped, at most @max characters;
 * lone surrogates as U+FFFD. @return false when it is no readable str. */
bool kg_heap_text(const struct kg_heap *h, kg_addr addr, size_t max, struct kg_strbuf *sb);

#endif
