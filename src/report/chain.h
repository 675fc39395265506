/* Chains from an anchor to an object, in words. All text is safe to show. */
#ifndef KG_REPORT_CHAIN_H
#define KG_REPORT_CHAIN_H

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "report/roots.h"

/** What @chain starts with; @cycles (may be NULL) gives the number of a garbage group. */
void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb);

/** The same without what differs between two looks at one process, as kg_report_root_lasting(): "C code", "garbage". */
void kg_report_anchor_lasting(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb);

/** Label of the reference by which @from leads to @to: "['key']"; "?" when none is found. */
void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb);

/** Anchor and steps in one line: "sys.modules['app'].CACHE['k'][3]". */
void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb);

/** The same path with kg_report_anchor_lasting(): what holds an object goes by it in several targets. */
void kg_report_path_lasting(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb);

/** The path as a Python expression that is the object when evaluated in the target, where only sys
 * need be imported. @return false when there is none, and nothing was added */
bool kg_report_expression(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb);

#endif
