#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct kg_error *nomem(void)
{
	static struct {
		struct kg_error err;
		char text[16];
	} e = {{KG_ERR_NOMEM, 0}, "out of memory"};

	return &e.err;
}

struct kg_error *kg_error_nomem(void)
{
	return nomem();
}

static struct kg_error *make(enum kg_error_code code, kg_addr addr, const char *tail, const char *fmt, va_list ap)
{
	va_list again;
	struct kg_error *err;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0)
		return nomem();
	err = malloc(sizeof(*err) + (size_t)len + (tail ? strlen(tail) + 2 : 0) + 1);
	if (!err)
		return nomem();
	err->code = code;
	err->addr = addr;
	vsnprintf(err->text, (size_t)len + 1, fmt, ap);
	if (tail) {
		memcpy(err->text + len, ": ", 2);
		strcpy(err->text + len + 2, tail);
	}
	return err;
}

struct kg_error *kg_error_create(enum kg_error_code code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct kg_error *err = make(code, 0, NULL, fmt, ap);
	va_end(ap);
	return err;
}

struct kg_error *kg_error_at(enum kg_error_code code, kg_addr addr, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct kg_error *err = make(code, addr, NULL, fmt, ap);
	va_end(ap);
	return err;
}

struct kg_error *kg_error_os(int errnum, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct kg_error *err = make(KG_ERR_OS, 0, strerror(errnum), fmt, ap);
	va_end(ap);
	return err;
}

void kg_error_destroy(struct kg_error *err)
{
	if (err != nomem())
		free(err);
}
