/* What is read of cgroups, pressure and limits, below a root of the test's own; the words of a refusal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <errno.h>
#include <ftw.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cmocka.h>

#include "live/hurry.h"
#include "live/memory.h"
#include "live/notice.h"
#include "live/permit.h"

#define PID 4242
#define MIB ((uint64_t)1 << 20)

static char root[64];

static int begin(void **state)
{
	(void)state;
	strcpy(root, "/tmp/kedge-live.XXXXXX");
	return mkdtemp(root) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int end(void **state)
{
	(void)state;
	return nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* A file below the root, with the folders that lead there. */
static void put(const char *name, const char *text)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s%s", root, name);
	for (char *slash = strchr(path + strlen(root) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		assert_true(mkdir(path, 0755) == 0 || errno == EEXIST);
		*slash = '/';
	}
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* Mounts as they are listed in @list; "@" in a line stands for the file system that the root lies on. */
static void put_mounts(const char *list, const char *lines)
{
	char text[4096], dev[32];
	size_t len = 0;
	struct stat st;

	assert_int_equal(stat(root, &st), 0);
	snprintf(dev, sizeof(dev), "%u:%u", major(st.st_dev), minor(st.st_dev));
	for (; *lines; lines++)
		len += (size_t)snprintf(text + len, sizeof(text) - len, "%.*s", *lines == '@' ? 31 : 1, *lines == '@' ? dev : lines);
	put(list, text);
}

/* Version 2 where it usually is. */
#define MOUNT_2 "29 1 @ / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"
/* Version 1, and version 2 beside it. */
#define MOUNTS_1 "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n31 20 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755\n" \
	"32 31 @ / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n" \
	"35 31 @ / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n36 31 @ / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n" \
	"37 31 @ / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"

static bool memory_of(struct kg_cgroup_memory *ret)
{
	struct kg_cgroup_view v = KG_CGROUP_VIEW(root, PID);

	return kg_cgroup_memory(&v, ret);
}

/* The process is there, and its files are not to be seen. */
static void check_hidden(const char *path)
{
	struct kg_cgroup_view v = KG_CGROUP_VIEW(root, PID);
	struct kg_cgroup_memory m;

	assert_false(kg_cgroup_memory(&v, &m));
	if (path)
		assert_string_equal(kg_cgroup_memory_hidden(&v), path);
	else
		assert_null(kg_cgroup_memory_hidden(&v));
}

/* A folder with the process in it, and with memory unless @current is NULL. */
static void put_group(const char *folder, const char *current, const char *max)
{
	char name[512];

	snprintf(name, sizeof(name), "%s/cgroup.procs", folder);
	put(name, "1\n4242\n4243\n");
	if (!current)
		return;
	snprintf(name, sizeof(name), "%s/memory.current", folder);
	put(name, current);
	snprintf(name, sizeof(name), "%s/memory.max", folder);
	put(name, max);
}

static void check_memory(uint64_t current, uint64_t max, uint64_t reclaimable, const char *folder)
{
	struct kg_cgroup_memory m;

	assert_true(memory_of(&m));
	assert_int_equal(m.current, current);
	assert_int_equal(m.max, max);
	assert_int_equal(m.reclaimable, reclaimable);
	assert_string_equal(m.path + strlen(root), folder);
}

static void version_2(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/system.slice/app.service\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup/system.slice/app.service", "73400320\n", "104857600\n");
	put("/sys/fs/cgroup/system.slice/app.service/memory.stat", "anon 62914560\ninactive_file 10485760\nactive_file 1\n");
	check_memory(70 * MIB, 100 * MIB, 10 * MIB, "/sys/fs/cgroup/system.slice/app.service");

	/* Above it, one that is nearer to its limit; and one further up that has none. */
	put("/sys/fs/cgroup/system.slice/memory.current", "94371840\n");
	put("/sys/fs/cgroup/system.slice/memory.max", "104857600\n");
	check_memory(90 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/system.slice");
	put("/sys/fs/cgroup/system.slice/memory.max", "max\n");
	check_memory(70 * MIB, 100 * MIB, 10 * MIB, "/sys/fs/cgroup/system.slice/app.service");
	put("/sys/fs/cgroup/system.slice/app.service/memory.max", "max\n");
	check_memory(70 * MIB, 0, 10 * MIB, "/sys/fs/cgroup/system.slice/app.service");
}

/* memory.high is a limit too where it is the lower one. */
static void version_2_high(void **state)
{
	struct kg_cgroup_memory m;

	(void)state;
	put("/proc/4242/cgroup", "0::/app\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup/app", "73400320\n", "104857600\n");
	put("/sys/fs/cgroup/app/memory.high", "max\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/app");
	put("/sys/fs/cgroup/app/memory.high", "83886080\n");
	check_memory(70 * MIB, 80 * MIB, 0, "/sys/fs/cgroup/app");
	put("/sys/fs/cgroup/app/memory.max", "max\n");
	check_memory(70 * MIB, 80 * MIB, 0, "/sys/fs/cgroup/app");
	assert_true(memory_of(&m) && m.high);
	put("/sys/fs/cgroup/app/memory.max", "52428800\n");
	check_memory(70 * MIB, 50 * MIB, 0, "/sys/fs/cgroup/app");
	assert_true(memory_of(&m) && !m.high);
}

static void version_1(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "5:cpu,cpuacct:/elsewhere\n4:memory:/app\n0::/\n");
	put_mounts("/proc/self/mountinfo", MOUNTS_1);
	put_group("/sys/fs/cgroup/memory/app", NULL, NULL);
	put("/sys/fs/cgroup/memory/memory.usage_in_bytes", "943718400\n");
	put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
	put("/sys/fs/cgroup/memory/app/memory.usage_in_bytes", "73400320\n");
	put("/sys/fs/cgroup/memory/app/memory.limit_in_bytes", "104857600\n");
	put("/sys/fs/cgroup/memory/app/memory.stat", "inactive_file 1\ntotal_inactive_file 83886080\n");
	/* What could be taken back is never more than there is. */
	check_memory(70 * MIB, 100 * MIB, 70 * MIB, "/sys/fs/cgroup/memory/app");
	put("/sys/fs/cgroup/memory/app/memory.stat", "cache 0\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/memory/app");
	put("/sys/fs/cgroup/memory/app/memory.limit_in_bytes", "9223372036854771712\n");
	check_memory(70 * MIB, 0, 0, "/sys/fs/cgroup/memory/app");
}

static void both_versions(void **state)
{
	(void)state;
	/* Version 2 is mounted beside, and has no memory controller. */
	put("/proc/4242/cgroup", "4:memory:/app\n0::/app\n");
	put_mounts("/proc/self/mountinfo", MOUNTS_1);
	put_group("/sys/fs/cgroup/unified/app", NULL, NULL);
	put_group("/sys/fs/cgroup/memory/app", NULL, NULL);
	put("/sys/fs/cgroup/memory/app/memory.usage_in_bytes", "73400320\n");
	put("/sys/fs/cgroup/memory/app/memory.limit_in_bytes", "104857600\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/memory/app");
}

/* The controller is on further up alone: what counts is the cgroup there. */
static void version_2_above(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/app/worker/one\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup/app/worker/one", NULL, NULL);
	put_group("/sys/fs/cgroup/app", "73400320\n", "104857600\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/app");
}

/* No namespace of cgroups: the host's path, while the container's own cgroup is what is mounted. */
static void same_container(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/docker/0123abcd/worker\n");
	put_mounts("/proc/self/mountinfo", "29 1 @ /docker/0123abcd /sys/fs/cgroup ro - cgroup2 cgroup rw\n");
	put_group("/sys/fs/cgroup", "94371840\n", "104857600\n");
	put_group("/sys/fs/cgroup/worker", NULL, NULL);
	check_memory(90 * MIB, 100 * MIB, 0, "/sys/fs/cgroup");
	/* A cgroup below it is found, and the nearer limit of the two. */
	put_group("/sys/fs/cgroup/worker", "99614720\n", "104857600\n");
	check_memory(95 * MIB, 100 * MIB, 0, "/sys/fs/cgroup/worker");
	put("/sys/fs/cgroup/memory.current", "103809024\n");
	check_memory(99 * MIB, 100 * MIB, 0, "/sys/fs/cgroup");
	/* Another one's beside it has no files here: those that lie here are not its own. */
	put("/proc/4242/cgroup", "0::/docker/0123abcdef/worker\n");
	check_hidden("/docker/0123abcdef/worker");
}

/* A namespace of its own: "/.." is above what it shows. */
static void second_container(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/../service\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup", "1\n", "2\n");
	put_group("/sys/fs/cgroup/service", "1\n", "2\n");
	check_hidden("/../service");
	/* It is where the process sees it. */
	put_mounts("/proc/4242/mountinfo", "50 1 @ /../service /sys/fs/cgroup ro - cgroup2 cgroup rw\n");
	put_group("/proc/4242/root/sys/fs/cgroup", "94371840\n", "104857600\n");
	check_memory(90 * MIB, 100 * MIB, 0, "/proc/4242/root/sys/fs/cgroup");
	/* Unless that is not what the process is in, or another file system lies over it. */
	put("/proc/4242/root/sys/fs/cgroup/cgroup.procs", "1\n42\n42420\n");
	check_hidden("/../service");
	put_group("/proc/4242/root/sys/fs/cgroup", "94371840\n", "104857600\n");
	put_mounts("/proc/4242/mountinfo", "50 1 0:999 /../service /sys/fs/cgroup ro - cgroup2 cgroup rw\n");
	check_hidden("/../service");
}

/* With the host's cgroups mounted: its names above the own one are hidden by the namespace, and looked for. */
static void hosts_cgroups(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/../service/worker\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2 "60 1 @ /../../.. /host/with\\040space ro - cgroup2 cgroup rw\n");
	put_group("/host/with space/kubepods/other/service/worker", "1\n", "2\n");
	put("/host/with space/kubepods/other/service/worker/cgroup.procs", "1\n");
	check_hidden("/../service/worker");
	put_group("/host/with space/kubepods/pod/service/worker", "73400320\n", "104857600\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/host/with space/kubepods/pod/service/worker");
	/* And so a limit of the whole pod is seen. */
	put_group("/host/with space/kubepods/pod", "103809024\n", "104857600\n");
	put_group("/host/with space/kubepods/pod/service", "1048576\n", "max\n");
	check_memory(99 * MIB, 100 * MIB, 0, "/host/with space/kubepods/pod");
	/* One that is above this process's own. */
	put("/proc/4242/cgroup", "0::/..\n");
	check_memory(99 * MIB, 100 * MIB, 0, "/host/with space/kubepods/pod");
}

