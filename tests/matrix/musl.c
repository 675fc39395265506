/*
 * What Debian's static libraries, compiled for glibc, call there and musl does not have: checked forms of
 * functions, names for large files, and little else. With it modules for compression and for C functions are
 * built into an interpreter that is linked with musl, without compiling their libraries as well.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void *__memcpy_chk(void *to, const void *from, size_t n, size_t room)
{
	(void)room;
	return memcpy(to, from, n);
}

void *__memmove_chk(void *to, const void *from, size_t n, size_t room)
{
	(void)room;
	return memmove(to, from, n);
}

void *__memset_chk(void *to, int c, size_t n, size_t room)
{
	(void)room;
	return memset(to, c, n);
}

int __vsnprintf_chk(char *to, size_t n, int flag, size_t room, const char *format, va_list args)
{
	(void)flag;
	(void)room;
	return vsnprintf(to, n, format, args);
}

int __snprintf_chk(char *to, size_t n, int flag, size_t room, const char *format, ...)
{
	va_list args;
	int done;

	va_start(args, format);
	done = __vsnprintf_chk(to, n, flag, room, format, args);
	va_end(args);
	return done;
}

int __fprintf_chk(FILE *to, int flag, const char *format, ...)
{
	va_list args;
	int done;

	(void)flag;
	va_start(args, format);
	done = vfprintf(to, format, args);
	va_end(args);
	return done;
}

int __sched_cpucount(size_t size, const cpu_set_t *set)
{
	return CPU_COUNT_S(size, set);
}

FILE *fopen64(const char *path, const char *mode)
{
	return fopen(path, mode);
}

off_t lseek64(int fd, off_t offset, int whence)
{
	return lseek(fd, offset, whence);
}

int open64(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
	va_end(args);
	return open(path, flags, mode);
}

int fcntl64(int fd, int what, ...)
{
	va_list args;
	void *arg;

	va_start(args, what);
	arg = va_arg(args, void *);
	va_end(args);
	return fcntl(fd, what, arg);
}

int stat64(const char *path, struct stat *to)
{
	return stat(path, to);
}

int lstat64(const char *path, struct stat *to)
{
	return lstat(path, to);
}

int fstat64(int fd, struct stat *to)
{
	return fstat(fd, to);
}

int ftruncate64(int fd, off_t size)
{
	return ftruncate(fd, size);
}

void *mmap64(void *at, size_t size, int access, int flags, int fd, off_t offset)
{
	return mmap(at, size, access, flags, fd, offset);
}

ssize_t pread64(int fd, void *to, size_t n, off_t offset)
{
	return pread(fd, to, n, offset);
}

ssize_t pwrite64(int fd, const void *from, size_t n, off_t offset)
{
	return pwrite(fd, from, n, offset);
}
