#include "report/python.h"

#include <ctype.h>
#include <string.h>

#include "heap/core.h"

#define KEY_MAX 4096  /* characters of a key in an expression */
#define TUPLE_DEPTH 3 /* of a tuple as a key */
#define TUPLE_ITEMS 16

const char *kg_python_native_name(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);

	return t->native ? t->native->tp_name : "";
}

bool kg_python_is_identifier(const char *s)
{
	static const char *const keywords[] = {
		"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
		"del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
		"lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};

	if (!isalpha((unsigned char)s[0]) && s[0] != '_')
		return false;
	for (const char *p = s; *p; p++) {
		if (!isalnum((unsigned char)*p) && *p != '_')
			return false;
	}
	for (size_t i = 0; i < KG_ARRAY_SIZE(keywords); i++) {
		if (strcmp(s, keywords[i]) == 0)
			return false;
	}
	return true;
}

/* Is there such an attribute in a class that the object would ask before its own? */
static bool in_classes(const struct kg_heap *h, const struct kg_type *t, const char *name)
{
	struct kg_refs mro;
	struct kg_error *err = kg_heap_refs(h, t->mro, &mro);
	bool found = false;

	if (err) {
		kg_error_destroy(err);
		return true; /* not known, so nothing is promised */
	}
	for (size_t i = 0; i < mro.n && !found; i++) {
		kg_addr dict, value;

		dict = kg_type_dict(h, mro.items[i].addr);
		found = dict && kg_dict_get_str(h, dict, name, &value);
	}
	kg_refs_deinit(&mro);
	return found;
}

/* Would Class.name answer something else than what stands in the class? */
static bool binds(const struct kg_heap *h, kg_node value)
{
	static const char *const binding[] = {"staticmethod", "classmethod", "classmethod_descriptor"};
	const struct kg_type *t = kg_heap_type(h, value);

	for (size_t i = 0; i < KG_ARRAY_SIZE(binding); i++) {
		if (strcmp(kg_python_native_name(h, value), binding[i]) == 0)
			return true;
	}
	return t->python_class && in_classes(h, t, "__get__");
}

bool kg_python_attribute_is_same(const struct kg_heap *h, kg_node owner, const char *name, kg_node value)
{
	size_t len = strlen(name);

	if (owner == KG_NODE_NONE)
		return true;
	if (len > 4 && strncmp(name, "__", 2) == 0 && strcmp(name + len - 2, "__") == 0)
		return false;
	if (in_classes(h, kg_heap_type(h, owner), name))
		return false;
	return !kg_heap_type(h, owner)->is_metatype || !binds(h, value);
}

static bool literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb);

static bool tuple_literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb)
{
	struct kg_refs refs;
	struct kg_error *err;
	bool ok;

	if (depth >= TUPLE_DEPTH)
		return false;
	err = kg_heap_refs(h, addr, &refs);
	ok = !err && refs.n <= TUPLE_ITEMS;
	kg_strbuf_putc(sb, '(');
	for (size_t i = 0; ok && i < refs.n; i++) {
		kg_strbuf_puts(sb, i > 0 ? ", " : "");
		ok = literal(h, refs.items[i].addr, depth + 1, sb);
	}
	kg_strbuf_puts(sb, ok && refs.n == 1 ? ",)" : ")");
	if (!err)
		kg_refs_deinit(&refs);
	kg_error_destroy(err);
	return ok;
}

/* nan and inf are no literals, nor is what stands for a value that is too long. */
static bool is_number(const char *text)
{
	return text[0] && text[0] != '<' && !strstr(text, "nan") && !strstr(text, "inf");
}

/* The key as Python source that reads back as an equal one. The depth is bounded. */
static bool literal(const struct kg_heap *h, kg_addr addr, int depth, struct kg_strbuf *sb)
{
	/* The first two have a length that is asked for first. */
	static const char *const exact[] = {"str", "bytes", "int", "float", "bool", "NoneType", "complex", "ellipsis"};
	struct kg_obj o;
	struct kg_error *err = kg_heap_object(h, addr, &o);
	size_t before = sb->len;
	int64_t size;

	if (err) {
		kg_error_destroy(err);
		return false;
	}
	if (strcmp(o.type->name, "tuple") == 0)
		return tuple_literal(h, addr, depth, sb);
	for (size_t i = 0; i < KG_ARRAY_SIZE(exact); i++) {
		if (strcmp(o.type->name, exact[i]) || o.type->heap_type)
			continue;
		size = i < 2 ? kg_obj_size(h, o) : 0;
		if (i < 2 && (h->redact || size > KEY_MAX))
			return false;
		kg_heap_value(h, addr, SIZE_MAX, sb);
		return i < 2 || is_number(sb->text ? sb->text + before : "");
	}
	return false;
}

bool kg_python_literal(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	return literal(h, addr, 0, sb);
}

bool kg_python_is_readable(const char *name)
{
	static const char *const names[] = {
		"__class__", "__defaults__", "__kwdefaults__", "__globals__", "__code__", "__name__", "__qualname__",
		"__module__", "__annotations__", "__func__", "__self__", "cell_contents", "__callback__", "func", "args",
		"keywords", "fget", "fset", "fdel", "__traceback__", "__cause__", "__context__", "tb_next", "tb_frame",
		"f_back", "f_code", "co_consts", "co_names", "co_filename", "co_name", "co_qualname", "base", "obj",
		"__mro__", "__bases__", "__base__", "__origin__", "__args__", "gi_code", "ag_code", "cr_code", "value",
		"exceptions", "default_factory", "__objclass__", "__thisclass__", "start", "stop", "step", "gi_frame", "cr_frame",
		"ag_frame"};

	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}
