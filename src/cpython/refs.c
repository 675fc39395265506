/*
 * References that the interpreter's C state holds: which members of which struct,
 * as data. Borrowed ones that merely repeat another reference (method caches,
 * f_globals, the callable cache) are left out; free lists hold dead objects and
 * are no references. Source: Python/pystate.c of each version, interpreter_clear()
 * and PyThreadState_Clear(), and the functions that fill each member.
 */
#include <string.h>

#include "cpython/cpython_priv.h"

enum holder { HOLDER_RUNTIME, HOLDER_INTERP, HOLDER_THREAD };

/*
 * A member that is one object pointer, or an array of them; one that ends in ".": all pointers below it.
 */
struct ref_member {
	enum holder holder;
	const char *name;  /* what the reference is known by */
	const char *owner;
	bool borrowed;
	const char *renamed; /* the same in later versions, "a|b"; NULL when the name stayed */
};

static const struct ref_member members[] = {
	{HOLDER_RUNTIME, "gc.garbage", "garbage collector", false, NULL}, /* up to 3.8 */
	{HOLDER_RUNTIME, "gc.callbacks", "garbage collector", false, NULL},
	{HOLDER_RUNTIME, "gc.trash_delete_later", "deferred destruction", true, NULL},
	{HOLDER_RUNTIME, "signals.default_handler", "signal handlers", false, NULL}, /* from 3.12 on */
	{HOLDER_RUNTIME, "signals.ignore_handler", "signal handlers", false, NULL},

	{HOLDER_INTERP, "modules", "interpreter", false, "imports.modules"},		       /* 3.12 */
	{HOLDER_INTERP, "modules_by_index", "interpreter", false, "imports.modules_by_index"}, /* 3.12 */
	{HOLDER_INTERP, "imports.lazy_modules", "interpreter", false, NULL},		       /* from 3.15 on */
	{HOLDER_INTERP, "imports.lazy_pending_submodules", "interpreter", false, NULL},
	{HOLDER_INTERP, "imports.lazy_import_func", "interpreter", false, NULL},
	{HOLDER_INTERP, "imports.lazy_imports_filter", "interpreter", false, NULL},
	{HOLDER_INTERP, "sysdict", "interpreter", false, NULL},
	{HOLDER_INTERP, "sysdict_copy", "interpreter", false, NULL}, /* from 3.12 on */
	{HOLDER_INTERP, "builtins", "interpreter", false, NULL},
	{HOLDER_INTERP, "importlib", "interpreter", false, "imports.importlib"},	       /* 3.12 */
	{HOLDER_INTERP, "codec_search_path", "interpreter", false, "codecs.search_path"},      /* 3.13 */
	{HOLDER_INTERP, "codec_search_cache", "interpreter", false, "codecs.search_cache"},    /* 3.13 */
	{HOLDER_INTERP, "codec_error_registry", "interpreter", false, "codecs.error_registry"}, /* 3.13 */
	{HOLDER_INTERP, "dict", "interpreter", false, NULL},
	{HOLDER_INTERP, "builtins_copy", "interpreter", false, NULL},
	{HOLDER_INTERP, "import_func", "interpreter", false, "imports.import_func"}, /* 3.12 */
	{HOLDER_INTERP, "before_forkers", "interpreter", false, NULL},
	{HOLDER_INTERP, "after_forkers_parent", "interpreter", false, NULL},
	{HOLDER_INTERP, "after_forkers_child", "interpreter", false, NULL},
	{HOLDER_INTERP, "audit_hooks", "interpreter", false, NULL},
	{HOLDER_INTERP, "warnings.filters", "interpreter", false, NULL},
	{HOLDER_INTERP, "warnings.once_registry", "interpreter", false, NULL},
	{HOLDER_INTERP, "warnings.default_action", "interpreter", false, NULL},
	{HOLDER_INTERP, "warnings.context", "interpreter", false, NULL}, /* from 3.14 on */
	{HOLDER_INTERP, "exc_state.errnomap", "interpreter", false, NULL},
	{HOLDER_INTERP, "exc_state.PyExc_ExceptionGroup", "interpreter", false, NULL},
	{HOLDER_INTERP, "xi.PyExc_NotShareableError", "interpreter", false, NULL}, /* 3.13 */
	{HOLDER_INTERP, "xi.exceptions.", "interpreter", false, NULL},		   /* from 3.14 on */
	{HOLDER_INTERP, "xi.pickle.", "interpreter", false, NULL},		   /* from 3.15 on */
	{HOLDER_INTERP, "common_consts", "constants of the bytecode", true, NULL}, /* from 3.14 on */
	{HOLDER_INTERP, "monitoring_callables", "sys.monitoring", false, NULL},	    /* from 3.12 on */
	{HOLDER_INTERP, "monitoring_tool_names", "sys.monitoring", false, NULL},
	{HOLDER_INTERP, "gc.garbage", "garbage collector", false, NULL},
	{HOLDER_INTERP, "gc.callbacks", "garbage collector", false, NULL},
	{HOLDER_INTERP, "gc.trash_delete_later", "deferred destruction", true, NULL},
	{HOLDER_INTERP, "ast.", "AST state", false, NULL},
	{HOLDER_INTERP, "pyexitmodule", "interpreter", true, NULL},	 /* up to 3.9 */
	{HOLDER_INTERP, "small_ints", "small ints", false, NULL},	 /* 3.9 and 3.10 */
	{HOLDER_INTERP, "bytes.", "bytes", false, NULL},		 /* 3.10 */
	{HOLDER_INTERP, "unicode.empty_string", "strings", false, NULL}, /* 3.10 */
	{HOLDER_INTERP, "unicode.latin1", "strings", false, NULL},

	/* From 3.12 on; what update_one_slot() and object.__reduce_ex__() keep there is borrowed. */
	{HOLDER_INTERP, "cached_objects.interned_strings", "interned strings", false, NULL},
	{HOLDER_INTERP, "cached_objects.str_replace_inf", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.generic_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.typevar_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.typevartuple_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.paramspec_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.paramspecargs_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.paramspeckwargs_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.constevaluator_type", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.dict_descriptor", "interpreter", false, NULL},
	{HOLDER_INTERP, "cached_objects.weakref_descriptor", "interpreter", false, NULL},

	{HOLDER_THREAD, "c_profileobj", "thread", false, NULL},
	{HOLDER_THREAD, "c_traceobj", "thread", false, NULL},
	{HOLDER_THREAD, "curexc_type", "current exception", false, NULL},
	{HOLDER_THREAD, "curexc_value", "current exception", false, "current_exception"}, /* 3.12 */
	{HOLDER_THREAD, "curexc_traceback", "current exception", false, NULL},
	{HOLDER_THREAD, "exc_state.exc_type", "exception state", false, NULL}, /* up to 3.10 three words */
	{HOLDER_THREAD, "exc_state.exc_value", "exception state", false, NULL},
	{HOLDER_THREAD, "exc_state.exc_traceback", "exception state", false, NULL},
	{HOLDER_THREAD, "dict", "thread", false, NULL},
	{HOLDER_THREAD, "async_exc", "thread", false, NULL},
	{HOLDER_THREAD, "on_delete_data", "thread", false, NULL}, /* up to 3.12 */
	{HOLDER_THREAD, "async_gen_firstiter", "thread", false, NULL},
	{HOLDER_THREAD, "async_gen_finalizer", "thread", false, NULL},
	{HOLDER_THREAD, "context", "thread", false, NULL},
	{HOLDER_THREAD, "threading_local_key", "thread", false, NULL}, /* from 3.13 on */
	{HOLDER_THREAD, "threading_local_sentinel", "thread", false, NULL},
	{HOLDER_THREAD, "trash_delete_later", "deferred destruction", true, "trash.delete_later|delete_later"}, /* 3.12, 3.13 */
};

