#include "analysis/verify.h"

#include <stdlib.h>
#include <unistd.h>

#include "analysis/select.h"
#include "analysis/verify_priv.h"
#include "base/grow.h"
#include "base/workers.h"
#include "emulate/emulate.h"

#define BATCH 4096

/* Objects to check, type by type: those of type t are nodes[first[t] ... first[t + 1]). */
struct plan {
	kg_node *nodes;
	uint64_t *first;
};

struct job {
	const struct kg_heap *h;
	const struct plan *plan;
	struct kg_verify *v;
	struct kg_pieces pieces; /* types */
	struct kg_progress *progress;
};

/* A worker's. */
struct bench {
	struct kg_emulator *emulator;
	kg_addr *shown, *read;
	size_t shown_cap, read_cap;
};

static bool checkable(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);

	/* What only the sweep found may be no object: its bytes say nothing about the decoder. */
	return kg_heap_place(h, n) != KG_GC_NONE && t->traverse && t->gc && kg_heap_provenance(h, n) != KG_FOUND_SCANNED &&
	       !(t->is_dict && kg_heap_is_interned(h, kg_heap_addr(h, n))) &&
	       !(t->native->asks_gc && kg_heap_denies_gc(h, kg_heap_addr(h, n)));
}

static int by_value(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

static void sort(kg_addr *items, size_t n)
{
	bool sorted = true;

	for (size_t i = 1; i < n && sorted; i++)
		sorted = items[i - 1] <= items[i];
	if (!sorted)
		qsort(items, n, sizeof(*items), by_value);
}

/* What kedge says that the collector is shown, sorted. */
static struct kg_error *collect_read(const struct kg_heap *h, kg_node n, struct bench *b, size_t *ret)
{
	struct kg_error *err = NULL;
	size_t count = 0;

	KG_GRAPH_OUT(&h->graph, n, w, {
		if (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE && !err)
			err = kg_grow(&b->read, &b->read_cap, count, sizeof(*b->read));
		if (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE && !err)
			b->read[count++] = kg_heap_addr(h, KG_WORD_TO(w));
	});
	if (!err)
		sort(b->read, count);
	*ret = count;
	return err;
}

/*
 * The same, with what slots of frames only borrow: the collector is shown it, and the graph calls it weak, since the
 * reference is counted where it was borrowed.
 */
static struct kg_error *collect_borrowed(const struct kg_heap *h, kg_node n, struct bench *b, size_t *ret)
{
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, n), &refs);
	size_t count = 0;

	for (size_t i = 0; !err && i < refs.n; i++) {
		if (refs.items[i].kind != KG_EDGE_TRAVERSE)
			continue;
		err = kg_grow(&b->read, &b->read_cap, count, sizeof(*b->read));
		if (!err)
			b->read[count++] = refs.items[i].addr;
	}
	kg_refs_deinit(&refs);
	if (!err)
		sort(b->read, count);
	*ret = count;
	return err;
}

static bool agree(const struct bench *b, size_t read, size_t shown)
{
	return read == shown && (read == 0 || memcmp(b->read, b->shown, read * sizeof(*b->read)) == 0);
}

/*
 * Is what is shown an object that has died, in a free list? The module _asyncio of 3.12 shows its own. Dead are those whose
 * count is 0 and that nothing found leads to.
 */
static bool dead(const struct kg_heap *h, kg_addr shown)
{
	const struct kg_layout *lay = h->rt->layout;
	const uint8_t *p = kg_image_span(h->image, shown, (uint64_t)lay->off[F_OBJECT_SIZE]);

	return p && kg_layout_count(lay, p) == 0 &&
	       kg_heap_type_at(h, kg_u64(p + lay->off[F_OBJECT_TYPE]));
}

static struct kg_error *collect_shown(const struct kg_heap *h, const kg_addr *visited, size_t n, struct bench *b, size_t *ret)
{
	struct kg_error *err = kg_grow_to(&b->shown, &b->shown_cap, n, sizeof(*b->shown));
	size_t live = 0;

	if (err)
		return err;
	for (size_t i = 0; i < n; i++) {
		b->shown[live] = visited[i];
		live += kg_heap_node(h, visited[i]) != KG_NODE_NONE || !dead(h, visited[i]);
	}
	sort(b->shown, live);
	*ret = live;
	return NULL;
}

static void example(kg_addr *examples, kg_addr addr)
{
	for (unsigned int i = 0; i < KG_VERIFY_EXAMPLES; i++) {
		if (examples[i] == 0) {
			examples[i] = addr;
			return;
		}
	}
}

