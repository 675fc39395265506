/* The registry of types: which addresses are types, and the tables of what kedge knows. */
#include "heap/heap_priv.h"
#include "heap/instance_priv.h"
#include "heap/types/tables.h"

#include <stdlib.h>

#define FIRST_SLOTS 4096u
#define HEAD_MOST 256		/* bytes of a PyObject: 32 are the most in any build */
#define META_DEPTH 8		/* type of a type of a type ... */
#define BASES_MAX 100000	/* classes on one tp_base chain */
#define SIZE_MAX_SANE (INT64_C(1) << 31)
#define TYPE_SUBCLASS (UINT64_C(1) << 31) /* Py_TPFLAGS_TYPE_SUBCLASS, CPython Include/object.h */

const struct kg_type_group kg_type_groups[] = {
#define GROUP(x) {#x, kg_types_##x, kg_modules_##x, NULL, true},
#include "heap/types/groups.def"
#undef GROUP
};
const size_t kg_type_groups_n = KG_ARRAY_SIZE(kg_type_groups);

static uint32_t hash_text(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s; s++)
		h = (h ^ (uint8_t)*s) * 16777619u;
	return h;
}

/* The place of @name, or of the empty one where it would go. */
static struct kg_taught *taught_at(const struct kg_types *t, const char *name)
{
	for (uint32_t i = hash_text(name);; i++) {
		struct kg_taught *taught = &t->ops[i & t->ops_mask];

		if (!taught->ops || strcmp(taught->ops->name, name) == 0)
			return taught;
	}
}

struct kg_taught kg_types_taught(const struct kg_heap *h, const char *name)
{
	return *taught_at(&h->priv->types, name);
}

const struct kg_type_ops *kg_types_ops(const struct kg_heap *h, const char *name)
{
	return kg_types_taught(h, name).ops;
}

const struct kg_module_ops *kg_types_module_ops(const struct kg_heap *h, const char *name)
{
	const struct kg_types *t = &h->priv->types;

	for (uint32_t i = hash_text(name);; i++) {
		const struct kg_module_ops *ops = t->mods[i & t->mods_mask];

		if (!ops || strcmp(ops->name, name) == 0)
			return ops;
	}
}

bool kg_types_builtin(const struct kg_type_ops *ops)
{
	static const struct kg_type_ops *const groups[] = {kg_types_core, kg_types_code, kg_types_iterators, kg_types_objects};

	for (size_t g = 0; g < KG_ARRAY_SIZE(groups); g++) {
		for (const struct kg_type_ops *o = groups[g]; o->name; o++) {
			if (o == ops)
				return strchr(o->name, '.') == NULL;
		}
	}
	return false;
}

static uint32_t table_mask(size_t n)
{
	uint32_t size = 16;

	while (size < 2 * n)
		size *= 2;
	return size - 1;
}

/* A name that stands twice keeps its first entry. */
static void group_index(struct kg_types *t, uint32_t version, const struct kg_type_group *g, const char *plugin)
{
	for (const struct kg_type_ops *o = g->types; o->name; o++) {
		struct kg_taught *taught = taught_at(t, o->name);

		if (kg_version_within(version, o->since, o->until) && !taught->ops)
			*taught = (struct kg_taught){o, plugin};
	}
	for (const struct kg_module_ops *m = g->modules; m && m->name; m++) {
		uint32_t i = hash_text(m->name);

		if (!kg_version_within(version, m->since, m->until))
			continue;
		while (t->mods[i & t->mods_mask])
			i++;
		t->mods[i & t->mods_mask] = m;
	}
}

static void group_count(const struct kg_type_group *g, size_t *nops, size_t *nmods)
{
	for (const struct kg_type_ops *o = g->types; o->name; o++)
		++*nops;
	for (const struct kg_module_ops *m = g->modules; m && m->name; m++)
		++*nmods;
}

bool kg_heap_asks(const struct kg_heap *h, const struct kg_type_group *g)
{
	int32_t head = h->rt->layout->off[F_OBJECT_SIZE];

	return head == KG_HEAD || (g->any_head && head > KG_HEAD && head <= HEAD_MOST);
}

/* kedge's own first: a plugin does not change what is CPython's. */
static struct kg_error *names_index(struct kg_heap *h)
{
	uint32_t version = kg_version_number(h->rt->layout->version);
	const struct kg_type_group *plugins = h->priv->plugins;
	struct kg_types *t = &h->priv->types;
	size_t nops = 0, nmods = 0, nplugins = h->priv->nplugins;

