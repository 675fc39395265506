/* A small view that keeps a huge buffer: memoryview, and what plugins know: arrays, records, tensors. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "analysis/shares.h"

#define SMALL 4	     /* the views show at most a fourth of what they keep */

/* Views of the bases that are large enough, by base. */
struct views {
	struct kg_search *s;
	struct kg_share *items;
	size_t n;
};

/* The base must go with its views: otherwise somebody else has it. */
static struct kg_error *keeps(struct kg_search *s, const struct kg_share *v, size_t n, kg_node *seeds, bool *ret)
{
	uint64_t shown = 0;
	struct kg_payload payload;
	struct kg_error *err;

	*ret = false;
	for (size_t i = 0; i < n; i++) {
		seeds[i] = v[i].view;
		shown += v[i].bytes;
	}
	if (!kg_heap_payload(s->heap, v->block, &payload) || shown > payload.bytes / SMALL)
		return NULL;
	err = kg_freed_run(s->freed, seeds, n);
	*ret = !err && kg_bit_get(s->freed->gone, v->block);
	return err;
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct kg_share *v, size_t n, uint64_t bytes)
{
	struct kg_finding *f = kg_search_add(s, self, v->view, bytes);
	struct kg_payload payload = {0};
	uint64_t shown = 0;

	if (!f)
		return;
	for (size_t i = 0; i < n; i++)
		shown += v[i].bytes;
	kg_heap_payload(s->heap, v->block, &payload);
	f->also = v->block;
	f->sentence = "{views:object|objects} of type {view_type} that {views#shows|show} {shown_bytes} {views#keeps|keep} a "
		      "{base_type} of {base_bytes}, which "
		      "nothing else holds";
	f->next = "why {target} {base}";
	kg_finding_count(f, "views", n);
	kg_finding_addr(f, "view", kg_heap_addr(s->heap, v->view));
	kg_finding_word(s, f, "view_type", kg_heap_type(s->heap, v->view)->name);
	kg_finding_bytes(f, "shown_bytes", shown);
	kg_finding_addr(f, "base", kg_heap_addr(s->heap, v->block));
	kg_finding_word(s, f, "base_type", kg_heap_type(s->heap, v->block)->name);
	kg_finding_bytes(f, "base_bytes", payload.bytes);
}

/* Groups of views of one base that keep it; the others are dropped. */
static struct kg_error *choose(struct views *v, struct kg_groups *g)
{
	kg_node *seeds = malloc(v->n * sizeof(*seeds));
	struct kg_error *err = seeds ? NULL : kg_error_nomem();
	size_t end, kept = 0;

	for (size_t i = 0; i < v->n && !err; i = end) {
		bool good = false;

		for (end = i + 1; end < v->n && v->items[end].block == v->items[i].block; end++)
			;
		err = keeps(v->s, &v->items[i], end - i, seeds, &good);
		for (size_t j = i; j < end && good && !err; j++) {
			v->items[kept++] = v->items[j];
			err = kg_groups_add(g, v->items[j].view);
		}
		if (good && !err)
			err = kg_groups_end(g);
	}
	v->n = kept;
	free(seeds);
	return err;
}

static struct kg_error *tell_groups(struct views *v, const struct kg_finder *self)
{
	struct kg_groups g = {0};
	struct kg_error *err;

	err = choose(v, &g);
	if (!err)
		err = kg_groups_weigh(v->s, &g);
	for (size_t i = 0; i < g.ngroups && !err; i++)
		tell(v->s, self, &v->items[kg_groups_first(&g, i)], kg_groups_size(&g, i), g.bytes[i]);
	kg_groups_deinit(&g);
	return err;
}

/* Of views in use, and of bases that matter. */
static bool fits(const struct kg_search *s, const struct kg_share *share)
{
	struct kg_payload payload;

	return kg_search_alive(s, share->view) && kg_heap_payload(s->heap, share->block, &payload) && payload.bytes >= s->least;
}

static bool is_member(const struct kg_heap *h, const struct kg_block *b, kg_node n)
{
	size_t lo = b->from, hi = b->to;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (h->block_members[mid].node < n)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < b->to && h->block_members[lo].node == n;
}

