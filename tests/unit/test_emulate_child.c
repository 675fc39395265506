/*
 * The emulator's process: what becomes of the objects when it crashes, is killed, stopped, sleeps, spins or lies, and what
 * it has given up.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <linux/futex.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "emulate/runner.h"
#include "emulate/sandbox.h"

#define CODE ((kg_addr)0x400000)
#define DATA ((kg_addr)0x600000)
#define TRAPS ((kg_addr)0x800000) /* a page for each kind of mischief, and nothing between them */
#define OBJECTS 600
#define OBJECT_BYTES 32
#define PAGE 4096
#define PATIENCE_S 300 /* the machine may be slow */

/* mov rax,rsi; mov rsi,rdx; mov rdi,[rdi+16]; mov rdx,[rdi]; jmp rax: reads from where the word at 16 points, and shows it */
static const uint8_t function[PAGE] = {0x48, 0x89, 0xf0, 0x48, 0x89, 0xd6, 0x48, 0x8b, 0x7f,
				       0x10, 0x48, 0x8b, 0x17, 0xff, 0xe0};

enum mischief { NONE, CRASH, OPEN, LEAVE, FORK, SPIN, SLEEP, WAIT, LIE_DONE, LIE_ENDS, LIE_BACK, LIE_HOW, LIE_PATCH, LIE_NOTHING, KINDS };

/* Both processes see it. */
struct seen {
	uint32_t here; /* how often the emulator's process came to a trap */
	uint32_t quiet; /* from then on traps do nothing */
	uint8_t data[PAGE * 8];
};

struct state {
	struct kg_image *img;
	struct kg_emulator *emulator;
	struct seen *seen;
	struct kg_share *share; /* the emulator's */
	kg_addr objects[OBJECTS];
};

static kg_addr trap(enum mischief kind)
{
	return TRAPS + (kg_addr)kind * 2 * PAGE;
}

static void must(struct kg_error *err)
{
	if (err)
		fail_msg("%s", err->text);
}

