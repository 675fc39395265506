/* Several processes in tables, and as JSON. */
#include <stdlib.h>
#include <string.h>

#include "cli/summary_several.h"
#include "report/cells.h"
#include "report/table.h"
#include "report/wrap.h"

#define TOP_TYPES 5
#define COMMAND_WIDTH 24
#define TYPE_WIDTH 30

static void add_cut(struct kg_strbuf *sb, const char *text, size_t width)
{
	size_t len = strlen(text), cut = width;

	if (len <= width) {
		kg_strbuf_puts(sb, text);
		return;
	}
	while (cut > 0 && ((unsigned char)text[cut] & 0xc0) == 0x80) /* not within a character */
		cut--;
	kg_strbuf_add(sb, text, cut);
	kg_strbuf_puts(sb, "…");
}

static void unknown_or_bytes(struct kg_table *t, bool known, uint64_t bytes)
{
	if (known)
		kg_table_bytes(t, bytes);
	else
		kg_table_text(t, "-");
}

static void add_pid(struct kg_table *t, int pid)
{
	if (pid)
		kg_strbuf_printf(kg_table_cell(t), "%d", pid);
	else
		kg_strbuf_puts(kg_table_cell(t), "-");
	kg_table_next(t);
}

static struct kg_error *print_memory(const struct kg_cli *cli, const struct kg_summary_rows *rows)
{
	static const struct kg_column columns[] = {{"PID", true},     {"RSS", true},	  {"PSS", true},   {"PRIVATE", true},
						   {"SHARED", true},  {"STOOD", true}, {"PROCESS", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < rows->n; i++) {
		const struct kg_summary_row *r = &rows->items[i];

		if (!r->read)
			continue;
		add_pid(t, r->pid);
		unknown_or_bytes(t, r->use.known || r->live.known, r->use.known ? r->use.rss : r->live.rss_bytes);
		unknown_or_bytes(t, r->use.known, r->use.pss);
		unknown_or_bytes(t, r->use.known, r->use.own);
		unknown_or_bytes(t, r->use.known, r->use.shared);
		if (r->live.known)
			kg_strbuf_printf(kg_table_cell(t), "%.3f s", r->live.pause_seconds);
		else
			kg_strbuf_puts(kg_table_cell(t), "-");
		kg_table_next(t);
		if (r->one->pid)
			add_cut(kg_table_cell(t), kg_strbuf_text(&r->command), COMMAND_WIDTH);
		else
			kg_strbuf_escape(kg_table_cell(t), r->one->name, strlen(r->one->name));
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *print_objects(const struct kg_cli *cli, const struct kg_summary_rows *rows)
{
	static const struct kg_column columns[] = {{"PID", true},     {"OBJECTS", true},  {"HEAP", true},
						   {"GARBAGE", true}, {"RETAINED", true}, {"BY ALL OBJECTS OF TYPE", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < rows->n; i++) {
		const struct kg_summary_row *r = &rows->items[i];

		if (!r->read)
			continue;
		add_pid(t, r->pid);
		kg_table_count(t, r->objects);
		kg_table_bytes(t, r->bytes + r->payload);
		unknown_or_bytes(t, r->garbage_known, r->garbage);
		kg_table_bytes(t, r->top_bytes);
		add_cut(kg_table_cell(t), kg_strbuf_text(&r->top_type), TYPE_WIDTH);
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

/* Of all that could be read. */
struct sums {
	uint64_t objects, heap, garbage;
	uint64_t parted[KG_PARTED_KINDS], freezable, written; /* .written: by reference counts and the collector */
	size_t children;
};

static struct sums sum_up(const struct kg_summary_rows *rows)
{
	struct sums s = {0};

	for (size_t i = 0; i < rows->n; i++) {
		const struct kg_summary_row *r = &rows->items[i];

		s.objects += r->objects;
		s.heap += r->bytes + r->payload;
		s.garbage += r->garbage;
		s.freezable += r->parted.freezable;
		s.children += r->parted_known;
		for (int k = 0; k < KG_PARTED_KINDS; k++)
			s.parted[k] += r->parted.bytes[k];
	}
	for (int k = 0; k <= KG_PARTED_SAME; k++)
		s.written += s.parted[k];
	return s;
}

static void add_together(const struct kg_summary_rows *rows, const struct sums *s, struct kg_strbuf *sb)
{
	const struct kg_memory_once *m = &rows->once;
	struct kg_strbuf line = {0};

	kg_strbuf_puts(sb, "\ntogether\n");
	if (rows->live > 0) {
		kg_cell_bytes(&line, m->once);
		kg_strbuf_puts(&line, m->frames ? ", each page counted once (by page frames)"
						: ", shared pages in part (the sum of PSS: page frames cannot be read here; root can)");
		kg_strbuf_puts(&line, "; the sum of RSS is ");
		kg_cell_bytes(&line, m->rss);
		kg_wrap_line(sb, "memory", kg_strbuf_text(&line));
		kg_strbuf_reset(&line);
		if (m->frames) {
			kg_cell_bytes(&line, m->shared);
			kg_strbuf_puts(&line, " of that shared among them since a fork; ");
		}
		kg_cell_bytes(&line, m->own);
		kg_strbuf_puts(&line, " private to one each");
		kg_wrap_line(sb, "shared", kg_strbuf_text(&line));
		kg_strbuf_reset(&line);
	}
	kg_cell_count(&line, s->objects);
	kg_strbuf_puts(&line, " objects, ");
	kg_cell_bytes(&line, s->heap);
	kg_strbuf_puts(&line, " in the heaps, what they share counted in each; gc.collect() in each would free ");
	kg_cell_bytes(&line, s->garbage);
	kg_wrap_line(sb, "heaps", kg_strbuf_text(&line));
	kg_strbuf_deinit(&line);
}

static void add_share(struct kg_strbuf *sb, uint64_t bytes, const char *words)
{
	struct kg_strbuf size = {0};

	if (bytes == 0)
		return;
	kg_cell_bytes(&size, bytes);
	kg_strbuf_printf(sb, "  %10s  %s\n", kg_strbuf_text(&size), words);
	kg_strbuf_deinit(&size);
}

static struct kg_error *add_types(const struct kg_summary_rows *rows, struct kg_strbuf *sb)
{
	uint32_t *order = NULL;
	struct kg_error *err = kg_growth_order(rows->types, &order);

	if (err)
		return err;
	if (rows->types->n > 0)
		kg_strbuf_puts(sb, "  by type of the objects on the first three\n");
	for (size_t i = 0; i < rows->types->n && i < TOP_TYPES; i++) {
		const struct kg_series *one = &rows->types->items[order[i]];
		struct kg_strbuf size = {0};

		kg_cell_bytes(&size, one->at[1].bytes);
		kg_strbuf_printf(sb, "  %10s  %10llu x %s\n", kg_strbuf_text(&size), (unsigned long long)one->at[1].objects, one->name);
		kg_strbuf_deinit(&size);
	}
	free(order);
	return NULL;
}

/* Is what reference counts and the collector cost worth a word? */
static struct kg_error *add_parted(const struct kg_summary_rows *rows, const struct sums *s, struct kg_strbuf *sb)
{
	struct kg_strbuf line = {0};
	uint64_t all = 0;

	for (int k = 0; k < KG_PARTED_KINDS; k++)
		all += s->parted[k];
	if (s->children == 0)
		return NULL;
	kg_strbuf_puts(sb, "\nno longer shared: pages that a fork gave to both, and each has its own by now\n");
	if (all == 0) {
		kg_strbuf_puts(sb, "  none\n");
		return NULL;
	}
	add_share(sb, s->parted[KG_PARTED_LINKS], "only the collector's links differ: a collection wrote them");
	add_share(sb, s->parted[KG_PARTED_COUNTS], "only reference counts (and links) differ: the objects were used");
	add_share(sb, s->parted[KG_PARTED_SAME], "nothing differs: written and put back, as a collection does too");
	add_share(sb, s->parted[KG_PARTED_DATA], "put to other use");
	add_share(sb, s->parted[KG_PARTED_UNSEEN], "payload, not copied and not looked into");
	kg_cell_bytes(&line, s->parted[KG_PARTED_LINKS] + s->freezable);
	kg_strbuf_puts(&line, " at most: what gc.freeze() before the fork would have kept shared");
	if (s->parted[KG_PARTED_LINKS] + s->freezable > 0)
		kg_wrap_line(sb, "freeze", kg_strbuf_text(&line));
	kg_strbuf_deinit(&line);
	return s->written > 0 ? add_types(rows, sb) : NULL;
}

static void add_doubts(const struct kg_summary_rows *rows, struct kg_strbuf *sb)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct kg_summary_row *r = &rows->items[i];

		if (r->doubts.len == 0)
			continue;
		kg_strbuf_puts(sb, "INCOMPLETE ");
		kg_strbuf_escape(sb, r->one->name, strlen(r->one->name));
		kg_strbuf_printf(sb, ": %s\n", kg_strbuf_text(&r->doubts));
	}
}

static void add_next(const struct kg_cli *cli, const struct kg_summary_rows *rows, struct kg_strbuf *sb)
{
	const struct kg_summary_row *largest = NULL;

	for (size_t i = 0; i < rows->n; i++) {
		const struct kg_summary_row *r = &rows->items[i];

		if (r->read && (!largest || r->bytes + r->payload > largest->bytes + largest->payload))
			largest = r;
	}
	if (!largest)
		return;
	kg_strbuf_puts(sb, "\nnext\n  kedge suspects ");
	if (cli->args->tree) {
		kg_strbuf_puts(sb, "--tree ");
		kg_strbuf_escape(sb, cli->args->target, strlen(cli->args->target));
	} else {
		kg_strbuf_escape(sb, largest->one->name, strlen(largest->one->name));
	}
	kg_strbuf_puts(sb, "\n  kedge summary ");
	kg_strbuf_escape(sb, largest->one->name, strlen(largest->one->name));
	kg_strbuf_putc(sb, '\n');
}

struct kg_error *kg_summary_rows_print(const struct kg_cli *cli, const struct kg_summary_rows *rows)
{
	struct kg_strbuf sb = {0};
	struct sums s = sum_up(rows);
	struct kg_error *err = NULL;

	if (rows->read == 0)
		return NULL;
	err = print_memory(cli, rows);
	fputc('\n', cli->out);
	if (!err)
		err = print_objects(cli, rows);
	if (!err) {
		add_together(rows, &s, &sb);
		err = add_parted(rows, &s, &sb);
	}
	if (!err) {
		add_doubts(rows, &sb);
		add_next(cli, rows, &sb);
		err = sb.failed ? kg_error_nomem() : NULL;
	}
	fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}

/* JSON */

static struct kg_json *memory_json(const struct kg_memory_use *u)
{
	struct kg_json *row = kg_json_object();

	if (!u->known) {
		kg_json_destroy(row);
		return kg_json_null();
	}
	kg_json_set(row, "rss", kg_json_u64(u->rss));
	kg_json_set(row, "pss", kg_json_u64(u->pss));
	kg_json_set(row, "private", kg_json_u64(u->own));
	kg_json_set(row, "shared_since_fork", kg_json_u64(u->shared));
	kg_json_set(row, "anonymous", kg_json_u64(u->anonymous));
	kg_json_set(row, "swap", kg_json_u64(u->swap));
	return row;
}

static struct kg_json *kinds_json(const uint64_t bytes[KG_PARTED_KINDS], uint64_t freezable)
{
	struct kg_json *row = kg_json_object();
	uint64_t all = 0;

	for (int k = 0; k < KG_PARTED_KINDS; k++) {
		kg_json_set(row, kg_parted_name((enum kg_parted_by)k), kg_json_u64(bytes[k]));
		all += bytes[k];
	}
	kg_json_set(row, "bytes", kg_json_u64(all));
	kg_json_set(row, "freezable", kg_json_u64(bytes[KG_PARTED_LINKS] + freezable));
	return row;
}

struct kg_json *kg_summary_parted_json(const struct kg_summary_row *r, const struct kg_heap *child)
{
	struct kg_json *row = kinds_json(r->parted.bytes, r->parted.freezable), *list = kg_json_array();

	for (size_t i = 0; i < r->parted.ntypes; i++) {
		struct kg_json *one = kg_json_object();

		kg_json_set(one, "type", kg_json_text(child->types[r->parted.types[i].type]->name));
		kg_json_set(one, "objects", kg_json_u64(r->parted.types[i].objects));
		kg_json_set(one, "bytes", kg_json_u64(r->parted.types[i].bytes));
		kg_json_push(list, one);
	}
	kg_json_set(row, "parent", kg_json_i64(r->parent));
	kg_json_set(row, "types", list);
	return row;
}

/* The summary of the one process, and what there is to say of it beside the others. */
static struct kg_json *row_json(struct kg_summary_row *r)
{
	struct kg_json *row = r->read ? r->json : kg_json_object(), *top;

	r->json = r->read ? NULL : r->json;
	kg_json_set(row, "target", kg_json_text(r->one->name));
	kg_json_set(row, "pid", r->pid ? kg_json_i64(r->pid) : kg_json_null());
	kg_json_set(row, "parent", r->one->parent ? kg_json_i64(r->one->parent) : kg_json_null());
	kg_json_set(row, "skipped", r->read ? kg_json_null() : kg_json_text(kg_skip_name(r->skip)));
	kg_json_set(row, "error", r->read ? kg_json_null() : kg_json_text(kg_strbuf_text(&r->why)));
	kg_json_set(row, "memory", memory_json(&r->use));
	if (!r->read)
		return row;
	top = kg_json_object();
	kg_json_set(top, "type", kg_json_text(kg_strbuf_text(&r->top_type)));
	kg_json_set(top, "bytes", kg_json_u64(r->top_bytes));
	kg_json_set(row, "top_retained", top);
	if (!r->parted_known)
		kg_json_set(row, "parted", kg_json_null());
	return row;
}

static struct kg_json *together_json(const struct kg_summary_rows *rows)
{
	struct kg_json *row = kg_json_object();
	const struct kg_memory_once *m = &rows->once;
	struct sums s = sum_up(rows);

	kg_json_set(row, "processes", kg_json_u64(rows->n));
	kg_json_set(row, "read", kg_json_u64(rows->read));
	kg_json_set(row, "method", rows->live == 0 ? kg_json_null() : kg_json_text(m->frames ? "frames" : "pss"));
	kg_json_set(row, "once_bytes", rows->live == 0 ? kg_json_null() : kg_json_u64(m->once));
	kg_json_set(row, "rss_bytes", rows->live == 0 ? kg_json_null() : kg_json_u64(m->rss));
	kg_json_set(row, "private_bytes", rows->live == 0 ? kg_json_null() : kg_json_u64(m->own));
	kg_json_set(row, "shared_since_fork_bytes", m->frames ? kg_json_u64(m->shared) : kg_json_null());
	kg_json_set(row, "objects", kg_json_u64(s.objects));
	kg_json_set(row, "heap_bytes", kg_json_u64(s.heap));
	kg_json_set(row, "collectable_freed", kg_json_u64(s.garbage));
	kg_json_set(row, "parted", s.children ? kinds_json(s.parted, s.freezable) : kg_json_null());
	return row;
}

struct kg_error *kg_summary_rows_json(const struct kg_cli *cli, const struct kg_summary_rows *rows)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();

	for (size_t i = 0; i < rows->n; i++)
		kg_json_push(list, row_json(&rows->items[i]));
	kg_json_set(doc, "processes", list);
	kg_json_set(doc, "together", together_json(rows));
	return kg_json_write(doc, true, cli->out);
}
