/*
 * What a type means for its instances, read once from the type object: where
 * slots and dict are, which C base has the traverse function, who visits the class.
 */
#include "heap/heap_priv.h"

#include <stdio.h>
#include <stdlib.h>

/* CPython Include/object.h and Include/structmember.h */
#define FLAG_INLINE_VALUES (UINT64_C(1) << 2)
#define FLAG_HEAPTYPE (UINT64_C(1) << 9)
#define FLAG_HAVE_GC (UINT64_C(1) << 14)
#define FLAG_TYPE_SUBCLASS (UINT64_C(1) << 31)
#define MEMBER_OBJECT_EX 16
#define MEMBER_AFTER_ITEMS 16 /* _Py_AFTER_ITEMS, CPython 3.15 Include/descrobject.h */

#define NAME_MAX_BYTES 1000
#define SLOTS_MAX 100000

static bool text_at(const struct kg_heap *h, kg_addr addr, char *buf, size_t cap)
{
	struct kg_error *err = kg_image_read_cstr(h->image, addr, buf, cap);

	kg_error_destroy(err);
	return !err;
}

/* tp_name; where the file that has it is missing the name of the C variable, or the address, behind a question mark. */
static bool type_text(const struct kg_heap *h, struct kg_obj o, char *buf, size_t cap)
{
	kg_addr at = kg_obj_addr(o, h->rt->layout->off[F_TYPE_NAME]);
	uint64_t offset = 0;
	const char *symbol;

	if (text_at(h, at, buf, cap))
		return true;
	if (!kg_image_left_out(h->image, at))
		return false;
	symbol = kg_process_symbolize(h->rt->proc, o.addr, &offset);
	if (symbol && !offset)
		snprintf(buf, cap, "?%.*s", (int)strcspn(symbol, "."), symbol); /* without what link-time optimization adds */
	else
		snprintf(buf, cap, "?0x%llx", (unsigned long long)o.addr);
	return true;
}

/* As type.__module__ and type.__qualname__ (CPython Objects/typeobject.c type_module, type_qualname). */
static void heap_type_name(const struct kg_heap *h, struct kg_obj o, const char *tp_name, struct kg_strbuf *sb)
{
	const int32_t *off = h->rt->layout->off;
	struct kg_strbuf raw = {0};
	kg_addr module = 0;

	kg_dict_get_str(h, kg_obj_addr(o, off[F_TYPE_DICT]), "__module__", &module);
	if (module && kg_heap_text(h, module, NAME_MAX_BYTES, &raw) && strcmp(kg_strbuf_text(&raw), "builtins") != 0) {
		kg_strbuf_escape(sb, kg_strbuf_text(&raw), raw.len);
		kg_strbuf_putc(sb, '.');
	}
	kg_strbuf_reset(&raw);
	if (kg_heap_text(h, kg_obj_addr(o, off[F_HEAPTYPE_QUALNAME]), NAME_MAX_BYTES, &raw))
		kg_strbuf_escape(sb, kg_strbuf_text(&raw), raw.len);
	else
		kg_strbuf_escape(sb, tp_name, strlen(tp_name));
	kg_strbuf_deinit(&raw);
}

static bool is_heap_type(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;

	return kg_obj_u64(o, off[F_TYPE_FLAGS]) & FLAG_HEAPTYPE && o.avail >= (uint64_t)off[F_HEAPTYPE_SIZE];
}

bool kg_type_full_name(const struct kg_heap *h, struct kg_obj o, struct kg_strbuf *sb)
{
	static const char builtins[] = "builtins.";
	char tp_name[NAME_MAX_BYTES];
	const char *text = tp_name;

	if (o.avail < (uint64_t)h->rt->layout->off[F_TYPE_SIZE] ||
	    !type_text(h, o, tp_name, sizeof(tp_name)))
		return false;
	if (is_heap_type(h, o)) {
		heap_type_name(h, o, tp_name, sb);
		return true;
	}
	if (strncmp(text, builtins, strlen(builtins)) == 0 && !strchr(text + strlen(builtins), '.'))
		text += strlen(builtins);
	kg_strbuf_escape(sb, text, strlen(text));
	return true;
}

/*
 * Made by a class statement or a call of type(): then tp_name points into the
 * UTF-8 text of ht_name (CPython 3.11 Objects/typeobject.c type_new_set_names,
 * type_set_name); PyType_FromSpec copies the name or keeps the C literal.
 */
