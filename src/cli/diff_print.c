/* The words and the JSON of "diff". */
#include <stdlib.h>
#include <string.h>

#include "cli/diff.h"
#include "report/cells.h"
#include "report/json.h"
#include "report/table.h"

#define SURVIVOR_TYPES 5 /* types of survivors that people are shown */

static struct kg_error *print_targets(const struct kg_cli *cli, const struct kg_diff *d)
{
	static const struct kg_column columns[] = {
		{"OBJECTS", true}, {"BYTES", true}, {"PAYLOAD", true}, {"COLLECTABLE", true}, {"TARGET", false},
	};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (unsigned int i = 0; i < d->n; i++) {
		const struct kg_diff_target *of = &d->targets[i];

		kg_table_count(t, of->all.objects);
		kg_table_bytes(t, of->all.bytes);
		kg_table_bytes(t, of->all.payload);
		kg_table_count(t, of->collectable);
		kg_strbuf_escape(kg_table_cell(t), of->name, strlen(of->name));
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

/* "grows: ..." with the numbers that it rests on. */
static void add_verdict(const struct kg_diff *d, const struct kg_trend *t, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "verdict    %s: %u of %u differing pairs rise, ", kg_verdict_name(t->verdict), t->rising,
			 t->pairs);
	kg_cell_more_bytes(sb, (int64_t)t->slope);
	kg_strbuf_puts(sb, " a step (median), first to last third ");
	kg_cell_more_bytes(sb, t->rise);
	kg_strbuf_puts(sb, ", middle to last ");
	kg_cell_more_bytes(sb, t->late);
	kg_strbuf_puts(sb, ", largest step ");
	kg_cell_more_bytes(sb, t->step_bytes);
	kg_strbuf_printf(sb, " (target %u to %u of %u), noise ", t->step + 1, t->step + 2, d->n);
	kg_cell_bytes(sb, t->noise);
	kg_strbuf_putc(sb, '\n');
}

static struct kg_error *print_whole(const struct kg_cli *cli, const struct kg_diff *d)
{
	int64_t growth = (int64_t)(kg_diff_bytes(d, d->n - 1) - kg_diff_bytes(d, 0));
	struct kg_strbuf sb = {0};
	struct kg_trend trend;
	struct kg_error *err = d->n > 2 ? kg_diff_trend(d, NULL, 0, &trend) : NULL;

