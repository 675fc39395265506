/* The C struct of a type's instances by debug information: which it is, and what its words are. */
#include "heap/instance_priv.h"

#include <stdlib.h>

#define WORDS_MAX 4096	   /* of an instance that are told apart */
#define FUNCTIONS_MAX 64

static const struct kg_laid_word nothing = {KG_LAID_NOTHING, NULL, -1, false};
static const struct kg_laid_word maybe = {KG_LAID_MAYBE, NULL, -1, false};

/* Words of the type object from tp_dealloc on: functions, tables, texts. */
struct type_words {
	kg_addr items[FUNCTIONS_MAX];
	size_t n;
};

static kg_addr type_word(const struct kg_heap *h, kg_addr type, int64_t at)
{
	uint64_t v = 0;
	struct kg_error *err = type ? kg_image_read_u64(h->image, type + (kg_addr)at, &v) : NULL;

	kg_error_destroy(err);
	return err ? 0 : v;
}

/* Those that lead into @mod, without those that the base has at the same place unless @inherited. */
static void words_in(const struct kg_heap *h, const struct kg_type *t, const struct kg_module *mod, bool inherited,
		     struct type_words *ret)
{
	const int32_t *off = h->rt->layout->off;

	ret->n = 0;
	for (int64_t at = off[F_TYPE_DEALLOC]; at + 8 <= off[F_TYPE_SIZE] && ret->n < FUNCTIONS_MAX; at += 8) {
		kg_addr v = type_word(h, t->addr, at);

		if (v && kg_process_module(h->rt->proc, v) == mod && (inherited || v != type_word(h, t->base, at)))
			ret->items[ret->n++] = v;
	}
}

/* The module that made the type: that of the first word of its own that leads into another one than Python's. */
static struct kg_module *module_of(const struct kg_heap *h, const struct kg_type *t, bool inherited)
{
	const int32_t *off = h->rt->layout->off;

	for (int64_t at = off[F_TYPE_DEALLOC]; at + 8 <= off[F_TYPE_SIZE]; at += 8) {
		kg_addr v = type_word(h, t->addr, at);
		struct kg_module *mod = v ? kg_process_module(h->rt->proc, v) : NULL;

		if (mod && mod != h->rt->module && (inherited || v != type_word(h, t->base, at)))
			return mod;
	}
	return NULL;
}

static const struct kg_cinstance *find(const struct kg_heap *h, const struct kg_type *t)
{
	struct kg_instance_query q = {.type = t->tp_name, .size = (uint64_t)t->basicsize, .item_size = (uint64_t)t->itemsize};
	struct kg_module *mod = module_of(h, t, false);
	const struct kg_cinstance *ret = NULL;
	struct type_words words;

	if (!mod)
		mod = module_of(h, t, true);
	if (!mod)
		mod = h->rt->module;
	words_in(h, t, mod, false, &words);
	if (words.n == 0)
		words_in(h, t, mod, true, &words);
	q.functions = words.items;
	q.nfunctions = words.n;
	q.object = kg_process_module(h->rt->proc, t->addr) == mod ? t->addr : 0;
	kg_error_destroy(kg_process_instance(h->rt->proc, mod, &q, &ret));
	return ret;
}

/* Sharper is better: of a struct and its member at the same place the member comes last. */
static const struct kg_cfield *covering(const struct kg_cinstance *c, uint64_t at)
{
	const struct kg_cfield *best = NULL;

	for (uint32_t i = 0; i < c->nfields; i++) {
		const struct kg_cfield *f = &c->fields[i];

		if (f->offset <= at && (at - f->offset < f->size || (f->size == 0 && f->elem && at == f->offset)) &&
		    (!best || f->value != KG_C_STRUCT || best->value == KG_C_STRUCT))
			best = f;
	}
	return best;
}

static struct kg_laid_word classify(const struct kg_cfield *f, uint64_t at)
{
	uint64_t into = at - f->offset;
	struct kg_laid_word w = {KG_LAID_MAYBE, f->label, -1, f->value == KG_C_OBJECTS};

