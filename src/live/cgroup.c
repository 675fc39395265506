/*
 * Sources: cgroup_namespaces(7); proc_pid_mountinfo(5); Linux fs/kernfs/dir.c, kernfs_path_from_node(), which makes the
 * paths.
 */
#include "config.h"

#include "live/cgroup.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/meter.h"
#include "live/proc.h"

#define RETRY_SECONDS 1.0 /* after a cgroup was not to be seen */
#define MOUNTS_MAX 65536  /* lines that are read of a process's mounts */
#define FOLDERS_MAX 16384 /* that are looked into for one whose name cannot be told */
#define LEVELS_MAX 16

/* A line of mountinfo, as far as it tells of a hierarchy of cgroups; within the line. */
struct mount {
	dev_t dev;
	const char *top; /* the cgroup that is mounted */
	const char *at;
};

/* What is looked for, and where it is tried. */
struct search {
	pid_t pid;
	const char *controller, *path;
	const char *prefix; /* of mount points: below it they are as the list has them */
	char folder[KG_CGROUP_PATH];
	size_t at; /* length of what is the mount point of .folder */
	unsigned int folders;
};

/* The path of the process's cgroup of a version 1 controller, or of version 2 with @controller "". */
static bool cgroup_line(const char *root, pid_t pid, const char *controller, char *ret, size_t cap)
{
	char text[16384], file[512], *save = NULL;

	snprintf(file, sizeof(file), "%s/proc/%d/cgroup", root, (int)pid);
	if (kg_proc_file(file, text, sizeof(text)) <= 0)
		return false;
	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *names = strchr(line, ':'), *path = names ? strchr(names + 1, ':') : NULL, *save_name = NULL;
		bool is = path && !*controller && path == names + 1;

		if (!path)
			continue;
		*path++ = '\0';
		for (char *name = strtok_r(names + 1, ",", &save_name); name && *controller && !is;
		     name = strtok_r(NULL, ",", &save_name))
			is = strcmp(name, controller) == 0;
		if (is)
			return (size_t)snprintf(ret, cap, "%s", path) < cap;
	}
	return false;
}

/* mountinfo writes space, tab, newline and backslash as three octal digits. */
static void unescape(char *s)
{
	char *to = s;

	for (; *s; s++, to++) {
		unsigned int c;

		*to = *s;
		if (*s == '\\' && strspn(s + 1, "01234567") >= 3 && sscanf(s + 1, "%3o", &c) == 1) {
			*to = (char)c;
			s += 3;
		}
	}
	*to = '\0';
}

static bool has_option(char *options, const char *name)
{
	char *save = NULL;

	for (char *o = strtok_r(options, ",\n", &save); o; o = strtok_r(NULL, ",\n", &save)) {
		if (strcmp(o, name) == 0)
			return true;
	}
	return false;
}

/* "36 35 0:30 /top /at rw,relatime shared:1 - cgroup cgroup rw,memory" */
static bool parse_mount(char *line, const char *controller, struct mount *m)
{
	char *rest = strstr(line, " - "), *save = NULL, *fields[5], *type, *options;
	unsigned int major, minor;

	if (!rest)
		return false;
	*rest = '\0';
	type = strtok_r(rest + 3, " \n", &save);
	strtok_r(NULL, " \n", &save);
	options = strtok_r(NULL, " \n", &save);
	if (!type || strcmp(type, *controller ? "cgroup" : "cgroup2") != 0 ||
	    (*controller && (!options || !has_option(options, controller))))
		return false;
	save = NULL;
	for (size_t i = 0; i < KG_ARRAY_SIZE(fields); i++) {
		fields[i] = strtok_r(i ? NULL : line, " ", &save);
		if (!fields[i])
			return false;
	}
	if (sscanf(fields[2], "%u:%u", &major, &minor) != 2)
		return false;
	unescape(fields[3]);
	unescape(fields[4]);
	*m = (struct mount){makedev(major, minor), fields[3], fields[4]};
	return true;
}

/* How many levels above the namespace's root a path begins; @ret: what follows, "" or "/a/b" */
static unsigned int levels_up(const char *path, const char **ret)
{
	unsigned int n = 0;

	for (; strncmp(path, "/..", 3) == 0 && (path[3] == '/' || !path[3]); path += 3)
		n++;
	*ret = strcmp(path, "/") == 0 ? "" : path;
	return n;
}

/* Is the process in the cgroup of this folder? One of version 2 with threads of their own does not tell. */
static bool has_process(const char *folder, pid_t pid)
{
	char path[KG_CGROUP_PATH + 16], *line = NULL;
	bool has = false;
	size_t cap = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/cgroup.procs", folder);
	f = fopen(path, "re");
	if (!f)
		return false;
	errno = 0;
	while (!has && getline(&line, &cap, f) > 0)
		has = atoi(line) == (int)pid;
	has |= errno == EOPNOTSUPP;
	free(line);
	fclose(f);
	return has;
}

/* Of the file system that is mounted there, and no other that lies over it; a container's root may have anything in that place. */
static bool is_it(struct search *s, const struct mount *m)
{
	struct stat st;

	return stat(s->folder, &st) == 0 && S_ISDIR(st.st_mode) && st.st_dev == m->dev && has_process(s->folder, s->pid);
}

static bool add_path(struct search *s, size_t len, const char *more)
{
	return (size_t)snprintf(s->folder + len, sizeof(s->folder) - len, "%s", more) < sizeof(s->folder) - len;
}

