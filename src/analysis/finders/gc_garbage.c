/* gc.garbage: what the collector found and was told to keep, or could not free. */
#include "analysis/finding.h"

#define DEBUG_SAVEALL 32 /* CPython 3.11 Modules/gcmodule.c */

static void look(struct kg_search *s, const struct kg_finder *self, const struct kg_gc_state *gc)
{
	kg_node list = gc->garbage ? kg_heap_node(s->heap, gc->garbage) : KG_NODE_NONE;
	struct kg_finding *f;
	int64_t items;

	if (list == KG_NODE_NONE)
		return;
	items = kg_obj_size(s->heap, kg_heap_get(s->heap, list));
	if (items <= 0)
		return;
	f = kg_search_always(s, self, list, kg_search_held(s, list));
	if (!f)
		return;
	f->sentence =
	    gc->debug & DEBUG_SAVEALL
		? "gc.garbage keeps {items:object|objects}, {bytes} with what hangs on them: gc.DEBUG_SAVEALL is set, "
		  "so nothing that is collected is ever freed"
		: "gc.garbage keeps {items:object|objects}, {bytes} with what hangs on them: nothing frees them until "
		  "the program empties that list";
	f->next = "referents {target} {list}";
	kg_finding_count(f, "items", (uint64_t)items);
	kg_finding_addr(f, "list", gc->garbage);
	kg_finding_count(f, "gc_debug", gc->debug);
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	for (uint32_t i = 0; i < s->heap->rt->ninterps; i++)
		look(s, self, &s->heap->rt->interps[i].gc);
	return NULL;
}

const struct kg_finder kg_finder_gc_garbage = {
    .name = "gc-garbage",
    .looks = "objects in gc.garbage",
    .run = run,
};
