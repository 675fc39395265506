/*
 * Aligned columns. Widths come from the first rows, which are held back for that;
 * later rows are written at once, so that a table of any length streams.
 */
#ifndef KG_REPORT_TABLE_H
#define KG_REPORT_TABLE_H

#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"

struct kg_column {
	const char *name;
	bool right; /* numbers */
};

struct kg_table;

/** @columns must outlive the table. @color: the headings are drawn bold. Errors: NOMEM */
struct kg_error *kg_table_create(FILE *out, const struct kg_column *columns, size_t n, bool color,
				 struct kg_table **ret) KG_MUST_CHECK;

/** Where the next cell's text goes; kg_table_next() ends it. */
struct kg_strbuf *kg_table_cell(struct kg_table *t);
/** Ends a cell; after the last column the row is done. */
void kg_table_next(struct kg_table *t);

/* A whole cell at once. */
void kg_table_text(struct kg_table *t, const char *text);
void kg_table_addr(struct kg_table *t, kg_addr addr);
void kg_table_bytes(struct kg_table *t, uint64_t bytes);
void kg_table_count(struct kg_table *t, uint64_t n);

/** Writes what is left. Errors: NOMEM */
struct kg_error *kg_table_finish(struct kg_table *t) KG_MUST_CHECK;
void kg_table_destroy(struct kg_table *t);

#endif
