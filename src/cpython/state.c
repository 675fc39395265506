/* Interpreters, their collectors, and threads. */
#include "cpython/cpython_priv.h"

/* Longer chains are taken for damage: looking for a cycle costs the square of it. */
enum { CHAIN_MAX = 16384 };

static struct kg_damages *damages(struct kg_runtime *rt)
{
	return &rt->image->damage;
}

static void generation_read(struct kg_runtime *rt, kg_addr addr, struct kg_gc_generation *ret)
{
	const int32_t *off = rt->layout->off;

	ret->head = addr + off[F_GENERATION_HEAD];
	ret->threshold = kg_runtime_int(rt, addr + off[F_GENERATION_THRESHOLD], 0);
	ret->count = kg_runtime_int(rt, addr + off[F_GENERATION_COUNT], 0);
}

static void gc_read(struct kg_runtime *rt, struct kg_interp *in)
{
	const int32_t *off = rt->layout->off;
	struct kg_gc_state *gc = &in->gc;

	gc->addr = in->addr + off[F_INTERP_GC];
	for (int i = 0; i < KG_GENERATIONS; i++)
		generation_read(rt, gc->addr + off[F_GC_GENERATIONS] + (kg_addr)i * off[F_GENERATION_SIZE],
				&gc->gens[i]);
	if (kg_layout_has(rt->layout, F_GC_PERMANENT))
		gc->permanent = gc->addr + off[F_GC_PERMANENT] + off[F_GENERATION_HEAD];
	gc->enabled = kg_runtime_int(rt, gc->addr + off[F_GC_ENABLED], 0) != 0;
	gc->debug = (uint32_t)kg_runtime_int(rt, gc->addr + off[F_GC_DEBUG], 0);
	gc->collecting = kg_runtime_int(rt, gc->addr + off[F_GC_COLLECTING], 0) != 0;
	gc->garbage = kg_runtime_word(rt, gc->addr + off[F_GC_GARBAGE]);
	gc->callbacks = kg_runtime_word(rt, gc->addr + off[F_GC_CALLBACKS]);
}

static const struct kg_os_thread *os_thread(const struct kg_image *img, const struct kg_thread *t)
{
	/* On x86-64 pthread_self() is the thread pointer; a LWP number may be another name space's. */
	for (size_t i = 0; i < img->nthreads; i++)
		if (t->thread_id && img->threads[i].tp == t->thread_id)
			return &img->threads[i];
	for (size_t i = 0; i < img->nthreads; i++)
		if (t->native_id && (uint64_t)img->threads[i].tid == t->native_id)
			return &img->threads[i];
	return NULL;
}

static void thread_read(struct kg_runtime *rt, kg_addr addr, uint32_t interp, struct kg_thread *ret)
{
	const struct kg_layout *lay = rt->layout;
	kg_addr cframe = 0;

	*ret = (struct kg_thread){.addr = addr, .interp = interp};
	ret->thread_id = kg_runtime_word(rt, addr + lay->off[F_THREAD_ID]);
	if (kg_layout_has(lay, F_THREAD_NATIVE_ID))
		ret->native_id = kg_runtime_word(rt, addr + lay->off[F_THREAD_NATIVE_ID]);
	if (kg_layout_has(lay, F_THREAD_CFRAME))
		cframe = kg_runtime_word(rt, addr + lay->off[F_THREAD_CFRAME]);
	if (cframe)
		ret->frame = kg_runtime_word(rt, cframe + lay->off[F_CFRAME_CURRENT_FRAME]);
	ret->os = os_thread(rt->image, ret);
}

/* Whether the chain may go on to @addr; else damage says why it stops. */
static bool thread_sound(struct kg_runtime *rt, kg_addr addr, kg_addr interp)
{
	uint64_t owner;
	struct kg_error *err = kg_image_read_u64(rt->image, addr + rt->layout->off[F_THREAD_INTERP], &owner);

	if (err) {
		kg_damage_add(damages(rt), addr, "thread state 0x%jx is not readable: the rest of its chain is lost",
			      (uintmax_t)addr);
		kg_error_destroy(err);
		return false;
	}
	if (owner != interp)
		kg_damage_add(damages(rt), addr, "thread state 0x%jx does not belong to its interpreter: the rest of its "
			      "chain is lost", (uintmax_t)addr);
	for (uint32_t i = 0; owner == interp && i < rt->nthreads; i++) {
		if (rt->threads[i].addr == addr) {
			kg_damage_add(damages(rt), addr, "the chain of thread states runs in a circle at 0x%jx",
				      (uintmax_t)addr);
			return false;
		}
	}
	return owner == interp;
}

static struct kg_error *threads_read(struct kg_runtime *rt, uint32_t interp)
{
	const int32_t *off = rt->layout->off;
	kg_addr owner = rt->interps[interp].addr;
	kg_addr addr = kg_runtime_word(rt, owner + off[F_INTERP_THREADS_HEAD]);

	while (addr && thread_sound(rt, addr, owner)) {
		struct kg_error *err = kg_grow(&rt->threads, &rt->priv->threads_cap, rt->nthreads, sizeof(*rt->threads));

		if (err)
			return err;
		if (rt->nthreads == CHAIN_MAX) {
			kg_damage_add(damages(rt), addr, "more than %d thread states: the rest is left out", CHAIN_MAX);
			return NULL;
		}
		thread_read(rt, addr, interp, &rt->threads[rt->nthreads++]);
		addr = kg_runtime_word(rt, addr + off[F_THREAD_NEXT]);
	}
	return NULL;
}

static bool interp_sound(struct kg_runtime *rt, kg_addr addr, int64_t *ret_id)
{
	uint64_t id;
	struct kg_error *err = kg_image_read_u64(rt->image, addr + rt->layout->off[F_INTERP_ID], &id);

	if (err || (int64_t)id < 0) {
		kg_damage_add(damages(rt), addr, "interpreter 0x%jx is not readable: the rest of the chain is lost",
			      (uintmax_t)addr);
		kg_error_destroy(err);
		return false;
	}
	for (uint32_t i = 0; i < rt->ninterps; i++) {
		if (rt->interps[i].addr == addr) {
			kg_damage_add(damages(rt), addr, "the chain of interpreters runs in a circle at 0x%jx",
				      (uintmax_t)addr);
			return false;
		}
	}
	*ret_id = (int64_t)id;
	return rt->ninterps < CHAIN_MAX;
}

struct kg_error *kg_runtime_read_interps(struct kg_runtime *rt)
{
	const int32_t *off = rt->layout->off;
	kg_addr addr = kg_runtime_word(rt, rt->addr + off[F_RUNTIME_INTERPRETERS_HEAD]);
	kg_addr main = kg_runtime_word(rt, rt->addr + off[F_RUNTIME_INTERPRETERS_MAIN]);
	int64_t id;

	while (addr && interp_sound(rt, addr, &id)) {
		struct kg_error *err = kg_grow(&rt->interps, &rt->priv->interps_cap, rt->ninterps, sizeof(*rt->interps));
		struct kg_interp *in;

		if (err)
			return err;
		in = &rt->interps[rt->ninterps++];
		*in = (struct kg_interp){.addr = addr, .id = id, .is_main = addr == main};
		gc_read(rt, in);
		err = threads_read(rt, rt->ninterps - 1);
		if (err)
			return err;
		addr = kg_runtime_word(rt, addr + off[F_INTERP_NEXT]);
	}
	if (!rt->ninterps)
		return kg_error_create(KG_ERR_TARGET, "the interpreter at 0x%jx cannot be read: the core is cut short or "
				       "damaged", (uintmax_t)addr);
	return NULL;
}