/* Static variables of the interpreter: found only with a full symbol table. */
static const struct {
	const char *symbol;
	const char *owner;
	uint32_t first, stride, count; /* bytes, bytes, words */
} statics[] = {
	{"interned", "interned strings", 0, 8, 1},	  /* Objects/unicodeobject.c */
	{"extensions", "extension modules", 0, 8, 1},	  /* Python/import.c */
	{"method_cache", "type cache", 8, 24, 4096},	  /* Objects/typeobject.c up to 3.9, {version, name, value} */
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

/* One pointer, or an array of them in the struct itself. */
static struct kg_error *refs_member(struct kg_runtime *rt, const struct place *p, kg_addr base, const struct kg_cmember *m)
{
	struct kg_error *err = NULL;
	uint32_t n = m->elem == 8 ? m->size / 8 : 1;

	for (uint32_t i = 0; !err && i < n; i++)
		err = ref_add(rt, p, base + m->offset + 8 * (kg_addr)i);
	return err;
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
		err = refs_member(rt, &p, base, m);
	}
	return err;
}

static struct kg_error *refs_of(struct kg_runtime *rt, enum holder holder, kg_addr base, uint32_t thread,
				uint32_t interp)
{
	static const char *const names[] = {"_PyRuntimeState", "PyInterpreterState", "PyThreadState"};
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, names[holder]);
	struct kg_error *err = NULL;

	for (size_t i = 0; s && !err && i < KG_ARRAY_SIZE(members); i++) {
		const struct ref_member *m = &members[i];
		struct place p = {.owner = m->owner, .member = m->name, .thread = thread, .interp = interp,
				  .borrowed = m->borrowed};
		const struct kg_cmember *c;

		if (m->holder != holder)
			continue;
		c = kg_cstruct_member(s, m->name);
		if (!c && m->renamed)
			c = kg_cstruct_member(s, m->renamed);
		if (m->name[strlen(m->name) - 1] == '.')
			err = refs_below(rt, p, base, s, m->name);
		else if (c)
			err = refs_member(rt, &p, base, c);
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
	const struct kg_cmember *table = s ? kg_cstruct_member(s, "type_cache.hashtable|types.type_cache.hashtable") : NULL;
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

	if (callbacks == KG_ABSENT)
		return NULL;
	/* From 3.14 on a list of tuples of three. */
	if (count == KG_ABSENT)
		return ref_add(rt, &(struct place){"atexit", "atexit.callbacks", UINT32_MAX, interp, false}, base + callbacks);
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

/* signal.signal(), from 3.12 on: Include/internal/pycore_signal.h, {tripped, func}[Py_NSIG]. */
static struct kg_error *refs_handlers(struct kg_runtime *rt)
{
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, "_PyRuntimeState");
	const struct kg_cmember *table = s ? kg_cstruct_member(s, "signals.handlers") : NULL;
	struct place p = {"signal handlers", "signals.handlers", UINT32_MAX, UINT32_MAX, false};

	if (!table || table->elem != 16)
		return NULL;
	return refs_array(rt, p, rt->addr + table->offset + 8, table->size / 16, 16);
}

