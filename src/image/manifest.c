/*
 * Which images a folder or archive holds, and which layers those have.
 *
 * Sources: OCI image-spec image-layout.md, image-index.md, manifest.md; for what `docker save` wrote before it wrote OCI
 * layouts, and still writes beside: moby image/tarexport (manifest.json).
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "image/container_priv.h"

#define IMAGES_MAX 1024
#define INDEX_DEPTH 3
#define SHOWN 6

struct images {
	struct kg_store *st;
	struct found {
		struct kg_manifest m;
		char *digest;
	} items[IMAGES_MAX];
	size_t n;
	bool absent; /* an image is named whose manifest is not there */
};

static const char *text_of(const json_t *o, const char *key)
{
	const char *text = json_string_value(json_object_get(o, key));

	return text ? text : "";
}

/* Errors: NOTFOUND, USAGE, NOMEM */
static struct kg_error *json_read(struct kg_store *st, const char *blob, json_t **ret)
{
	json_error_t why;
	char *text;
	size_t len;
	struct kg_error *err = kg_store_text(st, blob, &text, &len);

	if (err)
		return err;
	*ret = json_loadb(text, len, JSON_REJECT_DUPLICATES, &why);
	free(text);
	return *ret ? NULL : kg_error_create(KG_ERR_USAGE, "--sysroot %s: %s in it is no JSON (line %d)", st->name, blob, why.line);
}

/* "sha256:0123..." is blobs/sha256/0123...: anything else is none. @return NULL: no such digest, or no memory */
static char *blob_of(const char *digest)
{
	size_t algorithm = strspn(digest, "abcdefghijklmnopqrstuvwxyz0123456789"), hex;
	struct kg_strbuf sb = {0};
	char *ret;

	if (!algorithm || digest[algorithm] != ':')
		return NULL;
	hex = strspn(digest + algorithm + 1, "0123456789abcdef");
	if (hex < 32 || hex > 128 || digest[algorithm + 1 + hex])
		return NULL;
	kg_strbuf_printf(&sb, "blobs/%.*s/%s", (int)algorithm, digest, digest + algorithm + 1);
	ret = sb.failed ? NULL : strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return ret;
}

/* Does it say by itself that it is none to run, but says something of another? */
static bool is_attestation(const json_t *descriptor)
{
	const json_t *platform = json_object_get(descriptor, "platform");

	return *text_of(json_object_get(descriptor, "annotations"), "vnd.docker.reference.type") ||
	       !strcmp(text_of(platform, "architecture"), "unknown");
}

static struct kg_error *nothing_in(const struct kg_store *st, const char *what)
{
	return kg_error_create(KG_ERR_USAGE, "--sysroot %s: %s; save the image again, or unpack it and name the folder",
			       st->name, what);
}

/* The machine that the configuration in @blob names; "" when nobody knows. */
static char *machine_of(struct kg_store *st, const char *blob)
{
	json_t *config = NULL;
	char *ret;

	if (blob)
		kg_error_destroy(json_read(st, blob, &config));
	ret = strdup(text_of(config, "architecture"));
	json_decref(config);
	return ret;
}

void kg_manifest_deinit(struct kg_manifest *m)
{
	for (size_t i = 0; m->layers && i < m->nlayers; i++)
		free(m->layers[i]);
	free(m->layers);
	free(m->name);
	free(m->machine);
	*m = (struct kg_manifest){0};
}

static void images_deinit(struct images *all)
{
	for (size_t i = 0; i < all->n; i++) {
		kg_manifest_deinit(&all->items[i].m);
		free(all->items[i].digest);
	}
}

/* One more; what was given is then its own, or freed. */
static struct kg_error *images_add(struct images *all, struct kg_manifest *m, const char *digest)
{
	struct kg_error *err = NULL;

	if (all->n == IMAGES_MAX)
		err = nothing_in(all->st, "it lists more than a thousand images");
	else if (!m->name || !m->machine)
		err = kg_error_nomem();
	if (!err)
		all->items[all->n].digest = strdup(digest);
	if (!err && !all->items[all->n].digest)
		err = kg_error_nomem();
	if (err)
		kg_manifest_deinit(m);
	else
		all->items[all->n++].m = *m;
	return err;
}

/* Layers named by @list: strings, or descriptors with a digest. */
static struct kg_error *layers_of(const struct kg_store *st, const json_t *list, struct kg_manifest *m)
{
	size_t n = json_array_size(list);

	if (n > KG_LAYERS_MAX)
		return nothing_in(st, "an image in it has more than a thousand layers");
	m->layers = calloc(n + 1, sizeof(*m->layers));
	if (!m->layers)
		return kg_error_nomem();
	for (size_t i = 0; i < n; i++) {
		const json_t *one = json_array_get(list, i);
		const char *path = json_string_value(one);

		m->layers[i] = path ? strdup(path) : blob_of(text_of(one, "digest"));
		if (!m->layers[i])
			return nothing_in(st, "a manifest in it names a layer by no digest");
		m->nlayers++;
	}
	return NULL;
}

