#include <stdlib.h>

#include "heap/core.h"
#include "heap/value_priv.h"

#define LABEL_WIDTH 60

/* Sets @ret->data when all bytes are there. */
static bool str_data(const struct kg_heap *h, kg_addr addr, struct kg_chars *ret)
{
	uint64_t avail;

	ret->data = kg_image_avail(h->image, addr, &avail);
	return ret->data && ret->len <= avail / ret->kind;
}

/* A string that was made by the wchar_t interface and never looked at since. */
static bool str_legacy(const struct kg_heap *h, struct kg_obj o, const struct kg_layout *lay, struct kg_chars *ret)
{
	if (!kg_layout_has(lay, F_ASCII_WSTR) || !kg_layout_has(lay, F_COMPACT_WSTR_LENGTH) ||
	    o.avail < (uint64_t)lay->off[F_COMPACT_SIZE])
		return false;
	ret->kind = 4;
	ret->len = kg_value_word(o, lay->off[F_COMPACT_WSTR_LENGTH]);
	return str_data(h, kg_value_word(o, lay->off[F_ASCII_WSTR]), ret);
}

/* As kg_value_str() of an object known to be a str; o.type is not looked at. */
static bool str_read(const struct kg_heap *h, struct kg_obj o, struct kg_chars *ret)
{
	const struct kg_layout *lay = kg_heap_layout(h);
	const struct kg_str_state *bits = &lay->facts->str;
	uint32_t state;
	int32_t at;

	if (o.avail < (uint64_t)lay->off[F_ASCII_SIZE])
		return false;
	state = kg_obj_u32(o, lay->off[F_ASCII_STATE]);
	if (!kg_str_state_ready(bits, state))
		return str_legacy(h, o, lay, ret);
	ret->kind = kg_str_state_kind(bits, state);
	ret->len = kg_value_word(o, lay->off[F_ASCII_LENGTH]);
	if (ret->kind != 1 && ret->kind != 2 && ret->kind != 4)
		return false;
	if (!kg_str_state_compact(bits, state)) {
		if (o.avail < (uint64_t)lay->off[F_UNICODE_SIZE])
			return false;
		return str_data(h, kg_value_word(o, lay->off[F_UNICODE_DATA]), ret);
	}
	at = lay->off[kg_str_state_ascii(bits, state) ? F_ASCII_SIZE : F_COMPACT_SIZE];
	ret->data = o.p + at;
	return o.avail >= (uint64_t)at && ret->len <= (o.avail - (uint64_t)at) / ret->kind;
}

bool kg_value_str(const struct kg_heap *h, struct kg_obj o, struct kg_chars *ret)
{
	return o.type->flags & KG_IS_UNICODE && str_read(h, o, ret);
}

/* The flags are read from the target: names of types are text, and are asked for
 * while the table of types is being made. */
static bool is_str(const struct kg_heap *h, struct kg_obj o)
{
	const struct kg_layout *lay = kg_heap_layout(h);
	uint64_t flags = 0;
	struct kg_error *err = kg_image_read_u64(
	    h->image, kg_value_word(o, lay->off[F_OBJECT_TYPE]) + (kg_addr)lay->off[F_TYPE_FLAGS], &flags);

	kg_error_destroy(err);
	return flags & KG_IS_UNICODE;
}

bool kg_heap_text(const struct kg_heap *h, kg_addr addr, size_t max, struct kg_strbuf *sb)
{
	struct kg_obj o = {.addr = addr};
	struct kg_chars s;

	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (!o.p || !is_str(h, o) || !str_read(h, o, &s))
		return false;
	for (uint64_t i = 0; i < s.len && i < max; i++) {
		uint32_t cp = kg_chars_at(&s, i);

		kg_strbuf_utf8(sb, cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000) ? 0xfffd : cp);
	}
	return true;
}

static void add_unreadable(const char *what, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "<unreadable %s>", what);
}

/* Are the bytes that follow those at hand missing on purpose? Says so then. */
static bool add_omitted(const struct kg_heap *h, struct kg_obj o, uint64_t n, const char *unit, struct kg_strbuf *sb)
{
	if (!kg_image_omitted(h->image, o.addr + o.avail))
		return false;
	kg_strbuf_printf(sb, "<%llu %s left out of the copy>", (unsigned long long)n, unit);
	return true;
}

static bool add_omitted_str(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	const struct kg_layout *lay = kg_heap_layout(h);

	return o.avail >= (uint64_t)lay->off[F_ASCII_SIZE] &&
	       add_omitted(h, o, kg_value_word(o, lay->off[F_ASCII_LENGTH]), "characters", sb);
}

static void add_str(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	const struct kg_layout *lay = kg_heap_layout(h);
	struct kg_chars s;

	if (!kg_value_str(h, o, &s)) {
		if (!add_omitted_str(h, o, sb))
			add_unreadable("str", sb);
	} else if (h->redact)
		kg_strbuf_printf(sb, "str(%llu)", (unsigned long long)s.len);
	else
		kg_repr_str(&s, kg_printable_of(lay->version.major, lay->version.minor), width, sb);
}

