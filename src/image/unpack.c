/* Compressed cores, by libarchive's "raw" format: one stream, no names. */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "image/image_priv.h"

#ifdef HAVE_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#endif

struct magic {
	const char *format;
	const char *tool; /* that unpacks it by hand */
	uint8_t len;
	uint8_t bytes[6];
};

static const struct magic magics[] = {
    {"elf+zstd", "zstd -d", 4, {0x28, 0xb5, 0x2f, 0xfd}},  {"elf+lz4", "lz4 -d", 4, {0x04, 0x22, 0x4d, 0x18}},
    {"elf+lz4", "lz4 -d", 4, {0x02, 0x21, 0x4c, 0x18}}, /* the format before frames */
    {"elf+xz", "xz -d", 6, {0xfd, '7', 'z', 'X', 'Z', 0}}, {"elf+gzip", "gzip -d", 2, {0x1f, 0x8b}},
};

static const struct magic *magic_find(const uint8_t *head, size_t len)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(magics); i++) {
		if (len >= magics[i].len && memcmp(head, magics[i].bytes, magics[i].len) == 0)
			return &magics[i];
	}
	return NULL;
}

const char *kg_unpack_format(const uint8_t *head, size_t len)
{
	const struct magic *m = magic_find(head, len);

	return m ? m->format : NULL;
}

#ifdef HAVE_LIBARCHIVE

#define READ_SIZE ((size_t)1 << 18)

struct unpack {
	const struct kg_source *src;
	bool head_given;
	uint8_t *buf;
	struct archive *a;
};

/* archive_read_callback: the bytes read ahead first, then the descriptor's. */
static la_ssize_t read_more(struct archive *a, void *arg, const void **ret)
{
	struct unpack *u = arg;
	ssize_t n;

	if (!u->head_given && u->src->head_len > 0) {
		u->head_given = true;
		*ret = u->src->head;
		return (la_ssize_t)u->src->head_len;
	}
	do {
		n = read(u->src->fd, u->buf, READ_SIZE);
	} while (n < 0 && errno == EINTR);
	if (n < 0) {
		archive_set_error(a, errno, "%s", strerror(errno));
		return -1;
	}
	kg_progress_add(u->src->progress, (uint64_t)n);
	*ret = u->buf;
	return n;
}

static struct kg_error *unpack_init(struct unpack *u, const struct kg_source *src)
{
	*u = (struct unpack){.src = src};
	u->buf = malloc(READ_SIZE);
	u->a = archive_read_new();
	if (!u->buf || !u->a)
		return kg_error_nomem();
	/* A result below ARCHIVE_OK here is a warning that a program does the unpacking. */
	archive_read_support_filter_zstd(u->a);
	archive_read_support_filter_lz4(u->a);
	archive_read_support_filter_xz(u->a);
	archive_read_support_filter_gzip(u->a);
	archive_read_support_format_raw(u->a);
	return NULL;
}

static void unpack_deinit(struct unpack *u)
{
	if (u->a)
		archive_read_free(u->a);
	free(u->buf);
}

static const char *reason(const struct unpack *u)
{
	const char *text = archive_error_string(u->a);

	return text ? text : "it ends early";
}

/* @ret_status: ARCHIVE_EOF when all was read, else what libarchive stopped with. */
static struct kg_error *copy_out(struct unpack *u, struct kg_spool *sp, int *ret_status)
{
	struct archive_entry *entry;
	int status = archive_read_open(u->a, u, NULL, read_more, NULL);

	if (status >= ARCHIVE_WARN)
		status = archive_read_next_header(u->a, &entry);
	while (status >= ARCHIVE_WARN && status != ARCHIVE_EOF) {
		const void *block;
		size_t len;
		la_int64_t offset;
		struct kg_error *err;

		status = archive_read_data_block(u->a, &block, &len, &offset);
		if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
			break;
		err = kg_spool_write(sp, block, len, u->src->name);
		if (err)
			return err;
	}
	*ret_status = status;
	return NULL;
}

struct kg_error *kg_unpack(const struct kg_source *src, const char *format, struct kg_spool *sp,
			   struct kg_damages *damage)
{
	int status = ARCHIVE_EOF;
	struct unpack u;
	struct kg_error *err = unpack_init(&u, src);

	kg_progress_phase(src->progress, "unpacking", src->total);
	if (!err)
		err = copy_out(&u, sp, &status);
	if (!err && sp->size == 0)
		err = kg_error_create(
		    KG_ERR_TARGET, "%s: nothing can be unpacked from it as %s (%s); take or copy it again",
		    src->name, format + strlen("elf+"), status == ARCHIVE_EOF ? "it is empty" : reason(&u));
	else if (!err && status != ARCHIVE_EOF)
		kg_damage_add(damage, 0,
			      "the compressed file is damaged or cut short (%s): %llu bytes could be unpacked",
			      reason(&u), (unsigned long long)sp->size);
	kg_progress_clear(src->progress);
	unpack_deinit(&u);
	return err;
}

#else

struct kg_error *kg_unpack(const struct kg_source *src, const char *format, struct kg_spool *sp,
			   struct kg_damages *damage)
{
	const struct magic *m = magic_find(src->head, src->head_len);

	(void)sp;
	(void)damage;
	return kg_error_create(
	    KG_ERR_TARGET,
	    "%s: this kedge was built without libarchive and cannot read %s; decompress it with '%s' first", src->name,
	    format + strlen("elf+"), m ? m->tool : "its own tool");
}

#endif
