/* Layer cpython/ on memory made up here: tables, chains that lie, line tables, frames, arenas. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cpython/cpython_priv.h"

enum { WORDS = 8192 };
static const kg_addr BASE = 0x100000;

/* A target of 64 KiB at BASE, and a runtime over it with offsets chosen here. */
struct fake {
	uint64_t words[WORDS];
	struct kg_image *img;
	struct kg_process proc;
	struct kg_layout lay;
	struct kg_runtime rt;
	struct kg_facts facts;
};

static uint64_t *at(struct fake *f, kg_addr addr)
{
	return &f->words[(addr - BASE) / 8];
}

static void layout_make(struct fake *f)
{
	int32_t *off = f->lay.off;

	for (int i = 0; i < F_COUNT; i++)
		off[i] = KG_ABSENT;
	off[F_OBJECT_TYPE] = 8;
	off[F_VAR_SIZE] = 16;
	off[F_TYPE_NAME] = 24;
	off[F_TYPE_BASE] = 32;
	off[F_BYTES_SVAL] = 24;
	off[F_TUPLE_ITEM] = 24;
	off[F_GCHEAD_NEXT] = 0;
	off[F_GCHEAD_PREV] = 8;
	off[F_GCHEAD_SIZE] = 16;
	off[F_RUNTIME_INTERPRETERS_HEAD] = 0;
	off[F_RUNTIME_INTERPRETERS_MAIN] = 8;
	off[F_INTERP_NEXT] = 0;
	off[F_INTERP_ID] = 8;
	off[F_INTERP_THREADS_HEAD] = 16;
	off[F_INTERP_SYSDICT] = 24;
	off[F_INTERP_GC] = 32;
	off[F_GC_ENABLED] = 0;
	off[F_GC_DEBUG] = 4;
	off[F_GC_COLLECTING] = 8;
	off[F_GC_GENERATIONS] = 16;
	off[F_GC_GARBAGE] = 88;
	off[F_GC_CALLBACKS] = 96;
	off[F_GENERATION_SIZE] = 24;
	off[F_GENERATION_HEAD] = 0;
	off[F_GENERATION_THRESHOLD] = 16;
	off[F_GENERATION_COUNT] = 20;
	off[F_THREAD_NEXT] = 0;
	off[F_THREAD_INTERP] = 8;
	off[F_THREAD_ID] = 16;
	off[F_THREAD_NATIVE_ID] = 24;
	off[F_THREAD_CFRAME] = 32;
	off[F_CFRAME_CURRENT_FRAME] = 8;
	off[F_CODE_FILENAME] = 24;
	off[F_CODE_NAME] = 32;
	off[F_CODE_QUALNAME] = 40;
	off[F_CODE_LOCALSPLUSNAMES] = 48;
	off[F_CODE_LOCALSPLUSKINDS] = 56;
	off[F_CODE_LINETABLE] = 64;
	off[F_CODE_NLOCALSPLUS] = 72;
	off[F_CODE_STACKSIZE] = 76;
	off[F_CODE_FIRSTLINENO] = 80;
	off[F_CODE_FIRSTTRACEABLE] = 84;
	off[F_CODE_ADAPTIVE] = 88;
	off[F_IFRAME_FUNC] = 0;
	off[F_IFRAME_CODE] = 8;
	off[F_IFRAME_LOCALS] = 16;
	off[F_IFRAME_FRAME_OBJ] = 24;
	off[F_IFRAME_PREVIOUS] = 32;
	off[F_IFRAME_PREV_INSTR] = 40;
	off[F_IFRAME_STACKTOP] = 48;
	off[F_IFRAME_OWNER] = 52;
	off[F_IFRAME_LOCALSPLUS] = 56;
	off[F_ARENA_SIZE] = 48;
	off[F_ARENA_ADDRESS] = 0;
	off[F_ARENA_POOL_ADDRESS] = 8;
	off[F_ARENA_NFREEPOOLS] = 16;
	off[F_ARENA_NTOTALPOOLS] = 20;
	off[F_POOL_SIZE] = 48;
	off[F_POOL_REF] = 0;
	off[F_POOL_FREEBLOCK] = 8;
	off[F_POOL_ARENAINDEX] = 32;
	off[F_POOL_SZIDX] = 36;
}

