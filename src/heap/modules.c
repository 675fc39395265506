/* State of C modules: laid out by the tables of heap/types/, compiled once a definition. */
#include "heap/heap_priv.h"

#include <stdio.h>
#include <stdlib.h>

#include "heap/instance_priv.h"

#define NAME_MAX_BYTES 200
#define STATES_MAX 4096 /* definitions that are told apart: each is looked for among all */

/* Up to 3.14 by its definition, a C variable of the module's own file. */
static struct kg_error *by_definition(const struct kg_heap *h, struct kg_obj o, struct kg_module_def *ret)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj d = {.addr = kg_obj_addr(o, off[F_MODULE_DEF])};

	if (!d.addr)
		return NULL;
	d.p = kg_image_avail(h->image, d.addr, &d.avail);
	if (d.avail < (uint64_t)off[F_MODULEDEF_TRAVERSE] + 8)
		return kg_error_at(KG_ERR_FAULT, d.addr, "the definition of the module at 0x%llx is not mapped",
				   (unsigned long long)o.addr);
	ret->key = d.addr;
	ret->name_at = kg_obj_addr(d, off[F_MODULEDEF_NAME]);
	ret->size = kg_obj_i64(d, off[F_MODULEDEF_SIZE]);
	/* CPython Include/moduleobject.h, struct PyModuleDef: m_traverse, m_clear, m_free */
	for (size_t i = 0; i < KG_ARRAY_SIZE(ret->functions) && d.avail >= (uint64_t)off[F_MODULEDEF_TRAVERSE] + 8 * (i + 1); i++)
		ret->functions[i] = kg_obj_addr(d, off[F_MODULEDEF_TRAVERSE] + 8 * (int64_t)i);
	ret->traverse = ret->functions[0];
	return NULL;
}

/* Since 3.15 the module object has all of that itself. */
static struct kg_error *by_object(const struct kg_heap *h, struct kg_obj o, struct kg_module_def *ret)
{
	const int32_t *off = h->rt->layout->off;

	ret->traverse = ret->functions[0] = kg_obj_addr(o, off[F_MODULE_STATE_TRAVERSE]);
	ret->key = kg_obj_addr(o, off[F_MODULE_TOKEN]) ? kg_obj_addr(o, off[F_MODULE_TOKEN]) : ret->traverse;
	ret->name_object = kg_obj_addr(o, off[F_MODULE_NAME]);
	ret->size = kg_obj_i64(o, off[F_MODULE_STATE_SIZE]);
	return NULL;
}

struct kg_error *kg_module_def_read(const struct kg_heap *h, struct kg_obj o, struct kg_module_def *ret)
{
	*ret = (struct kg_module_def){0};
	return kg_layout_has(h->rt->layout, F_MODULE_STATE_SIZE) ? by_object(h, o, ret) : by_definition(h, o, ret);
}

static bool def_name(const struct kg_heap *h, const struct kg_module_def *d, char *name)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	if (d->name_at) {
		err = kg_image_read_cstr(h->image, d->name_at, name, NAME_MAX_BYTES);
		kg_error_destroy(err);
		return !err;
	}
	if (!kg_heap_text(h, d->name_object, NAME_MAX_BYTES / 4, &sb))
		return false;
	snprintf(name, NAME_MAX_BYTES, "%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return true;
}

static void compile(struct kg_heap *h, const struct kg_module_def *d, struct kg_state_layout *ms)
{
	const struct kg_module_ops *ops;
	char name[NAME_MAX_BYTES];
	struct kg_strbuf sb = {0};
	struct kg_step *steps = NULL;
	struct kg_module *mod;

	ms->def = d->key;
	ms->shown = d->traverse != 0;
	if (!def_name(h, d, name))
		return;
	kg_strbuf_escape(&sb, name, strlen(name));
	ms->name = strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	ops = kg_types_module_ops(h, name);
	mod = kg_process_module(h->rt->proc, d->key);
	if (!ops || !kg_members_compile(h, mod ? mod : h->rt->module, ops->strct, ops->members, 0, d->size, &steps, &ms->nsteps))
		return;
	/* Without an m_traverse nothing of it is shown to the collector. */
	for (uint32_t i = 0; i < ms->nsteps && !d->traverse; i++) {
		if (steps[i].how == KG_M_VISIT)
			steps[i].how = KG_M_OWN;
	}
	ms->steps = steps;
	ms->ops = ops;
	ms->strct = ops->strct ? kg_layout_struct(h->rt->layout, mod ? mod : h->rt->module, ops->strct) : NULL;
	ms->parts = ops->parts ? kg_layout_struct(h->rt->layout, mod ? mod : h->rt->module, ops->parts) : NULL;
	ms->known = true;
}

struct kg_state_layout *kg_module_state(struct kg_heap *h, const struct kg_module_def *def)
{
	struct kg_heap_priv *p = h->priv;
	struct kg_state_layout *ms = NULL;

	pthread_mutex_lock(&p->lock);
	for (size_t i = 0; i < p->nstates && !ms; i++) {
		if (p->states[i]->def == def->key)
			ms = p->states[i];
	}
	if (!ms && p->nstates < STATES_MAX) {
		struct kg_state_layout **more = realloc(p->states, (p->nstates + 1) * sizeof(*more));

		ms = more ? calloc(1, sizeof(*ms)) : NULL;
		p->states = more ? more : p->states;
		if (ms) {
			compile(h, def, ms);
			p->states[p->nstates++] = ms;
		}
	}
	pthread_mutex_unlock(&p->lock);
	return ms;
}

void kg_module_states_deinit(struct kg_heap *h)
{
	for (size_t i = 0; i < h->priv->nstates; i++) {
		free((struct kg_step *)h->priv->states[i]->steps);
		free(h->priv->states[i]->name);
		kg_laid_state_destroy(h->priv->states[i]->laid);
		free(h->priv->states[i]);
	}
	free(h->priv->states);
}
