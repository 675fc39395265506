#include "config.h" /* first: wcwidth() */

#include "tui/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct kg_error *kg_canvas_resize(struct kg_canvas *c, int rows, int cols)
{
	size_t n = (size_t)(rows > 0 ? rows : 1) * (size_t)(cols > 0 ? cols : 1);

	if (n > c->cap) {
		struct kg_cell *cells = realloc(c->cells, n * sizeof(*cells));

		if (!cells)
			return kg_error_nomem();
		c->cells = cells;
		c->cap = n;
	}
	c->rows = rows > 0 ? rows : 1;
	c->cols = cols > 0 ? cols : 1;
	kg_canvas_clear(c);
	return NULL;
}

void kg_canvas_deinit(struct kg_canvas *c)
{
	free(c->cells);
	*c = (struct kg_canvas){0};
}

void kg_canvas_clear(struct kg_canvas *c)
{
	for (size_t i = 0; i < (size_t)c->rows * (size_t)c->cols; i++)
		c->cells[i] = (struct kg_cell){' ', KG_ATTR_NORMAL};
}

/* The next code point of UTF-8, which ends with a NUL; 0xfffd for what is none. */
static const char *next(const char *p, uint32_t *ret)
{
	const unsigned char *s = (const unsigned char *)p;
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	int n = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : s[0] < 0xf5 ? 4 : 0;
	uint32_t cp = n == 1 ? s[0] : n ? s[0] & (0x7fu >> n) : 0xfffd;

	for (int i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80) {
			*ret = 0xfffd;
			return p + i;
		}
		cp = cp << 6 | (s[i] & 0x3f);
	}
	if (n > 1 && (cp < least[n] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000)))
		cp = 0xfffd;
	*ret = cp;
	return p + (n ? n : 1);
}

/*
 * Letters that a terminal with bidirectional support moves to other columns, and the digits, brackets and
 * bars beside them as well; one without does not, and none says which it is. Isolates (U+2066 to U+2069)
 * are no way out: they have no column of their own, so curses has no cell for them, and a terminal that
 * does not know them shows boxes. Columns matter more here than letters: escapes, always.
 */
static bool right_to_left(uint32_t cp)
{
	return (cp >= 0x590 && cp <= 0x8ff) || (cp >= 0xfb1d && cp <= 0xfdff) || (cp >= 0xfe70 && cp <= 0xfeff) ||
	       (cp >= 0x10800 && cp <= 0x10fff) || (cp >= 0x1e800 && cp <= 0x1efff);
}

/* What some terminals draw together with the character before it, in fewer columns than both have. */
static bool joins(uint32_t cp)
{
	return cp >= 0x1f3fb && cp <= 0x1f3ff; /* colors of skin; all other joiners have no width */
}

/* The characters that kedge itself draws with, where only ASCII can be shown. */
static uint32_t as_ascii(uint32_t cp)
{
	static const struct {
		uint32_t from;
		char to;
	} table[] = {{0x2026, '~'}, {0x2588, '#'}, {0x2591, '.'}, {0x2502, '|'}, {0x25b8, '>'},
		     {0x25be, 'v'}, {0x2190, '<'}, {0x2192, '>'}, {0x25b2, '^'}, {0x25bc, 'v'}, {0x2014, '-'}};

	for (size_t i = 0; i < KG_ARRAY_SIZE(table); i++) {
		if (table[i].from == cp)
			return (uint32_t)table[i].to;
	}
	return 0;
}

