#include <stdlib.h>
#include <string.h>

#include "analysis/buffers.h"
#include "analysis/retained.h"
#include "analysis/shares.h"
#include "cli/anchored.h"
#include "report/chain.h"
#include "report/object.h"
#include "report/table.h"

#define SHARES_SHOWN 16 /* views of a row of JSON */
#define MIN_BYTES_DEFAULT (64 << 10)

enum { BY_BYTES, BY_ADDR, BY_REFERRERS, BY_TYPE, BY_RETAINED };

struct view {
	const struct kg_cli *cli;
	const struct kg_buffers *buffers;
	const struct kg_anchors *anchors;
	const struct kg_cycles *cycles;
	const struct kg_retained *retained;
	const struct kg_shares *shares;
	size_t shown;
};

static uint64_t referrers(const struct kg_heap *h, kg_node n)
{
	return h->graph.first[n + 1] - h->graph.first[n];
}

/* Place of a buffer in the list; what is equal stays by bytes. */
struct keyed {
	const char *name;
	uint64_t key;
	struct kg_buffer buffer;
	size_t place;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int names = strcmp(x->name, y->name);

	if (names)
		return names;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static struct kg_error *sort(const struct kg_heap *h, const struct kg_retained *retained, struct kg_buffers *buffers,
			     unsigned int order)
{
	struct keyed *keys;

	if (order == BY_BYTES || buffers->n == 0)
		return NULL;
	keys = calloc(buffers->n, sizeof(*keys));
	if (!keys)
		return kg_error_nomem();
	for (size_t i = 0; i < buffers->n; i++) {
		kg_node n = buffers->items[i].node;

		keys[i] = (struct keyed){
			.name = order == BY_TYPE ? kg_heap_type(h, n)->name : "",
			.key = order == BY_ADDR	   ? n
			   : order == BY_REFERRERS ? UINT64_MAX - referrers(h, n)
			   : order == BY_RETAINED  ? UINT64_MAX - kg_retained_bytes(retained, n)
						   : 0,
			.buffer = buffers->items[i],
			.place = i,
		};
	}
	qsort(keys, buffers->n, sizeof(*keys), by_key);
	for (size_t i = 0; i < buffers->n; i++)
		buffers->items[i] = keys[i].buffer;
	free(keys);
	return NULL;
}

static struct kg_error *print_row(const struct view *v, const struct kg_buffer *b, struct kg_table *t)
{
	const struct kg_heap *h = v->cli->heap;
	struct kg_chain chain;
	struct kg_error *err = kg_anchors_chain(v->anchors, b->node, &chain);
	size_t from, to;

	if (err)
		return err;
	kg_shares_of(v->shares, b->node, &from, &to);
	kg_table_bytes(t, b->payload.bytes);
	kg_table_bytes(t, kg_retained_bytes(v->retained, b->node));
	kg_table_addr(t, kg_heap_addr(h, b->node));
	kg_table_text(t, kg_heap_type(h, b->node)->name);
	kg_table_text(t, b->payload.where ? b->payload.where : "");
	kg_table_count(t, referrers(h, b->node));
	kg_table_count(t, to - from);
	kg_report_path(h, &chain, v->cycles, kg_table_cell(t));
	kg_table_next(t);
	kg_chain_deinit(&chain);
	return NULL;
}

static struct kg_error *print_table(const struct view *v)
{
	static const struct kg_column columns[] = {
		{"BYTES", true},  {"RETAINED", true}, {"ADDRESS", false}, {"TYPE", false},
		{"WHERE", false}, {"REFS", true},     {"VIEWS", true},	  {"KEPT BY", false},
	};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(v->cli->out, columns, KG_ARRAY_SIZE(columns), v->cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < v->shown && !err; i++)
		err = print_row(v, &v->buffers->items[i], t);
	if (!err)
		err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

/* Who shows bytes of it: all are counted, the largest are listed. */
static void set_shares(const struct view *v, kg_node block, struct kg_json *row)
{
	const struct kg_heap *h = v->cli->heap;
	struct kg_json *list = kg_json_array();
	size_t from, to;

	kg_shares_of(v->shares, block, &from, &to);
	kg_json_set(row, "views", kg_json_u64(to - from));
	for (size_t i = from; i < to && i < from + SHARES_SHOWN; i++) {
		const struct kg_share *share = &v->shares->items[i];
		struct kg_json *one = kg_json_object();

		kg_json_set(one, "addr", kg_json_addr(kg_heap_addr(h, share->view)));
		kg_json_set(one, "type", kg_json_text(kg_heap_type(h, share->view)->name));
		kg_json_set(one, "bytes", kg_json_u64(share->bytes));
		kg_json_set(one, "payload_addr", share->addr ? kg_json_addr(share->addr) : kg_json_null());
		kg_json_push(list, one);
	}
	kg_json_set(row, "shared_with", list);
}

static struct kg_error *print_json_row(const struct view *v, const struct kg_buffer *b)
{
	const struct kg_heap *h = v->cli->heap;
	struct kg_json *row = kg_json_object();
	struct kg_chain chain;
	struct kg_error *err = kg_anchors_chain(v->anchors, b->node, &chain);

