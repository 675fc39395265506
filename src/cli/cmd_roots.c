#include <stdlib.h>
#include <string.h>

#include "analysis/anchors.h"
#include "analysis/select.h"
#include "base/grow.h"
#include "cli/trust.h"
#include "report/object.h"
#include "report/roots.h"
#include "report/table.h"

/* Of a heap that was not read whole. */
#define UNEXPLAINED "references that nothing explains: C code holds them, or what could not be read"

/* In the order of the answer. */
enum kind { MODULE, INTERPRETER, FRAME, C_CODE, C_STACK, C_VARIABLE, KEYS, STATIC, KINDS };

static const struct {
	const char *name, *words;
} kinds[KINDS] = {
	[MODULE] = {"module", "sys.modules and what is in it"},
	[INTERPRETER] = {"interpreter", "state of the interpreter and its threads"},
	[FRAME] = {"frame", "variables and temporary values of running frames"},
	[C_CODE] = {"c-code", "references that nothing explains: C code holds them"},
	[C_STACK] = {"c-stack", "the same, and a word of a native stack or a register points there"},
	[C_VARIABLE] = {"c-variable", "the same, and a word of a module's data points there"},
	[KEYS] = {"keys", "attribute names in key tables that instances share"},
	[STATIC] = {"static", "types and constants in static memory"},
};

struct row {
	enum kind kind;
	kg_node node;
	bool counted, guess;
	uint64_t surplus;
	char *name;
};

struct list {
	const struct kg_heap *h;
	const uint64_t *wanted; /* bit set; NULL: all */
	struct row *rows;
	size_t n, cap;
	uint64_t roots[KINDS], objects[KINDS];
};

/* Never freed, whatever its count says. */
static bool is_static(const struct kg_heap *h, kg_node n)
{
	size_t from, to;

	for (kg_heap_roots_of(h, n, &from, &to); from < to; from++) {
		if (h->roots[from].kind == KG_ROOT_STATIC)
			return true;
	}
	return false;
}

static struct kg_error *add(struct list *l, struct row row, struct kg_strbuf *name)
{
	struct kg_error *err;

	if (l->wanted && !kg_bit_get(l->wanted, row.node)) {
		kg_strbuf_deinit(name);
		return NULL;
	}
	err = name->failed ? kg_error_nomem() : kg_grow(&l->rows, &l->cap, l->n, sizeof(*l->rows));
	if (err) {
		kg_strbuf_deinit(name);
		return err;
	}
	row.name = name->text;
	row.surplus = is_static(l->h, row.node) ? 0 : kg_heap_surplus(l->h, row.node);
	l->rows[l->n++] = row;
	*name = (struct kg_strbuf){0};
	return NULL;
}

static enum kind kind_of(const struct kg_root *r)
{
	static const enum kind of[KG_ROOT_KINDS] = {
		[KG_ROOT_STATE] = INTERPRETER, [KG_ROOT_FRAME] = FRAME,	      [KG_ROOT_STATIC] = STATIC,
		[KG_ROOT_KEYS] = KEYS,	       [KG_ROOT_IMAGE] = C_VARIABLE, [KG_ROOT_STACK] = C_STACK};

	return of[r->kind];
}

/* A word that looks like a reference is told only when it may explain one. */
static struct kg_error *add_roots(struct list *l)
{
	enum kg_anchor anchor = KG_ANCHOR_NONE;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < l->h->nroots && !err; i++) {
		const struct kg_root *r = &l->h->roots[i];
		bool guess = kg_anchor_guess(r);
		struct kg_strbuf name = {0};

		if (i == 0 || r[-1].node != r->node)
			anchor = kg_anchor_of(l->h, r->node);
		if (guess && anchor != KG_ANCHOR_GUESS)
			continue;
		kg_report_root(l->h, r, &name);
		err = add(l, (struct row){.kind = kind_of(r), .node = r->node, .counted = r->counted, .guess = guess}, &name);
	}
	return err;
}

static struct kg_error *add_named(struct list *l)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < l->h->nnamed && !err; i++) {
		struct kg_strbuf name = {0};

		if (l->h->named[i].kind == KG_NAMED_NAMESPACE)
			continue; /* the module's own */
		kg_report_named(l->h, &l->h->named[i], &name);
		err = add(l, (struct row){.kind = MODULE, .node = l->h->named[i].node, .counted = true}, &name);
	}
	return err;
}

static struct kg_error *add_counts(struct list *l)
{
	struct kg_error *err = NULL;

	for (kg_node n = 0; n < l->h->nodes && !err; n++) {
		struct kg_strbuf name = {0};

		if (kg_anchor_of(l->h, n) != KG_ANCHOR_COUNT)
			continue;
		kg_report_surplus(l->h, n, &name);
		err = add(l, (struct row){.kind = C_CODE, .node = n}, &name);
	}
	return err;
}

static int by_name(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	order = strcmp(x->name ? x->name : "", y->name ? y->name : "");
	return order ? order : (x->node > y->node) - (x->node < y->node);
}

static int by_node(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return (x->node > y->node) - (x->node < y->node);
}

