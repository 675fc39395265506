/*
 * C types that nobody taught kedge: what their own tp_traverse shows when it is emulated, and what else of their bodies
 * looks like a reference; of those without one, the members of their C struct.
 */
#include "heap/emulated_priv.h"

#include <stdlib.h>

#include "base/grow.h"
#include "heap/instance_priv.h"

#define SCAN_MAX (UINT64_C(1) << 20) /* bytes of one unknown object that are looked at */
#define NEAR 256		     /* of many references shown, those at either end that words are compared with */
#define LABEL_WORDS 512		     /* of a body, where the name of a reference is looked for */
#define FAILED_MAX 64		     /* objects of a type; if no more than these went well it is given up */
#define ENDLESS_MAX 2		     /* the same for those that did not end, or ended the emulator */

static uint64_t body_bytes(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t size = kg_heap_default_size(h, o);

	if (size > o.avail)
		size = o.avail;
	return size < SCAN_MAX ? size : SCAN_MAX;
}

bool kg_shown_has(const struct kg_shown *s, kg_addr target)
{
	for (size_t i = 0; i < s->n && i < NEAR; i++) {
		if (s->visited[i] == target)
			return true;
	}
	for (size_t i = s->n > 2 * NEAR ? s->n - NEAR : NEAR; i < s->n; i++) {
		if (s->visited[i] == target)
			return true;
	}
	return false;
}

struct kg_label kg_body_label(const struct kg_body *b, uint64_t at)
{
	if (b->laid && b->laid->strct->name)
		return kg_laid_label(b->laid, kg_laid_at(b->laid, (int64_t)at), (int64_t)at);
	return (struct kg_label){KG_LABEL_WORD, {.index = at}, b->prefix};
}

static struct kg_body body_of(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native)
{
	return (struct kg_body){.p = o.p, .from = (uint64_t)h->rt->layout->off[F_OBJECT_SIZE], .size = body_bytes(h, o),
				.dict = native->dictoffset, .laid = kg_laid_get(h, native)};
}

/* Words of the body that could be an object's address, but for those that @shown has (NULL: nothing is known). */
static void push_guesses(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, const struct kg_shown *shown,
			 struct kg_sink *sink)
{
	const struct kg_body b = sink->label ? body_of(h, o, native) : (struct kg_body){0};
	uint64_t size = body_bytes(h, o);

	for (uint64_t at = (uint64_t)h->rt->layout->off[F_OBJECT_SIZE]; at + 8 <= size; at += 8) {
		kg_addr target = kg_u64(o.p + at);

		if (!target || target & 7 || target >> KG_EDGE_SHIFT || !kg_image_segment(h->image, target))
			continue;
		/* The list of weak references: their owners hold them. */
		if (shown && ((int64_t)at == o.type->weaklistoffset || kg_shown_has(shown, target)))
			continue;
		if (shown && (int64_t)at == native->dictoffset)
			kg_sink_own(sink, target, "__dict__");
		else
			kg_sink_edge(sink, target, KG_EDGE_GUESS, kg_body_label(&b, at));
	}
}

/*
 * The members that point to objects of a type without a tp_traverse. What is no object after all, a member that was
 * never set, is no reference.
 */
static void push_members(const struct kg_heap *h, struct kg_obj o, const struct kg_laid *l, struct kg_sink *sink)
{
	uint64_t size = body_bytes(h, o);

	for (int64_t at = l->from; (uint64_t)at + 8 <= size; at += 8) {
		const struct kg_laid_word *w = kg_laid_at(l, at);
		kg_addr target = kg_u64(o.p + at);
		const struct kg_segment *seg;
		bool object;

		if (w->kind == KG_LAID_NOTHING || !target || target & 7 || target >> KG_EDGE_SHIFT)
			continue;
		seg = kg_image_segment(h->image, target);
		if (!seg)
			continue;
		object = w->kind != KG_LAID_MAYBE && kg_object_guess(h, seg, target);
		kg_sink_edge(sink, target, object ? KG_EDGE_OWNED : KG_EDGE_GUESS,
			     !sink->label ? (struct kg_label){KG_LABEL_TEXT, {0}, NULL}
			     : w->kind == KG_LAID_DICT ? KG_TEXT("__dict__") : kg_laid_label(l, w, at));
	}
}

