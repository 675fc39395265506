/* Reading everything in order, and the questions that need one lookup. */
#include "base/meter.h"
#include "heap/build_priv.h"
#include "heap/emulated_priv.h"

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
	if (!err) {
		h->types = h->priv->types.list;
		h->ntypes = __atomic_load_n(&h->priv->types.n, __ATOMIC_RELAXED); /* no object has a later one */
		err = kg_blocks_collect(h);
	}
	if (!err) {
		kg_counts_blocks(h);
		kg_heap_reach(h, KG_HEAP_OBJECTS);
		err = kg_lists_place(h);
	}
	if (!err)
		err = kg_roots_number(h);
	phase_end(h, "generations and roots");
	if (!err)
		err = kg_graph_reverse(&h->graph, h->priv->threads, h->priv->progress);
	phase_end(h, "referrers");
	return err;
}

static struct kg_error *read_all(struct kg_heap *h)
{
	struct kg_heap_priv *p = h->priv;
	struct kg_error *err;

	arenas_check(h->rt);
	err = kg_space_init(&p->space, h->image);
	if (!err)
		err = kg_types_init(h);
	if (!err)
		err = kg_counts_init(h);
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
	return err;
}

void kg_heap_reach(struct kg_heap *h, enum kg_heap_stage stage)
{
	__atomic_store_n(&h->priv->stage, stage, __ATOMIC_RELEASE);
}

enum kg_heap_stage kg_heap_stage(const struct kg_heap *h)
{
	/* A heap put together by hand has no reading of its own. */
	return h->priv ? (enum kg_heap_stage)__atomic_load_n(&h->priv->stage, __ATOMIC_ACQUIRE) : KG_HEAP_COMPLETE;
}

struct kg_error *kg_heap_read(struct kg_heap *h)
{
	struct kg_error *err;

	h->priv->t0 = kg_meter_seconds();
	err = read_all(h);
	if (!err)
		err = kg_progress_check(h->priv->progress);
	kg_progress_clear(h->priv->progress);
	if (!err)
		kg_heap_reach(h, KG_HEAP_COMPLETE);
	return err;
}

struct kg_error *kg_heap_create(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret)
{
	struct kg_heap *h;
	struct kg_error *err = kg_heap_open(rt, opts, &h);

	if (err)
		return err;
	err = kg_heap_read(h);
	if (err)
		kg_heap_destroy(h);
	else
		*ret = h;
	return err;
}

struct kg_error *kg_heap_open(struct kg_runtime *rt, const struct kg_heap_options *opts, struct kg_heap **ret)
{
	struct kg_heap *h = calloc(1, sizeof(*h));
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);

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
	h->priv->plugins = opts->plugins;
	h->priv->nplugins = opts->nplugins;
	h->priv->wants_counts = opts->counts;
	for (size_t i = 0; i < h->image->nsegs; i++)
		h->priv->mapped += h->image->segs[i].end - h->image->segs[i].start;
	h->priv->emulate = !opts->no_emulator && kg_emulator_available(rt->image->machine);
	pthread_mutex_init(&h->priv->lock, NULL);
	pthread_mutex_init(&h->priv->alone_lock, NULL);
	pthread_mutex_init(&h->priv->idle_lock, NULL);
	pthread_mutex_init(&h->priv->laid_lock, NULL);
	pthread_mutex_init(&h->priv->links_lock, NULL);
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
	kg_counts_deinit(h);
	kg_blocks_deinit(h);
	kg_links_deinit(h);
	free(h->priv->shared_keys.slots);
	free(h->priv->denials.slots);
	free(h->priv->root_targets);
	free(h->priv->interned);
	free(h->priv->uncounted);
	kg_emulator_destroy(h->priv->alone);
	while (h->priv->nidle)
		kg_emulator_destroy(h->priv->idle[--h->priv->nidle]);
	pthread_mutex_destroy(&h->priv->idle_lock);
	pthread_mutex_destroy(&h->priv->alone_lock);
	pthread_mutex_destroy(&h->priv->laid_lock);
	pthread_mutex_destroy(&h->priv->links_lock);
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
	if (KG_UNLIKELY(!__atomic_load_n(&h->priv->numbered, __ATOMIC_ACQUIRE)))
		return KG_NODE_NONE;
	return kg_space_node(&h->priv->space, addr);
}

const struct kg_type *kg_heap_type(const struct kg_heap *h, kg_node n)
{
	return h->priv->types.list[kg_info_get(h, n) & KG_INFO_TYPE];
}

