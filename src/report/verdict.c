#include "report/verdict.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "heap/core.h"
#include "heap/frames.h"
#include "heap/type.h"
#include "report/cells.h"

#define STEPS_AHEAD 8 /* references shown of each end of a long cycle */
#define STEPS_BACK 3
#define NAME_BYTES 256
#define EXCEPTION (UINT64_C(1) << 30) /* Py_TPFLAGS_BASE_EXC_SUBCLASS, CPython Include/object.h */

/* What an object is to somebody who looks for the reason of a cycle. */
enum nature { PLAIN, TUPLE, CELL, FUNCTION, CLASS, INSTANCE, ERROR, GENERATOR, FRAME };

static bool is_native(const struct kg_type *t, const char *name)
{
	return t->native && strcmp(t->native->tp_name, name) == 0;
}

static enum nature nature_of(const struct kg_group *g, kg_node n)
{
	const struct kg_type *t = kg_heap_type(g->heap, n);

	if (is_native(t, "frame"))
		return FRAME;
	if (is_native(t, "generator") || is_native(t, "coroutine") || is_native(t, "async_generator"))
		return GENERATOR;
	if (t->flags & EXCEPTION || is_native(t, "traceback"))
		return ERROR;
	if (is_native(t, "function"))
		return FUNCTION;
	if (is_native(t, "cell"))
		return CELL;
	if (is_native(t, "tuple") && !t->python_class)
		return TUPLE;
	if (t->is_metatype)
		return CLASS;
	return t->python_class ? INSTANCE : PLAIN;
}

static enum kg_owner owner_of(const struct kg_group *g, kg_node n)
{
	return kg_origins_get(g->origins, kg_origins_node(g->origins, n))->owner;
}

/* How much a cycle through @n would say: the application's own objects before code, code
 * before containers, and of equals what is further up the list. */
static unsigned int telling(const struct kg_group *g, kg_node n)
{
	static const uint8_t ranks[] = {[PLAIN] = 4, [TUPLE] = 1, [CELL] = 2,	  [FUNCTION] = 11, [CLASS] = 10,
					[INSTANCE] = 12, [ERROR] = 14, [GENERATOR] = 15, [FRAME] = 16};
	enum nature nature = nature_of(g, n);
	bool mine = owner_of(g, n) == KG_OWNER_APPLICATION;

	if (kg_group_is_array(kg_heap_type(g->heap, n)))
		return 49;
	if (mine && nature == INSTANCE)
		return 50;
	return ranks[nature] + (mine ? 20 : 0);
}

static unsigned int references_of(const struct kg_group *g, kg_node n)
{
	unsigned int found = 0;

	KG_GRAPH_OUT(&g->heap->graph, n, w, {
		(void)w;
		found++;
	});
	return found;
}

/* Of equals the one with most references, so that groups of one shape read the same. */
static kg_node choose_start(const struct kg_group *g)
{
	unsigned int best = 0;
	kg_node found = KG_NODE_NONE;

	for (size_t i = 0; i < g->cycle->n; i++) {
		unsigned int rank;

		if (!g->cycles->knot[g->cycle->first + i])
			continue;
		rank = telling(g, g->members[i]);
		if (rank > best || (rank == best && references_of(g, g->members[i]) > references_of(g, found))) {
			best = rank;
			found = g->members[i];
		}
	}
	return found;
}

static const char *last_part(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot ? dot + 1 : name;
}

/* A class that has no instances is known by its tp_name alone. */
static void add_class_name(const struct kg_group *g, kg_addr class, struct kg_strbuf *sb)
{
	char text[NAME_BYTES];
	kg_addr at = 0;
	struct kg_error *err;

	err = kg_image_read_u64(g->heap->image, class + (kg_addr)kg_heap_layout(g->heap)->off[F_TYPE_NAME], &at);
	if (!err)
		err = kg_image_read_cstr(g->heap->image, at, text, sizeof(text));
	if (!err)
		kg_strbuf_escape(sb, last_part(text), strlen(last_part(text)));
	else
		kg_strbuf_puts(sb, "?");
	kg_error_destroy(err);
}

