/* The members of one struct in DWARF with their C types: what a person sees of an instance. */
#include "config.h"

#ifdef HAVE_LIBDW
#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "process/process_priv.h"

#define MAX_DEPTH 8 /* of structs inside the one asked for */
#define MAX_HOPS 32
#define MAX_FIELDS 4096
#define ELEMENTS_SHOWN 64 /* of an array of structs */
#define NAME_MAX_BYTES 200

/* Where the type of a member leads. */
struct ctype {
	Dwarf_Die die;	   /* of an array its element; typedefs and qualifiers left out */
	uint64_t elements; /* of an array, 0: flexible */
	uint32_t size, elem;
	bool array;
	enum kg_cvalue value;
};

/* A struct whose members are being read, or an array of them. */
struct level {
	Dwarf_Die die;	  /* the struct */
	Dwarf_Die member; /* the next one */
	bool ended;
	bool in_union;
	uint32_t base;	 /* bytes from the outermost struct's start */
	size_t prefix;	 /* bytes of the label that are the enclosing members' */
	size_t array_at; /* where "[i]." stands, with .left or .index */
	uint32_t index, left, stride;
};

struct builder {
	struct kg_arena *arena;
	struct level levels[MAX_DEPTH];
	size_t depth;
	struct kg_strbuf label;
	struct kg_cfield *fields;
	size_t n, cap;
};

static bool named(Dwarf_Die *die, const char *name)
{
	const char *own = dwarf_diename(die);

	return own && strcmp(own, name) == 0;
}

static bool is_aggregate(Dwarf_Die *die)
{
	int tag = dwarf_tag(die);

	return tag == DW_TAG_structure_type || tag == DW_TAG_union_type || tag == DW_TAG_class_type;
}

/* The first member or base class. */
static bool first_member(Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Die child;

	if (!kg_dwarf_has_members(die) || dwarf_child(die, &child) != 0)
		return false;
	do {
		int tag = dwarf_tag(&child);

		if (tag == DW_TAG_member || tag == DW_TAG_inheritance) {
			*ret = child;
			return true;
		}
	} while (kg_dwarf_next(&child));
	return false;
}

/* CPython Include/object.h: struct _object, and what PyVarObject and PyObject_HEAD make of it. */
bool kg_dwarf_is_object(Dwarf_Die *die)
{
	Dwarf_Die at = *die, member;
	uint64_t offset;

	for (int i = 0; i < MAX_DEPTH; i++) {
		if (!kg_dwarf_peel(&at, &at) || !is_aggregate(&at) || dwarf_tag(&at) == DW_TAG_union_type)
			return false;
		if (named(&at, "_object") || named(&at, "_typeobject"))
			return true;
		if (!first_member(&at, &member) || !kg_dwarf_member_offset(&member, &offset) || offset != 0 ||
		    !kg_dwarf_type(&member, &at))
			return false;
	}
	return false;
}

static enum kg_cvalue pointer_value(Dwarf_Die *pointer)
{
	Dwarf_Die to;

	if (!kg_dwarf_type(pointer, &to) || !kg_dwarf_peel(&to, &to))
		return KG_C_POINTER;
	if (is_aggregate(&to))
		return kg_dwarf_is_object(&to) ? KG_C_OBJECT : KG_C_POINTER;
	if (dwarf_tag(&to) == DW_TAG_pointer_type && kg_dwarf_type(&to, &to) && kg_dwarf_is_object(&to))
		return KG_C_OBJECTS;
	return KG_C_POINTER;
}

static enum kg_cvalue base_value(Dwarf_Die *die)
{
	uint64_t encoding;

	if (!kg_dwarf_uint(die, DW_AT_encoding, &encoding))
		return KG_C_OTHER;
	switch (encoding) {
	case DW_ATE_boolean:
		return KG_C_BOOL;
	case DW_ATE_float:
		return KG_C_FLOAT;
	case DW_ATE_signed:
		return KG_C_SIGNED;
	case DW_ATE_unsigned:
		return KG_C_UNSIGNED;
	case DW_ATE_signed_char:
	case DW_ATE_unsigned_char:
		/* Text is what C calls char; the others are small numbers. */
		return named(die, "char") ? KG_C_CHAR : encoding == DW_ATE_signed_char ? KG_C_SIGNED : KG_C_UNSIGNED;
	default:
		return KG_C_OTHER;
	}
}

