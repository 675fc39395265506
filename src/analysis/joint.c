#include "analysis/joint.h"

#include <stdlib.h>
#include <unistd.h>

#include "analysis/select.h"
#include "base/workers.h"
#include "graph/joint.h"

#define STEP 0xffff

/* Sets in batches of 64; each worker takes a batch at a time. */
struct job {
	const struct kg_retained *r;
	const struct kg_sets *sets; /* NULL: types */
	const uint32_t *chosen;	    /* sets, or indices of types, that are more than one object */
	size_t n;
	uint64_t *ret;
	struct kg_progress *progress;
	struct kg_pieces pieces;
};

/* Looked at every so many nodes of a pass. */
static bool stop_at(const struct job *job, kg_node n)
{
	return (n & STEP) == STEP && kg_progress_canceled(job->progress);
}

static void fill_sets(const struct job *job, uint64_t from, uint64_t to, uint64_t *member)
{
	for (uint64_t i = from; i < to; i++) {
		uint32_t set = job->chosen[i];

		for (size_t at = set ? job->sets->ends[set - 1] : 0; at < job->sets->ends[set]; at++)
			member[job->sets->nodes[at]] |= UINT64_C(1) << (i - from);
	}
}

static struct kg_error *fill_types(const struct job *job, uint64_t from, uint64_t to, uint64_t *member)
{
	const struct kg_heap *h = job->r->heap;
	uint64_t *bits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*bits));

	if (!bits)
		return kg_error_nomem();
	for (uint64_t i = from; i < to; i++)
		bits[job->chosen[i]] = UINT64_C(1) << (i - from);
	for (kg_node n = 0; n < h->nodes && !stop_at(job, n); n++) {
		uint64_t in = bits[kg_heap_type(h, n)->index];

		if (in)
			member[n] = in;
	}
	free(bits);
	return kg_progress_check(job->progress);
}

/* Blocks that go with all that have them. */
static void sum_blocks(const struct kg_heap *h, uint64_t all, const uint64_t *stay, uint64_t *bytes)
{
	for (size_t i = 0; i < h->nblocks; i++) {
		const struct kg_block *b = &h->blocks[i];
		uint64_t lost = kg_block_joint(b) && !b->open ? all : 0;

		for (size_t m = b->from; m < b->to; m++)
			lost &= ~stay[h->block_members[m].node];
		for (; lost; lost &= lost - 1)
			bytes[__builtin_ctzll(lost)] += b->bytes;
	}
}

/* @stay: as kg_graph_joint() leaves it. */
static void sum(const struct job *job, uint64_t from, uint64_t all, const uint64_t *stay)
{
	const struct kg_retained *r = job->r;
	uint64_t bytes[KG_JOINT_SETS] = {0};

	for (kg_node n = 0; n < r->heap->nodes && !stop_at(job, n); n++) {
		uint64_t lost = all & ~stay[n], own;

		if (!lost || r->tree.idom[n] == KG_IDOM_UNREACHED)
			continue;
		own = kg_node_bytes(r->heap, n);
		for (; lost; lost &= lost - 1)
			bytes[__builtin_ctzll(lost)] += own;
	}
	sum_blocks(r->heap, all, stay, bytes);
	for (uint64_t i = 0; i < KG_JOINT_SETS && all >> i & 1; i++)
		job->ret[job->chosen[from + i]] = bytes[i];
}

/* Retention's edges, as in analysis/retained.h: all but weak ones. */
static struct kg_error *measure(const struct job *job, uint64_t from, uint64_t to, uint64_t *member, uint64_t *stay)
{
	const struct kg_retained *r = job->r;
	struct kg_joint j = {
	    .roots = r->roots,
	    .kinds = KG_RETAINED_HOLDS,
	    .order = r->tree.order,
	    .reached = r->tree.reached,
	    .all = to - from == 64 ? UINT64_MAX : (UINT64_C(1) << (to - from)) - 1,
	    .member = member,
	    .progress = job->progress,
	};
	struct kg_error *err = NULL;

	if (job->sets)
		fill_sets(job, from, to, member);
	else
		err = fill_types(job, from, to, member);
	if (!err)
		err = kg_graph_joint(&r->heap->graph, &j, stay);
	if (!err)
		sum(job, from, j.all, stay);
	return err;
}

static struct kg_error *work(void *arg, unsigned int i)
{
	struct job *job = arg;
	size_t bytes = ((size_t)job->r->heap->nodes + 1) * sizeof(uint64_t);
	struct kg_error *err = NULL;
	uint64_t from, to;

