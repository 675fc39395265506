#include <stdlib.h>

#include "analysis/verify.h"
#include "cli/command.h"
#include "cli/verify_made.h"
#include "report/broken.h"
#include "report/object.h"
#include "report/table.h"

#define SAMPLE 1000 /* objects of each type, unless --all */
#define DIFFERENCES_SHOWN 8

/* Rows of the table: types that were looked at, the worst first. */
struct rows {
	const struct kg_verify_type **items;
	size_t n;
};

static int by_trouble(const void *a, const void *b)
{
	const struct kg_verify_type *x = *(const struct kg_verify_type *const *)a, *y = *(const struct kg_verify_type *const *)b;

	if (x->disagree != y->disagree)
		return x->disagree > y->disagree ? -1 : 1;
	if (x->unable != y->unable)
		return x->unable > y->unable ? -1 : 1;
	if (x->objects != y->objects)
		return x->objects > y->objects ? -1 : 1;
	return x->type < y->type ? -1 : x->type > y->type;
}

static struct kg_error *rows_collect(const struct kg_verify *v, struct rows *ret)
{
	ret->n = 0;
	ret->items = calloc(v->ntypes + 1, sizeof(*ret->items));
	if (!ret->items)
		return kg_error_nomem();
	for (uint32_t t = 0; t < v->ntypes; t++) {
		if (v->types[t].checked || v->types[t].unable)
			ret->items[ret->n++] = &v->types[t];
	}
	if (ret->n > 0)
		qsort(ret->items, ret->n, sizeof(*ret->items), by_trouble);
	return NULL;
}

static const char *source_of(const struct kg_cli *cli, const struct kg_verify_type *t)
{
	return kg_refs_source_name(kg_heap_refs_source(cli->heap, cli->heap->types[t->type], NULL));
}

/* JSON */

static struct kg_json *addresses(const kg_addr *items, size_t n)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < n && items[i]; i++)
		kg_json_push(list, kg_json_addr(items[i]));
	return list;
}

/* What breaks a rule, explained. */
static struct kg_error *broken_json(struct kg_broken *b, enum kg_invariant rule, const kg_addr *examples, struct kg_json *list)
{
	struct kg_error *err = NULL;

	for (unsigned int i = 0; i < KG_VERIFY_EXAMPLES && examples[i] && !err; i++) {
		struct kg_json *row = NULL;

		err = kg_report_broken_json(b, rule, examples[i], &row);
		if (!err)
			kg_json_push(list, row);
	}
	return err;
}

static struct kg_error *rules_json(const struct kg_cli *cli, const struct kg_verify *v, struct kg_json *list)
{
	struct kg_broken b = {.h = cli->heap};
	struct kg_error *err = NULL;

	for (unsigned int i = 0; i < KG_INVARIANTS && !err; i++) {
		const struct kg_verify_rule *r = &v->rules[i];
		struct kg_json *row = kg_json_object(), *explained = kg_json_array();

		kg_json_set(row, "name", kg_json_text(r->name));
		kg_json_set(row, "words", kg_json_text(r->words));
		kg_json_set(row, "checked", kg_json_u64(r->checked));
		kg_json_set(row, "broken", kg_json_u64(r->broken));
		kg_json_set(row, "examples", addresses(r->examples, KG_VERIFY_EXAMPLES));
		err = broken_json(&b, (enum kg_invariant)i, r->examples, explained);
		kg_json_set(row, "explained", explained);
		kg_json_push(list, row);
	}
	kg_broken_deinit(&b);
	return err;
}

static struct kg_error *example_json(const struct kg_cli *cli, kg_addr addr, struct kg_json *list)
{
	kg_addr *missing = NULL, *extra = NULL;
	size_t nmissing = 0, nextra = 0;
	struct kg_json *row = kg_json_object();
	struct kg_error *err = kg_verify_object(cli->heap, kg_heap_node(cli->heap, addr), &missing, &nmissing, &extra, &nextra);

	kg_json_set(row, "addr", kg_json_addr(addr));
	kg_json_set(row, "missing", addresses(missing, nmissing));
	kg_json_set(row, "extra", addresses(extra, nextra));
	kg_json_push(list, row);
	free(missing);
	free(extra);
	return err;
}

static struct kg_error *type_json(const struct kg_cli *cli, const struct kg_verify_type *t, struct kg_json *list)
{
	struct kg_json *row = kg_json_object(), *examples = kg_json_array();
	struct kg_error *err = NULL;