/* One object of a batch. */
static struct kg_error *judge(const struct kg_heap *h, kg_node n, const struct kg_emulation *r, size_t i, struct bench *b,
			      struct kg_verify_type *t)
{
	uint64_t from = i ? r->ends[i - 1] : 0;
	size_t shown = r->ends[i] - from, read = 0;
	struct kg_error *err;

	if (r->how[i] != KG_EMULATED_DONE) {
		t->why = t->unable++ ? t->why : kg_emulated_words((enum kg_emulated)r->how[i]);
		return NULL;
	}
	err = collect_shown(h, r->visited + from, shown, b, &shown);
	if (!err)
		err = collect_read(h, n, b, &read);
	if (!err && kg_layout_tagged_slots(h->rt->layout) && !agree(b, read, shown))
		err = collect_borrowed(h, n, b, &read);
	if (err)
		return err;
	t->checked++;
	if (!agree(b, read, shown)) {
		t->disagree++;
		example(t->examples, kg_heap_addr(h, n));
	}
	return NULL;
}

static struct kg_error *check_type(struct job *job, struct bench *b, uint32_t type)
{
	const struct kg_heap *h = job->h;
	struct kg_verify_type *t = &job->v->types[type];
	struct kg_error *err = NULL;
	kg_addr addrs[BATCH];

	for (uint64_t at = job->plan->first[type]; at < job->plan->first[type + 1] && !err;) {
		uint64_t left = job->plan->first[type + 1] - at;
		size_t n = left < BATCH ? (size_t)left : BATCH;
		struct kg_emulation r;

		for (size_t i = 0; i < n; i++)
			addrs[i] = kg_heap_addr(h, job->plan->nodes[at + i]);
		err = kg_emulator_traverse(b->emulator, h->types[type]->traverse, addrs, n, &r);
		for (size_t i = 0; i < n && !err; i++)
			err = judge(h, job->plan->nodes[at + i], &r, i, b, t);
		at += n;
		kg_progress_add(job->progress, n);
	}
	return err;
}

static struct kg_error *work(void *arg, unsigned int worker)
{
	struct job *job = arg;
	struct bench b = {0};
	struct kg_error *err = kg_heap_emulator(job->h, &b.emulator);
	uint64_t from, to;

	(void)worker;
	while (!err && kg_pieces_take(&job->pieces, &from, &to))
		err = check_type(job, &b, (uint32_t)from);
	kg_heap_emulator_return(job->h, b.emulator);
	free(b.shown);
	free(b.read);
	return err;
}

static bool wanted(const struct kg_heap *h, const struct kg_verify_options *opts, uint32_t type)
{
	return !opts->type || kg_type_fits(h->types[type], opts->type);
}

/* Of @objects those to take, at even distances: number @i (from 0) is taken when this steps. */
static bool taken(uint64_t i, uint64_t objects, uint64_t sample)
{
	if (sample == 0 || objects <= sample)
		return true;
	/* i * sample / objects moves on just as often as objects are to be taken. */
	return i == 0 || i * sample / objects != (i - 1) * sample / objects;
}

static struct kg_error *plan_make(const struct kg_heap *h, const struct kg_verify_options *opts, struct kg_verify *v,
				  struct plan *p)
{
	uint64_t *seen = calloc(h->ntypes + 1, sizeof(*seen)), *next = calloc(h->ntypes + 1, sizeof(*next)), sum = 0;

	p->first = calloc(h->ntypes + 1, sizeof(*p->first));
	if (!seen || !next || !p->first)
		goto nomem;
	for (kg_node n = 0; n < h->nodes; n++) {
		if (checkable(h, n))
			v->types[kg_heap_type(h, n)->index].objects++;
	}
	for (uint32_t t = 0; t < h->ntypes; t++) {
		uint64_t objects = v->types[t].objects;

		p->first[t] = next[t] = sum;
		if (wanted(h, opts, t))
			sum += opts->sample && objects > opts->sample ? opts->sample : objects;
	}
	p->first[h->ntypes] = sum;
	p->nodes = malloc((sum + 1) * sizeof(*p->nodes));
	if (!p->nodes)
		goto nomem;
	for (kg_node n = 0; n < h->nodes; n++) {
		uint32_t t = kg_heap_type(h, n)->index;

		if (checkable(h, n) && taken(seen[t]++, v->types[t].objects, opts->sample) && next[t] < p->first[t + 1])
			p->nodes[next[t]++] = n;
	}
	free(seen);
	free(next);
	return NULL;
nomem:
	free(seen);
	free(next);
	return kg_error_nomem();
}

