/*
 * Does the layout fit this image? Asked once. What cannot be read proves nothing;
 * what reads wrong refuses the layout.
 */
#include <string.h>

#include "base/strbuf.h"
#include "cpython/cpython_priv.h"

static struct kg_error *refused(const struct kg_runtime *rt, const char *what)
{
	char text[24];

	return kg_error_create(KG_ERR_TARGET, "the layout of CPython %s (%s) does not fit this process: %s",
			       kg_version_text(rt->layout->version, text),
			       rt->layout->source == KG_LAYOUT_DWARF ? "from its debug information" : rt->layout->table,
			       what);
}

/* Whether tp_name of the type at @type reads @name; true when the core lacks it. */
static bool type_called(const struct kg_runtime *rt, kg_addr type, const char *name)
{
	kg_addr text = kg_runtime_word(rt, type + rt->layout->off[F_TYPE_NAME]);
	char buf[16];
	struct kg_error *err = kg_image_read_cstr(rt->image, text, buf, sizeof(buf));
	bool fits = err ? kg_image_left_out(rt->image, type) || kg_image_left_out(rt->image, text) : !strcmp(buf, name);

	kg_error_destroy(err);
	return fits;
}

static struct kg_error *types_check(const struct kg_runtime *rt)
{
	const struct kg_layout *lay = rt->layout;
	kg_addr base;

	if (kg_image_left_out(rt->image, rt->type_type + lay->off[F_OBJECT_TYPE]))
		return NULL;
	if (!rt->type_type || kg_runtime_word(rt, rt->type_type + lay->off[F_OBJECT_TYPE]) != rt->type_type)
		return refused(rt, "type is not its own type");
	if (!type_called(rt, rt->type_type, "type"))
		return refused(rt, "the name of type does not read \"type\"");
	base = kg_runtime_word(rt, rt->type_type + lay->off[F_TYPE_BASE]);
	if (!type_called(rt, base, "object"))
		return refused(rt, "the name of object does not read \"object\"");
	return NULL;
}

enum link { LINK_SOUND, LINK_UNREADABLE, LINK_BROKEN };

/* Does the neighbor that field @there of @head leads to point back by @back? Links carry flag bits. */
static enum link link_state(const struct kg_runtime *rt, kg_addr head, enum kg_field there, enum kg_field back)
{
	const int32_t *off = rt->layout->off;
	uint64_t flags = rt->layout->facts->gc_flag_bits, word;
	kg_addr next = kg_runtime_word(rt, head + off[there]) & ~flags;
	struct kg_error *err = kg_image_read_u64(rt->image, next + off[back], &word);

	kg_error_destroy(err);
	if (err)
		return kg_image_left_out(rt->image, next) || kg_image_left_out(rt->image, head) ? LINK_UNREADABLE : LINK_BROKEN;
	return (word & ~flags) == head ? LINK_SOUND : LINK_BROKEN;
}

/* One sound list is proof enough: a damaged one is damage, not another layout. */
static struct kg_error *collector_check(const struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr interp = kg_runtime_word(rt, rt->addr + off[F_RUNTIME_INTERPRETERS_HEAD]);
	kg_addr gc = kg_layout_has(rt->layout, F_INTERP_GC) ? interp + off[F_INTERP_GC] : rt->addr + off[F_RUNTIME_GC];
	kg_addr lists = gc + off[F_GC_GENERATIONS] + off[F_GENERATION_HEAD];
	bool broken = false;

	if (!interp)
		return NULL;
	for (int i = 0; i < KG_GENERATIONS; i++) {
		kg_addr head = lists + (kg_addr)i * off[F_GENERATION_SIZE];
		enum link next = link_state(rt, head, F_GCHEAD_NEXT, F_GCHEAD_PREV);
		enum link prev = link_state(rt, head, F_GCHEAD_PREV, F_GCHEAD_NEXT);

		if (next == LINK_SOUND && prev == LINK_SOUND)
			return NULL;
		broken |= next == LINK_BROKEN || prev == LINK_BROKEN;
	}
	return broken ? refused(rt, "none of the collector's lists is linked") : NULL;
}

