/*
 * Where a type's decoder pushes the references of one object. Building the graph
 * wants addresses and kinds, as fast as they come; showing one object wants labels
 * too. The same decoder serves both.
 */
#ifndef KG_HEAP_SINK_H
#define KG_HEAP_SINK_H

#include <string.h>

#include "api/kedge-plugin.h"
#include "base/types.h"

enum kg_label_kind {
	KG_LABEL_TEXT,	/* .text as it is: ".base", "__dict__", "cell_contents" */
	KG_LABEL_ITEM,	/* .prefix[.index]; prefix may be NULL or "" */
	KG_LABEL_KEYED, /* value under the key object at .addr: ['a'] */
	KG_LABEL_KEY,	/* a dict's or set's key itself */
	KG_LABEL_ATTR,	/* .name, the str object at .addr */
	KG_LABEL_LOCAL, /* local x, the str object at .addr */
	KG_LABEL_CELL,	/* cell x, the str object at .addr */
	KG_LABEL_SLOT,	/* .name, the C string of the target at .addr: a __slots__ member */
	KG_LABEL_WORD,	/* .prefix+0x.index: a word of an unknown struct; prefix may be NULL */
};

struct kg_label {
	enum kg_label_kind kind;
	union {
		const char *text;
		uint64_t index;
		kg_addr addr;
	};
	const char *prefix;
};

#define KG_TEXT(s) ((struct kg_label){KG_LABEL_TEXT, {.text = (s)}, NULL})
#define KG_ITEM(i) ((struct kg_label){KG_LABEL_ITEM, {.index = (i)}, NULL})
#define KG_AT(k, a) ((struct kg_label){(k), {.addr = (a)}, NULL})

/* An edge in flight: target address in the low 62 bits, kind in the top two. */
#define KG_EDGE_SHIFT 62
#define KG_EDGE_ADDR(e) ((e) & ((UINT64_C(1) << KG_EDGE_SHIFT) - 1))
#define KG_EDGE_KIND(e) ((enum kg_edge_kind)((e) >> KG_EDGE_SHIFT))

struct kg_shown;

struct kg_sink {
	uint64_t *edges;
	size_t count, cap;
	bool full; /* an edge did not fit and was dropped */
	void (*label)(void *arg, struct kg_label label); /* NULL, or called once for each edge, in order */
	void *arg;
	void (*uncounted)(void *arg, kg_addr target); /* NULL, or called for each shown reference that no count has */
	void *uncounted_arg;
	const struct kg_shown *shown; /* what emulation showed for the object at hand; NULL: to be asked where it is needed */
};

/** Adds one reference; a NULL target is dropped. */
static inline void kg_sink_edge(struct kg_sink *s, kg_addr target, enum kg_edge_kind kind, struct kg_label label)
{
	if (target == 0)
		return;
	if (KG_UNLIKELY(s->count == s->cap || target >> KG_EDGE_SHIFT)) {
		s->full = s->full || s->count == s->cap;
		return;
	}
	s->edges[s->count++] = target | (uint64_t)kind << KG_EDGE_SHIFT;
	if (KG_UNLIKELY(s->label != NULL))
		s->label(s->arg, label);
}

/** As kg_sink_edge() for each of @n words at @items, without labels: kept in locals, for a store to the sink's
 * memory might change the sink itself for all the compiler knows. */
static inline void kg_sink_edges(struct kg_sink *s, const void *items, uint64_t n, enum kg_edge_kind kind)
{
	const uint64_t bits = (uint64_t)kind << KG_EDGE_SHIFT;
	const char *p = items, *end = p + 8 * n;
	uint64_t *out = s->edges + s->count, *stop = s->edges + s->cap;

	for (; p < end; p += 8) {
		uint64_t target;

		memcpy(&target, p, sizeof(target));
		if (target == 0 || KG_UNLIKELY(target >> KG_EDGE_SHIFT))
			continue;
		if (KG_UNLIKELY(out == stop)) {
			s->full = true;
			break;
		}
		*out++ = target | bits;
	}
	s->count = (size_t)(out - s->edges);
}

static inline void kg_sink_visit(struct kg_sink *s, kg_addr target, const char *text)
{
	kg_sink_edge(s, target, KG_EDGE_TRAVERSE, KG_TEXT(text));
}

static inline void kg_sink_own(struct kg_sink *s, kg_addr target, const char *text)
{
	kg_sink_edge(s, target, KG_EDGE_OWNED, KG_TEXT(text));
}

#endif
