/* Where a stream is kept: an unlinked sparse temporary file. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "image/image_priv.h"

#define BLOCK 4096

static int open_in(const char *dir)
{
	char path[512];
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0)
		return fd;
	/* Not every file system has O_TMPFILE. */
	if ((size_t)snprintf(path, sizeof(path), "%s/kedge.XXXXXX", dir) >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	return fd;
}

static bool has_room(const char *dir, uint64_t bytes)
{
	struct statvfs vfs;

	return bytes == 0 || statvfs(dir, &vfs) != 0 || vfs.f_bavail >= bytes / vfs.f_frsize;
}

struct kg_error *kg_spool_init(struct kg_spool *sp, uint64_t need_bytes, const char *name)
{
	const char *dirs[] = {getenv("TMPDIR"), "/var/tmp", "/tmp"};
	const char *full = NULL;
	int errnum = ENOENT;

	for (size_t i = 0; i < KG_ARRAY_SIZE(dirs); i++) {
		if (!dirs[i] || !*dirs[i] || strlen(dirs[i]) >= sizeof(sp->dir))
			continue;
		if (!has_room(dirs[i], need_bytes)) {
			full = dirs[i];
			continue;
		}
		sp->fd = open_in(dirs[i]);
		if (sp->fd >= 0) {
			sp->size = 0;
			strcpy(sp->dir, dirs[i]);
			return NULL;
		}
		errnum = errno;
	}
	if (full)
		return kg_error_create(
		    KG_ERR_OS,
		    "%s: no room to unpack it in %s (at least %llu MiB are needed); set TMPDIR to a folder with more",
		    name, full, (unsigned long long)(need_bytes >> 20));
	return kg_error_os(errnum, "%s: no temporary file to unpack it into can be made in $TMPDIR, /var/tmp or /tmp",
			   name);
}

void kg_spool_deinit(struct kg_spool *sp)
{
	if (sp->fd >= 0)
		close(sp->fd);
	sp->fd = -1;
}

static struct kg_error *put(struct kg_spool *sp, const uint8_t *p, size_t len, uint64_t at, const char *name)
{
	while (len > 0) {
		ssize_t n = pwrite(sp->fd, p, len, (off_t)at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
			return kg_error_create(
			    KG_ERR_OS,
			    "%s: no room left in %s after unpacking %llu MiB; set TMPDIR to a folder with more", name,
			    sp->dir, (unsigned long long)(at >> 20));
		if (n <= 0)
			return kg_error_os(n < 0 ? errno : EIO, "%s: unpacking into %s", name, sp->dir);
		p += n;
		at += (size_t)n;
		len -= (size_t)n;
	}
	return NULL;
}

static bool all_zero(const uint8_t *p, size_t len)
{
	return p[0] == 0 && memcmp(p, p + 1, len - 1) == 0;
}

struct kg_error *kg_spool_write(struct kg_spool *sp, const void *buf, size_t len, const char *name)
{
	const uint8_t *p = buf;
	struct kg_error *err = NULL;
	size_t from = 0, at = 0; /* [from, at) is to be written and not yet is */

	while (at < len && !err) {
		size_t step = BLOCK - (sp->size + at) % BLOCK;

		if (step > len - at)
			step = len - at;
		if (all_zero(p + at, step)) {
			err = put(sp, p + from, at - from, sp->size + from, name);
			from = at + step;
		}
		at += step;
	}
	if (!err)
		err = put(sp, p + from, at - from, sp->size + from, name);
	sp->size += len;
	return err;
}

struct kg_error *kg_spool_finish(struct kg_spool *sp, const char *name)
{
	if (ftruncate(sp->fd, (off_t)sp->size) != 0)
		return kg_error_os(errno, "%s: unpacking into %s", name, sp->dir);
	return NULL;
}
