/* How versions are written, and which ones there are layouts for. */
#include <stdio.h>

#include "cpython/cpython_priv.h"

const char *kg_versions_known(char buf[static 24])
{
	const struct kg_layout_table *first = NULL, *last = NULL;

	for (size_t i = 0; kg_layout_tables[i]; i++) {
		const struct kg_layout_table *t = kg_layout_tables[i];

		if (!first || KG_VERSION(t->major, t->minor, 0) < KG_VERSION(first->major, first->minor, 0))
			first = t;
		if (!last || KG_VERSION(t->major, t->minor, 0) > KG_VERSION(last->major, last->minor, 0))
			last = t;
	}
	if (first->minor == last->minor)
		snprintf(buf, 24, "%u.%u", first->major, first->minor);
	else
		snprintf(buf, 24, "%u.%u to %u.%u", first->major, first->minor, last->major, last->minor);
	return buf;
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