/* What reading a process cannot do without. */
static const struct {
	enum kg_field field;
	const char *name;
} needed[] = {
	{F_OBJECT_TYPE, "PyObject.ob_type"},
	{F_OBJECT_REFCNT, "PyObject.ob_refcnt"},
	{F_VAR_SIZE, "PyVarObject.ob_size"},
	{F_TYPE_NAME, "PyTypeObject.tp_name"},
	{F_TYPE_BASE, "PyTypeObject.tp_base"},
	{F_TYPE_FLAGS, "PyTypeObject.tp_flags"},
	{F_GCHEAD_NEXT, "PyGC_Head._gc_next"},
	{F_GCHEAD_PREV, "PyGC_Head._gc_prev"},
	{F_RUNTIME_INTERPRETERS_HEAD, "_PyRuntimeState.interpreters.head"},
	{F_RUNTIME_INTERPRETERS_MAIN, "_PyRuntimeState.interpreters.main"},
	{F_INTERP_NEXT, "PyInterpreterState.next"},
	{F_INTERP_ID, "PyInterpreterState.id"},
	{F_INTERP_THREADS_HEAD, "PyInterpreterState.threads.head"},
	{F_INTERP_SYSDICT, "PyInterpreterState.sysdict"},
	{F_GC_GENERATIONS, "_gc_runtime_state.generations"},
	{F_GENERATION_SIZE, "gc_generation"},
	{F_GENERATION_HEAD, "gc_generation.head"},
	{F_THREAD_NEXT, "PyThreadState.next"},
	{F_THREAD_INTERP, "PyThreadState.interp"},
};

struct kg_error *kg_layout_check(const struct kg_layout *lay)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(needed); i++) {
		if (!kg_layout_has(lay, needed[i].field))
			return kg_error_create(KG_ERR_TARGET, "the interpreter's debug information has no %s: it is stripped "
					       "or of a kind kedge does not know; try --no-dwarf", needed[i].name);
	}
	if (!kg_layout_has(lay, F_INTERP_GC) && !kg_layout_has(lay, F_RUNTIME_GC))
		return kg_error_create(KG_ERR_TARGET, "the interpreter's debug information has no state of the collector, neither "
				       "in PyInterpreterState nor in _PyRuntimeState; try --no-dwarf");
	return NULL;
}

/*
 * Debian's 3.13 aligns GC headers to four bytes, which moves the lists and nothing else: where a table was made from
 * the other kind of build, the lists themselves tell. They stand behind a pointer and three ints: 3.13
 * Include/internal/pycore_gc.h, struct _gc_runtime_state.
 */
static struct kg_error *collector_find(const struct kg_runtime *rt)
{
	enum { ALIGNED_8 = 24, ALIGNED_4 = 20 };
	int32_t *at = &rt->layout->off[F_GC_GENERATIONS], known = *at;
	struct kg_error *err = collector_check(rt), *other;

	if (!err || rt->layout->source == KG_LAYOUT_DWARF || (known != ALIGNED_8 && known != ALIGNED_4))
		return err;
	*at = ALIGNED_8 + ALIGNED_4 - known;
	other = collector_check(rt);
	if (!other) {
		kg_error_destroy(err);
		return NULL;
	}
	kg_error_destroy(other);
	*at = known;
	return err;
}

struct kg_error *kg_layout_validate(const struct kg_runtime *rt)
{
	struct kg_error *err = types_check(rt);

	return err || !rt->layout->facts->gc_lists ? err : collector_find(rt);
}

static bool is_a(const struct kg_runtime *rt, kg_addr object, const char *type)
{
	return object && type_called(rt, kg_runtime_word(rt, object + rt->layout->off[F_OBJECT_TYPE]), type);
}

static bool tuples_fit(const struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr mro = kg_runtime_word(rt, rt->type_type + off[F_TYPE_MRO]);

	return kg_layout_has(rt->layout, F_TYPE_MRO) && is_a(rt, mro, "tuple") && kg_runtime_word(rt, mro + off[F_VAR_SIZE]) == 2 &&
	       kg_runtime_word(rt, mro + off[F_TUPLE_ITEM]) == rt->type_type;
}

/* The sys module's dict has entries, and no more than its key table holds. */
static bool dicts_fit(const struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr dict = kg_runtime_word(rt, rt->interps[0].addr + off[F_INTERP_SYSDICT]), keys;
	uint64_t used;

	if (!is_a(rt, dict, "dict"))
		return false;
	used = kg_runtime_word(rt, dict + off[F_DICT_USED]);
	keys = kg_runtime_word(rt, dict + off[F_DICT_KEYS]);
	return used > 16 && used < 4096 && kg_runtime_word(rt, keys + off[F_KEYS_REFCNT]) == 1 &&
	       kg_runtime_word(rt, keys + off[F_KEYS_NENTRIES]) >= used &&
	       kg_runtime_word(rt, keys + off[F_KEYS_NENTRIES]) < 8192;
}

