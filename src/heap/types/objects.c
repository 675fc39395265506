/*
 * The interpreter's own types that are neither core containers nor iterators.
 * Source: tp_traverse and tp_dealloc in CPython 3.11.2 Objects/ and Python/.
 */
#include "heap/core.h"
#include "heap/heap_priv.h"
#include "heap/types/tables.h"

/* descr_traverse shows the class only; the name is the descriptor's own. */
static const struct kg_member descr_members[] = {
	KG_VISIT("d_type", ".__objclass__"), KG_OWN("d_name", ".__name__"), KG_OWN("d_qualname", ".__qualname__"),
	KG_END};
static const struct kg_member method_wrapper_members[] = {KG_V(descr), KG_VISIT("self", ".__self__"), KG_END};
static const struct kg_member mappingproxy_members[] = {KG_V(mapping), KG_END};
static const struct kg_member property_members[] = {
	KG_VISIT("prop_get", ".fget"), KG_VISIT("prop_set", ".fset"), KG_VISIT("prop_del", ".fdel"),
	KG_VISIT("prop_doc", ".__doc__"), KG_V_OPT(prop_name), KG_END};
static const struct kg_member classmethod_members[] = {
	KG_VISIT("cm_callable", ".__func__"), KG_VISIT("cm_dict", "__dict__"), KG_END};
static const struct kg_member staticmethod_members[] = {
	KG_VISIT("sm_callable", ".__func__"), KG_VISIT("sm_dict", "__dict__"), KG_END};
static const struct kg_member instancemethod_members[] = {KG_VISIT("func", ".__func__"), KG_END};
static const struct kg_member super_members[] = {
	KG_VISIT("obj", ".__self__"), KG_VISIT("type", ".__thisclass__"), KG_VISIT("obj_type", ".__self_class__"),
	KG_END};
static const struct kg_member dict_view_members[] = {KG_VISIT("dv_dict", ".mapping"), KG_END};
static const struct kg_member alias_members[] = {
	KG_VISIT("origin", ".__origin__"), KG_VISIT("args", ".__args__"), KG_VISIT("parameters", ".__parameters__"),
	KG_END};
static const struct kg_member union_members[] = {
	KG_VISIT("args", ".__args__"), KG_V_OPT(hashable_args), KG_V_OPT(unhashable_args),
	KG_VISIT("parameters", ".__parameters__"), KG_END};
static const struct kg_member namespace_members[] = {KG_VISIT("ns_dict", "__dict__"), KG_END};
static const struct kg_member traceback_members[] = {KG_V(tb_next), KG_V(tb_frame), KG_END};
static const struct kg_member slice_members[] = {KG_V(start), KG_V(stop), KG_V(step), KG_END};

/* Not known to the collector. */
static const struct kg_member range_members[] = {KG_O(start), KG_O(stop), KG_O(step), KG_O(length), KG_END};

/* A memoryview's own view.obj is borrowed from the managed buffer (Objects/memoryobject.c, init_shared_values). */
static const struct kg_member memoryview_members[] = {KG_V(mbuf), KG_END};
static const struct kg_member managedbuffer_members[] = {KG_VISIT("master.obj", ".obj"), KG_END};

/* Where a memoryview or the buffer below it has its bytes from. */
enum { VIEW_OWNER, VIEW_BUF, VIEW_LEN };
static const struct kg_field_name memoryview_fields[] = {
	KG_FIELD_OPT("PyMemoryViewObject", "mbuf"), KG_FIELD_OPT("PyMemoryViewObject", "view.buf"),
	KG_FIELD_OPT("PyMemoryViewObject", "view.len"), KG_FIELDS_END};
static const struct kg_field_name managedbuffer_fields[] = {
	KG_FIELD_OPT("_PyManagedBufferObject", "master.obj"), KG_FIELD_OPT("_PyManagedBufferObject", "master.buf"),
	KG_FIELD_OPT("_PyManagedBufferObject", "master.len"), KG_FIELDS_END};

static bool view_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)h;
	for (unsigned int i = VIEW_OWNER; i <= VIEW_LEN; i++) {
		if (native->field[i] == KG_ABSENT)
			return false;
	}
	*ret = (struct kg_payload){.owner = kg_obj_addr(o, native->field[VIEW_OWNER]),
				   .addr = kg_obj_addr(o, native->field[VIEW_BUF]),
				   .bytes = kg_obj_u64(o, native->field[VIEW_LEN])};
	return ret->owner != 0;
}
static const struct kg_member picklebuffer_members[] = {KG_VISIT("view.obj", ".obj"), KG_END};

/* m_copy: the first import's dict of a module that cannot be initialized twice (Python/import.c). */
static const struct kg_member moduledef_members[] = {KG_OWN("m_base.m_copy", ".m_copy"), KG_END};

