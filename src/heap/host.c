/*
 * The host's side of api/kedge-plugin.h: what plugins read and say goes through here, and is bounded and
 * escaped here.
 */
#include "heap/host.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/grow.h"
#include "heap/core.h"
#include "heap/heap_priv.h"

/* Text of a plugin that may have the target's in it. */
static void add_safe(struct kg_strbuf *sb, const char *fmt, va_list ap)
{
	struct kg_strbuf raw = {0};

	kg_strbuf_vprintf(&raw, fmt, ap);
	if (raw.failed)
		sb->failed = true;
	else
		kg_strbuf_escape(sb, kg_strbuf_text(&raw), raw.len);
	kg_strbuf_deinit(&raw);
}

static struct kg_error *host_corrupt(kg_addr addr, const char *fmt, ...)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;
	va_list ap;

	va_start(ap, fmt);
	add_safe(&sb, fmt, ap);
	va_end(ap);
	err = kg_error_at(KG_ERR_CORRUPT, addr, "%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *host_read(const struct kg_heap *h, kg_addr addr, void *ret, size_t n)
{
	const uint8_t *p = kg_image_span(h->image, addr, n);

	if (p) {
		memcpy(ret, p, n);
		return NULL;
	}
	return kg_image_read(h->image, addr, ret, n);
}

static struct kg_error *host_string(const struct kg_heap *h, kg_addr addr, char *ret, size_t cap)
{
	return kg_image_read_cstr(h->image, addr, ret, cap);
}

static void host_type(const struct kg_heap *h, const struct kg_type *t, struct kg_type_facts *ret, size_t size)
{
	const struct kg_type_facts facts = {
		.name = t->name,
		.tp_name = t->tp_name,
		.addr = t->addr,
		.basicsize = t->basicsize,
		.itemsize = t->itemsize,
		.dictoffset = t->dictoffset,
		.flags = t->flags,
		.base = t->next_base,
	};

	(void)h;
	memset(ret, 0, size);
	memcpy(ret, &facts, size < sizeof(facts) ? size : sizeof(facts));
}

static bool host_is(const struct kg_type *t, const char *tp_name)
{
	for (t = t->native; t; t = t->next_base) {
		if (strcmp(t->tp_name, tp_name) == 0)
			return true;
	}
	return false;
}

static int32_t host_offset(const struct kg_type *native, unsigned int i)
{
	return i < KG_TYPE_FIELDS && native->ops ? native->field[i] : KG_ABSENT;
}

static uint64_t host_default_size(const struct kg_heap *h, struct kg_obj o)
{
	return kg_heap_default_size(h, o);
}

static void host_edge(struct kg_sink *sink, kg_addr target, enum kg_edge_kind kind, const char *label)
{
	if (kind < KG_EDGE_GUESS)
		kg_sink_edge(sink, target, kind, KG_TEXT(label));
}

static void host_item(struct kg_sink *sink, kg_addr target, enum kg_edge_kind kind, const char *prefix, uint64_t index)
{
	if (kind < KG_EDGE_GUESS)
		kg_sink_edge(sink, target, kind, (struct kg_label){KG_LABEL_ITEM, {.index = index}, prefix});
}

static struct kg_error *host_items(const struct kg_heap *h, kg_addr addr, int64_t n, enum kg_edge_kind kind, const char *prefix,
				   struct kg_sink *sink)
{
	return kind < KG_EDGE_GUESS ? kg_heap_push_items(h, addr, n, kind, prefix, sink) : NULL;
}

/* A frame of a thread's stack that does not run: nothing of it is shown to the collector. */
static struct kg_error *host_frame(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink, kg_addr *ret_previous)
{
	const struct kg_layout *lay = h->rt->layout;
	size_t before = sink ? sink->count : 0;
	struct kg_error *err = NULL;

	*ret_previous = 0;
	if (kg_facts(h)->frames == KG_FRAMES_OBJECTS)
		return kg_error_at(KG_ERR_CORRUPT, addr, "this version of Python has frame objects alone");
	if (sink)
		err = kg_iframe_edges(h, addr, sink);
	for (size_t i = before; sink && i < sink->count; i++) {
		if (KG_EDGE_KIND(sink->edges[i]) == KG_EDGE_TRAVERSE)
			sink->edges[i] = KG_EDGE_ADDR(sink->edges[i]) | (uint64_t)KG_EDGE_OWNED << KG_EDGE_SHIFT;
	}
	return err ? err : kg_image_read_u64(h->image, addr + (kg_addr)lay->off[F_IFRAME_PREVIOUS], ret_previous);
}

static uint32_t host_head(const struct kg_heap *h)
{
	return (uint32_t)h->rt->layout->off[F_OBJECT_SIZE];
}

struct each {
	bool (*fn)(void *arg, kg_addr key, kg_addr value);
	void *arg;
};

static bool each_item(void *arg, struct kg_dict_item item)
{
	const struct each *e = arg;

	return e->fn(e->arg, item.key, item.value);
}

static struct kg_error *host_dict(const struct kg_heap *h, kg_addr addr, bool (*fn)(void *arg, kg_addr key, kg_addr value),
				  void *arg)
{
	struct each e = {fn, arg};

	return kg_dict_each(h, addr, each_item, &e);
}

static kg_addr host_attribute(const struct kg_heap *h, struct kg_obj o, const char *name)
{
	kg_addr v = 0;

	kg_error_destroy(kg_heap_attribute(h, o.addr, name, &v));
	return v;
}

static void host_print(struct kg_strbuf *sb, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_safe(sb, fmt, ap);
	va_end(ap);
}

static void host_field(struct kg_fields *f, const char *name, const char *fmt, ...)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err = kg_grow(&f->items, &f->cap, f->n, sizeof(*f->items));
	char *text;
	va_list ap;

	va_start(ap, fmt);
	add_safe(&sb, fmt, ap);
	va_end(ap);
	text = err || sb.failed ? NULL : strdup(kg_strbuf_text(&sb));
	f->failed = f->failed || !text;
	if (text)
		f->items[f->n++] = (struct kg_field_text){name, text};
	kg_error_destroy(err);
	kg_strbuf_deinit(&sb);
}

