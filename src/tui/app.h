/*
 * The explorer without a terminal: keys in, canvas out. What draws it and reads keys
 * is screen.c; tests do both by themselves.
 */
#ifndef KG_TUI_APP_H
#define KG_TUI_APP_H

#include <stdio.h>

#include "tui/view.h"

struct kg_app_options {
	/** The caller's; a new snapshot takes its place and ends it: kg_app_model() is the one to be ended by the caller. */
	struct kg_model *model;
	double refresh_every; /* seconds from one snapshot to the next by itself, 0: only when a person asks */
	/** Takes a new snapshot. NULL: kg_model_create_after() of a live process, and none of a core */
	struct kg_error *(*next)(void *arg, const struct kg_model *before, struct kg_model **ret);
	const char *target;	/* for the title */
	const char *kedgerc;	/* its text, NULL: none */
	const char *kedgerc_name; /* for complaints about it */
	const char *state_dir;	/* where bookmarks are kept, NULL: nowhere */
	/** Runs a line such as "why 0x7f21c40b6a80" and writes its answer. Called from the jobs' thread. */
	struct kg_error *(*command)(void *arg, const struct kg_session *s, const char *line, FILE *out);
	/** Calls @choice with each word that the last one of @line may become. NULL: nobody knows */
	void (*complete)(void *arg, const char *line, void (*choice)(void *to, const char *word), void *to);
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
/** What is shown, and whether a question is open. */
struct kg_view *kg_app_top(struct kg_app *app);
bool kg_app_asks(const struct kg_app *app);
/** Before the process ends without kg_app_destroy(): a file that is not whole goes away. */
void kg_app_stop_writing(struct kg_app *app);

/* What only a terminal can do, asked for by the last input; asking takes it back. */
bool kg_app_quitting(const struct kg_app *app);
bool kg_app_wants_suspend(struct kg_app *app);
bool kg_app_wants_redraw(struct kg_app *app);
/** Text for the terminal's clipboard, NULL when there is none; owned by @app until the next input. */
const char *kg_app_clipboard(struct kg_app *app);

/* For views. */
struct kg_jobs *kg_app_jobs(struct kg_app *app);
struct kg_model *kg_app_model(const struct kg_app *app);
const struct kg_heap *kg_app_heap(const struct kg_app *app); /* NULL until it has objects */
const struct kg_heap *kg_app_whole_heap(const struct kg_app *app); /* NULL while anything of it is still read */
const struct kg_keymap *kg_app_keymap(const struct kg_app *app);
/** Is it going away? Then what a job found is of no use. */
bool kg_app_closing(const struct kg_app *app);
/** One line for the person, until the next key. */
void kg_app_say(struct kg_app *app, const char *fmt, ...) KG_PRINTF(2, 3);
/** Puts a view on top; what could be gone forward to is gone. NULL: without memory, which is told. */
void kg_app_push(struct kg_app *app, struct kg_view *v, struct kg_error *err);
/** Runs a command of kedge and shows what it says. */
void kg_app_command(struct kg_app *app, const char *line);
/* paths.c */
/** "kept by" in one line: path from a root; an ellipsis while that is not known. Cost: bounded, and kept */
void kg_app_path(struct kg_app *app, kg_node n, struct kg_strbuf *sb);
/** Text kept for @key until a result comes or another key needs the place, NULL when there is none. Keys
 * below 2^32 are kg_app_path()'s. */
const char *kg_app_note(const struct kg_app *app, uint64_t key);
void kg_app_keep_note(struct kg_app *app, uint64_t key, const char *text);
/** Has this drawing used up its time? Then leave out what takes any: it is drawn again at once. */
bool kg_app_hurried(struct kg_app *app);
/** References of @n, counted no further than @max. */
uint32_t kg_app_references(const struct kg_heap *h, kg_node n, uint32_t max);

/** The line in place of rows that cannot be there yet, for the table of @v drawn at @top. */
void kg_app_draw_lack(struct kg_app *app, const struct kg_view *v, struct kg_canvas *c, int top, int left, int width);

/* refresh.c */
/** What differences are told against. */
enum kg_since kg_app_since(const struct kg_app *app);
/** Differences as that says, NULL when there is no older snapshot. */
const struct kg_then *kg_app_then(const struct kg_app *app);

/* go.c */
/** Shows an address, a type or a module path. */
void kg_app_go(struct kg_app *app, const char *where);

/* bookmarks.c */
struct kg_bookmarks {
	struct kg_bookmark {
		kg_addr addr;
		char *note;
		char *type; /* of the object, NULL: not known */
	} *items;
	size_t n, cap;
	char *path; /* of the file, NULL: none */
};
/** @live: of the process, whichever snapshot of it; else of the one core */
void kg_bookmarks_load(struct kg_bookmarks *b, const char *dir, const struct kg_image *image, bool live);
/** @type: NULL when it is not known */
void kg_bookmarks_set(struct kg_bookmarks *b, kg_addr addr, const char *type, const char *note);
/** Notes the types of those whose type is not known, by what @h has at their addresses. */
void kg_bookmarks_learn(struct kg_bookmarks *b, const struct kg_heap *h);
/** The object that it is about; KG_NODE_NONE when it is gone, or its address has one of another type. */
kg_node kg_bookmark_node(const struct kg_bookmark *b, const struct kg_heap *h);
void kg_bookmarks_remove(struct kg_bookmarks *b, kg_addr addr);
/** The note, NULL when it has no bookmark. */
const char *kg_bookmarks_note(const struct kg_bookmarks *b, const struct kg_heap *h, kg_node n);
/** Errors: OS, when the file cannot be written */
struct kg_error *kg_bookmarks_save(const struct kg_bookmarks *b) KG_MUST_CHECK;
void kg_bookmarks_deinit(struct kg_bookmarks *b);
struct kg_bookmarks *kg_app_bookmarks(struct kg_app *app);

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
/** Of the view @about: what it shows, its keys, then those of every view. */
struct kg_error *kg_view_help(struct kg_app *app, const struct kg_view *about, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_of_type(struct kg_app *app, uint32_t type, struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_of_group(struct kg_app *app, const struct kg_cycle *c, struct kg_view **ret) KG_MUST_CHECK;
/** In place of one that is about something that is gone: @text says what, @node what is there now, or KG_NODE_NONE. */
struct kg_error *kg_view_gone(struct kg_app *app, const char *title, const char *text, kg_node node,
			      struct kg_view **ret) KG_MUST_CHECK;
/** The memory of @owner, and who shows it. */
struct kg_error *kg_view_shares(struct kg_app *app, kg_node owner, struct kg_view **ret) KG_MUST_CHECK;
/** Takes @items. */
struct kg_error *kg_view_of_nodes(struct kg_app *app, const char *title, kg_node *items, size_t n,
				  struct kg_view **ret) KG_MUST_CHECK;
struct kg_error *kg_view_object(struct kg_app *app, kg_node n, struct kg_view **ret) KG_MUST_CHECK;
/** Its referrers (@backward), which must be known, or its referents. */
struct kg_error *kg_view_side(struct kg_app *app, kg_node n, bool backward, struct kg_view **ret) KG_MUST_CHECK;
/** Lines of text; addresses in it can be entered. */
struct kg_error *kg_view_pager(struct kg_app *app, const char *title, const char *text,
			       struct kg_view **ret) KG_MUST_CHECK;

#endif
