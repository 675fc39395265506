/* Dominators against their definition: a node dominates what is out of reach without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph/dominators.h"
#include "graph/joint.h"

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
	assert_null(kg_graph_reverse(g, 1, NULL));
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
	assert_null(kg_graph_dominators(&g, roots, KINDS, NULL, &t));
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
	assert_null(kg_graph_dominators(&g, roots, KINDS, NULL, &t));
	assert_int_equal(t.reached, LENGTH);
	assert_true(t.idom[0] == KG_IDOM_ROOT);
	for (uint32_t i = 1; i < LENGTH; i++)
		assert_int_equal(t.idom[i], i - 1);
	kg_dominators_deinit(&t);
	kg_bit_set(roots, LENGTH / 2);
	assert_null(kg_graph_dominators(&g, roots, KINDS, NULL, &t));
	assert_true(t.idom[LENGTH / 2] == KG_IDOM_ROOT);
	assert_int_equal(t.idom[LENGTH - 1], LENGTH - 2);
	/* The second half leads back to what was 0's alone. */
	assert_true(t.idom[LENGTH / 4] == KG_IDOM_ROOT);
	kg_dominators_deinit(&t);
	kg_graph_deinit(&g);
	free(roots);
	free(edges);
}

static void assert_canceled(struct kg_error *err)
{
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_CANCELED);
	kg_error_destroy(err);
}

/* Every pass over a large graph ends early when it is asked to. */
static void test_canceled(void **state)
{
	enum { LENGTH = 1000000 };
	struct edge *edges = malloc(LENGTH * sizeof(*edges));
	uint64_t *roots = calloc(LENGTH / 64 + 1, sizeof(*roots)), *within = calloc(LENGTH / 64 + 1, sizeof(*within));
	uint64_t *member = calloc(LENGTH, sizeof(*member)), *stay = calloc(LENGTH, sizeof(*stay));
	uint32_t *component = calloc(LENGTH, sizeof(*component)), count = 0;
	struct kg_progress *progress = kg_progress_create_silent();
	struct kg_joint j = {.roots = roots, .kinds = KINDS, .member = member, .all = 1, .progress = progress};
	struct kg_graph g;
	struct kg_dominators t;

	(void)state;
	assert_true(edges && roots && within && member && stay && component && progress);
	for (uint32_t i = 0; i + 1 < LENGTH; i++)
		edges[i] = (struct edge){LENGTH - 1 - i, LENGTH - 2 - i, 0};
	kg_bit_set(roots, LENGTH - 1);
	memset(within, 0xff, LENGTH / 8);
	build(&g, LENGTH, edges, LENGTH - 1);
	assert_null(kg_graph_dominators(&g, roots, KINDS, NULL, &t));
	j.order = t.order;
	j.reached = t.reached;
	kg_progress_cancel(progress);
	assert_canceled(kg_graph_joint(&g, &j, stay));
	assert_false(stay[0]); /* the last one of the chain */
	assert_canceled(kg_graph_components(&g, within, KINDS, progress, component, &count));
	assert_int_equal(component[LENGTH - 1], KG_NODE_NONE);
	assert_canceled(kg_graph_mark(&g, roots, NULL, KINDS, progress));
	assert_false(kg_bit_get(roots, 0));
	kg_dominators_deinit(&t);
	kg_graph_deinit(&g);
	kg_progress_destroy(progress);
	free(edges);
	free(roots);
	free(within);
	free(member);
	free(stay);
	free(component);
}

/* What the roots reach without the nodes of set @set. */
static void reach_without(uint32_t nodes, const struct edge *edges, size_t n, const uint64_t *roots,
			  const uint64_t *member, unsigned int set, bool *ret)
{
	bool more = true;

	for (uint32_t i = 0; i < nodes; i++)
		ret[i] = kg_bit_get(roots, i) && !(member[i] >> set & 1);
	while (more) {
		more = false;
		for (size_t i = 0; i < n; i++) {
			const struct edge *e = &edges[i];

			if (KINDS >> e->kind & 1 && ret[e->from] && !ret[e->to] && !(member[e->to] >> set & 1))
				more = ret[e->to] = true;
		}
	}
}

static uint64_t held_together; /* nodes that went with a set and with none of its nodes alone */

static void check_joint(uint32_t nodes, struct edge *edges, size_t n, const uint64_t *roots, unsigned int sets)
{
	uint64_t member[SMALL] = {0}, stay[SMALL] = {0};
	struct kg_dominators t;
	struct kg_graph g;
	struct kg_joint j = {.roots = roots, .kinds = KINDS, .member = member};
	struct kg_error *err;

	for (unsigned int set = 0; set < sets; set++) {
		for (uint32_t i = 1 + below(6); i > 0; i--)
			member[below(nodes)] |= UINT64_C(1) << set;
	}
	build(&g, nodes, edges, n);
	assert_null(kg_graph_dominators(&g, roots, KINDS, NULL, &t));
	j.order = t.order;
	j.reached = t.reached;
	j.all = sets == 64 ? UINT64_MAX : (UINT64_C(1) << sets) - 1;
	err = kg_graph_joint(&g, &j, stay);
	assert_null(err);
	for (unsigned int set = 0; set < sets; set++) {
		bool rest[SMALL];

		reach_without(nodes, edges, n, roots, member, set, rest);
		for (uint32_t i = 0; i < nodes; i++) {
			bool alone = false;

			assert_int_equal(stay[i] >> set & 1, rest[i]);
			if (t.idom[i] == KG_IDOM_UNREACHED || rest[i] || member[i] >> set & 1)
				continue;
			for (uint32_t d = 0; d < nodes && !alone; d++)
				alone = member[d] >> set & 1 && above(&t, nodes, d, i);
			held_together += !alone;
		}
	}
	for (uint32_t i = 0; i < nodes; i++)
		assert_int_equal(stay[i] & ~j.all, 0);
	kg_dominators_deinit(&t);
	kg_graph_deinit(&g);
}

static void test_joint(void **state)
{
	(void)state;
	for (unsigned int round = 0; round < 2100; round++) {
		enum shape shape = round % SHAPES;
		uint32_t nodes = 1 + below(SMALL);
		size_t n = shape == DENSE ? EDGES / 2 + below(EDGES / 2) : nodes / 2 + below(nodes + 1);
		struct edge edges[EDGES];
		uint64_t roots[(SMALL + 63) / 64] = {0};

		for (uint32_t i = below(4); i < 4; i++)
			kg_bit_set(roots, below(nodes));
		for (size_t i = 0; i < n; i++)
			edges[i] = draw_edge(shape, nodes, i);
		check_joint(nodes, edges, n, roots, round % 10 == 0 ? 64 : 1 + below(12));
	}
	assert_true(held_together > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_chain),
		cmocka_unit_test(test_canceled),
		cmocka_unit_test(test_joint),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
