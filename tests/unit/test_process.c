/* The process layer: modules, their files, what is taken from them, symbols, structs. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fakebin.h"
#include "fakecore.h"
#include "process/process.h"

#define BASE ((kg_addr)0x7f0000000000)
#define DATA (BASE + FAKE_BIN_DATA)

/* A core of one library at BASE, and what is opened of it. */
struct fixture {
	struct fake_bin bin;
	struct fake_core core;
	uint8_t *bin_bytes, *core_bytes;
	size_t bin_len, core_len;
	char *path;
	struct kg_image *img;
	struct kg_process *proc;
};

static void fixture_init(struct fixture *f, struct fake_bin bin, const char *name)
{
	*f = (struct fixture){.bin = bin};
	f->bin_bytes = fake_bin_build(&bin, &f->bin_len);
	f->path = fake_write(name, f->bin_bytes, f->bin_len);
}

/* NT_FILE as the kernel writes it for the library, under the name @path. */
static void add_files(struct fixture *f, const char *path)
{
	const struct fake_file files[] = {
		{BASE, BASE + 0x1000, 0, path},
		{DATA, DATA + 0x1000, 0x1000, path},
	};
	const uint64_t auxv[][2] = {{AT_PAGESZ, 4096}, {AT_PHDR, BASE + sizeof(Elf64_Ehdr)}};

	fake_auxv(&f->core, auxv, 2);
	fake_files(&f->core, files, 2);
}

/* As much of the library as the kernel dumps: its first page, and the data if it was changed. */
static void add_loads(struct fixture *f, bool header, bool data)
{
	uint8_t changed[0x1000];

	memset(changed, 0xcc, sizeof(changed));
	fake_load(&f->core, BASE, f->bin_bytes, header ? 0x1000 : 0, 0x1000, PF_R);
	fake_load(&f->core, DATA, changed, data ? 0x1000 : 0, 0x1000, PF_R | PF_W);
	fake_load(&f->core, BASE + 0x10000, changed, 0x10, 0x1000, PF_R | PF_W);
}

static struct kg_error *fixture_try(struct fixture *f, const struct kg_process_options *opts)
{
	struct kg_error *err;

	if (!f->core_bytes)
		f->core_bytes = fake_build(&f->core, &f->core_len);
	err = kg_image_open_memory(f->core_bytes, f->core_len, "mem", &f->img);
	if (!err)
		err = kg_process_create(f->img, opts, &f->proc);
	return err;
}

static void fixture_close(struct fixture *f)
{
	kg_process_destroy(f->proc);
	kg_image_destroy(f->img);
	f->proc = NULL;
	f->img = NULL;
}

static struct kg_module *fixture_open(struct fixture *f, const struct kg_process_options *opts)
{
	struct kg_error *err = fixture_try(f, opts);

	if (err)
		fail_msg("%s", err->text);
	return f->proc->nmodules > 0 ? &f->proc->modules[0] : NULL;
}

static void fixture_deinit(struct fixture *f)
{
	fixture_close(f);
	fake_deinit(&f->core);
	free(f->bin_bytes);
	free(f->core_bytes);
	free(f->path);
}

/* The byte at @addr, -1 when there is none. */
static int byte_at(const struct fixture *f, kg_addr addr)
{
	const uint8_t *p = kg_image_span(f->img, addr, 1);

	return p ? *p : -1;
}

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
	assert_ptr_equal(kg_process_module(f.proc, DATA + 0x1400), mod);	/* .bss */
	assert_null(kg_process_module(f.proc, BASE + FAKE_BIN_END));
	assert_null(kg_process_module(f.proc, BASE - 1));
	assert_int_equal(byte_at(&f, DATA), 6);	/* never written to, so the file's bytes are the target's */
	assert_int_equal(byte_at(&f, DATA + 0x1000), -1);	/* .bss is not made up */
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
	f.bin_bytes[40] ^= 1;	/* where the section headers are */
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
	assert_non_null(strstr(f.proc->modules[0].found, "root//opt/lib/libone.so"));
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
	f.core_len = whole - 0x1000 - 0x800;	/* in the middle of the changed page */
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
		{BASE + 0x100000, BASE + 0x103000, 0, NULL},	/* the whole file, as cp or a checksum tool has it */
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

