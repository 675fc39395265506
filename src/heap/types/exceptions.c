/*
 * Exceptions. Only those with a tp_traverse of their own: all others share the
 * traverse function and the leading struct of one of these.
 * Source: CPython 3.11.2 Objects/exceptions.c; Include/cpython/pyerrors.h, PyException_HEAD.
 */
#include "heap/heap_priv.h"
#include "heap/types/tables.h"

#define EXCEPTION_HEAD \
	KG_VISIT("dict", "__dict__"), KG_V(args), KG_VISIT_OPT("notes", ".__notes__"), \
	KG_VISIT("traceback", ".__traceback__"), KG_VISIT("cause", ".__cause__"), \
	KG_VISIT("context", ".__context__"), KG_END

static const struct kg_member base_members[] = {EXCEPTION_HEAD};
static const struct kg_member stop_iteration_members[] = {KG_V(value), EXCEPTION_HEAD};
static const struct kg_member system_exit_members[] = {KG_V(code), EXCEPTION_HEAD};
static const struct kg_member import_error_members[] = {KG_V(msg), KG_V(name), KG_V(path), KG_V_OPT(name_from),
							   EXCEPTION_HEAD};
static const struct kg_member name_error_members[] = {KG_V(name), EXCEPTION_HEAD};
static const struct kg_member attribute_error_members[] = {KG_V(obj), KG_V(name), EXCEPTION_HEAD};
static const struct kg_member group_members[] = {
	KG_VISIT("msg", ".message"), KG_VISIT("excs", ".exceptions"), EXCEPTION_HEAD};
static const struct kg_field_name group_fields[] = {KG_FIELD("PyBaseExceptionGroupObject", "excs"), KG_FIELDS_END};
static const struct kg_member os_error_members[] = {
	KG_VISIT("myerrno", ".errno"), KG_V(strerror), KG_V(filename), KG_V(filename2), EXCEPTION_HEAD};
static const struct kg_member unicode_error_members[] = {KG_V(encoding), KG_V(object), KG_V(reason), EXCEPTION_HEAD};
static const struct kg_member syntax_error_members[] = {
	KG_V(msg), KG_V(filename), KG_V(lineno), KG_V(offset), KG_V_OPT(end_lineno), KG_V_OPT(end_offset), KG_V(text),
	KG_V(print_file_and_line), KG_V_OPT(metadata), EXCEPTION_HEAD};

/*
 * The text of what it was made of, when that is no tuple: the last word from 3.13.12 and 3.14.4 on, for which a table of an
 * earlier release of the same minor version has no name. Whether there is one the size of the instances tells.
 */
static struct kg_error *group_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	int64_t at = native->field[0] + 8;

	(void)h;
	if (at + 8 == native->basicsize)
		kg_sink_visit(sink, kg_obj_addr(o, at), ".excs_str");
	return NULL;
}

const struct kg_type_ops kg_types_exceptions[] = {
	{.name = "BaseException", .strct = "PyBaseExceptionObject", .members = base_members},
	{.name = "StopIteration", .strct = "PyStopIterationObject", .members = stop_iteration_members},
	{.name = "SystemExit", .strct = "PySystemExitObject", .members = system_exit_members},
	{.name = "BaseExceptionGroup", .strct = "PyBaseExceptionGroupObject", .members = group_members,
	 .fields = group_fields, .edges = group_edges},
	{.name = "ImportError", .strct = "PyImportErrorObject", .members = import_error_members},
	{.name = "OSError", .strct = "PyOSErrorObject", .members = os_error_members},
	{.name = "NameError", .strct = "PyNameErrorObject", .members = name_error_members,
	 .since = KG_VERSION(3, 10, 0)},
	{.name = "AttributeError", .strct = "PyAttributeErrorObject", .members = attribute_error_members,
	 .since = KG_VERSION(3, 10, 0)},
	{.name = "SyntaxError", .strct = "PySyntaxErrorObject", .members = syntax_error_members},
	{.name = "UnicodeEncodeError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = "UnicodeDecodeError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = "UnicodeTranslateError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_exceptions[] = {{.name = NULL}};
