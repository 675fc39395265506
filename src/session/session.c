#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/meter.h"
#include "live/permit.h"
#include "session/plugins.h"
#include "session/session_priv.h"

bool kg_session_live(const char *target, pid_t *ret)
{
	return kg_capture_target(target, ret) && access(target, F_OK) != 0;
}

/* What says where the files of a live process are. */
struct places {
	char sysroot[64], map_files[64];
};

/* Copies the process and opens the copy. */
static struct kg_error *open_live(struct kg_session *s, struct kg_process_options *process, struct places *places)
{
	const struct kg_capture_options opts = {
		.with_buffers = s->options.with_buffers,
		.fork = s->options.fork,
		.urgent = s->options.urgent,
		.urgent_arg = s->options.urgent_arg,
		.told = s->options.told,
		.progress = s->progress,
	};
	struct kg_capture c;
	struct kg_error *err = kg_capture_create(s->live_pid, &opts, &c);

	if (err)
		return err;
	s->core_fd = c.fd;
	s->other_root = c.other_root;
	err = kg_image_open_fd(c.fd, s->options.target, &s->image);
	if (err)
		return err;
	s->image->mtime_s = s->image->live.time_s;
	if (c.other_root && !process->sysroot) {
		snprintf(places->sysroot, sizeof(places->sysroot), "/proc/%d/root", (int)s->live_pid);
		process->sysroot = places->sysroot;
	}
	snprintf(places->map_files, sizeof(places->map_files), "/proc/%d/map_files", (int)s->live_pid);
	process->map_files = places->map_files;
	return NULL;
}

/* The name may be of no process. */
static struct kg_error *check_target(const char *target)
{
	if (strncmp(target, "pid:", 4) == 0 && access(target, F_OK) != 0)
		return kg_error_create(KG_ERR_TARGET, "%s: a process is named by its number, as in pid:1234", target);
	return NULL;
}

static struct kg_error *open_target(struct kg_session *s)
{
	struct kg_image_options image = {.progress = s->progress};
	struct kg_process_options process = {
		.exe = s->options.exe,
		.sysroot = s->options.sysroot,
		.debug_dir = s->options.debug_dir,
		.no_dwarf = s->options.no_dwarf,
		.cache = !s->options.no_cache,
		.progress = s->progress,
	};
	const struct kg_plugins *plugins = s->options.plugins;
	const char *const *wanted = NULL;
	struct places places;
	size_t nwanted = 0;
	struct kg_error *err;

	if (kg_session_live(s->options.target, &s->live_pid)) {
		err = open_live(s, &process, &places);
	} else {
		err = check_target(s->options.target);
		if (!err)
			err = kg_image_open_core(s->options.target, &image, &s->image);
	}
	if (err || s->options.copy_only)
		return err;
	err = kg_process_create(s->image, &process, &s->process);
	if (!err && s->options.spare)
		err = kg_image_spare(s->image, s->options.spare);
	if (!err)
		err = kg_heap_wanted_structs(plugins ? plugins->groups : NULL, plugins ? plugins->n : 0, &wanted, &nwanted);
	if (!err)
		err = kg_runtime_create(s->process, wanted, nwanted, s->options.python, &s->runtime);
	free((void *)wanted);
	return err;
}

static struct kg_error *open_heap(struct kg_session *s)
{
	const struct kg_plugins *plugins = s->options.plugins;
	struct kg_heap_options heap = {.threads = s->options.threads, .no_emulator = s->options.no_emulator,
				       .plugins = plugins ? plugins->groups : NULL, .nplugins = plugins ? plugins->n : 0,
				       .counts = s->options.counts, .progress = s->progress};
	struct kg_error *err = kg_heap_open(s->runtime, &heap, &s->heap);

	if (!err)
		s->heap->redact = s->options.redact;
	return err;
}

struct kg_error *kg_session_open(const struct kg_session_options *opts, struct kg_session **ret)
{
	struct kg_session *s = calloc(1, sizeof(*s));
	struct kg_error *err;
	double start = kg_meter_seconds();

