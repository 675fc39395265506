#include "report/frames.h"

#include <stdlib.h>
#include <string.h>

#include "heap/frames.h"
#include "report/cells.h"

const char *kg_report_type_name(const struct kg_heap *h, kg_addr addr)
{
	struct kg_obj o;
	struct kg_error *err = kg_heap_object(h, addr, &o);

	if (!err)
		return o.type->name;
	kg_error_destroy(err);
	return "?";
}

/* What a cell holds, or @addr itself when it is no cell. */
static kg_addr through_cell(const struct kg_heap *h, kg_addr addr)
{
	struct kg_obj o;
	uint64_t to;
	struct kg_error *err = kg_heap_object(h, addr, &o);

	if (!err && (!o.type->native || strcmp(o.type->native->tp_name, "cell") != 0))
		return addr;
	if (!err)
		err = kg_image_read_u64(h->image, addr + (kg_addr)kg_heap_layout(h)->off[F_CELL_REF], &to);
	if (!err)
		return to;
	kg_error_destroy(err);
	return addr;
}

static struct kg_error *fill_locals(const struct kg_heap *h, const struct kg_frame *f, const struct kg_code *code,
				    struct kg_locals *l)
{
	const uint8_t *slots;
	struct kg_error *err = kg_heap_array(h, f->slots, f->nlocals, 8, (const void **)&slots);

	if (err)
		return err;
	l->items = malloc((f->nlocals ? f->nlocals : 1) * sizeof(*l->items));
	if (!l->items)
		return kg_error_nomem();
	for (uint32_t i = 0; i < f->nlocals; i++) {
		uint64_t word;
		bool counted;
		kg_addr addr;

		memcpy(&word, slots + 8 * (size_t)i, sizeof(word));
		addr = kg_frame_slot(h->rt->layout, word, &counted);
		if (addr && kg_code_slot_kind(code, i) & (KG_SLOT_CELL | KG_SLOT_FREE))
			addr = through_cell(h, addr);
		if (addr)
			l->items[l->n++] = (struct kg_local){kg_code_slot_name(h->rt, code, i), addr};
	}
	return NULL;
}

struct kg_error *kg_report_locals(const struct kg_heap *h, const struct kg_frame *f, struct kg_locals *ret)
{
	struct kg_code code;
	struct kg_locals l = {0};
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	if (!err)
		err = fill_locals(h, f, &code, &l);
	if (!err)
		*ret = l;
	return err;
}

void kg_locals_deinit(struct kg_locals *l)
{
	free(l->items);
	*l = (struct kg_locals){0};
}

static struct kg_json *text_json(struct kg_strbuf *sb)
{
	struct kg_json *v = sb->failed ? NULL : kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_reset(sb);
	return v;
}

static struct kg_json *retained_json(const struct kg_retained *r, kg_addr addr)
{
	kg_node n = kg_heap_node(r->heap, addr);

	return n == KG_NODE_NONE ? kg_json_null() : kg_json_u64(kg_retained_bytes(r, n));
}

static struct kg_json *locals_json(const struct kg_heap *h, const struct kg_retained *r, const struct kg_frame *f,
				   size_t width)
{
	struct kg_json *list = kg_json_array();
	struct kg_strbuf sb = {0};
	struct kg_locals l = {0};
	struct kg_error *err = kg_report_locals(h, f, &l);

	kg_error_destroy(err); /* no code object: no locals to name */
	for (size_t i = 0; i < l.n; i++) {
		struct kg_json *row = kg_json_object();

		kg_heap_name(h, l.items[i].name, &sb);
		kg_json_set(row, "name", text_json(&sb));
		kg_json_set(row, "addr", kg_json_addr(l.items[i].addr));
		kg_json_set(row, "type", kg_json_text(kg_report_type_name(h, l.items[i].addr)));
		kg_heap_value(h, l.items[i].addr, width, &sb);
		kg_json_set(row, "value", text_json(&sb));
		if (r)
			kg_json_set(row, "retained", retained_json(r, l.items[i].addr));
		kg_json_push(list, row);
	}
	kg_strbuf_deinit(&sb);
	kg_locals_deinit(&l);
	return list;
}

