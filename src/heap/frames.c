#include "heap/frames.h"

#include "heap/value_priv.h"

#define NAME_MAX_CHARS 512

static bool is_generator(const char *name)
{
	return strcmp(name, "generator") == 0 || strcmp(name, "coroutine") == 0 || strcmp(name, "async_generator") == 0;
}

static kg_addr frame_addr(const struct kg_layout *lay, struct kg_obj o)
{
	const char *name = o.type->native ? o.type->native->tp_name : "";

	if (strcmp(name, "frame") == 0)
		return lay->facts->frames == KG_FRAMES_OBJECTS ? o.addr : kg_value_word(o, lay->off[F_FRAME_IFRAME]);
	if (is_generator(name) && lay->facts->frames == KG_FRAMES_OBJECTS)
		return kg_value_word(o, lay->off[F_GEN_FRAME]);
	if (!is_generator(name) || o.avail < (uint64_t)lay->off[F_GEN_IFRAME] + lay->off[F_IFRAME_SIZE])
		return 0;
	if ((int8_t)o.p[lay->off[F_GEN_FRAME_STATE]] >= lay->facts->gen.completed)
		return 0;
	return o.addr + (kg_addr)lay->off[F_GEN_IFRAME];
}

bool kg_heap_frame_of(const struct kg_heap *h, struct kg_obj o, struct kg_frame *ret)
{
	kg_addr addr = frame_addr(kg_heap_layout(h), o);
	struct kg_error *err;

	if (addr == 0)
		return false;
	err = kg_frame_read(h->rt, addr, ret);
	kg_error_destroy(err);
	return !err;
}

static void add_text(const struct kg_heap *h, kg_addr addr, bool base, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};
	const char *from, *slash;

	if (addr == 0 || !kg_heap_text(h, addr, NAME_MAX_CHARS, &text)) {
		kg_strbuf_putc(sb, '?');
	} else {
		from = kg_strbuf_text(&text);
		slash = base ? strrchr(from, '/') : NULL;
		from = slash ? slash + 1 : from;
		kg_strbuf_escape(sb, from, strlen(from));
	}
	kg_strbuf_deinit(&text);
}

void kg_heap_name(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	add_text(h, addr, false, sb);
}

void kg_heap_basename(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	add_text(h, addr, true, sb);
}

void kg_heap_frame_text(const struct kg_heap *h, const struct kg_frame *f, bool path, struct kg_strbuf *sb)
{
	struct kg_code code;
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	if (err) {
		kg_error_destroy(err);
		kg_strbuf_puts(sb, "? at ?");
		return;
	}
	kg_heap_name(h, code.qualname ? code.qualname : code.name, sb);
	kg_strbuf_puts(sb, "() at ");
	add_text(h, code.filename, !path, sb);
	if (f->line)
		kg_strbuf_printf(sb, ":%d", f->line);
}
