/*
 * A chain in one line: as a Python programmer would write it, and as an expression
 * that Python itself can evaluate.
 */
#include <ctype.h>
#include <string.h>

#include "heap/core.h"
#include "heap/frames.h"
#include "report/chain.h"

#define PATH_ENDS 8	     /* steps shown of each end of a long chain */
#define EXPRESSION_STEPS 200 /* longer ones are no help to anybody */
#define KEY_MAX 4096	     /* characters of a key in an expression */
#define NAME_MAX_CHARS 512
#define TUPLE_DEPTH 3 /* of a tuple as a key */
#define TUPLE_ITEMS 16

/* What the steps before have led into and is not written yet. */
enum pending {
	P_NONE,
	P_NAMESPACE, /* the __dict__ of .owner */
	P_CLOSURE,   /* the tuple of cells of function .owner */
	P_FREE,	     /* cell number .index of that tuple */
	P_LOCAL,     /* the cell of a local variable, whose name stands for the contents */
	P_DUMMIES,   /* the dict of a threading.local */
};

struct writer {
	const struct kg_heap *h;
	struct kg_strbuf *sb;
	bool python; /* an expression is wanted; otherwise words */
	bool broken; /* no expression leads on from here */
	enum pending pending;
	kg_node owner; /* KG_NODE_NONE: a module */
	uint64_t index;
};

static const char *native_name(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);

	return t->native ? t->native->tp_name : "";
}

static bool is_identifier(const char *s)
{
	static const char *const keywords[] = {
		"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
		"del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
		"lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};

	if (!isalpha((unsigned char)s[0]) && s[0] != '_')
		return false;
	for (const char *p = s; *p; p++) {
		if (!isalnum((unsigned char)*p) && *p != '_')
			return false;
	}
	for (size_t i = 0; i < KG_ARRAY_SIZE(keywords); i++) {
		if (strcmp(s, keywords[i]) == 0)
			return false;
	}
	return true;
}

/* Is there such an attribute in a class that the object would ask before its own? */
static bool in_classes(const struct kg_heap *h, const struct kg_type *t, const char *name)
{
	int32_t off = h->rt->layout->off[F_TYPE_DICT];
	struct kg_refs mro;
	struct kg_error *err = kg_heap_refs(h, t->mro, &mro);
	bool found = false;

	if (err) {
		kg_error_destroy(err);
		return true; /* not known, so nothing is promised */
	}
	for (size_t i = 0; i < mro.n && !found; i++) {
		kg_addr dict, value;

		err = kg_image_read_u64(h->image, mro.items[i].addr + (kg_addr)off, &dict);
		found = !err && dict && kg_dict_get_str(h, dict, name, &value);
		kg_error_destroy(err);
	}
	kg_refs_deinit(&mro);
	return found;
}

/* Would Class.name answer something else than what stands in the class? */
static bool binds(const struct kg_heap *h, kg_node value)
{
	static const char *const binding[] = {"staticmethod", "classmethod", "classmethod_descriptor"};
	const struct kg_type *t = kg_heap_type(h, value);

	for (size_t i = 0; i < KG_ARRAY_SIZE(binding); i++) {
		if (strcmp(native_name(h, value), binding[i]) == 0)
			return true;
	}
	return t->python_class && in_classes(h, t, "__get__");
}

static bool attribute_is_same(const struct writer *w, const char *name, kg_node value)
{
	size_t len = strlen(name);

	if (w->owner == KG_NODE_NONE)
		return true;
	if (len > 4 && strncmp(name, "__", 2) == 0 && strcmp(name + len - 2, "__") == 0)
		return false;
	if (in_classes(w->h, kg_heap_type(w->h, w->owner), name))
		return false;
	return !kg_heap_type(w->h, w->owner)->is_metatype || !binds(w->h, value);
}

static bool literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb);

static bool tuple_literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb)
{
	struct kg_refs refs;
	struct kg_error *err;
	bool ok;

	if (depth >= TUPLE_DEPTH)
		return false;
	err = kg_heap_refs(h, addr, &refs);
	ok = !err && refs.n <= TUPLE_ITEMS;
	kg_strbuf_putc(sb, '(');
	for (size_t i = 0; ok && i < refs.n; i++) {
		kg_strbuf_puts(sb, i > 0 ? ", " : "");
		ok = literal(h, refs.items[i].addr, depth + 1, sb);
	}
	kg_strbuf_puts(sb, ok && refs.n == 1 ? ",)" : ")");
	if (!err)
		kg_refs_deinit(&refs);
	kg_error_destroy(err);
	return ok;
}

