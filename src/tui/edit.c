/* The line a person types: a caret, and what deletes around it. */
#include "tui/edit.h"

enum { CTRL_A = 1, CTRL_E = 5, CTRL_H = 8, CTRL_K = 11, CTRL_U = 21, CTRL_W = 23 };

static bool begins_character(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

static size_t before(const struct kg_edit *e, size_t at)
{
	const char *text = kg_strbuf_text(&e->text);

	while (at > 0 && !begins_character(text[--at]))
		;
	return at;
}

static size_t after(const struct kg_edit *e, size_t at)
{
	const char *text = kg_strbuf_text(&e->text);

	if (at < e->text.len)
		at++;
	while (at < e->text.len && !begins_character(text[at]))
		at++;
	return at;
}

/* Puts @with in the place of the bytes from @from to @to, and the caret behind it. */
static void replace(struct kg_edit *e, size_t from, size_t to, const char *with)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_add(&sb, kg_strbuf_text(&e->text), from);
	kg_strbuf_puts(&sb, with);
	e->caret = sb.len;
	kg_strbuf_add(&sb, kg_strbuf_text(&e->text) + to, e->text.len - to);
	kg_strbuf_deinit(&e->text);
	e->text = sb;
}

void kg_edit_set(struct kg_edit *e, const char *text)
{
	replace(e, 0, e->text.len, text);
}

void kg_edit_deinit(struct kg_edit *e)
{
	kg_strbuf_deinit(&e->text);
}

static size_t word_before(const struct kg_edit *e)
{
	const char *text = kg_strbuf_text(&e->text);
	size_t at = e->caret;

	while (at > 0 && text[at - 1] == ' ')
		at--;
	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at;
}

static bool edit_text(struct kg_edit *e, int key)
{
	struct kg_strbuf sb = {0};

	switch (key) {
	case KG_KEY_BACKSPACE:
	case CTRL_H:
		replace(e, before(e, e->caret), e->caret, "");
		return true;
	case KG_KEY_DELETE:
		replace(e, e->caret, after(e, e->caret), "");
		return true;
	case CTRL_U:
		replace(e, 0, e->caret, "");
		return true;
	case CTRL_K:
		replace(e, e->caret, e->text.len, "");
		return true;
	case CTRL_W:
		replace(e, word_before(e), e->caret, "");
		return true;
	default:
		if (key < ' ' || key >= KG_KEY_UP)
			return false;
		kg_strbuf_utf8(&sb, (uint32_t)key);
		replace(e, e->caret, e->caret, kg_strbuf_text(&sb));
		kg_strbuf_deinit(&sb);
		return true;
	}
}

bool kg_edit_key(struct kg_edit *e, int key)
{
	switch (key) {
	case KG_KEY_LEFT:
		e->caret = before(e, e->caret);
		return false;
	case KG_KEY_RIGHT:
		e->caret = after(e, e->caret);
		return false;
	case KG_KEY_HOME:
	case CTRL_A:
		e->caret = 0;
		return false;
	case KG_KEY_END:
	case CTRL_E:
		e->caret = e->text.len;
		return false;
	default:
		return edit_text(e, key);
	}
}