/* The number of the reference among those of the same value that come before it. */
static uint64_t same_before(const struct kg_shown *s, size_t i)
{
	uint64_t nth = 0;

	for (size_t k = 0; k < i && i < NEAR; k++)
		nth += s->visited[k] == s->visited[i];
	return nth;
}

/* Is the reference in an array that the member at @at points to? @nth: how many equal ones come first, counted down */
static bool in_array(const struct kg_heap *h, const struct kg_body *b, uint64_t at, kg_addr target, uint64_t *nth, uint64_t *ret)
{
	uint64_t avail;
	const uint8_t *p = kg_image_avail(h->image, kg_u64(b->p + at), &avail);

	for (uint64_t i = 0; p && i < avail / 8 && i < LABEL_WORDS; i++) {
		if (kg_u64(p + 8 * i) == target && (*nth)-- == 0) {
			*ret = i;
			return true;
		}
	}
	return false;
}

struct kg_label kg_shown_label(const struct kg_heap *h, const struct kg_body *b, const struct kg_shown *s, size_t i)
{
	uint64_t at = b->from, nth = same_before(s, i), index;
	const struct kg_laid *l = b->laid;

	for (unsigned int n = 0; at + 8 <= b->size && n < LABEL_WORDS; at += 8, n++) {
		if (kg_u64(b->p + at) == s->visited[i] && nth-- == 0)
			return b->dict && (int64_t)at == b->dict ? KG_TEXT("__dict__") : kg_body_label(b, at);
	}
	for (at = b->from; l && l->strct->name && at + 8 <= b->size && (at - (uint64_t)l->from) / 8 < l->n; at += 8) {
		const struct kg_laid_word *w = kg_laid_at(l, (int64_t)at);

		if (w->objects && in_array(h, b, at, s->visited[i], &nth, &index))
			return (struct kg_label){KG_LABEL_ITEM, {.index = index}, w->label};
	}
	return (struct kg_label){KG_LABEL_ITEM, {.index = i}, "visit"};
}

static void push_shown(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, const struct kg_shown *s,
		       struct kg_sink *sink)
{
	const struct kg_body b = sink->label ? body_of(h, o, native) : (struct kg_body){0};

	for (size_t i = 0; i < s->n; i++)
		kg_sink_edge(sink, s->visited[i], KG_EDGE_TRAVERSE,
			     !sink->label ? (struct kg_label){KG_LABEL_TEXT, {0}, NULL}
			     : s->visited[i] == o.type->addr ? KG_TEXT("__class__") : kg_shown_label(h, &b, s, i));
}

bool kg_tries_over(const struct kg_tries *t)
{
	uint64_t refused = __atomic_load_n(&t->refused, __ATOMIC_RELAXED);

	return __atomic_load_n(&t->endless, __ATOMIC_RELAXED) >= ENDLESS_MAX ||
	       (refused >= FAILED_MAX && refused > __atomic_load_n(&t->shown, __ATOMIC_RELAXED));
}

void kg_tries_add(struct kg_tries *t, enum kg_emulated how)
{
	if (how == KG_EMULATED_DONE) {
		__atomic_add_fetch(&t->shown, 1, __ATOMIC_RELAXED);
		return;
	}
	if (__atomic_add_fetch(&t->refused, 1, __ATOMIC_RELAXED) == 1)
		__atomic_store_n(&t->refusal, (uint8_t)how, __ATOMIC_RELAXED);
	if (how == KG_EMULATED_ENDLESS || how == KG_EMULATED_OUTPUT || how == KG_EMULATED_CRASH)
		__atomic_add_fetch(&t->endless, 1, __ATOMIC_RELAXED);
}

struct kg_error *kg_heap_emulator(const struct kg_heap *h, struct kg_emulator **ret)
{
	struct kg_emulator_options opts = {.image = h->image, .process = h->rt->proc, .progress = h->priv->progress};

	struct kg_emulator *e = NULL;

	pthread_mutex_lock(&h->priv->idle_lock);
	if (h->priv->nidle)
		e = h->priv->idle[--h->priv->nidle];
	pthread_mutex_unlock(&h->priv->idle_lock);
	if (!e)
		return kg_emulator_create(&opts, ret);
	*ret = e;
	return NULL;
}

