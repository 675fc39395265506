/* The views walked through: what is shown, what one goes back and forward to, and views by key. */
#include "tui/app_priv.h"

#include <string.h>

#include "base/grow.h"

struct kg_view *kg_app_top(struct kg_app *app)
{
	return app->views[app->at];
}

struct kg_view *kg_app_focus(struct kg_app *app)
{
	struct kg_view *v = kg_app_top(app);

	return v->ops->focus ? v->ops->focus(v) : v;
}

void kg_app_push(struct kg_app *app, struct kg_view *v, struct kg_error *err)
{
	if (!err)
		err = kg_grow(&app->views, &app->cap, app->nviews + 1, sizeof(struct kg_view *));
	if (err) {
		kg_app_complain(app, err);
		kg_view_destroy(v);
		return;
	}
	while (app->nviews > app->at + 1)
		kg_view_destroy(app->views[--app->nviews]);
	app->views[app->nviews++] = v;
	app->at = app->nviews - 1;
}

struct kg_error *kg_app_make(struct kg_app *app, enum kg_action a, struct kg_view **ret)
{
	switch (a) {
	case KG_DO_VIEW_OVERVIEW:
		return kg_view_overview(app, ret);
	case KG_DO_VIEW_TYPES:
		return kg_view_types(app, ret);
	case KG_DO_VIEW_OBJECTS:
		return kg_view_objects(app, ret);
	case KG_DO_VIEW_DOMINATORS:
		return kg_view_dominators(app, ret);
	case KG_DO_VIEW_BUFFERS:
		return kg_view_buffers(app, ret);
	case KG_DO_VIEW_GARBAGE:
		return kg_view_garbage(app, ret);
	case KG_DO_VIEW_THREADS:
		return kg_view_threads(app, ret);
	case KG_DO_VIEW_ROOTS:
		return kg_view_roots(app, ret);
	case KG_DO_VIEW_MEMORY:
		return kg_view_memory(app, ret);
	case KG_DO_VIEW_BOOKMARKS:
		return kg_view_bookmarks(app, ret);
	default:
		return kg_view_help(app, kg_app_top(app), ret);
	}
}

void kg_app_open(struct kg_app *app, enum kg_action a)
{
	struct kg_view *v = NULL;
	struct kg_error *err = kg_app_make(app, a, &v);

	kg_app_push(app, v, err);
}

enum kg_action kg_app_action_of(struct kg_view *v)
{
	for (int a = KG_DO_VIEW_OVERVIEW; a <= KG_DO_VIEW_BOOKMARKS; a++) {
		if (strcmp(kg_action_name((enum kg_action)a), v->ops->name) == 0)
			return (enum kg_action)a;
	}
	return KG_DO_NOTHING;
}

/* The views that have keys, in that order; from another one Tab goes to the first or last. */
void kg_app_neighbor(struct kg_app *app, int step)
{
	int first = KG_DO_VIEW_OVERVIEW, n = KG_DO_VIEW_BOOKMARKS - KG_DO_VIEW_OVERVIEW + 1;
	int at = (int)kg_app_action_of(kg_app_top(app)) - first;

	at = at < 0 ? (step > 0 ? 0 : n - 1) : (at + step + n) % n;
	kg_app_open(app, (enum kg_action)(first + at));
}