/* What a reader would call the object. */
static void add_name(const struct kg_group *g, kg_node n, struct kg_strbuf *sb)
{
	struct kg_obj o = kg_heap_get(g->heap, n);
	struct kg_code code;
	struct kg_frame f;

	if (o.type->is_metatype) {
		add_class_name(g, o.addr, sb);
	} else if (is_native(o.type, "function")) {
		kg_heap_name(g->heap, kg_obj_addr(o, kg_heap_layout(g->heap)->off[F_FUNC_QUALNAME]), sb);
		kg_strbuf_puts(sb, "()");
	} else if (kg_heap_frame_of(g->heap, o, &f)) {
		struct kg_error *err = kg_code_read(g->heap->rt, f.code, &code);

		kg_heap_name(g->heap, err ? 0 : code.qualname ? code.qualname : code.name, sb);
		kg_strbuf_puts(sb, "()");
		kg_error_destroy(err);
	} else {
		kg_strbuf_puts(sb, last_part(o.type->name));
	}
}

/* One reference of the cycle, an instance's dict left out. */
struct step {
	struct kg_strbuf label;
	kg_node holder, target;
};

static struct kg_error *label_of(const struct kg_group *g, kg_node from, kg_node to, struct kg_strbuf *sb)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(g->heap, kg_heap_addr(g->heap, from), &refs);
	size_t i = 0;

	if (err)
		return err;
	while (i < refs.n && (refs.items[i].node != to || refs.items[i].kind > KG_EDGE_OWNED))
		i++;
	if (i < refs.n)
		kg_heap_label(g->heap, refs.items[i].label, sb);
	else
		kg_strbuf_puts(sb, "?");
	kg_refs_deinit(&refs);
	return sb->failed ? kg_error_nomem() : NULL;
}

/* "['name']" of an instance's dict is its attribute: ".name". */
static bool as_attribute(const char *item, struct kg_strbuf *sb)
{
	size_t len = strlen(item);

	if (len < 5 || strncmp(item, "['", 2) != 0 || strcmp(item + len - 2, "']") != 0)
		return false;
	for (const char *p = item + 2; p < item + len - 2; p++) {
		if (!isalnum((unsigned char)*p) && *p != '_' && !((unsigned char)*p & 0x80))
			return false;
	}
	kg_strbuf_putc(sb, '.');
	kg_strbuf_add(sb, item + 2, len - 4);
	return true;
}

/* The reference from loop.nodes[*i] on; leaves *i at the last one used. */
static struct kg_error *read_step(const struct kg_group *g, size_t *i, struct step *ret)
{
	const struct kg_loop *l = &g->loop;
	kg_node next = l->nodes[(*i + 1) % l->n];
	struct kg_strbuf item = {0};
	struct kg_error *err;

	*ret = (struct step){.holder = l->nodes[*i], .target = next};
	err = label_of(g, ret->holder, next, &ret->label);
	if (err || strcmp(kg_strbuf_text(&ret->label), "__dict__") != 0 || *i + 1 >= l->n)
		return err;
	err = label_of(g, next, l->nodes[(*i + 2) % l->n], &item);
	if (!err) {
		struct kg_strbuf folded = {0};

		if (as_attribute(kg_strbuf_text(&item), &folded)) {
			kg_strbuf_deinit(&ret->label);
			ret->label = folded;
			ret->target = l->nodes[(*i + 2) % l->n];
			++*i;
		}
	}
	kg_strbuf_deinit(&item);
	return err;
}

static void add_step(struct kg_strbuf *way, const char *label)
{
	if (strncmp(label, "local ", 6) == 0 || strncmp(label, "cell ", 5) == 0 || strcmp(label, "key") == 0)
		kg_strbuf_putc(way, ' ');
	else if (label[0] != '.' && label[0] != '[')
		kg_strbuf_putc(way, '.');
	kg_strbuf_puts(way, label);
}

/* The attribute to change: one by which an instance of the application refers to another,
 * rather than one that leads to a container; of equals the last. */
static void note_closing(const struct kg_group *g, const struct step *s, struct kg_strbuf *closing, int *rank)
{
	const char *label = kg_strbuf_text(&s->label);
	bool mine = owner_of(g, s->holder) == KG_OWNER_APPLICATION;
	int here = 0;

	if (strncmp(label, "local ", 6) == 0)
		here = mine ? 3 : 2;
	else if (nature_of(g, s->holder) == INSTANCE && label[0] == '.')
		here = mine ? 3 : 1;
	else if (label[0] != '[')
		return;
	if (here == 3 && nature_of(g, s->target) == INSTANCE && owner_of(g, s->target) == KG_OWNER_APPLICATION)
		here = 4;
	if (here < *rank)
		return;
	*rank = here;
	kg_strbuf_reset(closing);
	kg_strbuf_puts(closing, label);
}

