/* Addresses that the target has nothing at, with memory of kedge's own behind them. */
#include <sys/mman.h>

#include "image/image_priv.h"

/* Places to try, one after the other: far from where Linux puts anything. */
#define FIRST_PLACE (UINT64_C(0x20) << 40)
#define PLACE_STEP (UINT64_C(1) << 36)
#define PLACES 512

static bool taken(const struct kg_image *img, kg_addr from, kg_addr to)
{
	for (size_t i = 0; i < img->nsegs; i++) {
		if (img->segs[i].start < to && from < img->segs[i].end)
			return true;
	}
	for (size_t i = 0; i < img->ngaps; i++) {
		if (img->gaps[i].start < to && from < img->gaps[i].end)
			return true;
	}
	return false;
}

struct kg_error *kg_image_spare(struct kg_image *img, uint64_t len)
{
	struct kg_error *err;
	kg_addr at = FIRST_PLACE;
	int tries = 0;
	void *mem;

	while (taken(img, at - PLACE_STEP / 2, at + len + PLACE_STEP / 2) && ++tries < PLACES)
		at += PLACE_STEP;
	if (tries == PLACES)
		return kg_error_create(KG_ERR_TARGET, "the core leaves no room in its address space for objects that are made up");
	/* Shared: who has forked meanwhile sees what is written to it. */
	mem = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (mem == MAP_FAILED)
		return kg_error_nomem();
	err = kg_image_own_mapping(img, mem, len);
	if (err) {
		munmap(mem, len);
		return err;
	}
	img->spare = (struct kg_spare){at, mem, len};
	err = kg_image_add(img, at, mem, len, KG_SEG_READ | KG_SEG_WRITE);
	return err ? err : kg_image_seal(img);
}
