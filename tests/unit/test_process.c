/* The process layer: modules, their files, what is taken from them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"

static void test_matched(void **state)
{
	struct fixture f;
	struct kg_module *mod;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	mod = fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 1);
	assert_int_equal(mod->state, KG_MODULE_MATCHED);
	assert_string_equal(mod->build_id, "abababababababababababababababababababab");
	assert_string_equal(mod->found, f.path);
	assert_null(mod->note);
	assert_true(mod->is_main);
	assert_int_equal(mod->bias, BASE);
	assert_int_equal(mod->start, BASE);
	assert_int_equal(mod->end, BASE + FAKE_BIN_END);
	assert_ptr_equal(kg_process_module(f.proc, DATA + 0x1400), mod); /* .bss */
	assert_null(kg_process_module(f.proc, BASE + FAKE_BIN_END));
	assert_null(kg_process_module(f.proc, BASE - 1));
	assert_int_equal(byte_at(&f, DATA), 6);		  /* never written to, so the file's bytes are the target's */
	assert_int_equal(byte_at(&f, DATA + 0x1000), -1); /* .bss is not made up */
	assert_true(kg_image_segment(f.img, DATA)->flags & KG_SEG_OVERLAY);
	assert_false(kg_image_segment(f.img, BASE)->flags & KG_SEG_OVERLAY);
	fixture_deinit(&f);
}

static void test_core_wins(void **state)
{
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	fixture_open(&f, NULL);
	assert_int_equal(byte_at(&f, DATA), 0xcc);
	assert_int_equal(byte_at(&f, DATA + 0xfff), 0xcc);
	fixture_deinit(&f);
}

static void test_mismatch(void **state)
{
	struct fixture f;
	struct kg_module *mod;
	struct fake_bin other = {.build_id = 0xcd, .seed = 5};
	size_t len;
	uint8_t *bytes = fake_bin_build(&other, &len);

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	free(fake_write("libone.so", bytes, len));
	mod = fixture_open(&f, NULL);
	assert_int_equal(mod->state, KG_MODULE_MISMATCH);
	assert_null(mod->found);
	assert_non_null(strstr(mod->note, f.path));
	assert_non_null(strstr(mod->note, "abababab"));
	assert_non_null(strstr(mod->note, "cdcdcdcd"));
	assert_int_equal(byte_at(&f, DATA), -1);
	free(bytes);
	fixture_deinit(&f);
}

static void test_missing_and_deleted(void **state)
{
	struct fixture f, g;
	struct kg_module *mod;
	char name[512];

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab}, "libone.so");
	add_files(&f, "/nonexistent/evil\033[2J.so");
	add_loads(&f, true, false);
	mod = fixture_open(&f, NULL);
	assert_int_equal(mod->state, KG_MODULE_MISSING);
	assert_non_null(strstr(mod->note, "evil\\x1b[2J.so"));
	fixture_deinit(&f);

	fixture_init(&g, (struct fake_bin){.build_id = 0xab}, "libone.so");
	snprintf(name, sizeof(name), "%s (deleted)", g.path);
	add_files(&g, name);
	add_loads(&g, true, false);
	mod = fixture_open(&g, NULL);
	assert_int_equal(mod->state, KG_MODULE_MATCHED);
	fixture_deinit(&g);
}

static void test_unchecked(void **state)
{
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	assert_int_equal(fixture_open(&f, NULL)->state, KG_MODULE_UNCHECKED);
	assert_int_equal(byte_at(&f, DATA), 6);
	fixture_close(&f);
	f.bin_bytes[40] ^= 1; /* where the section headers are */
	free(fake_write("libone.so", f.bin_bytes, f.bin_len));
	assert_int_equal(fixture_open(&f, NULL)->state, KG_MODULE_MISMATCH);
	fixture_deinit(&f);
}

static void test_header_not_in_core(void **state)
{
	struct fixture f;
	struct kg_module *mod;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, false, true);
	mod = fixture_open(&f, NULL);
	assert_int_equal(mod->state, KG_MODULE_UNCHECKED);
	assert_int_equal(mod->bias, BASE);
	assert_int_equal(mod->end, BASE + FAKE_BIN_END);
	assert_string_equal(mod->build_id, "abababababababababababababababababababab");
	assert_int_equal(byte_at(&f, BASE + 0x800), 5);
	fixture_deinit(&f);
}

