#include "tui/app.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "report/cells.h"
#include "report/chain.h"

#define PATHS_KEPT 512
#define PATH_STEPS 60	  /* longer chains are told by their anchor alone */
#define PATH_WORDS 20000  /* an object with more references takes too long to name one */
#define SLICE_MS 8.0

enum prompt { PROMPT_NONE, PROMPT_SEARCH, PROMPT_FILTER, PROMPT_GO, PROMPT_COMMAND, PROMPT_NOTE, PROMPT_DOT, PROMPT_EXPORT };

struct kg_app {
	struct kg_app_options opts;
	struct kg_jobs *jobs;
	struct kg_keymap keymap;
	struct kg_view **views; /* the stack, and above it those to go forward to */
	size_t nviews, cap, at; /* views[at] is shown */
	unsigned int generation;
	enum prompt prompt;
	struct kg_strbuf text;	/* typed so far */
	struct kg_strbuf message;
	struct kg_strbuf clipboard;
	uint64_t before; /* place of the cursor before the search */
	bool quit, suspend, redraw, copied, loaded, closing;
	struct kg_bookmarks bookmarks;
	struct {
		kg_node node;
		char *text;
	} paths[PATHS_KEPT];
};

struct kg_jobs *kg_app_jobs(struct kg_app *app)
{
	return app->jobs;
}

struct kg_model *kg_app_model(const struct kg_app *app)
{
	return app->opts.model;
}

const struct kg_heap *kg_app_heap(const struct kg_app *app)
{
	return kg_model_heap(app->opts.model);
}

const struct kg_keymap *kg_app_keymap(const struct kg_app *app)
{
	return &app->keymap;
}

struct kg_bookmarks *kg_app_bookmarks(struct kg_app *app)
{
	return &app->bookmarks;
}

void kg_app_say(struct kg_app *app, const char *fmt, ...)
{
	va_list ap;

	kg_strbuf_reset(&app->message);
	va_start(ap, fmt);
	kg_strbuf_vprintf(&app->message, fmt, ap);
	va_end(ap);
}

static void complain(struct kg_app *app, struct kg_error *err)
{
	if (err)
		kg_app_say(app, "%s", err->text);
	kg_error_destroy(err);
}

static struct kg_view *shown(struct kg_app *app)
{
	return app->views[app->at];
}

/* The part of it that keys go to. */
static struct kg_view *focus(struct kg_app *app)
{
	struct kg_view *v = shown(app);

	return v->ops->focus ? v->ops->focus(v) : v;
}

void kg_app_push(struct kg_app *app, struct kg_view *v, struct kg_error *err)
{
	if (!err)
		err = kg_grow(&app->views, &app->cap, app->nviews + 1, sizeof(struct kg_view *));
	if (err) {
		complain(app, err);
		kg_view_destroy(v);
		return;
	}
	while (app->nviews > app->at + 1)
		kg_view_destroy(app->views[--app->nviews]);
	app->views[app->nviews++] = v;
	app->at = app->nviews - 1;
}

struct kg_error *kg_app_create(const struct kg_app_options *opts, struct kg_app **ret)
{
	struct kg_app *app = calloc(1, sizeof(*app));
	struct kg_view *v = NULL;
	struct kg_error *err;

	if (!app)
		return kg_error_nomem();
	app->opts = *opts;
	for (size_t i = 0; i < PATHS_KEPT; i++)
		app->paths[i].node = KG_NODE_NONE;
	kg_keymap_init(&app->keymap);
	err = kg_jobs_create(&app->jobs);
	if (!err)
		err = kg_grow(&app->views, &app->cap, 1, sizeof(struct kg_view *));
	if (!err)
		err = kg_view_overview(app, &v);
	if (err) {
		kg_app_destroy(app);
		return err;
	}
	app->views[app->nviews++] = v;
	if (opts->kedgerc)
		kg_keymap_read(&app->keymap, opts->kedgerc, &app->message);
	*ret = app;
	return NULL;
}

