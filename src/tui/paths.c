/* Texts that take a moment to find, made for the rows that are drawn and kept: "kept by" in one
 * line, labels of references. Drawing has a budget of time for them; what does not fit into it
 * is an ellipsis until the next turn. */
#include "tui/app_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/meter.h"
#include "report/chain.h"

#define BUDGET_MS 4.0
#define NOTE_PLACES 8
#define PATH_STEPS 60	  /* longer chains are told by their anchor alone */
#define PATH_WORDS 20000  /* the same of chains whose objects have more references in all */
#define ANCHOR_STEPS 100000 /* farther anchors are told by their sort alone */

void kg_app_draws(struct kg_app *app, bool begins)
{
	app->draw_until = begins ? kg_meter_seconds() + BUDGET_MS / 1000 : 0;
	if (begins)
		app->unfinished = false;
}

/* Cells are made on the jobs' thread too, for sorting: there nothing is kept and nothing hurries. */
static bool at_keyboard(const struct kg_app *app)
{
	return pthread_equal(pthread_self(), app->keyboard);
}

bool kg_app_hurried(struct kg_app *app)
{
	if (!at_keyboard(app) || app->draw_until == 0 || kg_meter_seconds() < app->draw_until)
		return false;
	app->unfinished = true;
	return true;
}

void kg_app_forget_notes(struct kg_app *app)
{
	for (size_t i = 0; i < KG_NOTES_KEPT; i++) {
		free(app->notes[i].text);
		app->notes[i].text = NULL;
	}
}

/* A note lies in one of some places behind each other. */
static size_t slot_of(uint64_t key, unsigned int i)
{
	return ((size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 54) + i) % KG_NOTES_KEPT;
}

const char *kg_app_note(const struct kg_app *app, uint64_t key)
{
	for (unsigned int i = 0; i < NOTE_PLACES && at_keyboard(app); i++) {
		if (app->notes[slot_of(key, i)].key == key)
			return app->notes[slot_of(key, i)].text;
	}
	return NULL;
}

void kg_app_keep_note(struct kg_app *app, uint64_t key, const char *text)
{
	unsigned int i = 0;
	size_t slot;

	if (!at_keyboard(app))
		return;
	while (i < NOTE_PLACES && app->notes[slot_of(key, i)].text)
		i++;
	slot = slot_of(key, i < NOTE_PLACES ? i : app->note_turn++ % NOTE_PLACES);
	free(app->notes[slot].text);
	app->notes[slot].text = strdup(text);
	app->notes[slot].key = key;
}

uint32_t kg_app_references(const struct kg_heap *h, kg_node n, uint32_t max)
{
	uint32_t count = 0;
	const uint32_t *p = h->graph.to + h->graph.start[n];

	if (h->graph.start[n] == KG_NODE_NONE || max == 0)
		return 0;
	for (count = 1; count < max && !(*p & KG_WORD_LAST); p++)
		count++;
	return count;
}

/* How far the anchor of a chain is, and whether the whole chain can be put into words while one waits. */
struct distance {
	kg_node first; /* the anchor, KG_NODE_NONE when it is too far away */
	bool tellable;
};

static struct distance distance_of(const struct kg_anchors *a, kg_node n)
{
	struct distance d = {KG_NODE_NONE, true};
	uint32_t words = 0;

	for (unsigned int steps = 0; a->parent[n] != KG_NODE_NONE; steps++) {
		if (steps == ANCHOR_STEPS)
			return (struct distance){KG_NODE_NONE, false};
		n = a->parent[n];
		if (d.tellable)
			words += kg_app_references(a->heap, n, PATH_WORDS + 1);
		d.tellable = d.tellable && steps < PATH_STEPS && words <= PATH_WORDS;
	}
	d.first = n;
	return d;
}

static void tell_path(struct kg_app *app, const struct kg_anchors *a, kg_node n, struct kg_strbuf *sb)
{
	struct kg_chain chain = {0};
	struct distance d = distance_of(a, n);
	struct kg_error *err;

	if (d.first == KG_NODE_NONE) {
		kg_strbuf_printf(sb, "%s … a very long chain, w tells it", kg_anchor_name((enum kg_anchor)a->kind[n]));
		return;
	}
	err = kg_anchors_chain(a, d.tellable ? n : d.first, &chain);
	if (err) {
		kg_strbuf_puts(sb, err->text);
		kg_error_destroy(err);
		return;
	}
	if (d.tellable) {
		kg_report_path(a->heap, &chain, kg_model_cycles(app->opts.model), sb);
	} else {
		kg_report_anchor(a->heap, &chain, kg_model_cycles(app->opts.model), sb);
		kg_strbuf_puts(sb, " … a long chain, w tells it");
	}
	kg_chain_deinit(&chain);
}

void kg_app_path(struct kg_app *app, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_anchors *a = kg_model_anchors(app->opts.model);
	const char *kept = kg_app_note(app, n);
	struct kg_strbuf text = {0};

	if (!a || n == KG_NODE_NONE) {
		kg_strbuf_puts(sb, kg_model_finished(app->opts.model) ? "?" : "…");
	} else if (kept) {
		kg_strbuf_puts(sb, kept);
	} else if (kg_app_hurried(app)) {
		kg_strbuf_puts(sb, "…");
	} else {
		tell_path(app, a, n, &text);
		kg_app_keep_note(app, n, kg_strbuf_text(&text));
		kg_strbuf_puts(sb, kg_strbuf_text(&text));
		kg_strbuf_deinit(&text);
	}
}
