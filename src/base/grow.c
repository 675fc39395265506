#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

struct kg_error *kg_grow(void *items, size_t *cap, size_t n, size_t elem)
{
	size_t more = *cap ? *cap * 2 : 16;
	void *mem;

	if (n < *cap)
		return NULL;
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
