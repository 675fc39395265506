/* The emulator's own code in the emulated processor, for each machine. */
#ifndef KG_EMULATE_LOOP_H
#define KG_EMULATE_LOOP_H

#include "base/types.h"

/* The loop over the objects, which begins at the first byte, and the visit function. */
struct kg_loop {
	const void *code;
	uint32_t bytes;
	uint32_t done;	/* where the loop ends: the emulation does so before this instruction */
	uint32_t visit; /* the visit function */
};

extern const struct kg_loop kg_loop_x86, kg_loop_arm;

#endif
