/* What kedge does for plugins: the table that each is given. */
#ifndef KG_HEAP_HOST_H
#define KG_HEAP_HOST_H

#include "heap/heap.h"

extern const struct kg_host kg_plugin_host;

#endif
