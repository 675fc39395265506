/* Views that are text: overview, what a command said. */
#include <stdlib.h>
#include <string.h>

#include "report/cells.h"
#include "report/finding.h"
#include "tui/lines.h"

#define BAR_COLS 24
#define TOP_TYPES 8
#define TOP_SUSPECTS 5

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
	if (s->live_pid) {
		kg_strbuf_puts(&sb, "  ");
		kg_session_say_live(s, &sb);
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	}
	kg_strbuf_printf(&sb, "  CPython %u.%u.%u%s, ", v->major, v->minor, v->micro,
			 h->rt->layout->debug ? " debug build" : "");
	kg_strbuf_count(&sb, h->rt->nthreads, "thread", NULL);
	if (kg_heap_stage(h) >= KG_HEAP_OBJECTS) {
		kg_strbuf_puts(&sb, ", ");
		kg_strbuf_count(&sb, h->nodes, "object", NULL);
		kg_strbuf_puts(&sb, ", ");
		kg_strbuf_count(&sb, h->graph.edges, "reference", NULL);
	}
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
}

/* What became of the snapshot before, or of the first. */
static void change_lines(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_change *c = kg_model_change(kg_app_model(v->app));
	const struct kg_then *then = kg_app_then(v->app);
	const struct kg_totals *t = kg_model_totals(kg_app_model(v->app));
	struct kg_strbuf sb = {0};

	if (!then || !t)
		return;
	head(l, kg_app_since(v->app) == KG_SINCE_LAST ? "since the last snapshot (D: since the first)"
						      : "since the first snapshot (D: since the last)");
	kg_strbuf_puts(&sb, "  ");
	kg_cell_more_count(&sb, (int64_t)(t->all.objects - then->objects));
	kg_strbuf_puts(&sb, " objects, ");
	kg_cell_more_bytes(&sb, (int64_t)(t->all.bytes + t->all.payload - then->bytes));
	kg_strbuf_puts(&sb, ": ");
	kg_cell_count(&sb, then->came);
	kg_strbuf_puts(&sb, " new, ");
	kg_cell_count(&sb, then->gone);
	kg_strbuf_puts(&sb, " gone");
	if (then->collectable_known && c->heap->collectable_known) {
		kg_strbuf_puts(&sb, ", garbage ");
		kg_cell_more_count(&sb, (int64_t)(t->all.collectable - then->collectable));
	}
	kg_strbuf_printf(&sb, "; in %lld s", (long long)(c->heap->image->mtime_s - then->time_s));
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
		kg_strbuf_puts(&sb, "  ");
		kg_model_lacks(kg_app_model(v->app), KG_NEED_TOTALS, &sb);
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
	if (!c) {
		kg_strbuf_puts(&sb, kg_model_finished(kg_app_model(v->app)) ? "garbage " : "");
		kg_model_lacks(kg_app_model(v->app), KG_NEED_CYCLES, &sb);
	} else {
		kg_strbuf_count(&sb, c->nmembers, "unreachable object", NULL);
		kg_strbuf_puts(&sb, " of ");
		kg_cell_bytes(&sb, c->bytes);
		kg_strbuf_puts(&sb, " in ");
		kg_strbuf_count(&sb, c->n, "group", NULL);
		kg_strbuf_puts(&sb, "; gc.collect() would free ");
		kg_cell_bytes(&sb, c->freed);
	}
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
}

/* Not all of it is read. */
static void partial_lines(const struct kg_view *v, struct kg_lines *l)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_puts(&sb, "  ");
	kg_model_lacks(kg_app_model(v->app), KG_NEED_GRAPH, &sb);
	kg_lines_add(l, &sb, KG_NODE_NONE, kg_model_finished(kg_app_model(v->app)) ? KG_ATTR_WARN : KG_ATTR_DIM);
	kg_strbuf_puts(&sb, "  there already: types (2), threads (7), memory map (9)");
	if (kg_app_heap(v->app))
		kg_strbuf_puts(&sb, ", objects (3)");
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	kg_strbuf_deinit(&sb);
}

static void reading_lines(const struct kg_view *v, const struct kg_session *s, struct kg_lines *l)
{
	struct kg_strbuf doubt = {0}, sb = {0};
	size_t i = 0;

	head(l, "reading");
	if (!kg_app_whole_heap(v->app)) {
		partial_lines(v, l);
		return;
	}
	for (; kg_session_doubt(s, i, &doubt); i++) {
		kg_strbuf_puts(&sb, "  INCOMPLETE: ");
		kg_strbuf_escape(&sb, kg_strbuf_text(&doubt), doubt.len);
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_WARN);
		kg_strbuf_reset(&doubt);
	}
	if (i == 0) {
		kg_strbuf_puts(&sb, "  ");
		kg_session_say_complete(s, &sb);
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
		change_lines(v, l);
		reading_lines(v, s, l);
		memory_lines(v, s->heap, l);
		suspect_lines(v, l);
		gc_lines(v, s->heap, l);
		type_lines(v, s->heap, l);
		return;
	}
	if (err) {
		kg_strbuf_escape(&sb, err->text, strlen(err->text));
	} else {
		kg_model_lacks(kg_app_model(v->app), KG_NEED_SESSION, &sb);
		kg_strbuf_puts(&sb, "; q leaves");
	}
	kg_lines_add(l, &sb, KG_NODE_NONE, err ? KG_ATTR_WARN : KG_ATTR_DIM);
	kg_strbuf_deinit(&sb);
}

