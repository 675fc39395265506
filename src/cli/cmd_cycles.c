#include <stdlib.h>

#include "analysis/select.h"
#include "cli/command.h"
#include "report/cells.h"
#include "report/garbage.h"
#include "report/group.h"

#define LIMIT_PEOPLE 10
#define BUFFER_MIN (64 << 10)
#define ALIKE_ROWS 20000 /* rows held against those shown, for people */

enum { BY_FREED, BY_OBJECTS, BY_BYTES };

/* Place in the list, by what the rows are sorted by. */
struct row {
	const struct kg_cycle *cycle;
	uint64_t key;
};

static int by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return x->cycle->id < y->cycle->id ? -1 : x->cycle->id > y->cycle->id;
}

static bool has_type(const struct kg_cli *cli, const struct kg_cycles *cycles, const struct kg_cycle *c)
{
	if (!cli->args->type)
		return true;
	for (size_t i = c->first; i < c->first + c->n; i++) {
		if (kg_type_fits(kg_heap_type(cli->heap, cycles->members[i]), cli->args->type))
			return true;
	}
	return false;
}

static struct kg_error *choose(const struct kg_cli *cli, const struct kg_cycles *cycles, struct row **ret,
			       size_t *ret_n)
{
	struct row *rows = malloc((cycles->n ? cycles->n : 1) * sizeof(*rows));
	size_t n = 0;

	if (!rows)
		return kg_error_nomem();
	for (size_t i = 0; i < cycles->n; i++) {
		const struct kg_cycle *c = &cycles->items[i];
		const uint64_t keys[] = {c->freed, c->n, c->bytes};

		if (c->freed >= cli->args->min_size && has_type(cli, cycles, c))
			rows[n++] = (struct row){c, keys[cli->args->sort]};
	}
	qsort(rows, n, sizeof(*rows), by_key);
	*ret = rows;
	*ret_n = n;
	return NULL;
}

static struct kg_error *print_json(const struct kg_cli *cli, struct kg_origins *origins,
				   const struct kg_cycles *cycles, const struct row *rows, size_t n)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < n && !err; i++) {
		struct kg_group g;

		err = kg_group_init(&g, cli->heap, origins, cycles, rows[i].cycle, BUFFER_MIN);
		if (err)
			break;
		err = kg_json_write(kg_group_json(&g, cli->args->width, cli->args->members), false, cli->out);
		kg_group_deinit(&g);
	}
	return err;
}

/* A group that is shown, and those like it that are not. */
struct shown {
	struct kg_group group;
	uint64_t alike, freed;
};

static struct kg_error *print_shown(const struct kg_cli *cli, const struct shown *s)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_group_text(&s->group, cli->args->width, cli->args->members, s->alike, s->freed, &sb);
	err = sb.failed ? kg_error_nomem() : NULL;
	fprintf(cli->out, "\n%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

static bool counts_as_alike(struct shown *shown, size_t n, const struct kg_group *g)
{
	for (size_t i = 0; i < n; i++) {
		if (!kg_group_alike(&shown[i].group, g))
			continue;
		shown[i].alike++;
		shown[i].freed += g->cycle->freed;
		return true;
	}
	return false;
}

/* The first @limit different ones among the rows; @ret_rows: how many rows they stand for.
 * With --members each stands alone. */
static struct kg_error *gather(const struct kg_cli *cli, struct kg_origins *origins, const struct kg_cycles *cycles,
			       const struct row *rows, size_t n, struct shown *shown, size_t limit, size_t *ret_shown,
			       size_t *ret_rows)
{
	for (size_t i = 0; i < n; i++) {
		struct kg_group g;
		struct kg_error *err = kg_group_init(&g, cli->heap, origins, cycles, rows[i].cycle, BUFFER_MIN);

		if (err)
			return err;
		if (!cli->args->members && counts_as_alike(shown, *ret_shown, &g)) {
			kg_group_deinit(&g);
		} else if (*ret_shown < limit) {
			shown[(*ret_shown)++] = (struct shown){g, 0, g.cycle->freed};
		} else {
			kg_group_deinit(&g);
			continue;
		}
		++*ret_rows;
	}
	return NULL;
}

/* Rows that are held against no others. */
static struct kg_error *print_rest(const struct kg_cli *cli, struct kg_origins *origins,
				   const struct kg_cycles *cycles, const struct row *rows, size_t n)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < n && !err; i++) {
		struct shown s = {0};

		err = kg_group_init(&s.group, cli->heap, origins, cycles, rows[i].cycle, BUFFER_MIN);
		if (!err)
			err = print_shown(cli, &s);
		kg_group_deinit(&s.group);
	}
	return err;
}

