/* Which of several CPythons in one process is read. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "cpython/cpython_priv.h"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

void kg_python_name(const struct kg_python *p, struct kg_strbuf *sb)
{
	char text[24];

	if (p->version.major)
		kg_strbuf_printf(sb, "CPython %s in ", kg_version_text(p->version, text));
	else
		kg_strbuf_puts(sb, "a CPython in ");
	kg_strbuf_escape(sb, p->module->path, strlen(p->module->path));
}

/* "3.13" is 3.13.5 too, but not 3.130. */
static bool version_is(struct kg_version v, const char *wanted)
{
	size_t len = strlen(wanted);
	char text[24];

	kg_version_text(v, text);
	return v.major && !strncmp(text, wanted, len) && !isdigit((unsigned char)text[len]);
}

static bool is_wanted(const struct kg_python *p, size_t number, const char *wanted)
{
	size_t digits = strspn(wanted, "0123456789");

	if (digits && !wanted[digits])
		return digits < 4 && (size_t)atoi(wanted) == number;
	if (digits && wanted[digits] == '.')
		return version_is(p->version, wanted);
	return !strcmp(p->module->path, wanted) || !strcmp(base_name(p->module->path), wanted);
}

/* Does @a hold more than @b? What the allocator took says most; threads are the next best sign of use. */
static bool more(const struct kg_python *a, const struct kg_python *b)
{
	if (a->live != b->live)
		return a->live;
	if (!a->why != !b->why)
		return !a->why;
	if (a->arena_bytes != b->arena_bytes)
		return a->arena_bytes > b->arena_bytes;
	return a->threads > b->threads;
}

static struct kg_error *no_such(const struct kg_runtime *rt, const char *wanted, uint32_t fitting)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	for (uint32_t i = 0; i < rt->npythons; i++) {
		kg_strbuf_printf(&sb, "%s%u: ", i ? "; " : "", i + 1);
		kg_python_name(&rt->pythons[i], &sb);
		kg_strbuf_puts(&sb, rt->pythons[i].live ? "" : " (not initialized)");
	}
	err = kg_error_create(KG_ERR_USAGE, "--python %s: %s in this process fits; give the number of one of these: %s", wanted,
			      fitting ? "more than one CPython" : "no CPython", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return err;
}

struct kg_error *kg_pythons_choose(const struct kg_runtime *rt, const char *wanted, uint32_t *ret)
{
	uint32_t best = UINT32_MAX, live = 0, fitting = 0;

	for (uint32_t i = 0; i < rt->npythons; i++) {
		if (wanted && !is_wanted(&rt->pythons[i], i + 1, wanted))
			continue;
		fitting++;
		live += rt->pythons[i].live;
		if (best == UINT32_MAX || more(&rt->pythons[i], &rt->pythons[best]))
			best = i;
	}
	if (wanted && (!fitting || live > 1 || (fitting > 1 && !live)))
		return no_such(rt, wanted, fitting);
	*ret = best;
	return NULL;
}
