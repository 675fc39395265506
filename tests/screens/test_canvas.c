/* Random text, most of it of the kinds that break screens: every cell holds one printable character
 * and stands in the column that wcwidth() says, and nothing is written outside. */
#include "config.h" /* first: wcwidth() */

#include "fixture.h"

#include <wchar.h>

#define COLS 60
#define TIMES 6000

static uint64_t seed = 20261121;

static uint32_t roll(uint32_t sides)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(seed >> 33) % sides;
}

/* Some code point; surrogates and numbers that are none are among them. */
static uint32_t some_code_point(void)
{
	static const struct {
		uint32_t from, count;
	} ranges[] = {
		{0, 0x20},	 {0x20, 0x5f},	   {0x7f, 0x21},     {0xa0, 0x60},    {0x300, 0x70},  {0x590, 0x370},
		{0x900, 0x80},	 {0xe00, 0x80},	   {0x1100, 0x100},  {0x200b, 5},     {0x202a, 5},    {0x2060, 16},
		{0x2500, 0x80},	 {0x3000, 0x100},  {0x4e00, 0x1000}, {0xac00, 0x100}, {0xd800, 0x800}, {0xfe00, 16},
		{0xfb1d, 0x2e2}, {0xfe70, 0x90},   {0xfff0, 16},     {0x1f1e6, 26},   {0x1f3fb, 5},   {0x1f468, 0x100},
		{0x1e900, 0x60}, {0xe0000, 0x200}, {0x10fff0, 0x100}, {0, 0x110000},
	};
	size_t i = roll(KG_ARRAY_SIZE(ranges));

	return ranges[i].from + roll(ranges[i].count);
}

/* UTF-8 as it should not be: surrogates too, some bytes lost or turned, sequences that are too long. */
static void random_text(char *out, size_t size)
{
	size_t n = 0, length = roll(60);

	for (size_t i = 0; i < length && n + 8 < size; i++) {
		uint32_t cp = some_code_point();
		unsigned char bytes[4] = {0xf0 | cp >> 18, 0x80 | (cp >> 12 & 63), 0x80 | (cp >> 6 & 63), 0x80 | (cp & 63)};
		size_t from = cp < 0x80 ? 3 : cp < 0x800 ? 2 : cp < 0x10000 ? 1 : 0;

		if (roll(10) > 0 && from > 0)
			bytes[from] = from == 3 ? (unsigned char)cp : from == 2 ? 0xc0 | cp >> 6 : 0xe0 | cp >> 12;
		else if (from > 0)
			from = 0; /* overlong */
		for (size_t j = from; j < 4; j++) {
			if (roll(40) == 0)
				continue;
			out[n++] = (char)(roll(40) == 0 ? roll(256) : bytes[j]);
		}
	}
	out[n] = '\0';
}

/* May this be sent to a terminal, alone in its cell? */
static void check_character(uint32_t ch)
{
	assert_true(ch >= 0x20 && ch < 0x110000);
	assert_false(ch >= 0x7f && ch < 0xa0);
	assert_false(ch >= 0xd800 && ch < 0xe000);
	assert_false(ch >= 0x300 && ch < 0x370);
	assert_false(ch >= 0x590 && ch < 0x900);
	assert_false(ch >= 0xfb1d && ch < 0xfe00);
	assert_false(ch >= 0x200b && ch <= 0x200f);
	assert_false(ch >= 0x2028 && ch <= 0x202e);
	assert_false(ch >= 0x2060 && ch <= 0x206f);
	assert_false(ch >= 0xfe00 && ch <= 0xfe0f);
	assert_false(ch >= 0x1f3fb && ch <= 0x1f3ff);
	assert_false(ch >= 0xe0000 && ch < 0xe1000);
	assert_int_not_equal(ch, 0xfeff);
}

