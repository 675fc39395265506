#include "config.h"

#include "live/permit.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "live/proc.h"

#define YAMA "%s/proc/sys/kernel/yama/ptrace_scope"
#define LAST_CAPABILITY "/proc/sys/kernel/cap_last_cap"
#ifndef CAP_CHECKPOINT_RESTORE
#define CAP_CHECKPOINT_RESTORE 40
#endif

struct kg_error *kg_permit_fit(pid_t pid)
{
	struct kg_proc_status s;

	if (pid <= 0 || !kg_proc_status(pid, &s))
		return kg_error_create(KG_ERR_TARGET, "pid:%d: no such process here (in a container? its number as the host "
						      "sees it is needed)", (int)pid);
	if (s.tgid != pid)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: a thread of process %d; use pid:%d", (int)pid, (int)s.tgid,
				       (int)s.tgid);
	if (pid == getpid())
		return kg_error_create(KG_ERR_TARGET, "pid:%d: that is kedge itself", (int)pid);
	if (s.state == 'Z' || s.state == 'X')
		return kg_error_create(KG_ERR_TARGET,
				       "pid:%d: it has ended and has no memory any more (a zombie, until its parent %d takes "
				       "its exit status)", (int)pid, (int)s.ppid);
	if (s.kernel_thread)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: a thread of the kernel, not a program (%s)", (int)pid, s.name);
	return NULL;
}

struct kg_error *kg_permit_check(pid_t pid)
{
	struct kg_proc_status s, tracer;
	struct kg_error *err = kg_permit_fit(pid);

	if (err)
		return err;
	if (kg_proc_status(pid, &s) && s.tracer)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: process %d (%s) traces it already, and there can be one "
						      "tracer only; end that one first", (int)pid, (int)s.tracer,
				       kg_proc_status(s.tracer, &tracer) ? tracer.name : "unknown");
	return NULL;
}

static uint64_t own_capabilities(void)
{
	struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct data[2] = {{0}};

	if (syscall(SYS_capget, &head, data) != 0)
		return 0;
	return data[0].effective | (uint64_t)data[1].effective << 32;
}

static bool same_user(const struct kg_proc_status *s)
{
	for (int i = 0; i < 3; i++) {
		if (s->uid[i] != geteuid() || s->gid[i] != getegid())
			return false;
	}
	return true;
}

/* Who may not trace a process is not told its namespaces; how they map users is told to everybody, if not as surely. */
static bool same_namespace(pid_t pid)
{
	char path[64], own[4096] = "", other[4096] = "";

	snprintf(path, sizeof(path), "/proc/%d/ns/user", (int)pid);
	if (readlink(path, other, sizeof(other) - 1) > 0 && readlink("/proc/self/ns/user", own, sizeof(own) - 1) > 0)
		return strcmp(own, other) == 0;
	if (kg_proc_read(pid, "uid_map", other, sizeof(other)) < 0 || kg_proc_read(getpid(), "uid_map", own, sizeof(own)) < 0)
		return true;
	return strcmp(own, other) == 0;
}

/* All users are what they are: not in a container that maps them. */
static bool is_first_namespace(void)
{
	unsigned int inside, outside, n;
	char text[4096];

	return kg_proc_read(getpid(), "uid_map", text, sizeof(text)) <= 0 ||
	       (sscanf(text, "%u %u %u", &inside, &outside, &n) == 3 && inside == 0 && outside == 0 && n == UINT32_MAX);
}

struct kg_permit_facts kg_permit_facts(const char *root, pid_t pid)
{
	struct kg_permit_facts f = {.pid = pid, .self = geteuid()};
	struct kg_proc_status s;
	char path[512];

	snprintf(path, sizeof(path), YAMA, root);
	f.yama = kg_proc_number(path);
	f.able = own_capabilities() >> CAP_SYS_PTRACE & 1;
	f.same_namespace = same_namespace(pid);
	f.host = is_first_namespace();
	f.filtered = kg_proc_status(getpid(), &s) && s.seccomp != 0;
	if (kg_proc_status(pid, &s)) {
		f.same_user = same_user(&s);
		f.owner = s.uid[0];
	}
	return f;
}

struct kg_error *kg_permit_refused(const struct kg_permit_facts *f)
{
	pid_t pid = f->pid;