void kg_app_destroy(struct kg_app *app)
{
	if (!app)
		return;
	app->closing = true;
	kg_jobs_destroy(app->jobs);
	for (size_t i = 0; i < app->nviews; i++)
		kg_view_destroy(app->views[i]);
	for (size_t i = 0; i < PATHS_KEPT; i++)
		free(app->paths[i].text);
	kg_bookmarks_deinit(&app->bookmarks);
	kg_strbuf_deinit(&app->text);
	kg_strbuf_deinit(&app->message);
	kg_strbuf_deinit(&app->clipboard);
	free(app->views);
	free(app);
}

bool kg_app_quitting(const struct kg_app *app)
{
	return app->quit;
}

bool kg_app_wants_suspend(struct kg_app *app)
{
	bool wants = app->suspend;

	app->suspend = false;
	return wants;
}

bool kg_app_wants_redraw(struct kg_app *app)
{
	bool wants = app->redraw;

	app->redraw = false;
	return wants;
}

const char *kg_app_clipboard(struct kg_app *app)
{
	bool copied = app->copied;

	app->copied = false;
	return copied ? kg_strbuf_text(&app->clipboard) : NULL;
}

/* Paths */

static bool many_references(const struct kg_heap *h, kg_node n)
{
	uint32_t count = 0;
	const uint32_t *p = h->graph.to + h->graph.start[n];

	if (h->graph.start[n] == KG_NODE_NONE)
		return false;
	while (count <= PATH_WORDS && !(*p++ & KG_WORD_LAST))
		count++;
	return count > PATH_WORDS;
}

/* Can the chain be put into words while one waits? */
static bool telling(const struct kg_anchors *a, kg_node n, kg_node *ret_first)
{
	unsigned int steps = 0;
	bool short_enough = true;

	for (; a->parent[n] != KG_NODE_NONE && steps < 1000000; steps++) {
		n = a->parent[n];
		short_enough = short_enough && steps < PATH_STEPS && !many_references(a->heap, n);
	}
	*ret_first = n;
	return short_enough;
}

static void tell_path(struct kg_app *app, const struct kg_anchors *a, kg_node n, struct kg_strbuf *sb)
{
	struct kg_chain chain = {0};
	kg_node first;
	bool whole = telling(a, n, &first);
	struct kg_error *err = kg_anchors_chain(a, whole ? n : first, &chain);

	if (err) {
		kg_strbuf_puts(sb, err->text);
		kg_error_destroy(err);
		return;
	}
	if (whole) {
		kg_report_path(a->heap, &chain, kg_model_cycles(app->opts.model), sb);
	} else {
		kg_report_anchor(a->heap, &chain, kg_model_cycles(app->opts.model), sb);
		kg_strbuf_puts(sb, " … a long chain, w tells it");
	}
	kg_chain_deinit(&chain);
}

void kg_app_path(struct kg_app *app, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_anchors *a = kg_model_anchors(app->opts.model);
	struct kg_strbuf text = {0};
	size_t slot = n % PATHS_KEPT;

	if (!a || n == KG_NODE_NONE) {
		kg_strbuf_puts(sb, kg_model_finished(app->opts.model) ? "?" : "…");
		return;
	}
	if (app->paths[slot].node != n) {
		tell_path(app, a, n, &text);
		free(app->paths[slot].text);
		app->paths[slot].text = text.text;
		app->paths[slot].node = text.text ? n : KG_NODE_NONE;
	}
	kg_strbuf_puts(sb, app->paths[slot].text ? app->paths[slot].text : "");
}

/* Commands */

struct command {
	struct kg_app *app;
	char *line, *text;
	size_t len;
	struct kg_error *err;
};

static void command_run(void *arg)
{
	struct command *c = arg;
	FILE *out = open_memstream(&c->text, &c->len);

	if (!out) {
		c->err = kg_error_nomem();
		return;
	}
	c->err = c->app->opts.command(c->app->opts.arg, kg_model_session(c->app->opts.model), c->line, out);
	if (fclose(out) != 0 && !c->err)
		c->err = kg_error_nomem();
}

