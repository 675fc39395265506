/* The image layer: cores as they should be, and cores as they should not. */
#include "live/note.h"
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/workers.h"
#include "sample.h"

static void test_normal(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	struct kg_image *img = open_ok(bytes, len);

	(void)state;
	check_sample(img);
	assert_int_equal(img->nthreads, 2);
	assert_int_equal(img->threads[0].tid, 101);
	assert_int_equal(img->threads[0].signal, 11);
	assert_int_equal(img->threads[1].pc, LIB + 0x30);
	assert_int_equal(img->threads[1].sp, STACK + 0x40);
	assert_int_equal(img->threads[1].tp, 0x78);
	assert_int_equal(img->pid, 100);
	assert_int_equal(img->signal, 11);
	assert_string_equal(img->fname, "sixteen-letters!");
	assert_string_equal(img->psargs, "python3 x.py");
	assert_int_equal(img->nauxv, 2);
	assert_int_equal(img->auxv[1][1], LIB + 0x100);
	assert_int_equal(img->nmappings, 2);
	assert_int_equal(img->mappings[0].start, LIB);
	assert_int_equal(img->mappings[1].offset, 0x2000);
	assert_string_equal(img->mappings[1].path, "/lib/libone.so");
	assert_int_equal(img->file_bytes, len);
	kg_image_destroy(img);
	free(bytes);
}

static void test_aarch64(void **state)
{
	struct fake_core fc = {.machine = EM_AARCH64};
	struct kg_image *img;
	uint8_t *bytes;
	size_t len;

	(void)state;
	sample(&fc);
	bytes = fake_build(&fc, &len);
	fake_deinit(&fc);
	img = open_ok(bytes, len);
	assert_int_equal(img->machine, KG_MACHINE_AARCH64);
	assert_int_equal(img->threads[0].pc, LIB + 0x10);
	assert_int_equal(img->threads[0].sp, STACK + 0x20);
	assert_int_equal(img->threads[0].regs[29], 0);
	assert_int_equal(img->threads[0].regs[30], 0x3030);
	assert_int_equal(img->threads[1].tp, 0x78);
	kg_image_destroy(img);
	free(bytes);
}

/* Opens what is there, from a copy of exactly its size, so that a byte too far is found. */
static bool try_open(const uint8_t *bytes, size_t len, uint64_t *ret_present)
{
	uint8_t *copy = malloc(len ? len : 1);
	struct kg_image *img = NULL;
	struct kg_error *err;
	uint64_t present = 0;

	if (len > 0)
		memcpy(copy, bytes, len);
	err = kg_image_open_memory(copy, len, "mem", &img);
	if (err) {
		assert_int_equal(err->code, KG_ERR_TARGET);
		assert_null(strchr(err->text, '\n'));
		kg_error_destroy(err);
	} else {
		check_image(img);
		for (size_t i = 0; i < img->nsegs; i++)
			present += img->segs[i].end - img->segs[i].start;
		kg_image_destroy(img);
	}
	free(copy);
	if (ret_present)
		*ret_present = present;
	return !err;
}

/* Bytes of the ELF header, the program headers and the notes. */
static size_t headers_end(const uint8_t *bytes)
{
	Elf64_Phdr ph;

	memcpy(&ph, bytes + sizeof(Elf64_Ehdr), sizeof(ph));
	return ph.p_offset + ph.p_filesz;
}