/* No NT_FILE: the dynamic linker's list, here with a cycle in it. */
static void test_link_map(void **state)
{
	enum { PROG = 0, DYNAMIC = 0x100, DEBUG = 0x200, MAP1 = 0x300, MAP2 = 0x340, NAME = 0x400 };
	const kg_addr at = 0x600000;
	const uint64_t auxv[][2] = {{AT_PHDR, at + sizeof(Elf64_Ehdr)}, {AT_EXECFN, at + NAME + 0x10}};
	Elf64_Ehdr eh = {.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT}, .e_type = ET_EXEC,
			 .e_phoff = sizeof(eh), .e_phentsize = sizeof(Elf64_Phdr), .e_phnum = 2};
	Elf64_Phdr ph[2] = {{PT_LOAD, PF_R, 0, at, 0, 0x1000, 0x1000, 4096}, {PT_DYNAMIC, PF_R, DYNAMIC, at + DYNAMIC, 0, 32, 32, 8}};
	uint64_t dynamic[] = {DT_DEBUG, at + DEBUG, DT_NULL, 0}, debug[] = {1, at + MAP1};
	uint64_t map1[] = {0, at + NAME, 0, at + MAP2}, map2[] = {BASE, at + NAME + 0x40, 0, at + MAP1};
	uint8_t page[0x1000] = {0};
	struct kg_module *lib;
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .seed = 5}, "libone.so");
	memcpy(page, &eh, sizeof(eh));
	memcpy(page + sizeof(eh), ph, sizeof(ph));
	memcpy(page + DYNAMIC, dynamic, sizeof(dynamic));
	memcpy(page + DEBUG, debug, sizeof(debug));
	memcpy(page + MAP1, map1, sizeof(map1));
	memcpy(page + MAP2, map2, sizeof(map2));
	strcpy((char *)page + NAME + 0x10, "/nonexistent/prog");
	strcpy((char *)page + NAME + 0x40, f.path);
	fake_auxv(&f.core, auxv, 2);
	fake_load(&f.core, at, page, sizeof(page), sizeof(page), PF_R);
	add_loads(&f, true, false);
	fixture_open(&f, NULL);
	assert_int_equal(f.proc->nmodules, 2);	/* the cycle was followed once */
	assert_string_equal(f.proc->modules[0].path, "/nonexistent/prog");
	assert_true(f.proc->modules[0].is_main);
	lib = kg_process_module(f.proc, DATA);
	assert_non_null(lib);
	assert_int_equal(lib->state, KG_MODULE_MATCHED);
	assert_int_equal(lib->bias, BASE);
	assert_int_equal(byte_at(&f, DATA), 6);
	fixture_deinit(&f);
}

static void check_symbol(struct fixture *f, struct kg_module *mod, const char *name, kg_addr want)
{
	uint64_t size;
	kg_addr addr;

	if (!kg_process_symbol(f->proc, mod, name, &addr, &size))
		fail_msg("%s was not found", name);
	if (addr != want)
		fail_msg("%s is at 0x%llx", name, (unsigned long long)addr);
}

static const struct fake_symbol own[] = {
	{"PyOne", 0x100, 0x20, STT_FUNC},
	{"PyOne.cold", 0x140, 0x10, STT_FUNC},
	{"memcpy@@GLIBC_2.14", 0x180, 8, STT_FUNC},
	{"undersized", 0x1f0, 0, STT_NOTYPE},
};

static const struct fake_symbol detached[] = {
	{"free_list.lto_priv.0", FAKE_BIN_DATA + 0x10, 8, STT_OBJECT},
	{"free_list.lto_priv.3", FAKE_BIN_DATA + 0x18, 8, STT_OBJECT},
	{"collect.constprop.0.isra.0", 0x200, 0x40, STT_FUNC},
	{"split.part.1", 0x280, 0x10, STT_FUNC},
	{"exact.lto_priv.0", 0x300, 4, STT_FUNC},
	{"exact", 0x310, 4, STT_FUNC},
	{"tls", 0x10, 8, STT_TLS},
};

