/*
 * From the discovery's logs to the graph: numbers for objects, words for edges,
 * columns. Words take the place of granules, each worker's by itself; then the parts
 * are moved together by their page tables.
 */
#define _GNU_SOURCE /* mremap */
#include "heap/build_priv.h"

#include <stdlib.h>
#include <sys/mman.h>

#define AHEAD 24 /* edges between the fetch of a word of the space and its use */

struct build {
	struct kg_heap *h;
	struct kg_discovery *d;
	uint64_t part[KG_WORKERS_MAX + 1]; /* where each worker's words start in to[] */
	uint64_t words[KG_WORKERS_MAX];
	kg_addr *late; /* granules of late objects inside arenas, sorted */
	size_t nlate;
	struct kg_pieces columns;
};

/* Where one worker's translation stands: edges read, words written. */
struct translation {
	const struct kg_space *s;
	const struct kg_granules *edges;
	kg_narrow *out;
	size_t at, n;
};

/*
 * Lines [from, to), whose edges end at @end. Those that lead to no object are left out.
 * Everything is kept in locals: words are written over memory of any type, so whatever is
 * in memory would be read again after each.
 */
static inline __attribute__((always_inline)) void translate_as(struct translation *t, bool wide, uint32_t *start, size_t from,
							       size_t to, size_t end)
{
	const struct kg_granules edges = {.mem = t->edges->mem, .n = t->edges->n, .wide = wide};
	const kg_narrow *narrow = edges.mem;
	const struct kg_space_word *words = t->s->words;
	kg_narrow *out = t->out;
	size_t at = t->at, n = t->n;

	for (size_t k = from; k < to; k++) {
		size_t stop = k + 1 < to ? start[k + 1] : end, first = n;

		for (; at < stop; at++) {
			uint64_t e = kg_granules_at(&edges, at), g = KG_EDGE_ADDR(e);
			struct kg_space_word w;

			/* A prefetch of an address that is none does no harm. */
			if (KG_LIKELY(at + AHEAD < edges.n))
				__builtin_prefetch(&words[(wide ? KG_EDGE_ADDR(kg_granules_at(&edges, at + AHEAD))
								: narrow[at + AHEAD] & KG_NARROW_MASK) >> 5]);
			if (KG_UNLIKELY(e == KG_EDGE_DEAD))
				continue;
			w = words[g >> 5];
			if (KG_LIKELY(w.bits >> (g & 31) & 1))
				out[n++] = kg_space_word_rank(w, g) | (uint32_t)KG_EDGE_KIND(e) << KG_WORD_KIND_SHIFT;
		}
		start[k] = n == first ? KG_NODE_NONE : (uint32_t)first;
		if (n > first)
			out[n - 1] |= KG_WORD_LAST;
	}
	t->at = at;
	t->n = n;
}

static void translate(struct translation *t, uint32_t *start, size_t from, size_t to, size_t end)
{
	if (t->edges->wide)
		translate_as(t, true, start, from, to, end);
	else
		translate_as(t, false, start, from, to, end);
}

/* All edges of one worker, in the order in which it found them. */
static struct kg_error *translate_run(void *arg, unsigned int i)
{
	struct build *b = arg;
	struct kg_worker *w = &b->d->workers[i];
	struct translation t = {.s = &b->h->priv->space, .edges = &w->edges, .out = w->edges.mem};

	for (size_t c = 0; c < w->chunks.n; c++) {
		const struct kg_chunk *chunk = &b->d->chunks[w->chunks.items[c]];

		translate(&t, b->d->lines.start, chunk->from, chunk->from + chunk->count, chunk->edges_end);
		kg_progress_add(b->h->priv->progress, 1);
		if (kg_progress_canceled(b->h->priv->progress))
			return kg_progress_check(b->h->priv->progress);
	}
	translate(&t, w->late.start, 0, w->late.n, w->edges.n);
	b->words[i] = t.n;
	return NULL;
}

/*
 * By 2 MiB: kernels before Linux 6.17 move no range that has large pages in one part and
 * small ones in another. What moves leaves a hole. It is closed at once: the whole range
 * is unmapped as one in the end, and whoever had been given the hole meanwhile would lose
 * their memory with it.
 */
static bool move_words(char *from, char *to, size_t bytes)
{
	const size_t step = KG_EDGES_ALIGN * sizeof(uint32_t);
	bool moved = true;

	for (size_t at = 0; at < bytes && moved; at += step)
		moved = mremap(from + at, step, step, MREMAP_MAYMOVE | MREMAP_FIXED, to + at) != MAP_FAILED &&
			mmap(from + at, step, PROT_READ | PROT_WRITE,
			     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) != MAP_FAILED;
	return moved;
}