/* nan and inf are no literals, nor is what stands for a value that is too long. */
static bool is_number(const char *text)
{
	return text[0] && text[0] != '<' && !strstr(text, "nan") && !strstr(text, "inf");
}

/* The key as Python source that reads back as an equal one. The depth is bounded. */
static bool literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb)
{
	/* The first two have a length that is asked for first. */
	static const char *const exact[] = {"str", "bytes", "int", "float", "bool", "NoneType", "complex", "ellipsis"};
	struct kg_obj o;
	struct kg_error *err = kg_heap_object(h, addr, &o);
	size_t before = sb->len;
	int64_t size;

	if (err) {
		kg_error_destroy(err);
		return false;
	}
	if (strcmp(o.type->name, "tuple") == 0)
		return tuple_literal(h, addr, depth, sb);
	for (size_t i = 0; i < KG_ARRAY_SIZE(exact); i++) {
		if (strcmp(o.type->name, exact[i]) || o.type->heap_type)
			continue;
		size = i < 2 ? kg_obj_size(h, o) : 0;
		if (i < 2 && (h->redact || size > KEY_MAX))
			return false;
		kg_heap_value(h, addr, SIZE_MAX, sb);
		return i < 2 || is_number(sb->text ? sb->text + before : "");
	}
	return false;
}

static void add_value(const struct writer *w, kg_addr addr)
{
	kg_heap_value(w->h, addr, 60, w->sb);
}

/* The key of a mapping, or of the dict of something: ['k']; otherwise by its number. */
static void add_keyed(struct writer *w, const struct kg_link *l)
{
	struct kg_strbuf key = {0};
	const char *name = native_name(w->h, l->from);

	if (literal(w->h, l->label.addr, 0, &key) && w->python) {
		kg_strbuf_printf(w->sb, "[%s]", kg_strbuf_text(&key));
	} else if (w->python) {
		struct kg_strbuf whole = {0};

		kg_strbuf_puts(&whole, kg_strbuf_text(w->sb));
		kg_strbuf_reset(w->sb);
		kg_strbuf_printf(w->sb, "list(%s.values())[%llu]", kg_strbuf_text(&whole), (unsigned long long)l->index);
		kg_strbuf_deinit(&whole);
		w->broken = w->broken || strcmp(name, "dict") || kg_heap_type(w->h, l->from)->python_class;
	} else {
		kg_strbuf_putc(w->sb, '[');
		if (key.len > 0 && key.len < 60 && key.text[0] == '(')
			kg_strbuf_puts(w->sb, kg_strbuf_text(&key));
		else
			add_value(w, l->label.addr);
		kg_strbuf_putc(w->sb, ']');
	}
	kg_strbuf_deinit(&key);
}

/* A member of a set or a key of a dict has no name but itself. */
static void add_key(struct writer *w, const struct kg_link *l)
{
	const char *name = native_name(w->h, l->from);
	bool set = strcmp(name, "set") == 0 || strcmp(name, "frozenset") == 0;
	struct kg_strbuf whole = {0};

	if (!w->python) {
		kg_strbuf_puts(w->sb, set ? "{" : ".keys(){");
		add_value(w, kg_heap_addr(w->h, l->to));
		kg_strbuf_putc(w->sb, '}');
		return;
	}
	kg_strbuf_puts(&whole, kg_strbuf_text(w->sb));
	kg_strbuf_reset(w->sb);
	kg_strbuf_printf(w->sb, "list(%s)[%llu]", kg_strbuf_text(&whole), (unsigned long long)l->index);
	kg_strbuf_deinit(&whole);
	w->broken = w->broken || kg_heap_type(w->h, l->from)->python_class || (!set && strcmp(name, "dict") != 0);
}

/* .name, where the object at @addr is the name; otherwise .__dict__['name'] */
static void add_attribute(struct writer *w, kg_addr addr, kg_node value)
{
	struct kg_strbuf name = {0};
	bool ok = kg_heap_text(w->h, addr, NAME_MAX_CHARS, &name) && is_identifier(kg_strbuf_text(&name));

	if (ok && (!w->python || attribute_is_same(w, kg_strbuf_text(&name), value))) {
		kg_strbuf_printf(w->sb, ".%s", kg_strbuf_text(&name));
	} else {
		kg_strbuf_reset(&name);
		ok = literal(w->h, addr, 0, &name);
		kg_strbuf_puts(w->sb, ".__dict__[");
		if (ok)
			kg_strbuf_puts(w->sb, kg_strbuf_text(&name));
		else
			add_value(w, addr);
		kg_strbuf_putc(w->sb, ']');
		w->broken = w->broken || !ok;
	}
	kg_strbuf_deinit(&name);
}