static void command_done(void *arg)
{
	struct command *c = arg;
	struct kg_view *v = NULL;

	if (c->err) {
		complain(c->app, c->err);
	} else if (!c->app->closing && c->text) {
		struct kg_error *err = kg_view_pager(c->app, c->line, c->text, &v);

		kg_strbuf_reset(&c->app->message);
		kg_app_push(c->app, v, err);
	}
	free(c->line);
	free(c->text);
	free(c);
}

void kg_app_command(struct kg_app *app, const char *line)
{
	struct command *c;

	if (!kg_app_heap(app) || !app->opts.command) {
		kg_app_say(app, "%s", app->opts.command ? "not before the target is read" : "no commands here");
		return;
	}
	c = calloc(1, sizeof(*c));
	if (c)
		c->line = strdup(line);
	if (!c || !c->line) {
		free(c);
		complain(app, kg_error_nomem());
		return;
	}
	c->app = app;
	kg_app_say(app, "%s …", line);
	kg_jobs_add(app->jobs, command_run, command_done, c);
}

/* Views by key */

static struct kg_error *create(struct kg_app *app, enum kg_action a, struct kg_view **ret)
{
	switch (a) {
	case KG_DO_VIEW_OVERVIEW:
		return kg_view_overview(app, ret);
	case KG_DO_VIEW_TYPES:
		return kg_view_types(app, ret);
	case KG_DO_VIEW_OBJECTS:
		return kg_view_objects(app, ret);
	case KG_DO_VIEW_DOMINATORS:
		return kg_view_dominators(app, ret);
	case KG_DO_VIEW_BUFFERS:
		return kg_view_buffers(app, ret);
	case KG_DO_VIEW_GARBAGE:
		return kg_view_garbage(app, ret);
	case KG_DO_VIEW_THREADS:
		return kg_view_threads(app, ret);
	case KG_DO_VIEW_ROOTS:
		return kg_view_roots(app, ret);
	case KG_DO_VIEW_MEMORY:
		return kg_view_memory(app, ret);
	case KG_DO_VIEW_BOOKMARKS:
		return kg_view_bookmarks(app, ret);
	default:
		return kg_view_help(app, ret);
	}
}

static void open_view(struct kg_app *app, enum kg_action a)
{
	struct kg_view *v = NULL;
	struct kg_error *err = create(app, a, &v);

	kg_app_push(app, v, err);
}

/* The views that have keys, in that order; from another one Tab goes to the first or last. */
static void neighbor(struct kg_app *app, int step)
{
	static const char *const names[] = {
#define KEY(action, name, key1, key2, help) name,
#include "tui/keys.def"
#undef KEY
	};
	int first = KG_DO_VIEW_OVERVIEW, n = KG_DO_VIEW_BOOKMARKS - KG_DO_VIEW_OVERVIEW + 1, at = -1;

	for (int i = 0; i < n; i++) {
		if (strcmp(names[first - 1 + i], shown(app)->ops->name) == 0)
			at = i;
	}
	at = at < 0 ? (step > 0 ? 0 : n - 1) : (at + step + n) % n;
	open_view(app, (enum kg_action)(first + at));
}

/* Actions on an object */

static kg_node current_node(struct kg_app *app)
{
	struct kg_view *v = focus(app);
	kg_node n = kg_view_node(v, kg_list_current(v));

	return n == KG_NODE_NONE && shown(app)->ops->subject ? shown(app)->ops->subject(shown(app)) : n;
}

static void why(struct kg_app *app)
{
	kg_node n = current_node(app);
	char line[40];

	if (n == KG_NODE_NONE) {
		kg_app_say(app, "no object here");
		return;
	}
	snprintf(line, sizeof(line), "why 0x%llx", (unsigned long long)kg_heap_addr(kg_app_heap(app), n));
	kg_app_command(app, line);
}