	if (err)
		return err;
	kg_strbuf_puts(&sb, "\ngrowth     ");
	kg_cell_more_bytes(&sb, growth);
	kg_strbuf_puts(&sb, ", objects ");
	kg_cell_more_count(&sb, (int64_t)(d->targets[d->n - 1].all.objects - d->targets[0].all.objects));
	kg_strbuf_putc(&sb, '\n');
	if (d->n > 2)
		add_verdict(d, &trend, &sb);
	fputs(kg_strbuf_text(&sb), cli->out);
	err = sb.failed ? kg_error_nomem() : NULL;
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *print_row(const struct kg_diff *d, const struct kg_growth *g, uint32_t i, struct kg_table *t)
{
	const struct kg_series *s = &g->items[i];
	struct kg_trend trend;
	struct kg_error *err = d->n > 2 ? kg_diff_trend(d, g, i, &trend) : NULL;

	if (err)
		return err;
	kg_cell_more_bytes(kg_table_cell(t), kg_growth_of(g, i));
	kg_table_next(t);
	kg_cell_more_count(kg_table_cell(t), (int64_t)(s->at[d->n - 1].objects - s->at[0].objects));
	kg_table_next(t);
	if (s->adds[0])
		kg_table_bytes(t, kg_growth_bytes(g, i, 0));
	else
		kg_table_text(t, "-");
	if (s->adds[d->n - 1])
		kg_table_bytes(t, kg_growth_bytes(g, i, d->n - 1));
	else
		kg_table_text(t, "-");
	if (d->n > 2)
		kg_table_text(t, kg_verdict_name(trend.verdict));
	kg_table_text(t, s->name);
	return NULL;
}

/* Many things of one name, which what holds them stands for. */
static bool is_crowd(const struct kg_growth *g, uint32_t i)
{
	return g->items[i].within != UINT32_MAX && g->items[i].adds[g->targets - 1] > 1;
}

/* Rows worth showing: what changed, and of owners those that no part of them explains. */
static size_t keep_changed(const struct kg_growth *g, const int64_t *parts, uint32_t *order)
{
	size_t kept = 0;

	for (size_t i = 0; i < g->n; i++) {
		uint32_t row = order[i];

		if (kg_growth_of(g, row) != 0 && !is_crowd(g, row) && !kg_growth_explained(g, parts, row))
			order[kept++] = row;
	}
	return kept;
}

static struct kg_error *print_rows(const struct kg_cli *cli, const struct kg_diff *d, unsigned int kind,
				   const uint32_t *order, size_t n)
{
	static const char *const heads[] = {"TYPE", "OWNER", "ALLOCATED AT"};
	struct kg_column columns[] = {{"GROWTH", true},	 {"OBJECTS", true}, {"FIRST", true},
				      {"LAST", true},	 {"VERDICT", false}, {heads[kind], false}};
	uint64_t limit = kg_cli_limit(cli);
	size_t shown = limit && n > limit ? limit : n, ncolumns = KG_ARRAY_SIZE(columns);
	struct kg_table *t;
	struct kg_error *err;

	if (d->n < 3) {
		columns[4] = columns[5];
		ncolumns--;
	}
	fprintf(cli->out, "\nby %s\n", kg_diff_kind_name(kind));
	err = kg_table_create(cli->out, columns, ncolumns, cli->color, &t);
	if (err)
		return err;
	for (size_t i = 0; i < shown && !err; i++)
		err = print_row(d, d->kinds[kind], order[i], t);
	if (!err)
		err = kg_table_finish(t);
	kg_table_destroy(t);
	if (!err)
		kg_cli_more(cli, shown, n);
	return err;
}

static struct kg_error *print_kind(const struct kg_cli *cli, const struct kg_diff *d, unsigned int kind)
{
	const struct kg_growth *g = d->kinds[kind];
	uint32_t *order = NULL;
	int64_t *parts = NULL;
	struct kg_error *err = kg_growth_order(g, &order);

	if (!err)
		err = kg_growth_parts(g, &parts);
	if (!err)
		err = print_rows(cli, d, kind, order, keep_changed(g, parts, order));
	free(order);
	free(parts);
	return err;
}

/* [series of types] survivors. The caller frees. */
static struct kg_error *count_survivors(const struct kg_diff *d, uint64_t **ret)
{
	size_t n = d->kinds[KG_DIFF_TYPE]->n;
	uint64_t *counts = calloc(n ? n : 1, sizeof(*counts));

	if (!counts)
		return kg_error_nomem();
	for (size_t i = 0; i < d->nsurvivors; i++)
		counts[d->survivors[i].type]++;
	*ret = counts;
	return NULL;
}

/* The type with the largest count, which is then taken out; UINT32_MAX at the end. */
static uint32_t take_largest(const struct kg_growth *g, uint64_t *counts, uint64_t *ret)
{
	uint32_t best = UINT32_MAX;

	for (uint32_t i = 0; i < g->n; i++) {
		if (counts[i] && (best == UINT32_MAX || counts[i] > counts[best]))
			best = i;
	}
	if (best != UINT32_MAX) {
		*ret = counts[best];
		counts[best] = 0;
	}
	return best;
}

static struct kg_error *print_survivors(const struct kg_cli *cli, const struct kg_diff *d)
{
	const struct kg_growth *g = d->kinds[KG_DIFF_TYPE];
	uint64_t *counts, n = 0;
	struct kg_strbuf sb = {0};
	uint32_t type;
	struct kg_error *err = count_survivors(d, &counts);