	if (err) {
		kg_json_destroy(row);
		return err;
	}
	kg_report_identity(h, kg_heap_addr(h, b->node), b->node, v->cli->args->width, row);
	kg_json_set(row, "bytes", kg_json_u64(b->payload.bytes));
	kg_json_set(row, "retained", kg_json_u64(kg_retained_bytes(v->retained, b->node)));
	kg_json_set(row, "payload_addr", b->payload.addr ? kg_json_addr(b->payload.addr) : kg_json_null());
	kg_json_set(row, "where", b->payload.where ? kg_json_text(b->payload.where) : kg_json_null());
	kg_json_set(row, "in_size", kg_json_bool(b->payload.in_size));
	kg_json_set(row, "collectable", kg_json_bool(h->collectable && kg_heap_collectable(h, b->node)));
	kg_json_set(row, "referrers", kg_json_u64(referrers(h, b->node)));
	set_shares(v, b->node, row);
	kg_json_set(row, "chain", kg_cli_chain_json(v->cli, &chain, v->cycles));
	kg_chain_deinit(&chain);
	return kg_json_write(row, false, v->cli->out);
}

static struct kg_error *print_json(const struct view *v)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < v->shown && !err; i++)
		err = print_json_row(v, &v->buffers->items[i]);
	return err;
}

static struct kg_error *show(struct kg_cli *cli, const struct kg_retained *retained, const struct kg_shares *shares,
			     const struct kg_buffers *buffers)
{
	uint64_t limit = kg_cli_limit(cli);
	struct view v = {.cli = cli, .buffers = buffers, .retained = retained, .shares = shares};
	struct kg_error *err = kg_session_anchors(cli->session, &v.anchors);

	if (!err)
		err = kg_session_cycles(cli->session, &v.cycles);
	kg_progress_clear(cli->progress);
	v.shown = limit && buffers->n > limit ? limit : buffers->n;
	if (!err)
		err = cli->args->json ? print_json(&v) : print_table(&v);
	if (!err)
		kg_cli_more(cli, v.shown, buffers->n);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_args *args = cli->args;
	const struct kg_retained *retained;
	const struct kg_shares *shares;
	struct kg_buffers buffers;
	struct kg_error *err = kg_buffers_create(cli->heap, args->min_size_set ? args->min_size : MIN_BYTES_DEFAULT,
						 args->type, args->collectable, cli->progress, &buffers);

	if (err)
		return err;
	err = kg_session_retained(cli->session, &retained);
	if (!err)
		err = sort(cli->heap, retained, &buffers, args->sort);
	if (!err)
		err = kg_session_shares(cli->session, &shares);
	if (!err)
		err = show(cli, retained, shares, &buffers);
	kg_buffers_deinit(&buffers);
	return err;
}

const struct kg_command kg_command_buffers = {
	.name = "buffers",
	.summary = "large contents (bytes, str, array, mmap...) and what keeps each",
	.details = "VIEWS is how many objects show bytes of it: memoryviews, arrays, what plugins teach.\n"
		   "The largest first; from 64K on unless --min-size says otherwise.",
	.uses = KG_USE_TREE | KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_COLLECTABLE | KG_USE_WIDTH,
	.sorts = {"bytes", "addr", "refs", "type", "retained"},
	.run = run,
};
