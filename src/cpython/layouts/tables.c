/* The layouts that come with kedge. A new one is a file made by tools/update-layouts.sh and two lines here. */
#include "cpython/cpython_priv.h"

extern const struct kg_layout_table kg_layout_cpython_3_11_x86_64;

const struct kg_layout_table *const kg_layout_tables[] = {
	&kg_layout_cpython_3_11_x86_64,
	NULL,
};