void kg_heap_emulator_return(const struct kg_heap *h, struct kg_emulator *e)
{
	pthread_mutex_lock(&h->priv->idle_lock);
	if (e && h->priv->nidle < KG_EMULATORS_IDLE) {
		h->priv->idle[h->priv->nidle++] = e;
		e = NULL;
	}
	pthread_mutex_unlock(&h->priv->idle_lock);
	kg_emulator_destroy(e);
}

struct kg_error *kg_show_alone(const struct kg_heap *h, kg_addr object, kg_addr function, const struct kg_tries *tries,
			       struct kg_shown *ret)
{
	struct kg_emulation r;
	struct kg_error *err = NULL;

	*ret = (struct kg_shown){.addr = object, .how = KG_EMULATED_GIVEN_UP};
	if (kg_tries_over(tries))
		return NULL;
	if (!h->priv->alone)
		err = kg_heap_emulator(h, &h->priv->alone);
	if (!err)
		err = kg_emulator_traverse(h->priv->alone, function, &object, 1, &r);
	if (!err)
		*ret = (struct kg_shown){object, r.visited, r.ends[0], (enum kg_emulated)r.how[0]};
	return err;
}

const char *kg_tries_why(const struct kg_tries *t)
{
	return t->refused ? kg_emulated_words((enum kg_emulated)t->refusal) : NULL;
}

const char *kg_refs_source_name(enum kg_refs_source source)
{
	static const char *const names[] = {"decoded", "emulated", "mixed", "struct", "scanned"};

	return names[source];
}

enum kg_refs_source kg_heap_refs_source(const struct kg_heap *h, const struct kg_type *t, const char **ret_why)
{
	const struct kg_type *native = t->native;
	const struct kg_laid *l;

	if (ret_why)
		*ret_why = kg_tries_why(&native->tries);
	if (native->ops && !native->beside)
		return KG_REFS_DECODED;
	if (!native->tries.shown) {
		l = native->gc ? NULL : kg_laid_get(h, native);
		return kg_laid_sure(l) ? KG_REFS_STRUCT : KG_REFS_SCANNED;
	}
	return native->tries.refused ? KG_REFS_MIXED : KG_REFS_EMULATED;
}

static void push_unknown(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, const struct kg_shown *shown,
			 struct kg_sink *sink)
{
	const struct kg_laid *l = native->gc ? NULL : kg_laid_get(h, native);
	bool done = shown && shown->how == KG_EMULATED_DONE;

	if (kg_laid_sure(l)) {
		push_members(h, o, l, sink);
		return;
	}
	if (done)
		push_shown(h, o, native, shown, sink);
	/* Who teaches what is not shown says all of it. */
	if (!done || !native->ops)
		push_guesses(h, o, native, done ? shown : NULL, sink);
}

struct kg_error *kg_decode_unknown(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   struct kg_sink *sink)
{
	struct kg_error *err = NULL;
	struct kg_shown shown;

	if (!native->emulated || !kg_object_is_gc(h, o)) {
		push_unknown(h, o, native, NULL, sink);
		return NULL;
	}
	if (sink->shown) {
		push_unknown(h, o, native, sink->shown, sink);
		return NULL;
	}
	pthread_mutex_lock(&h->priv->alone_lock);
	err = kg_show_alone(h, o.addr, native->traverse, &native->tries, &shown);
	if (!err)
		push_unknown(h, o, native, &shown, sink);
	pthread_mutex_unlock(&h->priv->alone_lock);
	return err;
}

/* A worker's objects of unknown types, many at once. */

struct kg_error *kg_shows_add(struct kg_shows *s, struct kg_obj o)
{
	struct kg_error *err = kg_grow(&s->items, &s->cap, s->n, sizeof(*s->items));

	if (!err) {
		s->items[s->n] = (struct kg_show){.native = (struct kg_type *)o.type->native, .order = (uint32_t)s->n,
						  .shown = {.addr = o.addr, .how = KG_EMULATED_GIVEN_UP}};
		s->n++;
	}
	return err;
}