static const struct kg_view_ops overview_ops = {
	.name = "overview",
	.about = "What the process is, how memory is spent, how complete the reading is, and what most likely ate the "
		 "memory. Enter on a suspect shows its object.",
	KG_LINES_OPS,
};

struct kg_error *kg_view_overview(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &overview_ops, "overview", overview_build, ret);
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

/* Lines as they were said, and the columns that those shown were made for. */
struct said {
	struct kg_lines whole;
	int cols;
};

static struct said *said_of(const struct kg_view *v)
{
	return ((const struct kg_lines *)v->data)->data;
}

static void pager_build(struct kg_view *v, struct kg_lines *l)
{
	const struct said *s = said_of(v);

	for (size_t i = 0; i < s->whole.n; i++)
		kg_lines_fold(l, s->whole.items[i].text, s->cols, s->whole.items[i].node, s->whole.items[i].attr);
}

static void pager_draw(struct kg_view *v, struct kg_canvas *c, int top, int height)
{
	struct said *s = said_of(v);

	if (c->cols != s->cols && !v->list.frozen) {
		s->cols = c->cols;
		kg_lines_refresh(v);
	}
	kg_list_draw(v, c, top, 0, height, c->cols, true);
}

static void pager_destroy(struct kg_view *v)
{
	struct said *s = said_of(v);

	if (s) {
		kg_lines_clear(&s->whole);
		free(s->whole.items);
	}
	free(s);
	kg_lines_destroy(v);
}

static struct kg_error *pager_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret);

static const struct kg_view_ops pager_ops = {
	.name = "answer",
	.again = pager_again,
	.about = "What a command said. Enter on a line shows the object whose address is in it.",
	.columns = &kg_lines_column, .ncolumns = 1, .rows = kg_lines_rows, .cell = kg_lines_cell, .rank = kg_lines_rank,
	.node = kg_lines_node, .attr = kg_lines_attr, .refresh = kg_lines_refresh, .key = kg_lines_key,
	.draw = pager_draw, .destroy = pager_destroy,
};

/* A pager of nothing, as wide as the screen was last. */
static struct kg_error *pager_create(struct kg_app *app, const char *title, struct kg_view **ret)
{
	struct said *s = calloc(1, sizeof(*s));
	struct kg_error *err = s ? kg_lines_create(app, &pager_ops, title, NULL, ret) : kg_error_nomem();
	struct kg_lines *l;

	if (err) {
		free(s);
		return err;
	}
	l = (*ret)->data;
	l->data = s;
	l->build = pager_build;
	return NULL;
}

struct kg_error *kg_view_pager(struct kg_app *app, const char *title, const char *text, struct kg_view **ret)
{
	struct kg_error *err = pager_create(app, title, ret);
	struct kg_strbuf sb = {0};

	while (!err && *text) {
		size_t len = strcspn(text, "\n");

		kg_strbuf_add(&sb, text, len);
		kg_lines_add(&said_of(*ret)->whole, &sb, node_in(kg_app_heap(app), kg_strbuf_text(&sb)), KG_ATTR_NORMAL);
		text += len + (text[len] == '\n');
	}
	kg_strbuf_deinit(&sb);
	if (!err)
		pager_build(*ret, (*ret)->data);
	return err;
}

#define OLDER " (an older snapshot)"

/* What was said stays said, of the snapshot before; its addresses lead to what is there of it. */
static struct kg_error *pager_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct said *from = said_of(old);
	const char *title = kg_strbuf_text(&old->title);
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_puts(&sb, title);
	if (!strstr(title, OLDER))
		kg_strbuf_puts(&sb, OLDER);
	err = pager_create(old->app, kg_strbuf_text(&sb), ret);
	kg_strbuf_reset(&sb);
	for (size_t i = 0; i < from->whole.n && !err; i++) {
		const struct kg_line *line = &from->whole.items[i];

		kg_strbuf_puts(&sb, line->text);
		kg_lines_add(&said_of(*ret)->whole, &sb, kg_turn_node(t, line->node), line->attr);
	}
	kg_strbuf_deinit(&sb);
	if (!err) {
		said_of(*ret)->cols = from->cols;
		pager_build(*ret, (*ret)->data);
	}
	return err;
}

static struct kg_error *gone_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct kg_lines *from = old->data;

	return kg_view_gone(old->app, kg_strbuf_text(&old->title), from->items[0].text, kg_turn_node(t, from->items[0].node), ret);
}

static const struct kg_view_ops gone_ops = {
	.name = "gone",
	.about = "What this view was about is not in the new snapshot. q goes back.",
	.again = gone_again,
	KG_LINES_OPS,
};

struct kg_error *kg_view_gone(struct kg_app *app, const char *title, const char *text, kg_node node, struct kg_view **ret)
{
	struct kg_error *err = kg_lines_create(app, &gone_ops, title, NULL, ret);
	struct kg_strbuf sb = {0};

	if (err)
		return err;
	kg_strbuf_puts(&sb, text);
	kg_lines_add((*ret)->data, &sb, node, KG_ATTR_WARN);
	kg_strbuf_deinit(&sb);
	return NULL;
}