static bool frames_fit(const struct kg_runtime *rt)
{
	bool fit = true;

	for (uint32_t i = 0; i < rt->nthreads && fit; i++) {
		struct kg_frame f;
		struct kg_error *err = rt->threads[i].frame ? kg_frame_read(rt, rt->threads[i].frame, &f) : NULL;

		fit = !err && (!rt->threads[i].frame || is_a(rt, f.code, "code"));
		kg_error_destroy(err);
	}
	return fit;
}

static bool threads_fit(const struct kg_runtime *rt)
{
	uint32_t known = 0;

	for (uint32_t i = 0; i < rt->nthreads; i++)
		known += rt->threads[i].os != NULL;
	return rt->nthreads && known == rt->nthreads;
}

/* Each thread's heaps carry their own numbers, and all lead to the same state of the allocator. */
static bool heaps_fit(const struct kg_runtime *rt)
{
	enum { HEAPS = 4 };
	const int32_t *off = rt->layout->off;

	for (uint32_t i = 0; i < rt->nthreads; i++) {
		kg_addr heaps = rt->threads[i].addr + (kg_addr)off[F_THREADIMPL_HEAPS];
		kg_addr tld = kg_runtime_word(rt, heaps + (kg_addr)off[F_MIHEAP_TLD]);

		if (!kg_runtime_int(rt, rt->threads[i].addr + (kg_addr)off[F_THREADIMPL_INITIALIZED], 0))
			continue;
		for (uint64_t k = 0; k < HEAPS; k++) {
			kg_addr heap = heaps + k * (kg_addr)off[F_MIHEAP_SIZE];
			uint8_t tag = UINT8_MAX;

			kg_error_destroy(kg_image_read(rt->image, heap + (kg_addr)off[F_MIHEAP_TAG], &tag, 1));
			if (tag != k || !tld || kg_runtime_word(rt, heap + (kg_addr)off[F_MIHEAP_TLD]) != tld)
				return false;
		}
	}
	return true;
}

static bool allocator_fits(const struct kg_runtime *rt)
{
	return kg_layout_has(rt->layout, F_MIHEAP_TAG) && kg_layout_has(rt->layout, F_MIHEAP_TLD) && heaps_fit(rt);
}

/* What a layout of another version is held against, beside types and the collector's lists. */
static const struct {
	const char *name;
	bool (*fits)(const struct kg_runtime *rt);
	bool free_threaded; /* of such builds alone */
} probes[] = {
	{"tuples", tuples_fit, false}, {"dicts", dicts_fit, false}, {"threads", threads_fit, false},
	{"frames", frames_fit, false}, {"allocator", allocator_fits, true},
};

/* What an unknown version or build is read as. */
static void say_nearest(const struct kg_layout *lay, struct kg_strbuf *sb)
{
	char text[24], known[24];
	uint32_t since = lay->facts->since;

	kg_strbuf_printf(sb, "this kedge does not know CPython %s (known: %s): ", kg_version_text(lay->version, text),
			 kg_versions_known(known));
	if (lay->source == KG_LAYOUT_DWARF)
		kg_strbuf_puts(sb, "its structs are from its debug information");
	else
		kg_strbuf_printf(sb, "its structs are taken to be those of %s", lay->table);
	kg_strbuf_printf(sb, ", all else is taken to be as in %u.%u", since >> 16, since >> 8 & 0xff);
}

struct kg_error *kg_layout_probe(struct kg_runtime *rt)
{
	struct kg_strbuf sb = {0}, bad = {0};

	if (!rt->layout->nearest)
		return NULL;
	say_nearest(rt->layout, &sb);
	kg_strbuf_puts(&sb, "; held against this process fit: types, collector");
	for (size_t i = 0; i < KG_ARRAY_SIZE(probes); i++) {
		bool fits;

		if (probes[i].free_threaded && !rt->layout->free_threaded)
			continue;
		fits = probes[i].fits(rt);
		kg_strbuf_printf(fits ? &sb : &bad, "%s%s", fits || bad.len ? ", " : "", probes[i].name);
		/* Frames of the wrong shape would only mislead. */
		for (uint32_t t = 0; !fits && probes[i].fits == frames_fit && t < rt->nthreads; t++)
			rt->threads[t].frame = 0;
	}
	if (bad.len)
		kg_strbuf_printf(&sb, "; do not fit, so that what is said of them is wrong or missing: %s", kg_strbuf_text(&bad));
	rt->unknown = strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	kg_strbuf_deinit(&bad);
	return rt->unknown ? NULL : kg_error_nomem();
}
