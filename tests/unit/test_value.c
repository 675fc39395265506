/* repr() of simple values against what CPython 3.11 prints. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "heap/repr.h"

static void expect(struct kg_strbuf *sb, const char *want)
{
	assert_string_equal(kg_strbuf_text(sb), want);
	kg_strbuf_reset(sb);
}

static void test_double(void **state)
{
	static const struct {
		double v;
		const char *want;
	} cases[] = {
		{0.0, "0.0"},
		{-0.0, "-0.0"},
		{1.0, "1.0"},
		{-1.5, "-1.5"},
		{0.1, "0.1"},
		{1e15, "1000000000000000.0"},
		{9999999999999998.0, "9999999999999998.0"},
		{1e16, "1e+16"},
		{1.5e16, "1.5e+16"},
		{0.0001, "0.0001"},
		{0.00001, "1e-05"},
		{123456789.125, "123456789.125"},
		{5e-324, "5e-324"},
		{DBL_MAX, "1.7976931348623157e+308"},
		{0x1p-44, "5.684341886080802e-14"}, /* the nearest decimal of 16 digits reads back as another */
		{0x1p-1022, "2.2250738585072014e-308"},
		{INFINITY, "inf"},
		{-INFINITY, "-inf"},
		{NAN, "nan"},
		{1e100, "1e+100"},
	};
	struct kg_strbuf sb = {0};

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(cases); i++) {
		kg_repr_double(cases[i].v, &sb);
		expect(&sb, cases[i].want);
	}
	kg_strbuf_deinit(&sb);
}

/* Both neighbors of each power of two must read back; its digits are the hardest. */
static void test_double_reads_back(void **state)
{
	struct kg_strbuf sb = {0};

	(void)state;
	for (int e = -1074; e < 1024; e++) {
		double v[] = {ldexp(1, e), nextafter(ldexp(1, e), 0), nextafter(ldexp(1, e), INFINITY)};

		for (size_t i = 0; i < KG_ARRAY_SIZE(v); i++) {
			kg_repr_double(v[i], &sb);
			assert_true(strtod(kg_strbuf_text(&sb), NULL) == v[i]);
			kg_strbuf_reset(&sb);
		}
	}
	kg_strbuf_deinit(&sb);
}

static void test_complex(void **state)
{
	struct kg_strbuf sb = {0};

	(void)state;
	kg_repr_complex(0.0, 1.0, &sb);
	expect(&sb, "1j");
	kg_repr_complex(1.5, -2.0, &sb);
	expect(&sb, "(1.5-2j)");
	kg_repr_complex(-0.0, 0.0, &sb);
	expect(&sb, "(-0+0j)");
	kg_repr_complex(0.0, -0.0, &sb);
	expect(&sb, "-0j");
	kg_repr_complex(NAN, NAN, &sb);
	expect(&sb, "(nan+nanj)");
	kg_repr_complex(1e16, -INFINITY, &sb);
	expect(&sb, "(1e+16-infj)");
	kg_strbuf_deinit(&sb);
}

static void test_int(void **state)
{
	static const uint32_t one[] = {1}, big[] = {0, 0, 1}, nines[] = {999999999}, billion[] = {1000000000};
	struct kg_strbuf sb = {0};
	uint32_t *huge = calloc(480, sizeof(*huge));

	(void)state;
	kg_repr_int((const uint8_t *)one, 0, false, &sb);
	expect(&sb, "0");
	kg_repr_int((const uint8_t *)one, 1, true, &sb);
	expect(&sb, "-1");
	kg_repr_int((const uint8_t *)big, 3, false, &sb);
	expect(&sb, "1152921504606846976");
	kg_repr_int((const uint8_t *)nines, 1, false, &sb);
	expect(&sb, "999999999");
	kg_repr_int((const uint8_t *)billion, 1, false, &sb);
	expect(&sb, "1000000000");

	/* 2**14280 has 4299 decimal digits, 2**14285 has 4301: repr() raises. */
	assert_non_null(huge);
	huge[476] = 1;
	kg_repr_int((const uint8_t *)huge, 477, true, &sb);
	assert_int_equal(sb.len, 4299 + 1);
	assert_memory_equal(kg_strbuf_text(&sb), "-5", 2);
	kg_strbuf_reset(&sb);
	huge[476] = 32;
	kg_repr_int((const uint8_t *)huge, 477, false, &sb);
	expect(&sb, "<int, 14286 bits>");
	huge[479] = 3;
	kg_repr_int((const uint8_t *)huge, 480, false, &sb);
	expect(&sb, "<int, 14372 bits>");
	free(huge);
	kg_strbuf_deinit(&sb);
}

