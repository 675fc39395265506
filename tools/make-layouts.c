/*
 * Makes a layout table from a core whose interpreter and modules have debug
 * information: see tools/update-layouts.sh. The structs go through the very code
 * that kedge reads DWARF with, so that a table cannot disagree with it.
 *
 *   make-layouts CORE LIST NAME MICRO-MIN MICRO-MAX BUILDS [DEBUG-DIR [SYSROOT]] >TABLE.c
 *
 * For aarch64 only what differs from the table of the very same version and builds for x86-64 is written, whose
 * NAME is the same but for the machine.
 *
 * BUILDS is "release", "debug" or "both": which kinds of build the table holds for.
 * LIST has one struct a line, then "-MEMBER" for each member to leave out, or
 * "-MEMBER." for all those inside it; "#" starts a comment. A struct that two modules define differently, or that
 * none defines, is named on standard error.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cpython/cpython_priv.h"
#include "heap/heap.h"

struct entry {
	char *name;
	char *without[16]; /* members; with a dot at the end what is inside them */
	size_t nwithout;
	const struct kg_cstruct *found;
	const struct kg_module *from;
};

struct list {
	struct entry *items;
	size_t n, cap;
};

static void die(struct kg_error *err)
{
	if (!err)
		return;
	fprintf(stderr, "make-layouts: %s\n", err->text);
	exit(1);
}

static struct entry *entry_add(struct list *l, const char *names)
{
	char *name = strdup(names), *bar = strchr(name, '|');

	/* "a|b" are two structs. */
	if (bar) {
		*bar = 0;
		entry_add(l, bar + 1);
	}
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->items[i].name, name))
			return &l->items[i];
	die(kg_grow(&l->items, &l->cap, l->n, sizeof(*l->items)));
	l->items[l->n] = (struct entry){.name = name};
	return &l->items[l->n++];
}

static void line_read(struct list *l, char *line)
{
	char *save, *word;
	struct entry *e;

	line[strcspn(line, "#\n")] = 0;
	word = strtok_r(line, " \t", &save);
	if (!word)
		return;
	e = entry_add(l, word);
	while ((word = strtok_r(NULL, " \t", &save)) && e->nwithout < KG_ARRAY_SIZE(e->without))
		e->without[e->nwithout++] = strdup(word + (*word == '-'));
}

/* "a|b" are two structs. */
static void names_add(struct list *l, const char *names)
{
	for (size_t len; *names; names += len + (names[len] == '|')) {
		char *name;

		len = strcspn(names, "|");
		name = strndup(names, len);
		entry_add(l, name);
		free(name);
	}
}

static void wanted_add(struct list *l)
{
	const char *const *wanted;
	size_t n;

	die(kg_heap_wanted_structs(NULL, 0, &wanted, &n));
	for (size_t i = 0; i < n; i++)
		names_add(l, wanted[i]);
	free((void *)wanted);
}

static void list_read(struct list *l, const char *path)
{
	static const char *const fields[] = {
#define FIELD(id, strct, member) strct,
#include "cpython/fields.def"
#undef FIELD
	};
	FILE *f = fopen(path, "r");
	char line[512];

	if (!f)
		die(kg_error_os(errno, "cannot open %s", path));
	while (fgets(line, sizeof(line), f))
		line_read(l, line);
	fclose(f);
	for (size_t i = 0; i < KG_ARRAY_SIZE(fields); i++)
		names_add(l, fields[i]);
	wanted_add(l);
}

