/* mimalloc's pages in memory made up here: sound ones, and lists, headers and counts that lie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cpython/cpython_priv.h"

/* Two segments of 256 KiB in slices of 4 KiB, and the interpreter's and its thread's state before them. */
enum { SEGMENT = 1 << 18, SLICE = 1 << 12, BYTES = 3 * SEGMENT };
static const kg_addr BASE = 0x40000000, INTERP = BASE, THREAD = BASE + 0x1000, CHUNK = BASE + 0x8000;
static const kg_addr FIRST = BASE + SEGMENT, SECOND = BASE + 2 * SEGMENT;

/* As in CPython 3.13, but for heaps of three queues. */
enum { SLICES = 264, PAGE = 96, ABANDONED_NEXT = 176, ENTRIES = 240, HEAPS = 0x100, HEAP = 0x200, DELAYED = 88 };
enum { RAW, PLAIN, COLLECTED, MANAGED };

struct fake {
	uint8_t bytes[BYTES];
	struct kg_image *img;
	struct kg_layout lay;
	struct kg_runtime rt;
	struct kg_facts facts;
	struct kg_interp interp;
	struct kg_thread thread;
};

static void put64(struct fake *f, kg_addr addr, uint64_t v)
{
	memcpy(f->bytes + (addr - BASE), &v, sizeof(v));
}

static void put32(struct fake *f, kg_addr addr, uint32_t v)
{
	memcpy(f->bytes + (addr - BASE), &v, sizeof(v));
}

static void offsets_make(int32_t *off)
{
	for (int i = 0; i < F_COUNT; i++)
		off[i] = KG_ABSENT;
	off[F_THREADIMPL_HEAPS] = HEAPS;
	off[F_THREADIMPL_INITIALIZED] = 8;
	off[F_THREADIMPL_FREE_QUEUE] = 16;
	off[F_INTERP_ABANDONED] = 0x40;
	off[F_INTERP_ABANDONED_VISITED] = 0x48;
	off[F_MIHEAP_SIZE] = HEAP;
	off[F_MIHEAP_PAGES] = 16;
	off[F_MIHEAP_DELAYED_FREE] = DELAYED;
	off[F_MIQUEUE_SIZE] = 24;
	off[F_MIQUEUE_FIRST] = 0;
	off[F_MISEGMENT_SLICES] = SLICES;
	off[F_MISEGMENT_ENTRIES] = ENTRIES;
	off[F_MISEGMENT_ABANDONED_NEXT] = ABANDONED_NEXT;
	off[F_MIPAGE_SIZE] = PAGE;
	off[F_MIPAGE_SLICE_COUNT] = 0;
	off[F_MIPAGE_TAG] = 8;
	off[F_MIPAGE_CAPACITY] = 10;
	off[F_MIPAGE_FREE] = 16;
	off[F_MIPAGE_USED] = 24;
	off[F_MIPAGE_BLOCK_SIZE] = 28;
	off[F_MIPAGE_LOCAL_FREE] = 32;
	off[F_MIPAGE_THREAD_FREE] = 40;
	off[F_MIPAGE_NEXT] = 56;
}

static int fake_make(void **state)
{
	struct fake *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	assert_null(kg_image_create(KG_MACHINE_X86_64, &f->img));
	assert_null(kg_image_add(f->img, BASE, f->bytes, sizeof(f->bytes), KG_SEG_READ | KG_SEG_WRITE));
	assert_null(kg_image_seal(f->img));
	offsets_make(f->lay.off);
	f->facts = (struct kg_facts){.segment_bytes = SEGMENT, .slice_bytes = SLICE};
	f->lay.facts = &f->facts;
	f->interp = (struct kg_interp){.addr = INTERP, .is_main = true};
	f->thread = (struct kg_thread){.addr = THREAD};
	f->rt = (struct kg_runtime){.image = f->img, .layout = &f->lay, .interps = &f->interp, .ninterps = 1,
				    .threads = &f->thread, .nthreads = 1, .priv = calloc(1, sizeof(*f->rt.priv))};
	put32(f, THREAD + 8, 1);
	put64(f, THREAD + 16, THREAD + 16); /* an empty ring */
	*state = f;
	return 0;
}

static int fake_free(void **state)
{
	struct fake *f = *state;

	free(f->rt.arenas);
	free(f->rt.pages);
	free(f->rt.dead);
	free(f->rt.refs);
	free(f->rt.priv);
	kg_image_destroy(f->img);
	free(f);
	return 0;
}

