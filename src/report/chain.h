/* Chains from an anchor to an object, in words. All text is safe to show. */
#ifndef KG_REPORT_CHAIN_H
#define KG_REPORT_CHAIN_H

#include "analysis/anchors.h"
#include "analysis/cycles.h"

/** One root: "thread 4242 frame run() at pipeline.py:88 local output", "sys.modules",
 * "C variable cache+8 in _speedups.so (guess)". */
void kg_report_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb);

/** What @chain starts with; @cycles (may be NULL) gives the number of a garbage group. */
void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb);

/** Label of the first counted reference from @from to @to: "['key']"; "?" when none is found. */
void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb);

/** Anchor and labels in one line: "sys.modules['app'].CACHE['k'][3]". */
void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb);

#endif
