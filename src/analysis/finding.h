/*
 * Suspects: what most likely ate the memory. A finder looks for one story ("an
 * lru_cache without a limit"), and reports what it finds as a sentence whose every
 * number is a fact beside it.
 *
 * How to add one: a file in analysis/finders/ with its kg_finder_<name>, and a line
 * in finders.def. Facts are named; the sentence and the next command quote them as
 * {name}, so that nothing can be said which is not in the evidence. Words that depend
 * on a count go by it: {tasks:task waits|tasks wait} with the number, {tasks#is|are} without.
 */
#ifndef KG_ANALYSIS_FINDING_H
#define KG_ANALYSIS_FINDING_H

#include "analysis/cycles.h"
#include "analysis/freed.h"
#include "analysis/joint.h"
#include "analysis/totals.h"
#include "base/strbuf.h"

/*
 * Below both of these a finder is silent: bytes that would not be missed, and a part
 * of all bytes (objects and what they own beside themselves) that explains nothing.
 * Findings that are wrong at any size (.always) are told nevertheless.
 */
#define KG_FINDING_BYTES (UINT64_C(1) << 20)
#define KG_FINDING_PART 100 /* at least a hundredth of the heap */

#define KG_FINDINGS_EACH 8 /* of one finder at most: the largest */
#define KG_FACTS_MAX 16
#define KG_PARTS_MAX 256

/* ID: a number that counts nothing, such as that of a thread. */
enum kg_fact_kind { KG_FACT_COUNT, KG_FACT_BYTES, KG_FACT_ADDR, KG_FACT_TEXT, KG_FACT_ID };

struct kg_fact {
	const char *name;
	enum kg_fact_kind kind;
	uint64_t value;
	char *text; /* TEXT: safe to show, owned */
};

struct kg_finding {
	const char *kind;
	const char *sentence; /* {bytes} and {fact} stand for values */
	const char *next;     /* command for kedge: "why {target} {list}" */
	const char *guess;    /* why it rests on a guess, NULL when it does not */
	kg_node subject;      /* whose keeper is worth telling, KG_NODE_NONE */
	kg_node also;	      /* a part of it that no other finding need be about, KG_NODE_NONE */
	kg_node *parts;	      /* of a finding about many: some of them, owned */
	size_t nparts;
	uint64_t bytes; /* that would go, or that are wasted: the rank */
	struct kg_fact facts[KG_FACTS_MAX];
	size_t nfacts;
};

/* What finders share while they look. */
struct kg_search {
	const struct kg_heap *heap;
	struct kg_progress *progress;
	const struct kg_totals *totals;
	const struct kg_cycles *cycles; /* NULL when a collection was under way */
	const struct kg_retained *retained;
	struct kg_freed *freed;
	uint64_t heap_bytes; /* of all objects and what they own */
	uint64_t least;	     /* bytes below which a finder is silent */
	struct kg_finding *items;
	size_t n, cap;
	bool failed; /* out of memory: the findings are not complete */
};

struct kg_finder {
	const char *name;  /* of its findings: "lru-cache" */
	const char *looks; /* what it looks for, in a few words for people */
	/** Adds what it finds. Errors: NOMEM. Cost: a pass over the objects at most, and what goes with its candidates
	 */
	struct kg_error *(*run)(struct kg_search *s, const struct kg_finder *self);
};

extern const struct kg_finder *const kg_finders[];
extern const size_t kg_finders_n;

struct kg_findings {
	struct kg_finding *items; /* most bytes first */
	size_t n;
	uint64_t heap_bytes, least;
	bool garbage_known; /* false: nothing can be said of what waits for a collection */
};

/* What is known of the whole heap before the search. */
struct kg_found {
	const struct kg_totals *totals;
	const struct kg_retained *retained;
	const struct kg_cycles *cycles; /* NULL when a collection was under way */
};

/** Runs all finders. Errors: NOMEM, CANCELED. Cost: a few passes over all objects and references */
struct kg_error *kg_findings_create(const struct kg_heap *h, const struct kg_found *known, struct kg_progress *progress,
				    struct kg_findings *ret) KG_MUST_CHECK;
void kg_findings_deinit(struct kg_findings *f);

/** The fact called @name, NULL when there is none. */
const struct kg_fact *kg_finding_fact(const struct kg_finding *f, const char *name);

/* For finders. */

/** A new finding, valid until the next one; NULL when @bytes are too few to tell of
 * or memory is out, which is legal for all that follow. */
struct kg_finding *kg_search_add(struct kg_search *s, const struct kg_finder *self, kg_node subject, uint64_t bytes);
/** The same, told at any size. */
struct kg_finding *kg_search_always(struct kg_search *s, const struct kg_finder *self, kg_node subject, uint64_t bytes);