/* The group that an object is in, or that holds it by the shortest chain. */
static const struct kg_cycle *holding_group(struct kg_app *app, const struct kg_cycles *cycles, kg_node n)
{
	const struct kg_anchors *a = kg_model_anchors(app->opts.model);
	const struct kg_cycle *c = kg_cycles_of(cycles, n);
	kg_node first;

	if (c || !a || a->kind[n] != KG_ANCHOR_GARBAGE)
		return c;
	telling(a, n, &first);
	return kg_cycles_of(cycles, first);
}

static void show_group(struct kg_app *app, const struct kg_cycle *c)
{
	struct kg_view *v = NULL;
	struct kg_error *err = kg_view_of_group(app, c, &v);

	kg_app_push(app, v, err);
}

static void cycle(struct kg_app *app)
{
	kg_node n = current_node(app);
	const struct kg_cycles *cycles = kg_model_cycles(app->opts.model);
	const struct kg_cycle *c = n != KG_NODE_NONE && cycles ? holding_group(app, cycles, n) : NULL;

	if (!cycles && !kg_model_finished(app->opts.model))
		kg_app_say(app, "garbage is not known yet");
	else if (!c)
		kg_app_say(app, "%s", n == KG_NODE_NONE ? "no object here" : "in no garbage group, and none is known to hold it");
	else
		show_group(app, c);
}

static void copy(struct kg_app *app, bool path)
{
	struct kg_view *v = focus(app);
	const struct kg_heap *h = kg_app_heap(app);
	kg_node n = current_node(app);
	uint64_t rows = v->list.nmarks ? kg_list_shown(v) : 0;

	kg_strbuf_reset(&app->clipboard);
	for (uint64_t i = 0; i < rows && app->clipboard.len < 60000 && !path; i++) {
		kg_node one = kg_list_marked(v, kg_list_row(v, i)) ? kg_view_node(v, kg_list_row(v, i)) : KG_NODE_NONE;

		if (one != KG_NODE_NONE)
			kg_strbuf_printf(&app->clipboard, "%s0x%llx", app->clipboard.len ? " " : "",
					 (unsigned long long)kg_heap_addr(h, one));
	}
	if (app->clipboard.len == 0 && n != KG_NODE_NONE && path)
		kg_app_path(app, n, &app->clipboard);
	else if (app->clipboard.len == 0 && n != KG_NODE_NONE)
		kg_cell_addr(&app->clipboard, kg_heap_addr(h, n));
	app->copied = app->clipboard.len > 0;
	if (app->copied)
		kg_app_say(app, "copied: %.*s", 100, kg_strbuf_text(&app->clipboard));
	else
		kg_app_say(app, "no object here");
}

static void enter(struct kg_app *app)
{
	struct kg_view *v = focus(app), *next = NULL;
	uint64_t row = kg_list_current(v);
	kg_node n;

	if (row == KG_ROW_NONE)
		return;
	if (v->ops->enter) {
		v->ops->enter(v, row);
		return;
	}
	n = kg_view_node(v, row);
	if (n != KG_NODE_NONE) {
		struct kg_error *err = kg_view_object(app, n, &next);

		kg_app_push(app, next, err);
	}
}

/* Prompts */

static void ask(struct kg_app *app, enum prompt p)
{
	app->prompt = p;
	kg_strbuf_reset(&app->text);
	app->before = focus(app)->list.cursor;
	if ((p == PROMPT_NOTE || p == PROMPT_DOT) && current_node(app) == KG_NODE_NONE && focus(app)->list.nmarks == 0) {
		app->prompt = PROMPT_NONE;
		kg_app_say(app, "no object here");
	}
}

