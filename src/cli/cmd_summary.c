#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "analysis/buffers.h"
#include "analysis/cycles.h"
#include "analysis/totals.h"
#include "cli/command.h"
#include "report/cells.h"
#include "report/json.h"

#define TOP_TYPES 4
#define TOP_BUFFERS 2
#define DOUBTS_SHOWN 3
#define UNKNOWN_SHOWN 3
#define BUFFER_MIN (64 << 10)

/* Everything the summary says beside what the session has at hand. */
struct facts {
	struct kg_totals *totals;
	struct kg_cycles *cycles; /* totals only; NULL when the collector's view is not known */
	struct kg_buffers buffers;
	uint64_t frozen;
};

static uint64_t count_frozen(const struct kg_heap *h)
{
	uint64_t n = 0;

	for (kg_node i = 0; i < h->nodes; i++)
		n += kg_heap_place(h, i) == KG_GC_PERMANENT;
	return n;
}

static struct kg_error *gather(const struct kg_cli *cli, struct facts *f)
{
	const struct kg_heap *h = cli->heap;
	struct kg_error *err = kg_totals_create(h, cli->args->threads, cli->progress, &f->totals);

	if (!err && h->collectable_known)
		err = kg_cycles_create(h, false, cli->progress, &f->cycles);
	if (!err)
		err = kg_buffers_create(h, BUFFER_MIN, NULL, false, cli->progress, &f->buffers);
	f->frozen = count_frozen(h);
	return err;
}

static void facts_deinit(struct facts *f)
{
	kg_totals_destroy(f->totals);
	kg_cycles_destroy(f->cycles);
	kg_buffers_deinit(&f->buffers);
}

static const char *layout_source(const struct kg_layout *lay)
{
	static const char *const names[] = {"dwarf", "debug-offsets", "table"};

	return names[lay->source];
}

static void add_version(const struct kg_layout *lay, struct kg_strbuf *sb)
{
	const struct kg_version *v = &lay->version;

	kg_strbuf_printf(sb, "%u.%u.%u", v->major, v->minor, v->micro);
	if (v->level != 0xf) /* alpha 0xa, beta 0xb, candidate 0xc */
		kg_strbuf_printf(sb, "%s%u", v->level == 0xc ? "rc" : v->level == 0xb ? "b" : "a", v->serial);
}

static void add_time(int64_t seconds, struct kg_strbuf *sb)
{
	time_t t = (time_t)seconds;
	struct tm tm;
	char text[40];

	if (gmtime_r(&t, &tm) && strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm))
		kg_strbuf_puts(sb, text);
}

static int64_t garbage_length(const struct kg_heap *h)
{
	int64_t n = 0;

	for (uint32_t i = 0; i < h->rt->ninterps; i++) {
		kg_addr list = h->rt->interps[i].gc.garbage;
		struct kg_obj o;
		struct kg_error *err = list ? kg_heap_object(h, list, &o) : NULL;

		if (list && !err)
			n += kg_obj_size(h, o);
		kg_error_destroy(err);
	}
	return n;
}

static bool unknown(const struct kg_heap *h, const struct kg_type_total *t)
{
	const struct kg_type *native = h->types[t->type]->native;

	return t->objects > 0 && native && !native->ops;
}

static int by_bytes(const void *a, const void *b)
{
	const struct kg_type_total *x = a, *y = b;

	if (x->bytes + x->payload != y->bytes + y->payload)
		return x->bytes + x->payload > y->bytes + y->payload ? -1 : 1;
	return x->type < y->type ? -1 : x->type > y->type;
}

/* JSON */

static struct kg_json *text_json(struct kg_strbuf *sb)
{
	struct kg_json *v = sb->failed ? NULL : kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_deinit(sb);
	return v;
}

static struct kg_json *hostile_json(const char *text)
{
	struct kg_strbuf sb = {0};

	if (!text)
		return kg_json_null();
	kg_strbuf_escape(&sb, text, strlen(text));
	return text_json(&sb);
}

