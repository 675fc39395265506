#include "emulate/vector.h"

/* What follows an opcode. */
enum {
	NONE = 0,
	MODRM = 1,
	IMM8 = 2,
	IMM16 = 4,
	IMM32 = 8,
	IMMZ = 16, /* two bytes with prefix 66, else four */
	IMMV = 32, /* the same, and eight with REX.W */
	ADDR = 64, /* an address: eight, four with prefix 67 */
	TEST = 128, /* MODRM; the first two of the group have an immediate */
};

struct instruction {
	const uint8_t *p;
	size_t n, at;
	bool operand16, address32, wide, repne;
};

static bool within(uint8_t op, uint8_t from, uint8_t to)
{
	return op >= from && op <= to;
}

static unsigned int one_byte(uint8_t op)
{
	if (op < 0x40)
		return (op & 7) < 4 ? MODRM : (op & 7) == 4 ? IMM8 : (op & 7) == 5 ? IMMZ : NONE;
	if (within(op, 0x70, 0x7f) || within(op, 0xb0, 0xb7) || within(op, 0xe0, 0xe7) || op == 0x6a || op == 0xa8 || op == 0xcd ||
	    op == 0xeb)
		return IMM8;
	if (op == 0x63 || within(op, 0x84, 0x8f) || within(op, 0xd0, 0xd3) || within(op, 0xd8, 0xdf) || op >= 0xfe)
		return MODRM;
	if (op == 0x6b || op == 0x80 || op == 0x83 || op == 0xc0 || op == 0xc1 || op == 0xc6)
		return MODRM | IMM8;
	if (op == 0x69 || op == 0x81 || op == 0xc7)
		return MODRM | IMMZ;
	if (op == 0x68 || op == 0xa9)
		return IMMZ;
	if (within(op, 0xa0, 0xa3))
		return ADDR;
	if (within(op, 0xb8, 0xbf))
		return IMMV;
	if (op == 0xe8 || op == 0xe9)
		return IMM32;
	if (op == 0xc2 || op == 0xca)
		return IMM16;
	if (op == 0xc8)
		return IMM16 | IMM8;
	return op == 0xf6 ? TEST | IMM8 : op == 0xf7 ? TEST | IMMZ : NONE;
}

static unsigned int two_bytes(uint8_t op)
{
	if (within(op, 0x80, 0x8f))
		return IMM32;
	if (within(op, 0x04, 0x0c) || op == 0x0e || within(op, 0x30, 0x37) || op == 0x77 || within(op, 0xa0, 0xa2) ||
	    within(op, 0xa8, 0xaa) || within(op, 0xc8, 0xcf))
		return NONE;
	if (op == 0x0f || within(op, 0x70, 0x73) || op == 0xa4 || op == 0xac || op == 0xba || op == 0xc2 || within(op, 0xc4, 0xc6))
		return MODRM | IMM8;
	return MODRM;
}

/* Bytes of ModRM, SIB and displacement; 0: cut off */
static size_t modrm_length(const struct instruction *i)
{
	uint8_t mod, rm;
	size_t n = 1;

	if (i->at >= i->n)
		return 0;
	mod = i->p[i->at] >> 6;
	rm = i->p[i->at] & 7;
	if (mod == 3)
		return n;
	if (rm == 4) {
		if (i->at + 1 >= i->n)
			return 0;
		n++;
		if (mod == 0 && (i->p[i->at + 1] & 7) == 5)
			n += 4;
	}
	if (mod == 0 && rm == 5)
		n += 4;
	return n + (mod == 1 ? 1 : mod == 2 ? 4 : 0);
}

/* The whole length, from the bytes that follow the opcode. */
static size_t finish(struct instruction *i, unsigned int follows)
{
	size_t modrm = follows & (MODRM | TEST) ? modrm_length(i) : 0;

	if (follows & (MODRM | TEST) && !modrm)
		return 0;
	if (follows & TEST && i->p[i->at] >> 3 & 6)
		follows = MODRM;
	i->at += modrm;
	i->at += follows & IMM8 ? 1 : 0;
	i->at += follows & IMM16 ? 2 : 0;
	i->at += follows & IMM32 ? 4 : 0;
	i->at += follows & (IMMZ | IMMV) ? (follows & IMMV && i->wide ? 8 : i->operand16 ? 2 : 4) : 0;
	i->at += follows & ADDR ? (i->address32 ? 4 : 8) : 0;
	return i->at <= i->n ? i->at : 0;
}

