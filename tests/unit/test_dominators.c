/* Dominators against their definition: a node dominates what is out of reach without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph/dominators.h"

#define KINDS 3u /* traverse and owned; weak (2) and guess (3) do not count here */
#define SMALL 80 /* most nodes of a graph that is checked by brute force */
#define EDGES 400

static uint64_t seed = 88172645463325252;

/* Marsaglia's xorshift64: the same graphs on every machine. */
static uint32_t below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 32) % n;
}

struct edge {
	uint32_t from, to, kind;
};

static int by_source(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

static void build(struct kg_graph *g, uint32_t nodes, struct edge *edges, size_t n)
{
	*g = (struct kg_graph){.nodes = nodes, .edges = n};
	assert_null(kg_pages_init(&g->mem[0], ((size_t)nodes + 1) * sizeof(uint32_t)));
	assert_null(kg_pages_init(&g->mem[1], (n + KG_GRAPH_SLACK) * sizeof(uint32_t)));
	g->start = g->mem[0].mem;
	g->to = g->mem[1].mem;
	for (uint32_t i = 0; i < nodes; i++)
		g->start[i] = KG_NODE_NONE;
	qsort(edges, n, sizeof(*edges), by_source);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || edges[i - 1].from != edges[i].from)
			g->start[edges[i].from] = (uint32_t)i;
		g->to[i] = edges[i].to | edges[i].kind << KG_WORD_KIND_SHIFT;
		if (i + 1 == n || edges[i + 1].from != edges[i].from)
			g->to[i] |= KG_WORD_LAST;
	}
	assert_null(kg_graph_reverse(g, 1));
}

/* What the roots reach without node @without: the plain definition, on the list of edges. */
static void reach(uint32_t nodes, const struct edge *edges, size_t n, const uint64_t *roots, uint32_t without,
		  bool *ret)
{
	bool more = true;

	for (uint32_t i = 0; i < nodes; i++)
		ret[i] = i != without && kg_bit_get(roots, i);
	while (more) {
		more = false;
		for (size_t i = 0; i < n; i++) {
			const struct edge *e = &edges[i];

			if (KINDS >> e->kind & 1 && ret[e->from] && !ret[e->to] && e->to != without)
				more = ret[e->to] = true;
		}
	}
}

/* Is @d above @n in the tree? A walk longer than the tree is deep is a fault of its own. */
static bool above(const struct kg_dominators *t, uint32_t nodes, uint32_t d, uint32_t n)
{
	for (uint32_t steps = 0; t->idom[n] != KG_IDOM_ROOT; steps++) {
		assert_true(steps < nodes && t->idom[n] < nodes);
		n = t->idom[n];
		if (n == d)
			return true;
	}
	return false;
}

static void check_order(const struct kg_dominators *t, uint32_t nodes)
{
	bool seen[SMALL] = {false};

	for (uint32_t i = 0; i < t->reached; i++) {
		uint32_t n = t->order[i];

		assert_true(n < nodes && !seen[n]);
		assert_true(t->idom[n] == KG_IDOM_ROOT || seen[t->idom[n]]);
		seen[n] = true;
	}
}

static uint64_t compared;

static void check(uint32_t nodes, struct edge *edges, size_t n, const uint64_t *roots)
{
	struct kg_graph g;
	struct kg_dominators t;
	bool all[SMALL], rest[SMALL];
	uint32_t count = 0;

	build(&g, nodes, edges, n);
	assert_null(kg_graph_dominators(&g, roots, KINDS, &t));
	reach(nodes, edges, n, roots, KG_NODE_NONE, all);
	for (uint32_t i = 0; i < nodes; i++) {
		assert_int_equal(t.idom[i] != KG_IDOM_UNREACHED, all[i]);
		count += all[i];
	}
	assert_int_equal(t.reached, count);
	check_order(&t, nodes);
	for (uint32_t d = 0; d < nodes; d++) {
		reach(nodes, edges, n, roots, d, rest);
		for (uint32_t i = 0; i < nodes; i++) {
			if (i != d && all[i])
				assert_int_equal(above(&t, nodes, d, i), !rest[i]);
			compared++;
		}
	}
	kg_dominators_deinit(&t);
	kg_graph_deinit(&g);
}