static bool made_by_class(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;
	kg_addr tp_name = kg_obj_addr(o, off[F_TYPE_NAME]), name = kg_obj_addr(o, off[F_HEAPTYPE_NAME]);
	struct kg_str s;
	kg_addr utf8;

	if (!kg_str_read(h, name, &s))
		return false;
	if (s.ascii)
		return tp_name == name + (kg_addr)off[F_ASCII_SIZE];
	if (kg_image_read_u64(h->image, name + (kg_addr)off[F_COMPACT_UTF8], &utf8))
		return false;
	return utf8 && tp_name == utf8;
}

/*
 * subtype_traverse, which type() gives to all classes that it makes, is learned from the first that is met for certain.
 * A metaclass in C may give its classes a function of its own afterwards (PyTorch 1.13
 * torch/csrc/autograd/python_variable.cpp, THPVariableMetaType_init): such a class goes by that, whichever is met first.
 */
static bool has_subtype_traverse(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o)
{
	struct kg_types *types = &h->priv->types;
	bool ours = t->heap_type && made_by_class(h, o);

	if (!t->gc)
		return ours;
	if (!types->subtype_traverse) {
		ours = ours && kg_process_module(h->rt->proc, t->traverse) == h->rt->module;
		if (ours && kg_obj_addr(o, h->rt->layout->off[F_OBJECT_TYPE]) == h->rt->type_type)
			types->subtype_traverse = t->traverse;
		return ours;
	}
	return t->traverse == types->subtype_traverse && t->next_base;
}

static const struct kg_type_ops *structseq_ops(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o)
{
	kg_addr dict = kg_type_dict(h, o.addr), v;

	if (!t->next_base || strcmp(t->next_base->tp_name, "tuple") != 0)
		return NULL;
	if (!kg_dict_get_str(h, dict, "n_sequence_fields", &v) || !kg_dict_get_str(h, dict, "n_fields", &v))
		return NULL;
	return kg_types_ops(h, "structseq");
}

/*
 * Who knows this C type: an entry of its own name; or, where it has the traverse
 * function of its base, what knows the base; or, where it adds no bytes to a base
 * that is no container, the same.
 */
static struct kg_taught find_ops(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o, const char *tp_name,
				 const struct kg_module *mod)
{
	struct kg_taught taught = kg_types_taught(h, tp_name);
	const struct kg_type *b = t->next_base;

	/* Cython has types of its own called "generator" and "coroutine". */
	if (taught.ops && !taught.ops->python_class && (mod == h->rt->module || !kg_types_builtin(taught.ops)))
		return taught;
	taught = (struct kg_taught){structseq_ops(h, t, o), NULL};
	if (!taught.ops && b &&
	    (t->traverse ? b->traverse == t->traverse : b->basicsize == t->basicsize && !b->traverse))
		taught = (struct kg_taught){b->ops, b->plugin};
	/* One of its own shows what it shows, and what the base hides it hides as well. */
	if (!taught.ops && b && t->gc && t->traverse && b->native == b && b->ops && b->ops->traverse_shows)
		taught = (struct kg_taught){b->ops, b->plugin};
	return taught;
}

/* Who knows a class made in Python, or the nearest one above it. */
static void find_class_ops(const struct kg_heap *h, struct kg_type *t)
{
	struct kg_taught own = kg_types_taught(h, t->name);

	if (t->python_class && own.ops && own.ops->python_class) {
		t->class_ops = own.ops;
		t->class_plugin = own.plugin;
	} else if (t->next_base) {
		t->class_ops = t->next_base->class_ops;
		t->class_plugin = t->next_base->class_plugin;
	}
}

/* The module whose code works on instances: its DWARF has their struct. */
static struct kg_module *code_module(const struct kg_heap *h, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;
	const int32_t where[] = {off[F_TYPE_TRAVERSE], off[F_TYPE_DEALLOC], off[F_TYPE_REPR]};
	struct kg_module *mod;

	for (size_t i = 0; i < KG_ARRAY_SIZE(where); i++) {
		mod = kg_process_module(h->rt->proc, kg_obj_addr(o, where[i]));
		if (mod && mod != h->rt->module)
			return mod;
	}
	return h->rt->module;
}

/* An offset that a plugin states, where objects begin with @more bytes than it counts on. Large ones stay: they are checked next. */
static int32_t at_more(int32_t at, int32_t more)
{
	return at < INT32_MAX - more ? at + more : at;
}

