#include <string.h>

#include "image/image.h"

struct kg_error *kg_image_read(const struct kg_image *img, kg_addr addr, void *buf, size_t len)
{
	uint8_t *out = buf;

	while (len > 0) {
		uint64_t have;
		const uint8_t *p = kg_image_avail(img, addr, &have);

		if (!p)
			return kg_error_at(KG_ERR_FAULT, addr, "no memory at 0x%llx", (unsigned long long)addr);
		if (have > len)
			have = len;
		memcpy(out, p, have);
		out += have;
		addr += have;
		len -= have;
	}
	return NULL;
}

struct kg_error *kg_image_read_u64(const struct kg_image *img, kg_addr addr, uint64_t *ret)
{
	const void *p = kg_image_span(img, addr, sizeof(*ret));
	uint64_t value;
	struct kg_error *err;

	if (KG_LIKELY(p != NULL)) {
		memcpy(ret, p, sizeof(*ret));
		return NULL;
	}
	err = kg_image_read(img, addr, &value, sizeof(value));
	if (!err)
		*ret = value;
	return err;
}

struct kg_error *kg_image_read_cstr(const struct kg_image *img, kg_addr addr, char *buf, size_t cap)
{
	size_t len = 0;

	while (len + 1 < cap) {
		uint64_t have;
		const uint8_t *p = kg_image_avail(img, addr + len, &have);
		const uint8_t *nul;

		if (!p) {
			buf[len] = '\0';
			return kg_error_at(KG_ERR_FAULT, addr + len, "no memory at 0x%llx",
					   (unsigned long long)(addr + len));
		}
		if (have > cap - 1 - len)
			have = cap - 1 - len;
		nul = memchr(p, '\0', have);
		if (nul)
			have = (uint64_t)(nul - p) + 1;
		memcpy(buf + len, p, have);
		if (nul)
			return NULL;
		len += have;
	}
	if (cap > 0)
		buf[len] = '\0';
	return kg_error_at(KG_ERR_CORRUPT, addr, "no end of the string at 0x%llx within %zu bytes",
			   (unsigned long long)addr, cap);
}
