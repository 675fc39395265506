#include "report/owners.h"

#include <stdlib.h>

#include "base/grow.h"
#include "report/chain.h"

#define DEPTH_MAX 12
#define SHARE 2000
#define LEAST 4096

uint64_t kg_report_owners_least(const struct kg_retained *r)
{
	return r->total / SHARE > LEAST ? r->total / SHARE : LEAST;
}

/* One object whose children are still to be looked at. */
struct item {
	kg_node node; /* KG_NODE_NONE: the virtual root */
	uint32_t series, depth;
};

struct work {
	const struct kg_retained *r;
	const struct kg_anchors *a;
	struct kg_growth *g;
	unsigned int target;
	uint64_t least;
	struct item *todo;
	size_t n, cap;
};

static struct kg_error *name(const struct work *w, kg_node n, struct kg_strbuf *sb)
{
	struct kg_chain chain = {0};
	struct kg_error *err = kg_anchors_chain(w->a, n, &chain);

	if (err)
		return err;
	kg_report_path_lasting(w->r->heap, &chain, sb);
	kg_chain_deinit(&chain);
	return sb->failed ? kg_error_nomem() : NULL;
}

static struct kg_error *add(struct work *w, kg_node n, const struct item *above)
{
	struct kg_strbuf sb = {0};
	struct kg_amount amount = {.objects = kg_retained_objects(w->r, n), .bytes = kg_retained_bytes(w->r, n)};
	struct kg_error *err = name(w, n, &sb);
	uint32_t series = 0;

	if (!err)
		err = kg_growth_series(w->g, kg_strbuf_text(&sb), &series);
	kg_strbuf_deinit(&sb);
	if (!err)
		err = kg_grow(&w->todo, &w->cap, w->n, sizeof(*w->todo));
	if (err)
		return err;
	/* An equal path inside itself is already counted. */
	if (series != above->series) {
		kg_growth_add(w->g, series, w->target, &amount);
		/* Only one way round, so that no two are within each other. */
		if (above->series < series)
			w->g->items[series].within = above->series;
	}
	w->todo[w->n++] = (struct item){n, series, above->depth + 1};
	return NULL;
}

static struct kg_error *children(struct work *w, struct item of)
{
	kg_node *items = NULL;
	size_t n = 0;
	struct kg_error *err = kg_retained_children(w->r, of.node, &items, &n);

	for (size_t i = 0; i < n && !err && kg_retained_bytes(w->r, items[i]) >= w->least; i++)
		err = add(w, items[i], &of);
	free(items);
	return err;
}

struct kg_error *kg_report_owners(const struct kg_retained *r, const struct kg_anchors *a, struct kg_growth *g,
				  unsigned int target)
{
	struct work w = {.r = r, .a = a, .g = g, .target = target, .least = kg_report_owners_least(r)};
	struct kg_error *err = children(&w, (struct item){KG_NODE_NONE, UINT32_MAX, 0});

	while (!err && w.n > 0) {
		struct item of = w.todo[--w.n];

		if (of.depth < DEPTH_MAX)
			err = children(&w, of);
	}
	free(w.todo);
	return err;
}