static int fake_make(void **state)
{
	struct fake *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	assert_null(kg_image_create(KG_MACHINE_X86_64, &f->img));
	assert_null(kg_image_add(f->img, BASE, f->words, sizeof(f->words), KG_SEG_READ | KG_SEG_WRITE));
	assert_null(kg_image_seal(f->img));
	layout_make(f);
	f->proc.image = f->img;
	f->rt.proc = &f->proc;
	f->rt.image = f->img;
	f->rt.layout = &f->lay;
	f->rt.addr = BASE;
	f->rt.priv = calloc(1, sizeof(*f->rt.priv));
	/* Small arenas, so that one fits in here: 32 KiB in pools of 4 KiB. */
	f->facts = (struct kg_facts){.arena_bytes = 1 << 15, .pool_bytes = 1 << 12, .gc_flag_bits = 3, .gc_lists = true,
				     .frames = KG_FRAMES_INTERNAL, .lines = KG_LINES_LOCATIONS, .code_unit = 2};
	f->lay.facts = &f->facts;
	*state = f;
	return 0;
}

static int fake_free(void **state)
{
	struct fake *f = *state;

	free(f->rt.interps);
	free(f->rt.threads);
	free(f->rt.arenas);
	free(f->rt.refs);
	free(f->rt.priv);
	kg_image_destroy(f->img);
	free(f);
	return 0;
}

static const kg_addr INTERP = 0x101000, THREAD = 0x102000;

/* One interpreter of two threads. */
static void chain_make(struct fake *f)
{
	*at(f, BASE) = *at(f, BASE + 8) = INTERP;
	*at(f, INTERP + 16) = THREAD;
	*at(f, THREAD) = THREAD + 0x100;
	*at(f, THREAD + 8) = *at(f, THREAD + 0x108) = INTERP;
	*at(f, THREAD + 16) = 0x7000;
	*at(f, THREAD + 24) = 42;
}

static void test_chain(void **state)
{
	struct fake *f = *state;

	chain_make(f);
	*at(f, INTERP + 32) = 1 | 2ull << 32;	  /* enabled, debug */
	*at(f, INTERP + 32 + 16 + 24 + 16) = 10 | 3ull << 32; /* generation 1: threshold, count */
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_int_equal(f->rt.ninterps, 1);
	assert_true(f->rt.interps[0].is_main);
	assert_true(f->rt.interps[0].gc.enabled);
	assert_int_equal(f->rt.interps[0].gc.debug, 2);
	assert_int_equal(f->rt.interps[0].gc.gens[1].head, INTERP + 32 + 16 + 24);
	assert_int_equal(f->rt.interps[0].gc.gens[1].threshold, 10);
	assert_int_equal(f->rt.interps[0].gc.gens[1].count, 3);
	assert_int_equal(f->rt.nthreads, 2);
	assert_int_equal(f->rt.threads[0].native_id, 42);
	assert_int_equal(f->img->damage.count, 0);
}

static void test_interp_circle(void **state)
{
	struct fake *f = *state;

	chain_make(f);
	*at(f, INTERP) = INTERP;
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_int_equal(f->rt.ninterps, 1);
	assert_int_equal(f->img->damage.count, 1);
}

static void test_thread_circle(void **state)
{
	struct fake *f = *state;

	chain_make(f);
	*at(f, THREAD + 0x100) = THREAD;
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_int_equal(f->rt.nthreads, 2);
	assert_int_equal(f->img->damage.count, 1);
}

static void test_thread_elsewhere(void **state)
{
	struct fake *f = *state;

	chain_make(f);
	*at(f, THREAD + 0x100) = 0xdead0000; /* not mapped */
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_int_equal(f->rt.nthreads, 2);
	assert_int_equal(f->img->damage.count, 1);
	assert_int_equal(f->img->damage.items[0].addr, 0xdead0000);
}

static void test_no_interp(void **state)
{
	struct fake *f = *state;

	*at(f, BASE) = 0xdead0000;
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_int_equal(f->rt.ninterps, 0);
	assert_int_equal(f->img->damage.count, 1);
}