/* kedge's own note of a live process, with ranges that make no sense among those left out. */
static void test_live_note(void **state)
{
	struct {
		struct kg_live_note head;
		uint64_t omitted[5][2];
	} d = {.head = {.size = sizeof(d.head), .flags = KG_LIVE_FORKED, .pause_ns = 1500000000, .copied_bytes = 77, .nomitted = 5},
	       .omitted = {{0x5000, 0x7000}, {0x1000, 0x2000}, {0x9000, 0x8000}, {0x6000, 0x9000}, {0x1000, UINT64_MAX}}};
	struct kg_error *err;
	uint8_t byte;

	(void)state;
	for (int cut = 0; cut < 4; cut++) {
		struct fake_core fc = {.machine = EM_X86_64};
		struct kg_image *img;
		uint8_t *bytes;
		size_t len;

		sample(&fc);
		d.head.nomitted = cut == 1 ? UINT64_MAX / 8 : 5;
		d.head.size = cut == 2 ? UINT32_MAX : sizeof(d.head);
		fake_note(&fc, KG_NOTE_OWNER, KG_NOTE_LIVE, &d, cut == 3 ? 16 : sizeof(d));
		bytes = fake_build(&fc, &len);
		fake_deinit(&fc);
		img = open_ok(bytes, len);
		assert_int_equal(img->live.known, cut != 3);
		assert_int_equal(img->damage.count, cut == 0 ? 0 : 1);
		assert_int_equal(img->nomitted, cut < 2 ? 2 : 0);
		if (cut == 0) {
			assert_true(img->live.forked && img->live.pause_seconds == 1.5 && img->live.copied_bytes == 77);
			assert_true(kg_image_omitted(img, 0x1000) && kg_image_omitted(img, 0x1fff) && kg_image_omitted(img, 0x6fff));
			assert_false(kg_image_omitted(img, 0xfff) || kg_image_omitted(img, 0x2000) || kg_image_omitted(img, 0x7000));
			err = kg_image_read(img, 0x1800, &byte, 1);
			assert_non_null(err);
			assert_non_null(strstr(err->text, "--with-buffers"));
			kg_error_destroy(err);
			err = kg_image_read(img, 0x2800, &byte, 1);
			assert_null(strstr(err->text, "--with-buffers"));
			kg_error_destroy(err);
		}
		kg_image_destroy(img);
		free(bytes);
	}
}

static void test_cut_anywhere(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	uint64_t before = 0, present;

	(void)state;
	for (size_t cut = 0; cut <= len; cut += cut < headers_end(bytes) ? 1 : 509) {
		bool opened = try_open(bytes, cut, &present);

		assert_int_equal(opened, present > 0);
		assert_true(present >= before); /* more of the file never gives less memory */
		before = present;
	}
	free(bytes);
}

static void test_cut_is_told(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	struct kg_image *img = open_ok(bytes, 0x1000 + 0x2800);
	struct kg_error *err;
	uint8_t byte;

	(void)state;
	check_image(img);
	assert_int_equal(img->damage.count, 1);
	assert_non_null(strstr(img->damage.items[0].text, "too early"));
	assert_int_equal(img->gaps[0].start, HEAP + 0x2800);
	assert_true(img->gaps[0].truncated);
	err = kg_image_read(img, HEAP + 0x2800, &byte, 1);
	assert_int_equal(err->addr, HEAP + 0x2800);
	expect_error(err, KG_ERR_FAULT, "no memory");
	kg_image_destroy(img);
	free(bytes);
}

static void test_flipped_bits(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	size_t end = headers_end(bytes);

	(void)state;
	for (size_t bit = 0; bit < 8 * end; bit++) {
		bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
		try_open(bytes, len, NULL);
		bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
	}
	free(bytes);
}

static void test_absurd_numbers(void **state)
{
	static const uint64_t values[] = {(uint64_t)1 << 60, UINT64_MAX, UINT64_MAX - 4095, (uint64_t)1 << 47,
					  INT64_MAX};
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	size_t end = headers_end(bytes);

	(void)state;
	for (size_t at = 0; at + 8 <= end; at += 4) {
		for (size_t i = 0; i < KG_ARRAY_SIZE(values); i++) {
			uint8_t saved[8];

			memcpy(saved, bytes + at, 8);
			memcpy(bytes + at, &values[i], 8);
			try_open(bytes, len, NULL);
			memcpy(bytes + at, saved, 8);
		}
	}
	free(bytes);
}

static void test_many_ranges(void **state)
{
	struct fake_core fc = {.extended = 1};
	struct kg_image *img;
	uint8_t *bytes, one = 1;
	size_t len;

	(void)state;
	for (size_t i = 0; i < 70000; i++)
		fake_load(&fc, HEAP + i * 0x2000, &one, i % 1000 == 0, 0x1000, PF_R);
	bytes = fake_build(&fc, &len);
	img = open_ok(bytes, len);
	check_image(img);
	assert_int_equal(img->nsegs, 70);
	assert_int_equal(img->ngaps, 70000);
	assert_int_equal(img->damage.count, 0);
	kg_image_destroy(img);
	/* Without the section header at the end the place of the notes gives the count. */
	img = open_ok(bytes, len - sizeof(Elf64_Shdr));
	check_image(img);
	assert_int_equal(img->nsegs, 70);
	assert_int_equal(img->damage.count, 1);
	kg_image_destroy(img);
	free(bytes);
	fake_deinit(&fc);
}

