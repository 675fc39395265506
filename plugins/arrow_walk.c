/*
 * From an object to all memory that it leads to: tables, batches, chunks, arrays, their data and buffers, each of which others
 * may have as well. Each is gone through once; every reference to it is noted, for a block is nobody's when something on
 * the way to it has a reference that is not known.
 */
#include <stdlib.h>

#include "arrow.h"

enum { STEPS_MOST = 1 << 18, VECTOR_MOST = 1 << 20, EXPORTED_WORDS = 64, EXPORTED_MOST = 256 };
enum { C_PRIVATE = 72 }; /* struct ArrowArray */

/* Something yet to be gone through. */
struct arrow_step {
	kg_addr at, parent; /* parent: what is counted on the way here */
	enum arrow_what what;
	bool hidden;	    /* what it shows is told by another way */
	bool ranged;
	uint8_t deep;
	int64_t offset, length;
};

/* The array's values that a buffer is of. */
struct values {
	const struct arrow_data *d;
	int64_t offset, length;
	uint64_t i;
};

static bool grow(void **items, size_t *cap, size_t n, size_t size)
{
	size_t more = *cap ? 2 * *cap : 32;
	void *p;

	if (n < *cap)
		return true;
	p = realloc(*items, more * size);
	if (!p)
		return false;
	*items = p;
	*cap = more;
	return true;
}

