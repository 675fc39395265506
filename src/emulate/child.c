/*
 * Why a fork, and from where: the image stays mapped as it is, and the process sees it without a copy. kedge has threads
 * by then. Of what another thread may hold at that moment the C library's allocator is put right by fork() itself, and
 * everything else that takes locks (the dynamic linker, standard output) is not called in the process: Unicorn was loaded
 * before by kg_emulator_available(), all its symbols bound, but never used by kedge itself, so that no lock or buffer of
 * it is in use. Should a lock be taken after all, the process sleeps for good, and kg_child_ask() ends it.
 *
 * The signal that ends the process with its parent (sandbox.c) comes when the thread ends that made it. Emulators outlive
 * the threads that use them, and so each has a thread for this alone, which also sees at once when the process ends.
 */
#define _GNU_SOURCE
#include "emulate/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "emulate/sandbox.h"
#include "emulate/watchdog.h"

#define TICK_NS 100000000L /* between looks at a process that has not answered */
#define ASLEEP_TICKS 20	   /* with work to do it runs, or waits for a processor or for bytes of a file, but never sleeps */

static void futex_wait(uint32_t *word, uint32_t value, const struct timespec *timeout)
{
	syscall(SYS_futex, word, FUTEX_WAIT, value, timeout, NULL, 0);
}

