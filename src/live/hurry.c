#define _GNU_SOURCE /* dl_iterate_phdr */
#include "config.h"

#include "live/hurry.h"

#include <errno.h>
#include <link.h>
#include <sched.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SHORT_TURN_NS 100000 /* the least there is */
#define NICE_HURRY (-15) /* where real time is refused and this is not */

/* Linux include/uapi/linux/sched/types.h, as of its first version. */
struct attributes {
	uint32_t size, policy;
	uint64_t flags;
	int32_t nice;
	uint32_t priority;
	uint64_t runtime, deadline, period;
};

static id_t own_id(void)
{
	return (id_t)syscall(SYS_gettid);
}

/* @ns: how long a turn is, 0: as for any other. A kernel before 6.12 takes it and does nothing. */
static void set_turn(uint64_t ns)
{
	struct attributes a = {.size = sizeof(a)};

	if (syscall(SYS_sched_getattr, 0, &a, sizeof(a), 0) != 0 || a.policy != SCHED_OTHER)
		return;
	a.size = sizeof(a);
	a.runtime = ns;
	(void)syscall(SYS_sched_setattr, 0, &a, 0);
}

void kg_hurry_begin(struct kg_hurry *h, enum kg_hurry_kind kind)
{
	const struct sched_param least = {.sched_priority = sched_get_priority_min(SCHED_RR) + (kind == KG_HURRY_WATCH)};
	struct sched_param before = {0};

	h->policy = sched_getscheduler(0);
	sched_getparam(0, &before);
	h->priority = before.sched_priority;
	errno = 0;
	h->nice = getpriority(PRIO_PROCESS, own_id());
	prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0); /* short naps are to be short */
	if (sched_setscheduler(0, SCHED_RR, &least) == 0)
		return;
	/* Refused to those who may not. */
	(void)setpriority(PRIO_PROCESS, own_id(), NICE_HURRY);
	set_turn(SHORT_TURN_NS);
}

void kg_hurry_end(const struct kg_hurry *h)
{
	const struct sched_param before = {.sched_priority = h->priority};

	if (h->policy >= 0)
		(void)sched_setscheduler(0, h->policy, &before);
	(void)setpriority(PRIO_PROCESS, own_id(), h->nice);
	set_turn(0);
	prctl(PR_SET_TIMERSLACK, 0, 0, 0, 0);
}

static bool is_named(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');

	return strncmp(slash ? slash + 1 : path, name, strlen(name)) == 0;
}

static int stay(struct dl_phdr_info *file, size_t size, void *seen)
{
	bool *program_seen = seen;

	(void)size;
	/* The program comes first, whatever its name. */
	if (*program_seen && !is_named(file->dlpi_name, "libc."))
		return 0;
	*program_seen = true;
	for (unsigned int i = 0; i < file->dlpi_phnum; i++) {
		const ElfW(Phdr) *h = &file->dlpi_phdr[i];

		if (h->p_type == PT_LOAD && !(h->p_flags & PF_W))
			(void)mlock((const void *)(file->dlpi_addr + h->p_vaddr), h->p_memsz);
	}
	return 0;
}

void kg_hurry_stay(void)
{
	bool program_seen = false;

	dl_iterate_phdr(stay, &program_seen);
}
