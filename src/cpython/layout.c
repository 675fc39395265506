/* Layouts: which source they come from, and look-up by struct and by field. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cpython/cpython_priv.h"

/* One module's own structs, in the order of kg_layout_priv.names. */
struct module_structs {
	struct kg_module *mod;
	const struct kg_cstruct **found;
};

struct kg_layout_priv {
	struct kg_process *proc;
	struct kg_module *mod;
	char **names; /* all that may be asked for, sorted, each once */
	size_t nnames;
	const struct kg_cstruct **found; /* in the interpreter's DWARF; NULL without it */
	const struct kg_layout_table *table; /* may be NULL */
	pthread_mutex_t lock; /* of mods */
	struct module_structs *mods;
	size_t nmods;
};

static const struct {
	const char *strct, *member;
} fields[F_COUNT] = {
#define FIELD(id, s, m) [F_##id] = {s, m},
#include "cpython/fields.def"
#undef FIELD
};

/* A struct's typedef and its tag, where debug information may know only one. */
static const char *const aliases[][2] = {
	{"PyThreadState", "_ts"},
	{"PyInterpreterState", "_is"},
	{"_PyRuntimeState", "pyruntimestate"},
	{"PyDictKeysObject", "_dictkeysobject"},
	{"_PyErr_StackItem", "_err_stackitem"},
	{"PyObject", "_object"},
	{"PyTypeObject", "_typeobject"},
	{"PyHeapTypeObject", "_heaptypeobject"},
	{"PyLongObject", "_longobject"},
	{"PyFrameObject", "_frame"},
	{"PyWeakReference", "_PyWeakReference"},
};

static const char *alias_of(const char *name)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(aliases); i++) {
		if (!strcmp(aliases[i][0], name))
			return aliases[i][1];
		if (!strcmp(aliases[i][1], name))
			return aliases[i][0];
	}
	return NULL;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorts the names and drops those that come twice. */
static void names_unique(struct kg_layout_priv *p)
{
	size_t kept = 0;

	qsort(p->names, p->nnames, sizeof(*p->names), compare_names);
	for (size_t i = 0; i < p->nnames; i++) {
		if (kept && !strcmp(p->names[kept - 1], p->names[i]))
			free(p->names[i]);
		else
			p->names[kept++] = p->names[i];
	}
	p->nnames = kept;
}

static bool name_add(struct kg_layout_priv *p, const char *name)
{
	char *copy = strdup(name);

	if (copy)
		p->names[p->nnames++] = copy;
	return copy;
}

static struct kg_error *names_collect(struct kg_layout_priv *p, const char *const *wanted, size_t nwanted)
{
	bool ok = true;

	p->names = calloc(F_COUNT + nwanted + 2 * KG_ARRAY_SIZE(aliases), sizeof(*p->names));
	if (!p->names)
		return kg_error_nomem();
	for (size_t i = 0; ok && i < F_COUNT; i++)
		ok = name_add(p, fields[i].strct);
	for (size_t i = 0; ok && i < nwanted; i++)
		ok = name_add(p, wanted[i]);
	for (size_t i = 0; ok && i < KG_ARRAY_SIZE(aliases); i++)
		ok = name_add(p, aliases[i][0]) && name_add(p, aliases[i][1]);
	if (!ok)
		return kg_error_nomem();
	names_unique(p);
	return NULL;
}

/* Index of a name in p->names, or SIZE_MAX. */
static size_t name_index(const struct kg_layout_priv *p, const char *name)
{
	char **hit = bsearch(&name, p->names, p->nnames, sizeof(*p->names), compare_names);

	return hit ? (size_t)(hit - p->names) : SIZE_MAX;
}

static int compare_structs(const void *key, const void *item)
{
	return strcmp(key, ((const struct kg_cstruct *)item)->name);
}

const struct kg_cstruct *kg_layout_table_struct(const struct kg_layout_table *t, const char *name)
{
	return bsearch(name, t->structs, t->nstructs, sizeof(*t->structs), compare_structs);
}

static const struct kg_layout_table *table_find(struct kg_version v, enum kg_machine machine, bool free_threaded)
{
	for (size_t i = 0; kg_layout_tables[i]; i++) {
		const struct kg_layout_table *t = kg_layout_tables[i];

		if (t->major == v.major && t->minor == v.minor && t->micro_min <= v.micro && v.micro <= t->micro_max &&
		    t->machine == machine && t->free_threaded == free_threaded)
			return t;
	}
	return NULL;
}

/* Asks the interpreter's DWARF for all names; *ret_why says why it has none. */
static struct kg_error *dwarf_read(struct kg_layout_priv *p, struct kg_error **ret_why)
{
	struct kg_error *err;

	p->found = calloc(p->nnames, sizeof(*p->found));
	if (!p->found)
		return kg_error_nomem();
	err = kg_process_structs(p->proc, p->mod, (const char *const *)p->names, p->nnames, p->found);
	if (!err && p->found[name_index(p, "PyObject")])
		return NULL;
	free(p->found);
	p->found = NULL;
	if (err && err->code != KG_ERR_NOTFOUND)
		return err;
	*ret_why = err;
	return NULL;
}

static struct kg_error *no_source(struct kg_version v, const struct kg_error *why)
{
	char text[24], *known = kg_versions_known();
	struct kg_error *err;

	err = kg_error_create(KG_ERR_TARGET,
			      "CPython %s: no debug information and no built-in layout for this version and machine "
			      "(known: %s)%s%s; install its debug package or pass --debug-dir",
			      kg_version_text(v, text), known ? known : "", why ? ": " : "", why ? why->text : "");
	free(known);
	return err;
}