static void str1(const char *text, size_t width, struct kg_strbuf *sb)
{
	struct kg_chars s = {(const uint8_t *)text, 1, strlen(text)};

	kg_repr_str(&s, kg_printable_of(3, 11), width, sb);
}

static void test_str(void **state)
{
	static const uint16_t two[] = {0x20ac, 0xd800, 0x202e, 0x4e2d};
	static const uint32_t four[] = {0x1f600, 0xe0001, 0x110000, 'a'};
	struct kg_chars s2 = {(const uint8_t *)two, 2, 4}, s4 = {(const uint8_t *)four, 4, 4};
	struct kg_strbuf sb = {0};

	(void)state;
	str1("", 60, &sb);
	expect(&sb, "''");
	str1("it's", 60, &sb);
	expect(&sb, "\"it's\"");
	str1("'\"", 60, &sb);
	expect(&sb, "'\\'\"'");
	str1("a\tb\n\r\\\x1b\x7f", 60, &sb);
	expect(&sb, "'a\\tb\\n\\r\\\\\\x1b\\x7f'");
	str1("\xe9\xa0\xad", 60, &sb);
	expect(&sb, "'\u00e9\\xa0\\xad'");
	kg_repr_str(&s2, kg_printable_of(3, 11), 60, &sb);
	expect(&sb, "'\u20ac\\ud800\\u202e\u4e2d'");
	kg_repr_str(&s4, kg_printable_of(3, 11), 60, &sb);
	expect(&sb, "'\U0001f600\\U000e0001\ufffda'");
	kg_strbuf_deinit(&sb);
}

/* The first so many characters of the repr, then an ellipsis; whole when it fits. */
static void test_cut(void **state)
{
	static const uint8_t bytes[] = {'a', 0xff, '\''};
	struct kg_strbuf sb = {0};

	(void)state;
	str1("abc", 5, &sb);
	expect(&sb, "'abc'");
	str1("abc", 4, &sb);
	expect(&sb, "'abc\u2026");
	str1("a\nb", 3, &sb);
	expect(&sb, "'a\\\u2026");
	str1("a's", 2, &sb);
	expect(&sb, "\"a\u2026");
	str1("abc", 0, &sb);
	expect(&sb, "\u2026");
	kg_repr_bytes(bytes, 3, 60, &sb);
	expect(&sb, "b\"a\\xff'\"");
	kg_repr_bytes(bytes, 3, 4, &sb);
	expect(&sb, "b\"a\\\u2026");
	kg_repr_bytes(bytes, 0, 60, &sb);
	expect(&sb, "b''");
	kg_repr_cut("\u00e9\u00e8\u00ea", 2, &sb);
	expect(&sb, "\u00e9\u00e8\u2026");
	kg_repr_cut("\u00e9\u00e8\u00ea", KG_WIDTH_ALL, &sb);
	expect(&sb, "\u00e9\u00e8\u00ea");
	kg_strbuf_deinit(&sb);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_double),  cmocka_unit_test(test_double_reads_back),
	    cmocka_unit_test(test_complex), cmocka_unit_test(test_int),
	    cmocka_unit_test(test_str),	    cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