/* Moves the workers' words next to each other; what lies between and behind is given back. */
static struct kg_error *join_parts(struct build *b)
{
	struct kg_graph *g = &b->h->graph;
	struct kg_discovery *d = b->d;
	uint64_t at = 0;

	for (unsigned int i = 0; i < d->nworkers; i++) {
		uint64_t room = (b->words[i] + KG_EDGES_ALIGN - 1) & ~(KG_EDGES_ALIGN - 1);
		char *from = (char *)d->edges.mem + i * d->edge_cap * d->edge_size;
		char *to = (char *)d->edges.mem + at * sizeof(uint32_t);

		b->part[i] = at;
		if (room && from != to && !move_words(from, to, room * sizeof(uint32_t)))
			return kg_error_nomem();
		g->edges += b->words[i];
		at += room;
	}
	b->part[d->nworkers] = at;
	g->to = d->edges.mem;
	g->mem[1] = d->edges;
	d->edges = (struct kg_pages){0};
	return NULL;
}

/* Gives back the address space behind the words, all but a little slack. */
static void trim_edges(struct build *b)
{
	uint64_t used = b->part[b->d->nworkers] * sizeof(uint32_t);
	struct kg_pages *p = &b->h->graph.mem[1];

	madvise((char *)p->mem + used, p->size - used, MADV_DONTNEED);
}

static uint32_t moved(const struct build *b, uint32_t start, unsigned int worker)
{
	return start == KG_NODE_NONE ? start : (uint32_t)(start + b->part[worker]);
}

/* Spreads an arena's lines over its objects' numbers where late objects stand between them. */
static void spread(struct build *b, const struct kg_chunk *c, const struct kg_arena *a, uint32_t *column)
{
	const struct kg_space *s = &b->h->priv->space;
	size_t line = c->from + c->count, late = b->nlate;

	for (kg_addr at = a->end; at > a->start; at -= 512) {
		const struct kg_segment *seg;
		uint64_t g;

		if (!kg_space_find(s, at - 512, &seg, &g))
			continue;
		for (int bit = 31; bit >= 0; bit--) {
			uint64_t here = (g & ~UINT64_C(31)) + (unsigned int)bit;

			if (!kg_space_has(s, here))
				continue;
			while (late > 0 && b->late[late - 1] > here)
				late--;
			if (late == 0 || b->late[late - 1] != here)
				column[kg_space_rank(s, here)] = column[--line];
		}
	}
}

/* Number of the first object at or after the start of arena @i, KG_NODE_NONE when it has none. */
static kg_node first_of(const struct build *b, size_t i)
{
	const struct kg_arena *a = &b->h->rt->arenas[i];
	const struct kg_space *s = &b->h->priv->space;

	for (kg_addr at = a->start; at < a->end; at += 512) {
		const struct kg_segment *seg;
		uint64_t g;

		if (kg_space_find(s, at, &seg, &g) && s->words[g >> 5].bits)
			return s->words[g >> 5].rank;
	}
	return KG_NODE_NONE;
}

