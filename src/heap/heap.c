/* Reading everything in order, and the questions that need one lookup. */
#include "base/meter.h"
#include "heap/build_priv.h"

#include <stdlib.h>
#include <unistd.h>

static void phase_end(struct kg_heap *h, const char *name)
{
	double t = kg_meter_seconds();

	if (h->nphases < KG_ARRAY_SIZE(h->phases))
		h->phases[h->nphases++] = (struct kg_phase){name, t - h->priv->t0, kg_meter_anonymous_bytes()};
	h->priv->t0 = t;
}

/* Arenas are the target's own word: they must not overlap, for each is one thread's. */
static void arenas_check(struct kg_runtime *rt)
{
	kg_addr end = 0;
	size_t n = 0;

	for (size_t i = 0; i < rt->narenas; i++) {
		struct kg_arena a = rt->arenas[i];

		if (a.start >= end && a.end > a.start && a.start % rt->pool_size == 0) {
			rt->arenas[n++] = a;
			end = a.end;
		}
	}
	rt->narenas = n;
}

static struct kg_error *read_graph(struct kg_heap *h)
{
	struct kg_discovery d = {0};
	struct kg_error *err = kg_discovery_run(&d, h);

	phase_end(h, "objects");
	if (!err)
		err = kg_build(h, &d);
	h->priv->read_done = true;
	kg_discovery_deinit(&d);
	phase_end(h, "numbers");
	if (!err)
		err = kg_lists_place(h);
	if (!err)
		err = kg_roots_number(h);
	phase_end(h, "generations and roots");
	if (!err)
		err = kg_graph_reverse(&h->graph, h->priv->threads);
	phase_end(h, "referrers");
	return err;
}

static struct kg_error *read_all(struct kg_heap *h)
{
	struct kg_heap_priv *p = h->priv;
	struct kg_error *err;

	for (size_t i = 0; i < h->image->nsegs; i++)
		p->mapped += h->image->segs[i].end - h->image->segs[i].start;
	arenas_check(h->rt);
	err = kg_space_init(&p->space, h->image);
	if (!err)
		err = kg_types_init(h);
	if (!err)
		err = kg_sweep(h);
	phase_end(h, "sweep");
	if (!err)
		err = kg_roots_collect(h);
	phase_end(h, "roots");
	if (!err)
		err = read_graph(h);
	if (!err)
		err = kg_collect(h);
	if (!err)
		kg_doubts_settle(h);
	if (!err)
		err = kg_names_collect(h);
	if (!err)
		err = kg_stack_roots(h);
	phase_end(h, "collectable");
	h->types = p->types.list;
	h->ntypes = p->types.n;
	return err;
}

struct kg_error *kg_heap_create(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret)
{
	struct kg_heap *h = calloc(1, sizeof(*h));
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	struct kg_error *err;

	if (!h)
		return kg_error_nomem();
	h->priv = calloc(1, sizeof(*h->priv));
	if (!h->priv) {
		free(h);
		return kg_error_nomem();
	}
	h->rt = rt;
	h->image = rt->image;
	h->priv->threads = opts->threads ? opts->threads : cpus > 0 ? (unsigned int)cpus : 1;
	if (h->priv->threads > KG_WORKERS_MAX)
		h->priv->threads = KG_WORKERS_MAX;
	h->priv->progress = opts->progress;
	h->priv->no_plugins = opts->no_plugins;
	h->priv->t0 = kg_meter_seconds();
	pthread_mutex_init(&h->priv->lock, NULL);
	err = read_all(h);
	kg_progress_clear(opts->progress);
	if (err) {
		kg_heap_destroy(h);
		return err;
	}
	*ret = h;
	return NULL;
}

void kg_heap_destroy(struct kg_heap *h)
{
	if (!h)
		return;
	kg_graph_deinit(&h->graph);
	kg_types_deinit(h);
	kg_module_states_deinit(h);
	kg_doubts_deinit(&h->priv->doubts);
	kg_space_deinit(&h->priv->space);
	kg_pages_deinit(&h->priv->info_mem);
	free(h->priv->shared_keys.slots);
	free(h->priv->root_targets);
	pthread_mutex_destroy(&h->priv->lock);
	free(h->roots);
	free(h->named);
	free(h->collectable);
	free(h->priv);
	free(h);
}

const char *kg_gc_place_name(enum kg_gc_place place)
{
	static const char *const names[] = {"gen0", "gen1", "gen2", "permanent", "untracked", "none"};

	return names[place];
}

const char *kg_provenance_name(enum kg_provenance p)
{
	static const char *const names[] = {"listed", "reached", "scanned"};

	return names[p];
}

kg_addr kg_heap_addr(const struct kg_heap *h, kg_node n)
{
	return kg_space_addr(&h->priv->space, n);
}

kg_node kg_heap_node(const struct kg_heap *h, kg_addr addr)
{
	return kg_space_node(&h->priv->space, addr);
}

const struct kg_type *kg_heap_type(const struct kg_heap *h, kg_node n)
{
	return h->priv->types.list[h->priv->info[n] & KG_INFO_TYPE];
}

