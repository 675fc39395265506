/* The summary of several processes: each in a row, and together, with what they share counted once. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/cycles.h"
#include "analysis/growth.h"
#include "analysis/parted.h"
#include "analysis/retained.h"
#include "analysis/totals.h"
#include "cli/several.h"
#include "cli/summary.h"
#include "cli/summary_several.h"
#include "cli/trust.h"
#include "live/permit.h"
#include "live/sharing.h"

static void row_deinit(struct kg_summary_row *r)
{
	kg_strbuf_deinit(&r->command);
	kg_strbuf_deinit(&r->why);
	kg_strbuf_deinit(&r->top_type);
	kg_strbuf_deinit(&r->doubts);
	kg_json_destroy(r->json);
}

/* The type whose objects retain most together. */
static struct kg_error *find_top(struct kg_session *s, struct kg_summary_row *r)
{
	const uint64_t *retained = NULL;
	struct kg_error *err = s->heap->nodes > 0 ? kg_session_retained_types(s, &retained) : NULL;
	uint32_t best = 0;

	if (err || !retained)
		return err;
	for (uint32_t i = 1; i < s->heap->ntypes; i++) {
		if (retained[i] > retained[best])
			best = i;
	}
	kg_strbuf_puts(&r->top_type, s->heap->types[best]->name);
	r->top_bytes = retained[best];
	return NULL;
}

static void note_command(const struct kg_cli *cli, struct kg_summary_row *r)
{
	const struct kg_image *img = cli->heap->image;
	const char *command = cli->args->redact || !img->psargs[0] ? img->fname : img->psargs;
	size_t n = strlen(command);

	while (n > 0 && command[n - 1] == ' ')
		n--;
	kg_strbuf_escape(&r->command, command, n);
	r->pid = img->pid;
	r->live = img->live;
}

static void note_doubts(struct kg_cli *cli, struct kg_summary_row *r)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_cli_doubt(cli->session, i, &sb); i++) {
		kg_strbuf_puts(&r->doubts, i ? "; " : "");
		kg_strbuf_puts(&r->doubts, kg_strbuf_text(&sb));
		kg_strbuf_reset(&sb);
	}
	cli->doubtful |= r->doubts.len > 0;
	kg_strbuf_deinit(&sb);
}

static struct kg_error *read_row(struct kg_cli *cli, struct kg_summary_row *r)
{
	struct kg_summary f = {0};
	struct kg_error *err = kg_summary_create(cli, &f);

	if (!err)
		err = find_top(cli->session, r);
	kg_progress_clear(cli->progress);
	if (!err) {
		note_command(cli, r);
		note_doubts(cli, r);
		r->read = true;
		r->objects = cli->heap->nodes;
		r->bytes = f.totals->all.bytes;
		r->payload = f.totals->all.payload;
		r->garbage_known = f.cycles != NULL;
		r->garbage = f.cycles ? f.cycles->freed : 0;
		if (cli->args->json)
			r->json = kg_summary_json(cli, &f);
	}
	kg_summary_deinit(&f);
	return err;
}

/* Pages of a fork that are two now, and whose objects made them so. */
static struct kg_error *part(struct kg_summary_rows *all, struct kg_summary_row *r, const struct kg_session *parent,
			     const struct kg_session *child)
{
	struct kg_parted_range *ranges;
	struct kg_runs runs = {0};
	struct kg_error *err = kg_sharing_parted(parent->live_pid, child->live_pid, &runs);

	ranges = malloc((runs.n ? runs.n : 1) * sizeof(*ranges));
	if (!ranges && !err)
		err = kg_error_nomem();
	for (size_t i = 0; i < runs.n && !err; i++)
		ranges[i] = (struct kg_parted_range){runs.items[i].start, runs.items[i].end};
	if (!err)
		err = kg_parted_create(parent->heap, child->heap, ranges, runs.n, (uint64_t)sysconf(_SC_PAGESIZE), &r->parted);
	free(ranges);
	kg_runs_deinit(&runs);
	r->parted_known = !err;
	r->parent = parent->live_pid;
	for (size_t i = 0; i < r->parted.ntypes && !err; i++) {
		const struct kg_parted_type *t = &r->parted.types[i];
		uint32_t series;

		err = kg_growth_series(all->types, child->heap->types[t->type]->name, &series);
		if (!err)
			kg_growth_add(all->types, series, 1, &(struct kg_amount){t->objects, t->bytes, 0});
	}
	if (!err && r->json)
		kg_json_set(r->json, "parted", kg_summary_parted_json(r, child->heap));
	kg_parted_deinit(&(struct kg_parted){.types = r->parted.types});
	r->parted.types = NULL;
	return err;
}

