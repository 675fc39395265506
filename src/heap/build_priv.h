/* What discovery hands to the building of the graph. */
#ifndef KG_HEAP_BUILD_PRIV_H
#define KG_HEAP_BUILD_PRIV_H

#include "heap/emulated_priv.h"

#define KG_HEADS_MAX 256
#define KG_RECENT 128 /* a power of two, more than edges wait to be looked up */
#define KG_SHARE_AT 8192 /* addresses waiting on one stack before half is offered to others */
#define KG_EDGE_DEAD UINT64_MAX
#define KG_EDGES_ALIGN (UINT64_C(1) << 19) /* edges in 2 MiB of 4-byte words */

struct kg_addrs {
	kg_addr *items;
	size_t n, cap;
};

/** @return false when out of memory */
bool kg_addrs_push(struct kg_addrs *v, kg_addr a);

/* Lines about objects: two columns. While edges are granules, start is the object's
 * first place among its worker's edges; its last is where the next line's begin. */
struct kg_lines {
	uint32_t *start, *info;
	size_t n, cap;
	struct kg_pages mem[2];
};

/*
 * Edges whose targets are known by granule: granule in the low bits, kind in the top two.
 * Four bytes each where all granules fit 30 bits (16 GiB mapped), eight otherwise. The
 * graph's words take their place later, so that the memory is touched but once.
 */
struct kg_granules {
	void *mem;
	size_t n, ready, cap; /* ready: how many have their pages */
	bool wide;
	struct kg_pages part; /* of the discovery's edges, not to be unmapped */
};

#define KG_NARROW_SHIFT 30
#define KG_NARROW_MASK ((UINT32_C(1) << KG_NARROW_SHIFT) - 1)
#define KG_NARROW_DEAD UINT32_MAX /* so the last granule of all is never narrow */

typedef uint32_t __attribute__((may_alias)) kg_narrow;

/** Granule and kind as in struct kg_sink, or KG_EDGE_DEAD. */
static inline uint64_t kg_granules_at(const struct kg_granules *e, size_t i)
{
	uint32_t v;

	if (KG_UNLIKELY(e->wide))
		return ((const uint64_t *)e->mem)[i];
	v = ((const kg_narrow *)e->mem)[i];
	if (KG_UNLIKELY(v == KG_NARROW_DEAD))
		return KG_EDGE_DEAD;
	return (v & KG_NARROW_MASK) | (uint64_t)(v >> KG_NARROW_SHIFT) << KG_EDGE_SHIFT;
}

/** Takes pages for more. @return false when there is no room */
bool kg_granules_grow(struct kg_granules *e);

/** Puts edge @edge, as kg_granules_at() gives it. @return false when there is no room */
static inline bool kg_granules_push(struct kg_granules *e, uint64_t edge)
{
	if (KG_UNLIKELY(e->n == e->ready) && !kg_granules_grow(e))
		return false;
	if (KG_UNLIKELY(e->wide))
		((uint64_t *)e->mem)[e->n++] = edge;
	else
		((kg_narrow *)e->mem)[e->n++] = (uint32_t)edge | (uint32_t)(edge >> KG_EDGE_SHIFT << KG_NARROW_SHIFT);
	return true;
}

