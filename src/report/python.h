/* What of an object can be written in Python source, so that Python itself would find the same. */
#ifndef KG_REPORT_PYTHON_H
#define KG_REPORT_PYTHON_H

#include "heap/heap.h"

/** tp_name of the C type that @n's type is or derives from, "" when there is none. */
const char *kg_python_native_name(const struct kg_heap *h, kg_node n);

/** Can @s follow a dot? */
bool kg_python_is_identifier(const char *s);

/** Does owner.name answer @value, that is, what stands in the owner's own dict? @owner: KG_NODE_NONE for a module */
bool kg_python_attribute_is_same(const struct kg_heap *h, kg_node owner, const char *name, kg_node value);

/** Adds the object at @addr as source that reads back as an equal one: numbers, str, bytes, None and tuples of
 * such. @return false when there is none; something may have been added. */
bool kg_python_literal(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb);

/** Is it the name of a C member that Python code reads under the same name, and gets the very object? */
bool kg_python_is_readable(const char *name);

#endif
