/*
 * The explorer without a terminal: keys in, canvas out. What draws it and reads keys
 * is screen.c; tests do both by themselves.
 */
#ifndef KG_TUI_APP_H
#define KG_TUI_APP_H

#include <stdio.h>

#include "tui/view.h"

struct kg_app_options {
	struct kg_model *model; /* the caller's */
	const char *target;	/* for the title */
	const char *kedgerc;	/* its text, NULL: none */
	const char *cache_dir;	/* where bookmarks are kept, NULL: nowhere */
	/** Runs a line such as "why 0x7f21c40b6a80" and writes its answer. Called from the jobs' thread. */
	struct kg_error *(*command)(void *arg, const struct kg_session *s, const char *line, FILE *out);
	void *arg;
};

struct kg_error *kg_app_create(const struct kg_app_options *opts, struct kg_app **ret) KG_MUST_CHECK;
void kg_app_destroy(struct kg_app *app);

/** One key or one thing the mouse did. Cost: what is seen, never what there is */
void kg_app_input(struct kg_app *app, struct kg_input in);
/** Takes in results and goes on with searches, some milliseconds long. @return true when it
 * should be called again at once, *ret_waiting: when something may still come */
bool kg_app_tick(struct kg_app *app, bool *ret_waiting);
void kg_app_draw(struct kg_app *app, struct kg_canvas *c);

/* What only a terminal can do, asked for by the last input; asking takes it back. */
bool kg_app_quitting(const struct kg_app *app);
bool kg_app_wants_suspend(struct kg_app *app);
bool kg_app_wants_redraw(struct kg_app *app);
/** Text for the terminal's clipboard, NULL when there is none; owned by @app until the next input. */
const char *kg_app_clipboard(struct kg_app *app);

/* For views. */
struct kg_jobs *kg_app_jobs(struct kg_app *app);
struct kg_model *kg_app_model(const struct kg_app *app);
const struct kg_heap *kg_app_heap(const struct kg_app *app); /* NULL while it is read */
const struct kg_keymap *kg_app_keymap(const struct kg_app *app);
/** One line for the person, until the next key. */
void kg_app_say(struct kg_app *app, const char *fmt, ...) KG_PRINTF(2, 3);
/** Puts a view on top; what could be gone forward to is gone. NULL: without memory, which is told. */
void kg_app_push(struct kg_app *app, struct kg_view *v, struct kg_error *err);
/** Runs a command of kedge and shows what it says. */
void kg_app_command(struct kg_app *app, const char *line);
/** "kept by" in one line: path from a root; an ellipsis while that is not known. Cost: bounded, and kept */
void kg_app_path(struct kg_app *app, kg_node n, struct kg_strbuf *sb);

/* go.c */
/** Shows an address, a type or a module path. */
void kg_app_go(struct kg_app *app, const char *where);

/* bookmarks.c */
struct kg_bookmarks {
	struct kg_bookmark {
		kg_addr addr;
		char *note;
	} *items;
	size_t n, cap;
	char *path; /* of the file, NULL: none */
};
void kg_bookmarks_load(struct kg_bookmarks *b, const char *dir, const struct kg_image *image);
void kg_bookmarks_set(struct kg_bookmarks *b, kg_addr addr, const char *note);
/** Errors: OS, when the file cannot be written */
struct kg_error *kg_bookmarks_save(const struct kg_bookmarks *b) KG_MUST_CHECK;
void kg_bookmarks_deinit(struct kg_bookmarks *b);
struct kg_bookmarks *kg_app_bookmarks(struct kg_app *app);

/* export.c */
/** Errors: USAGE, OS */
struct kg_error *kg_export_table(const struct kg_view *v, const char *path) KG_MUST_CHECK;
struct kg_error *kg_export_dot(struct kg_view *v, const char *path) KG_MUST_CHECK;

/* The views; each is created by its name and pushed. */
struct kg_error *kg_view_overview(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_types(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_objects(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_dominators(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_buffers(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_garbage(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_threads(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_roots(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_memory(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_bookmarks(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_help(struct kg_app *app, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_of_type(struct kg_app *app, uint32_t type, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_of_group(struct kg_app *app, const struct kg_cycle *c, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_object(struct kg_app *app, kg_node n, struct kg_view **ret) KG_MUST_CHECK;
/** Lines of text; addresses in it can be entered. */
struct kg_error *kg_view_pager(struct kg_app *app, const char *title, const char *text,
			       struct kg_view **ret) KG_MUST_CHECK;

#endif
