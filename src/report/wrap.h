/* Lines of a report for people that keep to the width of a terminal. */
#ifndef KG_REPORT_WRAP_H
#define KG_REPORT_WRAP_H

#include "base/strbuf.h"

#define KG_LINE_COLUMNS 80
#define KG_WRAP_INDENT 11

/** "  head     text", broken at spaces into lines that begin below the text; a word
 * longer than a line is broken before a dot or a bracket, or stays whole where it has none. */
void kg_wrap_line(struct kg_strbuf *sb, const char *head, const char *text);

#endif
