/*
 * What the files of emulate/ share: an engine is an emulated processor with the image before it and a scratch area,
 * and hides the library that does it. It runs in a process of its own (child.h), which may call none of the functions
 * that open files.
 */
#ifndef KG_EMULATE_EMULATE_PRIV_H
#define KG_EMULATE_EMULATE_PRIV_H

#include "emulate/emulate.h"
#include "emulate/routines.h"

#define KG_EMULATE_BATCH 4096 /* objects of one run at most */
#define KG_EMULATE_PAGE 4096

enum kg_loop_end {
	KG_LOOP_FULL = 1, /* visit had no room */
	KG_LOOP_CHANGED,  /* the stack pointer or the modes are not as a function has to leave them */
};

/* The words that the loop in machine code works with. Written by hostile code too: nothing in them is trusted. */
struct kg_emulate_control {
	uint64_t out, out_end;	  /* where the next reference goes */
	uint64_t index, n;	  /* object at work */
	uint64_t objects;	  /* their addresses */
	uint64_t function;
	uint64_t ends;		  /* .out after each object */
	uint64_t why;		  /* enum kg_loop_end, where the loop ended before all were done */
	uint64_t asked;		  /* what the function at KG_SCRATCH_ASK calls */
	uint32_t mxcsr, x87;	  /* x86-64: modes, as the last object left them */
};

/*
 * The scratch area, at .base in the target's addresses, where the image has nothing:
 * code (read and run), a gap, objects (read), ends (read and write), a hole, the stack, a hole, the output. The control words
 * stand above the stack in the same page: each page less that is written all the time is a look-up less.
 */
enum {
	KG_SCRATCH_CODE = 0,
	KG_SCRATCH_ASK = 0x400,
	KG_SCRATCH_ROUTINES = 0x800,
	KG_SCRATCH_GAP = 0x1000, /* never touched: engine.c says what it is for */
	KG_SCRATCH_OBJECTS = KG_SCRATCH_GAP + 0x400000,
	KG_SCRATCH_ENDS = KG_SCRATCH_OBJECTS + 8 * KG_EMULATE_BATCH,
	KG_SCRATCH_HOLE = KG_SCRATCH_ENDS + 8 * KG_EMULATE_BATCH,
	KG_SCRATCH_STACK = KG_SCRATCH_HOLE + 0x10000,
	KG_SCRATCH_STACK_END = KG_SCRATCH_STACK + 0x80000,
	KG_SCRATCH_CONTROL = KG_SCRATCH_STACK_END - 128,
	KG_SCRATCH_OUTPUT = KG_SCRATCH_STACK_END + 0x10000,
};

struct kg_scratch {
	kg_addr base;	    /* in the target */
	uint8_t *host;
	uint64_t size;	    /* bytes, output included */
	uint64_t outputs;   /* references that the output has room for */
};

static inline struct kg_emulate_control *kg_scratch_control(const struct kg_scratch *s)
{
	return (struct kg_emulate_control *)(s->host + KG_SCRATCH_CONTROL);
}

/** Finds a place in the address space and takes memory for at most @outputs references. Errors: NOMEM */
struct kg_error *kg_scratch_init(struct kg_scratch *s, const struct kg_image *img, uint64_t outputs) KG_MUST_CHECK;
void kg_scratch_deinit(struct kg_scratch *s);

/** Puts the function that asks .asked at @at, which has room for 256 bytes. */
void kg_ask_put(enum kg_machine machine, uint8_t *at);

/* How a run of the loop ended. */
enum kg_engine_end {
	KG_ENGINE_DONE,	   /* the loop came to its end; .why may be set */
	KG_ENGINE_MISSING, /* nothing there to read or write */
	KG_ENGINE_SHARED,  /* a write to the image, at .fault: kg_engine_private(), then run again */
	KG_ENGINE_FETCH,
	KG_ENGINE_TRAP,
	KG_ENGINE_SYSCALL,
	KG_ENGINE_STOPPED, /* by kg_engine_stop() */
	KG_ENGINE_BUDGET,
	KG_ENGINE_STATE,
	KG_ENGINE_FORBIDDEN, /* came to an instruction that would have been taken for another one, and is taken out now: run again */
};

struct kg_engine;

/**
 * @budget: blocks of code that a run may take without output, 0: no limit. A limit costs a call for each block.
 * Errors: NOMEM
 */
struct kg_error *kg_engine_create(const struct kg_emulator_options *opts, const struct kg_scratch *scratch,
				  uint64_t budget, struct kg_engine **ret) KG_MUST_CHECK;
void kg_engine_destroy(struct kg_engine *e);

/** To be called before each run: opens the processor again where the last run broke it. Errors: NOMEM */
struct kg_error *kg_engine_prepare(struct kg_engine *e) KG_MUST_CHECK;

/** From the next run on the image reads as @patches say, which must outlive the engine. */
void kg_engine_patch(struct kg_engine *e, const struct kg_patches *patches);

/** Where the last run ended. */
kg_addr kg_engine_pc(const struct kg_engine *e);

/** Runs the loop as the control words say. @ret_fault: SHARED: where */
enum kg_engine_end kg_engine_run(struct kg_engine *e, kg_addr *ret_fault);

/** From a signal handler, while the engine runs. */
void kg_engine_stop(struct kg_engine *e);

/** Lets the page that holds @addr be written, in a copy. @return false when it may not: code, or too many pages */
bool kg_engine_private(struct kg_engine *e, kg_addr addr);

/** Puts all written pages back. */
void kg_engine_restore(struct kg_engine *e);

/** How many pages may be written. */
unsigned int kg_engine_pages(const struct kg_engine *e);

/** From the next run on no page may be written, as in the beginning. @return false when none could be. Cost: some milliseconds */
bool kg_engine_forget(struct kg_engine *e);

#endif