	if (f->elem && f->value != KG_C_STRUCT)
		w.index = (int32_t)(into / f->elem);
	switch ((enum kg_cvalue)f->value) {
	case KG_C_OBJECT:
		w.kind = f->in_union || into % 8 ? KG_LAID_MAYBE : KG_LAID_OBJECT;
		break;
	case KG_C_BOOL:
	case KG_C_CHAR:
	case KG_C_FLOAT:
		/* Room for anything, as C++ makes it, is bytes as well. */
		w.kind = f->in_union || (f->value == KG_C_CHAR && f->elem) ? KG_LAID_MAYBE : KG_LAID_NOTHING;
		break;
	case KG_C_SIGNED:
	case KG_C_UNSIGNED:
		w.kind = (f->elem ? f->elem : f->size) == 8 || f->in_union || f->elem == 1 ? KG_LAID_MAYBE : KG_LAID_NOTHING;
		break;
	default:
		break;
	}
	return w;
}

static struct kg_laid_word word_at(const struct kg_type *t, const struct kg_cinstance *c, int64_t at)
{
	const struct kg_cfield *f = covering(c, (uint64_t)at);
	struct kg_laid_word w = f ? classify(f, (uint64_t)at) : nothing;

	if (at == t->weaklistoffset)
		w.kind = KG_LAID_NOTHING;
	else if (at == t->dictoffset)
		w.kind = KG_LAID_DICT;
	return w;
}

/* What the items behind tp_basicsize are. */
static struct kg_laid_word item_word(const struct kg_type *t, const struct kg_cinstance *c)
{
	const struct kg_cfield *f = c->nfields && t->itemsize ? covering(c, (uint64_t)t->basicsize) : NULL;

	if (!t->itemsize)
		return nothing;
	return f && f->elem && f->offset == t->basicsize ? classify(f, f->offset) : maybe;
}

static struct kg_laid *laid_create(const struct kg_heap *h, const struct kg_type *t)
{
	struct kg_laid *l = calloc(1, sizeof(*l));

	if (!l)
		return NULL;
	l->strct = find(h, t);
	l->from = h->rt->layout->off[F_OBJECT_SIZE];
	if (l->strct && l->strct->name) {
		l->n = (uint32_t)((t->basicsize - l->from) / 8 < WORDS_MAX ? (t->basicsize - l->from) / 8 : WORDS_MAX);
		l->words = calloc((size_t)l->n + 1, sizeof(*l->words));
		l->item = item_word(t, l->strct);
	}
	if (!l->strct || (l->strct->name && !l->words)) {
		free(l);
		return NULL;
	}
	for (uint32_t i = 0; i < l->n; i++)
		l->words[i] = word_at(t, l->strct, l->from + 8 * (int64_t)i);
	return l;
}

/* By the functions of the definition, which work with the state. */
static const struct kg_cinstance *find_state(const struct kg_heap *h, const struct kg_module_def *d, const char *name)
{
	struct kg_instance_query q = {.type = name, .size = (uint64_t)d->size, .bare = true};
	struct kg_module *mod = d->traverse ? kg_process_module(h->rt->proc, d->traverse) : NULL;
	const struct kg_cinstance *ret = NULL;
	kg_addr functions[KG_ARRAY_SIZE(d->functions)];
	size_t n = 0;

	for (size_t i = 0; i < KG_ARRAY_SIZE(d->functions); i++) {
		if (mod && d->functions[i] && kg_process_module(h->rt->proc, d->functions[i]) == mod)
			functions[n++] = d->functions[i];
	}
	q.functions = functions;
	q.nfunctions = n;
	if (n > 0)
		kg_error_destroy(kg_process_instance(h->rt->proc, mod, &q, &ret));
	return ret;
}

struct kg_laid *kg_laid_state(const struct kg_heap *h, const struct kg_module_def *d, const char *name)
{
	struct kg_laid *l = calloc(1, sizeof(*l));