	if (!s || (err = kg_session_results_create(s))) {
		free(s);
		return kg_error_nomem();
	}
	s->options = *opts;
	s->core_fd = -1;
	s->progress = opts->progress ? opts->progress : kg_progress_create(opts->quiet);
	err = open_target(s);
	/* Files of a process with a root of its own are seen only by who may trace it. */
	if (!err && s->live_pid && s->options.drop_rights && !s->other_root)
		kg_permit_keep(KG_PERMIT_FILES);
	s->open_seconds = kg_meter_seconds() - start;
	s->open_peak_bytes = kg_meter_anonymous_bytes();
	if (!err)
		err = kg_progress_check(s->progress);
	if (!err && !s->options.copy_only)
		err = open_heap(s);
	kg_progress_clear(s->progress);
	if (err)
		kg_session_destroy(s);
	else
		*ret = s;
	return err;
}

struct kg_error *kg_session_read(struct kg_session *s)
{
	return s->heap ? kg_heap_read(s->heap) : NULL; /* NULL: a copy that is not to be read */
}

struct kg_error *kg_session_create(const struct kg_session_options *opts, struct kg_session **ret)
{
	struct kg_session *s;
	struct kg_error *err = kg_session_open(opts, &s);

	if (err)
		return err;
	err = kg_session_read(s);
	if (err)
		kg_session_destroy(s);
	else
		*ret = s;
	return err;
}

void kg_session_lane(const struct kg_session *s, struct kg_progress *progress, struct kg_session *ret)
{
	*ret = *s;
	ret->progress = progress;
}

void kg_session_destroy(struct kg_session *s)
{
	if (!s)
		return;
	kg_session_results_destroy(s);
	kg_heap_destroy(s->heap);
	kg_runtime_destroy(s->runtime);
	kg_process_destroy(s->process);
	kg_image_destroy(s->image);
	if (s->core_fd >= 0)
		close(s->core_fd);
	if (!s->options.progress)
		kg_progress_destroy(s->progress);
	free(s);
}

static size_t modules_without_file(const struct kg_process *p, bool mismatch)
{
	size_t n = 0;

	for (size_t i = 0; i < p->nmodules; i++)
		n += p->modules[i].state == (mismatch ? KG_MODULE_MISMATCH : KG_MODULE_MISSING);
	return n;
}

static void say_modules(const struct kg_session *s, bool mismatch, struct kg_strbuf *sb)
{
	size_t n = modules_without_file(s->process, mismatch);

	if (n == 0)
		return;
	kg_strbuf_count(sb, n, "mapped file is", "mapped files are");
	kg_strbuf_puts(sb, mismatch ? " another build on this machine: use --sysroot"
				    : " not on this machine: use --sysroot");
}

/* A second CPython has objects of its own, of which nothing is in this reading. */
static void say_pythons(const struct kg_session *s, struct kg_strbuf *sb)
{
	const struct kg_runtime *rt = s->runtime;

	for (uint32_t i = 0; i < rt->npythons; i++) {
		if (rt->pythons[i].read || !rt->pythons[i].live)
			continue;
		kg_strbuf_puts(sb, sb->len ? "; " : "not read is ");
		kg_python_name(&rt->pythons[i], sb);
		if (rt->pythons[i].why)
			kg_strbuf_printf(sb, ": %s", rt->pythons[i].why);
		else
			kg_strbuf_printf(sb, ", which this process has too: --python %u reads it", i + 1);
	}
}

/* A version or build that nobody told this kedge of: what is said of it may be wrong. */
static void say_unknown(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (s->runtime->unknown)
		kg_strbuf_puts(sb, s->runtime->unknown);
}

static void say_damage(const struct kg_session *s, struct kg_strbuf *sb)
{
	const struct kg_damages *d = &s->image->damage;

	if (d->count > 0)
		kg_strbuf_count(sb, d->count, "place", NULL);
	if (d->count > 0)
		kg_strbuf_puts(sb, " could not be read");
	if (d->count > 0 && d->kept > 0)
		kg_strbuf_printf(sb, ", the first: %s", d->items[0].text);
}