/* Is the local variable of that name one whose value is in a cell? */
static bool is_cell(const struct kg_heap *h, const struct kg_frame *f, kg_addr name)
{
	struct kg_code code;
	struct kg_error *err = kg_code_read(h->rt, f->code, &code);
	bool cell = false;

	for (uint32_t i = 0; !err && code.kinds && i < code.nlocalsplus && !cell; i++)
		cell = kg_code_slot_name(h->rt, &code, i) == name && code.kinds[i] & (KG_SLOT_CELL | KG_SLOT_FREE);
	kg_error_destroy(err);
	return cell;
}

static const char *frame_attribute(const char *native)
{
	if (strcmp(native, "generator") == 0)
		return ".gi_frame";
	if (strcmp(native, "coroutine") == 0)
		return ".cr_frame";
	return strcmp(native, "async_generator") == 0 ? ".ag_frame" : "";
}

/* "<run() pipeline.py:88>", "<suspended in run() pipeline.py:88>" */
static void add_place(struct writer *w, kg_node n, const struct kg_frame *f, bool runs)
{
	kg_strbuf_putc(w->sb, '<');
	if (frame_attribute(native_name(w->h, n))[0])
		kg_strbuf_puts(w->sb, runs ? "running " : "suspended in ");
	kg_report_frame_place(w->h, f, w->sb);
	kg_strbuf_putc(w->sb, '>');
}

static void add_local(struct writer *w, const struct kg_link *l)
{
	struct kg_frame f;
	bool known = kg_heap_frame_of(w->h, kg_heap_get(w->h, l->from), &f);
	struct kg_strbuf name = {0};
	bool ok = l->label.kind == KG_LABEL_LOCAL && literal(w->h, l->label.addr, 0, &name);

	if (w->python) {
		kg_strbuf_printf(w->sb, "%s.f_locals[%s]", frame_attribute(native_name(w->h, l->from)), kg_strbuf_text(&name));
		w->broken = w->broken || !ok || !known;
	} else {
		if (known)
			add_place(w, l->from, &f, l->kind == KG_EDGE_OWNED);
		kg_strbuf_putc(w->sb, '.');
		if (l->label.kind == KG_LABEL_LOCAL)
			kg_heap_name(w->h, l->label.addr, w->sb);
		else
			kg_strbuf_printf(w->sb, "<stack>[%llu]", (unsigned long long)l->label.index);
	}
	kg_strbuf_deinit(&name);
	if (known && l->label.kind == KG_LABEL_LOCAL && is_cell(w->h, &f, l->label.addr))
		w->pending = P_LOCAL;
}