/* An answer as no honest process gives it, and then no more. */
static void lie(struct kg_share *s, enum mischief kind)
{
	s->done = kind == LIE_DONE ? UINT32_MAX : kind == LIE_PATCH || kind == LIE_NOTHING ? 0 : s->n;
	s->patch = kind == LIE_PATCH ? KG_BOUND : 0;
	for (uint32_t i = 0; i < KG_EMULATE_BATCH; i++) {
		s->how[i] = kind == LIE_HOW ? KG_EMULATED_KINDS + 100 : KG_EMULATED_DONE;
		s->ends[i] = kind == LIE_ENDS ? UINT64_MAX - i : kind == LIE_BACK ? KG_EMULATE_BATCH - i : i;
	}
	if (kind == LIE_BACK)
		s->ends[0] = UINT64_C(1) << 40;
	__atomic_store_n(&s->words.answered, s->words.asked, __ATOMIC_RELEASE);
	syscall(SYS_futex, &s->words.answered, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
	for (;;)
		__asm__ volatile("pause");
}

static void misbehave(const struct state *s, enum mischief kind)
{
	volatile int *volatile nowhere = NULL;
	uint32_t word = 0;

	__atomic_add_fetch(&s->seen->here, 1, __ATOMIC_SEQ_CST);
	switch (kind) {
	case NONE:
	case KINDS:
		break;
	case CRASH:
		*nowhere = 1;
		break;
	case OPEN:
		open("/dev/null", O_RDONLY);
		break;
	case LEAVE:
		_exit(0);
	case FORK:
		fork();
		break;
	case SPIN:
	case WAIT: /* for who kills it */
		for (;;)
			__asm__ volatile("pause");
	case SLEEP:
		for (;;)
			syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
	default:
		lie(s->share, kind);
	}
}

/* Called in the emulator's process whenever it first comes to a segment. */
static bool code(void *arg, kg_addr addr, kg_addr *ret_start, kg_addr *ret_end)
{
	const struct state *s = arg;

	if (addr >= TRAPS && !__atomic_load_n(&s->seen->quiet, __ATOMIC_SEQ_CST))
		misbehave(s, (enum mischief)((addr - TRAPS) / (2 * PAGE)));
	*ret_start = addr & ~(kg_addr)(PAGE - 1);
	*ret_end = *ret_start + PAGE;
	return addr >= CODE && addr < CODE + PAGE;
}

/* Where the emulator's shared memory is: the one mapping of that kind that is not the test's. */
static struct kg_share *find_share(const void *mine)
{
	FILE *f = fopen("/proc/self/maps", "r");
	char line[512];
	void *ret = NULL;

	while (f && fgets(line, sizeof(line), f)) {
		unsigned long start = strtoul(line, NULL, 16);

		if (strstr(line, " rw-s ") && strstr(line, "/dev/zero") && (void *)start != mine)
			ret = (void *)start;
	}
	assert_non_null(f);
	fclose(f);
	assert_non_null(ret);
	return ret;
}

static void point(struct state *s, size_t i, kg_addr to)
{
	memcpy(s->seen->data + (s->objects[i] - DATA) + 16, &to, sizeof(to));
}

static struct state *make(uint64_t cpu_ms, struct kg_progress *progress)
{
	struct state *s = calloc(1, sizeof(*s));
	struct kg_emulator_options opts = {.code = code, .arg = s, .cpu_ms = cpu_ms, .progress = progress};
	static const uint8_t page[PAGE];

	s->seen = mmap(NULL, sizeof(*s->seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(s->seen, MAP_FAILED);
	for (size_t i = 0; i < OBJECTS; i++)
		s->objects[i] = DATA + i * OBJECT_BYTES;
	for (size_t i = 0; i < OBJECTS; i++)
		point(s, i, s->objects[(i * 7 + 1) % OBJECTS]);
	must(kg_image_create(KG_MACHINE_X86_64, &s->img));
	must(kg_image_add(s->img, CODE, function, sizeof(function), KG_SEG_READ | KG_SEG_EXEC));
	must(kg_image_add(s->img, DATA, s->seen->data, sizeof(s->seen->data), KG_SEG_READ | KG_SEG_WRITE));
	for (int k = 0; k < KINDS; k++)
		must(kg_image_add(s->img, trap((enum mischief)k), page, sizeof(page), KG_SEG_READ | KG_SEG_WRITE));
	must(kg_image_seal(s->img));
	opts.image = s->img;
	must(kg_emulator_create(&opts, &s->emulator));
	s->share = find_share(s->seen);
	return s;
}

static void done(struct state *s)
{
	kg_emulator_destroy(s->emulator);
	kg_image_destroy(s->img);
	munmap(s->seen, sizeof(*s->seen));
	free(s);
}

static kg_addr target_of(const struct state *s, size_t i)
{
	kg_addr to;

	memcpy(&to, s->seen->data + (s->objects[i] - DATA) + 16, sizeof(to));
	return to;
}

/* All objects show where they point, but for @bad, which ended as @how says; -1: none is bad. */
static void assert_shown(const struct state *s, const struct kg_emulation *r, long bad, enum kg_emulated how)
{
	uint64_t from = 0;

	for (size_t i = 0; i < OBJECTS; i++) {
		if ((long)i == bad) {
			assert_int_equal(r->how[i], how);
			assert_int_equal(r->ends[i], from);
			continue;
		}
		if (r->how[i] != KG_EMULATED_DONE)
			fail_msg("object %zu: %s", i, kg_emulated_words(r->how[i]));
		assert_int_equal(r->ends[i], from + 1);
		assert_int_equal(r->visited[from], target_of(s, i));
		from++;
	}
}

static void run(struct state *s, long bad, enum kg_emulated how)
{
	struct kg_emulation r;

	must(kg_emulator_traverse(s->emulator, CODE, s->objects, OBJECTS, &r));
	assert_shown(s, &r, bad, how);
}

/* One object ends the process again and again: it alone is given up, and all others show what they show. */
static void test_one_crash(void **arg)
{
	(void)arg;
	for (int k = CRASH; k < KINDS; k++) {
		struct state *s;
		const size_t at[] = {0, 77, OBJECTS - 1};

		if (k == WAIT)
			continue;
		s = make(1000, NULL);
		point(s, at[k % 3], trap((enum mischief)k));
		run(s, (long)at[k % 3], KG_EMULATED_CRASH);
		assert_true(s->seen->here > 0);
		point(s, at[k % 3], s->objects[3]);
		run(s, -1, KG_EMULATED_DONE);
		done(s);
	}
}

/* A function all of whose objects end the process is not tried for ever; the next call begins anew. */
static void test_all_crash(void **arg)
{
	struct state *s = make(0, NULL);
	struct kg_emulation r;

	(void)arg;
	for (size_t i = 0; i < OBJECTS; i++)
		point(s, i, trap(CRASH));
	must(kg_emulator_traverse(s->emulator, CODE, s->objects, OBJECTS, &r));
	assert_int_equal(r.how[0], KG_EMULATED_CRASH);
	assert_int_equal(r.how[OBJECTS - 1], KG_EMULATED_GIVEN_UP);
	assert_int_equal(r.ends[OBJECTS - 1], 0);
	assert_in_range(s->seen->here, 3, 12);
	s->seen->quiet = 1;
	run(s, -1, KG_EMULATED_DONE);
	done(s);
}

/* Whose child a process is, 0 when it is gone. The program's name, in parentheses, may hold anything. */
static pid_t parent_of(const char *pid)
{
	char path[300], text[512] = "", *end;
	int parent = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%s/stat", pid);
	f = fopen(path, "r");
	if (!f)
		return 0;
	text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
	fclose(f);
	end = strrchr(text, ')');
	return end && sscanf(end + 1, " %*c %d", &parent) == 1 ? parent : 0;
}

/* Processes that threads of this one have made and that are there. Not every kernel lists a thread's own. @ret: the last of them */
static unsigned int children(pid_t *ret)
{
	DIR *all = opendir("/proc");
	unsigned int n = 0;

	assert_non_null(all);
	for (struct dirent *d = readdir(all); d; d = readdir(all)) {
		if (d->d_name[0] >= '0' && d->d_name[0] <= '9' && parent_of(d->d_name) == getpid()) {
			*ret = atoi(d->d_name);
			n++;
		}
	}
	closedir(all);
	return n;
}

struct killer {
	struct state *s;
	int signal;
	struct kg_progress *cancel; /* instead */
};

/* Waits until the emulator's process is in the middle of its work. */
static void *strike(void *arg)
{
	struct killer *k = arg;
	pid_t pid = 0;

	while (!__atomic_load_n(&k->s->seen->here, __ATOMIC_SEQ_CST))
		usleep(1000);
	if (k->cancel) {
		kg_progress_cancel(k->cancel);
		return NULL;
	}
	__atomic_store_n(&k->s->seen->quiet, 1, __ATOMIC_SEQ_CST);
	if (children(&pid) == 1)
		kill(pid, k->signal);
	return NULL;
}

/* What somebody else does to the process costs nothing: another does the same work. */
static void test_struck(void **arg)
{
	static const int signals[] = {SIGKILL, SIGSTOP, SIGTERM, SIGSEGV};

	(void)arg;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct state *s = make(0, NULL);
		struct killer k = {s, signals[i], NULL};
		pthread_t thread;

		point(s, 100, trap(WAIT));
		assert_int_equal(pthread_create(&thread, NULL, strike, &k), 0);
		run(s, -1, KG_EMULATED_DONE);
		pthread_join(thread, NULL);
		assert_int_equal(s->seen->here, 1);
		done(s);
	}
}

/* Killed while it has nothing to do. */
static void test_struck_idle(void **arg)
{
	struct state *s = make(0, NULL);
	pid_t pid = 0;

	(void)arg;
	run(s, -1, KG_EMULATED_DONE);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(children(&pid), 1);
		kill(pid, i == 1 ? SIGSTOP : SIGKILL);
		run(s, -1, KG_EMULATED_DONE);
	}
	done(s);
}

static void test_canceled(void **arg)
{
	struct kg_progress *progress = kg_progress_create_silent();
	struct state *s = make(0, progress);
	struct killer k = {s, 0, progress};
	struct kg_emulation r;
	struct kg_error *err;
	pthread_t thread;
	pid_t pid;

	(void)arg;
	point(s, 5, trap(SPIN));
	assert_int_equal(pthread_create(&thread, NULL, strike, &k), 0);
	err = kg_emulator_traverse(s->emulator, CODE, s->objects, OBJECTS, &r);
	pthread_join(thread, NULL);
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_CANCELED);
	kg_error_destroy(err);
	assert_int_equal(children(&pid), 0);
	kg_progress_resume(progress);
	s->seen->quiet = 1;
	run(s, -1, KG_EMULATED_DONE);
	done(s);
	kg_progress_destroy(progress);
}