enum shape { SPARSE, DENSE, DAG, CHAIN, LOOPS, PARALLEL, LADDER, SHAPES };

static struct edge draw_edge(enum shape shape, uint32_t nodes, size_t i)
{
	struct edge e = {below(nodes), below(nodes), below(8) == 0 ? 2 + below(2) : below(2)};

	switch (shape) {
	case DAG:
		if (e.from > e.to)
			e = (struct edge){e.to, e.from, e.kind};
		break;
	case CHAIN: /* a chain with some edges back and forth */
		if (i + 1 < nodes)
			e = (struct edge){(uint32_t)i, (uint32_t)i + 1, 0};
		break;
	case LOOPS:
		if (i % 3 == 0)
			e.to = e.from;
		break;
	case PARALLEL: /* the same few pairs again and again, of differing kinds */
		e.to = (e.from * 7 + below(2)) % nodes;
		break;
	case LADDER: /* near neighbors, mostly forward: deep trees with many ways */
		e.to = (e.from + below(4) + nodes - 1) % nodes;
		break;
	default:
		break;
	}
	return e;
}

static void test_random(void **state)
{
	uint64_t edges_in_all = 0;

	(void)state;
	for (unsigned int round = 0; round < 5600; round++) {
		enum shape shape = round % SHAPES;
		uint32_t nodes = 1 + below(SMALL);
		size_t n = shape == DENSE ? EDGES / 2 + below(EDGES / 2) : nodes / 2 + below(nodes + 1);
		struct edge edges[EDGES];
		uint64_t roots[(SMALL + 63) / 64] = {0};

		for (uint32_t i = below(4); i < 4; i++)
			kg_bit_set(roots, below(nodes));
		for (size_t i = 0; i < n; i++)
			edges[i] = draw_edge(shape, nodes, i);
		check(nodes, edges, n, roots);
		edges_in_all += n;
	}
	assert_true(edges_in_all > 300000);
	assert_true(compared > 1000000);
}

static void test_none(void **state)
{
	struct edge edges[] = {{0, 1, 0}, {1, 0, 0}};
	uint64_t roots[] = {0};

	(void)state;
	check(2, edges, 2, roots); /* no root, nothing reached */
	check(1, edges, 0, roots);
	roots[0] = 3;
	check(2, edges, 2, roots); /* each other's successor and both roots */
}

/* Every node dominates all that follow; depth is the number of nodes. */
static void test_chain(void **state)
{
	enum { LENGTH = 1000000 };
	struct edge *edges = malloc(2 * LENGTH * sizeof(*edges));
	uint64_t *roots = calloc(LENGTH / 64 + 1, sizeof(*roots));
	struct kg_graph g;
	struct kg_dominators t;
	size_t n = 0;

	(void)state;
	assert_true(edges && roots);
	for (uint32_t i = 0; i + 1 < LENGTH; i++) {
		edges[n++] = (struct edge){i, i + 1, 0};
		edges[n++] = (struct edge){i + 1, i / 2, 1}; /* back: dominates nothing, shortens no path */
	}
	kg_bit_set(roots, 0);
	build(&g, LENGTH, edges, n);
	assert_null(kg_graph_dominators(&g, roots, KINDS, &t));
	assert_int_equal(t.reached, LENGTH);
	assert_true(t.idom[0] == KG_IDOM_ROOT);
	for (uint32_t i = 1; i < LENGTH; i++)
		assert_int_equal(t.idom[i], i - 1);
	kg_dominators_deinit(&t);
	kg_bit_set(roots, LENGTH / 2);
	assert_null(kg_graph_dominators(&g, roots, KINDS, &t));
	assert_true(t.idom[LENGTH / 2] == KG_IDOM_ROOT);
	assert_int_equal(t.idom[LENGTH - 1], LENGTH - 2);
	/* The second half leads back to what was 0's alone. */
	assert_true(t.idom[LENGTH / 4] == KG_IDOM_ROOT);
	kg_dominators_deinit(&t);
	kg_graph_deinit(&g);
	free(roots);
	free(edges);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