static void count(struct list *l)
{
	if (l->n)
		qsort(l->rows, l->n, sizeof(*l->rows), by_node);
	for (size_t i = 0; i < l->n; i++) {
		const struct row *r = &l->rows[i];

		l->roots[r->kind]++;
		l->objects[r->kind] += i == 0 || r[-1].kind != r->kind || r[-1].node != r->node;
	}
	if (l->n)
		qsort(l->rows, l->n, sizeof(*l->rows), by_name);
}

static struct kg_error *fill(struct list *l)
{
	struct kg_error *err = add_named(l);

	if (!err)
		err = add_roots(l);
	if (!err)
		err = add_counts(l);
	if (!err)
		count(l);
	return err;
}

static struct kg_error *print_kinds(const struct kg_cli *cli, const struct list *l)
{
	static const struct kg_column columns[] = {{"KIND", false}, {"ROOTS", true}, {"OBJECTS", true}, {"WHAT", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < KINDS; i++) {
		kg_table_text(t, kinds[i].name);
		kg_table_count(t, l->roots[i]);
		kg_table_count(t, l->objects[i]);
		kg_table_text(t, i == C_CODE && kg_heap_torn(l->h) ? UNEXPLAINED : kinds[i].words);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *print_rows(const struct kg_cli *cli, const struct list *l, size_t shown)
{
	static const struct kg_column columns[] = {{"KIND", false}, {"ADDRESS", false}, {"TYPE", false},
						   {"HELD", false}, {"SURPLUS", true},	{"ROOT", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < shown; i++) {
		const struct row *r = &l->rows[i];

		kg_table_text(t, kinds[r->kind].name);
		kg_table_addr(t, kg_heap_addr(l->h, r->node));
		kg_table_text(t, kg_heap_type(l->h, r->node)->name);
		kg_table_text(t, r->guess ? "guess" : r->counted ? "counted" : "not counted");
		kg_table_count(t, r->surplus);
		kg_table_text(t, r->name ? r->name : "");
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct list *l, size_t shown)
{
	struct kg_error *err = print_kinds(cli, l);

	if (!err && l->n == 0)
		fputs("\nno roots were found: nothing can be said of what keeps objects alive\n", cli->out);
	if (err || l->n == 0)
		return err;
	fputc('\n', cli->out);
	return print_rows(cli, l, shown);
}

static struct kg_json *row_json(const struct kg_cli *cli, const struct list *l, const struct row *r)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "kind", kg_json_text(kinds[r->kind].name));
	kg_json_set(row, "name", kg_json_text(r->name ? r->name : ""));
	kg_report_identity(l->h, kg_heap_addr(l->h, r->node), r->node, cli->args->width, row);
	kg_json_set(row, "counted", kg_json_bool(r->counted));
	kg_json_set(row, "guess", kg_json_bool(r->guess));
	kg_json_set(row, "surplus", kg_json_u64(r->surplus));
	return row;
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct list *l, size_t shown)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array(), *rows = kg_json_array();

	for (size_t i = 0; i < KINDS; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "kind", kg_json_text(kinds[i].name));
		kg_json_set(row, "roots", kg_json_u64(l->roots[i]));
		kg_json_set(row, "objects", kg_json_u64(l->objects[i]));
		kg_json_push(list, row);
	}
	for (size_t i = 0; i < shown; i++)
		kg_json_push(rows, row_json(cli, l, &l->rows[i]));
	kg_json_set(doc, "kinds", list);
	kg_json_set(doc, "roots", rows);
	kg_json_set(doc, "doubts", kg_cli_doubts_json(cli->session));
	return kg_json_write(doc, true, cli->out);
}

/* The objects of --type as a bit set; *ret NULL when all are wanted. */
static struct kg_error *wanted(const struct kg_cli *cli, uint64_t **ret)
{
	struct kg_selection sel = {.type = cli->args->type};
	struct kg_nodes nodes = {0};
	struct kg_error *err;

	*ret = NULL;
	if (!cli->args->type)
		return NULL;
	err = kg_select(cli->heap, &sel, cli->progress, &nodes);
	if (!err)
		*ret = calloc((size_t)cli->heap->nodes / 64 + 1, sizeof(**ret));
	if (!err && !*ret)
		err = kg_error_nomem();
	for (size_t i = 0; i < nodes.n && !err; i++)
		kg_bit_set(*ret, nodes.items[i]);
	kg_nodes_deinit(&nodes);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	uint64_t limit = kg_cli_limit(cli);
	uint64_t *bits;
	struct list l = {.h = cli->heap};
	size_t shown;
	struct kg_error *err = wanted(cli, &bits);

	l.wanted = bits;
	if (!err)
		err = fill(&l);
	kg_progress_clear(cli->progress);
	shown = limit && l.n > limit ? limit : l.n;
	if (!err)
		err = cli->args->json ? print_json(cli, &l, shown) : print_text(cli, &l, shown);
	if (!err)
		kg_cli_more(cli, shown, l.n);
	for (size_t i = 0; i < l.n; i++)
		free(l.rows[i].name);
	free(l.rows);
	free(bits);
	return err;
}

const struct kg_command kg_command_roots = {
	.name = "roots",
	.summary = "what holds objects from outside the heap, by kind and by name",
	.details = "HELD is counted for a reference that the object's count includes, guess for a word that may be one.\n"
	       "SURPLUS is how many references of the object nothing explains.",
	.uses = KG_USE_TREE | KG_USE_LIMIT | KG_USE_TYPE | KG_USE_WIDTH,
	.run = run,
};
