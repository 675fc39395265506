#include "analysis/cycles.h"

#include <stdlib.h>
#include <string.h>

#define COUNTED (1u << KG_EDGE_TRAVERSE | 1u << KG_EDGE_OWNED)

/* Union-find over node numbers; the smallest member represents its group. */
struct groups {
	uint32_t *parent; /* [node] plus one, 0: itself */
};

static kg_node group_of(struct groups *s, kg_node n)
{
	while (s->parent[n]) {
		kg_node up = s->parent[n] - 1;

		if (s->parent[up])
			s->parent[n] = s->parent[up]; /* halve the path */
		n = up;
	}
	return n;
}

static void join(struct groups *s, kg_node a, kg_node b)
{
	a = group_of(s, a);
	b = group_of(s, b);
	if (a < b)
		s->parent[b] = a + 1;
	else if (b < a)
		s->parent[a] = b + 1;
}

static bool linked(const struct kg_heap *h, uint32_t word)
{
	return COUNTED >> KG_WORD_KIND(word) & 1 && kg_heap_collectable(h, KG_WORD_TO(word));
}

static struct kg_error *list_members(const struct kg_heap *h, struct kg_cycles *c)
{
	size_t words = ((size_t)h->nodes + 63) / 64, n = 0;

	if (!h->collectable)
		return NULL;
	for (size_t i = 0; i < words; i++)
		n += (size_t)__builtin_popcountll(h->collectable[i]);
	c->members = malloc((n ? n : 1) * sizeof(*c->members));
	if (!c->members)
		return kg_error_nomem();
	for (size_t i = 0; i < words; i++) {
		for (uint64_t w = h->collectable[i]; w; w &= w - 1)
			c->members[c->nmembers++] = (kg_node)(i * 64 + (size_t)__builtin_ctzll(w));
	}
	return NULL;
}

struct keyed {
	kg_node group, node;
};