static struct kg_error *source_choose(struct kg_layout *lay)
{
	struct kg_layout_priv *p = lay->priv;
	struct kg_error *why = NULL, *err;

	p->table = table_find(lay->version, p->proc->image->machine, lay->free_threaded);
	err = dwarf_read(p, &why);
	if (err)
		return err;
	lay->source = p->found ? KG_LAYOUT_DWARF : KG_LAYOUT_TABLE;
	if (!p->found && !p->table)
		err = no_source(lay->version, why);
	else if (!p->found)
		lay->table = p->table->name;
	kg_error_destroy(why);
	return err;
}

static void fields_fill(struct kg_layout *lay)
{
	for (size_t i = 0; i < F_COUNT; i++) {
		const struct kg_cstruct *s = kg_layout_struct(lay, NULL, fields[i].strct);

		if (!s)
			lay->off[i] = KG_ABSENT;
		else if (!*fields[i].member)
			lay->off[i] = (int32_t)s->size;
		else
			lay->off[i] = kg_cstruct_offset(s, fields[i].member);
	}
}

struct kg_error *kg_layout_create(struct kg_process *proc, struct kg_module *mod, struct kg_version version, bool debug,
				  const char *const *wanted, size_t nwanted, struct kg_layout **ret)
{
	struct kg_layout *lay = calloc(1, sizeof(*lay));
	struct kg_error *err = kg_error_nomem();

	if (!lay)
		return err;
	lay->version = version;
	lay->debug = debug;
	lay->priv = calloc(1, sizeof(*lay->priv));
	if (!lay->priv)
		goto fail;
	lay->priv->proc = proc;
	lay->priv->mod = mod;
	pthread_mutex_init(&lay->priv->lock, NULL);
	err = names_collect(lay->priv, wanted, nwanted);
	if (!err)
		err = source_choose(lay);
	if (err)
		goto fail;
	fields_fill(lay);
	*ret = lay;
	return NULL;
fail:
	kg_layout_destroy(lay);
	return err;
}

void kg_layout_destroy(struct kg_layout *lay)
{
	struct kg_layout_priv *p = lay ? lay->priv : NULL;

	if (p) {
		for (size_t i = 0; i < p->nmods; i++)
			free(p->mods[i].found);
		for (size_t i = 0; p->names && i < p->nnames; i++)
			free(p->names[i]);
		pthread_mutex_destroy(&p->lock);
		free(p->mods);
		free(p->names);
		free(p->found);
		free(p);
	}
	free(lay);
}

/*
 * The structs of another module than the interpreter's: one pass over its DWARF,
 * on the first question. A module without any has an empty row: asked once only.
 */
static const struct kg_cstruct **module_structs(struct kg_layout_priv *p, struct kg_module *mod)
{
	struct module_structs *grown;
	const struct kg_cstruct **found;

	for (size_t i = 0; i < p->nmods; i++)
		if (p->mods[i].mod == mod)
			return p->mods[i].found;
	grown = realloc(p->mods, (p->nmods + 1) * sizeof(*grown));
	if (!grown)
		return NULL;
	p->mods = grown;
	found = calloc(p->nnames, sizeof(*found));
	if (!found)
		return NULL;
	kg_error_destroy(kg_process_structs(p->proc, mod, (const char *const *)p->names, p->nnames, found));
	p->mods[p->nmods++] = (struct module_structs){mod, found};
	return found;
}

static const struct kg_cstruct *from_dwarf(struct kg_layout *lay, size_t i)
{
	return i != SIZE_MAX && lay->priv->found ? lay->priv->found[i] : NULL;
}

static const struct kg_cstruct *from_module(struct kg_layout *lay, struct kg_module *mod, size_t i)
{
	struct kg_layout_priv *p = lay->priv;
	const struct kg_cstruct **found;

	if (i == SIZE_MAX || !mod || mod == p->mod)
		return NULL;
	pthread_mutex_lock(&p->lock);
	found = module_structs(p, mod);
	pthread_mutex_unlock(&p->lock);
	return found ? found[i] : NULL;
}

/*
 * With DWARF the table fills in only what no module describes. Without the
 * interpreter's, the table stands for the whole standard library, so that no two
 * builds mix, and a module is asked only for what is its own.
 */
static const struct kg_cstruct *struct_exact(struct kg_layout *lay, struct kg_module *mod, const char *name)
{
	const struct kg_layout_table *table = lay->priv->table;
	size_t i = name_index(lay->priv, name);
	const struct kg_cstruct *s = from_dwarf(lay, i);

	if (!s && !lay->priv->found && table)
		s = kg_layout_table_struct(table, name);
	if (!s)
		s = from_module(lay, mod, i);
	if (!s && lay->priv->found && table)
		s = kg_layout_table_struct(table, name);
	return s;
}

const struct kg_cstruct *kg_layout_struct(struct kg_layout *lay, struct kg_module *mod, const char *name)
{
	const struct kg_cstruct *s = struct_exact(lay, mod, name);
	const char *alias = s ? NULL : alias_of(name);

	return alias ? struct_exact(lay, mod, alias) : s;
}

const struct kg_cmember *kg_cstruct_member(const struct kg_cstruct *s, const char *member)
{
	for (uint32_t i = 0; i < s->nmembers; i++)
		if (!strcmp(s->members[i].name, member))
			return &s->members[i];
	return NULL;
}

int32_t kg_cstruct_offset(const struct kg_cstruct *s, const char *member)
{
	const struct kg_cmember *m = kg_cstruct_member(s, member);

	return m ? (int32_t)m->offset : KG_ABSENT;
}
