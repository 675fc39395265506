/*
 * Does the layout fit this image? Asked once. What cannot be read proves nothing;
 * what reads wrong refuses the layout.
 */
#include <string.h>

#include "cpython/cpython_priv.h"

static struct kg_error *refused(const struct kg_runtime *rt, const char *what)
{
	char text[24];

	return kg_error_create(KG_ERR_TARGET, "the layout of CPython %s (%s) does not fit this process: %s",
			       kg_version_text(rt->layout->version, text),
			       rt->layout->source == KG_LAYOUT_TABLE ? rt->layout->table : "from its debug information",
			       what);
}

/* Whether the core is known to lack the bytes at @addr: an address that was never mapped is no excuse. */
static bool left_out(const struct kg_image *img, kg_addr addr)
{
	for (size_t i = 0; i < img->ngaps; i++)
		if (addr >= img->gaps[i].start && addr < img->gaps[i].end)
			return true;
	return false;
}

/* Whether tp_name of the type at @type reads @name; true when the core lacks it. */
static bool type_called(const struct kg_runtime *rt, kg_addr type, const char *name)
{
	kg_addr text = kg_runtime_word(rt, type + rt->layout->off[F_TYPE_NAME]);
	char buf[16];
	struct kg_error *err = kg_image_read_cstr(rt->image, text, buf, sizeof(buf));
	bool fits = err ? left_out(rt->image, type) || left_out(rt->image, text) : !strcmp(buf, name);

	kg_error_destroy(err);
	return fits;
}

static struct kg_error *types_check(const struct kg_runtime *rt)
{
	const struct kg_layout *lay = rt->layout;
	kg_addr base;

	if (left_out(rt->image, rt->type_type + lay->off[F_OBJECT_TYPE]))
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
	uint64_t flags = rt->priv->info->gc_flag_bits, word;
	kg_addr next = kg_runtime_word(rt, head + off[there]) & ~flags;
	struct kg_error *err = kg_image_read_u64(rt->image, next + off[back], &word);

	kg_error_destroy(err);
	if (err)
		return left_out(rt->image, next) || left_out(rt->image, head) ? LINK_UNREADABLE : LINK_BROKEN;
	return (word & ~flags) == head ? LINK_SOUND : LINK_BROKEN;
}

/* One sound list is proof enough: a damaged one is damage, not another layout. */
static struct kg_error *collector_check(const struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr interp = kg_runtime_word(rt, rt->addr + off[F_RUNTIME_INTERPRETERS_HEAD]);
	kg_addr lists = interp + off[F_INTERP_GC] + off[F_GC_GENERATIONS] + off[F_GENERATION_HEAD];
	bool broken = false;

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
	{F_INTERP_GC, "PyInterpreterState.gc"},
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
	return NULL;
}

struct kg_error *kg_layout_validate(const struct kg_runtime *rt)
{
	struct kg_error *err = types_check(rt);

	return err ? err : collector_check(rt);
}
