/*
 * A chain in one line: as a Python programmer would write it, and as an expression
 * that Python itself can evaluate.
 */
#include <string.h>

#include "heap/core.h"
#include "heap/frames.h"
#include "report/chain.h"
#include "report/python.h"

#define PATH_ENDS 8	     /* steps shown of each end of a long chain */
#define EXPRESSION_STEPS 200 /* longer ones are no help to anybody */
#define NAME_MAX_CHARS 512

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
	bool lasting; /* words that are the same in a later core of the process */
	bool broken; /* no expression leads on from here */
	enum pending pending;
	kg_node owner; /* KG_NODE_NONE: a module */
	uint64_t index;
};

static void add_value(const struct writer *w, kg_addr addr)
{
	kg_heap_value(w->h, addr, 60, w->sb);
}

/* The key of a mapping, or of the dict of something: ['k']; otherwise by its number. */
static void add_keyed(struct writer *w, const struct kg_link *l)
{
	struct kg_strbuf key = {0};
	const char *name = kg_python_native_name(w->h, l->from);

	if (kg_python_literal(w->h, l->label.addr, &key) && w->python) {
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
	const char *name = kg_python_native_name(w->h, l->from);
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
	bool ok = kg_heap_text(w->h, addr, NAME_MAX_CHARS, &name) && kg_python_is_identifier(kg_strbuf_text(&name));

	if (ok && (!w->python || kg_python_attribute_is_same(w->h, w->owner, kg_strbuf_text(&name), value))) {
		kg_strbuf_printf(w->sb, ".%s", kg_strbuf_text(&name));
	} else {
		kg_strbuf_reset(&name);
		ok = kg_python_literal(w->h, addr, &name);
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

	for (uint32_t i = 0; !err && i < code.nlocalsplus && !cell; i++)
		cell = kg_code_slot_name(h->rt, &code, i) == name && kg_code_slot_kind(&code, i) & (KG_SLOT_CELL | KG_SLOT_FREE);
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
	if (frame_attribute(kg_python_native_name(w->h, n))[0])
		kg_strbuf_puts(w->sb, runs ? "running " : "suspended in ");
	if (w->lasting)
		kg_report_frame_function(w->h, f, w->sb);
	else
		kg_report_frame_place(w->h, f, w->sb);
	kg_strbuf_putc(w->sb, '>');
}

static void add_local(struct writer *w, const struct kg_link *l)
{
	struct kg_frame f;
	bool known = kg_heap_frame_of(w->h, kg_heap_get(w->h, l->from), &f);
	struct kg_strbuf name = {0};
	bool ok = l->label.kind == KG_LABEL_LOCAL && kg_python_literal(w->h, l->label.addr, &name);

	if (w->python) {
		kg_strbuf_printf(w->sb, "%s.f_locals[%s]", frame_attribute(kg_python_native_name(w->h, l->from)), kg_strbuf_text(&name));
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

static void add_text(struct writer *w, const struct kg_link *l)
{
	const char *name = l->label.text + (l->label.text[0] == '.');

	w->owner = l->from;
	if (strcmp(name, "__dict__") == 0) {
		w->pending = P_NAMESPACE;
		return;
	}
	if (strcmp(name, "__closure__") == 0 && strcmp(kg_python_native_name(w->h, l->from), "function") == 0) {
		w->pending = P_CLOSURE;
		return;
	}
	/* dummies up to 3.12, localdicts later: Modules/_threadmodule.c, localobject. */
	if ((strcmp(name, "dummies") == 0 || strcmp(name, "localdicts") == 0) &&
	    strcmp(kg_python_native_name(w->h, l->from), "_thread._local") == 0) {
		w->pending = P_DUMMIES;
		w->broken = true;
		return;
	}
	kg_strbuf_printf(w->sb, ".%s", name);
	w->broken = w->broken || !kg_python_is_readable(name);
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
		if (strcmp(sequences[i], kg_python_native_name(w->h, l->from)) == 0)
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
	for (uint32_t i = 0; !err && i < code.nlocalsplus; i++) {
		if (kg_code_slot_kind(&code, i) & KG_SLOT_FREE && seen++ == w->index) {
			kg_heap_name(h, kg_code_slot_name(h->rt, &code, i), w->sb);
			return;
		}
	}
	kg_error_destroy(err);
	kg_strbuf_printf(w->sb, "[%llu]", (unsigned long long)w->index);
}

static bool add_thread(struct writer *w, const struct kg_root *r)
{
	const struct kg_heap *h = w->h;
	const struct kg_thread *t;

	if (!r || r->kind != KG_ROOT_STATE || r->thread >= h->rt->nthreads)
		return false;
	t = &h->rt->threads[r->thread];
	kg_strbuf_puts(w->sb, "<thread");
	if (!w->lasting)
		kg_strbuf_printf(w->sb, " %llu", (unsigned long long)(t->native_id ? t->native_id : t->thread_id));
	kg_strbuf_putc(w->sb, '>');
	return true;
}

/*
 * Which thread's part of a threading.local. From 3.13 on the key is the dummy that the thread's state holds; before,
 * a weak reference to one that the dict in the thread's state holds.
 */
static void add_thread_of(struct writer *w, kg_addr key)
{
	const struct kg_heap *h = w->h;
	kg_addr dummy = 0;
	kg_node n = kg_heap_node(h, key);
	struct kg_error *err;

	if (n != KG_NODE_NONE && add_thread(w, kg_anchor_root(h, n)))
		return;
	err = kg_image_read_u64(h->image, key + (kg_addr)h->rt->layout->off[F_WEAKREF_OBJECT], &dummy);
	kg_error_destroy(err);
	n = dummy ? kg_heap_node(h, dummy) : KG_NODE_NONE;
	if (n == KG_NODE_NONE)
		return;
	KG_GRAPH_IN(&h->graph, n, word, {
		if (add_thread(w, kg_anchor_root(h, KG_WORD_TO(word))))
			return;
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

	if (!kg_heap_link(w->h, from, to, &l)) {
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
	if (w->lasting)
		kg_report_anchor_lasting(w->h, chain, w->sb);
	else
		kg_report_anchor(w->h, chain, cycles, w->sb);
	if (kg_anchor_of(w->h, chain->nodes[0]) != KG_ANCHOR_ROOT && chain->n > 1)
		kg_strbuf_puts(w->sb, ": object"); /* what follows starts at no name */
	else if (root && root->kind == KG_ROOT_FRAME && strcmp(kg_python_native_name(w->h, chain->nodes[0]), "cell") == 0)
		w->pending = chain->n > 1 ? P_LOCAL : P_NONE;
}

static void write_path(struct writer *w, const struct kg_chain *chain, const struct kg_cycles *cycles)
{
	start(w, chain, cycles);
	for (size_t i = 0; i + 1 < chain->n; i++) {
		if (chain->n > 2 * PATH_ENDS + 1 && i == PATH_ENDS) {
			size_t skip = chain->n - 1 - 2 * PATH_ENDS;

			flush(w);
			kg_strbuf_printf(w->sb, " \u2026(%zu steps)\u2026", skip);
			i += skip;
		}
		step(w, chain->nodes[i], chain->nodes[i + 1]);
	}
	finish(w);
}

void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb)
{
	struct writer w = {.h = h, .sb = sb, .owner = KG_NODE_NONE};

	write_path(&w, chain, cycles);
}

void kg_report_path_lasting(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb)
{
	struct writer w = {.h = h, .sb = sb, .lasting = true, .owner = KG_NODE_NONE};

	write_path(&w, chain, NULL);
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
