#include "heap/repr.h"

#include <string.h>

/* Where characters go until the width is used up. */
struct cut {
	struct kg_strbuf *sb;
	size_t left;
	bool full; /* a character did not fit: the ellipsis is due */
};

static void put(struct cut *c, uint32_t cp)
{
	if (c->left == 0) {
		c->full = true;
		return;
	}
	c->left--;
	kg_strbuf_utf8(c->sb, cp);
}

static void put_hex(struct cut *c, char letter, unsigned int digits, uint32_t cp)
{
	put(c, '\\');
	put(c, (uint8_t)letter);
	while (digits-- > 0)
		put(c, (uint8_t) "0123456789abcdef"[cp >> 4 * digits & 15]);
}

static void finish(struct cut *c)
{
	if (c->full)
		kg_strbuf_puts(c->sb, "\u2026");
}

const struct kg_printable *kg_printable_of(unsigned int major, unsigned int minor)
{
	for (size_t i = 0; i < kg_printables_n; i++) {
		if (kg_printables[i].major == major && kg_printables[i].minor == minor)
			return &kg_printables[i];
	}
	return &kg_printables[kg_printables_n - 1];
}

static bool printable(const struct kg_printable *t, uint32_t cp)
{
	size_t low = 0, high = t->n;

	if (cp < 0x7f)
		return cp >= 0x20;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (cp < t->ranges[mid].first)
			high = mid;
		else if (cp > t->ranges[mid].last)
			low = mid + 1;
		else
			return true;
	}
	return false;
}

static bool str_has(const struct kg_chars *s, uint32_t cp)
{
	if (s->kind == 1)
		return memchr(s->data, (int)cp, s->len) != NULL;
	for (uint64_t i = 0; i < s->len; i++) {
		if (kg_chars_at(s, i) == cp)
			return true;
	}
	return false;
}

/* \t, \n, \r and \\ of both str and bytes. @return false when @cp is none of them */
static bool put_short(struct cut *c, uint32_t cp, char quote)
{
	const char *from = "\t\n\r\\", *to = "tnr\\", *at;

	if (cp == (uint8_t)quote) {
		put(c, '\\');
		put(c, cp);
		return true;
	}
	at = cp && cp < 0x80 ? strchr(from, (int)cp) : NULL;
	if (!at)
		return false;
	put(c, '\\');
	put(c, (uint8_t)to[at - from]);
	return true;
}

static void put_char(struct cut *c, uint32_t cp, char quote, const struct kg_printable *t)
{
	if (put_short(c, cp, quote))
		return;
	if (cp > 0x10ffff) /* no character at all: the heap is torn */
		put(c, 0xfffd);
	else if (printable(t, cp))
		put(c, cp);
	else if (cp < 0x100)
		put_hex(c, 'x', 2, cp);
	else if (cp < 0x10000)
		put_hex(c, 'u', 4, cp);
	else
		put_hex(c, 'U', 8, cp);
}

void kg_repr_str(const struct kg_chars *s, const struct kg_printable *t, size_t width, struct kg_strbuf *sb)
{
	char quote = s->len && str_has(s, '\'') && !str_has(s, '"') ? '"' : '\'';
	struct cut c = {sb, width, false};

	put(&c, (uint8_t)quote);
	for (uint64_t i = 0; i < s->len && !c.full; i++)
		put_char(&c, kg_chars_at(s, i), quote, t);
	put(&c, (uint8_t)quote);
	finish(&c);
}

void kg_repr_bytes(const uint8_t *p, uint64_t len, size_t width, struct kg_strbuf *sb)
{
	char quote = len && memchr(p, '\'', len) && !memchr(p, '"', len) ? '"' : '\'';
	struct cut c = {sb, width, false};

	put(&c, 'b');
	put(&c, (uint8_t)quote);
	for (uint64_t i = 0; i < len && !c.full; i++) {
		if (put_short(&c, p[i], quote))
			continue;
		if (p[i] < 0x20 || p[i] >= 0x7f)
			put_hex(&c, 'x', 2, p[i]);
		else
			put(&c, p[i]);
	}
	put(&c, (uint8_t)quote);
	finish(&c);
}

void kg_repr_cut(const char *text, size_t width, struct kg_strbuf *sb)
{
	size_t chars = 0, i = 0;

	while (text[i]) {
		if (((uint8_t)text[i] & 0xc0) != 0x80 && chars++ == width)
			break;
		i++;
	}
	kg_strbuf_add(sb, text, i);
	if (text[i])
		kg_strbuf_puts(sb, "\u2026");
}
