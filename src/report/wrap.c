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

void kg_wrap_line(struct kg_strbuf *sb, const char *head, const char *text)
{
	size_t at = KG_WRAP_INDENT;

	kg_strbuf_printf(sb, "  %-*s", KG_WRAP_INDENT - 3, head);
	while (*text) {
		size_t len = strcspn(text, " "), columns = word_columns(text, len);

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