	if (f->yama == 3)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: tracing is switched off until the next boot "
						      "(kernel.yama.ptrace_scope is 3); take a core with the kernel instead: "
						      "kill -QUIT", (int)pid);
	if (!f->same_namespace && !f->host)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: it belongs to another user namespace than kedge (to another container); run "
						      "kedge on the host, or in that container with --cap-add SYS_PTRACE", (int)pid);
	if (f->able && f->filtered)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: the kernel refuses although kedge has CAP_SYS_PTRACE: a seccomp filter or a "
						      "security module stands in the way (in a container: --security-opt "
						      "seccomp=unconfined, or run kedge on the host)", (int)pid);
	if (f->able)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: the kernel refuses although kedge has CAP_SYS_PTRACE: a security "
						      "module (AppArmor, SELinux) stands in the way (in a container: --security-opt "
						      "apparmor=unconfined or label=disable, or run kedge on the host)", (int)pid);
	if (f->self == 0)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: kedge is root without CAP_SYS_PTRACE, as in a container; start that one with "
						      "--cap-add SYS_PTRACE, or run kedge on the host", (int)pid);
	if (!f->same_user)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: it belongs to user %u, kedge runs as %u; use sudo, or give kedge the "
						      "right once: setcap cap_sys_ptrace=ep $(command -v kedge)", (int)pid,
				       f->owner, f->self);
	if (f->yama == 2)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: only an administrator may trace here (kernel.yama.ptrace_scope is "
						      "2); use sudo, or setcap cap_sys_ptrace=ep $(command -v kedge)", (int)pid);
	if (f->yama == 1)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: kernel.yama.ptrace_scope is 1, only a process's parent may trace it; "
						      "use sudo, setcap cap_sys_ptrace=ep $(command -v kedge), or sysctl "
						      "kernel.yama.ptrace_scope=0 (in a container: --cap-add SYS_PTRACE)", (int)pid);
	return kg_error_create(KG_ERR_TARGET, "pid:%d: it may not be traced: it has more rights than kedge, or asked not to be "
					      "dumped, or a seccomp filter forbids it; use sudo (in a container: --cap-add "
					      "SYS_PTRACE)", (int)pid);
}

struct kg_error *kg_permit_explain(pid_t pid, int errnum)
{
	struct kg_error *err = kg_permit_check(pid);
	struct kg_permit_facts f;
	struct kg_proc_status s;

	if (err)
		return err;
	if (errnum == ESRCH || !kg_proc_status(pid, &s))
		return kg_error_create(KG_ERR_TARGET, "pid:%d: it ended while it was looked at", (int)pid);
	if (errnum == ENOSYS)
		return kg_error_create(KG_ERR_TARGET, "pid:%d: ptrace is not there: a seccomp filter forbids it; in a container: "
						      "--cap-add SYS_PTRACE or --security-opt seccomp=unconfined, or run kedge on "
						      "the host", (int)pid);
	f = kg_permit_facts("", pid);
	return kg_permit_refused(&f);
}

#define CAPABILITY(c) ((uint64_t)1 << (c))

/* Other users' files are read, written and found: what is saved may go into their folders. */
#define FILES (CAPABILITY(CAP_DAC_OVERRIDE) | CAPABILITY(CAP_DAC_READ_SEARCH))
/* Beside tracing: to be ahead of others meanwhile, and to end a fork. */
#define LOOK (FILES | CAPABILITY(CAP_SYS_PTRACE) | CAPABILITY(CAP_SYS_NICE) | CAPABILITY(CAP_KILL))

void kg_permit_keep(enum kg_permit_need need)
{
	struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct data[2] = {{0}};
	int64_t last = kg_proc_number(LAST_CAPABILITY);
	/* /proc/PID/map_files, where deleted programs are read: a right of its own since Linux 5.9. */
	uint64_t files = CAPABILITY(last >= CAP_CHECKPOINT_RESTORE ? CAP_CHECKPOINT_RESTORE : CAP_SYS_ADMIN);
	uint64_t keep = need == KG_PERMIT_FILES ? FILES : LOOK | files;

	if (need == KG_PERMIT_FRAMES)
		keep |= CAPABILITY(CAP_SYS_ADMIN);
	/* For others the kernel looks no oftener than every two seconds, where they may ask at all (accounting/psi.rst). */
	if (need == KG_PERMIT_FRAMES || need == KG_PERMIT_TRIGGER)
		keep |= CAPABILITY(CAP_SYS_RESOURCE);
	if (syscall(SYS_capget, &head, data) != 0)
		return;
	/* Without that right a process is open to who may do all that it may. */
	if (need <= KG_PERMIT_LOOK && !(data[0].permitted >> CAP_SYS_PTRACE & 1))
		return;
	/* Root gets them all back with the next program it executes, but for those that are out of bounds: those for
	 * looking too, since no other program is to look. */
	for (int64_t c = 0; c <= last && data[0].effective >> CAP_SETPCAP & 1; c++) {
		if (!(FILES >> c & 1))
			prctl(PR_CAPBSET_DROP, c, 0, 0, 0);
	}
	for (int i = 0; i < 2; i++) {
		uint32_t bits = (uint32_t)(keep >> 32 * i);

		data[i].effective &= bits;
		data[i].permitted &= bits;
		data[i].inheritable &= bits;
	}
	syscall(SYS_capset, &head, data);
}
