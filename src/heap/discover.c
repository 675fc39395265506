/*
 * Everything that is an object, and what it refers to.
 *
 * First the objects the sweep found are decoded, arena by arena, in address order,
 * by all threads. A reference to what is not marked yet is looked at: if an object
 * can be there it is marked and waits on its finder's stack. Edges are kept as
 * granule numbers until all objects are known and numbered; build.c then turns them
 * into graph words in place.
 */
#define _GNU_SOURCE /* asprintf */
#include "heap/build_priv.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

#define BATCH 64	 /* edges looked up together, so that their cache misses overlap */
#define SHARE_AT 8192	 /* addresses waiting on one stack before half is offered to others */
#define AHEAD 16	 /* objects, a power of two */
#define SIZED_SUBCLASS (UINT64_C(13) << 24) /* Py_TPFLAGS_LONG_SUBCLASS, _TUPLE_, _BYTES_ */
#define LINK_FLAGS UINT64_C(3) /* of a GC head's words */

bool kg_addrs_push(struct kg_addrs *v, kg_addr a)
{
	if (v->n == v->cap) {
		size_t cap = v->cap ? 2 * v->cap : 1024;
		kg_addr *items = realloc(v->items, cap * sizeof(*items));

		if (!items)
			return false;
		v->items = items;
		v->cap = cap;
	}
	v->items[v->n++] = a;
	return true;
}

