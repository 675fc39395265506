/* How single values look to people; everything is safe to show on a terminal. */
#ifndef KG_REPORT_CELLS_H
#define KG_REPORT_CELLS_H

#include "base/strbuf.h"

/** "640.0 MiB", "12 B". */
void kg_cell_bytes(struct kg_strbuf *sb, uint64_t bytes);
/** "1,234,567" */
void kg_cell_count(struct kg_strbuf *sb, uint64_t n);
/** "+1,234", "-12", "0"; "+12.0 MiB", "-4.0 KiB", "0 B" */
void kg_cell_more_count(struct kg_strbuf *sb, int64_t n);
void kg_cell_more_bytes(struct kg_strbuf *sb, int64_t bytes);
void kg_cell_addr(struct kg_strbuf *sb, kg_addr addr);
/** Columns that UTF-8 @text takes on a terminal. */
size_t kg_cell_columns(const char *text);
/** Bytes of its longest beginning that takes no more than @columns. */
size_t kg_cell_fit(const char *text, size_t columns);

#endif