static kg_addr header(kg_addr segment, uint32_t slice)
{
	return segment + SLICES + slice * PAGE;
}

/* A page of @n blocks of @size bytes in slice @slice, all in use, in no list yet. @return its header */
static kg_addr page_make(struct fake *f, kg_addr segment, uint32_t slice, uint32_t size, uint16_t n, int tag)
{
	kg_addr at = header(segment, slice);

	put32(f, at, 1);
	f->bytes[at - BASE + 8] = (uint8_t)(tag << 3 | 1);
	memcpy(f->bytes + (at - BASE) + 10, &n, sizeof(n));
	put32(f, at + 24, n);
	put32(f, at + 28, size);
	return at;
}

static void queue_put(struct fake *f, int heap, int queue, kg_addr page)
{
	put64(f, THREAD + HEAPS + (kg_addr)heap * HEAP + 16 + (kg_addr)queue * 24, page);
}

static void pages_read(struct fake *f)
{
	assert_null(kg_runtime_read_pages(&f->rt));
}

static void test_sound(void **state)
{
	struct fake *f = *state;
	kg_addr page = page_make(f, FIRST, 2, 64, 10, MANAGED), first = FIRST + 2 * SLICE + 3 * 64;
	uint64_t bits[1] = {0};

	queue_put(f, MANAGED, 1, page);
	put64(f, page + 16, first + 64 * 3);
	put64(f, first + 64 * 3, first + 64 * 9);
	put64(f, page + 32, first);
	put64(f, page + 40, (first + 64 * 5) | 2);
	put32(f, page + 24, 7);
	pages_read(f);
	assert_int_equal(f->img->damage.count, 0);
	assert_int_equal(f->rt.npages, 1);
	assert_int_equal(f->rt.pages[0].first, first);
	assert_int_equal(f->rt.pages[0].head, 16);
	assert_true(f->rt.pages[0].objects);
	assert_int_equal(f->rt.arenas[0].start, FIRST + 2 * SLICE);
	assert_int_equal(f->rt.arenas[0].end % KG_ARENA_ALIGN, 0);
	assert_true(f->rt.arenas[0].end >= first + 64 * 10);
	assert_int_equal(kg_page_free_blocks(&f->rt, &f->rt.pages[0], bits), 4);
	assert_int_equal(bits[0], 1 << 3 | 1 << 9 | 1 | 1 << 5);
	assert_ptr_equal(kg_page_of(&f->rt, first + 100), &f->rt.pages[0]);
	assert_null(kg_page_of(&f->rt, FIRST));
}

/* Heaps of the collector come first, as it goes through them; raw memory has no objects. */
static void test_order(void **state)
{
	struct fake *f = *state;

	queue_put(f, RAW, 0, page_make(f, FIRST, 1, 1024, 2, RAW));
	queue_put(f, PLAIN, 0, page_make(f, FIRST, 2, 512, 2, PLAIN));
	queue_put(f, MANAGED, 0, page_make(f, FIRST, 3, 16, 2, MANAGED));
	queue_put(f, COLLECTED, 0, page_make(f, FIRST, 4, 96, 2, COLLECTED));
	pages_read(f);
	assert_int_equal(f->rt.npages, 4);
	assert_int_equal(f->rt.pages[0].first, FIRST + 4 * SLICE + 96);
	assert_int_equal(f->rt.pages[1].first, FIRST + 3 * SLICE + 48);
	assert_int_equal(f->rt.pages[2].first, FIRST + 2 * SLICE + 512);
	assert_int_equal(f->rt.pages[3].first, FIRST + 1 * SLICE);
	assert_false(f->rt.pages[3].objects);
	assert_int_equal(f->rt.arenas[0].page, 3); /* by address */
}

/* One block as long as its page, which is longer than a number of 32 bits could say. */
static void test_huge(void **state)
{
	struct fake *f = *state;
	kg_addr page = page_make(f, FIRST, 1, UINT32_C(1) << 31, 1, PLAIN);

	put32(f, page, 40);
	queue_put(f, PLAIN, 0, page);
	pages_read(f);
	assert_int_equal(f->rt.npages, 1);
	assert_int_equal(f->rt.pages[0].first, FIRST + SLICE);
	assert_int_equal(f->rt.pages[0].block, 40 * SLICE);
}

