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
	if (!err)
		err = word_at(rt, c->addr, F_CODE_LOCALSPLUSNAMES, &c->names);
	return err;
}

/* The tables beside the code: what is unreadable or too short stays NULL. */
static void tables_read(const struct kg_runtime *rt, struct kg_code *c)
{
	const int32_t *off = rt->layout->off;
	uint64_t nkinds;

	c->kinds = bytes_payload(rt, kg_runtime_word(rt, c->addr + off[F_CODE_LOCALSPLUSKINDS]), &nkinds);
	if (nkinds < c->nlocalsplus)
		c->kinds = NULL;
	c->linetable = bytes_payload(rt, kg_runtime_word(rt, c->addr + off[F_CODE_LINETABLE]), &c->linetable_size);
	if (!c->linetable)
		c->linetable_size = 0;
}

struct kg_error *kg_code_read(const struct kg_runtime *rt, kg_addr addr, struct kg_code *ret)
{
	const int32_t *off = rt->layout->off;
	struct kg_code c = {.addr = addr};
	struct kg_error *err = names_read(rt, &c);
	int32_t nlocalsplus, stacksize;
	uint64_t units;

	if (!err)
		err = kg_image_read_u64(rt->image, addr + off[F_VAR_SIZE], &units);
	if (err)
		return err;
	nlocalsplus = kg_runtime_int(rt, addr + off[F_CODE_NLOCALSPLUS], -1);
	stacksize = kg_runtime_int(rt, addr + off[F_CODE_STACKSIZE], -1);
	c.bytecode = addr + off[F_CODE_ADAPTIVE];
	if (nlocalsplus < 0 || stacksize < 0 || units > UINT32_MAX)
		return kg_error_at(KG_ERR_CORRUPT, addr, "0x%jx is no code object: its sizes are negative or too large",
				   (uintmax_t)addr);
	c.nlocalsplus = (uint32_t)nlocalsplus;
	c.stacksize = (uint32_t)stacksize;
	c.bytecode_size = units * rt->priv->info->code_unit;
	c.firstlineno = kg_runtime_int(rt, addr + off[F_CODE_FIRSTLINENO], 0);
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

int kg_code_line(const struct kg_runtime *rt, const struct kg_code *code, int64_t offset)
{
	if (offset < 0)
		return code->firstlineno > 0 ? code->firstlineno : 0;
	if (!code->linetable || (uint64_t)offset >= code->bytecode_size)
		return 0;
	return kg_linetable_line(code->linetable, code->linetable_size, code->firstlineno,
				 (uint64_t)offset / rt->priv->info->code_unit);
}

kg_addr kg_code_slot_name(const struct kg_runtime *rt, const struct kg_code *code, uint32_t i)
{
	const int32_t *off = rt->layout->off;

	if (!code->names || i >= code->nlocalsplus || i >= kg_runtime_word(rt, code->names + off[F_VAR_SIZE]))
		return 0;
	return kg_runtime_word(rt, code->names + off[F_TUPLE_ITEM] + 8 * (kg_addr)i);
}
