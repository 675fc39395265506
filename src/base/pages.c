#include "base/pages.h"

#include <sys/mman.h>

#define HUGE ((size_t)2 << 20)

struct kg_error *kg_pages_init(struct kg_pages *p, size_t bytes)
{
	size_t size = (bytes + HUGE - 1) & ~(HUGE - 1);
	char *raw, *mem;

	if (size < bytes)
		return kg_error_nomem();
	if (size == 0)
		size = HUGE;
	/* One huge page more, so that the part kept starts on a boundary. */
	raw = mmap(NULL, size + HUGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (raw == MAP_FAILED)
		return kg_error_nomem();
	mem = (char *)(((uintptr_t)raw + HUGE - 1) & ~(uintptr_t)(HUGE - 1));
	if (mem > raw)
		munmap(raw, (size_t)(mem - raw));
	if (mem + size < raw + size + HUGE)
		munmap(mem + size, (size_t)(raw + HUGE - mem));
	madvise(mem, size, MADV_HUGEPAGE);
	*p = (struct kg_pages){mem, size};
	return NULL;
}

void kg_pages_trim(struct kg_pages *p, size_t bytes)
{
	size_t keep = (bytes + 4095) & ~(size_t)4095;

	if (keep == 0 || keep >= p->size)
		return;
	munmap((char *)p->mem + keep, p->size - keep);
	p->size = keep;
}

void kg_pages_deinit(struct kg_pages *p)
{
	if (p->mem)
		munmap(p->mem, p->size);
	*p = (struct kg_pages){0};
}
