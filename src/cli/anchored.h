/* Chains with the numbers of garbage groups, which cost a pass that few answers need. */
#ifndef KG_CLI_ANCHORED_H
#define KG_CLI_ANCHORED_H

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "cli/command.h"
#include "report/json.h"

/** Groups, when @chains begin in one; otherwise *ret is NULL. Errors: NOMEM */
struct kg_error *kg_cli_groups_for(const struct kg_cli *cli, const struct kg_chains *chains,
				   struct kg_cycles **ret) KG_MUST_CHECK;

/** Anchor, then one line a step: "  addr type label value". */
void kg_cli_chain_text(const struct kg_cli *cli, const struct kg_chain *chain, const struct kg_cycles *cycles,
		       struct kg_strbuf *sb);

/** {"anchor", "root", "path", "cycle"?, "steps": [{"addr", "type", "value", "label"}]} */
struct kg_json *kg_cli_chain_json(const struct kg_cli *cli, const struct kg_chain *chain,
				  const struct kg_cycles *cycles);

#endif
