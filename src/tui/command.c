/* A command of kedge, run beside the keyboard; its answer is a view. */
#include "config.h" /* first: open_memstream() */

#include "tui/app_priv.h"

#include <stdlib.h>
#include <string.h>

struct command {
	struct kg_app *app;
	struct kg_session lane; /* with the progress of commands */
	char *line, *text;
	size_t len;
	struct kg_error *err;
};

static void command_run(void *arg)
{
	struct command *c = arg;
	FILE *out = open_memstream(&c->text, &c->len);

	if (!out) {
		c->err = kg_error_nomem();
		return;
	}
	c->err = kg_progress_check(c->lane.progress);
	if (!c->err)
		c->err = c->app->opts.command(c->app->opts.arg, &c->lane, c->line, out);
	if (fclose(out) != 0 && !c->err)
		c->err = kg_error_nomem();
}

static void command_done(void *arg)
{
	struct command *c = arg;
	struct kg_view *v = NULL;

	if (--c->app->commands == 0)
		kg_progress_resume(c->app->command_progress);
	if (c->err && c->err->code == KG_ERR_CANCELED) {
		kg_app_say(c->app, "%s: canceled", c->line);
		kg_error_destroy(c->err);
	} else if (c->err) {
		kg_app_complain(c->app, c->err);
	} else if (c->len == 0) {
		kg_app_say(c->app, "%s: done", c->line);
	} else if (!c->app->closing && c->text) {
		struct kg_error *err = kg_view_pager(c->app, c->line, c->text, &v);

		kg_strbuf_reset(&c->app->message);
		kg_app_push(c->app, v, err);
	}
	free(c->line);
	free(c->text);
	free(c);
}

void kg_app_command(struct kg_app *app, const char *line)
{
	struct kg_strbuf lack = {0};
	struct command *c;

	kg_model_lacks_now(app->opts.model, KG_NEED_GRAPH, &lack);
	if (lack.len > 0 || !app->opts.command)
		kg_app_say(app, "%s", app->opts.command ? kg_strbuf_text(&lack) : "no commands here");
	kg_strbuf_deinit(&lack);
	if (!kg_app_whole_heap(app) || !app->opts.command)
		return;
	c = calloc(1, sizeof(*c));
	if (c)
		c->line = strdup(line);
	if (!c || !c->line) {
		free(c);
		kg_app_complain(app, kg_error_nomem());
		return;
	}
	c->app = app;
	app->commands++;
	kg_session_lane(kg_model_session(app->opts.model), app->command_progress, &c->lane);
	kg_app_say(app, "%s … (Ctrl-C cancels it)", line);
	kg_jobs_add(app->jobs, command_run, command_done, c);
}