	kg_json_set(row, "type", kg_json_text(cli->heap->types[t->type]->name));
	kg_json_set(row, "objects", kg_json_u64(t->objects));
	kg_json_set(row, "references", kg_json_text(source_of(cli, t)));
	kg_json_set(row, "plugin", kg_report_plugin_json(cli->heap->types[t->type]));
	kg_json_set(row, "checked", kg_json_u64(t->checked));
	kg_json_set(row, "disagree", kg_json_u64(t->disagree));
	kg_json_set(row, "unable", kg_json_u64(t->unable));
	if (t->why)
		kg_json_set(row, "why", kg_json_text(t->why));
	for (unsigned int i = 0; i < KG_VERIFY_EXAMPLES && t->examples[i] && !err; i++)
		err = example_json(cli, t->examples[i], examples);
	kg_json_set(row, "examples", examples);
	kg_json_push(list, row);
	return err;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct kg_verify *v, const struct rows *rows)
{
	struct kg_json *doc = kg_json_object(), *types = kg_json_array(), *rules = kg_json_array();
	uint64_t limit = kg_cli_limit(cli);
	struct kg_error *err = rules_json(cli, v, rules);

	kg_json_set(doc, "emulator", kg_json_bool(v->emulated));
	kg_json_set(doc, "sample", cli->args->all ? kg_json_null() : kg_json_u64(SAMPLE));
	kg_json_set(doc, "objects", kg_json_u64(v->objects));
	kg_json_set(doc, "checked", kg_json_u64(v->checked));
	kg_json_set(doc, "disagree", kg_json_u64(v->disagree));
	kg_json_set(doc, "unable", kg_json_u64(v->unable));
	kg_json_set(doc, "broken", kg_json_u64(v->broken));
	kg_json_set(doc, "rules", rules);
	for (size_t i = 0; i < rows->n && (limit == 0 || i < limit) && !err; i++)
		err = type_json(cli, rows->items[i], types);
	kg_json_set(doc, "types", types);
	if (err) {
		kg_json_destroy(doc);
		return err;
	}
	return kg_json_write(doc, true, cli->out);
}

/* Text */

