/* Writing a file in order, as it is with holes, or as one zstd stream. */
#ifndef KG_IMAGE_PACK_H
#define KG_IMAGE_PACK_H

#include "base/error.h"

struct kg_pack;

/**
 * Writes to @fd, which stays the caller's. @name stands for it in messages.
 * Errors: USAGE (@zstd in a build without libarchive), OS, NOMEM
 */
struct kg_error *kg_pack_create(int fd, const char *name, bool zstd, struct kg_pack **ret) KG_MUST_CHECK;
/** The next @len bytes; without zstd, whole 4 KiB blocks of zeroes become holes. Errors: OS, names a full disk */
struct kg_error *kg_pack_write(struct kg_pack *p, const void *buf, size_t len) KG_MUST_CHECK;
/** The next @len bytes are zeroes. Errors: OS */
struct kg_error *kg_pack_zeroes(struct kg_pack *p, uint64_t len) KG_MUST_CHECK;
/** All is written. Errors: OS */
struct kg_error *kg_pack_finish(struct kg_pack *p) KG_MUST_CHECK;
void kg_pack_destroy(struct kg_pack *p);

#endif