static void bookmark(struct kg_app *app, const char *note)
{
	kg_node n = current_node(app);
	kg_addr addr = n == KG_NODE_NONE ? 0 : kg_heap_addr(kg_app_heap(app), n);
	struct kg_error *err;

	if (!addr)
		return;
	kg_bookmarks_set(&app->bookmarks, addr, note);
	err = kg_bookmarks_save(&app->bookmarks);
	if (err)
		complain(app, err);
	else
		kg_app_say(app, "bookmarked 0x%llx", (unsigned long long)addr);
}

static void write_file(struct kg_app *app, bool dot, const char *path)
{
	struct kg_error *err;

	if (!*path)
		return;
	err = dot ? kg_export_dot(focus(app), path) : kg_export_table(focus(app), path);
	if (err)
		complain(app, err);
	else
		kg_app_say(app, "written: %s", path);
}

static void answer(struct kg_app *app)
{
	enum prompt p = app->prompt;
	const char *text = kg_strbuf_text(&app->text);

	app->prompt = PROMPT_NONE;
	switch (p) {
	case PROMPT_FILTER:
		kg_list_set_filter(focus(app), text);
		break;
	case PROMPT_GO:
		if (*text)
			kg_app_go(app, text);
		break;
	case PROMPT_COMMAND:
		if (*text)
			kg_app_command(app, text);
		break;
	case PROMPT_NOTE:
		bookmark(app, text);
		break;
	case PROMPT_DOT:
	case PROMPT_EXPORT:
		write_file(app, p == PROMPT_DOT, text);
		break;
	default:
		break;
	}
}

/* The search follows what is typed, from where it began. */
static void follow(struct kg_app *app)
{
	struct kg_view *v = focus(app);

	if (app->prompt != PROMPT_SEARCH)
		return;
	kg_strbuf_reset(&app->message);
	kg_list_move(v, app->before);
	kg_list_search(v, kg_strbuf_text(&app->text), 0);
}

static void type_key(struct kg_app *app, int key)
{
	struct kg_strbuf *t = &app->text;

	if (key == KG_KEY_ENTER || key == '\n' || key == '\r') {
		answer(app);
	} else if (key == KG_KEY_ESC || key == 3) {
		if (app->prompt == PROMPT_SEARCH)
			kg_list_move(focus(app), app->before);
		app->prompt = PROMPT_NONE;
	} else if (key == KG_KEY_BACKSPACE || key == 8) {
		while (t->len > 0 && ((unsigned char)t->text[--t->len] & 0xc0) == 0x80)
			;
		if (t->text)
			t->text[t->len] = '\0';
		follow(app);
	} else if (key == 21) { /* Ctrl-U */
		kg_strbuf_reset(t);
		follow(app);
	} else if (key >= ' ' && key < KG_KEY_UP && key != 127) {
		kg_strbuf_utf8(t, (uint32_t)key);
		follow(app);
	}
}

/* The mouse */

static void mouse(struct kg_app *app, struct kg_input in)
{
	struct kg_view *v = shown(app);
	int wheel = in.key == KG_KEY_WHEEL_UP ? -3 : in.key == KG_KEY_WHEEL_DOWN ? 3 : 0;

	if (v->ops->click)
		v->ops->click(v, in.row, in.col);
	v = focus(app);
	if (wheel) {
		uint64_t at = v->list.cursor;

		kg_list_move(v, wheel < 0 && at < 3 ? 0 : at + (uint64_t)(int64_t)wheel);
		return;
	}
	if (in.row < v->list.first_row || in.row >= v->list.first_row + v->list.page)
		return;
	kg_list_move(v, v->list.top + (uint64_t)(in.row - v->list.first_row));
	if (in.key == KG_KEY_DOUBLE_CLICK)
		enter(app);
}

