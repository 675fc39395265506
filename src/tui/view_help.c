/* Help for a view, made from the table of keys, and the bookmarks. */
#include <string.h>

#include "report/cells.h"
#include "tui/lines.h"

#define ABOUT_COLS 76

static void head(struct kg_lines *l, const char *text)
{
	struct kg_strbuf sb = {0};

	if (l->n > 0)
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_puts(&sb, text);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_HEAD);
	kg_strbuf_deinit(&sb);
}

/* Broken at blanks. */
static void paragraph(struct kg_lines *l, const char *text)
{
	struct kg_strbuf sb = {0};

	while (*text) {
		size_t len = strlen(text);

		if (len > ABOUT_COLS) {
			len = ABOUT_COLS;
			while (len > 0 && text[len] != ' ')
				len--;
			len = len ? len : ABOUT_COLS;
		}
		kg_strbuf_puts(&sb, "  ");
		kg_strbuf_add(&sb, text, len);
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
		text += len + (text[len] == ' ');
	}
	kg_strbuf_deinit(&sb);
}

static void key_line(const struct kg_app *app, struct kg_lines *l, enum kg_action a, const char *help)
{
	struct kg_strbuf sb = {0}, names = {0};

	kg_keymap_names(kg_app_keymap(app), a, &names);
	kg_strbuf_printf(&sb, "  %-12s %-16s %s", kg_strbuf_text(&names), kg_action_name(a), help);
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&names);
	kg_strbuf_deinit(&sb);
}

static bool has_own(const struct kg_view_ops *ops, enum kg_action a)
{
	for (const struct kg_view_key *k = ops->keys; k && k->action; k++) {
		if (k->action == a)
			return true;
	}
	return false;
}

static void help_build(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_view_ops *about = l->data;
	struct kg_strbuf sb = {0};

	if (about->about) {
		head(l, about->name);
		paragraph(l, about->about);
	}
	if (about->keys)
		head(l, "keys of this view");
	for (const struct kg_view_key *k = about->keys; k && k->action; k++)
		key_line(v->app, l, k->action, k->help);
	head(l, "keys of every view (rebind them in ~/.config/kedge/kedgerc: bind KEY ACTION)");
	for (int a = 1; a < KG_DO_COUNT; a++) {
		if (!has_own(about, (enum kg_action)a) && !kg_action_is_local((enum kg_action)a))
			key_line(v->app, l, (enum kg_action)a, kg_action_help((enum kg_action)a));
	}
	kg_strbuf_puts(&sb, "  mouse        a click chooses, on a heading sorts; a double click opens, the wheel moves");
	kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_NORMAL);
	kg_strbuf_deinit(&sb);
}

static struct kg_error *help_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	const struct kg_view about = {.ops = ((const struct kg_lines *)old->data)->data};

	(void)t;
	return kg_view_help(old->app, &about, ret);
}

static const struct kg_view_ops help_ops = {.name = "help", .again = help_again, KG_LINES_OPS};

struct kg_error *kg_view_help(struct kg_app *app, const struct kg_view *about, struct kg_view **ret)
{
	struct kg_error *err = kg_lines_create(app, &help_ops, "help", NULL, ret);

	if (err)
		return err;
	((struct kg_lines *)(*ret)->data)->data = (void *)about->ops;
	help_build(*ret, (*ret)->data);
	return NULL;
}

/* Bookmarks */

static void bookmarks_build(struct kg_view *v, struct kg_lines *l)
{
	const struct kg_bookmarks *b = kg_app_bookmarks(v->app);
	const struct kg_heap *h = kg_app_heap(v->app);
	struct kg_strbuf sb = {0};

	for (size_t i = 0; h && i < b->n; i++) {
		const struct kg_bookmark *one = &b->items[i];
		kg_node n = kg_bookmark_node(one, h), other = kg_heap_node(h, one->addr);
		const char *type = n != KG_NODE_NONE ? kg_heap_type(h, n)->name : one->type;

		kg_cell_addr(&sb, one->addr);
		kg_strbuf_puts(&sb, "  ");
		kg_strbuf_escape(&sb, type ? type : "?", type ? strlen(type) : 1);
		kg_strbuf_puts(&sb, "  ");
		kg_strbuf_escape(&sb, one->note, strlen(one->note));
		if (n == KG_NODE_NONE)
			kg_strbuf_printf(&sb, "  gone: %s%s", other == KG_NODE_NONE ? "no object is there" : "now there is one of type ",
					 other == KG_NODE_NONE ? "" : kg_heap_type(h, other)->name);
		kg_lines_add(l, &sb, n, n == KG_NODE_NONE ? KG_ATTR_WARN : KG_ATTR_NORMAL);
	}
	if (l->n == 0) {
		kg_strbuf_puts(&sb, "no bookmarks; b on an object makes one");
		kg_lines_add(l, &sb, KG_NODE_NONE, KG_ATTR_DIM);
	}
	kg_strbuf_deinit(&sb);
}

static void bookmark_delete(struct kg_view *v, uint64_t row)
{
	struct kg_bookmarks *b = kg_app_bookmarks(v->app);
	struct kg_error *err;

	if (row >= b->n)
		return;
	kg_bookmarks_remove(b, b->items[row].addr);
	err = kg_bookmarks_save(b);
	if (err)
		kg_app_say(v->app, "%s", err->text);
	kg_error_destroy(err);
	kg_lines_refresh(v);
}

static bool bookmarks_action(struct kg_view *v, enum kg_action a, uint64_t row)
{
	if (a == KG_DO_DELETE)
		bookmark_delete(v, row);
	return a == KG_DO_DELETE;
}

static const struct kg_view_key bookmarks_keys[] = {
	{KG_DO_DELETE, "take the bookmark away"},
	{KG_DO_BOOKMARK, "change the note"},
	{KG_DO_ENTER, "the object"},
	{0},
};

static const struct kg_view_ops bookmarks_ops = {
	.name = "bookmarks",
	.about = "Objects that were bookmarked in this core, with notes. They are kept between runs, wherever the "
		 "core is moved to.",
	.keys = bookmarks_keys,
	.action = bookmarks_action,
	KG_LINES_OPS,
};

struct kg_error *kg_view_bookmarks(struct kg_app *app, struct kg_view **ret)
{
	return kg_lines_create(app, &bookmarks_ops, "bookmarks", bookmarks_build, ret);
}