static struct kg_error *describe_loop(struct kg_group *g, struct kg_strbuf *closing)
{
	struct kg_error *err = NULL;
	int rank = 0;

	add_name(g, g->loop.nodes[0], &g->way);
	for (size_t i = 0; i < g->loop.n && !err; i++) {
		struct step s;

		if (i == STEPS_AHEAD && g->loop.n > STEPS_AHEAD + STEPS_BACK) {
			kg_strbuf_printf(&g->way, " ... %zu more ...", g->loop.n - STEPS_AHEAD - STEPS_BACK);
			i = g->loop.n - STEPS_BACK;
		}
		err = read_step(g, &i, &s);
		if (!err) {
			add_step(&g->way, kg_strbuf_text(&s.label));
			note_closing(g, &s, closing, &rank);
		}
		kg_strbuf_deinit(&s.label);
	}
	return err;
}

/* What the sentences are about. */
struct story {
	struct kg_group *g;
	const char *closing;	  /* label of the reference to change, "" unknown */
	const char *package;	  /* of the owner, or words for it */
	enum kg_owner owner;
	kg_node on[FRAME + 1];	  /* an object of each nature on the cycle, KG_NODE_NONE none */
	bool imports, classes;	  /* frames of importlib in the group, classes in its cycles */
};

static void survey(struct story *s)
{
	const struct kg_group *g = s->g;

	for (size_t i = 0; i <= FRAME; i++)
		s->on[i] = KG_NODE_NONE;
	for (size_t i = 0; i < g->loop.n; i++) {
		kg_node *seen = &s->on[nature_of(g, g->loop.nodes[i])];

		if (*seen == KG_NODE_NONE)
			*seen = g->loop.nodes[i];
	}
	for (size_t i = 0; i < g->nshares; i++) {
		if (kg_origins_get(g->origins, g->shares[i].origin)->owner == KG_OWNER_IMPORTLIB)
			s->imports |= g->shares[i].frames > 0;
	}
	for (size_t i = 0; i < g->cycle->n && !s->classes; i++)
		s->classes = g->cycles->knot[g->cycle->first + i] && kg_heap_type(g->heap, g->members[i])->is_metatype;
}

static void add_inside(const struct kg_group *g, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < g->ninside && i < 2; i++)
		kg_strbuf_printf(sb, "%s%s", i ? ", " : "", last_part(g->inside[i].type->name));
	if (g->ninside > 2)
		kg_strbuf_printf(sb, " and %zu more", g->ninside - 2);
}

static void add_place(const struct kg_group *g, kg_node n, struct kg_strbuf *sb)
{
	struct kg_frame f;

	if (kg_heap_frame_of(g->heap, kg_heap_get(g->heap, n), &f))
		kg_heap_frame_text(g->heap, &f, false, sb);
	else
		add_name(g, n, sb);
}

/* The label without what it begins with: "local exc" is exc. */
static const char *variable(const struct story *s)
{
	return strncmp(s->closing, "local ", 6) == 0 ? s->closing + 6 : s->closing;
}

static void tell_own_frame(struct story *s)
{
	struct kg_group *g = s->g;
	bool error = s->on[ERROR] != KG_NODE_NONE;

	kg_strbuf_puts(&g->verdict, error ? "an exception kept in its own frame: " : "a frame that holds itself: ");
	add_place(g, s->on[FRAME], &g->verdict);
	if (s->closing[0])
		kg_strbuf_printf(&g->verdict, ", %s", s->closing);
	if (strncmp(s->closing, "local ", 6) == 0)
		kg_strbuf_printf(&g->advice, "del %s at the end of the function%s", variable(s),
				 error ? ", or do not keep the exception" : "");
	else
		kg_strbuf_puts(&g->advice, error ? "do not keep the exception, or clear its __traceback__"
						 : "cut the link when the function ends");
}

static void tell_generator(struct story *s)
{
	kg_strbuf_puts(&s->g->verdict, "a suspended generator or coroutine that holds itself: ");
	add_place(s->g, s->on[GENERATOR], &s->g->verdict);
	kg_strbuf_puts(&s->g->advice, "close() it when done, or do not keep it in what it uses");
}

