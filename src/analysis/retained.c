#include "config.h" /* first: qsort_r() */

#include "analysis/retained.h"

#include <stdlib.h>
#include <unistd.h>

#include "analysis/select.h"
#include "base/workers.h"

#define STEP 65536 /* a multiple of 64: no two threads write the same word of roots */
#define AHEAD 16

struct job {
	struct kg_retained *r;
	struct kg_progress *progress;
	struct kg_pieces pieces;
};

/* Held from outside the graph: the count says so and the collector would not find it unreachable. */
static bool has_surplus(const struct kg_heap *h, kg_node n)
{
	int64_t count = kg_heap_refcount(h, n);

	if (h->collectable && kg_heap_collectable(h, n))
		return false;
	return count > 0 && (uint64_t)count > kg_heap_references(h, n);
}

static struct kg_error *measure(void *arg, unsigned int i)
{
	struct job *job = arg;
	struct kg_retained *r = job->r;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&job->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			r->bytes[n] = kg_node_bytes(r->heap, (kg_node)n);
			r->objects[n] = 1;
			if (has_surplus(r->heap, (kg_node)n))
				kg_bit_set(r->roots, n);
		}
		kg_progress_add(job->progress, to - from);
		if (kg_progress_canceled(job->progress))
			break;
	}
	return kg_progress_check(job->progress);
}

static void add_named_roots(struct kg_retained *r)
{
	for (size_t i = 0; i < r->heap->nroots; i++) {
		const struct kg_root *root = &r->heap->roots[i];

		if (root->counted || root->kind == KG_ROOT_STATIC)
			kg_bit_set(r->roots, root->node);
	}
}

/* Components of @rest that no other one leads to. */
static void add_sources(struct kg_retained *r, const uint64_t *rest, const uint32_t *component, bool *led_to)
{
	const struct kg_graph *g = &r->heap->graph;

	for (kg_node n = 0; n < g->nodes; n++) {
		if (!kg_bit_get(rest, n))
			continue;
		KG_GRAPH_OUT(g, n, w, {
			kg_node to = KG_WORD_TO(w);

			if (KG_RETAINED_HOLDS >> KG_WORD_KIND(w) & 1 && kg_bit_get(rest, to) && component[to] != component[n])
				led_to[component[to]] = true;
		});
	}
	for (kg_node n = 0; n < g->nodes; n++) {
		if (kg_bit_get(rest, n) && !led_to[component[n]])
			kg_bit_set(r->roots, n);
	}
}

static struct kg_error *add_rest(struct kg_retained *r, const uint64_t *rest, const struct kg_progress *progress)
{
	const struct kg_graph *g = &r->heap->graph;
	struct kg_pages mem, flags = {0};
	uint32_t count;
	struct kg_error *err = kg_pages_init(&mem, ((size_t)g->nodes + 1) * sizeof(uint32_t));

	if (err)
		return err;
	err = kg_graph_components(g, rest, KG_RETAINED_HOLDS, progress, mem.mem, &count);
	if (!err)
		err = kg_pages_init(&flags, (size_t)count + 1);
	if (!err)
		add_sources(r, rest, mem.mem, flags.mem);
	kg_pages_deinit(&flags);
	kg_pages_deinit(&mem);
	return err;
}

/* What the roots so far do not reach gets roots of its own. */
static struct kg_error *add_unreached(struct kg_retained *r, const struct kg_progress *progress)
{
	kg_node nodes = r->heap->nodes;
	uint64_t words = ((uint64_t)nodes + 63) / 64, any = 0;
	struct kg_pages mem;
	struct kg_error *err = kg_pages_init(&mem, (words + 1) * sizeof(uint64_t));
	uint64_t *bits;

	if (err)
		return err;
	bits = mem.mem;
	for (uint64_t i = 0; i < words; i++)
		bits[i] = r->roots[i];
	err = kg_graph_mark(&r->heap->graph, bits, NULL, KG_RETAINED_HOLDS, progress);
	for (uint64_t i = 0; i < words && !err; i++)
		bits[i] = ~bits[i];
	if (nodes & 63 && !err)
		bits[words - 1] &= (UINT64_C(1) << (nodes & 63)) - 1;
	for (uint64_t i = 0; i < words && !err; i++)
		any |= bits[i];
	if (any && !err)
		err = add_rest(r, bits, progress);
	kg_pages_deinit(&mem);
	return err;
}

/* The closest node that dominates both; KG_IDOM_ROOT when only the roots do. @place: of a node in the tree's order,
 * so that of two the one further down goes up. */
static kg_node meet(const struct kg_retained *r, const uint32_t *place, kg_node a, kg_node b)
{
	while (a != b && a < r->heap->nodes && b < r->heap->nodes) {
		if (place[a] > place[b])
			a = r->tree.idom[a];
		else
			b = r->tree.idom[b];
	}
	return a == b ? a : KG_IDOM_ROOT;
}

/* A block that no object has alone goes with what dominates all that have it. */
static void place_block(struct kg_retained *r, const uint32_t *place, const struct kg_block *b)
{
	kg_node at = r->heap->block_members[b->from].node;

	for (size_t m = b->from + 1; m < b->to && at < r->heap->nodes; m++)
		at = meet(r, place, at, r->heap->block_members[m].node);
	if (b->open || at >= r->heap->nodes)
		r->total += b->bytes;
	else
		r->bytes[at] += b->bytes;
}

static struct kg_error *place_blocks(struct kg_retained *r)
{
	const struct kg_heap *h = r->heap;
	struct kg_pages mem;
	struct kg_error *err;
	uint32_t *place;

