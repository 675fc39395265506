/* Numbers out of a target's bytes. */
#ifndef KG_BASE_WORD_H
#define KG_BASE_WORD_H

#include <stdint.h>
#include <string.h>

/** The eight bytes at @p as a number, wherever they begin. A target's order of bytes is this machine's: others are refused
 * when a core is opened. */
static inline uint64_t kg_u64(const void *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/** Four bytes, likewise. */
static inline uint32_t kg_u32(const void *p)
{
	uint32_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/** Two bytes, likewise. */
static inline uint16_t kg_u16(const void *p)
{
	uint16_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

#endif
