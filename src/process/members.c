/* The members of one struct in DWARF, nested ones flattened. */
#include "config.h"

#ifdef HAVE_LIBDW
#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "process/process_priv.h"

#define MAX_DEPTH 4 /* of structs inside the one asked for */
#define MAX_HOPS 32
#define MAX_MEMBERS 32768

struct ctype {
	Dwarf_Die die; /* peeled; of an array its element */
	uint32_t size, elem;
	bool pointer, array, aggregate;
};

/* A struct whose members are being read. */
struct level {
	Dwarf_Die member; /* the next one */
	bool ended;	  /* there is none */
	uint32_t base;	  /* bytes from the outermost struct's start */
	size_t prefix;	  /* bytes of the name that are the enclosing members' */
};

struct record {
	struct kg_cmember m;
	size_t order;
};

struct builder {
	struct kg_arena *arena;
	struct level levels[MAX_DEPTH + 1];
	size_t depth; /* levels in use */
	struct kg_strbuf name;
	struct record *records;
	size_t n, cap;
};

bool kg_dwarf_type(Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Attribute attr;

	return dwarf_attr(die, DW_AT_type, &attr) && dwarf_formref_die(&attr, ret);
}

bool kg_dwarf_uint(Dwarf_Die *die, unsigned int name, uint64_t *ret)
{
	Dwarf_Attribute attr;
	Dwarf_Word value;

	if (!dwarf_attr(die, name, &attr) || dwarf_formudata(&attr, &value) != 0)
		return false;
	*ret = value;
	return true;
}

static bool signed_type(Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Attribute attr;

	return dwarf_attr(die, DW_AT_signature, &attr) && dwarf_formref_die(&attr, ret);
}

bool kg_dwarf_peel(Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Die at = *die;

	for (int i = 0; i < MAX_HOPS; i++) {
		switch (dwarf_tag(&at)) {
		case DW_TAG_typedef:
		case DW_TAG_const_type:
		case DW_TAG_volatile_type:
		case DW_TAG_restrict_type:
		case DW_TAG_atomic_type:
			if (!kg_dwarf_type(&at, &at))
				return false;
			break;
		case DW_TAG_structure_type:
		case DW_TAG_class_type:
		case DW_TAG_union_type:
			/* What stands in a type unit of its own is elsewhere no more than its signature. */
			if (!signed_type(&at, &at)) {
				*ret = at;
				return true;
			}
			break;
		default:
			*ret = at;
			return true;
		}
	}
	return false;
}

static bool is_aggregate(Dwarf_Die *die)
{
	int tag = dwarf_tag(die);

	return tag == DW_TAG_structure_type || tag == DW_TAG_union_type || tag == DW_TAG_class_type;
}

bool kg_dwarf_has_members(Dwarf_Die *die)
{
	Dwarf_Die child;

	return is_aggregate(die) && !dwarf_hasattr(die, DW_AT_declaration) && dwarf_child(die, &child) == 0;
}

bool kg_dwarf_next(Dwarf_Die *die)
{
	Dwarf_Off at = dwarf_dieoffset(die);

	return dwarf_siblingof(die, die) == 0 && dwarf_dieoffset(die) > at;
}

uint64_t kg_dwarf_array_count(Dwarf_Die *die)
{
	uint64_t total = 1, n;
	Dwarf_Die dim;

	if (dwarf_child(die, &dim) != 0)
		return 0;
	do {
		if (dwarf_tag(&dim) != DW_TAG_subrange_type)
			continue;
		if (!kg_dwarf_uint(&dim, DW_AT_count, &n)) {
			if (!kg_dwarf_uint(&dim, DW_AT_upper_bound, &n))
				return 0;
			n++;
		}
		if (__builtin_mul_overflow(total, n, &total))
			return 0;
	} while (kg_dwarf_next(&dim));
	return total;
}

static uint32_t clamp32(uint64_t n)
{
	return n > UINT32_MAX ? 0 : (uint32_t)n;
}

static bool describe(Dwarf_Die *type, struct ctype *ret)
{
	uint64_t count = 1, size = 0;
	struct ctype t = {0};

	t.die = *type;
	for (int i = 0; i < MAX_HOPS; i++) {
		if (!kg_dwarf_peel(&t.die, &t.die))
			return false;
		if (dwarf_tag(&t.die) != DW_TAG_array_type)
			break;
		t.array = true;
		if (__builtin_mul_overflow(count, kg_dwarf_array_count(&t.die), &count) || !kg_dwarf_type(&t.die, &t.die))
			return false;
	}
	t.pointer = dwarf_tag(&t.die) == DW_TAG_pointer_type;
	t.aggregate = is_aggregate(&t.die);
	if (!kg_dwarf_uint(&t.die, DW_AT_byte_size, &size) && t.pointer)
		size = 8;
	t.elem = t.array ? clamp32(size) : 0;
	t.size = __builtin_mul_overflow(size, count, &size) ? 0 : clamp32(size);
	*ret = t;
	return true;
}

/* Where the member is in its struct: a constant, or in old DWARF an expression that adds one. */
bool kg_dwarf_member_offset(Dwarf_Die *die, uint64_t *ret)
{
	Dwarf_Attribute attr;
	Dwarf_Op *ops;
	size_t n;

	if (!dwarf_attr(die, DW_AT_data_member_location, &attr)) {
		*ret = 0; /* a union's, or a bit field's that has its own attribute */
		return true;
	}
	if (kg_dwarf_uint(die, DW_AT_data_member_location, ret))
		return true;
	if (dwarf_getlocation(&attr, &ops, &n) != 0 || n != 1 || ops[0].atom != DW_OP_plus_uconst)
		return false;
	*ret = ops[0].number;
	return true;
}

