/* Chains from an anchor to an object, in words. All text is safe to show. */
#ifndef KG_REPORT_CHAIN_H
#define KG_REPORT_CHAIN_H

#include "analysis/anchors.h"
#include "analysis/cycles.h"
#include "report/roots.h"

/** What @chain starts with; @cycles (may be NULL) gives the number of a garbage group. */
void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb);

/* One step of a chain. */
struct kg_link {
	kg_node from, to;
	enum kg_edge_kind kind;
	struct kg_label label;
	uint64_t index; /* KEY, KEYED: keys or values that come before it */
};

/** The reference that explains best how @from leads to @to. @return false when there is none */
bool kg_report_find_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_link *ret);

/** Label of that reference: "['key']"; "?" when none is found. */
void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb);

/** Anchor and steps in one line: "sys.modules['app'].CACHE['k'][3]". */
void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb);

/** The same as a Python expression that is the object when evaluated in the target, where only sys
 * need be imported. @return false when there is none, and nothing was added */
bool kg_report_expression(const struct kg_heap *h, const struct kg_chain *chain, struct kg_strbuf *sb);

#endif
