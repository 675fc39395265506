/* The lines of one object between those of its referrers and of its referents: facts, bytes, or its C struct. */
#include "tui/itself.h"

#include <string.h>

#include "report/cells.h"
#include "report/chain.h"
#include "report/object.h"
#include "report/payload.h"

#define HEX_BYTES 4096
#define TRACE_SHOWN 20 /* lines of one allocation; "show" tells them all */
#define FIELDS_MAX 1000
#define SHARES_SHOWN 8 /* v shows all */
#define VALUE_LINES 4

static void fact_of(struct kg_lines *l, const char *name, struct kg_strbuf *text, kg_node n)
{
	const struct kg_itself *it = l->data;
	char head[40];

	snprintf(head, sizeof(head), "%-9.38s ", name);
	kg_lines_wrap(l, head, kg_strbuf_text(text), it->room, n, KG_ATTR_NORMAL);
	kg_strbuf_reset(text);
}

static void fact(struct kg_lines *l, const char *name, struct kg_strbuf *text)
{
	fact_of(l, name, text, KG_NODE_NONE);
}

/* What the type's decoder tells besides. */
static void decoder_facts(const struct kg_heap *h, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	struct kg_fields fields;
	struct kg_error *err = kg_heap_fields(h, n, &fields);

	for (size_t i = 0; !err && i < fields.n; i++) {
		kg_strbuf_puts(sb, fields.items[i].text);
		fact(l, fields.items[i].name, sb);
	}
	kg_error_destroy(err);
	kg_fields_deinit(&fields);
}

