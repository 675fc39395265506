/* What runs: code objects, frames, generators and coroutines; types; modules. */
#include "heap/heap_priv.h"

#include "cpython/frame.h"

#include <stdlib.h>

#define OWNER_FRAME_OBJECT 2
#define SLOTS_MAX (1 << 20)

static const int32_t *offsets(const struct kg_heap *h)
{
	return h->rt->layout->off;
}

/* code: the collector is shown nothing, but in free-threaded builds, where it is the collector's, its constants */

static const struct kg_member code_members[] = {
	KG_OWN("co_names", "co_names"),
	KG_OWN_OPT("co_localsplusnames", ".co_localsplusnames"),
	KG_OWN_OPT("co_localspluskinds", ".co_localspluskinds"),
	KG_OWN_OPT("co_code", "co_code"),
	KG_OWN_OPT("co_varnames", "co_varnames"),
	KG_OWN_OPT("co_cellvars", "co_cellvars"),
	KG_OWN_OPT("co_freevars", "co_freevars"),
	KG_OWN("co_filename", "co_filename"),
	KG_OWN("co_name", "co_name"),
	KG_OWN_OPT("co_qualname", "co_qualname"),
	KG_OWN_OPT("co_linetable", "co_linetable"),
	KG_OWN_OPT("co_lnotab", "co_lnotab"),
	KG_OWN_OPT("co_exceptiontable", "co_exceptiontable"),
	KG_OWN_OPT("_co_code", "._co_code"),
	KG_END,
};

/* Arrays beside the object, up to 3.10: where cell variables are arguments, and the caches of hot code (3.8 on). */
static uint64_t code_arrays(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = offsets(h);
	uint64_t size = 0, n;
	kg_addr cells;

	if (kg_layout_has(h->rt->layout, F_CODE_CELL2ARG) && kg_obj_addr(o, off[F_CODE_CELL2ARG])) {
		cells = kg_obj_addr(o, off[F_CODE_CELLVARS]);
		if (!kg_image_read_u64(h->image, cells + (kg_addr)off[F_VAR_SIZE], &n) && n < SLOTS_MAX)
			size += 8 * n;
	}
	if (kg_layout_has(h->rt->layout, F_CODE_OPCACHE) && kg_layout_has(h->rt->layout, F_OPCACHE_SIZE) &&
	    kg_obj_addr(o, off[F_CODE_OPCACHE])) {
		cells = kg_obj_addr(o, off[F_CODE_BYTECODE]);
		if (!kg_image_read_u64(h->image, cells + (kg_addr)off[F_VAR_SIZE], &n) && n < UINT32_MAX)
			size += n / 2;
		size += (uint64_t)o.p[off[F_CODE_OPCACHE_SIZE]] * (uint64_t)off[F_OPCACHE_SIZE];
	}
	return size;
}

/* co_code, co_varnames and their like, made when first asked for: since 3.12 in a struct of their own. */
static struct kg_error *code_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	const int32_t *off = offsets(h);
	kg_addr cached;

	(void)native;
	kg_sink_edge(sink, kg_obj_addr(o, off[F_CODE_CONSTS]), o.type->gc ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED,
		     KG_TEXT("co_consts"));
	if (!kg_layout_has(h->rt->layout, F_CODE_CACHED) || !kg_layout_has(h->rt->layout, F_COCACHED_SIZE))
		return NULL;
	cached = kg_obj_addr(o, off[F_CODE_CACHED]);
	return cached ? kg_heap_push_items(h, cached, off[F_COCACHED_SIZE] / 8, KG_EDGE_OWNED, "._co_cached", sink) : NULL;
}

static struct kg_error *code_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	kg_addr extra = kg_obj_addr(o, offsets(h)[F_CODE_EXTRA]);
	uint64_t size = ((kg_heap_default_size(h, o) + 7) & ~UINT64_C(7)) + code_arrays(h, o), n = 0;

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

