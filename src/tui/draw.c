/* The title above and the line below; what lies between the view draws itself. */
#include "tui/app_priv.h"

#include <stdlib.h>
#include <string.h>

#include "report/cells.h"
#include "tui/lines.h"

#define TRAIL_MAX 20

/* Bytes of UTF-8 that begin no character. */
#define UTF8_REST \
	"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf"

/* The trail from view @first on; what comes before is an ellipsis. */
static void trail(struct kg_app *app, size_t first, struct kg_strbuf *sb)
{
	kg_strbuf_reset(sb);
	kg_strbuf_puts(sb, "kedge ");
	kg_strbuf_escape(sb, app->opts.target, strlen(app->opts.target));
	if (first > 0)
		kg_strbuf_puts(sb, " …");
	for (size_t i = first; i <= app->at; i++) {
		kg_strbuf_puts(sb, " ▸ ");
		kg_strbuf_puts(sb, kg_strbuf_text(&app->views[i]->title));
	}
}

/* As much of the trail as fits; where one is always does, if need be instead of the target. */
static void draw_title(struct kg_app *app, struct kg_canvas *c)
{
	struct kg_strbuf sb = {0};
	size_t first = app->at > TRAIL_MAX ? app->at - TRAIL_MAX : 0;

	trail(app, first, &sb);
	while (first < app->at && (int)kg_cell_columns(kg_strbuf_text(&sb)) > c->cols)
		trail(app, ++first, &sb);
	if ((int)kg_cell_columns(kg_strbuf_text(&sb)) > c->cols && app->at > 0) {
		kg_strbuf_reset(&sb);
		kg_strbuf_puts(&sb, "kedge … ▸ ");
		kg_strbuf_puts(&sb, kg_strbuf_text(&app->views[app->at]->title));
	}
	kg_canvas_paint(c, 0, 0, c->cols, KG_ATTR_TITLE);
	kg_canvas_text(c, 0, 0, c->cols, KG_ATTR_TITLE, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

/* "types 120/4,512" and what is done to the table. */
static void add_place(const struct kg_view *v, struct kg_strbuf *sb)
{
	const struct kg_list *l = &v->list;
	uint64_t n = kg_list_shown(v);

	kg_cell_count(sb, n ? l->cursor + 1 : 0);
	kg_strbuf_putc(sb, '/');
	kg_cell_count(sb, n);
	if (l->filter.len > 0)
		kg_strbuf_printf(sb, " with \"%s\"%s", kg_strbuf_text(&l->filter),
				 l->scanned < kg_view_rows(v) ? "…" : "");
	if (l->search_left > 0)
		kg_strbuf_puts(sb, " searching…");
	if (l->nmarks > 0) {
		kg_strbuf_puts(sb, ", marked ");
		kg_cell_count(sb, l->nmarks);
	}
}

static void add_bar(double part, struct kg_strbuf *sb)
{
	for (int i = 0; i < 10; i++)
		kg_strbuf_puts(sb, i < part * 10 ? "█" : "░");
}

static void add_progress(struct kg_app *app, struct kg_strbuf *sb)
{
	double part = -1;
	const char *phase = kg_model_phase(app->opts.model, &part);

	if (!phase) {
		if (kg_model_canceled(app->opts.model))
			kg_strbuf_puts(sb, kg_app_whole_heap(app) ? "  canceled, R goes on" : "  CUT SHORT, R reads anew");
		return;
	}
	kg_strbuf_printf(sb, "  %s ", phase);
	if (part >= 0)
		add_bar(part, sb);
	else
		kg_strbuf_puts(sb, "…");
}

static void add_writing(struct kg_app *app, struct kg_strbuf *sb)
{
	if (!app->writing)
		return;
	kg_strbuf_puts(sb, "  writing ");
	add_bar(kg_export_part(app->writing), sb);
}

static int columns_to(const char *text, const char *end)
{
	struct kg_strbuf sb = {0};
	int columns;

	kg_strbuf_add(&sb, text, (size_t)(end - text));
	columns = (int)kg_cell_columns(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return columns;
}

/* A question and what is typed so far: the caret stays in sight. */
static void draw_prompt(struct kg_app *app, struct kg_canvas *c, int row)
{
	static const char *const asks[] = {"", "search: ", "filter: ", "go to: ", ":", "note: ",
					   "draw screen|from|to|both|path|cycle, steps, file: ", "file (.csv or .json): "};
	static const char *const brief[] = {[KG_PROMPT_DOT] = "draw: ", [KG_PROMPT_EXPORT] = "file: "};
	const struct kg_edit *e = &app->edit;
	const char *ask = asks[app->prompt], *text = kg_strbuf_text(&e->text), *end = text + e->caret;
	struct kg_strbuf sb = {0};
	int left, at;

	if (app->prompt < KG_ARRAY_SIZE(brief) && brief[app->prompt] &&
	    (int)(kg_cell_columns(ask) + kg_cell_columns(text)) + 1 > c->cols)
		ask = brief[app->prompt];
	left = kg_canvas_text(c, row, 0, c->cols, KG_ATTR_TITLE, ask);
	kg_strbuf_puts(&sb, text);
	if (e->caret == e->text.len)
		kg_strbuf_putc(&sb, '_');
	if (app->choices.len > 0)
		kg_strbuf_printf(&sb, "   %s", kg_strbuf_text(&app->choices));
	if (app->prompt == KG_PROMPT_SEARCH && e->text.len > 0 && kg_app_focus(app)->list.missed)
		kg_strbuf_puts(&sb, " not found");
	/* what stands before the caret is cut at its front */
	while (text < end && left + columns_to(text, end) >= c->cols)
		text += 1 + strspn(text + 1, UTF8_REST);
	text = kg_strbuf_text(&sb) + (text - kg_strbuf_text(&e->text));
	kg_canvas_text(c, row, left, c->cols, KG_ATTR_TITLE, text);
	at = left + columns_to(text, kg_strbuf_text(&sb) + e->caret);
	if (e->caret < e->text.len)
		kg_canvas_paint(c, row, at, 1, KG_ATTR_PALE);
	kg_strbuf_deinit(&sb);
}

/* What is to be said, over as many of the last rows as it takes. */
static void draw_message(struct kg_app *app, struct kg_canvas *c)
{
	struct kg_lines l = {0};
	struct kg_strbuf blank = {0};
	int rows, most = c->rows > 2 ? c->rows - 2 : 1;

	kg_strbuf_printf(&blank, "%*s", c->cols, ""); /* over what the view has there */
	kg_lines_wrap(&l, "", kg_strbuf_text(&app->message), c->cols, KG_NODE_NONE, KG_ATTR_TITLE);
	rows = l.n < (size_t)most ? (int)l.n : most;
	for (int i = 0; i < rows; i++) {
		kg_canvas_text(c, c->rows - rows + i, 0, c->cols, KG_ATTR_TITLE, kg_strbuf_text(&blank));
		kg_canvas_text(c, c->rows - rows + i, 0, c->cols, KG_ATTR_TITLE, l.items[i].text);
	}
	kg_strbuf_deinit(&blank);
	kg_lines_clear(&l);
	free(l.items);
}

static void draw_status(struct kg_app *app, struct kg_canvas *c)
{
	const char *help = "? help  Tab view  / search  g go  w why  q back";
	struct kg_strbuf right = {0};
	int row = c->rows - 1, room;

	kg_canvas_paint(c, row, 0, c->cols, KG_ATTR_TITLE);
	if (app->prompt != KG_PROMPT_NONE) {
		draw_prompt(app, c, row);
		return;
	}
	if (app->message.len > 0) {
		draw_message(app, c);
		return;
	}
	add_place(kg_app_focus(app), &right);
	add_writing(app, &right);
	add_progress(app, &right);
	kg_app_refresh_status(app, &right);
	kg_canvas_right(c, row, 0, c->cols, KG_ATTR_TITLE, kg_strbuf_text(&right));
	room = c->cols - (int)kg_cell_columns(kg_strbuf_text(&right)) - 2;
	kg_canvas_text(c, row, 0, room, KG_ATTR_TITLE, help);
	kg_strbuf_deinit(&right);
}

void kg_app_draw(struct kg_app *app, struct kg_canvas *c)
{
	struct kg_view *v = kg_app_top(app);

	kg_canvas_clear(c);
	kg_app_draws(app, true);
	if (v->ops->draw)
		v->ops->draw(v, c, 1, c->rows - 2);
	else
		kg_list_draw(v, c, 1, 0, c->rows - 2, c->cols, true);
	if (!v->ops->draw)
		kg_app_draw_lack(app, v, c, 1, 0, c->cols);
	kg_app_draws(app, false);
	draw_title(app, c);
	draw_status(app, c);
}
