/* Layouts: which source they come from, and look-up by struct and by field. */
#include <pthread.h>
#include <stdio.h>
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
	{"managed_static_type_state", "static_builtin_state"},
};

const char *kg_layout_alias(const char *name)
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

/* "a|b" are two names. */
static bool name_add(struct kg_layout_priv *p, size_t *cap, const char *name)
{
	for (;; name++) {
		size_t len = strcspn(name, "|");
		char *copy = strndup(name, len);
		struct kg_error *err = kg_grow(&p->names, cap, p->nnames, sizeof(*p->names));

		kg_error_destroy(err);
		if (!copy || err) {
			free(copy);
			return false;
		}
		copy[strcspn(copy, "@")] = 0;
		p->names[p->nnames++] = copy;
		name += len;
		if (!*name)
			return true;
	}
}

static struct kg_error *names_collect(struct kg_layout_priv *p, const char *const *wanted, size_t nwanted)
{
	size_t cap = 0;
	bool ok = true;

	for (size_t i = 0; ok && i < F_COUNT; i++)
		ok = name_add(p, &cap, fields[i].strct);
	for (size_t i = 0; ok && i < nwanted; i++)
		ok = name_add(p, &cap, wanted[i]);
	for (size_t i = 0; ok && i < KG_ARRAY_SIZE(aliases); i++)
		ok = name_add(p, &cap, aliases[i][0]) && name_add(p, &cap, aliases[i][1]);
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
	const struct kg_cstruct *s = bsearch(name, t->structs, t->nstructs, sizeof(*t->structs), compare_structs);

	return s || !t->beside ? s : kg_layout_table_struct(t->beside, name);
}

static bool table_holds(const struct kg_layout_table *t, const struct kg_build *b)
{
	return t->major == b->version.major && t->minor == b->version.minor && t->micro_min <= b->version.micro &&
	       b->version.micro <= t->micro_max && t->builds & (b->debug ? KG_BUILD_DEBUG : KG_BUILD_RELEASE);
}

/*
 * How badly a table suits a build: 0 is perfect. The higher the digit, the weightier; debug or release is as much as half a
 * minor version. The size of the runtime's state tells between tables even where none is for this version.
 */
static uint64_t table_distance(const struct kg_layout_table *t, const struct kg_build *b)
{
	enum { OTHER_BUILD = KG_VERSION(0, 1, 0) / 2 };
	const struct kg_cstruct *runtime = kg_layout_table_struct(t, "_PyRuntimeState"), *type = kg_layout_table_struct(t, "PyTypeObject");
	uint32_t own = KG_VERSION(t->major, t->minor, t->micro), wanted = kg_version_number(b->version);
	bool holds = table_holds(t, b);
	bool as_long = b->runtime_size && runtime && runtime->size == b->runtime_size;
	bool other_type = b->type_size && type && type->size != b->type_size;

	return (uint64_t)!holds << 40 | (uint64_t)other_type << 39 | (uint64_t)!as_long << 38 |
	       ((own > wanted ? own - wanted : wanted - own) +
		(t->builds & (b->debug ? KG_BUILD_DEBUG : KG_BUILD_RELEASE) ? 0 : OTHER_BUILD));
}

const struct kg_layout_table *kg_layout_table_choose(const struct kg_build *build, enum kg_machine machine, bool *ret_exact)
{
	const struct kg_layout_table *best = NULL;

	for (size_t i = 0; kg_layout_tables[i]; i++) {
		const struct kg_layout_table *t = kg_layout_tables[i];

		if (t->machine == machine && t->free_threaded == build->free_threaded &&
		    (!best || table_distance(t, build) < table_distance(best, build)))
			best = t;
	}
	*ret_exact = best && table_holds(best, build);
	return best;
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
	char text[24], known[24];

	return kg_error_create(KG_ERR_TARGET,
			       "CPython %s: no debug information and no built-in layout for this kind of build and machine "
			       "(known: %s)%s%s; install its debug package or pass --debug-dir",
			       kg_version_text(v, text), kg_versions_known(known), why ? ": " : "", why ? why->text : "");
}

/* What goes with another version's table is what that version does. */
static void borrow(struct kg_layout *lay, const struct kg_layout_table *t)
{
	const struct kg_version version = {t->major, t->minor, t->micro, 0xf, 0};
	bool exact;

	lay->nearest = true;
	lay->facts = kg_facts_find(version, lay->free_threaded, &exact);
}

/* A table of another version is of use only where there is nothing better. */
static struct kg_error *source_choose(struct kg_layout *lay, const struct kg_build *build)
{
	struct kg_layout_priv *p = lay->priv;
	struct kg_error *why = NULL, *err;
	bool exact;

