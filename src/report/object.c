#include "report/object.h"

#include <string.h>

#include "report/frames.h"

const char *kg_report_kind(enum kg_edge_kind kind)
{
	static const char *const names[] = {"traverse", "owned", "weak", "guess"};

	return names[kind];
}

static struct kg_json *value_json(const struct kg_heap *h, kg_addr addr, size_t width)
{
	struct kg_strbuf sb = {0};
	struct kg_json *v;

	kg_heap_value(h, addr, width, &sb);
	v = sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return v;
}

static struct kg_json *label_json(const struct kg_heap *h, struct kg_label label)
{
	struct kg_strbuf sb = {0};
	struct kg_json *v;

	kg_heap_label(h, label, &sb);
	v = sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return v;
}

static struct kg_error *refs_json(const struct kg_heap *h, kg_addr addr, struct kg_json **ret)
{
	struct kg_refs refs;
	struct kg_json *list;
	struct kg_error *err = kg_heap_refs(h, addr, &refs);

	if (err)
		return err;
	list = kg_json_array();
	for (size_t i = 0; i < refs.n; i++) {
		struct kg_json *row = kg_json_array();

		kg_json_push(row, kg_json_addr(refs.items[i].addr));
		kg_json_push(row, label_json(h, refs.items[i].label));
		kg_json_push(row, kg_json_text(kg_report_kind(refs.items[i].kind)));
		kg_json_push(list, row);
	}
	kg_refs_deinit(&refs);
	*ret = list;
	return NULL;
}

static void set_refcount(const struct kg_heap *h, kg_node n, struct kg_json *row)
{
	int64_t count = kg_heap_refcount(h, n);

	kg_json_set(row, "refcount", count == KG_IMMORTAL ? kg_json_null() : kg_json_i64(count));
	kg_json_set(row, "immortal", kg_json_bool(count == KG_IMMORTAL));
}

struct kg_error *kg_report_object(const struct kg_heap *h, kg_node n, size_t width, bool refs, struct kg_json **ret)
{
	kg_addr addr = kg_heap_addr(h, n);
	struct kg_json *row = kg_json_object(), *list;
	struct kg_error *err;

	kg_json_set(row, "addr", kg_json_addr(addr));
	kg_json_set(row, "type", kg_json_text(kg_heap_type(h, n)->name));
	kg_json_set(row, "size", kg_json_u64(kg_heap_size(h, n)));
	set_refcount(h, n, row);
	kg_json_set(row, "gc", kg_json_text(kg_gc_place_name(kg_heap_place(h, n))));
	kg_json_set(row, "collectable", kg_json_bool(h->collectable && kg_heap_collectable(h, n)));
	kg_json_set(row, "found", kg_json_text(kg_provenance_name(kg_heap_provenance(h, n))));
	kg_json_set(row, "value", value_json(h, addr, width));
	if (refs) {
		err = refs_json(h, addr, &list);
		if (err) {
			kg_json_destroy(row);
			return err;
		}
		kg_json_set(row, "refs", list);
	}
	*ret = row;
	return NULL;
}

void kg_report_identity(const struct kg_heap *h, kg_addr addr, kg_node n, size_t width, struct kg_json *row)
{
	kg_json_set(row, "addr", kg_json_addr(addr));
	kg_json_set(row, "type", kg_json_text(kg_report_type_name(h, addr)));
	kg_json_set(row, "size", n == KG_NODE_NONE ? kg_json_null() : kg_json_u64(kg_heap_size(h, n)));
	kg_json_set(row, "value", value_json(h, addr, width));
}

struct kg_json *kg_report_link_json(const struct kg_heap *h, kg_addr addr, kg_node n, struct kg_label label,
				    enum kg_edge_kind kind, size_t width)
{
	struct kg_json *row = kg_json_object();

	kg_report_identity(h, addr, n, width, row);
	kg_json_set(row, "label", label_json(h, label));
	kg_json_set(row, "kind", kg_json_text(kg_report_kind(kind)));
	return row;
}

