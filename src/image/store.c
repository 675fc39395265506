/* A folder or a tar with the blobs of container images, and the tar in each blob, by libarchive. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "image/container_priv.h"

int kg_root_open(const char *root, const char *path)
{
	struct open_how how = {
		/* The name may come from the target: not to wait on a FIFO. */
		.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
		.resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
	};
	int dir = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC), fd, errnum;

	if (dir < 0)
		return -1;
	fd = (int)syscall(SYS_openat2, dir, path, &how, sizeof(how));
	if (fd < 0 && (errno == ENOSYS || errno == EPERM)) { /* before Linux 5.6, or in a sandbox that does not know it */
		while (*path == '/')
			path++;
		fd = openat(dir, path, (int)how.flags);
	}
	errnum = errno;
	close(dir);
	errno = errnum;
	return fd;
}

#ifdef HAVE_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>

#define READ_SIZE ((size_t)1 << 18)
#define TEXT_MAX ((size_t)16 << 20) /* of a manifest, bytes */
#define BLOB_LINKS 8		    /* in docker's archives equal layers are links to one */

/* One archive that is being read, of a descriptor or of a member of another. */
struct reader {
	struct kg_store *st;
	struct archive *a;
	struct reader *from; /* NULL: fd */
	int fd;
	uint8_t *buf;
	const char *too_long; /* said in place of libarchive's reason */
};

struct kg_member {
	struct reader *r;
	struct archive_entry *e;
};

static const char *reason(const struct reader *r)
{
	const char *text = archive_error_string(r->a);

	return r->too_long ? r->too_long : text ? text : "it ends early";
}

static la_ssize_t read_more(struct archive *a, void *arg, const void **ret)
{
	struct reader *r = arg;
	la_ssize_t n;

	if (kg_progress_canceled(r->st->progress))
		r->too_long = "canceled";
	else if ((uint64_t)archive_filter_bytes(a, 0) > r->st->limits.layer_bytes)
		r->too_long = "it unpacks to more than a file system could be";
	if (r->too_long) {
		archive_set_error(a, EFBIG, "%s", r->too_long);
		return -1;
	}
	do {
		n = r->from ? archive_read_data(r->from->a, r->buf, READ_SIZE) : read(r->fd, r->buf, READ_SIZE);
	} while (n < 0 && !r->from && errno == EINTR);
	if (n < 0) {
		archive_set_error(a, EIO, "%s", r->from ? reason(r->from) : strerror(errno));
		return -1;
	}
	kg_progress_add(r->st->progress, (uint64_t)n);
	*ret = r->buf;
	return n;
}

/* What is not needed of a plain file is not read. */
static la_int64_t skip(struct archive *a, void *arg, la_int64_t bytes)
{
	struct reader *r = arg;

	(void)a;
	return r->from || lseek(r->fd, bytes, SEEK_CUR) < 0 ? 0 : bytes;
}

/* Sets up for reading @fd, which is then this reader's, or the member that @from stands at. Errors: NOMEM */
static struct kg_error *reader_init(struct reader *r, struct kg_store *st, struct reader *from, int fd)
{
	*r = (struct reader){.st = st, .from = from, .fd = fd, .a = archive_read_new(), .buf = malloc(READ_SIZE)};
	if (!r->a || !r->buf)
		return kg_error_nomem();
	/* Below ARCHIVE_OK: a program would do it; none is to be run. */
	if (archive_read_support_filter_gzip(r->a) != ARCHIVE_OK || archive_read_support_filter_zstd(r->a) != ARCHIVE_OK ||
	    archive_read_support_filter_xz(r->a) != ARCHIVE_OK || archive_read_support_filter_bzip2(r->a) != ARCHIVE_OK)
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: this machine's libarchive cannot unpack gzip, zstd, xz "
				       "and bzip2 by itself", st->name);
	archive_read_support_format_tar(r->a);
	archive_read_support_format_empty(r->a);
	archive_read_set_skip_callback(r->a, skip);
	return NULL;
}

static void reader_deinit(struct reader *r)
{
	if (r->a)
		archive_read_free(r->a);
	if (r->fd >= 0)
		close(r->fd);
	free(r->buf);
}

static bool reader_start(struct reader *r)
{
	archive_read_set_read_callback(r->a, read_more);
	archive_read_set_callback_data(r->a, r);
	return archive_read_open1(r->a) >= ARCHIVE_WARN;
}

