/* A library that must not lend its symbols to the others. */
#ifndef KG_EMULATE_LIBRARY_H
#define KG_EMULATE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Loads @soname privately: Debian's libunicorn exports functions of the glib it was built
 * with (g_hash_table_new() and about 170 more), and linked in the usual way they would
 * take the place of those that Graphviz's renderers mean. @functions[i] becomes the
 * function called @names[i].
 * @return false when the library or one of the functions is not there. Never unloaded.
 */
bool kg_library_load(const char *soname, const char *const *names, void **functions, size_t n);

#endif