static void say_truncated(const struct kg_session *s, struct kg_strbuf *sb)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < s->image->ngaps; i++) {
		if (s->image->gaps[i].truncated)
			bytes += s->image->gaps[i].end - s->image->gaps[i].start;
	}
	if (bytes > 0)
		kg_strbuf_printf(sb, "the core is cut short, %llu bytes of memory are missing",
				 (unsigned long long)bytes);
}

static void say_collecting(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (!s->heap->collectable_known)
		kg_strbuf_printf(sb, "%s: what gc.collect() would free is not known", kg_heap_unknown_garbage(s->heap));
}

/* A running interpreter has one at least: without them no frame's variables are known. */
static void say_threads(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (s->runtime->ninterps > 0 && s->runtime->nthreads == 0)
		kg_strbuf_puts(sb, "no thread's state can be read: what frames hold counts as held by C code");
}

static void say_blocked(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (s->image->live.blocked > 0)
		kg_strbuf_count(sb, s->image->live.blocked, "thread was", "threads were");
	if (s->image->live.blocked > 0)
		kg_strbuf_puts(sb, " in an uninterruptible system call: what the kernel, or a vfork() child, wrote meanwhile "
				   "may be half there");
}

static void say_negative(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (s->heap->negative > 0)
		kg_strbuf_count(sb, s->heap->negative, "object has more references than its reference count says",
				"objects have more references than their reference counts say");
}

static void add_mib(uint64_t bytes, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "%.1f MiB", (double)bytes / (1 << 20));
}

void kg_session_say_live(const struct kg_session *s, struct kg_strbuf *sb)
{
	const struct kg_live *l = &s->image->live;

	if (!l->known || !s->live_pid)
		return;
	kg_strbuf_printf(sb, "%s stood still for %.3f s; ", s->options.target, l->pause_seconds);
	add_mib(l->copied_bytes, sb);
	kg_strbuf_printf(sb, " %s", l->forked ? "copied from a fork" : "copied");
	if (l->payload_bytes > 0) {
		kg_strbuf_puts(sb, ", ");
		add_mib(l->payload_bytes, sb);
		kg_strbuf_puts(sb, " of payload left out (--with-buffers takes it)");
	}
}

bool kg_session_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb)
{
	for (size_t kind = 0; kind < 10; kind++) {
		size_t before = sb->len;

		switch (kind) {
		case 0:
			say_unknown(s, sb);
			break;
		case 1:
			say_truncated(s, sb);
			break;
		case 2:
			say_modules(s, false, sb);
			break;
		case 3:
			say_modules(s, true, sb);
			break;
		case 4:
			say_damage(s, sb);
			break;
		case 5:
			say_collecting(s, sb);
			break;
		case 6:
			say_threads(s, sb);
			break;
		case 7:
			say_blocked(s, sb);
			break;
		case 8:
			say_pythons(s, sb);
			break;
		default:
			say_negative(s, sb);
			break;
		}
		if (sb->len == before)
			continue;
		if (i-- == 0)
			return true;
		sb->len = before;
		sb->text[before] = '\0';
	}
	return false;
}

void kg_session_say_complete(const struct kg_session *s, struct kg_strbuf *sb)
{
	size_t unchecked = 0, by_functions = 0;

	for (size_t i = 0; i < s->process->nmodules; i++) {
		unchecked += s->process->modules[i].state == KG_MODULE_UNCHECKED;
		by_functions += s->process->modules[i].by_functions;
	}
	kg_strbuf_printf(sb, "complete: nothing damaged, all %zu mapped files matched", s->process->nmodules);
	if (by_functions > 0)
		kg_strbuf_printf(sb, ", %zu of them without a build-id by where their functions are", by_functions);
	if (unchecked > 0)
		kg_strbuf_printf(sb, ", %zu of them without a build-id by size and headers alone", unchecked);
}