	if (err)
		return err;
	kg_strbuf_puts(&sb, "\nsurvivors  ");
	kg_cell_count(&sb, d->nsurvivors);
	kg_strbuf_printf(&sb, " objects are in all %u targets, at the same address with the same type", d->n);
	for (int i = 0; i < SURVIVOR_TYPES && (type = take_largest(g, counts, &n)) != UINT32_MAX; i++) {
		kg_strbuf_puts(&sb, i ? ", " : ": ");
		kg_cell_count(&sb, n);
		kg_strbuf_printf(&sb, " %s", g->items[type].name);
	}
	fprintf(cli->out, "%s\n", kg_strbuf_text(&sb));
	err = sb.failed ? kg_error_nomem() : NULL;
	kg_strbuf_deinit(&sb);
	free(counts);
	return err;
}

static void print_no_lines(const struct kg_cli *cli, const struct kg_diff *d)
{
	unsigned int traced = 0;

	for (unsigned int i = 0; i < d->n; i++)
		traced += d->targets[i].traced;
	fprintf(cli->out, "\nby line\n  tracemalloc was on in %u of %u targets; --by line says what is missing\n", traced, d->n);
}

struct kg_error *kg_diff_print(const struct kg_cli *cli, const struct kg_diff *d)
{
	struct kg_error *err = print_targets(cli, d);

	if (!err)
		err = print_whole(cli, d);
	for (unsigned int k = 0; k < KG_DIFF_KINDS && !err; k++) {
		if (!(d->wanted & 1u << k))
			continue;
		if (d->kinds[k])
			err = print_kind(cli, d, k);
		else
			print_no_lines(cli, d);
	}
	return err ? err : print_survivors(cli, d);
}

static struct kg_json *amount_json(const struct kg_amount *a)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "objects", kg_json_u64(a->objects));
	kg_json_set(row, "bytes", kg_json_u64(a->bytes));
	kg_json_set(row, "payload", kg_json_u64(a->payload));
	return row;
}

static struct kg_json *target_json(const struct kg_diff *d, unsigned int i)
{
	struct kg_diff_target *t = &d->targets[i];
	struct kg_json *row = amount_json(&t->all);

	kg_json_set(row, "target", kg_json_text(t->name));
	kg_json_set(row, "collectable", kg_json_u64(t->collectable));
	kg_json_set(row, "tracemalloc", kg_json_bool(t->traced));
	kg_json_set(row, "owners_least",
		    d->kinds[KG_DIFF_OWNER] ? kg_json_u64(t->owners_least) : kg_json_null());
	kg_json_set(row, "doubts", t->doubts);
	t->doubts = NULL;
	return row;
}

static struct kg_json *trend_json(const struct kg_trend *t)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "verdict", kg_json_text(kg_verdict_name(t->verdict)));
	kg_json_set(row, "rising_pairs", kg_json_u64(t->rising));
	kg_json_set(row, "pairs", kg_json_u64(t->pairs));
	kg_json_set(row, "slope", kg_json_real(t->slope));
	kg_json_set(row, "rise", kg_json_i64(t->rise));
	kg_json_set(row, "late_rise", kg_json_i64(t->late));
	kg_json_set(row, "largest_step", kg_json_i64(t->step_bytes));
	kg_json_set(row, "largest_step_after", kg_json_u64(t->step));
	kg_json_set(row, "noise", kg_json_u64(t->noise));
	return row;
}

static struct kg_error *add_trend(const struct kg_diff *d, const struct kg_growth *g, uint32_t i, struct kg_json *row)
{
	struct kg_trend trend;
	struct kg_error *err;

	if (d->n < 3) {
		kg_json_set(row, "trend", kg_json_null());
		return NULL;
	}
	err = kg_diff_trend(d, g, i, &trend);
	if (!err)
		kg_json_set(row, "trend", trend_json(&trend));
	return err;
}

