/* What runs: code objects, frames, generators and coroutines; types; modules. */
#include "heap/heap_priv.h"

#include "cpython/frame.h"

#include <stdlib.h>

#define STATE_CLEARED 4 /* CPython 3.11 Include/internal/pycore_frame.h FRAME_CLEARED */
#define OWNER_FRAME_OBJECT 2
#define SLOTS_MAX (1 << 20)
#define STATE_MAX (UINT64_C(1) << 20)

static const int32_t *offsets(const struct kg_heap *h)
{
	return h->rt->layout->off;
}

/* code: the collector is shown nothing */

static const struct kg_member code_members[] = {
	KG_OWN("co_consts", "co_consts"),
	KG_OWN("co_names", "co_names"),
	KG_OWN("co_localsplusnames", ".co_localsplusnames"),
	KG_OWN("co_localspluskinds", ".co_localspluskinds"),
	KG_OWN("co_filename", "co_filename"),
	KG_OWN("co_name", "co_name"),
	KG_OWN("co_qualname", "co_qualname"),
	KG_OWN("co_linetable", "co_linetable"),
	KG_OWN("co_exceptiontable", "co_exceptiontable"),
	KG_OWN("_co_code", "._co_code"),
	KG_END,
};

static struct kg_error *code_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	kg_addr extra = kg_obj_addr(o, offsets(h)[F_CODE_EXTRA]);
	uint64_t size = (kg_heap_default_size(h, o) + 7) & ~UINT64_C(7), n = 0;

	(void)native;
	/* CPython 3.11 Objects/codeobject.c code_sizeof: a count and that many words */
	if (extra) {
		struct kg_error *err = kg_image_read_u64(h->image, extra, &n);

		if (err)
			return err;
		size += 8 + 8 * n;
	}
	*ret = size;
	return NULL;
}

/* Frames: the interpreter's part, in a frame object, in a generator or on a thread's stack. */

static kg_addr slot_name(const struct kg_heap *h, kg_addr code, int32_t i)
{
	struct kg_code c;
	struct kg_error *err = kg_code_read(h->rt, code, &c);

	if (err) {
		kg_error_destroy(err);
		return 0;
	}
	return kg_code_slot_name(h->rt, &c, (uint32_t)i);
}

struct kg_error *kg_iframe_edges(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink)
{
	const int32_t *off = offsets(h);
	struct kg_obj f = {.addr = addr};
	enum kg_edge_kind kind = KG_EDGE_TRAVERSE;
	const uint8_t *nlocals;
	uint32_t named = 0;
	kg_addr code;
	int32_t top;

	f.p = kg_image_avail(h->image, addr, &f.avail);
	if (f.avail < (uint64_t)off[F_IFRAME_LOCALSPLUS])
		return kg_error_at(KG_ERR_FAULT, addr, "the frame at 0x%llx is not mapped", (unsigned long long)addr);
	code = kg_obj_addr(f, off[F_IFRAME_CODE]);
	kg_sink_visit(sink, kg_obj_addr(f, off[F_IFRAME_FRAME_OBJ]), ".frame_obj");
	kg_sink_visit(sink, kg_obj_addr(f, off[F_IFRAME_LOCALS]), "f_locals");
	kg_sink_visit(sink, kg_obj_addr(f, off[F_IFRAME_FUNC]), ".f_func");
	kg_sink_visit(sink, code, "f_code");
	top = (int32_t)kg_obj_u32(f, off[F_IFRAME_STACKTOP]);
	nlocals = kg_image_span(h->image, code + (kg_addr)off[F_CODE_NLOCALSPLUS], 4);
	if (nlocals)
		memcpy(&named, nlocals, 4);
	if (top < 0) {
		/* It runs: the collector is not shown its slots, but it owns them. */
		kind = KG_EDGE_OWNED;
		top = (int32_t)named;
	}
	if (top > SLOTS_MAX || f.avail - (uint64_t)off[F_IFRAME_LOCALSPLUS] < 8 * (uint64_t)top)
		return kg_error_at(KG_ERR_CORRUPT, addr, "the frame at 0x%llx has %d slots, more than is mapped",
				   (unsigned long long)addr, top);
	for (int32_t i = 0; i < top; i++) {
		kg_addr target = kg_obj_addr(f, off[F_IFRAME_LOCALSPLUS] + 8 * (int64_t)i);
		kg_addr name = target && sink->label && (uint32_t)i < named ? slot_name(h, code, i) : 0;

		kg_sink_edge(sink, target, kind,
			     name ? KG_AT(KG_LABEL_LOCAL, name) : (struct kg_label){KG_LABEL_ITEM, {.index = (uint64_t)i}, "stack"});
	}
	return NULL;
}

static struct kg_error *frame_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	kg_addr iframe = kg_obj_addr(o, offsets(h)[F_FRAME_IFRAME]);
	const uint8_t *owner;

	(void)native;
	owner = kg_image_span(h->image, iframe + (kg_addr)offsets(h)[F_IFRAME_OWNER], 1);
	if (!owner)
		return kg_error_at(KG_ERR_FAULT, o.addr, "the frame data of the frame object at 0x%llx is not mapped",
				   (unsigned long long)o.addr);
	return *owner == OWNER_FRAME_OBJECT ? kg_iframe_edges(h, iframe, sink) : NULL;
}

