#include "analysis/trend.h"

#include <stdlib.h>
#include <string.h>

#define SHARE_OF_PAIRS 0.75 /* rising ones, for a trend */
#define SHARE_OF_STEP 0.8   /* of the whole growth, for a step */
#define SHARE_LEFT 0.1	    /* of the whole growth, that may happen beside a step, or after a plateau began */

const char *kg_verdict_name(enum kg_verdict v)
{
	static const char *const names[] = {"plateaus", "grows", "one-time step", "shrinks"};

	return names[v];
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

/* Median of @n values; @room holds as many. */
static double median_of(const uint64_t *values, size_t n, double *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = (double)values[i];
	return median(room, n);
}

static uint64_t spread(const uint64_t *v, size_t n)
{
	uint64_t low = UINT64_MAX, high = 0;

	for (size_t i = 0; i < n; i++) {
		low = v[i] < low ? v[i] : low;
		high = v[i] > high ? v[i] : high;
	}
	return n ? high - low : 0;
}

static void count_pairs(const uint64_t *v, size_t n, double *slopes, struct kg_trend *t)
{
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			t->pairs += v[k] != v[i];
			t->rising += v[k] > v[i];
			slopes[m++] = (double)(int64_t)(v[k] - v[i]) / (double)(k - i);
		}
	}
	t->slope = median(slopes, m);
}

static void find_step(const uint64_t *v, size_t n, struct kg_trend *t)
{
	for (size_t i = 0; i + 1 < n; i++) {
		int64_t step = (int64_t)(v[i + 1] - v[i]);

		if (llabs(step) > llabs(t->step_bytes)) {
			t->step = (uint32_t)i;
			t->step_bytes = step;
		}
	}
}

static double larger(double a, double b)
{
	return a > b ? a : b;
}

/* Two values after it at least: what rose in the end may go on to rise. */
static bool is_step(const uint64_t *v, size_t n, const struct kg_trend *t)
{
	double still = larger((double)t->noise, SHARE_LEFT * (double)t->growth);
	size_t after = t->step + 1;

	return t->growth > (int64_t)t->noise && (double)t->step_bytes >= SHARE_OF_STEP * (double)t->growth &&
	       n - after >= 2 && (double)spread(v, after) <= still && (double)spread(v + after, n - after) <= still;
}

static bool grows(const struct kg_trend *t)
{
	return t->rise > (int64_t)t->noise && t->rising >= SHARE_OF_PAIRS * t->pairs &&
	       (double)t->late > larger((double)t->noise, SHARE_LEFT * (double)t->rise);
}

static bool shrinks(const struct kg_trend *t)
{
	return t->rise < -(int64_t)t->noise && t->pairs - t->rising >= SHARE_OF_PAIRS * t->pairs;
}

static enum kg_verdict judge(const uint64_t *v, size_t n, const struct kg_trend *t)
{
	if (spread(v, n) <= t->noise)
		return KG_PLATEAUS;
	if (is_step(v, n, t))
		return KG_STEP;
	return grows(t) ? KG_GROWS : shrinks(t) ? KG_SHRINKS : KG_PLATEAUS;
}

struct kg_error *kg_trend_of(const uint64_t *values, size_t n, struct kg_trend *ret)
{
	size_t third = n / 3, npairs = n * (n - 1) / 2;
	double *room = malloc((npairs > n ? npairs : n) * sizeof(*room)), last;
	uint64_t most = 0;

	if (!room)
		return kg_error_nomem();
	*ret = (struct kg_trend){.growth = (int64_t)(values[n - 1] - values[0])};
	for (size_t i = 0; i < n; i++)
		most = values[i] > most ? values[i] : most;
	ret->noise = most / 100 > KG_TREND_NOISE ? most / 100 : KG_TREND_NOISE;
	last = median_of(values + n - third, third, room);
	ret->rise = (int64_t)(last - median_of(values, third, room));
	ret->late = (int64_t)(last - median_of(values + (n - third) / 2, third, room));
	count_pairs(values, n, room, ret);
	find_step(values, n, ret);
	ret->verdict = judge(values, n, ret);
	free(room);
	return NULL;
}