/* Version 1 with its hierarchies, of which each has a path of its own. */
static void second_container_version_1(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "9:pids:/../service\n4:memory:/../../apps/service\n0::/../service\n");
	put_mounts("/proc/self/mountinfo", MOUNTS_1);
	check_hidden("/../../apps/service");
	put_mounts("/proc/4242/mountinfo", "50 1 @ /../../apps/service /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n");
	put_group("/proc/4242/root/sys/fs/cgroup/memory", NULL, NULL);
	put("/proc/4242/root/sys/fs/cgroup/memory/memory.usage_in_bytes", "73400320\n");
	put("/proc/4242/root/sys/fs/cgroup/memory/memory.limit_in_bytes", "104857600\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/proc/4242/root/sys/fs/cgroup/memory");
}

/* What was found holds until the process goes elsewhere. */
static void cgroup_changes(void **state)
{
	struct kg_cgroup_view v = KG_CGROUP_VIEW(root, PID);
	struct kg_cgroup_memory m;

	(void)state;
	put("/proc/4242/cgroup", "0::/one\n");
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup/one", "1048576\n", "2097152\n");
	put_group("/sys/fs/cgroup/two", "3145728\n", "4194304\n");
	assert_true(kg_cgroup_memory(&v, &m) && m.max == 2 * MIB);
	put("/sys/fs/cgroup/one/memory.max", "8388608\n");
	put("/proc/self/mountinfo", "");
	assert_true(kg_cgroup_memory(&v, &m) && m.max == 8 * MIB);
	put("/proc/4242/cgroup", "0::/two\n");
	assert_false(kg_cgroup_memory(&v, &m));
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put("/proc/4242/cgroup", "0::/one\n");
	assert_true(kg_cgroup_memory(&v, &m) && m.max == 8 * MIB);
	put("/proc/4242/cgroup", "0::/two\n");
	assert_true(kg_cgroup_memory(&v, &m) && m.max == 4 * MIB);
}