static void test_exe(void **state)
{
	struct fake_bin other = {.build_id = 0xcd};
	struct kg_process_options opts = {0};
	struct kg_error *err;
	struct fixture f;
	size_t len;
	uint8_t *bytes = fake_bin_build(&other, &len);
	char *wrong = fake_write("wrong", bytes, len), *right, *text = fake_write("text", "hello", 5);

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab}, "libone.so");
	add_files(&f, "/nonexistent/prog");
	add_loads(&f, true, false);
	right = fake_write("right", f.bin_bytes, f.bin_len);
	opts.exe = right;
	assert_string_equal(fixture_open(&f, &opts)->found, right);
	fixture_close(&f);
	opts.exe = wrong;
	err = fixture_try(&f, &opts);
	assert_int_equal(err->code, KG_ERR_USAGE);
	assert_non_null(strstr(err->text, "abababab"));
	assert_non_null(strstr(err->text, "cdcdcdcd"));
	kg_error_destroy(err);
	fixture_close(&f);
	opts.exe = text;
	err = fixture_try(&f, &opts);
	assert_int_equal(err->code, KG_ERR_USAGE);
	kg_error_destroy(err);
	fixture_deinit(&f);
	free(bytes);
	free(wrong);
	free(right);
	free(text);
}

static void test_sysroot(void **state)
{
	struct kg_process_options opts = {0};
	struct fixture f;
	char root[512], *below;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab}, "libone.so");
	add_files(&f, "/opt/lib/libone.so");
	add_loads(&f, true, false);
	below = fake_write("root/opt/lib/libone.so", f.bin_bytes, f.bin_len);
	snprintf(root, sizeof(root), "%s/root", fake_dir());
	opts.sysroot = root;
	assert_int_equal(fixture_open(&f, &opts)->state, KG_MODULE_MATCHED);
	assert_non_null(strstr(f.proc->modules[0].found, "root/opt/lib/libone.so"));
	fixture_deinit(&f);
	free(below);

	/* What is not below it is taken from its own path only when the build-id is certain. */
	fixture_init(&f, (struct fake_bin){.build_id = 0xab}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	assert_int_equal(fixture_open(&f, &opts)->state, KG_MODULE_MATCHED);
	fixture_deinit(&f);
	fixture_init(&f, (struct fake_bin){.seed = 1}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	assert_int_equal(fixture_open(&f, &opts)->state, KG_MODULE_MISMATCH);
	fixture_deinit(&f);
}

static void test_cut_data_stays_lost(void **state)
{
	struct fixture f;
	size_t whole;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	f.core_bytes = fake_build(&f.core, &whole);
	f.core_len = whole - 0x1000 - 0x800; /* in the middle of the changed page */
	assert_int_equal(fixture_open(&f, NULL)->state, KG_MODULE_MATCHED);
	assert_int_equal(byte_at(&f, DATA + 0x7ff), 0xcc);
	assert_int_equal(byte_at(&f, DATA + 0x800), -1);
	assert_true(f.img->ngaps > 0);
	fixture_close(&f);

	/* Read-only bytes cannot have changed. */
	f.core_len = whole - 0x2000 - 0x800;
	fixture_open(&f, NULL);
	assert_int_equal(byte_at(&f, BASE + 0xfff), 5);
	assert_int_equal(byte_at(&f, DATA), -1);
	fixture_deinit(&f);
}

static void test_mapped_as_data(void **state)
{
	struct fixture f;
	uint8_t text[0x1000] = "no ELF";
	char *plain = fake_write("plain", text, sizeof(text));
	const struct fake_file files[] = {
	    {BASE, BASE + 0x1000, 0, NULL},
	    {DATA, DATA + 0x1000, 0x1000, NULL},
	    {BASE + 0x100000, BASE + 0x103000, 0, NULL}, /* the whole file, as cp or a checksum tool has it */
	    {BASE + 0x200000, BASE + 0x201000, 0, plain},
	    {BASE + 0x300000, BASE + 0x301000, 0, plain},
	};
	struct fake_file named[5];

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	memcpy(named, files, sizeof(named));
	for (size_t i = 0; i < 3; i++)
		named[i].path = f.path;
	fake_files(&f.core, named, 5);
	add_loads(&f, true, false);
	fake_load(&f.core, BASE + 0x100000, f.bin_bytes, f.bin_len < 0x3000 ? f.bin_len : 0x3000, 0x3000, PF_R);
	fake_load(&f.core, BASE + 0x200000, text, sizeof(text), sizeof(text), PF_R);
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 1);
	assert_int_equal(f.proc->modules[0].start, BASE);
	fixture_deinit(&f);
	free(plain);
}