	for (size_t g = 0; g < kg_type_groups_n; g++)
		group_count(&kg_type_groups[g], &nops, &nmods);
	for (size_t g = 0; g < nplugins; g++)
		group_count(&plugins[g], &nops, &nmods);
	t->ops_mask = table_mask(nops);
	t->mods_mask = table_mask(nmods);
	t->ops = calloc(t->ops_mask + 1, sizeof(*t->ops));
	t->mods = calloc(t->mods_mask + 1, sizeof(*t->mods));
	if (!t->ops || !t->mods)
		return kg_error_nomem();
	for (size_t g = 0; g < kg_type_groups_n; g++)
		group_index(t, version, &kg_type_groups[g], NULL);
	for (size_t g = 0; g < nplugins; g++) {
		if (kg_heap_asks(h, &plugins[g]))
			group_index(t, version, &plugins[g], plugins[g].name);
	}
	return NULL;
}

static struct kg_type_table *table_create(uint32_t slots, struct kg_type_table *older)
{
	struct kg_type_table *t = calloc(1, sizeof(*t) + slots * sizeof(t->slots[0]));

	if (t) {
		t->mask = slots - 1;
		t->older = older;
	}
	return t;
}

static void table_put(struct kg_type_table *t, struct kg_type *type)
{
	uint32_t i = kg_type_hash(type->addr) & t->mask;

	while (t->slots[i].addr)
		i = (i + 1) & t->mask;
	t->slots[i].type = type;
	__atomic_store_n(&t->slots[i].addr, type->addr, __ATOMIC_RELEASE);
}

/* Makes room for one more. Readers go on with the old table until they load the new one. */
static bool table_grow(struct kg_types *t)
{
	struct kg_type_table *bigger;

	if (t->n < t->table->mask / 2)
		return true;
	bigger = table_create((t->table->mask + 1) * 2, t->table);
	if (!bigger)
		return false;
	for (uint32_t i = 0; i < t->n; i++)
		table_put(bigger, t->list[i]);
	__atomic_store_n(&t->table, bigger, __ATOMIC_RELEASE);
	return true;
}

/* The bytes of a type object that could be one, by its own numbers alone. */
static bool type_bytes(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_obj o = {.addr = addr};
	char name[8];

	if (addr & 7)
		return false;
	o.p = kg_image_avail(h->image, addr, &o.avail);
	if (o.avail < (uint64_t)off[F_TYPE_SIZE])
		return false;
	if (kg_layout_count(h->rt->layout, o.p) <= 0 && !kg_layout_kept(h->rt->layout, o.p))
		return false;
	if (kg_obj_i64(o, off[F_TYPE_BASICSIZE]) < off[F_OBJECT_SIZE] ||
	    kg_obj_i64(o, off[F_TYPE_BASICSIZE]) > SIZE_MAX_SANE || kg_obj_i64(o, off[F_TYPE_ITEMSIZE]) < 0 ||
	    kg_obj_i64(o, off[F_TYPE_ITEMSIZE]) > SIZE_MAX_SANE)
		return false;
	/* The file of an extension module may be missing: its types have no names then, and are types all the same. */
	if (!kg_image_span(h->image, kg_obj_addr(o, off[F_TYPE_NAME]), sizeof(name) / 4) &&
	    (kg_obj_addr(o, off[F_OBJECT_TYPE]) != h->rt->type_type || !kg_image_left_out(h->image, kg_obj_addr(o, off[F_TYPE_NAME]))))
		return false;
	*ret = o;
	return true;
}

static struct kg_type *add_one(struct kg_heap *h, kg_addr addr, unsigned int depth);

/* Is what @addr has for a type a metatype? */
static bool type_plausible(struct kg_heap *h, kg_addr addr, unsigned int depth, struct kg_obj *ret)
{
	const int32_t *off = h->rt->layout->off;
	const struct kg_type *meta;
	kg_addr metatype;

	if (!type_bytes(h, addr, ret))
		return false;
	metatype = kg_obj_addr(*ret, off[F_OBJECT_TYPE]);
	/* `type` itself is the end of every such chain, and has a base that is made by it. */
	if (metatype == h->rt->type_type)
		return true;
	meta = kg_types_find(h->priv->types.table, metatype);
	if (!meta && depth < META_DEPTH)
		meta = add_one(h, metatype, depth + 1);
	return meta && meta->is_metatype;
}