static char *write_detached(const char *name, uint8_t build_id)
{
	struct fake_bin fb = {.build_id = build_id, .symbols = detached, .nsymbols = KG_ARRAY_SIZE(detached)};
	size_t len;
	uint8_t *bytes = fake_bin_build(&fb, &len);
	char *path = fake_write(name, bytes, len);

	free(bytes);
	return path;
}

static void test_symbols(void **state)
{
	struct kg_process_options opts = {.debug_dir = NULL};
	char root[512], *debug = write_detached("debug/.build-id/ab/ababababababababababababababababababab.debug", 0xab);
	struct kg_module *mod;
	uint64_t size, offset;
	struct fixture f;
	kg_addr addr;

	(void)state;
	snprintf(root, sizeof(root), "%s/debug", fake_dir());
	opts.debug_dir = root;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .dynamic = own, .ndynamic = KG_ARRAY_SIZE(own)}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	mod = fixture_open(&f, &opts);
	check_symbol(&f, mod, "PyOne", BASE + 0x100);
	assert_null(mod->debug);	/* its own table did */
	check_symbol(&f, NULL, "PyOne.cold", BASE + 0x140);
	check_symbol(&f, mod, "memcpy", BASE + 0x180);
	check_symbol(&f, mod, "free_list", DATA + 0x10);
	assert_string_equal(mod->debug, debug);
	check_symbol(&f, mod, "free_list.lto_priv.3", DATA + 0x18);
	check_symbol(&f, NULL, "collect", BASE + 0x200);
	check_symbol(&f, mod, "split", BASE + 0x280);
	check_symbol(&f, mod, "exact", BASE + 0x310);
	assert_false(kg_process_symbol(f.proc, mod, "free_list.lto_priv.9", &addr, &size));
	assert_false(kg_process_symbol(f.proc, mod, "tls", &addr, &size));
	assert_false(kg_process_symbol(f.proc, NULL, "", &addr, &size));
	assert_string_equal(kg_process_symbolize(f.proc, BASE + 0x11f, &offset), "PyOne");
	assert_int_equal(offset, 0x1f);
	assert_null(kg_process_symbolize(f.proc, BASE + 0x120, &offset));
	assert_string_equal(kg_process_symbolize(f.proc, BASE + 0x1f0, &offset), "undersized");
	assert_string_equal(kg_process_symbolize(f.proc, DATA + 0x1a, &offset), "free_list.lto_priv.3");
	assert_null(kg_process_symbolize(f.proc, 1, &offset));
	assert_true(kg_process_section(f.proc, mod, ".PyRuntime", &addr, &size));
	assert_int_equal(addr, DATA + 0x100);
	assert_int_equal(size, 0x80);
	assert_false(kg_process_section(f.proc, mod, ".dynsym", &addr, &size));	/* has no address */
	fixture_close(&f);

	opts.no_dwarf = true;
	mod = fixture_open(&f, &opts);
	check_symbol(&f, mod, "PyOne", BASE + 0x100);
	assert_false(kg_process_symbol(f.proc, mod, "collect", &addr, &size));
	assert_null(mod->debug);
	fixture_deinit(&f);
	free(debug);
}

