/* What verify.c and rules.c share. */
#ifndef KG_ANALYSIS_VERIFY_PRIV_H
#define KG_ANALYSIS_VERIFY_PRIV_H

#include "analysis/verify.h"

/** Fills v->rules. Errors: NOMEM */
struct kg_error *kg_verify_rules(const struct kg_heap *h, struct kg_verify *v, struct kg_progress *progress) KG_MUST_CHECK;

#endif
