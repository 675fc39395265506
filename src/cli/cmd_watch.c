/* kedge watch: a snapshot by itself, before the kernel's OOM killer comes, which leaves no core. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/meter.h"
#include "cli/command.h"
#include "live/hurry.h"
#include "live/notice.h"
#include "live/permit.h"
#include "live/turn.h"
#include "live/watch.h"
#include "report/cells.h"
#include "report/json.h"
#include "session/snapshot.h"

#define OUTPUT_DEFAULT "kedge.%p.%n.core"
#define LOOK_LEAST_SECONDS 0.002
#define CHILDREN_SECONDS 0.1 /* all processes are looked through for them */
#define NEAR ((uint64_t)64 << 20) /* that it may be through in a few turns of the scheduler */
#define NEAR_SECONDS 0.5

static struct kg_error *check(const struct kg_args *a)
{
	pid_t pid;

	if (!kg_session_live(a->target, &pid))
		return kg_error_create(KG_ERR_USAGE, "%s: kedge watch takes a live process, as pid:1234", a->target);
	if (!a->rss && !a->pss && !a->growth && a->cgroup == 0 && a->pressure == 0 && a->rlimit == 0)
		return kg_error_create(KG_ERR_USAGE,
				       "no line is given: --rss, --pss, --cgroup, --rlimit, --pressure or --growth");
	return NULL;
}

struct watch {
	const struct kg_args *args;
	struct kg_watch_lines lines;
	struct kg_family family;
	struct kg_notice notice; /* of the cgroup that was nearest to its limit, and of pressure */
	double next; /* seconds from now in which a line may be crossed */
	double grown; /* kg_meter_seconds() when the family was last looked for */
	double took; /* seconds, the last look without what was saved meanwhile */
	struct kg_hurry before; /* a look must not come too late on a busy machine */
	FILE *out;
};

/* One line an event: "2026-01-31T12:00:00Z pid 4242: words"; with --json an object. Never lost in a buffer. */
static struct kg_error *tell(const struct watch *w, pid_t pid, const char *event, const char *words, const char *path,
			     const struct kg_live *live)
{
	time_t now = time(NULL);
	struct kg_error *err = NULL;
	struct tm tm;
	char stamp[40];

	gmtime_r(&now, &tm);
	strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%SZ", &tm);
	if (w->args->json) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "time", kg_json_text(stamp));
		kg_json_set(row, "pid", kg_json_i64(pid));
		kg_json_set(row, "event", kg_json_text(event));
		kg_json_set(row, "text", kg_json_text(words));
		kg_json_set(row, "path", path ? kg_json_text(path) : kg_json_null());
		kg_json_set(row, "pause_seconds", live ? kg_json_real(live->pause_seconds) : kg_json_null());
		err = kg_json_write(row, false, w->out);
	} else {
		fprintf(w->out, "%s pid %d: %s\n", stamp, (int)pid, words);
	}
	fflush(w->out);
	return err;
}

/* %p: process, %n: number of its snapshot, %t: seconds since 1970, %%: % */
static void name_output(const char *pattern, const struct kg_watched *t, struct kg_strbuf *sb)
{
	for (const char *p = pattern; *p; p++) {
		if (*p != '%' || !p[1]) {
			kg_strbuf_putc(sb, *p);
			continue;
		}
		switch (*++p) {
		case 'p':
			kg_strbuf_printf(sb, "%d", (int)t->pid);
			break;
		case 'n':
			kg_strbuf_printf(sb, "%llu", (unsigned long long)t->taken + 1);
			break;
		case 't':
			kg_strbuf_printf(sb, "%lld", (long long)time(NULL));
			break;
		case '%':
			kg_strbuf_putc(sb, '%');
			break;
		default:
			kg_strbuf_putc(sb, '%');
			kg_strbuf_putc(sb, *p);
		}
	}
}

/* A process on its way to a limit, while its snapshot is made ready. */
struct approach {
	struct kg_watched *process;
	const struct kg_watch_lines *lines;
	uint64_t room; /* at first, UINT64_MAX: there is no limit */
	bool held;     /* it had to stop before all was ready */
};

/* No guess at how long making ready takes on this machine: it is stopped while there is room for a late look. */
static bool must_stop(void *arg)
{
	struct approach *a = arg;
	uint64_t left = kg_watched_to_limit(a->process, a->lines);

	a->held = left < NEAR || left < a->room - a->room / 4 || kg_watched_until(a->process, left) < NEAR_SECONDS;
	return a->held;
}

static struct kg_error *save(struct watch *w, struct approach *way, const char *output, struct kg_live *live,
			     struct kg_snapshot_done *done)
{
	const struct kg_args *a = w->args;
	const struct kg_snapshot_options opts = {
		.output = output, .zstd = a->zstd, .python_only = a->python_only, .redact = a->redact};
	char target[32];
	struct kg_session_options session = kg_cli_session_options(a, target);
	struct kg_hurry watching;
	struct kg_session *s = NULL;
	struct kg_error *err;

