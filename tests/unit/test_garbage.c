/* Cycles in groups of garbage, and the lines that tell of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/loop.h"
#include "report/cells.h"
#include "report/wrap.h"

#define NODES 24
#define FAR 1000

/* A graph in which every node is garbage and of one group. */
struct fake {
	bool edge[NODES][NODES];
	uint32_t start[NODES], to[NODES * NODES], component[NODES], knot[NODES];
	kg_node members[NODES];
	uint64_t collectable[1];
	struct kg_heap heap;
	struct kg_cycles cycles;
	struct kg_cycle it;
	uint32_t distance[NODES][NODES]; /* over at least one edge */
};

static void pack(struct fake *f)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < NODES; i++) {
		f->start[i] = n;
		for (uint32_t j = 0; j < NODES; j++) {
			if (f->edge[i][j])
				f->to[n++] = j | (uint32_t)KG_EDGE_TRAVERSE << KG_WORD_KIND_SHIFT;
		}
		if (n == f->start[i])
			f->start[i] = KG_NODE_NONE;
		else
			f->to[n - 1] |= KG_WORD_LAST;
	}
}

/* Floyd and Warshall's, as plain as can be. */
static void measure(struct fake *f)
{
	for (int i = 0; i < NODES; i++) {
		for (int j = 0; j < NODES; j++)
			f->distance[i][j] = f->edge[i][j] ? 1 : FAR;
	}
	for (int k = 0; k < NODES; k++) {
		for (int i = 0; i < NODES; i++) {
			for (int j = 0; j < NODES; j++) {
				uint32_t through = f->distance[i][k] + f->distance[k][j];

				if (through < f->distance[i][j])
					f->distance[i][j] = through;
			}
		}
	}
}

/* A strongly connected part is called after its first member. */
static void name_knots(struct fake *f)
{
	for (uint32_t i = 0; i < NODES; i++) {
		f->members[i] = i;
		f->knot[i] = 0;
		for (uint32_t j = 0; j < NODES && !f->knot[i]; j++) {
			if (f->distance[i][j] < FAR && f->distance[j][i] < FAR)
				f->knot[i] = j + 1;
		}
	}
}

static void make_fake(struct fake *f, unsigned int edges)
{
	memset(f, 0, sizeof(*f));
	for (unsigned int i = 0; i < edges; i++)
		f->edge[rand() % NODES][rand() % NODES] = true;
	pack(f);
	measure(f);
	name_knots(f);
	f->collectable[0] = (UINT64_C(1) << NODES) - 1;
	f->heap = (struct kg_heap){.graph = {.nodes = NODES, .start = f->start, .to = f->to}, .nodes = NODES,
				   .collectable = f->collectable};
	f->it = (struct kg_cycle){.first = 0, .n = NODES};
	f->cycles = (struct kg_cycles){.items = &f->it, .n = 1, .members = f->members, .nmembers = NODES,
				       .knot = f->knot};
}

static void check_loop(const struct fake *f, kg_node start)
{
	struct kg_loop l;

	assert_null(kg_loop_find(&f->heap, &f->cycles, &f->it, start, &l));
	if (f->distance[start][start] >= FAR) {
		assert_int_equal(l.n, 0);
	} else {
		assert_int_equal(l.n, f->distance[start][start]);
		assert_int_equal(l.nodes[0], start);
		for (size_t i = 0; i < l.n; i++)
			assert_true(f->edge[l.nodes[i]][l.nodes[(i + 1) % l.n]]);
	}
	kg_loop_deinit(&l);
}

static void test_loops(void **state)
{
	static struct fake f;

	(void)state;
	srand(11);
	for (unsigned int round = 0; round < 2000; round++) {
		make_fake(&f, round % 60);
		for (kg_node n = 0; n < NODES; n++)
			check_loop(&f, n);
	}
}

static void test_knots(void **state)
{
	static struct fake f;

	(void)state;
	make_fake(&f, 0);
	f.knot[3] = 7;
	f.it = (struct kg_cycle){.first = 2, .n = 4};
	assert_int_equal(kg_cycles_knot(&f.cycles, &f.it, 3), 7);
	assert_int_equal(kg_cycles_knot(&f.cycles, &f.it, 4), 0);
	f.knot[1] = 9; /* of another group */
	assert_int_equal(kg_cycles_knot(&f.cycles, &f.it, 1), 0);
}

static void check_width(const char *text)
{
	char *copy = strdup(text), *rest = copy;

	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		assert_true(kg_cell_columns(line) <= KG_LINE_COLUMNS);
	free(copy);
}

static void test_wrap(void **state)
{
	struct kg_strbuf sb = {0}, words = {0};

	(void)state;
	kg_wrap_line(&sb, "owner", "short");
	assert_string_equal(kg_strbuf_text(&sb), "  owner    short\n");
	kg_strbuf_reset(&sb);
	for (int i = 0; i < 60; i++)
		kg_strbuf_puts(&words, i % 3 ? "word " : "\u00e9\u00e9n ");
	kg_wrap_line(&sb, "types", kg_strbuf_text(&words));
	check_width(kg_strbuf_text(&sb));
	kg_strbuf_reset(&sb);
	kg_strbuf_reset(&words);
	for (int i = 0; i < 60; i++)
		kg_strbuf_puts(&words, ".next");
	kg_wrap_line(&sb, "path", kg_strbuf_text(&words));
	check_width(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&words);
	kg_strbuf_deinit(&sb);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_loops), cmocka_unit_test(test_knots), cmocka_unit_test(test_wrap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
