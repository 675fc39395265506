/* Sources: Linux Documentation/admin-guide/cgroup-v1/memory.rst, 9. Memory thresholds; accounting/psi.rst. */
#include "config.h"

#include "live/notice.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define STEPS 16

static void end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int open_in(const char *folder, const char *name, int flags)
{
	char path[KG_CGROUP_PATH + 64];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return open(path, flags | O_CLOEXEC);
}

static bool add_step(int control, int event, int usage, uint64_t bytes)
{
	char text[80];
	int len = snprintf(text, sizeof(text), "%d %d %llu", event, usage, (unsigned long long)bytes);

	return write(control, text, (size_t)len) == len;
}

/* @return an eventfd, -1 where any of it is refused */
static int listen_to(const char *folder, uint64_t line, uint64_t max)
{
	int control = open_in(folder, "cgroup.event_control", O_WRONLY);
	int usage = control >= 0 ? open_in(folder, "memory.usage_in_bytes", O_RDONLY) : -1;
	int event = usage >= 0 ? eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK) : -1;
	bool good = event >= 0;

	for (uint64_t i = 0; i < STEPS && good; i++)
		good = add_step(control, event, usage, line + (max - line) / STEPS * i);
	if (!good && event >= 0) {
		close(event);
		event = -1;
	}
	if (usage >= 0)
		close(usage);
	if (control >= 0)
		close(control);
	return event;
}

bool kg_notice_set(struct kg_notice *n, const struct kg_cgroup_memory *m, uint64_t line)
{
	if (n->line == line && n->max == m->max && strcmp(n->path, m->path) == 0)
		return false;
	end(&n->fd);
	n->line = line;
	n->max = m->max;
	memcpy(n->path, m->path, sizeof(n->path));
	if (line < m->max)
		n->fd = listen_to(m->path, line, m->max);
	return n->fd >= 0;
}

bool kg_notice_covers(const struct kg_notice *n, const struct kg_cgroup_memory *m)
{
	return n->fd >= 0 && n->max == m->max && strcmp(n->path, m->path) == 0 &&
	       m->reclaimable < (m->max - n->line) / STEPS;
}

void kg_notice_set_pressure(struct kg_notice *n, struct kg_cgroup_view *v, double percent)
{
	end(&n->pressure);
	n->pressure = kg_memory_pressure_trigger(v, percent);
}

bool kg_notice_wait(struct kg_notice *n, double seconds)
{
	const struct timespec nap = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
	/* One below zero is passed over. */
	struct pollfd p[] = {{.fd = n->fd, .events = POLLIN}, {.fd = n->pressure, .events = POLLPRI}};
	eventfd_t count;

	if (ppoll(p, KG_ARRAY_SIZE(p), &nap, NULL) <= 0)
		return false;
	if (p[0].revents)
		(void)eventfd_read(n->fd, &count);
	if (p[1].revents & POLLERR) /* the cgroup is gone, and would be told of without end */
		end(&n->pressure);
	return (p[1].revents & (POLLPRI | POLLERR)) == POLLPRI;
}

void kg_notice_deinit(struct kg_notice *n)
{
	end(&n->fd);
	end(&n->pressure);
	*n = (struct kg_notice)KG_NOTICE_NONE;
}
