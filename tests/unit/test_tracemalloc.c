/* tracemalloc's table, sound and hostile, in an image made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "cpython/tracemalloc.h"

#define BASE UINT64_C(0x10000000)
#define BUCKETS 16
#define ENTRIES 40
#define FILE_NAME (BASE + 0x8000)

/* As the structs of CPython 3.11 are. */
struct entry {
	uint64_t next, hash, key, value;
};

struct traceback {
	uint64_t hash;
	uint16_t nframe, total;
	uint8_t frames[2][12];
};

struct memory {
	uint64_t buckets[BUCKETS];
	struct entry entries[ENTRIES];
	struct {
		uint64_t size, traceback;
	} traces[ENTRIES];
	struct traceback tracebacks[ENTRIES];
};

struct world {
	struct memory m;
	struct kg_layout layout;
	struct kg_runtime rt;
	struct kg_tracemalloc tm;
};

static uint64_t at(size_t offset)
{
	return BASE + offset;
}

static uint64_t key_of(size_t i)
{
	return UINT64_C(0x7f0000000000) + 16 * i;
}

static uint64_t hash_of(uint64_t key)
{
	return key >> 4 | key << 60;
}

static void fill(struct memory *m)
{
	for (size_t i = 0; i < ENTRIES; i++) {
		uint64_t hash = hash_of(key_of(i)), file = FILE_NAME + i;
		struct traceback *t = &m->tracebacks[i];

		m->entries[i] = (struct entry){m->buckets[hash % BUCKETS], hash, key_of(i),
					       at(offsetof(struct memory, traces) + 16 * i)};
		m->buckets[hash % BUCKETS] = at(offsetof(struct memory, entries) + sizeof(struct entry) * i);
		m->traces[i].size = 100 + i;
		m->traces[i].traceback = at(offsetof(struct memory, tracebacks) + sizeof(*t) * i);
		t->nframe = 2;
		t->total = 5;
		for (uint32_t f = 0; f < 2; f++) {
			uint32_t line = (uint32_t)(10 * i + f);

			memcpy(t->frames[f], &file, 8);
			memcpy(t->frames[f] + 8, &line, 4);
		}
	}
}

static void layout_fill(struct kg_layout *lay)
{
	int32_t *off = lay->off;

	off[F_HASHENTRY_SIZE] = 32;
	off[F_HASHENTRY_HASH] = 8;
	off[F_HASHENTRY_KEY] = 16;
	off[F_HASHENTRY_VALUE] = 24;
	off[F_TRACE_SIZE] = 16;
	off[F_TRACE_TRACEBACK] = 8;
	off[F_TRACEBACK_NFRAME] = 8;
	off[F_TRACEBACK_TOTAL] = 10;
	off[F_TRACEBACK_FRAMES] = 12;
	off[F_TRACEFRAME_SIZE] = 12;
	off[F_TRACEFRAME_LINENO] = 8;
}

static void open_world(struct world *w)
{
	memset(w, 0, sizeof(*w));
	fill(&w->m);
	layout_fill(&w->layout);
	assert_null(kg_image_create(KG_MACHINE_X86_64, &w->rt.image));
	assert_null(kg_image_add(w->rt.image, BASE, &w->m, sizeof(w->m), 0));
	assert_null(kg_image_seal(w->rt.image));
	w->rt.layout = &w->layout;
	w->tm = (struct kg_tracemalloc){.rt = &w->rt, .state = KG_TRACEMALLOC_ON, .limit = 2, .entries = ENTRIES,
					.buckets = BASE, .nbuckets = BUCKETS};
}

static bool count(void *arg, const struct kg_trace *t)
{
	(void)t;
	++*(unsigned int *)arg;
	return true;
}

static bool each(struct world *w, unsigned int *ret)
{
	*ret = 0;
	return kg_tracemalloc_each(&w->tm, count, ret);
}

static void sound(void **state)
{
	struct world w;
	struct kg_trace t;
	unsigned int n;
	uint32_t line;
	kg_addr file;

	(void)state;
	open_world(&w);
	for (size_t i = 0; i < ENTRIES; i++) {
		assert_true(kg_tracemalloc_find(&w.tm, key_of(i), &t));
		assert_int_equal(t.size, 100 + i);
		assert_int_equal(t.total, 5);
		assert_true(kg_tracemalloc_frame(&w.tm, &t, 1, &file, &line));
		assert_int_equal(file, FILE_NAME + i);
		assert_int_equal(line, 10 * i + 1);
		assert_false(kg_tracemalloc_frame(&w.tm, &t, 2, &file, &line));
	}
	assert_false(kg_tracemalloc_find(&w.tm, key_of(ENTRIES), &t));
	assert_false(kg_tracemalloc_find(&w.tm, 0, &t));
	assert_true(each(&w, &n));
	assert_int_equal(n, ENTRIES);
	w.tm.state = KG_TRACEMALLOC_OFF;
	assert_false(kg_tracemalloc_find(&w.tm, key_of(0), &t));
	kg_image_destroy(w.rt.image);
}

/* Each look-up ends, and says no, whatever the bytes are. */
static void hostile(void **state)
{
	struct world w;
	struct kg_trace t;
	unsigned int n;

	(void)state;
	open_world(&w);
	w.m.entries[0].next = at(offsetof(struct memory, entries)); /* a circle */
	assert_false(kg_tracemalloc_find(&w.tm, key_of(0) + 16 * BUCKETS * 100, &t));
	assert_false(each(&w, &n));
	w.m.entries[0].next = 0;
	w.m.traces[1].traceback = 8; /* not mapped */
	assert_false(kg_tracemalloc_find(&w.tm, key_of(1), &t));
	w.m.tracebacks[2].nframe = 0;
	assert_false(kg_tracemalloc_find(&w.tm, key_of(2), &t));
	w.m.tracebacks[3].nframe = UINT16_MAX; /* more than there is memory */
	w.m.tracebacks[3].total = UINT16_MAX;
	assert_false(kg_tracemalloc_find(&w.tm, key_of(3), &t));
	w.m.tracebacks[4].total = 1; /* fewer than are kept */
	assert_false(kg_tracemalloc_find(&w.tm, key_of(4), &t));
	w.m.entries[5].value = UINT64_MAX;
	assert_false(kg_tracemalloc_find(&w.tm, key_of(5), &t));
	w.tm.nbuckets = UINT64_C(1) << 60;
	assert_false(kg_tracemalloc_find(&w.tm, UINT64_MAX, &t));
	kg_image_destroy(w.rt.image);
}

/* Buckets that all lead to the same entries: more than the table says it has. */
static void too_many(void **state)
{
	struct world w;
	unsigned int n;

	(void)state;
	open_world(&w);
	w.tm.entries = 10;
	assert_false(each(&w, &n));
	assert_int_equal(n, 10);
	kg_image_destroy(w.rt.image);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound),
		cmocka_unit_test(hostile),
		cmocka_unit_test(too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