/* Names of C members that Python code reads under the same name and that answer the very object. */
static bool is_readable(const char *name)
{
	static const char *const names[] = {
		"__class__", "__defaults__", "__kwdefaults__", "__globals__", "__code__", "__name__", "__qualname__",
		"__module__", "__annotations__", "__func__", "__self__", "cell_contents", "__callback__", "func", "args",
		"keywords", "fget", "fset", "fdel", "__traceback__", "__cause__", "__context__", "tb_next", "tb_frame",
		"f_back", "f_code", "co_consts", "co_names", "co_filename", "co_name", "co_qualname", "base", "obj",
		"__mro__", "__bases__", "__base__", "__origin__", "__args__", "gi_code", "ag_code", "cr_code", "value",
		"exceptions", "default_factory", "__objclass__", "__thisclass__", "start", "stop", "step"};

	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

static void add_text(struct writer *w, const struct kg_link *l)
{
	const char *name = l->label.text + (l->label.text[0] == '.');

	w->owner = l->from;
	if (strcmp(name, "__dict__") == 0) {
		w->pending = P_NAMESPACE;
		return;
	}
	if (strcmp(name, "__closure__") == 0 && strcmp(native_name(w->h, l->from), "function") == 0) {
		w->pending = P_CLOSURE;
		return;
	}
	if (strcmp(name, "dummies") == 0 && strcmp(native_name(w->h, l->from), "_thread._local") == 0) {
		w->pending = P_DUMMIES;
		w->broken = true;
		return;
	}
	kg_strbuf_printf(w->sb, ".%s", name);
	w->broken = w->broken || !is_readable(name);
}

static void add_item(struct writer *w, const struct kg_link *l)
{
	static const char *const sequences[] = {"list", "tuple", "collections.deque"};
	bool ok = !l->label.prefix || !l->label.prefix[0];

	if (!ok && strcmp(l->label.prefix, "stack") == 0) {
		add_local(w, l);
		return;
	}
	if (!ok)
		kg_strbuf_puts(w->sb, l->label.prefix[0] == '.' ? "" : ".");
	kg_strbuf_printf(w->sb, "%s[%llu]", ok ? "" : l->label.prefix, (unsigned long long)l->label.index);
	for (size_t i = 0; ok && i < KG_ARRAY_SIZE(sequences); i++) {
		if (strcmp(sequences[i], native_name(w->h, l->from)) == 0)
			return;
	}
	w->broken = true;
}

static void add_plain(struct writer *w, const struct kg_link *l)
{
	switch (l->label.kind) {
	case KG_LABEL_TEXT:
		add_text(w, l);
		break;
	case KG_LABEL_ITEM:
		add_item(w, l);
		break;
	case KG_LABEL_KEYED:
		add_keyed(w, l);
		break;
	case KG_LABEL_KEY:
		add_key(w, l);
		break;
	case KG_LABEL_ATTR:
		w->owner = l->from;
		add_attribute(w, l->label.addr, l->to);
		break;
	case KG_LABEL_LOCAL:
		add_local(w, l);
		break;
	case KG_LABEL_SLOT:
		kg_heap_label(w->h, l->label, w->sb);
		break;
	case KG_LABEL_CELL:
	case KG_LABEL_WORD:
		kg_strbuf_putc(w->sb, ' ');
		kg_heap_label(w->h, l->label, w->sb);
		w->broken = true;
		break;
	}
}

/* The name of free variable number @i of a function. */
static void add_free_name(struct writer *w)
{
	const struct kg_heap *h = w->h;
	struct kg_obj func = kg_heap_get(h, w->owner);
	int32_t off = h->rt->layout->off[F_FUNC_CODE];
	struct kg_code code;
	struct kg_error *err;
	uint64_t seen = 0;

	if (off < 0 || func.avail < (uint64_t)off + 8)
		return;
	err = kg_code_read(h->rt, kg_obj_addr(func, off), &code);
	for (uint32_t i = 0; !err && code.kinds && i < code.nlocalsplus; i++) {
		if (code.kinds[i] & KG_SLOT_FREE && seen++ == w->index) {
			kg_heap_name(h, kg_code_slot_name(h->rt, &code, i), w->sb);
			return;
		}
	}
	kg_error_destroy(err);
	kg_strbuf_printf(w->sb, "[%llu]", (unsigned long long)w->index);
}

/* Which thread's part of a threading.local: its dict in that thread's state holds the dummy that
 * the key refers to weakly. */
static void add_thread_of(struct writer *w, kg_addr key)
{
	const struct kg_heap *h = w->h;
	kg_addr dummy = 0;
	kg_node n;
	struct kg_error *err = kg_image_read_u64(h->image, key + (kg_addr)h->rt->layout->off[F_WEAKREF_OBJECT], &dummy);

	kg_error_destroy(err);
	n = dummy ? kg_heap_node(h, dummy) : KG_NODE_NONE;
	if (n == KG_NODE_NONE)
		return;
	KG_GRAPH_IN(&h->graph, n, word, {
		const struct kg_root *r = kg_anchor_root(h, KG_WORD_TO(word));

		if (r && r->kind == KG_ROOT_STATE && r->thread < h->rt->nthreads) {
			kg_strbuf_printf(w->sb, "<thread %llu>", (unsigned long long)h->rt->threads[r->thread].native_id);
			return;
		}
	});
}

/* What was put off is written now that no step folds it. */
static void flush(struct writer *w)
{
	enum pending p = w->pending;

	w->pending = P_NONE;
	switch (p) {
	case P_NONE:
		break;
	case P_NAMESPACE:
		kg_strbuf_puts(w->sb, ".__dict__");
		break;
	case P_CLOSURE:
		kg_strbuf_puts(w->sb, ".__closure__");
		break;
	case P_FREE:
		kg_strbuf_printf(w->sb, ".__closure__[%llu]", (unsigned long long)w->index);
		break;
	case P_LOCAL:
		kg_strbuf_puts(w->sb, w->python ? "" : " (its cell)");
		w->broken = true;
		break;
	case P_DUMMIES:
		kg_strbuf_puts(w->sb, ".<values by thread>");
		break;
	}
}

/* @return true when the step went into what was pending */
static bool fold(struct writer *w, const struct kg_link *l)
{
	bool contents = l->label.kind == KG_LABEL_TEXT && strcmp(l->label.text, "cell_contents") == 0;
	enum pending p = w->pending;

	if (p == P_NAMESPACE && l->label.kind == KG_LABEL_KEYED) {
		add_attribute(w, l->label.addr, l->to);
	} else if (p == P_CLOSURE && l->label.kind == KG_LABEL_ITEM) {
		w->index = l->label.index;
		w->pending = P_FREE;
		return true;
	} else if (p == P_FREE && contents) {
		if (w->python) {
			kg_strbuf_printf(w->sb, ".__closure__[%llu].cell_contents", (unsigned long long)w->index);
		} else {
			kg_strbuf_puts(w->sb, ".<closure>.");
			add_free_name(w);
		}
	} else if (p == P_DUMMIES && l->label.kind == KG_LABEL_KEYED) {
		add_thread_of(w, l->label.addr);
		w->owner = KG_NODE_NONE;
		w->pending = P_NAMESPACE;
		return true;
	} else if (p != P_LOCAL || !contents) {
		return false;
	}
	w->pending = P_NONE;
	return true;
}

static void step(struct writer *w, kg_node from, kg_node to)
{
	struct kg_link l;

	if (!kg_report_find_link(w->h, from, to, &l)) {
		flush(w);
		kg_strbuf_puts(w->sb, ".?");
		w->broken = true;
		return;
	}
	if (!fold(w, &l)) {
		flush(w);
		add_plain(w, &l);
	}
	if (l.kind == KG_EDGE_GUESS)
		kg_strbuf_puts(w->sb, " (guess)");
}

/* The last step into a class's namespace: Class.__dict__ is not the dict but a view of it. */
static void finish(struct writer *w)
{
	if (w->pending == P_NAMESPACE && w->owner != KG_NODE_NONE && kg_heap_type(w->h, w->owner)->is_metatype)
		w->broken = true;
	flush(w);
}

/* sys.modules['x'] and what is in it: a namespace is folded into the attribute. */
static void start_named(struct writer *w, const struct kg_named *named)
{
	struct kg_named module = *named;

	if (named->kind == KG_NAMED_NAMESPACE) {
		module.kind = KG_NAMED_MODULE;
		w->pending = P_NAMESPACE;
		w->owner = KG_NODE_NONE;
	}
	kg_report_named(w->h, &module, w->sb);
}

static void start(struct writer *w, const struct kg_chain *chain, const struct kg_cycles *cycles)
{
	const struct kg_named *named = kg_heap_named(w->h, chain->nodes[0]);
	const struct kg_root *root = kg_anchor_root(w->h, chain->nodes[0]);

	/* A chain that is a guess because of its steps begins at a root all the same. */
	if (named && kg_anchor_of(w->h, chain->nodes[0]) == KG_ANCHOR_ROOT) {
		start_named(w, named);
		return;
	}
	kg_report_anchor(w->h, chain, cycles, w->sb);
	if (kg_anchor_of(w->h, chain->nodes[0]) != KG_ANCHOR_ROOT && chain->n > 1)
		kg_strbuf_puts(w->sb, ": object"); /* what follows starts at no name */
	else if (root && root->kind == KG_ROOT_FRAME && strcmp(native_name(w->h, chain->nodes[0]), "cell") == 0)
		w->pending = chain->n > 1 ? P_LOCAL : P_NONE;
}

void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb)
{
	struct writer w = {.h = h, .sb = sb, .owner = KG_NODE_NONE};

	start(&w, chain, cycles);
	for (size_t i = 0; i + 1 < chain->n; i++) {
		if (chain->n > 2 * PATH_ENDS + 1 && i == PATH_ENDS) {
			size_t skip = chain->n - 1 - 2 * PATH_ENDS;

			flush(&w);
			kg_strbuf_printf(sb, " \u2026(%zu steps)\u2026", skip);
			i += skip;
		}
		step(&w, chain->nodes[i], chain->nodes[i + 1]);
	}
	finish(&w);
}

bool kg_report_expression(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb)
{
	const struct kg_named *named = kg_heap_named(h, chain->nodes[0]);
	struct kg_strbuf text = {0};
	struct writer w = {.h = h, .sb = &text, .python = true, .owner = KG_NODE_NONE};

	/* A sub-interpreter's modules are not those of who would evaluate it, and keys may be hidden. */
	if (!named || h->redact || chain->anchor != KG_ANCHOR_ROOT || chain->n > EXPRESSION_STEPS ||
	    (named->interp < h->rt->ninterps && !h->rt->interps[named->interp].is_main))
		return false;
	start_named(&w, named);
	for (size_t i = 0; i + 1 < chain->n && !w.broken; i++)
		step(&w, chain->nodes[i], chain->nodes[i + 1]);
	finish(&w);
	if (!w.broken && !text.failed)
		kg_strbuf_puts(sb, kg_strbuf_text(&text));
	kg_strbuf_deinit(&text);
	return !w.broken;
}
