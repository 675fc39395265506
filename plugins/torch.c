/*
 * PyTorch. A tensor in Python is a pointer to one in C++, which counts references of its own: to its storage, which
 * others may share, to its gradient, and to the graph that computed it. What the collector is shown the type's own
 * tp_traverse says; the plugin adds what that keeps to itself, and the memory.
 *
 * While C++ holds a tensor too, its tp_traverse shows nothing at all, so that nobody takes it for garbage; when Python
 * lets go of it, C++ takes over the Python object. Both are told from the C++ object (torch/csrc/autograd/
 * python_variable.cpp, THPVariable_subclass_traverse and THPVariable_tryResurrect, PyTorch 1.13 and 2.6). Since 2.x storages do
 * the same: C++ keeps the Python object that one had (THPStorage_tryPreserve).
 */
#include <stdio.h>

#include "torch.h"

const struct kg_host *torch_host;

enum { LEAST_GRAPH = 4 };

/* Has Python a reference to a tensor that C++ holds as well? */
static bool is_hidden(const struct torch_tensor *t)
{
	return t->refs > 1 && !t->owns_pyobj;
}

static struct kg_error *tensor_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     struct kg_sink *sink)
{
	struct kg_error *err = NULL;
	enum kg_edge_kind held;
	struct torch_tensor t;
	struct torch_kept kept;

	if (!torch_tensor_of(h, o, native, &t))
		return NULL;
	if (is_hidden(&t)) {
		torch_host->edge(sink, kg_get_u64(&o, kg_moved(torch_host, h, t.lay->tensor_hooks)), KG_EDGE_OWNED, "._backward_hooks");
		if (t.lay->tensor_later_hooks)
			torch_host->edge(sink, kg_get_u64(&o, kg_moved(torch_host, h, t.lay->tensor_later_hooks)), KG_EDGE_OWNED,
					 "._post_accumulate_grad_hooks");
		err = torch_host->instance_dict(h, o, sink);
	}
	held = t.storage.refs == 1 ? KG_EDGE_OWNED : KG_EDGE_WEAK;
	torch_host->edge(sink, torch_storage_array(h, t.lay, &t.storage), held, ".storage");
	torch_host->edge(sink, t.storage.pyobj, held, ".untyped_storage()");
	torch_kept(h, &t, sink, &kept);
	return err;
}

/* What is in no storage, or in another's, is none of its memory; what it keeps besides counts all the same. */
static bool tensor_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct torch_kept kept;
	struct torch_tensor t;

	if (!torch_tensor_of(h, o, native, &t))
		return false;
	torch_kept(h, &t, NULL, &kept);
	ret->beyond = kept.bytes;
	if (!t.storage.addr || !t.storage.bytes || t.storage.device == TORCH_META)
		return ret->beyond > 0;
	ret->owner = torch_storage_array(h, t.lay, &t.storage);
	ret->shown = torch_shown(&t);
	ret->shown_addr = t.storage.data + t.offset * torch_itemsize(t.dtype);
	ret->addr = ret->owner ? ret->shown_addr : t.storage.data;
	ret->bytes = ret->owner ? ret->shown : t.storage.bytes;
	ret->where = torch_storage_where(h, &t.storage);
	ret->block = t.storage.addr;
	ret->holders = t.storage.refs;
	ret->held = 1 + kept.own;
	return true;
}

static void axes_text(const uint8_t *words, uint32_t n, const char *around, char *ret, size_t cap)
{
	size_t len = (size_t)snprintf(ret, cap, "%c", around[0]);

	for (uint32_t i = 0; i < n && len < cap; i++)
		len += (size_t)snprintf(ret + len, cap - len, i ? ", %lld" : "%lld", (long long)torch_axis(words, i));
	if (len < cap)
		snprintf(ret + len, cap - len, "%c", around[1]);
}

enum { AXES_TEXT = TORCH_DIMS_MAX * 22 + 4 };

static struct kg_error *tensor_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				       struct kg_strbuf *sb)
{
	char shape[AXES_TEXT], device[32];
	struct torch_tensor t;

	(void)width;
	if (!torch_tensor_of(h, o, native, &t)) {
		torch_host->print(sb, "tensor");
		return NULL;
	}
	if (t.ragged)
		snprintf(shape, sizeof(shape), "nested");
	else
		axes_text(t.dims, t.ndim, "[]", shape, sizeof(shape));
	torch_device(t.lay, t.device, t.device_index, device, sizeof(device));
	torch_host->print(sb, "tensor %s %s %s", torch_dtype(t.dtype), shape, device);
	/* Without a storage the strides say nothing. */
	if (t.storage.addr)
		torch_host->print(sb, ", %llu bytes", (unsigned long long)torch_shown(&t));
	if (strcmp(t.class, "TensorImpl") != 0)
		torch_host->print(sb, ", %s", t.class);
	return NULL;
}