static struct kg_json *frame_json(const struct kg_heap *h, const struct kg_retained *r, const struct kg_frame *f,
				  size_t width)
{
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};
	struct kg_code code = {0};
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	kg_heap_name(h, err ? 0 : code.filename, &sb);
	kg_json_set(row, "file", text_json(&sb));
	kg_json_set(row, "line", f->line ? kg_json_i64(f->line) : kg_json_null());
	kg_heap_name(h, err ? 0 : code.qualname ? code.qualname : code.name, &sb);
	kg_json_set(row, "function", text_json(&sb));
	kg_json_set(row, "locals", locals_json(h, r, f, width));
	kg_error_destroy(err);
	kg_strbuf_deinit(&sb);
	return row;
}

struct kg_json *kg_report_frame_json(const struct kg_heap *h, const struct kg_frame *f, size_t width)
{
	return frame_json(h, NULL, f, width);
}

struct kg_json *kg_report_frame_retained_json(const struct kg_retained *r, const struct kg_frame *f, size_t width)
{
	return frame_json(r->heap, r, f, width);
}

static void add_retained(const struct kg_retained *r, kg_addr addr, struct kg_strbuf *sb)
{
	kg_node n = kg_heap_node(r->heap, addr);

	if (n == KG_NODE_NONE)
		return;
	kg_strbuf_puts(sb, ", retains ");
	kg_cell_bytes(sb, kg_retained_bytes(r, n));
}

static void frame_text(const struct kg_heap *h, const struct kg_retained *r, const struct kg_frame *f, size_t width,
		       const char *head, struct kg_strbuf *sb)
{
	struct kg_locals l = {0};
	struct kg_error *err = kg_report_locals(h, f, &l);

	kg_strbuf_puts(sb, head);
	kg_heap_frame_text(h, f, true, sb);
	kg_strbuf_putc(sb, '\n');
	for (size_t i = 0; i < l.n; i++) {
		kg_strbuf_puts(sb, "      ");
		kg_heap_name(h, l.items[i].name, sb);
		kg_strbuf_puts(sb, " = ");
		kg_heap_value(h, l.items[i].addr, width, sb);
		kg_strbuf_printf(sb, "  (%s 0x%llx", kg_report_type_name(h, l.items[i].addr),
				 (unsigned long long)l.items[i].addr);
		if (r)
			add_retained(r, l.items[i].addr, sb);
		kg_strbuf_puts(sb, ")\n");
	}
	kg_error_destroy(err);
	kg_locals_deinit(&l);
}

void kg_report_frame_text(const struct kg_heap *h, const struct kg_frame *f, size_t width, const char *head,
			  struct kg_strbuf *sb)
{
	frame_text(h, NULL, f, width, head, sb);
}

void kg_report_frame_retained_text(const struct kg_retained *r, const struct kg_frame *f, size_t width,
				   const char *head, struct kg_strbuf *sb)
{
	frame_text(r->heap, r, f, width, head, sb);
}

/* The guard against circles: an address that was passed is kept, and renewed after
 * twice as many steps (Brent's cycle finding). */
struct kg_error *kg_report_stack(const struct kg_heap *h, const struct kg_thread *t,
				 bool (*fn)(void *arg, const struct kg_frame *f), void *arg)
{
	kg_addr addr = t->frame, mark = 0;
	uint64_t steps = 0, limit = 1;

	while (addr != 0) {
		struct kg_frame f;
		struct kg_error *err = kg_frame_read(h->rt, addr, &f);

		if (err)
			return err;
		if (f.complete && !fn(arg, &f))
			break;
		addr = f.previous;
		if (addr && addr == mark)
			return kg_error_at(KG_ERR_CORRUPT, addr, "the frames of thread %llu run in a circle",
					   (unsigned long long)t->native_id);
		if (++steps == limit) {
			mark = addr;
			limit *= 2;
		}
	}
	return NULL;
}