/* Mounts that a hostile container could have. */
static void strange_mounts(void **state)
{
	(void)state;
	put("/proc/4242/cgroup", "0::/../service\n");
	put_mounts("/proc/4242/mountinfo", "\n - cgroup2\n1 2 - cgroup2 c rw\n50 1 x /../service /a ro - cgroup2 cgroup rw\n"
		   "50 1 @ /../servic /a ro - cgroup2 cgroup rw\n50 1 @ /../service/deeper /a ro - cgroup2 cgroup rw\n"
		   "50 1 @ /.. /a ro - cgroup2\n50 1 @ /../../../../../../../../../../../../../../../../../../../.. /a ro - cgroup2 c rw\n"
		   "50 1 @ /..service /a ro - cgroup2 cgroup rw\n50 1 @ /../.. /a\\057b\\ ro - cgroup2 cgroup rw\n");
	check_hidden("/../service");
	put_group("/proc/4242/root/a/service", "73400320\n", "104857600\n");
	check_memory(70 * MIB, 100 * MIB, 0, "/proc/4242/root/a/service");
}

static void no_cgroup(void **state)
{
	struct kg_cgroup_memory m;
	struct kg_cgroup_pids p;

	(void)state;
	assert_false(memory_of(&m));
	put("/proc/4242/cgroup", "nonsense\n4:memory\n::::\n");
	assert_false(memory_of(&m));
	assert_false(kg_cgroup_pids(root, PID, &p));
}