/* Of 128 bits and two operands: the same without the prefix, but for halves of registers that nothing else here has. */
static bool moves(unsigned int pp, uint8_t op)
{
	switch (op) {
	case 0x10:
	case 0x11:
	case 0x28:
	case 0x29:
		return pp <= 1;
	case 0x6f:
	case 0x7f:
		return pp == 1 || pp == 2;
	case 0x7e:
		return pp == 2;
	case 0xd6:
		return pp == 1;
	default:
		return false;
	}
}

/* With a VEX prefix; general registers are worked with by some that are known to the emulated processor. */
static size_t vex_length(struct instruction *i, bool *ret_forbidden)
{
	bool two = i->p[i->at] == 0xc5;
	size_t head = two ? 2 : 3;
	unsigned int map, last;
	uint8_t op;
	bool general;

	if (i->at + head >= i->n)
		return 0;
	map = two ? 1 : i->p[i->at + 1] & 31;
	last = i->p[i->at + head - 1];
	op = i->p[i->at + head];
	general = (map == 2 && (op == 0xf2 || op == 0xf3 || within(op, 0xf5, 0xf7))) || (map == 3 && op == 0xf0);
	*ret_forbidden = !general && !(map == 1 && (last & 0x7c) == 0x78 && moves(last & 3, op));
	i->at += head + 1;
	return finish(i, map == 3 ? MODRM | IMM8 : map == 1 ? two_bytes(op) : MODRM);
}

static size_t escaped_length(struct instruction *i)
{
	uint8_t op;

	if (i->at >= i->n)
		return 0;
	op = i->p[i->at++];
	if (op == 0x38 || op == 0x3a) {
		i->at++;
		return finish(i, op == 0x38 ? MODRM : MODRM | IMM8);
	}
	if (op == 0x78 && (i->operand16 || i->repne)) /* SSE4a: two immediates of a byte */
		return finish(i, MODRM | IMM16);
	return finish(i, two_bytes(op));
}

/*
 * What is told from an old instruction by bits that Unicorn does not look at: XOP from pop, XBEGIN and XABORT from mov. No
 * other of these opcodes has anything but 0 there.
 */
static bool looks_like_another(const struct instruction *i)
{
	uint8_t op = i->p[i->at];

	return (op == 0x8f || op == 0xc6 || op == 0xc7) && i->at + 1 < i->n && i->p[i->at + 1] & 0x38;
}

size_t kg_x86_length(const uint8_t *p, size_t n, bool *ret_forbidden)
{
	struct instruction i = {.p = p, .n = n};
	uint8_t op;

	*ret_forbidden = false;
	for (; i.at < n; i.at++) {
		op = p[i.at];
		if (op != 0x66 && op != 0x67 && op != 0xf0 && op != 0xf2 && op != 0xf3 && (op & 0xe7) != 0x26 && (op & 0xfe) != 0x64)
			break;
		i.operand16 = i.operand16 || op == 0x66;
		i.address32 = i.address32 || op == 0x67;
		i.repne = i.repne || op == 0xf2;
	}
	if (i.at < n && (p[i.at] & 0xf0) == 0x40)
		i.wide = p[i.at++] & 8;
	if (i.at >= n)
		return 0;
	op = p[i.at];
	if (op == 0xc4 || op == 0xc5)
		return vex_length(&i, ret_forbidden);
	if (op == 0x62 || looks_like_another(&i)) {
		*ret_forbidden = true; /* EVEX and others, of which not even the length is of interest */
		return 1;
	}
	i.at++;
	return op == 0x0f ? escaped_length(&i) : finish(&i, one_byte(op));
}
