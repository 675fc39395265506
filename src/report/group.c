#include "report/group.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/frames.h"
#include "heap/type.h"
#include "report/verdict.h"

static int by_bytes(const void *a, const void *b)
{
	const struct kg_buffer *x = a, *y = b;

	if (x->payload.bytes != y->payload.bytes)
		return x->payload.bytes > y->payload.bytes ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static struct kg_error *find_buffers(struct kg_group *g, uint64_t min_bytes)
{
	struct kg_freed *work = g->cycles->work;
	struct kg_error *err = kg_freed_run(work, g->members, g->cycle->n);
	size_t cap = 0;

	for (size_t i = 0; i < work->n && !err; i++) {
		struct kg_payload p;

		if (!kg_heap_payload(g->heap, work->nodes[i], &p) || p.bytes < min_bytes)
			continue;
		err = kg_grow(&g->buffers, &cap, g->nbuffers, sizeof(*g->buffers));
		if (!err)
			g->buffers[g->nbuffers++] = (struct kg_buffer){work->nodes[i], p};
	}
	if (!err && g->nbuffers > 0)
		qsort(g->buffers, g->nbuffers, sizeof(*g->buffers), by_bytes);
	return err;
}

bool kg_group_is_array(const struct kg_type *t)
{
	return t->native && strcmp(t->native->tp_name, "numpy.ndarray") == 0;
}

static int by_index(const void *a, const void *b)
{
	const struct kg_kind *x = a, *y = b;

	if (x->type != y->type)
		return x->type->index < y->type->index ? -1 : 1;
	return x->bytes > y->bytes ? -1 : x->bytes < y->bytes ? 1 : x->largest < y->largest ? -1 : 1;
}

static int by_weight(const void *a, const void *b)
{
	const struct kg_kind *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return x->type->index < y->type->index ? -1 : 1;
}

/* One entry for an object becomes one for a type. */
static size_t merge_kinds(struct kg_kind *k, size_t n)
{
	size_t last = 0;

	if (n == 0)
		return 0;
	qsort(k, n, sizeof(*k), by_index);
	for (size_t i = 1; i < n; i++) {
		if (k[i].type == k[last].type) {
			k[last].objects++;
			k[last].bytes += k[i].bytes;
		} else {
			k[++last] = k[i];
		}
	}
	qsort(k, last + 1, sizeof(*k), by_weight);
	return last + 1;
}

static uint64_t weight(const struct kg_heap *h, kg_node n)
{
	return kg_heap_size(h, n) + kg_heap_content_of(h, kg_heap_get(h, n));
}

static struct kg_error *find_inside(struct kg_group *g)
{
	size_t cap = 0;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < g->cycle->n && !err; i++) {
		const struct kg_type *t = kg_heap_type(g->heap, g->members[i]);
		uint32_t origin = t->python_class && !t->is_metatype ? kg_origins_class(g->origins, t->addr) : 0;

		if (!g->cycles->knot[g->cycle->first + i] ||
		    (!kg_group_is_array(t) && kg_origins_get(g->origins, origin)->owner != KG_OWNER_APPLICATION))
			continue;
		err = kg_grow(&g->inside, &cap, g->ninside, sizeof(*g->inside));
		if (!err)
			g->inside[g->ninside++] = (struct kg_kind){t, kg_group_is_array(t), 1,
								   weight(g->heap, g->members[i]), g->members[i]};
	}
	g->ninside = merge_kinds(g->inside, g->ninside);
	return err;
}

static struct kg_error *find_along(struct kg_group *g)
{
	size_t cap = 0;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < g->nbuffers && !err; i++) {
		kg_node n = g->buffers[i].node;

		if (kg_cycles_knot(g->cycles, g->cycle, n))
			continue;
		err = kg_grow(&g->along, &cap, g->nalong, sizeof(*g->along));
		if (!err)
			g->along[g->nalong++] = (struct kg_kind){kg_heap_type(g->heap, n), true, 1,
								 weight(g->heap, n), n};
	}
	g->nalong = merge_kinds(g->along, g->nalong);
	return err;
}

