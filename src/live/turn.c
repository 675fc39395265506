#include "config.h"

#include "live/turn.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/meter.h"
#include "live/proc.h"

#define NAP_NS 2000000
#define MOMENT_S 0.2
#define PATIENCE_S 2.0
#define PATIENCE_KEDGE_S 60.0 /* for another that copies: on a busy machine, or of a large process, that may take long */

static bool is_kedge(const struct kg_proc_status *tracer)
{
	struct kg_proc_status own;

	return kg_proc_status(getpid(), &own) && strcmp(own.name, tracer->name) == 0;
}

/*
 * Where its memory may be opened it may be traced, and who is refused nevertheless met a tracer that let go in between: the kernel
 * asks the same of both. A seccomp filter of our own may tell them apart.
 */
static bool may_be_traced(pid_t tid)
{
	struct kg_proc_status own;
	char path[64];
	int fd;

	if (!kg_proc_status(getpid(), &own) || own.seccomp != 0)
		return false;
	snprintf(path, sizeof(path), "/proc/%d/mem", (int)tid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static void tell(struct kg_turn *t, pid_t pid, pid_t by, const char *name, double patience)
{
	char line[256];

	if (t->is_told || !t->told || kg_meter_seconds() - t->since < MOMENT_S)
		return;
	t->is_told = true;
	snprintf(line, sizeof(line), "pid:%d: process %d (%s) traces it; waiting for that to end, up to %.0f s", (int)pid, (int)by, name,
		 patience);
	t->told(line);
}

bool kg_turn_wait(struct kg_turn *t, pid_t pid, pid_t tid)
{
	const struct timespec nap = {0, NAP_NS};
	struct kg_proc_status s, tracer = {.name = "unknown"};
	double patience = PATIENCE_KEDGE_S; /* for one that ended meanwhile as well */

	if (!kg_proc_status(tid, &s) || s.state == 'Z' || s.state == 'X' || s.kernel_thread || (!s.tracer && !may_be_traced(tid)))
		return false;
	if (s.tracer && kg_proc_status(s.tracer, &tracer) && !is_kedge(&tracer))
		patience = PATIENCE_S;
	if (t->since == 0)
		t->since = kg_meter_seconds();
	/* Before it gives up: where this process got no processor for all that time nothing was told yet. */
	if (s.tracer)
		tell(t, pid, s.tracer, tracer.name, patience);
	if (kg_meter_seconds() - t->since > patience)
		return false;
	nanosleep(&nap, NULL);
	return true;
}

bool kg_turn_await(struct kg_turn *t, pid_t pid)
{
	struct kg_proc_status s;

	while (kg_proc_status(pid, &s) && s.tracer) {
		if (!kg_turn_wait(t, pid, pid))
			return false;
	}
	return true;
}
