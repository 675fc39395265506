#include "config.h"

#include "session/output.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define LETTERS 6
#define TRIES 100

void kg_output_folder(const char *path, char *ret, size_t cap)
{
	const char *slash = strrchr(path, '/');

	snprintf(ret, cap, "%.*s", slash ? (int)(slash - path + 1) : 0, path);
}

/* Is @name what kedge calls a file on its way to @base? */
static bool is_between(const char *name, const char *base)
{
	size_t len = strlen(base), mark = strlen(KG_OUTPUT_BETWEEN);

	if (strncmp(name, base, len) != 0 || strncmp(name + len, KG_OUTPUT_BETWEEN, mark) != 0)
		return false;
	name += len + mark;
	for (int i = 0; i < LETTERS; i++) {
		if (!isalnum((unsigned char)name[i]))
			return false;
	}
	return name[LETTERS] == '\0';
}

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Removes a file of this user that nobody has locked: whoever made it is no more. */
static void remove_left(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat own, now;

	if (fd < 0)
		return;
	if (fstat(fd, &own) == 0 && S_ISREG(own.st_mode) && own.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
	    fstatat(folder, name, &now, AT_SYMLINK_NOFOLLOW) == 0 && is_same(&own, &now))
		unlinkat(folder, name, 0);
	close(fd);
}

static void remove_all_left(const char *folder, const char *base)
{
	DIR *dir = opendir(*folder ? folder : ".");

	if (!dir)
		return;
	for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
		if (is_between(e->d_name, base))
			remove_left(dirfd(dir), e->d_name);
	}
	closedir(dir);
}

/* A locked file with a name. One that another took for left, before it was locked, is made anew. */
static int open_named(struct kg_output *o)
{
	for (int i = 0; i < TRIES; i++) {
		struct stat st;
		int fd;

		if ((size_t)snprintf(o->temp, sizeof(o->temp), "%s" KG_OUTPUT_BETWEEN "XXXXXX", o->path) >= sizeof(o->temp)) {
			errno = ENAMETOOLONG;
			break;
		}
		fd = mkostemp(o->temp, O_CLOEXEC);
		if (fd < 0)
			break;
		(void)flock(fd, LOCK_EX); /* where that is refused it is to others too, and nothing is taken for left */
		if (fstat(fd, &st) == 0 && st.st_nlink > 0)
			return fd;
		close(fd);
		errno = EBUSY;
	}
	*o->temp = '\0';
	return -1;
}

struct kg_error *kg_output_open(struct kg_output *o, const char *path)
{
	const char *slash = strrchr(path, '/');
	char folder[4096];

	*o = (struct kg_output){.path = path, .pid = getpid()};
	kg_output_folder(path, folder, sizeof(folder));
	remove_all_left(folder, slash ? slash + 1 : path);
	o->fd = open(*folder ? folder : ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (o->fd >= 0)
		(void)flock(o->fd, LOCK_EX);
	else
		o->fd = open_named(o);
	return o->fd >= 0 ? NULL : kg_error_create(KG_ERR_USAGE, "%s: cannot be made (%s)", path, strerror(errno));
}

/* The name of an open file, by which it can be linked. */
static int link_as(int fd, const char *name)
{
	char self[64];

	snprintf(self, sizeof(self), "/proc/self/fd/%d", fd);
	return linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

static bool has_name(const struct kg_output *o, const char *name)
{
	struct stat own, there;

	return fstat(o->fd, &own) == 0 && lstat(name, &there) == 0 && is_same(&own, &there);
}

/* Links a file without a name under one that is free; replace() may come here twice. @return 0, or the errno */
static int link_between(const struct kg_output *o, char *between, size_t cap)
{
	for (unsigned int i = 0; i < TRIES; i++) {
		unsigned int letters = ((unsigned int)o->pid * TRIES + i) & 0xffffff;

		if ((size_t)snprintf(between, cap, "%s" KG_OUTPUT_BETWEEN "%06x", o->path, letters) >= cap)
			return ENAMETOOLONG;
		if (link_as(o->fd, between) == 0 || (errno == EEXIST && has_name(o, between)))
			return 0;
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

/* @return 0, or the errno */
static int link_and_rename(const struct kg_output *o)
{
	char between[4200];
	int code = link_between(o, between, sizeof(between));

	if (code || rename(between, o->path) == 0)
		return code;
	code = errno;
	unlink(between);
	return code;
}

/*
 * Puts a file without a name in the place of another: linkat() does not replace, so by way of a name between. A process of
 * its own does it, which goes on when this one is killed between the two; and this one, when that one was.
 * @return 0, or the errno
 */
static int replace(const struct kg_output *o)
{
	sigset_t all;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		sigfillset(&all);
		sigprocmask(SIG_BLOCK, &all, NULL);
		_exit(link_and_rename(o));
	}
	if (pid < 0)
		return link_and_rename(o);
	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return errno;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : link_and_rename(o);
}

struct kg_error *kg_output_name(struct kg_output *o)
{
	int code = 0;

	if (*o->temp)
		code = rename(o->temp, o->path) == 0 ? 0 : errno;
	else if (link_as(o->fd, o->path) != 0)
		code = errno == EEXIST ? replace(o) : errno;
	if (code)
		return kg_error_os(code, "%s: cannot be named", o->path);
	*o->temp = '\0';
	return NULL;
}

void kg_output_close(struct kg_output *o)
{
	if (*o->temp)
		unlink(o->temp);
	if (o->fd >= 0)
		close(o->fd);
	o->fd = -1;
}