/*
 * A word of a frame's slot. What the slot only borrows is shown to the collector and not counted: to the graph no
 * reference (the one it borrows from is there), to who asks for this object's referents one like the others.
 */
static kg_addr push_slot(const struct kg_heap *h, uint64_t word, enum kg_edge_kind kind, struct kg_label label,
			 struct kg_sink *sink)
{
	bool counted;
	kg_addr target = kg_frame_slot(h->rt->layout, word, &counted);

	/* A free-threaded build has such references to what is not freed by its count, and there they hold it. */
	if (!counted && kind == KG_EDGE_TRAVERSE && sink->uncounted && target) {
		sink->uncounted(sink->uncounted_arg, target);
		counted = true;
	}
	kg_sink_edge(sink, target, counted || sink->label ? kind : KG_EDGE_WEAK, label);
	return target;
}

/* Slots in use, -1 when the frame runs and its stack pointer is in a register. */
static int64_t slots_in_use(const struct kg_heap *h, struct kg_obj f)
{
	const int32_t *off = offsets(h);
	uint64_t bytes;

	if (!kg_layout_tagged_slots(h->rt->layout))
		return (int32_t)kg_obj_u32(f, off[F_IFRAME_STACKTOP]);
	if (!kg_obj_addr(f, off[F_IFRAME_STACKPOINTER]))
		return -1;
	bytes = kg_obj_addr(f, off[F_IFRAME_STACKPOINTER]) - (f.addr + (kg_addr)off[F_IFRAME_LOCALSPLUS]);
	return bytes % 8 ? -1 : (int64_t)(bytes / 8);
}

struct kg_error *kg_iframe_edges(const struct kg_heap *h, kg_addr addr, struct kg_sink *sink)
{
	const int32_t *off = offsets(h);
	struct kg_obj f = {.addr = addr};
	enum kg_edge_kind kind = KG_EDGE_TRAVERSE;
	const uint8_t *nlocals;
	uint32_t named = 0;
	kg_addr code;
	int64_t top;

	f.p = kg_image_avail(h->image, addr, &f.avail);
	if (f.avail < (uint64_t)off[F_IFRAME_LOCALSPLUS])
		return kg_error_at(KG_ERR_FAULT, addr, "the frame at 0x%llx is not mapped", (unsigned long long)addr);
	kg_sink_visit(sink, kg_obj_addr(f, off[F_IFRAME_FRAME_OBJ]), ".frame_obj");
	kg_sink_visit(sink, kg_obj_addr(f, off[F_IFRAME_LOCALS]), "f_locals");
	push_slot(h, kg_obj_addr(f, off[F_IFRAME_FUNC]), KG_EDGE_TRAVERSE, KG_TEXT(".f_func"), sink);
	code = push_slot(h, kg_obj_addr(f, off[F_IFRAME_CODE]), KG_EDGE_TRAVERSE, KG_TEXT("f_code"), sink);
	top = slots_in_use(h, f);
	nlocals = kg_image_span(h->image, code + (kg_addr)off[F_CODE_NLOCALSPLUS], 4);
	if (nlocals)
		memcpy(&named, nlocals, 4);
	if (top < 0) {
		/* It runs: the collector is not shown its slots, but it owns them. */
		kind = KG_EDGE_OWNED;
		top = (int32_t)named;
	}
	if (top > SLOTS_MAX || f.avail - (uint64_t)off[F_IFRAME_LOCALSPLUS] < 8 * (uint64_t)top)
		return kg_error_at(KG_ERR_CORRUPT, addr, "the frame at 0x%llx has %lld slots, more than is mapped",
				   (unsigned long long)addr, (long long)top);
	for (int64_t i = 0; i < top; i++) {
		uint64_t word = kg_obj_u64(f, off[F_IFRAME_LOCALSPLUS] + 8 * i);
		kg_addr name = word && sink->label && i < named ? slot_name(h, code, (int32_t)i) : 0;

		push_slot(h, word, kind,
			  name ? KG_AT(KG_LABEL_LOCAL, name) : (struct kg_label){KG_LABEL_ITEM, {.index = (uint64_t)i}, "stack"}, sink);
	}
	return NULL;
}

