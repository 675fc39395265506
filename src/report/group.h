/*
 * One group of garbage: whose it is, what closes its cycles, what is in it, what
 * goes with it, and what to do about it.
 */
#ifndef KG_REPORT_GROUP_H
#define KG_REPORT_GROUP_H

#include "analysis/buffers.h"
#include "analysis/cycles.h"
#include "analysis/loop.h"
#include "report/census.h"
#include "report/origin.h"

/* Objects of one type that people ask for. */
struct kg_kind {
	const struct kg_type *type;
	bool array;	/* else an instance of a class of the application */
	uint64_t objects, bytes; /* bytes: sizes and payloads */
	kg_node largest;
};

enum kg_final_how {
	KG_FINAL_DEL,	   /* a class with __del__() */
	KG_FINAL_TP_DEL,   /* tp_del, which the collector leaves alone: goes to gc.garbage */
	KG_FINAL_C,	   /* tp_finalize of a C type: generators, files */
	KG_FINAL_CALLBACK, /* a weak reference to it has a callback */
	KG_FINAL_FINALIZE, /* weakref.finalize() */
};

struct kg_final {
	kg_node node;
	enum kg_final_how how;
	kg_addr callback; /* CALLBACK, FINALIZE */
	bool runs;	  /* false: the weak reference is garbage too, its callback is not called */
};

/* Code and instances of one origin. */
struct kg_share {
	uint32_t origin;
	uint64_t objects, knotted; /* all, and those that stand in a cycle */
	uint64_t frames;
};

struct kg_group {
	const struct kg_heap *heap;
	struct kg_origins *origins;
	const struct kg_cycles *cycles;
	const struct kg_cycle *cycle;
	const kg_node *members;
	struct kg_census types, cells;
	struct kg_buffer *buffers; /* that go with it, the largest first */
	size_t nbuffers;
	struct kg_kind *inside; /* arrays and instances of the application's classes that stand in a cycle */
	size_t ninside;
	struct kg_kind *along; /* arrays and buffers that stand in none and go too */
	size_t nalong;
	struct kg_final *finals;
	size_t nfinals;
	struct kg_share *shares; /* of origins that are known, those with most in cycles first */
	size_t nshares;
	uint32_t owner;	     /* origin */
	struct kg_loop loop; /* the cycle that says most */
	struct kg_strbuf way;	 /* it in words: "Node.children[0].parent" */
	struct kg_strbuf verdict, advice;
};

/** Contents of at least @min_bytes count as buffers. @cycles is used for further runs. Errors: NOMEM */
struct kg_error *kg_group_init(struct kg_group *g, const struct kg_heap *h, struct kg_origins *origins,
			       const struct kg_cycles *cycles, const struct kg_cycle *cycle,
			       uint64_t min_bytes) KG_MUST_CHECK;
void kg_group_deinit(struct kg_group *g);

/** "__del__", "tp_del", "C finalizer", "weakref callback", "weakref.finalize" */
const char *kg_final_name(enum kg_final_how how);

/** Is it an ndarray or an instance of a class derived from it? */
bool kg_group_is_array(const struct kg_type *t);

/** Whose a group is, at little cost: the origin as in struct kg_group. Errors: NOMEM */
struct kg_error *kg_group_owner(const struct kg_heap *h, struct kg_origins *origins, const struct kg_cycles *cycles,
				const struct kg_cycle *cycle, uint32_t *ret) KG_MUST_CHECK;

/** A row of "cycles --json". */
struct kg_json *kg_group_json(const struct kg_group *g, size_t width, bool members);

/** The same for people, several lines of at most 80 columns where names allow. @alike: groups of
 * the same shape that are not shown, @freed: what they and this one free together. */
void kg_group_text(const struct kg_group *g, size_t width, bool members, uint64_t alike, uint64_t freed,
		   struct kg_strbuf *sb);

/** Do the two look alike to people: owner, verdict, types? */
bool kg_group_alike(const struct kg_group *a, const struct kg_group *b);

#endif