/* How far what the tables of @plugin state of objects moves; kedge's own state nothing. */
static int32_t head_more(const struct kg_heap *h, const char *plugin)
{
	return plugin ? h->rt->layout->off[F_OBJECT_SIZE] - KG_HEAD : 0;
}

/* Is @strct the struct of objects, those of a type that the same plugin teaches? */
static bool is_objects(const struct kg_heap *h, const char *plugin, const char *strct)
{
	for (size_t g = 0; plugin && g < h->priv->nplugins; g++) {
		if (strcmp(h->priv->plugins[g].name, plugin) != 0)
			continue;
		for (const struct kg_type_ops *o = h->priv->plugins[g].types; o->name; o++) {
			if (o->strct && strcmp(o->strct, strct) == 0)
				return true;
		}
	}
	return false;
}

/* The struct that a table names, for a member that has an offset to fall back on: not one that merely has its name. */
static const struct kg_cstruct *struct_meant(const struct kg_cstruct *s, int32_t at, int64_t size)
{
	return s && (at <= 0 || (int64_t)s->size == size) ? s : NULL;
}

static bool step_compile(const struct kg_cstruct *s, const struct kg_member *m, int32_t more, struct kg_step *ret)
{
	const struct kg_cmember *c = s ? kg_cstruct_member(s, m->member) : NULL;

	*ret = (struct kg_step){.how = (uint8_t)m->how, .label = m->label, .offset = m->at > 0 ? at_more(m->at, more) : 0, .n = 1};
	if (!c)
		return m->at > 0 && !s;
	ret->offset = (int32_t)c->offset;
	ret->n = c->elem ? (uint16_t)(c->size / c->elem) : 1;
	if (m->count) {
		const struct kg_cmember *count = kg_cstruct_member(s, m->count);

		if (!count)
			return false;
		ret->count_offset = (int32_t)count->offset;
		ret->count_size = (int32_t)count->size;
	}
	return true;
}

bool kg_members_compile(struct kg_heap *h, struct kg_module *mod, const char *strct, const struct kg_member *members,
			int32_t more, int64_t limit, struct kg_step **ret_steps, uint32_t *ret_n)
{
	const struct kg_cstruct *s = strct ? kg_layout_struct(h->rt->layout, mod, strct) : NULL;
	uint32_t n = 0, version = kg_version_number(h->rt->layout->version);
	struct kg_step *steps;

	for (const struct kg_member *m = members; m && m->how != KG_M_END; m++)
		n++;
	steps = calloc(n + 1, sizeof(*steps));
	if (!steps)
		return false;
	n = 0;
	for (const struct kg_member *m = members; m && m->how != KG_M_END; m++) {
		if (!kg_version_within(version, m->since, m->until))
			continue;
		if (m->how == KG_M_TYPE || m->how == KG_M_BASE || m->how == KG_M_MANAGED) {
			steps[n++] = (struct kg_step){.how = (uint8_t)m->how, .label = m->how == KG_M_BASE ? m->member : m->label};
		} else if (!step_compile(struct_meant(s, m->at, limit), m, more, &steps[n])) {
			/* A version kedge knows lacks what its own debug information or table lacks; of others one cannot say. */
			if (s && (m->optional || !h->rt->layout->nearest))
				continue;
			free(steps);
			return false;
		} else if (steps[n].offset + 8 * (int64_t)(steps[n].n ? steps[n].n : 1) > limit) {
			if (m->optional && m->at)
				continue;
			free(steps);
			return false;
		} else {
			n++;
		}
	}
	*ret_steps = steps;
	*ret_n = n;
	return true;
}

/* Decoders read fields of the instance itself without asking again. An array right after it is bounded by them. */
static bool field_inside(const struct kg_cstruct *s, const char *member, int64_t basicsize)
{
	const struct kg_cmember *c = kg_cstruct_member(s, member);

	return !c || (int64_t)c->offset + c->size <= basicsize || (c->elem && c->offset == basicsize);
}

/* Of a field whose struct is not known. */
static int32_t field_stated(const struct kg_heap *h, const struct kg_type *t, const struct kg_field_name *f)
{
	if (f->at <= 0)
		return KG_ABSENT;
	return is_objects(h, t->plugin, f->strct) ? at_more(f->at, head_more(h, t->plugin)) : f->at;
}

