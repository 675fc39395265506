/* Readers that several types share. */
#include "heap/types/tables.h"

#include "image/image.h"

struct kg_error *kg_types_push_range(const struct kg_heap *h, kg_addr addr, uint64_t n, uint64_t first,
				     enum kg_edge_kind kind, struct kg_sink *sink)
{
	const void *p;
	struct kg_error *err = kg_heap_array(h, addr, n, sizeof(kg_addr), &p);

	if (err)
		return err;
	for (uint64_t i = 0; i < n; i++)
		kg_sink_edge(sink, kg_word(p, (int64_t)(i * sizeof(kg_addr))), kind, KG_ITEM(first + i));
	return NULL;
}

struct kg_error *kg_types_cstr_bytes(const struct kg_heap *h, kg_addr addr, uint64_t *ret)
{
	uint64_t avail;
	const uint8_t *p, *end;

	if (addr == 0) {
		*ret = 0;
		return NULL;
	}
	p = kg_image_avail(kg_heap_image(h), addr, &avail);
	end = p ? memchr(p, 0, avail) : NULL;
	if (!end)
		return kg_error_at(KG_ERR_FAULT, addr, "a C string has no end");
	*ret = (uint64_t)(end - p) + 1;
	return NULL;
}

struct kg_error *kg_types_size_add(kg_addr addr, uint64_t base, int64_t n, uint64_t elem, uint64_t *ret)
{
	uint64_t bytes;

	if (n < 0 || __builtin_mul_overflow((uint64_t)n, elem, &bytes) || __builtin_add_overflow(bytes, base, &bytes) ||
	    bytes >> 62)
		return kg_error_at(KG_ERR_CORRUPT, addr, "a length of %lld elements", (long long)n);
	*ret = bytes;
	return NULL;
}