static uint64_t word(const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/*
 * A reference leads to an unmarked granule. @guess: the reference is one, so inside
 * arenas only what the sweep found counts. @return false when no object can be there.
 */
static bool late(struct kg_worker *w, const struct kg_segment *seg, uint64_t g, kg_addr addr, bool guess)
{
	struct kg_heap *h = w->d->h;
	bool arena = kg_in_arena(h->rt, addr);

	if (arena && guess)
		return false;
	if (!(guess ? kg_object_guess(h, seg, addr) : kg_object_check(h, seg, addr)))
		return false;
	/* While arenas are still walked by their bits no new bit may appear in them. */
	if (arena && !w->d->arenas_done)
		return kg_addrs_push(&w->deferred, addr) || (w->nomem = true, false);
	if (kg_space_mark(&h->priv->space, seg, g, addr) && !kg_addrs_push(&w->stack, addr))
		w->nomem = true;
	return true;
}

/* A text about something wrong; NULL when out of memory. */
static char *words(const char *format, ...) __attribute__((format(printf, 1, 2)));
static char *words(const char *format, ...)
{
	char *text;
	va_list ap;

	va_start(ap, format);
	if (vasprintf(&text, format, ap) < 0)
		text = NULL;
	va_end(ap);
	return text;
}

/* The edge about to be pushed leads nowhere: the object it is of is in doubt. */
static void dead_end(struct kg_worker *w, kg_addr target)
{
	unsigned int i = w->nrecent;

	while (i > 0 && w->nrecent - i < KG_RECENT && w->recent[(i - 1) % KG_RECENT].at > w->edges.n)
		i--;
	kg_doubts_add(w->d->h, i > 0 ? w->recent[(i - 1) % KG_RECENT].addr : 0, target,
		      words("a reference leads to 0x%llx, where no object is", (unsigned long long)target));
}

/* The first edges of the sink become granules; finds new objects. */
static void check_batch(struct kg_worker *w, const uint64_t *edges, size_t n)
{
	const struct kg_space *s = &w->d->h->priv->space;
	const struct kg_segment *seg[BATCH];
	kg_addr addr[BATCH];
	uint64_t g[BATCH];

	for (size_t i = 0; i < n; i++) {
		addr[i] = KG_EDGE_ADDR(edges[i]);
		seg[i] = kg_image_segment(s->image, addr[i]);
		g[i] = seg[i] ? kg_space_granule(seg[i], addr[i]) : 0;
		__builtin_prefetch(&s->words[g[i] >> 5]);
	}
	for (size_t i = 0; i < n; i++) {
		enum kg_edge_kind kind = KG_EDGE_KIND(edges[i]);
		bool ok = seg[i] != NULL;

		if (KG_LIKELY(ok && kg_space_has(s, g[i])))
			ok = kg_space_exact(s, seg[i], g[i], addr[i]);
		else if (ok)
			ok = late(w, seg[i], g[i], addr[i], kind == KG_EDGE_GUESS);
		if (KG_UNLIKELY(!ok) && kind != KG_EDGE_GUESS && kind != KG_EDGE_WEAK)
			dead_end(w, addr[i]);
		if (!kg_granules_push(&w->edges, ok ? g[i] | (uint64_t)kind << KG_EDGE_SHIFT : KG_EDGE_DEAD))
			w->sink.full = true;
	}
}

/* Looks up the edges that wait in the sink; fewer than a batch stay unless @all. */
static void check_edges(struct kg_worker *w, bool all)
{
	size_t at = 0;

	while (w->sink.count - at >= BATCH || (all && w->sink.count > at)) {
		size_t n = w->sink.count - at < BATCH ? w->sink.count - at : BATCH;

		check_batch(w, w->sink.edges + at, n);
		at += n;
	}
	w->sink.count -= at;
	memmove(w->sink.edges, w->sink.edges + at, w->sink.count * sizeof(uint64_t));
}

/* Where the next edge will stand among the worker's granules. */
static uint32_t next_edge(const struct kg_worker *w)
{
	uint64_t at = w->edges.n + w->sink.count;

	return (uint32_t)(at < w->edges.cap ? at : w->edges.cap);
}

static bool is_head(const struct kg_discovery *d, kg_addr a)
{
	for (size_t i = 0; i < d->nheads; i++) {
		if (d->heads[i] == a)
			return true;
	}
	return false;
}

/*
 * A tracked object's neighbors in its list: each must point back, and the next one
 * must be an object too. As this holds for all of them, and the heads are known,
 * every member of every list is found without walking one.
 */
static void check_links(struct kg_worker *w, struct kg_obj o, kg_addr next)
{
	struct kg_heap *h = w->d->h;
	const int32_t *off = h->rt->layout->off;
	kg_addr self = o.addr - (kg_addr)off[F_GCHEAD_SIZE];
	const struct kg_segment *seg = kg_image_segment(h->image, next);
	kg_addr target = next + (kg_addr)off[F_GCHEAD_SIZE];
	uint64_t g;

	if (!seg || seg->end - next < 2 * (uint64_t)off[F_GCHEAD_SIZE]) {
		w->suspect = true;
		kg_damage_add(&h->image->damage, o.addr, "the GC list breaks after the object at 0x%llx",
			      (unsigned long long)o.addr);
		return;
	}
	if (!w->d->collecting && (word(seg->bytes + (next - seg->start) + off[F_GCHEAD_PREV]) & ~LINK_FLAGS) != self) {
		w->suspect = true;
		kg_damage_add(&h->image->damage, o.addr, "the GC links of the object at 0x%llx and of the next one contradict",
			      (unsigned long long)o.addr);
	}
	if (target >= seg->end)
		return;
	g = kg_space_granule(seg, target);
	if (kg_space_has(&h->priv->space, g) || is_head(w->d, next))
		return;
	if (!late(w, seg, g, target, false))
		w->suspect = true;
}

/* The part of a count that fits beside the type. */
static uint32_t small_count(int64_t refcount)
{
	return refcount < 0 ? 0 : refcount > KG_INFO_COUNT_MANY ? KG_INFO_COUNT_MANY : (uint32_t)refcount;
}

/* Does the object end where its memory does, by its own count of items or characters? */
static bool fits(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t n, elem = (uint64_t)o.type->itemsize, head = (uint64_t)o.type->least;

	if (o.type->is_str) {
		uint32_t state = kg_obj_u32(o, off[F_ASCII_STATE]);

		/* Compact text follows the header; other text is elsewhere. */
		if (!(state >> 5 & 1))
			return o.avail >= head;
		n = kg_obj_u64(o, off[F_ASCII_LENGTH]);
		elem = state >> 2 & 7;
		head = (uint64_t)(state >> 6 & 1 ? off[F_ASCII_SIZE] : off[F_COMPACT_SIZE]);
	} else {
		/* Some types with items, frames and generators, keep no ob_size. */
		int64_t size = o.type->flags & SIZED_SUBCLASS ? kg_obj_i64(o, off[F_VAR_SIZE]) : 0;

		n = size < 0 ? -(uint64_t)size : (uint64_t)size;
	}
	return o.avail >= head && (n == 0 || elem == 0 || n <= (o.avail - head) / elem);
}

static void process(struct kg_worker *w, struct kg_lines *l, size_t line, struct kg_obj o)
{
	struct kg_heap *h = w->d->h;
	const int32_t *off = h->rt->layout->off;
	uint32_t info = o.type->index | small_count(kg_obj_i64(o, off[F_OBJECT_REFCNT])) << KG_INFO_COUNT_SHIFT;
	uint64_t before = w->edges.n + w->sink.count;
	struct kg_error *err;

	l->start[line] = next_edge(w);
	if (KG_UNLIKELY(!fits(h, o)))
		kg_doubts_add(h, o.addr, o.addr, words("the %s at 0x%llx claims to be longer than what is mapped there",
						       o.type->name, (unsigned long long)o.addr));
	if (!o.type->leaf) {
		err = kg_decode(h, o, &w->sink);
		if (KG_UNLIKELY(err != NULL)) {
			kg_doubts_add(h, o.addr, err->addr, words("%s", err->text));
			kg_error_destroy(err);
		}
		if (w->edges.n + w->sink.count > before) {
			w->recent[w->nrecent % KG_RECENT].at = before;
			w->recent[w->nrecent++ % KG_RECENT].addr = o.addr;
		}
	}
	if (!o.type->gc || !kg_object_is_gc(h, o)) {
		info |= (uint32_t)KG_GC_NONE << KG_INFO_PLACE_SHIFT;
	} else {
		kg_addr next = kg_obj_addr(o, off[F_GCHEAD_NEXT] - off[F_GCHEAD_SIZE]) & ~LINK_FLAGS;

		info |= (uint32_t)KG_GC_UNTRACKED << KG_INFO_PLACE_SHIFT;
		if (next) {
			info |= KG_INFO_TRACKED;
			check_links(w, o, next);
		}
	}
	l->info[line] = info;
	if (w->sink.count >= BATCH)
		check_edges(w, false);
}

/*
 * Objects wait a little between being seen and being decoded, so that the memory
 * their bodies point to is on its way meanwhile.
 */
struct ahead {
	struct kg_obj ring[AHEAD];
	unsigned int in, out;
};

static void fetch_at(const struct kg_heap *h, kg_addr target, unsigned int lines)
{
	const struct kg_segment *seg = kg_image_segment(h->image, target);

	for (unsigned int i = 0; seg && i < lines; i++)
		__builtin_prefetch(seg->bytes + (target - seg->start) + 64 * i);
}

/* Its items, and its neighbor in the collector's list, which must point back. */
static void fetch(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;

	if (o.type->fetch_offset)
		fetch_at(h, kg_obj_addr(o, o.type->fetch_offset), 2);
	if (o.type->gc)
		fetch_at(h, kg_obj_addr(o, off[F_GCHEAD_NEXT] - off[F_GCHEAD_SIZE]), 1);
}

/* Objects that the sweep marked in one arena. */
static void arena_run(struct kg_worker *w, uint64_t i)
{
	struct kg_heap *h = w->d->h;
	const struct kg_arena *a = &h->rt->arenas[i];
	const int32_t *off = h->rt->layout->off;

	struct kg_chunk *c = &w->d->chunks[i];
	size_t line = c->from;
	struct ahead q = {.in = 0};

	c->worker = w->index;
	if (!kg_addrs_push(&w->chunks, i))
		w->nomem = true;
	for (kg_addr at = a->start; at < a->end;) {
		const struct kg_segment *seg = kg_image_segment(h->image, at);
		kg_addr end;

		if (!seg) {
			at += h->rt->pool_size;
			continue;
		}
		end = seg->end < a->end ? seg->end : a->end;
		for (; at < end; at += 512) {
			uint64_t g = kg_space_granule(seg, at);
			uint32_t bits = h->priv->space.words[g >> 5].bits;

			for (; bits; bits &= bits - 1) {
				struct kg_obj o = {.addr = at + 16 * (kg_addr)__builtin_ctz(bits)};

				o.p = seg->bytes + (o.addr - seg->start);
				o.avail = seg->end - o.addr;
				o.type = kg_types_lookup(h, word(o.p + off[F_OBJECT_TYPE]));
				fetch(h, o);
				if (q.in - q.out == AHEAD)
					process(w, &w->d->lines, line++, q.ring[q.out++ % AHEAD]);
				q.ring[q.in++ % AHEAD] = o;
			}
		}
	}
	while (q.out != q.in)
		process(w, &w->d->lines, line++, q.ring[q.out++ % AHEAD]);
	c->edges_end = next_edge(w);
}

static void late_run(struct kg_worker *w, kg_addr addr)
{
	struct kg_heap *h = w->d->h;
	struct kg_obj o = {.addr = addr};

	o.p = kg_image_avail(h->image, addr, &o.avail);
	o.type = kg_types_lookup(h, word(o.p + h->rt->layout->off[F_OBJECT_TYPE]));
	if (w->late.n == w->late.cap) {
		w->overflow = true;
	} else if (!kg_addrs_push(&w->late_addr, addr)) {
		w->nomem = true;
	} else {
		process(w, &w->late, w->late.n, o);
		w->late.n++;
	}
}

static void share_half(struct kg_worker *w)
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

/* Refills an empty stack. @return false when nobody has anything left */
static bool refill(struct kg_worker *w)
{
	struct kg_discovery *d = w->d;
	bool idle = false;

	for (;;) {
		pthread_mutex_lock(&d->lock);
		if (d->shared.n > 0) {
			size_t take = d->shared.n < SHARE_AT / 4 ? d->shared.n : SHARE_AT / 4;

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

/* What lies in arenas, was referred to and had not been found by the sweep. */
static void take_deferred(struct kg_worker *w)
{
	struct kg_space *s = &w->d->h->priv->space;

	for (size_t i = 0; i < w->deferred.n; i++) {
		kg_addr a = w->deferred.items[i];
		const struct kg_segment *seg;
		uint64_t g;

		if (kg_space_find(s, a, &seg, &g) && kg_space_mark(s, seg, g, a) && !kg_addrs_push(&w->stack, a))
			w->nomem = true;
	}
	w->deferred.n = 0;
}

static struct kg_error *discover_run(void *arg, unsigned int i)
{
	struct kg_discovery *d = arg;
	struct kg_worker *w = &d->workers[i];
	uint64_t from, to;

	while (!d->arenas_done && kg_pieces_take(&d->arenas, &from, &to)) {
		arena_run(w, from);
		kg_progress_add(d->h->priv->progress, 1);
	}
	if (!d->arenas_done)
		return NULL;
	take_deferred(w);
	do {
		while (w->stack.n > 0 && !w->nomem) {
			late_run(w, w->stack.items[--w->stack.n]);
			if (w->stack.n > SHARE_AT && d->shared.n == 0 && d->nworkers > 1)
				share_half(w);
			if (w->stack.n == 0)
				check_edges(w, true);
		}
		check_edges(w, true);
	} while (w->stack.n > 0 || refill(w));
	return w->nomem ? kg_error_nomem() : NULL;
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

static struct kg_error *worker_init(struct kg_discovery *d, struct kg_worker *w, unsigned int i)
{
	struct kg_error *err;

	w->d = d;
	w->index = i;
	w->edges.mem = (char *)d->edges.mem + i * d->edge_cap * d->edge_size;
	w->edges.cap = d->edge_cap;
	w->edges.wide = d->edge_size == sizeof(uint64_t);
	err = kg_pages_init(&w->sink_mem, d->edge_cap * sizeof(uint64_t));
	if (err)
		return err;
	w->sink.edges = w->sink_mem.mem;
	w->sink.cap = d->edge_cap;
	return lines_init(&w->late, d->lines.cap);
}

/* How many objects the sweep found in each arena, and so where each arena's lines begin. */
static uint64_t chunks_count(struct kg_discovery *d)
{
	const struct kg_runtime *rt = d->h->rt;
	const struct kg_space *s = &d->h->priv->space;
	uint64_t sum = 0;

	for (size_t i = 0; i < rt->narenas; i++) {
		uint64_t before = sum;

		for (kg_addr at = rt->arenas[i].start; at < rt->arenas[i].end; at += 512) {
			const struct kg_segment *seg;
			uint64_t g;

			if (kg_space_find(s, at, &seg, &g))
				sum += kg_popcount32(s->words[g >> 5].bits);
		}
		d->chunks[i] = (struct kg_chunk){.from = (uint32_t)before, .count = (uint32_t)(sum - before)};
	}
	return sum;
}

static void heads_collect(struct kg_discovery *d)
{
	const struct kg_runtime *rt = d->h->rt;

	for (uint32_t i = 0; i < rt->ninterps && d->nheads + KG_GENERATIONS < KG_HEADS_MAX; i++) {
		for (unsigned int g = 0; g < KG_GENERATIONS; g++)
			d->heads[d->nheads++] = rt->interps[i].gc.gens[g].head;
		d->heads[d->nheads++] = rt->interps[i].gc.permanent;
		d->collecting = d->collecting || rt->interps[i].gc.collecting;
	}
}

/* The first member of each list, and what roots refer to, start on the first stack. */
static void seeds_push(struct kg_discovery *d)
{
	struct kg_heap *h = d->h;
	struct kg_worker *w = &d->workers[0];
	const struct kg_segment *seg;
	uint64_t g;

	for (size_t i = 0; i < d->nheads; i++) {
		kg_addr first = 0;

		kg_error_destroy(kg_image_read_u64(h->image, d->heads[i], &first));
		first = (first & ~LINK_FLAGS) + (kg_addr)h->rt->layout->off[F_GCHEAD_SIZE];
		if (!is_head(d, first - (kg_addr)h->rt->layout->off[F_GCHEAD_SIZE]) &&
		    kg_space_find(&h->priv->space, first, &seg, &g) && !kg_space_has(&h->priv->space, g))
			late(w, seg, g, first, false);
	}
	for (size_t i = 0; i < h->nroots; i++) {
		kg_addr a = h->priv->root_targets[i];

		if (kg_space_find(&h->priv->space, a, &seg, &g) && !kg_space_has(&h->priv->space, g))
			late(w, seg, g, a, h->roots[i].kind == KG_ROOT_IMAGE);
	}
}

static struct kg_error *too_many(void)
{
	return kg_error_create(KG_ERR_TARGET, "the core holds more objects than this program can number (%u)", KG_NODES_MAX - 1);
}

struct kg_error *kg_discovery_run(struct kg_discovery *d, struct kg_heap *h)
{
	struct kg_error *err;
	uint64_t cap = h->priv->mapped / 4 + (1u << 16), objects;

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
	if (chunks_count(d) > objects)
		return too_many();
	err = kg_pages_init(&d->edges, d->nworkers * d->edge_cap * d->edge_size);
	if (!err)
		err = lines_init(&d->lines, objects);
	for (unsigned int i = 0; i < d->nworkers && !err; i++)
		err = worker_init(d, &d->workers[i], i);
	if (err)
		return err;
	heads_collect(d);
	seeds_push(d);
	kg_progress_phase(h->priv->progress, "reading objects", h->rt->narenas);
	err = kg_workers_run(d->nworkers, discover_run, d);
	d->arenas_done = true;
	if (!err)
		err = kg_workers_run(d->nworkers, discover_run, d);
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
		free(w->late_addr.items);
		free(w->chunks.items);
	}
	kg_lines_deinit(&d->lines);
	free(d->shared.items);
	free(d->chunks);
	kg_pages_deinit(&d->edges);
	pthread_mutex_destroy(&d->lock);
}
