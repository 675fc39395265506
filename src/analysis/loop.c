#include "analysis/loop.h"

#include <stdlib.h>

#define COUNTED (1u << KG_EDGE_TRAVERSE | 1u << KG_EDGE_OWNED)
#define UNSEEN UINT32_MAX

/* Breadth first among the members of one strongly connected part, which are counted
 * by their place in the group. */
struct search {
	const struct kg_heap *heap;
	const struct kg_cycles *cycles;
	const struct kg_cycle *it;
	uint32_t *before; /* [place] where it was reached from */
	uint32_t *queue;
	uint32_t head, tail, start, knot;
};

static uint32_t place_of(const struct search *s, kg_node n)
{
	size_t from = s->it->first, to = s->it->first + s->it->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (s->cycles->members[mid] == n)
			return (uint32_t)(mid - s->it->first);
		if (s->cycles->members[mid] < n)
			from = mid + 1;
		else
			to = mid;
	}
	return UNSEEN;
}

static kg_node node_at(const struct search *s, uint32_t place)
{
	return s->cycles->members[s->it->first + place];
}

/* @return true when @to closes the cycle */
static bool reach(struct search *s, uint32_t from, kg_node to)
{
	uint32_t place;

	if (!kg_heap_collectable(s->heap, to))
		return false;
	place = place_of(s, to);
	if (place == UNSEEN || s->cycles->knot[s->it->first + place] != s->knot || s->before[place] != UNSEEN)
		return false;
	s->before[place] = from;
	s->queue[s->tail++] = place;
	return place == s->start;
}

static bool run(struct search *s)
{
	bool closed = false;

	s->queue[s->tail++] = s->start;
	while (s->head < s->tail && !closed) {
		uint32_t place = s->queue[s->head++];

		KG_GRAPH_OUT(&s->heap->graph, node_at(s, place), w, {
			if (!closed && COUNTED >> KG_WORD_KIND(w) & 1)
				closed = reach(s, place, KG_WORD_TO(w));
		});
	}
	return closed;
}

static struct kg_error *read_back(const struct search *s, struct kg_loop *ret)
{
	size_t n = 1, i;

	for (uint32_t p = s->before[s->start]; p != s->start; p = s->before[p])
		n++;
	ret->nodes = malloc(n * sizeof(*ret->nodes));
	if (!ret->nodes)
		return kg_error_nomem();
	ret->n = i = n;
	ret->nodes[0] = node_at(s, s->start);
	for (uint32_t p = s->before[s->start]; p != s->start; p = s->before[p])
		ret->nodes[--i] = node_at(s, p);
	return NULL;
}

struct kg_error *kg_loop_find(const struct kg_heap *h, const struct kg_cycles *c, const struct kg_cycle *it,
			      kg_node start, struct kg_loop *ret)
{
	struct search s = {.heap = h, .cycles = c, .it = it, .knot = kg_cycles_knot(c, it, start)};
	struct kg_error *err = NULL;

	*ret = (struct kg_loop){0};
	if (s.knot == 0)
		return NULL;
	s.start = place_of(&s, start);
	s.before = malloc(it->n * sizeof(*s.before));
	s.queue = malloc((it->n + 1) * sizeof(*s.queue));
	if (s.before && s.queue) {
		for (size_t i = 0; i < it->n; i++)
			s.before[i] = UNSEEN;
		if (run(&s))
			err = read_back(&s, ret);
	} else {
		err = kg_error_nomem();
	}
	free(s.before);
	free(s.queue);
	return err;
}

void kg_loop_deinit(struct kg_loop *l)
{
	free(l->nodes);
	*l = (struct kg_loop){0};
}