const char *kg_final_name(enum kg_final_how how)
{
	static const char *const names[] = {"__del__", "tp_del", "C finalizer", "weakref callback",
					    "weakref.finalize"};

	return names[how];
}

static uint64_t type_word(const struct kg_heap *h, const struct kg_type *t, enum kg_field field)
{
	int32_t off = kg_heap_layout(h)->off[field];
	uint64_t v = 0;

	if (off >= 0)
		kg_error_destroy(kg_image_read_u64(h->image, t->addr + (kg_addr)off, &v));
	return v;
}

/* A Python class with __del__() has another tp_finalize than the C type below it. */
static enum kg_final_how finalizer_of(const struct kg_heap *h, const struct kg_type *t)
{
	if (type_word(h, t, F_TYPE_DEL))
		return KG_FINAL_TP_DEL;
	if (t->python_class && t->native &&
	    type_word(h, t, F_TYPE_FINALIZE) != type_word(h, t->native, F_TYPE_FINALIZE))
		return KG_FINAL_DEL;
	return KG_FINAL_C;
}

static struct kg_error *add_final(struct kg_group *g, size_t *cap, struct kg_final f)
{
	struct kg_error *err = kg_grow(&g->finals, cap, g->nfinals, sizeof(*g->finals));

	if (!err)
		g->finals[g->nfinals++] = f;
	return err;
}

/* A weak reference with a callback that points at @n. */
static struct kg_error *add_weak(struct kg_group *g, size_t *cap, kg_node n, kg_node ref)
{
	struct kg_obj o = kg_heap_get(g->heap, ref), callback;
	int32_t off = kg_heap_layout(g->heap)->off[F_WEAKREF_CALLBACK];
	struct kg_final f = {.node = n, .how = KG_FINAL_CALLBACK, .runs = !kg_heap_collectable(g->heap, ref)};
	struct kg_error *err;

	if (!o.type->native || strncmp(o.type->native->tp_name, "weakref.", 8) != 0 || off < 0)
		return NULL;
	f.callback = kg_obj_addr(o, off);
	if (f.callback == 0)
		return NULL;
	err = kg_heap_object(g->heap, f.callback, &callback);
	if (!err && strcmp(callback.type->name, "weakref.finalize") == 0)
		f.how = KG_FINAL_FINALIZE;
	kg_error_destroy(err);
	return add_final(g, cap, f);
}

static struct kg_error *find_finals(struct kg_group *g)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < g->cycle->n && !err; i++) {
		kg_node n = g->members[i];
		const struct kg_type *t = kg_heap_type(g->heap, n);

		if (t->finalizes)
			err = add_final(g, &cap, (struct kg_final){.node = n, .how = finalizer_of(g->heap, t),
								   .runs = true});
		KG_GRAPH_IN(&g->heap->graph, n, w, {
			if (!err && KG_WORD_KIND(w) == KG_EDGE_WEAK)
				err = add_weak(g, &cap, n, KG_WORD_TO(w));
		});
	}
	return err;
}

static int by_share(const void *a, const void *b)
{
	const struct kg_share *x = a, *y = b;

	if (x->knotted != y->knotted)
		return x->knotted > y->knotted ? -1 : 1;
	if (x->objects != y->objects)
		return x->objects > y->objects ? -1 : 1;
	return x->origin < y->origin ? -1 : x->origin > y->origin;
}

static struct kg_error *share_of(struct kg_share **shares, size_t *cap, size_t *n, uint32_t origin,
				 struct kg_share **ret)
{
	struct kg_error *err;

	for (size_t i = 0; i < *n; i++) {
		if ((*shares)[i].origin == origin) {
			*ret = &(*shares)[i];
			return NULL;
		}
	}
	err = kg_grow(shares, cap, *n, sizeof(**shares));
	if (!err) {
		*ret = &(*shares)[(*n)++];
		**ret = (struct kg_share){.origin = origin};
	}
	return err;
}

static bool is_frame(const struct kg_type *t)
{
	return t->native && strcmp(t->native->tp_name, "frame") == 0;
}

