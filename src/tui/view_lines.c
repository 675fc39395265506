/* Views that are text: overview, threads, help, bookmarks, what a command said. */
#include <stdlib.h>
#include <string.h>

#include "heap/frames.h"
#include "report/cells.h"
#include "report/finding.h"
#include "report/frames.h"
#include "tui/lines.h"

#define BAR_COLS 24
#define TOP_TYPES 8
#define TOP_SUSPECTS 5
#define STACK_LINES 5000 /* of one thread; "threads" on the command line tells them all */

static void head(struct kg_lines *l, const char *text)
{
	struct kg_strbuf sb = {0};

	if (l->n > 0)
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_puts(&sb, text);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_HEAD);
	kg_strbuf_deinit(&sb);
}

static void add_bar(struct kg_strbuf *sb, uint64_t part, uint64_t whole)
{
	unsigned int n = whole ? (unsigned int)((double)part / (double)whole * BAR_COLS + 0.5) : 0;

	for (unsigned int i = 0; i < BAR_COLS; i++)
		kg_strbuf_puts(sb, i < n ? "█" : "░");
}

/* "  name      12.0 MiB ████░░░  note" */
static void bar(struct kg_lines *l, const char *name, uint64_t part, uint64_t whole, const char *note)
{
	struct kg_strbuf sb = {0}, size = {0};

	kg_cell_bytes(&size, part);
	kg_strbuf_printf(&sb, "  %-12s %10s ", name, kg_strbuf_text(&size));
	add_bar(&sb, part, whole);
	kg_strbuf_printf(&sb, "  %s", note);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
	kg_strbuf_deinit(&size);
}

static void process_lines(const struct kg_session *s, struct kg_lines *l)
{
	const struct kg_heap *h = s->heap;
	const struct kg_image *img = h->image;
	const struct kg_version *v = &h->rt->layout->version;
	const char *command = s->options.redact || !img->psargs[0] ? img->fname : img->psargs;
	struct kg_strbuf sb = {0};

	head(l, "process");
	if (img->pid)
		kg_strbuf_printf(&sb, "  pid %d  ", img->pid);
	else
		kg_strbuf_puts(&sb, "  ");
	kg_strbuf_escape(&sb, command, strlen(command));
	if (img->signal)
		kg_strbuf_printf(&sb, "  ended by signal %d", img->signal);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_printf(&sb, "  CPython %u.%u.%u%s, %u thread(s), ", v->major, v->minor, v->micro,
			 h->rt->layout->debug ? " debug build" : "", h->rt->nthreads);
	kg_cell_count(&sb, h->nodes);
	kg_strbuf_puts(&sb, " objects, ");
	kg_cell_count(&sb, h->graph.edges);
	kg_strbuf_puts(&sb, " references");
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
}

static uint64_t mapped(const struct kg_image *img)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < img->nsegs; i++)
		bytes += img->segs[i].end - img->segs[i].start;
	return bytes;
}

static void memory_lines(struct kg_view *v, const struct kg_heap *h, struct kg_lines *l)
{
	const struct kg_totals *t = kg_model_totals(kg_app_model(v->app));
	const struct kg_cycles *c = kg_model_cycles(kg_app_model(v->app));
	uint64_t all = mapped(h->image);
	struct kg_strbuf sb = {0};

	head(l, "memory");
	bar(l, "in the core", all, all, "readable bytes, files on this machine included");
	if (!t) {
		kg_strbuf_puts(&sb, "  …");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	} else {
		bar(l, "objects", t->all.bytes, all, "sys.getsizeof() of all");
		bar(l, "contents", t->all.payload, all, "beside them");
	}
	if (c)
		bar(l, "garbage", c->freed, all, "gc.collect() would free it (6 shows it)");
	kg_strbuf_deinit(&sb);
}

static void type_lines(struct kg_view *v, const struct kg_heap *h, struct kg_lines *l)
{
	const struct kg_totals *t = kg_model_totals(kg_app_model(v->app));
	uint32_t top[TOP_TYPES], n = 0;

	if (!t || t->n == 0)
		return;
	for (uint32_t i = 0; i < t->n; i++) {
		uint64_t bytes = t->items[i].bytes + t->items[i].payload;
		uint32_t at = n;

		while (at > 0 && bytes > t->items[top[at - 1]].bytes + t->items[top[at - 1]].payload)
			at--;
		if (at == TOP_TYPES || bytes == 0)
			continue;
		n = n < TOP_TYPES ? n + 1 : n;
		memmove(top + at + 1, top + at, (n - 1 - at) * sizeof(*top));
		top[at] = i;
	}
	head(l, "types (2 shows all)");
	for (uint32_t i = 0; i < n; i++) {
		const struct kg_type_total *one = &t->items[top[i]];
		struct kg_strbuf note = {0};

		kg_strbuf_puts(&note, h->types[one->type]->name);
		kg_strbuf_puts(&note, "  ");
		kg_cell_count(&note, one->objects);
		bar(l, "", one->bytes + one->payload, t->all.bytes + t->all.payload, kg_strbuf_text(&note));
		kg_strbuf_deinit(&note);
	}
}

