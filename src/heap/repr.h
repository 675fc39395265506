/*
 * repr() of CPython's simple types, from raw bytes: exactly what the interpreter
 * would print, cut at a number of characters where that is asked for.
 */
#ifndef KG_HEAP_REPR_H
#define KG_HEAP_REPR_H

#include "base/strbuf.h"

/** Width that cuts nothing. */
#define KG_WIDTH_ALL SIZE_MAX

/* Inclusive range of code points. */
struct kg_code_range {
	uint32_t first, last;
};

/* Which code points a Python version shows as they are: str.isprintable(). */
struct kg_printable {
	uint8_t major, minor;
	const struct kg_code_range *ranges; /* rising */
	size_t n;
};

extern const struct kg_printable kg_printables[];
extern const size_t kg_printables_n;

/** The table of that version, else of the newest one known; never NULL. */
const struct kg_printable *kg_printable_of(unsigned int major, unsigned int minor);

/* Characters of a str object: @len of @kind bytes (1, 2 or 4) each, unaligned. */
struct kg_chars {
	const uint8_t *data;
	unsigned int kind;
	uint64_t len;
};

static inline uint32_t kg_chars_at(const struct kg_chars *s, uint64_t i)
{
	uint16_t two;
	uint32_t four;

	if (s->kind == 1)
		return s->data[i];
	if (s->kind == 2) {
		__builtin_memcpy(&two, s->data + 2 * i, sizeof(two));
		return two;
	}
	__builtin_memcpy(&four, s->data + 4 * i, sizeof(four));
	return four;
}

/** repr(str). The choice of quotes looks at all of it, the rest only at what is shown. */
void kg_repr_str(const struct kg_chars *s, const struct kg_printable *printable, size_t width, struct kg_strbuf *sb);

/** repr(bytes). */
void kg_repr_bytes(const uint8_t *p, uint64_t len, size_t width, struct kg_strbuf *sb);

/** repr(float): the shortest digits that read back as @v. */
void kg_repr_double(double v, struct kg_strbuf *sb);

/** repr(complex). */
void kg_repr_complex(double re, double im, struct kg_strbuf *sb);

/**
 * repr(int) of @n digits of 30 bits, the lowest first, in unaligned memory.
 * An int of more than 4300 decimal digits, whose repr() raises by default
 * (sys.int_info.default_max_str_digits), becomes "<int, N bits>".
 */
void kg_repr_int(const uint8_t *digits, uint64_t n, bool negative, struct kg_strbuf *sb);

/** Adds UTF-8 @text, cut at @width characters with an ellipsis. */
void kg_repr_cut(const char *text, size_t width, struct kg_strbuf *sb);

#endif
