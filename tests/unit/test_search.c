/* A runtime that no symbol leads to, in memory made up here: found by what it leads to, and by nothing less. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cpython/cpython_priv.h"

enum { WORDS = 4096 };
static const kg_addr BASE = 0x100000, RUNTIME = 0x100100, INTERP = 0x101000, SUB = 0x102000, THREAD = 0x103000,
		     THREAD_2 = 0x103400, DICT = 0x104000, DICT_TYPE = 0x104100, TYPE = 0x104800;
static const struct kg_version VERSION = {3, 9, 2, 0xf, 0};

struct fake {
	uint64_t words[WORDS];
	struct kg_image *img;
	struct kg_module mod;
	struct kg_process proc;
	const struct kg_layout_table *table;
};

static uint64_t *at(struct fake *f, kg_addr addr)
{
	return &f->words[(addr - BASE) / 8];
}

static uint64_t *field(struct fake *f, kg_addr addr, const char *strct, const char *tag, const char *member)
{
	const struct kg_cstruct *s = kg_layout_table_struct(f->table, strct);

	s = s ? s : kg_layout_table_struct(f->table, tag);
	assert_non_null(s);
	assert_int_not_equal(kg_cstruct_offset(s, member), KG_ABSENT);
	return at(f, addr + (kg_addr)kg_cstruct_offset(s, member));
}

static uint64_t *runtime(struct fake *f, const char *member)
{
	return field(f, RUNTIME, "_PyRuntimeState", "pyruntimestate", member);
}

static uint64_t *interp(struct fake *f, kg_addr addr, const char *member)
{
	return field(f, addr, "PyInterpreterState", "_is", member);
}

static uint64_t *thread(struct fake *f, kg_addr addr, const char *member)
{
	return field(f, addr, "PyThreadState", "_ts", member);
}

/* Two interpreters, of which the main one is the last; two threads, and a dict of a type of a type. */
static void fill(struct fake *f)
{
	memset(f->words, 0, sizeof(f->words));
	*runtime(f, "interpreters.head") = SUB;
	*runtime(f, "interpreters.main") = INTERP;
	*runtime(f, "interpreters.next_id") = 2;
	*interp(f, SUB, "next") = INTERP;
	*interp(f, SUB, "id") = 1;
	*interp(f, INTERP, "tstate_head") = THREAD;
	*interp(f, INTERP, "sysdict") = DICT;
	*thread(f, THREAD, "next") = THREAD_2;
	*thread(f, THREAD, "interp") = INTERP;
	*thread(f, THREAD, "thread_id") = 0x7000;
	*thread(f, THREAD_2, "interp") = INTERP;
	*thread(f, THREAD_2, "thread_id") = 0x8000;
	*at(f, DICT + 8) = DICT_TYPE;
	*at(f, DICT_TYPE + 8) = TYPE;
	*at(f, TYPE + 8) = TYPE;
	f->img->nthreads = 1;
	f->img->threads[0].tp = 0x8000;
}

static int fake_make(void **state)
{
	const struct kg_build build = {.version = VERSION};
	struct fake *f = calloc(1, sizeof(*f));
	bool exact;

	assert_non_null(f);
	f->table = kg_layout_table_choose(&build, KG_MACHINE_X86_64, &exact);
	assert_null(kg_image_create(KG_MACHINE_X86_64, &f->img));
	assert_null(kg_image_add(f->img, BASE, f->words, sizeof(f->words), KG_SEG_READ | KG_SEG_WRITE));
	assert_null(kg_image_seal(f->img));
	f->img->threads = calloc(1, sizeof(*f->img->threads));
	f->mod = (struct kg_module){.path = (char *)"/srv/server", .start = BASE, .end = BASE + sizeof(f->words), .state = KG_MODULE_MATCHED};
	f->proc = (struct kg_process){.image = f->img, .modules = &f->mod, .nmodules = 1};
	fill(f);
	*state = f;
	return 0;
}

static int fake_free(void **state)
{
	struct fake *f = *state;

	kg_image_destroy(f->img);
	free(f);
	return 0;
}

static bool found(struct fake *f)
{
	kg_addr addr = 0;
	bool is = kg_runtime_by_shape(&f->proc, &f->mod, VERSION, &addr);

	assert_true(!is || addr == RUNTIME);
	return is;
}

static void test_shape(void **state)
{
	struct fake *f = *state;

	assert_true(found(f));
	/* The words that it leads to may be lists of pointers of anything: each of them is needed. */
	uint64_t *const needed[] = {
		runtime(f, "interpreters.head"), runtime(f, "interpreters.main"), runtime(f, "interpreters.next_id"),
		interp(f, INTERP, "tstate_head"), interp(f, INTERP, "sysdict"), thread(f, THREAD, "interp"),
		thread(f, THREAD_2, "interp"), thread(f, THREAD_2, "thread_id"), at(f, DICT + 8), at(f, DICT_TYPE + 8), at(f, TYPE + 8),
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(needed); i++) {
		const uint64_t lies[] = {0, 3, RUNTIME, INT64_MIN, UINT64_MAX, BASE + sizeof(f->words) - 8};

		for (size_t j = 0; j < KG_ARRAY_SIZE(lies); j++) {
			const uint64_t true_word = *needed[i];

			*needed[i] = lies[j];
			/* The number of the next interpreter may be any that is high enough. */
			if (needed[i] != runtime(f, "interpreters.next_id") || lies[j] != 3)
				assert_false(found(f));
			*needed[i] = true_word;
		}
	}
	assert_true(found(f));
}