/* An image by its manifest. */
static struct kg_error *image_read(struct images *all, const json_t *descriptor, const json_t *manifest)
{
	const char *digest = text_of(descriptor, "digest"), *name;
	const json_t *notes = json_object_get(descriptor, "annotations");
	struct kg_manifest m = {0};
	char *config = blob_of(text_of(json_object_get(manifest, "config"), "digest"));
	struct kg_error *err = layers_of(all->st, json_object_get(manifest, "layers"), &m);

	name = text_of(notes, "io.containerd.image.name");
	if (!*name)
		name = text_of(notes, "org.opencontainers.image.ref.name");
	m.name = *name ? strdup(name) : strndup(digest, strcspn(digest, ":") + 13);
	m.machine = machine_of(all->st, config);
	if (m.machine && !*m.machine) {
		free(m.machine);
		m.machine = strdup(text_of(json_object_get(descriptor, "platform"), "architecture"));
	}
	free(config);
	if (!err)
		return images_add(all, &m, digest);
	kg_manifest_deinit(&m);
	return err;
}

/* Names of images stand in the outermost index alone. */
static json_t *with_name_of(json_t *descriptor, const json_t *above)
{
	json_t *notes = json_object_get(above, "annotations");

	if (notes && !json_object_get(descriptor, "annotations"))
		json_object_set(descriptor, "annotations", notes);
	return descriptor;
}

static struct kg_error *index_read(struct images *all, json_t *index, const json_t *above, int depth);

/* What a descriptor leads to: an image, or a further index. One that is not there is not of this archive. */
static struct kg_error *descriptor_read(struct images *all, json_t *descriptor, int depth)
{
	char *blob = blob_of(text_of(descriptor, "digest"));
	json_t *doc = NULL;
	struct kg_error *err;

	if (!blob)
		return nothing_in(all->st, "its index names a manifest by no digest");
	err = json_read(all->st, blob, &doc);
	free(blob);
	if (err && err->code == KG_ERR_NOTFOUND) {
		kg_error_destroy(err);
		all->absent = true;
		return NULL;
	}
	if (!err && json_is_array(json_object_get(doc, "manifests")))
		err = index_read(all, doc, descriptor, depth + 1);
	else if (!err)
		err = image_read(all, descriptor, doc);
	json_decref(doc);
	return err;
}

/* Recursion ends at INDEX_DEPTH, whatever the indexes name. */
static struct kg_error *index_read(struct images *all, json_t *index, const json_t *above, int depth)
{
	json_t *list = json_object_get(index, "manifests");
	struct kg_error *err = NULL;

	if (depth > INDEX_DEPTH || json_array_size(list) > IMAGES_MAX)
		return nothing_in(all->st, "its indexes name each other, or too many images");
	for (size_t i = 0; i < json_array_size(list) && !err; i++) {
		json_t *descriptor = json_array_get(list, i);

		if (!is_attestation(descriptor))
			err = descriptor_read(all, with_name_of(descriptor, above), depth);
	}
	return err;
}

/* One image of a manifest.json. */
static struct kg_error *saved_read(struct images *all, const json_t *saved)
{
	const json_t *tags = json_object_get(saved, "RepoTags");
	const char *config = text_of(saved, "Config");
	struct kg_strbuf sb = {0};
	struct kg_manifest m = {0};
	struct kg_error *err = layers_of(all->st, json_object_get(saved, "Layers"), &m);

	for (size_t i = 0; i < json_array_size(tags); i++)
		kg_strbuf_printf(&sb, "%s%s", sb.len ? ", " : "", json_string_value(json_array_get(tags, i)) ?: "");
	if (!sb.len)
		kg_strbuf_printf(&sb, "%.12s", config);
	m.name = sb.failed ? NULL : strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	m.machine = machine_of(all->st, config);
	if (!err)
		return images_add(all, &m, config);
	kg_manifest_deinit(&m);
	return err;
}

/* An archive with neither index: what a root file system exported as a tar is. */
static struct kg_error *plain_read(struct images *all)
{
	struct kg_manifest m = {0};

	if (all->st->folder)
		return nothing_in(all->st, "there is no index.json in it");
	m.name = strdup("root file system");
	m.machine = strdup("");
	return images_add(all, &m, "");
}

/* The document @name, if it is there. */
static struct kg_error *json_maybe(struct kg_store *st, const char *name, json_t **ret)
{
	struct kg_error *err = json_read(st, name, ret);