static const struct kg_member context_members[] = {KG_V(ctx_prev), KG_V(ctx_vars), KG_END};
/* var_cached is borrowed. */
static const struct kg_member contextvar_members[] = {
	KG_VISIT("var_name", ".name"), KG_VISIT("var_default", ".default"), KG_END};
static const struct kg_member token_members[] = {
	KG_V(tok_ctx), KG_VISIT("tok_var", ".var"), KG_VISIT("tok_oldval", ".old_value"), KG_END};

static const struct kg_member hamt_members[] = {KG_V(h_root), KG_END};
static const struct kg_member hamt_array_members[] = {KG_VISIT_ARRAY("a_array", ""), KG_END};
static const struct kg_member hamt_iter_members[] = {KG_V(hi_obj), KG_END};

static const struct kg_field_name hamt_bitmap_fields[] = {KG_FIELD("PyHamtNode_Bitmap", "b_array"), KG_FIELDS_END};
static const struct kg_field_name hamt_collision_fields[] = {
	KG_FIELD("PyHamtNode_Collision", "c_array"), KG_FIELDS_END};

/* Bitmap and collision nodes: ob_size pointers, keys and values in turn; a NULL key has a node for value. */
static struct kg_error *hamt_node_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	int64_t n = kg_obj_size(h, o);

	if (n < 0)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a HAMT node of %lld items", (long long)n);
	return kg_types_push_range(h, o.addr + (uint32_t)native->field[0], (uint64_t)n, 0, KG_EDGE_TRAVERSE, sink);
}

/* The names and symbols of a code block while it is compiled; not known to the collector. */
static const struct kg_member symtable_members[] = {
	KG_O(ste_id), KG_O(ste_symbols), KG_O(ste_name), KG_O(ste_varnames), KG_O(ste_children), KG_O(ste_directives),
	KG_O_OPT(ste_mangled_names), KG_O_OPT(ste_annotation_block), KG_O_OPT(ste_function_name),
	KG_END};

/* Python/instruction_sequence.c */
static const struct kg_member sequence_members[] = {KG_V(s_nested), KG_V_OPT(s_annotations_code), KG_END};

static const struct kg_member ast_members[] = {KG_VISIT_TYPE, KG_VISIT("dict", "__dict__"), KG_END};

enum { TOK_PTR, TOK_FILENAME, TOK_READLINE, TOK_BUFFER, TOK_SIZE };
static const struct kg_field_name tokenizer_fields[] = {
	KG_FIELD("tokenizeriterobject", "tok"),
	KG_FIELD("tok_state", "filename"), KG_FIELD("tok_state", "decoding_readline"),
	KG_FIELD("tok_state", "decoding_buffer"), KG_FIELD("tok_state", ""),
	KG_FIELDS_END,
};

/* The tokenizer's state is plain memory that owns three objects (Parser/tokenizer.c, _PyTokenizer_Free). */
static struct kg_error *tokenizer_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					struct kg_sink *sink)
{
	const int32_t *f = native->field;
	kg_addr tok = kg_obj_addr(o, f[TOK_PTR]);
	struct kg_error *err;
	const void *p;

	if (!tok)
		return NULL;
	err = kg_heap_array(h, tok, 1, (uint64_t)f[TOK_SIZE], &p);
	if (err)
		return err;
	kg_sink_own(sink, kg_word(p, f[TOK_FILENAME]), ".tok.filename");
	kg_sink_own(sink, kg_word(p, f[TOK_READLINE]), ".tok.decoding_readline");
	kg_sink_own(sink, kg_word(p, f[TOK_BUFFER]), ".tok.decoding_buffer");
	return NULL;
}

enum { CAPSULE_POINTER, CAPSULE_NAME, SOCK_TYPE, SOCK_ERROR, SOCK_TIMEOUT, SOCK_SIZE, CAPSULE_TRAVERSE };
static const struct kg_field_name capsule_fields[] = {
	KG_FIELD("PyCapsule", "pointer"), KG_FIELD("PyCapsule", "name"),
	KG_FIELD_OPT("PySocketModule_APIObject", "Sock_Type"), KG_FIELD_OPT("PySocketModule_APIObject", "error"),
	KG_FIELD_OPT("PySocketModule_APIObject", "timeout_error"), KG_FIELD_OPT("PySocketModule_APIObject", ""),
	KG_FIELD_OPT("PyCapsule", "traverse_func"),
	KG_FIELDS_END,
};

/* Who is taught what capsules of that name have: "PyCapsule arrow_array". */
static const struct kg_type_ops *capsule_taught(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native)
{
	char name[64] = "PyCapsule ";
	const size_t n = strlen(name);
	kg_addr at = kg_obj_addr(o, native->field[CAPSULE_NAME]);
	struct kg_error *err = at ? kg_image_read_cstr(kg_heap_image(h), at, name + n, sizeof(name) - n) : NULL;

	kg_error_destroy(err);
	return at && !err ? kg_types_ops(h, name) : NULL;
}

