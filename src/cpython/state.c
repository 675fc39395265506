/* Interpreters, their collectors, and threads. */
#include <string.h>

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

/*
 * The halves of the oldest generation change places each time all of it has been gone through. The middle generation
 * counts collections of the half that has been, the oldest has no threshold: 3.14.4 Modules/gcmodule.c gc_get_count_impl(),
 * gc_get_threshold_impl()
 */
static void gc_old_spaces(struct kg_runtime *rt, struct kg_gc_state *gc)
{
	int first = gc->gens[1].threshold;

	if (kg_runtime_int(rt, gc->addr + rt->layout->off[F_GC_VISITED_SPACE], 0)) {
		struct kg_gc_generation visited = gc->gens[2];

		gc->gens[2] = gc->gens[1];
		gc->gens[1] = visited;
	}
	gc->gens[1].threshold = first;
	gc->gens[2].threshold = 0;
}

static void gc_read(struct kg_runtime *rt, struct kg_interp *in)
{
	const int32_t *off = rt->layout->off;
	struct kg_gc_state *gc = &in->gc;

	gc->addr = kg_layout_has(rt->layout, F_INTERP_GC) ? in->addr + off[F_INTERP_GC] : rt->addr + off[F_RUNTIME_GC];
	gc->shared = !kg_layout_has(rt->layout, F_INTERP_GC) && rt->ninterps > 1;
	for (int i = 0; i < KG_GENERATIONS; i++)
		generation_read(rt, gc->addr + off[F_GC_GENERATIONS] + (kg_addr)i * off[F_GENERATION_SIZE],
				&gc->gens[i]);
	if (rt->layout->facts->old_spaces && kg_layout_has(rt->layout, F_GC_VISITED_SPACE))
		gc_old_spaces(rt, gc);
	if (kg_layout_has(rt->layout, F_GC_PERMANENT))
		gc->permanent = gc->addr + off[F_GC_PERMANENT] + off[F_GENERATION_HEAD];
	gc->enabled = kg_runtime_int(rt, gc->addr + off[F_GC_ENABLED], 0) != 0;
	gc->debug = (uint32_t)kg_runtime_int(rt, gc->addr + off[F_GC_DEBUG], 0);
	gc->collecting = kg_runtime_int(rt, gc->addr + off[F_GC_COLLECTING], 0) != 0;
	gc->garbage = kg_runtime_word(rt, gc->addr + off[F_GC_GARBAGE]);
	gc->callbacks = kg_runtime_word(rt, gc->addr + off[F_GC_CALLBACKS]);
}

/* A word of what the C library says of its threads to debuggers (glibc nptl_db/structs.def); 0 where it does not. */
static uint32_t pthread_word(const struct kg_runtime *rt, const char *name, size_t i)
{
	const uint8_t *p = NULL;
	uint32_t word = 0;
	kg_addr addr;
	uint64_t size;

	if (kg_process_symbol(rt->proc, NULL, name, &addr, &size))
		p = kg_image_span(rt->image, addr, (i + 1) * sizeof(word));
	if (p)
		memcpy(&word, p + i * sizeof(word), sizeof(word));
	return word;
}

/* The kernel's number of a thread, which stands in its struct pthread; the symbol says: bits, elements, offset. */
static int pthread_tid(const struct kg_runtime *rt, kg_addr thread_id)
{
	uint32_t offset = pthread_word(rt, "_thread_db_pthread_tid", 2);
	const void *p = offset ? kg_image_span(rt->image, thread_id + offset, sizeof(int)) : NULL;
	int tid = 0;

	if (p)
		memcpy(&tid, p, sizeof(tid));
	return tid;
}

/*
 * By the thread pointer first: a LWP number may be another name space's. pthread_self(), the address of struct
 * pthread, is the thread pointer on x86-64, and on aarch64 it ends there (glibc sysdeps/aarch64/nptl/tls.h).
 */
static const struct kg_os_thread *os_thread(const struct kg_runtime *rt, const struct kg_thread *t)
{
	const struct kg_image *img = rt->image;
	kg_addr tp = t->thread_id;
	int tid = 0;

	if (tp && img->machine == KG_MACHINE_AARCH64)
		tp += pthread_word(rt, "_thread_db_sizeof_pthread", 0);
	for (size_t i = 0; i < img->nthreads; i++)
		if (tp && img->threads[i].tp == tp)
			return &img->threads[i];
	for (size_t i = 0; i < img->nthreads; i++)
		if (t->native_id && (uint64_t)img->threads[i].tid == t->native_id)
			return &img->threads[i];
	if (t->thread_id && !t->native_id)
		tid = pthread_tid(rt, t->thread_id);
	for (size_t i = 0; i < img->nthreads && tid > 0; i++)
		if (img->threads[i].tid == tid)
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
	if (kg_layout_has(lay, F_THREAD_FRAME))
		ret->frame = kg_runtime_word(rt, addr + lay->off[F_THREAD_FRAME]);
	if (kg_layout_has(lay, F_THREAD_CFRAME) && kg_layout_has(lay, F_CFRAME_CURRENT_FRAME))
		cframe = kg_runtime_word(rt, addr + lay->off[F_THREAD_CFRAME]);
	if (kg_layout_has(lay, F_THREAD_CURRENT_FRAME))
		ret->frame = kg_runtime_word(rt, addr + lay->off[F_THREAD_CURRENT_FRAME]);
	if (cframe)
		ret->frame = kg_runtime_word(rt, cframe + lay->off[F_CFRAME_CURRENT_FRAME]);
	ret->os = os_thread(rt, ret);
	/* Up to 3.10 its state does not say. */
	if (!ret->native_id && ret->os && ret->os->tid > 0)
		ret->native_id = (uint64_t)ret->os->tid;
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
	return NULL;
}