static void pids(void **state)
{
	struct kg_cgroup_pids p;

	(void)state;
	put("/proc/4242/cgroup", "8:pids:/old\n0::/app\n");
	put_mounts("/proc/self/mountinfo", MOUNTS_1);
	put_group("/sys/fs/cgroup/pids/old", NULL, NULL);
	put("/sys/fs/cgroup/pids/old/pids.current", "7\n");
	put("/sys/fs/cgroup/pids/old/pids.max", "8\n");
	assert_true(kg_cgroup_pids(root, PID, &p));
	assert_int_equal(p.current, 7);
	assert_int_equal(p.max, 8);
	put_mounts("/proc/self/mountinfo", MOUNT_2);
	put_group("/sys/fs/cgroup/app/worker", NULL, NULL);
	put("/proc/4242/cgroup", "0::/app/worker\n");
	put("/sys/fs/cgroup/app/worker/pids.current", "9\n");
	put("/sys/fs/cgroup/app/worker/pids.max", "max\n");
	assert_true(kg_cgroup_pids(root, PID, &p));
	assert_int_equal(p.current, 9);
	assert_int_equal(p.max, -1);
	/* The nearest limit of those above. */
	put("/sys/fs/cgroup/app/pids.current", "20\n");
	put("/sys/fs/cgroup/app/pids.max", "22\n");
	assert_true(kg_cgroup_pids(root, PID, &p));
	assert_true(p.current == 20 && p.max == 22);
	put("/sys/fs/cgroup/app/worker/pids.max", "10\n");
	assert_true(kg_cgroup_pids(root, PID, &p));
	assert_true(p.current == 9 && p.max == 10);
}

static void pressure(void **state)
{
	struct kg_cgroup_view v = KG_CGROUP_VIEW(root, PID);
	struct kg_pressure p;

	(void)state;
	assert_false(kg_memory_pressure(&v, &p));
	put("/proc/pressure/memory", "some avg10=1.50 avg60=0.70 avg300=0.10 total=3816029\nfull avg10=0.25 avg60=0 avg300=0 total=3\n");
	assert_true(kg_memory_pressure(&v, &p));
	assert_true(p.some == 1.5 && p.full == 0.25);
	put("/proc/4242/cgroup", "0::/app\n");
	put_mounts("/proc/self/mountinfo", MOUNTS_1);
	put_group("/sys/fs/cgroup/unified/app", NULL, NULL);
	put("/sys/fs/cgroup/unified/app/memory.pressure", "some avg10=80.00 avg60=0 avg300=0 total=1\nfull avg10=60.00 avg60=0 avg300=0 total=1\n");
	assert_true(kg_memory_pressure(&v, &p));
	assert_true(p.some == 80 && p.full == 60);
	put("/sys/fs/cgroup/unified/app/memory.pressure", "");
	assert_true(kg_memory_pressure(&v, &p));
	assert_true(p.some == 1.5);
}

