/* A container image: its names, and the files that were taken out of it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "image/container_priv.h"

/* A file that is wanted, and the copy of it once there is one. */
struct taken {
	struct kg_entry_place place;
	int fd;
	bool tried;
};

struct kg_container {
	char *name; /* as it was given */
	char *path;
	struct kg_store st;
	struct kg_manifest manifest;
	struct kg_layers *layers;
	struct kg_damages *damage;
	uint64_t members;
	struct taken *files;
	size_t nfiles, cap_files;
};

/* Whatever went wrong because somebody asked for an end is that, and nothing of the image. */
static struct kg_error *canceled_first(struct kg_container *c, struct kg_error *err)
{
	struct kg_error *canceled = err ? kg_progress_check(c->st.progress) : NULL;

	if (canceled)
		kg_error_destroy(err);
	return canceled ? canceled : err;
}

/* What precedes "@NAME", as long as a file or folder is called so. */
static char *split_name(const char *text, const char **ret_wanted)
{
	*ret_wanted = NULL;
	if (access(text, F_OK) == 0)
		return strdup(text);
	for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@')) {
		char *path = strndup(text, (size_t)(at - text));

		if (path && access(path, F_OK) == 0 && at[1]) {
			*ret_wanted = at + 1;
			return path;
		}
		free(path);
	}
	return strdup(text);
}

bool kg_container_is(const char *name)
{
	const char *wanted;
	char *path = split_name(name, &wanted);
	struct kg_strbuf sb = {0};
	struct stat st;
	bool is = false;

	if (path && stat(path, &st) == 0) {
		kg_strbuf_printf(&sb, "%s/oci-layout", path);
		is = !S_ISDIR(st.st_mode) || wanted || (!sb.failed && access(kg_strbuf_text(&sb), F_OK) == 0);
	}
	kg_strbuf_deinit(&sb);
	free(path);
	return is;
}

/* What kg_store_walk() hands on while names are read. */
struct indexing {
	struct kg_container *c;
	uint32_t layer;
	bool full;
};

static struct kg_error *index_member(void *arg, struct kg_member *m, const struct kg_entry *e, bool *ret_stop)
{
	struct indexing *in = arg;

	(void)m;
	if (in->c->members++ < in->c->st.limits.members)
		return kg_layers_add(in->c->layers, in->layer, e);
	in->full = *ret_stop = true;
	return NULL;
}

static void layer_damage(struct kg_container *c, uint32_t layer, const char *why)
{
	if (c->damage)
		kg_damage_add(c->damage, 0, "--sysroot %s: layer %u of %zu is damaged or cut short: %s", c->name, layer,
			      c->manifest.layers ? c->manifest.nlayers : 1, why);
}

static struct kg_error *layer_index(struct kg_container *c, uint32_t layer)
{
	struct indexing in = {c, layer, false};
	const char *blob = c->manifest.layers ? c->manifest.layers[layer - 1] : NULL;
	char why[128] = "";
	struct kg_error *err = kg_store_walk(&c->st, blob, index_member, &in, why);

	if (err && err->code == KG_ERR_NOTFOUND) {
		layer_damage(c, layer, "it is not there");
		kg_error_destroy(err);
		return NULL;
	}
	if (!err && in.full)
		layer_damage(c, layer, "too many files");
	else if (!err && why[0])
		layer_damage(c, layer, why);
	return err;
}

static struct kg_error *index_all(struct kg_container *c)
{
	uint32_t n = c->manifest.layers ? (uint32_t)c->manifest.nlayers : 1;
	struct kg_error *err = kg_layers_create(&c->layers);

	kg_progress_phase(c->st.progress, "reading the image's layers", 0);
	for (uint32_t i = 1; i <= n && !err; i++)
		err = layer_index(c, i);
	kg_progress_clear(c->st.progress);
	if (!err && c->members == 0)
		err = kg_error_create(KG_ERR_USAGE, "--sysroot %s: no files are in it: neither an image nor a tar of a file system",
				      c->name);
	return err;
}

static struct kg_container_limits defaults(const struct kg_container_limits *l)
{
	return (struct kg_container_limits){
		.members = l->members ? l->members : 8000000,
		.layer_bytes = l->layer_bytes ? l->layer_bytes : (uint64_t)256 << 30,
		.file_bytes = l->file_bytes ? l->file_bytes : (uint64_t)16 << 30,
	};
}

struct kg_error *kg_container_open(const char *name, const struct kg_container_options *opts, struct kg_container **ret)
{
	const struct kg_container_limits limits = defaults(&opts->limits);
	struct kg_container *c = calloc(1, sizeof(*c));
	const char *wanted = NULL;
	struct kg_error *err = kg_error_nomem();

