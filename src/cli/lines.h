/* What "types --by line" prints. */
#ifndef KG_CLI_LINES_H
#define KG_CLI_LINES_H

#include "cli/command.h"
#include "report/json.h"

/** Objects and bytes by allocation line, selected, sorted and cut as "types" does it.
 * Errors: NOTFOUND when tracemalloc was off; NOMEM */
struct kg_error *kg_cli_lines(const struct kg_cli *cli) KG_MUST_CHECK;

/** {"file": ..., "line": ...}; null each when unknown. */
struct kg_json *kg_cli_line_json(const struct kg_heap *h, kg_addr file, uint32_t line);

#endif