static void gc_lines(struct kg_view *v, const struct kg_heap *h, struct kg_lines *l)
{
	const struct kg_gc_state *gc = h->rt->ninterps ? &h->rt->interps[0].gc : NULL;
	const struct kg_cycles *c = kg_model_cycles(kg_app_model(v->app));
	struct kg_strbuf sb = {0};

	head(l, "collector");
	if (gc) {
		kg_strbuf_printf(&sb, "  %s, thresholds %d/%d/%d, counts %d/%d/%d", gc->enabled ? "enabled" : "DISABLED",
				 gc->gens[0].threshold, gc->gens[1].threshold, gc->gens[2].threshold, gc->gens[0].count,
				 gc->gens[1].count, gc->gens[2].count);
		kg_lines_add(l, &sb, KG_NODE_NONE, gc->enabled ? KG_ATTR_NORMAL : KG_ATTR_WARN);
	}
	kg_strbuf_puts(&sb, "  ");
	if (!h->collectable_known) {
		kg_strbuf_puts(&sb, "garbage not known: the core was taken inside a collection");
	} else if (!c) {
		kg_strbuf_puts(&sb, "garbage: …");
	} else {
		kg_cell_count(&sb, c->nmembers);
		kg_strbuf_puts(&sb, " unreachable object(s) of ");
		kg_cell_bytes(&sb, c->bytes);
		kg_strbuf_printf(&sb, " in %zu group(s); gc.collect() would free ", c->n);
		kg_cell_bytes(&sb, c->freed);
	}
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
}

static void reading_lines(const struct kg_session *s, struct kg_lines *l)
{
	struct kg_strbuf doubt = {0}, sb = {0};
	size_t i = 0;

	head(l, "reading");
	for (; kg_session_doubt(s, i, &doubt); i++) {
		kg_strbuf_puts(&sb, "  INCOMPLETE: ");
		kg_strbuf_escape(&sb, kg_strbuf_text(&doubt), doubt.len);
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
		kg_strbuf_reset(&doubt);
	}
	if (i == 0) {
		kg_strbuf_printf(&sb, "  complete: nothing damaged, all %zu mapped files matched", s->process->nmodules);
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	}
	kg_strbuf_deinit(&doubt);
	kg_strbuf_deinit(&sb);
}

/* The sentence of each, which Enter takes to its object; "suspects" tells the evidence. */
static void suspect_lines(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_findings *f = kg_model_findings(kg_app_model(v->app));

	if (!f)
		return;
	head(l, f->n > 0 ? "suspects (:suspects tells the evidence)" : "suspects: nothing stands out");
	for (size_t i = 0; i < f->n && i < TOP_SUSPECTS; i++) {
		struct kg_strbuf sb = {0}, size = {0};

		kg_cell_bytes(&size, f->items[i].bytes);
		kg_strbuf_printf(&sb, "  %10s  ", kg_strbuf_text(&size));
		kg_report_fill(&f->items[i], f->items[i].sentence, "", &sb);
		kg_lines_add(l, &sb, f->items[i].subject, KG_ATTR_NORMAL);
		kg_strbuf_deinit(&sb);
		kg_strbuf_deinit(&size);
	}
}

static void overview_build(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_session *s = kg_model_session(kg_app_model(v->app));
	const struct kg_error *err = kg_model_error(kg_app_model(v->app));
	struct kg_strbuf sb = {0};

	if (s) {
		process_lines(s, l);
		reading_lines(s, l);
		memory_lines(v, s->heap, l);
		suspect_lines(v, l);
		gc_lines(v, s->heap, l);
		type_lines(v, s->heap, l);
		return;
	}
	if (err)
		kg_strbuf_escape(&sb, err->text, strlen(err->text));
	else
		kg_strbuf_puts(&sb, "the target is being read; q leaves");
	kg_lines_add(l, &sb, KG_NODE_NONE, err ? KG_ATTR_WARN : KG_ATTR_DIM);
	kg_strbuf_deinit(&sb);
}

static const struct kg_view_ops overview_ops = {.name = "overview", KG_LINES_OPS};

struct kg_error *kg_view_overview(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &overview_ops, "overview", overview_build, ret);
}

/* Threads */

struct stack {
	const struct kg_heap *heap;
	struct kg_lines *lines;
	size_t limit;
};

static bool stack_frame(void *arg, const struct kg_frame *f)
{
	struct stack *s = arg;
	struct kg_locals locals = {0};
	struct kg_strbuf sb = {0};
	struct kg_error *err = kg_report_locals(s->heap, f, &locals);

	kg_error_destroy(err);
	kg_strbuf_puts(&sb, "  ");
	kg_heap_frame_text(s->heap, f, true, &sb);
	kg_lines_add(s->lines, &sb, f->frame_obj ? kg_heap_node(s->heap, f->frame_obj) : KG_NODE_NONE, KG_ATTR_NORMAL);
	for (size_t i = 0; i < locals.n; i++) {
		kg_strbuf_puts(&sb, "      ");
		kg_heap_name(s->heap, locals.items[i].name, &sb);
		kg_strbuf_printf(&sb, ": %s = ", kg_report_type_name(s->heap, locals.items[i].addr));
		kg_heap_value(s->heap, locals.items[i].addr, 100, &sb);
		kg_lines_add(s->lines, &sb, kg_heap_node(s->heap, locals.items[i].addr), KG_ATTR_DIM);
	}
	kg_locals_deinit(&locals);
	kg_strbuf_deinit(&sb);
	return s->lines->n < s->limit;
}

