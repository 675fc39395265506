/* The image layer: files of every kind, pipes, compression. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#ifdef HAVE_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

#include "sample.h"

static void expect_open_error(const char *path, const char *part)
{
	struct kg_image *img;

	expect_error(kg_image_open_core(path, NULL, &img), KG_ERR_TARGET, part);
}

static void test_refused_files(void **state)
{
	char *empty = fake_write("empty", "", 0), *text = fake_write("text", "hello", 5);

	(void)state;
	expect_open_error(empty, "empty");
	expect_open_error(text, "not an ELF core");
	expect_open_error(fake_dir(), "a directory");
	expect_open_error("/nonexistent/core", "cannot be opened");
	expect_open_error("/proc/self/exe", "a program or library");
	if (geteuid() != 0) {
		chmod(text, 0);
		expect_open_error(text, "cannot be opened");
	}
	free(empty);
	free(text);
}

static struct kg_image *open_file(const char *path)
{
	struct kg_image *img = NULL;
	struct kg_error *err = kg_image_open_core(path, NULL, &img);

	if (err)
		fail_msg("%s", err->text);
	return img;
}

/* Opens "-" while a child writes @bytes into it. */
static struct kg_image *open_piped(const void *bytes, size_t len)
{
	int fds[2], keep = dup(STDIN_FILENO), status;
	struct kg_image *img;
	pid_t child;

	assert_int_equal(pipe(fds), 0);
	child = fork();
	if (child == 0) {
		close(fds[0]);
		for (size_t at = 0; at < len;) {
			size_t step = len - at < 1000 ? len - at : 1000;
			ssize_t n = write(fds[1], (const uint8_t *)bytes + at, step);

			if (n <= 0)
				_exit(1);
			at += (size_t)n;
		}
		_exit(0);
	}
	close(fds[1]);
	dup2(fds[0], STDIN_FILENO);
	close(fds[0]);
	img = open_file("-");
	dup2(keep, STDIN_FILENO);
	close(keep);
	waitpid(child, &status, 0);
	return img;
}

static void test_plain_file_and_pipe(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);
	char *path = fake_write("core", bytes, len);
	struct kg_image *img = open_file(path);

	(void)state;
	check_sample(img);
	assert_string_equal(img->path, path);
	assert_string_equal(img->format, "elf");
	assert_true(img->mtime_s > 0);
	kg_image_destroy(img);
	img = open_piped(bytes, len);
	check_sample(img);
	assert_string_equal(img->path, "-");
	assert_int_equal(img->file_bytes, len);
	kg_image_destroy(img);
	free(path);
	free(bytes);
}

#ifdef HAVE_LIBARCHIVE
static uint8_t *pack(const char *filter, const uint8_t *bytes, size_t len, size_t *ret_len)
{
	size_t cap = len + 65536;
	uint8_t *out = malloc(cap);
	struct archive *a = archive_write_new();
	struct archive_entry *e = archive_entry_new();

	assert_int_equal(archive_write_add_filter_by_name(a, filter), ARCHIVE_OK);
	archive_write_set_format_raw(a);
	assert_int_equal(archive_write_open_memory(a, out, cap, ret_len), ARCHIVE_OK);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_size(e, (la_int64_t)len);
	archive_write_header(a, e);
	assert_int_equal(archive_write_data(a, bytes, len), len);
	archive_write_close(a);
	archive_write_free(a);
	archive_entry_free(e);
	return out;
}

static void check_packed(const char *filter, const char *format, const uint8_t *bytes, size_t len)
{
	size_t packed_len;
	uint8_t *packed = pack(filter, bytes, len, &packed_len);
	char *path = fake_write(filter, packed, packed_len);
	struct kg_image *img = open_file(path);

	check_sample(img);
	assert_string_equal(img->format, format);
	assert_int_equal(img->file_bytes, len);
	kg_image_destroy(img);
	img = open_piped(packed, packed_len);
	check_sample(img);
	kg_image_destroy(img);
	free(path);
	free(packed);
}

static void test_compressed(void **state)
{
	size_t len;
	uint8_t *bytes = sample_bytes(&len);

	(void)state;
	check_packed("gzip", "elf+gzip", bytes, len);
	check_packed("xz", "elf+xz", bytes, len);
	check_packed("lz4", "elf+lz4", bytes, len);
	check_packed("zstd", "elf+zstd", bytes, len);
	free(bytes);
}

/* At each cut: an image with damage, or one clear line. */
static void test_compressed_cut(void **state)
{
	struct fake_core fc = {0};
	size_t len, packed_len, opened = 0, noise_len = (size_t)1 << 20;
	uint8_t *noise = malloc(noise_len), *bytes, *packed;
	uint32_t x = 12345;

	(void)state;
	for (size_t i = 0; i < noise_len; i++) {
		x = x * 1664525 + 1013904223;
		noise[i] = (uint8_t)(x >> 24);
	}
	fake_load(&fc, HEAP, noise, noise_len, noise_len, PF_R);
	bytes = fake_build(&fc, &len);
	packed = pack("gzip", bytes, len, &packed_len);
	for (size_t cut = 0; cut < packed_len; cut += packed_len / 16) {
		char *path = fake_write("cut", packed, cut);
		struct kg_image *img;
		struct kg_error *err = kg_image_open_core(path, NULL, &img);

		if (err) {
			assert_int_equal(err->code, KG_ERR_TARGET);
			kg_error_destroy(err);
		} else {
			opened++;
			assert_true(img->damage.count > 0);
			check_image(img);
			kg_image_destroy(img);
		}
		free(path);
	}
	assert_true(opened > 8);
	free(packed);
	free(bytes);
	free(noise);
	fake_deinit(&fc);
}

static void test_compressed_no_core(void **state)
{
	size_t len;
	uint8_t *packed = pack("gzip", (const uint8_t *)"hello", 5, &len);
	char *path = fake_write("hello.gz", packed, len);

	(void)state;
	expect_open_error(path, "not an ELF core");
	free(path);
	free(packed);
}
#endif

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_refused_files),      cmocka_unit_test(test_plain_file_and_pipe),
#ifdef HAVE_LIBARCHIVE
	    cmocka_unit_test(test_compressed),	       cmocka_unit_test(test_compressed_cut),
	    cmocka_unit_test(test_compressed_no_core),
#endif
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