/* CRC-32 bit by bit, to hold against the table of the code. */
static uint32_t crc32_of_file(const char *path)
{
	FILE *f = fopen(path, "r");
	uint32_t crc = 0xffffffff;

	for (int c; (c = getc(f)) != EOF;) {
		crc ^= (uint32_t)c;
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	fclose(f);
	return ~crc;
}

static void test_debuglink(void **state)
{
	char *debug = write_detached("libone.debug", 0), *hidden;
	struct fake_bin bin = {.debuglink = "libone.debug", .crc = crc32_of_file(debug)};
	struct fixture f;
	uint64_t size;
	kg_addr addr;

	(void)state;
	fixture_init(&f, bin, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	fixture_open(&f, NULL);
	check_symbol(&f, &f.proc->modules[0], "collect", BASE + 0x200);
	fixture_close(&f);
	remove(debug);
	hidden = write_detached(".debug/libone.debug", 0);
	fixture_open(&f, NULL);
	check_symbol(&f, &f.proc->modules[0], "collect", BASE + 0x200);
	fixture_deinit(&f);

	bin.crc ^= 1;
	fixture_init(&f, bin, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	fixture_open(&f, NULL);
	assert_false(kg_process_symbol(f.proc, &f.proc->modules[0], "collect", &addr, &size));
	fixture_deinit(&f);
	remove(hidden);
	free(debug);
	free(hidden);
}

static void test_no_debug_information(void **state)
{
	static const char *const names[] = {"PyObject"};
	const struct kg_cstruct *ret[1];
	struct fixture f;
	struct kg_error *err;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, false);
	fixture_open(&f, NULL);
	err = kg_process_structs(f.proc, &f.proc->modules[0], names, 1, ret);
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_NOTFOUND);
#ifdef HAVE_LIBDW
	assert_non_null(strstr(err->text, "abababab"));
#endif
	kg_error_destroy(err);
	fixture_deinit(&f);
}

/* Whatever a file claims of itself. */
static void test_flipped_file(void **state)
{
	struct fixture f;
	size_t start;

	(void)state;
	fixture_init(&f, (struct fake_bin){.dynamic = own, .ndynamic = KG_ARRAY_SIZE(own)}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, false, true);
	for (size_t bit = 0; bit < 8 * f.bin_len; bit += 3) {
		start = bit / 8;
		if (start == 0x100)	/* the segments' own bytes say nothing */
			bit = 8 * (start = 0x2000);
		f.bin_bytes[start] ^= (uint8_t)(1 << bit % 8);
		free(fake_write("libone.so", f.bin_bytes, f.bin_len));
		f.bin_bytes[start] ^= (uint8_t)(1 << bit % 8);
		fixture_open(&f, NULL);
		for (size_t i = 0; i < f.proc->nmodules; i++) {
			uint64_t size;
			kg_addr addr;

			kg_process_symbol(f.proc, &f.proc->modules[i], "PyOne", &addr, &size);
			kg_process_symbolize(f.proc, BASE + 0x110, &size);
			kg_process_section(f.proc, &f.proc->modules[i], ".PyRuntime", &addr, &size);
		}
		fixture_close(&f);
	}
	fixture_deinit(&f);
}

/* And what the core says of it. */
static void test_flipped_core(void **state)
{
	struct fixture f;

	(void)state;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .dynamic = own, .ndynamic = KG_ARRAY_SIZE(own)}, "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	f.core_bytes = fake_build(&f.core, &f.core_len);
	for (size_t bit = 0; bit < 8 * (0x1000 + 0x230); bit++) {
		struct kg_error *err;

		f.core_bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
		err = fixture_try(&f, NULL);
		kg_error_destroy(err);
		fixture_close(&f);
		f.core_bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
	}
	fixture_deinit(&f);
}

#ifdef HAVE_LIBDW
/* Structs for the test to find in its own debug information. */
struct tt_pair {
	int first, second;
};

typedef struct {
	struct tt_pair pair;
	union {
		void *pointer;
		long number;
	};
	struct {
		unsigned int interned : 2;
		unsigned int kind : 3;
		unsigned int : 2;
		unsigned int ready : 1;
		unsigned int late : 20;
	} state;
	struct tt_pair pairs[3];
	char *names[4];
	short matrix[2][3];
	const volatile unsigned char tail[];
} TtObject;

typedef struct tt_opaque TtOpaque;

struct tt_opaque {
	TtOpaque *next;
	int (*call)(int);
};

static TtObject tt_object;
static struct tt_opaque tt_opaque;