static void test_circle(void **state)
{
	struct fake *f = *state;
	kg_addr a = page_make(f, FIRST, 1, 64, 3, PLAIN), b = page_make(f, FIRST, 2, 64, 3, PLAIN);

	put64(f, a + 56, b);
	put64(f, b + 56, a);
	queue_put(f, PLAIN, 0, a);
	pages_read(f);
	assert_int_equal(f->rt.narenas, 2);
	assert_true(f->img->damage.count > 0);
}

/* Headers that cannot be: each is left out and said. */
static void test_headers(void **state)
{
	static const struct {
		uint32_t slices, size, used;
		uint16_t capacity;
	} bad[] = {
		{0, 64, 3, 3},	  /* no slices */
		{1, 64, 3, 1000}, /* more blocks than room */
		{1, 64, 4, 3},	  /* more in use than there are */
		{1, 12, 3, 3},	  /* a size that no block has */
		{1, 0, 3, 3},
		{1, 5000, 1, 1},
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(bad); i++) {
		struct fake *f;
		kg_addr page;

		if (i) {
			fake_free(state);
			fake_make(state);
		}
		f = *state;
		page = page_make(f, FIRST, 1, bad[i].size, bad[i].capacity, PLAIN);
		put32(f, page, bad[i].slices);
		put32(f, page + 24, bad[i].used);
		queue_put(f, PLAIN, 0, page);
		pages_read(f);
		assert_int_equal(f->rt.npages, 0);
		assert_int_equal(f->img->damage.count, 1);
	}
}

/* Addresses at which no header is: between two entries, behind the table, outside the core. */
static void test_addresses(void **state)
{
	struct fake *f = *state;
	kg_addr page = page_make(f, FIRST, 1, 64, 3, PLAIN);

	queue_put(f, PLAIN, 0, page + 8);
	queue_put(f, PLAIN, 1, header(FIRST, SEGMENT / SLICE + 1));
	queue_put(f, PLAIN, 2, BASE + BYTES + 64);
	pages_read(f);
	assert_int_equal(f->rt.npages, 0);
	assert_int_equal(f->img->damage.count, 3);
}

static void test_free_lists(void **state)
{
	struct fake *f = *state;
	kg_addr page = page_make(f, FIRST, 1, 64, 8, PLAIN), first = FIRST + SLICE + 3 * 64;
	const kg_addr bad[] = {first + 8, first - 64, first + 64 * 8, first + 64, BASE + BYTES + 8, 1};
	uint64_t bits[1];

	queue_put(f, PLAIN, 0, page);
	put64(f, page + 16, first + 64);
	put32(f, page + 24, 7);
	pages_read(f);
	for (size_t i = 0; i < KG_ARRAY_SIZE(bad); i++) {
		put64(f, first + 64, bad[i]);
		bits[0] = 0;
		assert_int_equal(kg_page_free_blocks(&f->rt, &f->rt.pages[0], bits), UINT32_MAX);
		assert_int_equal(bits[0], 2);
	}
	put64(f, first + 64, 0);
	bits[0] = 0;
	assert_int_equal(kg_page_free_blocks(&f->rt, &f->rt.pages[0], bits), 1);
	/* The list is sound, and the page's count another. */
	f->rt.pages[0].used = 5;
	bits[0] = 0;
	assert_int_equal(kg_page_free_blocks(&f->rt, &f->rt.pages[0], bits), UINT32_MAX);
}

/* Where links are encoded: mi_ptr_encode(), with the page itself for none. */
static void test_encoded(void **state)
{
	const uint64_t keys[2] = {0x123456789abcdef5, 0xfedcba9876543211};
	struct fake *f = *state;
	kg_addr page, first = FIRST + SLICE + 3 * 64, links[2];
	uint64_t bits[1] = {0};

	f->lay.off[F_MIPAGE_KEYS] = 64;
	page = page_make(f, FIRST, 1, 64, 8, PLAIN);
	queue_put(f, PLAIN, 0, page);
	put64(f, page + 64, keys[0]);
	put64(f, page + 72, keys[1]);
	put64(f, page + 16, first);
	put32(f, page + 24, 6);
	links[0] = first + 64;
	links[1] = page;
	for (int i = 0; i < 2; i++) {
		uint64_t x = links[i] ^ keys[1];
		unsigned int turn = keys[0] & 63;

		put64(f, first + 64 * (kg_addr)i, (x << turn | x >> (64 - turn)) + keys[0]);
	}
	pages_read(f);
	assert_int_equal(kg_page_free_blocks(&f->rt, &f->rt.pages[0], bits), 2);
	assert_int_equal(bits[0], 3);
}

