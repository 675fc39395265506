/* Python frames and code objects: what runs where, and what each slot is called. */
#ifndef KG_CPYTHON_FRAME_H
#define KG_CPYTHON_FRAME_H

#include "cpython/runtime.h"

enum kg_frame_owner { KG_FRAME_THREAD, KG_FRAME_GENERATOR, KG_FRAME_OBJECT, KG_FRAME_OTHER };

/* A frame, wherever it lives. Object addresses may be 0. */
struct kg_frame {
	kg_addr addr;	   /* _PyInterpreterFrame; up to 3.10 the frame object */
	kg_addr code, func, locals, frame_obj; /* all 0 for one that belongs to C: owner is KG_FRAME_OTHER */
	kg_addr previous;  /* next outer frame */
	enum kg_frame_owner owner;
	bool code_counted, func_counted; /* the frame has references of its own to them */
	bool complete;	   /* false: still being entered, Python does not show it */
	int line;	   /* 0 unknown */
	uint32_t nlocals;  /* named slots: locals, cells, free variables */
	uint32_t nslots;   /* slots in use: nlocals and as much of the stack as is known; fewer
			    * than nlocals in a frame that is being cleared */
	bool stack_known;  /* false: slots above nlocals exist but their number is not known */
	kg_addr slots;	   /* address of slot 0 */
};

/**
 * The object that the word @word of a frame's slot stands for, 0 for none. *ret_counted is false where the slot has no
 * reference of its own. Source: CPython 3.14 Include/internal/pycore_stackref.h and InternalDocs/stackrefs.md
 */
static inline kg_addr kg_frame_slot(const struct kg_layout *lay, uint64_t word, bool *ret_counted)
{
	enum { TAG = 3, BORROWED = 1 };

	*ret_counted = true;
	if (!kg_layout_tagged_slots(lay))
		return word;
	*ret_counted = (word & TAG) == 0;
	return (word & TAG) > BORROWED ? 0 : word & ~(uint64_t)TAG;
}

/** Reads the frame at @addr. Whoever follows .previous guards against circles. Errors: FAULT, CORRUPT */
struct kg_error *kg_frame_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret) KG_MUST_CHECK;

/** What the suspended frame delegates to in a `yield from` or an await: the object on top of its stack.
 * @return 0 in a plain yield and when it is not suspended */
kg_addr kg_frame_delegate(const struct kg_runtime *rt, const struct kg_frame *f);

enum { KG_SLOT_LOCAL = 0x20, KG_SLOT_CELL = 0x40, KG_SLOT_FREE = 0x80 };

/* What one needs of a code object to name things. */
struct kg_code {
	kg_addr addr, filename, name, qualname; /* str objects */
	kg_addr names[3];     /* tuples: names of the slots; up to 3.10 of locals, cells and free variables */
	uint32_t nnames[3];
	const uint8_t *kinds; /* nlocalsplus bytes of KG_SLOT_*; NULL when unreadable, and up to 3.10 */
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

/** KG_SLOT_* of slot @i, 0 when it is not known. */
unsigned int kg_code_slot_kind(const struct kg_code *code, uint32_t i);

#endif
