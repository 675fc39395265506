/* kedge info: what this kedge has to work with, and which plugin taught it what of the target. */
#include "config.h"

#include <stdlib.h>

#include "analysis/totals.h"
#include "cli/command.h"
#include "emulate/emulate.h"
#include "report/json.h"
#include "report/table.h"
#include "session/plugins.h"

/* Features that a build of kedge may lack. */
static const struct {
	const char *name;
	bool there;
} features[] = {
#ifdef HAVE_LIBDW
	{"dwarf", true},
#else
	{"dwarf", false},
#endif
#ifdef HAVE_DEBUGINFOD
	{"debuginfod", true},
#else
	{"debuginfod", false},
#endif
#ifdef HAVE_LIBARCHIVE
	{"compressed cores", true},
#else
	{"compressed cores", false},
#endif
#ifdef HAVE_CGRAPH
	{"dot", true},
#else
	{"dot", false},
#endif
};

/* Of each plugin, the types that are in the target and their objects. */
struct used {
	uint64_t types, objects;
};

static struct kg_error *count(struct kg_cli *cli, const struct kg_plugins *p, struct used **ret)
{
	const struct kg_totals *totals;
	struct used *used = calloc(p->n + 1, sizeof(*used));
	struct kg_error *err = used ? kg_session_totals(cli->session, &totals) : kg_error_nomem();

	for (uint32_t t = 0; !err && t < totals->n; t++) {
		const char *plugin = cli->heap->types[t]->class_ops ? cli->heap->types[t]->class_plugin : kg_heap_plugin(cli->heap->types[t]);

		for (size_t i = 0; plugin && i < p->n; i++) {
			if (strcmp(plugin, p->items[i].name) == 0 && totals->items[t].objects) {
				used[i].types++;
				used[i].objects += totals->items[t].objects;
			}
		}
	}
	if (err)
		free(used);
	else
		*ret = used;
	return err;
}

/* JSON */

static void set_folder(struct kg_json *list, const char *path)
{
	if (path)
		kg_json_push(list, kg_json_text(path));
}

static struct kg_error *print_json(const struct kg_cli *cli, const struct kg_plugins *p, const struct used *used)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_object();
	struct kg_strbuf sb = {0};

	kg_json_set(doc, "version", kg_json_text(PACKAGE_VERSION));
	kg_json_set(doc, "plugin_abi", kg_json_u64(KG_PLUGIN_ABI));
	for (size_t i = 0; i < KG_ARRAY_SIZE(features); i++)
		kg_json_set(list, features[i].name, kg_json_bool(features[i].there));
	kg_json_set(list, "emulator", kg_json_bool(kg_emulator_available(cli->heap->image->machine)));
	kg_json_set(list, "emulator_filtered", kg_json_bool(kg_emulator_available(cli->heap->image->machine) && kg_emulator_filtered()));
	kg_json_set(doc, "features", list);
	list = kg_json_array();
	set_folder(list, p->given);
	set_folder(list, p->library);
	kg_json_set(doc, "plugin_folders", list);
	list = kg_json_array();
	for (size_t i = 0; i < p->n; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "name", kg_json_text(p->items[i].name));
		kg_json_set(row, "version", p->items[i].version ? kg_json_text(p->items[i].version) : kg_json_null());
		kg_json_set(row, "file", kg_json_text(p->items[i].path));
		kg_json_set(row, "teaches", kg_json_u64(p->items[i].ntypes));
		kg_json_set(row, "types", kg_json_u64(used[i].types));
		kg_json_set(row, "objects", kg_json_u64(used[i].objects));
		kg_json_push(list, row);
	}
	kg_json_set(doc, "plugins", list);
	list = kg_json_array();
	for (size_t i = 0; i < p->nnotes; i++)
		kg_json_push(list, kg_json_text(p->notes[i]));
	for (size_t i = 0; kg_session_unasked(cli->session, i, &sb); i++) {
		kg_json_push(list, kg_json_text(kg_strbuf_text(&sb)));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
	kg_json_set(doc, "notes", list);
	return kg_json_write(doc, true, cli->out);
}

