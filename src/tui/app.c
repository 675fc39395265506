/* The explorer as a whole: what it is made of, and results that come in. */
#include "tui/app_priv.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

#define SLICE_MS 2.0 /* a key waits no longer for it */

struct kg_jobs *kg_app_jobs(struct kg_app *app)
{
	return app->jobs;
}

struct kg_model *kg_app_model(const struct kg_app *app)
{
	return app->opts.model;
}

const struct kg_heap *kg_app_heap(const struct kg_app *app)
{
	return kg_model_heap(app->opts.model);
}

const struct kg_heap *kg_app_whole_heap(const struct kg_app *app)
{
	return kg_model_whole_heap(app->opts.model);
}

const struct kg_keymap *kg_app_keymap(const struct kg_app *app)
{
	return &app->keymap;
}

struct kg_bookmarks *kg_app_bookmarks(struct kg_app *app)
{
	return &app->bookmarks;
}

bool kg_app_closing(const struct kg_app *app)
{
	return app->closing;
}

void kg_app_say(struct kg_app *app, const char *fmt, ...)
{
	va_list ap;

	kg_strbuf_reset(&app->message);
	va_start(ap, fmt);
	kg_strbuf_vprintf(&app->message, fmt, ap);
	va_end(ap);
}

void kg_app_complain(struct kg_app *app, struct kg_error *err)
{
	if (err)
		kg_app_say(app, "%s", err->text);
	kg_error_destroy(err);
}

struct kg_error *kg_app_create(const struct kg_app_options *opts, struct kg_app **ret)
{
	struct kg_app *app = calloc(1, sizeof(*app));
	struct kg_view *v = NULL;
	struct kg_error *err;

	if (!app)
		return kg_error_nomem();
	app->opts = *opts;
	app->snapshots = 1;
	app->keyboard = pthread_self();
	app->drawing = (struct kg_drawing){KG_DRAW_SCREEN, 1, NULL};
	strcpy(app->dot_ending, ".dot");
	strcpy(app->table_ending, ".csv");
	kg_keymap_init(&app->keymap);
	app->command_progress = kg_progress_create_silent();
	err = app->command_progress ? kg_jobs_create(&app->jobs) : kg_error_nomem();
	if (!err)
		err = kg_grow(&app->views, &app->cap, 1, sizeof(struct kg_view *));
	if (!err)
		err = kg_view_overview(app, &v);
	if (err) {
		kg_app_destroy(app);
		return err;
	}
	app->views[app->nviews++] = v;
	if (opts->kedgerc)
		kg_keymap_read(&app->keymap, opts->kedgerc, opts->kedgerc_name, &app->message);
	*ret = app;
	return NULL;
}

void kg_app_destroy(struct kg_app *app)
{
	if (!app)
		return;
	app->closing = true;
	kg_progress_cancel(app->command_progress);
	kg_model_destroy(app->next);
	kg_jobs_destroy(app->jobs);
	kg_export_destroy(app->writing);
	kg_progress_destroy(app->command_progress);
	for (size_t i = 0; i < app->nviews; i++)
		kg_view_destroy(app->views[i]);
	kg_app_forget_notes(app);
	kg_app_forget_history(app);
	kg_bookmarks_deinit(&app->bookmarks);
	kg_edit_deinit(&app->edit);
	kg_strbuf_deinit(&app->message);
	kg_strbuf_deinit(&app->clipboard);
	free(app->views);
	free(app);
}

bool kg_app_quitting(const struct kg_app *app)
{
	return app->quit;
}

bool kg_app_wants_suspend(struct kg_app *app)
{
	bool wants = app->suspend;

	app->suspend = false;
	return wants;
}

bool kg_app_wants_redraw(struct kg_app *app)
{
	bool wants = app->redraw;

	app->redraw = false;
	return wants;
}

const char *kg_app_clipboard(struct kg_app *app)
{
	bool copied = app->copied;

	app->copied = false;
	return copied ? kg_strbuf_text(&app->clipboard) : NULL;
}

/* While a job uses a view's rows they stay as they are. */
static void refresh(struct kg_app *app)
{
	unsigned int now = kg_model_generation(app->opts.model);

	if (kg_model_session(app->opts.model) && !app->loaded) {
		app->loaded = true;
		kg_bookmarks_load(&app->bookmarks, app->opts.state_dir, kg_model_session(app->opts.model)->image,
				  kg_model_live(app->opts.model));
	}
	if (app->generation != now)
		kg_app_forget_notes(app);
	app->generation = now;
	for (size_t i = 0; i < app->nviews; i++) {
		struct kg_view *v = app->views[i];

		if (v->pins > 0 || v->generation == now)
			continue;
		v->generation = now;
		if (v->ops->refresh && v->ops->refresh(v))
			kg_list_reset(v);
		kg_kept_try(v);
		kg_list_renew(v);
	}
}

void kg_app_stop_writing(struct kg_app *app)
{
	kg_export_destroy(app->writing);
	app->writing = NULL;
}

/* Some rows more of the table being written. */
static bool write_some(struct kg_app *app)
{
	struct kg_strbuf rows = {0};
	struct kg_error *err = NULL;

	if (!app->writing)
		return false;
	if (kg_export_work(app->writing, SLICE_MS / 2, &err))
		return true;
	if (err) {
		kg_app_complain(app, err);
	} else {
		kg_strbuf_count(&rows, kg_export_rows(app->writing), "row", NULL);
		kg_app_say(app, "written: %s, %s", kg_export_path(app->writing), kg_strbuf_text(&rows));
	}
	kg_strbuf_deinit(&rows);
	kg_app_stop_writing(app);
	return true;
}

bool kg_app_tick(struct kg_app *app, bool *ret_waiting)
{
	size_t pending = kg_jobs_poll(app->jobs);
	bool writes, taking = kg_app_refresh_tick(app);

	refresh(app);
	*ret_waiting = pending > 0 || taking || !kg_model_finished(app->opts.model);
	writes = write_some(app);
	return kg_list_work(kg_app_focus(app), writes ? SLICE_MS / 2 : SLICE_MS) || writes || app->unfinished;
}