static const struct kg_member frame_members[] = {
	KG_VISIT("f_back", "f_back"),
	KG_VISIT("f_trace", "f_trace"),
	KG_END,
};

/* Slots that a frame of this code has room for: locals and evaluation stack. */
static struct kg_error *code_slots(const struct kg_heap *h, kg_addr code, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	const uint8_t *p = kg_image_span(h->image, code, (uint64_t)off[F_CODE_SIZE]);
	int32_t named, stack;

	if (!p)
		return kg_error_at(KG_ERR_FAULT, code, "the code object at 0x%llx is not mapped", (unsigned long long)code);
	memcpy(&named, p + off[F_CODE_NLOCALSPLUS], 4);
	memcpy(&stack, p + off[F_CODE_STACKSIZE], 4);
	*ret = (uint64_t)(named < 0 ? 0 : named) + (uint64_t)(stack < 0 ? 0 : stack);
	return NULL;
}

/* CPython 3.11 Objects/frameobject.c frame_sizeof */
static struct kg_error *frame_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	kg_addr code;
	uint64_t slots;
	struct kg_error *err;

	(void)native;
	err = kg_image_read_u64(h->image, kg_obj_addr(o, off[F_FRAME_IFRAME]) + (kg_addr)off[F_IFRAME_CODE], &code);
	if (!err)
		err = code_slots(h, code, &slots);
	if (!err)
		*ret = (uint64_t)(off[F_FRAME_DATA] + off[F_IFRAME_LOCALSPLUS]) + 8 * slots;
	return err;
}

/* Generators, coroutines, asynchronous generators: one struct */

static struct kg_error *gen_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	int8_t state = (int8_t)o.p[offsets(h)[F_GEN_FRAME_STATE]];

	(void)native;
	return state < STATE_CLEARED ? kg_iframe_edges(h, o.addr + (kg_addr)offsets(h)[F_GEN_IFRAME], sink) : NULL;
}

/* CPython 3.11 Objects/genobject.c gen_sizeof */
static struct kg_error *gen_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	uint64_t slots;
	struct kg_error *err = code_slots(h, kg_obj_addr(o, off[F_GEN_CODE]), &slots);

	(void)native;
	if (!err)
		*ret = (uint64_t)(off[F_GEN_IFRAME] + off[F_IFRAME_LOCALSPLUS]) + 8 * slots;
	return err;
}

static const struct kg_member generator_members[] = {
	KG_VISIT("gi_code", "gi_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT("gi_exc_state.exc_value", ".gi_exc_state.exc_value"),
	KG_OWN("gi_origin_or_finalizer", ".gi_origin_or_finalizer"),
	KG_END,
};

static const struct kg_member async_generator_members[] = {
	KG_VISIT("gi_origin_or_finalizer", ".ag_origin_or_finalizer"),
	KG_VISIT("gi_code", "ag_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT("gi_exc_state.exc_value", ".gi_exc_state.exc_value"),
	KG_END,
};

/* type: a static one is not shown to the collector, kg_decode() sees to that */

static const struct kg_member type_members[] = {
	KG_VISIT("tp_dict", "__dict__"),
	KG_VISIT("tp_cache", ".tp_cache"),
	KG_VISIT("tp_mro", "__mro__"),
	KG_VISIT("tp_bases", "__bases__"),
	KG_OWN("tp_subclasses", ".tp_subclasses"),
	KG_END,
};

/* Names of attributes that instances share: the class's key table owns them. */
static void type_cached_names(const struct kg_heap *h, kg_addr keys, struct kg_sink *sink)
{
	struct kg_keys k;
	struct kg_error *err = kg_keys_read(h, keys, &k);

	for (int64_t i = 0; !err && i < k.n; i++) {
		kg_addr name;

		memcpy(&name, k.p + i * k.entry_size + k.key_offset, sizeof(name));
		kg_sink_edge(sink, name, KG_EDGE_OWNED, (struct kg_label){KG_LABEL_ITEM, {.index = (uint64_t)i}, ".ht_cached_keys"});
	}
	kg_error_destroy(err);
}

static struct kg_error *type_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	const int32_t *off = offsets(h);
	bool heap_type = kg_obj_u64(o, off[F_TYPE_FLAGS]) >> 9 & 1;

	(void)native;
	if (!heap_type || o.avail < (uint64_t)off[F_HEAPTYPE_SIZE]) {
		/* CPython 3.11 Objects/typeobject.c type_ready_set_bases: a static type's base is not counted */
		kg_sink_edge(sink, kg_obj_addr(o, off[F_TYPE_BASE]), KG_EDGE_WEAK, KG_TEXT("__base__"));
		return NULL;
	}
	kg_sink_visit(sink, kg_obj_addr(o, off[F_TYPE_BASE]), "__base__");
	kg_sink_visit(sink, kg_obj_addr(o, off[F_HEAPTYPE_MODULE]), ".ht_module");
	kg_sink_own(sink, kg_obj_addr(o, off[F_HEAPTYPE_NAME]), "__name__");
	kg_sink_own(sink, kg_obj_addr(o, off[F_HEAPTYPE_QUALNAME]), "__qualname__");
	kg_sink_own(sink, kg_obj_addr(o, off[F_HEAPTYPE_SLOTS]), ".ht_slots");
	if (kg_obj_addr(o, off[F_HEAPTYPE_CACHED_KEYS]))
		type_cached_names(h, kg_obj_addr(o, off[F_HEAPTYPE_CACHED_KEYS]), sink);
	return NULL;
}

/* CPython 3.11 Objects/typeobject.c type___sizeof___impl */
static struct kg_error *type_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	struct kg_error *err;
	struct kg_keys k;
	kg_addr keys;

	(void)native;
	if (!(kg_obj_u64(o, off[F_TYPE_FLAGS]) >> 9 & 1) || o.avail < (uint64_t)off[F_HEAPTYPE_SIZE]) {
		*ret = (uint64_t)off[F_TYPE_SIZE];
		return NULL;
	}
	*ret = (uint64_t)off[F_HEAPTYPE_SIZE];
	keys = kg_obj_addr(o, off[F_HEAPTYPE_CACHED_KEYS]);
	if (!keys)
		return NULL;
	err = kg_keys_read(h, keys, &k);
	if (!err)
		*ret += kg_keys_size(h, &k);
	return err;
}

