/* The process layer: symbols, debug files, C structs. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "fixture.h"

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
	char root[512],
	    *debug = write_detached("debug/.build-id/ab/ababababababababababababababababababab.debug", 0xab);
	struct kg_module *mod;
	uint64_t size, offset;
	struct fixture f;
	kg_addr addr;

	(void)state;
	snprintf(root, sizeof(root), "%s/debug", fake_dir());
	opts.debug_dir = root;
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .dynamic = own, .ndynamic = KG_ARRAY_SIZE(own)},
		     "libone.so");
	add_files(&f, f.path);
	add_loads(&f, true, true);
	mod = fixture_open(&f, &opts);
	check_symbol(&f, mod, "PyOne", BASE + 0x100);
	assert_null(mod->debug); /* its own table did */
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
	assert_false(kg_process_section(f.proc, mod, ".dynsym", &addr, &size)); /* has no address */
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
		if (start == 0x100) /* the segments' own bytes say nothing */
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
	fixture_init(&f, (struct fake_bin){.build_id = 0xab, .dynamic = own, .ndynamic = KG_ARRAY_SIZE(own)},
		     "libone.so");
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

static void check_member(const struct kg_cstruct *c, const char *name, size_t offset, size_t size, size_t elem,
			 bool pointer)
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
static void own_init(struct fixture *f)
{
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
	uint8_t page[4096];
	FILE *in;

	assert_true(len > 0 && tt_object.pairs[0].first == 0 && !tt_opaque.call);
	self[len] = '\0';
	in = fopen(self, "r");
	assert_int_equal(fread(page, 1, sizeof(page), in), sizeof(page));
	fclose(in);
	*f = (struct fixture){0};
	fake_files(&f->core, &(struct fake_file){BASE, BASE + 0x1000, 0, self}, 1);
	fake_load(&f->core, BASE, page, sizeof(page), sizeof(page), PF_R);
}

/* Opens it and asks for structs. @return false when this program was built without -g */
static bool own_structs(struct fixture *f, bool cache, const char *const *names, size_t n, const struct kg_cstruct **ret)
{
	struct kg_process_options opts = {.cache = cache};
	struct kg_error *err;

	fixture_open(f, &opts);
	err = kg_process_structs(f->proc, &f->proc->modules[0], names, n, ret);
	if (err && err->code == KG_ERR_NOTFOUND) {
		kg_error_destroy(err);
		return false;
	}
	assert_null(err);
	return true;
}

static void test_structs(void **state)
{
	static const char *const names[] = {"TtObject", "tt_pair", "no_such_struct", "TtOpaque", "kg_image"};
	const struct kg_cstruct *ret[5];
	struct fixture f;

	(void)state;
	own_init(&f);
	if (!own_structs(&f, false, names, 5, ret)) {
		fixture_deinit(&f);
		skip();
	}
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

/* The cache: everything of structs as text, so that two answers can be compared. */
static char *structs_text(const struct kg_cstruct *const *s, size_t n)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < n; i++) {
		kg_strbuf_printf(&sb, "%s %u\n", s[i] ? s[i]->name : "-", s[i] ? s[i]->size : 0);
		for (uint32_t k = 0; s[i] && k < s[i]->nmembers; k++) {
			const struct kg_cmember *m = &s[i]->members[k];

			kg_strbuf_printf(&sb, " %s %u %u %u %d %d %d\n", m->name, m->offset, m->size, m->elem, m->bit_offset,
					 m->bit_size, m->pointer);
		}
	}
	assert_false(sb.failed);
	return sb.text;
}

/* Asks again and compares. @ret_read, @ret_written: what the cache was used for */
static void check_again(struct fixture *f, bool cache, const char *const *names, size_t n, const char *want,
			unsigned int read, unsigned int written)
{
	const struct kg_cstruct *ret[8];
	char *text;

	assert_true(own_structs(f, cache, names, n, ret));
	text = structs_text(ret, n);
	assert_string_equal(text, want);
	assert_int_equal(f->proc->cache.read, read);
	assert_int_equal(f->proc->cache.written, written);
	free(text);
	fixture_close(f);
}