static struct kg_json *source_json(const struct kg_cli *cli)
{
	const struct kg_image *img = cli->heap->image;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	add_time(img->mtime_s, &sb);
	kg_json_set(row, "kind", kg_json_text("core"));
	kg_json_set(row, "path", hostile_json(img->path));
	kg_json_set(row, "format", kg_json_text(img->format));
	kg_json_set(row, "bytes", kg_json_u64(img->file_bytes));
	kg_json_set(row, "time", text_json(&sb));
	kg_json_set(row, "pid", img->pid ? kg_json_i64(img->pid) : kg_json_null());
	kg_json_set(row, "signal", img->signal ? kg_json_i64(img->signal) : kg_json_null());
	kg_json_set(row, "program", hostile_json(img->fname));
	kg_json_set(row, "command", cli->args->redact ? kg_json_null() : hostile_json(img->psargs));
	kg_json_set(row, "threads", kg_json_u64(img->nthreads));
	return row;
}

static struct kg_json *python_json(const struct kg_heap *h)
{
	const struct kg_layout *lay = h->rt->layout;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	add_version(lay, &sb);
	kg_json_set(row, "version", text_json(&sb));
	kg_json_set(row, "implementation", kg_json_text("cpython"));
	kg_json_set(row, "debug", kg_json_bool(lay->debug));
	kg_json_set(row, "free_threaded", kg_json_bool(lay->free_threaded));
	kg_json_set(row, "interpreters", kg_json_u64(h->rt->ninterps));
	kg_json_set(row, "threads", kg_json_u64(h->rt->nthreads));
	return row;
}

static const char *module_state(enum kg_module_state state)
{
	static const char *const names[] = {"matched", "unchecked", "mismatch", "missing"};

	return names[state];
}

static struct kg_json *modules_json(const struct kg_process *p)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < p->nmodules; i++) {
		const struct kg_module *m = &p->modules[i];
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "path", hostile_json(m->path));
		kg_json_set(row, "build_id", m->build_id[0] ? kg_json_text(m->build_id) : kg_json_null());
		kg_json_set(row, "state", kg_json_text(module_state(m->state)));
		kg_json_set(row, "found", hostile_json(m->found));
		kg_json_set(row, "debuginfo", hostile_json(m->debug));
		kg_json_set(row, "note", hostile_json(m->note));
		kg_json_push(list, row);
	}
	return list;
}

static struct kg_json *collectable_json(const struct facts *f)
{
	struct kg_json *row = kg_json_object();
	const struct kg_cycles *c = f->cycles;

	kg_json_set(row, "objects", c ? kg_json_u64(c->nmembers) : kg_json_null());
	kg_json_set(row, "bytes", c ? kg_json_u64(c->bytes) : kg_json_null());
	kg_json_set(row, "freed", c ? kg_json_u64(c->freed) : kg_json_null());
	kg_json_set(row, "freed_objects", c ? kg_json_u64(c->freed_objects) : kg_json_null());
	return row;
}

static struct kg_json *gc_json(const struct kg_heap *h, const struct facts *f)
{
	const struct kg_gc_state *gc = h->rt->ninterps ? &h->rt->interps[0].gc : NULL;
	struct kg_json *row = kg_json_object(), *thresholds = kg_json_array(), *counts = kg_json_array();

	for (unsigned int i = 0; gc && i < KG_GENERATIONS; i++) {
		kg_json_push(thresholds, kg_json_i64(gc->gens[i].threshold));
		kg_json_push(counts, kg_json_i64(gc->gens[i].count));
	}
	kg_json_set(row, "enabled", gc ? kg_json_bool(gc->enabled) : kg_json_null());
	kg_json_set(row, "collecting", gc ? kg_json_bool(gc->collecting) : kg_json_null());
	kg_json_set(row, "debug", gc ? kg_json_u64(gc->debug) : kg_json_null());
	kg_json_set(row, "thresholds", thresholds);
	kg_json_set(row, "counts", counts);
	kg_json_set(row, "frozen", kg_json_u64(f->frozen));
	kg_json_set(row, "garbage", kg_json_i64(garbage_length(h)));
	return row;
}

static struct kg_json *damage_json(const struct kg_damages *d)
{
	struct kg_json *row = kg_json_object(), *list = kg_json_array();

	for (size_t i = 0; i < d->kept; i++) {
		struct kg_json *one = kg_json_object();

		kg_json_set(one, "addr", kg_json_addr(d->items[i].addr));
		kg_json_set(one, "text", hostile_json(d->items[i].text));
		kg_json_push(list, one);
	}
	kg_json_set(row, "count", kg_json_u64(d->count));
	kg_json_set(row, "examples", list);
	return row;
}

