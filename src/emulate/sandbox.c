/*
 * The order matters: what needs system calls comes before the filter, and the signal that comes with the parent's end
 * after the capabilities, whose change may take it back (prctl(2), PR_SET_PDEATHSIG).
 */
#define _GNU_SOURCE
#include "emulate/sandbox.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1 /* its reports go to standard error, and it names and locks its own memory */
#else
#define SANITIZED 0
#endif

#define CPU_SECONDS 3600 /* the last resort: who waits for the process ends it long before */
/* Unicorn 2 reserves 1 GiB for the translated code of each processor, and there are two. */
#define MORE_MEMORY ((rlim_t)4 << 30)
#define FILES_MAX 65536 /* without close_range() */

#ifndef SECCOMP_RET_KILL_PROCESS
#define SECCOMP_RET_KILL_PROCESS 0x80000000U /* Linux 4.14; older kernels take it for SECCOMP_RET_KILL */
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

bool kg_sandbox_filters(void)
{
#ifdef ARCH
	uint32_t action = SECCOMP_RET_TRAP;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
#else
	return false;
#endif
}

/* Memory, sleep and the end. mmap() is allowed where it maps no file. */
static const int allowed[] = {
    SYS_futex, SYS_munmap, SYS_mprotect, SYS_madvise, SYS_mremap, SYS_brk, SYS_rt_sigreturn, SYS_restart_syscall,
    SYS_clock_gettime, SYS_exit, SYS_exit_group,
#if SANITIZED
    SYS_write, SYS_sched_yield, SYS_getpid, SYS_gettid, SYS_sigaltstack, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_prctl,
#endif
};

#ifdef ARCH
bool kg_sandbox_filter(void)
{
	struct sock_filter program[16 + 2 * KG_ARRAY_SIZE(allowed)];
	struct sock_fprog all = {.filter = program};
	unsigned short n = 0;

#define PUT(...) program[n++] = (struct sock_filter)__VA_ARGS__
#define LOAD(field) PUT(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field)))
#define END(action) PUT(BPF_STMT(BPF_RET | BPF_K, action))
	LOAD(arch);
	PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0));
	END(SECCOMP_RET_KILL_PROCESS);
	LOAD(nr);
	/* Numbers of x32 have this bit, and none of them is in the list. */
	for (size_t i = 0; i < KG_ARRAY_SIZE(allowed); i++) {
		PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[i], 0, 1));
		END(SECCOMP_RET_ALLOW);
	}
	PUT(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0));
	END(SECCOMP_RET_KILL_PROCESS);
	LOAD(args[3]); /* the lower half: both machines are little-endian */
	PUT(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, MAP_ANONYMOUS, 1, 0));
	END(SECCOMP_RET_KILL_PROCESS);
	END(SECCOMP_RET_ALLOW);
	all.len = n;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}
#else
bool kg_sandbox_filter(void)
{
	return false;
}
#endif

static void limit(__rlimit_resource_t what, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(what, &now) == 0 && now.rlim_max < most)
		most = now.rlim_max;
	setrlimit(what, &(struct rlimit){most, most});
}

/* Bytes of address space that are taken now; 0 when it cannot be known. */
static rlim_t address_space(void)
{
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	char text[64] = "";
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);

	if (fd >= 0)
		close(fd);
	return n > 0 ? (rlim_t)strtoul(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

static void set_limits(void)
{
	rlim_t taken = address_space();

	if (taken)
		limit(RLIMIT_AS, taken + MORE_MEMORY);
	limit(RLIMIT_CPU, CPU_SECONDS);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, 0);
}

static void close_files(void)
{
	struct rlimit files;
	unsigned int most = FILES_MAX;

	if (SANITIZED) {
		close(0);
		close(1);
	}
	if (syscall(SYS_close_range, SANITIZED ? 3 : 0, UINT_MAX, 0) == 0)
		return;
	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < most)
		most = (unsigned int)files.rlim_cur;
	for (unsigned int i = SANITIZED ? 3 : 0; i < most; i++)
		close((int)i);
}

/*
 * kedge's own handlers are not the child's, and what the terminal sends to the whole group of processes is for kedge
 * to answer.
 */
static void reset_signals(void)
{
	static const int ignored[] = {SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	for (size_t i = 0; i < KG_ARRAY_SIZE(ignored); i++)
		signal(ignored[i], SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void drop_capabilities(void)
{
	struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};

	prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
	syscall(SYS_capset, &header, none);
}

/*
 * The C library's allocator asks the kernel about processors when a thread first takes memory, and opens a file
 * of /proc before it gives memory of a thread's own heap back (glibc 2.36 malloc/arena.c arena_get2(), shrink_heap()): the
 * one is done now, the other never.
 */
static void settle_allocator(void)
{
	volatile char *some = malloc((size_t)64 << 10);

	free((void *)some);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

void kg_sandbox_enter(int parent)
{
	settle_allocator();
	set_limits();
	close_files();
	reset_signals();
	prctl(PR_SET_NAME, "kedge-emulate");
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	drop_capabilities();
	prctl(PR_SET_DUMPABLE, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(0);
}