/* type and object, one linked generation. */
static void types_make(struct fake *f)
{
	kg_addr type = 0x103000, object = 0x103100, head = INTERP + 32 + 16;

	f->rt.type_type = type;
	*at(f, type + 8) = type;
	*at(f, type + 24) = 0x103200;
	*at(f, type + 32) = object;
	*at(f, object + 24) = 0x103210;
	strcpy((char *)at(f, 0x103200), "type");
	strcpy((char *)at(f, 0x103210), "object");
	*at(f, head) = *at(f, head + 8) = head;
}

static void validate_refuses(struct fake *f, const char *what)
{
	struct kg_error *err = kg_layout_validate(&f->rt);

	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_TARGET);
	assert_non_null(strstr(err->text, what));
	kg_error_destroy(err);
}

static void test_validate(void **state)
{
	struct fake *f = *state;

	chain_make(f);
	types_make(f);
	assert_null(kg_layout_validate(&f->rt));
	*at(f, INTERP + 32 + 16 + 8) |= 1; /* a flag bit is no other address */
	assert_null(kg_layout_validate(&f->rt));
	*at(f, INTERP + 32 + 16) = BASE;
	validate_refuses(f, "collector");
	strcpy((char *)at(f, 0x103210), "tuple");
	validate_refuses(f, "object");
	*at(f, 0x103008) = 0x103100;
	validate_refuses(f, "its own type");
}

static void test_linetable(void **state)
{
	/* Two units at +0; one without line; one at +1; one at -3 by varint; three at +70 by a two-byte varint. */
	static const uint8_t table[] = {0x81, 0x00, 0xf8, 0xd8, 0x01, 0x02, 0xe8, 0x07, 0xea, 0x4c, 0x02};
	static const int lines[] = {10, 10, 0, 11, 8, 78, 78, 78, 0};

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(lines); i++)
		assert_int_equal(kg_linetable_line(table, sizeof(table), 10, i), lines[i]);
}

static void test_linetable_hostile(void **state)
{
	static const uint8_t endless[] = {0xe8, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f};
	static const uint8_t headless[] = {0x00, 0x01, 0x02};

	(void)state;
	for (size_t len = 0; len <= sizeof(endless); len++)
		for (uint64_t unit = 0; unit < 20; unit++)
			kg_linetable_line(endless, len, 1, unit);
	assert_int_equal(kg_linetable_line(endless, sizeof(endless), 2147483647, 0), 0);
	kg_linetable_line(headless, sizeof(headless), 1, UINT64_MAX);
	assert_int_equal(kg_linetable_line(NULL, 0, 1, 0), 0);
}

/* A layout of another version: what fits and what does not is said; frames that do not fit are not read. */
static void test_probe(void **state)
{
	struct fake *f = *state;
	const char *text;

	chain_make(f);
	types_make(f);
	assert_null(kg_runtime_read_interps(&f->rt));
	assert_null(kg_layout_probe(&f->rt));
	assert_null(f->rt.unknown);
	f->lay.nearest = true;
	f->lay.version = (struct kg_version){3, 99, 0, 0xf, 0};
	f->rt.threads[0].frame = 0x108000; /* no frame is there */
	assert_null(kg_layout_probe(&f->rt));
	assert_int_equal(f->img->damage.count, 0);
	text = f->rt.unknown;
	assert_non_null(strstr(text, "CPython 3.99.0"));
	assert_non_null(strstr(text, " fit: types, collector; do not fit"));
	assert_non_null(strstr(text, ": tuples, dicts, threads, frames"));
	free(f->rt.unknown);
	assert_int_equal(f->rt.threads[0].frame, 0);
}

