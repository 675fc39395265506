#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "heap/repr.h"

#define DIGITS_MAX 17 /* enough for any double */

/* A finite, positive number as digits d[0].d[1]d[2]... times ten to the power exp. */
struct decimal {
	char digits[DIGITS_MAX + 1];
	int n, exp;
};

static double decimal_value(const struct decimal *d)
{
	char text[64];

	snprintf(text, sizeof(text), "%c.%se%d", d->digits[0], d->n > 1 ? d->digits + 1 : "0", d->exp);
	return strtod(text, NULL);
}

/* The decimal of @n digits nearest to @v. */
static void decimal_round(double v, int n, struct decimal *ret)
{
	char text[64];
	const char *p = text;

	snprintf(text, sizeof(text), "%.*e", n - 1, v);
	ret->n = 0;
	for (; *p && *p != 'e'; p++) {
		if (*p >= '0' && *p <= '9' && ret->n < DIGITS_MAX)
			ret->digits[ret->n++] = *p;
	}
	ret->digits[ret->n] = '\0';
	ret->exp = *p ? atoi(p + 1) : 0;
}

/* The next larger decimal of as many digits. */
static void decimal_next(struct decimal *d)
{
	int i = d->n - 1;

	while (i >= 0 && d->digits[i] == '9')
		d->digits[i--] = '0';
	if (i >= 0) {
		d->digits[i]++;
		return;
	}
	d->digits[0] = '1';
	d->exp++;
}

/*
 * The shortest decimal that reads back as @v. Below a power of two neighbors lie
 * closer than above it, so there the nearest decimal of some length may read back
 * as another number while the one above it does not.
 */
static void decimal_shortest(double v, struct decimal *ret)
{
	int exp;
	bool power = frexp(v, &exp) == 0.5;

	for (int n = 1; n <= DIGITS_MAX; n++) {
		decimal_round(v, n, ret);
		if (decimal_value(ret) == v)
			break;
		if (!power || n == DIGITS_MAX)
			continue;
		decimal_next(ret);
		if (decimal_value(ret) == v)
			break;
	}
	while (ret->n > 1 && ret->digits[ret->n - 1] == '0')
		ret->digits[--ret->n] = '\0';
}

static void add_exponential(const struct decimal *d, struct kg_strbuf *sb)
{
	kg_strbuf_putc(sb, d->digits[0]);
	if (d->n > 1)
		kg_strbuf_printf(sb, ".%s", d->digits + 1);
	kg_strbuf_printf(sb, "e%c%02d", d->exp < 0 ? '-' : '+', abs(d->exp));
}

static void add_plain(const struct decimal *d, bool dot, struct kg_strbuf *sb)
{
	if (d->exp < 0) {
		kg_strbuf_puts(sb, "0.");
		for (int i = -1; i > d->exp; i--)
			kg_strbuf_putc(sb, '0');
		kg_strbuf_puts(sb, d->digits);
		return;
	}
	for (int i = 0; i < d->n || i <= d->exp; i++) {
		if (i == d->exp + 1)
			kg_strbuf_putc(sb, '.');
		kg_strbuf_putc(sb, i < d->n ? d->digits[i] : '0');
	}
	if (dot && d->n <= d->exp + 1)
		kg_strbuf_puts(sb, ".0");
}

/* Format code 'r' of CPython's PyOS_double_to_string(): exponents below -4 and from
 * 16 on are written as such. @sign: "+" too. @dot: ".0" after a whole number. */
static void add_double(double v, bool sign, bool dot, struct kg_strbuf *sb)
{
	struct decimal d;

	if (isnan(v)) {
		kg_strbuf_puts(sb, sign ? "+nan" : "nan");
		return;
	}
	if (signbit(v))
		kg_strbuf_putc(sb, '-');
	else if (sign)
		kg_strbuf_putc(sb, '+');
	if (isinf(v)) {
		kg_strbuf_puts(sb, "inf");
		return;
	}
	if (v == 0) {
		kg_strbuf_puts(sb, dot ? "0.0" : "0");
		return;
	}
	decimal_shortest(fabs(v), &d);
	if (d.exp < -4 || d.exp >= 16)
		add_exponential(&d, sb);
	else
		add_plain(&d, dot, sb);
}

void kg_repr_double(double v, struct kg_strbuf *sb)
{
	add_double(v, false, true, sb);
}

/* A real part of exactly +0.0 is left out, parentheses with it (complex_repr()). */
void kg_repr_complex(double re, double im, struct kg_strbuf *sb)
{
	if (re == 0 && !signbit(re)) {
		add_double(im, false, false, sb);
		kg_strbuf_putc(sb, 'j');
		return;
	}
	kg_strbuf_putc(sb, '(');
	add_double(re, false, false, sb);
	add_double(im, true, false, sb);
	kg_strbuf_puts(sb, "j)");
}

#define INT_SHIFT 30
#define INT_MAX_DECIMALS 4300
#define INT_MAX_DIGITS 477				    /* 4300 decimals fit 14285 bits */
#define INT_MAX_PARTS (INT_MAX_DIGITS * INT_SHIFT / 29 + 1) /* 10^9 is more than 29 bits */
#define BILLION 1000000000u

/* Divides in place by 10^9; @return the remainder. */
static uint32_t divide(uint32_t *digits, size_t *n)
{
	uint64_t rest = 0;

	for (size_t i = *n; i-- > 0;) {
		rest = rest << INT_SHIFT | digits[i];
		digits[i] = (uint32_t)(rest / BILLION);
		rest %= BILLION;
	}
	while (*n && digits[*n - 1] == 0)
		(*n)--;
	return (uint32_t)rest;
}

static uint64_t int_bits(const uint8_t *digits, uint64_t n)
{
	uint32_t top;

	memcpy(&top, digits + 4 * (n - 1), sizeof(top));
	return INT_SHIFT * (n - 1) + (top ? 32u - (unsigned int)__builtin_clz(top) : 0u);
}

void kg_repr_int(const uint8_t *bytes, uint64_t n, bool negative, struct kg_strbuf *sb)
{
	uint32_t digits[INT_MAX_DIGITS], parts[INT_MAX_PARTS] = {0};
	char text[9 * INT_MAX_PARTS + 2];
	size_t left = n, nparts = 0;
	int len;

	if (n > INT_MAX_DIGITS) {
		kg_strbuf_printf(sb, "<int, %llu bits>", (unsigned long long)int_bits(bytes, n));
		return;
	}
	memcpy(digits, bytes, 4 * n);
	for (size_t i = 0; i < n; i++)
		digits[i] &= (1u << INT_SHIFT) - 1;
	while (left && digits[left - 1] == 0)
		left--;
	do {
		parts[nparts++] = divide(digits, &left);
	} while (left);
	len = snprintf(text, sizeof(text), "%u", parts[nparts - 1]);
	for (size_t i = nparts - 1; i-- > 0;)
		len += snprintf(text + len, sizeof(text) - (size_t)len, "%09u", parts[i]);
	if (len > INT_MAX_DECIMALS)
		kg_strbuf_printf(sb, "<int, %llu bits>", (unsigned long long)int_bits(bytes, n));
	else
		kg_strbuf_printf(sb, "%s%s", negative ? "-" : "", text);
}