/* Segments that ended threads left: by the tags of their pages. */
static void test_abandoned(void **state)
{
	struct fake *f = *state;

	put64(f, INTERP + 0x40, FIRST | 5); /* a count in the low bits */
	put64(f, FIRST + ABANDONED_NEXT, SECOND);
	for (int i = 0; i < 2; i++) {
		kg_addr segment = i ? SECOND : FIRST;

		put64(f, segment + ENTRIES, 5);
		put32(f, header(segment, 0), 1);
		page_make(f, segment, 1, 64, 3, i ? COLLECTED : PLAIN);
		put32(f, header(segment, 2), 2); /* free slices */
		page_make(f, segment, 4, 128, 3, MANAGED);
	}
	pages_read(f);
	assert_int_equal(f->img->damage.count, 0);
	assert_int_equal(f->rt.npages, 4);
	assert_int_equal(f->rt.pages[0].first, SECOND + SLICE + 3 * 64);
	assert_int_equal(f->rt.pages[1].head, 16);
	assert_int_equal(f->rt.pages[1].first, FIRST + 4 * SLICE + 128);
}

static void test_abandoned_bad(void **state)
{
	struct fake *f = *state;

	put64(f, INTERP + 0x40, FIRST);
	put64(f, FIRST + ABANDONED_NEXT, FIRST); /* a circle */
	put64(f, FIRST + ENTRIES, 3);
	put32(f, header(FIRST, 0), 1);
	page_make(f, FIRST, 1, 64, 3, PLAIN);
	put64(f, INTERP + 0x48, SECOND);
	put64(f, SECOND + ENTRIES, UINT64_MAX);
	pages_read(f);
	assert_int_equal(f->rt.narenas, 1);
	assert_true(f->img->damage.count > 1);
}