/* The next folder below .folder[0, len), whose name is added. */
static bool next_folder(struct search *s, DIR *dir, size_t len)
{
	struct dirent *e;

	while ((e = readdir(dir)) != NULL) {
		if (e->d_type != DT_DIR || e->d_name[0] == '.' || s->folders++ >= FOLDERS_MAX)
			continue;
		s->folder[len] = '/';
		if (add_path(s, len + 1, e->d_name))
			return true;
	}
	return false;
}

/*
 * What is mounted begins @levels above what the path begins with, and the names between are those of this process's own
 * cgroups, which its namespace hides: all folders there are tried.
 */
static bool try_all(struct search *s, const struct mount *m, unsigned int levels, const char *rest)
{
	size_t len[LEVELS_MAX + 1] = {s->at};
	DIR *dirs[LEVELS_MAX] = {0};
	unsigned int depth = 0;
	bool found = false;

	if (levels > LEVELS_MAX)
		return false;
	dirs[0] = opendir(s->folder);
	while (!found && (depth > 0 || dirs[0])) {
		if (!dirs[depth] || !next_folder(s, dirs[depth], len[depth])) {
			if (dirs[depth])
				closedir(dirs[depth]);
			dirs[depth] = NULL;
			if (depth-- == 0)
				break;
			continue;
		}
		len[depth + 1] = strlen(s->folder);
		if (depth + 1 < levels)
			dirs[++depth] = opendir(s->folder);
		else
			found = add_path(s, len[depth + 1], rest) && is_it(s, m);
	}
	for (unsigned int i = 0; i < levels; i++) {
		if (dirs[i])
			closedir(dirs[i]);
	}
	return found;
}

/* @guess: also where names are not to be told. */
static bool try_mount(struct search *s, const struct mount *m, bool guess)
{
	const char *top, *path;
	unsigned int top_up = levels_up(m->top, &top), up = levels_up(s->path, &path);
	size_t len = strlen(top);

	if (!add_path(s, 0, s->prefix) || !add_path(s, strlen(s->prefix), strcmp(m->at, "/") == 0 ? "" : m->at))
		return false;
	s->at = strlen(s->folder);
	if (top_up > up)
		return guess && !*top && try_all(s, m, top_up - up, path);
	return !guess && top_up == up && strncmp(path, top, len) == 0 && (path[len] == '/' || !path[len]) &&
	       add_path(s, s->at, path + len) && is_it(s, m);
}

/* @list: a file as /proc/PID/mountinfo; @prefix: where it is the root */
static bool try_mounts(struct search *s, const char *list, const char *prefix, bool guess)
{
	char *line = NULL;
	bool found = false;
	struct mount m;
	size_t cap = 0;
	FILE *f = fopen(list, "re");

	s->prefix = prefix;
	for (unsigned int i = 0; f && i < MOUNTS_MAX && !found && getline(&line, &cap, f) > 0; i++)
		found = parse_mount(line, s->controller, &m) && try_mount(s, &m, guess);
	free(line);
	if (f)
		fclose(f);
	return found;
}

static bool has_file(const char *folder, const char *name)
{
	char path[KG_CGROUP_PATH + 64];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return access(path, R_OK) == 0;
}

static enum kg_cgroup_sight look(struct search *s, const char *root, const char *name)
{
	char own[512], list[512], theirs[512];

	snprintf(own, sizeof(own), "%s/proc/self/mountinfo", root);
	snprintf(list, sizeof(list), "%s/proc/%d/mountinfo", root, (int)s->pid);
	snprintf(theirs, sizeof(theirs), "%s/proc/%d/root", root, (int)s->pid);
	/* Own ones show more of what is above, where a limit may stand too. */
	if (!try_mounts(s, own, root, false) && !try_mounts(s, own, root, true) && !try_mounts(s, list, theirs, false) &&
	    !try_mounts(s, list, theirs, true))
		return KG_CGROUP_HIDDEN;
	/* A controller may be switched on further up alone. */
	while (!has_file(s->folder, name)) {
		char *slash = strrchr(s->folder + s->at, '/');

		if (!slash)
			return KG_CGROUP_BARE;
		*slash = '\0';
	}
	return KG_CGROUP_SEEN;
}

void kg_cgroup_find(const char *root, pid_t pid, const char *controller, const char *name, struct kg_cgroup *c)
{
	double now = kg_meter_seconds();
	char path[KG_CGROUP_PATH];
	struct search s = {.pid = pid, .controller = controller, .path = path};

	if (!cgroup_line(root, pid, controller, path, sizeof(path))) {
		c->sight = KG_CGROUP_NONE;
		return;
	}
	if (strcmp(path, c->path) == 0 && ((c->sight == KG_CGROUP_SEEN && has_file(c->folder, name)) ||
					   (c->sight != KG_CGROUP_NONE && c->sight != KG_CGROUP_SEEN &&
					    now - c->looked < RETRY_SECONDS)))
		return;
	memcpy(c->path, path, sizeof(path));
	c->looked = now;
	c->sight = look(&s, root, name);
	memcpy(c->folder, s.folder, sizeof(c->folder));
	c->top = s.at;
}

bool kg_cgroup_up(char *folder, size_t top, const char *name)
{
	char *slash = strrchr(folder + top, '/');

	if (!slash)
		return false;
	*slash = '\0';
	return has_file(folder, name);
}
