#include "analysis/parted.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 8192 /* of one page: 64 KiB */
#define GC_HEADER 16   /* bytes before an object: two words of links */

enum { PLAIN, LINK, COUNT }; /* what a word of the page is */

const char *kg_parted_name(enum kg_parted_by by)
{
	static const char *const names[] = {"collector", "refcounts", "same", "data", "unseen"};

	return names[by];
}

struct work {
	const struct kg_heap *parent, *child;
	uint64_t page;
	kg_node next; /* no object before it lies on a page still to come */
	uint8_t words[WORDS_MAX];
	struct kg_parted_type *types; /* [type index] */
	struct kg_parted *result;
};

/* Is there the same object in the parent: of the same type, at the same place? */
static bool common(const struct work *w, kg_node n, kg_addr addr)
{
	kg_node other = kg_heap_node(w->parent, addr);
	const struct kg_type *t = kg_heap_type(w->child, n), *u;

	if (other == KG_NODE_NONE)
		return false;
	u = kg_heap_type(w->parent, other);
	return t->addr == u->addr && strcmp(t->name, u->name) == 0;
}

static void set_word(struct work *w, kg_addr page, kg_addr addr, uint8_t what)
{
	if (addr >= page && addr - page < w->page)
		w->words[(addr - page) / 8] = what;
}

/* Only where objects have a header with two links, and one count: not in builds without a GIL. */
static void set_words(struct work *w, kg_addr page, kg_node n, kg_addr addr)
{
	const struct kg_layout *lay = w->child->rt->layout;

	if (lay->free_threaded || lay->off[F_OBJECT_REFCNT] == KG_ABSENT)
		return;
	set_word(w, page, addr + (kg_addr)lay->off[F_OBJECT_REFCNT], COUNT);
	if (!kg_heap_type(w->child, n)->gc)
		return;
	set_word(w, page, addr - GC_HEADER, LINK);
	set_word(w, page, addr - GC_HEADER + 8, LINK);
}

/* Objects whose header or beginning may lie on the page: from @w->next on. */
static kg_node first_on(struct work *w, kg_addr page)
{
	kg_node low = w->next, high = w->child->nodes;

	while (low < high) {
		kg_node mid = low + (high - low) / 2;

		if (kg_heap_addr(w->child, mid) < page)
			low = mid + 1;
		else
			high = mid;
	}
	w->next = low;
	return low;
}

static bool differs(const uint8_t *a, const uint8_t *b, kg_addr page, uint64_t size, kg_addr addr)
{
	return addr >= page && addr - page < size && memcmp(a + (addr - page), b + (addr - page), 8) != 0;
}

/* Do the object's own count or links differ on this page? */
static bool object_differs(const struct work *w, const uint8_t *a, const uint8_t *b, kg_addr page, kg_node n, kg_addr addr)
{
	kg_addr count = addr + (kg_addr)w->child->rt->layout->off[F_OBJECT_REFCNT];

	return differs(a, b, page, w->page, count) ||
	       (kg_heap_type(w->child, n)->gc && (differs(a, b, page, w->page, addr - GC_HEADER) ||
						  differs(a, b, page, w->page, addr - GC_HEADER + 8)));
}

static enum kg_parted_by compare(const struct work *w, const uint8_t *a, const uint8_t *b)
{
	enum kg_parted_by by = KG_PARTED_SAME;

	if (memcmp(a, b, w->page) == 0)
		return by;
	for (uint64_t i = 0; i < w->page / 8; i++) {
		if (memcmp(a + i * 8, b + i * 8, 8) == 0)
			continue;
		if (w->words[i] == PLAIN)
			return KG_PARTED_DATA;
		if (w->words[i] == COUNT)
			by = KG_PARTED_COUNTS;
		else if (by == KG_PARTED_SAME)
			by = KG_PARTED_LINKS;
	}
	return by;
}

/* The page shared out among its objects: in the first round they are counted, in the second each gets its part. */
static void share_out(struct work *w, const uint8_t *a, const uint8_t *b, kg_addr page, enum kg_parted_by by)
{
	uint64_t n = 0, left = w->page;

	for (int round = 0; round < 2; round++) {
		uint64_t part = n ? w->page / n : 0, i = 0;

		for (kg_node o = w->next; o < w->child->nodes; o++) {
			kg_addr addr = kg_heap_addr(w->child, o);
			struct kg_parted_type *t;

			if (addr - GC_HEADER >= page + w->page)
				break;
			if (!common(w, o, addr) || (by == KG_PARTED_SAME ? addr >= page + w->page : !object_differs(w, a, b, page, o, addr)))
				continue;
			if (round == 0) {
				n++;
				continue;
			}
			t = &w->types[kg_heap_type(w->child, o)->index];
			t->objects++;
			t->bytes += ++i == n ? left : part;
			left -= part;
		}
	}
}

static void look_at(struct work *w, kg_addr page)
{
	const uint8_t *a = kg_image_span(w->parent->image, page, w->page), *b = kg_image_span(w->child->image, page, w->page);
	enum kg_parted_by by = KG_PARTED_UNSEEN;
	bool any = false, followed = false;

	if (a && b) {
		memset(w->words, PLAIN, w->page / 8);
		for (kg_node n = first_on(w, page); n < w->child->nodes; n++) {
			kg_addr addr = kg_heap_addr(w->child, n);

			if (addr - GC_HEADER >= page + w->page)
				break;
			if (!common(w, n, addr))
				continue;
			set_words(w, page, n, addr);
			any |= addr < page + w->page;
			followed |= kg_heap_place(w->child, n) <= KG_GC_GEN2;
		}
		by = any ? compare(w, a, b) : KG_PARTED_DATA;
	}
	w->result->bytes[by] += w->page;
	if (by == KG_PARTED_SAME && followed)
		w->result->freezable += w->page;
	if (by <= KG_PARTED_SAME)
		share_out(w, a, b, page, by);
}

static int by_bytes(const void *a, const void *b)
{
	const struct kg_parted_type *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	return x->type < y->type ? -1 : x->type > y->type;
}

struct kg_error *kg_parted_create(const struct kg_heap *parent, const struct kg_heap *child, const struct kg_parted_range *ranges,
				  size_t n, uint64_t page, struct kg_parted *ret)
{
	struct work *w = calloc(1, sizeof(*w));

	*ret = (struct kg_parted){0};
	if (w)
		w->types = calloc(child->ntypes ? child->ntypes : 1, sizeof(*w->types));
	if (!w || !w->types || page / 8 > WORDS_MAX) {
		free(w);
		return kg_error_nomem();
	}
	w->parent = parent;
	w->child = child;
	w->page = page;
	w->result = ret;
	for (size_t i = 0; i < n; i++) {
		for (kg_addr at = ranges[i].start; at < ranges[i].end; at += page)
			look_at(w, at);
	}
	for (uint32_t i = 0; i < child->ntypes; i++) {
		w->types[i].type = i;
		if (w->types[i].bytes > 0)
			w->types[ret->ntypes++] = w->types[i];
	}
	ret->types = w->types;
	qsort(ret->types, ret->ntypes, sizeof(*ret->types), by_bytes);
	free(w);
	return NULL;
}

void kg_parted_deinit(struct kg_parted *p)
{
	free(p->types);
	*p = (struct kg_parted){0};
}