	snprintf(target, sizeof(target), "pid:%d", (int)way->process->pid);
	session.redact = false;
	session.quiet = true;
	session.copy_only = !a->python_only && !a->redact;
	/* Who may be gone in a moment is copied ahead of all others, the rest waits its turn. */
	if (way->room < UINT64_MAX) {
		session.urgent = must_stop;
		session.urgent_arg = way;
		kg_hurry_begin(&watching, KG_HURRY_COPY);
	} else {
		kg_hurry_end(&w->before);
	}
	err = kg_session_open(&session, &s);
	kg_hurry_end(&w->before);
	if (!err)
		err = kg_session_read(s);
	if (!err) {
		*live = s->image->live;
		err = kg_snapshot_check(&opts, live->copied_bytes);
	}
	if (!err)
		err = kg_snapshot_write(s->core_fd, s->image, s->heap, &opts, done);
	kg_session_destroy(s);
	kg_hurry_begin(&w->before, KG_HURRY_WATCH);
	return err;
}

/* A snapshot that fails is told and counts as none; the interval holds nevertheless. */
static struct kg_error *take(struct watch *w, struct kg_watched *t, uint64_t to_limit, const char *why)
{
	struct approach way = {t, &w->lines, to_limit, false};
	struct kg_strbuf name = {0}, words = {0}, path = {0};
	struct kg_snapshot_done done = {0};
	struct kg_live live = {0};
	double began = kg_meter_seconds();
	struct kg_error *err, *told;

	name_output(w->args->output ? w->args->output : OUTPUT_DEFAULT, t, &name);
	kg_strbuf_escape(&path, kg_strbuf_text(&name), name.len);
	err = name.failed ? kg_error_nomem() : save(w, &way, kg_strbuf_text(&name), &live, &done);
	kg_strbuf_printf(&words, "%s: ", why);
	if (err) {
		kg_strbuf_puts(&words, "no snapshot: ");
		kg_strbuf_escape(&words, err->text, strlen(err->text));
	} else {
		t->taken++;
		kg_strbuf_printf(&words, "snapshot %s, ", kg_strbuf_text(&path));
		kg_cell_bytes(&words, done.bytes);
		kg_strbuf_printf(&words, ", stood still %.3f s", live.pause_seconds);
		if (way.held)
			kg_strbuf_puts(&words, " (stopped at once, its limit being near)");
		if (live.payload_bytes > 0) {
			kg_strbuf_puts(&words, ", ");
			kg_cell_bytes(&words, live.payload_bytes);
			kg_strbuf_puts(&words, " of payload left out");
		}
	}
	told = tell(w, t->pid, err ? "failed" : "snapshot", kg_strbuf_text(&words), err ? NULL : kg_strbuf_text(&path),
		    err ? NULL : &live);
	kg_error_destroy(err);
	kg_strbuf_deinit(&name);
	kg_strbuf_deinit(&words);
	kg_strbuf_deinit(&path);
	t->last = kg_meter_seconds();
	w->took -= t->last - began;
	return told;
}

static bool may_take(const struct watch *w, const struct kg_watched *t, double now)
{
	return t->taken < w->args->times && (t->last == 0 || now - t->last >= w->args->interval);
}

/* A line of the whole cgroup concerns the largest of the family. */
static struct kg_watched *largest(struct kg_family *f)
{
	struct kg_watched *best = &f->items[0];

	for (size_t i = 1; i < f->n; i++) {
		if (f->items[i].rss > best->rss)
			best = &f->items[i];
	}
	return best;
}

/*
 * When a line may be crossed: by how fast it grew of late. Where a limit is behind the line that may be too late, for
 * a process that begins to grow; then by how fast one can, unless the kernel will tell.
 */
static void plan_next(struct watch *w, const struct kg_watched *t, const struct kg_watch_room *room)
{
	const struct kg_cgroup_memory *m = &room->cgroup;

	w->next = fmin(w->next, kg_watched_until(t, room->to_line));
	if (m->max > 0 && kg_notice_set(&w->notice, m, (uint64_t)((double)m->max * w->lines.cgroup / 100)))
		w->next = 0;
	if (room->to_last_line < UINT64_MAX && (w->lines.rlimit > 0 || !kg_notice_covers(&w->notice, m)))
		w->next = fmin(w->next, (double)room->to_last_line / KG_WATCH_FASTEST);
}

static struct kg_error *look_at(struct watch *w, struct kg_watched *t, bool shared, double now)
{
	struct kg_watch_room room = KG_WATCH_ROOM;
	struct kg_watch_lines lines = w->lines;
	struct kg_strbuf why = {0};
	struct kg_error *err = NULL;

