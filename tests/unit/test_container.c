/* Container images: random layers against a model that applies them one by one; symlinks, limits, names. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#ifdef HAVE_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

#include "image/container_priv.h"
#include "sample.h"

/* A file system in which each layer is applied to what is there: a sorted list of no more than a few paths. */

enum { MODEL_MAX = 400 };

struct model {
	struct model_file {
		char path[64];
		enum kg_entry_kind kind;
		uint32_t number; /* of a file */
		uint32_t layer;	 /* that wrote it */
		uint32_t source; /* that has its bytes */
	} files[MODEL_MAX];
	size_t n;
};

static struct model_file *model_find(struct model *m, const char *path)
{
	for (size_t i = 0; i < m->n; i++)
		if (!strcmp(m->files[i].path, path))
			return &m->files[i];
	return NULL;
}

static bool below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return !strncmp(path, folder, len) && path[len] == '/';
}

/* Removes what is below @path, and @path itself if @self, as far as an older layer than @layer wrote it. */
static void model_remove(struct model *m, const char *path, bool self, uint32_t layer)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct model_file *f = &m->files[i];

		if (f->layer >= layer || !(below(f->path, path) || (self && !strcmp(f->path, path))))
			m->files[n++] = *f;
	}
	m->n = n;
}

static void model_put(struct model *m, const char *path, enum kg_entry_kind kind, uint32_t layer, uint32_t source, uint32_t number)
{
	struct model_file *f = model_find(m, path);

	if (f && (f->kind != KG_ENTRY_FOLDER || kind != KG_ENTRY_FOLDER)) {
		model_remove(m, path, true, UINT32_MAX);
		f = NULL;
	}
	if (!f) {
		assert_true(m->n < MODEL_MAX);
		f = &m->files[m->n++];
		snprintf(f->path, sizeof(f->path), "%s", path);
	}
	f->kind = kind;
	f->layer = layer;
	f->source = source;
	f->number = number;
}

/* The folders above @path, which a layer need not list. */
static void model_above(struct model *m, const char *path, uint32_t layer)
{
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		char above[64];

		snprintf(above, sizeof(above), "%.*s", (int)(slash - path), path);
		model_put(m, above, KG_ENTRY_FOLDER, layer, 0, 0);
	}
}

static void random_path(char *buf, size_t cap)
{
	static const char *const names[] = {"a", "b", "c"};
	int depth = 1 + rand() % 4;

	buf[0] = '\0';
	for (int i = 0; i < depth; i++)
		snprintf(buf + strlen(buf), cap - strlen(buf), "%s%s", i ? "/" : "", names[rand() % 3]);
}

static void add(struct kg_layers *t, uint32_t layer, enum kg_entry_kind kind, const char *path, const char *link, uint32_t number)
{
	const struct kg_entry e = {.kind = kind, .path = path, .link = link, .number = number, .size = number};

	assert_null(kg_layers_add(t, layer, &e));
}

/* Files, folders and hard links; a path is written once in a layer, so that their order says nothing of it. */
static void layer_write(struct kg_layers *t, struct model *m, uint32_t layer, char written[][64], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *path = written[i];
		const struct model_file *from = m->n ? &m->files[(size_t)rand() % m->n] : NULL;
		struct model_file copy = from ? *from : (struct model_file){0};
		char dotted[80];
		bool clash = false;

		for (size_t j = 0; j < i; j++)
			clash |= !strcmp(path, written[j]) || below(path, written[j]) || below(written[j], path);
		if (clash)
			continue;
		snprintf(dotted, sizeof(dotted), i % 2 ? "./%s" : "%s/", path);
		model_above(m, path, layer);
		/* Not to what the path of the link itself, or a folder of it, replaces. */
		from = from ? model_find(m, copy.path) : NULL;
		if (from && from->kind == KG_ENTRY_FILE && rand() % 3 == 0 && !below(copy.path, path) && strcmp(copy.path, path) != 0) {
			model_put(m, path, KG_ENTRY_FILE, layer, copy.source, copy.number);
			add(t, layer, KG_ENTRY_HARDLINK, dotted, copy.path, 0);
		} else if (rand() % 4 == 0) {
			model_put(m, path, KG_ENTRY_FOLDER, layer, 0, 0);
			add(t, layer, KG_ENTRY_FOLDER, dotted, NULL, 0);
		} else {
			model_put(m, path, KG_ENTRY_FILE, layer, layer, 1 + (uint32_t)i);
			add(t, layer, KG_ENTRY_FILE, dotted, NULL, 1 + (uint32_t)i);
		}
	}
}

