/* An object's C struct, member by member. */
#ifndef KG_REPORT_FIELDS_H
#define KG_REPORT_FIELDS_H

#include <stdio.h>

#include "heap/heap.h"
#include "report/json.h"
#include "report/table.h"

#define KG_MEMBERS_MAX 500 /* members shown of one object */
#define KG_MEMBER_COLUMNS 4

/** "C struct PyMemoryViewObject, 144 bytes (by tp_dealloc)", "C struct not known: no debug information" */
void kg_report_struct(const struct kg_cinstance *c, struct kg_strbuf *sb);

/** Heads of the cells of a member. */
extern const struct kg_column kg_report_member_columns[KG_MEMBER_COLUMNS];
/** A cell of member @f of the struct of @o. @width: of a value in it */
void kg_report_member(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f, unsigned int column, size_t width,
		      struct kg_strbuf *sb);

/** A line with the struct's name, and a table of its members; where it is not known a line that says why, and nothing
 * at all for a type that kedge reads without it. @color: as of tables. Errors: NOMEM */
struct kg_error *kg_report_fields(const struct kg_heap *h, kg_node n, size_t width, bool color, FILE *out) KG_MUST_CHECK;

/** {"name", "size", "how", "members": [{"name", "offset", "size", "type", "value"}]}; "name" null: not known, and "how"
 * says why */
struct kg_json *kg_report_fields_json(const struct kg_heap *h, kg_node n, size_t width);

#endif