/* The process ends with kedge. */
static void test_orphan(void **arg)
{
	int fds[2], status;
	pid_t middle, pid = 0;

	(void)arg;
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	middle = fork();
	if (middle == 0) {
		struct state *s = make(0, NULL);

		run(s, -1, KG_EMULATED_DONE);
		if (children(&pid) != 1 || write(fds[1], &pid, sizeof(pid)) != sizeof(pid))
			_exit(1);
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(read(fds[0], &pid, sizeof(pid)), sizeof(pid));
	assert_int_equal(waitpid(middle, &status, 0), middle);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	prctl(PR_SET_CHILD_SUBREAPER, 0);
	close(fds[0]);
	close(fds[1]);
}

/* The sandbox by itself. */

static int in_sandbox(void (*fn)(void), bool filter)
{
	pid_t parent = getpid(), pid = fork();
	int status = 0;

	if (pid == 0) {
		kg_sandbox_enter(parent);
		if (filter && !kg_sandbox_filter())
			_exit(99);
		fn();
		_exit(7);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void try_memory(void)
{
	char *p = mmap(NULL, 8 << 20, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED || mprotect(p, PAGE, PROT_NONE) != 0 || madvise(p + PAGE, PAGE, MADV_DONTNEED) != 0)
		_exit(1);
	for (size_t size = 16; size < 64 << 20; size *= 2) {
		char *q = malloc(size);

		q = q ? realloc(q, 3 * size) : NULL;
		if (!q)
			_exit(2);
		q[2 * size] = 1;
		free(q);
	}
	munmap(p, 8 << 20);
}

static void try_open(void)
{
	open("/dev/null", O_RDONLY);
}

static void try_openat(void)
{
	syscall(SYS_openat, AT_FDCWD, "/", O_RDONLY, 0);
}

static void try_socket(void)
{
	socket(AF_UNIX, SOCK_STREAM, 0);
}

static void try_exec(void)
{
	execl("/bin/true", "true", NULL);
}

static void try_ptrace(void)
{
	ptrace(PTRACE_TRACEME, 0, NULL, NULL);
}

static void try_kill(void)
{
	syscall(SYS_kill, 1, 0);
}

static void try_fork(void)
{
	syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

static void try_map_file(void)
{
	mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, 0, 0);
}

static void try_limits(void)
{
	syscall(SYS_prlimit64, 0, RLIMIT_CORE, NULL, NULL);
}

static void test_filter(void **arg)
{
	static void (*const forbidden[])(void) = {try_open, try_openat,   try_socket, try_exec,	 try_ptrace,
						  try_kill, try_map_file, try_limits, try_fork};
	int status;

	(void)arg;
	if (!kg_sandbox_filters())
		skip();
	status = in_sandbox(try_memory, true);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 7);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
		status = in_sandbox(forbidden[i], true);
		if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
			fail_msg("forbidden call %zu: status %#x", i, (unsigned int)status);
	}
}

static void look_around(void)
{
	struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
	struct rlimit core;

#ifndef __SANITIZE_ADDRESS__ /* which has its reports go to standard error */
	if (fcntl(2, F_GETFD) >= 0)
		_exit(1);
#endif
	for (int i = 3; i < 100; i++) {
		if (fcntl(i, F_GETFD) >= 0)
			_exit(2);
	}
	if (syscall(SYS_capget, &header, data) != 0 || data[0].effective || data[0].permitted || data[1].permitted)
		_exit(3);
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1 || prctl(PR_GET_DUMPABLE) != 0)
		_exit(4);
	if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0)
		_exit(5);
	if (open("/dev/null", O_RDONLY) >= 0)
		_exit(6);
}

