#include <stdlib.h>

#include "analysis/select.h"
#include "cli/command.h"
#include "report/cells.h"
#include "report/group.h"

#define LIMIT_PEOPLE 10
#define BUFFER_MIN (64 << 10)

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

static struct kg_error *print_group(const struct kg_cli *cli, const struct kg_cycles *cycles, const struct kg_cycle *c)
{
	const struct kg_args *args = cli->args;
	struct kg_strbuf sb = {0};
	struct kg_group g;
	struct kg_error *err = kg_group_init(&g, cli->heap, cycles, c, BUFFER_MIN);

	if (err)
		return err;
	if (args->json) {
		err = kg_json_write(kg_group_json(&g, args->width, args->members), false, cli->out);
	} else {
		kg_group_text(&g, args->width, args->members, &sb);
		err = sb.failed ? kg_error_nomem() : NULL;
		fprintf(cli->out, "\n%s", kg_strbuf_text(&sb));
		kg_strbuf_deinit(&sb);
	}
	kg_group_deinit(&g);
	return err;
}

static void print_head(const struct kg_cli *cli, const struct kg_cycles *cycles)
{
	struct kg_strbuf sb = {0};

	kg_cell_count(&sb, cycles->nmembers);
	kg_strbuf_puts(&sb, " unreachable object(s) in ");
	kg_cell_count(&sb, cycles->n);
	kg_strbuf_puts(&sb, " group(s), ");
	kg_cell_bytes(&sb, cycles->bytes);
	kg_strbuf_puts(&sb, "; gc.collect() would free ");
	kg_cell_bytes(&sb, cycles->freed);
	fprintf(cli->out, "%s\n", cycles->nmembers ? kg_strbuf_text(&sb) : "gc.collect() would find nothing");
	kg_strbuf_deinit(&sb);
}

static struct kg_error *print(const struct kg_cli *cli, const struct kg_cycles *cycles)
{
	uint64_t limit = cli->args->limit_set || cli->args->json ? kg_cli_limit(cli) : LIMIT_PEOPLE;
	struct row *rows = NULL;
	size_t n = 0, shown;
	struct kg_error *err = choose(cli, cycles, &rows, &n);

	if (err)
		return err;
	shown = limit && n > limit ? limit : n;
	if (!cli->args->json)
		print_head(cli, cycles);
	for (size_t i = 0; i < shown && !err; i++)
		err = print_group(cli, cycles, rows[i].cycle);
	if (!err)
		kg_cli_more(cli, shown, n);
	free(rows);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	struct kg_cycles *cycles;
	struct kg_error *err;

	if (!cli->heap->collectable_known)
		return kg_error_create(KG_ERR_NOTFOUND,
				       "%s: the core was taken inside a collection, what gc.collect() would "
				       "find is not known; take another core",
				       cli->args->target);
	err = kg_cycles_create(cli->heap, true, cli->progress, &cycles);
	if (err)
		return err;
	kg_progress_clear(cli->progress);
	err = print(cli, cycles);
	kg_cycles_destroy(cycles);
	return err;
}

const struct kg_command kg_command_cycles = {
	.name = "cycles",
	.summary = "what gc.collect() would find, in groups, and what would go with it",
	.details = "Unreachable objects are in one group when references among them link them. FREED is\n"
	       "what goes when this group alone is collected: what several groups share is in no row,\n"
	       "only in the total. --min-size goes by it.",
	.uses = KG_USE_LIMIT | KG_USE_SORT | KG_USE_TYPE | KG_USE_MIN_SIZE | KG_USE_WIDTH | KG_USE_MEMBERS,
	.sorts = {"freed", "objects", "bytes"},
	.run = run,
};
