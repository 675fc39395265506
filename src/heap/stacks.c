/*
 * Native stacks. C code keeps references in its local variables: an object that has
 * more references than are found, and that a word of a stack points to, is most
 * likely held there. All other such words are borrowed, or left over.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

#define STACK_MAX (UINT64_C(64) << 20) /* bytes looked at; eight times what a thread usually has */
#define RED_ZONE 128		       /* bytes below the stack pointer in use: System V ABI, AMD64; AAPCS64 has none */

struct scan {
	const struct kg_heap *h;
	uint32_t thread; /* index into the image's */
	kg_addr state;	 /* its PyThreadState, 0: it has none */
	struct kg_root *found;
	size_t n, cap;
};

/* Static objects are never freed, so nobody need hold them. Objects that wait for the
 * collector have their counts explained. */
static bool wanted(const struct kg_heap *h, kg_node n)
{
	return !(h->priv->info[n] & KG_INFO_STATIC) && !kg_heap_collectable(h, n) && !kg_heap_named(h, n);
}

static struct kg_error *word(struct scan *s, kg_addr target, kg_addr at, uint32_t slot)
{
	kg_node n = target && (target & 7) == 0 ? kg_heap_node(s->h, target) : KG_NODE_NONE;
	struct kg_error *err;

	if (n == KG_NODE_NONE || !wanted(s->h, n))
		return NULL;
	err = kg_grow(&s->found, &s->cap, s->n, sizeof(*s->found));
	if (!err)
		s->found[s->n++] = (struct kg_root){.kind = KG_ROOT_STACK, .node = n, .thread = s->thread, .slot = slot, .at = at};
	return err;
}

/* Is it a dict, or a tuple? */
static bool is_exactly(const struct kg_heap *h, kg_addr addr, const char *name)
{
	kg_node n = kg_heap_node(h, addr);

	return n != KG_NODE_NONE && strcmp(kg_heap_type(h, n)->name, name) == 0;
}

/*
 * What a thread was started with: a block of C memory that only the thread's own stack points to, struct bootstate of CPython's
 * Modules/_threadmodule.c. Second to fourth come the function, its arguments and its keywords in all versions; the thread's
 * state is the fifth word up to 3.11 and the first since, and tells the block from all others.
 */
static struct kg_error *started(struct scan *s, kg_addr block)
{
	enum { STATE, FUNCTION, ARGUMENTS, KEYWORDS, OLD_STATE, WORDS };
	const uint8_t *p = s->state && block && !(block & 7) ? kg_image_span(s->h->image, block, 8 * WORDS) : NULL;
	kg_addr words[WORDS];
	struct kg_error *err = NULL;

	if (!p)
		return NULL;
	memcpy(words, p, sizeof(words));
	if ((words[STATE] != s->state && words[OLD_STATE] != s->state) || !is_exactly(s->h, words[ARGUMENTS], "tuple") ||
	    (words[KEYWORDS] && !is_exactly(s->h, words[KEYWORDS], "dict")))
		return NULL;
	for (size_t i = FUNCTION; i <= KEYWORDS && !err; i++)
		err = word(s, words[i], block + 8 * i, KG_SLOT_START);
	return err;
}

static struct kg_error *pointer(struct scan *s, kg_addr target, kg_addr at)
{
	struct kg_error *err = word(s, target, at, 0);

	return err ? err : started(s, target);
}

/* From the stack pointer up: to the thread's own block, which lies at the stack's
 * end, or for the first thread to the end of what is mapped. */
static struct kg_error *stack(struct scan *s, const struct kg_os_thread *t)
{
	const struct kg_segment *seg = kg_image_segment(s->h->image, t->sp);
	kg_addr from, to, below = s->h->image->machine == KG_MACHINE_X86_64 ? RED_ZONE : 0;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < kg_machine_regs(s->h->image->machine) && !err; i++)
		err = pointer(s, t->regs[i], 0);
	if (err || !seg || !(seg->flags & KG_SEG_WRITE))
		return err;
	from = t->sp - seg->start > below ? t->sp - below : seg->start;
	to = t->tp > t->sp && t->tp < seg->end ? t->tp : seg->end;
	to = to - from > STACK_MAX ? from + STACK_MAX : to;
	for (kg_addr at = (from + 7) & ~UINT64_C(7); at < to && to - at >= 8 && !err; at += 8) {
		kg_addr target;

		memcpy(&target, seg->bytes + (at - seg->start), sizeof(target));
		err = pointer(s, target, at);
	}
	return err;
}

static int by_node(const void *a, const void *b)
{
	const struct kg_root *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	if (x->thread != y->thread)
		return x->thread < y->thread ? -1 : 1;
	/* It says most. */
	if (x->kind == KG_ROOT_STACK && x->slot != y->slot)
		return x->slot > y->slot ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* One word a thread and object, of objects with a surplus; each is asked once. */
static void choose(struct scan *s)
{
	kg_node asked = KG_NODE_NONE;
	uint64_t surplus = 0;
	size_t n = 0;

	if (s->n)
		qsort(s->found, s->n, sizeof(*s->found), by_node);
	for (size_t i = 0; i < s->n; i++) {
		const struct kg_root *r = &s->found[i];

		if (r->node != asked)
			surplus = kg_heap_surplus(s->h, r->node);
		asked = r->node;
		if (surplus && (n == 0 || s->found[n - 1].node != r->node || s->found[n - 1].thread != r->thread))
			s->found[n++] = *r;
	}
	s->n = n;
}

static struct kg_error *append(struct kg_heap *h, const struct scan *s)
{
	struct kg_root *roots;

	if (s->n == 0)
		return NULL;
	roots = realloc(h->roots, (h->nroots + s->n) * sizeof(*roots));
	if (!roots)
		return kg_error_nomem();
	memcpy(roots + h->nroots, s->found, s->n * sizeof(*roots));
	h->roots = roots;
	h->nroots += s->n;
	qsort(h->roots, h->nroots, sizeof(*h->roots), by_node);
	return NULL;
}

static kg_addr state_of(const struct kg_heap *h, const struct kg_os_thread *t)
{
	for (uint32_t i = 0; i < h->rt->nthreads; i++) {
		if (h->rt->threads[i].os == t)
			return h->rt->threads[i].addr;
	}
	return 0;
}

struct kg_error *kg_stack_roots(struct kg_heap *h)
{
	struct scan s = {.h = h};
	struct kg_error *err = NULL;

	for (size_t i = 0; i < h->image->nthreads && !err; i++) {
		s.thread = (uint32_t)i;
		s.state = state_of(h, &h->image->threads[i]);
		err = stack(&s, &h->image->threads[i]);
	}
	if (!err) {
		choose(&s);
		err = append(h, &s);
	}
	free(s.found);
	return err;
}