static size_t slot_of(const struct arrow_walk *w, kg_addr a)
{
	size_t i = (size_t)((a >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 32) & w->mask;

	while (w->seen[i] && w->seen[i] != a)
		i = (i + 1) & w->mask;
	return i;
}

static bool seen_grow(struct arrow_walk *w)
{
	struct arrow_walk bigger = *w;

	bigger.mask = w->seen ? 2 * w->mask + 1 : 63;
	bigger.seen = calloc(bigger.mask + 1, sizeof(*bigger.seen));
	if (!bigger.seen)
		return false;
	for (size_t i = 0; w->seen && i <= w->mask; i++) {
		if (w->seen[i])
			bigger.seen[slot_of(&bigger, w->seen[i])] = w->seen[i];
	}
	free(w->seen);
	*w = bigger;
	return true;
}

/* @return true when it is the first time */
static bool first_time(struct arrow_walk *w, kg_addr a)
{
	size_t i;

	if ((!w->seen || w->nseen > w->mask / 2) && !seen_grow(w)) {
		w->more = true;
		return false;
	}
	i = slot_of(w, a);
	if (w->seen[i])
		return false;
	w->seen[i] = a;
	w->nseen++;
	return true;
}

static void note(struct arrow_walk *w, struct arrow_ref ref)
{
	if (w->nrefs >= STEPS_MOST || !grow((void **)&w->refs, &w->cap, w->nrefs, sizeof(*w->refs)))
		w->more = true;
	else
		w->refs[w->nrefs++] = ref;
}

static void push(struct arrow_walk *w, struct arrow_step s)
{
	/* An empty place is none, and what lies too deep is no array that anybody has made. */
	if (!arrow_word(w->h, s.at))
		return;
	if (s.deep >= ARROW_DEEP || w->nsteps + w->nseen >= STEPS_MOST ||
	    !grow((void **)&w->steps, &w->steps_cap, w->nsteps, sizeof(*w->steps)))
		w->more = true;
	else
		w->steps[w->nsteps++] = s;
}

/* What a step leads to as a whole, held by it. */
static struct arrow_step below(const struct arrow_step *s, kg_addr at, enum arrow_what what)
{
	return (struct arrow_step){.at = at, .parent = s->parent, .what = what, .hidden = s->hidden, .deep = s->deep + 1};
}

static void push_vector(struct arrow_walk *w, const struct arrow_step *s, kg_addr at, enum arrow_what what)
{
	struct arrow_vector v;

	if (!arrow_vector(w->h, at, 16, &v) || v.n > VECTOR_MOST) {
		w->unread = true;
		return;
	}
	/* The last is gone through first. */
	for (uint64_t i = v.n; i-- > 0 && !w->more;)
		push(w, below(s, v.begin + 16 * i, what));
}

/* Notes a reference to something counted. @return what it holds is held by */
static kg_addr counted(struct arrow_walk *w, const struct arrow_shared *to, kg_addr parent)
{
	if (to->holders == 1)
		return parent;
	note(w, (struct arrow_ref){.part = {.block = to->ptr, .parent = parent, .at = to->at, .holders = to->holders}});
	return to->ptr;
}

bool arrow_exported(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr addr, struct arrow_shared *ret)
{
	kg_addr own = arrow_word(h, addr + C_PRIVATE);
	struct arrow_data d;

	for (kg_addr i = 0; own && i < EXPORTED_WORDS; i++) {
		if (arrow_word(h, own + 8 * i) && arrow_shared_of(h, own + 8 * i, "N5arrow9ArrayDataE", ret) &&
		    arrow_data(h, lay, ret->ptr, &d) && d.length == (int64_t)arrow_word(h, addr))
			return true;
	}
	return false;
}

/* The buffer at @data among those of @d and its children. */
static bool buffer_of(struct arrow_walk *w, kg_addr top, kg_addr data, struct arrow_shared *ret)
{
	kg_addr todo[EXPORTED_MOST] = {top};
	size_t n = 1;
	struct arrow_buffer b;
	struct arrow_data d;

	for (size_t i = 0; i < n; i++) {
		if (!arrow_data(w->h, w->lay, todo[i], &d))
			continue;
		for (uint64_t k = 0; k < d.buffers.n && k < EXPORTED_MOST; k++) {
			if (arrow_shared(w->h, d.buffers.begin + 16 * k, ret) && arrow_buffer(w->h, w->lay, ret->ptr, &b) && b.data == data)
				return true;
		}
		for (uint64_t k = 0; k < d.children.n && n < EXPORTED_MOST; k++)
			todo[n++] = arrow_word(w->h, d.children.begin + 16 * k);
		if (n < EXPORTED_MOST)
			todo[n++] = arrow_word(w->h, d.addr + (kg_addr)w->lay->dictionary);
	}
	return false;
}

/* From a buffer that was imported to that of Arrow itself that was exported before, in the same process. */
static bool reimported(struct arrow_walk *w, const struct arrow_buffer *b, kg_addr *parent, struct arrow_shared *ret)
{
	struct arrow_shared import, data;

	if (!arrow_shared(w->h, b->addr + (kg_addr)w->lay->buffer_end, &import) || !arrow_exported(w->h, w->lay, import.ptr, &data) ||
	    !buffer_of(w, data.ptr, b->data, ret))
		return false;
	*parent = counted(w, &data, counted(w, &import, *parent));
	return true;
}

static uint64_t root_bytes(const struct arrow_buffer *b)
{
	if (b->kind == ARROW_OF_OBJECT || b->kind == ARROW_OF_NOBODY || b->kind == ARROW_OF_SLICE)
		return b->cpu ? 0 : b->size;
	return b->kind == ARROW_OF_POOL ? b->capacity : b->size;
}

/* A buffer, and what it is a part of, up to the one that has the memory. */
static void buffer(struct arrow_walk *w, const struct arrow_step *s, const struct values *of)
{
	struct arrow_shared at, next;
	struct arrow_buffer b;
	struct arrow_ref ref;
	kg_addr parent = s->parent, shown_addr;
	uint64_t shown;

	if (!arrow_shared(w->h, s->at, &at) || !arrow_buffer(w->h, w->lay, at.ptr, &b)) {
		w->unread = true;
		return;
	}
	shown_addr = b.data;
	shown = b.size;
	if (of)
		arrow_shown(w->h, w->lay, of->d, of->offset, of->length, of->i, &b, &shown_addr, &shown);
	for (int i = 0; i < ARROW_DEEP; i++) {
		kg_addr above = at.holders == 1 ? parent : at.ptr;

		if (b.kind == ARROW_OF_SLICE ? !arrow_shared(w->h, b.addr + (kg_addr)w->lay->parent, &next)
					     : b.kind != ARROW_OF_OTHERS || !reimported(w, &b, &above, &next))
			break;
		counted(w, &at, parent);
		parent = above;
		at = next;
		if (!arrow_buffer(w->h, w->lay, at.ptr, &b)) {
			w->unread = true;
			return;
		}
	}
	ref = (struct arrow_ref){
		.part = {.block = b.addr, .parent = parent, .at = at.at, .holders = at.holders, .addr = b.data, .bytes = root_bytes(&b),
			 .where = arrow_where(&b), .shown_addr = shown_addr, .shown = s->hidden ? 0 : shown},
		.object = b.kind == ARROW_OF_OBJECT ? b.object : 0,
		.counted = s->hidden ? 0 : shown,
	};
	if (of && of->length > 0 && ref.counted >= arrow_offsets(of->d, of->i))
		ref.counted -= arrow_offsets(of->d, of->i);
	note(w, ref);
}

static void data(struct arrow_walk *w, const struct arrow_step *s, kg_addr addr)
{
	struct arrow_data d;
	struct values of = {.d = &d};

	if (!arrow_data(w->h, w->lay, addr, &d) || d.buffers.n > VECTOR_MOST || d.children.n > VECTOR_MOST) {
		w->unread = true;
		return;
	}
	of.offset = s->ranged ? s->offset : d.offset;
	of.length = s->ranged ? s->length : d.length;
	for (of.i = 0; of.i < d.buffers.n && !w->more; of.i++) {
		struct arrow_step b = below(s, d.buffers.begin + 16 * of.i, ARROW_IS_BUFFER);

		if (arrow_word(w->h, b.at))
			buffer(w, &b, &of);
	}
	push(w, below(s, addr + (kg_addr)w->lay->dictionary, ARROW_IS_DATA));
	for (uint64_t i = d.children.n; i-- > 0 && !w->more;) {
		struct arrow_step child = below(s, d.children.begin + 16 * i, ARROW_IS_DATA);

		arrow_child_range(w->h, w->lay, &d, of.offset, of.length, i, &child.offset, &child.length);
		child.ranged = child.offset >= 0;
		push(w, child);
	}
}

/* Arrays that an array has made of its children: others may hold these. */
static void boxed(struct arrow_walk *w, const struct arrow_step *s, kg_addr addr, const char *class)
{
	static const struct {
		const char *class;
		bool many; /* a vector of them, behind a pointer */
		int32_t at[3]; /* of struct arrow_layout */
	} kinds[] = {
#define AT(m) (int32_t)offsetof(struct arrow_layout, m)
		{"N5arrow9ListArrayE", false, {AT(list_values)}},
		{"N5arrow14LargeListArrayE", false, {AT(list_values)}},
		{"N5arrow13ListViewArrayE", false, {AT(list_values)}},
		{"N5arrow18LargeListViewArrayE", false, {AT(list_values)}},
		{"N5arrow18FixedSizeListArrayE", false, {AT(list_values)}},
		{"N5arrow8MapArrayE", false, {AT(list_values), AT(map_keys), AT(map_items)}},
		{"N5arrow11StructArrayE", true, {AT(struct_impl)}},
		{"N5arrow16SparseUnionArrayE", true, {AT(union_impl)}},
		{"N5arrow15DenseUnionArrayE", true, {AT(union_impl)}},
		{"N5arrow15DictionaryArrayE", false, {AT(dictionary_indices), AT(dictionary_values)}},
		{"N5arrow18RunEndEncodedArrayE", false, {AT(struct_impl), AT(union_impl)}},
		{"N5arrow14ExtensionArrayE", false, {AT(struct_impl)}},
#undef AT
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(class, kinds[i].class) != 0)
			continue;
		for (int k = 0; k < 3 && kinds[i].at[k]; k++) {
			struct arrow_step b = *s;
			int32_t at;

			memcpy(&at, (const char *)w->lay + kinds[i].at[k], sizeof(at));
			b.hidden = true;
			if (kinds[i].many)
				push_vector(w, &b, arrow_word(w->h, addr + (kg_addr)at), ARROW_IS_ARRAY);
			else
				push(w, below(&b, addr + (kg_addr)at, ARROW_IS_ARRAY));
		}
	}
}

