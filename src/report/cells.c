#include "config.h" /* first: wcwidth() */

#include "report/cells.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

void kg_cell_bytes(struct kg_strbuf *sb, uint64_t bytes)
{
	static const char *const units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
	double v = (double)bytes / 1024;
	size_t unit = 0;

	if (bytes < 1024) {
		kg_strbuf_printf(sb, "%u B", (unsigned int)bytes);
		return;
	}
	for (; v >= 1023.95 && unit + 1 < KG_ARRAY_SIZE(units); unit++)
		v /= 1024;
	kg_strbuf_printf(sb, "%.1f %s", v, units[unit]);
}

void kg_cell_count(struct kg_strbuf *sb, uint64_t n)
{
	kg_strbuf_digits(sb, n);
}

static uint64_t sign(struct kg_strbuf *sb, int64_t n)
{
	if (n != 0)
		kg_strbuf_putc(sb, n > 0 ? '+' : '-');
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

void kg_cell_more_count(struct kg_strbuf *sb, int64_t n)
{
	kg_cell_count(sb, sign(sb, n));
}

void kg_cell_more_bytes(struct kg_strbuf *sb, int64_t bytes)
{
	kg_cell_bytes(sb, sign(sb, bytes));
}

void kg_cell_addr(struct kg_strbuf *sb, kg_addr addr)
{
	kg_strbuf_printf(sb, "0x%llx", (unsigned long long)addr);
}

/* Bytes of the longest beginning of @text that takes no more than @columns, which it takes. */
static size_t fit(const char *text, size_t most, size_t *ret_columns)
{
	mbstate_t state = {0};
	size_t columns = 0, at = 0, len = strlen(text);

	while (at < len) {
		size_t n, width;
		wchar_t c;

		n = mbrtowc(&c, text + at, len - at, &state);
		if (n == 0 || n > len - at) { /* no UTF-8 locale: a byte that starts a character counts one */
			width = ((unsigned char)text[at] & 0xc0) != 0x80;
			n = 1;
			state = (mbstate_t){0};
		} else {
			int w = wcwidth(c);

			width = w > 0 ? (size_t)w : w < 0;
		}
		if (columns + width > most)
			break;
		columns += width;
		at += n;
	}
	*ret_columns = columns;
	return at;
}

size_t kg_cell_columns(const char *text)
{
	size_t columns;

	fit(text, SIZE_MAX, &columns);
	return columns;
}

size_t kg_cell_fit(const char *text, size_t columns)
{
	size_t used;

	return fit(text, columns, &used);
}
