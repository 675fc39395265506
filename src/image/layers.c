/*
 * The names in a container image, all layers in one tree.
 *
 * Nothing is ever taken out of it: each name keeps its newest entry and the newest layers that removed it, emptied it or
 * made it something else than a folder. An entry is there when none of those, of it or of a folder above it, is newer.
 * So a layer may list a whiteout before or after what replaces it.
 *
 * Source: OCI image-spec layer.md; that folders above an entry are looked up through symlinks: containerd
 * archive/tar.go.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "image/container_priv.h"

#define ROOT 0
#define NONE UINT32_MAX
#define MAX_LINKS 40 /* symlinks on the way to one file, as in Linux */
#define MAX_DEPTH 512
#define MAX_PATH 16384
#define MAX_NAMES ((size_t)1 << 30) /* bytes */
#define WHITEOUT ".wh."
#define OPAQUE ".wh..wh..opq"

struct node {
	uint32_t parent, name, next; /* name: offset into names; next: of the same bucket */
	uint32_t link;		     /* of symlinks, offset into names */
	uint32_t source, number;     /* of files: their layer and which member of it */
	uint64_t size;
	uint16_t layer;	  /* of the entry, 0: none */
	uint16_t removed; /* newest layers that did so, 0: none */
	uint16_t emptied; /* by an opaque whiteout, or because it was no folder then */
	uint16_t depth;
	uint8_t kind;
};

struct kg_layers {
	struct node *nodes;
	size_t n, cap;
	char *names;
	size_t names_len, names_cap;
	uint32_t *buckets;
	uint32_t mask;
	uint32_t seed; /* so that no image can be made whose names all fall into one bucket */
};

static uint32_t hash(const struct kg_layers *t, uint32_t parent, const char *name, size_t len)
{
	uint32_t h = (t->seed ^ parent) * 16777619u; /* FNV-1a */

	for (size_t i = 0; i < len; i++)
		h = (h ^ (uint8_t)name[i]) * 16777619u;
	return h ^ h >> 15;
}

static struct kg_error *keep_name(struct kg_layers *t, const char *name, size_t len, uint32_t *ret)
{
	struct kg_error *err;

	if (t->names_len + len + 1 > MAX_NAMES)
		return kg_error_create(KG_ERR_USAGE, "the names in it take more than %zu MiB", MAX_NAMES >> 20);
	err = kg_grow_to(&t->names, &t->names_cap, t->names_len + len + 1, 1);
	if (err)
		return err;
	*ret = (uint32_t)t->names_len;
	memcpy(t->names + t->names_len, name, len);
	t->names[t->names_len + len] = '\0';
	t->names_len += len + 1;
	return NULL;
}

static void bucket_put(struct kg_layers *t, uint32_t i)
{
	const char *name = t->names + t->nodes[i].name;
	uint32_t *bucket = &t->buckets[hash(t, t->nodes[i].parent, name, strlen(name)) & t->mask];

	t->nodes[i].next = *bucket;
	*bucket = i;
}

/* As many buckets as nodes. */
static struct kg_error *buckets_grow(struct kg_layers *t)
{
	uint32_t n = t->mask ? 2 * (t->mask + 1) : 1024;
	uint32_t *buckets;

	if (t->mask && t->n <= t->mask)
		return NULL;
	buckets = malloc(n * sizeof(*buckets));
	if (!buckets)
		return kg_error_nomem();
	memset(buckets, 0xff, n * sizeof(*buckets));
	free(t->buckets);
	t->buckets = buckets;
	t->mask = n - 1;
	for (uint32_t i = 1; i < t->n; i++)
		bucket_put(t, i);
	return NULL;
}

static struct kg_error *node_add(struct kg_layers *t, uint32_t parent, const char *name, size_t len, uint32_t *ret)
{
	uint32_t at, depth = t->n ? t->nodes[parent].depth + 1u : 0;
	struct kg_error *err = t->n < NONE ? kg_grow(&t->nodes, &t->cap, t->n, sizeof(*t->nodes)) : kg_error_nomem();

	if (!err)
		err = keep_name(t, name, len, &at);
	if (err)
		return err;
	t->nodes[t->n] = (struct node){.parent = parent, .name = at, .depth = (uint16_t)depth};
	*ret = (uint32_t)t->n++;
	if (*ret != ROOT) {
		err = buckets_grow(t);
		if (!err)
			bucket_put(t, *ret);
	}
	return err;
}

