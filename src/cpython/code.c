/* Code objects: names of slots, and lines by the location table. */
#include <string.h>

#include "cpython/cpython_priv.h"

/* A bytes object's payload, bounded by what is mapped; NULL when unreadable. */
static const uint8_t *bytes_payload(const struct kg_runtime *rt, kg_addr bytes, uint64_t *ret_size)
{
	const int32_t *off = rt->layout->off;
	int64_t size = (int64_t)kg_runtime_word(rt, bytes + off[F_VAR_SIZE]);

	*ret_size = 0;
	if (!bytes || size < 0)
		return NULL;
	*ret_size = (uint64_t)size;
	return kg_image_span(rt->image, bytes + off[F_BYTES_SVAL], (uint64_t)size);
}

static struct kg_error *word_at(const struct kg_runtime *rt, kg_addr base, enum kg_field f, kg_addr *ret)
{
	if (!kg_layout_has(rt->layout, f)) {
		*ret = 0;
		return NULL;
	}
	return kg_image_read_u64(rt->image, base + rt->layout->off[f], ret);
}

static struct kg_error *names_read(const struct kg_runtime *rt, struct kg_code *c)
{
	struct kg_error *err = word_at(rt, c->addr, F_CODE_FILENAME, &c->filename);

	if (!err)
		err = word_at(rt, c->addr, F_CODE_NAME, &c->name);
	if (!err)
		err = word_at(rt, c->addr, F_CODE_QUALNAME, &c->qualname);
	return err;
}

static uint32_t tuple_length(const struct kg_runtime *rt, kg_addr tuple)
{
	uint64_t n = tuple ? kg_runtime_word(rt, tuple + rt->layout->off[F_VAR_SIZE]) : 0;

	return n > INT32_MAX ? 0 : (uint32_t)n;
}

/* From 3.11 on one tuple names all slots; before, three tuples do one after the other. */
static struct kg_error *slots_read(const struct kg_runtime *rt, struct kg_code *c)
{
	static const enum kg_field tuples[] = {F_CODE_VARNAMES, F_CODE_CELLVARS, F_CODE_FREEVARS};
	const int32_t *off = rt->layout->off;
	struct kg_error *err = NULL;
	int64_t slots = 0;

	if (kg_layout_has(rt->layout, F_CODE_NLOCALSPLUS)) {
		err = word_at(rt, c->addr, F_CODE_LOCALSPLUSNAMES, &c->names[0]);
		slots = kg_runtime_int(rt, c->addr + off[F_CODE_NLOCALSPLUS], -1);
		c->nnames[0] = slots < 0 ? 0 : (uint32_t)slots;
	}
	for (int i = 0; !err && i < 3 && !kg_layout_has(rt->layout, F_CODE_NLOCALSPLUS); i++) {
		err = word_at(rt, c->addr, tuples[i], &c->names[i]);
		c->nnames[i] = err ? 0 : tuple_length(rt, c->names[i]);
		slots += c->nnames[i];
	}
	if (!err && (slots < 0 || slots > INT32_MAX))
		return kg_error_at(KG_ERR_CORRUPT, c->addr, "0x%jx is no code object: it has %jd slots", (uintmax_t)c->addr,
				   (intmax_t)slots);
	c->nlocalsplus = (uint32_t)slots;
	return err;
}

/* The tables beside the code: what is unreadable or too short stays NULL. */
static void tables_read(const struct kg_runtime *rt, struct kg_code *c)
{
	const int32_t *off = rt->layout->off;
	uint64_t nkinds;

	if (kg_layout_has(rt->layout, F_CODE_LOCALSPLUSKINDS))
		c->kinds = bytes_payload(rt, kg_runtime_word(rt, c->addr + off[F_CODE_LOCALSPLUSKINDS]), &nkinds);
	if (c->kinds && nkinds < c->nlocalsplus)
		c->kinds = NULL;
	c->linetable = bytes_payload(rt, kg_runtime_word(rt, c->addr + off[F_CODE_LINETABLE]), &c->linetable_size);
	if (!c->linetable)
		c->linetable_size = 0;
}

/* Instructions: behind the object's own struct, or in a bytes object. */
static struct kg_error *bytecode_read(const struct kg_runtime *rt, struct kg_code *c)
{
	const int32_t *off = rt->layout->off;
	bool inside = kg_layout_has(rt->layout, F_CODE_ADAPTIVE);
	kg_addr holder = c->addr;
	struct kg_error *err = NULL;
	uint64_t n;

	if (!inside)
		err = word_at(rt, c->addr, F_CODE_BYTECODE, &holder);
	if (!err)
		err = kg_image_read_u64(rt->image, holder + off[F_VAR_SIZE], &n);
	if (!err && n > UINT32_MAX)
		err = kg_error_at(KG_ERR_CORRUPT, c->addr, "0x%jx is no code object: its code is too long", (uintmax_t)c->addr);
	if (err)
		return err;
	c->bytecode = holder + off[inside ? F_CODE_ADAPTIVE : F_BYTES_SVAL];
	c->bytecode_size = inside ? n * rt->layout->facts->code_unit : n;
	return NULL;
}

struct kg_error *kg_code_read(const struct kg_runtime *rt, kg_addr addr, struct kg_code *ret)
{
	const int32_t *off = rt->layout->off;
	struct kg_code c = {.addr = addr};
	struct kg_error *err = names_read(rt, &c);
	int32_t stacksize;