uint64_t kg_report_root_count(const struct kg_heap *h, kg_node n)
{
	size_t from, to;
	uint64_t counted = 0;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to; i++)
		counted += h->roots[i].counted;
	return counted;
}

void kg_report_refcount_short(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	int64_t count = kg_heap_refcount(h, n);

	if (count == KG_IMMORTAL)
		kg_strbuf_puts(sb, "immortal");
	else
		kg_strbuf_printf(sb, "%lld", (long long)count);
}

void kg_report_refcount(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	int64_t count = kg_heap_refcount(h, n);
	uint64_t found = kg_heap_references(h, n), roots = kg_report_root_count(h, n);
	bool uncounted = count == KG_IMMORTAL || kg_heap_laid_out(h, n);

	if (count == KG_IMMORTAL)
		kg_strbuf_puts(sb, "immortal; ");
	else
		kg_strbuf_printf(sb, "%lld%s", (long long)count, uncounted ? " as it was laid out, never freed; " : " = ");
	kg_strbuf_count(sb, found - roots, "reference", NULL);
	kg_strbuf_puts(sb, " + ");
	kg_strbuf_count(sb, roots, "root", NULL);
	if (uncounted) {
		kg_strbuf_puts(sb, " found");
		return;
	}
	if (count >= 0 && (uint64_t)count > found)
		kg_strbuf_printf(sb, " + %llu unexplained", (unsigned long long)((uint64_t)count - found));
	else if (count < 0 || (uint64_t)count < found)
		kg_strbuf_puts(sb, ": fewer than found, the reading or the heap is wrong here");
}

void kg_report_plugin(const struct kg_type *t, struct kg_strbuf *sb)
{
	if (kg_heap_plugin(t))
		kg_strbuf_printf(sb, " (plugin %s)", kg_heap_plugin(t));
}

struct kg_json *kg_report_plugin_json(const struct kg_type *t)
{
	return kg_heap_plugin(t) ? kg_json_text(kg_heap_plugin(t)) : kg_json_null();
}

/* Of a module its state has a source of its own. */
static void add_state(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	struct kg_module_reading r;

	if (!kg_heap_module_reading_of(h, n, &r) || r.source == KG_REFS_DECODED)
		return;
	kg_strbuf_printf(sb, "; what the module %s keeps for itself: ", r.name);
	if (r.source == KG_REFS_EMULATED)
		kg_strbuf_puts(sb, "its m_traverse, emulated");
	else
		kg_strbuf_puts(sb, "conservative scan of its state");
	if (r.why)
		kg_strbuf_printf(sb, ", since its m_traverse %s", r.why);
}

void kg_report_decoder(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_type *t = kg_heap_type(h, n), *native = t->native;
	const char *why = NULL;

	switch (kg_heap_refs_source(h, t, &why)) {
	case KG_REFS_DECODED:
		kg_strbuf_printf(sb, "exact, decoder of %s", native->ops->name);
		break;
	case KG_REFS_EMULATED:
		kg_strbuf_printf(sb, "exact in what the collector is shown: tp_traverse of %s, emulated", native->tp_name);
		break;
	case KG_REFS_MIXED:
		kg_strbuf_printf(sb, "tp_traverse of %s, emulated; where that failed (it %s) a conservative scan", native->tp_name,
				 why ? why : "failed");
		break;
	case KG_REFS_STRUCT:
		kg_strbuf_printf(sb, "no tp_traverse: the pointers to objects in its C struct %s", kg_heap_struct(h, t)->name);
		break;
	case KG_REFS_SCANNED:
		kg_strbuf_puts(sb, "conservative scan: nobody taught kedge this type");
		if (why)
			kg_strbuf_printf(sb, ", and its tp_traverse %s", why);
		break;
	}
	if (native->beside)
		kg_strbuf_printf(sb, "; what that does not show: decoder of %s", native->ops->name);
	kg_report_plugin(t, sb);
	if (t != native)
		kg_strbuf_puts(sb, ", and of Python classes");
	add_state(h, n, sb);
}