static struct kg_error *print_text(const struct kg_cli *cli, struct kg_origins *origins,
				   const struct kg_cycles *cycles, const struct row *rows, size_t n, size_t limit)
{
	size_t compared = n < ALIKE_ROWS ? n : ALIKE_ROWS, held = limit < compared ? limit : compared;
	size_t nshown = 0, done = 0, rest;
	struct shown *shown = calloc(held ? held : 1, sizeof(*shown));
	struct kg_error *err;

	if (!shown)
		return kg_error_nomem();
	err = gather(cli, origins, cycles, rows, compared, shown, held, &nshown, &done);
	for (size_t i = 0; i < nshown; i++) {
		if (!err)
			err = print_shown(cli, &shown[i]);
		kg_group_deinit(&shown[i].group);
	}
	free(shown);
	rest = done == compared && limit - nshown < n - compared ? limit - nshown : n - compared;
	if (done < compared)
		rest = 0;
	if (!err)
		err = print_rest(cli, origins, cycles, rows + compared, rest);
	if (!err)
		kg_cli_more(cli, done + rest, n);
	return err;
}

static void print_head(const struct kg_cli *cli, const struct kg_cycles *cycles)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_count(&sb, cycles->nmembers, "unreachable object", NULL);
	kg_strbuf_puts(&sb, " in ");
	kg_strbuf_count(&sb, cycles->n, "group", NULL);
	kg_strbuf_puts(&sb, ", ");
	kg_cell_bytes(&sb, cycles->bytes);
	kg_strbuf_puts(&sb, "\ngc.collect() would free ");
	kg_cell_bytes(&sb, cycles->freed);
	fprintf(cli->out, "%s\n", cycles->nmembers ? kg_strbuf_text(&sb) : "gc.collect() would find nothing");
	kg_strbuf_deinit(&sb);
}

static struct kg_error *print_totals(const struct kg_cli *cli, struct kg_origins *origins,
				     const struct kg_cycles *cycles)
{
	const struct kg_args *args = cli->args;
	struct kg_strbuf sb = {0};
	struct kg_garbage g;
	struct kg_error *err = kg_garbage_init(&g, cli->heap, origins, cycles);

	if (err)
		return err;
	if (args->json) {
		err = kg_json_write(kg_garbage_json(&g, args->width), true, cli->out);
	} else {
		kg_garbage_text(&g, &sb);
		err = sb.failed ? kg_error_nomem() : NULL;
		print_head(cli, cycles);
		fputs(args->totals ? "\n" : kg_strbuf_text(&sb), cli->out);
		kg_strbuf_deinit(&sb);
		if (args->totals && !err)
			err = kg_garbage_tables(&g, kg_cli_limit(cli), args->width, cli->color, cli->out);
	}
	kg_garbage_deinit(&g);
	return err;
}

static struct kg_error *print_groups(const struct kg_cli *cli, struct kg_origins *origins,
				     const struct kg_cycles *cycles)
{
	uint64_t limit = cli->args->limit_set || cli->args->json ? kg_cli_limit(cli) : LIMIT_PEOPLE;
	struct row *rows = NULL;
	size_t n = 0, most;
	struct kg_error *err = choose(cli, cycles, &rows, &n);

	if (err)
		return err;
	most = limit && n > limit ? limit : n;
	if (cli->args->json)
		err = print_json(cli, origins, cycles, rows, most);
	else
		err = print_text(cli, origins, cycles, rows, n, most);
	free(rows);
	return err;
}

static struct kg_error *print(const struct kg_cli *cli, const struct kg_cycles *cycles)
{
	struct kg_origins *origins;
	struct kg_error *err = kg_origins_create(cli->heap, &origins);

	if (err)
		return err;
	if (cli->args->totals || !cli->args->json)
		err = print_totals(cli, origins, cycles);
	if (!err && !cli->args->totals)
		err = print_groups(cli, origins, cycles);
	kg_origins_destroy(origins);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	const struct kg_cycles *cycles;
	struct kg_error *err;

	if (!cli->heap->collectable_known)
		return kg_error_create(KG_ERR_NOTFOUND,
				       "%s: %s: what gc.collect() would find is not known; take another core",
				       cli->args->target, kg_heap_unknown_garbage(cli->heap));
	err = kg_session_cycles(cli->session, &cycles);
	if (err)
		return err;
	kg_progress_clear(cli->progress);
	return print(cli, cycles);
}

const struct kg_command kg_command_cycles = {
	.name = "cycles",
	.summary = "what gc.collect() would find, in groups, and what would go with it",
	.details = "Unreachable objects are in one group when references among them link them. Each group\n"
	       "says whose it is, what closes its cycles, what stands inside and what only goes along.\n"
	       "FREED is what goes when this group alone is collected: what several groups share is in\n"
	       "no row, only in the total. --min-size goes by it. For people, groups that look alike\n"
	       "are shown once.",
	.uses = KG_USE_TREE | KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_WIDTH | KG_USE_MEMBERS |
		KG_USE_TOTALS,
	.sorts = {"freed", "objects", "bytes"},
	.run = run,
};
