/* Suspects in words: sentences filled in from their facts. All text is safe to show. */
#ifndef KG_REPORT_FINDING_H
#define KG_REPORT_FINDING_H

#include "analysis/finding.h"
#include "report/json.h"

/** @template with {bytes}, {target} and {fact} filled in, for people; "?" for what is not there. */
void kg_report_fill(const struct kg_finding *f, const char *template, const char *target, struct kg_strbuf *sb);

/** The command to run next. @target: options and target as a shell takes them */
void kg_report_next(const struct kg_finding *f, const char *target, struct kg_strbuf *sb);

/** @text as one word for a shell, quoted where it has to be. */
void kg_report_shell_word(const char *text, struct kg_strbuf *sb);

/** {"kind", "bytes", "share", "sentence", "guess", "kept_by", "evidence": [{"name", "value", "unit"}], "next"};
 * @kept_by NULL: not known. */
struct kg_json *kg_report_finding_json(const struct kg_finding *f, uint64_t heap_bytes, const char *target,
				       const char *kept_by);

/** A paragraph of 80 columns, but for the command, which is one line to copy. @rank from 1 */
void kg_report_finding_text(const struct kg_finding *f, size_t rank, uint64_t heap_bytes, const char *target,
			    const char *kept_by, struct kg_strbuf *sb);

#endif
