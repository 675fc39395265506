#include "session/session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/meter.h"
#include "session/session_priv.h"

/* A live process is named as such, unless a file has that name. */
static struct kg_error *check_target(const char *target)
{
	if (strncmp(target, "pid:", 4) == 0 && access(target, F_OK) != 0)
		return kg_error_create(KG_ERR_TARGET,
				       "%s: live processes are not supported by this version; take a core with gcore "
				       "and open that",
				       target);
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
		.progress = s->progress,
	};
	const char *const *wanted = NULL;
	size_t nwanted = 0;
	struct kg_error *err = check_target(s->options.target);

	if (!err)
		err = kg_image_open_core(s->options.target, &image, &s->image);
	if (!err)
		err = kg_process_create(s->image, &process, &s->process);
	if (!err)
		err = kg_heap_wanted_structs(&wanted, &nwanted);
	if (!err)
		err = kg_runtime_create(s->process, wanted, nwanted, &s->runtime);
	free((void *)wanted);
	return err;
}

static struct kg_error *read_heap(struct kg_session *s)
{
	struct kg_heap_options heap = {.threads = s->options.threads, .no_plugins = s->options.no_plugins,
				       .progress = s->progress};
	struct kg_error *err = kg_heap_create(s->runtime, &heap, &s->heap);

	if (!err)
		s->heap->redact = s->options.redact;
	return err;
}

struct kg_error *kg_session_create(const struct kg_session_options *opts, struct kg_session **ret)
{
	struct kg_session *s = calloc(1, sizeof(*s));
	struct kg_error *err;
	double start = kg_meter_seconds();

	if (s)
		s->results = calloc(1, sizeof(*s->results));
	if (!s || !s->results) {
		free(s);
		return kg_error_nomem();
	}
	kg_session_results_init(s->results);
	s->options = *opts;
	s->progress = opts->progress ? opts->progress : kg_progress_create(opts->quiet);
	err = open_target(s);
	s->open_seconds = kg_meter_seconds() - start;
	s->open_peak_bytes = kg_meter_anonymous_bytes();
	if (!err)
		err = read_heap(s);
	kg_progress_clear(s->progress);
	if (err)
		kg_session_destroy(s);
	else
		*ret = s;
	return err;
}

void kg_session_destroy(struct kg_session *s)
{
	if (!s)
		return;
	kg_session_results_deinit(s->results);
	free(s->results);
	kg_heap_destroy(s->heap);
	kg_runtime_destroy(s->runtime);
	kg_process_destroy(s->process);
	kg_image_destroy(s->image);
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

	if (n > 0)
		kg_strbuf_printf(sb,
				 mismatch ? "%zu mapped file(s) are another build on this machine: use --sysroot"
					  : "%zu mapped file(s) are not on this machine: use --sysroot",
				 n);
}

static void say_damage(const struct kg_session *s, struct kg_strbuf *sb)
{
	const struct kg_damages *d = &s->image->damage;

	if (d->count > 0)
		kg_strbuf_printf(sb, "%llu place(s) could not be read", (unsigned long long)d->count);
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
		kg_strbuf_puts(sb, "the core was taken inside a collection: what gc.collect() would free is not known");
}

static void say_negative(const struct kg_session *s, struct kg_strbuf *sb)
{
	if (s->heap->negative > 0)
		kg_strbuf_printf(sb, "%llu object(s) have more references than their reference count says",
				 (unsigned long long)s->heap->negative);
}

bool kg_session_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb)
{
	for (size_t kind = 0; kind < 6; kind++) {
		size_t before = sb->len;

		switch (kind) {
		case 0:
			say_truncated(s, sb);
			break;
		case 1:
			say_modules(s, false, sb);
			break;
		case 2:
			say_modules(s, true, sb);
			break;
		case 3:
			say_damage(s, sb);
			break;
		case 4:
			say_collecting(s, sb);
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