static void test_given_away(void **arg)
{
	int status = in_sandbox(look_around, false);

	(void)arg;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 7);
}

static unsigned int entries(const char *path)
{
	DIR *dir = opendir(path);
	unsigned int n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	return n;
}

/* A thread that was joined is listed until the kernel has taken note of its end, which may come late on a busy machine. */
static void assert_threads(unsigned int n)
{
	for (int tries = 0; tries < PATIENCE_S * 100 && entries("/proc/self/task") != n; tries++)
		usleep(10000);
	assert_int_equal(entries("/proc/self/task"), n);
}

/* No file, thread or process stays behind, whatever the processes came to. */
static void test_leaks(void **arg)
{
	const unsigned int *threads = *arg;
	struct state *s = make(0, NULL);
	unsigned int files;
	pid_t pid;

	done(s);
	files = entries("/proc/self/fd");
	for (int i = 0; i < 3; i++) {
		s = make(0, NULL);
		if (i)
			point(s, 10, trap(i == 1 ? CRASH : OPEN));
		run(s, i ? 10 : -1, KG_EMULATED_CRASH);
		done(s);
	}
	assert_int_equal(entries("/proc/self/fd"), files);
	assert_threads(*threads);
	assert_int_equal(children(&pid), 0);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

int main(void)
{
	unsigned int threads = entries("/proc/self/task"); /* as long as no emulator was made */
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_filter), cmocka_unit_test(test_given_away), cmocka_unit_test(test_one_crash),
	    cmocka_unit_test(test_all_crash), cmocka_unit_test(test_struck),	 cmocka_unit_test(test_struck_idle),
	    cmocka_unit_test(test_canceled), cmocka_unit_test(test_orphan),	 cmocka_unit_test_prestate(test_leaks, &threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