	(void)i;
	while (!err && kg_pieces_take(&job->pieces, &from, &to)) {
		struct kg_pages member = {0}, stay = {0};

		err = kg_pages_init(&member, bytes);
		if (!err)
			err = kg_pages_init(&stay, bytes);
		if (!err)
			err = measure(job, from, to, member.mem, stay.mem);
		kg_pages_deinit(&member);
		kg_pages_deinit(&stay);
		kg_progress_add(job->progress, to - from);
		if (!err)
			err = kg_progress_check(job->progress);
	}
	return err;
}

static struct kg_error *run(struct job *job)
{
	long n = job->r->threads ? (long)job->r->threads : sysconf(_SC_NPROCESSORS_ONLN);
	uint64_t batches = (job->n + KG_JOINT_SETS - 1) / KG_JOINT_SETS;

	if (batches == 0)
		return NULL;
	kg_progress_phase(job->progress, "what goes together", job->n);
	job->pieces = (struct kg_pieces){0, job->n, KG_JOINT_SETS};
	if (n < 1)
		n = 1;
	return kg_workers_run((uint64_t)n < batches ? (unsigned int)n : (unsigned int)batches, work, job);
}

struct kg_error *kg_joint_sets(const struct kg_retained *r, const struct kg_sets *sets, struct kg_progress *progress,
			       uint64_t *ret)
{
	uint32_t *chosen = malloc((sets->n ? sets->n : 1) * sizeof(*chosen));
	struct job job = {.r = r, .sets = sets, .chosen = chosen, .ret = ret, .progress = progress};
	struct kg_error *err;

	if (!chosen)
		return kg_error_nomem();
	for (size_t i = 0, from = 0; i < sets->n; from = sets->ends[i++]) {
		size_t nodes = sets->ends[i] - from;

		ret[i] = nodes == 1 ? kg_retained_bytes(r, sets->nodes[from]) : 0;
		if (nodes > 1)
			chosen[job.n++] = (uint32_t)i;
	}
	err = run(&job);
	free(chosen);
	return err;
}

/* [type index] how many instances there are, up to two, and what the last of them retains. */
static struct kg_error *count(const struct kg_retained *r, struct kg_progress *progress, uint8_t *instances, uint64_t *last)
{
	for (kg_node n = 0; n < r->heap->nodes; n++) {
		uint32_t type = kg_heap_type(r->heap, n)->index;

		if ((n & STEP) == STEP && kg_progress_canceled(progress))
			break;
		instances[type] = instances[type] ? 2 : 1;
		last[type] = kg_retained_bytes(r, n);
	}
	return kg_progress_check(progress);
}

struct kg_error *kg_joint_types(const struct kg_retained *r, const uint32_t *types, size_t n, struct kg_progress *progress,
				uint64_t *ret)
{
	size_t ntypes = r->heap->ntypes ? r->heap->ntypes : 1;
	uint8_t *instances = calloc(ntypes, sizeof(*instances));
	uint64_t *last = calloc(ntypes, sizeof(*last));
	uint32_t *chosen = malloc((n ? n : 1) * sizeof(*chosen));
	struct job job = {.r = r, .chosen = chosen, .ret = ret, .progress = progress};
	struct kg_error *err = instances && last && chosen ? NULL : kg_error_nomem();

	if (!err)
		err = count(r, progress, instances, last);
	if (!err) {
		for (size_t i = 0; i < n; i++) {
			if (instances[types[i]] > 1)
				chosen[job.n++] = types[i];
			else
				ret[types[i]] = last[types[i]];
		}
		err = run(&job);
	}
	free(instances);
	free(last);
	free(chosen);
	return err;
}

struct kg_error *kg_retained_types(const struct kg_retained *r, struct kg_progress *progress, uint64_t **ret)
{
	size_t n = r->heap->ntypes;
	uint64_t *bytes = calloc(n ? n : 1, sizeof(*bytes));
	uint32_t *types = malloc((n ? n : 1) * sizeof(*types));
	struct kg_error *err = bytes && types ? NULL : kg_error_nomem();

	for (size_t i = 0; i < n && !err; i++)
		types[i] = (uint32_t)i;
	if (!err)
		err = kg_joint_types(r, types, n, progress, bytes);
	free(types);
	if (err)
		free(bytes);
	else
		*ret = bytes;
	return err;
}
