/*
 * In-edges from out-edges, by counting sort: each thread has its own counters, so
 * that nothing is shared and sources come in rising order. When all words are placed,
 * the last thread's counter of a node stands at the end of the node's list, which is
 * where the next node's begins: these counters are first[], one place further on.
 */
#include "graph/graph.h"
#include "base/workers.h"

#include <stdlib.h>

#define THREADS_MAX 16
#define STEP 65536u /* nodes between two looks at whether to go on */
#define AHEAD 24 /* words between the fetch of a counter and its use */

struct reverse {
	struct kg_graph *g;
	uint32_t *cursor[THREADS_MAX]; /* [node]: count, then the next free word of from[] */
	kg_node cut[THREADS_MAX + 1]; /* sources of each thread */
	struct kg_progress *progress;
	bool filling;
};

static void count_node(const struct kg_graph *g, kg_node n, uint32_t *cursor)
{
	KG_GRAPH_OUT(g, n, w, {
		__builtin_prefetch(&cursor[KG_WORD_TO(kg_p[AHEAD])], 1);
		cursor[KG_WORD_TO(w)]++;
	});
}

static void fill_node(struct kg_graph *g, kg_node n, uint32_t *cursor)
{
	KG_GRAPH_OUT(g, n, w, {
		__builtin_prefetch(&cursor[KG_WORD_TO(kg_p[AHEAD])], 1);
		g->from[cursor[KG_WORD_TO(w)]++] = n | (w & (UINT32_C(3) << KG_WORD_KIND_SHIFT));
	});
}

static struct kg_error *reverse_run(void *arg, unsigned int i)
{
	struct reverse *r = arg;

	for (kg_node n = r->cut[i]; n < r->cut[i + 1]; n++) {
		if (r->filling)
			fill_node(r->g, n, r->cursor[i]);
		else
			count_node(r->g, n, r->cursor[i]);
		if (n % STEP == STEP - 1) {
			kg_progress_add(r->progress, STEP);
			if (kg_progress_canceled(r->progress))
				break;
		}
	}
	return kg_progress_check(r->progress);
}

/* Counts become places: those of thread 0 first, then thread 1's ... */
static void places(struct reverse *r, unsigned int nthreads)
{
	uint32_t at = 0;

	for (kg_node n = 0; n < r->g->nodes; n++) {
		for (unsigned int t = 0; t < nthreads; t++) {
			uint32_t count = r->cursor[t][n];

			r->cursor[t][n] = at;
			at += count;
		}
	}
}

static struct kg_error *counters_init(struct reverse *r, struct kg_pages *mem, unsigned int nthreads)
{
	struct kg_graph *g = r->g;
	struct kg_error *err = kg_pages_init(&g->mem[2], ((size_t)g->nodes + 2) * sizeof(uint32_t));

	if (!err)
		err = kg_pages_init(&g->mem[3], (size_t)g->edges * sizeof(uint32_t));
	for (unsigned int t = 0; t + 1 < nthreads && !err; t++) {
		err = kg_pages_init(&mem[t], ((size_t)g->nodes + 1) * sizeof(uint32_t));
		r->cursor[t] = mem[t].mem;
	}
	if (err)
		return err;
	for (unsigned int t = 0; t + 1 < nthreads; t++)
		kg_pages_touch(&mem[t], 0, g->nodes * sizeof(uint32_t), nthreads);
	kg_pages_touch(&g->mem[2], 0, g->nodes * sizeof(uint32_t), nthreads);
	kg_pages_touch(&g->mem[3], 0, g->edges * sizeof(uint32_t), nthreads);
	g->first = g->mem[2].mem;
	g->from = g->mem[3].mem;
	r->cursor[nthreads - 1] = g->first + 1;
	for (unsigned int t = 0; t < nthreads; t++)
		r->cut[t + 1] = (kg_node)((uint64_t)g->nodes * (t + 1) / nthreads);
	return NULL;
}

struct kg_error *kg_graph_reverse(struct kg_graph *g, unsigned int nthreads, struct kg_progress *progress)
{
	struct kg_pages mem[THREADS_MAX] = {{0}};
	struct reverse r = {.g = g, .progress = progress};
	struct kg_error *err;

	if (nthreads > THREADS_MAX)
		nthreads = THREADS_MAX;
	if (nthreads == 0)
		nthreads = 1;
	kg_progress_phase(progress, "finding referrers", 2 * (uint64_t)g->nodes);
	err = counters_init(&r, mem, nthreads);
	if (!err)
		err = kg_workers_run(nthreads, reverse_run, &r);
	if (!err) {
		places(&r, nthreads);
		r.filling = true;
		err = kg_workers_run(nthreads, reverse_run, &r);
	}
	for (unsigned int t = 0; t + 1 < nthreads; t++)
		kg_pages_deinit(&mem[t]);
	return err;
}

void kg_graph_deinit(struct kg_graph *g)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(g->mem); i++)
		kg_pages_deinit(&g->mem[i]);
	*g = (struct kg_graph){0};
}
