#include "analysis/lines.h"
#include "analysis/retained.h"
#include "analysis/shares.h"
#include "cli/anchored.h"
#include "cli/lines.h"
#include "cli/links.h"
#include "report/cells.h"
#include "report/chain.h"
#include "report/fields.h"
#include "report/object.h"
#include "report/payload.h"

#define SHARES_SHOWN 8

/* What is asked of the graph about one object, besides its own bytes. */
struct facts {
	kg_node node;
	struct kg_chains chains; /* at most one */
	const struct kg_cycles *cycles;
	const struct kg_retained *retained;
};

static struct kg_error *ask(const struct kg_cli *cli, struct facts *f)
{
	struct kg_error *err = kg_chains_create(cli->heap, f->node, 1, cli->progress, &f->chains);

	if (!err)
		err = kg_session_retained(cli->session, &f->retained);
	return err ? err : kg_cli_groups_for(cli, &f->chains, &f->cycles);
}

static void facts_deinit(struct facts *f)
{
	kg_chains_deinit(&f->chains);
}

static void line(struct kg_strbuf *sb, const char *name)
{
	kg_strbuf_printf(sb, "  %-10s ", name);
}

static void add_retained(const struct kg_cli *cli, const struct facts *f, struct kg_strbuf *sb)
{
	kg_node owner = kg_retained_owner(f->retained, f->node);

	line(sb, "retains");
	kg_cell_bytes(sb, kg_retained_bytes(f->retained, f->node));
	kg_strbuf_puts(sb, " in ");
	kg_strbuf_count(sb, kg_retained_objects(f->retained, f->node), "object", NULL);
	kg_strbuf_puts(sb, ", itself included\n");
	line(sb, "dominator");
	if (owner != KG_NODE_NONE) {
		kg_strbuf_printf(sb, "0x%llx  %s  ", (unsigned long long)kg_heap_addr(cli->heap, owner),
				 kg_heap_type(cli->heap, owner)->name);
		kg_heap_value(cli->heap, kg_heap_addr(cli->heap, owner), cli->args->width, sb);
	} else if (cli->heap->collectable && kg_heap_collectable(cli->heap, f->node)) {
		kg_strbuf_puts(sb, "none, gc.collect() would find what leads to it");
	} else {
		kg_strbuf_puts(sb, kg_retained_is_root(f->retained, f->node) ? "none, it is a root itself"
									     : "none, several roots lead to it");
	}
	kg_strbuf_putc(sb, '\n');
}

/* Who shows bytes of the same block; the object itself among them is left out. */
static struct kg_error *add_shares(const struct kg_cli *cli, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_heap *h = cli->heap;
	kg_node block = kg_share_block_of(h, n);
	const struct kg_shares *shares;
	struct kg_error *err;
	size_t from, to, left = 0;

	if (block == KG_NODE_NONE)
		return NULL;
	err = kg_session_shares(cli->session, &shares);
	if (err)
		return err;
	kg_shares_of(shares, block, &from, &to);
	if (block != n) {
		line(sb, "block");
		kg_report_block(h, block, sb);
		kg_strbuf_putc(sb, '\n');
	}
	for (size_t i = from; i < to; i++) {
		const struct kg_share *share = &shares->items[i];

		if (share->view == n)
			continue;
		if (left++ >= SHARES_SHOWN)
			continue;
		line(sb, left == 1 ? "shared" : "");
		kg_report_share(h, share, sb);
		kg_strbuf_putc(sb, '\n');
	}
	if (left > SHARES_SHOWN) {
		line(sb, "");
		kg_strbuf_printf(sb, "and %zu more; \"kedge buffers\" counts them\n", left - SHARES_SHOWN);
	}
	return NULL;
}

/* What the type's decoder tells besides. */
static void add_fields(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	struct kg_fields fields;
	struct kg_error *err = kg_heap_fields(h, n, &fields);

	sb->failed = sb->failed || err;
	for (size_t i = 0; !err && i < fields.n; i++) {
		line(sb, fields.items[i].name);
		kg_strbuf_printf(sb, "%s\n", fields.items[i].text);
	}
	kg_error_destroy(err);
	kg_fields_deinit(&fields);
}