static void add_bytes(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	int64_t n = kg_obj_size(h, o);
	int32_t at = kg_heap_layout(h)->off[F_BYTES_SVAL];

	if (n < 0 || o.avail < (uint64_t)at || (uint64_t)n > o.avail - (uint64_t)at) {
		if (n < 0 || !add_omitted(h, o, (uint64_t)n, "bytes", sb))
			add_unreadable("bytes", sb);
	} else if (h->redact)
		kg_strbuf_printf(sb, "bytes(%lld)", (long long)n);
	else
		kg_repr_bytes(o.p + at, (uint64_t)n, width, sb);
}

static void add_int(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	int64_t size = kg_obj_size(h, o);
	uint64_t n = size < 0 ? -(uint64_t)size : (uint64_t)size;
	int32_t at = kg_heap_layout(h)->off[F_LONG_DIGIT];
	struct kg_strbuf text = {0};

	if (o.avail < (uint64_t)at || n > (o.avail - (uint64_t)at) / sizeof(uint32_t)) {
		add_unreadable("int", sb);
		return;
	}
	if (strcmp(o.type->native->tp_name, "bool") == 0) {
		kg_strbuf_puts(sb, n ? "True" : "False");
		return;
	}
	kg_repr_int(o.p + at, n, size < 0, &text);
	kg_repr_cut(kg_strbuf_text(&text), width, sb);
	kg_strbuf_deinit(&text);
}

static double obj_double(struct kg_obj o, int64_t at)
{
	uint64_t bits = kg_value_word(o, at);
	double v;

	memcpy(&v, &bits, sizeof(v));
	return v;
}

static void add_float(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	kg_repr_double(obj_double(o, kg_heap_layout(h)->off[F_FLOAT_FVAL]), &text);
	kg_repr_cut(kg_strbuf_text(&text), width, sb);
	kg_strbuf_deinit(&text);
}

static void add_complex(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	int32_t at = kg_heap_layout(h)->off[F_COMPLEX_CVAL];
	struct kg_strbuf text = {0};

	kg_repr_complex(obj_double(o, at), obj_double(o, at + 8), &text);
	kg_repr_cut(kg_strbuf_text(&text), width, sb);
	kg_strbuf_deinit(&text);
}

typedef void value_fn(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb);

/* NULL when @o is nothing whose repr() kedge writes. */
static value_fn *value_of(struct kg_obj o)
{
	const char *name = o.type->native ? o.type->native->tp_name : "";

	if (o.type->flags & KG_IS_UNICODE)
		return add_str;
	if (o.type->flags & KG_IS_LONG)
		return add_int;
	if (o.type->flags & KG_IS_BYTES)
		return add_bytes;
	if (strcmp(name, "float") == 0)
		return add_float;
	if (strcmp(name, "complex") == 0)
		return add_complex;
	return NULL;
}

void kg_heap_value(const struct kg_heap *h, kg_addr addr, size_t width, struct kg_strbuf *sb)
{
	struct kg_obj o;
	struct kg_error *err = kg_heap_object(h, addr, &o);
	value_fn *add;

	if (err) {
		kg_error_destroy(err);
		add_unreadable("object", sb);
		return;
	}
	add = value_of(o);
	if (!add) {
		kg_value_describe(h, o, width, sb);
	} else if (kg_value_exact(o)) {
		add(h, o, width, sb);
	} else {
		kg_strbuf_printf(sb, "%s(", o.type->name);
		add(h, o, width, sb);
		kg_strbuf_putc(sb, ')');
	}
}

/* The text of the str object at @addr, safe to show. */
static void add_name(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	if (kg_heap_text(h, addr, LABEL_WIDTH, &text))
		kg_strbuf_escape(sb, kg_strbuf_text(&text), text.len);
	else
		kg_heap_value(h, addr, LABEL_WIDTH, sb);
	kg_strbuf_deinit(&text);
}

void kg_heap_label(const struct kg_heap *h, struct kg_label label, struct kg_strbuf *sb)
{
	switch (label.kind) {
	case KG_LABEL_TEXT:
		kg_strbuf_puts(sb, label.text);
		break;
	case KG_LABEL_ITEM:
		kg_strbuf_printf(sb, "%s[%llu]", label.prefix ? label.prefix : "", (unsigned long long)label.index);
		break;
	case KG_LABEL_KEYED:
		kg_strbuf_putc(sb, '[');
		kg_heap_value(h, label.addr, LABEL_WIDTH, sb);
		kg_strbuf_putc(sb, ']');
		break;
	case KG_LABEL_KEY:
		kg_strbuf_puts(sb, "key");
		break;
	case KG_LABEL_ATTR:
		kg_strbuf_putc(sb, '.');
		add_name(h, label.addr, sb);
		break;
	case KG_LABEL_SLOT:
		kg_strbuf_putc(sb, '.');
		kg_value_c_string(h, label.addr, sb);
		break;
	case KG_LABEL_LOCAL:
		kg_strbuf_puts(sb, "local ");
		add_name(h, label.addr, sb);
		break;
	case KG_LABEL_CELL:
		kg_strbuf_puts(sb, "cell ");
		add_name(h, label.addr, sb);
		break;
	case KG_LABEL_WORD:
		kg_strbuf_printf(sb, "%s+0x%llx", label.prefix ? label.prefix : "", (unsigned long long)label.index);
		break;
	}
}
