/*
 * What a type means for its instances, read once from the type object: where
 * slots and dict are, which C base has the traverse function, who visits the class.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

/* CPython Include/object.h and Include/structmember.h */
#define FLAG_MANAGED_DICT (UINT64_C(1) << 4)
#define FLAG_HEAPTYPE (UINT64_C(1) << 9)
#define FLAG_HAVE_GC (UINT64_C(1) << 14)
#define FLAG_TYPE_SUBCLASS (UINT64_C(1) << 31)
#define MEMBER_OBJECT_EX 16

#define NAME_MAX_BYTES 1000
#define SLOTS_MAX 100000

static bool text_at(const struct kg_heap *h, kg_addr addr, char *buf, size_t cap)
{
	struct kg_error *err = kg_image_read_cstr(h->image, addr, buf, cap);

	kg_error_destroy(err);
	return !err;
}

/* As type.__module__ and type.__qualname__ (CPython Objects/typeobject.c type_module, type_qualname). */
static char *full_name(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o, const char *tp_name)
{
	const int32_t *off = h->rt->layout->off;
	const char *dot = strrchr(tp_name, '.');
	struct kg_strbuf sb = {0}, raw = {0};
	kg_addr module = 0;
	char *ret;

	if (t->heap_type) {
		kg_dict_get_str(h, kg_obj_addr(o, off[F_TYPE_DICT]), "__module__", &module);
		if (module && kg_heap_text(h, module, NAME_MAX_BYTES, &raw) && strcmp(kg_strbuf_text(&raw), "builtins") != 0) {
			kg_strbuf_escape(&sb, kg_strbuf_text(&raw), raw.len);
			kg_strbuf_putc(&sb, '.');
		}
		kg_strbuf_reset(&raw);
		if (kg_heap_text(h, kg_obj_addr(o, off[F_HEAPTYPE_QUALNAME]), NAME_MAX_BYTES, &raw))
			kg_strbuf_escape(&sb, kg_strbuf_text(&raw), raw.len);
		else
			kg_strbuf_escape(&sb, tp_name, strlen(tp_name));
	} else if (dot && (size_t)(dot - tp_name) == strlen("builtins") && strncmp(tp_name, "builtins", 8) == 0) {
		kg_strbuf_escape(&sb, dot + 1, strlen(dot + 1));
	} else {
		kg_strbuf_escape(&sb, tp_name, strlen(tp_name));
	}
	kg_strbuf_deinit(&raw);
	ret = strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return ret;
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

static const struct kg_type_ops *structseq_ops(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o)
{
	kg_addr dict = kg_obj_addr(o, h->rt->layout->off[F_TYPE_DICT]), v;

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
static const struct kg_type_ops *find_ops(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o, const char *tp_name)
{
	const struct kg_type_ops *ops = kg_types_ops(h, tp_name);
	const struct kg_type *b = t->next_base;

	if (ops)
		return ops;
	ops = structseq_ops(h, t, o);
	if (ops || !b)
		return ops;
	if (t->traverse ? b->traverse == t->traverse : b->basicsize == t->basicsize && !b->traverse)
		return b->ops;
	return NULL;
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

static bool step_compile(const struct kg_cstruct *s, const struct kg_member *m, struct kg_step *ret)
{
	const struct kg_cmember *c = kg_cstruct_member(s, m->member);

	*ret = (struct kg_step){.how = (uint8_t)m->how, .label = m->label};
	if (!c)
		return false;
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
			int64_t limit, struct kg_step **ret_steps, uint32_t *ret_n)
{
	const struct kg_cstruct *s = strct ? kg_layout_struct(h->rt->layout, mod, strct) : NULL;
	struct kg_step *steps;
	uint32_t n = 0;

	for (const struct kg_member *m = members; m && m->how != KG_M_END; m++)
		n++;
	steps = calloc(n + 1, sizeof(*steps));
	if (!steps)
		return false;
	n = 0;
	for (const struct kg_member *m = members; m && m->how != KG_M_END; m++) {
		if (m->how == KG_M_TYPE || m->how == KG_M_BASE) {
			steps[n++] = (struct kg_step){.how = (uint8_t)m->how, .label = m->how == KG_M_BASE ? m->member : m->label};
		} else if (!s || !step_compile(s, m, &steps[n])) {
			if (m->optional && s)
				continue;
			free(steps);
			return false;
		} else if (steps[n].offset + 8 * (int64_t)(steps[n].n ? steps[n].n : 1) > limit) {
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

static bool fields_compile(struct kg_heap *h, struct kg_module *mod, struct kg_type *t)
{
	unsigned int i = 0;

	for (const struct kg_field_name *f = t->ops->fields; f && f->strct && i < KG_TYPE_FIELDS; f++, i++) {
		const struct kg_cstruct *s = kg_layout_struct(h->rt->layout, mod, f->strct);

		t->field[i] = !s ? KG_ABSENT : f->member[0] ? kg_cstruct_offset(s, f->member) : (int32_t)s->size;
		if (t->field[i] == KG_ABSENT && !f->optional)
			return false;
		if (s && t->ops->strct && strcmp(f->strct, t->ops->strct) == 0 && !field_inside(s, f->member, t->basicsize))
			return false;
	}
	return true;
}

/* A C type: its members, if anybody knows them. */
static bool compile_native(struct kg_heap *h, struct kg_type *t, struct kg_obj o, const char *tp_name)
{
	struct kg_module *mod = code_module(h, o);
	struct kg_step *steps = NULL;
	bool visits = false;

	t->native = t;
	t->ops = find_ops(h, t, o, tp_name);
	if (t->ops && (!fields_compile(h, mod, t) ||
		       !kg_members_compile(h, mod, t->ops->strct, t->ops->members, t->basicsize, &steps, &t->nsteps))) {
		t->ops = NULL;
		t->nsteps = 0;
	}
	t->steps = steps;
	for (uint32_t i = 0; i < t->nsteps; i++)
		visits = visits || t->steps[i].how == KG_M_TYPE;
	t->counts_class = t->heap_type && !visits && !(t->ops && t->ops->class_shown);
	t->leaf = t->ops && t->nsteps == 0 && !t->ops->edges && !t->heap_type;
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
		steps[(*n)++] = (struct kg_step){.how = KG_M_VISIT, .n = 1, .offset = (int32_t)at, .slot_name = name};
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
	if (flags & FLAG_MANAGED_DICT)
		t->dict_mode = KG_DICT_MANAGED;
	else if (t->dictoffset != native->dictoffset && t->dictoffset != 0)
		t->dict_mode = KG_DICT_POINTER;
	t->visits_class = t->heap_type && (!native->traverse || !native->heap_type);
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
	t->heap_type = t->flags & FLAG_HEAPTYPE && o.avail >= (uint64_t)off[F_HEAPTYPE_SIZE];
	t->is_metatype = t->flags & FLAG_TYPE_SUBCLASS;
	t->presize = (t->gc ? (uint32_t)off[F_GCHEAD_SIZE] : 0) + (t->flags & FLAG_MANAGED_DICT ? 16 : 0);
	t->next_base = t->base ? kg_types_find(h->priv->types.table, t->base) : NULL;
}

/* A Python class between here and the C type may say its size itself. */
static bool overrides_sizeof(const struct kg_heap *h, const struct kg_type *t, struct kg_obj o)
{
	kg_addr v;

	if (t->next_base && t->next_base->sizeof_override)
		return true;
	return t->heap_type && t->python_class &&
	       kg_dict_get_str(h, kg_obj_addr(o, h->rt->layout->off[F_TYPE_DICT]), "__sizeof__", &v);
}

/* Where the items of common containers are. */
static int32_t fetch_offset(const struct kg_heap *h, const struct kg_type *t)
{
	const int32_t *off = h->rt->layout->off;

	if (t->dict_mode == KG_DICT_MANAGED)
		return KG_PREHEADER_VALUES;
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
	struct kg_types *types = &h->priv->types;
	char tp_name[NAME_MAX_BYTES];
	struct kg_strbuf sb = {0};
	struct kg_obj o = {.addr = t->addr};
	bool ok;

	o.p = kg_image_avail(h->image, t->addr, &o.avail);
	read_numbers(h, t, o);
	if (!text_at(h, kg_obj_addr(o, h->rt->layout->off[F_TYPE_NAME]), tp_name, sizeof(tp_name)))
		return false;
	kg_strbuf_escape(&sb, tp_name, strlen(tp_name));
	t->tp_name = strdup(kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	t->name = full_name(h, t, o, tp_name);
	if (!t->tp_name || !t->name)
		goto fail;
	t->python_class = t->heap_type && made_by_class(h, o);
	if (t->python_class && t->gc && !types->subtype_traverse)
		types->subtype_traverse = t->traverse;
	if (t->gc && types->subtype_traverse)
		t->python_class = t->traverse == types->subtype_traverse && t->next_base;
	if (t->heap_type)
		cached_keys(h, t, o);
	ok = t->python_class ? compile_class(h, t, t->flags) : compile_native(h, t, o, tp_name);
	if (!ok)
		goto fail;
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