/* A program at PROG in one page, with the dynamic linker's list of it and of f's library, which has a cycle in it. */
enum { DYNAMIC = 0x100, DEBUG = 0x200, MAP1 = 0x300, MAP2 = 0x340, NAMES = 0x400, PROG_NAME = NAMES + 0x10, LIB_NAME = NAMES + 0x200 };
#define PROG ((kg_addr)0x600000)

static const uint64_t prog_auxv[][2] = {{AT_PHDR, PROG + sizeof(Elf64_Ehdr)}, {AT_EXECFN, PROG + PROG_NAME}};

static void prog_page(const struct fixture *f, uint8_t page[static 0x1000], const char *path)
{
	Elf64_Ehdr eh = {.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
			 .e_type = ET_EXEC,
			 .e_machine = EM_X86_64,
			 .e_phoff = sizeof(eh),
			 .e_ehsize = sizeof(eh),
			 .e_phentsize = sizeof(Elf64_Phdr),
			 .e_phnum = 2};
	Elf64_Phdr ph[2] = {{PT_LOAD, PF_R, 0, PROG, 0, 0x1000, 0x1000, 4096},
			    {PT_DYNAMIC, PF_R, DYNAMIC, PROG + DYNAMIC, 0, 64, 64, 8}};
	uint64_t dynamic[] = {DT_STRTAB, PROG + NAMES, DT_STRSZ, 0x300, DT_DEBUG, PROG + DEBUG, DT_NULL, 0};
	uint64_t debug[] = {1, PROG + MAP1};
	uint64_t map1[] = {0, PROG + NAMES, 0, PROG + MAP2}, map2[] = {BASE, PROG + LIB_NAME, 0, PROG + MAP1};

	memset(page, 0, 0x1000);
	memcpy(page, &eh, sizeof(eh));
	memcpy(page + sizeof(eh), ph, sizeof(ph));
	memcpy(page + DYNAMIC, dynamic, sizeof(dynamic));
	memcpy(page + DEBUG, debug, sizeof(debug));
	memcpy(page + MAP1, map1, sizeof(map1));
	memcpy(page + MAP2, map2, sizeof(map2));
	snprintf((char *)page + PROG_NAME, LIB_NAME - PROG_NAME, "%s", path);
	snprintf((char *)page + LIB_NAME, 0x400, "%s", f->path);
}

/* No NT_FILE: the dynamic linker's list. */
static void test_link_map(void **state)
{
	struct kg_module *lib;
	uint8_t page[0x1000];
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	prog_page(&f, page, "/nonexistent/prog");
	fake_auxv(&f.core, prog_auxv, 2);
	fake_load(&f.core, PROG, page, sizeof(page), sizeof(page), PF_R);
	add_loads(&f, true, false);
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 2); /* the cycle was followed once */
	assert_string_equal(f.proc->modules[0].path, "/nonexistent/prog");
	assert_true(f.proc->modules[0].is_main);
	lib = kg_process_module(f.proc, DATA);
	assert_non_null(lib);
	assert_int_equal(lib->state, KG_MODULE_MATCHED);
	assert_int_equal(lib->bias, BASE);
	assert_int_equal(byte_at(&f, DATA), 6);
	fixture_deinit(&f);
}

