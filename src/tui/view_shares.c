/* One block of memory: the object that owns it, and those that show bytes of it. */
#include <stdlib.h>

#include "report/cells.h"
#include "tui/app.h"

struct block {
	kg_node owner;
	bool there;
};

/* The owner's row comes first: its shares begin after that. */
static const struct kg_share *share(const struct kg_view *v, uint64_t row)
{
	const struct kg_shares *s = kg_model_shares(kg_app_model(v->app));
	size_t from, to;

	kg_shares_of(s, ((const struct block *)v->data)->owner, &from, &to);
	return row > 0 ? &s->items[from + row - 1] : NULL;
}

static uint64_t block_rows(const struct kg_view *v)
{
	const struct kg_shares *s = kg_model_shares(kg_app_model(v->app));
	size_t from, to;

	if (!s)
		return 0;
	kg_shares_of(s, ((const struct block *)v->data)->owner, &from, &to);
	return to - from + 1;
}

static kg_node block_node(const struct kg_view *v, uint64_t row)
{
	const struct kg_share *s = share(v, row);

	return s ? s->view : ((const struct block *)v->data)->owner;
}

static struct kg_payload payload_of(const struct kg_view *v)
{
	struct kg_payload p = {0};

	kg_heap_payload(kg_app_heap(v->app), ((const struct block *)v->data)->owner, &p);
	return p;
}

static uint64_t block_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	const struct kg_share *s = share(v, row);
	struct kg_payload p = payload_of(v);

	if (column == 0)
		return s ? s->bytes : p.bytes;
	if (column == 1)
		return s && s->addr ? UINT64_MAX - s->addr : UINT64_MAX;
	return UINT32_MAX - block_node(v, row);
}

/* Where in the block it begins: a view may be outside of what the owner has by now. */
static void add_place(const struct kg_view *v, const struct kg_share *s, struct kg_strbuf *sb)
{
	struct kg_payload p = payload_of(v);

	if (!s) {
		kg_strbuf_puts(sb, "owner");
	} else if (s->addr && p.addr && s->addr >= p.addr && s->addr - p.addr <= p.bytes) {
		kg_strbuf_putc(sb, '+');
		kg_cell_count(sb, s->addr - p.addr);
	} else {
		kg_strbuf_puts(sb, "?");
	}
}

static void block_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	const struct kg_heap *h = kg_app_heap(v->app);
	kg_node n = block_node(v, row);

	switch (column) {
	case 0:
		kg_cell_bytes(sb, block_rank(v, row, 0));
		break;
	case 1:
		add_place(v, share(v, row), sb);
		break;
	case 2:
		kg_cell_addr(sb, kg_heap_addr(h, n));
		break;
	case 3:
		kg_strbuf_puts(sb, kg_heap_type(h, n)->name);
		break;
	default:
		kg_heap_value(h, kg_heap_addr(h, n), width, sb);
		break;
	}
}

static bool block_refresh(struct kg_view *v)
{
	struct block *b = v->data;
	bool before = b->there;

	b->there = block_rows(v) > 0;
	return b->there && !before;
}

static void block_destroy(struct kg_view *v)
{
	free(v->data);
}

static struct kg_error *block_again(const struct kg_view *old, const struct kg_turn *t, struct kg_view **ret)
{
	kg_node owner = kg_turn_node(t, ((const struct block *)old->data)->owner);

	if (owner == KG_NODE_NONE)
		return kg_view_gone(old->app, kg_strbuf_text(&old->title), "the object that had this memory is gone", KG_NODE_NONE, ret);
	return kg_view_shares(old->app, owner, ret);
}

static const struct kg_view_column block_columns[] = {
	{.name = "SHOWS", .width = 10, .right = true, .number = true},
	{.name = "AT BYTE", .width = 10, .right = true},
	{.name = "ADDRESS", .width = 14},
	{.name = "TYPE", .width = 14, .text = true},
	{.name = "VALUE", .width = 10, .grow = true, .text = true},
};

static const struct kg_view_ops block_ops = {
	.name = "views",
	.about = "One block of memory: the object that owns it, then those that show bytes of it, however many views are "
		 "between. SHOWS how much of it, AT BYTE where in the block that begins.",
	.needs = KG_NEED_SHARES,
	.columns = block_columns,
	.ncolumns = KG_ARRAY_SIZE(block_columns),
	.rows = block_rows,
	.cell = block_cell,
	.rank = block_rank,
	.node = block_node,
	.refresh = block_refresh,
	.again = block_again,
	.destroy = block_destroy,
};

struct kg_error *kg_view_shares(struct kg_app *app, kg_node owner, struct kg_view **ret)
{
	struct block *b = calloc(1, sizeof(*b));
	const struct kg_heap *h = kg_app_heap(app);
	struct kg_strbuf title = {0};
	struct kg_error *err;

	if (!b)
		return kg_error_nomem();
	b->owner = owner;
	kg_strbuf_printf(&title, "views of %.40s 0x%llx", kg_heap_type(h, owner)->name, (unsigned long long)kg_heap_addr(h, owner));
	err = kg_view_create(app, &block_ops, kg_strbuf_text(&title), b, ret);
	kg_strbuf_deinit(&title);
	if (err)
		free(b);
	else
		b->there = block_rows(*ret) > 0;
	return err;
}
