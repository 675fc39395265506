/* The lines of one object, for the middle of its view. */
#ifndef KG_TUI_ITSELF_H
#define KG_TUI_ITSELF_H

#include "tui/lines.h"

enum kg_itself_detail { KG_ITSELF_FACTS, KG_ITSELF_BYTES, KG_ITSELF_MEMBERS };

struct kg_itself {
	struct kg_app *app;
	kg_node node;
	const struct kg_view *referents; /* which are among the facts */
	enum kg_itself_detail detail;
	int room; /* columns of a line, 0: not known yet */
	bool struct_known; /* kg_heap_struct() answers at once */
};

/** Makes the lines of the struct kg_itself that is @l->data. */
void kg_itself_fill(struct kg_lines *l);

#endif