static struct kg_error *find_shares(const struct kg_heap *h, struct kg_origins *origins, const struct kg_cycles *c,
				    const struct kg_cycle *cycle, struct kg_share **ret, size_t *ret_n)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	for (size_t i = cycle->first; i < cycle->first + cycle->n && !err; i++) {
		uint32_t origin = kg_origins_node(origins, c->members[i]);
		struct kg_share *share;

		if (origin == 0)
			continue;
		err = share_of(ret, &cap, ret_n, origin, &share);
		if (err)
			break;
		share->objects++;
		share->knotted += c->knot[i] != 0;
		share->frames += is_frame(kg_heap_type(h, c->members[i]));
	}
	if (!err && *ret_n > 0)
		qsort(*ret, *ret_n, sizeof(**ret), by_share);
	return err;
}

/* Who stands in the cycles has the say; only where nobody does, who hangs off them. Of several
 * the application before a library, and that before importlib and the standard library. */
static uint32_t owner_of(const struct kg_origins *origins, const struct kg_share *shares, size_t n)
{
	bool knots = n > 0 && shares[0].knotted > 0;
	uint32_t best = 0;

	for (size_t i = 0; i < n; i++) {
		enum kg_owner owner = kg_origins_get(origins, shares[i].origin)->owner;

		if ((!knots || shares[i].knotted) && owner > kg_origins_get(origins, best)->owner)
			best = shares[i].origin;
	}
	return best;
}

struct kg_error *kg_group_owner(const struct kg_heap *h, struct kg_origins *origins, const struct kg_cycles *cycles,
				const struct kg_cycle *cycle, uint32_t *ret)
{
	struct kg_share *shares = NULL;
	size_t n = 0;
	struct kg_error *err = find_shares(h, origins, cycles, cycle, &shares, &n);

	if (!err)
		*ret = owner_of(origins, shares, n);
	free(shares);
	return err;
}

static struct kg_error *fill(struct kg_group *g, uint64_t min_bytes)
{
	struct kg_error *err = kg_census_types(g->heap, g->members, g->cycle->n, &g->types);

	if (!err)
		err = kg_census_cells(g->heap, g->members, g->cycle->n, &g->cells);
	if (!err)
		err = find_buffers(g, min_bytes);
	if (!err)
		err = find_inside(g);
	if (!err)
		err = find_along(g);
	if (!err)
		err = find_finals(g);
	if (!err)
		err = find_shares(g->heap, g->origins, g->cycles, g->cycle, &g->shares, &g->nshares);
	if (!err) {
		g->owner = owner_of(g->origins, g->shares, g->nshares);
		err = kg_verdict_find(g);
	}
	return err;
}

struct kg_error *kg_group_init(struct kg_group *g, const struct kg_heap *h, struct kg_origins *origins,
			       const struct kg_cycles *cycles, const struct kg_cycle *cycle, uint64_t min_bytes)
{
	struct kg_error *err;

	*g = (struct kg_group){.heap = h, .origins = origins, .cycles = cycles, .cycle = cycle,
			       .members = cycles->members + cycle->first};
	err = fill(g, min_bytes);
	if (err)
		kg_group_deinit(g);
	return err;
}

void kg_group_deinit(struct kg_group *g)
{
	kg_census_deinit(&g->types);
	kg_census_deinit(&g->cells);
	kg_loop_deinit(&g->loop);
	kg_strbuf_deinit(&g->way);
	kg_strbuf_deinit(&g->verdict);
	kg_strbuf_deinit(&g->advice);
	free(g->buffers);
	free(g->inside);
	free(g->along);
	free(g->finals);
	free(g->shares);
	*g = (struct kg_group){0};
}

bool kg_group_alike(const struct kg_group *a, const struct kg_group *b)
{
	if (a->owner != b->owner || a->types.n != b->types.n || a->nfinals != b->nfinals ||
	    a->cycle->n != b->cycle->n ||
	    strcmp(kg_strbuf_text(&a->verdict), kg_strbuf_text(&b->verdict)) != 0)
		return false;
	for (size_t i = 0; i < a->types.n; i++) {
		if (strcmp(a->types.items[i].type->name, b->types.items[i].type->name) != 0 ||
		    a->types.items[i].objects != b->types.items[i].objects)
			return false;
	}
	return true;
}
