/* What of a process is to be copied, and where in the core it goes. */
#ifndef KG_LIVE_PLAN_H
#define KG_LIVE_PLAN_H

#include "live/pages.h"
#include "live/proc.h"

enum kg_range_how {
	KG_RANGE_NONE,	  /* listed in the core, without bytes */
	KG_RANGE_OMITTED, /* the same, because it is payload */
	KG_RANGE_ALL,	  /* every page */
	KG_RANGE_TOUCHED, /* pages that were ever touched, the others read as zeroes */
};

/* One PT_LOAD. */
struct kg_range {
	kg_addr start, end;
	uint64_t offset; /* into the core; of ALL and TOUCHED */
	uint32_t flags;	 /* KG_VMA_* */
	enum kg_range_how how;
};

/* Room in the core that a stretch of addresses has for good, so that pages can be made ready before the stop. */
struct kg_slot {
	kg_addr start, end;
	uint64_t offset;
};

struct kg_plan {
	struct kg_range *ranges; /* by address */
	size_t n, cap;
	struct kg_slot *slots;
	size_t nslots, cap_slots;
	uint64_t size; /* of the core so far */
	uint64_t shared_bytes;
};

/* Blocks whose inside is to be left out, by address. */
struct kg_runs;

/**
 * Fills @p->ranges anew for the memory that @maps lists; slots stay.
 * @payload: inside of blocks of payload, whole pages, each within one mapping; may be empty
 * Errors: NOMEM
 */
struct kg_error *kg_plan_make(struct kg_plan *p, const struct kg_reader *r, const struct kg_maps *maps,
			      const struct kg_runs *payload, bool with_buffers) KG_MUST_CHECK;
void kg_plan_deinit(struct kg_plan *p);

/** Adds what is to be copied as pieces of @base, where the core is mapped.
 * @ret_untouched: bytes of ranges without a page. Errors: NOMEM */
struct kg_error *kg_plan_pieces(const struct kg_plan *p, const struct kg_reader *r, uint8_t *base,
				struct kg_piece **ret, size_t *ret_n, uint64_t *ret_bytes, uint64_t *ret_untouched) KG_MUST_CHECK;

/* payload.c */

/**
 * Finds blocks of payload while the process runs: what malloc() of the GNU C library
 * mapped for one request of a MiB and more, and in which, behind the first page, no
 * eight bytes, aligned or not, are an address of the process's writable memory: no list, dict,
 * set, object array or struct with references in it. Other allocators' blocks are not known and copied.
 * Errors: NOMEM
 */
struct kg_error *kg_payload_find(const struct kg_reader *r, const struct kg_maps *maps, struct kg_runs *ret) KG_MUST_CHECK;

/**
 * Keeps of @runs those that are so still, now that the process stands: the allocator's header
 * is the same, and so is the answer for one page in sixteen. A block that changed in
 * between is copied. One that changed elsewhere is still left out: whoever reads there is told that
 * it was, so that nothing is taken for zeroes.
 * Errors: NOMEM
 */
struct kg_error *kg_payload_confirm(const struct kg_reader *r, const struct kg_maps *maps, unsigned int threads,
				    struct kg_runs *runs) KG_MUST_CHECK;

#endif