static void tell_instances(struct story *s)
{
	struct kg_group *g = s->g;

	kg_strbuf_printf(&g->verdict, "structural cycle of your class%s ", g->ninside > 1 ? "es" : "");
	add_inside(g, &g->verdict);
	if (s->closing[0])
		kg_strbuf_printf(&g->verdict, " through %s", s->closing);
	if (s->closing[0] == '.')
		kg_strbuf_printf(&g->advice, "make %s a weakref, or set it to None when done", s->closing);
	else
		kg_strbuf_puts(&g->advice, "use a weakref for one of its links, or cut it when done");
}

static void tell_array(struct story *s)
{
	kg_strbuf_puts(&s->g->verdict, "an array stands in the cycle itself: ");
	add_inside(s->g, &s->g->verdict);
	if (s->closing[0])
		kg_strbuf_printf(&s->g->verdict, " through %s", s->closing);
	kg_strbuf_puts(&s->g->advice, "use a weakref for that link, or cut it when done");
}

static void tell_import(struct story *s)
{
	struct kg_group *g = s->g;
	const char *what = s->classes ? "frames and class-building cycles" : "frames in cycles";

	kg_strbuf_printf(&g->verdict, "import of %s left %s", s->package, what);
	kg_strbuf_printf(&g->advice, "call gc.collect() after the first import of %s, or import it at start", s->package);
}

/* The namespace of the module called like the str at @name, 0 when sys.modules has none. */
static kg_addr namespace_called(const struct kg_heap *h, kg_addr name)
{
	struct kg_strbuf wanted = {0}, key = {0};
	kg_addr found = 0;

	kg_heap_text(h, name, NAME_BYTES, &wanted);
	for (size_t i = 0; i < h->nnamed && !found; i++) {
		kg_strbuf_reset(&key);
		if (h->named[i].kind == KG_NAMED_NAMESPACE && kg_heap_text(h, h->named[i].key, NAME_BYTES, &key) &&
		    strcmp(kg_strbuf_text(&key), kg_strbuf_text(&wanted)) == 0)
			found = kg_heap_addr(h, h->named[i].node);
	}
	kg_strbuf_deinit(&wanted);
	kg_strbuf_deinit(&key);
	return found;
}

/* Does the module of class @n know another class by its name? attrs and dataclasses make a class anew to give it
 * __slots__, and drop the first. */
static bool made_anew(const struct kg_group *g, kg_node n)
{
	const struct kg_heap *h = g->heap;
	kg_addr class = kg_heap_addr(h, n), dict = kg_type_dict(h, class), module = 0, now = 0, space;
	struct kg_strbuf name = {0};
	kg_node other;

	add_class_name(g, class, &name);
	space = dict && kg_dict_get_str(h, dict, "__module__", &module) ? namespace_called(h, module) : 0;
	if (space)
		kg_dict_get_str(h, space, kg_strbuf_text(&name), &now);
	other = now && now != class ? kg_heap_node(h, now) : KG_NODE_NONE;
	kg_strbuf_deinit(&name);
	return other != KG_NODE_NONE && kg_heap_type(h, other)->is_metatype;
}

static void tell_classes(struct story *s)
{
	struct kg_group *g = s->g;

	if (made_anew(g, s->on[CLASS])) {
		kg_strbuf_puts(&g->verdict, "class ");
		add_class_name(g, kg_heap_addr(g->heap, s->on[CLASS]), &g->verdict);
		kg_strbuf_puts(&g->verdict, " was built a second time, as attrs and dataclasses do, and this is the first");
		kg_strbuf_puts(&g->advice, "made once, at import: a gc.collect() after start-up frees it");
		return;
	}
	if (s->owner == KG_OWNER_APPLICATION || s->owner == KG_OWNER_UNKNOWN) {
		kg_strbuf_puts(&g->verdict, "classes made at run time, each a cycle by itself: ");
		add_name(g, g->loop.nodes[0], &g->verdict);
		kg_strbuf_puts(&g->advice, "make classes once, not on each call");
		return;
	}
	kg_strbuf_printf(&g->verdict, "class building of %s left class cycles", s->package);
	if (s->owner == KG_OWNER_LIBRARY)
		kg_strbuf_printf(&g->advice, "call gc.collect() after the first import of %s", s->package);
	else
		kg_strbuf_puts(&g->advice, "made once, at import: a gc.collect() after start-up frees it");
}

static void tell_library(struct story *s)
{
	struct kg_group *g = s->g;

	kg_strbuf_printf(&g->verdict, "objects of %s refer to each other: ", s->package);
	add_name(g, g->loop.nodes[0], &g->verdict);
	kg_strbuf_puts(&g->advice, "nothing of yours is in the cycle: gc.collect() at a quiet moment");
}