static bool fields_compile(struct kg_heap *h, struct kg_module *mod, struct kg_type *t)
{
	unsigned int i = 0;

	for (unsigned int k = 0; k < KG_TYPE_FIELDS; k++)
		t->field[k] = KG_ABSENT;
	for (const struct kg_field_name *f = t->ops->fields; f && f->strct && i < KG_TYPE_FIELDS; f++, i++) {
		const struct kg_cstruct *s = kg_layout_struct(h->rt->layout, mod, f->strct);

		if (t->ops->strct && strcmp(f->strct, t->ops->strct) == 0)
			s = struct_meant(s, f->at, t->basicsize);
		t->field[i] = !s ? field_stated(h, t, f) : f->member[0] ? kg_cstruct_offset(s, f->member) : (int32_t)s->size;
		if (t->field[i] == KG_ABSENT && !f->optional)
			return false;
		if (s && t->ops->strct && strcmp(f->strct, t->ops->strct) == 0 && !field_inside(s, f->member, t->basicsize))
			return false;
	}
	return true;
}

/*
 * Instances of a static type hold no reference to it: in older versions many are that became heap types since. And
 * some had a dict of their own before it was managed.
 */
static void steps_drop(const struct kg_heap *h, struct kg_type *t, struct kg_step *steps)
{
	bool managed = t->flags & KG_FLAG_MANAGED_DICT & kg_facts(h)->preheader_flags;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < t->nsteps; i++) {
		if ((steps[i].how != KG_M_TYPE || t->heap_type) && (steps[i].how != KG_M_MANAGED || managed))
			steps[kept++] = steps[i];
	}
	t->nsteps = kept;
}

/* Does the type show the class of its instances, without its table saying so? */
static bool class_implied(const struct kg_heap *h, const struct kg_type *t)
{
	const struct kg_type *own = t;

	/* A static type's function, inherited, knows nothing of heap types. */
	while (own->next_base && own->next_base->traverse == t->traverse)
		own = own->next_base;
	if (!own->heap_type)
		return false;
	return kg_facts(h)->native_class_visit && t->heap_type && t->gc && t->ops && !t->beside && !t->ops->class_shown &&
	       !t->ops->class_hidden;
}

/* A C type: its members, if anybody knows them. */
static bool compile_native(struct kg_heap *h, struct kg_type *t, struct kg_obj o, const char *tp_name)
{
	struct kg_module *mod = code_module(h, o);
	struct kg_step *steps = NULL;
	struct kg_taught taught;
	bool visits = false;

	t->native = t;
	taught = find_ops(h, t, o, tp_name, mod);
	t->ops = taught.ops;
	t->plugin = taught.plugin;
	if (t->ops && (!fields_compile(h, mod, t) ||
		       !kg_members_compile(h, mod, t->ops->strct, t->ops->members, head_more(h, t->plugin),
					   t->basicsize, &steps, &t->nsteps))) {
		t->ops = NULL;
		t->plugin = NULL;
		t->nsteps = 0;
	}
	t->steps = steps;
	t->beside = t->ops && t->ops->traverse_shows && t->gc && t->traverse;
	steps_drop(h, t, steps);
	for (uint32_t i = 0; i < t->nsteps; i++)
		visits = visits || t->steps[i].how == KG_M_TYPE;
	if (class_implied(h, t) && !visits) {
		steps = steps ? steps : calloc(1, sizeof(*steps)); /* else there is room for one more */
		if (!steps)
			return false;
		steps[t->nsteps++] = (struct kg_step){.how = KG_M_TYPE, .label = "__class__"};
		t->steps = steps;
		visits = true;
	}
	t->counts_class = t->heap_type && !visits && !(t->ops && t->ops->class_shown);
	t->emulated = (!t->ops || t->beside) && t->gc && t->traverse && h->priv->emulate;
	t->asks_gc = t->emulated && !t->is_metatype ? kg_obj_addr(o, h->rt->layout->off[F_TYPE_IS_GC]) : 0;
	t->leaf = t->ops && t->nsteps == 0 && !t->ops->edges && !t->heap_type && !t->beside;
	return true;
}