/* A frame object of 3.8 to 3.10: all named slots, and what is known of the stack. */
static struct kg_error *frame_slots(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	struct kg_frame f;
	struct kg_code code;
	struct kg_error *err = kg_frame_read(h->rt, o.addr, &f);
	const uint8_t *p;

	if (!err)
		err = kg_code_read(h->rt, f.code, &code);
	if (!err)
		err = kg_heap_array(h, f.slots, f.nslots, 8, (const void **)&p);
	for (uint32_t i = 0; !err && i < f.nslots; i++) {
		kg_addr target, name;

		memcpy(&target, p + 8 * (size_t)i, sizeof(target));
		name = target && sink->label && i < f.nlocals ? kg_code_slot_name(h->rt, &code, i) : 0;
		kg_sink_edge(sink, target, KG_EDGE_TRAVERSE,
			     name ? KG_AT(KG_LABEL_LOCAL, name) : (struct kg_label){KG_LABEL_ITEM, {.index = i}, "stack"});
	}
	return err;
}

static struct kg_error *frame_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	const uint8_t *owner;
	kg_addr iframe;

	(void)native;
	if (kg_facts(h)->frames == KG_FRAMES_OBJECTS)
		return frame_slots(h, o, sink);
	iframe = kg_obj_addr(o, offsets(h)[F_FRAME_IFRAME]);
	owner = kg_image_span(h->image, iframe + (kg_addr)offsets(h)[F_IFRAME_OWNER], 1);
	if (!owner)
		return kg_error_at(KG_ERR_FAULT, o.addr, "the frame data of the frame object at 0x%llx is not mapped",
				   (unsigned long long)o.addr);
	return *owner == OWNER_FRAME_OBJECT ? kg_iframe_edges(h, iframe, sink) : NULL;
}

static const struct kg_member frame_members[] = {
	KG_VISIT("f_back", "f_back"),
	KG_VISIT_OPT("f_code", "f_code"),
	KG_VISIT_OPT("f_builtins", "f_builtins"),
	KG_VISIT_OPT("f_globals", "f_globals"),
	KG_VISIT_OPT("f_locals", "f_locals"),
	KG_VISIT("f_trace", "f_trace"),
	KG_VISIT_OPT("f_extra_locals", ".f_extra_locals"),
	KG_VISIT_OPT("f_locals_cache", ".f_locals_cache"),
	KG_VISIT_OPT("f_overwritten_fast_locals", ".f_overwritten_fast_locals"),
	KG_END,
};

/* Slots that a frame of this code has room for: locals and evaluation stack. */
static struct kg_error *code_slots(const struct kg_heap *h, kg_addr code, uint64_t *ret)
{
	struct kg_code c;
	struct kg_error *err = kg_code_read(h->rt, code, &c);

	if (!err)
		*ret = (uint64_t)c.nlocalsplus + c.stacksize;
	return err;
}

/* CPython Objects/frameobject.c frame_sizeof; up to 3.10 the struct has room for one slot already */
static struct kg_error *frame_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	kg_addr code;
	uint64_t slots;
	struct kg_error *err;
	bool counted;

	(void)native;
	if (kg_facts(h)->frames == KG_FRAMES_OBJECTS) {
		err = code_slots(h, kg_obj_addr(o, off[F_FRAME_CODE]), &slots);
		if (!err)
			*ret = (uint64_t)off[F_FRAME_SIZE] + 8 * (slots - 1);
		return err;
	}
	err = kg_image_read_u64(h->image, kg_obj_addr(o, off[F_FRAME_IFRAME]) + (kg_addr)off[F_IFRAME_CODE], &code);
	if (!err)
		err = code_slots(h, kg_frame_slot(h->rt->layout, code, &counted), &slots);
	if (!err)
		*ret = (uint64_t)(off[F_FRAME_DATA] + off[F_IFRAME_LOCALSPLUS]) + 8 * slots;
	return err;
}

