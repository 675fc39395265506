/* The layouts that come with kedge: one line a table. */
#include "cpython/cpython_priv.h"

const struct kg_layout_table *const kg_layout_tables[] = {
	NULL,
};
