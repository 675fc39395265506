/*
 * What the state of a C module refers to: by the tables of heap/types/; of a module that nobody taught kedge what its own
 * m_traverse shows when it is emulated, and what else of the state looks like a reference.
 * Source: CPython 3.11.2 Objects/moduleobject.c, module_traverse().
 */
#include "heap/emulated_priv.h"

#define STATE_MAX (UINT64_C(1) << 20) /* bytes of one state that are looked at */

/* Found when first asked for: most labels are never shown. */
static const struct kg_laid *state_laid(const struct kg_heap *h, const struct kg_module_def *def, struct kg_state_layout *ms)
{
	pthread_mutex_lock(&h->priv->laid_lock);
	if (!ms->laid_done)
		ms->laid = def->size > 0 && ms->name ? kg_laid_state(h, def, ms->name) : NULL;
	ms->laid_done = true;
	pthread_mutex_unlock(&h->priv->laid_lock);
	return ms->laid;
}

/* Words of the state that could be an object's address, but for those that @shown has (NULL: nothing is known). */
static void push_guesses(const struct kg_heap *h, const struct kg_body *b, const struct kg_shown *shown, struct kg_sink *sink)
{
	for (uint64_t at = 0; at + 8 <= b->size; at += 8) {
		kg_addr target = kg_u64(b->p + at);

		if (!target || target & 7 || !kg_image_segment(h->image, target) || (shown && kg_shown_has(shown, target)))
			continue;
		kg_sink_edge(sink, target, KG_EDGE_GUESS, kg_body_label(b, at));
	}
}

static void push_shown(const struct kg_heap *h, const struct kg_body *b, const struct kg_shown *s, struct kg_sink *sink)
{
	for (size_t i = 0; i < s->n; i++)
		kg_sink_edge(sink, s->visited[i], KG_EDGE_TRAVERSE,
			     sink->label ? kg_shown_label(h, b, s, i) : (struct kg_label){KG_LABEL_TEXT, {0}, NULL});
}

/* A module that no table lays out. @ms: NULL: there are too many kinds of modules */
static struct kg_error *push_unknown(const struct kg_heap *h, struct kg_obj o, const struct kg_module_def *def,
				     struct kg_state_layout *ms, struct kg_body *b, struct kg_sink *sink)
{
	struct kg_shown shown = {.how = KG_EMULATED_GIVEN_UP};
	struct kg_error *err = NULL;
	bool done;

	b->laid = ms && sink->label ? state_laid(h, def, ms) : NULL;
	pthread_mutex_lock(&h->priv->alone_lock);
	/* Without a state that it ought to have, the function is not called. */
	if (ms && def->traverse && (def->size <= 0 || b->p) && h->priv->emulate) {
		err = kg_show_alone(h, o.addr, def->traverse, &ms->tries, &shown);
		if (!err)
			kg_tries_add(&ms->tries, shown.how);
	}
	done = shown.how == KG_EMULATED_DONE;
	if (done)
		push_shown(h, b, &shown, sink);
	if (!err)
		push_guesses(h, b, done ? &shown : NULL, sink);
	pthread_mutex_unlock(&h->priv->alone_lock);
	return err;
}

static struct kg_error *push_known(const struct kg_heap *h, struct kg_obj o, kg_addr state, const struct kg_state_layout *ms,
				   const struct kg_body *b, struct kg_sink *sink)
{
	struct kg_error *err;

	if (ms->ops->whole)
		return kg_heap_push_items(h, state, (int64_t)(b->size / 8), ms->shown ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED, ".state",
					  sink);
	err = kg_decode_steps(h, o, b->p, ms->steps, ms->nsteps, sink);
	return !err && ms->ops->edges && ms->strct ? ms->ops->edges(h, state, ms->strct, ms->parts, sink) : err;
}

struct kg_error *kg_module_state_edges(const struct kg_heap *h, struct kg_obj o, struct kg_sink *sink)
{
	kg_addr state = kg_obj_addr(o, h->rt->layout->off[F_MODULE_STATE]);
	struct kg_state_layout *ms;
	struct kg_module_def def;
	struct kg_error *err = kg_module_def_read(h, o, &def);
	struct kg_body b = {.prefix = "state"};
	bool has = !err && def.size > 0 && state;

	if (err || !def.key || (!has && !def.traverse))
		return err;
	ms = kg_module_state((struct kg_heap *)h, &def);
	if (has) {
		b.p = kg_image_span(h->image, state, (uint64_t)def.size);
		b.size = (uint64_t)def.size;
		if (!b.p)
			return kg_error_at(KG_ERR_FAULT, state, "the state of the module at 0x%llx is not mapped",
					   (unsigned long long)o.addr);
	}
	if (!ms || !ms->known) {
		b.size = b.size < STATE_MAX ? b.size : STATE_MAX;
		return push_unknown(h, o, &def, ms, &b, sink);
	}
	return has ? push_known(h, o, state, ms, &b, sink) : NULL;
}

static void tell(const struct kg_state_layout *ms, struct kg_module_reading *ret)
{
	*ret = (struct kg_module_reading){ms->name ? ms->name : "?", KG_REFS_DECODED, kg_tries_why(&ms->tries)};
	if (!ms->known)
		ret->source = !ms->tries.shown ? KG_REFS_SCANNED : ms->tries.refused ? KG_REFS_MIXED : KG_REFS_EMULATED;
}

bool kg_heap_module_reading(const struct kg_heap *h, size_t i, struct kg_module_reading *ret)
{
	bool there;

	pthread_mutex_lock(&h->priv->lock);
	there = i < h->priv->nstates;
	if (there)
		tell(h->priv->states[i], ret);
	pthread_mutex_unlock(&h->priv->lock);
	return there;
}

bool kg_heap_module_reading_of(const struct kg_heap *h, kg_node n, struct kg_module_reading *ret)
{
	struct kg_obj o = kg_heap_get(h, n);
	struct kg_error *err = NULL;
	const struct kg_state_layout *ms = NULL;
	struct kg_module_def def;

	if (!o.type->is_module)
		return false;
	err = kg_module_def_read(h, o, &def);
	if (!err && def.key && (def.size > 0 || def.traverse))
		ms = kg_module_state((struct kg_heap *)h, &def);
	kg_error_destroy(err);
	if (ms)
		tell(ms, ret);
	return ms;
}