static void whiteouts_write(struct kg_layers *t, struct model *m, uint32_t layer, int n)
{
	for (int i = 0; i < n; i++) {
		char path[64], text[96];
		bool opaque = rand() % 3 == 0;
		const char *slash;

		random_path(path, sizeof(path));
		slash = strrchr(path, '/');
		if (opaque)
			snprintf(text, sizeof(text), "%s/.wh..wh..opq", path);
		else
			snprintf(text, sizeof(text), "%.*s.wh.%s", slash ? (int)(slash - path + 1) : 0, path, slash ? slash + 1 : path);
		model_above(m, text, layer);
		model_remove(m, path, !opaque, layer);
		add(t, layer, KG_ENTRY_FILE, text, NULL, 99);
	}
}

static void all_agree(const struct kg_layers *t, struct model *m)
{
	static const char *const names[] = {"a", "b", "c"};

	for (int depth = 1; depth <= 4; depth++) {
		int total = depth == 1 ? 3 : depth == 2 ? 9 : depth == 3 ? 27 : 81;

		for (int i = 0; i < total; i++) {
			char path[64] = "";
			struct kg_entry_place place;
			const struct model_file *f;

			for (int d = 0, rest = i; d < depth; d++, rest /= 3)
				snprintf(path + strlen(path), sizeof(path) - strlen(path), "%s%s", d ? "/" : "", names[rest % 3]);
			f = model_find(m, path);
			if (kg_layers_find(t, path, &place) != (f && f->kind == KG_ENTRY_FILE))
				fail_msg("%s: %s", path, f && f->kind == KG_ENTRY_FILE ? "lost" : "not hidden");
			if (f && f->kind == KG_ENTRY_FILE && (place.layer != f->source || place.number != f->number))
				fail_msg("%s: member %u of layer %u, not %u of %u", path, place.number, place.layer, f->number, f->source);
		}
	}
}

static void test_random_layers(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 300; round++) {
		struct model m = {0};
		struct kg_layers *t;

		assert_null(kg_layers_create(&t));
		for (uint32_t layer = 1; layer <= 6; layer++) {
			char written[8][64];

			for (int i = 0; i < 8; i++)
				random_path(written[i], sizeof(written[i]));
			/* Whiteouts are of older layers only, wherever in theirs they stand. */
			whiteouts_write(t, &m, layer, layer > 1 ? rand() % 4 : 0);
			layer_write(t, &m, layer, written, (size_t)rand() % 8);
			whiteouts_write(t, &m, layer, layer > 1 && rand() % 2 ? rand() % 3 : 0);
			all_agree(t, &m);
		}
		kg_layers_destroy(t);
	}
}

static void found(const struct kg_layers *t, const char *path, uint32_t number)
{
	struct kg_entry_place place;

	if (!kg_layers_find(t, path, &place))
		fail_msg("%s is not found", path);
	assert_int_equal(place.number, number);
}

static void not_found(const struct kg_layers *t, const char *path)
{
	struct kg_entry_place place;

	if (kg_layers_find(t, path, &place))
		fail_msg("%s is found", path);
}

static void test_links(void **state)
{
	struct kg_layers *t;
	char deep[3000] = "";

	(void)state;
	assert_null(kg_layers_create(&t));
	add(t, 1, KG_ENTRY_FILE, "usr/lib/x", NULL, 1);
	add(t, 1, KG_ENTRY_SYMLINK, "lib", "usr/lib", 0);
	add(t, 1, KG_ENTRY_SYMLINK, "usr/lib/up", "../../../../../..", 0);
	add(t, 1, KG_ENTRY_SYMLINK, "abs", "/usr/./lib/../lib/x", 0);
	add(t, 1, KG_ENTRY_SYMLINK, "loop", "loop/loop", 0);
	add(t, 1, KG_ENTRY_SYMLINK, "empty", "", 0);
	found(t, "/lib/x", 1);
	found(t, "lib//up/lib/up/abs", 1);
	found(t, "../../lib/./x", 1);
	not_found(t, "loop");
	not_found(t, "loop/x");
	not_found(t, "empty");
	not_found(t, "lib");
	not_found(t, "lib/x/x");
	not_found(t, "");
	not_found(t, "/");
	/* What comes below a symlink is put where that leads to; a folder takes its place. */
	add(t, 2, KG_ENTRY_FILE, "lib/y", NULL, 2);
	found(t, "usr/lib/y", 2);
	add(t, 3, KG_ENTRY_FOLDER, "lib", NULL, 0);
	add(t, 3, KG_ENTRY_FILE, "lib/z", NULL, 3);
	not_found(t, "lib/x");
	not_found(t, "usr/lib/z");
	found(t, "lib/z", 3);
	/* A hard link is to the file of its time. */
	add(t, 3, KG_ENTRY_HARDLINK, "kept", "usr/lib/x", 0);
	add(t, 4, KG_ENTRY_FILE, "usr/lib/x", NULL, 4);
	found(t, "kept", 1);
	found(t, "usr/lib/x", 4);
	add(t, 4, KG_ENTRY_HARDLINK, "linked", "abs", 0);
	found(t, "linked", 4);
	add(t, 4, KG_ENTRY_HARDLINK, "nothing", "not/there", 0);
	not_found(t, "nothing");
	for (int i = 0; i < 1400; i++)
		strcat(deep, "d/");
	add(t, 4, KG_ENTRY_FILE, deep, NULL, 5);
	not_found(t, deep);
	kg_layers_destroy(t);
}

