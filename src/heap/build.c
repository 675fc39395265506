/*
 * From the discovery's logs to the graph: numbers for objects, words for edges,
 * columns. Edges shrink in place from eight bytes to four, each worker's by itself;
 * then the parts are moved together by their page tables.
 */
#define _GNU_SOURCE /* mremap */
#include "heap/build_priv.h"

#include <stdlib.h>
#include <sys/mman.h>

#define AHEAD 24 /* edges between the fetch of a word of the space and its use */

typedef uint32_t __attribute__((may_alias)) graph_word;

struct build {
	struct kg_heap *h;
	struct kg_discovery *d;
	struct kg_pieces arenas;
	uint64_t part[KG_WORKERS_MAX + 1]; /* where each worker's words start in to[] */
	uint64_t words[KG_WORKERS_MAX];
	uint64_t edges[KG_WORKERS_MAX];
	kg_addr *late; /* granules of late objects inside arenas, sorted */
	size_t nlate;
};

/* All edges of one worker. Those that lead to no object are left out. */
static struct kg_error *translate_run(void *arg, unsigned int i)
{
	struct build *b = arg;
	struct kg_worker *w = &b->d->workers[i];
	const struct kg_space *s = &b->h->priv->space;
	const uint64_t *edges = w->sink.edges;
	graph_word *out = (graph_word *)w->sink.edges;
	size_t at = 0, n = 0;

	for (size_t k = 0; k < w->nlog; k++) {
		size_t end = k + 1 < w->nlog ? w->log_start[k + 1] : w->sink.count, first = n;

		for (; at < end; at++) {
			uint64_t e = edges[at], g = KG_EDGE_ADDR(e);

			if (KG_LIKELY(at + AHEAD < w->sink.count && edges[at + AHEAD] != KG_EDGE_DEAD))
				__builtin_prefetch(&s->words[KG_EDGE_ADDR(edges[at + AHEAD]) >> 5]);
			if (KG_UNLIKELY(e == KG_EDGE_DEAD || !kg_space_has(s, g)))
				continue;
			out[n++] = kg_space_rank(s, g) | (uint32_t)KG_EDGE_KIND(e) << KG_WORD_KIND_SHIFT;
		}
		w->log_start[k] = n == first ? KG_NODE_NONE : (uint32_t)first;
		if (n > first)
			out[n - 1] |= KG_WORD_LAST;
	}
	b->words[i] = n;
	return NULL;
}

/* What moves leaves a hole. It is closed at once: the whole range is unmapped as one in
 * the end, and whoever had been given the hole meanwhile would lose their memory with it. */
static bool move_words(char *from, char *to, size_t bytes)
{
	return mremap(from, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, to) != MAP_FAILED &&
	       mmap(from, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) !=
		       MAP_FAILED;
}

/* Moves the workers' words next to each other; what lies between and behind is given back. */
static struct kg_error *join_parts(struct build *b)
{
	struct kg_graph *g = &b->h->graph;
	struct kg_discovery *d = b->d;
	uint64_t at = 0;

	for (unsigned int i = 0; i < d->nworkers; i++) {
		uint64_t room = (b->words[i] + KG_EDGES_ALIGN - 1) & ~(KG_EDGES_ALIGN - 1);
		char *from = (char *)d->edges.mem + i * d->edge_cap * sizeof(uint64_t);
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

static void put(struct build *b, kg_node n, const struct kg_worker *w, size_t line)
{
	struct kg_heap *h = b->h;
	uint32_t start = w->log_start[line];

	h->graph.start[n] = start == KG_NODE_NONE ? start : (uint32_t)(start + b->part[w->index]);
	h->priv->info[n] = w->log_info[line];
	h->priv->refcount[n] = w->log_refs[line];
}

/* The objects that were decoded arena by arena: the log is in address order. */
static struct kg_error *columns_run(void *arg, unsigned int i)
{
	struct build *b = arg;
	const struct kg_space *s = &b->h->priv->space;
	const struct kg_runtime *rt = b->h->rt;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&b->arenas, &from, &to)) {
		const struct kg_chunk *c = &b->d->chunks[from];
		const struct kg_worker *w = &b->d->workers[c->worker];
		size_t line = c->from, late = 0;

		for (kg_addr at = rt->arenas[from].start; at < rt->arenas[from].end; at += 512) {
			const struct kg_segment *seg;
			uint64_t g;
			uint32_t bits;
			kg_node n;

			if (!kg_space_find(s, at, &seg, &g))
				continue;
			bits = s->words[g >> 5].bits;
			n = s->words[g >> 5].rank;
			for (; bits; bits &= bits - 1, n++) {
				uint64_t here = (g & ~UINT64_C(31)) + (unsigned int)__builtin_ctz(bits);

				while (late < b->nlate && b->late[late] < here)
					late++;
				if (late < b->nlate && b->late[late] == here)
					continue;
				put(b, n, w, line++);
			}
		}
	}
	return NULL;
}

static int by_value(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

static bool arena_holds(const struct kg_runtime *rt, kg_addr addr)
{
	size_t lo = 0, hi = rt->narenas;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rt->arenas[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < rt->narenas && rt->arenas[lo].start <= addr;
}

/* Those that came from a stack, wherever they lie. */
static struct kg_error *late_columns(struct build *b)
{
	struct kg_heap *h = b->h;
	const struct kg_space *s = &h->priv->space;
	struct kg_addrs inside = {0};

	for (unsigned int i = 0; i < b->d->nworkers; i++) {
		struct kg_worker *w = &b->d->workers[i];

		for (size_t k = 0; k < w->late_addr.n; k++) {
			kg_addr addr = w->late_addr.items[k];
			const struct kg_segment *seg;
			uint64_t g;

			if (!kg_space_find(s, addr, &seg, &g))
				continue;
			if (arena_holds(h->rt, addr)) {
				if (!kg_addrs_push(&inside, g))
					return kg_error_nomem();
			} else if (kg_process_module(h->rt->proc, addr)) {
				w->log_info[w->late_log.items[k]] |= KG_INFO_STATIC;
			}
			put(b, kg_space_rank(s, g), w, w->late_log.items[k]);
		}
	}
	if (inside.n)
		qsort(inside.items, inside.n, sizeof(kg_addr), by_value);
	b->late = inside.items;
	b->nlate = inside.n;
	return NULL;
}

struct kg_error *kg_build(struct kg_heap *h, struct kg_discovery *d)
{
	struct build b = {.h = h, .d = d, .arenas = {0, h->rt->narenas, 1}};
	struct kg_error *err;
	size_t bytes;

	kg_progress_phase(h->priv->progress, "numbering", 0);
	err = kg_space_number(&h->priv->space, h->priv->threads);
	if (err)
		return err;
	h->nodes = h->graph.nodes = h->priv->space.nodes;
	bytes = ((size_t)h->nodes + 1) * sizeof(uint32_t);
	err = kg_workers_run(d->nworkers, translate_run, &b);
	if (!err)
		err = join_parts(&b);
	if (!err)
		err = kg_pages_init(&h->graph.mem[0], bytes);
	if (!err)
		err = kg_pages_init(&h->priv->info_mem, bytes);
	if (!err)
		err = kg_pages_init(&h->priv->refcount_mem, bytes);
	if (err)
		return err;
	trim_edges(&b);
	h->graph.start = h->graph.mem[0].mem;
	h->priv->info = h->priv->info_mem.mem;
	h->priv->refcount = h->priv->refcount_mem.mem;
	err = late_columns(&b);
	if (!err)
		err = kg_workers_run(d->nworkers, columns_run, &b);
	free(b.late);
	return err;
}