static enum kg_cvalue value_of(Dwarf_Die *die)
{
	switch (dwarf_tag(die)) {
	case DW_TAG_pointer_type:
	case DW_TAG_reference_type:
	case DW_TAG_rvalue_reference_type:
		return pointer_value(die);
	case DW_TAG_structure_type:
	case DW_TAG_class_type:
	case DW_TAG_union_type:
		return KG_C_STRUCT;
	case DW_TAG_enumeration_type:
		return KG_C_SIGNED;
	case DW_TAG_base_type:
		return base_value(die);
	default:
		return KG_C_OTHER;
	}
}

static uint32_t clamp32(uint64_t n)
{
	return n > UINT32_MAX ? 0 : (uint32_t)n;
}

static bool describe(Dwarf_Die *type, struct ctype *ret)
{
	struct ctype t = {.elements = 1};
	uint64_t size = 0, all;

	t.die = *type;
	for (int i = 0; i < MAX_HOPS; i++) {
		if (!kg_dwarf_peel(&t.die, &t.die))
			return false;
		if (dwarf_tag(&t.die) != DW_TAG_array_type)
			break;
		t.array = true;
		if (__builtin_mul_overflow(t.elements, kg_dwarf_array_count(&t.die), &t.elements) || !kg_dwarf_type(&t.die, &t.die))
			return false;
	}
	t.value = value_of(&t.die);
	if (!kg_dwarf_uint(&t.die, DW_AT_byte_size, &size) && (t.value == KG_C_POINTER || t.value == KG_C_OBJECT || t.value == KG_C_OBJECTS))
		size = 8;
	t.elem = t.array ? clamp32(size) : 0;
	t.size = __builtin_mul_overflow(size, t.elements, &all) ? 0 : clamp32(all);
	*ret = t;
	return true;
}

static void add_mark(Dwarf_Die *die, struct kg_strbuf *sb)
{
	uint64_t n;

	if (dwarf_tag(die) != DW_TAG_array_type) {
		kg_strbuf_puts(sb, dwarf_tag(die) == DW_TAG_pointer_type ? "*" : "&");
		return;
	}
	n = kg_dwarf_array_count(die);
	if (n)
		kg_strbuf_printf(sb, "[%llu]", (unsigned long long)n);
	else
		kg_strbuf_puts(sb, "[]");
}