static void limits(void **state)
{
	struct kg_limit l;

	(void)state;
	assert_false(kg_memory_limits(root, PID, &l));
	put("/proc/4242/status", "Name:\tpython\nVmPeak:\t  300 kB\nVmSize:\t 92160 kB\nVmData:\t 40960 kB\n");
	put("/proc/4242/limits", "Limit                     Soft Limit           Hard Limit           Units\n"
				 "Max data size             unlimited            unlimited            bytes\n"
				 "Max address space         unlimited            unlimited            bytes\n");
	assert_false(kg_memory_limits(root, PID, &l));
	put("/proc/4242/limits", "Max data size             unlimited            unlimited            bytes\n"
				 "Max address space         104857600            unlimited            bytes\n");
	assert_true(kg_memory_limits(root, PID, &l));
	assert_true(l.current == 90 * MIB && l.max == 100 * MIB);
	assert_string_equal(l.name, "address space");
	put("/proc/4242/limits", "Max data size             41943040             unlimited            bytes\n"
				 "Max address space         104857600            unlimited            bytes\n");
	assert_true(kg_memory_limits(root, PID, &l));
	assert_true(l.current == 40 * MIB && l.max == 40 * MIB);
	assert_string_equal(l.name, "data");
}

static void check_words(struct kg_permit_facts f, const char *first, const char *second)
{
	struct kg_error *err;

	f.pid = PID;
	err = kg_permit_refused(&f);
	assert_int_equal(err->code, KG_ERR_TARGET);
	assert_ptr_equal(strstr(err->text, "pid:4242: "), err->text);
	assert_null(strchr(err->text, '\n'));
	if (!strstr(err->text, first) || !strstr(err->text, second))
		fail_msg("neither \"%s\" nor \"%s\" in: %s", first, second, err->text);
	kg_error_destroy(err);
}

static void words(void **state)
{
	const struct kg_permit_facts mine = {.same_user = true, .same_namespace = true, .host = true, .self = 1000};
	struct kg_permit_facts f;

	(void)state;
	f = mine, f.yama = 1;
	check_words(f, "kernel.yama.ptrace_scope is 1, only a process's parent", "sysctl kernel.yama.ptrace_scope=0");
	check_words(f, "setcap cap_sys_ptrace=ep", "--cap-add SYS_PTRACE");
	f = mine, f.yama = 2;
	check_words(f, "kernel.yama.ptrace_scope is 2", "sudo");
	f = mine, f.yama = 3;
	check_words(f, "until the next boot", "kill -QUIT");
	f.able = true;
	check_words(f, "until the next boot", "kernel.yama.ptrace_scope is 3");
	f = mine, f.yama = -1;
	check_words(f, "may not be traced", "sudo");
	f.yama = 0;
	check_words(f, "asked not to be dumped", "--cap-add SYS_PTRACE");
	f = mine, f.same_user = false, f.owner = 33, f.self = 1000, f.yama = 1;
	check_words(f, "belongs to user 33, kedge runs as 1000", "setcap");
	f = mine, f.self = 0, f.same_user = false;
	check_words(f, "root without CAP_SYS_PTRACE", "--cap-add SYS_PTRACE");
	f = mine, f.able = true, f.yama = 1;
	check_words(f, "although kedge has CAP_SYS_PTRACE: a security module", "apparmor=unconfined");
	f.filtered = true;
	check_words(f, "although kedge has CAP_SYS_PTRACE: a seccomp filter", "seccomp=unconfined");
	/* Whatever it may do in its own namespace. */
	f.same_namespace = f.host = false;
	check_words(f, "another user namespace", "run kedge on the host");
	f.able = false;
	check_words(f, "another user namespace", "--cap-add SYS_PTRACE");
	/* From the host it is a matter of rights. */
	f.host = true, f.same_user = false, f.owner = 1000, f.self = 1001;
	check_words(f, "belongs to user 1000, kedge runs as 1001", "sudo");
}

