#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sample.h"

void fill(uint8_t *p, size_t len, unsigned int seed)
{
	for (size_t i = 0; i < len; i++)
		p[i] = (uint8_t)(seed + i * 7 + (i >> 8));
}

void sample(struct fake_core *fc)
{
	static const uint64_t auxv[][2] = {{AT_PAGESZ, 4096}, {AT_ENTRY, LIB + 0x100}};
	static const struct fake_file files[] = {
	    {LIB + 0x2000, LIB + 0x3000, 0x2000, "/lib/libone.so"},
	    {LIB, LIB + 0x2000, 0, "/lib/libone.so"},
	};
	uint8_t page[0x4000];

	fake_prstatus(fc, 101, 11, LIB + 0x10, STACK + 0x20, 0x77);
	fake_prpsinfo(fc, 100, "sixteen-letters!", "python3 x.py");
	fake_auxv(fc, auxv, 2);
	fake_files(fc, files, 2);
	fake_prstatus(fc, 102, 11, LIB + 0x30, STACK + 0x40, 0x78);
	fill(page, sizeof(page), 1);
	fake_load(fc, HEAP, page, 0x3000, 0x3000, PF_R | PF_W);
	fill(page, sizeof(page), 2);
	fake_load(fc, HEAP + 0x3000, page, 0x1000, 0x1000, PF_R | PF_W);
	fake_load(fc, LIB, page, 0x1000, 0x3000, PF_R);
	memset(page, 0, sizeof(page));
	fake_load(fc, STACK, page, 0x4000, 0x4000, PF_R | PF_W);
	fake_load(fc, 0xffffffffff600000, page, 0x1000, 0x1000, PF_X);
}

uint8_t *sample_bytes(size_t *ret_len)
{
	struct fake_core fc = {0};
	uint8_t *bytes;

	sample(&fc);
	bytes = fake_build(&fc, ret_len);
	fake_deinit(&fc);
	return bytes;
}

struct kg_image *open_ok(const void *bytes, size_t len)
{
	struct kg_image *img = NULL;
	struct kg_error *err = kg_image_open_memory(bytes, len, "mem", &img);

	if (err)
		fail_msg("%s", err->text);
	return img;
}

void expect_error(struct kg_error *err, enum kg_error_code code, const char *part)
{
	assert_non_null(err);
	assert_int_equal(err->code, code);
	if (!strstr(err->text, part) || strchr(err->text, '\n'))
		fail_msg("\"%s\" has no \"%s\"", err->text, part);
	kg_error_destroy(err);
}

void check_image(const struct kg_image *img)
{
	uint64_t granule = 0;
	volatile uint8_t sum = 0;

	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];

		assert_true(s->start < s->end);
		assert_true(i == 0 || img->segs[i - 1].end <= s->start);
		assert_true(s->granule >= granule && s->granule - granule < 32);
		assert_int_equal(s->granule % 32, (s->start >> 4) % 32);
		granule = s->granule + ((s->end - 1) >> 4) - (s->start >> 4) + 1;
		sum ^= s->bytes[0] ^ s->bytes[s->end - s->start - 1];
		assert_ptr_equal(kg_image_segment(img, s->start), s);
		assert_ptr_equal(kg_image_segment(img, s->end - 1), s);
	}
	assert_int_equal(img->granules, granule);
	for (size_t i = 0; i < img->ngaps; i++) {
		assert_true(img->gaps[i].start < img->gaps[i].end);
		assert_true(i == 0 || img->gaps[i - 1].end <= img->gaps[i].start);
		assert_null(kg_image_segment(img, img->gaps[i].start));
		assert_null(kg_image_segment(img, img->gaps[i].end - 1));
	}
	for (size_t i = 0; i < img->nmappings; i++)
		sum ^= (uint8_t)strlen(img->mappings[i].path);
}

void check_sample(const struct kg_image *img)
{
	uint8_t want[0x4000], got[0x4000];
	struct kg_error *err;

	check_image(img);
	assert_int_equal(img->nsegs, 3);
	assert_int_equal(img->segs[0].start, HEAP);
	assert_int_equal(img->segs[0].end, HEAP + 0x4000); /* merged */
	assert_int_equal(img->segs[0].flags, KG_SEG_READ | KG_SEG_WRITE);
	fill(want, 0x3000, 1);
	fill(want + 0x3000, 0x1000, 2);
	err = kg_image_read(img, HEAP, got, sizeof(got));
	assert_null(err);
	assert_memory_equal(want, got, sizeof(got));
	assert_int_equal(img->ngaps, 1);
	assert_int_equal(img->gaps[0].start, LIB + 0x1000);
	assert_int_equal(img->gaps[0].end, LIB + 0x3000);
	assert_false(img->gaps[0].truncated);
	assert_int_equal(img->damage.count, 0);
}