static struct kg_error *print_rules(const struct kg_cli *cli, const struct kg_verify *v)
{
	static const struct kg_column columns[] = {{"RULE", false}, {"CHECKED", true}, {"BROKEN", true}, {"WHAT MUST HOLD", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (unsigned int i = 0; i < KG_INVARIANTS; i++) {
		const struct kg_verify_rule *r = &v->rules[i];

		kg_table_text(t, r->name);
		kg_table_count(t, r->checked);
		kg_table_count(t, r->broken);
		kg_strbuf_puts(kg_table_cell(t), r->words);
		for (unsigned int k = 0; k < KG_VERIFY_EXAMPLES && r->examples[k]; k++)
			kg_strbuf_printf(kg_table_cell(t), "%s0x%llx", k ? " " : "; not: ", (unsigned long long)r->examples[k]);
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *print_broken(const struct kg_cli *cli, const struct kg_verify *v)
{
	struct kg_broken b = {.h = cli->heap};
	struct kg_strbuf sb = {0};
	struct kg_error *err = NULL;

	for (unsigned int i = 0; i < KG_INVARIANTS && !err; i++) {
		const struct kg_verify_rule *r = &v->rules[i];

		if (r->broken)
			kg_strbuf_printf(&sb, "\n%s: what does not hold\n", r->name);
		for (unsigned int k = 0; k < KG_VERIFY_EXAMPLES && r->examples[k] && !err; k++)
			err = kg_report_broken(&b, (enum kg_invariant)i, r->examples[k], &sb);
	}
	kg_broken_deinit(&b);
	if (!err)
		fputs(kg_strbuf_text(&sb), cli->out);
	kg_strbuf_deinit(&sb);
	return err;
}

static struct kg_error *print_types(const struct kg_cli *cli, const struct rows *rows)
{
	static const struct kg_column columns[] = {{"OBJECTS", true},  {"CHECKED", true},    {"DISAGREE", true},
						   {"UNABLE", true},   {"REFERENCES", false}, {"TYPE", false}};
	uint64_t limit = kg_cli_limit(cli);
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);
	size_t i = 0;

	if (err)
		return err;
	for (; i < rows->n && (limit == 0 || i < limit); i++) {
		const struct kg_verify_type *row = rows->items[i];

		kg_table_count(t, row->objects);
		kg_table_count(t, row->checked);
		kg_table_count(t, row->disagree);
		kg_table_count(t, row->unable);
		kg_strbuf_puts(kg_table_cell(t), source_of(cli, row));
		kg_report_plugin(cli->heap->types[row->type], kg_table_cell(t));
		kg_table_next(t);
		kg_strbuf_puts(kg_table_cell(t), cli->heap->types[row->type]->name);
		if (row->why)
			kg_strbuf_printf(kg_table_cell(t), " (its tp_traverse %s)", row->why);
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	if (!err)
		kg_cli_more(cli, i, rows->n);
	return err;
}

static void list_differences(const char *words, const kg_addr *items, size_t n, FILE *out)
{
	for (size_t i = 0; i < n && i < DIFFERENCES_SHOWN; i++)
		fprintf(out, "%s0x%llx", i ? ", " : words, (unsigned long long)items[i]);
	if (n > DIFFERENCES_SHOWN)
		fprintf(out, " and %zu more", n - DIFFERENCES_SHOWN);
}

static struct kg_error *print_example(const struct kg_cli *cli, kg_addr addr)
{
	kg_addr *missing = NULL, *extra = NULL;
	size_t nmissing = 0, nextra = 0;
	struct kg_error *err = kg_verify_object(cli->heap, kg_heap_node(cli->heap, addr), &missing, &nmissing, &extra, &nextra);

	if (err)
		return err;
	fprintf(cli->out, "  0x%llx %s:", (unsigned long long)addr,
		kg_heap_type(cli->heap, kg_heap_node(cli->heap, addr))->name);
	list_differences(" not read: ", missing, nmissing, cli->out);
	list_differences(" not shown: ", extra, nextra, cli->out);
	fputc('\n', cli->out);
	free(missing);
	free(extra);
	return NULL;
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct kg_verify *v, const struct rows *rows)
{
	struct kg_error *err = print_rules(cli, v);

	if (!err)
		err = print_broken(cli, v);
	fputc('\n', cli->out);
	if (!v->emulated) {
		fputs("types are not checked: there is no emulator for this machine in this build of kedge\n", cli->out);
		return err;
	}
	if (!err)
		err = print_types(cli, rows);
	if (v->disagree)
		fputs("\nwhat a tp_traverse shows and kedge did not read, or the other way round\n", cli->out);
	for (size_t i = 0; i < rows->n && rows->items[i]->disagree && !err; i++) {
		for (unsigned int k = 0; k < KG_VERIFY_EXAMPLES && rows->items[i]->examples[k] && !err; k++)
			err = print_example(cli, rows->items[i]->examples[k]);
	}
	if (!err)
		fprintf(cli->out, "\n%llu of %llu objects held against their own tp_traverse: %llu disagree, %llu could not be emulated\n",
			(unsigned long long)v->checked, (unsigned long long)v->objects, (unsigned long long)v->disagree,
			(unsigned long long)v->unable);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	struct kg_verify_options opts = {.sample = cli->args->all ? 0 : SAMPLE, .rules = true, .threads = cli->args->threads,
					 .type = cli->args->type, .progress = cli->progress};
	struct kg_verify *v = NULL;
	struct rows rows = {0};
	struct kg_error *err;

	if (cli->args->made)
		return kg_cli_verify_made(cli, &cli->doubtful);
	err = kg_verify_create(cli->heap, &opts, &v);

	kg_progress_clear(cli->progress);
	if (!err)
		err = rows_collect(v, &rows);
	if (!err)
		err = cli->args->json ? print_json(cli, v, &rows) : print_text(cli, v, &rows);
	cli->doubtful = !err && (v->disagree || v->broken);
	free(rows.items);
	kg_verify_destroy(v);
	return err;
}

const struct kg_command kg_command_verify = {
	.name = "verify",
	.summary = "is kedge right about this target: what must hold of any heap, and each type against its own tp_traverse",
	.details = "The tp_traverse of each type runs in an emulator over a copy of the memory; nothing of the target runs here.\n"
		   "With --made, the decoders are held against it over objects that are made up, in which word after word is set.\n"
		   "Exit status 4 with --strict when anything disagrees.",
	.uses = KG_USE_TREE | KG_USE_LIMIT | KG_USE_TYPE | KG_USE_ALL,
	.run = run,
};
