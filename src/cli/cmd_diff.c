#include <stdlib.h>
#include <string.h>

#include "cli/diff.h"
#include "report/cells.h"

static struct kg_error *kind_of(const char *text, unsigned int *ret)
{
	for (unsigned int k = 0; k < KG_DIFF_KINDS; k++) {
		if (strcmp(text, kg_diff_kind_name(k)) == 0) {
			*ret = k;
			return NULL;
		}
	}
	return kg_error_create(KG_ERR_USAGE, "--by %s: type, owner or line is expected", text);
}

static struct kg_error *check(const struct kg_args *args)
{
	unsigned int kind, streams = strcmp(args->target, "-") == 0;

	for (int i = 0; i < args->nrest; i++)
		streams += strcmp(args->rest[i], "-") == 0;
	if (streams > 1)
		return kg_error_create(KG_ERR_USAGE, "-: standard input can be one target only");
	return args->by ? kind_of(args->by, &kind) : NULL;
}

struct kg_error *kg_diff_trend(const struct kg_diff *d, const struct kg_growth *g, uint32_t i, struct kg_trend *ret)
{
	uint64_t *values = malloc(d->n * sizeof(*values));
	struct kg_error *err;

	if (!values)
		return kg_error_nomem();
	for (unsigned int t = 0; t < d->n; t++)
		values[t] = g ? kg_growth_bytes(g, i, t) : kg_diff_bytes(d, t);
	err = kg_trend_of(values, d->n, ret);
	free(values);
	return err;
}

/* The series that grew most, and of several that hold each other the innermost. */
static struct kg_error *find_culprit(const struct kg_growth *g, uint32_t *ret)
{
	uint32_t *order = NULL;
	int64_t *parts = NULL;
	struct kg_error *err = kg_growth_order(g, &order);

	if (!err)
		err = kg_growth_parts(g, &parts);
	*ret = UINT32_MAX;
	for (size_t i = 0; i < g->n && !err && *ret == UINT32_MAX; i++) {
		if (kg_growth_of(g, order[i]) > 0 && (g->items[order[i]].within == UINT32_MAX || g->items[order[i]].adds[g->targets - 1] < 2) &&
		    !kg_growth_explained(g, parts, order[i]))
			*ret = order[i];
	}
	free(order);
	free(parts);
	return err;
}

static struct kg_error *too_much(const struct kg_diff *d, uint64_t limit, const struct kg_growth *g, unsigned int kind,
				 uint32_t culprit)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_printf(&sb, "%s: grew by ", d->targets[d->n - 1].name);
	kg_cell_bytes(&sb, kg_diff_bytes(d, d->n - 1) - kg_diff_bytes(d, 0));
	kg_strbuf_printf(&sb, " since %s, more than ", d->targets[0].name);
	kg_cell_bytes(&sb, limit);
	if (culprit != UINT32_MAX) {
		kg_strbuf_printf(&sb, "; %s that grew most: %s (", kg_diff_kind_name(kind), g->items[culprit].name);
		kg_cell_more_bytes(&sb, kg_growth_of(g, culprit));
		kg_strbuf_putc(&sb, ')');
	}
	err = sb.failed ? kg_error_nomem() : kg_error_create(KG_ERR_NOTFOUND, "%s", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *gate(const struct kg_cli *cli, const struct kg_diff *d)
{
	uint64_t first = kg_diff_bytes(d, 0), last = kg_diff_bytes(d, d->n - 1);
	unsigned int kind = d->kinds[KG_DIFF_OWNER] ? KG_DIFF_OWNER : KG_DIFF_TYPE;
	struct kg_error *err;
	uint32_t culprit;

	if (!cli->args->fail_above_set || last <= first || last - first <= cli->args->fail_above)
		return NULL;
	if (d->kinds[KG_DIFF_LINE] && !d->kinds[KG_DIFF_OWNER])
		kind = KG_DIFF_LINE;
	err = find_culprit(d->kinds[kind], &culprit);
	return err ? err : too_much(d, cli->args->fail_above, d->kinds[kind], kind, culprit);
}

static struct kg_error *compare(struct kg_cli *cli, const char *const *names, unsigned int n)
{
	unsigned int kind = 0, wanted = (1u << KG_DIFF_KINDS) - 1;
	const char *by = cli->args->by;
	struct kg_error *err = by ? kind_of(by, &kind) : NULL;
	struct kg_diff d;

	if (by)
		wanted = 1u << kind;
	if (!err)
		err = kg_diff_read(cli, names, n, wanted, by && kind == KG_DIFF_LINE, &d);
	if (err)
		return err;
	err = cli->args->json ? kg_diff_json(cli, &d) : kg_diff_print(cli, &d);
	if (!err)
		err = gate(cli, &d);
	kg_diff_deinit(&d);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	unsigned int n = 1 + (unsigned int)cli->args->nrest;
	const char **names = malloc(n * sizeof(*names));
	struct kg_error *err;

	if (!names)
		return kg_error_nomem();
	names[0] = cli->args->target;
	for (unsigned int i = 1; i < n; i++)
		names[i] = cli->args->rest[i - 1];
	err = compare(cli, names, n);
	free(names);
	return err;
}

const struct kg_command kg_command_diff = {
	.name = "diff",
	.operands = "NEWER...",
	.summary = "what grew from target to target: by type, by owner, by line",
	.details = "Two or more targets, oldest first. With three and more it says whether they grow,\n"
		   "plateau, rose once or shrink. --by type, owner or line: only that. Lines need tracemalloc.",
	.uses = KG_USE_LIMIT | KG_USE_BY | KG_USE_FAIL_ABOVE,
	.min_rest = 1,
	.max_rest = -1,
	.check = check,
	.opens = true,
	.run = run,
};
