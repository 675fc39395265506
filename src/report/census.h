/* Counting what a set of objects is made of: types, frames by code, contents of cells. */
#ifndef KG_REPORT_CENSUS_H
#define KG_REPORT_CENSUS_H

#include "heap/heap.h"
#include "report/json.h"

struct kg_census_row {
	const struct kg_type *type; /* types, cells: NULL is an empty cell; types of one name are one row */
	char *file, *function;	    /* frames: escaped */
	uint64_t objects;
	kg_addr example; /* types: an object; cells: what one holds, 0 for nothing */
};

/* Rows, the most frequent first, then by name. */
struct kg_census {
	struct kg_census_row *items;
	size_t n;
};

/* Errors: NOMEM. Cost: O(n log n) */

/** By the type of the objects. */
struct kg_error *kg_census_types(const struct kg_heap *h, const kg_node *nodes, size_t n,
				 struct kg_census *ret) KG_MUST_CHECK;
/** Of the cells among them: by the type of what they hold. */
struct kg_error *kg_census_cells(const struct kg_heap *h, const kg_node *nodes, size_t n,
				 struct kg_census *ret) KG_MUST_CHECK;
/** Of the frame objects among them (no generators): by file and qualified name. */
struct kg_error *kg_census_frames(const struct kg_heap *h, const kg_node *nodes, size_t n,
				  struct kg_census *ret) KG_MUST_CHECK;
void kg_census_deinit(struct kg_census *c);

/** "type" of a row: a name, "(empty)" for a cell that holds nothing. */
const char *kg_census_type(const struct kg_census_row *row);

/** [{"type", "objects", "example"}], example: a value or null */
struct kg_json *kg_census_cells_json(const struct kg_heap *h, const struct kg_census *c, size_t width);
/** [{"file", "function", "objects"}] */
struct kg_json *kg_census_frames_json(const struct kg_census *c);
/** {name: count} */
struct kg_json *kg_census_types_json(const struct kg_census *c);

#endif
