/*
 * References that the interpreter's C state holds: which members of which struct,
 * as data. Borrowed ones that merely repeat another reference (method caches,
 * f_globals, the callable cache) are left out; free lists hold dead objects and
 * are no references. Source: CPython 3.11 Python/pystate.c, interpreter_clear()
 * and PyThreadState_Clear(), and the functions that fill each member.
 */
#include <string.h>

#include "cpython/cpython_priv.h"

enum holder { HOLDER_INTERP, HOLDER_THREAD };

/* A member that is one object pointer, or ends in ".": all pointers below it. */
struct ref_member {
	enum holder holder;
	const char *member;
	const char *owner;
	bool borrowed;
};

static const struct ref_member members[] = {
	{HOLDER_INTERP, "modules", "interpreter", false},
	{HOLDER_INTERP, "modules_by_index", "interpreter", false},
	{HOLDER_INTERP, "sysdict", "interpreter", false},
	{HOLDER_INTERP, "builtins", "interpreter", false},
	{HOLDER_INTERP, "importlib", "interpreter", false},
	{HOLDER_INTERP, "codec_search_path", "interpreter", false},
	{HOLDER_INTERP, "codec_search_cache", "interpreter", false},
	{HOLDER_INTERP, "codec_error_registry", "interpreter", false},
	{HOLDER_INTERP, "dict", "interpreter", false},
	{HOLDER_INTERP, "builtins_copy", "interpreter", false},
	{HOLDER_INTERP, "import_func", "interpreter", false},
	{HOLDER_INTERP, "before_forkers", "interpreter", false},
	{HOLDER_INTERP, "after_forkers_parent", "interpreter", false},
	{HOLDER_INTERP, "after_forkers_child", "interpreter", false},
	{HOLDER_INTERP, "audit_hooks", "interpreter", false},
	{HOLDER_INTERP, "warnings.filters", "interpreter", false},
	{HOLDER_INTERP, "warnings.once_registry", "interpreter", false},
	{HOLDER_INTERP, "warnings.default_action", "interpreter", false},
	{HOLDER_INTERP, "exc_state.errnomap", "interpreter", false},
	{HOLDER_INTERP, "exc_state.PyExc_ExceptionGroup", "interpreter", false},
	{HOLDER_INTERP, "gc.garbage", "garbage collector", false},
	{HOLDER_INTERP, "gc.callbacks", "garbage collector", false},
	{HOLDER_INTERP, "gc.trash_delete_later", "deferred destruction", true},
	{HOLDER_INTERP, "ast.", "AST state", false},

	{HOLDER_THREAD, "c_profileobj", "thread", false},
	{HOLDER_THREAD, "c_traceobj", "thread", false},
	{HOLDER_THREAD, "curexc_type", "current exception", false},
	{HOLDER_THREAD, "curexc_value", "current exception", false},
	{HOLDER_THREAD, "curexc_traceback", "current exception", false},
	{HOLDER_THREAD, "exc_state.exc_value", "exception state", false},
	{HOLDER_THREAD, "dict", "thread", false},
	{HOLDER_THREAD, "async_exc", "thread", false},
	{HOLDER_THREAD, "on_delete_data", "thread", false},
	{HOLDER_THREAD, "async_gen_firstiter", "thread", false},
	{HOLDER_THREAD, "async_gen_finalizer", "thread", false},
	{HOLDER_THREAD, "context", "thread", false},
	{HOLDER_THREAD, "trash_delete_later", "deferred destruction", true},
};

/* Static variables of the interpreter: found only with a full symbol table. */
static const struct {
	const char *symbol;
	const char *owner;
	uint32_t first, stride, count; /* bytes, bytes, words */
} statics[] = {
	{"interned", "interned strings", 0, 8, 1},	  /* Objects/unicodeobject.c */
	{"extensions", "extension modules", 0, 8, 1},	  /* Python/import.c */
	{"Handlers", "signal handlers", 8, 16, 65},	  /* Modules/signalmodule.c, {tripped, func}[NSIG] */
};

/* Where references are found: the same for all of one holder's. */
struct place {
	const char *owner, *member;
	uint32_t thread, interp;
	bool borrowed;
};

static struct kg_error *ref_add(struct kg_runtime *rt, const struct place *p, kg_addr at)
{
	struct kg_error *err = kg_grow(&rt->refs, &rt->priv->refs_cap, rt->nrefs, sizeof(*rt->refs));
	kg_addr target = kg_runtime_word(rt, at);

