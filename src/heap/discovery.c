/*
 * The discovery as a whole: its memory, where each arena's objects will stand, what it begins with, its two rounds, and
 * what threads hand each other in the second. What one thread does in a round is in discover.c.
 */
#include "heap/build_priv.h"

#include <sched.h>
#include <stdlib.h>

#define GRANULES_LEAST 16384 /* pages are taken for so many first */

bool kg_granules_grow(struct kg_granules *e)
{
	size_t width = e->wide ? sizeof(uint64_t) : sizeof(uint32_t);
	size_t step = e->ready == 0 ? GRANULES_LEAST : e->ready < KG_EDGES_ALIGN ? e->ready : KG_EDGES_ALIGN;
	size_t ready = e->cap - e->ready < step ? e->cap : e->ready + step;

	if (ready == e->ready)
		return false;
	kg_pages_touch(&e->part, e->ready * width, ready * width, 1);
	e->ready = ready;
	return true;
}

static struct kg_error *lines_init(struct kg_lines *l, size_t cap)
{
	struct kg_error *err = NULL;

	l->cap = cap;
	for (size_t i = 0; i < KG_ARRAY_SIZE(l->mem) && !err; i++)
		err = kg_pages_init(&l->mem[i], (cap + 1) * sizeof(uint32_t));
	l->start = l->mem[0].mem;
	l->info = l->mem[1].mem;
	return err;
}

void kg_lines_deinit(struct kg_lines *l)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(l->mem); i++)
		kg_pages_deinit(&l->mem[i]);
}

static void note_uncounted(void *arg, kg_addr target)
{
	struct kg_worker *w = arg;

	w->nomem = !kg_addrs_push(&w->uncounted, target) || w->nomem;
}

static struct kg_error *worker_init(struct kg_discovery *d, struct kg_worker *w, unsigned int i)
{
	struct kg_error *err;

	w->d = d;
	w->index = i;
	w->edges.part = (struct kg_pages){(char *)d->edges.mem + i * d->edge_cap * d->edge_size, d->edge_cap * d->edge_size};
	w->edges.mem = w->edges.part.mem;
	w->edges.cap = d->edge_cap;
	w->edges.wide = d->edge_size == sizeof(uint64_t);
	err = kg_pages_init(&w->sink_mem, d->edge_cap * sizeof(uint64_t));
	if (err)
		return err;
	w->sink.edges = w->sink_mem.mem;
	w->sink.cap = d->edge_cap;
	if (kg_facts(d->h)->counting == KG_COUNT_SPLIT) {
		w->sink.uncounted = note_uncounted;
		w->sink.uncounted_arg = w;
	}
	return lines_init(&w->late, d->lines.cap);
}

void kg_discovery_share(struct kg_worker *w)
{
	struct kg_discovery *d = w->d;
	size_t half = w->stack.n / 2;

	pthread_mutex_lock(&d->lock);
	if (d->shared.n == 0) {
		for (size_t i = 0; i < half; i++) {
			if (!kg_addrs_push(&d->shared, w->stack.items[i]))
				w->nomem = true;
		}
		memmove(w->stack.items, w->stack.items + half, (w->stack.n - half) * sizeof(kg_addr));
		w->stack.n -= half;
	}
	pthread_mutex_unlock(&d->lock);
}

/*
 * Types that objects were found to have, and those types' bases, are objects too:
 * nothing but the header of an instance may lead to a static one.
 */
static bool take_types(struct kg_worker *w)
{
	struct kg_discovery *d = w->d;
	struct kg_types *types = &d->h->priv->types;
	struct kg_space *s = &d->h->priv->space;
	bool any = false;

	pthread_mutex_lock(&types->lock);
	for (; d->types_seen < types->n; d->types_seen++) {
		kg_addr a = types->list[d->types_seen]->addr;
		const struct kg_segment *seg;
		uint64_t g;

		if (!kg_space_find(s, a, &seg, &g) || !kg_space_mark(s, seg, g, a))
			continue;
		any = true;
		if (!kg_addrs_push(&w->stack, a))
			w->nomem = true;
	}
	pthread_mutex_unlock(&types->lock);
	return any;
}

