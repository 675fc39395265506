#include "cli/verify_made.h"

#include <stdio.h>

#include "analysis/made.h"
#include "report/json.h"
#include "report/table.h"

static struct kg_json *finding_json(const struct kg_made_finding *f)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "type", kg_json_text(f->type->name));
	kg_json_set(row, "offset", kg_json_i64(f->offset));
	kg_json_set(row, "member", f->member ? kg_json_text(f->member) : kg_json_null());
	kg_json_set(row, "beside", kg_json_bool(f->beside));
	kg_json_set(row, "fault", kg_json_text(kg_made_fault_name(f->fault)));
	kg_json_set(row, "with", kg_json_text(kg_made_with_name(f->with)));
	kg_json_set(row, "copy_of", f->original ? kg_json_addr(f->original) : kg_json_null());
	return row;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct kg_made *m)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();
	uint64_t limit = kg_cli_limit(cli);

	kg_json_set(doc, "made", kg_json_bool(true));
	kg_json_set(doc, "types", kg_json_u64(m->types));
	kg_json_set(doc, "objects", kg_json_u64(m->objects));
	kg_json_set(doc, "unable", kg_json_u64(m->unable));
	kg_json_set(doc, "left", kg_json_u64(m->left));
	kg_json_set(doc, "refused", kg_json_u64(m->refused));
	kg_json_set(doc, "disagree", kg_json_u64(m->disagree));
	kg_json_set(doc, "unnamed", kg_json_u64(m->unnamed));
	for (size_t i = 0; i < m->n && (limit == 0 || i < limit); i++)
		kg_json_push(list, finding_json(&m->items[i]));
	kg_json_set(doc, "words", list);
	return kg_json_write(doc, true, cli->out);
}

static const char *words_of(const struct kg_made_finding *f)
{
	static const char *const words[] = {
		"its tp_traverse shows it, and it is not read",
		"it is read, and its tp_traverse does not show it",
		"leads to an object by its C struct, and is not read: borrowed, or missed",
	};

	return words[f->fault];
}

static struct kg_error *print_findings(const struct kg_cli *cli, const struct kg_made *m)
{
	static const struct kg_column columns[] = {{"OFFSET", true}, {"MEMBER", false}, {"IN", false}, {"TYPE", false}, {"WHAT", false}};
	uint64_t limit = kg_cli_limit(cli);
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);
	size_t i = 0;

	if (err)
		return err;
	for (; i < m->n && (limit == 0 || i < limit); i++) {
		const struct kg_made_finding *f = &m->items[i];

		kg_strbuf_printf(kg_table_cell(t), "%lld", (long long)f->offset);
		kg_table_next(t);
		kg_table_text(t, f->member ? f->member : "");
		if (f->original)
			kg_strbuf_printf(kg_table_cell(t), "%s of 0x%llx", f->beside ? "a block" : "a copy", (unsigned long long)f->original);
		else
			kg_strbuf_puts(kg_table_cell(t), "a blank one");
		kg_table_next(t);
		kg_table_text(t, f->type->name);
		kg_table_text(t, words_of(f));
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	if (!err)
		kg_cli_more(cli, i, m->n);
	return err;
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct kg_made *m)
{
	struct kg_error *err = m->n > 0 ? print_findings(cli, m) : NULL;

	if (err)
		return err;
	fprintf(cli->out, "%s%llu made-up objects of %llu types held against their own tp_traverse: %llu words disagree; "
		"%llu objects could not be emulated, %llu not be read\n",
		m->n > 0 ? "\n" : "", (unsigned long long)m->objects, (unsigned long long)m->types,
		(unsigned long long)m->disagree, (unsigned long long)m->unable, (unsigned long long)m->refused);
	if (m->left)
		fprintf(cli->out, "of %llu types not all was tried: too many of their objects took very long\n", (unsigned long long)m->left);
	return NULL;
}

struct kg_error *kg_cli_verify_made(const struct kg_cli *cli, bool *ret_disagree)
{
	struct kg_made_options opts = {.type = cli->args->type, .all = cli->args->all, .progress = cli->progress};
	struct kg_made *m = NULL;
	struct kg_error *err = kg_made_create(cli->heap, &opts, &m);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(cli, m) : print_text(cli, m);
	*ret_disagree = !err && m->disagree;
	kg_made_destroy(m);
	return err;
}