static struct kg_error *series_json(const struct kg_diff *d, unsigned int kind, uint32_t i, struct kg_json *list)
{
	const struct kg_growth *g = d->kinds[kind];
	const struct kg_series *s = &g->items[i];
	struct kg_json *row = kg_json_object(), *at = kg_json_array();

	kg_json_set(row, kg_diff_kind_name(kind), kg_json_text(s->name));
	kg_json_set(row, "growth", kg_json_i64(kg_growth_of(g, i)));
	for (unsigned int t = 0; t < d->n; t++)
		kg_json_push(at, s->adds[t] ? amount_json(&s->at[t]) : kg_json_null());
	kg_json_set(row, "targets", at);
	if (kind == KG_DIFF_OWNER)
		kg_json_set(row, "within",
			    s->within == UINT32_MAX ? kg_json_null() : kg_json_text(g->items[s->within].name));
	kg_json_push(list, row);
	return add_trend(d, g, i, row);
}

static bool seen_anywhere(const struct kg_growth *g, uint32_t i)
{
	for (unsigned int t = 0; t < g->targets; t++) {
		if (g->items[i].adds[t])
			return true;
	}
	return false;
}

static struct kg_error *kind_json(const struct kg_cli *cli, const struct kg_diff *d, unsigned int kind, struct kg_json *list)
{
	const struct kg_growth *g = d->kinds[kind];
	uint64_t limit = kg_cli_limit(cli), done = 0;
	uint32_t *order = NULL;
	struct kg_error *err = kg_growth_order(g, &order);

	for (size_t i = 0; i < g->n && !err && (!limit || done < limit); i++) {
		if (!seen_anywhere(g, order[i]))
			continue;
		err = series_json(d, kind, order[i], list);
		done++;
	}
	free(order);
	return err;
}

static struct kg_error *survivors_json(const struct kg_diff *d, struct kg_json *doc)
{
	const struct kg_growth *g = d->kinds[KG_DIFF_TYPE];
	struct kg_json *row, *list;
	uint64_t *counts;
	struct kg_error *err = count_survivors(d, &counts);

	if (err)
		return err;
	row = kg_json_object();
	list = kg_json_object();
	for (size_t i = 0; i < g->n; i++) {
		if (counts[i])
			kg_json_set_count(list, g->items[i].name, counts[i]);
	}
	kg_json_set(row, "objects", kg_json_u64(d->nsurvivors));
	kg_json_set(row, "types", list);
	kg_json_set(doc, "survivors", row);
	free(counts);
	return NULL;
}

static struct kg_error *kinds_json(const struct kg_cli *cli, const struct kg_diff *d, struct kg_json *doc)
{
	static const char *const keys[] = {"types", "owners", "lines"};
	struct kg_error *err = NULL;

	for (unsigned int k = 0; k < KG_DIFF_KINDS && !err; k++) {
		struct kg_json *list = d->wanted & 1u << k && d->kinds[k] ? kg_json_array() : kg_json_null();

		kg_json_set(doc, keys[k], list);
		if (d->wanted & 1u << k && d->kinds[k])
			err = kind_json(cli, d, k, list);
	}
	return err;
}

struct kg_error *kg_diff_json(const struct kg_cli *cli, const struct kg_diff *d)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();
	struct kg_error *err;

	for (unsigned int i = 0; i < d->n; i++)
		kg_json_push(list, target_json(d, i));
	kg_json_set(doc, "targets", list);
	kg_json_set(doc, "growth", kg_json_i64((int64_t)(kg_diff_bytes(d, d->n - 1) - kg_diff_bytes(d, 0))));
	err = add_trend(d, NULL, 0, doc);
	if (!err)
		err = kinds_json(cli, d, doc);
	if (!err)
		err = survivors_json(d, doc);
	if (!err)
		return kg_json_write(doc, true, cli->out);
	kg_json_destroy(doc);
	return err;
}
