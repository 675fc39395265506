#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

struct kg_error *kg_grow_to(void *items, size_t *cap, size_t n, size_t elem)
{
	size_t more = *cap ? *cap : 16;
	void *mem;

	if (n <= *cap)
		return NULL;
	while (more < n || more == *cap) {
		if (more > SIZE_MAX / 2)
			return kg_error_nomem();
		more *= 2;
	}
	if (more > SIZE_MAX / elem)
		return kg_error_nomem();
	memcpy(&mem, items, sizeof(mem)); /* whatever the type of the pointer is */
	mem = realloc(mem, more * elem);
	if (!mem)
		return kg_error_nomem();
	memcpy(items, &mem, sizeof(mem));
	*cap = more;
	return NULL;
}

struct kg_error *kg_grow(void *items, size_t *cap, size_t n, size_t elem)
{
	return kg_grow_to(items, cap, n + 1, elem);
}
