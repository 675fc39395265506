/*
 * Sources: Linux Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst,
 * accounting/psi.rst, filesystems/proc.rst.
 */
#include "config.h"

#include "live/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "live/proc.h"

#define V1_NO_LIMIT ((uint64_t)1 << 60) /* version 1 writes the largest number for "none" */

/* The number after "key" at the start of a line. */
static bool keyed(const char *text, const char *key, uint64_t *ret)
{
	size_t len = strlen(key);

	for (const char *line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		if (strncmp(line, key, len) == 0 && (line[len] == ' ' || line[len] == ':')) {
			*ret = strtoull(line + len + 1, NULL, 10);
			return true;
		}
	}
	return false;
}

uint64_t kg_memory_available(void)
{
	char text[8192];
	uint64_t kib;

	if (kg_proc_file("/proc/meminfo", text, sizeof(text)) <= 0 || !keyed(text, "MemAvailable", &kib))
		return UINT64_MAX;
	return kib << 10;
}

uint64_t kg_memory_pss(pid_t pid)
{
	char text[4096];
	uint64_t kib;

	if (kg_proc_read(pid, "smaps_rollup", text, sizeof(text)) <= 0 || !keyed(text, "Pss", &kib))
		return 0;
	return kib << 10;
}

/* The number in a file of @folder; "max" and what is as good as that give @none. */
static uint64_t number_in(const char *folder, const char *name, uint64_t none)
{
	char path[KG_CGROUP_PATH + 64], text[64];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (kg_proc_file(path, text, sizeof(text)) <= 0 || text[0] < '0' || text[0] > '9')
		return none;
	return strtoull(text, NULL, 10);
}

static uint64_t reclaimable(const char *folder, bool v2)
{
	char path[KG_CGROUP_PATH + 64], text[16384];
	uint64_t bytes;

	snprintf(path, sizeof(path), "%s/memory.stat", folder);
	if (kg_proc_file(path, text, sizeof(text)) <= 0 || !keyed(text, v2 ? "inactive_file" : "total_inactive_file", &bytes))
		return 0;
	return bytes;
}

static struct kg_cgroup_memory memory_in(const char *folder, bool v2)
{
	struct kg_cgroup_memory m = {0};
	uint64_t high;

	snprintf(m.path, sizeof(m.path), "%s", folder);
	m.current = number_in(folder, v2 ? "memory.current" : "memory.usage_in_bytes", 0);
	m.max = number_in(folder, v2 ? "memory.max" : "memory.limit_in_bytes", 0);
	if (m.max >= V1_NO_LIMIT)
		m.max = 0;
	high = v2 ? number_in(folder, "memory.high", 0) : 0;
	m.high = high > 0 && (m.max == 0 || high < m.max);
	if (m.high)
		m.max = high;
	m.reclaimable = reclaimable(folder, v2);
	if (m.reclaimable > m.current)
		m.reclaimable = m.current;
	return m;
}

static bool nearer(const struct kg_cgroup_memory *a, const struct kg_cgroup_memory *b)
{
	if (!a->max || !b->max)
		return a->max && !b->max;
	return (double)(a->current - a->reclaimable) / (double)a->max > (double)(b->current - b->reclaimable) / (double)b->max;
}

static bool memory_of(struct kg_cgroup_view *v, bool v2, struct kg_cgroup_memory *ret)
{
	const char *usage = v2 ? "memory.current" : "memory.usage_in_bytes";
	struct kg_cgroup *c = &v->memory[v2];
	char folder[KG_CGROUP_PATH];

	kg_cgroup_find(v->root, v->pid, v2 ? "" : "memory", usage, c);
	if (c->sight != KG_CGROUP_SEEN)
		return false;
	*ret = memory_in(c->folder, v2);
	/* A limit may stand at any folder above. */
	memcpy(folder, c->folder, sizeof(folder));
	while (kg_cgroup_up(folder, c->top, usage)) {
		struct kg_cgroup_memory above = memory_in(folder, v2);

		if (nearer(&above, ret))
			*ret = above;
	}
	return true;
}

bool kg_cgroup_memory(struct kg_cgroup_view *v, struct kg_cgroup_memory *ret)
{
	return memory_of(v, true, ret) || memory_of(v, false, ret);
}

/* Version 2 has no memory where version 1 has it. */
const char *kg_cgroup_memory_hidden(const struct kg_cgroup_view *v)
{
	const struct kg_cgroup *c = &v->memory[v->memory[0].sight == KG_CGROUP_NONE];

	return c->sight == KG_CGROUP_HIDDEN ? c->path : NULL;
}

