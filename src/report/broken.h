/* Why an object breaks a rule of verify, so that what was printed once explains itself. All text is safe to show. */
#ifndef KG_REPORT_BROKEN_H
#define KG_REPORT_BROKEN_H

#include "analysis/verify.h"
#include "report/json.h"

struct kg_broken {
	const struct kg_heap *h;
	uint64_t *certain; /* kg_verify_certain(), made when it is asked for first */
};

void kg_broken_deinit(struct kg_broken *b);

/**
 * A row of JSON of the object at @addr, which breaks @rule: addr, type, found, reading, words (what is wrong, line by line),
 * and of "counts" refcount, references and referrers, rows as those of "referrers --json" with how each was found and
 * whether it is certain to be an object.
 * Errors: NOMEM. Cost: the object and its first referrers are decoded; for "counts" kg_verify_certain() once
 */
struct kg_error *kg_report_broken_json(struct kg_broken *b, enum kg_invariant rule, kg_addr addr, struct kg_json **ret) KG_MUST_CHECK;

/** The same in lines: the object, and below it what is wrong. */
struct kg_error *kg_report_broken(struct kg_broken *b, enum kg_invariant rule, kg_addr addr, struct kg_strbuf *sb) KG_MUST_CHECK;

#endif
