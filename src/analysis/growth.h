/* Amounts under the same names in several targets, so that they can be compared. */
#ifndef KG_ANALYSIS_GROWTH_H
#define KG_ANALYSIS_GROWTH_H

#include "base/error.h"

struct kg_amount {
	uint64_t objects, bytes;
	uint64_t payload; /* beside .bytes */
};

/* One name in all targets. */
struct kg_series {
	char *name;
	uint32_t within;      /* number of the series that it is part of, UINT32_MAX none */
	struct kg_amount *at; /* [target] */
	uint32_t *adds;	      /* [target] how many amounts were added; 0: it is not in that target */
};

struct kg_growth {
	struct kg_series *items; /* numbered as they came */
	size_t n;
	unsigned int targets;
	size_t cap, mask;
	uint32_t *slots; /* open addressing; numbers from 1 */
};

/** Errors: NOMEM */
struct kg_error *kg_growth_create(unsigned int targets, struct kg_growth **ret) KG_MUST_CHECK;
void kg_growth_destroy(struct kg_growth *g);

/** Number of the series called @name, made when there is none. Errors: NOMEM */
struct kg_error *kg_growth_series(struct kg_growth *g, const char *name, uint32_t *ret) KG_MUST_CHECK;

/** Adds @amount to series @i in @target. */
void kg_growth_add(struct kg_growth *g, uint32_t i, unsigned int target, const struct kg_amount *amount);

/** Bytes and payload of series @i in @target. */
static inline uint64_t kg_growth_bytes(const struct kg_growth *g, uint32_t i, unsigned int target)
{
	return g->items[i].at[target].bytes + g->items[i].at[target].payload;
}

/** Last minus first, bytes and payload. */
int64_t kg_growth_of(const struct kg_growth *g, uint32_t i);

/** All numbers by falling growth, then by name. The caller frees. Errors: NOMEM */
struct kg_error *kg_growth_order(const struct kg_growth *g, uint32_t **ret) KG_MUST_CHECK;

/**
 * Does a part of series @i explain it: is there one within it that grew at least four
 * fifths as much, and that is one thing rather than many of one name? @parts: of
 * kg_growth_parts(). Only for series that grew.
 */
bool kg_growth_explained(const struct kg_growth *g, const int64_t *parts, uint32_t i);
/** [series] the largest growth of single things directly within it. The caller frees. Errors: NOMEM */
struct kg_error *kg_growth_parts(const struct kg_growth *g, int64_t **ret) KG_MUST_CHECK;

#endif