static char *bytes_of(const char *path, size_t *ret_len)
{
	FILE *f = fopen(path, "r");
	char *bytes = malloc(1 << 20);

	assert_non_null(f);
	*ret_len = fread(bytes, 1, 1 << 20, f);
	fclose(f);
	return bytes;
}

static void overwrite(const char *path, const char *bytes, size_t len)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	fclose(f);
}

/* Every bit of every byte matters, and every byte; each time the file is mended. */
static void check_damaged(struct fixture *f, const char *path, const char *const *names, size_t n, const char *want)
{
	size_t len, mended_len;
	char *bytes = bytes_of(path, &len), *mended;

	assert_in_range(len, 100, 4096);
	for (size_t i = 0; i < len; i++) {
		bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
		overwrite(path, bytes, len);
		bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
		check_again(f, true, names, n, want, 0, 1);
		overwrite(path, bytes, i);
		check_again(f, true, names, n, want, 0, 1);
	}
	mended = bytes_of(path, &mended_len);
	assert_int_equal(mended_len, len);
	assert_memory_equal(mended, bytes, len);
	free(mended);
	free(bytes);
}

static void test_structs_cache(void **state)
{
	static const char *const names[] = {"TtObject", "tt_pair", "TtOpaque", "no_such_struct"};
	const struct kg_cstruct *ret[KG_ARRAY_SIZE(names)];
	char folder[512], path[1024], *text;
	struct stat st;
	struct fixture f;

	(void)state;
	own_init(&f);
	if (!own_structs(&f, false, names, 4, ret) || !f.proc->modules[0].build_id[0]) {
		fixture_deinit(&f);
		skip();
	}
	snprintf(folder, sizeof(folder), "%s/cache", fake_dir());
	snprintf(path, sizeof(path), "%s/kedge/%s.structs", folder, f.proc->modules[0].build_id);
	setenv("XDG_CACHE_HOME", folder, 1);
	text = structs_text(ret, 4);
	fixture_close(&f);
	check_again(&f, false, names, 4, text, 0, 0);
	assert_int_equal(stat(folder, &st), -1); /* nothing is made unasked */
	check_again(&f, true, names, 4, text, 0, 1);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	check_again(&f, true, names, 4, text, 1, 0);
	check_again(&f, false, names, 4, text, 0, 0);
	free(text);

	/* Other names are another question, and its answer takes the place of the first. */
	assert_true(own_structs(&f, true, names, 2, ret));
	assert_int_equal(f.proc->cache.read, 0);
	text = structs_text(ret, 2);
	fixture_close(&f);
	check_again(&f, true, names, 2, text, 1, 0);
	check_damaged(&f, path, names, 2, text);

	/* Neither is a link followed, nor is a folder that cannot be made an error. */
	remove(path);
	assert_int_equal(symlink("/dev/null", path), 0);
	check_again(&f, true, names, 2, text, 0, 1);
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	setenv("XDG_CACHE_HOME", "/proc/self/nowhere", 1);
	check_again(&f, true, names, 2, text, 0, 0);
	setenv("XDG_CACHE_HOME", "not/absolute", 1);
	unsetenv("HOME");
	check_again(&f, true, names, 2, text, 0, 0);
	free(text);
	fixture_deinit(&f);
	remove(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	rmdir(folder);
}
#endif

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_symbols),
	    cmocka_unit_test(test_debuglink),
	    cmocka_unit_test(test_no_debug_information),
	    cmocka_unit_test(test_flipped_file),
	    cmocka_unit_test(test_flipped_core),
#ifdef HAVE_LIBDW
	    cmocka_unit_test(test_structs),
	    cmocka_unit_test(test_structs_cache),
#endif
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