/* The dumper left the program's headers out: its file has them, if what is known of the process agrees with it. */
static void test_headers_of_the_file(void **state)
{
	uint8_t page[0x1000];
	struct fixture f;
	char *path = fake_write("prog", "", 0);

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	prog_page(&f, page, path);
	fake_auxv(&f.core, prog_auxv, 2);
	fake_load(&f.core, PROG + DYNAMIC, page + DYNAMIC, 0xf00, 0xf00, PF_R | PF_W);
	add_loads(&f, true, false);
	memset(page + DYNAMIC + 40, 0, 8); /* DT_DEBUG's value, which the dynamic linker sets */
	free(fake_write("prog", page, sizeof(page)));
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 2);
	assert_int_equal(f.proc->modules[0].state, KG_MODULE_UNCHECKED);
	assert_true(f.proc->modules[0].is_main);
	assert_int_equal(byte_at(&f, PROG), 0x7f);
	assert_int_equal(kg_process_module(f.proc, DATA)->state, KG_MODULE_MATCHED);
	fixture_close(&f);

	page[DYNAMIC + 24] ^= 1; /* DT_STRSZ: another program */
	free(fake_write("prog", page, sizeof(page)));
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->modules[0].state, KG_MODULE_MISMATCH);
	assert_int_equal(byte_at(&f, PROG), -1);
	fixture_deinit(&f);
	free(path);
}

/* No notes at all: what memory looks like. */
static void test_from_memory(void **state)
{
	uint8_t page[0x1000], data[0x1000];
	Elf64_Ehdr *eh = (Elf64_Ehdr *)data;
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	prog_page(&f, page, "/nonexistent/prog");
	memcpy(data, page, sizeof(data));
	fake_load(&f.core, PROG, page, sizeof(page), sizeof(page), PF_R | PF_X);
	fake_load(&f.core, PROG + 0x10000, data, sizeof(data), sizeof(data), PF_R | PF_W); /* written to */
	eh->e_machine = EM_AARCH64;
	fake_load(&f.core, PROG + 0x20000, data, sizeof(data), sizeof(data), PF_R); /* for another machine */
	eh->e_machine = EM_X86_64;
	eh->e_type = ET_DYN;
	memset(data + DYNAMIC, 0xff, 64);
	fake_load(&f.core, PROG + 0x30000, data, sizeof(data), sizeof(data), PF_R); /* a file read as data */
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 1);
	assert_string_equal(f.proc->modules[0].path, "[binary at 0x600000]");
	assert_int_equal(f.proc->modules[0].bias, 0);
	fixture_deinit(&f);
}

static void test_other_machine(void **state)
{
	struct kg_process_options opts = {0};
	struct kg_module *mod;
	struct kg_error *err;
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.seed = 5}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, false, true);
	((Elf64_Ehdr *)f.bin_bytes)->e_machine = EM_AARCH64;
	free(fake_write("libone.so", f.bin_bytes, f.bin_len));
	mod = fixture_open(&f, NULL);
	assert_int_equal(mod->state, KG_MODULE_MISMATCH);
	assert_non_null(strstr(mod->note, "another machine"));
	fixture_close(&f);
	opts.exe = f.path;
	err = fixture_try(&f, &opts);
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_USAGE);
	assert_non_null(strstr(err->text, "another machine"));
	kg_error_destroy(err);
	fixture_deinit(&f);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_matched),
	    cmocka_unit_test(test_core_wins),
	    cmocka_unit_test(test_mismatch),
	    cmocka_unit_test(test_missing_and_deleted),
	    cmocka_unit_test(test_unchecked),
	    cmocka_unit_test(test_header_not_in_core),
	    cmocka_unit_test(test_exe),
	    cmocka_unit_test(test_sysroot),
	    cmocka_unit_test(test_cut_data_stays_lost),
	    cmocka_unit_test(test_mapped_as_data),
	    cmocka_unit_test(test_link_map),
	    cmocka_unit_test(test_headers_of_the_file),
	    cmocka_unit_test(test_from_memory),
	    cmocka_unit_test(test_other_machine),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
