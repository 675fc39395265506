/*
 * What gc.collect() would find, in groups: two unreachable objects are in one group
 * when references between unreachable objects link them, whichever way they point.
 */
#ifndef KG_ANALYSIS_CYCLES_H
#define KG_ANALYSIS_CYCLES_H

#include "analysis/freed.h"

struct kg_cycle {
	uint32_t id;	 /* from 1; the one that frees most is first */
	uint32_t knots;	 /* strongly connected parts of it that hold a cycle */
	size_t first, n; /* its objects: members[first] ... */
	uint64_t bytes;	 /* their sys.getsizeof() */
	uint64_t freed;	 /* bytes that go when this group alone is collected, payloads included */
	uint64_t freed_objects;
};

struct kg_cycles {
	struct kg_cycle *items;
	size_t n;
	kg_node *members; /* by group, then by address */
	size_t nmembers;
	uint32_t *knot; /* beside members: number of its strongly connected part, 0: it only hangs off one */
	uint64_t bytes, freed, freed_objects; /* of all groups together */
	struct kg_freed *work;		      /* for further runs */
	uint32_t *of;			      /* [node] id of its group, 0: in none */
	struct kg_pages mem;		      /* of .of */
};

/** @groups false: only the totals. Errors: NOMEM, CANCELED. Cost: O(unreachable objects, what they free, their references) */
struct kg_error *kg_cycles_create(const struct kg_heap *h, bool groups, struct kg_progress *progress,
				  struct kg_cycles **ret) KG_MUST_CHECK;
void kg_cycles_destroy(struct kg_cycles *c);

/** Group number @id. Errors: NOTFOUND */
struct kg_error *kg_cycles_find(const struct kg_cycles *c, uint64_t id, const struct kg_cycle **ret) KG_MUST_CHECK;

/** The group of unreachable object @n, NULL when it is in none. */
const struct kg_cycle *kg_cycles_of(const struct kg_cycles *c, kg_node n);

/** The strongly connected part of group @it that object @n stands in; 0 when it is in none, or not in the group. */
uint32_t kg_cycles_knot(const struct kg_cycles *c, const struct kg_cycle *it, kg_node n);

#endif
