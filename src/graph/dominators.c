/*
 * Semi-NCA. Nodes are numbered from 1 in the order of a depth-first search, 0 is
 * the virtual root. The semidominator of a node is found from its in-edges, latest
 * node first; its dominator is then the nearest ancestor of its parent in the tree
 * built so far that is not later than that.
 */
#include "graph/dominators.h"

#define NEAR 4	/* places between the fetch of a neighbor's number and its use */
#define MID 8	/* ... of the list of neighbors */
#define FAR 16	/* ... of the word that says where the list is */
#define STEP 65536u /* nodes between two looks at whether to go on */
#define AHEAD 8 /* neighbors whose numbers are fetched at once */

struct state {
	const struct kg_graph *g;
	const uint64_t *roots;
	unsigned int kinds;
	uint32_t n;	    /* highest number given */
	uint32_t *number;   /* [node] 0: not reached */
	kg_node *vertex;    /* [number] */
	uint32_t *ancestor; /* [number] parent in the search; shortened as paths are asked for */
	uint32_t *idom;	    /* [number] parent in the search, then the dominator */
	uint32_t *semi;	    /* [number] next word of to[] during the search, then the semidominator */
	uint32_t *label;    /* [number] smallest semidominator between it and its ancestor */
	uint32_t *path;
	struct kg_progress *progress;
	struct kg_pages mem[7];
};

static void fetch_neighbors(const struct state *s, kg_node n)
{
	const uint32_t *p = s->g->to + s->g->start[n];

	if (s->g->start[n] == KG_NODE_NONE)
		return;
	for (unsigned int i = 0; i < AHEAD; i++) {
		__builtin_prefetch(&s->number[KG_WORD_TO(p[i])]);
		__builtin_prefetch(&s->g->start[KG_WORD_TO(p[i])]);
		if (p[i] & KG_WORD_LAST)
			break;
	}
}

/* After every so many steps. @return false when somebody asked to stop */
static bool go_on(const struct state *s, uint32_t step)
{
	if (step % STEP != 0)
		return true;
	kg_progress_add(s->progress, STEP);
	return !kg_progress_canceled(s->progress);
}

static uint32_t enter(struct state *s, kg_node n, uint32_t parent)
{
	uint32_t w = ++s->n;

	s->number[n] = w;
	s->vertex[w] = n;
	s->ancestor[w] = s->idom[w] = parent;
	s->semi[w] = s->g->start[n];
	fetch_neighbors(s, n);
	return w;
}

static bool search(struct state *s, kg_node root)
{
	uint32_t w = enter(s, root, 0);
	bool more = go_on(s, w);

	while (w != 0 && more) {
		uint32_t word;

		if (s->semi[w] == KG_NODE_NONE) {
			w = s->ancestor[w];
			continue;
		}
		word = s->g->to[s->semi[w]];
		s->semi[w] = word & KG_WORD_LAST ? KG_NODE_NONE : s->semi[w] + 1;
		if (s->kinds >> KG_WORD_KIND(word) & 1 && s->number[KG_WORD_TO(word)] == 0) {
			w = enter(s, KG_WORD_TO(word), w);
			more = go_on(s, w);
		}
	}
	return more;
}

static bool search_all(struct state *s)
{
	for (uint64_t i = 0; i < ((uint64_t)s->g->nodes + 63) / 64; i++) {
		for (uint64_t bits = s->roots[i]; bits; bits &= bits - 1) {
			kg_node n = (kg_node)(i * 64 + (unsigned int)__builtin_ctzll(bits));

			if (n < s->g->nodes && s->number[n] == 0 && !search(s, n))
				return false;
		}
	}
	return true;
}

/* Smallest semidominator on the way from @v up to what is not later than @w, that excluded. */
static uint32_t eval(struct state *s, uint32_t v, uint32_t w)
{
	uint32_t u = v;
	size_t n = 0;

	while (s->ancestor[u] > w) {
		s->path[n++] = u;
		u = s->ancestor[u];
	}
	while (n > 0) {
		uint32_t x = s->path[--n];

		if (s->label[u] < s->label[x])
			s->label[x] = s->label[u];
		s->ancestor[x] = s->ancestor[u];
		u = x;
	}
	return s->label[v];
}

