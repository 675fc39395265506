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

#include <stdio.h>
#include <stdlib.h>

#define BATCH 64	 /* edges looked up together, so that their cache misses overlap */
#define AHEAD 16	 /* objects, a power of two */
#define FAR 1024	 /* bytes between the fetch of an object's header and its use */
#define SIZED_SUBCLASS (UINT64_C(13) << 24) /* Py_TPFLAGS_LONG_SUBCLASS, _TUPLE_, _BYTES_ */

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

void kg_discover_seed(struct kg_worker *w, kg_addr addr, bool guess)
{
	const struct kg_space *s = &w->d->h->priv->space;
	const struct kg_segment *seg;
	uint64_t g;

	if (kg_space_find(s, addr, &seg, &g) && !kg_space_has(s, g))
		late(w, seg, g, addr, guess);
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

/* Edge number @at leads nowhere: the object it is of is in doubt. */
static void dead_end(struct kg_worker *w, uint64_t at, kg_addr target)
{
	unsigned int i = w->nrecent;
	kg_addr object;

	while (i > 0 && w->nrecent - i < KG_RECENT && w->recent[(i - 1) % KG_RECENT].at > at)
		i--;
	object = i > 0 ? w->recent[(i - 1) % KG_RECENT].addr : 0;
	kg_doubts_add(w->d->h, object, object ? object : target,
		      words("a reference leads to 0x%llx, where no object is", (unsigned long long)target));
}

/* Edge number @at, in full: does it lead to an object? */
static bool check_edge(struct kg_worker *w, uint64_t at, uint64_t edge)
{
	const struct kg_space *s = &w->d->h->priv->space;
	enum kg_edge_kind kind = KG_EDGE_KIND(edge);
	kg_addr addr = KG_EDGE_ADDR(edge);
	const struct kg_segment *seg;
	uint64_t g;
	bool ok = kg_space_find(s, addr, &seg, &g);

	if (ok && kg_space_has(s, g))
		ok = kg_space_exact(s, seg, g, addr);
	else if (ok)
		ok = late(w, seg, g, addr, kind == KG_EDGE_GUESS);
	if (!ok && kind != KG_EDGE_GUESS && kind != KG_EDGE_WEAK)
		dead_end(w, at, addr);
	return ok;
}

/*
 * The first edges of the sink become granules; finds new objects. Most lead into the largest
 * segment, to objects that are known: only the others are looked at one by one.
 */
static void check_batch(struct kg_worker *w, const uint64_t *edges, size_t n)
{
	/* In locals: whatever is in memory would be read again after each store. */
	const struct kg_space s = w->d->h->priv->space;
	const struct kg_segment *main = w->d->main;
	const kg_addr start = main->start, bytes = main->end - start;
	const uint64_t first = main->granule - (start >> 4);
	const uint8_t *main_half = &s.any_half[main - s.image->segs], *half[BATCH];
	uint64_t g[BATCH];

	for (size_t i = 0; i < n; i++) {
		kg_addr addr = KG_EDGE_ADDR(edges[i]);

		half[i] = main_half;
		g[i] = first + (addr >> 4);
		if (KG_UNLIKELY(addr - start >= bytes)) {
			const struct kg_segment *seg = kg_image_segment(s.image, addr);

			half[i] = seg ? &s.any_half[seg - s.image->segs] : NULL;
			g[i] = seg ? kg_space_granule(seg, addr) : 0;
		}
		__builtin_prefetch(&s.words[g[i] >> 5]);
	}
	for (size_t i = 0; i < n; i++) {
		uint64_t kind = edges[i] & ~KG_EDGE_ADDR(UINT64_MAX);

		if (KG_LIKELY(half[i] && kg_space_has(&s, g[i]) && (edges[i] & 15) == 0 &&
			      (!*half[i] || !(s.half[g[i] >> 5] >> (g[i] & 31) & 1))))
			g[i] |= kind;
		else
			g[i] = check_edge(w, w->edges.n + i, edges[i]) ? g[i] | kind : KG_EDGE_DEAD;
	}
	if (!kg_granules_push_all(&w->edges, g, n))
		w->sink.full = true;
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

/* kg_image_segment() for what is more often than not in @near. */
static inline const struct kg_segment *segment_near(const struct kg_heap *h, const struct kg_segment *near, kg_addr addr)
{
	return KG_LIKELY(kg_segment_has(near, addr)) ? near : kg_image_segment(h->image, addr);
}

/*
 * A tracked object's neighbors in its list: each must point back, and the next one
 * must be an object too. As this holds for all of them, and the heads are known,
 * every member of every list is found without walking one.
 */
static void check_links(struct kg_worker *w, const struct kg_obj *o, kg_addr next)
{
	struct kg_heap *h = w->d->h;
	const int32_t *off = h->rt->layout->off;
	kg_addr self = o->addr - (kg_addr)off[F_GCHEAD_SIZE];
	const struct kg_segment *seg = segment_near(h, w->d->main, next);
	kg_addr target = next + (kg_addr)off[F_GCHEAD_SIZE];
	uint64_t g;

	if (!seg || seg->end - next < 2 * (uint64_t)off[F_GCHEAD_SIZE]) {
		w->suspect = true;
		kg_damage_add(&h->image->damage, o->addr, "the GC list breaks after the object at 0x%llx",
			      (unsigned long long)o->addr);
		return;
	}
	if (!w->d->collecting && (kg_u64(seg->bytes + (next - seg->start) + off[F_GCHEAD_PREV]) & ~KG_LINK_FLAGS) != self) {
		w->suspect = true;
		kg_damage_add(&h->image->damage, o->addr, "the GC links of the object at 0x%llx and of the next one contradict",
			      (unsigned long long)o->addr);
	}
	if (target >= seg->end)
		return;
	g = kg_space_granule(seg, target);
	if (kg_space_has(&h->priv->space, g) || kg_discovery_has_head(w->d, next))
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
static inline bool fits(const struct kg_heap *h, const struct kg_obj *o)
{
	const int32_t *off = h->rt->layout->off;
	uint64_t n, elem = (uint64_t)o->type->itemsize, head = (uint64_t)o->type->least;

	if (o->type->is_str) {
		const struct kg_str_state *bits = &kg_facts(h)->str;
		uint32_t state = kg_obj_u32(*o, off[F_ASCII_STATE]);

		/* Compact text follows the header; other text is elsewhere. */
		if (!kg_str_state_compact(bits, state))
			return o->avail >= head;
		n = kg_obj_u64(*o, off[F_ASCII_LENGTH]);
		elem = kg_str_state_kind(bits, state);
		head = (uint64_t)(kg_str_state_ascii(bits, state) ? off[F_ASCII_SIZE] : off[F_COMPACT_SIZE]);
	} else if (o->type->flags & SIZED_SUBCLASS) {
		int64_t size = kg_obj_items(h->rt->layout, o);

		n = size < 0 ? -(uint64_t)size : (uint64_t)size;
	} else {
		/* Some types with items, frames and generators, keep no ob_size. */
		return o->avail >= head;
	}
	if (o->avail < head)
		return false;
	/* A division takes as long as the rest of this. */
	if (KG_LIKELY((n | elem) >> 32 == 0))
		return n * elem <= o->avail - head;
	return n == 0 || elem == 0 || n <= (o->avail - head) / elem;
}

/* Adds an object to those that are emulated next, if it is one of that kind. */
static void show_later(struct kg_worker *w, kg_addr addr)
{
	struct kg_obj o = {.addr = addr};
	struct kg_error *err;

	o.p = kg_image_avail(w->d->h->image, addr, &o.avail);
	o.type = kg_types_lookup(w->d->h, kg_u64(o.p + w->d->h->rt->layout->off[F_OBJECT_TYPE]));
	if (!o.type || !o.type->native->emulated || !kg_object_is_gc(w->d->h, o))
		return;
	err = kg_shows_add(&w->shows, o);
	w->nomem = w->nomem || err;
	kg_error_destroy(err);
}

static void show_run(struct kg_worker *w)
{
	struct kg_error *err = kg_shows_run(w->d->h, &w->shows);

	w->nomem = w->nomem || (err && !kg_progress_canceled(w->d->h->priv->progress));
	kg_error_destroy(err);
}

/* Emulates objects of the arena from @from on, all that the sweep marked or a good number of them. */
static void show_arena(struct kg_worker *w, kg_addr from)
{
	const struct kg_runtime *rt = w->d->h->rt;
	size_t i = kg_arena_after(rt, from);
	kg_addr at = from & ~(kg_addr)511;

	kg_shows_clear(&w->shows);
	for (; i < rt->narenas && at < rt->arenas[i].end && w->shows.n < KG_SHOWS_MAX; at += 512) {
		const struct kg_segment *seg = kg_image_segment(w->d->h->image, at);
		uint32_t bits = seg ? w->d->h->priv->space.words[kg_space_granule(seg, at) >> 5].bits : 0;

		for (; bits; bits &= bits - 1) {
			kg_addr addr = at + 16 * (kg_addr)__builtin_ctz(bits);

			if (addr >= from)
				show_later(w, addr);
		}
	}
	show_run(w);
}

/* What emulation showed for an object whose turn has come. */
static const struct kg_shown *shown(struct kg_worker *w, struct kg_obj o)
{
	const struct kg_shown *s = kg_shows_next(&w->shows, o.addr);

	if (!s && !w->d->arenas_done) {
		show_arena(w, o.addr);
		s = kg_shows_next(&w->shows, o.addr);
	}
	return s;
}

/* Without lists the object says itself where it is. The collector has one generation then, and what it does not go through. */
static uint32_t place_by_bits(uint8_t bits)
{
	if (!(bits & KG_GC_BIT_TRACKED))
		return (uint32_t)KG_GC_UNTRACKED << KG_INFO_PLACE_SHIFT;
	return KG_INFO_TRACKED | (uint32_t)(bits & KG_GC_BIT_FROZEN ? KG_GC_PERMANENT : KG_GC_GEN0) << KG_INFO_PLACE_SHIFT;
}

static void process(struct kg_worker *w, struct kg_lines *l, size_t line, const struct kg_obj *o)
{
	struct kg_heap *h = w->d->h;
	const int32_t *off = h->rt->layout->off;
	uint32_t info = o->type->index | small_count(kg_layout_count(h->rt->layout, o->p)) << KG_INFO_COUNT_SHIFT;
	uint64_t before = w->edges.n + w->sink.count;
	struct kg_error *err;

	l->start[line] = next_edge(w);
	/* Text or bytes of which a copy of a live process left the inside out are whole nevertheless. */
	if (KG_UNLIKELY(!fits(h, o)) && !(o->type->leaf && kg_image_omitted(h->image, o->addr + o->avail)))
		kg_doubts_add(h, o->addr, o->addr, words("the %s at 0x%llx claims to be longer than what is mapped there",
							 o->type->name, (unsigned long long)o->addr));
	if (!o->type->leaf) {
		if (KG_UNLIKELY(o->type->native->emulated) && kg_object_is_gc(h, *o))
			w->sink.shown = shown(w, *o);
		err = kg_decode(h, *o, &w->sink);
		w->sink.shown = NULL;
		if (KG_UNLIKELY(err != NULL)) {
			kg_doubts_add(h, o->addr, err->addr, words("%s", err->text));
			kg_error_destroy(err);
		}
		if (w->edges.n + w->sink.count > before) {
			w->recent[w->nrecent % KG_RECENT].at = before;
			w->recent[w->nrecent++ % KG_RECENT].addr = o->addr;
		}
	}
	if (!o->type->gc || (KG_UNLIKELY(o->type->is_metatype) && !kg_object_is_gc(h, *o))) {
		info |= (uint32_t)KG_GC_NONE << KG_INFO_PLACE_SHIFT;
	} else if (KG_UNLIKELY(!kg_facts(h)->gc_lists)) {
		info |= place_by_bits(o->p[off[F_OBJECT_GC_BITS]]);
	} else {
		kg_addr next = kg_obj_addr(*o, off[F_GCHEAD_NEXT] - off[F_GCHEAD_SIZE]) & ~KG_LINK_FLAGS;

		info |= (uint32_t)KG_GC_UNTRACKED << KG_INFO_PLACE_SHIFT;
		if (next) {
			info |= KG_INFO_TRACKED;
			check_links(w, o, next);
		}
	}
	l->info[line] = info;
	if (h->priv->wants_counts)
		kg_counts_add(h, w->index, *o);
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

static inline void fetch_at(const struct kg_heap *h, const struct kg_segment *near, kg_addr target, unsigned int lines)
{
	const struct kg_segment *seg = segment_near(h, near, target);

	for (unsigned int i = 0; seg && i < lines; i++)
		__builtin_prefetch(seg->bytes + (target - seg->start) + 64 * i);
}

/* Its items, and its neighbor in the collector's list, which must point back. */
static inline void fetch(const struct kg_heap *h, const struct kg_segment *seg, const struct kg_obj *o)
{
	const int32_t *off = h->rt->layout->off;

	if (o->type->fetch_offset)
		fetch_at(h, seg, kg_obj_addr(*o, o->type->fetch_offset), 2);
	if (o->type->presize)
		fetch_at(h, seg, kg_obj_addr(*o, off[F_GCHEAD_NEXT] - off[F_GCHEAD_SIZE]), 1);
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

			for (unsigned int ahead = 0; ahead < 512; ahead += 64)
				__builtin_prefetch(seg->bytes + (at - seg->start) + FAR + ahead);
			for (; bits; bits &= bits - 1) {
				kg_addr addr = at + 16 * (kg_addr)__builtin_ctz(bits);
				struct kg_obj *o;

				if (q.in - q.out == AHEAD)
					process(w, &w->d->lines, line++, &q.ring[q.out++ % AHEAD]);
				o = &q.ring[q.in++ % AHEAD];
				o->addr = addr;
				o->p = seg->bytes + (addr - seg->start);
				o->avail = seg->end - addr;
				o->type = kg_types_lookup(h, kg_u64(o->p + off[F_OBJECT_TYPE]));
				fetch(h, seg, o);
			}
		}
	}
	while (q.out != q.in)
		process(w, &w->d->lines, line++, &q.ring[q.out++ % AHEAD]);
	c->edges_end = next_edge(w);
}

/* @now: what has to be emulated was. */
static void late_run(struct kg_worker *w, kg_addr addr, bool now)
{
	struct kg_heap *h = w->d->h;
	struct kg_obj o = {.addr = addr};

	o.p = kg_image_avail(h->image, addr, &o.avail);
	o.type = kg_types_lookup(h, kg_u64(o.p + h->rt->layout->off[F_OBJECT_TYPE]));
	if (KG_UNLIKELY(o.type->native->emulated) && !now) {
		w->nomem = w->nomem || !kg_addrs_push(&w->unshown, addr);
	} else if (w->late.n == w->late.cap) {
		w->overflow = true;
	} else if (!kg_addrs_push(&w->late_addr, addr)) {
		w->nomem = true;
	} else {
		process(w, &w->late, w->late.n, &o);
		w->late.n++;
	}
}

/* Objects that wait for emulation, a good number at once. */
static void unshown_run(struct kg_worker *w)
{
	for (size_t from = 0, to; from < w->unshown.n && !w->nomem; from = to) {
		to = from + KG_SHOWS_MAX < w->unshown.n ? from + KG_SHOWS_MAX : w->unshown.n;
		kg_shows_clear(&w->shows);
		for (size_t i = from; i < to; i++)
			show_later(w, w->unshown.items[i]);
		show_run(w);
		for (size_t i = from; i < to; i++)
			late_run(w, w->unshown.items[i], true);
	}
	w->unshown.n = 0;
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

struct kg_error *kg_discover_run(void *arg, unsigned int i)
{
	struct kg_discovery *d = arg;
	struct kg_worker *w = &d->workers[i];
	struct kg_progress *progress = d->h->priv->progress;
	uint64_t from, to;

	while (!d->arenas_done && !kg_progress_canceled(progress) && kg_pieces_take(&d->arenas, &from, &to)) {
		arena_run(w, from);
		kg_progress_add(progress, 1);
	}
	if (!d->arenas_done)
		return kg_progress_check(progress);
	take_deferred(w);
	do {
		while (w->stack.n > 0 && !w->nomem) {
			if (KG_UNLIKELY(kg_progress_canceled(progress))) {
				w->stack.n = 0; /* all do so, and so all come to an end */
				break;
			}
			late_run(w, w->stack.items[--w->stack.n], false);
			if (w->stack.n > KG_SHARE_AT && d->shared.n == 0 && d->nworkers > 1)
				kg_discovery_share(w);
			if (w->stack.n == 0)
				check_edges(w, true);
		}
		unshown_run(w);
		check_edges(w, true);
	} while (w->stack.n > 0 || kg_discovery_refill(w));
	return w->nomem ? kg_error_nomem() : kg_progress_check(progress);
}
