/*
 * decimal. Source: CPython 3.11.2 Modules/_decimal/_decimal.c, libmpdec/mpdecimal.h.
 */
#include "heap/types/tables.h"

/* mpdecimal.h: a coefficient is in words of 19 decimal digits on 64-bit targets. */
#define DEC_WORD_DIGITS 19
#define DEC_PREVIEW_WORDS 4

enum {
	MPD_NEG = 1, MPD_INF = 2, MPD_NAN = 4, MPD_SNAN = 8,
	MPD_DATAFLAGS = 32 | 64 | 128, /* static, shared, constant: not on the heap */
};

enum { DEC_FLAGS, DEC_EXP, DEC_DIGITS, DEC_LEN, DEC_ALLOC, DEC_DATA };
static const struct kg_field_name decimal_fields[] = {
	KG_FIELD("PyDecObject", "dec.flags"), KG_FIELD("PyDecObject", "dec.exp"), KG_FIELD("PyDecObject", "dec.digits"),
	KG_FIELD("PyDecObject", "dec.len"), KG_FIELD("PyDecObject", "dec.alloc"), KG_FIELD("PyDecObject", "dec.data"),
	KG_FIELDS_END,
};

/* dec_sizeof */
static struct kg_error *decimal_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	bool dynamic = !(o.p[native->field[DEC_FLAGS]] & MPD_DATAFLAGS);

	(void)h;
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize,
				 dynamic ? kg_obj_i64(o, native->field[DEC_ALLOC]) : 0, 8, ret);
}

/* Coefficient and exponent: 12345E-2. Long ones are told by their number of digits. */
static struct kg_error *decimal_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					size_t width, struct kg_strbuf *sb)
{
	uint8_t flags = o.p[native->field[DEC_FLAGS]];
	int64_t len = kg_obj_i64(o, native->field[DEC_LEN]), exp = kg_obj_i64(o, native->field[DEC_EXP]);
	const void *p;
	struct kg_error *err;

	(void)width;
	kg_strbuf_puts(sb, flags & MPD_NEG ? "-" : "");
	if (flags & (MPD_INF | MPD_NAN | MPD_SNAN)) {
		kg_strbuf_puts(sb, flags & MPD_INF ? "Infinity" : flags & MPD_SNAN ? "sNaN" : "NaN");
		return NULL;
	}
	if (len <= 0 || len > DEC_PREVIEW_WORDS) {
		kg_strbuf_printf(sb, "%lld digits", (long long)kg_obj_i64(o, native->field[DEC_DIGITS]));
		return NULL;
	}
	err = kg_heap_array(h, kg_obj_addr(o, native->field[DEC_DATA]), (uint64_t)len, 8, &p);
	if (err)
		return err;
	kg_strbuf_printf(sb, "%llu", (unsigned long long)kg_word(p, (len - 1) * 8));
	for (int64_t i = len - 1; i-- > 0;)
		kg_strbuf_printf(sb, "%0*llu", DEC_WORD_DIGITS, (unsigned long long)kg_word(p, i * 8));
	if (exp)
		kg_strbuf_printf(sb, "E%+lld", (long long)exp);
	return NULL;
}

/* The two signal dicts of a context point back into it, uncounted. */
static const struct kg_member context_members[] = {
	KG_V_SINCE(KG_VERSION(3, 13, 0), "traps", ".traps"),
	KG_V_SINCE(KG_VERSION(3, 13, 0), "flags", ".flags"), KG_END};
static const struct kg_member manager_members[] = {
	KG_V_SINCE(KG_VERSION(3, 13, 0), "local", ".local"),
	KG_V_SINCE(KG_VERSION(3, 13, 0), "global", ".global"), KG_END};

const struct kg_type_ops kg_types_decimal[] = {
	{.name = "decimal.Decimal", .strct = "PyDecObject", .fields = decimal_fields, .size = decimal_size,
	 .preview = decimal_preview},
	{.name = "decimal.Context", .strct = "PyDecContextObject", .members = context_members},
	{.name = "decimal.ContextManager", .strct = "PyDecContextManagerObject", .members = manager_members},
	KG_LEAF("decimal.SignalDictMixin"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_decimal[] = {{.name = NULL}};
