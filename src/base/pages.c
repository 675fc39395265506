#include "base/pages.h"
#include "base/workers.h"

#include <sys/mman.h>
#include <time.h>

#define HUGE ((size_t)2 << 20)
#define HUGE_SECONDS 1e-3 /* what the same bytes take by small pages: a large one that takes longer is none */
#define HUGE_TRUSTED 32	  /* so many in a row, and they are asked for untried */

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* Linux 5.14; older kernels refuse it, and pages come as they are written */
#endif

/* Large pages taken so far by this process, all of them quickly; or HUGE_SLOW for good. */
#define HUGE_SLOW UINT32_MAX
static uint32_t huge_taken;

static double cpu_seconds(void)
{
	struct timespec t;

	/* Without the wait for a processor, but with the wait for the host to fill in a page. */
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct kg_error *kg_pages_init(struct kg_pages *p, size_t bytes)
{
	uint32_t taken = __atomic_load_n(&huge_taken, __ATOMIC_RELAXED);
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
	/* No process that is forked off looks at columns, and none is to have kedge copy what it writes to. */
	madvise(mem, size, MADV_DONTFORK);
	madvise(mem, size, taken >= HUGE_TRUSTED && taken != HUGE_SLOW ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
	*p = (struct kg_pages){mem, size};
	return NULL;
}

void kg_pages_deinit(struct kg_pages *p)
{
	if (p->mem)
		munmap(p->mem, p->size);
	*p = (struct kg_pages){0};
}

static void touch_huge(char *mem)
{
	double t = cpu_seconds();
	bool taken = madvise(mem, HUGE, MADV_HUGEPAGE) == 0 && madvise(mem, HUGE, MADV_POPULATE_WRITE) == 0;

	if (!taken || cpu_seconds() - t > HUGE_SECONDS)
		__atomic_store_n(&huge_taken, HUGE_SLOW, __ATOMIC_RELAXED);
	else if (__atomic_load_n(&huge_taken, __ATOMIC_RELAXED) < HUGE_TRUSTED)
		__atomic_fetch_add(&huge_taken, 1, __ATOMIC_RELAXED);
}

struct touch {
	char *mem;
	size_t from, to;
	struct kg_pieces pieces;
};

static struct kg_error *touch_run(void *arg, unsigned int i)
{
	struct touch *t = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&t->pieces, &from, &to)) {
		size_t start = from < t->from ? t->from : from, end = to < t->to ? to : t->to;

		if (end - start == HUGE && __atomic_load_n(&huge_taken, __ATOMIC_RELAXED) != HUGE_SLOW) {
			touch_huge(t->mem + start);
		} else {
			/* Always for 2 MiB as a whole: whoever moves pages can rely on that. */
			madvise(t->mem + from, HUGE, MADV_NOHUGEPAGE);
			madvise(t->mem + start, end - start, MADV_POPULATE_WRITE);
		}
	}
	return NULL;
}

void kg_pages_touch(const struct kg_pages *p, size_t from, size_t to, unsigned int nthreads)
{
	struct touch t = {.mem = p->mem, .from = from & ~(size_t)4095, .to = (to + 4095) & ~(size_t)4095};

	if (t.to > p->size)
		t.to = p->size;
	if (from >= to || t.from >= t.to)
		return;
	t.pieces = (struct kg_pieces){t.from & ~(HUGE - 1), t.to, HUGE};
	kg_error_destroy(kg_workers_run(t.to - t.from > HUGE ? nthreads : 1, touch_run, &t));
}
