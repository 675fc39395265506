/*
 * What the engine's files share, and no other: the only place that includes Unicorn. There is nothing in it where
 * kedge is built without the emulator (absent.c).
 */
#ifndef KG_EMULATE_ENGINE_PRIV_H
#define KG_EMULATE_ENGINE_PRIV_H

#ifdef HAVE_UNICORN

#include <unicorn/unicorn.h>

#include "emulate/emulate_priv.h"

#define KG_ENGINE_PRIVATE_MAX 64    /* pages that one run may write */
#define KG_ENGINE_FORBIDDEN_MAX 256 /* instructions of an engine that are taken out */
#define KG_ENGINE_STATE_WORDS 8	    /* with those that need a longer name */

/* What is called of the library. */
#define KG_UNICORN(X)                                                                                                  \
	X(open) X(close) X(ctl) X(emu_start) X(emu_stop) X(hook_add) X(mem_map_ptr) X(mem_unmap) X(reg_read) X(reg_write)     \
	X(context_alloc) X(context_free) X(context_save) X(context_restore)

struct kg_unicorn {
#define X(name) __typeof__(uc_##name) *name;
	KG_UNICORN(X)
#undef X
};

extern struct kg_unicorn kg_unicorn;

struct kg_engine_machine;

/* A written page: a copy of the image's. */
struct kg_engine_page {
	kg_addr addr;
	const uint8_t *original;
	uint8_t *copy;
};

struct kg_engine {
	uc_engine *uc;
	const struct kg_engine_machine *machine;
	uc_context *start; /* registers before each run */
	const struct kg_image *image;
	kg_emulator_code *code;
	void *code_arg;
	const struct kg_scratch *scratch;
	struct kg_engine_page pages[KG_ENGINE_PRIVATE_MAX];
	unsigned int npages;
	uint64_t state[KG_ENGINE_STATE_WORDS];
	uint64_t budget, blocks, visits; /* of the run */
	enum kg_engine_end end;		 /* why a hook ended the run */
	kg_addr fault;
	kg_addr pc;
	const struct kg_patches *patches; /* NULL: none */
	struct kg_engine_page *patched; /* pages with patches that are mapped */
	size_t npatched, patched_cap;
	kg_addr forbidden[KG_ENGINE_FORBIDDEN_MAX]; /* instructions to be taken out */
	unsigned int nforbidden;
	bool broken; /* to be thrown away: what the code made of it is not known */
};

/** From a hook: ends the run, and says why where no hook did before. */
void kg_engine_stop_for(struct kg_engine *e, enum kg_engine_end why);

/**
 * Maps what lies around @addr and is alike. A page of which the image has only a part is not mapped: what it lacks is
 * not known.
 */
bool kg_engine_map_around(struct kg_engine *e, kg_addr addr);

/**
 * Code that is about to be translated for the first time: has it an instruction that would be taken for another one? It
 * is taken out then, before anything was run, and what comes to it ends as it would on a processor that lacks it.
 */
void kg_engine_on_generated(uc_engine *uc, uc_tb *block, uc_tb *before, void *arg);

#endif

#endif
