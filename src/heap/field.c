/* The value of one member of an object's C struct, for people. */
#include "heap/heap_priv.h"
#include "heap/value_priv.h"

#define ELEMENTS_SHOWN 4
#define TEXT_SHOWN 40

static void add_pointer(const struct kg_heap *h, kg_addr v, struct kg_strbuf *sb)
{
	uint64_t offset;
	const char *name;

	if (!v) {
		kg_strbuf_puts(sb, "NULL");
		return;
	}
	kg_strbuf_printf(sb, "0x%llx", (unsigned long long)v);
	name = kg_process_symbolize(h->rt->proc, v, &offset);
	if (!name)
		return;
	kg_strbuf_puts(sb, " ");
	kg_strbuf_escape(sb, name, strnlen(name, TEXT_SHOWN));
	if (offset)
		kg_strbuf_printf(sb, "+%llu", (unsigned long long)offset);
}

static void add_object(const struct kg_heap *h, kg_addr v, size_t width, struct kg_strbuf *sb)
{
	struct kg_error *err;
	struct kg_obj o;

	if (!v) {
		kg_strbuf_puts(sb, "NULL");
		return;
	}
	kg_strbuf_printf(sb, "0x%llx", (unsigned long long)v);
	err = kg_heap_object(h, v, &o);
	if (err) {
		kg_strbuf_puts(sb, ", where no object is");
	} else {
		kg_strbuf_printf(sb, " %s ", o.type->name);
		kg_heap_value(h, v, width, sb);
	}
	kg_error_destroy(err);
}

static void add_number(uint64_t v, const struct kg_cfield *f, uint32_t bits, struct kg_strbuf *sb)
{
	if (bits < 64)
		v &= (UINT64_C(1) << bits) - 1;
	if ((f->value == KG_C_SIGNED || f->value == KG_C_CHAR) && bits < 64 && v >> (bits - 1) & 1)
		v |= ~UINT64_C(0) << bits;
	if (f->value == KG_C_BOOL && v <= 1)
		kg_strbuf_puts(sb, v ? "true" : "false");
	else if (f->value == KG_C_SIGNED || f->value == KG_C_CHAR)
		kg_strbuf_printf(sb, "%lld", (long long)v);
	else
		kg_strbuf_printf(sb, "%llu", (unsigned long long)v);
}

static void add_float(const uint8_t *p, uint32_t size, struct kg_strbuf *sb)
{
	double d;
	float s;

	if (size == sizeof(s)) {
		memcpy(&s, p, sizeof(s));
		kg_strbuf_printf(sb, "%.9g", (double)s);
	} else if (size == sizeof(d)) {
		memcpy(&d, p, sizeof(d));
		kg_strbuf_printf(sb, "%.17g", d);
	} else {
		kg_strbuf_printf(sb, "(%u bytes)", size);
	}
}

static void add_hidden(uint32_t size, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "(%u bytes)", size);
}

/* One value of @size bytes at @p, which are there. */
static void add_one(const struct kg_heap *h, const struct kg_cfield *f, const uint8_t *p, uint32_t size, size_t width,
		    struct kg_strbuf *sb)
{
	uint64_t v = 0;

	memcpy(&v, p, size < sizeof(v) ? size : sizeof(v));
	switch ((enum kg_cvalue)f->value) {
	case KG_C_STRUCT:
		kg_strbuf_puts(sb, "{...}");
		break;
	case KG_C_OBJECT:
		add_object(h, v, width, sb);
		break;
	case KG_C_OBJECTS:
	case KG_C_POINTER:
		add_pointer(h, v, sb);
		break;
	case KG_C_FLOAT:
		add_float(p, size, sb);
		break;
	case KG_C_SIGNED:
	case KG_C_UNSIGNED:
	case KG_C_BOOL:
	case KG_C_CHAR:
		if (size <= 8 && size > 0)
			add_number(v >> (f->bit_size ? f->bit_offset : 0), f, f->bit_size ? (uint32_t)f->bit_size : 8 * size, sb);
		else
			add_hidden(size, sb);
		break;
	case KG_C_OTHER:
		add_hidden(size, sb);
		break;
	}
}

static void add_text(const uint8_t *p, uint32_t n, size_t width, struct kg_strbuf *sb)
{
	uint32_t len = (uint32_t)strnlen((const char *)p, n), most = (uint32_t)(width < TEXT_SHOWN ? width : TEXT_SHOWN);

	kg_strbuf_putc(sb, '"');
	kg_strbuf_escape(sb, (const char *)p, len < most ? len : most);
	kg_strbuf_puts(sb, len > most ? "…\"" : "\"");
}

void kg_heap_field(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f, size_t width, struct kg_strbuf *sb)
{
	uint32_t n = f->elem ? f->size / f->elem : 1;

	if (f->elem && f->size == 0) {
		kg_strbuf_puts(sb, "[...]");
	} else if (f->offset > o.avail || f->size > o.avail - f->offset) {
		kg_strbuf_puts(sb, "not in memory");
	} else if (!f->elem) {
		add_one(h, f, o.p + f->offset, f->size, width, sb);
	} else if (f->value == KG_C_CHAR && f->elem == 1) {
		/* Text of the target, as that of str and bytes. */
		if (h->redact)
			add_hidden(f->size, sb);
		else
			add_text(o.p + f->offset, f->size, width, sb);
	} else {
		for (uint32_t i = 0; i < n && i < ELEMENTS_SHOWN; i++) {
			kg_strbuf_puts(sb, i ? ", " : "[");
			add_one(h, f, o.p + f->offset + i * f->elem, f->elem, width / ELEMENTS_SHOWN, sb);
		}
		kg_strbuf_puts(sb, n > ELEMENTS_SHOWN ? ", …]" : "]");
	}
}

kg_node kg_heap_field_node(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f)
{
	bool pointer = f->value == KG_C_OBJECT || f->value == KG_C_POINTER;

	if (!pointer || f->elem || f->size != 8 || f->offset > o.avail || o.avail - f->offset < 8)
		return KG_NODE_NONE;
	return kg_heap_node(h, kg_obj_addr(o, f->offset));
}
