/* The explorer on the terminal. */
#ifndef KG_TUI_TUI_H
#define KG_TUI_TUI_H

#include "tui/app.h"

struct kg_tui_options {
	struct kg_session_options session;
	bool color;
	double refresh_every; /* seconds from one snapshot of a live process to the next, 0: only when asked */
	struct kg_error *(*command)(void *arg, const struct kg_session *s, const char *line, FILE *out);
	/** Calls @choice with each word that the last one of @line may become. NULL: nobody knows */
	void (*complete)(void *arg, const char *line, void (*choice)(void *to, const char *word), void *to);
	void *arg;
};

/** Errors: USAGE when this terminal cannot show it, or kedge was built without ncurses */
struct kg_error *kg_tui_available(void) KG_MUST_CHECK;

/** Shows the explorer until a person leaves it; the terminal is as before afterwards, whatever
 * happens. Errors: TARGET and others of kg_session_create(); USAGE as kg_tui_available() */
struct kg_error *kg_tui_run(const struct kg_tui_options *opts) KG_MUST_CHECK;

#endif