static struct kg_json *doubts_json(const struct kg_session *s)
{
	struct kg_json *list = kg_json_array();
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_session_doubt(s, i, &sb); i++) {
		kg_json_push(list, hostile_json(kg_strbuf_text(&sb)));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
	return list;
}

static struct kg_json *unknown_json(const struct kg_heap *h, const struct facts *f)
{
	struct kg_json *list = kg_json_array();

	for (uint32_t i = 0; i < f->totals->n; i++) {
		struct kg_json *row;

		if (!unknown(h, &f->totals->items[i]))
			continue;
		row = kg_json_object();
		kg_json_set(row, "name", kg_json_text(h->types[f->totals->items[i].type]->name));
		kg_json_set(row, "count", kg_json_u64(f->totals->items[i].objects));
		kg_json_push(list, row);
	}
	return list;
}

static struct kg_json *phase_json(const char *name, double seconds, uint64_t peak)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "name", kg_json_text(name));
	kg_json_set(row, "seconds", kg_json_real(seconds));
	kg_json_set(row, "peak_bytes", kg_json_u64(peak));
	return row;
}

static struct kg_json *phases_json(const struct kg_session *s)
{
	struct kg_json *list = kg_json_array();

	kg_json_push(list, phase_json("opening", s->open_seconds, s->open_peak_bytes));
	for (unsigned int i = 0; i < s->heap->nphases; i++)
		kg_json_push(list, phase_json(s->heap->phases[i].name, s->heap->phases[i].seconds,
					      s->heap->phases[i].peak_bytes));
	return list;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct facts *f)
{
	const struct kg_heap *h = cli->heap;
	struct kg_json *doc = kg_json_object();
	struct kg_strbuf doubt = {0};

	kg_json_set(doc, "source", source_json(cli));
	kg_json_set(doc, "python", python_json(h));
	kg_json_set(doc, "layout_source", kg_json_text(layout_source(h->rt->layout)));
	kg_json_set(doc, "layout_table", h->rt->layout->table ? kg_json_text(h->rt->layout->table) : kg_json_null());
	kg_json_set(doc, "complete", kg_json_bool(!kg_session_doubt(cli->session, 0, &doubt)));
	kg_json_set(doc, "doubts", doubts_json(cli->session));
	kg_json_set(doc, "modules", modules_json(cli->session->process));
	kg_json_set(doc, "objects", kg_json_u64(h->nodes));
	kg_json_set(doc, "references", kg_json_u64(h->graph.edges));
	kg_json_set(doc, "python_bytes", kg_json_u64(f->totals->all.bytes));
	kg_json_set(doc, "payload_bytes", kg_json_u64(f->totals->all.payload));
	kg_json_set(doc, "scanned", kg_json_u64(f->totals->all.scanned));
	kg_json_set(doc, "surplus", kg_json_u64(f->totals->surplus));
	kg_json_set(doc, "negative", kg_json_u64(h->negative));
	kg_json_set(doc, "collectable", collectable_json(f));
	kg_json_set(doc, "gc", gc_json(h, f));
	kg_json_set(doc, "damage", damage_json(&h->image->damage));
	kg_json_set(doc, "unknown_types", unknown_json(h, f));
	kg_json_set(doc, "phases", phases_json(cli->session));
	kg_strbuf_deinit(&doubt);
	return kg_json_write(doc, true, cli->out);
}

/* People: one screen, what casts doubt on the rest first. */

static void add_line(struct kg_strbuf *sb, const char *name)
{
	kg_strbuf_printf(sb, "%-10s ", name);
}

/* The kernel ends a command line with a space. */
static size_t trimmed(const char *text)
{
	size_t n = strlen(text);

	while (n > 0 && text[n - 1] == ' ')
		n--;
	return n;
}

