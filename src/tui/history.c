/* Lines typed before, and what a command line may become. */
#include "tui/app_priv.h"

#include <stdlib.h>
#include <string.h>

void kg_app_remember(struct kg_app *app, enum kg_prompt p, const char *line)
{
	struct kg_history *h = &app->history[p];
	char *copy;

	h->at = h->n;
	if (!*line || (h->n > 0 && strcmp(h->lines[h->n - 1], line) == 0))
		return;
	copy = strdup(line);
	if (!copy)
		return;
	if (h->n == KG_HISTORY_KEPT) {
		free(h->lines[0]);
		memmove(h->lines, h->lines + 1, --h->n * sizeof(*h->lines));
	}
	h->lines[h->n++] = copy;
	h->at = h->n;
}

void kg_app_recall(struct kg_app *app, int step)
{
	struct kg_history *h = &app->history[app->prompt];

	if ((step < 0 && h->at == 0) || (step > 0 && h->at >= h->n))
		return;
	if (h->at == h->n) { /* what is typed so far is come back to */
		free(h->typed);
		h->typed = strdup(kg_strbuf_text(&app->edit.text));
	}
	h->at = step < 0 ? h->at - 1 : h->at + 1;
	kg_edit_set(&app->edit, h->at < h->n ? h->lines[h->at] : h->typed ? h->typed : "");
}

void kg_app_forget_history(struct kg_app *app)
{
	for (size_t p = 0; p < KG_ARRAY_SIZE(app->history); p++) {
		for (size_t i = 0; i < app->history[p].n; i++)
			free(app->history[p].lines[i]);
		free(app->history[p].typed);
	}
	kg_strbuf_deinit(&app->choices);
}

/* The words that fit, and how far they agree. */
struct choices {
	struct kg_strbuf *all, common;
	size_t n;
};

static void add_choice(void *to, const char *word)
{
	struct choices *c = to;
	size_t same = 0;

	kg_strbuf_printf(c->all, "%s%s", c->n ? " " : "", word);
	if (c->n++ == 0) {
		kg_strbuf_puts(&c->common, word);
		return;
	}
	while (same < c->common.len && c->common.text[same] == word[same])
		same++;
	c->common.len = same;
	c->common.text[same] = '\0';
}

void kg_app_complete(struct kg_app *app)
{
	struct choices c = {.all = &app->choices};
	const char *line = kg_strbuf_text(&app->edit.text), *word = strrchr(line, ' ') ? strrchr(line, ' ') + 1 : line;
	size_t len = strlen(word);

	if (!app->opts.complete)
		return;
	app->opts.complete(app->opts.arg, line, add_choice, &c);
	if (c.common.len > len)
		kg_strbuf_puts(&app->edit.text, c.common.text + len);
	if (c.n == 1)
		kg_strbuf_putc(&app->edit.text, ' ');
	if (c.n < 2)
		kg_strbuf_reset(&app->choices);
	if (c.n == 0)
		kg_strbuf_puts(&app->choices, "nothing begins so");
	app->edit.caret = app->edit.text.len;
	kg_strbuf_deinit(&c.common);
}
