/* The C struct of a type's instances, made ready for the decoder. */
#ifndef KG_HEAP_INSTANCE_PRIV_H
#define KG_HEAP_INSTANCE_PRIV_H

#include "heap/heap_priv.h"

/* What a word of an instance is by its struct. */
enum kg_laid_kind {
	KG_LAID_NOTHING, /* no reference: a number, padding, the list of weak references */
	KG_LAID_OBJECT,	 /* an object's address */
	KG_LAID_DICT,	 /* that of its dict */
	KG_LAID_MAYBE,	 /* a pointer to something else, a number as wide, or one of a union's members */
};

struct kg_laid_word {
	enum kg_laid_kind kind;
	const char *label; /* NULL: no member is there */
	int32_t index;	   /* of an array's element, -1: none */
	bool objects;	   /* a pointer to objects' addresses */
};

struct kg_laid {
	const struct kg_cinstance *strct; /* .name NULL: not known */
	int64_t from;			  /* offset of words[0] */
	uint32_t n;			  /* words to the end of tp_basicsize */
	struct kg_laid_word *words;
	struct kg_laid_word item; /* words of what follows the last member */
};

/** Of the C type @native. Thread-safe. @return NULL when out of memory */
const struct kg_laid *kg_laid_get(const struct kg_heap *h, const struct kg_type *native);
/** Is the struct known for certain, and no guess by its size? @l: NULL: no */
static inline bool kg_laid_sure(const struct kg_laid *l)
{
	return l && l->strct && l->strct->name && !l->strct->sized;
}
/** Of a module's state, where the functions of its definition tell; @name tells one definition from another.
 * @return the caller's; NULL when it is not known for certain, or out of memory. Cost: as kg_process_instance() */
struct kg_laid *kg_laid_state(const struct kg_heap *h, const struct kg_module_def *d, const char *name);
void kg_laid_state_destroy(struct kg_laid *l);
void kg_laids_deinit(struct kg_heap *h);

/** The word at byte @at of an instance; never NULL */
const struct kg_laid_word *kg_laid_at(const struct kg_laid *l, int64_t at);

/** Its label; @at: where it is, for a word without a name and for items. */
struct kg_label kg_laid_label(const struct kg_laid *l, const struct kg_laid_word *w, int64_t at);

#endif