static void add_facts(const struct kg_cli *cli, const struct facts *f, struct kg_strbuf *sb)
{
	const struct kg_heap *h = cli->heap;
	kg_node n = f->node;

	kg_strbuf_printf(sb, "0x%llx  %s\n", (unsigned long long)kg_heap_addr(h, n), kg_heap_type(h, n)->name);
	line(sb, "value");
	kg_heap_value(h, kg_heap_addr(h, n), cli->args->width, sb);
	kg_strbuf_putc(sb, '\n');
	line(sb, "size");
	kg_report_size(h, n, sb);
	kg_strbuf_putc(sb, '\n');
	add_retained(cli, f, sb);
	line(sb, "refcount");
	kg_report_refcount(h, n, sb);
	kg_strbuf_putc(sb, '\n');
	line(sb, "collector");
	kg_strbuf_printf(sb, "%s%s\n", kg_gc_place_name(kg_heap_place(h, n)),
			 h->collectable && kg_heap_collectable(h, n) ? ", gc.collect() would find it unreachable" : "");
	line(sb, "found");
	kg_strbuf_printf(sb, "%s\n", kg_provenance_name(kg_heap_provenance(h, n)));
	line(sb, "reading");
	kg_report_decoder(h, n, sb);
	kg_strbuf_putc(sb, '\n');
	add_fields(h, n, sb);
	line(sb, "kept by");
	if (f->chains.n > 0)
		kg_report_path(h, &f->chains.items[0], f->cycles, sb);
	else
		kg_strbuf_puts(sb, "nothing found");
	kg_strbuf_putc(sb, '\n');
}

/* The frames that tracemalloc kept, the innermost first. */
static void add_allocation(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	struct kg_tracemalloc tm;
	struct kg_trace trace;
	struct kg_line_total at = {0};

	kg_tracemalloc_open(h->rt, &tm);
	if (!kg_line_trace(h, &tm, n, &trace))
		return;
	for (uint32_t i = 0; i < trace.nframe && kg_tracemalloc_frame(&tm, &trace, i, &at.file, &at.line); i++) {
		kg_strbuf_printf(sb, "  %-10s ", i ? "" : "allocated");
		kg_strbuf_puts(sb, i ? "from " : "at ");
		kg_line_name(h, &at, sb);
		kg_strbuf_putc(sb, '\n');
	}
	if (trace.total > trace.nframe) {
		kg_strbuf_printf(sb, "  %-10s from ", "");
		kg_strbuf_count(sb, trace.total - trace.nframe, "more frame", NULL);
		kg_strbuf_puts(sb, " that tracemalloc did not keep\n");
	}
}

static void add_roots(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	size_t from, to;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to; i++) {
		line(sb, "root");
		kg_report_root(h, &h->roots[i], sb);
		kg_strbuf_puts(sb, h->roots[i].counted ? "\n" : ", not counted\n");
	}
}

static struct kg_error *print_links(const struct kg_cli *cli, kg_node n, bool backward)
{
	uint64_t limit = kg_cli_limit(cli), all = 0;
	struct kg_error *err;

	fprintf(cli->out, "\n%s\n", backward ? "referrers" : "referents");
	err = kg_cli_links(cli, n, backward, limit, &all);
	if (!err)
		kg_cli_more(cli, limit && limit < all ? limit : all, all);
	return err;
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct facts *f)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	add_facts(cli, f, &sb);
	err = add_shares(cli, f->node, &sb);
	add_allocation(cli->heap, f->node, &sb);
	add_roots(cli->heap, f->node, &sb);
	if (!err && sb.failed)
		err = kg_error_nomem();
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	if (!err)
		err = kg_report_fields(cli->heap, f->node, cli->args->width, cli->color, cli->out);
	if (!err)
		err = print_links(cli, f->node, false);
	return err ? err : print_links(cli, f->node, true);
}

static struct kg_json *fields_json(const struct kg_heap *h, kg_node n)
{
	struct kg_json *row = kg_json_object();
	struct kg_fields fields;
	struct kg_error *err = kg_heap_fields(h, n, &fields);

	if (err) {
		kg_error_destroy(err);
		kg_json_destroy(row);
		return NULL;
	}
	for (size_t i = 0; i < fields.n; i++)
		kg_json_set(row, fields.items[i].name, kg_json_text(fields.items[i].text));
	kg_fields_deinit(&fields);
	return row;
}

/* Its own, or what it shows of another's, who is then the owner. */
static struct kg_json *payload_json(const struct kg_heap *h, kg_node n)
{
	struct kg_json *row;
	struct kg_payload p;

	if (!kg_heap_payload(h, n, &p) && !kg_heap_view(h, n, &p))
		return kg_json_null();
	row = kg_json_object();
	kg_json_set(row, "owner", p.owner ? kg_json_addr(p.owner) : kg_json_null());
	kg_json_set(row, "addr", p.addr ? kg_json_addr(p.addr) : kg_json_null());
	kg_json_set(row, "bytes", kg_json_u64(p.bytes));
	kg_json_set(row, "where", p.where ? kg_json_text(p.where) : kg_json_null());
	kg_json_set(row, "in_size", kg_json_bool(p.in_size));
	return row;
}

static struct kg_json *counts_json(const struct kg_heap *h, kg_node n)
{
	struct kg_json *row = kg_json_object();
	uint64_t roots = kg_report_root_count(h, n), found = kg_heap_references(h, n);

