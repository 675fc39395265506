/*
 * Sealing: pieces that overlap become segments that do not, and the look-up
 * index over them.
 *
 * A sweep over addresses. Of all pieces that cover a place the one added first
 * wins, so the pieces that cover the sweep's position are kept in a heap by the
 * order in which they were added. n log n, whatever the overlaps.
 */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "image/image_priv.h"

#define MIB_BITS 20

struct piece {
	struct kg_segment seg;
	size_t rank; /* order of addition: the lowest wins */
};

struct sweep {
	struct piece *pieces; /* by start */
	size_t n, next;	      /* next: the first not yet in the heap */
	size_t *heap;	      /* of indexes into pieces; the lowest rank on top */
	size_t nheap;
	struct kg_segment *out;
	size_t nout, cap_out;
};

static int by_start(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->seg.start != y->seg.start)
		return x->seg.start < y->seg.start ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static bool heap_less(const struct sweep *s, size_t i, size_t j)
{
	return s->pieces[s->heap[i]].rank < s->pieces[s->heap[j]].rank;
}

static void heap_swap(struct sweep *s, size_t i, size_t j)
{
	size_t t = s->heap[i];

	s->heap[i] = s->heap[j];
	s->heap[j] = t;
}

static void heap_push(struct sweep *s, size_t piece)
{
	size_t i = s->nheap++;

	s->heap[i] = piece;
	while (i > 0 && heap_less(s, i, (i - 1) / 2)) {
		heap_swap(s, i, (i - 1) / 2);
		i = (i - 1) / 2;
	}
}

static void heap_pop(struct sweep *s)
{
	size_t i = 0;

	s->heap[0] = s->heap[--s->nheap];
	for (;;) {
		size_t child = 2 * i + 1;

		if (child >= s->nheap)
			return;
		if (child + 1 < s->nheap && heap_less(s, child + 1, child))
			child++;
		if (!heap_less(s, child, i))
			return;
		heap_swap(s, i, child);
		i = child;
	}
}

/* Appends [start, end) of @from, or lengthens the last segment by it. */
static struct kg_error *emit(struct sweep *s, const struct kg_segment *from, kg_addr start, kg_addr end)
{
	const uint8_t *bytes = from->bytes + (start - from->start);
	struct kg_error *err;

	if (s->nout > 0) {
		struct kg_segment *last = &s->out[s->nout - 1];

		if (last->end == start && last->bytes + (last->end - last->start) == bytes &&
		    last->flags == from->flags) {
			last->end = end;
			return NULL;
		}
	}
	err = kg_grow(&s->out, &s->cap_out, s->nout, sizeof(*s->out));
	if (!err)
		s->out[s->nout++] = (struct kg_segment){start, end, bytes, 0, from->flags};
	return err;
}

static struct kg_error *sweep_run(struct sweep *s)
{
	struct kg_error *err = NULL;
	kg_addr at = 0;

	while (!err) {
		const struct kg_segment *top;
		kg_addr until;

		while (s->nheap > 0 && s->pieces[s->heap[0]].seg.end <= at)
			heap_pop(s);
		if (s->nheap == 0) {
			if (s->next == s->n)
				return NULL;
			at = s->pieces[s->next].seg.start > at ? s->pieces[s->next].seg.start : at;
		}
		while (s->next < s->n && s->pieces[s->next].seg.start <= at) {
			if (s->pieces[s->next].seg.end > at)
				heap_push(s, s->next);
			s->next++;
		}
		if (s->nheap == 0)
			continue;
		top = &s->pieces[s->heap[0]].seg;
		until = top->end;
		if (s->next < s->n && s->pieces[s->next].seg.start < until)
			until = s->pieces[s->next].seg.start;
		err = emit(s, top, at, until);
		at = until;
	}
	return err;
}

/* Segments so far and pending ones, as one list by start. */
static struct kg_error *sweep_init(struct sweep *s, const struct kg_image *img)
{
	const struct kg_image_priv *p = img->priv;
	size_t n = img->nsegs + p->npending;

	*s = (struct sweep){.n = n};
	s->pieces = reallocarray(NULL, n + 1, sizeof(*s->pieces));
	s->heap = reallocarray(NULL, n + 1, sizeof(*s->heap));
	if (!s->pieces || !s->heap)
		return kg_error_nomem();
	for (size_t i = 0; i < n; i++) {
		s->pieces[i].seg = i < img->nsegs ? img->segs[i] : p->pending[i - img->nsegs];
		s->pieces[i].rank = i;
	}
	qsort(s->pieces, n, sizeof(*s->pieces), by_start);
	return NULL;
}

static struct kg_error *seal_segments(struct kg_image *img)
{
	struct sweep s;
	struct kg_error *err = sweep_init(&s, img);

	if (!err)
		err = sweep_run(&s);
	if (!err) /* the guard that ends every search */
		err = kg_grow(&s.out, &s.cap_out, s.nout, sizeof(*s.out));
	free(s.pieces);
	free(s.heap);
	if (err) {
		free(s.out);
		return err;
	}
	s.out[s.nout] = (struct kg_segment){UINT64_MAX, UINT64_MAX, NULL, 0, 0};
	free(img->segs);
	img->segs = s.out;
	img->nsegs = s.nout;
	img->priv->npending = 0;
	return NULL;
}

