/* Keys and the mouse. */
#include "tui/app_priv.h"

static void mouse(struct kg_app *app, struct kg_input in)
{
	struct kg_view *v = kg_app_top(app);
	int wheel = in.key == KG_KEY_WHEEL_UP ? -3 : in.key == KG_KEY_WHEEL_DOWN ? 3 : 0;

	if (v->ops->click)
		v->ops->click(v, in.row, in.col);
	v = kg_app_focus(app);
	if (wheel) {
		uint64_t at = v->list.cursor;

		kg_list_move(v, wheel < 0 && at < 3 ? 0 : at + (uint64_t)(int64_t)wheel);
		return;
	}
	if (kg_list_heading(v, in.row, in.col) >= 0) {
		kg_list_sort(v, kg_list_heading(v, in.row, in.col));
		return;
	}
	if (in.row < v->list.first_row || in.row >= v->list.first_row + v->list.page)
		return;
	kg_list_move(v, v->list.top + (uint64_t)(in.row - v->list.first_row));
	if (in.key == KG_KEY_DOUBLE_CLICK)
		kg_app_enter(app);
}

static bool own_action(struct kg_app *app, enum kg_action a)
{
	switch (a) {
	case KG_DO_ENTER:
		kg_app_enter(app);
		break;
	case KG_DO_BACK:
		if (app->at == 0)
			app->quit = true;
		else
			app->at--;
		break;
	case KG_DO_FORWARD:
		if (app->at + 1 < app->nviews)
			app->at++;
		else
			kg_app_say(app, "nothing to go forward to");
		break;
	case KG_DO_NEXT:
		kg_app_neighbor(app, 1);
		break;
	case KG_DO_PREVIOUS:
		kg_app_neighbor(app, -1);
		break;
	case KG_DO_WHY:
		kg_app_why(app);
		break;
	case KG_DO_COMPARE:
		kg_app_compare(app);
		break;
	case KG_DO_HEX:
	case KG_DO_STRUCT:
	case KG_DO_DELETE:
	case KG_DO_LEFT:
	case KG_DO_RIGHT:
		kg_app_say(app, "nothing to do here; ? tells what there is");
		break;
	case KG_DO_CYCLE:
		kg_app_cycle(app);
		break;
	case KG_DO_VIEWS:
		kg_app_shares(app);
		break;
	case KG_DO_COPY:
		kg_app_copy(app, false);
		break;
	case KG_DO_COPY_PATH:
		kg_app_copy(app, true);
		break;
	case KG_DO_CANCEL:
		kg_app_cancel(app);
		break;
	case KG_DO_RESUME:
		if (kg_model_canceled(app->opts.model))
			kg_app_resume(app);
		else
			kg_app_refresh(app);
		break;
	case KG_DO_SINCE:
		kg_app_switch_since(app);
		break;
	case KG_DO_REDRAW:
		app->redraw = true;
		break;
	case KG_DO_SUSPEND:
		app->suspend = true;
		break;
	case KG_DO_QUIT:
		app->quit = true;
		break;
	default:
		return false;
	}
	return true;
}

static bool ask_action(struct kg_app *app, enum kg_action a)
{
	static const struct {
		enum kg_action action;
		enum kg_prompt prompt;
	} table[] = {{KG_DO_SEARCH, KG_PROMPT_SEARCH},   {KG_DO_FILTER, KG_PROMPT_FILTER}, {KG_DO_GO, KG_PROMPT_GO},
		     {KG_DO_COMMAND, KG_PROMPT_COMMAND}, {KG_DO_BOOKMARK, KG_PROMPT_NOTE}, {KG_DO_DOT, KG_PROMPT_DOT},
		     {KG_DO_EXPORT, KG_PROMPT_EXPORT}};

	for (size_t i = 0; i < KG_ARRAY_SIZE(table); i++) {
		if (table[i].action == a) {
			kg_app_ask(app, table[i].prompt);
			return true;
		}
	}
	return false;
}

void kg_app_input(struct kg_app *app, struct kg_input in)
{
	enum kg_action a;
	struct kg_view *v;

	kg_list_let_go(kg_app_focus(app)); /* from here on the cursor is the person's again */
	if (in.key >= KG_KEY_CLICK && in.key <= KG_KEY_WHEEL_DOWN) {
		if (app->prompt == KG_PROMPT_NONE)
			mouse(app, in);
		return;
	}
	a = kg_keymap_action(&app->keymap, in.key);
	if (app->prompt != KG_PROMPT_NONE && (in.key >= ' ' || (a != KG_DO_REDRAW && a != KG_DO_SUSPEND))) {
		kg_app_type(app, in.key);
		return;
	}
	if (a != KG_DO_REDRAW)
		kg_strbuf_reset(&app->message);
	if (kg_app_top(app)->ops->action && kg_app_top(app)->ops->action(kg_app_top(app), a, kg_list_current(kg_app_top(app))))
		return;
	v = kg_app_focus(app);
	if (kg_list_action(v, a) || own_action(app, a) || ask_action(app, a))
		return;
	if (a == KG_DO_HELP || (a >= KG_DO_VIEW_OVERVIEW && a <= KG_DO_VIEW_BOOKMARKS))
		kg_app_open(app, a);
	else if (a == KG_DO_NOTHING && in.key != KG_KEY_NONE)
		kg_app_say(app, "this key does nothing; ? tells what there is");
}
