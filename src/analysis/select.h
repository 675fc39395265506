/* Which objects a list shows, and in what order. */
#ifndef KG_ANALYSIS_SELECT_H
#define KG_ANALYSIS_SELECT_H

#include "analysis/retained.h"

enum kg_order { KG_BY_ADDR, KG_BY_SIZE, KG_BY_REFCOUNT, KG_BY_TYPE, KG_BY_RETAINED };

struct kg_selection {
	const char *type;  /* NULL: all. Whole name, last part of it, or a pattern with * and ? */
	uint64_t min_size; /* bytes of sys.getsizeof() and of the payload beside it */
	bool collectable;  /* only what gc.collect() would find */
	enum kg_order order;
	const struct kg_retained *retained; /* for KG_BY_RETAINED */
	uint64_t limit; /* 0: all */
};

struct kg_nodes {
	kg_node *items;
	size_t n;
	uint64_t matched; /* before the limit */
};

/** Does the name of @t fit @pattern, as in struct kg_selection? NULL fits all. */
bool kg_type_fits(const struct kg_type *t, const char *pattern);

/** Errors: NOTFOUND when no type in the target fits @pattern */
struct kg_error *kg_type_check(const struct kg_heap *h, const char *pattern) KG_MUST_CHECK;

/** sys.getsizeof() and what the object owns beside it, in bytes. */
uint64_t kg_node_bytes(const struct kg_heap *h, kg_node n);

/** Errors: NOTFOUND when no type in the target has such a name; NOMEM. Cost: one pass, and a sort */
struct kg_error *kg_select(const struct kg_heap *h, const struct kg_selection *sel, struct kg_progress *progress,
			   struct kg_nodes *ret) KG_MUST_CHECK;
void kg_nodes_deinit(struct kg_nodes *nodes);

#endif
