/*
 * The file system of a container image, read where it lies: an OCI image layout (a folder, or a tar of it), what
 * `docker save` writes, or a tar of a root file system. Nothing is unpacked but the files that are asked for.
 *
 * Layers are laid over each other as OCI image-spec layer.md says: whiteouts hide what lower layers have, opaque ones a
 * folder's whole contents, hard links name files of their time. Paths are resolved inside the image, whatever its
 * symlinks say. Everything in it is hostile: lengths, numbers and unpacked sizes are bounded.
 */
#ifndef KG_IMAGE_CONTAINER_H
#define KG_IMAGE_CONTAINER_H

#include "image/image.h"

struct kg_container;

/* What is taken for an attack and not for an image. Zero: the number given here. */
struct kg_container_limits {
	uint64_t members;     /* of all layers: 8 million */
	uint64_t layer_bytes; /* unpacked: 256 GiB */
	uint64_t file_bytes;  /* of one file that is taken out: 16 GiB */
};

struct kg_container_options {
	enum kg_machine machine;   /* of several images the one for this is read */
	struct kg_damages *damage; /* what is wrong with a layer: the rest is read all the same */
	struct kg_progress *progress;
	struct kg_container_limits limits;
};

/**
 * Is there such an image at @path: a file, or a folder with an "oci-layout"? "FILE@NAME" is one too, where no file is
 * called so: the image that is called NAME in it. Any other folder is none.
 */
bool kg_container_is(const char *path);

/**
 * Reads the table of contents.
 * Errors: USAGE: no image, none or several for this machine (names them), damaged so that nothing can be read; built
 * without libarchive. OS, NOMEM, CANCELED
 * Cost: all layers are unpacked once, and nothing of them is kept but names.
 */
struct kg_error *kg_container_open(const char *path, const struct kg_container_options *opts,
				   struct kg_container **ret) KG_MUST_CHECK;
void kg_container_destroy(struct kg_container *c);

/** The name it was opened by. */
const char *kg_container_name(const struct kg_container *c);

/** Notes that the file at @path will be asked for; nothing when there is none. Errors: NOMEM */
struct kg_error *kg_container_want(struct kg_container *c, const char *path) KG_MUST_CHECK;

/**
 * A descriptor of the file at @path, which is a copy without a name in a folder for temporary files; the caller's to
 * close. -1 when there is no such file. It is unpacked with all that is wanted by then: one pass over a layer.
 * Errors: OS, NOMEM, CANCELED
 */
struct kg_error *kg_container_file(struct kg_container *c, const char *path, int *ret_fd) KG_MUST_CHECK;

/**
 * Opens @path below the folder @root as if that were "/": neither ".." nor a symlink leads out of it.
 * @return a descriptor, or -1 and errno
 */
int kg_root_open(const char *root, const char *path);

#endif