static void tell_library_frame(struct story *s)
{
	struct kg_group *g = s->g;

	kg_strbuf_printf(&g->verdict, "%s kept %s in its own frame: ", s->package,
			 s->on[ERROR] != KG_NODE_NONE ? "an exception" : "itself");
	add_place(g, s->on[FRAME], &g->verdict);
	kg_strbuf_puts(&g->advice, "nothing of yours is in the cycle: gc.collect() after the call");
}

static void tell_closure(struct story *s)
{
	kg_strbuf_puts(&s->g->verdict, "a function that its own closure holds: ");
	add_name(s->g, s->on[FUNCTION], &s->g->verdict);
	kg_strbuf_puts(&s->g->advice, "clear the variable when done, or pass the function as an argument");
}

static void tell_plain(struct story *s)
{
	struct kg_group *g = s->g;

	kg_strbuf_puts(&g->verdict, "plain containers that hold each other: ");
	kg_strbuf_puts(&g->verdict, kg_strbuf_text(&g->way));
	kg_strbuf_puts(&g->advice, "take one link out when done, or call gc.collect()");
}

static void tell_nothing(struct story *s)
{
	kg_strbuf_puts(&s->g->verdict, "no cycle among these: most likely caught while being freed");
	kg_strbuf_puts(&s->g->advice, "look at another core");
}

/* The first line that fits. */
static void tell(struct story *s)
{
	bool mine = s->owner == KG_OWNER_APPLICATION;
	bool arrays = s->g->ninside > 0 && s->g->inside[0].array;

	if (s->g->loop.n == 0)
		tell_nothing(s);
	else if (s->on[FRAME] != KG_NODE_NONE && mine)
		tell_own_frame(s);
	else if (s->imports && !mine)
		tell_import(s);
	else if (s->on[GENERATOR] != KG_NODE_NONE)
		tell_generator(s);
	else if (arrays)
		tell_array(s);
	else if (s->g->ninside > 0)
		tell_instances(s);
	else if (s->on[FRAME] != KG_NODE_NONE)
		tell_library_frame(s);
	else if (s->on[CLASS] != KG_NODE_NONE)
		tell_classes(s);
	else if (!mine && s->owner != KG_OWNER_UNKNOWN)
		tell_library(s);
	else if (s->on[FUNCTION] != KG_NODE_NONE && s->on[CELL] != KG_NODE_NONE)
		tell_closure(s);
	else
		tell_plain(s);
}

static void add_along(struct kg_group *g)
{
	const struct kg_kind *k = g->along;

	if (g->nalong == 0)
		return;
	kg_strbuf_puts(&g->verdict, "; ");
	if (k->objects > 1)
		kg_strbuf_printf(&g->verdict, "%llu ", (unsigned long long)k->objects);
	kg_strbuf_printf(&g->verdict, "%s of ", last_part(k->type->name));
	kg_cell_bytes(&g->verdict, k->bytes);
	kg_strbuf_printf(&g->verdict, " only go%s along", k->objects > 1 ? "" : "es");
}

static bool gc_disabled(const struct kg_heap *h)
{
	for (uint32_t i = 0; i < h->rt->ninterps; i++) {
		if (h->rt->interps[i].gc.enabled)
			return false;
	}
	return h->rt->ninterps > 0;
}

struct kg_error *kg_verdict_find(struct kg_group *g)
{
	const struct kg_origin *owner = kg_origins_get(g->origins, g->owner);
	struct story s = {.g = g, .owner = owner->owner};
	struct kg_strbuf closing = {0};
	kg_node start = choose_start(g);
	struct kg_error *err = NULL;

	if (start != KG_NODE_NONE)
		err = kg_loop_find(g->heap, g->cycles, g->cycle, start, &g->loop);
	if (!err && g->loop.n > 0)
		err = describe_loop(g, &closing);
	if (!err) {
		s.closing = kg_strbuf_text(&closing);
		s.package = owner->owner == KG_OWNER_LIBRARY ? owner->name
			    : owner->owner == KG_OWNER_IMPORTLIB ? "a module" : "the standard library";
		survey(&s);
		tell(&s);
		add_along(g);
		if (gc_disabled(g->heap))
			kg_strbuf_puts(&g->advice, "; gc is disabled, nothing collects it by itself");
		if (g->verdict.failed || g->advice.failed || g->way.failed || closing.failed)
			err = kg_error_nomem();
	}
	kg_strbuf_deinit(&closing);
	return err;
}
