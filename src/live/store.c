#include "config.h"

#include "live/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/workers.h"
#include "live/memory.h"

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif
#define RESERVE ((uint64_t)4 << 30) /* address space for what the process maps between planning and stop */
#define SPARE_PART 4		    /* of free memory one part of so many is left alone */

static bool fits_memory(uint64_t bytes)
{
	uint64_t available = kg_memory_available();
	struct kg_cgroup_view own = KG_CGROUP_VIEW("", getpid());
	struct kg_cgroup_memory cg;

	if (bytes > available - available / SPARE_PART)
		return false;
	if (!kg_cgroup_memory(&own, &cg) || cg.max == 0)
		return true;
	return cg.current - cg.reclaimable + bytes + bytes / SPARE_PART < cg.max;
}

static int open_in(const char *dir)
{
	char path[512];
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0)
		return fd;
	if ((size_t)snprintf(path, sizeof(path), "%s/kedge.XXXXXX", dir) >= sizeof(path))
		return -1;
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	return fd;
}

static struct kg_error *open_on_disk(struct kg_store *st, pid_t pid, uint64_t bytes)
{
	const char *dirs[] = {getenv("TMPDIR"), "/var/tmp", "/tmp"};

	for (size_t i = 0; i < KG_ARRAY_SIZE(dirs); i++) {
		struct statvfs vfs;

		if (!dirs[i] || !*dirs[i] || statvfs(dirs[i], &vfs) != 0 || vfs.f_bavail < bytes / vfs.f_frsize)
			continue;
		st->fd = open_in(dirs[i]);
		if (st->fd >= 0)
			return NULL;
	}
	return kg_error_create(KG_ERR_OS, "pid:%d: no room for a copy of its %llu MiB, neither in free memory nor in $TMPDIR, "
					  "/var/tmp or /tmp; set TMPDIR to a folder with more", (int)pid,
			       (unsigned long long)(bytes >> 20));
}

struct kg_error *kg_store_init(struct kg_store *st, pid_t pid, uint64_t bytes, uint64_t size)
{
	struct kg_error *err = NULL;
	void *base;

	*st = (struct kg_store){.fd = -1};
	if (fits_memory(bytes)) {
		st->fd = memfd_create("kedge", MFD_CLOEXEC | MFD_ALLOW_SEALING);
		st->memory = st->fd >= 0;
	}
	if (st->fd < 0)
		err = open_on_disk(st, pid, bytes);
	if (!err)
		err = kg_store_grow(st, pid, size);
	if (err)
		return err;
	st->mapped = size + size / 2 + RESERVE;
	base = mmap(NULL, st->mapped, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, st->fd, 0);
	if (base == MAP_FAILED)
		return kg_error_os(errno, "pid:%d: %llu MiB of address space for its copy", (int)pid,
				   (unsigned long long)(st->mapped >> 20));
	st->base = base;
	return NULL;
}

void kg_store_deinit(struct kg_store *st)
{
	if (st->base)
		munmap(st->base, st->mapped);
	if (st->fd >= 0)
		close(st->fd);
	*st = (struct kg_store){.fd = -1};
}

struct kg_error *kg_store_grow(struct kg_store *st, pid_t pid, uint64_t size)
{
	if (size <= st->size)
		return NULL;
	if (st->base && size > st->mapped)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: it maps memory faster than it can be copied; try again", (int)pid);
	if (ftruncate(st->fd, (off_t)size) != 0)
		return kg_error_os(errno, "pid:%d: a file of %llu MiB for its copy", (int)pid, (unsigned long long)(size >> 20));
	st->size = size;
	return NULL;
}

struct populate {
	const struct kg_store *st;
	const struct kg_piece *pieces;
	struct kg_pieces left;
	pid_t pid;
};

static struct kg_error *populate_some(void *arg, unsigned int i)
{
	struct populate *p = arg;
	uint64_t from, to;

	(void)i;
	while (kg_pieces_take(&p->left, &from, &to)) {
		for (; from < to; from++) {
			const struct kg_piece *piece = &p->pieces[from];

			if (madvise(piece->to, piece->len, MADV_POPULATE_WRITE) == 0)
				continue;
			if (errno == EINVAL || errno == EINTR) /* a kernel before 5.14 does it while copying */
				continue;
			return kg_error_os(errno, "pid:%d: no room for a copy of its memory", (int)p->pid);
		}
	}
	return NULL;
}

struct kg_error *kg_store_populate(const struct kg_store *st, pid_t pid, const struct kg_piece *pieces, size_t n)
{
	struct populate p = {st, pieces, {0, n, 8}, pid};

	return kg_workers_run(2, populate_some, &p);
}

void kg_store_finish(struct kg_store *st)
{
	if (st->base)
		munmap(st->base, st->mapped);
	st->base = NULL;
	if (st->memory)
		fcntl(st->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
}
