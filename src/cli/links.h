/* Lists of references, for the commands that show them. */
#ifndef KG_CLI_LINKS_H
#define KG_CLI_LINKS_H

#include "cli/command.h"
#include "report/json.h"

/** Writes what @n refers to, or with @backward what refers to it: a table, or a line of JSON
 * each. @limit: 0 all. @ret_all: how many there are. Errors: NOMEM; OS */
struct kg_error *kg_cli_links(const struct kg_cli *cli, kg_node n, bool backward, uint64_t limit,
			      uint64_t *ret_all) KG_MUST_CHECK;

/** The same as an array. */
struct kg_error *kg_cli_links_json(const struct kg_cli *cli, kg_node n, bool backward, uint64_t limit,
				   struct kg_json **ret) KG_MUST_CHECK;

#endif