static void thread_lines(const struct kg_heap *h, const struct kg_thread *t, struct kg_lines *l)
{
	struct stack s = {h, l, l->n + STACK_LINES};
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_printf(&sb, "thread %llu, id 0x%llx%s%s", (unsigned long long)t->native_id,
			 (unsigned long long)t->thread_id, t->os ? "" : ", no such thread in the core",
			 t->frame ? "" : ", runs no Python code");
	head(l, kg_strbuf_text(&sb));
	kg_strbuf_reset(&sb);
	err = kg_report_stack(h, t, stack_frame, &s);
	if (err)
		kg_strbuf_printf(&sb, "  the stack breaks off here: %s", err->text);
	else if (l->n >= s.limit)
		kg_strbuf_puts(&sb, "  … a deep stack; \":threads\" tells all of it");
	if (sb.len > 0)
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
	kg_error_destroy(err);
	kg_strbuf_deinit(&sb);
}

static void threads_build(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_heap *h = kg_app_heap(v->app);

	for (uint32_t i = 0; h && i < h->rt->nthreads; i++)
		thread_lines(h, &h->rt->threads[i], l);
	if (h)
		l->build = NULL; /* nothing changes it any more */
}

static const struct kg_view_ops threads_ops = {.name = "threads", KG_LINES_OPS};

struct kg_error *kg_view_threads(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &threads_ops, "threads", threads_build, ret);
}

/* Help: the table of keys. */

static void help_build(struct kg_view *v, struct kg_lines *l)
{
	struct kg_strbuf sb = {0}, names = {0};

	head(l, "keys (rebind them in ~/.config/kedge/kedgerc: bind KEY ACTION)");
	for (int a = 1; a < KG_DO_COUNT; a++) {
		kg_strbuf_reset(&names);
		kg_keymap_names(kg_app_keymap(v->app), (enum kg_action)a, &names);
		kg_strbuf_printf(&sb, "  %-12s %-16s %s", kg_strbuf_text(&names), kg_action_name((enum kg_action)a),
				 kg_action_help((enum kg_action)a));
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	}
	kg_strbuf_puts(&sb, "  mouse        a click chooses, a double click opens, the wheel moves");
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&names);
	kg_strbuf_deinit(&sb);
}

static const struct kg_view_ops help_ops = {.name = "help", KG_LINES_OPS};

struct kg_error *kg_view_help(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &help_ops, "help", help_build, ret);
}

/* Bookmarks */

static void bookmarks_build(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_bookmarks *b = kg_app_bookmarks(v->app);
	const struct kg_heap *h = kg_app_heap(v->app);
	struct kg_strbuf sb = {0};

	for (size_t i = 0; h && i < b->n; i++) {
		kg_node n = kg_heap_node(h, b->items[i].addr);

		kg_cell_addr(&sb, b->items[i].addr);
		kg_strbuf_printf(&sb, "  %s  ", n == KG_NODE_NONE ? "?" : kg_heap_type(h, n)->name);
		kg_strbuf_escape(&sb, b->items[i].note, strlen(b->items[i].note));
		kg_lines_add(l, &sb, n, KG_ATTR_NORMAL);
	}
	if (l->n == 0) {
		kg_strbuf_puts(&sb, "no bookmarks; b on an object makes one");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&sb);
}

static const struct kg_view_ops bookmarks_ops = {.name = "bookmarks", KG_LINES_OPS};

struct kg_error *kg_view_bookmarks(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &bookmarks_ops, "bookmarks", bookmarks_build, ret);
}

/* What a command said: the first address of a line that is an object's can be entered. */

static kg_node node_in(const struct kg_heap *h, const char *text)
{
	while (h && (text = strstr(text, "0x"))) {
		kg_node n = kg_heap_node(h, strtoull(text, NULL, 16));

		if (n != KG_NODE_NONE)
			return n;
		text += 2;
	}
	return KG_NODE_NONE;
}

static const struct kg_view_ops pager_ops = {.name = "answer", KG_LINES_OPS};

struct kg_error *kg_view_pager(struct kg_app *app, const char *title, const char *text, struct kg_view **ret)
{
	struct kg_error *err = kg_lines_create(app, &pager_ops, title, NULL, ret);
	struct kg_strbuf sb = {0};

	while (!err && *text) {
		size_t len = strcspn(text, "\n");

		kg_strbuf_add(&sb, text, len);
		kg_lines_add((*ret)->data, &sb, node_in(kg_app_heap(app), kg_strbuf_text(&sb)), KG_ATTR_NORMAL);
		text += len + (text[len] == '\n');
	}
	kg_strbuf_deinit(&sb);
	return err;
}
