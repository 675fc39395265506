/* How single values look to people; everything is safe to show on a terminal. */
#ifndef KG_REPORT_CELLS_H
#define KG_REPORT_CELLS_H

#include "base/strbuf.h"

/** "640.0 MiB", "12 B". */
void kg_cell_bytes(struct kg_strbuf *sb, uint64_t bytes);
/** "1,234,567" */
void kg_cell_count(struct kg_strbuf *sb, uint64_t n);
void kg_cell_addr(struct kg_strbuf *sb, kg_addr addr);
/** Columns that UTF-8 @text takes on a terminal. */
size_t kg_cell_columns(const char *text);

#endif