/* A free-threaded build's heaps, by their numbers and by the state they share; those of a thread not begun are not looked at. */
static void test_probe_allocator(void **state)
{
	enum { HEAPS = 0x40, HEAP = 0x10, TAG = 8, BEGUN = 0x38 };
	struct fake *f = *state;
	int32_t *off = f->lay.off;
	const char *said;

	chain_make(f);
	types_make(f);
	assert_null(kg_runtime_read_interps(&f->rt));
	f->lay.nearest = f->lay.free_threaded = true;
	f->lay.version = (struct kg_version){3, 99, 0, 0xf, 0};
	off[F_THREADIMPL_HEAPS] = HEAPS;
	off[F_THREADIMPL_INITIALIZED] = BEGUN;
	off[F_MIHEAP_SIZE] = HEAP;
	off[F_MIHEAP_TLD] = 0;
	off[F_MIHEAP_TAG] = TAG;
	*at(f, THREAD + BEGUN) = 1;
	for (int bad = 0; bad < 4; bad++) {
		for (uint64_t i = 0; i < 4; i++) {
			*at(f, THREAD + HEAPS + i * HEAP) = THREAD + (bad == 1 && i == 2);
			*at(f, THREAD + HEAPS + i * HEAP + TAG) = bad == 2 ? 0 : i;
		}
		if (bad == 3)
			off[F_MIHEAP_TAG] = KG_ABSENT;
		assert_null(kg_layout_probe(&f->rt));
		said = strstr(f->rt.unknown, "; do not fit");
		assert_non_null(said);
		assert_int_equal(strstr(said, "allocator") != NULL, bad > 0);
		free(f->rt.unknown);
	}
	f->rt.unknown = NULL;
}

static void test_lnotab(void **state)
{
	/* Two bytes at +0, four at +1, 256 at +3 in two steps, then back by 2. */
	static const uint8_t table[] = {2, 1, 4, 2, 255, 0, 1, 0xfe};

	(void)state;
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 0), 10);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 1), 10);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 2), 11);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 5), 11);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 6), 13);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 261), 13);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, 262), 11);
	assert_int_equal(kg_lnotab_line(table, sizeof(table), 10, UINT64_MAX), 11);
	assert_int_equal(kg_lnotab_line(table, 3, 10, 2), 11); /* half an entry is none */
	assert_int_equal(kg_lnotab_line(table, sizeof(table), -12, 6), 0);
	assert_int_equal(kg_lnotab_line(NULL, 0, 10, 6), 10);
}

static void test_lineranges(void **state)
{
	/* Four bytes at +0, two without a line, six at +2, an empty range that adds 5, two at +4. */
	static const uint8_t table[] = {4, 0, 2, 0x80, 6, 2, 0, 5, 2, 4};

	(void)state;
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 3), 10);
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 4), 0);
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 6), 12);
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 11), 12);
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 12), 21);
	assert_int_equal(kg_lineranges_line(table, sizeof(table), 10, 14), 0);
	assert_int_equal(kg_lineranges_line(NULL, 0, 10, 0), 0);
}

static void test_facts(void **state)
{
	static const struct kg_version known = {3, 9, 2, 0xf, 0}, newer = {3, 99, 0, 0xf, 0}, older = {3, 1, 0, 0xf, 0};
	const struct kg_facts *f, *last;
	bool exact;

	(void)state;
	f = kg_facts_find(known, false, &exact);
	assert_true(exact);
	assert_int_equal(f->frames, KG_FRAMES_OBJECTS);
	assert_int_equal(f->pool_bytes, 4096);
	last = kg_facts_find(newer, false, &exact);
	assert_false(exact);
	assert_int_equal(last->frames, KG_FRAMES_INTERNAL);
	assert_true(last->since > KG_VERSION(3, 11, 0));
	f = kg_facts_find(older, false, &exact);
	assert_false(exact);
	assert_int_equal(f->since, KG_VERSION(3, 8, 0));
	f = kg_facts_find(newer, true, &exact);
	assert_true(f->free_threaded);
	assert_true(kg_version_within(KG_VERSION(3, 9, 2), KG_VERSION(3, 9, 0), KG_VERSION(3, 10, 0)));
	assert_false(kg_version_within(KG_VERSION(3, 10, 0), 0, KG_VERSION(3, 10, 0)));
	assert_true(kg_version_within(KG_VERSION(3, 10, 0), 0, 0));
}

