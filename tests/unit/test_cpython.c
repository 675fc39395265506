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
	struct kg_version_info info;
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
	f->info = (struct kg_version_info){.major = 3, .minor = 11, .arena_bytes = 1 << 15, .pool_bytes = 1 << 12,
					   .gc_flag_bits = 3, .code_unit = 2};
	f->rt.priv->info = &f->info;
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
	struct kg_error *err;

	*at(f, BASE) = 0xdead0000;
	err = kg_runtime_read_interps(&f->rt);
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_TARGET);
	kg_error_destroy(err);
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
		cmocka_unit_test(test_linetable),
		cmocka_unit_test(test_linetable_hostile),
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