static bool own_action(struct kg_app *app, enum kg_action a)
{
	switch (a) {
	case KG_DO_ENTER:
		enter(app);
		break;
	case KG_DO_BACK:
		if (app->at == 0)
			app->quit = true;
		else
			app->at--;
		break;
	case KG_DO_FORWARD:
		if (app->at + 1 < app->nviews)
			app->at++;
		else
			kg_app_say(app, "nothing to go forward to");
		break;
	case KG_DO_NEXT:
		neighbor(app, 1);
		break;
	case KG_DO_PREVIOUS:
		neighbor(app, -1);
		break;
	case KG_DO_WHY:
		why(app);
		break;
	case KG_DO_CYCLE:
		cycle(app);
		break;
	case KG_DO_COPY:
		copy(app, false);
		break;
	case KG_DO_COPY_PATH:
		copy(app, true);
		break;
	case KG_DO_REDRAW:
		app->redraw = true;
		break;
	case KG_DO_SUSPEND:
		app->suspend = true;
		break;
	case KG_DO_QUIT:
		app->quit = true;
		break;
	default:
		return false;
	}
	return true;
}

static bool ask_action(struct kg_app *app, enum kg_action a)
{
	static const struct {
		enum kg_action action;
		enum prompt prompt;
	} table[] = {{KG_DO_SEARCH, PROMPT_SEARCH},   {KG_DO_FILTER, PROMPT_FILTER}, {KG_DO_GO, PROMPT_GO},
		     {KG_DO_COMMAND, PROMPT_COMMAND}, {KG_DO_BOOKMARK, PROMPT_NOTE}, {KG_DO_DOT, PROMPT_DOT},
		     {KG_DO_EXPORT, PROMPT_EXPORT}};

	for (size_t i = 0; i < KG_ARRAY_SIZE(table); i++) {
		if (table[i].action == a) {
			ask(app, table[i].prompt);
			return true;
		}
	}
	return false;
}

void kg_app_input(struct kg_app *app, struct kg_input in)
{
	enum kg_action a;
	struct kg_view *v;

	if (in.key >= KG_KEY_CLICK && in.key <= KG_KEY_WHEEL_DOWN) {
		if (app->prompt == PROMPT_NONE)
			mouse(app, in);
		return;
	}
	if (app->prompt != PROMPT_NONE) {
		type_key(app, in.key);
		return;
	}
	kg_strbuf_reset(&app->message);
	a = kg_keymap_action(&app->keymap, in.key);
	if (shown(app)->ops->action && shown(app)->ops->action(shown(app), a, kg_list_current(shown(app))))
		return;
	v = focus(app);
	if (kg_list_action(v, a) || own_action(app, a) || ask_action(app, a))
		return;
	if (a == KG_DO_HELP || (a >= KG_DO_VIEW_OVERVIEW && a <= KG_DO_VIEW_BOOKMARKS))
		open_view(app, a);
	else if (a == KG_DO_NOTHING && in.key != KG_KEY_NONE)
		kg_app_say(app, "this key does nothing; ? tells what there is");
}

/* While a job uses a view's rows they stay as they are. */
static void refresh(struct kg_app *app)
{
	unsigned int now = kg_model_generation(app->opts.model);
	bool busy = false;

	if (now == app->generation)
		return;
	if (kg_app_heap(app) && !app->loaded) {
		app->loaded = true;
		kg_bookmarks_load(&app->bookmarks, app->opts.cache_dir, kg_app_heap(app)->image);
	}
	for (size_t i = 0; i < PATHS_KEPT; i++)
		app->paths[i].node = KG_NODE_NONE;
	for (size_t i = 0; i < app->nviews; i++) {
		struct kg_view *v = app->views[i];

		busy |= v->pins > 0;
		if (v->pins == 0 && v->ops->refresh && v->ops->refresh(v))
			kg_list_reset(v);
	}
	if (!busy)
		app->generation = now;
}

bool kg_app_tick(struct kg_app *app, bool *ret_waiting)
{
	size_t pending = kg_jobs_poll(app->jobs);

	refresh(app);
	*ret_waiting = pending > 0 || !kg_model_finished(app->opts.model);
	return kg_list_work(focus(app), SLICE_MS);
}

/* Drawing */

