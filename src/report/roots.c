/* Roots in the words of somebody who writes Python. */
#include "report/roots.h"

#include <string.h>

#include "heap/frames.h"

#define NAME_WIDTH 200  /* characters of a module's or class's name */
#define STATIC_WIDTH 40 /* characters of a static object's value */

void kg_report_frame_place(const struct kg_heap *h, const struct kg_frame *f, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};
	const char *at;

	kg_heap_frame_text(h, f, false, &text);
	at = strstr(kg_strbuf_text(&text), "() at ");
	if (at) {
		kg_strbuf_add(sb, kg_strbuf_text(&text), (size_t)(at - kg_strbuf_text(&text)) + 3);
		at += strlen("() at ");
	}
	kg_strbuf_puts(sb, at ? at : kg_strbuf_text(&text));
	kg_strbuf_deinit(&text);
}

void kg_report_frame_function(const struct kg_heap *h, const struct kg_frame *f, struct kg_strbuf *sb)
{
	struct kg_code code;
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);

	if (err) {
		kg_error_destroy(err);
		kg_strbuf_putc(sb, '?');
		return;
	}
	kg_heap_name(h, code.qualname ? code.qualname : code.name, sb);
	kg_strbuf_puts(sb, "() ");
	kg_heap_basename(h, code.filename, sb);
}

/* Between the quotes of "<class 'x'>". */
void kg_report_class_name(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};
	const char *from, *to;

	kg_heap_value(h, addr, NAME_WIDTH, &text);
	from = strchr(kg_strbuf_text(&text), '\'');
	to = from ? strrchr(from + 1, '\'') : NULL;
	if (to)
		kg_strbuf_add(sb, from + 1, (size_t)(to - from) - 1);
	else
		kg_strbuf_puts(sb, kg_strbuf_text(&text));
	kg_strbuf_deinit(&text);
}

static void add_escaped(struct kg_strbuf *sb, const char *text)
{
	kg_strbuf_escape(sb, text, strlen(text));
}

static void add_basename(struct kg_strbuf *sb, const char *path)
{
	const char *slash = strrchr(path, '/');

	add_escaped(sb, slash ? slash + 1 : path);
}

static void add_thread(const struct kg_heap *h, uint32_t thread, bool lasting, struct kg_strbuf *sb)
{
	const struct kg_thread *t = thread < h->rt->nthreads ? &h->rt->threads[thread] : NULL;

	if (lasting)
		kg_strbuf_puts(sb, "thread");
	else if (t)
		kg_strbuf_printf(sb, "thread %llu", (unsigned long long)(t->native_id ? t->native_id : t->thread_id));
	else
		kg_strbuf_puts(sb, "thread ?");
}

static void add_slot(const struct kg_heap *h, const struct kg_frame *f, uint32_t slot, struct kg_strbuf *sb)
{
	struct kg_code code;
	struct kg_error *err;

	switch (slot) {
	case KG_SLOT_FUNC:
		kg_strbuf_puts(sb, "function");
		return;
	case KG_SLOT_CODE:
		kg_strbuf_puts(sb, "code");
		return;
	case KG_SLOT_LOCALS:
		kg_strbuf_puts(sb, "locals");
		return;
	case KG_SLOT_FRAME_OBJ:
		kg_strbuf_puts(sb, "frame object");
		return;
	}
	if (slot >= f->nlocals) {
		kg_strbuf_printf(sb, "evaluation stack [%u]", slot - f->nlocals);
		return;
	}
	err = kg_code_read(h->rt, f->code, &code);
	kg_strbuf_puts(sb, "local ");
	kg_heap_name(h, err ? 0 : kg_code_slot_name(h->rt, &code, slot), sb);
	kg_error_destroy(err);
}

static void add_frame_root(const struct kg_heap *h, const struct kg_root *root, bool lasting, struct kg_strbuf *sb)
{
	struct kg_frame f;
	struct kg_error *err = kg_frame_read(h->rt, root->at, &f);

	add_thread(h, root->thread, lasting, sb);
	kg_strbuf_puts(sb, " frame ");
	if (err) {
		if (!lasting)
			kg_strbuf_printf(sb, "0x%llx", (unsigned long long)root->at);
		kg_error_destroy(err);
		return;
	}
	if (lasting)
		kg_report_frame_function(h, &f, sb);
	else
		kg_report_frame_place(h, &f, sb);
	kg_strbuf_putc(sb, ' ');
	add_slot(h, &f, root->slot, sb);
	if (!root->counted)
		kg_strbuf_puts(sb, " (guess)");
}

