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

/** The number of the object in granule @g, whose word is @w. */
static inline kg_node kg_space_word_rank(struct kg_space_word w, uint64_t g)
{
	return w.rank + kg_popcount32(w.bits & ((UINT32_C(1) << (g & 31)) - 1));
}

static inline kg_node kg_space_rank(const struct kg_space *s, uint64_t g)
{
	return kg_space_word_rank(s->words[g >> 5], g);
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

/* Who knows a type. */
struct kg_taught {
	const struct kg_type_ops *ops;
	const char *plugin; /* NULL: kedge itself */
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
	struct kg_taught *ops; /* hash by name, power of two */
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

#define KG_WORKERS_MAX 16

/* One worker's count of a type's objects: written by it alone, read by whoever looks. */
struct kg_count {
	uint64_t objects, bytes, payload;
};

#define KG_EMULATORS_IDLE 4 /* processes that are kept although nobody needs them now */

/* What an object with parts has of all blocks. */
struct kg_part_sum {
	kg_node node, owner; /* owner: who keeps the block that it shows most of, where it keeps none itself */
	uint64_t kept, own, shown; /* bytes of blocks that it keeps; of those that no other has; that it shows of all */
	uint64_t most;		   /* of one */
	uint64_t counted;	   /* bytes of all that sys.getsizeof() counts */
	kg_addr addr;		   /* of that one */
	const char *where;
};

struct kg_heap_priv {
	struct kg_part_sum *part_sums; /* by node */
	size_t npart_sums;
	struct kg_doubts doubts;
	struct kg_space space;
	struct kg_types types;
	uint32_t *info;	    /* [node] */
	struct kg_pages info_mem;
	unsigned int threads;
	struct kg_progress *progress;
	const struct kg_type_group *plugins; /* the caller's */
	size_t nplugins;
	uint64_t mapped; /* bytes of the image: bound for every count */
	struct kg_state_layout **states;
	size_t nstates;
	struct kg_addr_set shared_keys; /* key tables that more than one dict uses */
	struct kg_addr_set denials; /* objects whose tp_is_gc says that they are none of the collector's */
	pthread_mutex_t lock; /* states, shared_keys, denials */
	kg_addr *root_targets; /* of h->roots, until they are numbered */
	kg_addr int_type; /* with facts.static_ints */
	kg_addr lookdict; /* dk_lookup of tables whose keys are any objects, up to 3.10; 0 unknown */
	kg_addr *interned; /* dicts of interned strings, each once: from 3.12 on one for each isolated interpreter */
	size_t ninterned, interned_cap;
	kg_node *uncounted; /* targets of references in the graph that no count has, each as often, sorted */
	size_t nuncounted;
	bool lists_suspect; /* a link of a collector list does not point back */
	struct kg_count *counts[KG_WORKERS_MAX]; /* [worker] [type index], NULL: nobody asked */
	struct kg_pages counts_mem[KG_WORKERS_MAX];
	bool wants_counts;
	unsigned int stage; /* enum kg_heap_stage */
	bool numbered; /* addresses have numbers */
	bool read_done; /* objects and edges are final */
	bool emulate;	/* there is an emulator for types that nobody knows */
	struct kg_emulator *alone; /* for single objects */
	struct kg_emulator *idle[KG_EMULATORS_IDLE]; /* returned, and free for whoever wants one */
	size_t nidle;
	pthread_mutex_t idle_lock;
	pthread_mutex_t alone_lock;
	struct kg_laid **laid; /* [type index] what is known of the C structs of instances, NULL: not asked for */
	struct kg_pages laid_mem;
	pthread_mutex_t laid_lock;
	struct kg_link_indexes *links; /* NULL: nobody asked about an object with many references */
	pthread_mutex_t links_lock;
	double t0;
};

static inline const struct kg_heap_priv *kg_priv(const struct kg_heap *h)
{
	return h->priv;
}

static inline const struct kg_facts *kg_facts(const struct kg_heap *h)
{
	return h->rt->layout->facts;
}

/* An info word is read by other threads while its other parts are still being filled in. */
static inline uint32_t kg_info_get(const struct kg_heap *h, kg_node n)
{
	return __atomic_load_n(&h->priv->info[n], __ATOMIC_RELAXED);
}

static inline void kg_info_set(struct kg_heap *h, kg_node n, uint32_t info)
{
	__atomic_store_n(&h->priv->info[n], info, __ATOMIC_RELAXED);
}

#define KG_FLAG_LONG_SUBCLASS (UINT64_C(1) << 24) /* Py_TPFLAGS_LONG_SUBCLASS, CPython Include/object.h */

/* CPython 3.12 Include/internal/pycore_long.h: digits above three bits, of which the low two are the sign. */
static inline int64_t kg_long_size(uint64_t tag)
{
	int64_t digits = (int64_t)(tag >> 3);

	return (tag & 3) == 2 ? -digits : (tag & 3) == 1 ? 0 : digits;
}

/** kg_obj_size() for the pass over all objects. */
static inline int64_t kg_obj_items(const struct kg_layout *lay, const struct kg_obj *o)
{
	if (o->avail < 24)
		return 0;
	if (lay->facts->ints == KG_INT_TAG && o->type->flags & KG_FLAG_LONG_SUBCLASS)
		return kg_long_size(kg_obj_u64(*o, lay->off[F_LONG_TAG]));
	return kg_obj_i64(*o, lay->off[F_VAR_SIZE]);
}

/** Makes a stage known. */
void kg_heap_reach(struct kg_heap *h, enum kg_heap_stage stage);

/* counts.c */
struct kg_error *kg_counts_init(struct kg_heap *h) KG_MUST_CHECK;
void kg_counts_deinit(struct kg_heap *h);
/** Counts one object. Called by @worker alone. */
void kg_counts_add(struct kg_heap *h, unsigned int worker, struct kg_obj o);

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
struct kg_taught kg_types_taught(const struct kg_heap *h, const char *name);
/** Is it one of the types that are part of the interpreter itself? */
bool kg_types_builtin(const struct kg_type_ops *ops);
const struct kg_module_ops *kg_types_module_ops(const struct kg_heap *h, const char *name);

/* compile.c */
/** Fills the decoding part of @t from the target. @return false when its bytes contradict themselves */
bool kg_type_compile(struct kg_heap *h, struct kg_type *t);
/** module.qualname of the type object @o as the contract shows it. @return false when its name is not there */
bool kg_type_full_name(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb);
/** Compiles a list of members against struct @strct. @more: bytes that the offsets which they state move by.
 * @return false when one that is needed is absent */
bool kg_members_compile(struct kg_heap *h, struct kg_module *mod, const char *strct, const struct kg_member *members,
			int32_t more, int64_t limit, struct kg_step **ret_steps, uint32_t *ret_n);

struct kg_laid;

/* State of a C module, compiled once for each definition. */
struct kg_state_layout {
	kg_addr def;
	const struct kg_module_ops *ops;
	const struct kg_cstruct *strct, *parts;
	const struct kg_step *steps; /* offsets from the state */
	uint32_t nsteps;
	bool known;		/* by a table: else its m_traverse is emulated */
	char *name;		/* safe to show */
	bool shown;		/* it has an m_traverse */
	struct kg_tries tries;	/* of that */
	struct kg_laid *laid;	/* the C struct, with .laid_done; NULL: not known */
	bool laid_done;
};

/* modules.c */
/* What says how a module's state is laid out. */
struct kg_module_def {
	kg_addr key;	     /* same for all modules of this kind, 0: it has no state */
	kg_addr name_at;     /* C string, or */
	kg_addr name_object; /* str object */
	int64_t size;	     /* bytes of the state, not above 0: it has none of its own */
	kg_addr traverse;    /* m_traverse, 0 none */
	kg_addr functions[3]; /* m_traverse and its like, 0 none */
};

/** Errors: FAULT */
struct kg_error *kg_module_def_read(const struct kg_heap *h, struct kg_obj module, struct kg_module_def *ret) KG_MUST_CHECK;
/** How the state of modules of a kind is laid out. Thread-safe. @return NULL when out of memory, or of so many kinds */
struct kg_state_layout *kg_module_state(struct kg_heap *h, const struct kg_module_def *def);
void kg_module_states_deinit(struct kg_heap *h);
/* module_state.c */
struct kg_error *kg_module_state_edges(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink) KG_MUST_CHECK;

/* shared.c: key tables that several dicts share, and the dict of interned strings */
/** Notes that a dict uses the shared key table at @keys. Thread-safe. */
void kg_shared_keys_note(struct kg_heap *h, kg_addr keys);
/** Notes that an object's tp_is_gc says no. Thread-safe. @return false when out of memory */
bool kg_denial_note(struct kg_heap *h, kg_addr object);
/** Tables noted that no class has (any more): their names are roots. */
struct kg_error *kg_shared_keys_orphans(struct kg_heap *h, kg_addr **ret, size_t *ret_n) KG_MUST_CHECK;
/** The dict of interned strings does not count its mortal keys. */
struct kg_error *kg_interned_edges(const struct kg_heap *h, const struct kg_keys *k, struct kg_sink *sink) KG_MUST_CHECK;

/* types/code.c */
struct kg_error *kg_iframe_edges(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink) KG_MUST_CHECK;

/* decode.c */
#define KG_FLAG_MANAGED_DICT (UINT64_C(1) << 4) /* Py_TPFLAGS_MANAGED_DICT */
/** Pushes all references of @o. Errors: FAULT, CORRUPT */
struct kg_error *kg_decode(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink) KG_MUST_CHECK;
struct kg_error *kg_decode_steps(const struct kg_heap *h, struct kg_obj o, const uint8_t *base, const struct kg_step *steps,
				 uint32_t n, struct kg_sink *sink) KG_MUST_CHECK;
struct kg_error *kg_decode_native(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				  struct kg_sink *sink) KG_MUST_CHECK;
/** The dict of an instance, or the attributes where there is none yet, as owned references: for those whose tp_traverse
 * does not show them. */
struct kg_error *kg_decode_dict(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink) KG_MUST_CHECK;
/** Has the object a GC header: its type says so, and it is no static type. See kg_heap_denies_gc() too. */
bool kg_object_is_gc(const struct kg_heap *h, struct kg_obj o);

/** References to @n in the graph that its count has not: what is deferred in frames of free-threaded builds. */
uint64_t kg_heap_uncounted(const struct kg_heap *h, kg_node n);

/* typestate.c */
/** Does each interpreter keep its own part of this type? */
bool kg_type_managed(const struct kg_heap *h, struct kg_obj type);
/** Address of that part, 0 when there is none. */
kg_addr kg_type_state(const struct kg_heap *h, struct kg_obj type, uint32_t interp);
/** What all interpreters' parts refer to. */
void kg_type_state_edges(const struct kg_heap *h, struct kg_obj type, struct kg_sink *sink);

/* sweep.c: live blocks of pools that look like objects */
struct kg_error *kg_sweep(struct kg_heap *h) KG_MUST_CHECK;
/** Checks an address that something refers to. @return its type, NULL when no object can be there */
const struct kg_type *kg_object_check(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr);
/** The same where nothing refers to it, but a count that only an object has stands there. */
const struct kg_type *kg_object_headed(const struct kg_heap *h, const struct kg_segment *seg, kg_addr addr);
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

/* links.c */
void kg_links_deinit(struct kg_heap *h);

/* blocks.c */
/** Finds h->blocks. Errors: NOMEM, CANCELED. Cost: a pass over the objects, and over those whose types plugins teach */
struct kg_error *kg_blocks_collect(struct kg_heap *h) KG_MUST_CHECK;
/** What each object with parts has of the blocks, once these are known. Errors: NOMEM */
struct kg_error *kg_parts_sum(struct kg_heap *h) KG_MUST_CHECK;
void kg_parts_deinit(struct kg_heap *h);
/** NULL: the object has none. Cost: O(log n) */
const struct kg_part_sum *kg_parts_of(const struct kg_heap *h, kg_addr addr);
/** Bytes that it keeps and sys.getsizeof() does not count. */
uint64_t kg_parts_content(const struct kg_part_sum *s);
/** All of them as one. @return false when it has none */
bool kg_parts_payload(const struct kg_heap *h, kg_addr addr, struct kg_payload *ret);
void kg_blocks_deinit(struct kg_heap *h);
/* counts.c */
/** Counts what h->blocks tells, once. */
void kg_counts_blocks(struct kg_heap *h);

/* untrack.c */
/** Takes out of @universe what a free-threaded collection stops tracking before it counts. Errors: NOMEM */
struct kg_error *kg_untrack(const struct kg_heap *h, uint64_t *universe) KG_MUST_CHECK;
/** The same for the tuples of each interpreter's youngest generation. Needs the objects' places. Errors: NOMEM */
struct kg_error *kg_untrack_young(const struct kg_heap *h, uint64_t *universe) KG_MUST_CHECK;
/* collect.c */
struct kg_error *kg_collect(struct kg_heap *h) KG_MUST_CHECK;

#endif