static int by_group(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* Sorts members by group and makes one item of each run. */
static struct kg_error *cut_groups(struct groups *s, struct kg_cycles *c)
{
	struct keyed *keys = malloc((c->nmembers ? c->nmembers : 1) * sizeof(*keys));
	size_t n = 0;

	if (!keys)
		return kg_error_nomem();
	for (size_t i = 0; i < c->nmembers; i++)
		keys[i] = (struct keyed){group_of(s, c->members[i]), c->members[i]};
	qsort(keys, c->nmembers, sizeof(*keys), by_group);
	for (size_t i = 0; i < c->nmembers; i++) {
		n += i == 0 || keys[i].group != keys[i - 1].group;
		c->members[i] = keys[i].node;
	}
	c->items = calloc(n ? n : 1, sizeof(*c->items));
	for (size_t i = 0; i < c->nmembers && c->items; i++) {
		if (i == 0 || keys[i].group != keys[i - 1].group)
			c->items[c->n++].first = i;
		c->items[c->n - 1].n++;
	}
	free(keys);
	return c->items ? NULL : kg_error_nomem();
}

/* The array of parents is used for the groups' ids afterwards: every member is
 * written there, and nobody else ever was. */
static struct kg_error *group(const struct kg_heap *h, struct kg_cycles *c)
{
	struct groups s = {0};
	struct kg_error *err = kg_pages_init(&c->mem, ((size_t)h->nodes + 1) * sizeof(*s.parent));

	if (err)
		return err;
	s.parent = c->mem.mem;
	for (size_t i = 0; i < c->nmembers; i++) {
		kg_node n = c->members[i];

		KG_GRAPH_OUT(&h->graph, n, w, {
			if (linked(h, w))
				join(&s, n, KG_WORD_TO(w));
		});
	}
	return cut_groups(&s, c);
}

static bool refers_to_itself(const struct kg_heap *h, kg_node n)
{
	bool found = false;

	KG_GRAPH_OUT(&h->graph, n, w, { found |= linked(h, w) && KG_WORD_TO(w) == n; });
	return found;
}

/* A strongly connected part counts when its second member is met, or a lone one
 * that refers to itself. */
static void count_knots(const struct kg_heap *h, struct kg_cycles *c, const uint32_t *component, uint8_t *seen)
{
	for (size_t i = 0; i < c->n; i++) {
		struct kg_cycle *it = &c->items[i];

		for (size_t j = it->first; j < it->first + it->n; j++) {
			kg_node n = c->members[j];
			uint8_t *times = &seen[component[n]];

			if (*times < 2)
				(*times)++;
			if (*times == 1 && refers_to_itself(h, n)) {
				*times = 3;
				it->knots++;
			} else if (*times == 2) {
				*times = 3;
				it->knots++;
			}
		}
	}
}

static void note_knots(struct kg_cycles *c, const uint32_t *component, const uint8_t *seen)
{
	for (size_t i = 0; i < c->nmembers; i++) {
		uint32_t of = component[c->members[i]];

		c->knot[i] = seen[of] == 3 ? of + 1 : 0;
	}
}

static struct kg_error *find_knots(const struct kg_heap *h, const struct kg_progress *progress, struct kg_cycles *c)
{
	struct kg_pages mem;
	uint32_t count = 0;
	uint8_t *seen;
	struct kg_error *err = kg_pages_init(&mem, ((size_t)h->nodes + 1) * sizeof(uint32_t));

	if (err)
		return err;
	err = kg_graph_components(&h->graph, h->collectable, COUNTED, progress, mem.mem, &count);
	if (!err) {
		seen = calloc((size_t)count + 1, 1);
		c->knot = malloc((c->nmembers ? c->nmembers : 1) * sizeof(*c->knot));
		if (seen && c->knot) {
			count_knots(h, c, mem.mem, seen);
			note_knots(c, mem.mem, seen);
		} else {
			err = kg_error_nomem();
		}
		free(seen);
	}
	kg_pages_deinit(&mem);
	return err;
}

static struct kg_error *measure(const struct kg_heap *h, struct kg_cycles *c, struct kg_progress *progress)
{
	for (size_t i = 0; i < c->n; i++) {
		struct kg_cycle *it = &c->items[i];
		struct kg_error *err = kg_freed_run(c->work, c->members + it->first, it->n);

		if (!err)
			err = kg_progress_check(progress);
		if (err)
			return err;
		it->freed = c->work->bytes;
		it->freed_objects = c->work->n;
		for (size_t j = it->first; j < it->first + it->n; j++)
			it->bytes += kg_heap_size(h, c->members[j]);
		kg_progress_add(progress, it->n);
	}
	return NULL;
}

static int by_freed(const void *a, const void *b)
{
	const struct kg_cycle *x = a, *y = b;

	if (x->freed != y->freed)
		return x->freed > y->freed ? -1 : 1;
	return x->first < y->first ? -1 : x->first > y->first;
}

static struct kg_error *total(const struct kg_heap *h, struct kg_cycles *c)
{
	struct kg_error *err = kg_freed_run(c->work, c->members, c->nmembers);

	if (err)
		return err;
	c->freed = c->work->bytes;
	c->freed_objects = c->work->n;
	for (size_t i = 0; i < c->nmembers; i++)
		c->bytes += kg_heap_size(h, c->members[i]);
	return NULL;
}

static struct kg_error *fill(const struct kg_heap *h, bool groups, struct kg_progress *progress, struct kg_cycles *c)
{
	struct kg_error *err = kg_freed_create(h, &c->work);

	if (!err)
		err = list_members(h, c);
	if (!err)
		err = total(h, c);
	if (err || !groups)
		return err;
	if (c->nmembers == 0)
		return kg_progress_check(progress);
	kg_progress_phase(progress, "grouping garbage", c->nmembers);
	err = group(h, c);
	if (!err)
		err = kg_progress_check(progress);
	if (!err)
		err = find_knots(h, progress, c);
	if (!err)
		err = measure(h, c, progress);
	if (err)
		return err;
	qsort(c->items, c->n, sizeof(*c->items), by_freed);
	c->of = c->mem.mem;
	for (size_t i = 0; i < c->n; i++) {
		c->items[i].id = (uint32_t)i + 1;
		for (size_t j = 0; j < c->items[i].n; j++)
			c->of[c->members[c->items[i].first + j]] = c->items[i].id;
	}
	return NULL;
}

struct kg_error *kg_cycles_create(const struct kg_heap *h, bool groups, struct kg_progress *progress,
				  struct kg_cycles **ret)
{
	struct kg_cycles *c = calloc(1, sizeof(*c));
	struct kg_error *err;

	if (!c)
		return kg_error_nomem();
	err = fill(h, groups, progress, c);
	if (err)
		kg_cycles_destroy(c);
	else
		*ret = c;
	return err;
}

void kg_cycles_destroy(struct kg_cycles *c)
{
	if (!c)
		return;
	kg_freed_destroy(c->work);
	kg_pages_deinit(&c->mem);
	free(c->items);
	free(c->members);
	free(c->knot);
	free(c);
}

struct kg_error *kg_cycles_find(const struct kg_cycles *c, uint64_t id, const struct kg_cycle **ret)
{
	if (id == 0 || id > c->n)
		return kg_error_create(KG_ERR_NOTFOUND, "cycle %llu: there are %zu; \"kedge cycles\" lists them",
				       (unsigned long long)id, c->n);
	*ret = &c->items[id - 1];
	return NULL;
}

const struct kg_cycle *kg_cycles_of(const struct kg_cycles *c, kg_node n)
{
	return c->of && c->of[n] ? &c->items[c->of[n] - 1] : NULL;
}

uint32_t kg_cycles_knot(const struct kg_cycles *c, const struct kg_cycle *it, kg_node n)
{
	size_t from = it->first, to = it->first + it->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (c->members[mid] == n)
			return c->knot[mid];
		if (c->members[mid] < n)
			from = mid + 1;
		else
			to = mid;
	}
	return 0;
}
