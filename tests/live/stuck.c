/* A C library for targets: calls that do not come back, and ones that tell whether the kernel interrupted them. */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

/* Counts in *counter for ever, or until *stop; called with the GIL held. */
void spin(volatile unsigned long *counter, volatile int *stop)
{
	while (!*stop)
		++*counter;
}

/* read(2) as it is; -errno when it fails. */
long plain_read(int fd, char *byte)
{
	long n = read(fd, byte, 1);

	return n < 0 ? -errno : n;
}

/* Waits in vfork() until the child, which reads a byte of @fd first, has ended; its exit status. */
int vfork_child(int fd)
{
	int status = -1;
	pid_t pid = vfork();

	if (pid == 0) {
		char byte;

		while (read(fd, &byte, 1) < 0 && errno == EINTR)
			;
		_exit(7);
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}
