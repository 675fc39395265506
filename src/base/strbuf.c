#include "base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kg_strbuf_deinit(struct kg_strbuf *sb)
{
	free(sb->text);
	*sb = (struct kg_strbuf){0};
}

void kg_strbuf_reset(struct kg_strbuf *sb)
{
	sb->len = 0;
	if (sb->text)
		sb->text[0] = '\0';
}

static bool reserve(struct kg_strbuf *sb, size_t more)
{
	size_t want = sb->len + more + 1;
	size_t cap = sb->cap ? sb->cap : 64;
	char *text;

	if (want <= sb->cap)
		return true;
	while (cap < want)
		cap *= 2;
	text = realloc(sb->text, cap);
	if (!text) {
		sb->failed = true;
		return false;
	}
	sb->text = text;
	sb->cap = cap;
	return true;
}

void kg_strbuf_add(struct kg_strbuf *sb, const char *bytes, size_t len)
{
	if (!reserve(sb, len))
		return;
	if (len > 0) /* nothing may come from nowhere, which memcpy() forbids */
		memcpy(sb->text + sb->len, bytes, len);
	sb->len += len;
	sb->text[sb->len] = '\0';
}

void kg_strbuf_puts(struct kg_strbuf *sb, const char *text)
{
	kg_strbuf_add(sb, text, strlen(text));
}

void kg_strbuf_putc(struct kg_strbuf *sb, char c)
{
	kg_strbuf_add(sb, &c, 1);
}

void kg_strbuf_vprintf(struct kg_strbuf *sb, const char *fmt, va_list ap)
{
	va_list again;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0 || !reserve(sb, (size_t)len))
		return;
	vsnprintf(sb->text + sb->len, (size_t)len + 1, fmt, ap);
	sb->len += (size_t)len;
}

void kg_strbuf_printf(struct kg_strbuf *sb, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	kg_strbuf_vprintf(sb, fmt, ap);
	va_end(ap);
}

void kg_strbuf_utf8(struct kg_strbuf *sb, uint32_t cp)
{
	char b[4];
	size_t n;

	if (cp < 0x80) {
		b[0] = (char)cp;
		n = 1;
	} else if (cp < 0x800) {
		b[0] = (char)(0xc0 | cp >> 6);
		b[1] = (char)(0x80 | (cp & 0x3f));
		n = 2;
	} else if (cp < 0x10000) {
		b[0] = (char)(0xe0 | cp >> 12);
		b[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		b[2] = (char)(0x80 | (cp & 0x3f));
		n = 3;
	} else {
		b[0] = (char)(0xf0 | cp >> 18);
		b[1] = (char)(0x80 | (cp >> 12 & 0x3f));
		b[2] = (char)(0x80 | (cp >> 6 & 0x3f));
		b[3] = (char)(0x80 | (cp & 0x3f));
		n = 4;
	}
	kg_strbuf_add(sb, b, n);
}

/* Decodes one UTF-8 sequence; @return its length, 0 when invalid. */
static size_t utf8_decode(const uint8_t *p, size_t len, uint32_t *ret_cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t n = p[0] < 0x80 ? 1 : p[0] >> 5 == 6 ? 2 : p[0] >> 4 == 14 ? 3 : p[0] >> 3 == 30 ? 4 : 0;
	uint32_t cp;

	if (n == 0 || n > len)
		return 0;
	cp = n == 1 ? p[0] : p[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if (p[i] >> 6 != 2)
			return 0;
		cp = cp << 6 | (p[i] & 0x3f);
	}
	if (cp < least[n] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
		return 0;
	*ret_cp = cp;
	return n;
}

/* Characters that move the cursor, hide text or turn its direction. */
static bool harmful(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x00ad || cp == 0x061c || cp == 0x180e ||
	       (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x2028 && cp <= 0x202e) || (cp >= 0x2060 && cp <= 0x206f) ||
	       cp == 0xfeff || (cp >= 0xfff0 && cp <= 0xfffb) || (cp >= 0xe0000 && cp <= 0xe0fff);
}

void kg_strbuf_escape(struct kg_strbuf *sb, const char *bytes, size_t len)
{
	const uint8_t *p = (const uint8_t *)bytes;

	for (size_t i = 0; i < len;) {
		uint32_t cp = 0;
		size_t n = utf8_decode(p + i, len - i, &cp);

		if (n == 0) {
			kg_strbuf_printf(sb, "\\x%02x", p[i]);
			n = 1;
		} else if (!harmful(cp)) {
			kg_strbuf_add(sb, bytes + i, n);
		} else if (cp < 0x100) {
			kg_strbuf_printf(sb, "\\x%02x", cp);
		} else {
			kg_strbuf_printf(sb, cp < 0x10000 ? "\\u%04x" : "\\U%08x", cp);
		}
		i += n;
	}
}

void kg_strbuf_digits(struct kg_strbuf *sb, uint64_t n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			kg_strbuf_putc(sb, ',');
		kg_strbuf_putc(sb, digits[i]);
	}
}

void kg_strbuf_count(struct kg_strbuf *sb, uint64_t n, const char *one, const char *many)
{
	kg_strbuf_digits(sb, n);
	kg_strbuf_printf(sb, " %s%s", n == 1 || !many ? one : many, n != 1 && !many ? "s" : "");
}

const char *kg_strbuf_text(const struct kg_strbuf *sb)
{
	return sb->text ? sb->text : "";
}
