/* The life of an image and what is added to it. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/grow.h"
#include "image/image_priv.h"

struct kg_error *kg_image_create(enum kg_machine machine, struct kg_image **ret)
{
	struct kg_image *img = calloc(1, sizeof(*img));
	struct kg_error *err;

	if (!img)
		return kg_error_nomem();
	img->machine = machine;
	img->format = "elf";
	img->priv = calloc(1, sizeof(*img->priv));
	img->index = calloc(KG_ADDR_LIMIT >> 32, sizeof(*img->index));
	err = img->priv && img->index ? kg_image_seal(img)
				      : kg_error_nomem(); /* so that nothing is found, not nothing read */
	if (err)
		kg_image_destroy(img);
	else
		*ret = img;
	return err;
}

static void priv_destroy(struct kg_image_priv *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->nowned; i++)
		munmap(p->owned[i].mem, p->owned[i].len);
	free(p->owned);
	free(p->pending);
	free(p->gaps_pending);
	free(p->paths);
	free(p->places);
	free(p);
}

void kg_image_destroy(struct kg_image *img)
{
	if (!img)
		return;
	priv_destroy(img->priv);
	free(img->index);
	free(img->index_rows);
	free(img->segs);
	free(img->gaps);
	free(img->omitted);
	free(img->mappings);
	free(img->threads);
	free(img->auxv);
	free(img->path);
	kg_damages_deinit(&img->damage);
	free(img);
}

struct kg_error *kg_image_own_mapping(struct kg_image *img, void *mem, size_t len)
{
	struct kg_image_priv *p = img->priv;
	struct kg_error *err = kg_grow(&p->owned, &p->cap_owned, p->nowned, sizeof(*p->owned));

	if (err)
		return err;
	p->owned[p->nowned++] = (struct kg_owned){mem, len};
	return NULL;
}

/* The part of [start, start+len) below the limit; 0 when there is none. */
static uint64_t clip(kg_addr start, uint64_t len)
{
	if (start >= KG_ADDR_LIMIT)
		return 0;
	return len < KG_ADDR_LIMIT - start ? len : KG_ADDR_LIMIT - start;
}

struct kg_error *kg_image_add(struct kg_image *img, kg_addr start, const void *bytes, uint64_t len, uint32_t flags)
{
	struct kg_image_priv *p = img->priv;
	struct kg_error *err;

	len = clip(start, len);
	if (len == 0)
		return NULL;
	err = kg_grow(&p->pending, &p->cap_pending, p->npending, sizeof(*p->pending));
	if (err)
		return err;
	p->pending[p->npending++] = (struct kg_segment){start, start + len, bytes, 0, flags};
	return NULL;
}

struct kg_error *kg_image_add_gap(struct kg_image *img, kg_addr start, uint64_t len, uint32_t flags, bool truncated)
{
	struct kg_image_priv *p = img->priv;
	struct kg_error *err;

	len = clip(start, len);
	if (len == 0)
		return NULL;
	err = kg_grow(&p->gaps_pending, &p->cap_gaps_pending, p->ngaps_pending, sizeof(*p->gaps_pending));
	if (err)
		return err;
	p->gaps_pending[p->ngaps_pending++] = (struct kg_gap){start, start + len, flags, truncated};
	return NULL;
}

const struct kg_segment *kg_image_segment_search(const struct kg_image *img, kg_addr addr)
{
	size_t lo = 0, hi = img->nsegs;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (addr >= img->segs[mid].end)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == img->nsegs || addr < img->segs[lo].start)
		return NULL;
	return &img->segs[lo];
}

bool kg_image_omitted(const struct kg_image *img, kg_addr addr)
{
	size_t lo = 0, hi = img->nomitted;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (img->omitted[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < img->nomitted && img->omitted[lo].start <= addr;
}
