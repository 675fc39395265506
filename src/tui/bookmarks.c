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

/* What tells one core from another, wherever its file lies and however it is packed: the process,
 * the registers of its threads, its ranges of memory. What the machine adds from files is none of it. */
static uint64_t identity(const struct kg_image *img, bool live)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	hash = mix(hash, &img->pid, sizeof(img->pid));
	if (!live)
		hash = mix(hash, &img->file_bytes, sizeof(img->file_bytes));
	hash = mix(hash, img->fname, strlen(img->fname));
	for (size_t i = 0; i < img->nauxv; i++)
		hash = mix(hash, img->auxv[i], sizeof(img->auxv[i]));
	if (live) /* addresses in the vector above are random: they tell the process */
		return hash;
	for (size_t i = 0; i < img->nthreads; i++) {
		hash = mix(hash, &img->threads[i].tid, sizeof(img->threads[i].tid));
		hash = mix(hash, img->threads[i].regs, kg_machine_regs(img->machine) * sizeof(uint64_t));
	}
	for (size_t i = 0; i < img->nsegs; i++) {
		if (!(img->segs[i].flags & KG_SEG_OVERLAY))
			hash = mix(hash, &img->segs[i].start, 2 * sizeof(kg_addr));
	}
	return hash;
}

void kg_bookmarks_set(struct kg_bookmarks *b, kg_addr addr, const char *type, const char *note)
{
	struct kg_bookmark one = {addr, strdup(note), type ? strdup(type) : NULL};
	struct kg_error *err;

	for (size_t i = 0; one.note && i < b->n; i++) {
		if (b->items[i].addr == addr) {
			free(b->items[i].note);
			free(b->items[i].type);
			b->items[i] = one;
			return;
		}
	}
	err = kg_grow(&b->items, &b->cap, b->n, sizeof(*b->items));
	if (one.note && !err) {
		b->items[b->n++] = one;
	} else {
		free(one.note);
		free(one.type);
	}
	kg_error_destroy(err);
}

kg_node kg_bookmark_node(const struct kg_bookmark *b, const struct kg_heap *h)
{
	kg_node n = kg_heap_node(h, b->addr);

	return n != KG_NODE_NONE && b->type && strcmp(kg_heap_type(h, n)->name, b->type) != 0 ? KG_NODE_NONE : n;
}

void kg_bookmarks_learn(struct kg_bookmarks *b, const struct kg_heap *h)
{
	for (size_t i = 0; i < b->n; i++) {
		kg_node n = b->items[i].type ? KG_NODE_NONE : kg_heap_node(h, b->items[i].addr);

		if (n != KG_NODE_NONE)
			b->items[i].type = strdup(kg_heap_type(h, n)->name);
	}
}

void kg_bookmarks_remove(struct kg_bookmarks *b, kg_addr addr)
{
	for (size_t i = 0; i < b->n; i++) {
		if (b->items[i].addr != addr)
			continue;
		free(b->items[i].note);
		free(b->items[i].type);
		memmove(b->items + i, b->items + i + 1, (--b->n - i) * sizeof(*b->items));
		return;
	}
}

const char *kg_bookmarks_note(const struct kg_bookmarks *b, const struct kg_heap *h, kg_node n)
{
	for (size_t i = 0; i < b->n; i++) {
		if (b->items[i].addr == kg_heap_addr(h, n))
			return kg_bookmark_node(&b->items[i], h) == n ? b->items[i].note : NULL;
	}
	return NULL;
}

/* "0x7f21c40b6a80 the note<TAB>type"; older files have no type. */
static void load_line(struct kg_bookmarks *b, char *line)
{
	char *note, *type;
	kg_addr addr = strtoull(line, &note, 16);

	line[strcspn(line, "\n")] = '\0';
	note += *note == ' ';
	type = strrchr(note, '\t');
	if (type)
		*type++ = '\0';
	if (addr)
		kg_bookmarks_set(b, addr, type && *type ? type : NULL, note);
}

void kg_bookmarks_load(struct kg_bookmarks *b, const char *dir, const struct kg_image *image, bool live)
{
	char line[LINE_MAX_BYTES];
	FILE *f;

	if (!dir || asprintf(&b->path, "%s/bookmarks-%016llx", dir, (unsigned long long)identity(image, live)) < 0) {
		b->path = NULL;
		return;
	}
	f = fopen(b->path, "re");
	while (f && fgets(line, sizeof(line), f))
		load_line(b, line);
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

/* A new file that takes the place of the old one, which stays whole until then. */
struct kg_error *kg_bookmarks_save(const struct kg_bookmarks *b)
{
	struct kg_error *err = NULL;
	char *path = NULL;
	FILE *f;

	if (!b->path)
		return NULL;
	make_folders(b->path);
	if (asprintf(&path, "%s.new", b->path) < 0)
		return kg_error_nomem();
	f = fopen(path, "we");
	for (size_t i = 0; f && i < b->n; i++)
		fprintf(f, "0x%llx %.600s%s%.300s\n", (unsigned long long)b->items[i].addr, b->items[i].note,
			b->items[i].type ? "\t" : "", b->items[i].type ? b->items[i].type : "");
	if (!f || (ferror(f) | fclose(f)) || rename(path, b->path) != 0)
		err = kg_error_os(errno, "%s", b->path);
	free(path);
	return err;
}

void kg_bookmarks_deinit(struct kg_bookmarks *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->items[i].note);
		free(b->items[i].type);
	}
	free(b->items);
	free(b->path);
	*b = (struct kg_bookmarks){0};
}
