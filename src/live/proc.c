#include "config.h"

#include "live/proc.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/grow.h"

#define PF_KTHREAD 0x00200000 /* Linux include/linux/sched.h */

ssize_t kg_proc_file(const char *path, char *buf, size_t cap)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = 0;
	ssize_t n = 0;

	if (fd < 0)
		return -1;
	while (len + 1 < cap) {
		n = read(fd, buf + len, cap - 1 - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
	}
	close(fd);
	buf[len] = '\0';
	return n < 0 ? -1 : (ssize_t)len;
}

ssize_t kg_proc_read(pid_t pid, const char *name, char *buf, size_t cap)
{
	char path[128];

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, name);
	return kg_proc_file(path, buf, cap);
}

int64_t kg_proc_number(const char *path)
{
	char text[64], *end;
	long long v;

	if (kg_proc_file(path, text, sizeof(text)) <= 0)
		return -1;
	v = strtoll(text, &end, 10);
	return end == text || v < 0 ? -1 : v;
}

/* The whole of /proc/PID/maps; its size is not known before. */
static struct kg_error *read_text(pid_t pid, char **ret)
{
	size_t cap = 1 << 16, len = 0;
	char path[64], *text = malloc(cap);
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/maps", (int)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || !text) {
		free(text);
		if (fd < 0)
			return kg_error_os(errno, "pid:%d: its memory map cannot be read", (int)pid);
		close(fd);
		return kg_error_nomem();
	}
	for (;;) {
		ssize_t n = read(fd, text + len, cap - 1 - len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
		if (cap - len < cap / 4) {
			char *more = realloc(text, cap *= 2);

			if (!more) {
				free(text);
				close(fd);
				return kg_error_nomem();
			}
			text = more;
		}
	}
	close(fd);
	text[len] = '\0';
	*ret = text;
	return NULL;
}

/* "start-end rwxp offset major:minor inode   path"; @return what follows the line */
static char *parse_line(char *p, struct kg_vma *v)
{
	char *line = strchrnul(p, '\n'), *next = *line ? line + 1 : line;
	unsigned long major, minor;

	*line = '\0';
	*v = (struct kg_vma){.start = strtoull(p, &p, 16)};
	v->end = *p ? strtoull(p + 1, &p, 16) : 0;
	if (strlen(p) < 6)
		return next;
	v->flags = (p[1] == 'r' ? KG_VMA_READ : 0) | (p[2] == 'w' ? KG_VMA_WRITE : 0) |
		   (p[3] == 'x' ? KG_VMA_EXEC : 0) | (p[4] == 's' ? KG_VMA_SHARED : 0);
	v->offset = strtoull(p + 5, &p, 16);
	major = strtoul(p, &p, 16);
	minor = *p ? strtoul(p + 1, &p, 16) : 0;
	v->dev = makedev(major, minor);
	v->inode = strtoull(p, &p, 10);
	v->path = p + strspn(p, " ");
	return next;
}

struct kg_error *kg_maps_read(pid_t pid, struct kg_maps *ret)
{
	struct kg_maps m = {0};
	struct kg_error *err = read_text(pid, &m.text);
	size_t cap = 0;
	char *p;

	if (err)
		return err;
	for (p = m.text; *p && !err;) {
		err = kg_grow(&m.items, &cap, m.n, sizeof(*m.items));
		if (err)
			break;
		p = parse_line(p, &m.items[m.n]);
		m.n += m.items[m.n].end > m.items[m.n].start;
	}
	if (!err && m.n == 0)
		err = kg_error_create(KG_ERR_TARGET, "pid:%d: it has no memory (any more): it is ending, or of the kernel",
				      (int)pid);
	if (err)
		kg_maps_deinit(&m);
	else
		*ret = m;
	return err;
}

void kg_maps_deinit(struct kg_maps *m)
{
	free(m->items);
	free(m->text);
	*m = (struct kg_maps){0};
}

