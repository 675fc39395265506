/* A part of the graph as a file: what is marked or on the screen and what lies around it, the path
 * that keeps an object, the garbage that it is in. Chosen and laid out beside the keyboard. */
#include "config.h" /* first: open_memstream() */

#include "tui/export.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/reach.h"
#include "report/cells.h"
#include "report/dot.h"
#include "tui/app.h"

#define NODES_MAX 200
#define VALUE_WIDTH 60
#define STEPS_MAX 100

static const char *const names[KG_DRAW_COUNT] = {"screen", "from", "to", "both", "path", "cycle"};

const char *kg_drawing_name(enum kg_drawing_what what)
{
	return names[what];
}

static const char *skip_blanks(const char *p)
{
	return p + strspn(p, " ");
}

struct kg_error *kg_drawing_parse(const char *line, struct kg_drawing *d)
{
	struct kg_drawing got = *d;
	char *end;

	line = skip_blanks(line);
	for (int i = 0; i < KG_DRAW_COUNT; i++) {
		size_t len = strlen(names[i]);

		if (strncmp(line, names[i], len) == 0 && line[len] == ' ') {
			got.what = (enum kg_drawing_what)i;
			line = skip_blanks(line + len);
			break;
		}
	}
	if (isdigit((unsigned char)*line)) {
		unsigned long steps = strtoul(line, &end, 10);

		if (*end == ' ' && steps <= STEPS_MAX) {
			got.depth = (unsigned int)steps;
			line = skip_blanks(end);
		} else if (*end == ' ') {
			return kg_error_create(KG_ERR_USAGE, "%lu steps: at most %d", steps, STEPS_MAX);
		}
	}
	if (!*line || strchr(line, ' '))
		return kg_error_create(KG_ERR_USAGE, "expected: screen|from|to|both|path|cycle STEPS FILE; no blanks in FILE");
	got.path = line;
	*d = got;
	return NULL;
}

/* One under way. */
struct draw {
	struct kg_app *app;
	const struct kg_heap *heap;
	const struct kg_anchors *anchors;
	const struct kg_cycles *cycles;
	struct kg_drawing d;
	kg_node starts[NODES_MAX];
	size_t nstarts;
	char *title, *path;
	char *text; /* what becomes the file, once it is whole */
	size_t len, drawn;
	uint64_t left_out;
	struct kg_error *err;
};

static struct kg_error *add_path(const struct draw *d, kg_node n, struct kg_reach *r)
{
	struct kg_error *err = kg_reach_add(r, n);

	for (n = d->anchors->parent[n]; n != KG_NODE_NONE && !err && r->left_out == 0; n = d->anchors->parent[n])
		err = kg_reach_add(r, n);
	return err;
}

static struct kg_error *add_group(const struct draw *d, kg_node n, struct kg_reach *r)
{
	const struct kg_cycle *c = kg_cycles_of(d->cycles, n);
	struct kg_error *err = NULL;

	while (!c && d->anchors->kind[n] == KG_ANCHOR_GARBAGE && d->anchors->parent[n] != KG_NODE_NONE) {
		err = kg_reach_add(r, n); /* what hangs on the group leads to it */
		n = d->anchors->parent[n];
		c = kg_cycles_of(d->cycles, n);
		if (err)
			return err;
	}
	if (!c)
		return kg_error_create(KG_ERR_NOTFOUND, "in no garbage group, and none is known to hold it");
	for (size_t i = 0; i < c->n && !err; i++)
		err = kg_reach_add(r, d->cycles->members[c->first + i]);
	return err;
}

static struct kg_error *choose(const struct draw *d, struct kg_reach *r)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < d->nstarts && !err; i++) {
		if (d->d.what == KG_DRAW_PATH)
			err = add_path(d, d->starts[i], r);
		else if (d->d.what == KG_DRAW_CYCLE)
			err = add_group(d, d->starts[i], r);
		else
			err = kg_reach_add(r, d->starts[i]);
	}
	if (!err && (d->d.what == KG_DRAW_TO || d->d.what == KG_DRAW_BOTH))
		err = kg_reach_extend(r, true, d->d.depth);
	if (!err && (d->d.what == KG_DRAW_SCREEN || d->d.what == KG_DRAW_FROM || d->d.what == KG_DRAW_BOTH))
		err = kg_reach_extend(r, false, d->d.depth);
	return err;
}

static struct kg_error *render(struct draw *d, const struct kg_reach *r, const struct kg_dot_options *opts)
{
	FILE *out = open_memstream(&d->text, &d->len);
	struct kg_error *err;

	if (!out)
		return kg_error_nomem();
	err = kg_report_dot(d->heap, r, opts, out);
	if (fclose(out) != 0 && !err)
		err = kg_error_nomem();
	return err;
}