/* The block of memory that it has or shows, and who else shows it. */
static void share_facts(const struct kg_itself *it, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	const struct kg_shares *shares = kg_model_shares(kg_app_model(it->app));
	const struct kg_heap *h = kg_app_heap(it->app);
	kg_node block = kg_share_block_of(h, n);
	size_t from = 0, to = 0, others = 0;

	if (block == KG_NODE_NONE)
		return;
	if (shares)
		kg_shares_of(shares, block, &from, &to);
	if (block != n) {
		kg_report_block(h, block, sb);
		fact_of(l, "block", sb, block);
	}
	for (size_t i = from; i < to; i++)
		others += shares->items[i].view != n;
	if (others > 0) {
		kg_strbuf_puts(sb, "with ");
		kg_strbuf_count(sb, others, block == n ? "view" : "other view", NULL);
		fact(l, "shared", sb);
	}
	for (size_t i = from, left = SHARES_SHOWN; i < to && left > 0; i++) {
		if (shares->items[i].view == n)
			continue;
		left--;
		kg_strbuf_puts(sb, "  ");
		kg_report_share(h, &shares->items[i], sb);
		kg_lines_add(l, sb, shares->items[i].view, KG_ATTR_NORMAL);
	}
	if (others > SHARES_SHOWN) {
		kg_strbuf_printf(sb, "  and %zu more; v lists them", others - SHARES_SHOWN);
		kg_lines_add(l, sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
}

static void root_facts(const struct kg_heap *h, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	size_t from, to;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to && i < from + 20; i++) {
		kg_report_root(h, &h->roots[i], sb);
		kg_strbuf_puts(sb, h->roots[i].counted ? "" : " (not counted)");
		fact(l, "root", sb);
	}
}

static void fields(const struct kg_itself *it, struct kg_lines *l)
{
	const struct kg_view *out = it->referents;
	uint64_t n = kg_view_rows(out);
	struct kg_strbuf sb = {0};

	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	for (uint64_t i = 0; i < n && i < FIELDS_MAX; i++) {
		out->ops->cell(out, i, 0, 60, &sb);
		kg_strbuf_puts(&sb, " = ");
		out->ops->cell(out, i, 1, 60, &sb);
		kg_lines_add(l, &sb, out->ops->node(out, i), out->ops->attr(out, i));
	}
	if (n > FIELDS_MAX) {
		kg_strbuf_puts(&sb, "… more on the right");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&sb);
}

static void hex_lines(const struct kg_heap *h, kg_node n, struct kg_lines *l)
{
	kg_addr addr = kg_heap_addr(h, n);
	uint64_t len, size = kg_heap_size(h, n);
	const uint8_t *p = kg_image_avail(h->image, addr, &len);
	struct kg_strbuf sb = {0};
	struct kg_payload payload;

	if (kg_heap_payload(h, n, &payload) && payload.in_size && payload.addr &&
	    (payload.addr < addr || payload.addr >= addr + size) && payload.bytes < size)
		size -= payload.bytes; /* they lie elsewhere */
	size = size > HEX_BYTES ? HEX_BYTES : size < 16 ? 16 : size;
	for (uint64_t i = 0; p && i < size && i < len; i += 16) {
		kg_strbuf_printf(&sb, "+%04llx ", (unsigned long long)i);
		for (uint64_t j = i; j < i + 16 && j < len; j++)
			kg_strbuf_printf(&sb, "%s%02x", j % 8 ? "" : " ", p[j]);
		kg_strbuf_puts(&sb, "  ");
		for (uint64_t j = i; j < i + 16 && j < len; j++)
			kg_strbuf_putc(&sb, p[j] >= ' ' && p[j] < 127 ? (char)p[j] : '.');
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	}
	kg_strbuf_deinit(&sb);
}

/* Facts that rest on all references. */
static void count_facts(const struct kg_itself *it, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	const struct kg_model *m = kg_app_model(it->app);
	const struct kg_heap *h = kg_app_heap(it->app);

	if (kg_model_retained(m))
		kg_cell_bytes(sb, kg_retained_bytes(kg_model_retained(m), n));
	else
		kg_strbuf_puts(sb, kg_model_finished(m) ? "not known" : "…");
	fact(l, "retained", sb);
	if (!kg_app_whole_heap(it->app)) {
		kg_report_refcount_short(h, n, sb);
		kg_strbuf_puts(sb, kg_model_finished(m) ? ", not accounted for" : ", not accounted for yet");
		fact(l, "refcount", sb);
		return;
	}
	kg_report_refcount(h, n, sb);
	fact(l, "refcount", sb);
	kg_strbuf_puts(sb, kg_gc_place_name(kg_heap_place(h, n)));
	kg_strbuf_puts(sb, h->collectable && kg_heap_collectable(h, n) ? ", garbage (c shows its group)" : "");
	fact(l, "collector", sb);
	kg_strbuf_puts(sb, kg_provenance_name(kg_heap_provenance(h, n)));
	kg_strbuf_puts(sb, "; ");
	kg_report_decoder(h, n, sb);
	fact(l, "found", sb);
	root_facts(h, n, l, sb);
}

/* The lines of Python that allocated it, the innermost first, where tracemalloc recorded them. */
static void allocation_facts(const struct kg_itself *it, kg_node n, struct kg_lines *l, struct kg_strbuf *sb)
{
	const struct kg_tracemalloc *tm = kg_model_traces(kg_app_model(it->app));
	const struct kg_heap *h = kg_app_heap(it->app);
	struct kg_line_total at = {0};
	struct kg_trace trace;

	if (!tm)
		return;
	if (!kg_line_trace(h, tm, n, &trace)) {
		kg_strbuf_puts(sb, "while nothing was traced, or as a part of something");
		fact(l, "allocated", sb);
		return;
	}
	for (uint32_t i = 0; i < trace.nframe && i < TRACE_SHOWN && kg_tracemalloc_frame(tm, &trace, i, &at.file, &at.line); i++) {
		kg_line_name(h, &at, sb);
		fact(l, i ? "" : "allocated", sb);
	}
}

static void hex_fill(const struct kg_heap *h, kg_node n, struct kg_lines *l)
{
	struct kg_strbuf sb = {0};

	if (h->redact) {
		kg_strbuf_puts(&sb, "no bytes are shown with --redact");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
	} else {
		hex_lines(h, n, l);
	}
	kg_strbuf_deinit(&sb);
}

/* Its value in full where that takes a few lines. */
static void value_fact(const struct kg_heap *h, kg_node n, int room, struct kg_lines *l, struct kg_strbuf *sb)
{
	kg_heap_value(h, kg_heap_addr(h, n), room > 20 ? (size_t)(room - 10) * VALUE_LINES : 200, sb);
	fact(l, "value", sb);
}

static void facts_fill(const struct kg_itself *it, struct kg_lines *l)
{
	const struct kg_heap *h = kg_app_heap(it->app);
	kg_node n = it->node;
	struct kg_strbuf sb = {0};

	kg_cell_addr(&sb, kg_heap_addr(h, n));
	fact(l, "address", &sb);
	kg_strbuf_puts(&sb, kg_heap_type(h, n)->name);
	fact(l, "type", &sb);
	value_fact(h, n, it->room, l, &sb);
	kg_report_size(h, n, &sb);
	fact(l, "size", &sb);
	decoder_facts(h, n, l, &sb);
	share_facts(it, n, l, &sb);
	count_facts(it, n, l, &sb);
	if (kg_bookmarks_note(kg_app_bookmarks(it->app), h, n)) {
		kg_strbuf_puts(&sb, kg_bookmarks_note(kg_app_bookmarks(it->app), h, n));
		fact(l, "bookmark", &sb);
	}
	allocation_facts(it, n, l, &sb);
	fields(it, l);
	kg_strbuf_deinit(&sb);
}

static void members_fill(const struct kg_itself *it, struct kg_lines *l)
{
	struct kg_strbuf sb = {0};

	if (it->struct_known) {
		kg_lines_struct(l, kg_app_heap(it->app), it->node, it->room);
		return;
	}
	kg_strbuf_puts(&sb, "looking for its C struct in debug information …");
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	kg_strbuf_deinit(&sb);
}

void kg_itself_fill(struct kg_lines *l)
{
	const struct kg_itself *it = l->data;

	kg_lines_clear(l);
	if (it->detail == KG_ITSELF_BYTES)
		hex_fill(kg_app_heap(it->app), it->node, l);
	else if (it->detail == KG_ITSELF_MEMBERS)
		members_fill(it, l);
	else
		facts_fill(it, l);
}
