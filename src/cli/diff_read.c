/* Reading the targets of "diff": one is open at a time, and only totals stay. */
#include <stdlib.h>
#include <string.h>

#include "analysis/lines.h"
#include "analysis/totals.h"
#include "cli/diff.h"
#include "cli/lines.h"
#include "cli/trust.h"
#include "report/owners.h"

const char *kg_diff_kind_name(unsigned int kind)
{
	static const char *const names[] = {"type", "owner", "line"};

	return names[kind];
}

/* [type index] its series. */
static struct kg_error *series_of_types(const struct kg_heap *h, struct kg_growth *g, uint32_t **ret)
{
	uint32_t *series = calloc(h->ntypes ? h->ntypes : 1, sizeof(*series));
	struct kg_error *err = series ? NULL : kg_error_nomem();

	for (uint32_t i = 0; i < h->ntypes && !err; i++)
		err = kg_growth_series(g, h->types[i]->name, &series[i]);
	if (err)
		free(series);
	else
		*ret = series;
	return err;
}

static struct kg_error *read_types(struct kg_diff *d, unsigned int i, struct kg_session *s, const uint32_t *series)
{
	const struct kg_totals *t;
	struct kg_error *err = kg_session_totals(s, &t);

	if (err)
		return err;
	d->targets[i].all = (struct kg_amount){t->all.objects, t->all.bytes, t->all.payload};
	d->targets[i].collectable = t->all.collectable;
	for (uint32_t k = 0; k < t->n; k++) {
		const struct kg_type_total *of = &t->items[k];

		if (of->objects)
			kg_growth_add(d->kinds[KG_DIFF_TYPE], series[k], i,
				      &(struct kg_amount){of->objects, of->bytes, of->payload});
	}
	return NULL;
}

static struct kg_error *read_owners(struct kg_diff *d, unsigned int i, struct kg_session *s)
{
	const struct kg_retained *r;
	const struct kg_anchors *a;
	struct kg_error *err = kg_session_retained(s, &r);

	if (!err)
		err = kg_session_anchors(s, &a);
	if (err)
		return err;
	d->targets[i].owners_least = kg_report_owners_least(r);
	return kg_report_owners(r, a, d->kinds[KG_DIFF_OWNER], i);
}

static struct kg_error *add_line(const struct kg_heap *h, const struct kg_line_total *t, struct kg_growth *g, unsigned int i)
{
	struct kg_strbuf sb = {0};
	uint32_t series;
	struct kg_error *err;

	kg_line_name(h, t, &sb);
	err = sb.failed ? kg_error_nomem() : kg_growth_series(g, kg_strbuf_text(&sb), &series);
	kg_strbuf_deinit(&sb);
	if (!err)
		kg_growth_add(g, series, i, &(struct kg_amount){t->objects, t->bytes, t->payload});
	return err;
}

/* Where lines need not be, a target that has none ends the comparison by line. */
static struct kg_error *read_lines(const struct kg_cli *cli, struct kg_diff *d, unsigned int i, struct kg_session *s,
				   bool must)
{
	struct kg_growth **g = &d->kinds[KG_DIFF_LINE];
	struct kg_tracemalloc tm;
	struct kg_line_totals lines;
	struct kg_error *err;

	kg_tracemalloc_open(s->runtime, &tm);
	d->targets[i].traced = tm.state == KG_TRACEMALLOC_ON;
	if (!*g || (!d->targets[i].traced && !must)) {
		kg_growth_destroy(*g);
		*g = NULL;
		return NULL;
	}
	err = kg_line_totals_create(s->heap, &tm, NULL, s->options.threads, s->progress, &lines);
	if (err)
		return err;
	for (size_t k = 0; k < lines.n && !err; k++)
		err = add_line(s->heap, &lines.items[k], *g, i);
	kg_progress_clear(s->progress);
	kg_cli_lines_doubt(cli, &lines, d->targets[i].name);
	kg_line_totals_deinit(&lines);
	return err;
}