	if (!l)
		return NULL;
	l->strct = find_state(h, d, name);
	l->n = (uint32_t)(d->size / 8 < WORDS_MAX ? d->size / 8 : WORDS_MAX);
	l->item = nothing;
	if (kg_laid_sure(l))
		l->words = calloc((size_t)l->n + 1, sizeof(*l->words));
	if (!l->words) {
		free(l);
		return NULL;
	}
	for (uint32_t i = 0; i < l->n; i++) {
		const struct kg_cfield *f = covering(l->strct, 8 * (uint64_t)i);

		l->words[i] = f ? classify(f, 8 * (uint64_t)i) : nothing;
	}
	return l;
}

void kg_laid_state_destroy(struct kg_laid *l)
{
	if (l)
		free(l->words);
	free(l);
}

const struct kg_laid *kg_laid_get(const struct kg_heap *h, const struct kg_type *native)
{
	struct kg_laid **slot, *l;

	slot = &h->priv->laid[native->index];
	l = __atomic_load_n(slot, __ATOMIC_ACQUIRE);
	if (KG_LIKELY(l != NULL))
		return l;
	pthread_mutex_lock(&h->priv->laid_lock);
	l = *slot;
	if (!l) {
		l = laid_create(h, native);
		__atomic_store_n(slot, l, __ATOMIC_RELEASE);
	}
	pthread_mutex_unlock(&h->priv->laid_lock);
	return l;
}

void kg_laids_deinit(struct kg_heap *h)
{
	for (uint32_t i = 0; h->priv->laid && i < h->priv->types.n; i++) {
		if (h->priv->laid[i])
			free(h->priv->laid[i]->words);
		free(h->priv->laid[i]);
	}
	kg_pages_deinit(&h->priv->laid_mem);
}

const struct kg_laid_word *kg_laid_at(const struct kg_laid *l, int64_t at)
{
	int64_t i = (at - l->from) / 8;

	if (!l->strct->name)
		return &maybe;
	if (at < l->from)
		return &nothing;
	return i < l->n ? &l->words[i] : i < WORDS_MAX ? &l->item : &maybe;
}

struct kg_label kg_laid_label(const struct kg_laid *l, const struct kg_laid_word *w, int64_t at)
{
	if (!w->label)
		return (struct kg_label){KG_LABEL_WORD, {.index = (uint64_t)at}, NULL};
	if (w == &l->item)
		return (struct kg_label){KG_LABEL_ITEM, {.index = (uint64_t)(at - l->from) / 8 - l->n}, w->label};
	if (w->index >= 0)
		return (struct kg_label){KG_LABEL_ITEM, {.index = (uint64_t)w->index}, w->label};
	return KG_TEXT(w->label);
}

const struct kg_cinstance *kg_heap_struct(const struct kg_heap *h, const struct kg_type *t)
{
	const struct kg_laid *l = kg_laid_get(h, t->native);

	return l ? l->strct : NULL;
}

/* Is @target in a word of the object, and in one that may hold a reference? */
static bool stands_well(const struct kg_laid *l, struct kg_obj o, kg_addr target)
{
	bool found = false, well = false;

	for (uint32_t i = 0; i < l->n && (uint64_t)(l->from + 8 * (int64_t)i) + 8 <= o.avail; i++) {
		if (kg_obj_addr(o, l->from + 8 * (int64_t)i) != target)
			continue;
		found = true;
		well = well || l->words[i].kind != KG_LAID_NOTHING;
	}
	return well || !found;
}

bool kg_heap_struct_agrees(const struct kg_heap *h, struct kg_obj o, bool *ret_compared)
{
	const struct kg_type *native = o.type->native;
	const struct kg_laid *l = native->emulated && native->tries.shown ? kg_laid_get(h, native) : NULL;
	bool agrees = true;

	*ret_compared = kg_laid_sure(l);
	if (*ret_compared)
		KG_GRAPH_OUT(&h->graph, kg_heap_node(h, o.addr), w,
			     agrees = agrees && (KG_WORD_KIND(w) != KG_EDGE_TRAVERSE ||
						 stands_well(l, o, kg_heap_addr(h, KG_WORD_TO(w)))));
	return agrees;
}
