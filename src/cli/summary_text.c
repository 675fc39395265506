/* The summary for people: one screen, what casts doubt on the rest first. */
#include <stdlib.h>
#include <string.h>

#include "analysis/cycles.h"
#include "analysis/totals.h"
#include "analysis/verify.h"
#include "cli/summary.h"
#include "report/cells.h"

#define TOP_TYPES 4
#define TOP_BUFFERS 2
#define DOUBTS_SHOWN 3
#define UNKNOWN_SHOWN 3

static int by_bytes(const void *a, const void *b)
{
	const struct kg_type_total *x = a, *y = b;

	if (x->bytes + x->payload != y->bytes + y->payload)
		return x->bytes + x->payload > y->bytes + y->payload ? -1 : 1;
	return x->type < y->type ? -1 : x->type > y->type;
}

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

/* What a copy of a live process holds and what not. */
static void add_live(const struct kg_live *l, struct kg_strbuf *sb)
{
	add_line(sb, "snapshot");
	kg_strbuf_printf(sb, "stood still %.3f s%s%s; ", l->pause_seconds, l->forked ? " to be forked" : "",
			 l->stopped ? " (and was stopped by a signal)" : "");
	kg_cell_bytes(sb, l->copied_bytes);
	kg_strbuf_puts(sb, " of ");
	kg_cell_bytes(sb, l->rss_bytes);
	kg_strbuf_puts(sb, " resident copied");
	if (l->payload_bytes > 0) {
		kg_strbuf_puts(sb, ", ");
		kg_cell_bytes(sb, l->payload_bytes);
		kg_strbuf_puts(sb, " of payload left out");
	}
	kg_strbuf_puts(sb, l->redacted ? ", text and bytes redacted\n" : "\n");
}

static void add_source(const struct kg_cli *cli, struct kg_strbuf *sb)
{
	const struct kg_image *img = cli->heap->image;
	const char *command = cli->args->redact || !img->psargs[0] ? img->fname : img->psargs;

	add_line(sb, cli->session->live_pid ? "live" : "core");
	kg_strbuf_escape(sb, img->path, strlen(img->path));
	if (!cli->session->live_pid) {
		kg_strbuf_printf(sb, " (%s, ", img->format);
		kg_cell_bytes(sb, img->file_bytes);
		kg_strbuf_puts(sb, ",");
	} else {
		kg_strbuf_puts(sb, " (as it was at");
	}
	kg_strbuf_putc(sb, ' ');
	kg_summary_time(img->mtime_s, sb);
	kg_strbuf_puts(sb, ")\n");
	if (img->live.known)
		add_live(&img->live, sb);
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
	kg_summary_version(&lay->version, sb);
	kg_strbuf_puts(sb, lay->debug ? " debug build, " : ", ");
	kg_strbuf_count(sb, h->rt->nthreads, "thread", NULL);
	if (h->rt->ninterps > 1) {
		kg_strbuf_puts(sb, " of ");
		kg_strbuf_count(sb, h->rt->ninterps, "interpreter", NULL);
	}
	kg_strbuf_printf(sb, "; layouts from %s",
			 lay->source == KG_LAYOUT_DWARF		  ? "its debug information"
			 : lay->source == KG_LAYOUT_DEBUG_OFFSETS ? "its own offsets for debuggers and "
								  : "");
	if (lay->source != KG_LAYOUT_DWARF && lay->nearest)
		kg_strbuf_printf(sb, "the nearest table, %s", lay->table);
	else if (lay->source != KG_LAYOUT_DWARF)
		kg_strbuf_puts(sb, "a table for this version");
	kg_strbuf_putc(sb, '\n');
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
		kg_session_say_complete(s, sb);
		kg_strbuf_putc(sb, '\n');
	}
	kg_strbuf_deinit(&doubt);
}

/* How types are read that kedge knows nothing of. */
enum reading { BY_TRAVERSE, BY_STRUCT, BY_GUESS };