static struct kg_error *check_types(const struct kg_heap *h, const struct kg_verify_options *opts, struct kg_verify *v)
{
	struct plan p = {0};
	struct job job = {.h = h, .plan = &p, .v = v, .pieces = {0, h->ntypes, 1}, .progress = opts->progress};
	long cpus = opts->threads ? (long)opts->threads : sysconf(_SC_NPROCESSORS_ONLN);
	struct kg_error *err = plan_make(h, opts, v, &p);

	if (!err) {
		kg_progress_phase(opts->progress, "emulating tp_traverse", p.first[h->ntypes]);
		err = kg_workers_run(cpus < 1 ? 1 : (unsigned int)cpus, work, &job);
	}
	free(p.nodes);
	free(p.first);
	return err;
}

struct kg_error *kg_verify_create(const struct kg_heap *h, const struct kg_verify_options *opts, struct kg_verify **ret)
{
	struct kg_verify *v = calloc(1, sizeof(*v));
	struct kg_error *err = NULL;

	if (v)
		v->types = calloc(h->ntypes + 1, sizeof(*v->types));
	if (!v || !v->types) {
		kg_verify_destroy(v);
		return kg_error_nomem();
	}
	v->ntypes = h->ntypes;
	v->emulated = kg_emulator_available(h->image->machine);
	for (uint32_t t = 0; t < v->ntypes; t++)
		v->types[t].type = t;
	if (v->emulated)
		err = check_types(h, opts, v);
	if (!err && opts->rules)
		err = kg_verify_rules(h, v, opts->progress);
	for (uint32_t t = 0; t < v->ntypes; t++) {
		v->objects += v->types[t].objects;
		v->checked += v->types[t].checked;
		v->disagree += v->types[t].disagree;
		v->unable += v->types[t].unable;
	}
	for (unsigned int i = 0; i < KG_INVARIANTS; i++)
		v->broken += v->rules[i].broken;
	if (err)
		kg_verify_destroy(v);
	else
		*ret = v;
	return err;
}

void kg_verify_destroy(struct kg_verify *v)
{
	if (!v)
		return;
	free(v->types);
	free(v);
}

/* What is in @a and not in @b, both sorted, each as often as it is there more. */
static struct kg_error *difference(const kg_addr *a, size_t na, const kg_addr *b, size_t nb, kg_addr **ret, size_t *ret_n)
{
	kg_addr *only = malloc((na + 1) * sizeof(*only));
	size_t n = 0, j = 0;

	if (!only)
		return kg_error_nomem();
	for (size_t i = 0; i < na; i++) {
		while (j < nb && b[j] < a[i])
			j++;
		if (j < nb && b[j] == a[i])
			j++;
		else
			only[n++] = a[i];
	}
	*ret = only;
	*ret_n = n;
	return NULL;
}

static struct kg_error *compare(const struct kg_heap *h, kg_node n, struct bench *b, kg_addr **ret_missing,
				size_t *ret_nmissing, kg_addr **ret_extra, size_t *ret_nextra)
{
	kg_addr addr = kg_heap_addr(h, n);
	struct kg_emulation r;
	size_t read = 0, shown = 0;
	struct kg_error *err = kg_emulator_traverse(b->emulator, kg_heap_type(h, n)->traverse, &addr, 1, &r);

	if (!err && r.how[0] != KG_EMULATED_DONE)
		err = kg_error_create(KG_ERR_NOTFOUND, "its tp_traverse %s", kg_emulated_words((enum kg_emulated)r.how[0]));
	if (!err)
		err = collect_shown(h, r.visited, r.ends[0], b, &shown);
	if (!err)
		err = collect_read(h, n, b, &read);
	if (!err)
		err = difference(b->shown, shown, b->read, read, ret_missing, ret_nmissing);
	if (err)
		return err;
	err = difference(b->read, read, b->shown, shown, ret_extra, ret_nextra);
	if (err)
		free(*ret_missing);
	return err;
}

struct kg_error *kg_verify_object(const struct kg_heap *h, kg_node n, kg_addr **ret_missing, size_t *ret_nmissing,
				  kg_addr **ret_extra, size_t *ret_nextra)
{
	struct bench b = {0};
	struct kg_error *err = kg_heap_emulator(h, &b.emulator);

	if (!err)
		err = compare(h, n, &b, ret_missing, ret_nmissing, ret_extra, ret_nextra);
	kg_heap_emulator_return(h, b.emulator);
	free(b.shown);
	free(b.read);
	return err;
}