enum kg_gc_place kg_heap_place(const struct kg_heap *h, kg_node n)
{
	return (enum kg_gc_place)(h->priv->info[n] >> KG_INFO_PLACE_SHIFT & 7);
}

enum kg_provenance kg_heap_provenance(const struct kg_heap *h, kg_node n)
{
	return (enum kg_provenance)(h->priv->info[n] >> KG_INFO_FOUND_SHIFT & 3);
}

struct kg_obj kg_heap_get(const struct kg_heap *h, kg_node n)
{
	struct kg_obj o = {.addr = kg_heap_addr(h, n), .type = kg_heap_type(h, n)};

	o.p = kg_image_avail(h->image, o.addr, &o.avail);
	return o;
}

struct kg_error *kg_heap_object(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret)
{
	const struct kg_segment *seg = kg_image_segment(h->image, addr);
	const struct kg_type *t = seg ? kg_object_check(h, seg, addr) : NULL;

	if (!t)
		return kg_error_at(seg ? KG_ERR_CORRUPT : KG_ERR_FAULT, addr, "there is no object at 0x%llx",
				   (unsigned long long)addr);
	*ret = (struct kg_obj){addr, seg->bytes + (addr - seg->start), seg->end - addr, t};
	return NULL;
}

int64_t kg_heap_refcount_of(const struct kg_heap *h, struct kg_obj o)
{
	return kg_obj_i64(o, h->rt->layout->off[F_OBJECT_REFCNT]);
}

int64_t kg_heap_refcount(const struct kg_heap *h, kg_node n)
{
	return kg_heap_refcount_of(h, kg_heap_get(h, n));
}

void kg_heap_roots_of(const struct kg_heap *h, kg_node n, size_t *ret_from, size_t *ret_to)
{
	size_t lo = 0, hi = h->nroots;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (h->roots[mid].node < n)
			lo = mid + 1;
		else
			hi = mid;
	}
	*ret_from = lo;
	while (lo < h->nroots && h->roots[lo].node == n)
		lo++;
	*ret_to = lo;
}

/*
 * CPython 3.11 freezes modules' code into static objects whose own counts start at
 * 999,999,999 and that take no count of what they refer to (Tools/scripts/deepfreeze.py).
 */
static bool counts_nothing(const struct kg_heap *h, kg_node n)
{
	return h->priv->info[n] & KG_INFO_STATIC && kg_heap_refcount(h, n) > KG_FROZEN_COUNT / 2;
}

uint64_t kg_heap_references(const struct kg_heap *h, kg_node n)
{
	uint64_t found = 0;
	size_t from, to;

	KG_GRAPH_IN(&h->graph, n, w,
		    found += (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED) &&
			     !counts_nothing(h, KG_WORD_TO(w)));
	for (kg_heap_roots_of(h, n, &from, &to); from < to; from++)
		found += h->roots[from].counted;
	return found;
}

uint64_t kg_heap_surplus(const struct kg_heap *h, kg_node n)
{
	int64_t count = kg_heap_refcount(h, n);
	uint64_t found = count > 0 ? kg_heap_references(h, n) : 0;

	return count > 0 && (uint64_t)count > found ? (uint64_t)count - found : 0;
}

struct kg_error *kg_heap_sizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	const struct kg_type *native = o.type->native;

	if (native->ops && native->ops->size)
		return native->ops->size(h, o, native, ret);
	*ret = kg_heap_default_size(h, o);
	return NULL;
}

struct kg_error *kg_heap_getsizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	struct kg_error *err = kg_heap_sizeof(h, o, ret);

	/* CPython 3.11 Python/sysmodule.c _PySys_GetSizeOf: by the type, for static types as well */
	if (!err)
		*ret += o.type->presize;
	return err;
}

uint64_t kg_heap_size_of(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t size = 0;
	struct kg_error *err = kg_heap_getsizeof(h, o, &size);

	if (err) {
		kg_node n = kg_heap_node(h, o.addr);

		/* What only the sweep found is a guess: that it makes no sense says nothing of the target. */
		if (n == KG_NODE_NONE || kg_heap_provenance(h, n) != KG_FOUND_SCANNED)
			kg_damage_add(&h->image->damage, err->addr, "%s", err->text);
		kg_error_destroy(err);
		return 0;
	}
	return size;
}

uint64_t kg_heap_size(const struct kg_heap *h, kg_node n)
{
	return kg_heap_size_of(h, kg_heap_get(h, n));
}

bool kg_heap_payload_of(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret)
{
	const struct kg_type *native = o.type->native;

	return native->ops && native->ops->payload && native->ops->payload(h, o, native, ret);
}

bool kg_heap_payload(const struct kg_heap *h, kg_node n, struct kg_payload *ret)
{
	const struct kg_type *native = kg_heap_type(h, n)->native;

	return native->ops && native->ops->payload && kg_heap_payload_of(h, kg_heap_get(h, n), ret);
}

uint64_t kg_heap_bytes_of(const struct kg_heap *h, struct kg_obj o)
{
	struct kg_payload payload;
	uint64_t bytes = kg_heap_size_of(h, o);

	if (kg_heap_payload_of(h, o, &payload) && !payload.in_size)
		bytes += payload.bytes;
	return bytes;
}
