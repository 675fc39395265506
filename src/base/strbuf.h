/* A growing string. Running out of memory is remembered and found at the end. */
#ifndef KG_BASE_STRBUF_H
#define KG_BASE_STRBUF_H

#include <stdarg.h>

#include "base/types.h"

struct kg_strbuf {
	char *text; /* always terminated once anything was added; NULL before */
	size_t len, cap;
	bool failed; /* an addition ran out of memory; text is what fitted */
};

void kg_strbuf_deinit(struct kg_strbuf *sb);
void kg_strbuf_reset(struct kg_strbuf *sb);
void kg_strbuf_add(struct kg_strbuf *sb, const char *bytes, size_t len);
void kg_strbuf_puts(struct kg_strbuf *sb, const char *text);
void kg_strbuf_putc(struct kg_strbuf *sb, char c);
void kg_strbuf_printf(struct kg_strbuf *sb, const char *fmt, ...) KG_PRINTF(2, 3);
void kg_strbuf_vprintf(struct kg_strbuf *sb, const char *fmt, va_list ap) KG_PRINTF(2, 0);
/** Adds code point @cp (at most 0x10ffff) as UTF-8. */
void kg_strbuf_utf8(struct kg_strbuf *sb, uint32_t cp);
/** Adds hostile bytes so that a terminal, JSON or DOT may show them: control
 * characters, invalid UTF-8 and bidirectional controls become \xNN or \uNNNN. */
void kg_strbuf_escape(struct kg_strbuf *sb, const char *bytes, size_t len);
/** "1,234,567" */
void kg_strbuf_digits(struct kg_strbuf *sb, uint64_t n);
/** "1 object", "1,234 objects": the number with what it counts; @many NULL: @one with an s. */
void kg_strbuf_count(struct kg_strbuf *sb, uint64_t n, const char *one, const char *many);
/** The text, "" when nothing was added; owned by @sb. */
const char *kg_strbuf_text(const struct kg_strbuf *sb);

#endif