static void add_source(const struct kg_cli *cli, struct kg_strbuf *sb)
{
	const struct kg_image *img = cli->heap->image;
	const char *command = cli->args->redact || !img->psargs[0] ? img->fname : img->psargs;

	add_line(sb, "core");
	kg_strbuf_escape(sb, img->path, strlen(img->path));
	kg_strbuf_printf(sb, " (%s, ", img->format);
	kg_cell_bytes(sb, img->file_bytes);
	kg_strbuf_puts(sb, ", ");
	add_time(img->mtime_s, sb);
	kg_strbuf_puts(sb, ")\n");
	add_line(sb, "process");
	if (img->pid)
		kg_strbuf_printf(sb, "%d: ", img->pid);
	kg_strbuf_escape(sb, command, trimmed(command));
	if (img->signal)
		kg_strbuf_printf(sb, ", ended by signal %d", img->signal);
	kg_strbuf_putc(sb, '\n');
}

static void add_python(const struct kg_heap *h, struct kg_strbuf *sb)
{
	const struct kg_layout *lay = h->rt->layout;

	add_line(sb, "python");
	add_version(lay, sb);
	kg_strbuf_printf(sb, "%s, %u thread(s); layouts from %s\n", lay->debug ? " debug build" : "", h->rt->nthreads,
			 lay->source == KG_LAYOUT_DWARF ? "its debug information" : "a table for this version");
}

static void add_reading(const struct kg_session *s, struct kg_strbuf *sb)
{
	struct kg_strbuf doubt = {0};
	size_t i = 0;

	for (; kg_session_doubt(s, i, &doubt) && i < DOUBTS_SHOWN; i++) {
		add_line(sb, i ? "" : "INCOMPLETE");
		kg_strbuf_escape(sb, kg_strbuf_text(&doubt), doubt.len);
		kg_strbuf_putc(sb, '\n');
		kg_strbuf_reset(&doubt);
	}
	if (i == 0) {
		add_line(sb, "reading");
		kg_strbuf_printf(sb, "complete: nothing damaged, all %zu mapped files matched\n", s->process->nmodules);
	}
	kg_strbuf_deinit(&doubt);
}

static void add_unknown(const struct kg_heap *h, const struct facts *f, struct kg_strbuf *sb)
{
	size_t n = 0;

	for (uint32_t i = 0; i < f->totals->n; i++) {
		const struct kg_type_total *t = &f->totals->items[i];

		if (!unknown(h, t) || n++ >= UNKNOWN_SHOWN)
			continue;
		if (n == 1)
			add_line(sb, "guessed");
		kg_strbuf_printf(sb, "%s%s (%llu)", n > 1 ? ", " : "", h->types[t->type]->name,
				 (unsigned long long)t->objects);
	}
	if (n > UNKNOWN_SHOWN)
		kg_strbuf_printf(sb, " and %zu more types", n - UNKNOWN_SHOWN);
	if (n > 0)
		kg_strbuf_puts(sb, ": read conservatively\n");
}

static void add_memory(const struct kg_heap *h, const struct facts *f, struct kg_strbuf *sb)
{
	const struct kg_type_total *all = &f->totals->all;

	add_line(sb, "objects");
	kg_cell_count(sb, h->nodes);
	kg_strbuf_puts(sb, ", ");
	kg_cell_count(sb, h->graph.edges);
	kg_strbuf_puts(sb, " references");
	if (all->scanned) {
		kg_strbuf_puts(sb, "; ");
		kg_cell_count(sb, all->scanned);
		kg_strbuf_puts(sb, " found by scanning alone");
	}
	kg_strbuf_putc(sb, '\n');
	add_line(sb, "memory");
	kg_cell_bytes(sb, all->bytes);
	kg_strbuf_puts(sb, " in objects, ");
	kg_cell_bytes(sb, all->payload);
	kg_strbuf_puts(sb, " beside them\n");
}

static void add_gc(const struct kg_heap *h, const struct facts *f, struct kg_strbuf *sb)
{
	const struct kg_gc_state *gc = h->rt->ninterps ? &h->rt->interps[0].gc : NULL;

	add_line(sb, "collector");
	if (gc)
		kg_strbuf_printf(sb, "%s, thresholds %d/%d/%d, counts %d/%d/%d, ", gc->enabled ? "enabled" : "DISABLED",
				 gc->gens[0].threshold, gc->gens[1].threshold, gc->gens[2].threshold, gc->gens[0].count,
				 gc->gens[1].count, gc->gens[2].count);
	kg_strbuf_printf(sb, "frozen %llu, gc.garbage %lld\n", (unsigned long long)f->frozen,
			 (long long)garbage_length(h));
	add_line(sb, "garbage");
	if (!f->cycles) {
		kg_strbuf_puts(sb, "not known: the core was taken inside a collection\n");
		return;
	}
	kg_cell_count(sb, f->cycles->nmembers);
	kg_strbuf_puts(sb, " unreachable object(s), ");
	kg_cell_bytes(sb, f->cycles->bytes);
	kg_strbuf_puts(sb, "; gc.collect() would free ");
	kg_cell_bytes(sb, f->cycles->freed);
	kg_strbuf_putc(sb, '\n');
}

