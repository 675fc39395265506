/* Functions that the emulated code is given in place of the target's: routines.c says why. */
#ifndef KG_EMULATE_ROUTINES_H
#define KG_EMULATE_ROUTINES_H

#include "process/process.h"

#define KG_ROUTINES_BYTES 320

/* For each machine. */
extern const uint8_t kg_routines_x86[KG_ROUTINES_BYTES], kg_routines_arm[KG_ROUTINES_BYTES];

/* A word that reads otherwise than in the image. */
struct kg_patch {
	kg_addr at;
	uint64_t value;
};

struct kg_patches {
	struct kg_patch *items; /* sorted by .at */
	size_t n, cap;
};

/**
 * The words through which matched modules call what routines.c has, whose code stands at @routines_at.
 * @unbound: and those of functions that the dynamic linker has not bound yet, with the address it would find.
 * Errors: NOMEM. Cost: some milliseconds; with @unbound the symbols of all modules are read
 */
struct kg_error *kg_patches_find(const struct kg_process *proc, kg_addr routines_at, bool unbound,
				 struct kg_patches *ret) KG_MUST_CHECK;
void kg_patches_deinit(struct kg_patches *p);
/** Number of the first one at or after @addr. */
size_t kg_patches_from(const struct kg_patches *p, kg_addr addr);

#endif
