/* State of C modules: laid out by the tables of heap/types/, compiled once a definition. */
#include "heap/heap_priv.h"

#include <stdlib.h>

#define NAME_MAX_BYTES 200

static void compile(struct kg_heap *h, struct kg_obj d, struct kg_state_layout *ms)
{
	const int32_t *off = h->rt->layout->off;
	const struct kg_module_ops *ops;
	char name[NAME_MAX_BYTES];
	struct kg_step *steps = NULL;
	struct kg_module *mod;
	struct kg_error *err = kg_image_read_cstr(h->image, kg_obj_addr(d, off[F_MODULEDEF_NAME]), name, sizeof(name));

	ms->def = d.addr;
	if (err) {
		kg_error_destroy(err);
		return;
	}
	ops = kg_types_module_ops(h, name);
	/* The definition is a C variable of the module's own file. */
	mod = kg_process_module(h->rt->proc, d.addr);
	if (!ops || !kg_members_compile(h, mod ? mod : h->rt->module, ops->strct, ops->members,
					kg_obj_i64(d, off[F_MODULEDEF_SIZE]), &steps, &ms->nsteps))
		return;
	/* Without an m_traverse nothing of it is shown to the collector. */
	for (uint32_t i = 0; i < ms->nsteps && !kg_obj_addr(d, off[F_MODULEDEF_TRAVERSE]); i++) {
		if (steps[i].how == KG_M_VISIT)
			steps[i].how = KG_M_OWN;
	}
	ms->steps = steps;
	ms->known = true;
}

const struct kg_state_layout *kg_module_state(struct kg_heap *h, struct kg_obj def)
{
	struct kg_heap_priv *p = h->priv;
	struct kg_state_layout *ms = NULL;

	pthread_mutex_lock(&p->lock);
	for (size_t i = 0; i < p->nstates && !ms; i++) {
		if (p->states[i]->def == def.addr)
			ms = p->states[i];
	}
	if (!ms) {
		struct kg_state_layout **more = realloc(p->states, (p->nstates + 1) * sizeof(*more));

		ms = more ? calloc(1, sizeof(*ms)) : NULL;
		p->states = more ? more : p->states;
		if (ms) {
			compile(h, def, ms);
			p->states[p->nstates++] = ms;
		}
	}
	pthread_mutex_unlock(&p->lock);
	return ms && ms->known ? ms : NULL;
}

void kg_module_states_deinit(struct kg_heap *h)
{
	for (size_t i = 0; i < h->priv->nstates; i++) {
		free((struct kg_step *)h->priv->states[i]->steps);
		free(h->priv->states[i]);
	}
	free(h->priv->states);
}
