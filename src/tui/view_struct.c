/* The lines of an object's C struct. */
#include "report/cells.h"
#include "report/fields.h"
#include "tui/lines.h"

#define GAP 2
#define VALUE_COLS 36 /* that a value is left, when the others can do with less */
#define VALUE_LEAST 40 /* characters of a value that are made */
#define TEXT_COLS 28 /* of a member's name or type at most: C++ has endless ones */
#define TYPE_LEAST 14

struct layout {
	const struct kg_heap *h;
	const struct kg_cinstance *c;
	struct kg_obj o;
	int widths[KG_MEMBER_COLUMNS]; /* none of the value, which comes last */
	int cols; /* of a line */
};

static void cell(const struct layout *l, const struct kg_cfield *f, unsigned int column, struct kg_strbuf *sb)
{
	struct kg_strbuf whole = {0};

	kg_report_member(l->h, l->o, f, column, l->cols > VALUE_LEAST ? (size_t)l->cols : VALUE_LEAST, &whole);
	if (column + 1 == KG_MEMBER_COLUMNS || kg_cell_columns(kg_strbuf_text(&whole)) <= (size_t)l->widths[column]) {
		kg_strbuf_puts(sb, kg_strbuf_text(&whole));
	} else {
		kg_strbuf_add(sb, kg_strbuf_text(&whole), kg_cell_fit(kg_strbuf_text(&whole), (size_t)l->widths[column] - 1));
		kg_strbuf_puts(sb, "…");
	}
	kg_strbuf_deinit(&whole);
}

static void add_cell(const struct layout *l, unsigned int column, const char *text, struct kg_strbuf *sb)
{
	int pad = l->widths[column] - (int)kg_cell_columns(text);
	bool right = kg_report_member_columns[column].right;

	kg_strbuf_puts(sb, column ? "  " : "");
	if (right)
		kg_strbuf_printf(sb, "%*s", pad > 0 ? pad : 0, "");
	kg_strbuf_puts(sb, text);
	if (!right && column + 1 < KG_MEMBER_COLUMNS)
		kg_strbuf_printf(sb, "%*s", pad > 0 ? pad : 0, "");
}

static void measure(struct layout *l)
{
	struct kg_strbuf sb = {0};
	int over;

	for (unsigned int column = 0; column + 1 < KG_MEMBER_COLUMNS; column++) {
		int most = (int)kg_cell_columns(kg_report_member_columns[column].name);

		l->widths[column] = TEXT_COLS;
		for (uint32_t i = 0; i < l->c->nfields && i < KG_MEMBERS_MAX; i++) {
			int used;

			kg_strbuf_reset(&sb);
			cell(l, &l->c->fields[i], column, &sb);
			used = (int)kg_cell_columns(kg_strbuf_text(&sb));
			most = used > most ? used : most;
		}
		l->widths[column] = most;
	}
	kg_strbuf_deinit(&sb);
	/* In a narrow terminal the value tells more than the type. */
	over = l->widths[0] + l->widths[1] + l->widths[2] + 3 * GAP + VALUE_COLS - l->cols;
	if (l->cols > 0 && over > 0 && l->widths[2] > TYPE_LEAST)
		l->widths[2] = l->widths[2] - over > TYPE_LEAST ? l->widths[2] - over : TYPE_LEAST;
}

static void add_members(const struct layout *l, struct kg_lines *lines)
{
	struct kg_strbuf sb = {0}, text = {0};

	for (unsigned int column = 0; column < KG_MEMBER_COLUMNS; column++)
		add_cell(l, column, kg_report_member_columns[column].name, &sb);
	kg_lines_add(lines, &sb, KG_NODE_NONE, KG_ATTR_HEAD);
	for (uint32_t i = 0; i < l->c->nfields && i < KG_MEMBERS_MAX; i++) {
		const struct kg_cfield *f = &l->c->fields[i];

		for (unsigned int column = 0; column < KG_MEMBER_COLUMNS; column++) {
			kg_strbuf_reset(&text);
			cell(l, f, column, &text);
			add_cell(l, column, kg_strbuf_text(&text), &sb);
		}
		kg_lines_add(lines, &sb, kg_heap_field_node(l->h, l->o, f), KG_ATTR_NORMAL);
	}
	if (l->c->nfields > KG_MEMBERS_MAX) {
		kg_strbuf_printf(&sb, "and %u more members", l->c->nfields - KG_MEMBERS_MAX);
		kg_lines_add(lines, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&text);
	kg_strbuf_deinit(&sb);
}

void kg_lines_struct(struct kg_lines *lines, const struct kg_heap *h, kg_node n, int cols)
{
	struct layout l = {.h = h, .c = kg_heap_struct(h, kg_heap_type(h, n)), .o = kg_heap_get(h, n), .cols = cols};
	struct kg_strbuf sb = {0};

	if (!l.c) {
		kg_strbuf_puts(&sb, "out of memory");
		kg_lines_add(lines, &sb, KG_NODE_NONE, KG_ATTR_WARN);
	} else {
		kg_report_struct(l.c, &sb);
		kg_lines_wrap(lines, "", kg_strbuf_text(&sb), cols, KG_NODE_NONE, l.c->name ? KG_ATTR_NORMAL : KG_ATTR_DIM);
	}
	if (l.c && l.c->name) {
		measure(&l);
		add_members(&l, lines);
	}
	kg_strbuf_deinit(&sb);
}