static void test_overlapping_ranges(void **state)
{
	struct fake_core fc = {0};
	uint8_t a[0x1000], b[0x3000], *bytes;
	struct kg_image *img;
	size_t len;

	(void)state;
	memset(a, 'a', sizeof(a));
	memset(b, 'b', sizeof(b));
	fake_load(&fc, HEAP + 0x1000, a, sizeof(a), sizeof(a), PF_R);
	fake_load(&fc, HEAP, b, sizeof(b), sizeof(b), PF_R);
	bytes = fake_build(&fc, &len);
	img = open_ok(bytes, len);
	check_image(img);
	assert_int_equal(img->nsegs, 3);
	assert_int_equal(*(const uint8_t *)kg_image_span(img, HEAP + 0x1000, 1), 'a');
	assert_int_equal(*(const uint8_t *)kg_image_span(img, HEAP + 0x2000, 1), 'b');
	assert_int_equal(img->damage.count, 1);
	kg_image_destroy(img);
	free(bytes);
	fake_deinit(&fc);
}

/* The same bytes of the file for many ranges: what is kept stays below the file's size. */
static void test_shared_bytes(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	Elf64_Phdr ph[5];
	uint64_t present;

	(void)state;
	memcpy(ph, bytes + sizeof(Elf64_Ehdr) + sizeof(ph[0]), sizeof(ph));
	for (size_t i = 0; i < 5; i++) {
		ph[i].p_vaddr = (i + 1) << 40;
		ph[i].p_offset = 0;
		ph[i].p_filesz = ph[i].p_memsz = len;
	}
	memcpy(bytes + sizeof(Elf64_Ehdr) + sizeof(ph[0]), ph, sizeof(ph));
	assert_true(try_open(bytes, len, &present));
	assert_int_equal(present, len);
	free(bytes);
}

struct mutation {
	size_t at;
	uint8_t value;
	const char *part;
};

static void test_refused(void **state)
{
	static const struct mutation all[] = {
	    {0, 'X', "not an ELF core"},
	    {EI_CLASS, ELFCLASS32, "32-bit"},
	    {EI_CLASS, 9, "damaged"},
	    {EI_DATA, ELFDATA2MSB, "big-endian"},
	    {16, ET_EXEC, "a program or library"},
	    {16, ET_DYN, "a program or library"},
	    {16, ET_REL, "an object file"},
	    {16, 77, "of type 77"},
	    {18, EM_386, "i386"},
	    {18, 0xee, "unknown machine"},
	    {56, 0, "no memory in it"},
	};
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	struct kg_image *img;

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(all); i++) {
		uint8_t saved = bytes[all[i].at];

		bytes[all[i].at] = all[i].value;
		expect_error(kg_image_open_memory(bytes, len, "c.core", &img), KG_ERR_TARGET, all[i].part);
		expect_error(kg_image_open_memory(bytes, len, "c.core", &img), KG_ERR_TARGET, "c.core");
		bytes[all[i].at] = saved;
	}
	free(bytes);
}

static void test_read_over_borders(void **state)
{
	static const uint8_t a[] = "0123456789abcdef", b[] = "BCDEFGHI";
	struct kg_image *img;
	char text[32];
	uint64_t word;

	(void)state;
	assert_null(kg_image_create(KG_MACHINE_X86_64, &img));
	assert_null(kg_image_segment(img, HEAP));
	assert_null(kg_image_add(img, HEAP, a, 16, KG_SEG_READ));
	assert_null(kg_image_add(img, HEAP + 16, b, 9, KG_SEG_READ));
	assert_null(kg_image_seal(img));
	check_image(img);
	assert_null(kg_image_span(img, HEAP + 12, 8));
	assert_null(kg_image_read_u64(img, HEAP + 12, &word));
	assert_memory_equal(&word, "cdefBCDE", 8);
	assert_null(kg_image_read_cstr(img, HEAP + 10, text, sizeof(text)));
	assert_string_equal(text, "abcdefBCDEFGHI");
	expect_error(kg_image_read_cstr(img, HEAP, text, 8), KG_ERR_CORRUPT, "no end");
	assert_string_equal(text, "0123456");
	expect_error(kg_image_read_u64(img, HEAP + 20, &word), KG_ERR_FAULT, "0x555500000019");
	expect_error(kg_image_read(img, UINT64_MAX - 2, text, 8), KG_ERR_FAULT, "no memory");
	assert_null(kg_image_segment(img, KG_ADDR_LIMIT));
	assert_null(kg_image_segment(img, UINT64_MAX));
	kg_image_destroy(img);
}

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525 + 1013904223;
	return *x >> 8;
}

