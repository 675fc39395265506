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

/* Whether tp_name of the type at @type reads @name; true when it cannot be read. */
static bool type_called(const struct kg_runtime *rt, kg_addr type, const char *name)
{
	kg_addr text = kg_runtime_word(rt, type + rt->layout->off[F_TYPE_NAME]);
	char buf[16];
	struct kg_error *err = kg_image_read_cstr(rt->image, text, buf, sizeof(buf));
	bool fits = err ? err->code == KG_ERR_FAULT && text : !strcmp(buf, name);

	kg_error_destroy(err);
	return fits;
}

static struct kg_error *types_check(const struct kg_runtime *rt)
{
	const struct kg_layout *lay = rt->layout;
	kg_addr base;

	if (!rt->type_type || kg_runtime_word(rt, rt->type_type + lay->off[F_OBJECT_TYPE]) != rt->type_type)
		return refused(rt, "type is not its own type");
	if (!type_called(rt, rt->type_type, "type"))
		return refused(rt, "the name of type does not read \"type\"");
	base = kg_runtime_word(rt, rt->type_type + lay->off[F_TYPE_BASE]);
	if (!base || !type_called(rt, base, "object"))
		return refused(rt, "the name of object does not read \"object\"");
	return NULL;
}

/* A list head whose two neighbors point back at it; the links carry flag bits. */
static bool list_linked(const struct kg_runtime *rt, kg_addr head)
{
	const struct kg_layout *lay = rt->layout;
	uint64_t flags = rt->priv->info->gc_flag_bits;
	kg_addr next = kg_runtime_word(rt, head + lay->off[F_GCHEAD_NEXT]) & ~flags;
	kg_addr prev = kg_runtime_word(rt, head + lay->off[F_GCHEAD_PREV]) & ~flags;

	return next && prev && (kg_runtime_word(rt, next + lay->off[F_GCHEAD_PREV]) & ~flags) == head &&
	       (kg_runtime_word(rt, prev + lay->off[F_GCHEAD_NEXT]) & ~flags) == head;
}

/* One sound list is proof enough: a damaged one is damage, not another layout. */
static struct kg_error *collector_check(const struct kg_runtime *rt)
{
	const struct kg_layout *lay = rt->layout;
	kg_addr interp = kg_runtime_word(rt, rt->addr + lay->off[F_RUNTIME_INTERPRETERS_HEAD]);
	kg_addr heads = interp + lay->off[F_INTERP_GC] + lay->off[F_GC_GENERATIONS];

	for (int i = 0; i < KG_GENERATIONS; i++)
		if (list_linked(rt, heads + (kg_addr)i * lay->off[F_GENERATION_SIZE] + lay->off[F_GENERATION_HEAD]))
			return NULL;
	return refused(rt, "none of the collector's lists is linked");
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