/* What a capsule points to is its maker's business; the socket module's table
 * is the one in the standard library that owns objects (sock_free_api). Since 3.13
 * a capsule may have a traverse function, and that one's shows the type. */
static struct kg_error *capsule_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	static const char socket_api[] = "_socket.CAPI", curses_api[] = "_curses._C_API";
	const int32_t *f = native->field;
	const struct kg_type_ops *taught = capsule_taught(h, o, native);
	bool traverses = f[CAPSULE_TRAVERSE] != KG_ABSENT && kg_obj_addr(o, f[CAPSULE_TRAVERSE]);
	const void *curses = kg_image_span(kg_heap_image(h), kg_obj_addr(o, f[CAPSULE_NAME]), sizeof(curses_api));
	const void *name = kg_image_span(kg_heap_image(h), kg_obj_addr(o, f[CAPSULE_NAME]), sizeof(socket_api));
	struct kg_error *err;
	const void *p;

	if (taught && taught->edges)
		return taught->edges(h, o, native, sink);
	/* The table of _curses begins with the type of windows. */
	if (traverses && curses && memcmp(curses, curses_api, sizeof(curses_api)) == 0)
		return kg_heap_push_items(h, kg_obj_addr(o, f[CAPSULE_POINTER]), 1, KG_EDGE_TRAVERSE, ".window_type", sink);
	if (!name || memcmp(name, socket_api, sizeof(socket_api)) != 0 || f[SOCK_SIZE] == KG_ABSENT)
		return NULL;
	err = kg_heap_array(h, kg_obj_addr(o, f[CAPSULE_POINTER]), 1, (uint64_t)f[SOCK_SIZE], &p);
	if (err)
		return err;
	kg_sink_edge(sink, kg_word(p, f[SOCK_TYPE]),
		     traverses ? KG_EDGE_TRAVERSE : KG_EDGE_OWNED,
		     KG_TEXT(".Sock_Type"));
	kg_sink_own(sink, kg_word(p, f[SOCK_ERROR]), ".error");
	kg_sink_own(sink, kg_word(p, f[SOCK_TIMEOUT]), ".timeout_error");
	return NULL;
}

static struct kg_error *capsule_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	const struct kg_type_ops *taught = capsule_taught(h, o, native);

	return taught && taught->show ? taught->show(h, o, native, fields) : NULL;
}

static void capsule_parts(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
			  void (*fn)(void *arg, const struct kg_part *part), void *arg)
{
	const struct kg_type_ops *taught = capsule_taught(h, o, native);

	if (taught && taught->parts)
		taught->parts(h, o, native, fn, arg);
}

static struct kg_error *capsule_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					size_t width, struct kg_strbuf *sb)
{
	kg_addr name = kg_obj_addr(o, native->field[CAPSULE_NAME]);
	uint64_t n;
	struct kg_error *err = kg_types_cstr_bytes(h, name, &n);
	const void *p = err || n == 0 ? NULL : kg_image_span(kg_heap_image(h), name, n);

	kg_strbuf_puts(sb, "capsule ");
	if (p)
		kg_strbuf_escape(sb, p, n - 1 < width ? n - 1 : width);
	return err;
}

enum { RANGE_START, RANGE_STOP, RANGE_STEP };
static const struct kg_field_name range_fields[] = {
	KG_FIELD("rangeobject", "start"), KG_FIELD("rangeobject", "stop"), KG_FIELD("rangeobject", "step"),
	KG_FIELDS_END};

static struct kg_error *range_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      size_t width, struct kg_strbuf *sb)
{
	int64_t v[3];

	(void)width;
	for (int i = 0; i < 3; i++) {
		if (!kg_int_value(h, kg_obj_addr(o, native->field[i]), &v[i])) {
			kg_strbuf_puts(sb, "range of large ints");
			return NULL;
		}
	}
	kg_strbuf_printf(sb, "range(%lld, %lld", (long long)v[RANGE_START], (long long)v[RANGE_STOP]);
	if (v[RANGE_STEP] != 1)
		kg_strbuf_printf(sb, ", %lld", (long long)v[RANGE_STEP]);
	kg_strbuf_putc(sb, ')');
	return NULL;
}

