/* gc.freeze(): objects that the collector never looks at. */
#include "analysis/finding.h"
#include "analysis/select.h"

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	uint64_t objects = 0, bytes = 0;
	struct kg_finding *f;

	for (kg_node n = 0; n < s->heap->nodes; n++) {
		if (kg_heap_place(s->heap, n) != KG_GC_PERMANENT)
			continue;
		objects++;
		bytes += kg_node_bytes(s->heap, n);
	}
	f = kg_search_add(s, self, KG_NODE_NONE, bytes);
	if (!f)
		return NULL;
	f->sentence = "{objects:object|objects} of {bytes} {objects#is|are} frozen by gc.freeze(): no collection frees those of them that "
		      "become unreachable, until gc.unfreeze()";
	f->next = "summary {target}";
	kg_finding_count(f, "objects", objects);
	return NULL;
}

const struct kg_finder kg_finder_frozen = {
    .name = "frozen",
    .looks = "objects frozen by gc.freeze()",
    .run = run,
};
