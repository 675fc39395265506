/* Python frames and code objects: what runs where, and what each slot is called. */
#ifndef KG_CPYTHON_FRAME_H
#define KG_CPYTHON_FRAME_H

#include "cpython/runtime.h"

enum kg_frame_owner { KG_FRAME_THREAD, KG_FRAME_GENERATOR, KG_FRAME_OBJECT, KG_FRAME_OTHER };

/* An interpreter frame, wherever it lives. Object addresses may be 0. */
struct kg_frame {
	kg_addr addr;	   /* _PyInterpreterFrame */
	kg_addr code, func, locals, frame_obj;
	kg_addr previous;  /* next outer frame */
	enum kg_frame_owner owner;
	bool complete;	   /* false: still being entered, Python does not show it */
	int line;	   /* 0 unknown */
	uint32_t nlocals;  /* named slots: locals, cells, free variables */
	uint32_t nslots;   /* slots in use: nlocals and as much of the stack as is known; fewer
			    * than nlocals in a frame that is being cleared */
	bool stack_known;  /* false: slots above nlocals exist but their number is not known */
	kg_addr slots;	   /* address of slot 0 */
};

/** Reads the frame at @addr. Whoever follows .previous guards against circles. Errors: FAULT, CORRUPT */
struct kg_error *kg_frame_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret) KG_MUST_CHECK;

enum { KG_SLOT_LOCAL = 0x20, KG_SLOT_CELL = 0x40, KG_SLOT_FREE = 0x80 };

/* What one needs of a code object to name things. */
struct kg_code {
	kg_addr addr, filename, name, qualname; /* str objects */
	kg_addr names;	/* co_localsplusnames, a tuple */
	const uint8_t *kinds; /* nlocalsplus bytes of KG_SLOT_*, NULL when unreadable */
	uint32_t nlocalsplus, stacksize;
	int firstlineno;
	kg_addr bytecode;
	uint64_t bytecode_size;
	uint32_t firsttraceable;
	const uint8_t *linetable;
	uint64_t linetable_size;
};

struct kg_error *kg_code_read(const struct kg_runtime *rt, kg_addr addr, struct kg_code *ret) KG_MUST_CHECK;

/** Line of the instruction at byte @offset, 0 when it has none. */
int kg_code_line(const struct kg_runtime *rt, const struct kg_code *code, int64_t offset);

/** str object of the name of slot @i of the code's localsplus, 0 when out of range. */
kg_addr kg_code_slot_name(const struct kg_runtime *rt, const struct kg_code *code, uint32_t i);

#endif
