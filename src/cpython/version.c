/* What is known of each CPython version, and how versions are written. */
#include <stdio.h>

#include "base/strbuf.h"
#include "cpython/cpython_priv.h"

/*
 * One line a minor version. Arena and pool sizes: Objects/obmalloc.c with
 * USE_LARGE_ARENAS and USE_LARGE_POOLS; flag bits: Modules/gcmodule.c.
 */
static const struct kg_version_info versions[] = {
	{.major = 3, .minor = 11, .arena_bytes = 1 << 20, .pool_bytes = 1 << 14, .gc_flag_bits = 3, .code_unit = 2},
};

const struct kg_version_info *kg_version_info(struct kg_version v)
{
	for (size_t i = 0; i < KG_ARRAY_SIZE(versions); i++)
		if (versions[i].major == v.major && versions[i].minor == v.minor)
			return &versions[i];
	return NULL;
}

char *kg_versions_known(void)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < KG_ARRAY_SIZE(versions); i++)
		kg_strbuf_printf(&sb, "%s%u.%u", i ? ", " : "", versions[i].major, versions[i].minor);
	return sb.text;
}

const char *kg_version_text(struct kg_version v, char buf[static 24])
{
	const char *level = v.level == 0xa ? "a" : v.level == 0xb ? "b" : v.level == 0xc ? "rc" : NULL;

	if (level)
		snprintf(buf, 24, "%u.%u.%u%s%u", v.major, v.minor, v.micro, level, v.serial);
	else
		snprintf(buf, 24, "%u.%u.%u", v.major, v.minor, v.micro);
	return buf;
}
