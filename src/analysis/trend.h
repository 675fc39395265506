/*
 * What a row of numbers, taken one after the other, does: the plateau test. Differences
 * within the noise do not count; medians and the share of rising pairs keep single
 * outliers (a snapshot in the middle of a burst) from deciding.
 */
#ifndef KG_ANALYSIS_TREND_H
#define KG_ANALYSIS_TREND_H

#include "base/error.h"

enum kg_verdict {
	KG_PLATEAUS, /* stays, or rose and then stayed, or goes up and down about a level */
	KG_GROWS,
	KG_STEP, /* rose once, and stays on both sides of that */
	KG_SHRINKS,
};

const char *kg_verdict_name(enum kg_verdict v); /* "plateaus", "grows", "one-time step", "shrinks" */

#define KG_TREND_NOISE (UINT64_C(64) << 10) /* the least noise, bytes */

/* The verdict and the numbers it rests on; the rules are in docs/kedge.1. */
struct kg_trend {
	enum kg_verdict verdict;
	int64_t growth;		/* last minus first */
	uint64_t noise;		/* bytes: 1% of the largest value, at least KG_TREND_NOISE */
	int64_t rise;		/* median of the last third minus that of the first */
	int64_t late;		/* median of the last third minus that of the middle */
	uint32_t rising, pairs; /* pairs of values of which the later is larger; and not equal */
	uint32_t step;		/* the step that is largest: from value number step to the next */
	int64_t step_bytes;
	double slope;		/* median of the slopes of all pairs: bytes a step (Theil and Sen) */
};

/** @n: at least 3. Errors: NOMEM. Cost: O(n^2 log n) */
struct kg_error *kg_trend_of(const uint64_t *values, size_t n, struct kg_trend *ret) KG_MUST_CHECK;

#endif