/* What the interpreter's members are to somebody who writes Python. */
static const struct {
	const char *owner, *member, *words;
} state_words[] = {
	{"interpreter", "modules", "sys.modules"},
	{"interpreter", "modules_by_index", "C modules of the interpreter"},
	{"interpreter", "sysdict", "sys.__dict__"},
	{"interpreter", "sysdict_copy", "sys as it was at start"},
	{"interpreter", "builtins", "builtins.__dict__"},
	{"interpreter", "builtins_copy", "builtins as they were at start"},
	{"interpreter", "importlib", "importlib._bootstrap"},
	{"interpreter", "import_func", "builtins.__import__ as it was at start"},
	{"interpreter", "codec_search_path", "codec registry, search functions"},
	{"interpreter", "codec_search_cache", "codec registry, codecs found"},
	{"interpreter", "codec_error_registry", "codec registry, error handlers"},
	{"interpreter", "imports.lazy_modules", "modules to be imported when used"},
	{"interpreter", "imports.lazy_pending_submodules", "submodules to be imported when used"},
	{"interpreter", "imports.lazy_import_func", "builtins.__lazy_import__ as it was at start"},
	{"interpreter", "imports.lazy_imports_filter", "sys.set_lazy_imports_filter()"},
	{"interpreter", "dict", "interpreter state dict of C modules"},
	{"interpreter", "before_forkers", "os.register_at_fork(before)"},
	{"interpreter", "after_forkers_parent", "os.register_at_fork(after_in_parent)"},
	{"interpreter", "after_forkers_child", "os.register_at_fork(after_in_child)"},
	{"interpreter", "audit_hooks", "sys.addaudithook()"},
	{"interpreter", "warnings.filters", "warnings.filters"},
	{"interpreter", "warnings.once_registry", "warnings.onceregistry"},
	{"interpreter", "warnings.default_action", "warnings.defaultaction"},
	{"interpreter", "warnings.context", "warnings context variable"},
	{"interpreter", "exc_state.errnomap", "exception classes by errno"},
	{"interpreter", "exc_state.PyExc_ExceptionGroup", "ExceptionGroup"},
	{"interpreter", "unicode.ids.array", "interned strings, identifiers of C code"},
	{"garbage collector", "gc.garbage", "gc.garbage"},
	{"garbage collector", "gc.callbacks", "gc.callbacks"},
	{"deferred destruction", NULL, "objects being destroyed"},
	{"type cache", NULL, "method cache, attribute name"},
	{"interned strings", NULL, "interned strings"},
	{"extension modules", NULL, "extension modules loaded"},
	{"signal handlers", NULL, "signal handler"},
	{"AST state", NULL, "state of the ast module"},
	{"sys.monitoring", "monitoring_callables", "sys.monitoring, callback"},
	{"sys.monitoring", "monitoring_tool_names", "sys.monitoring, tool name"},
	{"constants of the bytecode", NULL, "constant that bytecode loads"},
	{"atexit", "atexit.callbacks", "atexit, callbacks"},
	{"atexit", "atexit.func", "atexit, callback"},
	{"atexit", "atexit.args", "atexit, arguments"},
	{"atexit", "atexit.kwargs", "atexit, keywords"},
	{"thread", "dict", "thread-local data"},
	{"thread", "c_profileobj", "sys.setprofile()"},
	{"thread", "c_traceobj", "sys.settrace()"},
	{"thread", "async_exc", "exception sent to the thread"},
	{"thread", "on_delete_data", "lock that join() waits for"},
	{"thread", "threading_local_key", "key of thread-local data"},
	{"thread", "threading_local_sentinel", "end of thread-local data"},
	{"thread", "async_gen_firstiter", "sys.set_asyncgen_hooks(firstiter)"},
	{"thread", "async_gen_finalizer", "sys.set_asyncgen_hooks(finalizer)"},
	{"thread", "context", "contextvars context"},
	{"current exception", NULL, "exception being raised"},
	{"exception state", NULL, "exception being handled"},
};

static const char *words_of(const struct kg_state_ref *ref)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(state_words); i++) {
		if (strcmp(state_words[i].owner, ref->owner) == 0 &&
		    (!state_words[i].member || strcmp(state_words[i].member, ref->member) == 0))
			return state_words[i].words;
	}
	return NULL;
}

static void add_state_root(const struct kg_heap *h, const struct kg_root *root, bool lasting, struct kg_strbuf *sb)
{
	const struct kg_state_ref *ref = root->ref < h->rt->nrefs ? &h->rt->refs[root->ref] : NULL;
	const char *words = ref ? words_of(ref) : NULL;

	if (!ref) {
		kg_strbuf_puts(sb, "interpreter");
		return;
	}
	if (ref->thread != UINT32_MAX) {
		add_thread(h, ref->thread, lasting, sb);
		kg_strbuf_putc(sb, ' ');
	} else if (ref->interp < h->rt->ninterps && !h->rt->interps[ref->interp].is_main) {
		kg_strbuf_printf(sb, "interpreter %lld ", (long long)h->rt->interps[ref->interp].id);
	}
	if (words)
		kg_strbuf_puts(sb, words);
	if (words && strncmp(ref->member, "ast.", 4) == 0)
		kg_strbuf_printf(sb, ", %s", ref->member + 4);
	if (!words)
		kg_strbuf_printf(sb, "%s %s", ref->owner, ref->member);
}

