/* A line being typed, with a caret. */
#ifndef KG_TUI_EDIT_H
#define KG_TUI_EDIT_H

#include "base/strbuf.h"
#include "tui/keys.h"

struct kg_edit {
	struct kg_strbuf text;
	size_t caret; /* byte of the text that what is typed goes before */
};

/** Another text, the caret at its end. */
void kg_edit_set(struct kg_edit *e, const char *text);
/** Characters, Left, Right, Home, End (Ctrl-A, Ctrl-E), Backspace, Delete, Ctrl-U, Ctrl-K, Ctrl-W.
 * @return whether the text may be another one */
bool kg_edit_key(struct kg_edit *e, int key);
void kg_edit_deinit(struct kg_edit *e);

#endif
