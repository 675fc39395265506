/* functools.lru_cache and functools.cache: above all those without a limit. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "heap/frames.h"

#define STRUCT "lru_cache_object" /* CPython 3.11 Modules/_functoolsmodule.c */

struct cache {
	kg_node node, dict;
	int64_t maxsize; /* -1: no limit */
	uint64_t entries, hits, misses;
};

static bool read_cache(const struct kg_search *s, kg_node n, struct cache *ret)
{
	struct kg_obj o = kg_heap_get(s->heap, n);
	int32_t maxsize = kg_search_member(s, o.type, STRUCT, "maxsize");
	struct kg_obj dict;

	if (maxsize < 0)
		return false;
	ret->node = n;
	ret->dict = kg_search_to(s, o, kg_search_member(s, o.type, STRUCT, "cache"));
	if (ret->dict == KG_NODE_NONE)
		return false;
	dict = kg_heap_get(s->heap, ret->dict);
	ret->maxsize = (int64_t)kg_search_word(o, maxsize);
	ret->entries = kg_search_word(dict, kg_heap_layout(s->heap)->off[F_DICT_USED]);
	ret->hits = kg_search_word(o, kg_search_member(s, o.type, STRUCT, "hits"));
	ret->misses = kg_search_word(o, kg_search_member(s, o.type, STRUCT, "misses"));
	return true;
}

static void add_function(struct kg_search *s, struct kg_finding *f, kg_node cache)
{
	const struct kg_layout *lay = kg_heap_layout(s->heap);
	struct kg_obj o = kg_heap_get(s->heap, cache);
	kg_node n = kg_search_to(s, o, kg_search_member(s, o.type, STRUCT, "func"));
	struct kg_strbuf sb = {0};
	struct kg_obj func;

	if (n == KG_NODE_NONE)
		return;
	func = kg_heap_get(s->heap, n);
	if (strcmp(func.type->native->tp_name, "function") == 0) {
		kg_heap_name(s->heap, kg_search_word(func, lay->off[F_FUNC_MODULE]), &sb);
		kg_strbuf_putc(&sb, '.');
		kg_heap_name(s->heap, kg_search_word(func, lay->off[F_FUNC_QUALNAME]), &sb);
		kg_strbuf_puts(&sb, "()");
	} else {
		kg_heap_value(s->heap, func.addr, 60, &sb);
	}
	kg_finding_text(s, f, "function", &sb);
}

/* A cache without a limit has all in its dict; one with a limit also in a ring of links. */
/* What cache_clear() would free: the table stays. */
static uint64_t held(const struct kg_search *s, const struct cache *c)
{
	return kg_search_held(s, c->maxsize < 0 ? c->dict : c->node);
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct cache *c)
{
	struct kg_finding *f = kg_search_add(s, self, c->node, held(s, c));

	if (!f)
		return;
	f->also = c->dict;
	f->sentence = c->maxsize < 0
			  ? "the lru_cache of {function} has no limit and keeps {entries:result|results}, {bytes} that "
			    "cache_clear() would free"
			  : "the lru_cache of {function} keeps {entries} results of at most {maxsize}, {bytes} in all";
	f->next = "show {target} {cache}";
	add_function(s, f, c->node);
	kg_finding_count(f, "entries", c->entries);
	kg_finding_count(f, "hits", c->hits);
	kg_finding_count(f, "misses", c->misses);
	if (c->maxsize < 0)
		kg_finding_word(s, f, "maxsize", "None");
	else
		kg_finding_count(f, "maxsize", (uint64_t)c->maxsize);
	kg_finding_addr(f, "cache", kg_heap_addr(s->heap, c->node));
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	static const char *const names[] = {"functools._lru_cache_wrapper", NULL};
	struct kg_types_of types;
	struct kg_top top = {.n = 0};
	struct cache c;
	struct kg_error *err = kg_search_types(s, names, &types);

	if (err)
		return err;
	for (kg_node n = 0; types.objects && n < s->heap->nodes; n++) {
		if (types.fits[kg_heap_type(s->heap, n)->index] && kg_search_alive(s, n) && read_cache(s, n, &c))
			kg_top_add(&top, n, held(s, &c));
	}
	for (size_t i = 0; i < top.n; i++) {
		if (read_cache(s, top.items[i].node, &c))
			tell(s, self, &c);
	}
	free(types.fits);
	return NULL;
}

const struct kg_finder kg_finder_lru_cache = {
    .name = "lru-cache",
    .looks = "large lru_cache, above all those without a limit",
    .run = run,
};
