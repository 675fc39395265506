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
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			kg_strbuf_putc(sb, ',');
		kg_strbuf_putc(sb, digits[i]);
	}
}

void kg_cell_addr(struct kg_strbuf *sb, kg_addr addr)
{
	kg_strbuf_printf(sb, "0x%llx", (unsigned long long)addr);
}

size_t kg_cell_columns(const char *text)
{
	mbstate_t state = {0};
	size_t columns = 0, left = strlen(text);

	while (left > 0) {
		wchar_t c;
		size_t n = mbrtowc(&c, text, left, &state);
		int width;

		if (n == 0 || n > left) { /* no UTF-8 locale: a byte that starts a character counts one */
			columns += ((unsigned char)*text & 0xc0) != 0x80;
			n = 1;
			state = (mbstate_t){0};
		} else {
			width = wcwidth(c);
			columns += width > 0 ? (size_t)width : width < 0;
		}
		text += n;
		left -= n;
	}
	return columns;
}
