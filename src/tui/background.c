/* What goes on beside the keyboard, as a person sees it: why rows are missing, to stop it, to go on. */
#include "tui/app_priv.h"

#include <string.h>
#include <time.h>

/* As much of @text, which is ASCII, as fits @width columns: broken at a blank. */
static size_t line_length(const char *text, size_t width)
{
	size_t len = strlen(text), at = width;

	if (len <= width)
		return len;
	while (at > 0 && text[at] != ' ')
		at--;
	return at > 0 ? at : width;
}

void kg_app_draw_lack(struct kg_app *app, const struct kg_view *v, struct kg_canvas *c, int top, int left, int width)
{
	struct kg_strbuf sb = {0}, line = {0};
	const char *text;

	if (kg_view_rows(v) == 0)
		kg_model_lacks_now(app->opts.model, v->ops->needs, &sb);
	text = kg_strbuf_text(&sb);
	for (int row = top + 1; *text && row < c->rows - 1; row++) {
		size_t len = line_length(text, width > 0 ? (size_t)width : 1);

		kg_strbuf_reset(&line);
		kg_strbuf_add(&line, text, len);
		kg_canvas_text(c, row, left, width, KG_ATTR_DIM, kg_strbuf_text(&line));
		text += len;
		text += strspn(text, " ");
	}
	kg_strbuf_deinit(&line);
	kg_strbuf_deinit(&sb);
}

void kg_app_cancel(struct kg_app *app)
{
	if (app->commands > 0) {
		kg_progress_cancel(app->command_progress);
		kg_app_say(app, "the command is being canceled …");
	} else if (app->next && kg_app_refresh_cancel(app)) {
		return;
	} else if (kg_model_cancel(app->opts.model)) {
		kg_app_say(app, "%s", kg_app_whole_heap(app) ? "canceled; R goes on"
							     : "the reading is cut short: what is read so far stays; R reads the target again");
	} else if (kg_jobs_cancel(app->jobs)) {
		kg_app_say(app, "being canceled …");
	} else if (!kg_app_refresh_cancel(app)) {
		kg_app_say(app, "nothing runs in the background; Q leaves");
	}
}

static void destroy_views(struct kg_app *app)
{
	for (size_t i = 0; i < app->nviews; i++)
		kg_view_destroy(app->views[i]);
	app->nviews = app->at = 0;
}

/* Nobody may use a heap that goes away: all views end, and the jobs that work for them. */
static enum kg_action drop_views(struct kg_app *app)
{
	enum kg_action a = kg_app_action_of(kg_app_top(app));

	kg_app_stop_writing(app);
	kg_app_forget_notes(app);
	app->closing = true; /* no answer is shown any more */
	kg_progress_cancel(app->command_progress);
	destroy_views(app);
	while (kg_jobs_poll(app->jobs) > 0)
		nanosleep(&(struct timespec){0, 1000000}, NULL);
	destroy_views(app); /* what the last jobs brought */
	kg_progress_resume(app->command_progress);
	app->closing = false;
	return a;
}

void kg_app_resume(struct kg_app *app)
{
	bool anew = !kg_app_whole_heap(app);
	enum kg_action shown = KG_DO_VIEW_OVERVIEW;
	struct kg_view *v = NULL;
	struct kg_error *err;

	if (!kg_model_canceled(app->opts.model)) {
		kg_app_say(app, "%s", kg_model_finished(app->opts.model) ? "nothing was canceled" : "it is still at work");
		return;
	}
	if (anew)
		shown = drop_views(app);
	err = kg_model_resume(app->opts.model);
	kg_app_say(app, "%s", anew ? "the target is being read again" : "going on");
	kg_app_complain(app, err);
	if (!anew)
		return;
	err = kg_view_overview(app, &v);
	if (err) {
		kg_app_complain(app, err);
		app->quit = true; /* nothing can be shown */
		return;
	}
	app->views[0] = v;
	app->nviews = 1;
	app->at = 0;
	if (shown != KG_DO_NOTHING && shown != KG_DO_VIEW_OVERVIEW)
		kg_app_open(app, shown);
}