static bool late_inside(const struct build *b, const struct kg_arena *a)
{
	const struct kg_segment *seg;
	uint64_t from, to;
	size_t lo = 0, hi = b->nlate;

	if (b->nlate == 0 || !kg_space_find(&b->h->priv->space, a->start, &seg, &from))
		return b->nlate > 0;
	to = from + (a->end - a->start) / 16;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (b->late[mid] < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < b->nlate && b->late[lo] < to;
}

/*
 * From places by arena to places by number: late objects stand before and between,
 * so every line moves up. From the last arena to the first, each column for itself.
 */
static struct kg_error *columns_run(void *arg, unsigned int thread)
{
	struct build *b = arg;
	const struct kg_runtime *rt = b->h->rt;
	struct kg_lines *l = &b->d->lines;
	uint32_t *columns[] = {l->start, l->info};
	uint64_t from, to;

	(void)thread;
	while (kg_pieces_take(&b->columns, &from, &to)) {
		uint32_t *column = columns[from];

		for (size_t i = rt->narenas; i-- > 0;) {
			const struct kg_chunk *c = &b->d->chunks[i];
			kg_node first = first_of(b, i);

			if (c->count == 0 || first == KG_NODE_NONE)
				continue;
			if (from == 0) {
				for (size_t k = c->from; k < c->from + c->count; k++)
					column[k] = moved(b, column[k], c->worker);
			}
			if (late_inside(b, &rt->arenas[i]))
				spread(b, c, &rt->arenas[i], column);
			else
				memmove(column + first, column + c->from, c->count * sizeof(*column));
		}
	}
	return NULL;
}

static int by_value(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

/* Late objects that lie in arenas, for columns_run(). */
static struct kg_error *late_collect(struct build *b)
{
	const struct kg_space *s = &b->h->priv->space;
	struct kg_addrs inside = {0};

	for (unsigned int i = 0; i < b->d->nworkers; i++) {
		const struct kg_worker *w = &b->d->workers[i];

		for (size_t k = 0; k < w->late.n; k++) {
			const struct kg_segment *seg;
			uint64_t g;

			if (kg_in_arena(b->h->rt, w->late_addr.items[k]) &&
			    kg_space_find(s, w->late_addr.items[k], &seg, &g) && !kg_addrs_push(&inside, g)) {
				free(inside.items);
				return kg_error_nomem();
			}
		}
	}
	if (inside.n)
		qsort(inside.items, inside.n, sizeof(kg_addr), by_value);
	b->late = inside.items;
	b->nlate = inside.n;
	return NULL;
}

/* Their lines, once those of the arenas are out of the way. */
static void late_put(struct build *b)
{
	const struct kg_space *s = &b->h->priv->space;
	struct kg_lines *l = &b->d->lines;

	for (unsigned int i = 0; i < b->d->nworkers; i++) {
		const struct kg_worker *w = &b->d->workers[i];

		for (size_t k = 0; k < w->late.n; k++) {
			kg_addr addr = w->late_addr.items[k];
			kg_node n = kg_space_node(s, addr);

			if (n == KG_NODE_NONE)
				continue;
			l->start[n] = moved(b, w->late.start[k], i);
			l->info[n] = w->late.info[k];
			if (!kg_in_arena(b->h->rt, addr) && kg_process_module(b->h->rt->proc, addr))
				l->info[n] |= KG_INFO_STATIC;
		}
	}
}

static int by_number(const void *a, const void *b)
{
	kg_node x = *(const kg_node *)a, y = *(const kg_node *)b;

	return x < y ? -1 : x > y;
}

/* References that no count has, by number. */
static struct kg_error *uncounted_collect(struct build *b)
{
	struct kg_heap_priv *p = b->h->priv;
	size_t n = 0;

	for (unsigned int i = 0; i < b->d->nworkers; i++)
		n += b->d->workers[i].uncounted.n;
	if (n == 0)
		return NULL;
	p->uncounted = malloc(n * sizeof(*p->uncounted));
	if (!p->uncounted)
		return kg_error_nomem();
	for (unsigned int i = 0; i < b->d->nworkers; i++) {
		const struct kg_addrs *from = &b->d->workers[i].uncounted;

		for (size_t k = 0; k < from->n; k++) {
			kg_node node = kg_space_node(&p->space, from->items[k]);

			if (node != KG_NODE_NONE)
				p->uncounted[p->nuncounted++] = node;
		}
	}
	qsort(p->uncounted, p->nuncounted, sizeof(*p->uncounted), by_number);
	return NULL;
}

/* The columns are the heap's from now on. */
static void hand_over(struct build *b)
{
	struct kg_heap *h = b->h;
	struct kg_lines *l = &b->d->lines;

	h->graph.start = l->start;
	h->graph.mem[0] = l->mem[0];
	h->priv->info = l->info;
	h->priv->info_mem = l->mem[1];
	*l = (struct kg_lines){0};
}

struct kg_error *kg_build(struct kg_heap *h, struct kg_discovery *d)
{
	struct build b = {.h = h, .d = d, .columns = {0, 2, 1}};
	struct kg_error *err;

	kg_progress_phase(h->priv->progress, "numbering", h->rt->narenas);
	err = kg_space_number(&h->priv->space, h->priv->threads);
	if (err)
		return err;
	h->nodes = h->graph.nodes = h->priv->space.nodes;
	if (h->nodes > d->lines.cap)
		return kg_error_create(KG_ERR_TARGET, "%u objects do not fit into the memory that is mapped", h->nodes);
	err = kg_workers_run(d->nworkers, translate_run, &b);
	if (!err)
		err = join_parts(&b);
	if (!err)
		err = late_collect(&b);
	if (err)
		return err;
	trim_edges(&b);
	err = kg_workers_run(d->nworkers, columns_run, &b);
	late_put(&b);
	hand_over(&b);
	if (!err)
		err = uncounted_collect(&b);
	__atomic_store_n(&h->priv->numbered, true, __ATOMIC_RELEASE);
	free(b.late);
	return err;
}
