/* The line that a person types into: what is asked, and what becomes of the answer. */
#include "tui/app_priv.h"

#include <ctype.h>
#include <string.h>

bool kg_app_asks(const struct kg_app *app)
{
	return app->prompt != KG_PROMPT_NONE;
}

/* "kedge-types.csv": letters, digits and dots of the view's title. */
static void add_file_name(struct kg_app *app, const char *ending, struct kg_strbuf *sb)
{
	const char *title = kg_strbuf_text(&kg_app_top(app)->title);
	bool dash = true;

	kg_strbuf_puts(sb, "kedge-");
	for (int i = 0; *title && i < 40; title++, i++) {
		bool plain = isalnum((unsigned char)*title) || *title == '.';

		if (plain || !dash)
			kg_strbuf_putc(sb, plain ? *title : '-');
		dash = !plain;
	}
	kg_strbuf_puts(sb, ending);
}

/* What was answered last time is proposed: Enter is enough. */
static void propose(struct kg_app *app, enum kg_prompt p)
{
	struct kg_drawing *d = &app->drawing;

	if (p == KG_PROMPT_DOT) {
		if (d->what == KG_DRAW_SCREEN && kg_app_top(app)->ops->subject)
			d->what = KG_DRAW_BOTH; /* that is what the screen shows of one object */
		kg_strbuf_printf(&app->edit.text, "%s ", kg_drawing_name(d->what));
		if (d->what < KG_DRAW_PATH)
			kg_strbuf_printf(&app->edit.text, "%u ", d->depth);
		add_file_name(app, app->dot_ending, &app->edit.text);
	} else if (p == KG_PROMPT_NOTE && kg_app_node(app) != KG_NODE_NONE) {
		const char *note = kg_bookmarks_note(&app->bookmarks, kg_app_heap(app), kg_app_node(app));

		kg_strbuf_puts(&app->edit.text, note ? note : "");
	} else if (p == KG_PROMPT_EXPORT) {
		add_file_name(app, app->table_ending, &app->edit.text);
	}
}

static bool stop_writing(struct kg_app *app)
{
	if (!app->writing)
		return false;
	kg_app_say(app, "stopped: %s is not written", kg_export_path(app->writing));
	kg_app_stop_writing(app);
	return true;
}

void kg_app_ask(struct kg_app *app, enum kg_prompt p)
{
	struct kg_view *v = kg_app_focus(app);

	if (p == KG_PROMPT_EXPORT && stop_writing(app))
		return;
	if ((p == KG_PROMPT_NOTE && kg_app_node(app) == KG_NODE_NONE) ||
	    (p == KG_PROMPT_DOT && kg_app_node(app) == KG_NODE_NONE && v->list.nmarks == 0)) {
		kg_app_say(app, "no object here");
		return;
	}
	app->prompt = p;
	app->history[p].at = app->history[p].n;
	kg_edit_set(&app->edit, "");
	app->before = v->list.cursor;
	propose(app, p);
	app->edit.caret = app->edit.text.len;
}

static void bookmark(struct kg_app *app, const char *note)
{
	kg_node n = kg_app_node(app);
	kg_addr addr = n == KG_NODE_NONE ? 0 : kg_heap_addr(kg_app_heap(app), n);
	struct kg_error *err;

	if (!addr)
		return;
	kg_bookmarks_set(&app->bookmarks, addr, kg_heap_type(kg_app_heap(app), n)->name, note);
	err = kg_bookmarks_save(&app->bookmarks);
	if (err)
		kg_app_complain(app, err);
	else
		kg_app_say(app, "bookmarked 0x%llx", (unsigned long long)addr);
}

static void keep_ending(const char *path, char *ending, size_t size)
{
	const char *dot = strrchr(path, '.');

	if (dot && strlen(dot) < size)
		memcpy(ending, dot, strlen(dot) + 1);
}

static void draw_graph(struct kg_app *app, const char *line)
{
	struct kg_error *err = kg_drawing_parse(line, &app->drawing);

	if (!err) {
		keep_ending(app->drawing.path, app->dot_ending, sizeof(app->dot_ending));
		err = kg_drawing_start(kg_app_focus(app), kg_app_node(app), &app->drawing);
	}
	app->drawing.path = NULL;
	kg_app_complain(app, err);
}

static void write_table(struct kg_app *app, const char *path)
{
	struct kg_error *err = kg_export_create(kg_app_focus(app), path, &app->writing);

	if (!err)
		keep_ending(path, app->table_ending, sizeof(app->table_ending));
	kg_app_complain(app, err);
}

static void answer(struct kg_app *app)
{
	enum kg_prompt p = app->prompt;
	const char *text = kg_strbuf_text(&app->edit.text);

	app->prompt = KG_PROMPT_NONE;
	kg_app_remember(app, p, text);
	switch (p) {
	case KG_PROMPT_FILTER:
		kg_list_set_filter(kg_app_focus(app), text);
		break;
	case KG_PROMPT_GO:
		if (*text)
			kg_app_go(app, text);
		break;
	case KG_PROMPT_COMMAND:
		if (*text)
			kg_app_command(app, text);
		break;
	case KG_PROMPT_NOTE:
		bookmark(app, text);
		break;
	case KG_PROMPT_DOT:
		if (*text)
			draw_graph(app, text);
		break;
	case KG_PROMPT_EXPORT:
		if (*text)
			write_table(app, text);
		break;
	default:
		break;
	}
}

/* The search follows what is typed, from where it began. */
static void follow(struct kg_app *app)
{
	struct kg_view *v = kg_app_focus(app);

	if (app->prompt != KG_PROMPT_SEARCH)
		return;
	kg_strbuf_reset(&app->message);
	kg_list_move(v, app->before);
	kg_list_search(v, kg_strbuf_text(&app->edit.text), 0);
}

void kg_app_type(struct kg_app *app, int key)
{
	kg_strbuf_reset(&app->choices);
	if (key == KG_KEY_UP || key == KG_KEY_DOWN) {
		kg_app_recall(app, key == KG_KEY_UP ? -1 : 1);
		follow(app);
	} else if (key == '\t' && app->prompt == KG_PROMPT_COMMAND) {
		kg_app_complete(app);
	} else if (key == KG_KEY_ENTER || key == '\n' || key == '\r') {
		answer(app);
	} else if (key == KG_KEY_ESC || key == 3) {
		if (app->prompt == KG_PROMPT_SEARCH)
			kg_list_move(kg_app_focus(app), app->before);
		app->prompt = KG_PROMPT_NONE;
	} else if (kg_edit_key(&app->edit, key)) {
		follow(app);
	}
}
