#include "config.h"

#include "image/pack.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef HAVE_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

#define BLOCK 4096
#define ZEROES ((size_t)1 << 20)

struct kg_pack {
	int fd;
	const char *name;
	uint64_t at; /* bytes so far */
	uint8_t *zeroes; /* of a zstd stream */
	struct archive *a; /* NULL: plain */
};

static struct kg_error *trouble(const struct kg_pack *p, int errnum)
{
	if (errnum == ENOSPC || errnum == EDQUOT || errnum == EFBIG)
		return kg_error_create(KG_ERR_OS, "%s: no room left after %llu MiB (%s); nothing was kept", p->name,
				       (unsigned long long)(p->at >> 20), strerror(errnum));
	return kg_error_os(errnum ? errnum : EIO, "%s: cannot be written", p->name);
}

#ifdef HAVE_LIBARCHIVE
static struct kg_error *pack_trouble(const struct kg_pack *p)
{
	return trouble(p, archive_errno(p->a));
}

static struct kg_error *open_zstd(struct kg_pack *p)
{
	struct archive_entry *e = archive_entry_new();
	int status;

	p->a = archive_write_new();
	p->zeroes = calloc(1, ZEROES);
	if (!e || !p->a || !p->zeroes) {
		archive_entry_free(e);
		return kg_error_nomem();
	}
	archive_entry_set_filetype(e, AE_IFREG);
	status = archive_write_add_filter_zstd(p->a);
	if (status >= ARCHIVE_WARN)
		status = archive_write_set_format_raw(p->a);
	if (status >= ARCHIVE_WARN) /* no padding of the last block */
		status = archive_write_set_bytes_in_last_block(p->a, 1);
	if (status >= ARCHIVE_WARN)
		status = archive_write_open_fd(p->a, p->fd);
	if (status >= ARCHIVE_WARN)
		status = archive_write_header(p->a, e);
	archive_entry_free(e);
	return status >= ARCHIVE_WARN ? NULL : pack_trouble(p);
}

static struct kg_error *write_zstd(struct kg_pack *p, const void *buf, size_t len)
{
	const char *at = buf;

	while (len > 0) {
		la_ssize_t n = archive_write_data(p->a, at, len);

		if (n <= 0)
			return pack_trouble(p);
		at += n;
		len -= (size_t)n;
		p->at += (uint64_t)n;
	}
	return NULL;
}

static struct kg_error *close_zstd(struct kg_pack *p)
{
	return archive_write_close(p->a) >= ARCHIVE_WARN ? NULL : pack_trouble(p);
}

static void free_zstd(struct kg_pack *p)
{
	if (p->a)
		archive_write_free(p->a);
}
#else
static struct kg_error *open_zstd(struct kg_pack *p)
{
	return kg_error_create(KG_ERR_USAGE, "%s: this kedge was built without libarchive and cannot write zstd; leave --zstd out",
			       p->name);
}

static struct kg_error *write_zstd(struct kg_pack *p, const void *buf, size_t len)
{
	(void)buf;
	(void)len;
	return open_zstd(p);
}

static struct kg_error *close_zstd(struct kg_pack *p)
{
	return open_zstd(p);
}

static void free_zstd(struct kg_pack *p)
{
	(void)p;
}
#endif

struct kg_error *kg_pack_create(int fd, const char *name, bool zstd, struct kg_pack **ret)
{
	struct kg_pack *p = calloc(1, sizeof(*p));
	struct kg_error *err;

	if (!p)
		return kg_error_nomem();
	p->fd = fd;
	p->name = name;
	err = zstd ? open_zstd(p) : NULL;
	if (err)
		kg_pack_destroy(p);
	else
		*ret = p;
	return err;
}

static struct kg_error *put(struct kg_pack *p, const uint8_t *buf, size_t len)
{
	while (len > 0) {
		ssize_t n = pwrite(p->fd, buf, len, (off_t)p->at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return trouble(p, n < 0 ? errno : EIO);
		buf += n;
		p->at += (size_t)n;
		len -= (size_t)n;
	}
	return NULL;
}

static bool all_zero(const uint8_t *p, size_t len)
{
	return p[0] == 0 && memcmp(p, p + 1, len - 1) == 0;
}

struct kg_error *kg_pack_write(struct kg_pack *p, const void *buf, size_t len)
{
	const uint8_t *at = buf, *end = at + len, *from = at;
	struct kg_error *err = NULL;

	if (p->a)
		return write_zstd(p, buf, len);
	while (at < end && !err) {
		size_t step = BLOCK - (p->at + (uint64_t)(at - from)) % BLOCK;

		if (step > (size_t)(end - at))
			step = (size_t)(end - at);
		if (step == BLOCK && all_zero(at, step)) {
			err = put(p, from, (size_t)(at - from));
			p->at += step;
			from = at + step;
		}
		at += step;
	}
	return err ? err : put(p, from, (size_t)(end - from));
}

struct kg_error *kg_pack_zeroes(struct kg_pack *p, uint64_t len)
{
	struct kg_error *err = NULL;

	if (!p->a) {
		p->at += len;
		return NULL;
	}
	while (len > 0 && !err) {
		size_t n = len < ZEROES ? (size_t)len : ZEROES;

		err = write_zstd(p, p->zeroes, n);
		len -= n;
	}
	return err;
}

struct kg_error *kg_pack_finish(struct kg_pack *p)
{
	if (p->a)
		return close_zstd(p);
	return ftruncate(p->fd, (off_t)p->at) == 0 ? NULL : trouble(p, errno);
}

void kg_pack_destroy(struct kg_pack *p)
{
	if (!p)
		return;
	free_zstd(p);
	free(p->zeroes);
	free(p);
}
