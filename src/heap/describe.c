/* Short descriptions of objects that have no exact repr(). */
#include "heap/frames.h"
#include "heap/heap_priv.h"
#include "heap/value_priv.h"

#define C_NAME_MAX 200

typedef void describe_fn(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb);

static void add_count(struct kg_obj o, int64_t n, struct kg_strbuf *sb)
{
	const char *dot = strrchr(o.type->name, '.');

	kg_strbuf_printf(sb, "%s(%lld)", dot ? dot + 1 : o.type->name, (long long)n);
}

static void describe_sized(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	add_count(o, kg_obj_size(h, o), sb);
}

static void describe_dict(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	add_count(o, (int64_t)kg_value_word(o, kg_heap_layout(h)->off[F_DICT_USED]), sb);
}

static void describe_set(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	add_count(o, (int64_t)kg_value_word(o, kg_heap_layout(h)->off[F_SET_USED]), sb);
}

static void describe_none(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	(void)h;
	(void)o;
	kg_strbuf_puts(sb, "None");
}

static void describe_ellipsis(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	(void)h;
	(void)o;
	kg_strbuf_puts(sb, "Ellipsis");
}

static void describe_notimplemented(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	(void)h;
	(void)o;
	kg_strbuf_puts(sb, "NotImplemented");
}

static void add_code_place(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	struct kg_code code;
	struct kg_error *err = kg_code_read(h->rt, addr, &code);

	if (err) {
		kg_error_destroy(err);
		return;
	}
	kg_strbuf_puts(sb, " at ");
	kg_heap_basename(h, code.filename, sb);
	kg_strbuf_printf(sb, ":%d", code.firstlineno);
}

static void describe_function(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	const struct kg_layout *lay = kg_heap_layout(h);

	kg_strbuf_puts(sb, "<function ");
	kg_heap_name(h, kg_value_word(o, lay->off[F_FUNC_QUALNAME]), sb);
	add_code_place(h, kg_value_word(o, lay->off[F_FUNC_CODE]), sb);
	kg_strbuf_putc(sb, '>');
}

static void describe_code(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "<code ");
	kg_heap_name(h, kg_value_word(o, kg_heap_layout(h)->off[F_CODE_QUALNAME]), sb);
	add_code_place(h, o.addr, sb);
	kg_strbuf_putc(sb, '>');
}

static void describe_framed(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	struct kg_frame f;

	kg_strbuf_printf(sb, "<%s", o.type->name);
	if (kg_heap_frame_of(h, o, &f)) {
		kg_strbuf_putc(sb, ' ');
		kg_heap_frame_text(h, &f, false, sb);
	} else if (strcmp(o.type->native->tp_name, "frame") != 0) {
		kg_strbuf_putc(sb, ' ');
		kg_heap_name(h, kg_value_word(o, kg_heap_layout(h)->off[F_GEN_QUALNAME]), sb);
		kg_strbuf_puts(sb, ", finished");
	}
	kg_strbuf_putc(sb, '>');
}

static void describe_module(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "<module '");
	kg_heap_name(h, kg_value_word(o, kg_heap_layout(h)->off[F_MODULE_NAME]), sb);
	kg_strbuf_puts(sb, "'>");
}

static void describe_cell(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	kg_addr to = kg_value_word(o, kg_heap_layout(h)->off[F_CELL_REF]);
	struct kg_obj content;
	struct kg_error *err;

	if (to == 0) {
		kg_strbuf_puts(sb, "cell: empty");
		return;
	}
	err = kg_heap_object(h, to, &content);
	kg_strbuf_printf(sb, "cell: %s", err ? "unreadable" : content.type->name);
	kg_error_destroy(err);
}

void kg_value_c_string(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	char text[C_NAME_MAX];
	struct kg_error *err = kg_image_read_cstr(h->image, addr, text, sizeof(text));

	if (err)
		kg_strbuf_putc(sb, '?');
	else
		kg_strbuf_escape(sb, text, strlen(text));
	kg_error_destroy(err);
}

/* The C string that the word at @at points to. */
static void add_c_name(const struct kg_heap *h, kg_addr at, struct kg_strbuf *sb)
{
	kg_addr name = 0;
	struct kg_error *err = kg_image_read_u64(h->image, at, &name);

	kg_error_destroy(err);
	kg_value_c_string(h, name, sb);
}

static void describe_builtin(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	const struct kg_layout *lay = kg_heap_layout(h);

	kg_strbuf_puts(sb, "<built-in ");
	add_c_name(h, kg_value_word(o, lay->off[F_CFUNC_ML]) + (kg_addr)lay->off[F_METHODDEF_NAME], sb);
	kg_strbuf_putc(sb, '>');
}

/* The name of a class, also of one that has no instance. */
static void add_class_name(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	if (!kg_type_full_name(h, o, sb))
		kg_strbuf_putc(sb, '?');
}

static void describe_class(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "<class '");
	add_class_name(h, o, sb);
	kg_strbuf_puts(sb, "'>");
}

/* By tp_name of the C type below the object's own. */
static const struct {
	const char *name;
	describe_fn *fn;
} describers[] = {
	{"list", describe_sized},
	{"tuple", describe_sized},
	{"dict", describe_dict},
	{"collections.OrderedDict", describe_dict},
	{"collections.defaultdict", describe_dict},
	{"set", describe_set},
	{"frozenset", describe_set},
	{"bytearray", describe_sized},
	{"collections.deque", describe_sized},
	{"NoneType", describe_none},
	{"ellipsis", describe_ellipsis},
	{"NotImplementedType", describe_notimplemented},
	{"function", describe_function},
	{"code", describe_code},
	{"frame", describe_framed},
	{"generator", describe_framed},
	{"coroutine", describe_framed},
	{"async_generator", describe_framed},
	{"module", describe_module},
	{"cell", describe_cell},
	{"builtin_function_or_method", describe_builtin},
};

static describe_fn *describer_of(struct kg_obj o)
{
	const char *name = o.type->native ? o.type->native->tp_name : "";

	if (o.type->flags & KG_IS_TYPE)
		return describe_class;
	for (size_t i = 0; i < KG_ARRAY_SIZE(describers); i++) {
		if (strcmp(describers[i].name, name) == 0)
			return describers[i].fn;
	}
	if (o.type->flags & (KG_IS_LIST | KG_IS_TUPLE))
		return describe_sized;
	return o.type->flags & KG_IS_DICT ? describe_dict : NULL;
}

/* @return false when the type's own decoder has no preview, or this one cannot be had.
 * A preview may show contents, so none is asked for when contents are hidden. */
static bool add_preview(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	const struct kg_type *native = o.type->native;
	struct kg_strbuf text = {0};
	struct kg_error *err;
	bool ok;

	if (h->redact || !native || !native->ops || !native->ops->preview)
		return false;
	err = native->ops->preview(h, o, native, width, &text);
	ok = !err && text.len > 0;
	if (ok)
		kg_strbuf_add(sb, kg_strbuf_text(&text), text.len);
	kg_error_destroy(err);
	kg_strbuf_deinit(&text);
	return ok;
}

void kg_value_describe(const struct kg_heap *h, struct kg_obj o, size_t width, struct kg_strbuf *sb)
{
	describe_fn *fn = describer_of(o);
	struct kg_strbuf text = {0};

	if (fn)
		fn(h, o, &text);
	else if (!add_preview(h, o, width, &text))
		kg_strbuf_printf(&text, "<%s>", o.type->name);
	kg_repr_cut(kg_strbuf_text(&text), width, sb);
	kg_strbuf_deinit(&text);
}