/* Generators, coroutines, asynchronous generators: one struct */

static struct kg_error *gen_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	int8_t state = (int8_t)o.p[offsets(h)[F_GEN_FRAME_STATE]];

	(void)native;
	if (state < kg_facts(h)->gen.cleared)
		return kg_iframe_edges(h, o.addr + (kg_addr)offsets(h)[F_GEN_IFRAME], sink);
	/* CPython 3.14 Objects/genobject.c gen_traverse: of a frame that is cleared the code is left */
	if (kg_layout_tagged_slots(h->rt->layout) && o.avail >= (uint64_t)(offsets(h)[F_GEN_IFRAME] + offsets(h)[F_IFRAME_SIZE]))
		push_slot(h, kg_obj_u64(o, offsets(h)[F_GEN_IFRAME] + offsets(h)[F_IFRAME_CODE]), KG_EDGE_TRAVERSE,
			  KG_TEXT("gi_code"), sink);
	return NULL;
}

/* Its code object: since 3.12 the frame alone has it. */
static kg_addr gen_code(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = offsets(h);
	bool counted;

	if (kg_layout_has(h->rt->layout, F_GEN_CODE))
		return kg_obj_addr(o, off[F_GEN_CODE]);
	if (o.avail < (uint64_t)off[F_GEN_IFRAME] + (uint64_t)off[F_IFRAME_SIZE])
		return 0;
	return kg_frame_slot(h->rt->layout, kg_obj_u64(o, off[F_GEN_IFRAME] + off[F_IFRAME_CODE]), &counted);
}

/* CPython 3.11 Objects/genobject.c gen_sizeof */
static struct kg_error *gen_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	const int32_t *off = offsets(h);
	uint64_t slots;
	struct kg_error *err = code_slots(h, gen_code(h, o), &slots);

	(void)native;
	if (!err)
		*ret = (uint64_t)(off[F_GEN_IFRAME] + off[F_IFRAME_LOCALSPLUS]) + 8 * slots;
	return err;
}