static int compare_entries(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static bool same_member(const struct kg_cmember *x, const struct kg_cmember *y)
{
	return !strcmp(x->name, y->name) && x->offset == y->offset && x->size == y->size && x->elem == y->elem &&
	       x->bit_offset == y->bit_offset && x->bit_size == y->bit_size && x->pointer == y->pointer;
}

static bool same_struct(const struct kg_cstruct *a, const struct kg_cstruct *b)
{
	if (a->size != b->size || a->nmembers != b->nmembers)
		return false;
	for (uint32_t i = 0; i < a->nmembers; i++) {
		if (!same_member(&a->members[i], &b->members[i]))
			return false;
	}
	return true;
}

/* "a@module" is the struct a of the module so named, or of no other. */
static const char *plain_name(const char *name, const struct kg_module *mod)
{
	const char *at = strchr(name, '@'), *slash = strrchr(mod->path, '/');

	if (!at)
		return name;
	slash = slash ? slash + 1 : mod->path;
	if (strncmp(slash, at + 1, strlen(at + 1)) || slash[strlen(at + 1)] != '.')
		return "";
	return strndup(name, (size_t)(at - name)); /* lives as long as the program */
}

/* The interpreter's own definition stands; a module's that differs is reported. */
static void module_add(struct list *l, struct kg_process *proc, struct kg_module *mod)
{
	const char **names = calloc(l->n, sizeof(*names));
	const struct kg_cstruct **found = calloc(l->n, sizeof(*found));
	struct kg_error *err;

	if (!names || !found)
		die(kg_error_nomem());
	for (size_t i = 0; i < l->n; i++)
		names[i] = plain_name(l->items[i].name, mod);
	err = kg_process_structs(proc, mod, names, l->n, found);
	for (size_t i = 0; !err && i < l->n; i++) {
		struct entry *e = &l->items[i];

		if (found[i] && !e->found) {
			e->found = found[i];
			e->from = mod;
		} else if (found[i] && !same_struct(found[i], e->found)) {
			fprintf(stderr, "make-layouts: %s differs: %s has it with %u bytes, %s with %u\n", e->name,
				e->from->path, e->found->size, mod->path, found[i]->size);
		}
	}
	kg_error_destroy(err);
	free(names);
	free(found);
}

static int member_print(char *buf, size_t cap, const struct kg_cmember *m)
{
	if (m->bit_size)
		return snprintf(buf, cap, "{\"%s\", %u, %u, %u, %d, %d, 0},", m->name, m->offset, m->size, m->elem,
				m->bit_offset, m->bit_size);
	if (m->elem)
		return snprintf(buf, cap, "A(\"%s\", %u, %u, %u, %u),", m->name, m->offset, m->size, m->elem, m->pointer);
	if (m->pointer && m->size == 8)
		return snprintf(buf, cap, "P(\"%s\", %u),", m->name, m->offset);
	return snprintf(buf, cap, "V(\"%s\", %u, %u),", m->name, m->offset, m->size);
}

static bool left_out(const struct entry *e, const char *member)
{
	for (size_t i = 0; i < e->nwithout; i++) {
		size_t len = strlen(e->without[i]);

		if (len && e->without[i][len - 1] == '.' ? !strncmp(member, e->without[i], len) :
							   !strcmp(member, e->without[i]))
			return true;
	}
	return false;
}

/* The name without what C does not allow. */
static const char *identifier(const char *name)
{
	static char text[256];

	snprintf(text, sizeof(text), "%s", name);
	for (char *c = text; *c; c++)
		*c = *c == '@' ? '_' : *c;
	return text;
}

static void members_print(const struct entry *e)
{
	size_t column = 0;

	printf("static const struct kg_cmember m_%s[] = {", identifier(e->name));
	for (uint32_t i = 0; i < e->found->nmembers; i++) {
		char text[512];
		size_t len;

		if (left_out(e, e->found->members[i].name))
			continue;
		len = (size_t)member_print(text, sizeof(text), &e->found->members[i]);
		if (!column || column + len + 1 > 112) {
			printf("\n\t");
			column = 0;
		} else {
			putchar(' ');
			column++;
		}
		fputs(text, stdout);
		column += len;
	}
	printf("\n};\n");
}

/* What the table for x86-64 of the same build has as well. */
static bool is_beside(const struct kg_layout_table *beside, const struct entry *e)
{
	const struct kg_cstruct *s = beside ? kg_layout_table_struct(beside, e->name) : NULL;
	uint32_t kept = 0;

	if (!s || s->size != e->found->size)
		return false;
	for (uint32_t i = 0; i < e->found->nmembers; i++) {
		const struct kg_cmember *m = &e->found->members[i];

		if (left_out(e, m->name))
			continue;
		if (kept == s->nmembers || !same_member(m, &s->members[kept++]))
			return false;
	}
	return kept == s->nmembers;
}

static unsigned int builds_of(const char *word)
{
	return !strcmp(word, "both") ? KG_BUILD_RELEASE | KG_BUILD_DEBUG :
	       !strcmp(word, "debug") ? KG_BUILD_DEBUG : KG_BUILD_RELEASE;
}

static const struct kg_layout_table *beside_find(const struct kg_runtime *rt, const char *builds)
{
	const struct kg_version *v = &rt->layout->version;

	for (size_t i = 0; rt->image->machine == KG_MACHINE_AARCH64 && kg_layout_tables[i]; i++) {
		const struct kg_layout_table *t = kg_layout_tables[i];

		if (t->machine == KG_MACHINE_X86_64 && t->major == v->major && t->minor == v->minor &&
		    t->micro == v->micro && t->free_threaded == rt->layout->free_threaded && t->builds == builds_of(builds))
			return t;
	}
	return NULL;
}

/* The name of the table beside the one called @name. */
static const char *beside_name(const char *name)
{
	static char text[256];
	const char *machine = strstr(name, "aarch64");

	if (!machine)
		die(kg_error_create(KG_ERR_USAGE, "%s: the table's name must have aarch64 in it", name));
	snprintf(text, sizeof(text), "%.*sx86_64%s", (int)(machine - name), name, machine + strlen("aarch64"));
	return text;
}

static void table_print(struct list *l, const struct kg_runtime *rt, char **argv)
{
	const struct kg_layout_table *beside = beside_find(rt, argv[6]);
	const struct kg_version *v = &rt->layout->version;
	const char *machine = rt->image->machine == KG_MACHINE_X86_64 ? "x86_64" : "aarch64";

	printf("/* Made by tools/update-layouts.sh from debug information of CPython %u.%u.%u, %s. Not to be edited. */\n",
	       v->major, v->minor, v->micro, machine);
	printf("#include \"cpython/cpython_priv.h\"\n\n"
	       "#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}\n"
	       "#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}\n"
	       "#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}\n"
	       "#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}\n\n");
	if (beside)
		printf("extern const struct kg_layout_table %s;\n\n", beside_name(argv[3]));
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i].found && is_beside(beside, &l->items[i]))
			l->items[i].found = NULL;
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i].found)
			members_print(&l->items[i]);
	printf("\nstatic const struct kg_cstruct structs[] = {\n");
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i].found)
			printf("\tS(\"%s\", %s, %u),\n", l->items[i].name, identifier(l->items[i].name),
			       l->items[i].found->size);
	printf("};\n\nconst struct kg_layout_table %s = {\n", argv[3]);
	printf("\t.name = \"cpython-%u.%u.%u%s%s %s\",\n\t.major = %u,\n\t.minor = %u,\n\t.micro_min = %s,\n\t.micro_max = %s,\n",
	       v->major, v->minor, v->micro, rt->layout->free_threaded ? "t" : "", strcmp(argv[6], "debug") ? "" : "d", machine,
	       v->major, v->minor, argv[4], argv[5]);
	printf("\t.micro = %u,\n\t.builds = %s,\n", v->micro,
	       builds_of(argv[6]) == KG_BUILD_RELEASE ? "KG_BUILD_RELEASE" :
	       builds_of(argv[6]) == KG_BUILD_DEBUG ? "KG_BUILD_DEBUG" : "KG_BUILD_RELEASE | KG_BUILD_DEBUG");
	printf("\t.machine = KG_MACHINE_%s,\n\t.free_threaded = %s,\n\t.structs = structs,\n"
	       "\t.nstructs = KG_ARRAY_SIZE(structs),\n",
	       rt->image->machine == KG_MACHINE_X86_64 ? "X86_64" : "AARCH64", rt->layout->free_threaded ? "true" : "false");
	if (beside)
		printf("\t.beside = &%s,\n", beside_name(argv[3]));
	printf("};\n");
}