/* Segments of all sizes thrown at a small range, held against a byte map. */
static void test_random_overlaps(void **state)
{
	enum { SPAN = 20000, ADDS = 60 };
	static uint8_t owner[SPAN], bytes[ADDS][SPAN];
	struct kg_image *img;
	uint32_t x = 7;

	(void)state;
	for (int round = 0; round < 30; round++) {
		memset(owner, 0, sizeof(owner));
		assert_null(kg_image_create(KG_MACHINE_X86_64, &img));
		for (int i = 0; i < ADDS; i++) {
			uint32_t start = next(&x) % SPAN, len = 1 + next(&x) % (round % 2 ? 40 : SPAN);

			if (len > SPAN - start)
				len = SPAN - start;
			memset(bytes[i], i + 1, len);
			assert_null(kg_image_add(img, HEAP + start, bytes[i], len, KG_SEG_READ));
			for (uint32_t k = start; k < start + len; k++)
				owner[k] = owner[k] ? owner[k] : (uint8_t)(i + 1);
			if (i % 20 == 19)
				assert_null(kg_image_seal(img));
		}
		assert_null(kg_image_add_gap(img, HEAP - 100, SPAN + 200, 0, false));
		assert_null(kg_image_add_gap(img, HEAP + 50, 30, 0, false));
		assert_null(kg_image_seal(img));
		check_image(img);
		for (uint32_t k = 0; k < SPAN; k++) {
			const uint8_t *p = kg_image_span(img, HEAP + k, 1);

			assert_int_equal(p ? *p : 0, owner[k]);
		}
		kg_image_destroy(img);
	}
}

/* Many segments within one MiB, where the index alone does not decide. */
static void test_dense_lookup(void **state)
{
	static uint8_t byte;
	struct kg_image *img;

	(void)state;
	assert_null(kg_image_create(KG_MACHINE_X86_64, &img));
	for (kg_addr a = 0; a < 3 << 20; a += 256)
		assert_null(kg_image_add(img, HEAP + a, &byte, 1, KG_SEG_READ));
	assert_null(kg_image_seal(img));
	check_image(img);
	for (kg_addr a = 0; a < 3 << 20; a += 64)
		assert_int_equal(kg_image_segment(img, HEAP + a) != NULL, a % 256 == 0);
	kg_image_destroy(img);
}

static struct kg_error *add_damage(void *arg, unsigned int i)
{
	for (int k = 0; k < 1000; k++)
		kg_damage_add(arg, i, "thread %u item %d", i, k);
	return NULL;
}

static void test_damage_from_threads(void **state)
{
	struct kg_damages d = {0};

	(void)state;
	assert_null(kg_workers_run(4, add_damage, &d));
	assert_int_equal(d.count, 4000);
	assert_int_equal(d.kept, KG_DAMAGE_KEPT);
	for (size_t i = 0; i < d.kept; i++)
		assert_memory_equal(d.items[i].text, "thread ", 7);
	kg_damages_deinit(&d);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_normal),
	    cmocka_unit_test(test_aarch64),
	    cmocka_unit_test(test_live_note),
	    cmocka_unit_test(test_cut_anywhere),
	    cmocka_unit_test(test_cut_is_told),
	    cmocka_unit_test(test_flipped_bits),
	    cmocka_unit_test(test_absurd_numbers),
	    cmocka_unit_test(test_many_ranges),
	    cmocka_unit_test(test_overlapping_ranges),
	    cmocka_unit_test(test_shared_bytes),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_read_over_borders),
	    cmocka_unit_test(test_random_overlaps),
	    cmocka_unit_test(test_dense_lookup),
	    cmocka_unit_test(test_damage_from_threads),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