/** Puts @n of them. @return false when there was no room for all */
static inline bool kg_granules_push_all(struct kg_granules *e, const uint64_t *edges, size_t n)
{
	kg_narrow *out = (kg_narrow *)e->mem + e->n;
	bool room = true;

	if (KG_UNLIKELY(e->wide || e->ready - e->n < n)) {
		for (size_t i = 0; i < n; i++)
			room = kg_granules_push(e, edges[i]) && room;
		return room;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = (uint32_t)edges[i] | (uint32_t)(edges[i] >> KG_EDGE_SHIFT << KG_NARROW_SHIFT);
	e->n += n;
	return true;
}

/* The objects of one arena, in address order: lines [from, from + count) of the discovery's. */
struct kg_chunk {
	uint32_t worker, from, count;
	uint64_t edges_end; /* of the last object */
};

struct kg_discovery;

/*
 * One thread's findings: lines of the arenas it took stand among the discovery's, at
 * places known beforehand; those of objects found later in its own.
 */
struct kg_worker {
	struct kg_discovery *d;
	unsigned int index;
	struct kg_sink sink;  /* edges not looked up yet: address and kind */
	struct kg_pages sink_mem;
	struct kg_granules edges;
	struct { /* the last objects that have edges: where they begin, in order */
		uint64_t at;
		kg_addr addr;
	} recent[KG_RECENT];
	unsigned int nrecent;
	struct kg_lines late;
	struct kg_addrs late_addr; /* of each line */
	struct kg_addrs chunks;	   /* arenas in the order in which it took them */
	struct kg_addrs stack;	  /* marked, not decoded yet */
	struct kg_addrs deferred; /* in arenas, to be marked later */
	struct kg_addrs uncounted; /* targets of references that no count has, each as often as it has them */
	struct kg_addrs unshown;  /* marked, not decoded: their types' traverse functions are to be emulated, many at once */
	struct kg_shows shows;
	bool suspect, nomem, overflow;
};

struct kg_discovery {
	struct kg_heap *h;
	struct kg_worker workers[KG_WORKERS_MAX];
	unsigned int nworkers;
	struct kg_pieces arenas;
	const struct kg_segment *main; /* the largest, where most objects are */
	struct kg_chunk *chunks; /* one an arena */
	struct kg_lines lines;	 /* of all objects in arenas; later of all objects, by number */
	struct kg_pages edges;	 /* all workers' granules, edge_cap each */
	uint64_t edge_cap;
	size_t edge_size;	 /* of a granule, bytes */
	kg_addr heads[KG_HEADS_MAX];
	size_t nheads;
	bool collecting, arenas_done;
	pthread_mutex_t lock;
	struct kg_addrs shared;
	unsigned int idle;
	uint32_t types_seen; /* of the registry, by take_types() */
};

/* discovery.c */
struct kg_error *kg_discovery_run(struct kg_discovery *d, struct kg_heap *h) KG_MUST_CHECK;
void kg_discovery_deinit(struct kg_discovery *d);
void kg_lines_deinit(struct kg_lines *l);
/** Offers half of a long stack to threads that have nothing, unless there is an offer already. */
void kg_discovery_share(struct kg_worker *w);
/** Refills an empty stack: from what others offer, with types that were seen meanwhile. Waits while somebody
 * works. @return false when nobody has anything left */
bool kg_discovery_refill(struct kg_worker *w);

/** Is @a the head of one of the collector's lists? */
static inline bool kg_discovery_has_head(const struct kg_discovery *d, kg_addr a)
{
	for (size_t i = 0; i < d->nheads; i++) {
		if (d->heads[i] == a)
			return true;
	}
	return false;
}

/* discover.c */
/** What one thread does in a round; for kg_workers_run(). The first goes through the arenas, the second takes what they led to. */
struct kg_error *kg_discover_run(void *discovery, unsigned int thread) KG_MUST_CHECK;
/** Marks what is at @addr and puts it on the stack, if an object can be there. @guess: what leads to it is one */
void kg_discover_seed(struct kg_worker *w, kg_addr addr, bool guess);

/** Number of the first arena that ends after @addr. They are sorted and do not overlap. */
static inline size_t kg_arena_after(const struct kg_runtime *rt, kg_addr addr)
{
	size_t lo = 0, hi = rt->narenas;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rt->arenas[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/** Does @addr lie in one of the runtime's arenas? */
static inline bool kg_in_arena(const struct kg_runtime *rt, kg_addr addr)
{
	size_t i = kg_arena_after(rt, addr);

	return i < rt->narenas && rt->arenas[i].start <= addr;
}

/* build.c */
/** Numbers the objects, turns the edges into the graph, fills the columns. */
struct kg_error *kg_build(struct kg_heap *h, struct kg_discovery *d) KG_MUST_CHECK;

#endif