/* "name+8 in file.so" of an address in a module. */
static void add_symbol(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	const struct kg_module *mod = kg_process_module(h->rt->proc, addr);
	uint64_t offset = 0;
	const char *name = kg_process_symbolize(h->rt->proc, addr, &offset);

	if (name)
		add_escaped(sb, name);
	else
		kg_strbuf_printf(sb, "0x%llx", (unsigned long long)addr);
	if (name && offset)
		kg_strbuf_printf(sb, "+%llu", (unsigned long long)offset);
	if (mod) {
		kg_strbuf_puts(sb, " in ");
		add_basename(sb, mod->path);
	}
}

/* "static type dict", "static int 5" */
static void add_static_root(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_type *t = kg_heap_type(h, n);

	if (t->is_metatype) {
		kg_strbuf_puts(sb, "static type ");
		kg_report_class_name(h, kg_heap_addr(h, n), sb);
		return;
	}
	kg_strbuf_printf(sb, "static %s ", t->name);
	kg_heap_value(h, kg_heap_addr(h, n), STATIC_WIDTH, sb);
}

static void add_stack_root(const struct kg_heap *h, const struct kg_root *root, bool lasting, struct kg_strbuf *sb)
{
	bool start = root->slot == KG_SLOT_START;

	if (lasting) {
		kg_strbuf_puts(sb, start ? "what a thread was started with (guess)" : "C stack (guess)");
		return;
	}
	kg_strbuf_puts(sb, start ? "what thread " : root->at ? "C stack of thread " : "register of thread ");
	if (root->thread < h->image->nthreads)
		kg_strbuf_printf(sb, "%d", h->image->threads[root->thread].tid);
	else
		kg_strbuf_putc(sb, '?');
	if (start) {
		kg_strbuf_puts(sb, " was started with (guess)");
		return;
	}
	kg_strbuf_puts(sb, root->at ? " (a word there points to it; guess)" : " (it points there; guess)");
}

static void add_words(const struct kg_heap *h, const struct kg_root *root, bool lasting, struct kg_strbuf *sb)
{
	switch (root->kind) {
	case KG_ROOT_FRAME:
		add_frame_root(h, root, lasting, sb);
		break;
	case KG_ROOT_STATE:
		add_state_root(h, root, lasting, sb);
		break;
	case KG_ROOT_STATIC:
		add_static_root(h, root->node, sb);
		break;
	case KG_ROOT_KEYS:
		kg_strbuf_puts(sb, "attribute name that instances of a class share");
		break;
	case KG_ROOT_IMAGE:
		kg_strbuf_puts(sb, "C variable ");
		add_symbol(h, root->at, sb);
		kg_strbuf_puts(sb, " (guess)");
		break;
	case KG_ROOT_STACK:
		add_stack_root(h, root, lasting, sb);
		break;
	}
}

void kg_report_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb)
{
	add_words(h, root, false, sb);
}

void kg_report_root_lasting(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb)
{
	add_words(h, root, true, sb);
}

void kg_report_named(const struct kg_heap *h, const struct kg_named *named, struct kg_strbuf *sb)
{
	if (named->interp < h->rt->ninterps && !h->rt->interps[named->interp].is_main)
		kg_strbuf_printf(sb, "interpreter %lld ", (long long)h->rt->interps[named->interp].id);
	kg_strbuf_puts(sb, "sys.modules");
	if (named->kind != KG_NAMED_MODULES) {
		kg_strbuf_putc(sb, '[');
		kg_heap_value(h, named->key, NAME_WIDTH, sb);
		kg_strbuf_putc(sb, ']');
	}
	if (named->kind == KG_NAMED_NAMESPACE)
		kg_strbuf_puts(sb, ".__dict__");
}

/* An object of unknown type with a word that may be a reference to @n, KG_NODE_NONE when there is none. */
static kg_node guessed_holder(const struct kg_heap *h, kg_node n)
{
	kg_node holder = KG_NODE_NONE;

	KG_GRAPH_IN(&h->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_GUESS && holder == KG_NODE_NONE)
			holder = KG_WORD_TO(w);
	});
	return holder;
}

void kg_report_surplus(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	uint64_t surplus = kg_heap_surplus(h, n);
	kg_node holder = guessed_holder(h, n);

	kg_strbuf_puts(sb, "C code");
	if (holder != KG_NODE_NONE)
		kg_strbuf_printf(sb, " or the %s at 0x%llx", kg_heap_type(h, holder)->name,
				 (unsigned long long)kg_heap_addr(h, holder));
	if (kg_heap_torn(h))
		kg_strbuf_puts(sb, " or what could not be read");
	kg_strbuf_puts(sb, " (");
	kg_strbuf_count(sb, surplus, "reference", NULL);
	kg_strbuf_puts(sb, " unaccounted for)");
}