/* Which collector a build of 3.14 has: its version says it, unless the size of the collector's state says otherwise. */
static void test_collectors(void **state)
{
	static const struct {
		struct kg_build build;
		int32_t bytes; /* of the collector's state */
		bool old_spaces;
	} builds[] = {
		{{.version = {3, 13, 5, 0xf, 0}}, 240, false},
		{{.version = {3, 14, 0, 0xc, 1}}, 240, true},
		{{.version = {3, 14, 0, 0xf, 0}}, 240, true},
		{{.version = {3, 14, 4, 0xf, 0}, .debug = true}, 240, true},
		{{.version = {3, 14, 4, 0xf, 0}}, 264, false},
		{{.version = {3, 14, 5, 0xf, 0}}, 264, false},
		{{.version = {3, 14, 5, 0xf, 0}}, 240, true},
		{{.version = {3, 14, 10, 0xf, 0}}, 100, false},
		{{.version = {3, 14, 0, 0xf, 0}}, KG_ABSENT, true},
		{{.version = {3, 15, 0, 0xf, 0}}, 240, false},
		{{.version = {3, 14, 0, 0xf, 0}, .free_threaded = true}, 240, false},
	};

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(builds); i++) {
		const struct kg_build *b = &builds[i].build;
		bool exact;
		const struct kg_facts *f = kg_facts_find(b->version, b->free_threaded, &exact);

		assert_true(exact);
		f = kg_facts_by_collector(f, builds[i].bytes);
		assert_int_equal(f->old_spaces, builds[i].old_spaces);
		assert_int_equal(f->untracks_young, builds[i].old_spaces);
		assert_int_equal(f->free_threaded, b->free_threaded);
		assert_int_equal(f->since >> 8, b->version.major << 8 | b->version.minor);
	}
}

/* Where the oldest generation has two halves, which of them counts as the middle one changes. */
static void test_old_spaces(void **state)
{
	struct fake *f = *state;
	const struct kg_gc_state *gc;
	const kg_addr lists = INTERP + 32 + 16;

	chain_make(f);
	f->facts.old_spaces = true;
	f->lay.off[F_GC_VISITED_SPACE] = 120;
	*at(f, lists + 16) = 2000 | 7ull << 32;
	*at(f, lists + 24 + 16) = 10 | 3ull << 32;
	*at(f, lists + 48 + 16) = 5ull << 32;
	for (uint64_t visited = 0; visited < 2; visited++) {
		*at(f, INTERP + 32 + 120) = visited;
		free(f->rt.interps);
		free(f->rt.threads);
		f->rt.interps = NULL;
		f->rt.threads = NULL;
		f->rt.ninterps = f->rt.nthreads = 0;
		f->rt.priv->interps_cap = f->rt.priv->threads_cap = 0;
		assert_null(kg_runtime_read_interps(&f->rt));
		gc = &f->rt.interps[0].gc;
		assert_int_equal(gc->gens[0].head, lists);
		assert_int_equal(gc->gens[1].head, lists + (visited ? 48 : 24));
		assert_int_equal(gc->gens[2].head, lists + (visited ? 24 : 48));
		assert_int_equal(gc->gens[0].threshold, 2000);
		assert_int_equal(gc->gens[1].threshold, 10);
		assert_int_equal(gc->gens[2].threshold, 0);
		assert_int_equal(gc->gens[1].count, visited ? 5 : 3);
		assert_int_equal(gc->gens[2].count, visited ? 3 : 5);
	}
}

/* Without symbols the runtime's own account tells a build --disable-gil. */
static void test_free_threaded(void **state)
{
	struct fake *f = *state;

	assert_false(kg_offsets_free_threaded(f->img, BASE));
	memcpy(at(f, BASE), "xdebugpy", 8);
	*at(f, BASE + 8) = 0x030e07f0;
	assert_false(kg_offsets_free_threaded(f->img, BASE));
	*at(f, BASE + 16) = 1;
	assert_true(kg_offsets_free_threaded(f->img, BASE));
	assert_false(kg_offsets_free_threaded(f->img, BASE + 8));
	assert_false(kg_offsets_free_threaded(f->img, 0x10));
}