/* What is shown for one code point: @return how many cells of @out, or -1 for itself, two cells wide. */
static int cells_of(const struct kg_canvas *c, uint32_t cp, uint32_t out[12])
{
	char text[12];
	int width, n;

	if (cp >= 0x20 && cp < 0x7f) {
		out[0] = cp;
		return 1;
	}
	if (c->ascii && as_ascii(cp)) {
		out[0] = as_ascii(cp);
		return 1;
	}
	width = c->ascii || right_to_left(cp) || joins(cp) || (cp < 0xa0) || cp == 0xad ? -1 : wcwidth((wchar_t)cp);
	if (width == 1 || width == 2) {
		out[0] = cp;
		return width == 2 ? -1 : 1;
	}
	n = snprintf(text, sizeof(text), cp < 0x100 ? "\\x%02x" : cp < 0x10000 ? "\\u%04x" : "\\U%08x", cp);
	for (int i = 0; i < n; i++)
		out[i] = (unsigned char)text[i];
	return n;
}

static void put(struct kg_canvas *c, int row, int col, uint32_t ch, enum kg_attr attr)
{
	if (row >= 0 && row < c->rows && col >= 0 && col < c->cols)
		c->cells[(size_t)row * (size_t)c->cols + (size_t)col] = (struct kg_cell){ch, (uint8_t)attr};
}

/* Takes back cells from column @from on so that an ellipsis ends the text at @end. */
static void cut(struct kg_canvas *c, int row, int end, enum kg_attr attr)
{
	uint32_t dots[12];

	cells_of(c, 0x2026, dots);
	if (end - 2 >= 0 && end - 1 < c->cols && row >= 0 && row < c->rows &&
	    c->cells[(size_t)row * (size_t)c->cols + (size_t)end - 1].ch == 0)
		put(c, row, end - 2, ' ', attr); /* half of a wide one would stay */
	put(c, row, end - 1, dots[0] == '\\' ? '~' : dots[0], attr);
}

int kg_canvas_text(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr, const char *text)
{
	int used = 0;

	if (width > c->cols - col)
		width = c->cols - col;
	if (width <= 0 || col < 0)
		return 0;
	while (*text) {
		uint32_t cp, out[12];
		int n;

		text = next(text, &cp);
		n = cells_of(c, cp, out);
		if (used + abs(n < 0 ? 2 : n) > width) {
			for (int i = used; i < width; i++)
				put(c, row, col + i, ' ', attr);
			cut(c, row, col + width, attr);
			return width;
		}
		for (int i = 0; i < n; i++)
			put(c, row, col + used + i, out[i], attr);
		if (n < 0) {
			put(c, row, col + used, out[0], attr);
			put(c, row, col + used + 1, 0, attr);
		}
		used += n < 0 ? 2 : n;
	}
	return used;
}

/* Columns that @text takes, counted no further than @max. */
static int columns_of(const struct kg_canvas *c, const char *text, int max)
{
	int used = 0;

	while (*text && used <= max) {
		uint32_t cp, out[12];
		int n;

		text = next(text, &cp);
		n = cells_of(c, cp, out);
		used += n < 0 ? 2 : n;
	}
	return used;
}

void kg_canvas_right(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr, const char *text)
{
	int used = columns_of(c, text, width);

	if (used > width)
		used = width;
	kg_canvas_text(c, row, col + width - used, used, attr, text);
}

void kg_canvas_paint(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr)
{
	for (int i = col; i < col + width && i < c->cols; i++) {
		if (row >= 0 && row < c->rows && i >= 0)
			c->cells[(size_t)row * (size_t)c->cols + (size_t)i].attr = (uint8_t)attr;
	}
}

void kg_canvas_vline(struct kg_canvas *c, int row, int col, int height)
{
	for (int i = 0; i < height; i++)
		put(c, row + i, col, c->ascii ? '|' : 0x2502, KG_ATTR_DIM);
}

void kg_canvas_dump(const struct kg_canvas *c, struct kg_strbuf *sb)
{
	for (int row = 0; row < c->rows; row++) {
		const struct kg_cell *cells = c->cells + (size_t)row * (size_t)c->cols;
		int end = c->cols;

		while (end > 0 && cells[end - 1].ch == ' ')
			end--;
		for (int col = 0; col < end; col++) {
			if (cells[col].ch)
				kg_strbuf_utf8(sb, cells[col].ch);
		}
		kg_strbuf_putc(sb, '\n');
	}
}