	kg_json_set(row, "references", kg_json_u64(found - roots));
	kg_json_set(row, "roots", kg_json_u64(roots));
	kg_json_set(row, "unexplained", kg_heap_refcount(h, n) == KG_IMMORTAL || kg_heap_laid_out(h, n)
						? kg_json_null()
						: kg_json_i64(kg_heap_refcount(h, n) - (int64_t)found));
	return row;
}

static struct kg_json *roots_json(const struct kg_heap *h, kg_node n)
{
	struct kg_json *list = kg_json_array();
	size_t from, to;

	kg_heap_roots_of(h, n, &from, &to);
	for (size_t i = from; i < to; i++) {
		struct kg_json *row = kg_json_object();
		struct kg_strbuf sb = {0};

		kg_report_root(h, &h->roots[i], &sb);
		kg_json_set(row, "root", sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb)));
		kg_json_set(row, "counted", kg_json_bool(h->roots[i].counted));
		kg_json_push(list, row);
		kg_strbuf_deinit(&sb);
	}
	return list;
}

static struct kg_error *add_links(const struct kg_cli *cli, kg_node n, struct kg_json *doc)
{
	struct kg_json *list;
	struct kg_error *err = kg_cli_links_json(cli, n, false, kg_cli_limit(cli), &list);

	if (err)
		return err;
	kg_json_set(doc, "referents", list);
	err = kg_cli_links_json(cli, n, true, kg_cli_limit(cli), &list);
	if (!err)
		kg_json_set(doc, "referrers", list);
	return err;
}

static void set_retained(const struct kg_heap *h, const struct facts *f, struct kg_json *doc)
{
	kg_node owner = kg_retained_owner(f->retained, f->node);

	kg_json_set(doc, "retained", kg_json_u64(kg_retained_bytes(f->retained, f->node)));
	kg_json_set(doc, "retained_objects", kg_json_u64(kg_retained_objects(f->retained, f->node)));
	kg_json_set(doc, "dominator", owner == KG_NODE_NONE ? kg_json_null() : kg_json_addr(kg_heap_addr(h, owner)));
}

/* One object is a document; each of several a line. */
static struct kg_error *print_json(const struct kg_cli *cli, const struct facts *f)
{
	const struct kg_heap *h = cli->heap;
	struct kg_strbuf sb = {0};
	struct kg_tracemalloc tm;
	struct kg_json *doc;
	struct kg_error *err = kg_report_object(h, f->node, cli->args->width, false, &doc);

	if (err)
		return err;
	kg_report_decoder(h, f->node, &sb);
	kg_json_set(doc, "decoder", sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb)));
	kg_strbuf_deinit(&sb);
	kg_json_set(doc, "plugin", kg_report_plugin_json(kg_heap_type(h, f->node)));
	kg_json_set(doc, "fields", fields_json(h, f->node));
	set_retained(h, f, doc);
	kg_json_set(doc, "payload", payload_json(h, f->node));
	kg_tracemalloc_open(h->rt, &tm);
	kg_json_set(doc, "struct", kg_report_fields_json(h, f->node, cli->args->width));
	kg_json_set(doc, "allocation", kg_cli_allocation_json(h, &tm, f->node));
	kg_json_set(doc, "counts", counts_json(h, f->node));
	kg_json_set(doc, "roots", roots_json(h, f->node));
	kg_json_set(doc, "chain",
		    f->chains.n ? kg_cli_chain_json(cli, &f->chains.items[0], f->cycles) : kg_json_null());
	err = add_links(cli, f->node, doc);
	if (!err)
		return kg_json_write(doc, cli->args->nrest == 1, cli->out);
	kg_json_destroy(doc);
	return err;
}

static struct kg_error *show(struct kg_cli *cli, kg_node n)
{
	struct facts f = {.node = n};
	struct kg_error *err = ask(cli, &f);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(cli, &f) : print_text(cli, &f);
	facts_deinit(&f);
	return err;
}

/* An address that is none is said before anything is shown. */
static struct kg_error *run(struct kg_cli *cli)
{
	struct kg_error *err = NULL;
	kg_node n;

	for (int i = 0; i < cli->args->nrest && !err; i++)
		err = kg_cli_node(cli, cli->args->rest[i], &n);
	for (int i = 0; i < cli->args->nrest && !err; i++) {
		if (i > 0 && !cli->args->json)
			fputc('\n', cli->out);
		err = kg_cli_node(cli, cli->args->rest[i], &n);
		if (!err)
			err = show(cli, n);
	}
	return err;
}

const struct kg_command kg_command_show = {
	.name = "show",
	.operands = "ADDR...",
	.summary = "an object: value, count accounted for, references both ways",
	.uses = KG_USE_LIMIT | KG_USE_WIDTH,
	.min_rest = 1,
	.max_rest = -1,
	.run = run,
};