void kg_finding_count(struct kg_finding *f, const char *name, uint64_t n);
void kg_finding_id(struct kg_finding *f, const char *name, uint64_t id);
void kg_finding_bytes(struct kg_finding *f, const char *name, uint64_t bytes);
void kg_finding_addr(struct kg_finding *f, const char *name, kg_addr addr);
/** Takes over the text of @sb, which must be safe to show, and empties it. */
void kg_finding_text(struct kg_search *s, struct kg_finding *f, const char *name, struct kg_strbuf *sb);
/** A text of kedge's own, or a name of a type. */
void kg_finding_word(struct kg_search *s, struct kg_finding *f, const char *name, const char *text);

/** Is @n in use: not what gc.collect() would find. */
static inline bool kg_search_alive(const struct kg_search *s, kg_node n)
{
	return !s->heap->collectable || !kg_heap_collectable(s->heap, n);
}

/** Notes what a finding about many objects is about, up to KG_PARTS_MAX of them. */
void kg_finding_parts(struct kg_search *s, struct kg_finding *f, const kg_node *nodes, size_t n);

/** Bytes that go when @n alone goes. */
static inline uint64_t kg_search_held(const struct kg_search *s, kg_node n)
{
	return kg_retained_bytes(s->retained, n);
}

/* Groups of objects that are one finding each, weighed all at once since a pass over
 * the heap weighs many as fast as one. Starts as zeroes. */
struct kg_groups {
	kg_node *nodes;
	size_t n, cap;
	size_t *ends; /* [group] first place in nodes[] that is not the group's any more */
	size_t ngroups, cap_ends;
	uint64_t *bytes; /* [group] after kg_groups_weigh() */
};

/** Errors: NOMEM */
struct kg_error *kg_groups_add(struct kg_groups *g, kg_node n) KG_MUST_CHECK;
/** Ends the group that the nodes added since the last one make. Errors: NOMEM */
struct kg_error *kg_groups_end(struct kg_groups *g) KG_MUST_CHECK;
/** Fills bytes[]: what goes when all of a group go together, exact. Errors: NOMEM */
struct kg_error *kg_groups_weigh(struct kg_search *s, struct kg_groups *g) KG_MUST_CHECK;
void kg_groups_deinit(struct kg_groups *g);

static inline size_t kg_groups_first(const struct kg_groups *g, size_t group)
{
	return group ? g->ends[group - 1] : 0;
}

static inline size_t kg_groups_size(const struct kg_groups *g, size_t group)
{
	return g->ends[group] - kg_groups_first(g, group);
}

/** The one of a group that retains most alone; the first when there is none. */
kg_node kg_groups_largest(const struct kg_search *s, const struct kg_groups *g, size_t group);

/* Types whose C type is the one called by a name, subclasses included. */
struct kg_types_of {
	bool *fits; /* [type index] */
	uint64_t objects;
};

/** @names ends with NULL; tp_name of C types. Errors: NOMEM. The caller frees ->fits. */
struct kg_error *kg_search_types(const struct kg_search *s, const char *const *names,
				 struct kg_types_of *ret) KG_MUST_CHECK;

/** The Python class called @name and everything derived from it. Errors and duties as above. */
struct kg_error *kg_search_classes(const struct kg_search *s, const char *name, struct kg_types_of *ret) KG_MUST_CHECK;

/** The value of an attribute of an instance of a Python class, 0 when there is none. Errors: NOMEM */
struct kg_error *kg_search_attribute(const struct kg_search *s, kg_node n, const char *name,
				     kg_addr *ret) KG_MUST_CHECK;

/** Offset of a member of the C struct of @type's instances, KG_ABSENT when nobody knows or it is not all inside them.
 */
int32_t kg_search_member(const struct kg_search *s, const struct kg_type *type, const char *strct, const char *member);

/** Word at @off of @o, 0 when it is not there. */
uint64_t kg_search_word(struct kg_obj o, int32_t off);
/** The object whose address is the word at @off of @o, KG_NODE_NONE when there is none. */
kg_node kg_search_to(const struct kg_search *s, struct kg_obj o, int32_t off);

/** Is @n, or most of what it retains, what a finding tells of already, or part of garbage? */
bool kg_search_told(const struct kg_search *s, kg_node n);

/* What a container refers to most. */
struct kg_contents {
	uint64_t refs; /* counted references from it */
	uint32_t type; /* index of the type most of them lead to */
	uint64_t most; /* how many do */
};

/** Errors: NOMEM. Cost: O(references of @n + types) */
struct kg_error *kg_search_contents(const struct kg_search *s, kg_node n, struct kg_contents *ret) KG_MUST_CHECK;

/* The largest few of many candidates. */
struct kg_top {
	struct {
		kg_node node;
		uint64_t key;
	} items[KG_FINDINGS_EACH];
	size_t n;
};

/** Keeps @node when its @key is among the largest, which come first. */
void kg_top_add(struct kg_top *t, kg_node node, uint64_t key);

#endif
