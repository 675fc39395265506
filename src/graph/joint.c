/*
 * A node stays in those cases in which it is a root, or something that leads to it
 * stays, unless it is in the set itself: the least fixed point, found by passing on
 * what is new. Words only gain bits, so it ends.
 */
#include "graph/joint.h"

#define NEAR 4	/* places between the fetch of a neighbor's word and its use */
#define MID 8	/* ... of the list of neighbors */
#define FAR 16	/* ... of the word that says where the list is */
#define STEP 0xffff /* nodes between two looks at whether to stop, less 1 */
#define AHEAD 8 /* neighbors whose words are fetched at once */

struct state {
	const struct kg_graph *g;
	const struct kg_joint *j;
	uint64_t *stay;
	uint64_t *dirty; /* bit set: has bits that were not passed on */
	kg_node *later;	 /* those of them that the pass has gone by */
	size_t n;
	struct kg_pages mem[2];
};

static void fetch(const struct state *s, kg_node at)
{
	const struct kg_joint *j = s->j;
	const uint32_t *start = s->g->start, *p;

	if (at + FAR < j->reached)
		__builtin_prefetch(&start[j->order[at + FAR]]);
	if (at + MID < j->reached && start[j->order[at + MID]] != KG_NODE_NONE)
		__builtin_prefetch(&s->g->to[start[j->order[at + MID]]]);
	if (at + NEAR >= j->reached || start[j->order[at + NEAR]] == KG_NODE_NONE)
		return;
	p = s->g->to + start[j->order[at + NEAR]];
	for (unsigned int i = 0; i < AHEAD; i++) {
		__builtin_prefetch(&s->stay[KG_WORD_TO(p[i])]);
		__builtin_prefetch(&j->member[KG_WORD_TO(p[i])]);
		if (p[i] & KG_WORD_LAST)
			break;
	}
}

/* @keep: what gained bits is listed, and not only marked. */
static void pass_on(struct state *s, kg_node n, bool keep)
{
	uint64_t from = s->stay[n];

	s->dirty[n >> 6] &= ~(UINT64_C(1) << (n & 63));
	if (!from)
		return;
	KG_GRAPH_OUT(s->g, n, w, {
		kg_node to = KG_WORD_TO(w);
		uint64_t gain = from & ~s->stay[to];

		if (gain && s->j->kinds >> KG_WORD_KIND(w) & 1 && (gain &= ~s->j->member[to])) {
			s->stay[to] |= gain;
			if (keep && !kg_bit_get(s->dirty, to))
				s->later[s->n++] = to;
			kg_bit_set(s->dirty, to);
		}
	});
}

static void add_roots(struct state *s)
{
	for (uint64_t i = 0; i < ((uint64_t)s->g->nodes + 63) / 64; i++) {
		for (uint64_t bits = s->j->roots[i]; bits; bits &= bits - 1) {
			kg_node n = (kg_node)(i * 64 + (unsigned int)__builtin_ctzll(bits));

			if (n < s->g->nodes)
				s->stay[n] = s->j->all & ~s->j->member[n];
		}
	}
}

static void list_dirty(struct state *s)
{
	for (uint64_t i = 0; i < ((uint64_t)s->g->nodes + 63) / 64; i++) {
		for (uint64_t bits = s->dirty[i]; bits; bits &= bits - 1)
			s->later[s->n++] = (kg_node)(i * 64 + (unsigned int)__builtin_ctzll(bits));
	}
}

struct kg_error *kg_graph_joint(const struct kg_graph *g, const struct kg_joint *j, uint64_t *stay)
{
	struct state s = {.g = g, .j = j, .stay = stay};
	struct kg_error *err = kg_pages_init(&s.mem[0], ((size_t)g->nodes / 64 + 1) * sizeof(uint64_t));

	if (!err)
		err = kg_pages_init(&s.mem[1], ((size_t)g->nodes + 1) * sizeof(kg_node));
	if (!err) {
		s.dirty = s.mem[0].mem;
		s.later = s.mem[1].mem;
		add_roots(&s);
		for (kg_node i = 0; i < j->reached; i++) {
			fetch(&s, i);
			pass_on(&s, j->order[i], false);
			if ((i & STEP) == STEP && (err = kg_progress_check(j->progress)))
				break;
		}
		if (!err)
			list_dirty(&s);
		for (uint32_t i = 1; s.n > 0 && !err; i++) {
			pass_on(&s, s.later[--s.n], true);
			if ((i & STEP) == 0)
				err = kg_progress_check(j->progress);
		}
	}
	kg_pages_deinit(&s.mem[0]);
	kg_pages_deinit(&s.mem[1]);
	return err;
}
