#include "report/json.h"

#include <errno.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/strbuf.h"

static struct kg_json *out(json_t *v)
{
	return (struct kg_json *)v;
}

static json_t *in(struct kg_json *v)
{
	return (json_t *)v;
}

struct kg_json *kg_json_object(void)
{
	return out(json_object());
}

struct kg_json *kg_json_array(void)
{
	return out(json_array());
}

struct kg_json *kg_json_text(const char *text)
{
	json_t *v = json_string(text);
	struct kg_strbuf sb = {0};

	if (!v) { /* not UTF-8, most likely */
		kg_strbuf_escape(&sb, text, strlen(text));
		v = sb.failed ? NULL : json_string(kg_strbuf_text(&sb));
		kg_strbuf_deinit(&sb);
	}
	return out(v);
}

struct kg_json *kg_json_u64(uint64_t v)
{
	return out(json_integer(v > INT64_MAX ? INT64_MAX : (json_int_t)v));
}

struct kg_json *kg_json_i64(int64_t v)
{
	return out(json_integer(v));
}

struct kg_json *kg_json_real(double v)
{
	return out(isfinite(v) ? json_real(v) : json_null());
}

struct kg_json *kg_json_bool(bool v)
{
	return out(json_boolean(v));
}

struct kg_json *kg_json_null(void)
{
	return out(json_null());
}

struct kg_json *kg_json_addr(kg_addr addr)
{
	char text[24];
	int len = snprintf(text, sizeof(text), "0x%llx", (unsigned long long)addr);

	return out(json_stringn_nocheck(text, (size_t)len));
}

/*
 * A container that lost a part for want of memory is emptied and marked, and so is
 * the one it is hung into: an object by a key that no document has, an array by a
 * bare false, which none holds. Emptying first makes room for the mark.
 */
#define SPOILED "\x01"

static void spoil(json_t *v)
{
	if (json_is_object(v)) {
		json_object_clear(v);
		json_object_set_new_nocheck(v, SPOILED, json_null());
	} else if (json_is_array(v)) {
		json_array_clear(v);
		json_array_append_new(v, json_false());
	}
}

static bool spoiled(const json_t *v)
{
	if (json_is_object(v))
		return json_object_get(v, SPOILED) != NULL;
	return !v || (json_is_array(v) && json_is_false(json_array_get(v, 0)));
}

void kg_json_set(struct kg_json *object, const char *key, struct kg_json *value)
{
	if (spoiled(in(value)) || json_object_set_new_nocheck(in(object), key, json_incref(in(value))) != 0)
		spoil(in(object));
	json_decref(in(value));
}

void kg_json_push(struct kg_json *array, struct kg_json *value)
{
	if (spoiled(in(value)) || json_array_append_new(in(array), json_incref(in(value))) != 0)
		spoil(in(array));
	json_decref(in(value));
}

void kg_json_set_count(struct kg_json *object, const char *key, uint64_t v)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_escape(&sb, key, strlen(key));
	kg_json_set(object, kg_strbuf_text(&sb), kg_json_u64(v));
	kg_strbuf_deinit(&sb);
}

struct kg_json *kg_json_parse(const char *text, size_t len)
{
	json_t *list = json_array();
	json_error_t where;
	size_t at = 0;

	for (;;) {
		json_t *one;

		while (at < len && (text[at] == '\n' || text[at] == ' '))
			at++;
		if (at == len)
			return out(list);
		one = json_loadb(text + at, len - at, JSON_DISABLE_EOF_CHECK, &where);
		if (!one || json_array_append_new(list, one) != 0) {
			json_decref(list);
			return NULL;
		}
		at += (size_t)where.position;
	}
}

void kg_json_destroy(struct kg_json *v)
{
	json_decref(in(v));
}

static int dump(const char *buffer, size_t size, void *data)
{
	return fwrite_unlocked(buffer, 1, size, data) == size ? 0 : -1;
}

struct kg_error *kg_json_write(struct kg_json *v, bool indent, FILE *file)
{
	size_t flags = (indent ? JSON_INDENT(2) : JSON_COMPACT) | JSON_REAL_PRECISION(9);
	int failed;

	if (spoiled(in(v))) {
		kg_json_destroy(v);
		return kg_error_nomem();
	}
	errno = 0;
	failed = json_dump_callback(in(v), dump, file, flags);
	json_decref(in(v));
	if (failed || fputc('\n', file) == EOF)
		return ferror(file) ? kg_error_os(errno ? errno : EIO, "standard output") : kg_error_nomem();
	return NULL;
}
