#include "config.h" /* first: qsort_r() */

#include "analysis/growth.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

#define SLOTS_MIN 256

static uint64_t hash_text(const char *s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a */

	for (; *s; s++)
		h = (h ^ (uint8_t)*s) * UINT64_C(0x100000001b3);
	return h ^ h >> 32;
}

static size_t slot_of(const struct kg_growth *g, const char *name)
{
	size_t i = hash_text(name) & g->mask;

	while (g->slots[i] && strcmp(g->items[g->slots[i] - 1].name, name) != 0)
		i = (i + 1) & g->mask;
	return i;
}

static struct kg_error *slots_grow(struct kg_growth *g)
{
	size_t size = g->slots ? 2 * (g->mask + 1) : SLOTS_MIN;
	uint32_t *slots = calloc(size, sizeof(*slots));

	if (!slots)
		return kg_error_nomem();
	free(g->slots);
	g->slots = slots;
	g->mask = size - 1;
	for (size_t i = 0; i < g->n; i++)
		slots[slot_of(g, g->items[i].name)] = (uint32_t)(i + 1);
	return NULL;
}

struct kg_error *kg_growth_create(unsigned int targets, struct kg_growth **ret)
{
	struct kg_growth *g = calloc(1, sizeof(*g));
	struct kg_error *err = g ? slots_grow(g) : kg_error_nomem();

	if (err) {
		free(g);
		return err;
	}
	g->targets = targets;
	*ret = g;
	return NULL;
}

static void series_deinit(struct kg_series *s)
{
	free(s->name);
	free(s->at);
	free(s->adds);
}

void kg_growth_destroy(struct kg_growth *g)
{
	if (!g)
		return;
	for (size_t i = 0; i < g->n; i++)
		series_deinit(&g->items[i]);
	free(g->items);
	free(g->slots);
	free(g);
}

static struct kg_error *series_add(struct kg_growth *g, const char *name)
{
	struct kg_series s = {.name = strdup(name), .within = UINT32_MAX};
	struct kg_error *err = kg_grow(&g->items, &g->cap, g->n, sizeof(*g->items));

	s.at = calloc(g->targets, sizeof(*s.at));
	s.adds = calloc(g->targets, sizeof(*s.adds));
	if (!err && (!s.name || !s.at || !s.adds))
		err = kg_error_nomem();
	if (err)
		series_deinit(&s);
	else
		g->items[g->n++] = s;
	return err;
}

struct kg_error *kg_growth_series(struct kg_growth *g, const char *name, uint32_t *ret)
{
	struct kg_error *err = 2 * g->n < g->mask ? NULL : slots_grow(g);
	size_t slot;

	if (err)
		return err;
	slot = slot_of(g, name);
	if (!g->slots[slot]) {
		err = series_add(g, name);
		if (err)
			return err;
		g->slots[slot] = (uint32_t)g->n;
	}
	*ret = g->slots[slot] - 1;
	return NULL;
}

void kg_growth_add(struct kg_growth *g, uint32_t i, unsigned int target, const struct kg_amount *amount)
{
	struct kg_amount *to = &g->items[i].at[target];

	to->objects += amount->objects;
	to->bytes += amount->bytes;
	to->payload += amount->payload;
	g->items[i].adds[target]++;
}

int64_t kg_growth_of(const struct kg_growth *g, uint32_t i)
{
	return (int64_t)(kg_growth_bytes(g, i, g->targets - 1) - kg_growth_bytes(g, i, 0));
}

static int by_growth(const void *a, const void *b, void *arg)
{
	const struct kg_growth *g = arg;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	int64_t gx = kg_growth_of(g, x), gy = kg_growth_of(g, y);

	if (gx != gy)
		return gx > gy ? -1 : 1;
	return strcmp(g->items[x].name, g->items[y].name);
}

struct kg_error *kg_growth_order(const struct kg_growth *g, uint32_t **ret)
{
	uint32_t *order = malloc((g->n ? g->n : 1) * sizeof(*order));

	if (!order)
		return kg_error_nomem();
	for (uint32_t i = 0; i < g->n; i++)
		order[i] = i;
	qsort_r(order, g->n, sizeof(*order), by_growth, (void *)g);
	*ret = order;
	return NULL;
}

struct kg_error *kg_growth_parts(const struct kg_growth *g, int64_t **ret)
{
	int64_t *parts = calloc(g->n ? g->n : 1, sizeof(*parts));

	if (!parts)
		return kg_error_nomem();
	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t in = g->items[i].within;

		if (in != UINT32_MAX && g->items[i].adds[g->targets - 1] == 1 && kg_growth_of(g, i) > parts[in])
			parts[in] = kg_growth_of(g, i);
	}
	*ret = parts;
	return NULL;
}

bool kg_growth_explained(const struct kg_growth *g, const int64_t *parts, uint32_t i)
{
	int64_t growth = kg_growth_of(g, i);

	return growth > 0 && parts[i] >= growth - growth / 5;
}