	if (err || !target)
		return err;
	rt->refs[rt->nrefs++] = (struct kg_state_ref){
		.at = at, .target = target, .owner = p->owner, .member = p->member,
		.thread = p->thread, .interp = p->interp, .counted = !p->borrowed,
	};
	return NULL;
}

/* All pointers whose member name starts with @prefix. */
static struct kg_error *refs_below(struct kg_runtime *rt, struct place p, kg_addr base, const struct kg_cstruct *s,
				   const char *prefix)
{
	struct kg_error *err = NULL;

	for (uint32_t i = 0; !err && i < s->nmembers; i++) {
		const struct kg_cmember *m = &s->members[i];

		if (!m->pointer || strncmp(m->name, prefix, strlen(prefix)))
			continue;
		p.member = m->name;
		err = ref_add(rt, &p, base + m->offset);
	}
	return err;
}

static struct kg_error *refs_of(struct kg_runtime *rt, enum holder holder, kg_addr base, uint32_t thread,
				uint32_t interp)
{
	const char *name = holder == HOLDER_INTERP ? "PyInterpreterState" : "PyThreadState";
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, name);
	struct kg_error *err = NULL;

	for (size_t i = 0; s && !err && i < KG_ARRAY_SIZE(members); i++) {
		const struct ref_member *m = &members[i];
		struct place p = {.owner = m->owner, .member = m->member, .thread = thread, .interp = interp,
				  .borrowed = m->borrowed};
		int32_t offset;

		if (m->holder != holder)
			continue;
		offset = kg_cstruct_offset(s, m->member);
		if (m->member[strlen(m->member) - 1] == '.')
			err = refs_below(rt, p, base, s, m->member);
		else if (offset != KG_ABSENT)
			err = ref_add(rt, &p, base + offset);
	}
	return err;
}

enum { ARRAY_MAX = 1 << 20 }; /* far more than any such array has in a sound process */

/* An array of @count words at @array; counts are the target's, so bounded by what is mapped. */
static struct kg_error *refs_array(struct kg_runtime *rt, struct place p, kg_addr array, uint64_t count, uint64_t stride)
{
	uint64_t avail;
	uint64_t max = kg_image_avail(rt->image, array, &avail) ? (avail + stride - 8) / stride : 0;
	struct kg_error *err = NULL;

	if (!array || !count)
		return NULL;
	if (max > ARRAY_MAX)
		max = ARRAY_MAX;
	if (count > max) {
		kg_damage_add(&rt->image->damage, array, "%s: %ju entries at 0x%jx are more than there can be", p.member,
			      (uintmax_t)count, (uintmax_t)array);
		count = max;
	}
	for (uint64_t i = 0; !err && i < count; i++)
		err = ref_add(rt, &p, array + i * stride);
	return err;
}

/* Names of the method cache are counted, its values are borrowed: Objects/typeobject.c, _PyType_Lookup(). */
static struct kg_error *refs_type_cache(struct kg_runtime *rt, uint32_t interp)
{
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, "PyInterpreterState");
	const struct kg_cmember *table = s ? kg_cstruct_member(s, "type_cache.hashtable") : NULL;
	int32_t name = rt->layout->off[F_METHODCACHE_NAME];
	struct place p = {"type cache", "type_cache.hashtable.name", UINT32_MAX, interp, false};

	if (!table || !table->elem || name == KG_ABSENT)
		return NULL;
	return refs_array(rt, p, rt->interps[interp].addr + table->offset + name, table->size / table->elem,
			  table->elem);
}

/* Strings of _Py_Identifier: Objects/unicodeobject.c, _PyUnicode_FromId(). */
static struct kg_error *refs_identifiers(struct kg_runtime *rt, uint32_t interp)
{
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, "PyInterpreterState");
	int32_t size = s ? kg_cstruct_offset(s, "unicode.ids.size") : KG_ABSENT;
	int32_t array = s ? kg_cstruct_offset(s, "unicode.ids.array") : KG_ABSENT;
	kg_addr base = rt->interps[interp].addr;
	struct place p = {"interpreter", "unicode.ids.array", UINT32_MAX, interp, false};

	if (size == KG_ABSENT || array == KG_ABSENT)
		return NULL;
	return refs_array(rt, p, kg_runtime_word(rt, base + array), kg_runtime_word(rt, base + size), 8);
}