	if (h->nblocks == 0)
		return NULL;
	err = kg_pages_init(&mem, ((size_t)h->nodes + 1) * sizeof(*place));
	if (err)
		return err;
	place = mem.mem;
	for (uint32_t i = 0; i < r->tree.reached; i++)
		place[r->tree.order[i]] = i;
	for (size_t i = 0; i < h->nblocks; i++) {
		if (kg_block_joint(&h->blocks[i]))
			place_block(r, place, &h->blocks[i]);
	}
	kg_pages_deinit(&mem);
	return NULL;
}

/* Up the tree: each adds itself to its dominator after all below it have. */
static struct kg_error *sum_up(struct kg_retained *r, const struct kg_progress *progress)
{
	const kg_node *order = r->tree.order, *idom = r->tree.idom;

	for (uint32_t i = r->tree.reached; i-- > 0;) {
		kg_node n = order[i], owner = idom[n];

		if (i % STEP == 0 && kg_progress_canceled(progress))
			break;
		if (i > AHEAD)
			__builtin_prefetch(&idom[order[i - AHEAD]]);
		r->first[owner == KG_IDOM_ROOT ? r->heap->nodes : owner]++;
		if (owner == KG_IDOM_ROOT) {
			r->total += r->bytes[n];
		} else {
			r->bytes[owner] += r->bytes[n];
			r->objects[owner] += r->objects[n];
		}
	}
	return kg_progress_check(progress);
}

/* first[] holds counts; afterwards where each list begins. */
static struct kg_error *list_children(struct kg_retained *r, const struct kg_progress *progress)
{
	kg_node nodes = r->heap->nodes;
	uint32_t sum = 0;

	for (kg_node n = 0; n <= nodes; n++) {
		sum += r->first[n];
		r->first[n] = sum;
	}
	r->first[nodes + 1] = sum;
	for (kg_node n = nodes; n-- > 0;) {
		kg_node owner = r->tree.idom[n];

		if (n % STEP == 0 && kg_progress_canceled(progress))
			break;
		if (owner != KG_IDOM_UNREACHED)
			r->child[--r->first[owner == KG_IDOM_ROOT ? nodes : owner]] = n;
	}
	return kg_progress_check(progress);
}

static struct kg_error *allocate(struct kg_retained *r)
{
	size_t n = (size_t)r->heap->nodes + 2;
	const size_t bytes[] = {(n / 64 + 2) * sizeof(uint64_t), n * sizeof(uint64_t), n * sizeof(uint32_t),
				n * sizeof(uint32_t), n * sizeof(kg_node)};
	struct kg_error *err = NULL;

	for (size_t i = 0; i < KG_ARRAY_SIZE(bytes) && !err; i++)
		err = kg_pages_init(&r->mem[i], bytes[i]);
	r->roots = r->mem[0].mem;
	r->bytes = r->mem[1].mem;
	r->objects = r->mem[2].mem;
	r->first = r->mem[3].mem;
	r->child = r->mem[4].mem;
	return err;
}

static unsigned int processors(unsigned int threads)
{
	long n = threads ? (long)threads : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (unsigned int)n;
}

static struct kg_error *fill(struct kg_retained *r, unsigned int threads, struct kg_progress *progress)
{
	struct job job = {r, progress, {0, r->heap->nodes, STEP}};
	struct kg_error *err = allocate(r);

	if (err)
		return err;
	kg_progress_phase(progress, "measuring objects", r->heap->nodes);
	err = kg_workers_run(processors(threads), measure, &job);
	if (err)
		return err;
	kg_progress_phase(progress, "finding dominators", 0);
	add_named_roots(r);
	err = add_unreached(r, progress);
	if (!err)
		err = kg_graph_dominators(&r->heap->graph, r->roots, KG_RETAINED_HOLDS, progress, &r->tree);
	if (err)
		return err;
	kg_progress_phase(progress, "summing up", 0);
	err = place_blocks(r);
	if (!err)
		err = sum_up(r, progress);
	return err ? err : list_children(r, progress);
}

struct kg_error *kg_retained_create(const struct kg_heap *h, unsigned int threads, struct kg_progress *progress,
				    struct kg_retained **ret)
{
	struct kg_retained *r = calloc(1, sizeof(*r));
	struct kg_error *err;

	if (!r)
		return kg_error_nomem();
	r->heap = h;
	r->threads = threads;
	err = fill(r, threads, progress);
	if (err)
		kg_retained_destroy(r);
	else
		*ret = r;
	return err;
}

void kg_retained_destroy(struct kg_retained *r)
{
	if (!r)
		return;
	kg_dominators_deinit(&r->tree);
	for (size_t i = 0; i < KG_ARRAY_SIZE(r->mem); i++)
		kg_pages_deinit(&r->mem[i]);
	free(r);
}

static int by_bytes(const void *a, const void *b, void *arg)
{
	const struct kg_retained *r = arg;
	kg_node x = *(const kg_node *)a, y = *(const kg_node *)b;

	if (r->bytes[x] != r->bytes[y])
		return r->bytes[x] > r->bytes[y] ? -1 : 1;
	return x < y ? -1 : x > y;
}

struct kg_error *kg_retained_children(const struct kg_retained *r, kg_node n, kg_node **ret_items, size_t *ret_n)
{
	kg_node at = n == KG_NODE_NONE ? r->heap->nodes : n;
	size_t count = r->first[at + 1] - r->first[at];
	kg_node *items = count ? malloc(count * sizeof(*items)) : NULL;

	if (count && !items)
		return kg_error_nomem();
	for (size_t i = 0; i < count; i++)
		items[i] = r->child[r->first[at] + i];
	if (count)
		qsort_r(items, count, sizeof(*items), by_bytes, (void *)r);
	*ret_items = items;
	*ret_n = count;
	return NULL;
}