static void show_storage(const struct kg_heap *h, const struct torch_tensor *t, struct kg_fields *fields)
{
	const struct torch_storage *s = &t->storage;
	kg_addr array = torch_storage_array(h, t->lay, s);
	char text[512];

	if (!s->addr) {
		torch_host->field(fields, "storage", "none");
		return;
	}
	torch_host->field(fields, "storage", "0x%llx", (unsigned long long)s->addr);
	torch_host->field(fields, "storage_bytes", "%llu", (unsigned long long)s->bytes);
	torch_host->field(fields, "storage_references", "%llu", (unsigned long long)s->refs);
	torch_host->field(fields, "data", "0x%llx", (unsigned long long)(s->data ? s->data + t->offset * torch_itemsize(t->dtype) : 0));
	if (array)
		torch_host->field(fields, "memory", "of the array at 0x%llx", (unsigned long long)array);
	else if (torch_storage_file(h, t->lay, s, text, sizeof(text)))
		torch_host->field(fields, "file", "%s", text);
}

static void show_graph(const struct kg_heap *h, const struct torch_tensor *t, struct kg_fields *fields)
{
	struct torch_tensor grad;
	kg_addr grad_fn = 0, impl = 0;
	struct torch_kept kept;
	uint8_t requires_grad = 0;
	char class[TORCH_NAME];

	if (t->autograd) {
		torch_host->forget(torch_host->read(h, t->autograd + (kg_addr)t->lay->requires_grad, &requires_grad, 1));
		impl = torch_word(h, t->autograd + (kg_addr)t->lay->grad);
		grad_fn = torch_word(h, t->autograd + (kg_addr)t->lay->grad_fn);
	}
	torch_host->field(fields, "requires_grad", "%s", requires_grad || grad_fn ? "True" : "False");
	if (impl && torch_tensor_read(h, t->lay, impl, &grad) && grad.pyobj)
		torch_host->field(fields, "grad", "0x%llx", (unsigned long long)grad.pyobj);
	else if (impl && torch_tensor_read(h, t->lay, impl, &grad))
		torch_host->field(fields, "grad", "%llu bytes, without a Python object", (unsigned long long)grad.storage.bytes);
	if (grad_fn && torch_class(h, grad_fn, class))
		torch_host->field(fields, "grad_fn", "%s", class);
	torch_kept(h, t, NULL, &kept);
	if (kept.nodes)
		torch_host->field(fields, "graph", "%s%llu nodes that nothing else keeps", kept.more ? "more than " : "",
			    (unsigned long long)kept.nodes);
	if (kept.bytes + kept.wrapped)
		torch_host->field(fields, "kept_bytes", "%llu in C++, besides its storage", (unsigned long long)(kept.bytes + kept.wrapped));
}

static struct kg_error *tensor_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_fields *fields)
{
	char text[AXES_TEXT];
	struct torch_tensor t;

	if (!torch_tensor_of(h, o, native, &t)) {
		torch_host->field(fields, "memory", "not told: the C++ object fits no version of PyTorch that is known");
		return NULL;
	}
	torch_host->field(fields, "dtype", "%s", torch_dtype(t.dtype));
	axes_text(t.dims, t.ndim, "[]", text, sizeof(text));
	torch_host->field(fields, "shape", "%s", t.ragged ? "not told: each part of a nested tensor has its own" : text);
	if (t.storage.addr && !t.ragged) {
		axes_text(t.strides, t.ndim, "[]", text, sizeof(text));
		torch_host->field(fields, "stride", "%s", text);
		torch_host->field(fields, "storage_offset", "%llu", (unsigned long long)t.offset);
	}
	torch_device(t.lay, t.device, t.device_index, text, sizeof(text));
	torch_host->field(fields, "device", "%s", text);
	show_storage(h, &t, fields);
	show_graph(h, &t, fields);
	torch_host->field(fields, "references", "%llu in C++%s", (unsigned long long)t.refs, t.owns_pyobj ? ", which has the Python object" : "");
	if (!torch_version(h, text))
		torch_host->field(fields, "class", "%s, as PyTorch %s has it: a guess, for the target names no version", t.class, t.lay->version);
	else if (torch_layout_of(text) != t.lay)
		torch_host->field(fields, "class", "%s, as PyTorch %s has it: a guess, for the target has %s", t.class, t.lay->version, text);
	else
		torch_host->field(fields, "class", "%s, as PyTorch %s has it", t.class, t.lay->version);
	return NULL;
}