static struct kg_error *refs_runtime(struct kg_runtime *rt)
{
	struct kg_error *err = refs_of(rt, HOLDER_RUNTIME, rt->addr, UINT32_MAX, UINT32_MAX);

	return err ? err : refs_handlers(rt);
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

/*
 * Objects whose last references from other threads went, waiting for their own thread to add up both counts: the queue
 * has a reference to each. CPython 3.13 Python/brc.c, Include/internal/pycore_object_stack.h, chunks from the last back
 */
static struct kg_error *refs_to_merge(struct kg_runtime *rt, uint32_t thread, enum kg_field head, const char *member)
{
	enum { CHUNKS_MAX = 1 << 16 };
	const int32_t *off = rt->layout->off;
	const struct kg_cstruct *s = kg_layout_struct(rt->layout, NULL, "_PyObjectStackChunk");
	const struct kg_cmember *objs = s ? kg_cstruct_member(s, "objs") : NULL;
	struct place p = {KG_MERGE_QUEUE, member, thread, rt->threads[thread].interp, false};
	struct kg_error *err = NULL;
	kg_addr chunk;

	if (!kg_layout_has(rt->layout, head) || !objs || !kg_layout_has(rt->layout, F_OBJECTSTACK_N))
		return NULL;
	chunk = kg_runtime_word(rt, rt->threads[thread].addr + (kg_addr)off[head]);
	for (unsigned int i = 0; chunk && !err; i++) {
		uint64_t n = kg_runtime_word(rt, chunk + (kg_addr)off[F_OBJECTSTACK_N]);

		if (i == CHUNKS_MAX || n > objs->size / 8) {
			kg_damage_add(&rt->image->damage, chunk, "%s: the queue runs in a circle or contradicts itself at 0x%jx", member,
				      (uintmax_t)chunk);
			return NULL;
		}
		err = refs_array(rt, p, chunk + (kg_addr)off[F_OBJECTSTACK_OBJS], n, 8);
		chunk = kg_runtime_word(rt, chunk + (kg_addr)off[F_OBJECTSTACK_PREV]);
	}
	return err;
}

/* One that is given up once no thread can still look: a collection takes it back first, too. */
struct kg_error *kg_refs_queued(struct kg_runtime *rt, kg_addr target, kg_addr at, uint32_t interp)
{
	struct place p = {KG_MERGE_QUEUE, "mem_free_queue", UINT32_MAX, interp, false};
	size_t n = rt->nrefs;
	struct kg_error *err = ref_add(rt, &p, at);

