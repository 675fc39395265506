/* What "types --by line" prints. */
#ifndef KG_CLI_LINES_H
#define KG_CLI_LINES_H

#include "analysis/lines.h"
#include "cli/command.h"
#include "cpython/tracemalloc.h"
#include "report/json.h"

/** Objects and bytes by allocation line, selected, sorted and cut as "types" does it.
 * Errors: NOTFOUND when tracemalloc was off; NOMEM */
struct kg_error *kg_cli_lines(const struct kg_cli *cli) KG_MUST_CHECK;

/** Where object @n was allocated: a list of kg_cli_line_json(), the innermost frame first;
 * null when nothing is recorded of it. */
struct kg_json *kg_cli_allocation_json(const struct kg_heap *h, const struct kg_tracemalloc *tm, kg_node n);

/** Says on standard error when tracemalloc's table could not be read whole. */
void kg_cli_lines_doubt(const struct kg_cli *cli, const struct kg_line_totals *lines, const char *target);

/** {"file": ..., "line": ...}; line 0: unknown, as tracemalloc says it; null both where no file is known. */
struct kg_json *kg_cli_line_json(const struct kg_heap *h, kg_addr file, uint32_t line);

#endif
