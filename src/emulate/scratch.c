/* The area of the emulated address space that is the emulator's own. */
#include <string.h>
#include <sys/mman.h>

#include "emulate/emulate_priv.h"

/* Places to try, one after the other: far from where Linux puts anything. */
#define FIRST_PLACE (UINT64_C(0x10) << 40)
#define PLACE_STEP (UINT64_C(1) << 36)
#define PLACES 512

static bool overlaps(kg_addr start, kg_addr end, kg_addr from, kg_addr to)
{
	return start < to && from < end;
}

static bool taken(const struct kg_image *img, kg_addr from, kg_addr to)
{
	for (size_t i = 0; i < img->nsegs; i++) {
		if (overlaps(img->segs[i].start, img->segs[i].end, from, to))
			return true;
	}
	for (size_t i = 0; i < img->ngaps; i++) {
		if (overlaps(img->gaps[i].start, img->gaps[i].end, from, to))
			return true;
	}
	return false;
}

struct kg_error *kg_scratch_init(struct kg_scratch *s, const struct kg_image *img, uint64_t outputs)
{
	uint64_t bytes = (outputs * 8 + KG_EMULATE_PAGE - 1) & ~(uint64_t)(KG_EMULATE_PAGE - 1);
	kg_addr base = FIRST_PLACE;
	int tries = 0;

	*s = (struct kg_scratch){.size = KG_SCRATCH_OUTPUT + bytes, .outputs = bytes / 8};
	while (taken(img, base - PLACE_STEP / 2, base + s->size + PLACE_STEP / 2) && ++tries < PLACES)
		base += PLACE_STEP;
	if (tries == PLACES)
		return kg_error_create(KG_ERR_TARGET, "the core leaves no room in its address space for the emulator");
	s->base = base;
	s->host = mmap(NULL, s->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (s->host == MAP_FAILED) {
		s->host = NULL;
		return kg_error_nomem();
	}
	return NULL;
}

void kg_scratch_deinit(struct kg_scratch *s)
{
	if (s->host)
		munmap(s->host, s->size);
	s->host = NULL;
}