const struct kg_vma *kg_maps_find(const struct kg_maps *m, kg_addr addr)
{
	size_t lo = 0, hi = m->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->items[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < m->n && m->items[lo].start <= addr ? &m->items[lo] : NULL;
}

static void status_line(struct kg_proc_status *s, const char *key, const char *value)
{
	unsigned long long kib = strtoull(value, NULL, 10);

	if (strcmp(key, "Name") == 0)
		snprintf(s->name, sizeof(s->name), "%s", value);
	else if (strcmp(key, "State") == 0)
		s->state = value[0];
	else if (strcmp(key, "Tgid") == 0)
		s->tgid = (pid_t)kib;
	else if (strcmp(key, "PPid") == 0)
		s->ppid = (pid_t)kib;
	else if (strcmp(key, "TracerPid") == 0)
		s->tracer = (pid_t)kib;
	else if (strcmp(key, "Uid") == 0)
		sscanf(value, "%u %u %u", &s->uid[0], &s->uid[1], &s->uid[2]);
	else if (strcmp(key, "Gid") == 0)
		sscanf(value, "%u %u %u", &s->gid[0], &s->gid[1], &s->gid[2]);
	else if (strcmp(key, "VmRSS") == 0)
		s->rss_bytes = kib << 10;
	else if (strcmp(key, "VmSwap") == 0)
		s->swap_bytes = kib << 10;
	else if (strcmp(key, "VmPTE") == 0)
		s->page_table_bytes = kib << 10;
	else if (strcmp(key, "Threads") == 0)
		s->threads = (unsigned int)kib;
	else if (strcmp(key, "Seccomp") == 0)
		s->seccomp = (int)kib;
	else if (strcmp(key, "CapPrm") == 0)
		s->cap_permitted = strtoull(value, NULL, 16);
}

/* Fields 9 (flags) and 22 (start time) of stat; the name before them may hold anything. */
static void read_stat(pid_t pid, struct kg_proc_status *s)
{
	char text[1024], *p;
	unsigned int flags = 0;
	unsigned long long start = 0;

	if (kg_proc_read(pid, "stat", text, sizeof(text)) <= 0 || !(p = strrchr(text, ')')))
		return;
	sscanf(p + 1, " %*c %*d %*d %*d %*d %*d %u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &flags,
	       &start);
	s->kernel_thread = flags & PF_KTHREAD;
	s->start_ticks = start;
}

bool kg_proc_status(pid_t pid, struct kg_proc_status *ret)
{
	char text[8192], *save = NULL;

	*ret = (struct kg_proc_status){0};
	if (kg_proc_read(pid, "status", text, sizeof(text)) <= 0)
		return false;
	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *colon = strchr(line, ':');

		if (!colon)
			continue;
		*colon = '\0';
		status_line(ret, line, colon + 1 + strspn(colon + 1, " \t"));
	}
	read_stat(pid, ret);
	return ret->state != 0;
}

struct kg_error *kg_proc_threads(pid_t pid, pid_t **ret, size_t *ret_n)
{
	struct kg_error *err = NULL;
	pid_t *tids = NULL;
	size_t n = 0, cap = 0;
	struct dirent *e;
	char path[64];
	DIR *dir;

	snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	dir = opendir(path);
	while (dir && !err && (e = readdir(dir)) != NULL) {
		if (e->d_name[0] < '0' || e->d_name[0] > '9')
			continue;
		err = kg_grow(&tids, &cap, n, sizeof(*tids));
		if (!err)
			tids[n++] = atoi(e->d_name);
	}
	if (dir)
		closedir(dir);
	if (err)
		free(tids);
	else
		*ret = tids, *ret_n = n;
	return err;
}

char kg_proc_thread_state(pid_t pid, pid_t tid)
{
	char name[64], text[1024], *p;

	snprintf(name, sizeof(name), "task/%d/stat", (int)tid);
	if (kg_proc_read(pid, name, text, sizeof(text)) <= 0 || !(p = strrchr(text, ')')) || p[1] != ' ')
		return 0;
	return p[2];
}

/* Are both the same file? true when one cannot be looked at: nothing is to be gained by it then. */
static bool same_file(const char *path, pid_t pid, const char *name)
{
	char other_path[64];
	struct stat own, other;

	snprintf(other_path, sizeof(other_path), "/proc/%d/%s", (int)pid, name);
	if (stat(path, &own) != 0 || stat(other_path, &other) != 0)
		return true;
	return own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

bool kg_proc_same_root(pid_t pid)
{
	/* With mounts of its own it may see other files below the same root. */
	return same_file("/", pid, "root") && same_file("/proc/self/ns/mnt", pid, "ns/mnt");
}
