/*
 * Where a type's decoder pushes the references of one object. Building the graph
 * wants addresses and kinds, as fast as they come; showing one object wants labels
 * too. The same decoder serves both.
 */
#ifndef KG_HEAP_SINK_H
#define KG_HEAP_SINK_H

#include "base/types.h"

enum kg_edge_kind {
	KG_EDGE_TRAVERSE, /* tp_traverse shows it: what gc.get_referents() answers */
	KG_EDGE_OWNED,	  /* a counted reference the collector is not shown */
	KG_EDGE_WEAK,	  /* not counted */
	KG_EDGE_GUESS,	  /* a word of an unknown type that equals an object's address */
};

enum kg_label_kind {
	KG_LABEL_TEXT,	/* .text as it is: ".base", "__dict__", "cell_contents" */
	KG_LABEL_ITEM,	/* .prefix[.index]; prefix may be NULL or "" */
	KG_LABEL_KEYED, /* value under the key object at .addr: ['a'] */
	KG_LABEL_KEY,	/* a dict's or set's key itself */
	KG_LABEL_ATTR,	/* .name, the str object at .addr */
	KG_LABEL_LOCAL, /* local x, the str object at .addr */
	KG_LABEL_CELL,	/* cell x, the str object at .addr */
	KG_LABEL_SLOT,	/* .name, the C string of the target at .addr: a __slots__ member */
	KG_LABEL_WORD,	/* +0x.index: a word of an unknown struct */
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

struct kg_sink {
	uint64_t *edges;
	size_t count, cap;
	bool full; /* an edge did not fit and was dropped */
	void (*label)(void *arg, struct kg_label label); /* NULL, or called once for each edge, in order */
	void *arg;
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

static inline void kg_sink_visit(struct kg_sink *s, kg_addr target, const char *text)
{
	kg_sink_edge(s, target, KG_EDGE_TRAVERSE, KG_TEXT(text));
}

static inline void kg_sink_own(struct kg_sink *s, kg_addr target, const char *text)
{
	kg_sink_edge(s, target, KG_EDGE_OWNED, KG_TEXT(text));
}

#endif
