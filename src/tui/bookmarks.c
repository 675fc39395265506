/* Bookmarks of one core, in a small file named after what the core is. */
#include "config.h" /* first: asprintf() */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/grow.h"
#include "tui/app.h"

#define LINE_MAX_BYTES 1000

static uint64_t mix(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ p[i]) * UINT64_C(0x100000001b3); /* FNV-1a */
	return hash;
}

/* What tells one core from another without reading it. */
static uint64_t identity(const struct kg_image *img)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	hash = mix(hash, &img->pid, sizeof(img->pid));
	hash = mix(hash, &img->mtime_s, sizeof(img->mtime_s));
	hash = mix(hash, &img->file_bytes, sizeof(img->file_bytes));
	return mix(hash, img->fname, strlen(img->fname));
}

void kg_bookmarks_set(struct kg_bookmarks *b, kg_addr addr, const char *note)
{
	char *copy = strdup(note);
	struct kg_error *err;

	for (size_t i = 0; copy && i < b->n; i++) {
		if (b->items[i].addr == addr) {
			free(b->items[i].note);
			b->items[i].note = copy;
			return;
		}
	}
	err = kg_grow(&b->items, &b->cap, b->n, sizeof(*b->items));
	if (copy && !err)
		b->items[b->n++] = (struct kg_bookmark){addr, copy};
	else
		free(copy);
	kg_error_destroy(err);
}

void kg_bookmarks_load(struct kg_bookmarks *b, const char *dir, const struct kg_image *image)
{
	char line[LINE_MAX_BYTES];
	FILE *f;

	if (!dir || asprintf(&b->path, "%s/bookmarks-%016llx", dir, (unsigned long long)identity(image)) < 0) {
		b->path = NULL;
		return;
	}
	f = fopen(b->path, "re");
	while (f && fgets(line, sizeof(line), f)) {
		char *note;
		kg_addr addr = strtoull(line, &note, 16);

		line[strcspn(line, "\n")] = '\0';
		if (addr)
			kg_bookmarks_set(b, addr, *note == ' ' ? note + 1 : note);
	}
	if (f)
		fclose(f);
}

/* Every folder of the path; what is there already is fine. */
static void make_folders(const char *path)
{
	char copy[LINE_MAX_BYTES];

	snprintf(copy, sizeof(copy), "%s", path);
	for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(copy, 0700);
		*slash = '/';
	}
}

struct kg_error *kg_bookmarks_save(const struct kg_bookmarks *b)
{
	FILE *f;
	int failed;

	if (!b->path)
		return NULL;
	make_folders(b->path);
	f = fopen(b->path, "we");
	if (!f)
		return kg_error_os(errno, "%s", b->path);
	for (size_t i = 0; i < b->n; i++)
		fprintf(f, "0x%llx %.900s\n", (unsigned long long)b->items[i].addr, b->items[i].note);
	failed = ferror(f);
	if (fclose(f) != 0 || failed)
		return kg_error_os(errno, "%s", b->path);
	return NULL;
}

void kg_bookmarks_deinit(struct kg_bookmarks *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->items[i].note);
	free(b->items);
	free(b->path);
	*b = (struct kg_bookmarks){0};
}
