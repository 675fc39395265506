/* Verdicts over rows of numbers, and amounts compared by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/growth.h"
#include "analysis/trend.h"

#define MB UINT64_C(1000000)
#define MAX 20

static struct kg_trend trend(const double *mb, size_t n)
{
	uint64_t values[MAX];
	struct kg_trend t;

	for (size_t i = 0; i < n; i++)
		values[i] = (uint64_t)(mb[i] * (double)MB);
	assert_null(kg_trend_of(values, n, &t));
	return t;
}

#define VERDICT(...)                                                                                                   \
	trend((const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double)).verdict

static void verdicts(void **state)
{
	(void)state;
	assert_int_equal(VERDICT(10, 10, 10), KG_PLATEAUS);
	assert_int_equal(VERDICT(0, 0, 0), KG_PLATEAUS);
	assert_int_equal(VERDICT(10, 10.05, 10.08), KG_PLATEAUS);			 /* noise */
	assert_int_equal(VERDICT(10, 11, 12), KG_GROWS);
	assert_int_equal(VERDICT(10, 11, 12, 13, 14, 15, 16, 17, 18, 19), KG_GROWS);
	assert_int_equal(VERDICT(10, 11.5, 11, 13, 12.6, 15, 14, 17, 16.5, 19), KG_GROWS); /* with setbacks */
	assert_int_equal(VERDICT(10, 15, 18, 19, 19.1, 19.1, 19.1, 19.1, 19.1, 19.1), KG_PLATEAUS); /* warm-up */
	assert_int_equal(VERDICT(10, 20, 20), KG_STEP);
	assert_int_equal(VERDICT(10, 10, 10, 30, 30.1, 30), KG_STEP);
	assert_int_equal(VERDICT(10, 10, 20), KG_GROWS); /* too early to call it a step */
	assert_int_equal(VERDICT(10, 14, 10, 14, 10, 14, 10, 14, 10), KG_PLATEAUS); /* fills and empties */
	assert_int_equal(VERDICT(10, 10, 10, 40, 10, 10, 10, 10), KG_PLATEAUS); /* one burst */
	assert_int_equal(VERDICT(20, 18, 16, 14, 12), KG_SHRINKS);
	assert_int_equal(VERDICT(20, 10, 10), KG_SHRINKS);
}

static void evidence(void **state)
{
	struct kg_trend t = trend((const double[]){10, 12, 11, 20, 21, 22}, 6);

	(void)state;
	assert_int_equal(t.growth, 12 * MB);
	assert_int_equal(t.pairs, 15);
	assert_int_equal(t.rising, 14);
	assert_int_equal(t.step, 2);
	assert_int_equal(t.step_bytes, 9 * MB);
	assert_int_equal(t.rise, 10500000); /* (21 + 22) / 2 - (10 + 12) / 2 */
	assert_int_equal(t.late, 6 * MB);   /* less (11 + 20) / 2 */
	assert_int_equal(t.noise, 22 * MB / 100);
	assert_int_equal(trend((const double[]){1, 1, 1}, 3).noise, KG_TREND_NOISE);
}

/* A row that rises by the same amount grows wherever it starts; turned round it shrinks. */
static void turned_round(void **state)
{
	double up[MAX], down[MAX];

	(void)state;
	srand(7);
	for (int round = 0; round < 2000; round++) {
		size_t n = 3 + (size_t)rand() % (MAX - 3);
		double slope = 0.5 + rand() % 100 / 10.0;

		for (size_t i = 0; i < n; i++)
			up[i] = 10 + slope * (double)i + rand() % 100 / 100.0 * slope * 0.4;
		for (size_t i = 0; i < n; i++)
			down[i] = up[n - 1 - i];
		assert_int_equal(trend(up, n).verdict, KG_GROWS);
		assert_int_equal(trend(down, n).verdict, KG_SHRINKS);
	}
}

static uint32_t add(struct kg_growth *g, const char *name, unsigned int target, uint64_t bytes)
{
	uint32_t i;

	assert_null(kg_growth_series(g, name, &i));
	kg_growth_add(g, i, target, &(struct kg_amount){1, bytes, 1});
	return i;
}

static void names(void **state)
{
	struct kg_growth *g;
	uint32_t *order;
	char name[32];

	(void)state;
	assert_null(kg_growth_create(2, &g));
	for (unsigned int i = 0; i < 5000; i++) {
		snprintf(name, sizeof(name), "name %u", i);
		assert_int_equal(add(g, name, 0, 100), i);
	}
	for (unsigned int i = 0; i < 5000; i++) {
		snprintf(name, sizeof(name), "name %u", i);
		assert_int_equal(add(g, name, 1, 100 + i), i);
	}
	assert_int_equal(g->n, 5000);
	assert_int_equal(kg_growth_of(g, 4999), 4999);
	assert_null(kg_growth_order(g, &order));
	for (unsigned int i = 0; i < 5000; i++)
		assert_int_equal(order[i], 4999 - i);
	free(order);
	kg_growth_destroy(g);
}

static void explained(void **state)
{
	struct kg_growth *g;
	uint32_t whole, part, crowd, other;
	int64_t *parts;

	(void)state;
	assert_null(kg_growth_create(2, &g));
	whole = add(g, "whole", 1, 1000);
	part = add(g, "part", 1, 900);
	crowd = add(g, "crowd", 1, 450);
	add(g, "crowd", 1, 450);
	other = add(g, "other", 1, 500);
	g->items[part].within = whole;
	g->items[crowd].within = part;
	assert_null(kg_growth_parts(g, &parts));
	assert_true(kg_growth_explained(g, parts, whole));
	assert_false(kg_growth_explained(g, parts, part)); /* by many things: what holds them is the owner */
	assert_false(kg_growth_explained(g, parts, other));
	free(parts);
	kg_growth_destroy(g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(verdicts), cmocka_unit_test(evidence),	 cmocka_unit_test(turned_round),
		cmocka_unit_test(names),    cmocka_unit_test(explained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
