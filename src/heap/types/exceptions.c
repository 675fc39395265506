/*
 * Exceptions. Only those with a tp_traverse of their own: all others share the
 * traverse function and the leading struct of one of these.
 * Source: CPython 3.11.2 Objects/exceptions.c; Include/cpython/pyerrors.h, PyException_HEAD.
 */
#include "heap/types/tables.h"

#define EXCEPTION_HEAD \
	KG_VISIT("dict", "__dict__"), KG_V(args), KG_VISIT("notes", ".__notes__"), \
	KG_VISIT("traceback", ".__traceback__"), KG_VISIT("cause", ".__cause__"), \
	KG_VISIT("context", ".__context__"), KG_END

static const struct kg_member base_members[] = {EXCEPTION_HEAD};
static const struct kg_member stop_iteration_members[] = {KG_V(value), EXCEPTION_HEAD};
static const struct kg_member system_exit_members[] = {KG_V(code), EXCEPTION_HEAD};
static const struct kg_member import_error_members[] = {KG_V(msg), KG_V(name), KG_V(path), EXCEPTION_HEAD};
static const struct kg_member name_error_members[] = {KG_V(name), EXCEPTION_HEAD};
static const struct kg_member attribute_error_members[] = {KG_V(obj), KG_V(name), EXCEPTION_HEAD};
static const struct kg_member group_members[] = {
	KG_VISIT("msg", ".message"), KG_VISIT("excs", ".exceptions"), EXCEPTION_HEAD};
static const struct kg_member os_error_members[] = {
	KG_VISIT("myerrno", ".errno"), KG_V(strerror), KG_V(filename), KG_V(filename2), EXCEPTION_HEAD};
static const struct kg_member unicode_error_members[] = {KG_V(encoding), KG_V(object), KG_V(reason), EXCEPTION_HEAD};
static const struct kg_member syntax_error_members[] = {
	KG_V(msg), KG_V(filename), KG_V(lineno), KG_V(offset), KG_V(end_lineno), KG_V(end_offset), KG_V(text),
	KG_V(print_file_and_line), EXCEPTION_HEAD};

const struct kg_type_ops kg_types_exceptions[] = {
	{.name = "BaseException", .strct = "PyBaseExceptionObject", .members = base_members},
	{.name = "StopIteration", .strct = "PyStopIterationObject", .members = stop_iteration_members},
	{.name = "SystemExit", .strct = "PySystemExitObject", .members = system_exit_members},
	{.name = "BaseExceptionGroup", .strct = "PyBaseExceptionGroupObject", .members = group_members},
	{.name = "ImportError", .strct = "PyImportErrorObject", .members = import_error_members},
	{.name = "OSError", .strct = "PyOSErrorObject", .members = os_error_members},
	{.name = "NameError", .strct = "PyNameErrorObject", .members = name_error_members},
	{.name = "AttributeError", .strct = "PyAttributeErrorObject", .members = attribute_error_members},
	{.name = "SyntaxError", .strct = "PySyntaxErrorObject", .members = syntax_error_members},
	{.name = "UnicodeEncodeError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = "UnicodeDecodeError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = "UnicodeTranslateError", .strct = "PyUnicodeErrorObject", .members = unicode_error_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_exceptions[] = {{.name = NULL}};
