/*
 * What became of a process from one snapshot to the next: objects that came, went and changed their
 * size, and types. An object is the same when one of the same type is at the same address; one that was freed
 * and gave its place to another of its type in between counts as the same.
 */
#ifndef KG_ANALYSIS_CHANGE_H
#define KG_ANALYSIS_CHANGE_H

#include "analysis/totals.h"

enum kg_since { KG_SINCE_LAST, KG_SINCE_FIRST, KG_SINCES };

/* A type as it was. */
struct kg_type_then {
	kg_addr addr;
	char *name; /* owned */
	uint64_t objects, bytes; /* with what they own */
};

/* The older snapshot, as far as it is still known. */
struct kg_then {
	struct kg_type_then *types; /* by address, those with objects */
	size_t ntypes;
	uint64_t objects, bytes, collectable;
	bool collectable_known;
	int64_t time_s; /* since 1970 */
	uint64_t came, gone;  /* objects that are new since, and those no longer there */
	uint64_t *had;	/* [node] bytes of the object then, and 1; 0: it was not there */
	uint32_t *of; /* [type index now] place in .types and 1; 0: it had no objects */
	struct kg_pages mem;
};

struct kg_change {
	const struct kg_heap *heap; /* the newer one */
	struct kg_then since[KG_SINCES];
	unsigned int snapshots; /* taken until this one */
};

/**
 * Compares @now with the snapshot before it, whose own change is @earlier, NULL when it was the first. Afterwards
 * nothing of the older one is needed. Errors: NOMEM, CANCELED.
 * Cost: a pass over the objects of both; keeps 16 bytes an object
 */
struct kg_error *kg_change_create(const struct kg_heap *before, const struct kg_totals *then, const struct kg_change *earlier,
				  const struct kg_heap *now, struct kg_progress *progress, struct kg_change **ret) KG_MUST_CHECK;
void kg_change_destroy(struct kg_change *c);

/** Bytes that @n had then. @return false when it was not there */
static inline bool kg_change_had(const struct kg_change *c, enum kg_since since, kg_node n, uint64_t *ret)
{
	*ret = c->since[since].had[n] - 1;
	return c->since[since].had[n] != 0;
}

/** The type as it was then, NULL when it had no objects. */
const struct kg_type_then *kg_change_type(const struct kg_change *c, enum kg_since since, uint32_t type);

/** The object of @to that is object @n of @from: same address, same type. KG_NODE_NONE when there is none. */
kg_node kg_change_node(const struct kg_heap *from, kg_node n, const struct kg_heap *to);

#endif