static struct kg_error *survivors_first(struct kg_diff *d, const struct kg_heap *h, const uint32_t *series)
{
	d->survivors = malloc((h->nodes ? h->nodes : 1) * sizeof(*d->survivors));
	if (!d->survivors)
		return kg_error_nomem();
	d->nsurvivors = h->nodes;
	for (kg_node n = 0; n < h->nodes; n++)
		d->survivors[n] = (struct kg_survivor){kg_heap_addr(h, n), series[kg_heap_type(h, n)->index]};
	return NULL;
}

static void survivors_next(struct kg_diff *d, const struct kg_heap *h, const uint32_t *series)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->nsurvivors; i++) {
		struct kg_survivor s = d->survivors[i];
		kg_node n = kg_heap_node(h, s.addr);

		if (n != KG_NODE_NONE && series[kg_heap_type(h, n)->index] == s.type)
			d->survivors[kept++] = s;
	}
	d->nsurvivors = kept;
}

static struct kg_error *read_one(const struct kg_cli *cli, struct kg_diff *d, unsigned int i, struct kg_session *s, bool lines_must)
{
	uint32_t *series = NULL;
	struct kg_error *err = series_of_types(s->heap, d->kinds[KG_DIFF_TYPE], &series);

	if (!err)
		err = read_types(d, i, s, series);
	if (!err && i == 0)
		err = survivors_first(d, s->heap, series);
	else if (!err)
		survivors_next(d, s->heap, series);
	free(series);
	if (!err && d->kinds[KG_DIFF_OWNER])
		err = read_owners(d, i, s);
	if (!err)
		err = read_lines(cli, d, i, s, lines_must);
	return err;
}

/* Errors of one of several targets name it. */
static struct kg_error *about(const char *target, struct kg_error *err)
{
	struct kg_error *named;

	if (strstr(err->text, target))
		return err;
	named = kg_error_create(err->code, "%s: %s", target, err->text);
	kg_error_destroy(err);
	return named;
}

static struct kg_error *read_target(struct kg_cli *cli, struct kg_diff *d, unsigned int i, bool lines_must)
{
	const char *name = d->targets[i].name;
	struct kg_session_options opts = kg_cli_session_options(cli->args, name);
	/* The explorer has the first one open. */
	bool open = cli->session && i == 0 && strcmp(cli->session->options.target, name) == 0;
	struct kg_session *s = open ? cli->session : NULL;
	struct kg_error *err = NULL;

	opts.progress = cli->progress; /* the explorer's, which cancels it; else a bar of its own */
	if (!open)
		err = kg_session_create(&opts, &s);
	if (!err && !cli->session)
		kg_cli_say_unasked(s);
	if (!err)
		err = read_one(cli, d, i, s, lines_must);
	if (s)
		kg_progress_clear(s->progress);
	if (!err)
		cli->doubtful = kg_cli_doubts_say(cli->args, s, name) || cli->doubtful;
	if (!err)
		d->targets[i].doubts = kg_cli_doubts_json(s);
	if (!open)
		kg_session_destroy(s);
	return err ? about(name, err) : NULL;
}

struct kg_error *kg_diff_read(struct kg_cli *cli, const char *const *names, unsigned int n, unsigned int wanted,
			      bool lines_must, struct kg_diff *ret)
{
	struct kg_error *err = NULL;

	*ret = (struct kg_diff){.n = n, .wanted = wanted, .targets = calloc(n, sizeof(*ret->targets))};
	if (!ret->targets)
		return kg_error_nomem();
	/* Types always: objects that survive are told apart by them. */
	for (unsigned int k = 0; k < KG_DIFF_KINDS && !err; k++) {
		if (k == KG_DIFF_TYPE || wanted & 1u << k)
			err = kg_growth_create(n, &ret->kinds[k]);
	}
	for (unsigned int i = 0; i < n && !err; i++) {
		ret->targets[i].name = names[i];
		err = read_target(cli, ret, i, lines_must);
	}
	if (err)
		kg_diff_deinit(ret);
	return err;
}

void kg_diff_deinit(struct kg_diff *d)
{
	for (unsigned int k = 0; k < KG_DIFF_KINDS; k++)
		kg_growth_destroy(d->kinds[k]);
	for (unsigned int i = 0; d->targets && i < d->n; i++)
		kg_json_destroy(d->targets[i].doubts);
	free(d->targets);
	free(d->survivors);
	*d = (struct kg_diff){0};
}