#ifdef HAVE_LIBARCHIVE

/* Two files of @size bytes, as a tar of a root file system. */
static char *write_tar(size_t size)
{
	char *path = fake_write("rootfs.tar", "", 0), *bytes = calloc(1, size);
	struct archive *a = archive_write_new();

	memset(bytes, 'x', size);
	archive_write_set_format_pax_restricted(a);
	assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
	for (int i = 0; i < 2; i++) {
		struct archive_entry *e = archive_entry_new();

		archive_entry_set_pathname(e, i ? "bin/two" : "bin/one");
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_perm(e, 0644);
		archive_entry_set_size(e, (la_int64_t)size);
		assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
		assert_int_equal(archive_write_data(a, bytes, size), (int)size);
		archive_entry_free(e);
	}
	archive_write_close(a);
	archive_write_free(a);
	free(bytes);
	return path;
}

static struct kg_container *open_container(const char *path, struct kg_damages *damage, struct kg_container_limits limits)
{
	const struct kg_container_options opts = {.damage = damage, .limits = limits};
	struct kg_container *c;

	assert_true(kg_container_is(path));
	assert_null(kg_container_open(path, &opts, &c));
	return c;
}

static void test_files(void **state)
{
	char *path = write_tar(100000), bytes[16];
	struct kg_damages damage = {0};
	struct kg_container *c = open_container(path, &damage, (struct kg_container_limits){0});
	int one, again, none;

	(void)state;
	assert_null(kg_container_want(c, "/bin/one"));
	assert_null(kg_container_want(c, "/bin/none"));
	assert_null(kg_container_file(c, "/bin/two", &one));
	assert_null(kg_container_file(c, "bin/one", &again));
	assert_null(kg_container_file(c, "bin/none", &none));
	assert_true(one >= 0 && again >= 0);
	assert_int_equal(none, -1);
	assert_int_equal(lseek(one, 0, SEEK_END), 100000);
	assert_int_equal(pread(again, bytes, sizeof(bytes), 99990), 10);
	assert_memory_equal(bytes, "xxxxxxxxxx", 10);
	assert_int_equal(damage.count, 0);
	close(one);
	close(again);
	kg_container_destroy(c);
	free(path);
}

static void test_limits(void **state)
{
	char *path = write_tar(4 << 20);
	struct kg_damages damage = {0};
	struct kg_container *c = open_container(path, &damage, (struct kg_container_limits){.file_bytes = 1 << 20});
	int fd;

	(void)state;
	assert_null(kg_container_file(c, "bin/one", &fd));
	assert_int_equal(fd, -1);
	kg_container_destroy(c);
	c = open_container(path, &damage, (struct kg_container_limits){.members = 1});
	assert_int_equal(damage.count, 1);
	assert_non_null(strstr(damage.items[0].text, "too many files"));
	assert_null(kg_container_file(c, "bin/one", &fd));
	assert_true(fd >= 0);
	close(fd);
	assert_null(kg_container_file(c, "bin/two", &fd));
	assert_int_equal(fd, -1);
	kg_container_destroy(c);
	free(path);
}

static void test_canceled(void **state)
{
	char *path = write_tar(1 << 20);
	struct kg_progress *progress = kg_progress_create_silent();
	const struct kg_container_options opts = {.progress = progress};
	struct kg_container *c;

	(void)state;
	kg_progress_cancel(progress);
	expect_error(kg_container_open(path, &opts, &c), KG_ERR_CANCELED, "");
	kg_progress_destroy(progress);
	free(path);
}

#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_layers), cmocka_unit_test(test_links),
#ifdef HAVE_LIBARCHIVE
		cmocka_unit_test(test_files), cmocka_unit_test(test_limits), cmocka_unit_test(test_canceled),
#endif
	};

	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	fake_cleanup();
	return failed;
}