/* A generator never fills gi_origin_or_finalizer: what stands there is left from before. */
static const struct kg_member generator_members[] = {
	KG_VISIT_OPT("gi_code", "gi_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT("gi_exc_state.exc_value", ".gi_exc_state.exc_value"),
	KG_END,
};

static const struct kg_member coroutine_members[] = {
	KG_VISIT_OPT("gi_code", "cr_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT("gi_exc_state.exc_value", ".cr_exc_state.exc_value"),
	KG_OWN("gi_origin_or_finalizer", "cr_origin"),
	KG_END,
};

static const struct kg_member async_generator_members[] = {
	KG_VISIT("gi_origin_or_finalizer", ".ag_origin_or_finalizer"),
	KG_VISIT_OPT("gi_code", "ag_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT("gi_exc_state.exc_value", ".gi_exc_state.exc_value"),
	KG_END,
};

/* Up to 3.10 the frame is an object of its own. */
static const struct kg_member old_generator_members[] = {
	KG_VISIT("gi_frame", "gi_frame"),
	KG_VISIT("gi_code", "gi_code"),
	KG_VISIT("gi_name", "__name__"),
	KG_VISIT("gi_qualname", "__qualname__"),
	KG_VISIT_OPT("gi_exc_state.exc_type", ".gi_exc_state.exc_type"),
	KG_VISIT("gi_exc_state.exc_value", ".gi_exc_state.exc_value"),
	KG_VISIT_OPT("gi_exc_state.exc_traceback", ".gi_exc_state.exc_traceback"),
	KG_END,
};

static const struct kg_member old_coroutine_members[] = {
	KG_VISIT("cr_frame", "cr_frame"),
	KG_VISIT("cr_code", "cr_code"),
	KG_VISIT("cr_name", "__name__"),
	KG_VISIT("cr_qualname", "__qualname__"),
	KG_VISIT_OPT("cr_exc_state.exc_type", ".cr_exc_state.exc_type"),
	KG_VISIT("cr_exc_state.exc_value", ".cr_exc_state.exc_value"),
	KG_VISIT_OPT("cr_exc_state.exc_traceback", ".cr_exc_state.exc_traceback"),
	KG_OWN("cr_origin", "cr_origin"),
	KG_END,
};

static const struct kg_member old_async_generator_members[] = {
	KG_VISIT("ag_finalizer", ".ag_finalizer"),
	KG_VISIT("ag_frame", "ag_frame"),
	KG_VISIT("ag_code", "ag_code"),
	KG_VISIT("ag_name", "__name__"),
	KG_VISIT("ag_qualname", "__qualname__"),
	KG_VISIT_OPT("ag_exc_state.exc_type", ".ag_exc_state.exc_type"),
	KG_VISIT("ag_exc_state.exc_value", ".ag_exc_state.exc_value"),
	KG_VISIT_OPT("ag_exc_state.exc_traceback", ".ag_exc_state.exc_traceback"),
	KG_END,
};

/* type: a static one is not shown to the collector, kg_decode() sees to that */

static const struct kg_member type_members[] = {
	KG_VISIT("tp_cache", ".tp_cache"),
	KG_VISIT("tp_mro", "__mro__"),
	KG_VISIT("tp_bases", "__bases__"),
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
		if (kg_type_managed(h, o)) {
			kg_type_state_edges(h, o, sink);
		} else {
			kg_sink_own(sink, kg_obj_addr(o, off[F_TYPE_DICT]), "__dict__");
			kg_sink_own(sink, kg_obj_addr(o, off[F_TYPE_SUBCLASSES]), ".tp_subclasses");
		}
		return NULL;
	}
	kg_sink_visit(sink, kg_obj_addr(o, off[F_TYPE_DICT]), "__dict__");
	kg_sink_own(sink, kg_obj_addr(o, off[F_TYPE_SUBCLASSES]), ".tp_subclasses");
	kg_sink_visit(sink, kg_obj_addr(o, off[F_TYPE_BASE]), "__base__");
	if (kg_layout_has(h->rt->layout, F_HEAPTYPE_MODULE))
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

static struct kg_error *module_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	(void)native;
	return kg_module_state_edges(h, o, sink);
}

const struct kg_type_ops kg_types_code[] = {
	{.name = "code", .strct = "PyCodeObject", .members = code_members, .edges = code_edges,
	 .size = code_size},
	{.name = "frame", .strct = "PyFrameObject",
	 .members = frame_members, .edges = frame_edges, .size = frame_size},
	{.name = "generator", .strct = "PyGenObject", .members = old_generator_members, .until = KG_VERSION(3, 11, 0)},
	{.name = "coroutine", .strct = "PyCoroObject", .members = old_coroutine_members, .until = KG_VERSION(3, 11, 0)},
	{.name = "async_generator", .strct = "PyAsyncGenObject", .members = old_async_generator_members,
	 .until = KG_VERSION(3, 11, 0)},
	{.name = "generator", .strct = "PyGenObject",
	 .members = generator_members, .edges = gen_edges, .size = gen_size},
	{.name = "coroutine", .strct = "PyGenObject",
	 .members = coroutine_members, .edges = gen_edges, .size = gen_size},
	{.name = "async_generator", .strct = "PyGenObject",
	 .members = async_generator_members, .edges = gen_edges, .size = gen_size},
	{.name = "type", .strct = "PyTypeObject", .members = type_members, .edges = type_edges, .size = type_size},
	{.name = "module", .strct = "PyModuleObject", .members = module_members, .edges = module_edges},
	{0},
};

const struct kg_module_ops kg_modules_code[] = {{0}};
