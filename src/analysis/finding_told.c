/* Whether findings so far tell of an object already: two about one thing are one too many. */
#include "analysis/finding.h"

#define STEPS_MAX 100000 /* up the tree, to see whether a finding told of the same */

static bool is_above(const struct kg_retained *r, kg_node upper, kg_node n)
{
	for (unsigned int i = 0; i < STEPS_MAX && n < r->heap->nodes; i++) {
		if (n == upper)
			return true;
		n = r->tree.idom[n];
	}
	return false;
}

/* @n is a part of what was told, or what was told is most of it. */
static bool same_story(const struct kg_search *s, const struct kg_finding *f, kg_node subject, kg_node n)
{
	if (subject == KG_NODE_NONE)
		return false;
	return is_above(s->retained, subject, n) ||
	       (is_above(s->retained, n, subject) && f->bytes >= kg_retained_bytes(s->retained, n) / 2);
}

/* The garbage finder tells of all that goes with garbage. */
static bool is_below_garbage(const struct kg_search *s, kg_node n)
{
	for (unsigned int i = 0; i < STEPS_MAX && n < s->heap->nodes; i++) {
		if (!kg_search_alive(s, n))
			return true;
		n = s->retained->tree.idom[n];
	}
	return false;
}

/* @n lies below a part of what was told, or the parts below it are most of it. */
static bool has_parts(const struct kg_search *s, const struct kg_finding *f, kg_node n)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < f->nparts; i++) {
		if (is_above(s->retained, f->parts[i], n))
			return true;
		if (is_above(s->retained, n, f->parts[i]))
			bytes += kg_retained_bytes(s->retained, f->parts[i]);
	}
	return bytes >= kg_retained_bytes(s->retained, n) / 2;
}

bool kg_search_told(const struct kg_search *s, kg_node n)
{
	if (is_below_garbage(s, n))
		return true;
	for (size_t i = 0; i < s->n; i++) {
		const struct kg_finding *f = &s->items[i];

		if (same_story(s, f, f->subject, n) || same_story(s, f, f->also, n) || has_parts(s, f, n))
			return true;
	}
	return false;
}