static struct kg_type *insert(struct kg_heap *h, struct kg_obj o)
{
	struct kg_types *types = &h->priv->types;
	struct kg_type *t = calloc(1, sizeof(*t));

	if (!t || types->n == KG_TYPES_MAX || !table_grow(types)) {
		free(t);
		return NULL;
	}
	t->addr = o.addr;
	t->index = types->n;
	if (!kg_type_compile(h, t)) {
		free(t);
		return NULL;
	}
	types->list[types->n] = t;
	__atomic_store_n(&types->n, types->n + 1, __ATOMIC_RELEASE); /* readers of the counts need no lock */
	table_put(types->table, t);
	return t;
}

/*
 * Adds the type at @addr and, before it, those of its bases that are not known
 * yet: from the last one back, so that each finds its base already compiled.
 */
static struct kg_type *add_one(struct kg_heap *h, kg_addr addr, unsigned int depth)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_type *t = NULL;
	kg_addr *chain = NULL;
	size_t n = 0, cap = 0;
	struct kg_obj o;

	for (kg_addr a = addr; a && !kg_types_find(h->priv->types.table, a) && n < BASES_MAX;
	     a = kg_obj_addr(o, off[F_TYPE_BASE])) {
		if (!type_plausible(h, a, depth, &o)) {
			n = 0;
			break;
		}
		if (n == cap) {
			kg_addr *more = realloc(chain, (cap = cap ? 2 * cap : 16) * sizeof(*chain));

			if (!more) {
				n = 0;
				break;
			}
			chain = more;
		}
		chain[n++] = a;
	}
	while (n > 0) {
		/* A metatype looked at on the way may have brought this one in already. */
		t = kg_types_find(h->priv->types.table, chain[--n]);
		if (!t && type_bytes(h, chain[n], &o))
			t = insert(h, o);
		if (!t)
			break;
	}
	free(chain);
	return n == 0 ? t : NULL;
}

/*
 * Compiling a type reads objects (its __module__ can be any), which look for their own type: that may be a type
 * nobody has met, and this thread holds the lock.
 */
static bool adding_here(const struct kg_types *types)
{
	return __atomic_load_n(&types->adding, __ATOMIC_ACQUIRE) &&
	       pthread_equal(__atomic_load_n(&types->adder, __ATOMIC_RELAXED), pthread_self());
}

struct kg_type *kg_types_lookup_slow(struct kg_heap *h, kg_addr addr)
{
	struct kg_types *types = &h->priv->types;
	const int32_t *off = h->rt->layout->off;
	const struct kg_type *meta;
	struct kg_type *t;
	struct kg_obj o;

	/* Most words that are looked up in vain point to an object whose type is known and makes no types. */
	if (!type_bytes(h, addr, &o))
		return NULL;
	meta = kg_types_find(__atomic_load_n(&types->table, __ATOMIC_ACQUIRE), kg_obj_addr(o, off[F_OBJECT_TYPE]));
	if (meta && !meta->is_metatype)
		return NULL;
	if (adding_here(types))
		return kg_types_find(types->table, addr);
	pthread_mutex_lock(&types->lock);
	__atomic_store_n(&types->adder, pthread_self(), __ATOMIC_RELAXED);
	__atomic_store_n(&types->adding, true, __ATOMIC_RELEASE);
	t = kg_types_find(types->table, addr);
	if (!t)
		t = add_one(h, addr, 0);
	__atomic_store_n(&types->adding, false, __ATOMIC_RELEASE);
	pthread_mutex_unlock(&types->lock);
	return t;
}

/*
 * Up to 3.10 a key table of any objects is told by its look-up function, which is static. The dict in
 * which `object` keeps its subclasses has numbers for keys, so it surely has that function.
 * CPython 3.9 Objects/typeobject.c add_subclass()
 */
static kg_addr lookdict_learn(const struct kg_heap *h)
{
	const struct kg_runtime *rt = h->rt;
	const int32_t *off = rt->layout->off;
	const enum kg_field path[] = {F_TYPE_BASE, F_TYPE_SUBCLASSES, F_DICT_KEYS, F_KEYS_LOOKUP};
	uint64_t at = rt->type_type;

	for (size_t i = 0; i < KG_ARRAY_SIZE(path) && at; i++) {
		struct kg_error *err = kg_layout_has(rt->layout, path[i]) ?
					       kg_image_read_u64(rt->image, at + (kg_addr)off[path[i]], &at) :
					       kg_error_create(KG_ERR_NOTFOUND, "no such member");

		if (err)
			at = 0;
		kg_error_destroy(err);
	}
	return at;
}