static kg_addr host_module_attribute(const struct kg_heap *h, const char *module, const char *name)
{
	const struct kg_runtime *rt = h->rt;
	kg_addr at, dict, value;
	struct kg_obj o;

	for (size_t i = 0; i < rt->nrefs; i++) {
		struct kg_error *err;

		if (strcmp(rt->refs[i].owner, "interpreter") != 0 || strcmp(rt->refs[i].member, "modules") != 0 ||
		    !kg_dict_get_str(h, rt->refs[i].target, module, &at))
			continue;
		err = kg_heap_object(h, at, &o);
		dict = err || !o.type->is_module ? 0 : kg_obj_addr(o, rt->layout->off[F_MODULE_DICT]);
		kg_error_destroy(err);
		if (dict && kg_dict_get_str(h, dict, name, &value))
			return value;
	}
	return 0;
}

const char *kg_heap_plugin_guesses(const struct kg_heap *h, size_t i, struct kg_strbuf *sb)
{
	const struct kg_type_group *g = &h->priv->plugins[i];

	if (i >= h->priv->nplugins)
		return NULL;
	if (g->guesses && kg_heap_asks(h, g))
		g->guesses(h, sb);
	return g->name;
}

const struct kg_host kg_plugin_host = {
	.abi = KG_PLUGIN_ABI,
	.size = sizeof(struct kg_host),
	.corrupt = host_corrupt,
	.forget = kg_error_destroy,
	.read = host_read,
	.array = kg_heap_array,
	.string = host_string,
	.object = kg_heap_object,
	.type = host_type,
	.is = host_is,
	.offset = host_offset,
	.default_size = host_default_size,
	.edge = host_edge,
	.item = host_item,
	.items = host_items,
	.base = kg_heap_push_base,
	.frame = host_frame,
	.dict = host_dict,
	.integer = kg_int_value,
	.attribute = host_attribute,
	.print = host_print,
	.value = kg_heap_value,
	.field = host_field,
	.instance_dict = kg_decode_dict,
	.head = host_head,
	.module_attribute = host_module_attribute,
};

struct kg_error *kg_heap_fields(const struct kg_heap *h, kg_node n, struct kg_fields *ret)
{
	const struct kg_type *t = kg_heap_type(h, n), *native = t->native;

	*ret = (struct kg_fields){0};
	if (h->redact)
		return NULL;
	/* What could be told before the object contradicted itself stays. */
	if (native->ops && native->ops->show)
		kg_error_destroy(native->ops->show(h, kg_heap_get(h, n), native, ret));
	if (t->class_ops && t->class_ops->show)
		kg_error_destroy(t->class_ops->show(h, kg_heap_get(h, n), native, ret));
	if (!ret->failed)
		return NULL;
	kg_fields_deinit(ret);
	return kg_error_nomem();
}

void kg_fields_deinit(struct kg_fields *f)
{
	for (size_t i = 0; i < f->n; i++)
		free(f->items[i].text);
	free(f->items);
	*f = (struct kg_fields){0};
}

/* What is known of the class comes before what is known of the C type below it. */
static const struct kg_type_ops *suspecting(const struct kg_type *t)
{
	if (t->class_ops && t->class_ops->suspect)
		return t->class_ops;
	return t->native->ops && t->native->ops->suspect ? t->native->ops : NULL;
}

const char *kg_heap_suspecting(const struct kg_type *t)
{
	const struct kg_type_ops *ops = t->native ? suspecting(t) : NULL;

	return !ops ? NULL : ops == t->class_ops ? t->class_plugin : t->native->plugin;
}

bool kg_heap_suspect(const struct kg_heap *h, kg_node n, struct kg_suspicion *ret)
{
	const struct kg_type *t = kg_heap_type(h, n);
	const struct kg_type_ops *ops = suspecting(t);
	union {
		struct kg_suspicion suspicion;
		char room[KG_SUSPICION_ROOM];
	} u;

	if (!ops)
		return false;
	memset(&u, 0, sizeof(u));
	if (!ops->suspect(h, kg_heap_get(h, n), t->native, &u.suspicion) || !u.suspicion.sentence)
		return false;
	*ret = u.suspicion;
	return true;
}