const struct kg_type_ops kg_types_objects[] = {
	{.name = "method_descriptor", .strct = "PyDescrObject", .members = descr_members},
	{.name = "classmethod_descriptor", .strct = "PyDescrObject", .members = descr_members},
	{.name = "member_descriptor", .strct = "PyDescrObject", .members = descr_members},
	{.name = "getset_descriptor", .strct = "PyDescrObject", .members = descr_members},
	{.name = "wrapper_descriptor", .strct = "PyDescrObject", .members = descr_members},
	{.name = "method-wrapper", .strct = "wrapperobject", .members = method_wrapper_members},
	{.name = "mappingproxy", .strct = "mappingproxyobject", .members = mappingproxy_members},
	{.name = "property", .strct = "propertyobject", .members = property_members},
	{.name = "classmethod", .strct = "classmethod", .members = classmethod_members},
	{.name = "staticmethod", .strct = "staticmethod", .members = staticmethod_members},
	{.name = "instancemethod", .strct = "PyInstanceMethodObject", .members = instancemethod_members},
	{.name = "super", .strct = "superobject", .members = super_members},
	{.name = "dict_keys", .strct = "_PyDictViewObject", .members = dict_view_members},
	{.name = "dict_items", .strct = "_PyDictViewObject", .members = dict_view_members},
	{.name = "dict_values", .strct = "_PyDictViewObject", .members = dict_view_members},
	{.name = "types.GenericAlias", .strct = "gaobject", .members = alias_members},
	{.name = "typing.Union", .strct = "unionobject", .members = union_members},
	{.name = "types.UnionType", .strct = "unionobject", .members = union_members},
	{.name = "types.SimpleNamespace", .strct = "_PyNamespaceObject", .members = namespace_members},
	{.name = "traceback", .strct = "PyTracebackObject", .members = traceback_members},
	{.name = "slice", .strct = "PySliceObject", .members = slice_members},
	{.name = "range", .strct = "rangeobject", .members = range_members, .fields = range_fields,
	 .preview = range_preview},
	{.name = "memoryview", .strct = "PyMemoryViewObject", .members = memoryview_members,
	 .fields = memoryview_fields, .payload = view_payload},
	{.name = "managedbuffer", .strct = "_PyManagedBufferObject", .members = managedbuffer_members,
	 .fields = managedbuffer_fields, .payload = view_payload},
	{.name = "pickle.PickleBuffer", .strct = "PyPickleBufferObject", .members = picklebuffer_members},
	{.name = "moduledef", .strct = "PyModuleDef", .members = moduledef_members},
	{.name = "PyCapsule", .strct = "PyCapsule", .fields = capsule_fields, .edges = capsule_edges,
	 .preview = capsule_preview, .show = capsule_show, .parts = capsule_parts},
	{.name = "_contextvars.Context", .strct = "_pycontextobject", .members = context_members},
	{.name = "_contextvars.ContextVar", .strct = "_pycontextvarobject", .members = contextvar_members},
	{.name = "_contextvars.Token", .strct = "_pycontexttokenobject", .members = token_members},
	{.name = "Context", .strct = "_pycontextobject", .members = context_members, .until = KG_VERSION(3, 11, 0)},
	{.name = "ContextVar", .strct = "_pycontextvarobject", .members = contextvar_members, .until = KG_VERSION(3, 11, 0)},
	{.name = "Token", .strct = "_pycontexttokenobject", .members = token_members, .until = KG_VERSION(3, 11, 0)},
	KG_LEAF("Token.MISSING"),
	{.name = "hamt", .strct = "PyHamtObject", .members = hamt_members},
	{.name = "hamt_array_node", .strct = "PyHamtNode_Array", .members = hamt_array_members},
	{.name = "hamt_bitmap_node", .strct = "PyHamtNode_Bitmap", .fields = hamt_bitmap_fields,
	 .edges = hamt_node_edges},
	{.name = "hamt_collision_node", .strct = "PyHamtNode_Collision", .fields = hamt_collision_fields,
	 .edges = hamt_node_edges},
	{.name = "items", .strct = "PyHamtIterator", .members = hamt_iter_members},
	{.name = "keys", .strct = "PyHamtIterator", .members = hamt_iter_members},
	{.name = "values", .strct = "PyHamtIterator", .members = hamt_iter_members},
	{.name = "symtable entry", .strct = "PySTEntryObject", .members = symtable_members},
	{.name = "_ast.AST", .strct = "AST_object", .members = ast_members, .until = KG_VERSION(3, 9, 0)},
	{.name = "ast.AST", .strct = "AST_object", .members = ast_members},
	{.name = "_tokenize.TokenizerIter", .strct = "tokenizeriterobject", .fields = tokenizer_fields,
	 .edges = tokenizer_edges},
	KG_LEAF("EncodingMap"),
	KG_LEAF("stderrprinter"),
	{.name = "InstructionSequence", .strct = "_PyInstructionSequence", .members = sequence_members},
	KG_LEAF("InterpreterID"),
	KG_LEAF("NoDefaultType"),
	KG_LEAF("<dummy key> type"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_objects[] = {{.name = NULL}};