/* The slots of one class: PyMemberDef records right after the type object proper. */
static bool slots_compile(const struct kg_heap *h, const struct kg_type *c, struct kg_step *steps, uint32_t *n, uint32_t cap)
{
	const int32_t *off = h->rt->layout->off;
	const struct kg_type *meta;
	struct kg_obj o;
	int64_t count, base;
	const uint8_t *p;

	o.addr = c->addr;
	o.p = kg_image_avail(h->image, c->addr, &o.avail);
	if (!o.p)
		return false;
	count = kg_obj_i64(o, off[F_VAR_SIZE]);
	meta = kg_types_find(h->priv->types.table, kg_obj_addr(o, off[F_OBJECT_TYPE]));
	base = meta ? meta->basicsize : off[F_HEAPTYPE_SIZE];
	if (count < 0 || count > SLOTS_MAX || o.avail < (uint64_t)(base + count * off[F_MEMBERDEF_SIZE]))
		return false;
	p = o.p + base;
	for (int64_t i = 0; i < count; i++, p += off[F_MEMBERDEF_SIZE]) {
		struct kg_obj m = {.p = p};
		int64_t at = kg_obj_i64(m, off[F_MEMBERDEF_OFFSET]);
		kg_addr name = kg_obj_addr(m, off[F_MEMBERDEF_NAME]);

		if (kg_obj_u32(m, off[F_MEMBERDEF_TYPE]) != MEMBER_OBJECT_EX)
			continue;
		if (at < off[F_OBJECT_SIZE] || at + 8 > c->basicsize || *n == cap)
			return false;
		steps[(*n)++] = (struct kg_step){.how = kg_obj_u32(m, off[F_MEMBERDEF_FLAGS]) & MEMBER_AFTER_ITEMS ? KG_M_VISIT_AFTER
														    : KG_M_VISIT,
						  .n = 1, .offset = (int32_t)at, .slot_name = name};
	}
	return true;
}

static bool compile_class(struct kg_heap *h, struct kg_type *t, uint64_t flags)
{
	const struct kg_type *native = t->next_base;
	uint32_t cap = 0;
	struct kg_step *steps;

	while (native && native->python_class)
		native = native->next_base;
	if (!native)
		return false;
	t->native = native;
	cap = (uint32_t)(t->basicsize / 8);
	steps = calloc(cap + 1, sizeof(*steps));
	if (!steps)
		return false;
	for (const struct kg_type *c = t; c != native; c = c->next_base) {
		if (!slots_compile(h, c, steps, &t->nsteps, cap)) {
			free(steps);
			return false;
		}
	}
	t->steps = steps;
	if (flags & KG_FLAG_MANAGED_DICT & kg_facts(h)->preheader_flags && t->dictoffset != native->dictoffset)
		t->dict_mode = KG_DICT_MANAGED;
	else if (t->dictoffset != native->dictoffset && t->dictoffset != 0)
		t->dict_mode = KG_DICT_POINTER;
	t->visits_class = t->heap_type && (kg_facts(h)->class_visit == KG_CLASS_ALWAYS || !native->traverse || !native->heap_type);
	t->counts_class = t->heap_type && !t->visits_class && native->counts_class;
	return true;
}

static void cached_keys(const struct kg_heap *h, struct kg_type *t, struct kg_obj o)
{
	kg_addr keys = kg_obj_addr(o, h->rt->layout->off[F_HEAPTYPE_CACHED_KEYS]);
	struct kg_keys k;
	struct kg_error *err;

	if (!keys)
		return;
	err = kg_keys_read(h, keys, &k);
	if (!err && k.kind != KG_KEYS_GENERAL) {
		t->cached_keys = keys;
		t->cached_n = (uint32_t)k.n;
		t->cached_entries = k.entries;
	}
	kg_error_destroy(err);
}