/*
 * Bits of a bit field. DWARF 4 and 5 count them from the struct's start, older
 * ones from the most significant bit of the storage unit.
 */
bool kg_dwarf_bits(Dwarf_Die *die, uint32_t type_size, uint32_t *offset, uint32_t *size, int8_t *bit_offset, int8_t *bit_size)
{
	uint64_t bits, at, unit = type_size;

	if (!kg_dwarf_uint(die, DW_AT_bit_size, &bits))
		return true;
	kg_dwarf_uint(die, DW_AT_byte_size, &unit);
	if (unit == 0 || unit > 16 || bits == 0 || bits > 8 * unit || bits > INT8_MAX)
		return false;
	if (kg_dwarf_uint(die, DW_AT_data_bit_offset, &at)) {
		uint64_t start = at / (8 * unit) * unit;

		if (at - 8 * start + bits > 8 * unit) /* packed over the border of a storage unit */
			start = at / 8;
		at -= 8 * start;
		*offset += (uint32_t)start;
	} else if (kg_dwarf_uint(die, DW_AT_bit_offset, &at)) {
		if (at + bits > 8 * unit)
			return false;
		at = 8 * unit - at - bits;
	} else {
		at = 0;
	}
	*size = (uint32_t)unit;
	*bit_offset = (int8_t)at;
	*bit_size = (int8_t)bits;
	return true;
}

static struct kg_error *builder_add(struct builder *b, struct kg_cmember m)
{
	struct kg_error *err = kg_grow(&b->records, &b->cap, b->n, sizeof(*b->records));

	if (err)
		return err;
	m.name = kg_arena_strdup(b->arena, kg_strbuf_text(&b->name));
	if (!m.name || b->name.failed)
		return kg_error_nomem();
	b->records[b->n] = (struct record){m, b->n};
	b->n++;
	return NULL;
}

/* Goes into the struct or union @die at byte @base; an anonymous one (@named false) adds nothing to names. */
static void builder_push(struct builder *b, Dwarf_Die *die, uint32_t base, bool named)
{
	struct level *l = &b->levels[b->depth];

	if (b->depth > MAX_DEPTH || dwarf_child(die, &l->member) != 0)
		return;
	if (named)
		kg_strbuf_putc(&b->name, '.');
	l->ended = false;
	l->base = base;
	l->prefix = b->name.len;
	b->depth++;
}

/* Cuts the name back to the prefix of the innermost level. */
static void builder_rename(struct builder *b, const char *name)
{
	size_t keep = b->levels[b->depth - 1].prefix;

	b->name.len = keep;
	if (b->name.text)
		b->name.text[keep] = '\0';
	if (name)
		kg_strbuf_puts(&b->name, name);
}

static struct kg_error *read_member(struct builder *b, Dwarf_Die *die)
{
	const struct level *l = &b->levels[b->depth - 1];
	const char *name = dwarf_diename(die);
	struct kg_cmember m = {0};
	struct kg_error *err = NULL;
	struct ctype t;
	Dwarf_Die type;
	uint64_t offset;

	if (dwarf_tag(die) != DW_TAG_member || !kg_dwarf_type(die, &type) || !describe(&type, &t) ||
	    !kg_dwarf_member_offset(die, &offset) || offset > UINT32_MAX - l->base)
		return NULL;
	m.offset = l->base + (uint32_t)offset;
	m.size = t.size;
	m.elem = t.elem;
	m.pointer = t.pointer;
	if (!kg_dwarf_bits(die, t.size, &m.offset, &m.size, &m.bit_offset, &m.bit_size))
		return NULL;
	builder_rename(b, name);
	if (name)
		err = builder_add(b, m);
	if (!err && t.aggregate && !t.array)
		builder_push(b, &t.die, m.offset, name != NULL);
	return err;
}

static struct kg_error *builder_run(struct builder *b, Dwarf_Die *die)
{
	struct kg_error *err = NULL;

	builder_push(b, die, 0, false);
	while (b->depth > 0 && b->n < MAX_MEMBERS && !err) {
		struct level *l = &b->levels[b->depth - 1];
		Dwarf_Die member = l->member;

		if (l->ended) {
			b->depth--;
			continue;
		}
		/* The sibling first: reading the member may put its own members on top. */
		l->ended = !kg_dwarf_next(&l->member);
		err = read_member(b, &member);
	}
	return err;
}

static int by_offset(const void *a, const void *b)
{
	const struct record *x = a, *y = b;

	if (x->m.offset != y->m.offset)
		return x->m.offset < y->m.offset ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static struct kg_error *builder_finish(struct builder *b, const char *name, Dwarf_Die *die,
				       const struct kg_cstruct **ret)
{
	struct kg_cstruct *c = kg_arena_alloc(b->arena, sizeof(*c));
	struct kg_cmember *members = kg_arena_alloc(b->arena, (b->n + 1) * sizeof(*members));
	uint64_t size = 0;

	if (!c || !members)
		return kg_error_nomem();
	if (b->n > 0)
		qsort(b->records, b->n, sizeof(*b->records), by_offset);
	for (size_t i = 0; i < b->n; i++)
		members[i] = b->records[i].m;
	kg_dwarf_uint(die, DW_AT_byte_size, &size);
	*c = (struct kg_cstruct){name, clamp32(size), (uint32_t)b->n, members};
	*ret = c;
	return NULL;
}

struct kg_error *kg_dwarf_struct(struct kg_arena *arena, const char *name, Dwarf_Die *die,
				 const struct kg_cstruct **ret)
{
	struct builder b = {.arena = arena};
	struct kg_error *err = builder_run(&b, die);

	if (!err)
		err = builder_finish(&b, name, die, ret);
	kg_strbuf_deinit(&b.name);
	free(b.records);
	return err;
}
#endif
