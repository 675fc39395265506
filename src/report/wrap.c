#include "report/wrap.h"

#include <string.h>

#include "report/cells.h"

static size_t word_columns(const char *text, size_t len)
{
	struct kg_strbuf word = {0};
	size_t columns;

	kg_strbuf_add(&word, text, len);
	columns = kg_cell_columns(kg_strbuf_text(&word));
	kg_strbuf_deinit(&word);
	return columns;
}

/* Length of what of a word longer than a line stands on the next one: to the last dot or
 * bracket that fits, the whole word when there is none. */
static size_t piece_of(const char *text, size_t len)
{
	size_t room = KG_LINE_COLUMNS - KG_WRAP_INDENT - 1, cut = 0;

	if (word_columns(text, len) <= room)
		return len;
	for (size_t i = 1; i < len && i <= room; i++) {
		if (text[i] == '.' || text[i] == '[')
			cut = i;
	}
	return cut ? cut : len;
}

void kg_wrap_line(struct kg_strbuf *sb, const char *head, const char *text)
{
	size_t at = KG_WRAP_INDENT;

	kg_strbuf_printf(sb, "  %-*s", KG_WRAP_INDENT - 3, head);
	while (*text) {
		size_t len = piece_of(text, strcspn(text, " ")), columns = word_columns(text, len);

		if (at > KG_WRAP_INDENT && at + 1 + columns > KG_LINE_COLUMNS) {
			kg_strbuf_printf(sb, "\n%*s", KG_WRAP_INDENT - 1, "");
			at = KG_WRAP_INDENT;
		}
		kg_strbuf_putc(sb, ' ');
		kg_strbuf_add(sb, text, len);
		at += 1 + columns;
		text += len;
		text += strspn(text, " ");
	}
	kg_strbuf_putc(sb, '\n');
}
