/* What a collection would free, and why none has come. */
#include "analysis/finding.h"
#include "analysis/select.h"

#define DEFAULT_THRESHOLD                                                                                              \
	700    /* of the youngest generation: CPython 3.11 Include/internal/pycore_gc.h, gc.get_threshold() */
#define FAR 10 /* times the default: set by hand, and so that collections are rare */

static const char *sentence_of(const struct kg_gc_state *gc)
{
	if (!gc->enabled)
		return "{objects:unreachable object waits|unreachable objects wait} for a collection that never comes, since gc is disabled: "
		       "gc.collect() would free {bytes}, {largest_bytes} of it one {largest_type}";
	if (gc->gens[0].threshold <= 0)
		return "{objects:unreachable object waits|unreachable objects wait} for a collection that never comes, since gc's threshold is "
		       "0: gc.collect() would free {bytes}, {largest_bytes} of it one {largest_type}";
	if (gc->gens[0].threshold >= FAR * DEFAULT_THRESHOLD)
		return "{objects:unreachable object waits|unreachable objects wait} for a collection, and gc's threshold {threshold0} is far "
		       "above CPython's own 700: gc.collect() would free {bytes}, {largest_bytes} of it one "
		       "{largest_type}";
	return "{objects:unreachable object waits|unreachable objects wait} for a collection that the counters do not ask for yet: gc.collect() "
	       "would free {bytes}, {largest_bytes} of it one {largest_type}";
}

/* The largest object that goes: the one that was missed, though no garbage itself perhaps. */
static struct kg_error *add_largest(struct kg_search *s, struct kg_finding *f)
{
	struct kg_error *err = kg_freed_run(s->freed, s->cycles->members, s->cycles->nmembers);
	uint64_t most = 0;
	kg_node largest = KG_NODE_NONE;

	for (size_t i = 0; i < s->freed->n && !err; i++) {
		uint64_t bytes = kg_node_bytes(s->heap, s->freed->nodes[i]);

		if (bytes > most) {
			most = bytes;
			largest = s->freed->nodes[i];
		}
	}
	if (largest == KG_NODE_NONE)
		return err;
	kg_finding_addr(f, "largest", kg_heap_addr(s->heap, largest));
	kg_finding_word(s, f, "largest_type", kg_heap_type(s->heap, largest)->name);
	kg_finding_bytes(f, "largest_bytes", most);
	return NULL;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const thresholds[] = {"threshold0", "threshold1", "threshold2"};
	static const char *const counts[] = {"count0", "count1", "count2"};
	const struct kg_gc_state *gc = s->heap->rt->ninterps ? &s->heap->rt->interps[0].gc : NULL;
	struct kg_finding *f;

	if (!gc || !s->cycles)
		return NULL;
	f = kg_search_add(s, self, KG_NODE_NONE, s->cycles->freed);
	if (!f)
		return NULL;
	f->sentence = sentence_of(gc);
	f->next = "cycles {target}";
	kg_finding_count(f, "objects", s->cycles->nmembers);
	kg_finding_bytes(f, "own_bytes", s->cycles->bytes);
	kg_finding_count(f, "groups", s->cycles->n);
	kg_finding_word(s, f, "gc", gc->enabled ? "enabled" : "disabled");
	for (unsigned int i = 0; i < KG_GENERATIONS; i++) {
		kg_finding_count(f, thresholds[i], (uint64_t)(gc->gens[i].threshold > 0 ? gc->gens[i].threshold : 0));
		kg_finding_count(f, counts[i], (uint64_t)(gc->gens[i].count > 0 ? gc->gens[i].count : 0));
	}
	return add_largest(s, f);
}

const struct kg_finder kg_finder_garbage = {
    .name = "garbage",
    .looks = "garbage not collected yet",
    .run = run,
};
