/* A new snapshot of a live process, taken and read beside the keyboard; then it takes the place of the old one. */
#include <stdlib.h>
#include <string.h>

#include "base/meter.h"
#include "report/cells.h"
#include "tui/app_priv.h"

enum kg_since kg_app_since(const struct kg_app *app)
{
	return app->since;
}

const struct kg_then *kg_app_then(const struct kg_app *app)
{
	const struct kg_change *c = kg_model_change(app->opts.model);

	return c ? &c->since[app->since] : NULL;
}

void kg_app_switch_since(struct kg_app *app)
{
	if (!kg_model_change(app->opts.model)) {
		kg_app_say(app, "there is one snapshot only%s", kg_model_live(app->opts.model) ? "; R takes another" : "");
		return;
	}
	app->since = app->since == KG_SINCE_LAST ? KG_SINCE_FIRST : KG_SINCE_LAST;
	for (size_t i = 0; i < app->nviews; i++) {
		app->views[i]->generation = 0; /* rows and orders are made anew */
		kg_list_renew(app->views[i]);
	}
	kg_app_say(app, "changes since the %s snapshot", app->since == KG_SINCE_LAST ? "last" : "first");
}

static bool possible(const struct kg_app *app)
{
	return app->opts.next || kg_model_live(app->opts.model);
}

static void start(struct kg_app *app)
{
	struct kg_error *err = app->opts.next ? app->opts.next(app->opts.arg, app->opts.model, &app->next)
					      : kg_model_create_after(app->opts.model, &app->next);

	kg_app_complain(app, err);
}

/* R */
void kg_app_refresh(struct kg_app *app)
{
	if (app->next && kg_model_finished(app->next)) {
		kg_app_say(app, "the new snapshot is ready, and comes when the command or the writing under way has ended");
	} else if (app->next) {
		kg_app_say(app, "a new snapshot is under way; Ctrl-C cancels it");
	} else if (!kg_model_finished(app->opts.model)) {
		kg_app_say(app, "it is still at work");
	} else if (!possible(app)) {
		kg_app_say(app, "nothing was canceled, and a core does not change: R takes a new snapshot of a live process alone");
	} else {
		app->refresh_asked = true;
		start(app);
		if (app->next)
			kg_app_say(app, "a new snapshot is being taken; go on meanwhile");
	}
}

/* A view about something that is not there any more. */
static struct kg_error *gone(struct kg_app *app, struct kg_view *old, struct kg_view **ret)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_printf(&sb, "%s: gone, the new snapshot does not have it", kg_strbuf_text(&old->title));
	err = kg_view_gone(app, kg_strbuf_text(&old->title), kg_strbuf_text(&sb), KG_NODE_NONE, ret);
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *again(struct kg_app *app, struct kg_view *old, const struct kg_turn *turn, struct kg_view **ret)
{
	enum kg_action a = kg_app_action_of(old);
	struct kg_error *err = NULL;

	*ret = NULL;
	if (old->ops->again)
		err = old->ops->again(old, turn, ret);
	else if (a != KG_DO_NOTHING)
		err = kg_app_make(app, a, ret);
	return err || *ret ? err : gone(app, old, ret);
}

/* Every view over the new snapshot, with what a person did to it. @kept: [view] */
static void turn_views(struct kg_app *app, struct kg_kept **kept, const struct kg_turn *turn)
{
	for (size_t i = 0; i < app->nviews; i++) {
		struct kg_view *old = app->views[i], *v = NULL;
		struct kg_error *err = again(app, old, turn, &v);

		if (err && !v) {
			kg_app_complain(app, err);
			err = kg_view_overview(app, &v);
		}
		if (!v) { /* nothing can be shown */
			kg_app_complain(app, err);
			app->quit = true;
			kg_kept_destroy(kept[i]);
			continue;
		}
		kg_error_destroy(err);
		app->views[i] = v;
		kg_kept_give(v, kept[i], turn);
		kg_view_destroy(old);
	}
}