	if (!c)
		return err;
	c->st.fd = -1;
	c->damage = opts->damage;
	c->name = strdup(name);
	c->path = split_name(name, &wanted);
	if (c->name && c->path)
		err = kg_store_open(&c->st, c->path, opts->progress, &limits);
	if (!err)
		err = kg_manifest_choose(&c->st, opts->machine, wanted, &c->manifest);
	if (!err)
		err = index_all(c);
	err = canceled_first(c, err);
	if (err)
		kg_container_destroy(c);
	else
		*ret = c;
	return err;
}

void kg_container_destroy(struct kg_container *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->nfiles; i++)
		if (c->files[i].fd >= 0)
			close(c->files[i].fd);
	free(c->files);
	kg_layers_destroy(c->layers);
	kg_manifest_deinit(&c->manifest);
	kg_store_close(&c->st);
	free(c->name);
	free(c->path);
	free(c);
}

const char *kg_container_name(const struct kg_container *c)
{
	return c->name;
}

static struct taken *taken_find(struct kg_container *c, uint32_t layer, uint32_t number)
{
	for (size_t i = 0; i < c->nfiles; i++)
		if (c->files[i].place.layer == layer && c->files[i].place.number == number)
			return &c->files[i];
	return NULL;
}

struct kg_error *kg_container_want(struct kg_container *c, const char *path)
{
	struct kg_entry_place place;
	struct kg_error *err;

	if (!kg_layers_find(c->layers, path, &place) || place.size > c->st.limits.file_bytes ||
	    taken_find(c, place.layer, place.number))
		return NULL;
	err = kg_grow(&c->files, &c->cap_files, c->nfiles, sizeof(*c->files));
	if (!err)
		c->files[c->nfiles++] = (struct taken){.place = place, .fd = -1};
	return err;
}

struct taking {
	struct kg_container *c;
	uint32_t layer;
	size_t left;
};

static struct kg_error *take_member(void *arg, struct kg_member *m, const struct kg_entry *e, bool *ret_stop)
{
	struct taking *in = arg;
	struct taken *t = taken_find(in->c, in->layer, e->number);
	struct kg_spool sp = {.fd = -1};
	struct kg_error *err;

	if (!t || t->tried)
		return NULL;
	t->tried = true;
	*ret_stop = --in->left == 0;
	/* Its size is the archive's to say, and only now is it certain that it is the same archive. */
	if (e->kind != KG_ENTRY_FILE || e->size > in->c->st.limits.file_bytes)
		return NULL;
	err = kg_spool_init(&sp, e->size, in->c->name);
	if (!err)
		err = kg_member_copy(m, &sp);
	if (!err) {
		t->fd = sp.fd;
		return NULL;
	}
	kg_spool_deinit(&sp);
	if (err->code != KG_ERR_TARGET)
		return err;
	layer_damage(in->c, in->layer, err->text);
	kg_error_destroy(err);
	return NULL;
}

/* Takes all files out of a layer that are wanted and not there yet. */
static struct kg_error *layer_take(struct kg_container *c, uint32_t layer)
{
	struct taking in = {c, layer, 0};
	char why[128];
	struct kg_error *err;

	for (size_t i = 0; i < c->nfiles; i++)
		in.left += c->files[i].place.layer == layer && !c->files[i].tried;
	if (!in.left)
		return NULL;
	kg_progress_phase(c->st.progress, "taking files out of the image", 0);
	err = kg_store_walk(&c->st, c->manifest.layers ? c->manifest.layers[layer - 1] : NULL, take_member, &in, why);
	kg_progress_clear(c->st.progress);
	return err;
}

struct kg_error *kg_container_file(struct kg_container *c, const char *path, int *ret_fd)
{
	struct kg_error *err = kg_container_want(c, path);
	struct kg_entry_place place;
	struct taken *t;

	*ret_fd = -1;
	if (err || !kg_layers_find(c->layers, path, &place))
		return err;
	t = taken_find(c, place.layer, place.number);
	if (t && !t->tried)
		err = canceled_first(c, layer_take(c, place.layer));
	/* An own description: the file's offset is not shared. */
	if (!err && t && t->fd >= 0) {
		char name[64];

		snprintf(name, sizeof(name), "/proc/self/fd/%d", t->fd);
		*ret_fd = open(name, O_RDONLY | O_CLOEXEC);
		if (*ret_fd < 0)
			*ret_fd = fcntl(t->fd, F_DUPFD_CLOEXEC, 3);
	}
	return err;
}