bool kg_discovery_refill(struct kg_worker *w)
{
	struct kg_discovery *d = w->d;
	bool idle = false;

	for (;;) {
		pthread_mutex_lock(&d->lock);
		if (d->shared.n > 0) {
			size_t take = d->shared.n < KG_SHARE_AT / 4 ? d->shared.n : KG_SHARE_AT / 4;

			if (idle)
				d->idle--;
			while (take-- > 0) {
				if (!kg_addrs_push(&w->stack, d->shared.items[--d->shared.n]))
					w->nomem = true;
			}
			pthread_mutex_unlock(&d->lock);
			return true;
		}
		if (take_types(w)) {
			d->idle -= idle;
			pthread_mutex_unlock(&d->lock);
			return true;
		}
		if (!idle)
			d->idle++;
		idle = true;
		if (d->idle == d->nworkers) {
			pthread_mutex_unlock(&d->lock);
			return false;
		}
		pthread_mutex_unlock(&d->lock);
		sched_yield();
	}
}

/* How many objects the sweep found in each arena. */
static struct kg_error *count_run(void *arg, unsigned int thread)
{
	struct kg_discovery *d = arg;
	const struct kg_runtime *rt = d->h->rt;
	const struct kg_space *s = &d->h->priv->space;
	uint64_t from, to;

	(void)thread;
	while (kg_pieces_take(&d->arenas, &from, &to)) {
		uint64_t count = 0;

		for (kg_addr at = rt->arenas[from].start; at < rt->arenas[from].end; at += 512) {
			const struct kg_segment *seg;
			uint64_t g;

			if (kg_space_find(s, at, &seg, &g))
				count += kg_popcount32(s->words[g >> 5].bits);
		}
		d->chunks[from].count = count < UINT32_MAX ? (uint32_t)count : UINT32_MAX; /* too many in any case */
	}
	return NULL;
}

/* ... and so where each arena's lines begin. @ret: of all arenas together */
static struct kg_error *chunks_count(struct kg_discovery *d, uint64_t *ret)
{
	struct kg_error *err = kg_workers_run(d->nworkers, count_run, d);
	uint64_t sum = 0;

	for (size_t i = 0; i < d->h->rt->narenas; i++) {
		d->chunks[i].from = (uint32_t)sum;
		sum += d->chunks[i].count;
	}
	d->arenas.next = 0;
	*ret = sum;
	return err;
}

static void heads_collect(struct kg_discovery *d)
{
	const struct kg_runtime *rt = d->h->rt;

	for (uint32_t i = 0; i < rt->ninterps && d->nheads + KG_GENERATIONS < KG_HEADS_MAX; i++) {
		if (rt->interps[i].gc.shared || !rt->layout->facts->gc_lists)
			continue;
		for (unsigned int g = 0; g < KG_GENERATIONS; g++)
			d->heads[d->nheads++] = rt->interps[i].gc.gens[g].head;
		d->heads[d->nheads++] = rt->interps[i].gc.permanent;
	}
}

/*
 * A word of a module's data, or a slot of a running frame that may no longer be in use: memory that was freed since may
 * have stood there. An object that is found by its own words was looked at when it was.
 */
static bool is_guess(const struct kg_root *r, kg_addr target)
{
	return r->kind == KG_ROOT_IMAGE ? r->at != target : r->kind == KG_ROOT_FRAME && !r->counted && !r->deferred;
}

/* The first member of each list, and what roots refer to, start on the first stack. */
static void seeds_push(struct kg_discovery *d)
{
	struct kg_heap *h = d->h;
	const kg_addr head = (kg_addr)h->rt->layout->off[F_GCHEAD_SIZE];

	for (size_t i = 0; i < d->nheads; i++) {
		kg_addr first = 0;

		kg_error_destroy(kg_image_read_u64(h->image, d->heads[i], &first));
		first &= ~KG_LINK_FLAGS;
		if (!kg_discovery_has_head(d, first))
			kg_discover_seed(&d->workers[0], first + head, false);
	}
	for (size_t i = 0; i < h->nroots; i++) {
		kg_addr a = h->priv->root_targets[i];

		kg_discover_seed(&d->workers[0], a, is_guess(&h->roots[i], a));
	}
}