struct kg_error *kg_layers_create(struct kg_layers **ret)
{
	struct kg_layers *t = calloc(1, sizeof(*t));
	struct kg_error *err = t ? buckets_grow(t) : kg_error_nomem();
	uint32_t root;

	if (!err && getrandom(&t->seed, sizeof(t->seed), GRND_NONBLOCK) < 0)
		t->seed = 2166136261u;
	if (!err)
		err = node_add(t, ROOT, "", 0, &root);
	if (err) {
		kg_layers_destroy(t);
		return err;
	}
	t->nodes[ROOT].kind = KG_ENTRY_FOLDER;
	t->nodes[ROOT].layer = 1;
	*ret = t;
	return NULL;
}

void kg_layers_destroy(struct kg_layers *t)
{
	if (!t)
		return;
	free(t->nodes);
	free(t->names);
	free(t->buckets);
	free(t);
}

static uint32_t child_find(const struct kg_layers *t, uint32_t parent, const char *name, size_t len)
{
	uint32_t i = t->buckets[hash(t, parent, name, len) & t->mask];

	while (i != NONE && (t->nodes[i].parent != parent || strncmp(t->names + t->nodes[i].name, name, len) ||
			     t->names[t->nodes[i].name + len]))
		i = t->nodes[i].next;
	return i;
}

/* The kind of entry that is there now: KG_ENTRY_NONE where all there was is hidden. */
static enum kg_entry_kind kind_now(const struct kg_layers *t, uint32_t i)
{
	const struct node *n = &t->nodes[i];
	uint16_t layer = n->layer;

	if (!layer || layer < n->removed)
		return KG_ENTRY_NONE;
	for (uint32_t up = i; up != ROOT;) {
		up = t->nodes[up].parent;
		if (layer < t->nodes[up].removed || layer < t->nodes[up].emptied)
			return KG_ENTRY_NONE;
	}
	return n->kind;
}

/* A walk along a path. Symlinks are put in front of what is left of it. */
struct walk {
	struct kg_strbuf rest;
	size_t at;
	unsigned int links;
};

static void walk_into(struct walk *w, const char *link)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_printf(&sb, "%s/%s", link, kg_strbuf_text(&w->rest) + w->at);
	kg_strbuf_deinit(&w->rest);
	w->rest = sb;
	w->at = 0;
}

/* The next name on the path; 0 at its end. */
static size_t walk_name(struct walk *w, const char **ret)
{
	const char *text = kg_strbuf_text(&w->rest);
	size_t len;

	w->at += strspn(text + w->at, "/");
	len = strcspn(text + w->at, "/");
	*ret = text + w->at;
	w->at += len;
	return len;
}

static bool walk_last(const struct walk *w)
{
	const char *text = kg_strbuf_text(&w->rest) + w->at;

	return text[strspn(text, "/")] == '\0';
}

/*
 * Where @path leads to. @layer: all on the way and at the end are folders, as of this layer, and made where they are
 * not; 0: nothing is made. @follow: a symlink at the end is followed too. *ret is NONE when it leads nowhere.
 */
static struct kg_error *walk(struct kg_layers *t, const char *path, uint32_t layer, bool follow, uint32_t *ret)
{
	struct walk w = {0};
	uint32_t cur = ROOT;
	struct kg_error *err = NULL;
	const char *name;
	size_t len;

	*ret = NONE;
	kg_strbuf_puts(&w.rest, path);
	while (!w.rest.failed && !err && w.rest.len < MAX_PATH && (len = walk_name(&w, &name))) {
		enum kg_entry_kind kind;
		uint32_t next;

		if (len == 1 && name[0] == '.')
			continue;
		if (len == 2 && name[0] == '.' && name[1] == '.') {
			cur = t->nodes[cur].parent;
			continue;
		}
		next = child_find(t, cur, name, len);
		if (next == NONE && (!layer || t->nodes[cur].depth >= MAX_DEPTH))
			goto out;
		if (next == NONE)
			err = node_add(t, cur, name, len, &next);
		if (err)
			goto out;
		kind = kind_now(t, next);
		if (kind == KG_ENTRY_SYMLINK && (follow || !walk_last(&w))) {
			if (++w.links > MAX_LINKS)
				goto out;
			name = t->names + t->nodes[next].link;
			if (name[0] == '/')
				cur = ROOT;
			walk_into(&w, name);
			continue;
		}
		if (!layer && (walk_last(&w) ? kind == KG_ENTRY_NONE : kind != KG_ENTRY_FOLDER))
			goto out;
		/* What a layer has something in is its own folder, which a whiteout in it leaves. */
		if (layer) {
			t->nodes[next].kind = KG_ENTRY_FOLDER;
			t->nodes[next].layer = (uint16_t)layer;
		}
		cur = next;
	}
	if (w.rest.failed)
		err = err ? err : kg_error_nomem();
	else if (w.rest.len < MAX_PATH)
		*ret = cur;
out:
	kg_strbuf_deinit(&w.rest);
	return err;
}