const struct kg_type *kg_heap_type_at(const struct kg_heap *h, kg_addr addr)
{
	return kg_types_lookup(h, addr);
}

enum kg_gc_place kg_heap_place(const struct kg_heap *h, kg_node n)
{
	return (enum kg_gc_place)(kg_info_get(h, n) >> KG_INFO_PLACE_SHIFT & 7);
}

bool kg_heap_is_interned(const struct kg_heap *h, kg_addr dict)
{
	const struct kg_heap_priv *p = h->priv;

	for (size_t i = 0; i < p->ninterned; i++)
		if (p->interned[i] == dict)
			return true;
	return false;
}

enum kg_provenance kg_heap_provenance(const struct kg_heap *h, kg_node n)
{
	return (enum kg_provenance)(kg_info_get(h, n) >> KG_INFO_FOUND_SHIFT & 3);
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
	return kg_layout_count(h->rt->layout, o.p);
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
bool kg_heap_laid_out(const struct kg_heap *h, kg_node n)
{
	uint64_t frozen = kg_facts(h)->frozen_count;

	return frozen && kg_info_get(h, n) & KG_INFO_STATIC && kg_heap_refcount(h, n) > (int64_t)(frozen / 2);
}

uint64_t kg_heap_uncounted(const struct kg_heap *h, kg_node n)
{
	const struct kg_heap_priv *p = h->priv;
	size_t lo = 0, hi = p->nuncounted, first;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->uncounted[mid] < n)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (first = lo; lo < p->nuncounted && p->uncounted[lo] == n; lo++)
		;
	return lo - first;
}

uint64_t kg_heap_references(const struct kg_heap *h, kg_node n)
{
	uint64_t found = 0;
	size_t from, to;

	KG_GRAPH_IN(&h->graph, n, w,
		    found += (KG_WORD_KIND(w) == KG_EDGE_TRAVERSE || KG_WORD_KIND(w) == KG_EDGE_OWNED) &&
			     !kg_heap_laid_out(h, KG_WORD_TO(w)));
	for (kg_heap_roots_of(h, n, &from, &to); from < to; from++)
		found += h->roots[from].counted;
	if (h->priv->nuncounted)
		found -= kg_heap_uncounted(h, n);
	return found;
}

uint64_t kg_heap_surplus(const struct kg_heap *h, kg_node n)
{
	int64_t count = kg_heap_refcount(h, n);
	uint64_t found;

	if (count <= 0 || count == KG_IMMORTAL || kg_heap_laid_out(h, n))
		return 0;
	found = kg_heap_references(h, n);
	return (uint64_t)count > found ? (uint64_t)count - found : 0;
}

struct kg_error *kg_heap_sizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	const struct kg_type *native = o.type->native;

	/* A type that nobody knows has the __sizeof__ of its base, as far as anybody can tell. */
	while (!native->ops && native->next_base)
		native = native->next_base;
	if (native->ops && native->ops->size)
		return native->ops->size(h, o, native, ret);
	*ret = kg_heap_default_size(h, o);
	return NULL;
}

/* CPython Python/sysmodule.c _PySys_GetSizeOf: since 3.13 only "type" itself is looked at more closely, and no class below it. */
static bool size_has_head(const struct kg_heap *h, struct kg_obj o)
{
	enum kg_size_head how = kg_facts(h)->size_head;
	bool below = o.type->next_base && o.type->next_base->is_metatype;

	return how == KG_HEAD_OF_TYPE || !o.type->is_metatype || (how == KG_HEAD_OF_BOTH && below) || kg_object_is_gc(h, o);
}

struct kg_error *kg_heap_getsizeof(const struct kg_heap *h, struct kg_obj o, uint64_t *ret)
{
	struct kg_error *err = kg_heap_sizeof(h, o, ret);

	if (!err && size_has_head(h, o))
		*ret += o.type->presize;
	if (!err && KG_UNLIKELY(o.type->native->asks_gc) && kg_facts(h)->size_head == KG_HEAD_OF_OBJECT && kg_heap_denies_gc(h, o.addr))
		*ret -= (uint64_t)h->rt->layout->off[F_GCHEAD_SIZE];
	return err;
}