static struct kg_cgroup_pids pids_in(const char *folder)
{
	return (struct kg_cgroup_pids){(int64_t)number_in(folder, "pids.current", 0),
				       (int64_t)number_in(folder, "pids.max", UINT64_MAX)};
}

bool kg_cgroup_pids(const char *root, pid_t pid, struct kg_cgroup_pids *ret)
{
	struct kg_cgroup c = {0};

	kg_cgroup_find(root, pid, "", "pids.current", &c);
	if (c.sight != KG_CGROUP_SEEN)
		kg_cgroup_find(root, pid, "pids", "pids.current", &c);
	if (c.sight != KG_CGROUP_SEEN)
		return false;
	*ret = pids_in(c.folder);
	while (kg_cgroup_up(c.folder, c.top, "pids.current")) {
		struct kg_cgroup_pids above = pids_in(c.folder);

		if (above.max >= 0 && (ret->max < 0 || above.max - above.current < ret->max - ret->current))
			*ret = above;
	}
	return true;
}

static bool parse_pressure(const char *path, struct kg_pressure *ret)
{
	char text[512], *full;

	*ret = (struct kg_pressure){0};
	if (kg_proc_file(path, text, sizeof(text)) <= 0 || sscanf(text, "some avg10=%lf", &ret->some) != 1)
		return false;
	full = strstr(text, "full avg10=");
	if (full)
		sscanf(full, "full avg10=%lf", &ret->full);
	return true;
}

/* The cgroup's file, which version 2 has whatever controllers are switched on, or the machine's. */
static void pressure_path(struct kg_cgroup_view *v, bool machine, char *ret, size_t cap)
{
	if (!machine)
		kg_cgroup_find(v->root, v->pid, "", "memory.pressure", &v->pressure);
	if (!machine && v->pressure.sight == KG_CGROUP_SEEN)
		snprintf(ret, cap, "%s/memory.pressure", v->pressure.folder);
	else
		snprintf(ret, cap, "%s/proc/pressure/memory", v->root);
}

bool kg_memory_pressure(struct kg_cgroup_view *v, struct kg_pressure *ret)
{
	char path[KG_CGROUP_PATH + 64];

	pressure_path(v, false, path, sizeof(path));
	if (parse_pressure(path, ret))
		return true;
	pressure_path(v, true, path, sizeof(path));
	return parse_pressure(path, ret);
}

/* The cgroup's file takes the order from whoever may write there; the machine's, from an administrator. */
int kg_memory_pressure_trigger(struct kg_cgroup_view *v, double percent)
{
	char path[KG_CGROUP_PATH + 64], order[64];
	int n, fd;

	pressure_path(v, false, path, sizeof(path));
	fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return -1;
	n = snprintf(order, sizeof(order), "some %.0f %d", percent / 100 * KG_PRESSURE_SECONDS * 1e6, KG_PRESSURE_SECONDS * 1000000);
	if (write(fd, order, (size_t)n + 1) == n + 1)
		return fd;
	close(fd);
	return -1;
}

/* "Max address space         1048576  unlimited  bytes", the soft limit */
static bool limit_of(const char *limits, const char *name, uint64_t *ret)
{
	const char *line = strstr(limits, name);
	char *end;

	if (!line)
		return false;
	line += strlen(name);
	*ret = strtoull(line, &end, 10);
	return end != line && *ret > 0; /* "unlimited" is no number */
}

bool kg_memory_limits(const char *root, pid_t pid, struct kg_limit *ret)
{
	static const struct {
		const char *limit, *line, *name;
	} kinds[] = {{"Max address space", "VmSize", "address space"}, {"Max data size", "VmData", "data"}};
	char limits[8192], status[8192], path[512];
	bool found = false;

	snprintf(path, sizeof(path), "%s/proc/%d/limits", root, (int)pid);
	if (kg_proc_file(path, limits, sizeof(limits)) <= 0)
		return false;
	snprintf(path, sizeof(path), "%s/proc/%d/status", root, (int)pid);
	if (kg_proc_file(path, status, sizeof(status)) <= 0)
		return false;
	for (size_t i = 0; i < KG_ARRAY_SIZE(kinds); i++) {
		struct kg_limit l = {.name = kinds[i].name};

		if (!limit_of(limits, kinds[i].limit, &l.max) || !keyed(status, kinds[i].line, &l.current))
			continue;
		l.current <<= 10; /* KiB */
		if (!found || (double)l.current / (double)l.max > (double)ret->current / (double)ret->max)
			*ret = l;
		found = true;
	}
	return found;
}