static void add_time_spent(const struct kg_session *s, struct kg_strbuf *sb)
{
	double seconds = s->open_seconds;
	uint64_t peak = s->open_peak_bytes;

	for (unsigned int i = 0; i < s->heap->nphases; i++) {
		seconds += s->heap->phases[i].seconds;
		if (s->heap->phases[i].peak_bytes > peak)
			peak = s->heap->phases[i].peak_bytes;
	}
	add_line(sb, "read in");
	kg_strbuf_printf(sb, "%.2f s with ", seconds);
	kg_cell_bytes(sb, peak);
	kg_strbuf_puts(sb, " beside the core\n");
}

static void add_types(const struct kg_heap *h, struct kg_type_total *sorted, uint32_t n, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "\nlargest types\n");
	for (uint32_t i = 0; i < n && i < TOP_TYPES && sorted[i].objects; i++) {
		struct kg_strbuf size = {0};

		kg_cell_bytes(&size, sorted[i].bytes + sorted[i].payload);
		kg_strbuf_printf(sb, "  %11s  %10llu x %s\n", kg_strbuf_text(&size),
				 (unsigned long long)sorted[i].objects, h->types[sorted[i].type]->name);
		kg_strbuf_deinit(&size);
	}
}

static void add_buffers(const struct kg_heap *h, const struct facts *f, struct kg_strbuf *sb)
{
	if (f->buffers.n > 0)
		kg_strbuf_puts(sb, "largest buffers\n");
	for (size_t i = 0; i < f->buffers.n && i < TOP_BUFFERS; i++) {
		const struct kg_buffer *b = &f->buffers.items[i];
		struct kg_strbuf size = {0};

		kg_cell_bytes(&size, b->payload.bytes);
		kg_strbuf_printf(sb, "  %11s  0x%llx  %s\n", kg_strbuf_text(&size),
				 (unsigned long long)kg_heap_addr(h, b->node), kg_heap_type(h, b->node)->name);
		kg_strbuf_deinit(&size);
	}
}

static void add_next(const struct kg_cli *cli, const struct facts *f, struct kg_strbuf *sb)
{
	const char *target = cli->args->target;
	const char *commands[3] = {"types"};
	size_t n = 1;

	if (f->buffers.n > 0)
		commands[n++] = "buffers";
	if (f->cycles && f->cycles->nmembers > 0)
		commands[n++] = "cycles";
	kg_strbuf_puts(sb, "next\n");
	for (size_t i = 0; i < n; i++) {
		kg_strbuf_printf(sb, "  kedge %s ", commands[i]);
		kg_strbuf_escape(sb, target, strlen(target));
		kg_strbuf_putc(sb, '\n');
	}
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct facts *f)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	add_source(cli, &sb);
	add_python(cli->heap, &sb);
	add_reading(cli->session, &sb);
	add_unknown(cli->heap, f, &sb);
	add_memory(cli->heap, f, &sb);
	add_gc(cli->heap, f, &sb);
	add_time_spent(cli->session, &sb);
	qsort(f->totals->items, f->totals->n, sizeof(*f->totals->items), by_bytes);
	add_types(cli->heap, f->totals->items, f->totals->n, &sb);
	add_buffers(cli->heap, f, &sb);
	add_next(cli, f, &sb);
	err = sb.failed ? kg_error_nomem() : NULL;
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	struct facts f = {0};
	struct kg_error *err = gather(cli, &f);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(cli, &f) : print_text(cli, &f);
	facts_deinit(&f);
	return err;
}

const struct kg_command kg_command_summary = {
	.name = "summary",
	.summary = "what the process is, how its memory is spent, whether the reading is complete",
	.uses = KG_USE_COMMON,
	.run = run,
};
