/* What keys do to the object under the cursor, or to those marked. */
#include "config.h" /* first: qsort_r() */

#include "tui/app_priv.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "report/cells.h"

#define LOOK_UP 0xffff /* steps between two looks at whether it was canceled */
#define STEPS_AT_ONCE 20000 /* along a chain, while one waits */
#define WHY_MAX 20
#define COMPARE_MAX 10000
#define COPY_BYTES 60000 /* what terminals take at once */
#define COPY_CELL 200

kg_node kg_app_node(struct kg_app *app)
{
	struct kg_view *v = kg_app_focus(app);
	kg_node n = kg_view_node(v, kg_list_current(v));

	return n == KG_NODE_NONE && kg_app_top(app)->ops->subject ? kg_app_top(app)->ops->subject(kg_app_top(app)) : n;
}

/* The marked objects of the view that keys go to. @return how many, @max at most */
static size_t marked_nodes(struct kg_app *app, kg_node *ret, size_t max)
{
	const struct kg_view *v = kg_app_focus(app);
	size_t n = 0;

	for (uint64_t row = kg_list_next_marked(v, 0); row != KG_ROW_NONE && n < max; row = kg_list_next_marked(v, row + 1)) {
		kg_node one = kg_view_node(v, row);

		if (one != KG_NODE_NONE)
			ret[n++] = one;
	}
	return n;
}

