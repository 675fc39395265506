/* Marks: a bit a row, or a bit for each row that has none once all were marked. */
#include "tui/app.h"

#include <stdlib.h>

bool kg_list_marked(const struct kg_view *v, uint64_t row)
{
	const struct kg_list *l = &v->list;

	if (row == KG_ROW_NONE || (!l->marks && !l->inverted) || row >= l->marks_rows)
		return false;
	return (l->marks && kg_bit_get(l->marks, row)) != l->inverted;
}

uint64_t kg_list_next_marked(const struct kg_view *v, uint64_t row)
{
	const struct kg_list *l = &v->list;
	uint64_t rows = !l->marks && !l->inverted ? 0 : l->marks_rows;

	if (!l->marks)
		return row < rows ? row : KG_ROW_NONE;
	while (row < rows) {
		uint64_t word = (l->marks[row >> 6] ^ (l->inverted ? UINT64_MAX : 0)) >> (row & 63);

		if (word) {
			row += (uint64_t)__builtin_ctzll(word);
			return row < rows ? row : KG_ROW_NONE;
		}
		row = (row | 63) + 1;
	}
	return KG_ROW_NONE;
}

void kg_list_mark(struct kg_view *v, uint64_t row, bool on)
{
	struct kg_list *l = &v->list;

	if (row == KG_ROW_NONE || kg_list_marked(v, row) == on)
		return;
	if (!l->marks) {
		l->marks_rows = l->inverted ? l->marks_rows : kg_view_rows(v);
		l->marks = calloc(l->marks_rows / 64 + 1, sizeof(*l->marks));
	}
	if (!l->marks || row >= l->marks_rows)
		return;
	l->marks[row >> 6] ^= UINT64_C(1) << (row & 63);
	l->nmarks += on ? 1 : UINT64_MAX;
}

void kg_list_mark_all(struct kg_view *v)
{
	struct kg_list *l = &v->list;

	if (l->filter.len > 0) { /* kg_list_work() goes through them */
		l->marking = UINT64_MAX;
		return;
	}
	kg_list_mark_none(v);
	l->inverted = true;
	l->nmarks = l->marks_rows = kg_view_rows(v);
}

void kg_list_mark_none(struct kg_view *v)
{
	struct kg_list *l = &v->list;

	free(l->marks);
	l->marks = NULL;
	l->inverted = false;
	l->nmarks = l->marking = 0;
}