static void facts(void **state)
{
	struct kg_permit_facts f = kg_permit_facts(root, getpid());

	(void)state;
	assert_int_equal(f.yama, -1);
	assert_true(f.same_user && f.same_namespace);
	assert_int_equal(f.owner, getuid());
	put("/proc/sys/kernel/yama/ptrace_scope", "2\n");
	f = kg_permit_facts(root, getpid());
	assert_int_equal(f.yama, 2);
}

/* What the kernel is asked for, and that its answer ends a wait. */
static void notice(void **state)
{
	struct kg_cgroup_memory m = {.current = MIB, .max = 100 * MIB};
	struct kg_notice n = KG_NOTICE_NONE;
	char path[2048], text[1024] = "", *line;
	eventfd_t count;
	FILE *f;
	int fd;

	(void)state;
	snprintf(m.path, sizeof(m.path), "%s/app", root);
	kg_notice_set(&n, &m, 60 * MIB);
	assert_false(kg_notice_covers(&n, &m)); /* there are no such files: version 2 */
	kg_notice_deinit(&n);

	put("/app/memory.usage_in_bytes", "1048576\n");
	put("/app/cgroup.event_control", "");
	kg_notice_set(&n, &m, 60 * MIB);
	assert_true(n.fd >= 0 && kg_notice_covers(&n, &m));
	snprintf(path, sizeof(path), "%s/cgroup.event_control", m.path);
	f = fopen(path, "r");
	assert_non_null(f);
	assert_true(fread(text, 1, sizeof(text) - 1, f) > 0);
	fclose(f);
	assert_int_equal(strtol(text, &line, 10), n.fd);
	strtol(line, &line, 10);
	assert_int_equal(strncmp(line, " 62914560", 9), 0);
	assert_non_null(strstr(text, "65536000")); /* a sixteenth of the 40 MiB on */

	assert_int_equal(eventfd_write(n.fd, 1), 0);
	kg_notice_wait(&n, 60);
	assert_int_equal(eventfd_read(n.fd, &count), -1); /* taken: it was not the time that ended the wait */

	fd = n.fd;
	kg_notice_set(&n, &m, 60 * MIB);
	assert_int_equal(n.fd, fd);
	m.reclaimable = 50 * MIB;
	assert_false(kg_notice_covers(&n, &m));
	m.max = 50 * MIB;
	kg_notice_set(&n, &m, 60 * MIB); /* past it already */
	assert_int_equal(n.fd, -1);
	kg_notice_deinit(&n);
}

/* Whatever was granted, it is as before afterwards. */
static void hurry(void **state)
{
	int policy = sched_getscheduler(0), nice = getpriority(PRIO_PROCESS, 0);
	struct kg_hurry before;

	(void)state;
	for (int kind = KG_HURRY_COPY; kind <= KG_HURRY_WATCH; kind++) {
		kg_hurry_begin(&before, kind);
		kg_hurry_end(&before);
		assert_int_equal(sched_getscheduler(0), policy);
		assert_int_equal(getpriority(PRIO_PROCESS, 0), nice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(version_2, begin, end),
		cmocka_unit_test_setup_teardown(version_2_high, begin, end),
		cmocka_unit_test_setup_teardown(version_1, begin, end),
		cmocka_unit_test_setup_teardown(both_versions, begin, end),
		cmocka_unit_test_setup_teardown(version_2_above, begin, end),
		cmocka_unit_test_setup_teardown(same_container, begin, end),
		cmocka_unit_test_setup_teardown(second_container, begin, end),
		cmocka_unit_test_setup_teardown(hosts_cgroups, begin, end),
		cmocka_unit_test_setup_teardown(second_container_version_1, begin, end),
		cmocka_unit_test_setup_teardown(cgroup_changes, begin, end),
		cmocka_unit_test_setup_teardown(strange_mounts, begin, end),
		cmocka_unit_test_setup_teardown(no_cgroup, begin, end),
		cmocka_unit_test_setup_teardown(notice, begin, end),
		cmocka_unit_test_setup_teardown(pids, begin, end),
		cmocka_unit_test_setup_teardown(pressure, begin, end),
		cmocka_unit_test_setup_teardown(limits, begin, end),
		cmocka_unit_test(words),
		cmocka_unit_test(hurry),
		cmocka_unit_test_setup_teardown(facts, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
