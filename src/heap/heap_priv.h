/* What the files of heap/ share. */
#ifndef KG_HEAP_HEAP_PRIV_H
#define KG_HEAP_HEAP_PRIV_H

#include <pthread.h>

#include "base/workers.h"
#include "heap/core.h"
#include "heap/heap.h"

/*
 * The space: for each 16-byte granule of mapped memory one bit, set when an object
 * starts there, and beside each 32 bits how many are set before them. An object in
 * static memory may start in the second half of its granule: .half says so, asked
 * only in segments where that happens.
 */
struct kg_space_word {
	uint32_t bits, rank;
};

struct kg_space {
	const struct kg_image *image;
	struct kg_space_word *words;
	uint64_t nwords;
	uint32_t *half;	  /* one bit a granule */
	uint8_t *any_half; /* one byte a segment */
	struct kg_pages mem[2];
	uint32_t *sample; /* word index that holds node i << KG_SAMPLE_SHIFT */
	uint64_t *sums;	  /* objects before each piece of the words */
	uint64_t npieces;
	kg_node nodes;
};

#define KG_SAMPLE_SHIFT 4

struct kg_error *kg_space_init(struct kg_space *s, const struct kg_image *img);
void kg_space_deinit(struct kg_space *s);

static inline uint64_t kg_space_granule(const struct kg_segment *seg, kg_addr addr)
{
	return seg->granule + ((addr >> 4) - (seg->start >> 4));
}

/** The segment and granule of an address. @return false when nothing is mapped there */
static inline bool kg_space_find(const struct kg_space *s, kg_addr addr, const struct kg_segment **ret_seg, uint64_t *ret_g)
{
	*ret_seg = kg_image_segment(s->image, addr);
	if (!*ret_seg)
		return false;
	*ret_g = kg_space_granule(*ret_seg, addr);
	return true;
}

static inline bool kg_space_has(const struct kg_space *s, uint64_t g)
{
	return __atomic_load_n(&s->words[g >> 5].bits, __ATOMIC_RELAXED) >> (g & 31) & 1;
}

/** Marks an object's start. @return true when it was not marked before */
bool kg_space_mark(struct kg_space *s, const struct kg_segment *seg, uint64_t g, kg_addr addr);

/** Does the object that starts in granule g start at @addr (which lies in it)? */
static inline bool kg_space_exact(const struct kg_space *s, const struct kg_segment *seg, uint64_t g, kg_addr addr)
{
	if (KG_LIKELY(!s->any_half[seg - s->image->segs]))
		return (addr & 15) == 0;
	return (addr & 7) == 0 && (s->half[g >> 5] >> (g & 31) & 1) == (addr >> 3 & 1);
}