static void test_shape_chains(void **state)
{
	struct fake *f = *state;

	*interp(f, INTERP, "next") = SUB;
	assert_false(found(f));
	*interp(f, INTERP, "next") = 0x10;
	assert_false(found(f));
	fill(f);
	*thread(f, THREAD_2, "next") = THREAD;
	assert_false(found(f));
	fill(f);
	*interp(f, SUB, "id") = 2;
	assert_false(found(f));
	fill(f);
	/* An image that tells no thread's own address says nothing against one. */
	f->img->threads[0].tp = 0;
	assert_true(found(f));
	f->mod.end = RUNTIME;
	assert_false(found(f));
}

static void test_cookie(void **state)
{
	struct fake *f = *state;
	kg_addr addr;
	const kg_addr place = BASE + 0x4000;

	assert_false(kg_runtime_by_cookie(&f->proc, &f->mod, &addr));
	memcpy(at(f, place), "xdebugpy", 8);
	assert_false(kg_runtime_by_cookie(&f->proc, &f->mod, &addr));
	*at(f, place + 8) = 0x030d05f0;
	*at(f, place + 24) = 283376;
	*at(f, place + 40) = 632;
	/* A copy that is none of the runtime's comes first: it has no version. */
	memcpy(at(f, BASE + 0x3000), "xdebugpy", 8);
	assert_true(kg_runtime_by_cookie(&f->proc, &f->mod, &addr));
	assert_int_equal(addr, place);
	assert_false(kg_offsets_live(f->img, place));
	*at(f, place + 40) = 64;
	*at(f, place + 64) = INTERP;
	assert_true(kg_offsets_live(f->img, place));
	*at(f, place + 8) = 0x030c05f0;
	assert_false(kg_runtime_by_cookie(&f->proc, &f->mod, &addr));
	*at(f, place + 8) = 0x030d05f0;
	*at(f, place + 24) = UINT64_MAX;
	assert_false(kg_runtime_by_cookie(&f->proc, &f->mod, &addr));
}

/* Three CPythons, as kg_runtime_create() would have them. */
static void test_choice(void **state)
{
	struct kg_module mods[] = {{.path = (char *)"/usr/bin/server"}, {.path = (char *)"/usr/lib/libpython3.13.so.1.0"},
				   {.path = (char *)"/opt/libpython3.13.so.1.0"}};
	struct kg_python all[] = {
		{.module = &mods[0], .version = {3, 1, 3, 0xf, 0}, .live = true, .arena_bytes = 10, .threads = 9},
		{.module = &mods[1], .version = {3, 13, 5, 0xf, 0}, .live = true, .arena_bytes = 20},
		{.module = &mods[2], .version = {3, 13, 7, 0xf, 0}, .live = false, .arena_bytes = 90},
	};
	static const struct {
		const char *wanted;
		uint32_t chosen; /* UINT32_MAX: refused */
	} cases[] = {
		{NULL, 1}, {"1", 0}, {"2", 1}, {"3", 2}, {"0", UINT32_MAX}, {"4", UINT32_MAX}, {"99999999999999999999", UINT32_MAX},
		{"3.1", 0}, {"3.13", 1}, {"3.13.5", 1}, {"3.13.7", 2}, {"3.13.", UINT32_MAX}, {"3.1.3", 0}, {"3.14", UINT32_MAX},
		{"server", 0}, {"/opt/libpython3.13.so.1.0", 2}, {"libpython3.13.so.1.0", 1}, {"", UINT32_MAX}, {"x\033", UINT32_MAX},
	};
	const struct kg_runtime rt = {.pythons = all, .npythons = KG_ARRAY_SIZE(all)};

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(cases); i++) {
		uint32_t chosen = UINT32_MAX;
		struct kg_error *err = kg_pythons_choose(&rt, cases[i].wanted, &chosen);

		if (chosen != cases[i].chosen || !err != (chosen != UINT32_MAX))
			fail_msg("--python %s: %u, not %u", cases[i].wanted, chosen, cases[i].chosen);
		if (err)
			assert_int_equal(err->code, KG_ERR_USAGE);
		kg_error_destroy(err);
	}
	all[0].why = (char *)"not known";
	all[0].arena_bytes = 100;
	assert_null(kg_pythons_choose(&rt, NULL, &(uint32_t){0}));
	all[2].live = true;
	for (size_t i = 0; i < 2; i++) {
		struct kg_error *err = kg_pythons_choose(&rt, i ? "libpython3.13.so.1.0" : "3.13", &(uint32_t){0});

		assert_non_null(err);
		assert_non_null(strstr(err->text, "more than one"));
		kg_error_destroy(err);
	}
}

int main(void)
{
#define FAKE(test) cmocka_unit_test_setup_teardown(test, fake_make, fake_free)
	const struct CMUnitTest tests[] = {FAKE(test_shape), FAKE(test_shape_chains), FAKE(test_cookie), cmocka_unit_test(test_choice)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