static struct kg_error *too_many(void)
{
	return kg_error_create(KG_ERR_TARGET, "the core holds more objects than this program can number (%u)", KG_NODES_MAX - 1);
}

/* The largest segment; of none the one that ends all, which holds no address. */
static const struct kg_segment *main_segment(const struct kg_image *img)
{
	const struct kg_segment *ret = img->segs;

	for (size_t i = 1; i < img->nsegs; i++) {
		if (img->segs[i].end - img->segs[i].start > ret->end - ret->start)
			ret = &img->segs[i];
	}
	return ret;
}

struct kg_error *kg_discovery_run(struct kg_discovery *d, struct kg_heap *h)
{
	struct kg_error *err;
	uint64_t cap = h->priv->mapped / 4 + (1u << 16), objects, found;

	*d = (struct kg_discovery){.h = h, .nworkers = h->priv->threads, .arenas = {0, h->rt->narenas, 1}};
	pthread_mutex_init(&d->lock, NULL);
	/* Numbers of edges fit 32 bits; whole large pages, so that they can be moved by their tables. */
	d->edge_cap = (cap > UINT32_MAX / d->nworkers ? UINT32_MAX / d->nworkers : cap) & ~(KG_EDGES_ALIGN - 1);
	d->edge_cap += d->edge_cap == 0 ? KG_EDGES_ALIGN : 0;
	d->edge_size = h->priv->space.nwords * 32 < UINT64_C(1) << KG_NARROW_SHIFT ? sizeof(uint32_t) : sizeof(uint64_t);
	d->chunks = calloc(h->rt->narenas + 1, sizeof(*d->chunks));
	if (!d->chunks)
		return kg_error_nomem();
	objects = h->priv->mapped / 16 + 1024;
	if (objects > KG_NODES_MAX)
		objects = KG_NODES_MAX;
	err = chunks_count(d, &found);
	if (err)
		return err;
	if (found > objects)
		return too_many();
	err = kg_pages_init(&d->edges, d->nworkers * d->edge_cap * d->edge_size);
	if (!err)
		err = lines_init(&d->lines, objects);
	for (unsigned int i = 0; i < d->nworkers && !err; i++)
		err = worker_init(d, &d->workers[i], i);
	if (err)
		return err;
	for (size_t i = 0; i < KG_ARRAY_SIZE(d->lines.mem); i++)
		kg_pages_touch(&d->lines.mem[i], 0, found * sizeof(uint32_t), d->nworkers);
	d->main = main_segment(h->image);
	heads_collect(d);
	d->collecting = kg_runtime_collecting(d->h->rt);
	seeds_push(d);
	kg_progress_phase(h->priv->progress, "reading objects", h->rt->narenas);
	err = kg_workers_run(d->nworkers, kg_discover_run, d);
	d->arenas_done = true;
	if (!err)
		err = kg_workers_run(d->nworkers, kg_discover_run, d);
	for (unsigned int i = 0; i < d->nworkers; i++) {
		h->priv->lists_suspect = h->priv->lists_suspect || d->workers[i].suspect;
		if (d->workers[i].overflow && !err)
			err = too_many();
		if (d->workers[i].sink.full)
			kg_damage_add(&h->image->damage, 0, "there are more references than this program can hold; some are left out");
	}
	return err;
}

void kg_discovery_deinit(struct kg_discovery *d)
{
	for (unsigned int i = 0; i < d->nworkers; i++) {
		struct kg_worker *w = &d->workers[i];

		kg_lines_deinit(&w->late);
		kg_pages_deinit(&w->sink_mem);
		free(w->stack.items);
		free(w->deferred.items);
		free(w->unshown.items);
		free(w->uncounted.items);
		kg_shows_deinit(d->h, &w->shows);
		free(w->late_addr.items);
		free(w->chunks.items);
	}
	kg_lines_deinit(&d->lines);
	free(d->shared.items);
	free(d->chunks);
	kg_pages_deinit(&d->edges);
	pthread_mutex_destroy(&d->lock);
}