/* The numbers of the type object. */
static void read_numbers(const struct kg_heap *h, struct kg_type *t, struct kg_obj o)
{
	const int32_t *off = h->rt->layout->off;

	t->flags = kg_obj_u64(o, off[F_TYPE_FLAGS]);
	t->basicsize = kg_obj_i64(o, off[F_TYPE_BASICSIZE]);
	t->itemsize = kg_obj_i64(o, off[F_TYPE_ITEMSIZE]);
	t->dictoffset = kg_obj_i64(o, off[F_TYPE_DICTOFFSET]);
	t->weaklistoffset = kg_obj_i64(o, off[F_TYPE_WEAKLISTOFFSET]);
	t->traverse = kg_obj_addr(o, off[F_TYPE_TRAVERSE]);
	t->base = kg_obj_addr(o, off[F_TYPE_BASE]);
	t->mro = kg_obj_addr(o, off[F_TYPE_MRO]);
	t->finalizes = kg_obj_addr(o, off[F_TYPE_FINALIZE]) || kg_obj_addr(o, off[F_TYPE_DEL]);
	t->gc = t->flags & FLAG_HAVE_GC;
	t->heap_type = is_heap_type(h, o);
	t->is_metatype = t->flags & FLAG_TYPE_SUBCLASS;
	t->inline_values = kg_facts(h)->values == KG_VALUES_INLINE && t->flags & FLAG_INLINE_VALUES;
	t->presize = (t->gc && kg_facts(h)->gc_lists ? (uint32_t)off[F_GCHEAD_SIZE] : 0) + (t->flags & kg_facts(h)->preheader_flags ? 16 : 0);
	t->next_base = t->base ? kg_types_find(h->priv->types.table, t->base) : NULL;
}

/* A Python class between here and the C type may say its size itself, or a C type that nobody knows. */
static bool overrides_sizeof(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o)
{
	kg_addr v;

	if (!t->python_class && t->ops)
		return false;
	if (t->next_base && t->next_base->sizeof_override)
		return true;
	return (t->heap_type || !t->python_class) &&
	       kg_dict_get_str(h, kg_obj_addr(o, h->rt->layout->off[F_TYPE_DICT]), "__sizeof__", &v);
}

/* Where the items of common containers are. */
static int32_t fetch_offset(const struct kg_heap *h, const struct kg_type *t)
{
	const int32_t *off = h->rt->layout->off;

	if (t->dict_mode == KG_DICT_MANAGED)
		return kg_facts(h)->values == KG_VALUES_POINTER ? -(int32_t)kg_facts(h)->preheader_values : 0;
	if (strcmp(t->native->tp_name, "list") == 0)
		return off[F_LIST_ITEM];
	if (strcmp(t->native->tp_name, "dict") == 0)
		return off[F_DICT_KEYS];
	if (strcmp(t->native->tp_name, "set") == 0 || strcmp(t->native->tp_name, "frozenset") == 0)
		return off[F_SET_TABLE];
	return 0;
}

bool kg_type_compile(struct kg_heap *h, struct kg_type *t)
{
	char tp_name[NAME_MAX_BYTES];
	struct kg_strbuf sb = {0};
	struct kg_obj o = {.addr = t->addr};
	bool ok;

	o.p = kg_image_avail(h->image, t->addr, &o.avail);
	read_numbers(h, t, o);
	if (!type_text(h, o, tp_name, sizeof(tp_name)))
		return false;
	if (tp_name[0] == '?')
		kg_damage_add(&h->image->damage, t->addr, "the name of the type at 0x%llx is in a file that is missing: it is called %.40s",
			      (unsigned long long)t->addr, tp_name);
	kg_strbuf_escape(&sb, tp_name, strlen(tp_name));
	t->tp_name = strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	sb = (struct kg_strbuf){0};
	t->name = kg_type_full_name(h, o, &sb) ? strdup(kg_strbuf_text(&sb)) : NULL;
	kg_strbuf_deinit(&sb);
	if (!t->tp_name || !t->name)
		goto fail;
	t->python_class = has_subtype_traverse(h, t, o);
	if (t->heap_type)
		cached_keys(h, t, o);
	ok = t->python_class ? compile_class(h, t, t->flags) : compile_native(h, t, o, tp_name);
	if (!ok)
		goto fail;
	find_class_ops(h, t);
	t->sizeof_override = overrides_sizeof(h, t, o);
	/* A compact str ends with its text, before the members of the longest form; a static
	 * type before those of a class made at run time, which type.__basicsize__ counts in. */
	t->is_str = strcmp(t->tp_name, "str") == 0 && !t->heap_type;
	t->least = t->is_str	    ? h->rt->layout->off[F_ASCII_SIZE]
		   : t->is_metatype ? h->rt->layout->off[F_TYPE_SIZE]
				    : t->basicsize;
	t->is_dict = strcmp(t->native->tp_name, "dict") == 0;
	t->fetch_offset = fetch_offset(h, t);
	t->is_module = strcmp(t->native->tp_name, "module") == 0;
	return true;
fail:
	free((char *)t->name);
	free((char *)t->tp_name);
	return false;
}
