#include <stdlib.h>
#include <string.h>

#include "process/process_priv.h"

#define CHUNK ((size_t)64 << 10)

struct kg_arena_chunk {
	struct kg_arena_chunk *next;
	_Alignas(max_align_t) uint8_t bytes[];
};

void *kg_arena_alloc(struct kg_arena *a, size_t size)
{
	size_t align = _Alignof(max_align_t);
	void *mem;

	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + align - 1) & ~(align - 1);
	if (size > a->left) {
		size_t want = size > CHUNK ? size : CHUNK;
		struct kg_arena_chunk *c = calloc(1, sizeof(*c) + want);

		if (!c)
			return NULL;
		c->next = a->chunks;
		a->chunks = c;
		a->next = c->bytes;
		a->left = want;
	}
	mem = a->next;
	a->next += size;
	a->left -= size;
	return mem;
}

char *kg_arena_strdup(struct kg_arena *a, const char *text)
{
	size_t len = strlen(text) + 1;
	char *copy = kg_arena_alloc(a, len);

	return copy ? memcpy(copy, text, len) : NULL;
}

void kg_arena_deinit(struct kg_arena *a)
{
	while (a->chunks) {
		struct kg_arena_chunk *c = a->chunks;

		a->chunks = c->next;
		free(c);
	}
	*a = (struct kg_arena){0};
}