static void fetch_in(const struct state *s, uint32_t w)
{
	const struct kg_graph *g = s->g;

	if (w > FAR)
		__builtin_prefetch(&g->first[s->vertex[w - FAR]]);
	if (w > MID)
		__builtin_prefetch(&g->from[g->first[s->vertex[w - MID]]]);
	if (w > NEAR) {
		uint32_t from = g->first[s->vertex[w - NEAR]], to = g->first[s->vertex[w - NEAR] + 1];

		for (uint32_t i = from; i < to && i < from + AHEAD; i++)
			__builtin_prefetch(&s->number[KG_WORD_TO(g->from[i])]);
	}
}

static void find_semi(struct state *s, uint32_t w)
{
	kg_node n = s->vertex[w];
	uint32_t semi = kg_bit_get(s->roots, n) ? 0 : s->idom[w];

	fetch_in(s, w);
	KG_GRAPH_IN(s->g, n, word, {
		uint32_t v = s->number[KG_WORD_TO(word)];

		if (semi == 0)
			break;
		if (v != 0 && s->kinds >> KG_WORD_KIND(word) & 1) {
			uint32_t least = v <= w ? v : eval(s, v, w);

			if (least < semi)
				semi = least;
		}
	});
	s->semi[w] = s->label[w] = semi;
}

static bool find_semis(struct state *s)
{
	for (uint32_t w = s->n; w > 0; w--) {
		find_semi(s, w);
		if (!go_on(s, w))
			return false;
	}
	return true;
}

static void find_idom(struct state *s)
{
	for (uint32_t w = 1; w <= s->n; w++) {
		uint32_t d = s->idom[w];

		while (d > s->semi[w])
			d = s->idom[d];
		s->idom[w] = d;
	}
}

/* From numbers to nodes, in place; what is kept changes hands. */
static void finish(struct state *s, struct kg_dominators *ret)
{
	for (kg_node n = 0; n < s->g->nodes; n++) {
		uint32_t w = s->number[n];

		if (w == 0)
			s->number[n] = KG_IDOM_UNREACHED;
		else
			s->number[n] = s->idom[w] == 0 ? KG_IDOM_ROOT : s->vertex[s->idom[w]];
	}
	*ret = (struct kg_dominators){s->n, s->number, s->vertex + 1, {s->mem[0], s->mem[1]}};
	s->mem[0] = s->mem[1] = (struct kg_pages){0};
}

struct kg_error *kg_graph_dominators(const struct kg_graph *g, const uint64_t *roots, unsigned int kinds,
				     struct kg_progress *progress, struct kg_dominators *ret)
{
	struct state s = {.g = g, .roots = roots, .kinds = kinds, .progress = progress};
	uint32_t **const arrays[] = {&s.number, &s.vertex, &s.ancestor, &s.idom, &s.semi, &s.label, &s.path};
	struct kg_error *err = NULL;

	*ret = (struct kg_dominators){0};
	for (size_t i = 0; i < KG_ARRAY_SIZE(arrays) && !err; i++) {
		err = kg_pages_init(&s.mem[i], ((size_t)g->nodes + 2) * sizeof(uint32_t));
		*arrays[i] = s.mem[i].mem;
	}
	kg_progress_phase(progress, "finding dominators", 2 * (uint64_t)g->nodes);
	if (!err && (!search_all(&s) || !find_semis(&s)))
		err = kg_progress_check(progress);
	if (!err) {
		find_idom(&s);
		finish(&s, ret);
	}
	for (size_t i = 0; i < KG_ARRAY_SIZE(s.mem); i++)
		kg_pages_deinit(&s.mem[i]);
	return err;
}

void kg_dominators_deinit(struct kg_dominators *d)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(d->mem); i++)
		kg_pages_deinit(&d->mem[i]);
	*d = (struct kg_dominators){0};
}
