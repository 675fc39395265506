#include "heap/heap_priv.h"

#include <stdlib.h>

struct kg_error *kg_space_init(struct kg_space *s, const struct kg_image *img)
{
	struct kg_error *err;

	*s = (struct kg_space){.image = img, .nwords = (img->granules >> 5) + 1};
	err = kg_pages_init(&s->mem[0], (s->nwords + 1) * sizeof(*s->words));
	if (err)
		return err;
	err = kg_pages_init(&s->mem[1], (s->nwords + 1) * sizeof(*s->half));
	if (err)
		return err;
	s->words = s->mem[0].mem;
	s->half = s->mem[1].mem;
	s->any_half = calloc(img->nsegs + 1, 1);
	return s->any_half ? NULL : kg_error_nomem();
}

void kg_space_deinit(struct kg_space *s)
{
	kg_pages_deinit(&s->mem[0]);
	kg_pages_deinit(&s->mem[1]);
	free(s->any_half);
	free(s->sample);
	free(s->sums);
	*s = (struct kg_space){0};
}

bool kg_space_mark(struct kg_space *s, const struct kg_segment *seg, uint64_t g, kg_addr addr)
{
	uint32_t bit = UINT32_C(1) << (g & 31);

	if (__atomic_load_n(&s->words[g >> 5].bits, __ATOMIC_RELAXED) & bit)
		return false;
	if (addr & 8) {
		__atomic_store_n(&s->any_half[seg - s->image->segs], 1, __ATOMIC_RELAXED);
		__atomic_fetch_or(&s->half[g >> 5], bit, __ATOMIC_RELAXED);
	}
	return !(__atomic_fetch_or(&s->words[g >> 5].bits, bit, __ATOMIC_RELEASE) & bit);
}

/* Counting and numbering run over the same pieces of the word array. */
#define PIECE (UINT64_C(1) << 16)

struct numbering {
	struct kg_space *s;
	struct kg_pieces pieces;
	bool counting;
};

static struct kg_error *number_run(void *arg, unsigned int i)
{
	struct numbering *n = arg;
	struct kg_space *s = n->s;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&n->pieces, &from, &to)) {
		uint64_t sum = n->counting ? 0 : s->sums[from / PIECE];

		for (uint64_t w = from; w < to; w++) {
			uint32_t bits = s->words[w].bits;

			/* Words of empty stretches stay untouched, so that they cost no memory. */
			if (bits && !n->counting)
				s->words[w].rank = (uint32_t)sum;
			sum += kg_popcount32(bits);
		}
		if (n->counting)
			s->sums[from / PIECE] = sum;
	}
	return NULL;
}

static struct kg_error *sample_make(struct kg_space *s)
{
	uint64_t next = 0, step = UINT64_C(1) << KG_SAMPLE_SHIFT;

	s->sample = calloc((s->nodes >> KG_SAMPLE_SHIFT) + 2, sizeof(*s->sample));
	if (!s->sample)
		return kg_error_nomem();
	for (uint64_t w = 0; w < s->nwords && next < s->nodes; w++) {
		uint32_t bits = s->words[w].bits;

		for (; bits && s->words[w].rank + kg_popcount32(bits) > next; next += step)
			s->sample[next >> KG_SAMPLE_SHIFT] = (uint32_t)w;
	}
	return NULL;
}

struct kg_error *kg_space_number(struct kg_space *s, unsigned int nthreads)
{
	struct numbering n = {s, {0, s->nwords, PIECE}, true};
	struct kg_error *err;
	uint64_t sum = 0;

	s->npieces = s->nwords / PIECE + 1;
	s->sums = calloc(s->npieces, sizeof(*s->sums));
	if (!s->sums)
		return kg_error_nomem();
	err = kg_workers_run(nthreads, number_run, &n);
	for (uint64_t p = 0; p < s->npieces; p++) {
		uint64_t count = s->sums[p];

		s->sums[p] = sum;
		sum += count;
	}
	if (!err && sum >= KG_NODES_MAX)
		err = kg_error_create(KG_ERR_TARGET, "%llu objects are more than this program can number (%u)",
				      (unsigned long long)sum, KG_NODES_MAX - 1);
	if (!err) {
		n.counting = false;
		n.pieces.next = 0;
		err = kg_workers_run(nthreads, number_run, &n);
	}
	s->nodes = (kg_node)sum;
	return err ? err : sample_make(s);
}

kg_node kg_space_node(const struct kg_space *s, kg_addr addr)
{
	const struct kg_segment *seg;
	uint64_t g;

	if (!kg_space_find(s, addr, &seg, &g) || !kg_space_has(s, g) || !kg_space_exact(s, seg, g, addr))
		return KG_NODE_NONE;
	return kg_space_rank(s, g);
}

const struct kg_segment *kg_space_segment(const struct kg_space *s, uint64_t g)
{
	size_t lo = 0, hi = s->image->nsegs;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->image->segs[mid].granule <= g)
			lo = mid;
		else
			hi = mid;
	}
	return &s->image->segs[lo];
}

kg_addr kg_space_granule_addr(const struct kg_space *s, const struct kg_segment *seg, uint64_t g)
{
	kg_addr addr = ((seg->start >> 4) + (g - seg->granule)) << 4;

	if (s->any_half[seg - s->image->segs] && (s->half[g >> 5] >> (g & 31) & 1))
		addr += 8;
	return addr;
}

/* The last piece that starts with at most n objects before it. */
static uint64_t piece_of(const struct kg_space *s, kg_node n)
{
	uint64_t lo = 0, hi = s->npieces;

	while (hi - lo > 1) {
		uint64_t mid = lo + (hi - lo) / 2;

		if (s->sums[mid] <= n)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

#define SCAN_MAX 256 /* words */

kg_addr kg_space_addr(const struct kg_space *s, kg_node n)
{
	uint64_t w = s->sample[n >> KG_SAMPLE_SHIFT], far = w + SCAN_MAX;
	uint32_t bits, left;
	uint64_t g;

	while (s->words[w].bits == 0 || s->words[w].rank + kg_popcount32(s->words[w].bits) <= n) {
		/* A long stretch without objects: its end is looked for, not walked to. */
		if (++w == far && piece_of(s, n) * PIECE > w)
			w = piece_of(s, n) * PIECE;
	}
	bits = s->words[w].bits;
	for (left = n - s->words[w].rank; left > 0; left--)
		bits &= bits - 1;
	g = w << 5 | (unsigned int)__builtin_ctz(bits);
	return kg_space_granule_addr(s, kg_space_segment(s, g), g);
}