/* Two sessions are open at most: a process, and the parent of it and of others that follow. */
struct reading {
	struct kg_cli *cli;
	const struct kg_several *targets;
	struct kg_summary_rows *rows;
	struct kg_session *kept;
};

static bool is_parent_later(const struct reading *w, size_t i)
{
	for (size_t j = i + 1; j < w->targets->n && w->targets->items[i].pid; j++) {
		if (w->targets->items[j].parent == w->targets->items[i].pid)
			return true;
	}
	return false;
}

static struct kg_error *read_one(struct reading *w, size_t i)
{
	const struct kg_one *one = &w->targets->items[i];
	struct kg_summary_row *r = &w->rows->items[i];
	struct kg_cli each = *w->cli;
	struct kg_session *s = NULL;
	struct kg_args args;
	struct kg_error *err = kg_several_open(w->cli, one, &args, &s);

	if (err)
		return err;
	each.args = &args;
	each.session = s;
	each.heap = s->heap;
	each.progress = s->progress;
	err = read_row(&each, r);
	w->cli->doubtful |= each.doubtful;
	if (!err && w->kept && one->parent == w->kept->live_pid)
		err = part(w->rows, r, w->kept, s);
	kg_progress_clear(s->progress);
	if (!err && is_parent_later(w, i) && !w->kept)
		w->kept = s;
	else
		kg_session_destroy(s);
	return err;
}

/* All of them at the same time, as far as that can be, and before any is stopped. */
static struct kg_error *measure(struct reading *w)
{
	struct kg_sharing *s;
	struct kg_error *err = kg_sharing_create(&s);

	for (size_t i = 0; i < w->targets->n && !err; i++) {
		if (w->targets->items[i].pid)
			err = kg_sharing_add(s, w->targets->items[i].pid, &w->rows->items[i].use);
		w->rows->live += w->rows->items[i].use.known;
	}
	if (!err)
		kg_sharing_all(s, &w->rows->once);
	kg_sharing_destroy(s);
	return err;
}

static struct kg_error *read_all(struct reading *w)
{
	struct kg_error *err = measure(w);

	for (size_t i = 0; i < w->targets->n && !err; i++) {
		struct kg_summary_row *r = &w->rows->items[i];

		r->one = &w->targets->items[i];
		r->pid = r->one->pid;
		err = read_one(w, i);
		if (err && (err->code == KG_ERR_NOMEM || err->code == KG_ERR_CANCELED))
			break;
		w->rows->read += !err;
		if (err) {
			kg_strbuf_escape(&r->why, err->text, strlen(err->text));
			r->skip = kg_several_skip(w->cli, r->one, err);
			r->read = false;
			/* What nobody named by itself may come and go. */
			w->rows->failed += r->skip == KG_SKIP_FAILED || !w->cli->args->tree;
		}
		err = NULL;
	}
	kg_session_destroy(w->kept);
	kg_permit_keep(KG_PERMIT_FILES);
	return err;
}

struct kg_error *kg_summary_several(struct kg_cli *cli)
{
	struct kg_several targets;
	struct kg_summary_rows rows = {0};
	struct reading w = {cli, &targets, &rows, NULL};
	struct kg_error *err = kg_several_find(cli->args, true, &targets);

	if (err)
		return err;
	rows.n = targets.n;
	rows.items = calloc(rows.n ? rows.n : 1, sizeof(*rows.items));
	err = rows.items ? kg_growth_create(2, &rows.types) : kg_error_nomem();
	if (!err)
		err = read_all(&w);
	if (!err)
		err = cli->args->json ? kg_summary_rows_json(cli, &rows) : kg_summary_rows_print(cli, &rows);
	if (!err)
		err = kg_several_verdict(rows.n, rows.read, rows.failed);
	for (size_t i = 0; i < rows.n && rows.items; i++)
		row_deinit(&rows.items[i]);
	kg_growth_destroy(rows.types);
	free(rows.items);
	kg_several_deinit(&targets);
	return err;
}