static void draw_title(struct kg_app *app, struct kg_canvas *c)
{
	struct kg_strbuf sb = {0};

	kg_canvas_paint(c, 0, 0, c->cols, KG_ATTR_TITLE);
	kg_strbuf_puts(&sb, "kedge ");
	kg_strbuf_escape(&sb, app->opts.target, strlen(app->opts.target));
	for (size_t i = app->at > 3 ? app->at - 2 : 0; i <= app->at; i++) {
		kg_strbuf_puts(&sb, i > 0 && i == app->at - 2 && app->at > 3 ? " … ▸ " : " ▸ ");
		kg_strbuf_puts(&sb, kg_strbuf_text(&app->views[i]->title));
	}
	kg_canvas_text(c, 0, 0, c->cols, KG_ATTR_TITLE, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

/* "types 120/4,512" and what is done to the table. */
static void add_place(const struct kg_view *v, struct kg_strbuf *sb)
{
	const struct kg_list *l = &v->list;
	uint64_t n = kg_list_shown(v);

	kg_cell_count(sb, n ? l->cursor + 1 : 0);
	kg_strbuf_putc(sb, '/');
	kg_cell_count(sb, n);
	if (l->filter.len > 0)
		kg_strbuf_printf(sb, " with \"%s\"%s", kg_strbuf_text(&l->filter),
				 l->scanned < kg_view_rows(v) ? "…" : "");
	if (l->search_left > 0)
		kg_strbuf_puts(sb, " searching…");
	if (l->nmarks > 0) {
		kg_strbuf_puts(sb, ", marked ");
		kg_cell_count(sb, l->nmarks);
	}
}

static void add_progress(struct kg_app *app, struct kg_strbuf *sb)
{
	double part = -1;
	const char *phase = kg_model_phase(app->opts.model, &part);

	if (!phase)
		return;
	kg_strbuf_printf(sb, "  %s ", phase);
	for (int i = 0; i < 10 && part >= 0; i++)
		kg_strbuf_puts(sb, i < part * 10 ? "█" : "░");
	if (part < 0)
		kg_strbuf_puts(sb, "…");
}

static void draw_status(struct kg_app *app, struct kg_canvas *c)
{
	static const char *const asks[] = {"",	       "search: ",	      "filter: ",
					   "go to: ",   ":",		      "note: ",
					   "DOT or .svg file: ", ".csv or .json file: "};
	struct kg_strbuf sb = {0}, right = {0};
	int row = c->rows - 1;

	kg_canvas_paint(c, row, 0, c->cols, KG_ATTR_TITLE);
	add_place(focus(app), &right);
	add_progress(app, &right);
	if (app->prompt != PROMPT_NONE) {
		kg_strbuf_puts(&sb, asks[app->prompt]);
		kg_strbuf_puts(&sb, kg_strbuf_text(&app->text));
		kg_strbuf_putc(&sb, '_');
	} else if (app->message.len > 0) {
		kg_strbuf_puts(&sb, kg_strbuf_text(&app->message));
	} else {
		kg_strbuf_puts(&sb, "? help  Tab view  / search  g go  w why  q back");
	}
	if (app->prompt == PROMPT_NONE && app->message.len == 0)
		kg_canvas_right(c, row, 0, c->cols, KG_ATTR_TITLE, kg_strbuf_text(&right));
	kg_canvas_text(c, row, 0,
		       app->prompt != PROMPT_NONE || app->message.len ? c->cols : c->cols - (int)kg_cell_columns(kg_strbuf_text(&right)) - 2,
		       KG_ATTR_TITLE, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	kg_strbuf_deinit(&right);
}

void kg_app_draw(struct kg_app *app, struct kg_canvas *c)
{
	struct kg_view *v = shown(app);

	kg_canvas_clear(c);
	if (v->ops->draw)
		v->ops->draw(v, c, 1, c->rows - 2);
	else
		kg_list_draw(v, c, 1, 0, c->rows - 2, c->cols, true);
	draw_title(app, c);
	draw_status(app, c);
}