/* Text */

static const char *emulator_text(enum kg_machine machine)
{
	if (!kg_emulator_available(machine))
		return "no, not in this build or not for this machine";
	return kg_emulator_filtered() ? "yes, in a process that is kept from system calls"
				      : "yes, in a process of its own; this kernel cannot keep it from system calls (no seccomp)";
}

static void print_features(const struct kg_cli *cli)
{
	fprintf(cli->out, "kedge %s, plugin ABI %d\n", PACKAGE_VERSION, KG_PLUGIN_ABI);
	for (size_t i = 0; i < KG_ARRAY_SIZE(features); i++)
		fprintf(cli->out, "  %-18s %s\n", features[i].name, features[i].there ? "yes" : "no, not in this build");
	fprintf(cli->out, "  %-18s %s\n", "emulator", emulator_text(cli->heap->image->machine));
}

static void print_folder(const struct kg_cli *cli, const char *what, const char *path)
{
	struct kg_strbuf sb = {0};

	if (path)
		kg_strbuf_escape(&sb, path, strlen(path));
	fprintf(cli->out, "  %-18s %s\n", what, path ? kg_strbuf_text(&sb) : "none");
	kg_strbuf_deinit(&sb);
}

static struct kg_error *print_plugins(const struct kg_cli *cli, const struct kg_plugins *p, const struct used *used)
{
	static const struct kg_column columns[] = {{"PLUGIN", false}, {"VERSION", false}, {"TEACHES", true},
						   {"TYPES", true},   {"OBJECTS", true},  {"FILE", false}};
	struct kg_table *t;
	struct kg_error *err = kg_table_create(cli->out, columns, KG_ARRAY_SIZE(columns), cli->color, &t);

	if (err)
		return err;
	for (size_t i = 0; i < p->n; i++) {
		const struct kg_plugin_file *f = &p->items[i];

		kg_table_text(t, f->name);
		kg_strbuf_escape(kg_table_cell(t), f->version ? f->version : "", f->version ? strlen(f->version) : 0);
		kg_table_next(t);
		kg_table_count(t, f->ntypes);
		kg_table_count(t, used[i].types);
		kg_table_count(t, used[i].objects);
		kg_strbuf_escape(kg_table_cell(t), f->path, strlen(f->path));
		kg_table_next(t);
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	return err;
}

/* What is not loaded, and what is not asked. */
static void print_notes(const struct kg_cli *cli, const struct kg_plugins *p)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < p->nnotes; i++)
		fprintf(cli->out, "%s%s\n", i ? "" : "\n", p->notes[i]);
	for (size_t i = 0; kg_session_unasked(cli->session, i, &sb); i++) {
		fprintf(cli->out, "%s%s\n", i || p->nnotes ? "" : "\n", kg_strbuf_text(&sb));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
}

static struct kg_error *print_text(const struct kg_cli *cli, const struct kg_plugins *p, const struct used *used)
{
	struct kg_error *err = NULL;

	print_features(cli);
	print_folder(cli, "--plugin-dir", p->given);
	print_folder(cli, "plugins of kedge", p->library);
	fputc('\n', cli->out);
	if (p->n > 0)
		err = print_plugins(cli, p, used);
	else
		fputs("no plugin is loaded\n", cli->out);
	if (!err)
		print_notes(cli, p);
	return err;
}

static struct kg_error *run(struct kg_cli *cli)
{
	static const struct kg_plugins none;
	const struct kg_plugins *p = cli->session->options.plugins;
	struct used *used = NULL;
	struct kg_error *err = count(cli, p ? p : &none, &used);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? print_json(cli, p ? p : &none, used) : print_text(cli, p ? p : &none, used);
	free(used);
	return err;
}

const struct kg_command kg_command_info = {
	.name = "info",
	.summary = "what this kedge has to work with: features, plugins and what each taught it of the target",
	.details = "TEACHES is the types that a plugin knows, TYPES those of them that are in the target, OBJECTS their objects.",
	.run = run,
};