/* Where no table is of the version itself the size of the runtime's state tells, then debug or release, then the version. */
static void test_tables_between(void **state)
{
	struct kg_build b = {.version = {3, 14, 8, 0xf, 0}, .free_threaded = true};
	const struct kg_layout_table *t;
	bool exact;

	(void)state;
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_int_equal(t->micro, 7);
	for (size_t i = 0; kg_layout_tables[i]; i++)
		if (kg_layout_tables[i]->free_threaded && kg_layout_tables[i]->minor == 14 && kg_layout_tables[i]->micro == 10)
			b.runtime_size = kg_layout_table_struct(kg_layout_tables[i], "_PyRuntimeState")->size;
	assert_true(b.runtime_size > 0);
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_int_equal(t->micro, 10);
	b = (struct kg_build){.version = {3, 14, 9, 0xf, 0}, .free_threaded = true, .debug = true};
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_int_equal(t->builds, KG_BUILD_DEBUG);
	assert_int_equal(t->minor, 14);
}

/* The table of its own version; of two for one minor version that made from the nearer build; else the nearest. */
static void test_tables(void **state)
{
	struct kg_build b = {.version = {3, 9, 5, 0xf, 0}};
	const struct kg_layout_table *t;
	bool exact;

	(void)state;
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_true(exact);
	assert_int_equal(t->micro, 2);
	b.version.micro = 17;
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_true(exact);
	assert_int_equal(t->micro, 18);
	for (uint8_t micro = 0; micro <= 11; micro++) {
		static const uint8_t from[] = {0, 2, 2, 3, 4, 8, 8, 8, 8, 10, 10, 10};

		b.version = (struct kg_version){3, 14, micro, 0xf, 0};
		t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
		assert_true(exact);
		assert_int_equal(t->micro, from[micro]);
		/* Where the collector is another its state has another size. */
		assert_int_equal(kg_layout_table_struct(t, "_gc_runtime_state")->size, micro < 5 ? 240 : 264);
	}
	b.version = (struct kg_version){3, 99, 0, 0xf, 0};
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_true(t->minor >= 11);
	b.free_threaded = true;
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_true(t->free_threaded && t->minor >= 15);
	b.free_threaded = false;
	b.version = (struct kg_version){3, 7, 0, 0xf, 0};
	t = kg_layout_table_choose(&b, KG_MACHINE_X86_64, &exact);
	assert_false(exact);
	assert_int_equal(t->minor, 8);
}

static void test_members(void **state)
{
	static const struct kg_cmember members[] = {{.name = "older", .offset = 8}, {.name = "other", .offset = 16}};
	static const struct kg_cstruct s = {.name = "S", .size = 24, .nmembers = 2, .members = members};

	(void)state;
	assert_int_equal(kg_cstruct_offset(&s, "other"), 16);
	assert_int_equal(kg_cstruct_offset(&s, "newer|older"), 8);
	assert_int_equal(kg_cstruct_offset(&s, "old"), KG_ABSENT);
	assert_int_equal(kg_cstruct_offset(&s, "older2|othe|"), KG_ABSENT);
	assert_int_equal(kg_cstruct_offset(&s, ""), KG_ABSENT);
}

static const kg_addr CODE = 0x104000, FRAME = 0x105000;

/* A code object of four units, three named slots, a stack of two; a frame that runs it. */
static void frame_make(struct fake *f)
{
	uint32_t *sizes = (uint32_t *)at(f, CODE + 72);

	*at(f, CODE + 16) = 4;
	*at(f, CODE + 48) = 0x104200;
	*at(f, CODE + 56) = 0x104300;
	*at(f, CODE + 64) = 0x104400;
	sizes[0] = 3;
	sizes[1] = 2;
	sizes[2] = 20;
	sizes[3] = 1;
	*at(f, 0x104200 + 16) = 3;
	*at(f, 0x104200 + 24) = 0xaaa0;
	*at(f, 0x104200 + 40) = 0xccc0;
	*at(f, 0x104300 + 16) = 3;
	memcpy(at(f, 0x104300 + 24), "\x20\x40\x80", 3);
	*at(f, 0x104400 + 16) = 4;
	memcpy(at(f, 0x104400 + 24), "\x80\x00\xda\x00", 4); /* one unit at +0, three at +1 */
	*at(f, FRAME + 8) = CODE;
	*at(f, FRAME + 40) = CODE + 88 + 4;
	*at(f, FRAME + 48) = 0xffffffff;
}