void kg_app_why(struct kg_app *app)
{
	kg_node nodes[WHY_MAX + 1] = {kg_app_node(app)};
	size_t n = marked_nodes(app, nodes, WHY_MAX + 1);
	struct kg_strbuf sb = {0};

	if (n == 0 && nodes[0] == KG_NODE_NONE) {
		kg_app_say(app, "no object here");
		return;
	}
	if (n > WHY_MAX) {
		kg_app_say(app, "why of more than %d objects is too much at once; :why --type T merges those of a type", WHY_MAX);
		return;
	}
	kg_strbuf_puts(&sb, "why");
	for (size_t i = 0; i < (n ? n : 1); i++)
		kg_strbuf_printf(&sb, " 0x%llx", (unsigned long long)kg_heap_addr(kg_app_heap(app), nodes[i]));
	kg_app_command(app, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

static int by_retained(const void *a, const void *b, void *arg)
{
	const struct kg_app *app = arg;
	const struct kg_retained *r = kg_model_retained(app->opts.model);
	kg_node x = *(const kg_node *)a, y = *(const kg_node *)b;
	uint64_t p = r ? kg_retained_bytes(r, x) : kg_node_bytes(kg_app_heap(app), x);
	uint64_t q = r ? kg_retained_bytes(r, y) : kg_node_bytes(kg_app_heap(app), y);

	return p != q ? (p > q ? -1 : 1) : x < y ? -1 : x > y;
}

/* The marked objects alone, what retains most first. */
void kg_app_compare(struct kg_app *app)
{
	kg_node *nodes = malloc((COMPARE_MAX + 1) * sizeof(*nodes));
	size_t n = nodes ? marked_nodes(app, nodes, COMPARE_MAX + 1) : 0;
	struct kg_strbuf title = {0};
	struct kg_view *v = NULL;
	struct kg_error *err;
	uint64_t bytes = 0;

	if (n == 0 || n > COMPARE_MAX) {
		kg_app_say(app, n ? "more than %d objects are marked; < and > sort this table" : "mark objects to compare with Space", COMPARE_MAX);
		free(nodes);
		return;
	}
	qsort_r(nodes, n, sizeof(*nodes), by_retained, app);
	for (size_t i = 0; i < n; i++)
		bytes += kg_node_bytes(kg_app_heap(app), nodes[i]);
	kg_cell_count(&title, n);
	kg_strbuf_puts(&title, " compared, ");
	kg_cell_bytes(&title, bytes);
	kg_strbuf_puts(&title, " their own");
	err = kg_view_of_nodes(app, kg_strbuf_text(&title), nodes, n, &v);
	kg_strbuf_deinit(&title);
	kg_app_push(app, v, err);
}

static void show_group(struct kg_app *app, const struct kg_cycle *c)
{
	struct kg_view *v = NULL;
	struct kg_error *err;

	if (!c) {
		kg_app_say(app, "in no garbage group, and none is known to hold it");
		return;
	}
	err = kg_view_of_group(app, c, &v);
	kg_app_push(app, v, err);
}

/* The anchor of an object's shortest chain, looked for beside the keyboard: the chain may be
 * as long as there are objects. */
struct holder {
	struct kg_app *app;
	const struct kg_anchors *anchors;
	const struct kg_cycles *cycles;
	kg_node node;
	bool canceled;
};

/* @return whether the anchor is reached */
static bool climb(struct holder *h, uint32_t steps)
{
	while (h->anchors->parent[h->node] != KG_NODE_NONE && steps-- > 0) {
		if ((steps & LOOK_UP) == 0 && kg_jobs_canceled(h->app->jobs))
			return false;
		h->node = h->anchors->parent[h->node];
	}
	return h->anchors->parent[h->node] == KG_NODE_NONE;
}

static void holder_run(void *arg)
{
	struct holder *h = arg;

	h->canceled = !climb(h, UINT32_MAX);
}

static void holder_done(void *arg)
{
	struct holder *h = arg;

	if (h->canceled) {
		kg_app_say(h->app, "canceled");
	} else if (!h->app->closing) {
		kg_strbuf_reset(&h->app->message);
		show_group(h->app, kg_cycles_of(h->cycles, h->node));
	}
	free(h);
}

static void show_holding_group(struct kg_app *app, const struct kg_cycles *cycles, const struct kg_anchors *a, kg_node n)
{
	struct holder *h = malloc(sizeof(*h));

	if (!h) {
		kg_app_complain(app, kg_error_nomem());
		return;
	}
	*h = (struct holder){app, a, cycles, n, false};
	if (climb(h, STEPS_AT_ONCE)) {
		holder_done(h);
		return;
	}
	kg_app_say(app, "looking for the garbage that holds it …");
	kg_jobs_add(app->jobs, holder_run, holder_done, h);
}

/* The group that the object is in, or that holds it by the shortest chain. */
void kg_app_cycle(struct kg_app *app)
{
	kg_node n = kg_app_node(app);
	const struct kg_cycles *cycles = kg_model_cycles(app->opts.model);
	const struct kg_anchors *a = kg_model_anchors(app->opts.model);
	const struct kg_cycle *c = n != KG_NODE_NONE && cycles ? kg_cycles_of(cycles, n) : NULL;

	if (n == KG_NODE_NONE)
		kg_app_say(app, "no object here");
	else if (!cycles || !a)
		kg_app_say(app, "garbage is not known%s", kg_model_finished(app->opts.model) ? "" : " yet");
	else if (!c && a->kind[n] == KG_ANCHOR_GARBAGE)
		show_holding_group(app, cycles, a, n);
	else
		show_group(app, c);
}

/* The block that the object has or shows, and who else does. */
void kg_app_shares(struct kg_app *app)
{
	kg_node n = kg_app_node(app);
	const struct kg_shares *shares = kg_model_shares(app->opts.model);
	kg_node block = n != KG_NODE_NONE && shares ? kg_share_block_of(kg_app_heap(app), n) : KG_NODE_NONE;
	struct kg_strbuf lack = {0};
	struct kg_view *v = NULL;
	struct kg_error *err;
	size_t from = 0, to = 0;

	if (block != KG_NODE_NONE)
		kg_shares_of(shares, block, &from, &to);
	kg_model_lacks_now(app->opts.model, KG_NEED_SHARES, &lack);
	if (n == KG_NODE_NONE) {
		kg_app_say(app, "no object here");
	} else if (!shares) {
		kg_app_say(app, "%s", kg_strbuf_text(&lack));
	} else if (from == to) {
		kg_app_say(app, block == KG_NODE_NONE ? "it has no memory beside itself that others could show" : "nobody else shows its memory");
	} else {
		err = kg_view_shares(app, block, &v);
		kg_app_push(app, v, err);
	}
	kg_strbuf_deinit(&lack);
}

static void add_row_text(const struct kg_view *v, uint64_t row, struct kg_strbuf *sb)
{
	struct kg_strbuf cell = {0};

	for (unsigned int i = 0; i < v->ops->ncolumns; i++) {
		const char *text;
		size_t len;

		kg_strbuf_reset(&cell);
		v->ops->cell(v, row, i, COPY_CELL, &cell);
		text = kg_strbuf_text(&cell) + strspn(kg_strbuf_text(&cell), " ");
		len = strlen(text);
		kg_strbuf_puts(sb, i && sb->len && len ? "  " : "");
		kg_strbuf_add(sb, text, len);
	}
	kg_strbuf_deinit(&cell);
}

/* The address of the row's object, or what the row says. */
static void add_row(struct kg_app *app, const struct kg_view *v, uint64_t row, struct kg_strbuf *sb)
{
	kg_node n = kg_view_node(v, row);

	if (n != KG_NODE_NONE)
		kg_cell_addr(sb, kg_heap_addr(kg_app_heap(app), n));
	else
		add_row_text(v, row, sb);
}

void kg_app_copy(struct kg_app *app, bool path)
{
	struct kg_view *v = kg_app_focus(app);
	struct kg_strbuf *sb = &app->clipboard;
	kg_node n = kg_app_node(app);
	uint64_t row = path ? KG_ROW_NONE : kg_list_next_marked(v, 0), rows = 0;

	kg_strbuf_reset(sb);
	for (; row != KG_ROW_NONE && sb->len < COPY_BYTES; row = kg_list_next_marked(v, row + 1), rows++) {
		kg_strbuf_puts(sb, sb->len ? "\n" : "");
		add_row(app, v, row, sb);
	}
	if (sb->len == 0 && path && n != KG_NODE_NONE)
		kg_app_path(app, n, sb);
	else if (sb->len == 0 && !path && n != KG_NODE_NONE)
		kg_cell_addr(sb, kg_heap_addr(kg_app_heap(app), n));
	else if (sb->len == 0 && !path && kg_list_current(v) != KG_ROW_NONE)
		add_row_text(v, kg_list_current(v), sb);
	app->copied = sb->len > 0;
	if (!app->copied)
		kg_app_say(app, "no object here");
	else if (rows > 1)
		kg_app_say(app, "copied: %s%llu of %llu marked rows", row == KG_ROW_NONE ? "" : "the first ",
			   (unsigned long long)rows, (unsigned long long)v->list.nmarks);
	else
		kg_app_say(app, "copied: %.100s", kg_strbuf_text(sb));
}

void kg_app_enter(struct kg_app *app)
{
	struct kg_view *v = kg_app_focus(app), *next = NULL;
	uint64_t row = kg_list_current(v);
	kg_node n;

	if (row == KG_ROW_NONE)
		return;
	if (v->ops->enter) {
		v->ops->enter(v, row);
		return;
	}
	n = kg_view_node(v, row);
	if (n != KG_NODE_NONE) {
		struct kg_error *err = kg_view_object(app, n, &next);

		kg_app_push(app, next, err);
	}
}