static enum reading reading_of(const struct kg_heap *h, const struct kg_type *t)
{
	enum kg_refs_source source = kg_heap_refs_source(h, t, NULL);

	return source == KG_REFS_EMULATED ? BY_TRAVERSE : source == KG_REFS_STRUCT ? BY_STRUCT : BY_GUESS;
}

static void add_unknown(const struct kg_heap *h, const struct kg_summary *f, enum reading reading, struct kg_strbuf *sb)
{
	static const char *const names[] = {"emulated", "by struct", "guessed"};
	static const char *const words[] = {"read by their own tp_traverse", "no tp_traverse: the pointers of their C structs",
					    "read conservatively"};
	size_t n = 0;

	for (uint32_t i = 0; i < f->totals->n; i++) {
		const struct kg_type_total *t = &f->totals->items[i];

		if (!kg_summary_unknown(h, t) || reading != reading_of(h, h->types[t->type]) || n++ >= UNKNOWN_SHOWN)
			continue;
		if (n == 1)
			add_line(sb, names[reading]);
		kg_strbuf_printf(sb, "%s%s (%llu)", n > 1 ? ", " : "", h->types[t->type]->name,
				 (unsigned long long)t->objects);
	}
	if (n > UNKNOWN_SHOWN)
		kg_strbuf_printf(sb, " and %zu more types", n - UNKNOWN_SHOWN);
	if (n > 0)
		kg_strbuf_printf(sb, ": %s\n", words[reading]);
}

/* Modules in C of whose state no table knows: one line for those that are emulated, one for the others. */
static void add_modules(const struct kg_heap *h, bool emulated, struct kg_strbuf *sb)
{
	struct kg_module_reading r;
	size_t n = 0;

	for (size_t i = 0; kg_heap_module_reading(h, i, &r); i++) {
		if (r.source == KG_REFS_DECODED || (r.source == KG_REFS_EMULATED) != emulated || n++ >= UNKNOWN_SHOWN)
			continue;
		if (n == 1)
			add_line(sb, emulated ? "emulated" : "guessed");
		kg_strbuf_printf(sb, "%s%s", n > 1 ? ", " : emulated ? "modules " : "state of modules ", r.name);
	}
	if (n > UNKNOWN_SHOWN)
		kg_strbuf_printf(sb, " and %zu more", n - UNKNOWN_SHOWN);
	if (n > 0)
		kg_strbuf_printf(sb, ": %s\n", emulated ? "their state is read by their own m_traverse" : "read conservatively");
}

static void add_guesses(const struct kg_heap *h, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};
	const char *name;

	for (size_t i = 0; (name = kg_heap_plugin_guesses(h, i, &text)); i++) {
		if (text.len > 0) {
			add_line(sb, "guessed");
			kg_strbuf_printf(sb, "plugin %s: %s\n", name, kg_strbuf_text(&text));
		}
		kg_strbuf_reset(&text);
	}
	kg_strbuf_deinit(&text);
}

/* Nothing to say where nothing was checked. */
static void add_verify(const struct kg_verify *v, struct kg_strbuf *sb)
{
	if (!v || !v->emulated || v->checked == 0)
		return;
	add_line(sb, v->disagree ? "DISAGREE" : "checked");
	kg_cell_count(sb, v->checked);
	if (v->disagree)
		kg_strbuf_printf(sb, " objects, and %llu show their collector other references than were read: see \"kedge verify\"\n",
				 (unsigned long long)v->disagree);
	else
		kg_strbuf_puts(sb, " objects of all types: read as their own tp_traverse shows them\n");
}

static void add_memory(const struct kg_heap *h, const struct kg_summary *f, struct kg_strbuf *sb)
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