/* The core has no bytes for the type of types, or none for its name: most often the interpreter's file is missing. */
static struct kg_error *no_type(const struct kg_heap *h)
{
	const char *note = h->rt->module->note;
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_escape(&sb, note ? note : "", note ? strlen(note) : 0);
	err = kg_error_at(KG_ERR_TARGET, h->rt->type_type,
			  "the object `type` at 0x%llx cannot be read: the core lacks the interpreter's data%s%s%s",
			  (unsigned long long)h->rt->type_type, note ? ", and " : "", kg_strbuf_text(&sb),
			  note ? "; pass --exe or --sysroot" : "");
	kg_strbuf_deinit(&sb);
	return err;
}

struct kg_error *kg_types_init(struct kg_heap *h)
{
	struct kg_types *types = &h->priv->types;
	const struct kg_type *type;
	struct kg_error *err;

	pthread_mutex_init(&types->lock, NULL);
	err = kg_pages_init(&types->list_mem, (KG_TYPES_MAX + 1) * sizeof(struct kg_type *));
	if (err)
		return err;
	types->list = types->list_mem.mem;
	err = kg_pages_init(&h->priv->laid_mem, (KG_TYPES_MAX + 1) * sizeof(*h->priv->laid));
	if (err)
		return err;
	h->priv->laid = h->priv->laid_mem.mem;
	types->table = table_create(FIRST_SLOTS, NULL);
	if (!types->table)
		return kg_error_nomem();
	err = names_index(h);
	if (err)
		return err;
	h->priv->lookdict = lookdict_learn(h);
	type = kg_types_lookup_slow(h, h->rt->type_type);
	/* Without the names of the interpreter's own types nothing can be told apart. */
	return type && strcmp(type->tp_name, "type") == 0 ? NULL : no_type(h);
}

void kg_types_deinit(struct kg_heap *h)
{
	struct kg_types *types = &h->priv->types;

	kg_laids_deinit(h);
	for (uint32_t i = 0; i < types->n; i++) {
		struct kg_type *t = types->list[i];

		free((char *)t->name);
		free((char *)t->tp_name);
		free((struct kg_step *)t->steps);
		free(t);
	}
	while (types->table) {
		struct kg_type_table *older = types->table->older;

		free(types->table);
		types->table = older;
	}
	kg_pages_deinit(&types->list_mem);
	free(types->ops);
	free(types->mods);
	pthread_mutex_destroy(&types->lock);
}

static bool name_known(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

/* Called for each struct name that a table mentions. */
static struct kg_error *wanted_add(const char ***names, size_t *n, size_t *cap, const char *name)
{
	if (!name || name_known(*names, *n, name))
		return NULL;
	if (*n == *cap) {
		size_t more = *cap ? 2 * *cap : 256;
		const char **p = realloc(*names, more * sizeof(*p));

		if (!p)
			return kg_error_nomem();
		*names = p;
		*cap = more;
	}
	(*names)[(*n)++] = name;
	return NULL;
}

struct wanted {
	const char **names;
	size_t n, cap;
};

static struct kg_error *wanted_group(struct wanted *w, const struct kg_type_group *g)
{
	struct kg_error *err = NULL;

	for (const struct kg_type_ops *o = g->types; o->name && !err; o++) {
		err = wanted_add(&w->names, &w->n, &w->cap, o->strct);
		for (const struct kg_field_name *f = o->fields; f && f->strct && !err; f++)
			err = wanted_add(&w->names, &w->n, &w->cap, f->strct);
	}
	for (const struct kg_module_ops *m = g->modules; m && m->name && !err; m++) {
		err = wanted_add(&w->names, &w->n, &w->cap, m->strct);
		if (!err)
			err = wanted_add(&w->names, &w->n, &w->cap, m->parts);
	}
	return err;
}

struct kg_error *kg_heap_wanted_structs(const struct kg_type_group *plugins, size_t nplugins, const char *const **ret_names,
					size_t *ret_n)
{
	struct wanted w = {0};
	struct kg_error *err = NULL;

	for (size_t g = 0; g < kg_type_groups_n && !err; g++)
		err = wanted_group(&w, &kg_type_groups[g]);
	for (size_t g = 0; g < nplugins && !err; g++)
		err = wanted_group(&w, &plugins[g]);
	if (err) {
		free(w.names);
		return err;
	}
	*ret_names = w.names;
	*ret_n = w.n;
	return NULL;
}