	if (!err || err->code != KG_ERR_NOTFOUND)
		return err;
	kg_error_destroy(err);
	*ret = NULL;
	return NULL;
}

static struct kg_error *images_read(struct images *all)
{
	json_t *index = NULL, *saved = NULL;
	struct kg_error *err = json_maybe(all->st, "index.json", &index);

	if (!err && json_is_array(json_object_get(index, "manifests")))
		err = index_read(all, index, NULL, 0);
	if (!err && !all->n)
		err = json_maybe(all->st, "manifest.json", &saved);
	for (size_t i = 0; i < json_array_size(saved) && !err; i++)
		err = saved_read(all, json_array_get(saved, i));
	if (!err && !all->n && !index && !json_is_array(saved))
		err = plain_read(all);
	json_decref(index);
	json_decref(saved);
	return err;
}

static const char *own_name(enum kg_machine machine)
{
	return machine == KG_MACHINE_AARCH64 ? "arm64" : "amd64";
}

static bool suits(const struct kg_manifest *m, enum kg_machine machine)
{
	const char *other = machine == KG_MACHINE_AARCH64 ? "aarch64" : "x86_64";

	return !*m->machine || !strcmp(m->machine, own_name(machine)) || !strcmp(m->machine, other);
}

/* "image:tag" of several, or the beginning of a digest. */
static bool called(const struct found *f, const char *wanted)
{
	const char *at = f->m.name, *digest = strchr(f->digest, ':');
	size_t len = strlen(wanted);

	for (; *at; at += strcspn(at, ","), at += strspn(at, ", "))
		if (!strncmp(at, wanted, len) && (!at[len] || at[len] == ','))
			return true;
	return len >= 6 && (!strncmp(f->digest, wanted, len) || (digest && !strncmp(digest + 1, wanted, len)));
}

static void add_names(const struct images *all, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < all->n && i < SHOWN; i++) {
		const struct kg_manifest *m = &all->items[i].m;

		kg_strbuf_puts(sb, i ? "; " : "");
		kg_strbuf_escape(sb, m->name, strlen(m->name));
		kg_strbuf_puts(sb, " (");
		kg_strbuf_escape(sb, *m->machine ? m->machine : "machine unknown", strlen(*m->machine ? m->machine : "machine unknown"));
		kg_strbuf_puts(sb, ")");
	}
	kg_strbuf_puts(sb, all->n > SHOWN ? "; ..." : "");
}

static struct kg_error *no_choice(const struct images *all, enum kg_machine machine, const char *wanted, size_t suiting)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	add_names(all, &sb);
	if (!all->n)
		err = nothing_in(all->st, all->absent ? "its index names images, but none of them is in it" : "there is no image in it");
	else if (suiting)
		err = kg_error_create(KG_ERR_USAGE, "--sysroot %s: %zu images in it are for the core's machine: %s; add @NAME for one "
				      "of them", all->st->name, suiting, kg_strbuf_text(&sb));
	else if (wanted)
		err = kg_error_create(KG_ERR_USAGE, "--sysroot %s: no image called %s for %s in it; there is: %s", all->st->name,
				      wanted, own_name(machine), kg_strbuf_text(&sb));
	else
		err = kg_error_create(KG_ERR_USAGE, "--sysroot %s: the core is of %s, and no image in it is%s; there is: %s",
				      all->st->name, own_name(machine), all->absent ? " (its index names some that are not there)" : "",
				      kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

/* One image may be listed under several names. */
static bool same(const struct found *a, const struct found *b)
{
	if (strcmp(a->digest, b->digest) != 0 || a->m.nlayers != b->m.nlayers)
		return false;
	for (size_t i = 0; i < a->m.nlayers; i++)
		if (strcmp(a->m.layers[i], b->m.layers[i]) != 0)
			return false;
	return true;
}

static struct kg_error *choose(struct images *all, enum kg_machine machine, const char *wanted, struct kg_manifest *ret)
{
	struct found *one = NULL;
	size_t suiting = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct found *f = &all->items[i];

		if (!suits(&f->m, machine) || (wanted && !called(f, wanted)))
			continue;
		suiting += !one || !same(one, f);
		one = f;
	}
	if (suiting != 1)
		return no_choice(all, machine, wanted, suiting);
	*ret = one->m;
	one->m = (struct kg_manifest){0};
	return NULL;
}

struct kg_error *kg_manifest_choose(struct kg_store *st, enum kg_machine machine, const char *wanted, struct kg_manifest *ret)
{
	struct images *all = calloc(1, sizeof(*all));
	struct kg_error *err;

	if (!all)
		return kg_error_nomem();
	all->st = st;
	err = images_read(all);
	if (!err)
		err = choose(all, machine, wanted, ret);
	images_deinit(all);
	free(all);
	return err;
}