static enum kg_entry_kind kind_of(struct archive_entry *e)
{
	if (archive_entry_hardlink(e))
		return KG_ENTRY_HARDLINK;
	switch (archive_entry_filetype(e)) {
	case AE_IFREG:
		return KG_ENTRY_FILE;
	case AE_IFDIR:
		return KG_ENTRY_FOLDER;
	case AE_IFLNK:
		return KG_ENTRY_SYMLINK;
	default:
		return KG_ENTRY_OTHER;
	}
}

static bool entry_of(struct archive_entry *e, uint32_t number, struct kg_entry *ret)
{
	int64_t size = archive_entry_size(e);

	*ret = (struct kg_entry){.kind = kind_of(e), .path = archive_entry_pathname(e), .number = number,
				 .size = size > 0 ? (uint64_t)size : 0};
	if (ret->kind == KG_ENTRY_HARDLINK)
		ret->link = archive_entry_hardlink(e);
	if (ret->kind == KG_ENTRY_SYMLINK)
		ret->link = archive_entry_symlink(e);
	return ret->path && (ret->link || (ret->kind != KG_ENTRY_HARDLINK && ret->kind != KG_ENTRY_SYMLINK));
}

static bool going(int status)
{
	return status >= ARCHIVE_WARN && status != ARCHIVE_EOF;
}

/* Goes through the members of @r. */
static struct kg_error *walk_members(struct reader *r, kg_store_fn *fn, void *arg, char ret_why[static 128])
{
	struct kg_error *err = NULL;
	struct archive_entry *ae;
	int status = reader_start(r) ? archive_read_next_header(r->a, &ae) : ARCHIVE_FATAL;
	bool stop = false;

	for (uint32_t number = 0; going(status) && !err && !stop; number++) {
		struct kg_member m = {r, ae};
		struct kg_entry e;

		if (entry_of(ae, number, &e))
			err = fn(arg, &m, &e, &stop);
		if (!err && !stop)
			status = archive_read_next_header(r->a, &ae);
	}
	ret_why[0] = '\0';
	if (!err)
		err = kg_progress_check(r->st->progress);
	if (!err && !stop && status != ARCHIVE_EOF)
		snprintf(ret_why, 128, "%s", reason(r));
	return err;
}

/* The descriptor of the blob in a folder. */
static int blob_open(const struct kg_store *st, const char *blob)
{
	struct stat sb;
	int fd = kg_root_open(st->folder, blob);

	if (fd >= 0 && (fstat(fd, &sb) != 0 || !S_ISREG(sb.st_mode))) {
		close(fd);
		return -1;
	}
	return fd;
}