	if (!shared)
		lines.cgroup = lines.pressure = 0;
	if (!may_take(w, t, now))
		return NULL;
	if (kg_watched_crossed(t, &lines, now, &room, &why))
		err = take(w, t, room.to_limit, kg_strbuf_text(&why));
	else
		plan_next(w, t, &room);
	kg_strbuf_deinit(&why);
	return err;
}

/* What it is that cannot be seen is said at once: a line that is never crossed looks like one that is far away. */
static struct kg_error *begin(const struct watch *w, struct kg_watched *t)
{
	struct kg_strbuf words = {0};
	struct kg_error *err;

	kg_strbuf_puts(&words, "is watched");
	kg_watched_blind(t, &w->lines, &words);
	err = tell(w, t->pid, "watching", kg_strbuf_text(&words), NULL, NULL);
	kg_strbuf_deinit(&words);
	return err;
}

/* @ret_over: the process that was named has ended, or all snapshots are taken */
static struct kg_error *look(struct watch *w, bool *ret_over)
{
	double now = kg_meter_seconds();
	struct kg_error *err = NULL;
	size_t n = 0;

	w->took = 0;
	if (w->args->tree && (w->grown == 0 || now - w->grown >= CHILDREN_SECONDS)) {
		err = kg_family_grow(&w->family);
		w->grown = now;
	}

	for (size_t i = 0; i < w->family.n && !err; i++) {
		struct kg_watched *t = &w->family.items[i];

		if (!kg_watched_look(t, now, w->lines.within)) {
			err = tell(w, t->pid, "ended", "it has ended", NULL, NULL);
			*ret_over |= i == 0;
			continue;
		}
		if (!t->seen)
			err = begin(w, t);
		t->seen = true;
		if (n != i)
			w->family.items[n] = *t;
		n++;
	}
	w->family.n = n;
	w->next = INFINITY;
	for (size_t i = 0; i < n && !err && !*ret_over; i++)
		err = look_at(w, &w->family.items[i], &w->family.items[i] == largest(&w->family), now);
	if (!w->args->tree && n > 0 && w->family.items[0].taken >= w->args->times)
		*ret_over = true;
	w->took += kg_meter_seconds() - now;
	return err;
}

/*
 * Until the next look: sooner when a line may be crossed before, or the kernel tells so. It looks ahead of all others, so
 * it rests as long as it looked: to a machine with one processor half of that is left, however many processes are watched.
 */
static void rest(struct watch *w, double every)
{
	double seconds = fmin(every, fmax(w->next / 2, LOOK_LEAST_SECONDS));
	struct kg_notice nothing = KG_NOTICE_NONE;

	kg_notice_wait(&nothing, w->took); /* a cgroup that goes to and fro over a step would wake it without end */
	w->lines.pressed = kg_notice_wait(&w->notice, fmax(seconds - w->took, 0));
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_args *a = cli->args;
	struct watch w = {.args = a, .out = cli->out, .notice = KG_NOTICE_NONE,
			  .lines = {a->rss, a->pss, a->growth, a->within, a->cgroup, a->pressure, a->rlimit, false}};
	double every = a->every > 0 ? a->every : a->pss ? 1 : 0.1;
	struct kg_turn turn = {.told = kg_cli_say_waiting};
	struct kg_error *err;
	bool over = false;
	pid_t pid;

	if (cli->session) /* of the explorer, which would wait for it */
		return kg_error_create(KG_ERR_USAGE, "kedge watch is for a shell: it ends with the process");
	kg_session_live(a->target, &pid);
	err = kg_turn_await(&turn, pid) ? kg_permit_fit(pid) : kg_permit_check(pid);
	if (!err)
		err = kg_family_add(&w.family, pid);
	if (!err && a->pressure > 0)
		kg_notice_set_pressure(&w.notice, &w.family.items[0].view, a->pressure);
	kg_permit_keep(KG_PERMIT_LOOK);
	kg_hurry_stay();
	kg_hurry_begin(&w.before, KG_HURRY_WATCH);
	while (!err && !over) {
		err = look(&w, &over);
		if (!err && !over)
			rest(&w, every);
	}
	kg_notice_deinit(&w.notice);
	kg_family_deinit(&w.family);
	return err;
}

const struct kg_command kg_command_watch = {
	.name = "watch",
	.summary = "snapshot by itself when memory crosses a line",
	.details = "TARGET is pid:N. Give at least one line; one log line is written for each event. It ends with the process, or\n"
		   "when all snapshots are taken. -o takes a pattern (kedge.%p.%n.core): %p process, %n number, %t seconds\n"
		   "since 1970. Large payload is left out unless --with-buffers is given.",
	.uses = KG_USE_WATCH | KG_USE_SNAPSHOT | KG_USE_OUTPUT,
	.check = check,
	.opens = true,
	.run = run,
};
