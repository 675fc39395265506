/* Keys and what they do: one table that dispatch, help and kedgerc share. */
#ifndef KG_TUI_KEYS_H
#define KG_TUI_KEYS_H

#include "base/error.h"
#include "base/strbuf.h"

/* Code points are themselves; the rest lie above all of them. */
enum {
	KG_KEY_NONE = 0,
	KG_KEY_ESC = 27,
	KG_KEY_BACKSPACE = 127,
	KG_KEY_UP = 0x110000,
	KG_KEY_DOWN,
	KG_KEY_LEFT,
	KG_KEY_RIGHT,
	KG_KEY_PAGE_UP,
	KG_KEY_PAGE_DOWN,
	KG_KEY_HOME,
	KG_KEY_END,
	KG_KEY_ENTER,
	KG_KEY_BACK_TAB,
	KG_KEY_DELETE,
	KG_KEY_CLICK,	     /* .row and .col say where */
	KG_KEY_DOUBLE_CLICK,
	KG_KEY_WHEEL_UP,
	KG_KEY_WHEEL_DOWN,
	KG_KEY_F0,
};
#define KG_KEY_F(n) (KG_KEY_F0 + (n))

/* One thing a person did. */
struct kg_input {
	int key;
	int row, col; /* of the mouse */
};

enum kg_action {
	KG_DO_NOTHING,
#define KEY(action, name, key1, key2, where, help) KG_DO_##action,
#include "tui/keys.def"
#undef KEY
	KG_DO_COUNT,
};

#define KG_KEYS_EACH 4

struct kg_keymap {
	int keys[KG_DO_COUNT][KG_KEYS_EACH];
};

void kg_keymap_init(struct kg_keymap *m);
enum kg_action kg_keymap_action(const struct kg_keymap *m, int key);

/** Reads lines "bind KEY ACTION" of a kedgerc; the key loses what it did before. Lines that
 * cannot be understood are left out, and the first is told in @complaint as "@name:line: why". */
void kg_keymap_read(struct kg_keymap *m, const char *text, const char *name, struct kg_strbuf *complaint);

/** "q", "Ctrl-L", "PgUp". @return the key, KG_KEY_NONE when there is no such */
int kg_key_parse(const char *name);
void kg_key_name(int key, struct kg_strbuf *sb);

const char *kg_action_name(enum kg_action a);
const char *kg_action_help(enum kg_action a);
/** Does it something only in views that say what? */
bool kg_action_is_local(enum kg_action a);
/** Names of the keys of an action, joined by ", ". */
void kg_keymap_names(const struct kg_keymap *m, enum kg_action a, struct kg_strbuf *sb);

#endif
