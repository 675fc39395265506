/* Chains with the numbers of garbage groups, which cost a pass that few answers need. */
#ifndef KG_CLI_ANCHORED_H
#define KG_CLI_ANCHORED_H

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "cli/command.h"
#include "report/json.h"

/** Groups, when @chains begin in one; otherwise *ret is NULL. Errors: NOMEM */
struct kg_error *kg_cli_groups_for(const struct kg_cli *cli, const struct kg_chains *chains,
				   const struct kg_cycles **ret) KG_MUST_CHECK;

/* How far a chain can be trusted, as far as it depends on the chain alone. */
enum kg_trust {
	KG_TRUST_CERTAIN, /* every step is a counted reference, and the start is a root (or surely garbage) */
	KG_TRUST_COUNT,	  /* every step is; the start's count says that C code holds it */
	KG_TRUST_GUESS,	  /* a word somewhere only looks like a reference */
};

enum kg_trust kg_cli_trust(const struct kg_cli *cli, const struct kg_chain *chain);
const char *kg_cli_trust_name(enum kg_trust trust); /* "certain", "count", "guess" */

/** Path and what is to be said of it, then one line a step: "  addr type label value". */
void kg_cli_chain_text(const struct kg_cli *cli, const struct kg_chain *chain, const struct kg_cycles *cycles,
		       struct kg_strbuf *sb);

/** {"anchor", "root", "path", "expression", "trust", "shares", "cycle"?,
 * "steps": [{"addr", "type", "value", "label", "kind"}]} */
struct kg_json *kg_cli_chain_json(const struct kg_cli *cli, const struct kg_chain *chain,
				  const struct kg_cycles *cycles);

#endif