int main(int argc, char **argv)
{
	struct list l = {0};
	struct kg_image *img;
	struct kg_process *proc;
	struct kg_runtime *rt;

	if (argc < 7 || argc > 9) {
		fprintf(stderr, "usage: make-layouts CORE LIST NAME MICRO-MIN MICRO-MAX BUILDS [DEBUG-DIR [SYSROOT]] >TABLE.c\n");
		return 2;
	}
	list_read(&l, argv[2]);
	qsort(l.items, l.n, sizeof(*l.items), compare_entries);
	die(kg_image_open_core(argv[1], &(struct kg_image_options){0}, &img));
	die(kg_process_create(img, &(struct kg_process_options){.debug_dir = argv[7], .sysroot = argc > 8 ? argv[8] : NULL}, &proc));
	die(kg_runtime_create(proc, NULL, 0, NULL, &rt));
	if (rt->layout->source != KG_LAYOUT_DWARF)
		die(kg_error_create(KG_ERR_TARGET, "%s has no debug information", rt->module->path));
	module_add(&l, proc, rt->module);
	for (size_t i = 0; i < proc->nmodules; i++)
		if (&proc->modules[i] != rt->module && strstr(proc->modules[i].path, "python"))
			module_add(&l, proc, &proc->modules[i]);
	for (size_t i = 0; i < l.n; i++)
		if (!l.items[i].found)
			fprintf(stderr, "make-layouts: %s is in no module\n", l.items[i].name);
	table_print(&l, rt, argv);
	kg_runtime_destroy(rt);
	kg_process_destroy(proc);
	kg_image_destroy(img);
	return 0;
}