static void test_frame(void **state)
{
	struct fake *f = *state;
	struct kg_frame fr;
	struct kg_code code;

	frame_make(f);
	assert_null(kg_frame_read(&f->rt, FRAME, &fr));
	assert_int_equal(fr.code, CODE);
	assert_int_equal(fr.owner, KG_FRAME_THREAD);
	assert_true(fr.complete);
	assert_int_equal(fr.line, 21);
	assert_false(fr.stack_known);
	assert_int_equal(fr.nlocals, 3);
	assert_int_equal(fr.nslots, 3);
	assert_int_equal(fr.slots, FRAME + 56);
	assert_null(kg_code_read(&f->rt, CODE, &code));
	assert_int_equal(code.kinds[1], KG_SLOT_CELL);
	assert_int_equal(kg_code_slot_name(&f->rt, &code, 2), 0xccc0);
	assert_int_equal(kg_code_slot_name(&f->rt, &code, 3), 0);
}

static void test_frame_states(void **state)
{
	struct fake *f = *state;
	struct kg_frame fr;

	frame_make(f);
	*at(f, FRAME + 48) = 5 | 1ull << 32; /* stacktop 5, owner generator */
	*at(f, FRAME + 40) = CODE + 88 - 2;  /* not started */
	assert_null(kg_frame_read(&f->rt, FRAME, &fr));
	assert_true(fr.complete && fr.stack_known);
	assert_int_equal(fr.nslots, 5);
	assert_int_equal(fr.line, 20);
	*at(f, FRAME + 48) = 0;
	assert_null(kg_frame_read(&f->rt, FRAME, &fr));
	assert_false(fr.complete);
	assert_true(fr.stack_known);
	assert_int_equal(fr.nslots, 0);
	*at(f, FRAME + 48) = 1000; /* more than the code object allows */
	assert_null(kg_frame_read(&f->rt, FRAME, &fr));
	assert_false(fr.stack_known);
	assert_int_equal(fr.nslots, 3);
}

static void expect(struct kg_error *err, enum kg_error_code code)
{
	assert_non_null(err);
	assert_int_equal(err->code, code);
	kg_error_destroy(err);
}

static void test_frame_hostile(void **state)
{
	struct fake *f = *state;
	struct kg_frame fr;
	struct kg_code code;

	frame_make(f);
	expect(kg_frame_read(&f->rt, 0xdead0000, &fr), KG_ERR_FAULT);
	*at(f, CODE + 72) = 0x7fffffff; /* named slots beyond all memory */
	assert_null(kg_frame_read(&f->rt, FRAME, &fr));
	assert_true(fr.nslots <= (BASE + sizeof(f->words) - fr.slots) / 8);
	*at(f, CODE + 72) = 0xffffffff;
	expect(kg_code_read(&f->rt, CODE, &code), KG_ERR_CORRUPT);
	*at(f, CODE + 72) = 3;
	*at(f, CODE + 16) = 1ull << 60;
	expect(kg_code_read(&f->rt, CODE, &code), KG_ERR_CORRUPT);
	*at(f, CODE + 16) = 4;
	*at(f, 0x104400 + 16) = 1ull << 60; /* a line table of 2^60 bytes */
	assert_null(kg_code_read(&f->rt, CODE, &code));
	assert_null(code.linetable);
	assert_int_equal(kg_code_line(&f->rt, &code, 0), 0);
	*at(f, FRAME + 8) = 0;
	expect(kg_frame_read(&f->rt, FRAME, &fr), KG_ERR_CORRUPT);
}

/* A table of 16 arena objects, the third in use with two pools, and variables that lead there. */
static const kg_addr ARENA = 0x108000, TABLE = 0x106000, VARIABLE = 0x107000;