static const struct kg_cmember *member(const struct kg_cstruct *c, const char *name)
{
	for (size_t i = 0; i < c->nmembers; i++) {
		if (strcmp(c->members[i].name, name) == 0)
			return &c->members[i];
	}
	fail_msg("no member %s", name);
	return NULL;
}

static void check_member(const struct kg_cstruct *c, const char *name, size_t offset, size_t size, size_t elem, bool pointer)
{
	const struct kg_cmember *m = member(c, name);

	assert_int_equal(m->offset, offset);
	assert_int_equal(m->size, size);
	assert_int_equal(m->elem, elem);
	assert_int_equal(m->pointer, pointer);
}

static void check_bits(const struct kg_cstruct *c, const char *name, int offset, int size)
{
	const struct kg_cmember *m = member(c, name);

	assert_int_equal(m->offset, offsetof(TtObject, state));
	assert_int_equal(m->bit_offset, offset);
	assert_int_equal(m->bit_size, size);
}

static void check_object(const struct kg_cstruct *c)
{
	assert_int_equal(c->size, sizeof(TtObject));
	check_member(c, "pair", 0, 8, 0, false);
	check_member(c, "pair.second", 4, 4, 0, false);
	check_member(c, "pointer", 8, 8, 0, true);
	check_member(c, "number", 8, 8, 0, false);
	check_member(c, "pairs", offsetof(TtObject, pairs), 24, 8, false);
	check_member(c, "names", offsetof(TtObject, names), 32, 8, true);
	check_member(c, "matrix", offsetof(TtObject, matrix), 12, 2, false);
	check_member(c, "tail", offsetof(TtObject, tail), 0, 1, false);
	check_bits(c, "state.interned", 0, 2);
	check_bits(c, "state.kind", 2, 3);
	check_bits(c, "state.ready", 7, 1);
	check_bits(c, "state.late", 8, 20);
	for (size_t i = 1; i < c->nmembers; i++)
		assert_true(c->members[i - 1].offset <= c->members[i].offset);
}

/* This program itself as the file; its first page is the core. */
static void test_structs(void **state)
{
	static const char *const names[] = {"TtObject", "tt_pair", "no_such_struct", "TtOpaque", "kg_image"};
	const struct kg_cstruct *ret[5];
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
	struct fixture f = {0};
	struct kg_error *err;
	uint8_t page[4096];
	FILE *in;

	(void)state;
	assert_true(len > 0 && tt_object.pairs[0].first == 0 && !tt_opaque.call);
	self[len] = '\0';
	in = fopen(self, "r");
	assert_int_equal(fread(page, 1, sizeof(page), in), sizeof(page));
	fclose(in);
	fake_files(&f.core, &(struct fake_file){BASE, BASE + 0x1000, 0, self}, 1);
	fake_load(&f.core, BASE, page, sizeof(page), sizeof(page), PF_R);
	fixture_open(&f, NULL);
	err = kg_process_structs(f.proc, &f.proc->modules[0], names, 5, ret);
	if (err && err->code == KG_ERR_NOTFOUND) {	/* built without -g */
		kg_error_destroy(err);
		fixture_deinit(&f);
		skip();
	}
	assert_null(err);
	assert_non_null(ret[0]);
	assert_string_equal(ret[0]->name, "TtObject");
	check_object(ret[0]);
	assert_int_equal(ret[1]->nmembers, 2);
	assert_null(ret[2]);
	check_member(ret[3], "next", 0, 8, 0, true);
	check_member(ret[3], "call", 8, 8, 0, true);
	check_member(ret[4], "damage.kept", offsetof(struct kg_image, damage.kept), 8, 0, false);
	fixture_deinit(&f);
}
#endif

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
		cmocka_unit_test(test_symbols),
		cmocka_unit_test(test_debuglink),
		cmocka_unit_test(test_no_debug_information),
		cmocka_unit_test(test_flipped_file),
		cmocka_unit_test(test_flipped_core),
#ifdef HAVE_LIBDW
		cmocka_unit_test(test_structs),
#endif
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
