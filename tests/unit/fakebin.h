/* Builds the bytes of a shared library: a read-only segment, a writable one, symbols. */
#ifndef KG_TESTS_FAKEBIN_H
#define KG_TESTS_FAKEBIN_H

#include <elf.h>
#include <stddef.h>
#include <stdint.h>

/*
 *	file 0x0000 -> address 0x0000, R: headers, build-id, bytes of @seed
 *	file 0x1000 -> address 0x2000, RW: bytes of @seed + 1; 0x800 bytes of .bss more
 *	file 0x2000: section headers and what no segment holds
 */
#define FAKE_BIN_DATA 0x2000
#define FAKE_BIN_END 0x3800

struct fake_symbol {
	const char *name;
	uint64_t value, size;
	int type;
};

struct fake_bin {
	uint8_t build_id; /* each of its 20 bytes; 0: none */
	uint8_t seed;
	const struct fake_symbol *symbols; /* for .symtab */
	size_t nsymbols;
	const struct fake_symbol *dynamic; /* for .dynsym */
	size_t ndynamic;
	const char *debuglink;
	uint32_t crc;
};

/** To be freed. */
uint8_t *fake_bin_build(const struct fake_bin *fb, size_t *ret_len);

#endif
