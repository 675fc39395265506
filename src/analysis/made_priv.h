/* What the files of made.c share. */
#ifndef KG_ANALYSIS_MADE_PRIV_H
#define KG_ANALYSIS_MADE_PRIV_H

#include <string.h>

#include "analysis/made.h"

#define KG_MADE_COPIES 4	/* of real instances of a type */
#define KG_MADE_OBJECT_MAX 4096 /* bytes of a made-up object, what stands before it included */
#define KG_MADE_STATE_MAX 8192	/* of a block that a copy leads to and that is copied with it: the state of a module */

/* One instance to be varied: its bytes as they are before. */
struct kg_pattern {
	uint8_t bytes[KG_MADE_OBJECT_MAX];
	size_t before, size; /* bytes before the object, and in all */
	bool blank;
	kg_addr original;    /* the object that it is a copy of, 0: none */
	/* A block beside it, whose words are varied in place of its own. */
	uint8_t beside[KG_MADE_STATE_MAX];
	size_t beside_size; /* 0: none */
	kg_addr beside_original;
};

/* Up to KG_MADE_COPIES instances of each type, far from each other. */
struct kg_instances {
	kg_node (*nodes)[KG_MADE_COPIES];
	uint64_t *seen;
	uint32_t n;
};

static inline void kg_put_word(uint8_t *p, uint64_t word)
{
	memcpy(p, &word, sizeof(word));
}

/** A blank instance of @t, which begins as @head does. @return false when it would be too large */
bool kg_pattern_blank(const struct kg_heap *h, const struct kg_type *t, const uint8_t *head, struct kg_pattern *p);

/** A copy of the object @n. @return false when it is too large, or not whole */
bool kg_pattern_copy(const struct kg_heap *h, kg_node n, struct kg_pattern *p);

/** Chooses among all objects. Errors: NOMEM; @s is for kg_instances_deinit() in any case. Cost: a pass over all objects */
struct kg_error *kg_instances_init(const struct kg_heap *h, struct kg_instances *s) KG_MUST_CHECK;
void kg_instances_deinit(struct kg_instances *s);

/** Which of the places of the type with index @t hold a node. */
bool kg_instances_has(const struct kg_instances *s, uint32_t t, unsigned int i);

#endif