static struct kg_error *no_blob(const struct kg_store *st, const char *blob)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_escape(&sb, blob, strlen(blob));
	err = kg_error_create(KG_ERR_NOTFOUND, "--sysroot %s: there is no %s in it", st->name, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

/* Without what says "here" in front. */
static const char *plain_name(const char *name)
{
	while (name[0] == '/' || (name[0] == '.' && name[1] == '/'))
		name++;
	return name;
}

/* What a link in the folder of @blob to @link leads to; NULL when out of memory. */
static char *link_target(const char *blob, const char *link)
{
	struct kg_strbuf sb = {0};
	const char *slash = strrchr(blob, '/');
	size_t len = slash && link[0] != '/' ? (size_t)(slash - blob) : 0;
	char *ret;

	kg_strbuf_add(&sb, blob, len);
	while (sb.len && !strncmp(link, "../", 3)) {
		while (sb.len && sb.text[--sb.len] != '/')
			;
		sb.text[sb.len] = '\0';
		link += 3;
	}
	kg_strbuf_printf(&sb, "%s%s", sb.len ? "/" : "", plain_name(link));
	ret = sb.failed ? NULL : strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return ret;
}

/* In the archive: stands at member @blob, or *ret_link is where that leads to. Errors: NOTFOUND, NOMEM */
static struct kg_error *member_find(struct reader *r, const char *blob, char **ret_link)
{
	struct archive_entry *ae;
	int status = reader_start(r) ? archive_read_next_header(r->a, &ae) : ARCHIVE_FATAL;
	struct kg_entry e;

	*ret_link = NULL;
	for (; going(status); status = archive_read_next_header(r->a, &ae)) {
		if (!entry_of(ae, 0, &e) || strcmp(plain_name(e.path), blob) != 0)
			continue;
		if (e.kind == KG_ENTRY_FILE)
			return NULL;
		if (e.kind != KG_ENTRY_SYMLINK && e.kind != KG_ENTRY_HARDLINK)
			break;
		*ret_link = link_target(e.kind == KG_ENTRY_SYMLINK ? blob : "", e.link);
		return *ret_link ? NULL : kg_error_nomem();
	}
	if (status != ARCHIVE_EOF && !going(status))
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: the archive is damaged or cut short (%s)", r->st->name, reason(r));
	return no_blob(r->st, blob);
}

/* @r stands at the blob in the archive. Errors: NOTFOUND, NOMEM, USAGE */
static struct kg_error *archive_blob(struct kg_store *st, const char *blob, struct reader *r)
{
	char *name = strdup(blob), *link;
	struct kg_error *err = name ? NULL : kg_error_nomem();

	*r = (struct reader){.fd = -1};
	for (int i = 0; !err; i++) {
		int fd = fcntl(st->fd, F_DUPFD_CLOEXEC, 3);

		if (fd < 0 || lseek(fd, 0, SEEK_SET) != 0)
			err = kg_error_os(errno, "%s", st->name);
		if (!err)
			err = reader_init(r, st, NULL, fd);
		else if (fd >= 0)
			close(fd);
		if (!err)
			err = member_find(r, name, &link);
		if (err || !link)
			break;
		reader_deinit(r);
		*r = (struct reader){.fd = -1};
		free(name);
		name = link;
		if (i == BLOB_LINKS)
			err = no_blob(st, blob);
	}
	free(name);
	return err;
}

/* What a blob, or the archive itself, is read by: @ret_outer is needed as long. */
static struct kg_error *open_blob(struct kg_store *st, const char *blob, struct reader *ret_outer, struct reader *ret)
{
	int fd = -1;

	*ret = *ret_outer = (struct reader){.fd = -1};
	if (blob && !st->folder) {
		struct kg_error *err = archive_blob(st, blob, ret_outer);

		return err ? err : reader_init(ret, st, ret_outer, -1);
	}
	if (blob) {
		fd = blob_open(st, blob);
		return fd < 0 ? no_blob(st, blob) : reader_init(ret, st, NULL, fd);
	}
	fd = fcntl(st->fd, F_DUPFD_CLOEXEC, 3);
	if (fd < 0 || lseek(fd, 0, SEEK_SET) != 0)
		return kg_error_os(errno, "%s", st->name);
	return reader_init(ret, st, NULL, fd);
}

struct kg_error *kg_store_walk(struct kg_store *st, const char *blob, kg_store_fn *fn, void *arg, char ret_why[static 128])
{
	struct reader outer, r;
	struct kg_error *err = open_blob(st, blob, &outer, &r);

	if (!err)
		err = walk_members(&r, fn, arg, ret_why);
	reader_deinit(&r);
	reader_deinit(&outer);
	return err;
}

static struct kg_error *text_from(struct kg_store *st, const char *blob, struct reader *outer, int fd, char **ret,
				  size_t *ret_len)
{
	char *text = malloc(TEXT_MAX + 1);
	size_t len = 0;
	ssize_t n = text ? 1 : -1;

	while (n > 0 && len < TEXT_MAX) {
		n = fd < 0 ? archive_read_data(outer->a, text + len, TEXT_MAX - len) : read(fd, text + len, TEXT_MAX - len);
		len += n > 0 ? (size_t)n : 0;
	}
	if (n == 0) {
		text[len] = '\0';
		*ret = text;
		*ret_len = len;
		return NULL;
	}
	free(text);
	return text ? kg_error_create(KG_ERR_USAGE, "--sysroot %s: %s in it %s", st->name, blob,
				      n < 0 ? "cannot be read" : "is too long")
		    : kg_error_nomem();
}

struct kg_error *kg_store_text(struct kg_store *st, const char *blob, char **ret, size_t *ret_len)
{
	struct reader outer = {.fd = -1};
	struct kg_error *err = NULL;
	int fd = -1;

	if (st->folder) {
		fd = blob_open(st, blob);
		if (fd < 0)
			return no_blob(st, blob);
	} else {
		err = archive_blob(st, blob, &outer);
	}
	if (!err)
		err = text_from(st, blob, &outer, fd, ret, ret_len);
	if (fd >= 0)
		close(fd);
	reader_deinit(&outer);
	return err;
}

struct kg_error *kg_member_copy(struct kg_member *m, struct kg_spool *sp)
{
	struct kg_store *st = m->r->st;
	uint8_t *buf = malloc(READ_SIZE);
	struct kg_error *err = buf ? NULL : kg_error_nomem();
	uint64_t left = (uint64_t)archive_entry_size(m->e);

	while (!err && left > 0) {
		la_ssize_t n = archive_read_data(m->r->a, buf, left < READ_SIZE ? left : READ_SIZE);

		if (n <= 0)
			err = kg_error_create(KG_ERR_TARGET, "%s", reason(m->r));
		else
			err = kg_spool_write(sp, buf, (size_t)n, st->name);
		left -= n > 0 ? (uint64_t)n : 0;
	}
	free(buf);
	return err ? err : kg_spool_finish(sp, st->name);
}

/* A compressed archive is unpacked once, since every blob is looked for from its start. */
static struct kg_error *unpack(struct kg_store *st, const uint8_t *head, size_t len, const char *format, uint64_t total)
{
	struct kg_source src = {st->fd, st->name, head, len, total, st->progress};
	struct kg_damages damage = {0};
	struct kg_spool sp = {.fd = -1};
	struct kg_error *err = kg_spool_init(&sp, total, st->name);

	if (!err)
		err = kg_unpack(&src, format, &sp, &damage);
	if (!err)
		err = kg_spool_finish(&sp, st->name);
	if (!err && damage.count > 0)
		err = kg_error_create(KG_ERR_USAGE, "--sysroot %s: %s; copy or save it again", st->name, damage.items[0].text);
	if (err) {
		kg_spool_deinit(&sp);
		return err;
	}
	close(st->fd);
	st->fd = sp.fd;
	return NULL;
}

static struct kg_error *archive_open(struct kg_store *st, const char *path)
{
	uint8_t head[4096];
	struct stat sb;
	const char *format;
	ssize_t n;

	st->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (st->fd < 0 || fstat(st->fd, &sb) != 0)
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: cannot be opened (%s)", path, strerror(errno));
	if (!S_ISREG(sb.st_mode))
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: neither a folder nor a file", path);
	n = read(st->fd, head, sizeof(head));
	format = n > 0 ? kg_unpack_format(head, (size_t)n) : NULL;
	if (n < 0)
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: cannot be read (%s)", path, strerror(errno));
	return format ? unpack(st, head, (size_t)n, format, (uint64_t)sb.st_size) : NULL;
}

struct kg_error *kg_store_open(struct kg_store *st, const char *path, struct kg_progress *progress,
			       const struct kg_container_limits *limits)
{
	struct stat sb;

	*st = (struct kg_store){.name = path, .fd = -1, .progress = progress, .limits = *limits};
	if (stat(path, &sb) == 0 && S_ISDIR(sb.st_mode)) {
		st->folder = path;
		return NULL;
	}
	return archive_open(st, path);
}

#else

struct kg_error *kg_store_open(struct kg_store *st, const char *path, struct kg_progress *progress,
			       const struct kg_container_limits *limits)
{
	*st = (struct kg_store){.name = path, .fd = -1, .progress = progress, .limits = *limits};
	return kg_error_create(KG_ERR_USAGE, "--sysroot %s: this kedge was built without libarchive and reads no container "
			       "images; unpack it and name the folder", path);
}

struct kg_error *kg_store_walk(struct kg_store *st, const char *blob, kg_store_fn *fn, void *arg, char ret_why[static 128])
{
	(void)blob, (void)fn, (void)arg, (void)ret_why;
	return kg_store_open(st, st->name, st->progress, &st->limits);
}

struct kg_error *kg_store_text(struct kg_store *st, const char *blob, char **ret, size_t *ret_len)
{
	(void)blob, (void)ret, (void)ret_len;
	return kg_store_open(st, st->name, st->progress, &st->limits);
}

struct kg_error *kg_member_copy(struct kg_member *m, struct kg_spool *sp)
{
	(void)m, (void)sp;
	return kg_error_nomem();
}

#endif

void kg_store_close(struct kg_store *st)
{
	if (st->fd >= 0)
		close(st->fd);
	st->fd = -1;
}
