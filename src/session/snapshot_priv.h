/* What the files of the snapshot writer share. */
#ifndef KG_SESSION_SNAPSHOT_PRIV_H
#define KG_SESSION_SNAPSHOT_PRIV_H

#include <elf.h>

#include "session/snapshot.h"

/* The core as kedge made it, mapped so that changes stay in this process. */
struct kg_snap {
	uint8_t *mem;
	uint64_t size;
	const Elf64_Phdr *ph; /* in .mem */
	uint64_t nph;
	const struct kg_image *img;
	const struct kg_heap *heap;
	struct kg_omitted *omitted; /* by address: those of the core and those of the options */
	size_t nomitted, cap_omitted;
	uint64_t payload_bytes; /* in .omitted */
};

/** Host address of @len bytes at @addr as the core has them; NULL when they are not all there. */
uint8_t *kg_snap_at(const struct kg_snap *s, kg_addr addr, uint64_t len);

/** Host address of the byte at @addr as the core has it and how many follow; NULL and 0. */
uint8_t *kg_snap_avail(const struct kg_snap *s, kg_addr addr, uint64_t *ret_len);

/** Payload of a node that holds no references, found exactly. @return false when there is none */
bool kg_snap_payload(const struct kg_snap *s, kg_node n, struct kg_payload *ret);

/** Adds the whole pages inside of payload to .omitted. Errors: NOMEM */
struct kg_error *kg_snap_omit(struct kg_snap *s) KG_MUST_CHECK;

/* redact.c */

/** Overwrites text and bytes in .mem. Errors: NOMEM */
struct kg_error *kg_snap_redact(struct kg_snap *s) KG_MUST_CHECK;

#endif
