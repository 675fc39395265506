/* From a name to bytes in memory: plain files are mapped, streams and compressed ones spooled first. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "image/image_priv.h"

#define HEAD_SIZE 4096

struct input {
	const char *path, *name;
	int fd;
	struct stat st;
	bool seekable; /* a regular file, read from its start */
	uint8_t head[HEAD_SIZE];
	size_t head_len;
	struct kg_progress *progress;
};

/* Reads until @cap bytes or the end; @return 0 or errno. */
static int read_full(int fd, uint8_t *buf, size_t cap, size_t *ret_len)
{
	size_t len = 0;

	while (len < cap) {
		ssize_t n = read(fd, buf + len, cap - len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		len += (size_t)n;
	}
	*ret_len = len;
	return 0;
}

static struct kg_error *input_open(struct input *in, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	int errnum;

	in->path = path;
	in->name = standard ? "standard input" : path;
	in->fd = standard ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (in->fd < 0)
		return kg_error_create(KG_ERR_TARGET, "%s: cannot be opened (%s); check the name and who may read it",
				       in->name, strerror(errno));
	if (fstat(in->fd, &in->st) != 0)
		return kg_error_os(errno, "%s", in->name);
	if (S_ISDIR(in->st.st_mode))
		return kg_error_create(KG_ERR_TARGET, "%s: a directory, not a core; name the core file in it",
				       in->name);
	if (isatty(in->fd))
		return kg_error_create(
		    KG_ERR_TARGET, "%s: a terminal; send a core into it, as in 'zstdcat core.zst | kedge summary -'",
		    in->name);
	in->seekable = S_ISREG(in->st.st_mode) && lseek(in->fd, 0, SEEK_CUR) == 0;
	errnum = read_full(in->fd, in->head, sizeof(in->head), &in->head_len);
	if (errnum)
		return kg_error_create(KG_ERR_TARGET, "%s: cannot be read (%s)", in->name, strerror(errnum));
	if (in->head_len == 0)
		return kg_error_create(
		    KG_ERR_TARGET, "%s: empty; check that the dump finished and that there was room for it", in->name);
	return NULL;
}

static bool is_elf(const struct input *in)
{
	return in->head_len >= 4 && memcmp(in->head, "\177ELF", 4) == 0;
}

/* Maps @size bytes of @fd, has @img own them and parses them. */
static struct kg_error *map_core(struct kg_image *img, int fd, uint64_t size, const char *name)
{
	struct kg_error *err;
	void *mem;

	if (size == 0 || size > SIZE_MAX / 2)
		return kg_error_create(KG_ERR_TARGET, "%s: %llu bytes are no core", name, (unsigned long long)size);
	mem = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_NORESERVE, fd, 0);
	if (mem == MAP_FAILED)
		return kg_error_os(errno, "%s: cannot be mapped", name);
	err = kg_image_own_mapping(img, mem, size);
	if (err) {
		munmap(mem, size);
		return err;
	}
	return kg_elfcore_parse(img, mem, size, name);
}

/* A plain core on a pipe. */
static struct kg_error *copy_plain(const struct kg_source *src, struct kg_spool *sp)
{
	size_t cap = (size_t)1 << 20, len = 0;
	uint8_t *buf = malloc(cap);
	struct kg_error *err;

	if (!buf)
		return kg_error_nomem();
	kg_progress_phase(src->progress, "reading", src->total);
	err = kg_spool_write(sp, src->head, src->head_len, src->name);
	do {
		int errnum = err ? 0 : read_full(src->fd, buf, cap, &len);

		if (errnum)
			err = kg_error_os(errnum, "%s", src->name);
		if (err)
			break;
		kg_progress_add(src->progress, len);
		err = kg_spool_write(sp, buf, len, src->name);
	} while (len == cap);
	kg_progress_clear(src->progress);
	free(buf);
	return err;
}

static struct kg_error *spool_core(struct kg_image *img, const struct input *in, const char *format)
{
	uint64_t total = in->seekable ? (uint64_t)in->st.st_size : 0;
	struct kg_source src = {in->fd, in->name, in->head, in->head_len, total, in->progress};
	struct kg_spool sp = {.fd = -1};
	struct kg_error *err = kg_spool_init(&sp, total, in->name);

	if (err)
		return err;
	err = format ? kg_unpack(&src, format, &sp, &img->damage) : copy_plain(&src, &sp);
	if (!err)
		err = kg_spool_finish(&sp, in->name);
	if (!err)
		err = map_core(img, sp.fd, sp.size, in->name);
	kg_spool_deinit(&sp); /* the mapping keeps the file */
	return err;
}

static struct kg_error *load(struct kg_image *img, const struct input *in)
{
	const char *format = kg_unpack_format(in->head, in->head_len);

	img->path = strdup(in->path);
	if (!img->path)
		return kg_error_nomem();
	if (S_ISREG(in->st.st_mode))
		img->mtime_s = in->st.st_mtime;
	if (format) {
		img->format = format;
		return spool_core(img, in, format);
	}
	if (!is_elf(in))
		return kg_error_create(KG_ERR_TARGET,
				       "%s: not an ELF core file; open a core (see 'man gcore') or pid:N", in->name);
	if (in->seekable)
		return map_core(img, in->fd, (uint64_t)in->st.st_size, in->name);
	return spool_core(img, in, NULL);
}

/* The image in @ret only when all went well. */
static struct kg_error *finish(struct kg_image *img, struct kg_error *err, struct kg_image **ret)
{
	if (err)
		kg_image_destroy(img);
	else
		*ret = img;
	return err;
}

struct kg_error *kg_image_open_core(const char *path, const struct kg_image_options *opts, struct kg_image **ret)
{
	struct input in = {.fd = -1, .progress = opts ? opts->progress : NULL};
	struct kg_image *img = NULL;
	struct kg_error *err = input_open(&in, path);

	if (!err)
		err = kg_image_create(KG_MACHINE_X86_64, &img);
	if (!err)
		err = load(img, &in);
	if (in.fd >= 0)
		close(in.fd);
	return finish(img, err, ret);
}

struct kg_error *kg_image_open_fd(int fd, const char *name, struct kg_image **ret)
{
	struct kg_image *img = NULL;
	struct kg_error *err;
	struct stat st;

	if (fstat(fd, &st) != 0)
		return kg_error_os(errno, "%s", name);
	err = kg_image_create(KG_MACHINE_X86_64, &img);
	if (err)
		return err;
	img->path = strdup(name);
	err = img->path ? map_core(img, fd, (uint64_t)st.st_size, name) : kg_error_nomem();
	return finish(img, err, ret);
}

struct kg_error *kg_image_open_memory(const void *bytes, uint64_t len, const char *name, struct kg_image **ret)
{
	struct kg_image *img = NULL;
	struct kg_error *err = kg_image_create(KG_MACHINE_X86_64, &img);

	if (err)
		return err;
	img->path = strdup(name);
	err = img->path ? kg_elfcore_parse(img, bytes, len, name) : kg_error_nomem();
	return finish(img, err, ret);
}