static void say_result(struct kg_app *app)
{
	const struct kg_then *then = kg_app_then(app);
	struct kg_strbuf sb = {0};

	kg_strbuf_printf(&sb, "snapshot %u: stood still %.3f s", app->snapshots,
			 kg_model_session(app->opts.model)->image->live.pause_seconds);
	if (then) {
		kg_strbuf_puts(&sb, "; ");
		kg_cell_more_bytes(&sb, (int64_t)(kg_model_totals(app->opts.model)->all.bytes +
						  kg_model_totals(app->opts.model)->all.payload - then->bytes));
		kg_strbuf_puts(&sb, ", ");
		kg_cell_count(&sb, then->came);
		kg_strbuf_puts(&sb, " new, ");
		kg_cell_count(&sb, then->gone);
		kg_strbuf_puts(&sb, " gone");
	}
	kg_app_say(app, "%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

/* The new snapshot takes the place of the old one, which ends. */
static void turn(struct kg_app *app)
{
	struct kg_model *older = app->opts.model;
	struct kg_turn t = {kg_model_whole_heap(older), kg_model_whole_heap(app->next), older};
	struct kg_kept **kept = calloc(app->nviews, sizeof(struct kg_kept *));

	if (!kept) {
		kg_app_complain(app, kg_error_nomem());
		return;
	}
	kg_bookmarks_learn(&app->bookmarks, t.from);
	for (size_t i = 0; i < app->nviews; i++)
		kept[i] = kg_kept_create(app->views[i]);
	kg_app_forget_notes(app);
	app->opts.model = app->next;
	app->next = NULL;
	app->snapshots++;
	turn_views(app, kept, &t);
	free(kept);
	kg_model_destroy(older);
	if (app->refresh_asked)
		say_result(app);
	app->refresh_asked = false;
}

/* The old snapshot stays. */
static void give_up(struct kg_app *app)
{
	const struct kg_error *err = kg_model_error(app->next);

	if (err)
		kg_app_say(app, "the snapshot before stays%s: %s", app->opts.refresh_every > 0 ? ", no more is taken" : "", err->text);
	else if (app->refresh_asked)
		kg_app_say(app, "the new snapshot was canceled, the one before stays");
	if (err)
		app->opts.refresh_every = 0;
	kg_model_destroy(app->next);
	app->next = NULL;
	app->refresh_asked = false;
}

/* Is anything under way that the old snapshot is needed for? */
static bool in_use(struct kg_app *app)
{
	return app->commands > 0 || app->writing || app->prompt != KG_PROMPT_NONE || kg_jobs_poll(app->jobs) > 0;
}

bool kg_app_refresh_tick(struct kg_app *app)
{
	double now = kg_meter_seconds();

	if (app->next && kg_model_finished(app->next)) {
		if (!kg_model_whole_heap(app->next) || kg_model_canceled(app->next))
			give_up(app);
		else if (!in_use(app))
			turn(app);
		if (!app->next)
			app->refresh_due = now + app->opts.refresh_every;
	} else if (!app->next && app->opts.refresh_every > 0 && kg_model_finished(app->opts.model) &&
		   kg_app_whole_heap(app) && !kg_model_canceled(app->opts.model) && possible(app)) {
		if (app->refresh_due == 0)
			app->refresh_due = now + app->opts.refresh_every;
		if (now >= app->refresh_due)
			start(app);
	}
	return app->next && !kg_model_finished(app->next);
}

bool kg_app_refresh_cancel(struct kg_app *app)
{
	bool repeats = app->opts.refresh_every > 0;

	if (!app->next && !repeats)
		return false;
	app->opts.refresh_every = 0;
	if (app->next)
		kg_model_cancel(app->next);
	if (repeats)
		kg_app_say(app, "no more snapshots by themselves; R takes one");
	else
		kg_app_say(app, "the new snapshot is being canceled …");
	return true;
}

void kg_app_refresh_status(const struct kg_app *app, struct kg_strbuf *sb)
{
	const struct kg_session *s = kg_model_session(app->opts.model);
	double part = -1;
	const char *phase = app->next ? kg_model_phase(app->next, &part) : NULL;

	if (app->snapshots > 1 && s)
		kg_strbuf_printf(sb, "  #%u stood %.3f s", app->snapshots, s->image->live.pause_seconds);
	if (phase) {
		kg_strbuf_printf(sb, "  next: %s", phase);
		if (part >= 0)
			kg_strbuf_printf(sb, " %d %%", (int)(part * 100));
	} else if (app->next) {
		kg_strbuf_puts(sb, "  next: ready");
	} else if (app->opts.refresh_every > 0) {
		kg_strbuf_printf(sb, "  every %g s", app->opts.refresh_every);
	}
}