uint64_t kg_heap_size_of(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t size = 0;
	struct kg_error *err = kg_heap_getsizeof(h, o, &size);

	if (err) {
		kg_node n = kg_heap_node(h, o.addr);

		/* What only the sweep found is a guess: that it makes no sense says nothing of the target. */
		if (kg_heap_stage(h) == KG_HEAP_COMPLETE &&
		    (n == KG_NODE_NONE || kg_heap_provenance(h, n) != KG_FOUND_SCANNED))
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

/* Its own, or another's. A plugin may be made for a struct that has grown since. */
static bool payload_any(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret)
{
	const struct kg_type *native = o.type->native;
	union {
		struct kg_payload payload;
		char room[KG_PAYLOAD_ROOM];
	} u;
	bool has;

	*ret = (struct kg_payload){0};
	if (!native->ops || !native->ops->payload)
		return false;
	if (!native->plugin)
		return native->ops->payload(h, o, native, ret);
	memset(&u, 0, sizeof(u));
	has = native->ops->payload(h, o, native, &u.payload);
	*ret = u.payload;
	return has;
}

/* The same, where a block that several have is told by one of them and the others show it. */
static bool payload_told(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret)
{
	const struct kg_block *block;

	if (o.type->native->ops && o.type->native->ops->parts && kg_parts_payload(h, o.addr, ret))
		return true;
	if (!payload_any(h, o, ret)) {
		*ret = (struct kg_payload){0};
		return false;
	}
	block = ret->block && !ret->owner ? kg_heap_block(h, ret->block) : NULL;
	if (block && kg_heap_addr(h, block->keeper) != o.addr) {
		ret->owner = kg_heap_addr(h, block->keeper);
		ret->addr = ret->shown_addr;
		ret->bytes = ret->shown;
	}
	return ret->owner || ret->bytes || !ret->beyond;
}

bool kg_heap_payload_of(const struct kg_heap *h, struct kg_obj o, struct kg_payload *ret)
{
	return payload_told(h, o, ret) && !ret->owner;
}

uint64_t kg_heap_content_of(const struct kg_heap *h, struct kg_obj o)
{
	struct kg_payload p;
	bool told = payload_told(h, o, &p);
	const struct kg_part_sum *parts = told && o.type->native->ops->parts ? kg_parts_of(h, o.addr) : NULL;

	if (parts)
		return kg_parts_content(parts);
	return p.beyond + (told && !p.owner && !p.in_size ? p.bytes : 0);
}

bool kg_heap_payload(const struct kg_heap *h, kg_node n, struct kg_payload *ret)
{
	const struct kg_type *native = kg_heap_type(h, n)->native;

	return native->ops && (native->ops->payload || native->ops->parts) && kg_heap_payload_of(h, kg_heap_get(h, n), ret);
}

bool kg_heap_view(const struct kg_heap *h, kg_node n, struct kg_payload *ret)
{
	const struct kg_type *native = kg_heap_type(h, n)->native;

	return native->ops && (native->ops->payload || native->ops->parts) && payload_told(h, kg_heap_get(h, n), ret) && ret->owner;
}

const char *kg_heap_plugin(const struct kg_type *t)
{
	return t->native->plugin;
}

uint64_t kg_heap_bytes_of(const struct kg_heap *h, struct kg_obj o)
{
	uint64_t bytes = kg_heap_size_of(h, o);
	const struct kg_block *block;
	const struct kg_part_sum *parts;
	struct kg_payload payload;
	bool told = payload_told(h, o, &payload);

	bytes += payload.beyond;
	parts = told && o.type->native->ops->parts ? kg_parts_of(h, o.addr) : NULL;
	if (!told || (payload.owner && !o.type->native->ops->parts))
		return bytes;
	block = payload.block ? kg_heap_block(h, payload.block) : NULL;
	if (parts)
		bytes += parts->own;
	else if (!payload.in_size && !payload.owner && !(block && kg_block_joint(block)))
		bytes += payload.bytes;
	return payload.shared < bytes ? bytes - payload.shared : bytes;
}

const char *kg_heap_unknown_garbage(const struct kg_heap *h)
{
	if (h->rt->ninterps == 0)
		return "no interpreter can be read, so the collector's lists are not known";
	return h->image->live.known ? "the process was stopped inside a collection" : "the core was taken inside a collection";
}

bool kg_heap_torn(const struct kg_heap *h)
{
	bool cut = false;

	for (size_t i = 0; i < h->image->ngaps && !cut; i++)
		cut = h->image->gaps[i].truncated;
	return cut || h->image->damage.count > 0;
}
