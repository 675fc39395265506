/* What closes the cycles of a group, in one line, and what to do about it, in another. */
#ifndef KG_REPORT_VERDICT_H
#define KG_REPORT_VERDICT_H

#include "report/group.h"

/** Finds the cycle that says most and fills .loop, .way, .verdict and .advice of @g, whose other parts
 * are complete. Errors: NOMEM */
struct kg_error *kg_verdict_find(struct kg_group *g) KG_MUST_CHECK;

#endif
