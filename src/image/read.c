#include <string.h>
#include <sys/mman.h>

#include "image/image.h"

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22 /* Linux 5.14; older kernels refuse it, and pages are mapped as they are read */
#endif

void kg_image_expect(const uint8_t *p, uint64_t len)
{
	uintptr_t page = (uintptr_t)p & ~(uintptr_t)4095;

	madvise((void *)page, (size_t)((uintptr_t)p + len - page), MADV_POPULATE_READ);
}

/* What is missing at @addr, and why. */
static struct kg_error *missing(const struct kg_image *img, kg_addr addr)
{
	if (kg_image_omitted(img, addr))
		return kg_error_at(KG_ERR_FAULT, addr, "the memory at 0x%llx was left out as payload: take it with --with-buffers",
				   (unsigned long long)addr);
	return kg_error_at(KG_ERR_FAULT, addr, "no memory at 0x%llx", (unsigned long long)addr);
}

struct kg_error *kg_image_read(const struct kg_image *img, kg_addr addr, void *buf, size_t len)
{
	uint8_t *out = buf;

	while (len > 0) {
		uint64_t have;
		const uint8_t *p = kg_image_avail(img, addr, &have);

		if (!p)
			return missing(img, addr);
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

bool kg_image_left_out(const struct kg_image *img, kg_addr addr)
{
	for (size_t i = 0; i < img->ngaps; i++)
		if (addr >= img->gaps[i].start && addr < img->gaps[i].end)
			return true;
	/* Some dumpers do not list what they leave out; the table of mapped files does. */
	for (size_t i = 0; i < img->nmappings; i++)
		if (addr >= img->mappings[i].start && addr < img->mappings[i].end)
			return !kg_image_segment(img, addr);
	return false;
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
			return missing(img, addr + len);
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
