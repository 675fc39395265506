/* What emulated traverse functions show, for the decoder and for the discovery of objects. */
#ifndef KG_HEAP_EMULATED_PRIV_H
#define KG_HEAP_EMULATED_PRIV_H

#include "emulate/emulate.h"
#include "heap/heap_priv.h"
#include "heap/instance_priv.h"

/* What the traverse function of an object's C type showed. */
struct kg_shown {
	kg_addr addr; /* the object */
	const kg_addr *visited;
	size_t n;
	enum kg_emulated how; /* none are shown unless DONE */
};

/** Is the reference among those shown? Of very many only some at either end are looked at. */
bool kg_shown_has(const struct kg_shown *s, kg_addr target);

/* Memory that a traverse function goes through: an object's own, a module's state. */
struct kg_body {
	const uint8_t *p;
	uint64_t from, size; /* bytes: where members begin, where all ends */
	int64_t dict;	     /* offset of the instance's dict, 0 none */
	const struct kg_laid *laid; /* its C struct, may be NULL */
	const char *prefix;  /* of words without a name */
};

/** The word at @at: the member's name, where the struct is known. */
struct kg_label kg_body_label(const struct kg_body *b, uint64_t at);
/** Where in the body reference number @i stands, or behind which member; else the number in which it was shown. */
struct kg_label kg_shown_label(const struct kg_heap *h, const struct kg_body *b, const struct kg_shown *s, size_t i);

/** Failed so often that it is not worth the time? */
bool kg_tries_over(const struct kg_tries *t);
/** What became of one object. */
void kg_tries_add(struct kg_tries *t, enum kg_emulated how);
/** Why the first was refused (owned by nobody), NULL when none was */
const char *kg_tries_why(const struct kg_tries *t);

/** Runs @function for one object, in place, unless @tries are over. The caller holds h->priv->alone_lock as long as it
 * uses @ret. Errors: NOMEM, CANCELED */
struct kg_error *kg_show_alone(const struct kg_heap *h, kg_addr object, kg_addr function, const struct kg_tries *tries,
			       struct kg_shown *ret) KG_MUST_CHECK;

/** Pushes the references of an object whose C type @native nobody knows: emulated where that may be, else guessed. */
struct kg_error *kg_decode_unknown(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   struct kg_sink *sink) KG_MUST_CHECK;

/* One object that waits for it, or has it. */
struct kg_show {
	struct kg_type *native;
	uint32_t order;
	size_t from; /* in .visited */
	struct kg_shown shown;
};

/* Objects of one thread, emulated together, type by type. All zeroes is an empty one. */
struct kg_shows {
	struct kg_emulator *emulator; /* made when first needed */
	struct kg_show *items;
	size_t n, cap, next;
	kg_addr *addrs;
	size_t addrs_cap;
	kg_addr *visited;
	size_t nvisited, visited_cap;
};

#define KG_SHOWS_MAX 8192 /* at once: enough for batches, little enough to stay in the cache */

/** Adds one; its type's .native is to be .emulated. Errors: NOMEM */
struct kg_error *kg_shows_add(struct kg_shows *s, struct kg_obj o) KG_MUST_CHECK;
/** Runs all that were added. Errors: NOMEM; CANCELED */
struct kg_error *kg_shows_run(const struct kg_heap *h, struct kg_shows *s) KG_MUST_CHECK;
/** The next one, when that is the object at @addr; NULL otherwise. They come in the order in which they were added. */
const struct kg_shown *kg_shows_next(struct kg_shows *s, kg_addr addr);
void kg_shows_clear(struct kg_shows *s);
void kg_shows_deinit(const struct kg_heap *h, struct kg_shows *s);

#endif