/* Freed, and their page does not know: by other threads, and waiting for the last reader. */
static void test_dead(void **state)
{
	struct fake *f = *state;
	kg_addr first = FIRST + SLICE + 3 * 64;

	queue_put(f, PLAIN, 0, page_make(f, FIRST, 1, 64, 8, PLAIN));
	put64(f, THREAD + HEAPS + PLAIN * HEAP + DELAYED, first + 64 * 3);
	put64(f, first + 64 * 3, first);
	put64(f, THREAD + 16, CHUNK);
	put64(f, CHUNK, THREAD + 16);
	put64(f, CHUNK + 16, 1);
	put64(f, CHUNK + 24, 3);
	put64(f, CHUNK + 32 + 16, (first + 64) | 1);
	put64(f, CHUNK + 32 + 32, first + 64 * 2);
	pages_read(f);
	assert_int_equal(f->img->damage.count, 0);
	assert_int_equal(f->rt.ndead, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(f->rt.dead[i], first + 64 * i);
}

static void test_dead_bad(void **state)
{
	struct fake *f = *state;
	kg_addr first = FIRST + SLICE + 3 * 64;

	put64(f, THREAD + HEAPS + PLAIN * HEAP + DELAYED, first);
	put64(f, first, first); /* a circle */
	put64(f, THREAD + 16, CHUNK);
	put64(f, CHUNK, CHUNK);
	put64(f, CHUNK + 24, UINT64_MAX);
	pages_read(f);
	assert_int_equal(f->img->damage.count, 2);
}

/* A tagged entry is a reference to give up from 3.14 on. */
static void test_delayed_decref(void **state)
{
	struct fake *f = *state;

	f->facts.delayed_decref = true;
	put64(f, THREAD + 16, CHUNK);
	put64(f, CHUNK, THREAD + 16);
	put64(f, CHUNK + 24, 1);
	put64(f, CHUNK + 32, FIRST | 1);
	pages_read(f);
	assert_int_equal(f->rt.ndead, 0);
	assert_int_equal(f->rt.nrefs, 1);
	assert_int_equal(f->rt.refs[0].target, FIRST);
	assert_true(f->rt.refs[0].counted);
}

/*
 * The newer mimalloc: a page says where its blocks begin and how long they are, counts those in use in 16 bits and has its
 * heap's tag in a byte; heaps end with their queues; segments name their subprocess.
 */
enum { START = 64, BYTES_OF_BLOCK = 72, HEAP_TAG = 27, USED = 24, OS_NEXT = 216, SUBPROC_OF = 40, THREAD_OF = 256, USED_OF = 200 };
static const kg_addr SUBPROC = BASE + 0x9000;

static void newer_make(struct fake *f)
{
	int32_t *off = f->lay.off;

	off[F_INTERP_ABANDONED] = off[F_INTERP_ABANDONED_VISITED] = off[F_MISEGMENT_ABANDONED_NEXT] = KG_ABSENT;
	off[F_MIPAGE_TAG] = off[F_MIPAGE_BLOCK_SIZE] = KG_ABSENT;
	off[F_INTERP_SUBPROC] = 0x40;
	off[F_MISUBPROC_OS_LIST] = 16;
	off[F_MISEGMENT_OS_NEXT] = OS_NEXT;
	off[F_MISEGMENT_SUBPROC] = SUBPROC_OF;
	off[F_MISEGMENT_THREAD] = THREAD_OF;
	off[F_MISEGMENT_USED] = USED_OF;
	off[F_MIPAGE_HEAP_TAG] = HEAP_TAG;
	off[F_MIPAGE_BLOCK_BYTES] = BYTES_OF_BLOCK;
	off[F_MIPAGE_START] = START;
	off[F_MIHEAP_PAGES] = 32;
	off[F_MIHEAP_DELAYED_FREE] = 8;
	off[F_MIHEAP_SIZE] = HEAP;
	put64(f, INTERP + 0x40, SUBPROC);
}

static kg_addr newer_page(struct fake *f, kg_addr segment, uint32_t slice, uint64_t size, uint16_t n, int tag)
{
	kg_addr at = header(segment, slice);

	put32(f, at, 1);
	memcpy(f->bytes + (at - BASE) + 10, &n, sizeof(n));
	put32(f, at + USED, n);
	f->bytes[at - BASE + HEAP_TAG] = (uint8_t)tag;
	put64(f, at + BYTES_OF_BLOCK, size);
	put64(f, at + START, segment + slice * SLICE + 128);
	return at;
}

static void newer_segment(struct fake *f, kg_addr segment, uint64_t used)
{
	put64(f, segment + SUBPROC_OF, SUBPROC);
	put64(f, segment + USED_OF, used);
	put64(f, segment + ENTRIES, 5);
	for (uint32_t i = 0; i < 5; i++)
		put32(f, header(segment, i), 1);
}

/* The last queue is counted too, and the byte of the tag behind the count of blocks in use is no part of that. */
static void test_newer(void **state)
{
	struct fake *f = *state;
	kg_addr page;

	newer_make(f);
	page = newer_page(f, FIRST, 1, 96, 4, MANAGED);
	put64(f, THREAD + HEAPS + (kg_addr)MANAGED * HEAP + 32 + (kg_addr)((HEAP - 32) / 24 - 1) * 24, page);
	pages_read(f);
	assert_int_equal(f->img->damage.count, 0);
	assert_int_equal(f->rt.npages, 1);
	assert_int_equal(f->rt.pages[0].first, FIRST + SLICE + 128);
	assert_int_equal(f->rt.pages[0].block, 96);
	assert_int_equal(f->rt.pages[0].used, 4);
	assert_int_equal(f->rt.arenas[0].start, FIRST + SLICE);
}

/* Pages that say they begin elsewhere, or have blocks longer than they are. */
static void test_newer_headers(void **state)
{
	static const struct {
		uint64_t start, size;
	} bad[] = {
		{0, 64}, {FIRST, 64}, {FIRST + 2 * SLICE, 64}, {FIRST + 2 * SLICE - 64, 64}, {FIRST + SLICE, UINT64_MAX - 7},
		{FIRST + SLICE, UINT64_C(1) << 62}, {FIRST + SLICE, 0}, {UINT64_MAX, 64},
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(bad); i++) {
		struct fake *f;
		kg_addr page;

		if (i) {
			fake_free(state);
			fake_make(state);
		}
		f = *state;
		newer_make(f);
		page = newer_page(f, FIRST, 1, bad[i].size, 4, PLAIN);
		put64(f, page + START, bad[i].start);
		put64(f, THREAD + HEAPS + PLAIN * HEAP + 32, page);
		pages_read(f);
		assert_int_equal(f->rt.npages, 0);
		assert_int_equal(f->img->damage.count, 1);
	}
}

/* Abandoned segments are found by what they say: those of arenas first, then those in the list. */
static void test_newer_abandoned(void **state)
{
	struct fake *f = *state;

	newer_make(f);
	newer_segment(f, FIRST, 2);
	newer_segment(f, SECOND, 1);
	put64(f, SUBPROC + 16, FIRST);
	newer_page(f, FIRST, 1, 64, 3, COLLECTED);
	newer_page(f, FIRST, 3, 64, 3, RAW);
	newer_page(f, SECOND, 2, 128, 3, COLLECTED);
	pages_read(f);
	assert_int_equal(f->img->damage.count, 0);
	assert_int_equal(f->rt.npages, 3);
	assert_int_equal(f->rt.pages[0].first, SECOND + 2 * SLICE + 128);
	assert_int_equal(f->rt.pages[1].first, FIRST + SLICE + 128);
	assert_false(f->rt.pages[2].objects);
}

/* An interpreter that names no subprocess has the one its threads' pages are in. */
static void test_newer_unnamed(void **state)
{
	struct fake *f = *state;

	newer_make(f);
	put64(f, INTERP + 0x40, 0);
	newer_segment(f, FIRST, 1);
	put64(f, FIRST + THREAD_OF, THREAD);
	newer_segment(f, SECOND, 1);
	put64(f, THREAD + HEAPS + PLAIN * HEAP + 32, newer_page(f, FIRST, 1, 64, 3, PLAIN));
	newer_page(f, SECOND, 2, 128, 3, COLLECTED);
	pages_read(f);
	assert_int_equal(f->rt.npages, 2);
	assert_int_equal(f->rt.pages[1].first, SECOND + 2 * SLICE + 128);
	assert_int_equal(f->img->damage.count, 0);
}

/* Segments that a thread has, that were given back, or that are another interpreter's. */
static void test_newer_others(void **state)
{
	struct fake *f = *state;

	newer_make(f);
	newer_segment(f, FIRST, 1);
	newer_page(f, FIRST, 1, 64, 3, COLLECTED);
	put64(f, FIRST + THREAD_OF, THREAD);
	newer_segment(f, SECOND, 0);
	newer_page(f, SECOND, 1, 64, 3, COLLECTED);
	pages_read(f);
	assert_int_equal(f->rt.npages, 0);
	put64(f, FIRST + THREAD_OF, 0);
	put64(f, FIRST + SUBPROC_OF, SUBPROC + 64);
	pages_read(f);
	assert_int_equal(f->rt.npages, 0);
	assert_int_equal(f->img->damage.count, 0);
}

/* A list that leads to what nobody abandoned, and one in a circle: said, and nothing is read twice. */
static void test_newer_list(void **state)
{
	struct fake *f = *state;

	newer_make(f);
	newer_segment(f, FIRST, 1);
	newer_page(f, FIRST, 1, 64, 3, COLLECTED);
	put64(f, SUBPROC + 16, FIRST);
	put64(f, FIRST + OS_NEXT, FIRST);
	pages_read(f);
	assert_int_equal(f->rt.npages, 1);
	assert_int_equal(f->img->damage.count, 1);
	put64(f, FIRST + OS_NEXT, SECOND);
	f->rt.npages = f->rt.narenas = 0;
	pages_read(f);
	assert_int_equal(f->rt.npages, 1);
	assert_int_equal(f->img->damage.count, 2);
}

static void test_no_layout(void **state)
{
	struct fake *f = *state;
	struct kg_error *err;

	f->lay.off[F_MIPAGE_USED] = KG_ABSENT;
	err = kg_runtime_read_pages(&f->rt);
	assert_non_null(err);
	assert_non_null(strstr(err->text, "mimalloc"));
	kg_error_destroy(err);
}

#define FAKE(name) cmocka_unit_test_setup_teardown(name, fake_make, fake_free)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FAKE(test_sound), FAKE(test_order), FAKE(test_huge), FAKE(test_circle), FAKE(test_headers), FAKE(test_addresses),
		FAKE(test_free_lists), FAKE(test_encoded), FAKE(test_abandoned), FAKE(test_abandoned_bad), FAKE(test_dead),
		FAKE(test_dead_bad), FAKE(test_delayed_decref), FAKE(test_no_layout), FAKE(test_newer), FAKE(test_newer_headers),
		FAKE(test_newer_abandoned), FAKE(test_newer_unnamed), FAKE(test_newer_others), FAKE(test_newer_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