/* One number and the graph that computed it: what losses are, when they are kept as tensors. */
static bool tensor_suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret)
{
	struct torch_kept kept;
	struct torch_tensor t;

	if (!torch_tensor_of(h, o, native, &t) || t.ragged || t.numel != 1 || !t.autograd)
		return false;
	torch_kept(h, &t, NULL, &kept);
	if (kept.nodes < LEAST_GRAPH)
		return false;
	ret->sentence = "one number keeps the graph that computed it: {nodes:node|nodes}, {saved:tensor|tensors} and {graph_bytes} "
			"that nothing else keeps; .item() or .detach() would let them go";
	ret->bytes = kept.bytes + kept.wrapped;
	ret->facts[0] = (struct kg_told){"nodes", KG_TOLD_COUNT, kept.nodes};
	ret->facts[1] = (struct kg_told){"saved", KG_TOLD_COUNT, kept.tensors};
	ret->facts[2] = (struct kg_told){"graph_bytes", KG_TOLD_BYTES, kept.bytes + kept.wrapped};
	return true;
}

static void tensor_holds(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			 void (*fn)(void *arg, kg_addr block, uint64_t held), void *arg)
{
	struct torch_tensor t;

	if (torch_tensor_of(h, o, native, &t))
		torch_holds(h, &t, fn, arg);
}

/* torch.UntypedStorage */

static bool storage_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	const struct torch_layout *lay;
	struct torch_storage s;
	bool held;

	(void)native;
	/* One that C++ has kept for later has nothing itself. */
	if (!torch_storage_of(h, o, &s, &lay, &held) || !held || !s.bytes || s.device == TORCH_META)
		return false;
	ret->owner = torch_storage_array(h, lay, &s);
	ret->addr = ret->shown_addr = s.data;
	ret->bytes = ret->shown = s.bytes;
	ret->where = torch_storage_where(h, &s);
	ret->block = s.addr;
	ret->holders = s.refs;
	ret->held = 1;
	return true;
}

static struct kg_error *storage_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					struct kg_strbuf *sb)
{
	const struct torch_layout *lay;
	struct torch_storage s;
	bool held;
	char device[32];

	(void)native;
	(void)width;
	torch_host->print(sb, "storage");
	if (!torch_storage_of(h, o, &s, &lay, &held))
		return NULL;
	torch_device(lay, s.device, s.device_index, device, sizeof(device));
	torch_host->print(sb, " of %llu bytes %s", (unsigned long long)s.bytes, device);
	return NULL;
}

static struct kg_error *storage_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     struct kg_fields *fields)
{
	const struct torch_layout *lay;
	struct torch_storage s;
	bool held;
	char text[512];

	(void)native;
	if (!torch_storage_of(h, o, &s, &lay, &held))
		return NULL;
	torch_host->field(fields, "storage", "0x%llx", (unsigned long long)s.addr);
	torch_host->field(fields, "storage_bytes", "%llu", (unsigned long long)s.bytes);
	torch_host->field(fields, "storage_references", "%llu", (unsigned long long)s.refs);
	torch_device(lay, s.device, s.device_index, text, sizeof(text));
	torch_host->field(fields, "device", "%s", text);
	if (torch_storage_file(h, lay, &s, text, sizeof(text)))
		torch_host->field(fields, "file", "%s", text);
	return NULL;
}

static struct kg_error *storage_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	const struct torch_layout *lay;
	struct torch_storage s;
	bool held;

	(void)native;
	if (torch_storage_of(h, o, &s, &lay, &held))
		torch_host->edge(sink, torch_storage_array(h, lay, &s), held && s.refs == 1 ? KG_EDGE_OWNED : KG_EDGE_WEAK, ".storage");
	return NULL;
}

/* Versions that nobody has looked at may keep things elsewhere, and what fits by chance is believed. */
static void guesses(const struct kg_heap *h, struct kg_strbuf *sb)
{
	char version[TORCH_VERSION];

	if (!torch_version(h, version) || torch_layout_of(version))
		return;
	torch_host->print(sb, "the target has PyTorch %s, which is not known; what is told of its tensors is told as", version);
	for (const struct torch_layout *lay = torch_layouts; lay->version; lay++)
		torch_host->print(sb, "%s %s", lay == torch_layouts ? "" : " or", lay->version);
	torch_host->print(sb, " has it, where it fits one of these");
}

#define TENSOR(n)                                                                                                         \
	{.name = n, .traverse_shows = true, .edges = tensor_edges, .payload = tensor_payload, .preview = tensor_preview,  \
	 .show = tensor_show, .suspect = tensor_suspect, .holds = tensor_holds}

static const struct kg_type_ops types[] = {
	TENSOR("torch._C._TensorBase"),
	TENSOR("torch._C.TensorBase"),
	{.name = "torch._C.StorageBase", .edges = storage_edges, .payload = storage_payload, .preview = storage_preview,
	 .show = storage_show},
	{.name = "torch.optim.optimizer.Optimizer", .python_class = true, .show = torch_optimizer_show, .suspect = torch_optimizer_suspect},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "torch", .version = "1", .types = types, .host = &torch_host,
				       .able = KG_ABLE_ANY_HEAD, .guesses = guesses};
