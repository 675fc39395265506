#include "config.h"

#include "live/watch.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/grow.h"
#include "live/memory.h"
#include "live/proc.h"

#define PSS_SECONDS 0.1
/* A process that has no limit of its own may set one with its next system call, and be there soon after. */
#define ROOM_UNKNOWN ((uint64_t)32 << 20)
#define RATE_HALVES 1.0 /* seconds in which it is forgotten how fast a process grew: between two looks it may not have run at all */

static void add_mib(struct kg_strbuf *sb, uint64_t bytes)
{
	kg_strbuf_printf(sb, "%.1f MiB", (double)bytes / (1 << 20));
}

/* State, parent and start of a process: /proc/PID/stat, whose second field may hold anything. */
static bool read_stat(pid_t pid, char *state, pid_t *parent, uint64_t *start)
{
	char text[1024], *p;
	unsigned long long ticks = 0;
	int ppid = 0;

	if (kg_proc_read(pid, "stat", text, sizeof(text)) <= 0 || !(p = strrchr(text, ')')))
		return false;
	if (sscanf(p + 1, " %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", state, &ppid,
		   &ticks) != 3)
		return false;
	*parent = ppid;
	*start = ticks;
	return true;
}

static uint64_t read_rss(pid_t pid)
{
	unsigned long long pages = 0;
	char text[256];

	if (kg_proc_read(pid, "statm", text, sizeof(text)) <= 0 || sscanf(text, "%*u %llu", &pages) != 1)
		return 0;
	return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static void remember(struct kg_watched *w, double now, double within)
{
	size_t last = (w->npast + KG_WATCH_POINTS - 1) % KG_WATCH_POINTS;

	if (w->npast > 0 && now - w->past[last].at < within / KG_WATCH_POINTS)
		return;
	w->past[w->npast % KG_WATCH_POINTS].at = now;
	w->past[w->npast % KG_WATCH_POINTS].rss = w->rss;
	w->npast++;
}

bool kg_watched_look(struct kg_watched *w, double now, double within)
{
	uint64_t start, rss = w->rss;
	pid_t parent;
	char state;

	if (!read_stat(w->pid, &state, &parent, &start) || state == 'Z' || state == 'X' ||
	    (w->start_ticks && start != w->start_ticks))
		return false;
	w->start_ticks = start;
	w->rss = read_rss(w->pid);
	if (w->looked > 0 && now > w->looked) {
		double rate = w->rss > rss ? (double)(w->rss - rss) / (now - w->looked) : 0;

		w->rate = fmax(rate, w->rate * exp2((w->looked - now) / RATE_HALVES));
		w->rated = true;
	}
	w->looked = now;
	remember(w, now, within);
	return true;
}

/* What it had least of within the time. */
static uint64_t least_within(const struct kg_watched *w, double now, double within)
{
	size_t n = w->npast < KG_WATCH_POINTS ? w->npast : KG_WATCH_POINTS;
	uint64_t least = w->rss;

	for (size_t i = 0; i < n; i++) {
		if (now - w->past[i].at <= within && w->past[i].rss < least)
			least = w->past[i].rss;
	}
	return least;
}

static void lessen(uint64_t *left, uint64_t bytes, uint64_t line)
{
	uint64_t n = bytes < line ? line - bytes : 0;

	if (n < *left)
		*left = n;
}

static bool crossed_bytes(const char *name, uint64_t bytes, uint64_t line, struct kg_watch_room *room, struct kg_strbuf *why)
{
	if (line == 0)
		return false;
	lessen(&room->to_line, bytes, line);
	if (bytes < line)
		return false;
	kg_strbuf_printf(why, "%s ", name);
	add_mib(why, bytes);
	kg_strbuf_puts(why, ", the line is ");
	add_mib(why, line);
	return true;
}

/* Part of a limit: the words go on after what has that limit. */
static bool crossed_part(uint64_t used, uint64_t max, double percent, struct kg_watch_room *room)
{
	uint64_t line = (uint64_t)((double)max * percent / 100);

	lessen(&room->to_line, used, line);
	lessen(&room->to_last_line, used, line);
	lessen(&room->to_limit, used, max);
	return used >= line;
}

static void add_part(struct kg_strbuf *why, uint64_t used, uint64_t max, double percent)
{
	kg_strbuf_puts(why, " has ");
	add_mib(why, used);
	kg_strbuf_puts(why, " of ");
	add_mib(why, max);
	kg_strbuf_printf(why, ", the line is %g %%", percent);
}

static bool crossed_cgroup(struct kg_watched *w, double percent, struct kg_watch_room *room, struct kg_strbuf *why)
{
	struct kg_cgroup_memory m;

	if (percent == 0 || !kg_cgroup_memory(&w->view, &m) || m.max == 0)
		return false;
	room->cgroup = m;
	if (!crossed_part(m.current - m.reclaimable, m.max, percent, room))
		return false;
	kg_strbuf_puts(why, "cgroup ");
	kg_strbuf_escape(why, m.path, strlen(m.path));
	add_part(why, m.current - m.reclaimable, m.max, percent);
	if (m.high)
		kg_strbuf_puts(why, " of memory.high");
	return true;
}

static bool crossed_rlimit(pid_t pid, double percent, struct kg_watch_room *room, struct kg_strbuf *why)
{
	struct kg_limit l;

	if (percent == 0)
		return false;
	if (!kg_memory_limits("", pid, &l)) {
		lessen(&room->to_last_line, 0, ROOM_UNKNOWN);
		return false;
	}
	if (!crossed_part(l.current, l.max, percent, room))
		return false;
	kg_strbuf_printf(why, "%s", l.name);
	add_part(why, l.current, l.max, percent);
	return true;
}

static bool crossed_pressure(struct kg_watched *w, double percent, bool pressed, struct kg_strbuf *why)
{
	struct kg_pressure p;

	if (percent == 0 || !kg_memory_pressure(&w->view, &p) || (p.some < percent && !pressed))
		return false;
	kg_strbuf_printf(why, "memory pressure %.2f %%", p.some);
	if (p.some < percent)
		kg_strbuf_printf(why, " and rising, in the last %d s above", KG_PRESSURE_SECONDS);
	else
		kg_strbuf_puts(why, ", the line is");
	kg_strbuf_printf(why, " %g %%", percent);
	return true;
}

static uint64_t pss(struct kg_watched *w, double now)
{
	if (w->pss_looked == 0 || now - w->pss_looked >= PSS_SECONDS) {
		w->pss = kg_memory_pss(w->pid);
		w->pss_looked = now;
	}
	return w->pss;
}

/* A container's own namespace shows its own cgroups alone. */
static void add_unseen(struct kg_watched *w, struct kg_strbuf *words)
{
	const char *hidden = kg_cgroup_memory_hidden(&w->view);

	if (!hidden) {
		kg_strbuf_puts(words, ", no memory limit of a cgroup of it is to be seen here");
		return;
	}
	kg_strbuf_puts(words, ", --cgroup does not see its cgroup ");
	kg_strbuf_escape(words, hidden, strlen(hidden));
	kg_strbuf_puts(words, " from here: run kedge on the host, or in a container that has the host's cgroups (-v "
			      "/sys/fs/cgroup:/sys/fs/cgroup:ro)");
}

void kg_watched_blind(struct kg_watched *w, const struct kg_watch_lines *lines, struct kg_strbuf *words)
{
	struct kg_cgroup_memory m;
	struct kg_pressure p;
	struct kg_limit l;

	if (lines->cgroup > 0 && (!kg_cgroup_memory(&w->view, &m) || m.max == 0))
		add_unseen(w, words);
	if (lines->rlimit > 0 && !kg_memory_limits("", w->pid, &l))
		kg_strbuf_puts(words, ", it has no limit of its own");
	if (lines->pressure > 0 && !kg_memory_pressure(&w->view, &p))
		kg_strbuf_puts(words, ", the kernel tells of no memory pressure");
}

bool kg_watched_crossed(struct kg_watched *w, const struct kg_watch_lines *lines, double now, struct kg_watch_room *room,
			struct kg_strbuf *why)
{
	uint64_t least;

	if (crossed_cgroup(w, lines->cgroup, room, why) || crossed_rlimit(w->pid, lines->rlimit, room, why) ||
	    crossed_bytes("rss", w->rss, lines->rss, room, why) ||
	    (lines->pss && crossed_bytes("pss", pss(w, now), lines->pss, room, why)) ||
	    crossed_pressure(w, lines->pressure, lines->pressed, why))
		return true;
	least = least_within(w, now, lines->within);
	if (!crossed_bytes("growth", w->rss - least, lines->growth, room, why))
		return false;
	kg_strbuf_printf(why, " within %g s", lines->within);
	return true;
}

uint64_t kg_watched_to_limit(struct kg_watched *w, const struct kg_watch_lines *lines)
{
	struct kg_cgroup_memory m;
	uint64_t left = UINT64_MAX;
	struct kg_limit l;

	if (lines->cgroup > 0 && kg_cgroup_memory(&w->view, &m) && m.max > 0)
		lessen(&left, m.current - m.reclaimable, m.max);
	if (lines->rlimit > 0 && kg_memory_limits("", w->pid, &l))
		lessen(&left, l.current, l.max);
	return left;
}

double kg_watched_until(const struct kg_watched *w, uint64_t bytes)
{
	double rate = w->rated ? w->rate : KG_WATCH_FASTEST;

	return rate > 0 && bytes < UINT64_MAX ? (double)bytes / rate : INFINITY;
}

struct kg_error *kg_family_add(struct kg_family *f, pid_t pid)
{
	struct kg_error *err = kg_grow(&f->items, &f->cap, f->n, sizeof(*f->items));

	if (!err)
		f->items[f->n++] = (struct kg_watched){.pid = pid, .view = KG_CGROUP_VIEW("", pid)};
	return err;
}

static bool is_in(const struct kg_family *f, pid_t pid)
{
	for (size_t i = 0; i < f->n; i++) {
		if (f->items[i].pid == pid)
			return true;
	}
	return false;
}

/* Children of members, until a pass over all processes finds no more. */
struct kg_error *kg_family_grow(struct kg_family *f)
{
	struct kg_error *err = NULL;
	bool more = true;

	while (more && !err) {
		DIR *dir = opendir("/proc");
		struct dirent *e;

		more = false;
		while (dir && !err && (e = readdir(dir)) != NULL) {
			pid_t pid = atoi(e->d_name), parent;
			uint64_t start;
			char state;

			if (pid <= 0 || is_in(f, pid) || !read_stat(pid, &state, &parent, &start) || state == 'Z' ||
			    !is_in(f, parent))
				continue;
			err = kg_family_add(f, pid);
			more = true;
		}
		if (dir)
			closedir(dir);
	}
	return err;
}

void kg_family_deinit(struct kg_family *f)
{
	free(f->items);
	*f = (struct kg_family){0};
}
