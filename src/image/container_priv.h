/* Between the files that read container images. */
#ifndef KG_IMAGE_CONTAINER_PRIV_H
#define KG_IMAGE_CONTAINER_PRIV_H

#include "image/container.h"
#include "image/image_priv.h"

/* layers.c: the merged tree of names. Layers count from 1, the lowest. */

enum kg_entry_kind { KG_ENTRY_NONE, KG_ENTRY_FOLDER, KG_ENTRY_FILE, KG_ENTRY_SYMLINK, KG_ENTRY_HARDLINK, KG_ENTRY_OTHER };

#define KG_LAYERS_MAX 1024

/* One member of a layer. */
struct kg_entry {
	enum kg_entry_kind kind;
	const char *path; /* as the layer calls it */
	const char *link; /* of links, where they lead */
	uint32_t number;  /* of the member in its layer */
	uint64_t size;
};

/* Where a file's bytes are. */
struct kg_entry_place {
	uint32_t layer, number;
	uint64_t size;
};

struct kg_layers;

struct kg_error *kg_layers_create(struct kg_layers **ret) KG_MUST_CHECK;
void kg_layers_destroy(struct kg_layers *t);
/** Adds a member of layer @layer; layers in order. What makes no sense is left out. Errors: NOMEM */
struct kg_error *kg_layers_add(struct kg_layers *t, uint32_t layer, const struct kg_entry *e) KG_MUST_CHECK;
/** The regular file at @path; @return false when there is none */
bool kg_layers_find(const struct kg_layers *t, const char *path, struct kg_entry_place *ret);

/* store.c: a folder or an archive with named blobs */

struct kg_store {
	const char *name; /* for messages, as the user gave it */
	const char *folder; /* NULL: an archive */
	int fd;		  /* of the archive, not compressed */
	struct kg_progress *progress;
	struct kg_container_limits limits;
};

/** @path is a file or a folder, and must stay. Errors: USAGE, OS, NOMEM */
struct kg_error *kg_store_open(struct kg_store *st, const char *path, struct kg_progress *progress,
			       const struct kg_container_limits *limits) KG_MUST_CHECK;
void kg_store_close(struct kg_store *st);
/** The whole of a small file, terminated. Errors: NOTFOUND, USAGE (too long, damaged), NOMEM */
struct kg_error *kg_store_text(struct kg_store *st, const char *blob, char **ret, size_t *ret_len) KG_MUST_CHECK;

struct kg_member;

/** Called for each member of a layer. @ret_stop: no further ones are needed */
typedef struct kg_error *kg_store_fn(void *arg, struct kg_member *m, const struct kg_entry *e, bool *ret_stop);

/**
 * Goes through the members of the layer @blob; NULL: the archive itself is the only layer. @ret_why: what is wrong
 * with it after the members so far, "" when nothing is. Errors: NOTFOUND, CANCELED, NOMEM, @fn's
 */
struct kg_error *kg_store_walk(struct kg_store *st, const char *blob, kg_store_fn *fn, void *arg,
			       char ret_why[static 128]) KG_MUST_CHECK;
/** Copies the member that kg_store_fn() was given into @sp. Errors: OS, NOMEM; TARGET when it is damaged */
struct kg_error *kg_member_copy(struct kg_member *m, struct kg_spool *sp) KG_MUST_CHECK;

/* manifest.c: which layers an image has */

struct kg_manifest {
	char *name;    /* tags, or the beginning of its digest */
	char *machine; /* as images say it: "amd64", "arm64"; "" unknown */
	char **layers; /* blobs, lowest first; NULL: the archive itself is the only layer */
	size_t nlayers;
};

/**
 * The image for @machine, and called @wanted if that is not NULL.
 * Errors: USAGE: none, or several; NOMEM
 */
struct kg_error *kg_manifest_choose(struct kg_store *st, enum kg_machine machine, const char *wanted,
				    struct kg_manifest *ret) KG_MUST_CHECK;
void kg_manifest_deinit(struct kg_manifest *m);

#endif
