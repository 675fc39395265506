#include "tui/view.h"

#include <stdlib.h>

struct kg_error *kg_view_create(struct kg_app *app, const struct kg_view_ops *ops, const char *title, void *data,
				struct kg_view **ret)
{
	struct kg_view *v = calloc(1, sizeof(*v));

	if (!v)
		return kg_error_nomem();
	v->app = app;
	v->ops = ops;
	v->data = data;
	v->list.sort = -1;
	kg_strbuf_puts(&v->title, title);
	*ret = v;
	return NULL;
}

static void release(struct kg_view *v)
{
	if (v->ops->destroy)
		v->ops->destroy(v);
	for (int i = 0; i < KG_COLUMNS_MAX; i++)
		free(v->list.orders[i].rows);
	free(v->list.kept);
	free(v->list.marks);
	kg_kept_destroy(v->kept);
	kg_strbuf_deinit(&v->list.filter);
	kg_strbuf_deinit(&v->list.search);
	kg_strbuf_deinit(&v->title);
	free(v);
}

void kg_view_destroy(struct kg_view *v)
{
	if (!v)
		return;
	v->dead = true;
	if (v->pins == 0)
		release(v);
}

void kg_view_unpin(struct kg_view *v)
{
	if (--v->pins == 0 && v->dead)
		release(v);
}