static void array(struct arrow_walk *w, const struct arrow_step *s, kg_addr addr)
{
	char class[ARROW_NAME];

	if (!arrow_class(w->h, addr, class) || !strstr(class, "Array")) {
		w->unread = true;
		return;
	}
	boxed(w, s, addr, class);
	push(w, below(s, addr + (kg_addr)w->lay->array_data, ARROW_IS_DATA));
}

static void columns(struct arrow_walk *w, const struct arrow_step *s, kg_addr addr)
{
	bool table = s->what == ARROW_IS_TABLE;
	char class[ARROW_NAME];
	struct arrow_step hidden = *s;

	if (!arrow_class(w->h, addr, class) || strcmp(class, table ? "N5arrow11SimpleTableE" : "N5arrow17SimpleRecordBatchE") != 0) {
		w->unread = true;
		return;
	}
	hidden.hidden = true;
	if (!table)
		push_vector(w, &hidden, addr + (kg_addr)w->lay->boxed, ARROW_IS_ARRAY);
	push_vector(w, s, addr + (kg_addr)w->lay->columns, table ? ARROW_IS_CHUNKED : ARROW_IS_DATA);
}

/* One that is bytes has a buffer, one that is a list an array; others have no memory but their own. */
static void scalar(struct arrow_walk *w, const struct arrow_step *s, kg_addr addr)
{
	struct arrow_step value = below(s, addr + (kg_addr)w->lay->scalar_value, ARROW_IS_BUFFER);
	char class[ARROW_NAME];
	struct arrow_shared v;
	struct arrow_buffer b;

	if (!arrow_shared(w->h, value.at, &v))
		return;
	if (arrow_buffer(w->h, w->lay, v.ptr, &b))
		buffer(w, &value, NULL);
	else if (arrow_class(w->h, v.ptr, class) && strstr(class, "Array")) {
		value.what = ARROW_IS_ARRAY;
		push(w, value);
	}
}

