/*
 * --fork: the process stands only while the kernel forks it.
 *
 * All that changes the process is done by a helper, a process in a session of its own:
 * whatever becomes of kedge, the helper puts the registers back, ends the clone
 * when the pipe from kedge closes, and takes the clone's exit status in its parent's
 * name, so that nothing is left of it.
 */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/meter.h"
#include "live/capture_priv.h"
#include "live/corefile.h"
#include "live/hurry.h"

/* What the helper answers; then its threads follow. */
struct answer {
	char error[400]; /* "" when all went well */
	int64_t time_ns;
	double seconds;
	struct kg_capture_parts parts;
	pid_t clone;
	uint64_t threads, blocked;
};

static bool send_all(int fd, const void *buf, size_t len)
{
	const char *p = buf;

	while (len > 0) {
		ssize_t n = send(fd, p, len, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

static bool receive_all(int fd, void *buf, size_t len)
{
	char *p = buf;

	while (len > 0) {
		ssize_t n = recv(fd, p, len, 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

static struct kg_error *stop_and_fork(struct kg_stop *stop, pid_t pid, struct kg_turn *turn, struct kg_clone *clone, struct answer *a)
{
	struct kg_error *err = kg_stop_create(pid, turn, stop);
	double stood, forked;
	struct timespec t;

	if (err)
		return err;
	clock_gettime(CLOCK_REALTIME, &t);
	a->time_ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
	stood = kg_meter_seconds();
	err = kg_fork_inject(stop, clone);
	forked = kg_meter_seconds();
	a->seconds = kg_stop_release(stop);
	a->parts.stop = stood - stop->since;
	a->parts.fork = clone->fork_seconds;
	a->parts.plan = forked - stood - clone->fork_seconds;
	a->parts.finish = a->seconds - (forked - stop->since);
	return err;
}

/* The helper's whole life. */
static void help(int fd, pid_t pid, struct kg_turn *turn)
{
	struct kg_stop stop = {0};
	struct kg_clone clone = {0};
	struct answer a = {0};
	struct kg_hurry before;
	struct kg_error *err;
	char byte;

	setsid();
	signal(SIGPIPE, SIG_IGN);
	kg_hurry_begin(&before, KG_HURRY_COPY);
	err = stop_and_fork(&stop, pid, turn, &clone, &a);
	kg_hurry_end(&before);
	a.clone = clone.pid;
	a.threads = stop.n;
	a.blocked = stop.blocked;
	if (err)
		strncpy(a.error, err->text, sizeof(a.error) - 1);
	if (send_all(fd, &a, sizeof(a)) && !err)
		send_all(fd, stop.threads, stop.n * sizeof(*stop.threads));
	while (recv(fd, &byte, 1, 0) < 0 && errno == EINTR)
		;
	kg_hurry_begin(&before, KG_HURRY_COPY); /* one of its threads stands once more */
	if (clone.pid > 0)
		kg_fork_end(&clone);
}

static struct kg_error *receive(struct kg_work *w, int fd, struct answer *a)
{
	if (!receive_all(fd, a, sizeof(*a)))
		return kg_error_create(KG_ERR_TARGET, "pid:%d: the helper that forks it ended early; try again", (int)w->pid);
	a->error[sizeof(a->error) - 1] = '\0';
	if (a->error[0])
		return kg_error_create(KG_ERR_TARGET, "%s", a->error);
	w->stop = (struct kg_stop){.pid = w->pid, .n = a->threads, .blocked = a->blocked};
	w->stop.threads = calloc(a->threads, sizeof(*w->stop.threads));
	if (!w->stop.threads)
		return kg_error_nomem();
	if (!receive_all(fd, w->stop.threads, a->threads * sizeof(*w->stop.threads)))
		return kg_error_create(KG_ERR_TARGET, "pid:%d: the helper that forks it ended early; try again", (int)w->pid);
	for (size_t i = 0; i < w->stop.n; i++) {
		w->stop.threads[i].state = KG_STOP_GONE; /* it runs, and was never this process's to hold */
		w->note.threads += w->stop.threads[i].regs_len > 0;
	}
	w->note.time_ns = a->time_ns;
	w->note.pause_ns = (uint64_t)(a->seconds * 1e9);
	return NULL;
}

static struct kg_error *copy_clone(struct kg_work *w, int fd)
{
	struct answer a;
	struct kg_error *err = receive(w, fd, &a);

	if (err)
		return err;
	kg_reader_deinit(&w->reader);
	err = kg_reader_init(&w->reader, a.clone);
	if (!err)
		err = kg_work_copy(w, a.clone);
	w->parts = a.parts;
	if (!err)
		kg_core_notes(&w->notes, &w->stop, &w->maps, a.clone);
	return err;
}

struct kg_error *kg_work_fork(struct kg_work *w)
{
	struct kg_error *err;
	int fds[2];
	pid_t helper;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
		return kg_error_os(errno, "pid:%d: a pipe to the helper that forks it", (int)w->pid);
	helper = fork();
	if (helper == 0) {
		close(fds[0]);
		help(fds[1], w->pid, &w->turn);
		_exit(0);
	}
	close(fds[1]);
	if (helper < 0) {
		close(fds[0]);
		return kg_error_os(errno, "pid:%d: a helper that forks it", (int)w->pid);
	}
	err = copy_clone(w, fds[0]);
	close(fds[0]);
	while (waitpid(helper, NULL, 0) < 0 && errno == EINTR)
		;
	return err;
}