/* module: its C state is shown by the module's own m_traverse */

static const struct kg_member module_members[] = {
	KG_VISIT("md_dict", "__dict__"),
	KG_OWN("md_name", ".md_name"),
	KG_END,
};

static struct kg_error *state_guess(const struct kg_heap *h, kg_addr state, uint64_t size, struct kg_sink *sink)
{
	const uint8_t *p;
	struct kg_error *err;

	if (size > STATE_MAX)
		size = STATE_MAX;
	err = kg_heap_array(h, state, size / 8, 8, (const void **)&p);
	if (err)
		return err;
	for (uint64_t at = 0; at + 8 <= size; at += 8) {
		kg_addr target;

		memcpy(&target, p + at, sizeof(target));
		if (target && !(target & 7) && kg_image_segment(h->image, target))
			kg_sink_edge(sink, target, KG_EDGE_GUESS, (struct kg_label){KG_LABEL_WORD, {.index = at}, NULL});
	}
	return NULL;
}

struct kg_error *kg_module_state_edges(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	const int32_t *off = offsets(h);
	kg_addr def = kg_obj_addr(o, off[F_MODULE_DEF]), state = kg_obj_addr(o, off[F_MODULE_STATE]);
	const struct kg_state_layout *ms;
	struct kg_obj d = {.addr = def};
	const uint8_t *p;
	int64_t size;

	if (!def)
		return NULL;
	d.p = kg_image_avail(h->image, def, &d.avail);
	if (d.avail < (uint64_t)off[F_MODULEDEF_TRAVERSE] + 8)
		return kg_error_at(KG_ERR_FAULT, def, "the definition of the module at 0x%llx is not mapped",
				   (unsigned long long)o.addr);
	size = kg_obj_i64(d, off[F_MODULEDEF_SIZE]);
	if (size <= 0 || !state)
		return NULL;
	ms = kg_module_state((struct kg_heap *)h, d);
	if (!ms)
		return state_guess(h, state, (uint64_t)size, sink);
	p = kg_image_span(h->image, state, (uint64_t)size);
	if (!p)
		return kg_error_at(KG_ERR_FAULT, state, "the state of the module at 0x%llx is not mapped", (unsigned long long)o.addr);
	return kg_decode_steps(h, o, p, ms->steps, ms->nsteps, sink);
}

static struct kg_error *module_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	(void)native;
	return kg_module_state_edges(h, o, sink);
}

const struct kg_type_ops kg_types_code[] = {
	{.name = "code", .strct = "PyCodeObject", .members = code_members, .size = code_size},
	{.name = "frame", .strct = "PyFrameObject",
	 .members = frame_members, .edges = frame_edges, .size = frame_size},
	{.name = "generator", .strct = "PyGenObject",
	 .members = generator_members, .edges = gen_edges, .size = gen_size},
	{.name = "coroutine", .strct = "PyGenObject",
	 .members = generator_members, .edges = gen_edges, .size = gen_size},
	{.name = "async_generator", .strct = "PyGenObject",
	 .members = async_generator_members, .edges = gen_edges, .size = gen_size},
	{.name = "type", .strct = "PyTypeObject", .members = type_members, .edges = type_edges, .size = type_size},
	{.name = "module", .strct = "PyModuleObject", .members = module_members, .edges = module_edges},
	{0},
};

const struct kg_module_ops kg_modules_code[] = {{0}};