	if (!err)
		err = slots_read(rt, &c);
	if (!err)
		err = bytecode_read(rt, &c);
	if (err)
		return err;
	stacksize = kg_runtime_int(rt, addr + off[F_CODE_STACKSIZE], -1);
	if (stacksize < 0)
		return kg_error_at(KG_ERR_CORRUPT, addr, "0x%jx is no code object: its stack size is negative", (uintmax_t)addr);
	c.stacksize = (uint32_t)stacksize;
	c.firstlineno = kg_runtime_int(rt, addr + off[F_CODE_FIRSTLINENO], 0);
	if (kg_layout_has(rt->layout, F_CODE_FIRSTTRACEABLE))
		c.firsttraceable = (uint32_t)kg_runtime_int(rt, addr + off[F_CODE_FIRSTTRACEABLE], 0);
	tables_read(rt, &c);
	*ret = c;
	return NULL;
}

/* Kinds of entries in a location table: CPython 3.11 Objects/locations.md. */
enum { LOC_ONE_LINE1 = 11, LOC_ONE_LINE2 = 12, LOC_NO_COLUMNS = 13, LOC_LONG = 14, LOC_NONE = 15 };

/* Six bits a byte, low ones first, bit 6 goes on; bit 0 of the whole is the sign. */
static int64_t signed_varint(const uint8_t *at, const uint8_t *end)
{
	uint64_t value = 0;

	for (unsigned int shift = 0; at < end && shift < 36; shift += 6, at++) {
		value |= (uint64_t)(*at & 63) << shift;
		if (!(*at & 64))
			break;
	}
	return value & 1 ? -(int64_t)(value >> 1) : (int64_t)(value >> 1);
}

static int64_t line_delta(const uint8_t *entry, const uint8_t *end)
{
	switch (*entry >> 3 & 15) {
	case LOC_NO_COLUMNS:
	case LOC_LONG:
		return signed_varint(entry + 1, end);
	case LOC_ONE_LINE1:
		return 1;
	case LOC_ONE_LINE2:
		return 2;
	default:
		return 0;
	}
}

int kg_linetable_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t unit)
{
	const uint8_t *at = table, *end = table + size;
	uint64_t covered = 0;
	int64_t line = firstlineno;

	while (at < end) {
		covered += (*at & 7) + 1;
		line += line_delta(at, end);
		if (unit < covered)
			return (*at >> 3 & 15) == LOC_NONE || line <= 0 || line > INT32_MAX ? 0 : (int)line;
		/* Only the first byte of an entry has its top bit set. */
		do
			at++;
		while (at < end && !(*at & 128));
	}
	return 0;
}

/* CPython 3.9 Objects/lnotab_notes.txt: bytes to go on, lines to add for what follows. */
int kg_lnotab_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t offset)
{
	uint64_t at = 0;
	int64_t line = firstlineno;

	for (uint64_t i = 0; i + 2 <= size; i += 2) {
		at += table[i];
		if (at > offset)
			break;
		line += (int8_t)table[i + 1];
	}
	return line <= 0 || line > INT32_MAX ? 0 : (int)line;
}

/* CPython 3.10 Objects/lnotab_notes.txt: lines to add, for so many bytes from here on; -128: none. */
int kg_lineranges_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t offset)
{
	uint64_t end = 0;
	int64_t line = firstlineno;

	for (uint64_t i = 0; i + 2 <= size; i += 2) {
		int delta = (int8_t)table[i + 1];

		end += table[i];
		line += delta == -128 ? 0 : delta;
		if (offset < end)
			return delta == -128 || line <= 0 || line > INT32_MAX ? 0 : (int)line;
	}
	return 0;
}

int kg_code_line(const struct kg_runtime *rt, const struct kg_code *code, int64_t offset)
{
	if (offset < 0)
		return code->firstlineno > 0 ? code->firstlineno : 0;
	if (!code->linetable || (uint64_t)offset >= code->bytecode_size)
		return 0;
	switch (rt->layout->facts->lines) {
	case KG_LINES_LNOTAB:
		return kg_lnotab_line(code->linetable, code->linetable_size, code->firstlineno, (uint64_t)offset);
	case KG_LINES_RANGES:
		return kg_lineranges_line(code->linetable, code->linetable_size, code->firstlineno, (uint64_t)offset);
	default:
		return kg_linetable_line(code->linetable, code->linetable_size, code->firstlineno,
					 (uint64_t)offset / rt->layout->facts->code_unit);
	}
}

/* The tuple and the place in it that names slot @i. @return false when none does */
static bool slot_place(const struct kg_code *code, uint32_t *i, unsigned int *ret_tuple)
{
	for (*ret_tuple = 0; *ret_tuple < KG_ARRAY_SIZE(code->names); ++*ret_tuple) {
		if (*i < code->nnames[*ret_tuple])
			return true;
		*i -= code->nnames[*ret_tuple];
	}
	return false;
}

unsigned int kg_code_slot_kind(const struct kg_code *code, uint32_t i)
{
	static const unsigned int kinds[] = {KG_SLOT_LOCAL, KG_SLOT_CELL, KG_SLOT_FREE};
	unsigned int tuple;

	if (code->kinds)
		return i < code->nlocalsplus ? code->kinds[i] : 0;
	return code->names[1] && slot_place(code, &i, &tuple) ? kinds[tuple] : 0;
}

kg_addr kg_code_slot_name(const struct kg_runtime *rt, const struct kg_code *code, uint32_t i)
{
	const int32_t *off = rt->layout->off;

	unsigned int t;

	if (!slot_place(code, &i, &t) || !code->names[t] || i >= kg_runtime_word(rt, code->names[t] + off[F_VAR_SIZE]))
		return 0;
	return kg_runtime_word(rt, code->names[t] + off[F_TUPLE_ITEM] + 8 * (kg_addr)i);
}
