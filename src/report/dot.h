/* A part of the reference graph as DOT, or drawn by graphviz. */
#ifndef KG_REPORT_DOT_H
#define KG_REPORT_DOT_H

#include <stdio.h>

#include "analysis/reach.h"

struct kg_dot_options {
	const char *title;  /* escaped text */
	const char *format; /* NULL: DOT; "svg", "png", "pdf": rendered */
	size_t width;	    /* characters of a value */
};

/** Errors: USAGE when kedge was built without graphviz, NULL otherwise */
struct kg_error *kg_report_dot_available(void) KG_MUST_CHECK;

/** Writes the objects in @r and every reference between them. Errors: NOMEM; OS;
 * USAGE when kedge was built without graphviz */
struct kg_error *kg_report_dot(const struct kg_heap *h, const struct kg_reach *r, const struct kg_dot_options *opts,
			       FILE *out) KG_MUST_CHECK;

#endif