	if (!err && rt->nrefs > n)
		rt->refs[n].target = target;
	return err;
}

/* References that C code on a thread's stack holds without counting: CPython 3.14 pycore_stackref.h, struct {ref, next} */
static struct kg_error *refs_c_stack(struct kg_runtime *rt, uint32_t thread)
{
	enum { NEXT = 8, DEPTH_MAX = 100000 };
	struct place p = {KG_C_STACK, "c_stack_refs", thread, rt->threads[thread].interp, true};
	struct kg_error *err = NULL;
	kg_addr at;

	if (!kg_layout_has(rt->layout, F_THREADIMPL_C_STACK_REFS))
		return NULL;
	at = kg_runtime_word(rt, rt->threads[thread].addr + (kg_addr)rt->layout->off[F_THREADIMPL_C_STACK_REFS]);
	for (int i = 0; at && i < DEPTH_MAX && !err; i++, at = kg_runtime_word(rt, at + NEXT)) {
		size_t n = rt->nrefs;
		bool counted = false;

		err = ref_add(rt, &p, at);
		if (rt->nrefs == n)
			continue;
		rt->refs[n].target = kg_frame_slot(rt->layout, rt->refs[n].target, &counted);
		rt->refs[n].counted = counted;
		rt->nrefs -= rt->refs[n].target == 0;
	}
	return err;
}

/* The event loop and the task that a thread runs, of asyncio: Include/internal/pycore_tstate.h, strong references. */
static struct kg_error *refs_asyncio(struct kg_runtime *rt, uint32_t thread)
{
	static const struct {
		enum kg_field field;
		const char *member;
	} words[] = {{F_THREAD_RUNNING_LOOP, "asyncio_running_loop"}, {F_THREAD_RUNNING_TASK, "asyncio_running_task"}};
	const struct kg_thread *t = &rt->threads[thread];
	struct kg_error *err = NULL;

	for (size_t i = 0; !err && i < KG_ARRAY_SIZE(words); i++)
		if (kg_layout_has(rt->layout, words[i].field))
			err = ref_add(rt, &(struct place){"asyncio", words[i].member, thread, t->interp, false},
				      t->addr + (kg_addr)rt->layout->off[words[i].field]);
	return err;
}

static struct kg_error *refs_thread(struct kg_runtime *rt, uint32_t i)
{
	struct kg_error *err = refs_of(rt, HOLDER_THREAD, rt->threads[i].addr, i, rt->threads[i].interp);

	if (!err)
		err = refs_handled(rt, i);
	if (!err)
		err = refs_to_merge(rt, i, F_THREADIMPL_TO_MERGE, "brc.objects_to_merge");
	if (!err)
		err = refs_to_merge(rt, i, F_THREADIMPL_TO_MERGE_LOCAL, "brc.local_objects_to_merge");
	if (!err)
		err = refs_c_stack(rt, i);
	if (!err)
		err = refs_asyncio(rt, i);
	return err;
}

struct kg_error *kg_runtime_read_refs(struct kg_runtime *rt)
{
	struct kg_error *err = NULL;

	for (uint32_t i = 0; !err && i < rt->ninterps; i++)
		err = refs_interp(rt, i);
	for (uint32_t i = 0; !err && i < rt->nthreads; i++)
		err = refs_thread(rt, i);
	if (!err)
		err = refs_runtime(rt);
	return err ? err : refs_statics(rt);
}