static void add_gc(const struct kg_heap *h, const struct kg_summary *f, struct kg_strbuf *sb)
{
	const struct kg_gc_state *gc = h->rt->ninterps ? &h->rt->interps[0].gc : NULL;

	add_line(sb, "collector");
	if (gc)
		kg_strbuf_printf(sb, "%s, thresholds %d/%d/%d, counts %d/%d/%d, ", gc->enabled ? "enabled" : "DISABLED",
				 gc->gens[0].threshold, gc->gens[1].threshold, gc->gens[2].threshold, gc->gens[0].count,
				 gc->gens[1].count, gc->gens[2].count);
	kg_strbuf_printf(sb, "frozen %llu, gc.garbage %lld\n", (unsigned long long)f->frozen,
			 (long long)kg_summary_garbage(h));
	add_line(sb, "garbage");
	if (!f->cycles) {
		kg_strbuf_printf(sb, "not known: %s\n", kg_heap_unknown_garbage(h));
		return;
	}
	kg_strbuf_count(sb, f->cycles->nmembers, "unreachable object", NULL);
	kg_strbuf_puts(sb, ", ");
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

/* The totals are the session's: their order stays. */
static void add_types(const struct kg_heap *h, const struct kg_totals *t, struct kg_strbuf *sb)
{
	struct kg_type_total *sorted = malloc((t->n ? t->n : 1) * sizeof(*sorted));

	if (!sorted) {
		sb->failed = true;
		return;
	}
	if (t->n > 0)
		memcpy(sorted, t->items, t->n * sizeof(*sorted));
	qsort(sorted, t->n, sizeof(*sorted), by_bytes);
	kg_strbuf_puts(sb, "\nlargest types\n");
	for (uint32_t i = 0; i < t->n && i < TOP_TYPES && sorted[i].objects; i++) {
		struct kg_strbuf size = {0};

		kg_cell_bytes(&size, sorted[i].bytes + sorted[i].payload);
		kg_strbuf_printf(sb, "  %11s  %10llu x %s\n", kg_strbuf_text(&size),
				 (unsigned long long)sorted[i].objects, h->types[sorted[i].type]->name);
		kg_strbuf_deinit(&size);
	}
	free(sorted);
}

static void add_buffers(const struct kg_heap *h, const struct kg_summary *f, struct kg_strbuf *sb)
{
	if (f->buffers->n > 0)
		kg_strbuf_puts(sb, "largest buffers\n");
	for (size_t i = 0; i < f->buffers->n && i < TOP_BUFFERS; i++) {
		const struct kg_buffer *b = &f->buffers->items[i];
		struct kg_strbuf size = {0};

		kg_cell_bytes(&size, b->payload.bytes);
		kg_strbuf_printf(sb, "  %11s  0x%llx  %s\n", kg_strbuf_text(&size),
				 (unsigned long long)kg_heap_addr(h, b->node), kg_heap_type(h, b->node)->name);
		kg_strbuf_deinit(&size);
	}
}

static void add_next(const struct kg_cli *cli, const struct kg_summary *f, struct kg_strbuf *sb)
{
	const char *target = cli->args->target;
	const char *commands[3] = {"types"};
	size_t n = 1;

	if (f->buffers->n > 0)
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

struct kg_error *kg_summary_print(const struct kg_cli *cli, const struct kg_summary *f)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	add_source(cli, &sb);
	add_python(cli->heap, &sb);
	add_reading(cli->session, &sb);
	add_verify(f->verify, &sb);
	add_unknown(cli->heap, f, BY_TRAVERSE, &sb);
	add_unknown(cli->heap, f, BY_STRUCT, &sb);
	add_unknown(cli->heap, f, BY_GUESS, &sb);
	add_modules(cli->heap, true, &sb);
	add_modules(cli->heap, false, &sb);
	add_guesses(cli->heap, &sb);
	add_memory(cli->heap, f, &sb);
	add_gc(cli->heap, f, &sb);
	add_time_spent(cli->session, &sb);
	add_types(cli->heap, f->totals, &sb);
	add_buffers(cli->heap, f, &sb);
	add_next(cli, f, &sb);
	err = sb.failed ? kg_error_nomem() : NULL;
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}