/* @return columns that the cells from @from to @to take on a terminal */
static int check_cells(const struct kg_canvas *c, int from, int to)
{
	int columns = 0;

	for (int i = from; i < to; i++) {
		const struct kg_cell *cell = &c->cells[i];

		if (cell->ch == 0) {
			assert_true(i > from && wcwidth((wchar_t)cell[-1].ch) == 2);
			continue;
		}
		check_character(cell->ch);
		assert_in_range(wcwidth((wchar_t)cell->ch), 1, 2);
		if (wcwidth((wchar_t)cell->ch) == 2)
			assert_true(i + 1 < to && cell[1].ch == 0);
		columns += wcwidth((wchar_t)cell->ch);
	}
	return columns;
}

static void random_text_keeps_columns(void **state)
{
	struct kg_canvas c = {0};
	char text[600];

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	ok(kg_canvas_resize(&c, 1, COLS));
	for (int i = 0; i < TIMES; i++) {
		int left = (int)roll(COLS), width = (int)roll(COLS + 10), used;

		random_text(text, sizeof(text));
		kg_canvas_clear(&c);
		for (int j = 0; j < COLS; j++)
			c.cells[j].ch = '|';
		if (i % 2) {
			used = kg_canvas_text(&c, 0, left, width, KG_ATTR_NORMAL, text);
			assert_true(used <= width && left + used <= COLS);
		} else {
			width = width > COLS - left ? COLS - left : width;
			kg_canvas_right(&c, 0, left, width, KG_ATTR_NORMAL, text);
			used = width;
		}
		for (int j = 0; j < COLS; j++) {
			if (j < left || j >= left + used)
				assert_int_equal(c.cells[j].ch, '|');
		}
		assert_int_equal(check_cells(&c, left, left + used), used);
		assert_int_equal(check_cells(&c, 0, COLS), COLS);
	}
	kg_canvas_deinit(&c);
}

/* Where only ASCII can be shown nothing else is. */
static void ascii_alone(void **state)
{
	struct kg_canvas c = {.ascii = true};
	char text[600];

	(void)state;
	ok(kg_canvas_resize(&c, 1, COLS));
	for (int i = 0; i < TIMES; i++) {
		random_text(text, sizeof(text));
		kg_canvas_text(&c, 0, 0, COLS, KG_ATTR_NORMAL, text);
		kg_canvas_text(&c, 0, 0, COLS, KG_ATTR_NORMAL, "▾ █░ … │");
		kg_canvas_vline(&c, 0, 20, 1);
		for (int j = 0; j < COLS; j++)
			assert_in_range(c.cells[j].ch, 0x20, 0x7e);
	}
	kg_canvas_deinit(&c);
}

static void shows_as(const char *text, const char *expected)
{
	struct kg_canvas c = {0};
	struct kg_strbuf sb = {0};

	ok(kg_canvas_resize(&c, 1, COLS));
	kg_canvas_text(&c, 0, 0, COLS, KG_ATTR_NORMAL, text);
	kg_canvas_dump(&c, &sb);
	assert_string_equal(kg_strbuf_text(&sb), expected);
	kg_strbuf_deinit(&sb);
	kg_canvas_deinit(&c);
}

static void each_kind_of_trouble(void **state)
{
	(void)state;
	shows_as("\033[2J\a\tx\177\xc2\x9b", "\\x1b[2J\\x07\\x09x\\x7f\\x9b\n");
	shows_as("e\xcc\x81", "e\\u0301\n");			 /* a combining accent */
	shows_as("\xe6\xbc\xa2|", "\xe6\xbc\xa2|\n");		 /* wide */
	shows_as("\xd7\xa9\xd7\x9c|", "\\u05e9\\u05dc|\n");		 /* right to left */
	shows_as("\xe2\x80\xae" "abc", "\\u202eabc\n");		 /* an override */
	shows_as("\xe2\x81\xa7x\xe2\x81\xa9", "\\u2067x\\u2069\n");	 /* isolates */
	shows_as("a\xe2\x80\x8d" "b", "a\\u200db\n");		 /* a joiner */
	shows_as("\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "\xf0\x9f\x91\x8d\\U0001f3fd\n"); /* thumb, color */
	shows_as("\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\\ufe0f\n");		 /* shown as an emoji */
	shows_as("\xff\xc0\x80\xed\xa0\x80|", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_text_keeps_columns),
		cmocka_unit_test(ascii_alone),
		cmocka_unit_test(each_kind_of_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