static void arenas_make(struct fake *f)
{
	kg_addr e = TABLE + 2 * 48;

	f->rt.interps = calloc(1, sizeof(*f->rt.interps));
	assert_non_null(f->rt.interps);
	f->rt.interps[0].addr = INTERP;
	f->rt.ninterps = 1;
	*at(f, VARIABLE) = TABLE;
	*at(f, VARIABLE - 16) = 16;
	*at(f, e) = ARENA;
	*at(f, e + 8) = ARENA + 0x2000;
	*at(f, e + 16) = 6 | 8ull << 32;
	*at(f, ARENA + 32) = 2 | 1ull << 32; /* arenaindex, szidx */
	*at(f, ARENA + 0x1000 + 32) = 2 | 3ull << 32;
}

static struct kg_module module_over(kg_addr start, kg_addr end)
{
	return (struct kg_module){.path = "python3.11", .start = start, .end = end};
}

static void test_arenas(void **state)
{
	struct fake *f = *state;
	struct kg_module mod = module_over(BASE, BASE + 0x8000);

	f->rt.module = &mod;
	arenas_make(f);
	assert_null(kg_runtime_read_arenas(&f->rt));
	assert_int_equal(f->rt.narenas, 1);
	assert_int_equal(f->rt.arenas[0].start, ARENA);
	assert_int_equal(f->rt.arenas[0].end, ARENA + 0x2000);
	assert_false(f->rt.debug_hooks);
}

/* Without its number in the pools, an array that looks right is nothing. */
static void test_arenas_unproven(void **state)
{
	struct fake *f = *state;
	struct kg_module mod = module_over(BASE, BASE + 0x8000);

	f->rt.module = &mod;
	arenas_make(f);
	*at(f, ARENA + 32) = 7;
	assert_null(kg_runtime_read_arenas(&f->rt));
	assert_int_equal(f->rt.narenas, 0);
}

static void test_hooks(void **state)
{
	struct fake *f = *state;
	struct kg_module mod = module_over(BASE, BASE + 0x8000);

	f->rt.module = &mod;
	arenas_make(f);
	*at(f, ARENA) = 1; /* one block in use */
	memcpy(at(f, ARENA + 48 + 32), "\0\0\0\0\0\0\0\x08o\xfd\xfd\xfd\xfd\xfd\xfd\xfd", 16);
	assert_null(kg_runtime_read_arenas(&f->rt));
	assert_true(f->rt.debug_hooks);
}

/* The tables that come with kedge hold what the sources of CPython 3.11 say. */
static void test_table(void **state)
{
	const struct kg_layout_table *t = kg_layout_tables[0];
	const struct kg_cstruct *s;

	(void)state;
	assert_non_null(t);
	assert_int_equal(t->major, 3);
	s = kg_layout_table_struct(t, "PyDictObject");
	assert_non_null(s);
	assert_int_equal(s->size, 48);
	assert_int_equal(kg_cstruct_offset(s, "ma_keys"), 32);
	assert_int_equal(kg_cstruct_member(s, "ma_keys")->pointer, 1);
	assert_int_equal(kg_cstruct_offset(s, "no_such"), KG_ABSENT);
	assert_null(kg_layout_table_struct(t, "no_such"));
	for (size_t i = 1; i < t->nstructs; i++)
		assert_true(strcmp(t->structs[i - 1].name, t->structs[i].name) < 0);
}

int main(void)
{
#define FAKE(test) cmocka_unit_test_setup_teardown(test, fake_make, fake_free)
	const struct CMUnitTest tests[] = {
		FAKE(test_chain),
		FAKE(test_interp_circle),
		FAKE(test_thread_circle),
		FAKE(test_thread_elsewhere),
		FAKE(test_no_interp),
		FAKE(test_validate),
		FAKE(test_probe), FAKE(test_probe_allocator),
		cmocka_unit_test(test_linetable),
		cmocka_unit_test(test_linetable_hostile),
		cmocka_unit_test(test_lnotab),
		cmocka_unit_test(test_lineranges),
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_collectors),
		FAKE(test_old_spaces),
		FAKE(test_free_threaded),
		cmocka_unit_test(test_tables), cmocka_unit_test(test_tables_between),
		cmocka_unit_test(test_members),
		FAKE(test_frame),
		FAKE(test_frame_states),
		FAKE(test_frame_hostile),
		FAKE(test_arenas),
		FAKE(test_arenas_unproven),
		FAKE(test_hooks),
		cmocka_unit_test(test_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