/* Bytes that those show who have a block, and views of it: all of it when others hold it without showing any. */
static uint64_t block_shown(const struct kg_search *s, const struct kg_shares *shares, const struct kg_block *b, uint64_t *ret_n)
{
	const struct kg_heap *h = s->heap;
	size_t from, to, views = 0;
	uint64_t shown = 0;

	for (size_t m = b->from; m < b->to; m++) {
		if (h->block_members[m].bytes == 0 || !kg_search_alive(s, h->block_members[m].node))
			return b->bytes;
		shown += h->block_members[m].shown;
		views++;
	}
	kg_shares_of(shares, b->keeper, &from, &to);
	for (; from < to; from++) {
		if (is_member(h, b, shares->items[from].view))
			continue;
		shown += shares->items[from].bytes;
		views++;
	}
	*ret_n = views;
	return shown;
}

/* Blocks of one keeper, of which little is shown. */
struct little {
	const struct kg_block *block; /* the largest */
	uint64_t n, views, shown, bytes;
};

static int by_keeper(const void *a, const void *b)
{
	const struct little *x = a, *y = b;

	if (x->block->keeper != y->block->keeper)
		return x->block->keeper < y->block->keeper ? -1 : 1;
	return x->block->bytes != y->block->bytes ? (x->block->bytes > y->block->bytes ? -1 : 1) : x->block < y->block ? -1 : 1;
}

static void tell_little(struct kg_search *s, const struct kg_finder *self, const struct little *l)
{
	const struct kg_heap *h = s->heap;
	struct kg_finding *f = l->bytes >= s->least ? kg_search_add(s, self, l->block->keeper, l->bytes) : NULL;

	if (!f)
		return;
	f->sentence = "{views:object|objects} of type {view_type} that {views#shows|show} {shown_bytes} {views#keeps|keep} "
		      "{blocks:block|blocks} of {base_bytes}, which nothing else holds";
	f->next = "show {target} {view}";
	kg_finding_count(f, "views", l->views);
	kg_finding_addr(f, "view", kg_heap_addr(h, l->block->keeper));
	kg_finding_word(s, f, "view_type", kg_heap_type(h, l->block->keeper)->name);
	kg_finding_bytes(f, "shown_bytes", l->shown);
	kg_finding_count(f, "blocks", l->n);
	kg_finding_addr(f, "base", l->block->block);
	kg_finding_bytes(f, "base_bytes", l->bytes);
}

/* Blocks that no object owns, of which little is shown: what they were made for has gone. */
static struct kg_error *tell_blocks(struct kg_search *s, const struct kg_finder *self, const struct kg_shares *shares)
{
	const struct kg_heap *h = s->heap;
	struct little *all = calloc(h->nblocks + 1, sizeof(*all));
	size_t n = 0, kept = 0;

	if (!all)
		return kg_error_nomem();
	for (size_t i = 0; i < h->nblocks; i++) {
		const struct kg_block *b = &h->blocks[i];
		uint64_t views = 0, shown = b->open ? b->bytes : block_shown(s, shares, b, &views);

		if (shown <= b->bytes / SMALL)
			all[n++] = (struct little){b, 1, views, shown, b->bytes};
	}
	qsort(all, n, sizeof(*all), by_keeper);
	for (size_t i = 0; i < n; i++) {
		if (kept == 0 || all[kept - 1].block->keeper != all[i].block->keeper) {
			all[kept++] = all[i];
			continue;
		}
		all[kept - 1].n++;
		all[kept - 1].shown += all[i].shown;
		all[kept - 1].bytes += all[i].bytes;
		if (all[i].views > all[kept - 1].views)
			all[kept - 1].views = all[i].views;
	}
	for (size_t i = 0; i < kept; i++)
		tell_little(s, self, &all[i]);
	free(all);
	return NULL;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct kg_shares shares;
	struct kg_error *err = kg_shares_create(s->heap, s->progress, &shares);
	struct views views = {.s = s};

	if (err)
		return err;
	err = tell_blocks(s, self, &shares);
	views.items = shares.items;
	for (size_t i = 0; i < shares.n; i++) {
		if (fits(s, &shares.items[i]))
			shares.items[views.n++] = shares.items[i];
	}
	if (views.n > 0 && !err)
		err = tell_groups(&views, self);
	kg_shares_deinit(&shares);
	return err;
}

const struct kg_finder kg_finder_views = {
    .name = "small-view",
    .looks = "small views that keep large buffers",
    .run = run,
};
