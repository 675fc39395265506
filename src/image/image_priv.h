/* What the files of this layer share. */
#ifndef KG_IMAGE_PRIV_H
#define KG_IMAGE_PRIV_H

#include "image/image.h"

struct kg_owned {
	void *mem;
	size_t len;
};

struct kg_image_priv {
	struct kg_segment *pending; /* added since the last seal, in order of arrival */
	size_t npending, cap_pending;
	struct kg_gap *gaps_pending;
	size_t ngaps_pending, cap_gaps_pending;
	struct kg_owned *owned; /* to unmap */
	size_t nowned, cap_owned;
	size_t cap_threads;
	uint32_t *places; /* address >> 32 of each row but row 0 */
	size_t nrows, cap_rows, cap_places;
	char *paths; /* the strings of NT_FILE */
};

/* elfcore.c */

/**
 * Reads the ELF headers and notes of the core in [@mem, @mem + @size) into @img
 * and seals it. @name is used in messages.
 */
struct kg_error *kg_elfcore_parse(struct kg_image *img, const uint8_t *mem, uint64_t size,
				  const char *name) KG_MUST_CHECK;

/* notes.c */

/** Reads the notes in @len bytes at @p; what makes no sense becomes damage. Errors: NOMEM */
struct kg_error *kg_notes_parse(struct kg_image *img, const uint8_t *p, uint64_t len) KG_MUST_CHECK;

/* spool.c: an unlinked sparse temporary file */

struct kg_spool {
	int fd;
	uint64_t size; /* bytes so far, holes included */
	char dir[256];
};

/** Makes one in $TMPDIR, /var/tmp or /tmp, whichever takes it. @need_bytes: at least this room, 0 when unknown. */
struct kg_error *kg_spool_init(struct kg_spool *sp, uint64_t need_bytes, const char *name) KG_MUST_CHECK;
void kg_spool_deinit(struct kg_spool *sp);
/** Appends; whole 4 KiB blocks of zeroes become holes. Errors: OS */
struct kg_error *kg_spool_write(struct kg_spool *sp, const void *buf, size_t len, const char *name) KG_MUST_CHECK;
/** Sets the final size. */
struct kg_error *kg_spool_finish(struct kg_spool *sp, const char *name) KG_MUST_CHECK;

/* unpack.c: compressed streams */

/* Where packed (or plain) bytes come from: what was read ahead, then a descriptor. */
struct kg_source {
	int fd;
	const char *name;
	const uint8_t *head; /* bytes already read from fd */
	size_t head_len;
	uint64_t total; /* bytes, 0 when unknown */
	struct kg_progress *progress;
};

/** "elf+zstd" and so on by the first bytes; NULL when they are of no compression known here. */
const char *kg_unpack_format(const uint8_t *head, size_t len);

/**
 * Unpacks all of @src into @sp. A stream that ends early or is damaged leaves
 * what came before it, and a line of damage.
 * Errors: TARGET (nothing could be unpacked; built without libarchive), OS, NOMEM
 */
struct kg_error *kg_unpack(const struct kg_source *src, const char *format, struct kg_spool *sp,
			   struct kg_damages *damage) KG_MUST_CHECK;

#endif