static void futex_wake(uint32_t *word)
{
	syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

/* The process. Its memory is a copy: .asked is the number of the last request before it was made. */
static void __attribute__((noreturn)) live(struct kg_child *c, pid_t parent)
{
	kg_sandbox_enter(parent);
	kg_watchdog_start();
	kg_sandbox_filter(); /* where the kernel has none the rest still holds */
	if (!c->open(c->arg))
		_exit(1);
	for (uint32_t last = c->asked;; last++) {
		uint32_t now;

		while ((now = __atomic_load_n(&c->words->asked, __ATOMIC_ACQUIRE)) == last)
			futex_wait(&c->words->asked, now, NULL);
		if (!c->serve(c->arg))
			_exit(1);
		__atomic_store_n(&c->words->answered, last + 1, __ATOMIC_RELEASE);
		futex_wake(&c->words->answered);
	}
}

/*
 * Waits until the process has ended or stands, which is its end as well. Not reaped: the number stays its own.
 * @return false when it is gone already
 */
static bool see_end(pid_t pid)
{
	siginfo_t info;
	int rc;

	while ((rc = waitid(P_PID, (id_t)pid, &info, WEXITED | WSTOPPED | WNOWAIT)) != 0 && errno == EINTR)
		;
	return rc == 0;
}

static void reap(pid_t pid)
{
	kill(pid, SIGKILL);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
}

static void *nurse(void *arg)
{
	struct kg_child *c = arg;
	pid_t parent = getpid();

	pthread_mutex_lock(&c->lock);
	while (!c->leave) {
		if (!c->wanted) {
			pthread_cond_wait(&c->changed, &c->lock);
			continue;
		}
		c->words->asked = c->words->answered = c->asked;
		c->pid = fork();
		if (c->pid == 0)
			live(c, parent);
		c->wanted = false;
		c->made = c->pid > 0;
		if (c->made) {
			pid_t pid = c->pid;
			bool there;

			pthread_cond_broadcast(&c->changed);
			pthread_mutex_unlock(&c->lock);
			there = see_end(pid);
			pthread_mutex_lock(&c->lock);
			if (there)
				reap(pid);
		}
		__atomic_store_n(&c->pid, 0, __ATOMIC_RELEASE);
		futex_wake(&c->words->answered);
		pthread_cond_broadcast(&c->changed);
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

/* Signals are for the threads that were there before. */
static bool start(struct kg_child *c)
{
	sigset_t all, before;

	if (c->started)
		return true;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	c->started = pthread_create(&c->nurse, NULL, nurse, c) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return c->started;
}

static bool make(struct kg_child *c)
{
	bool made;

	if (!start(c))
		return false;
	pthread_mutex_lock(&c->lock);
	c->wanted = true;
	c->made = false;
	pthread_cond_broadcast(&c->changed);
	while (c->wanted)
		pthread_cond_wait(&c->changed, &c->lock);
	made = c->made;
	pthread_mutex_unlock(&c->lock);
	return made;
}

void kg_child_init(struct kg_child *c, struct kg_child_words *words, kg_child_serve *open, kg_child_serve *serve, void *arg)
{
	*c = (struct kg_child){.words = words, .open = open, .serve = serve, .arg = arg};
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->changed, NULL);
}

void kg_child_kill(struct kg_child *c)
{
	pthread_mutex_lock(&c->lock);
	if (c->pid)
		kill(c->pid, SIGKILL);
	while (c->pid)
		pthread_cond_wait(&c->changed, &c->lock);
	pthread_mutex_unlock(&c->lock);
}

void kg_child_deinit(struct kg_child *c)
{
	kg_child_kill(c);
	if (c->started) {
		pthread_mutex_lock(&c->lock);
		c->leave = true;
		pthread_cond_broadcast(&c->changed);
		pthread_mutex_unlock(&c->lock);
		pthread_join(c->nurse, NULL);
	}
	pthread_cond_destroy(&c->changed);
	pthread_mutex_destroy(&c->lock);
}

static uint64_t clock_ms(clockid_t clock)
{
	struct timespec t = {0};

	clock_gettime(clock, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* The letter of proc(5), 0 when it is not known. The program's name, in parentheses, is the sandbox's. */
static char state_of(pid_t pid)
{
	char path[64], text[256] = "", *end;
	int fd;
	ssize_t n;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	if (fd >= 0)
		close(fd);
	end = n > 0 ? strrchr(text, ')') : NULL;
	return end && end[1] ? end[2] : 0;
}

/* What is known of a process that has not answered yet. */
struct watch {
	uint64_t looked_ms;	    /* when, of the wall clock */
	uint64_t start_ms, used_ms; /* its own time, since the first look: most answer before that */
	bool looked;
	unsigned int asleep;
};

static uint64_t own_time(struct kg_child *c, char *ret_state)
{
	clockid_t clock;
	uint64_t ms = 0;

	*ret_state = 0;
	pthread_mutex_lock(&c->lock);
	if (c->pid && clock_getcpuclockid(c->pid, &clock) == 0) {
		ms = clock_ms(clock);
		*ret_state = state_of(c->pid);
	}
	pthread_mutex_unlock(&c->lock);
	return ms;
}

/* Looks at the process now and then. @return what ended it, ANSWERED: nothing */
static enum kg_child_end look(struct kg_child *c, struct watch *w, uint64_t cpu_ms)
{
	uint64_t now = clock_ms(CLOCK_MONOTONIC), used;
	char state;

	if (now - w->looked_ms < TICK_NS / 1000000)
		return KG_CHILD_ANSWERED;
	w->looked_ms = now;
	used = own_time(c, &state);
	w->asleep = used == w->used_ms && (state == 'S' || state == 't' || state == 'T') ? w->asleep + 1 : 0;
	w->used_ms = used;
	if (!w->looked)
		w->start_ms = used;
	w->looked = true;
	if (used > w->start_ms && used - w->start_ms > cpu_ms)
		return KG_CHILD_SPENT;
	return w->asleep > ASLEEP_TICKS ? KG_CHILD_DIED : KG_CHILD_ANSWERED;
}

static enum kg_child_end wait_for(struct kg_child *c, uint64_t cpu_ms, const struct kg_progress *progress)
{
	struct timespec tick = {.tv_nsec = TICK_NS};
	struct watch w = {.looked_ms = clock_ms(CLOCK_MONOTONIC)};
	enum kg_child_end end = KG_CHILD_ANSWERED;

	for (;;) {
		bool there = __atomic_load_n(&c->pid, __ATOMIC_ACQUIRE) != 0;
		uint32_t answered = __atomic_load_n(&c->words->answered, __ATOMIC_ACQUIRE);

		if (answered == c->asked)
			return KG_CHILD_ANSWERED;
		if (!there)
			return KG_CHILD_DIED;
		end = look(c, &w, cpu_ms);
		if (end == KG_CHILD_ANSWERED && kg_progress_canceled(progress))
			end = KG_CHILD_CANCELED;
		if (end != KG_CHILD_ANSWERED)
			break;
		futex_wait(&c->words->answered, answered, &tick);
	}
	kg_child_kill(c);
	return end;
}

enum kg_child_end kg_child_ask(struct kg_child *c, uint64_t cpu_ms, const struct kg_progress *progress)
{
	c->fresh = __atomic_load_n(&c->pid, __ATOMIC_ACQUIRE) == 0;
	if (c->fresh && !make(c))
		return KG_CHILD_NONE;
	__atomic_store_n(&c->words->asked, ++c->asked, __ATOMIC_RELEASE);
	futex_wake(&c->words->asked);
	return wait_for(c, cpu_ms, progress);
}