static void run(void *arg)
{
	static const char *const formats[] = {".svg", ".png", ".pdf"};
	struct draw *d = arg;
	struct kg_dot_options opts = {.title = d->title, .width = VALUE_WIDTH};
	struct kg_reach r = {0};

	for (size_t i = 0; i < KG_ARRAY_SIZE(formats); i++) {
		if (kg_export_ends(d->path, formats[i]))
			opts.format = formats[i] + 1;
	}
	d->err = kg_reach_init(&r, d->heap, NODES_MAX);
	if (d->err)
		return;
	d->err = choose(d, &r);
	if (!d->err)
		d->err = render(d, &r, &opts);
	if (!d->err && kg_jobs_canceled(kg_app_jobs(d->app)))
		d->err = kg_error_create(KG_ERR_CANCELED, "canceled: %s is not written", d->path);
	d->drawn = r.n;
	d->left_out = r.left_out;
	kg_reach_deinit(&r);
}

static void tell(struct draw *d)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_printf(&sb, "written: %s, ", d->path);
	kg_strbuf_count(&sb, d->drawn, "object", NULL);
	if (d->left_out > 0) {
		kg_strbuf_puts(&sb, "; ");
		kg_cell_count(&sb, d->left_out);
		kg_strbuf_puts(&sb, " more next to them are not drawn");
	}
	kg_app_say(d->app, "%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

/* The name that is free by now. */
static struct kg_error *save(struct draw *d)
{
	struct kg_error *err;
	char *path;
	FILE *out;

	err = kg_export_open(d->path, &path, &out);
	if (err)
		return err;
	free(d->path);
	d->path = path;
	if ((fwrite(d->text, 1, d->len, out) != d->len) | fclose(out)) {
		err = kg_error_os(errno, "%s", path);
		unlink(path);
	}
	return err;
}

static void done(void *arg)
{
	struct draw *d = arg;

	if (!d->err && d->text && !kg_app_closing(d->app))
		d->err = save(d);
	if (d->err)
		kg_app_say(d->app, "%s", d->err->text);
	else
		tell(d);
	kg_error_destroy(d->err);
	free(d->text);
	free(d->title);
	free(d->path);
	free(d);
}

static void add_start(struct draw *d, const struct kg_view *v, uint64_t row)
{
	kg_node n = row == KG_ROW_NONE ? KG_NODE_NONE : kg_view_node(v, row);

	if (n != KG_NODE_NONE && d->nstarts < NODES_MAX)
		d->starts[d->nstarts++] = n;
}

/* What is marked; else what the screen shows, the object under the cursor first; else that object. */
static void find_starts(struct draw *d, const struct kg_view *v, kg_node subject)
{
	const struct kg_list *l = &v->list;
	uint64_t row = kg_list_next_marked(v, 0);

	for (; row != KG_ROW_NONE && d->nstarts < NODES_MAX; row = kg_list_next_marked(v, row + 1))
		add_start(d, v, row);
	if (d->nstarts == 0 && subject != KG_NODE_NONE)
		d->starts[d->nstarts++] = subject;
	if (l->nmarks > 0 || d->d.what != KG_DRAW_SCREEN)
		return;
	for (uint64_t i = l->top; i < l->top + (uint64_t)(l->page > 0 ? l->page : 1); i++)
		add_start(d, v, kg_list_row(v, i));
}

static struct kg_error *check(const struct draw *d)
{
	struct kg_strbuf lack = {0};
	struct kg_error *err;

	kg_model_lacks_now(kg_app_model(d->app), KG_NEED_GRAPH, &lack);
	err = lack.len > 0 ? kg_error_create(KG_ERR_NOTFOUND, "%s", kg_strbuf_text(&lack)) : NULL;
	kg_strbuf_deinit(&lack);
	if (err)
		return err;
	if (d->nstarts == 0)
		return kg_error_create(KG_ERR_NOTFOUND, "no object here");
	if ((d->d.what == KG_DRAW_PATH || d->d.what == KG_DRAW_CYCLE) && !d->anchors)
		return kg_error_create(KG_ERR_NOTFOUND, "paths are not known yet");
	if (d->d.what == KG_DRAW_CYCLE && !d->cycles)
		return kg_error_create(KG_ERR_NOTFOUND, "garbage is not known");
	return kg_report_dot_available();
}

struct kg_error *kg_drawing_start(struct kg_view *v, kg_node subject, const struct kg_drawing *from)
{
	const struct kg_model *m = kg_app_model(v->app);
	struct draw *d = calloc(1, sizeof(*d));
	struct kg_error *err;

	if (!d)
		return kg_error_nomem();
	*d = (struct draw){.app = v->app, .heap = kg_app_heap(v->app), .anchors = kg_model_anchors(m),
			   .cycles = kg_model_cycles(m), .d = *from, .title = strdup(kg_strbuf_text(&kg_app_top(v->app)->title))};
	find_starts(d, v, subject);
	d->path = strdup(from->path);
	err = d->title && d->path ? check(d) : kg_error_nomem();
	if (err) {
		free(d->path);
		free(d->title);
		free(d);
		return err;
	}
	kg_app_say(v->app, "drawing %s …", d->path);
	kg_jobs_add(kg_app_jobs(v->app), run, done, d);
	return NULL;
}