/* Baseline x86-64 has no such instruction, and a call costs more than these few. */
static inline uint32_t kg_popcount32(uint32_t v)
{
	v -= v >> 1 & 0x55555555u;
	v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
	return ((v + (v >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24;
}

static inline kg_node kg_space_rank(const struct kg_space *s, uint64_t g)
{
	struct kg_space_word w = s->words[g >> 5];

	return w.rank + kg_popcount32(w.bits & ((UINT32_C(1) << (g & 31)) - 1));
}

/** Numbers all marked objects. Errors: TARGET when there are too many, NOMEM */
struct kg_error *kg_space_number(struct kg_space *s, unsigned int nthreads);
kg_node kg_space_node(const struct kg_space *s, kg_addr addr);
kg_addr kg_space_addr(const struct kg_space *s, kg_node n);
/** Address of the object that starts in granule @g of @seg. */
kg_addr kg_space_granule_addr(const struct kg_space *s, const struct kg_segment *seg, uint64_t g);
/** The segment that granule @g lies in. */
const struct kg_segment *kg_space_segment(const struct kg_space *s, uint64_t g);

/* info word of a node */
#define KG_INFO_TYPE UINT32_C(0xfffff) /* index of the type */
#define KG_INFO_PLACE_SHIFT 20	       /* enum kg_gc_place, 3 bits */
#define KG_INFO_TRACKED (UINT32_C(1) << 23)
#define KG_INFO_FOUND_SHIFT 24 /* enum kg_provenance, 2 bits */
#define KG_INFO_STATIC (UINT32_C(1) << 26) /* in a module's own data */
#define KG_INFO_COUNT_SHIFT 27 /* reference count; KG_INFO_COUNT_MANY: that or more, the object has it */
#define KG_INFO_COUNT_MANY 31
#define KG_TYPES_MAX KG_INFO_TYPE

/* CPython 3.11 Include/internal/pycore_object.h _PyObject_ValuesPointer: before the object */
#define KG_PREHEADER_VALUES (-32)
#define KG_FROZEN_COUNT 999999999 /* CPython 3.11 Include/internal/pycore_object.h */

/* The registry of types: filled while objects are decoded, from all threads. */
struct kg_type_slot {
	kg_addr addr; /* 0 empty */
	struct kg_type *type;
};

struct kg_type_table {
	struct kg_type_table *older; /* readers may still look into it */
	uint32_t mask;		     /* slots - 1, a power of two */
	struct kg_type_slot slots[];
};

struct kg_types {
	struct kg_type_table *table; /* open addressing; replaced when half full */
	struct kg_type **list;	     /* by index, room for KG_TYPES_MAX + 1 */
	uint32_t n;
	pthread_mutex_t lock;	    /* for everything but reading the table */
	pthread_t adder;	    /* who holds it, while @adding */
	bool adding;
	kg_addr subtype_traverse;   /* tp_traverse of Python classes, 0 unknown */
	struct kg_pages list_mem;
	const struct kg_type_ops **ops; /* hash by name, power of two */
	const struct kg_module_ops **mods;
	uint32_t ops_mask, mods_mask;
};

/* A small set of addresses: open addressing, 0 is empty. */
struct kg_addr_set {
	kg_addr *slots;
	size_t mask, n;
};

/*
 * Something wrong inside one object. Whether that is damage is known when all objects
 * are: what only the sweep found may be no object but what is left of one in memory
 * that serves something else now.
 */
struct kg_doubt {
	kg_addr object, at;
	char *text; /* owned */
};

struct kg_doubts {
	struct kg_doubt *items;
	size_t n, cap;
};

struct kg_heap_priv {
	struct kg_doubts doubts;
	struct kg_space space;
	struct kg_types types;
	uint32_t *info;	    /* [node] */
	struct kg_pages info_mem;
	unsigned int threads;
	struct kg_progress *progress;
	bool no_plugins;
	uint64_t mapped; /* bytes of the image: bound for every count */
	struct kg_state_layout **states;
	size_t nstates;
	struct kg_addr_set shared_keys; /* key tables that more than one dict uses */
	pthread_mutex_t lock; /* states, shared_keys */
	kg_addr *root_targets; /* of h->roots, until they are numbered */
	kg_addr interned; /* dict of interned strings, 0 unknown */
	bool lists_suspect; /* a link of a collector list does not point back */
	bool read_done; /* objects and edges are final */
	double t0;
};

static inline const struct kg_heap_priv *kg_priv(const struct kg_heap *h)
{
	return h->priv;
}

/* types.c */
struct kg_error *kg_types_init(struct kg_heap *h);
void kg_types_deinit(struct kg_heap *h);
struct kg_type *kg_types_lookup_slow(struct kg_heap *h, kg_addr addr);

static inline uint32_t kg_type_hash(kg_addr a)
{
	return (uint32_t)((a >> 3) * UINT64_C(0x9e3779b97f4a7c15) >> 40);
}

static inline struct kg_type *kg_types_find(const struct kg_type_table *t, kg_addr addr)
{
	for (uint32_t i = kg_type_hash(addr) & t->mask;; i = (i + 1) & t->mask) {
		kg_addr a = __atomic_load_n(&t->slots[i].addr, __ATOMIC_ACQUIRE);

		if (KG_LIKELY(a == addr))
			return t->slots[i].type;
		if (a == 0)
			return NULL;
	}
}

/** The type whose object is at @addr, or NULL when no type is there. Thread-safe. */
static inline struct kg_type *kg_types_lookup(const struct kg_heap *h, kg_addr addr)
{
	struct kg_type *t = kg_types_find(__atomic_load_n(&h->priv->types.table, __ATOMIC_ACQUIRE), addr);

	return KG_LIKELY(t != NULL) ? t : kg_types_lookup_slow((struct kg_heap *)h, addr);
}

const struct kg_type_ops *kg_types_ops(const struct kg_heap *h, const char *name);
const struct kg_module_ops *kg_types_module_ops(const struct kg_heap *h, const char *name);

/* compile.c */
/** Fills the decoding part of @t from the target. @return false when its bytes contradict themselves */
bool kg_type_compile(struct kg_heap *h, struct kg_type *t);
/** Compiles a list of members against struct @strct. @return false when one that is needed is absent */
bool kg_members_compile(struct kg_heap *h, struct kg_module *mod, const char *strct, const struct kg_member *members,
			int64_t limit, struct kg_step **ret_steps, uint32_t *ret_n);

/* State of a C module, compiled once for each definition. */
struct kg_state_layout {
	kg_addr def;
	const struct kg_step *steps; /* offsets from the state */
	uint32_t nsteps;
	bool known;
};

/* modules.c */
/** How the state of the module defined by @def is laid out. Thread-safe. @return NULL when nobody knows */
const struct kg_state_layout *kg_module_state(struct kg_heap *h, struct kg_obj def);
void kg_module_states_deinit(struct kg_heap *h);

/* shared.c: key tables that several dicts share, and the dict of interned strings */
/** Notes that a dict uses the shared key table at @keys. Thread-safe. */
void kg_shared_keys_note(struct kg_heap *h, kg_addr keys);
/** Tables noted that no class has (any more): their names are roots. */
struct kg_error *kg_shared_keys_orphans(struct kg_heap *h, kg_addr **ret, size_t *ret_n) KG_MUST_CHECK;
/** The dict of interned strings does not count its mortal keys. */
struct kg_error *kg_interned_edges(const struct kg_heap *h, const struct kg_keys *k, struct kg_sink *sink) KG_MUST_CHECK;

/* types/code.c */
struct kg_error *kg_iframe_edges(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink) KG_MUST_CHECK;
struct kg_error *kg_module_state_edges(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink) KG_MUST_CHECK;

/* decode.c */
/** Pushes all references of @o. Errors: FAULT, CORRUPT */
struct kg_error *kg_decode(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink) KG_MUST_CHECK;
struct kg_error *kg_decode_steps(const struct kg_heap *h, struct kg_obj o, const uint8_t *base, const struct kg_step *steps,
				 uint32_t n, struct kg_sink *sink) KG_MUST_CHECK;
struct kg_error *kg_decode_native(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				  struct kg_sink *sink) KG_MUST_CHECK;
/** Is the object one the collector may look at: its type has a GC header, and it is no static type. */
bool kg_object_is_gc(const struct kg_heap *h, struct kg_obj o);

/* sweep.c: live blocks of pools that look like objects */
struct kg_error *kg_sweep(struct kg_heap *h) KG_MUST_CHECK;
/** Checks an address that something refers to. @return its type, NULL when no object can be there */
const struct kg_type *kg_object_check(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr);
/** The same for an address that only looks as if something referred to it. */
const struct kg_type *kg_object_guess(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr);

/* lists.c */
struct kg_error *kg_lists_place(struct kg_heap *h) KG_MUST_CHECK;
/* roots.c */
/** Addresses that roots refer to, in any order, for the discovery. */
struct kg_error *kg_roots_collect(struct kg_heap *h) KG_MUST_CHECK;
/** Turns them into numbers and sorts them; drops those that are no objects. */
struct kg_error *kg_roots_number(struct kg_heap *h) KG_MUST_CHECK;
/* stacks.c */
/** Adds words of native stacks and registers that point to objects with a surplus. */
struct kg_error *kg_stack_roots(struct kg_heap *h) KG_MUST_CHECK;
/* names.c */
struct kg_error *kg_names_collect(struct kg_heap *h) KG_MUST_CHECK;
/* doubts.c */
/** Takes over @text (NULL: out of memory, which loses nothing but the words). */
void kg_doubts_add(struct kg_heap *h, kg_addr object, kg_addr at, char *text);
/** Once the provenance of all objects is known: what is no scanned object's is damage. */
void kg_doubts_settle(struct kg_heap *h);
void kg_doubts_deinit(struct kg_doubts *d);

/* collect.c */
struct kg_error *kg_collect(struct kg_heap *h) KG_MUST_CHECK;

#endif
