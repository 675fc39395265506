/*
 * JSON documents. A value is built, hung into another one and written once; running
 * out of memory on the way is found at the end, by kg_json_write().
 */
#ifndef KG_REPORT_JSON_H
#define KG_REPORT_JSON_H

#include <stdio.h>

#include "base/error.h"

struct kg_json; /* NULL: out of memory, legal everywhere */

struct kg_json *kg_json_object(void);
struct kg_json *kg_json_array(void);
struct kg_json *kg_json_text(const char *text); /* UTF-8; what is not is escaped */
struct kg_json *kg_json_u64(uint64_t v);	/* above 2^63 - 1: that */
struct kg_json *kg_json_i64(int64_t v);
struct kg_json *kg_json_real(double v);
struct kg_json *kg_json_bool(bool v);
struct kg_json *kg_json_null(void);
struct kg_json *kg_json_addr(kg_addr addr); /* "0x7f21c40b6a80" */

/** Both take over @value. */
void kg_json_set(struct kg_json *object, const char *key, struct kg_json *value);
void kg_json_push(struct kg_json *array, struct kg_json *value);

/** Like kg_json_set() with a key that comes from the target. */
void kg_json_set_count(struct kg_json *object, const char *key, uint64_t v);

/** The documents in @text, which was written here, one after the other: an array. */
struct kg_json *kg_json_parse(const char *text, size_t len);

void kg_json_destroy(struct kg_json *v);

/** Writes @v on one line, or indented for people, and a newline; takes it over.
 * Errors: NOMEM, when any part of it had been; OS */
struct kg_error *kg_json_write(struct kg_json *v, bool indent, FILE *out) KG_MUST_CHECK;

#endif