/* The file or symlink that a hard link of now names: what it names later is another matter. */
static bool hardlink_take(struct kg_layers *t, const struct kg_entry *e, struct node *ret, struct kg_error **ret_err)
{
	uint32_t to;

	*ret_err = walk(t, e->link, 0, false, &to);
	if (*ret_err || to == NONE)
		return false;
	*ret = t->nodes[to];
	return ret->kind == KG_ENTRY_FILE || ret->kind == KG_ENTRY_SYMLINK;
}

static struct kg_error *node_fill(struct kg_layers *t, uint32_t i, uint32_t layer, const struct kg_entry *e)
{
	struct node seen = {.kind = (uint8_t)e->kind, .source = layer, .number = e->number, .size = e->size};
	struct kg_error *err = NULL;
	struct node *n;

	if (e->kind == KG_ENTRY_HARDLINK && !hardlink_take(t, e, &seen, &err))
		return err;
	if (e->kind == KG_ENTRY_SYMLINK)
		err = keep_name(t, e->link, strlen(e->link), &seen.link);
	if (err)
		return err;
	n = &t->nodes[i];
	n->kind = seen.kind;
	n->layer = (uint16_t)layer;
	n->link = seen.link;
	n->source = seen.source;
	n->number = seen.number;
	n->size = seen.size;
	if (n->kind != KG_ENTRY_FOLDER)
		n->emptied = (uint16_t)layer;
	return NULL;
}

/* @path without its last name, which is @ret_last: empty for "/", NULL for what names no entry. */
static char *split(const char *path, const char **ret_last)
{
	size_t len = strlen(path), start;

	while (len > 0 && path[len - 1] == '/')
		len--;
	for (start = len; start > 0 && path[start - 1] != '/';)
		start--;
	*ret_last = path + start;
	return strndup(path, start);
}

static struct kg_error *whiteout(struct kg_layers *t, uint32_t folder, uint32_t layer, const char *name, size_t len)
{
	uint32_t i;

	if (len == strlen(OPAQUE) && !memcmp(name, OPAQUE, len)) {
		t->nodes[folder].emptied = (uint16_t)layer;
		return NULL;
	}
	/* aufs's own files; what no lower layer has need not be hidden */
	if (len > 8 && !memcmp(name, WHITEOUT WHITEOUT, 8))
		return NULL;
	i = child_find(t, folder, name + strlen(WHITEOUT), len - strlen(WHITEOUT));
	if (i != NONE)
		t->nodes[i].removed = (uint16_t)layer;
	return NULL;
}

struct kg_error *kg_layers_add(struct kg_layers *t, uint32_t layer, const struct kg_entry *e)
{
	struct kg_error *err;
	const char *last;
	char *above;
	size_t len;
	uint32_t folder, i;

	if (strlen(e->path) >= MAX_PATH)
		return NULL;
	above = split(e->path, &last);
	if (!above)
		return kg_error_nomem();
	len = strcspn(last, "/");
	err = walk(t, above, layer, true, &folder);
	free(above);
	if (err || folder == NONE)
		return err;
	if (!len || (len == 1 && last[0] == '.') || (len == 2 && last[0] == '.' && last[1] == '.'))
		return NULL;
	if (len > strlen(WHITEOUT) && !memcmp(last, WHITEOUT, strlen(WHITEOUT)))
		return whiteout(t, folder, layer, last, len);
	i = child_find(t, folder, last, len);
	if (i == NONE && t->nodes[folder].depth >= MAX_DEPTH)
		return NULL;
	if (i == NONE)
		err = node_add(t, folder, last, len, &i);
	return err ? err : node_fill(t, i, layer, e);
}

bool kg_layers_find(const struct kg_layers *t, const char *path, struct kg_entry_place *ret)
{
	uint32_t i;
	/* Without a layer the tree stays as it is. */
	struct kg_error *err = walk((struct kg_layers *)t, path, 0, true, &i);

	kg_error_destroy(err);
	if (err || i == NONE || t->nodes[i].kind != KG_ENTRY_FILE)
		return false;
	*ret = (struct kg_entry_place){t->nodes[i].source, t->nodes[i].number, t->nodes[i].size};
	return true;
}