	p->table = kg_layout_table_choose(build, p->proc->image->machine, &exact);
	err = dwarf_read(p, &why);
	if (p->found && !exact)
		p->table = NULL;
	if (err)
		return err;
	lay->source = p->found ? KG_LAYOUT_DWARF : KG_LAYOUT_TABLE;
	if (!p->found && !p->table)
		err = no_source(lay->version, why);
	else if (!p->found)
		lay->table = p->table->name;
	if (!p->found && p->table && !exact)
		borrow(lay, p->table);
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

struct kg_error *kg_layout_create(struct kg_process *proc, struct kg_module *mod, const struct kg_build *build,
				  const char *const *wanted, size_t nwanted, struct kg_layout **ret)
{
	struct kg_layout *lay = calloc(1, sizeof(*lay));
	struct kg_error *err = kg_error_nomem();
	bool exact;

	if (!lay)
		return err;
	lay->version = build->version;
	lay->debug = build->debug;
	lay->free_threaded = build->free_threaded;
	lay->facts = kg_facts_find(build->version, build->free_threaded, &exact);
	lay->nearest = !exact;
	lay->priv = calloc(1, sizeof(*lay->priv));
	if (!lay->priv)
		goto fail;
	lay->priv->proc = proc;
	lay->priv->mod = mod;
	pthread_mutex_init(&lay->priv->lock, NULL);
	err = names_collect(lay->priv, wanted, nwanted);
	if (!err)
		err = source_choose(lay, build);
	if (err)
		goto fail;
	fields_fill(lay);
	*ret = lay;
	return NULL;
fail:
	kg_layout_destroy(lay);
	return err;
}

static int64_t thread_share(const struct kg_layout *lay, const uint8_t *header)
{
	size_t lo = 0, hi = lay->nshares;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (lay->shares[mid].header < header)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < lay->nshares && lay->shares[lo].header == header ? lay->shares[lo].count : 0;
}

/* Include/refcount.h, Py_REFCNT(): two low bits of the shared count are flags, and it may be negative. */
int64_t kg_layout_split_count(const struct kg_layout *lay, const uint8_t *header)
{
	const int32_t *off = lay->off;
	uint32_t local;
	int64_t shared;

	memcpy(&local, header + off[F_OBJECT_REFCNT], sizeof(local));
	memcpy(&shared, header + off[F_OBJECT_SHARED], sizeof(shared));
	shared >>= 2;
	if (header[off[F_OBJECT_GC_BITS]] & KG_GC_BIT_DEFERRED)
		shared += thread_share(lay, header) - lay->facts->deferred_bias;
	return (int64_t)local + shared;
}

bool kg_layout_kept(const struct kg_layout *lay, const uint8_t *header)
{
	return lay->facts->counting == KG_COUNT_SPLIT && header[lay->off[F_OBJECT_GC_BITS]] & KG_GC_BIT_DEFERRED &&
	       kg_layout_count(lay, header) == 0;
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
	if (lay)
		free(lay->shares);
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
	const struct kg_cstruct *s;
	const char *own = strchr(name, '@');
	char plain[64];

	/* "a@module": the struct a of the module that it is about, whatever others call so. */
	if (own) {
		snprintf(plain, sizeof(plain), "%.*s", (int)(own - name), name);
		i = name_index(lay->priv, plain);
		s = mod == lay->priv->mod ? from_dwarf(lay, i) : from_module(lay, mod, i);
		return s || !table ? s : kg_layout_table_struct(table, name);
	}
	s = from_dwarf(lay, i);

	if (!s && !lay->priv->found && table)
		s = kg_layout_table_struct(table, name);
	if (!s)
		s = from_module(lay, mod, i);
	if (!s && lay->priv->found && table)
		s = kg_layout_table_struct(table, name);
	return s;
}

static const struct kg_cstruct *struct_named(struct kg_layout *lay, struct kg_module *mod, const char *name)
{
	const struct kg_cstruct *s = struct_exact(lay, mod, name);
	const char *alias = s ? NULL : kg_layout_alias(name);

	return alias ? struct_exact(lay, mod, alias) : s;
}

const struct kg_cstruct *kg_layout_struct(struct kg_layout *lay, struct kg_module *mod, const char *name)
{
	const struct kg_cstruct *s = NULL;
	char one[128];

	if (!strchr(name, '|'))
		return struct_named(lay, mod, name);
	for (size_t len; !s && *name; name += len + (name[len] == '|')) {
		len = strcspn(name, "|");
		if (len < sizeof(one)) {
			memcpy(one, name, len);
			one[len] = 0;
			s = struct_named(lay, mod, one);
		}
	}
	return s;
}

static const struct kg_cmember *member_named(const struct kg_cstruct *s, const char *name, size_t len)
{
	for (uint32_t i = 0; i < s->nmembers; i++)
		if (!strncmp(s->members[i].name, name, len) && !s->members[i].name[len])
			return &s->members[i];
	return NULL;
}

const struct kg_cmember *kg_cstruct_member(const struct kg_cstruct *s, const char *member)
{
	const struct kg_cmember *m = NULL;

	for (size_t len; !m && *member; member += len + (member[len] == '|')) {
		len = strcspn(member, "|");
		m = member_named(s, member, len);
	}
	return m;
}

int32_t kg_cstruct_offset(const struct kg_cstruct *s, const char *member)
{
	const struct kg_cmember *m = kg_cstruct_member(s, member);

	return m ? (int32_t)m->offset : KG_ABSENT;
}