static void number_granules(struct kg_image *img)
{
	uint64_t granule = 0;

	for (size_t i = 0; i < img->nsegs; i++) {
		struct kg_segment *s = &img->segs[i];

		/* Whole words of a bitmap belong to whole 512-byte blocks of addresses, so that
		 * threads that each have their own blocks never share one. */
		granule += ((s->start >> 4) - granule) & 31;
		s->granule = granule;
		granule += ((s->end - 1) >> 4) - (s->start >> 4) + 1;
	}
	img->granules = granule;
}

/* A new row, which says that all segments lie below it, for 4 GiB number @place. */
static struct kg_error *add_row(struct kg_image *img, uint32_t place)
{
	struct kg_image_priv *p = img->priv;
	struct kg_error *err;

	if (p->nrows > UINT16_MAX)
		return kg_error_create(
		    KG_ERR_TARGET,
		    "memory in every 4 GiB of the address space: no process is like that; take the core again");
	err = kg_grow(&img->index_rows, &p->cap_rows, p->nrows, sizeof(*img->index_rows));
	if (!err)
		err = kg_grow(&p->places, &p->cap_places, p->nrows, sizeof(*p->places));
	if (err)
		return err;
	for (size_t i = 0; i < KG_INDEX_ROW; i++)
		img->index_rows[p->nrows][i] = (uint32_t)img->nsegs;
	p->places[p->nrows] = place;
	img->index[place] = (uint16_t)p->nrows++;
	return NULL;
}

/* Leaves row 0 alone, empty. The place it is noted for is right as well: that has row 0. */
static struct kg_error *clear_index(struct kg_image *img)
{
	struct kg_image_priv *p = img->priv;

	for (size_t i = 0; i < p->nrows; i++)
		img->index[p->places[i]] = 0;
	p->nrows = 0;
	return add_row(img, 0);
}

/*
 * Cells from the MiB of each segment's start to that of its end are filled from
 * the last segment down, so that the first of several in one MiB stays.
 */
static struct kg_error *build_index(struct kg_image *img)
{
	struct kg_error *err = clear_index(img);

	for (size_t i = img->nsegs; !err && i-- > 0;) {
		kg_addr first = img->segs[i].start >> MIB_BITS, last = (img->segs[i].end - 1) >> MIB_BITS;

		for (kg_addr m = first; m <= last && !err; m++) {
			uint32_t place = (uint32_t)(m / KG_INDEX_ROW);

			if (img->index[place] == 0)
				err = add_row(img, place);
			if (!err)
				img->index_rows[img->index[place]][m % KG_INDEX_ROW] = (uint32_t)i;
		}
	}
	return err;
}

static int gap_by_start(const void *a, const void *b)
{
	const struct kg_gap *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

struct gap_list {
	struct kg_gap *items;
	size_t n, cap;
};

static struct kg_error *gap_emit(struct gap_list *l, const struct kg_gap *from, kg_addr start, kg_addr end)
{
	struct kg_error *err;

	if (start >= end)
		return NULL;
	err = kg_grow(&l->items, &l->cap, l->n, sizeof(*l->items));
	if (!err)
		l->items[l->n++] = (struct kg_gap){start, end, from->flags, from->truncated};
	return err;
}

/* What is left of @gap above *@at when all segments are taken out of it. */
static struct kg_error *gap_cut(const struct kg_image *img, const struct kg_gap *gap, size_t *seg, kg_addr *at,
				struct gap_list *out)
{
	kg_addr start = gap->start > *at ? gap->start : *at;
	struct kg_error *err = NULL;

	while (*seg < img->nsegs && img->segs[*seg].end <= start)
		++*seg;
	for (; !err && start < gap->end && *seg < img->nsegs && img->segs[*seg].start < gap->end; ++*seg) {
		err = gap_emit(out, gap, start, img->segs[*seg].start);
		if (start < img->segs[*seg].end)
			start = img->segs[*seg].end;
		if (start >= gap->end)
			break;
	}
	if (!err)
		err = gap_emit(out, gap, start, gap->end);
	*at = start > gap->end ? start : gap->end;
	return err;
}

static struct kg_error *seal_gaps(struct kg_image *img)
{
	struct kg_image_priv *p = img->priv;
	size_t n = img->ngaps + p->ngaps_pending, seg = 0;
	struct kg_gap *all = reallocarray(NULL, n + 1, sizeof(*all));
	struct gap_list out = {0};
	struct kg_error *err = NULL;
	kg_addr at = 0;

	if (!all)
		return kg_error_nomem();
	if (img->ngaps > 0)
		memcpy(all, img->gaps, img->ngaps * sizeof(*all));
	if (p->ngaps_pending > 0)
		memcpy(all + img->ngaps, p->gaps_pending, p->ngaps_pending * sizeof(*all));
	qsort(all, n, sizeof(*all), gap_by_start);
	for (size_t i = 0; i < n && !err; i++)
		err = gap_cut(img, &all[i], &seg, &at, &out);
	free(all);
	if (err) {
		free(out.items);
		return err;
	}
	free(img->gaps);
	img->gaps = out.items;
	img->ngaps = out.n;
	p->ngaps_pending = 0;
	return NULL;
}

struct kg_error *kg_image_seal(struct kg_image *img)
{
	struct kg_error *err = seal_segments(img);

	if (err)
		return err;
	number_granules(img);
	err = build_index(img);
	return err ? err : seal_gaps(img);
}
