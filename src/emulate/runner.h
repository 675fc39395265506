/*
 * What runs in the emulator's process: batches of objects, and what to do when one of them does not go well. A request
 * and its answer are in memory that both processes see; of the answer kedge believes nothing.
 */
#ifndef KG_EMULATE_RUNNER_H
#define KG_EMULATE_RUNNER_H

#include "emulate/child.h"
#include "emulate/emulate_priv.h"

/* How far the words are patched through which modules call others (routines.c). */
enum kg_patched { KG_UNPATCHED, KG_PATCHED, KG_BOUND };

#define KG_SHARED_PATCHES (1 << 16)

struct kg_share {
	struct kg_child_words words;

	/* The request */
	kg_addr function;
	uint32_t n; /* objects */
	uint32_t asks; /* the function answers a question */
	uint64_t before; /* objects of the same call that are over, and how many of them did not go well */
	uint32_t failed, endless;
	uint32_t patched;  /* enum kg_patched, and how many words that takes: .patches, unless the process began with them */
	uint32_t npatches;
	kg_addr objects[KG_EMULATE_BATCH];
	struct kg_patch patches[KG_SHARED_PATCHES];

	/* The answer: what became of the first .done objects, at least one unless .patch */
	uint32_t done;
	uint32_t patch; /* enum kg_patched: the next object may work when patched so */
	uint8_t how[KG_EMULATE_BATCH];
	uint64_t ends[KG_EMULATE_BATCH]; /* in .visited */
	kg_addr visited[];		 /* as many as the scratch area has outputs */
};

#define KG_ENDLESS_MAX 3 /* objects of one call that took very long: then its function is given up */

/** A call in which so many of @done objects failed is given up. */
static inline bool kg_given_up(uint64_t done, unsigned int failed, unsigned int endless)
{
	return endless >= KG_ENDLESS_MAX || (failed >= 64 && 2 * (uint64_t)failed > done);
}

struct kg_runner {
	const struct kg_emulator_options *opts;
	struct kg_scratch *scratch;
	struct kg_share *share;
	const struct kg_patches *patches;
	enum kg_patched patched;
	struct kg_patches shared; /* those of .share */
	struct kg_engine *fast, *counted; /* counted: made when first needed */
	/* Of the request */
	kg_addr function;
	bool asks, full; /* full: no room for more references */
	size_t n, done;
	uint64_t nvisited, before;
	bool writes; /* the function does, to the image */
	size_t singly; /* run so many one by one: together they would see what others wrote */
	unsigned int failed, endless;
	enum kg_patched patch; /* wished */
};

/** Errors: NOMEM */
struct kg_error *kg_runner_open(struct kg_runner *r) KG_MUST_CHECK;
/** Serves the request in .share. Errors: NOMEM */
struct kg_error *kg_runner_serve(struct kg_runner *r) KG_MUST_CHECK;

#endif