/* The C type as one would write it, but for function pointers and for "[n]", which stands behind the name as "*" does. */
static const char *type_text(struct builder *b, Dwarf_Die *type)
{
	struct kg_strbuf sb = {0};
	const char *name = "void", *kind = "";
	const char *text;
	Dwarf_Die at = *type, marks[MAX_HOPS];
	size_t nmarks = 0;

	for (int i = 0; i < MAX_HOPS; i++) {
		int tag = dwarf_tag(&at);

		if (tag == DW_TAG_pointer_type || tag == DW_TAG_reference_type || tag == DW_TAG_rvalue_reference_type ||
		    tag == DW_TAG_array_type) {
			marks[nmarks++] = at;
		} else if (tag == DW_TAG_const_type) {
			kind = "const ";
		} else if (tag != DW_TAG_volatile_type && tag != DW_TAG_restrict_type && tag != DW_TAG_atomic_type) {
			name = tag == DW_TAG_subroutine_type ? "function" : dwarf_diename(&at);
			if (tag == DW_TAG_structure_type || tag == DW_TAG_union_type || tag == DW_TAG_enumeration_type)
				kind = tag == DW_TAG_structure_type ? "struct " : tag == DW_TAG_union_type ? "union " : "enum ";
			break;
		}
		if (!kg_dwarf_type(&at, &at))
			break;
	}
	kg_strbuf_puts(&sb, kind);
	name = name ? name : "{...}";
	kg_strbuf_escape(&sb, name, strnlen(name, NAME_MAX_BYTES));
	if (nmarks)
		kg_strbuf_putc(&sb, ' ');
	while (nmarks > 0)
		add_mark(&marks[--nmarks], &sb);
	text = sb.failed ? NULL : kg_arena_strdup(b->arena, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return text;
}

static struct kg_error *builder_add(struct builder *b, struct kg_cfield f, Dwarf_Die *type)
{
	struct kg_error *err = kg_grow(&b->fields, &b->cap, b->n, sizeof(*b->fields));

	if (err)
		return err;
	f.label = kg_arena_strdup(b->arena, kg_strbuf_text(&b->label));
	f.type = type_text(b, type);
	if (!f.label || !f.type || b->label.failed)
		return kg_error_nomem();
	b->fields[b->n++] = f;
	return NULL;
}

static void label_cut(struct builder *b, size_t len)
{
	b->label.len = len;
	if (b->label.text)
		b->label.text[len] = '\0';
}

/* To the first member of the struct at hand, or of the next element. @return false when there is none */
static bool level_start(struct builder *b, struct level *l)
{
	label_cut(b, l->array_at);
	if (l->stride)
		kg_strbuf_printf(&b->label, "[%u]", l->index);
	l->prefix = b->label.len;
	l->ended = dwarf_child(&l->die, &l->member) != 0;
	return !l->ended;
}

/* Goes into the struct of member @f. An array of more than a few is left closed. */
static void builder_push(struct builder *b, struct ctype *t, uint32_t base, bool in_union)
{
	struct level *l = &b->levels[b->depth];

	if (b->depth == MAX_DEPTH || (t->array && (t->elements == 0 || t->elements > ELEMENTS_SHOWN || !t->elem)))
		return;
	*l = (struct level){.die = t->die, .base = base, .array_at = b->label.len, .stride = t->array ? t->elem : 0,
			    .left = t->array ? (uint32_t)t->elements - 1 : 0,
			    .in_union = in_union || dwarf_tag(&t->die) == DW_TAG_union_type};
	if (level_start(b, l))
		b->depth++;
}

static struct kg_error *read_member(struct builder *b, Dwarf_Die *die)
{
	const struct level *l = &b->levels[b->depth - 1];
	bool base_class = dwarf_tag(die) == DW_TAG_inheritance;
	const char *name = dwarf_diename(die);
	struct kg_cfield f = {.in_union = l->in_union};
	struct kg_error *err = NULL;
	struct ctype t;
	Dwarf_Die type;
	uint64_t offset;

	/* A static member of C++ is a declaration without a place. */
	if ((dwarf_tag(die) != DW_TAG_member && !base_class) || dwarf_hasattr(die, DW_AT_declaration) ||
	    dwarf_hasattr(die, DW_AT_external) || !kg_dwarf_type(die, &type) || !describe(&type, &t) ||
	    !kg_dwarf_member_offset(die, &offset) || offset > UINT32_MAX - l->base)
		return NULL;
	f.offset = l->base + (uint32_t)offset;
	f.size = t.size;
	f.elem = t.elem;
	f.value = (uint8_t)t.value;
	if (!kg_dwarf_bits(die, t.size, &f.offset, &f.size, &f.bit_offset, &f.bit_size))
		return NULL;
	label_cut(b, l->prefix);
	if (name && !base_class) {
		kg_strbuf_putc(&b->label, '.');
		kg_strbuf_escape(&b->label, name, strnlen(name, NAME_MAX_BYTES));
		err = builder_add(b, f, &type);
	}
	if (!err && t.value == KG_C_STRUCT)
		builder_push(b, &t, f.offset, f.in_union);
	return err;
}

/* The innermost struct has no more members: its next element, or out of it. */
static void level_end(struct builder *b)
{
	struct level *l = &b->levels[b->depth - 1];

	if (l->left == 0) {
		b->depth--;
		return;
	}
	l->left--;
	l->index++;
	l->base += l->stride;
	level_start(b, l);
}

static struct kg_error *builder_run(struct builder *b, Dwarf_Die *die)
{
	struct ctype t = {.die = *die};
	struct kg_error *err = NULL;

	builder_push(b, &t, 0, false);
	while (b->depth > 0 && b->n < MAX_FIELDS && !err) {
		struct level *l = &b->levels[b->depth - 1];
		Dwarf_Die member = l->member;

		if (l->ended) {
			level_end(b);
			continue;
		}
		/* The sibling first: reading the member may put its own members on top. */
		l->ended = !kg_dwarf_next(&l->member);
		err = read_member(b, &member);
	}
	return err;
}

struct kg_error *kg_dwarf_fields(struct kg_arena *arena, Dwarf_Die *die, struct kg_cinstance *ret)
{
	struct builder b = {.arena = arena};
	struct kg_error *err = builder_run(&b, die);
	struct kg_cfield *fields = err ? NULL : kg_arena_alloc(arena, (b.n + 1) * sizeof(*fields));
	uint64_t size = 0;

	if (!err && !fields)
		err = kg_error_nomem();
	if (!err) {
		/* In the order of the debug information: by offset already, but for bit fields and what is hostile. */
		if (b.n)
			memcpy(fields, b.fields, b.n * sizeof(*fields));
		kg_dwarf_uint(die, DW_AT_byte_size, &size);
		ret->fields = fields;
		ret->nfields = (uint32_t)b.n;
		ret->size = clamp32(size);
	}
	kg_strbuf_deinit(&b.label);
	free(b.fields);
	return err;
}
#endif