static int by_type(const void *a, const void *b)
{
	const struct kg_show *x = a, *y = b;

	if (x->native != y->native)
		return x->native->index < y->native->index ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int by_order(const void *a, const void *b)
{
	const struct kg_show *x = a, *y = b;

	return x->order < y->order ? -1 : x->order > y->order;
}

/* Puts a group's results by; offsets into .visited for now, since that array moves as it grows. */
static struct kg_error *keep(struct kg_shows *s, struct kg_show *group, size_t n, const struct kg_emulation *r)
{
	uint64_t all = n ? r->ends[n - 1] : 0;
	struct kg_error *err = kg_grow_to(&s->visited, &s->visited_cap, s->nvisited + all, sizeof(*s->visited));

	if (err)
		return err;
	if (all)
		memcpy(s->visited + s->nvisited, r->visited, all * sizeof(*s->visited));
	for (size_t i = 0; i < n; i++) {
		uint64_t from = i ? r->ends[i - 1] : 0;

		group[i].from = s->nvisited + from;
		group[i].shown.n = r->ends[i] - from;
		group[i].shown.how = (enum kg_emulated)r->how[i];
		kg_tries_add(&group[i].native->tries, group[i].shown.how);
	}
	s->nvisited += all;
	return NULL;
}

/* Asks the type's tp_is_gc about its objects, .addrs. Where that cannot be emulated they are the collector's. */
static struct kg_error *ask_group(const struct kg_heap *h, struct kg_shows *s, const struct kg_type *native, size_t n)
{
	struct kg_emulation r;
	struct kg_error *err = kg_emulator_ask(s->emulator, native->asks_gc, s->addrs, n, &r);

	for (size_t i = 0; i < n && !err; i++) {
		if (r.how[i] == KG_EMULATED_DONE && r.ends[i] == (i ? r.ends[i - 1] : 0) &&
		    !kg_denial_note((struct kg_heap *)h, s->addrs[i]))
			err = kg_error_nomem();
	}
	return err;
}

/* Objects of one type. */
static struct kg_error *run_group(const struct kg_heap *h, struct kg_shows *s, struct kg_show *group, size_t n)
{
	struct kg_error *err = NULL;
	struct kg_emulation r;

	if (kg_tries_over(&group->native->tries)) {
		for (size_t i = 0; i < n; i++)
			kg_tries_add(&group->native->tries, KG_EMULATED_GIVEN_UP);
		return NULL;
	}
	if (!s->emulator)
		err = kg_heap_emulator(h, &s->emulator);
	if (!err)
		err = kg_grow_to(&s->addrs, &s->addrs_cap, n, sizeof(*s->addrs));
	for (size_t i = 0; i < n && !err; i++)
		s->addrs[i] = group[i].shown.addr;
	if (!err && group->native->asks_gc)
		err = ask_group(h, s, group->native, n);
	if (!err)
		err = kg_emulator_traverse(s->emulator, group->native->traverse, s->addrs, n, &r);
	return err ? err : keep(s, group, n, &r);
}

struct kg_error *kg_shows_run(const struct kg_heap *h, struct kg_shows *s)
{
	struct kg_error *err = NULL;
	size_t from = 0;

	if (s->n > 0)
		qsort(s->items, s->n, sizeof(*s->items), by_type);
	while (from < s->n && !err) {
		size_t to = from + 1;

		while (to < s->n && s->items[to].native == s->items[from].native)
			to++;
		err = run_group(h, s, s->items + from, to - from);
		from = to;
	}
	for (size_t i = 0; i < s->n; i++)
		s->items[i].shown.visited = s->visited + s->items[i].from;
	if (s->n > 0)
		qsort(s->items, s->n, sizeof(*s->items), by_order);
	s->next = 0;
	return err;
}

const struct kg_shown *kg_shows_next(struct kg_shows *s, kg_addr addr)
{
	if (s->next == s->n || s->items[s->next].shown.addr != addr)
		return NULL;
	return &s->items[s->next++].shown;
}

void kg_shows_clear(struct kg_shows *s)
{
	s->n = s->next = s->nvisited = 0;
}

void kg_shows_deinit(const struct kg_heap *h, struct kg_shows *s)
{
	kg_heap_emulator_return(h, s->emulator);
	free(s->items);
	free(s->addrs);
	free(s->visited);
	*s = (struct kg_shows){0};
}
