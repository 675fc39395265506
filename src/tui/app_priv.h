/* What the files of the explorer itself share; views know app.h alone. */
#ifndef KG_TUI_APP_PRIV_H
#define KG_TUI_APP_PRIV_H

#include <pthread.h>

#include "tui/app.h"
#include "tui/edit.h"
#include "tui/export.h"

#define KG_NOTES_KEPT 1024

enum kg_prompt {
	KG_PROMPT_NONE,
	KG_PROMPT_SEARCH,
	KG_PROMPT_FILTER,
	KG_PROMPT_GO,
	KG_PROMPT_COMMAND,
	KG_PROMPT_NOTE,
	KG_PROMPT_DOT,
	KG_PROMPT_EXPORT,
};

#define KG_HISTORY_KEPT 100

/* Lines that were answered, the last one last. */
struct kg_history {
	char *lines[KG_HISTORY_KEPT];
	size_t n, at; /* at: the one that is shown, n: what is typed */
	char *typed;
};

struct kg_app {
	struct kg_app_options opts;
	pthread_t keyboard; /* the thread that all but jobs is done on */
	struct kg_jobs *jobs;
	struct kg_keymap keymap;
	struct kg_view **views; /* the stack, and above it those to go forward to */
	size_t nviews, cap, at; /* views[at] is shown */
	unsigned int generation;
	struct kg_progress *command_progress;
	unsigned int commands; /* that run or wait for their turn */
	enum kg_prompt prompt;
	struct kg_edit edit; /* typed so far */
	struct kg_strbuf choices; /* what its last word may become */
	struct kg_history history[KG_PROMPT_EXPORT + 1];
	struct kg_strbuf message;
	struct kg_strbuf clipboard;
	uint64_t before; /* place of the cursor before the search */
	struct kg_model *next; /* a new snapshot being taken, NULL: none */
	enum kg_since since;
	unsigned int snapshots; /* with the one that is shown */
	double refresh_due; /* kg_meter_seconds() of the next one by itself, 0: not known yet */
	bool refresh_asked; /* by a person, who is told what came of it */
	bool quit, suspend, redraw, copied, loaded, closing;
	struct kg_bookmarks bookmarks;
	struct kg_export *writing; /* the table under way */
	struct kg_drawing drawing; /* what was asked for last; its path is not kept */
	char dot_ending[8], table_ending[8];
	struct {
		uint64_t key;
		char *text; /* NULL: nothing kept */
	} notes[KG_NOTES_KEPT];
	unsigned int note_turn;
	double draw_until; /* end of the budget while something is drawn, else 0 */
	bool unfinished;   /* the last drawing left something out for want of time */
};

/* app.c */
/** Says what @err says, if any, and ends it. */
void kg_app_complain(struct kg_app *app, struct kg_error *err);

/* trail.c */
/** The part of it that keys go to. */
struct kg_view *kg_app_focus(struct kg_app *app);
/** A new view of a key; another key: the help. */
struct kg_error *kg_app_make(struct kg_app *app, enum kg_action a, struct kg_view **ret) KG_MUST_CHECK;
/** The view of a key. */
void kg_app_open(struct kg_app *app, enum kg_action a);
/** The key that shows such a view, KG_DO_NOTHING when none does. */
enum kg_action kg_app_action_of(struct kg_view *v);
/** The view @step keys further; from a view without key the first or last. */
void kg_app_neighbor(struct kg_app *app, int step);

/* paths.c */
/** A drawing begins or ends. */
void kg_app_draws(struct kg_app *app, bool begins);
void kg_app_forget_notes(struct kg_app *app);

/* background.c */
/** Stops what runs in the background: the commands, else the reading or the analyses. */
void kg_app_cancel(struct kg_app *app);
/** Goes on with what was canceled. */
void kg_app_resume(struct kg_app *app);

/* refresh.c */
/** Takes a new snapshot, or says why not. */
void kg_app_refresh(struct kg_app *app);
/** What changes are told since. */
void kg_app_switch_since(struct kg_app *app);
/** Takes one when it is time, and shows one that is ready. @return true while one is under way */
bool kg_app_refresh_tick(struct kg_app *app);
/** Stops the one under way and those to come by themselves. @return false when there are none */
bool kg_app_refresh_cancel(struct kg_app *app);
/** For the line below. */
void kg_app_refresh_status(const struct kg_app *app, struct kg_strbuf *sb);

/* history.c */
void kg_app_remember(struct kg_app *app, enum kg_prompt p, const char *line);
/** The line before (-1) or after (1) takes the place of what is typed. */
void kg_app_recall(struct kg_app *app, int step);
/** Completes the last word as far as it can only go on in one way, and tells the choices. */
void kg_app_complete(struct kg_app *app);
void kg_app_forget_history(struct kg_app *app);

/* act.c */
/** The object under the cursor, else the one the view is about, else KG_NODE_NONE. */
kg_node kg_app_node(struct kg_app *app);
void kg_app_why(struct kg_app *app);
void kg_app_compare(struct kg_app *app);
void kg_app_cycle(struct kg_app *app);
void kg_app_shares(struct kg_app *app);
/** To the clipboard: addresses of what is marked or under the cursor, or the path of one. */
void kg_app_copy(struct kg_app *app, bool path);
void kg_app_enter(struct kg_app *app);

/* prompt.c */
void kg_app_ask(struct kg_app *app, enum kg_prompt p);
/** One key while a prompt is open. */
void kg_app_type(struct kg_app *app, int key);

#endif