/* atexit.register(): an array of pointers to {func, args, kwargs}; an entry unregistered is NULL. */
static struct kg_error *refs_atexit(struct kg_runtime *rt, uint32_t interp)
{
	static const char *const parts[] = {"atexit.func", "atexit.args", "atexit.kwargs"};
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, "PyInterpreterState");
	int32_t callbacks = s ? kg_cstruct_offset(s, "atexit.callbacks") : KG_ABSENT;
	int32_t count = s ? kg_cstruct_offset(s, "atexit.ncallbacks") : KG_ABSENT;
	kg_addr base = rt->interps[interp].addr, array;
	struct kg_error *err = NULL;
	uint64_t avail;
	int64_t n;

	if (callbacks == KG_ABSENT || count == KG_ABSENT)
		return NULL;
	array = kg_runtime_word(rt, base + callbacks);
	n = kg_runtime_int(rt, base + count, 0);
	kg_image_avail(rt->image, array, &avail);
	if (n > (int64_t)(avail / 8) || n > ARRAY_MAX) {
		kg_damage_add(&rt->image->damage, array, "atexit.callbacks: %jd entries at 0x%jx are more than there can be",
			      (intmax_t)n, (uintmax_t)array);
		n = avail / 8 < ARRAY_MAX ? (int64_t)(avail / 8) : ARRAY_MAX;
	}
	for (int64_t i = 0; !err && i < n; i++) {
		kg_addr entry = kg_runtime_word(rt, array + i * 8);

		for (size_t k = 0; entry && !err && k < KG_ARRAY_SIZE(parts); k++)
			err = ref_add(rt, &(struct place){"atexit", parts[k], UINT32_MAX, interp, false}, entry + k * 8);
	}
	return err;
}

/*
 * Exceptions being handled: entries above the thread's own lie inside the
 * generators that handle them and are those generators' references.
 */
static struct kg_error *refs_handled(struct kg_runtime *rt, uint32_t thread)
{
	enum { DEPTH_MAX = 100000 };
	const struct kg_thread *t = &rt->threads[thread];
	const int32_t *off = rt->layout->off;
	struct place p = {"exception state", "exc_info.exc_value", thread, t->interp, true};
	kg_addr own = t->addr + off[F_THREAD_EXC_STATE];
	kg_addr item = kg_runtime_word(rt, t->addr + off[F_THREAD_EXC_INFO]);
	struct kg_error *err = NULL;

	for (int depth = 0; !err && item && item != own; depth++) {
		if (depth == DEPTH_MAX) {
			kg_damage_add(&rt->image->damage, item, "the exception states of thread 0x%jx run in a circle",
				      (uintmax_t)t->addr);
			break;
		}
		err = ref_add(rt, &p, item + off[F_EXCITEM_VALUE]);
		item = kg_runtime_word(rt, item + off[F_EXCITEM_PREVIOUS]);
	}
	return err;
}

static struct kg_error *refs_statics(struct kg_runtime *rt)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; !err && i < KG_ARRAY_SIZE(statics); i++) {
		struct place p = {statics[i].owner, statics[i].symbol, UINT32_MAX, UINT32_MAX, false};
		kg_addr addr;
		uint64_t size;

		if (!kg_process_symbol(rt->proc, rt->module, statics[i].symbol, &addr, &size) ||
		    size != (uint64_t)statics[i].stride * statics[i].count)
			continue;
		err = refs_array(rt, p, addr + statics[i].first, statics[i].count, statics[i].stride);
	}
	return err;
}

static struct kg_error *refs_interp(struct kg_runtime *rt, uint32_t i)
{
	struct kg_error *err = refs_of(rt, HOLDER_INTERP, rt->interps[i].addr, UINT32_MAX, i);

	if (!err)
		err = refs_identifiers(rt, i);
	if (!err)
		err = refs_atexit(rt, i);
	if (!err)
		err = refs_type_cache(rt, i);
	return err;
}

struct kg_error *kg_runtime_read_refs(struct kg_runtime *rt)
{
	struct kg_error *err = NULL;

	for (uint32_t i = 0; !err && i < rt->ninterps; i++)
		err = refs_interp(rt, i);
	for (uint32_t i = 0; !err && i < rt->nthreads; i++) {
		err = refs_of(rt, HOLDER_THREAD, rt->threads[i].addr, i, rt->threads[i].interp);
		if (!err)
			err = refs_handled(rt, i);
	}
	return err ? err : refs_statics(rt);
}
