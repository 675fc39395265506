/*
 * Native stacks. C code keeps references in its local variables: an object that has
 * more references than are found, and that a word of a stack points to, is most
 * likely held there. All other such words are borrowed, or left over.
 */
#include "heap/heap_priv.h"

#include <stdlib.h>

#include "base/grow.h"

#define STACK_MAX (UINT64_C(64) << 20) /* bytes looked at; eight times what a thread usually has */
#define RED_ZONE 128		       /* bytes below the stack pointer in use: System V ABI, AMD64 */

struct scan {
	const struct kg_heap *h;
	uint32_t thread; /* index into the image's */
	struct kg_root *found;
	size_t n, cap;
};

/* Static objects are never freed, so nobody need hold them. Objects that wait for the
 * collector have their counts explained. */
static bool wanted(const struct kg_heap *h, kg_node n)
{
	return !(h->priv->info[n] & KG_INFO_STATIC) && !kg_heap_collectable(h, n) && !kg_heap_named(h, n);
}

static struct kg_error *word(struct scan *s, kg_addr target, kg_addr at)
{
	kg_node n = target && (target & 7) == 0 ? kg_heap_node(s->h, target) : KG_NODE_NONE;
	struct kg_error *err;

	if (n == KG_NODE_NONE || !wanted(s->h, n))
		return NULL;
	err = kg_grow(&s->found, &s->cap, s->n, sizeof(*s->found));
	if (!err)
		s->found[s->n++] = (struct kg_root){.kind = KG_ROOT_STACK, .node = n, .thread = s->thread, .at = at};
	return err;
}

/* From the stack pointer up: to the thread's own block, which lies at the stack's
 * end, or for the first thread to the end of what is mapped. */
static struct kg_error *stack(struct scan *s, const struct kg_os_thread *t)
{
	const struct kg_segment *seg = kg_image_segment(s->h->image, t->sp);
	kg_addr from, to;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < KG_ARRAY_SIZE(t->regs) && !err; i++)
		err = word(s, t->regs[i], 0);
	if (err || !seg || !(seg->flags & KG_SEG_WRITE))
		return err;
	from = t->sp - seg->start > RED_ZONE ? t->sp - RED_ZONE : seg->start;
	to = t->tp > t->sp && t->tp < seg->end ? t->tp : seg->end;
	to = to - from > STACK_MAX ? from + STACK_MAX : to;
	for (kg_addr at = (from + 7) & ~UINT64_C(7); at < to && to - at >= 8 && !err; at += 8) {
		kg_addr target;

		memcpy(&target, seg->bytes + (at - seg->start), sizeof(target));
		err = word(s, target, at);
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

struct kg_error *kg_stack_roots(struct kg_heap *h)
{
	struct scan s = {.h = h};
	struct kg_error *err = NULL;

	for (size_t i = 0; i < h->image->nthreads && !err; i++) {
		s.thread = (uint32_t)i;
		err = stack(&s, &h->image->threads[i]);
	}
	if (!err) {
		choose(&s);
		err = append(h, &s);
	}
	free(s.found);
	return err;
}
