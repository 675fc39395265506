#include "tui/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum where { ANY, ONE };

static const struct row {
	const char *name, *help;
	int keys[2];
	enum where where;
} rows[KG_DO_COUNT] = {
#define KEY(action, name, key1, key2, where, help) [KG_DO_##action] = {name, help, {key1, key2}, where},
#include "tui/keys.def"
#undef KEY
};

static const struct {
	const char *name;
	int key;
} names[] = {
	{"Up", KG_KEY_UP},	   {"Down", KG_KEY_DOWN},   {"Left", KG_KEY_LEFT},   {"Right", KG_KEY_RIGHT},
	{"PgUp", KG_KEY_PAGE_UP},  {"PgDn", KG_KEY_PAGE_DOWN}, {"Home", KG_KEY_HOME}, {"End", KG_KEY_END},
	{"Enter", KG_KEY_ENTER},   {"Enter", '\n'},	    {"Enter", '\r'},	     {"Tab", '\t'},
	{"Shift-Tab", KG_KEY_BACK_TAB}, {"Esc", KG_KEY_ESC}, {"Space", ' '},
	{"Delete", KG_KEY_DELETE}, {"Backspace", KG_KEY_BACKSPACE},
};

void kg_keymap_init(struct kg_keymap *m)
{
	*m = (struct kg_keymap){0};
	for (int a = 1; a < KG_DO_COUNT; a++) {
		m->keys[a][0] = rows[a].keys[0];
		m->keys[a][1] = rows[a].keys[1];
	}
}

enum kg_action kg_keymap_action(const struct kg_keymap *m, int key)
{
	if (key == '\r')
		key = '\n';
	for (int a = 1; a < KG_DO_COUNT && key; a++) {
		for (int i = 0; i < KG_KEYS_EACH; i++) {
			if (m->keys[a][i] == key)
				return (enum kg_action)a;
		}
	}
	return KG_DO_NOTHING;
}

/* One character of UTF-8 and no more, 0 when it is something else. */
static int one_character(const char *name)
{
	const unsigned char *s = (const unsigned char *)name;
	size_t n = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	uint32_t cp = n == 1 ? s[0] : s[0] & (0x7fu >> n);

	if (strlen(name) != n || s[0] <= ' ' || s[0] == 127 || (n > 1 && s[0] < 0xc2))
		return 0;
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		cp = cp << 6 | (s[i] & 0x3f);
	}
	return (int)(cp < KG_KEY_UP ? cp : 0);
}

int kg_key_parse(const char *name)
{
	size_t len = strlen(name);
	char *end;
	long f;

	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (strcasecmp(names[i].name, name) == 0)
			return names[i].key;
	}
	if (one_character(name))
		return one_character(name);
	if (len == 6 && strncasecmp(name, "Ctrl-", 5) == 0 && (name[5] | 32) >= 'a' && (name[5] | 32) <= 'z')
		return (name[5] | 32) - 'a' + 1;
	f = name[0] == 'F' || name[0] == 'f' ? strtol(name + 1, &end, 10) : 0;
	return f >= 1 && f <= 12 && !*end ? KG_KEY_F((int)f) : KG_KEY_NONE;
}

void kg_key_name(int key, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (names[i].key == key) {
			kg_strbuf_puts(sb, names[i].name);
			return;
		}
	}
	if (key > KG_KEY_F0)
		kg_strbuf_printf(sb, "F%d", key - KG_KEY_F0);
	else if (key < ' ')
		kg_strbuf_printf(sb, "Ctrl-%c", key + 'A' - 1);
	else
		kg_strbuf_utf8(sb, (uint32_t)key);
}

const char *kg_action_name(enum kg_action a)
{
	return rows[a].name;
}

bool kg_action_is_local(enum kg_action a)
{
	return rows[a].where == ONE;
}

const char *kg_action_help(enum kg_action a)
{
	return rows[a].help;
}

void kg_keymap_names(const struct kg_keymap *m, enum kg_action a, struct kg_strbuf *sb)
{
	bool any = false;

	for (int i = 0; i < KG_KEYS_EACH; i++) {
		if (!m->keys[a][i] || (any && m->keys[a][i] == '\n'))
			continue;
		kg_strbuf_puts(sb, any ? ", " : "");
		kg_key_name(m->keys[a][i], sb);
		any = true;
	}
}

static bool bind(struct kg_keymap *m, int key, enum kg_action action)
{
	for (int a = 1; a < KG_DO_COUNT; a++) {
		for (int i = 0; i < KG_KEYS_EACH; i++) {
			if (m->keys[a][i] == key)
				m->keys[a][i] = 0;
		}
	}
	for (int i = 0; i < KG_KEYS_EACH; i++) {
		if (!m->keys[action][i]) {
			m->keys[action][i] = key;
			return true;
		}
	}
	return false;
}

/* @return what is wrong with the line, NULL: nothing */
static const char *read_line(struct kg_keymap *m, const char *line)
{
	char word[16], key[24], action[40], more[2];
	int n = sscanf(line, "%15s %23s %39s %1s", word, key, action, more);

	if (n <= 0 || word[0] == '#')
		return NULL;
	if (n != 3 || strcmp(word, "bind") != 0)
		return "\"bind KEY ACTION\" is expected";
	if (!kg_key_parse(key))
		return "no such key; a character, Ctrl-A, F1, Enter, Esc, Tab, Space, PgUp and the like are";
	for (int a = 1; a < KG_DO_COUNT; a++) {
		if (strcmp(rows[a].name, action) == 0)
			return bind(m, kg_key_parse(key), (enum kg_action)a) ? NULL : "that action has four keys already";
	}
	return "no such action; ? lists them";
}

void kg_keymap_read(struct kg_keymap *m, const char *text, const char *name, struct kg_strbuf *complaint)
{
	unsigned int bad = 0;

	for (int number = 1; *text; number++) {
		size_t len = strcspn(text, "\n");
		char line[128];
		const char *wrong = "the line is too long";

		if (len < sizeof(line)) {
			snprintf(line, sizeof(line), "%.*s", (int)len, text);
			wrong = read_line(m, line);
		}
		if (wrong && bad++ == 0)
			kg_strbuf_printf(complaint, "%s:%d: %s", name, number, wrong);
		text += len + (text[len] == '\n');
	}
	if (bad > 1)
		kg_strbuf_printf(complaint, " (and %u more)", bad - 1);
}