static void step(struct arrow_walk *w, struct arrow_step s)
{
	static const char *const counted_as[] = {
		[ARROW_IS_DATA] = "N5arrow9ArrayDataE", [ARROW_IS_CHUNKED] = "N5arrow12ChunkedArrayE", [ARROW_IS_SCALAR] = NULL,
	};
	const char *as = (size_t)s.what < sizeof(counted_as) / sizeof(counted_as[0]) ? counted_as[s.what] : NULL;
	struct arrow_shared to;

	if (s.what == ARROW_IS_BUFFER) {
		buffer(w, &s, NULL);
		return;
	}
	if (as ? !arrow_shared_of(w->h, s.at, as, &to) : !arrow_shared(w->h, s.at, &to)) {
		w->unread = true;
		return;
	}
	s.parent = counted(w, &to, s.parent);
	if (!first_time(w, to.ptr))
		return;
	switch (s.what) {
	case ARROW_IS_ARRAY:
		array(w, &s, to.ptr);
		break;
	case ARROW_IS_DATA:
		data(w, &s, to.ptr);
		break;
	case ARROW_IS_CHUNKED:
		push_vector(w, &s, to.ptr + (kg_addr)w->lay->chunks, ARROW_IS_ARRAY);
		break;
	case ARROW_IS_SCALAR:
		scalar(w, &s, to.ptr);
		break;
	default:
		columns(w, &s, to.ptr);
	}
}

void arrow_walk(const struct kg_heap *h, const struct arrow_layout *lay, kg_addr at, enum arrow_what what, struct arrow_walk *ret)
{
	*ret = (struct arrow_walk){.h = h, .lay = lay};
	push(ret, (struct arrow_step){.at = at, .what = what});
	while (ret->nsteps > 0)
		step(ret, ret->steps[--ret->nsteps]);
}

void arrow_walk_end(struct arrow_walk *w)
{
	free(w->refs);
	free(w->steps);
	free(w->seen);
}

static int by_block(const void *a, const void *b)
{
	const struct kg_part *x = &((const struct arrow_ref *)a)->part, *y = &((const struct arrow_ref *)b)->part;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* Of all references that were found to one block, the first. */
static size_t first_of(const struct arrow_walk *w, kg_addr block)
{
	size_t lo = 0, hi = w->nrefs;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (w->refs[mid].part.block < block)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Those whose block counts more references than were found. */
static void mark_open(const struct arrow_walk *w, bool *open)
{
	size_t to;

	for (size_t i = 0; i < w->nrefs; i = to) {
		uint64_t found = 1;

		for (to = i + 1; to < w->nrefs && w->refs[to].part.block == w->refs[i].part.block; to++)
			found += w->refs[to].part.at != w->refs[to - 1].part.at;
		open[i] = found < w->refs[i].part.holders;
	}
}

/* And all that these lead to. */
static void spread_open(const struct arrow_walk *w, bool *open)
{
	bool changed = true;

	for (int round = 0; changed && round < ARROW_DEEP; round++) {
		changed = false;
		for (size_t i = 0; i < w->nrefs; i++) {
			const struct kg_part *p = &w->refs[i].part;
			size_t own = first_of(w, p->block), above = p->parent ? first_of(w, p->parent) : w->nrefs;

			if (open[own] || above == w->nrefs || w->refs[above].part.block != p->parent || !open[above])
				continue;
			open[own] = changed = true;
		}
	}
}

/*
 * The Python objects whose memory was found. What has such memory holds one reference to the object, however many have it:
 * the reference is this object's where all that leads there is held by it alone, and otherwise no single one's.
 */
void arrow_push(const struct arrow_walk *w, struct kg_sink *sink)
{
	bool *open = calloc(w->nrefs + 1, sizeof(*open));

	if (open) {
		qsort(w->refs, w->nrefs, sizeof(*w->refs), by_block);
		mark_open(w, open);
		spread_open(w, open);
	}
	for (size_t i = 0; i < w->nrefs && open; i++) {
		const struct arrow_ref *r = &w->refs[i];

		if (r->object && first_of(w, r->part.block) == i)
			arrow_host->edge(sink, r->object, open[i] || w->more || w->unread ? KG_EDGE_WEAK : KG_EDGE_OWNED, ".buffer");
	}
	free(open);
}

void arrow_tell(const struct arrow_walk *w, void (*fn)(void *arg, const struct kg_part *part), void *arg)
{
	for (size_t i = 0; i < w->nrefs; i++) {
		if (!w->refs[i].object)
			fn(arg, &w->refs[i].part);
	}
}
