#include "analysis/made_priv.h"

#include <stdlib.h>

#include "analysis/select.h"
#include "base/grow.h"
#include "emulate/emulate.h"
#include "heap/core.h"

#define ARRAY 32	 /* objects in the array that a word leads to */
#define STRIDE 128	 /* bytes for one object that nothing else leads to: zeros follow what is its own */
#define BESIDE 1024	 /* bytes of a block that a copy leads to and that are copied with it */
#define BLOCKS 4	 /* of one copy */
#define PAIR_WORDS 20	 /* of a blank object in which two words are changed at a time */
#define CLASSES 64	 /* of those made in Python, which are all read by one rule */
#define BATCH 1024	 /* objects of a call at most */
#define FEW 48		 /* so few that none is given up for the others */
#define EDGES 8192
#define ENDLESS_MAX 2	 /* objects of a type that took very long, or ended the emulator: then it is left */

/* Where things are in the spare memory. */
enum { SINGLE = 0, OBJECTS = STRIDE, LIST = OBJECTS + ARRAY * STRIDE, PLACES = (LIST + 8 * ARRAY + 4095) & ~4095 };

struct maker {
	const struct kg_heap *h;
	struct kg_made *made;
	struct kg_emulator *emulator;
	struct kg_spare spare;
	uint8_t head[64]; /* of an object that nothing else leads to */
	uint64_t *edges;
	kg_addr *shown, *read;
	size_t shown_cap;
	/* The batch */
	const struct kg_type *type;
	const struct kg_pattern *pattern;
	size_t n, stride, most;
	kg_addr addrs[BATCH];
	int64_t offsets[BATCH];
	enum kg_made_with with[BATCH];
	unsigned int endless; /* of this type */
	bool sound; /* both sides could do with the pattern as it is, and agreed */
};

/* How a made-up object differs from its pattern. */
struct change {
	int64_t offset; /* of the block beside it, where there is one */
	enum kg_made_with with;
	int64_t also; /* a word of the object that is 1 besides, 0: none */
};


const char *kg_made_fault_name(enum kg_made_fault fault)
{
	static const char *const names[] = {"unread", "unshown", "unnamed"};

	return names[fault];
}

const char *kg_made_with_name(enum kg_made_with with)
{
	static const char *const names[] = {"object", "array", "itself"};

	return names[with];
}

/* The objects that a changed word leads to. */
static void put_objects(struct maker *m)
{
	uint8_t *p = m->spare.bytes;

	memcpy(p + SINGLE, m->head, sizeof(m->head));
	for (size_t i = 0; i < ARRAY; i++) {
		memcpy(p + OBJECTS + i * STRIDE, m->head, sizeof(m->head));
		kg_put_word(p + LIST + 8 * i, m->spare.start + OBJECTS + i * STRIDE);
	}
}

static uint64_t word_with(const struct maker *m, enum kg_made_with with)
{
	switch (with) {
	case KG_MADE_WITH_OBJECT:
		return m->spare.start + SINGLE;
	case KG_MADE_WITH_ARRAY:
		return m->spare.start + LIST;
	case KG_MADE_WITH_ITSELF:
		break;
	}
	return 0;
}

static int by_value(const void *a, const void *b)
{
	kg_addr x = *(const kg_addr *)a, y = *(const kg_addr *)b;

	return x < y ? -1 : x > y;
}

/* The member of the C struct at @offset. */
static const struct kg_cfield *member_at(const struct kg_heap *h, const struct kg_type *t, int64_t offset)
{
	const struct kg_cinstance *c = offset < 0 ? NULL : kg_heap_struct(h, t);
	const struct kg_cfield *found = NULL;

	for (uint32_t i = 0; c && c->name && i < c->nfields; i++) {
		const struct kg_cfield *f = &c->fields[i];

		if (f->offset <= (uint64_t)offset && (uint64_t)offset < f->offset + f->size)
			found = f;
	}
	return found;
}

/* A word is told of once for each way in which it is wrong. */
static struct kg_error *found(struct maker *m, int64_t offset, enum kg_made_fault fault, enum kg_made_with with)
{
	struct kg_made *made = m->made;
	const struct kg_cfield *f;
	struct kg_error *err;

	for (size_t i = made->n; i > 0 && made->items[i - 1].type == m->type; i--) {
		if (made->items[i - 1].offset == offset && made->items[i - 1].fault == fault &&
		    made->items[i - 1].beside == (m->pattern->beside_size > 0) && !m->type->is_module)
			return NULL;
	}
	err = kg_grow(&made->items, &made->cap, made->n, sizeof(*made->items));
	if (err)
		return err;
	f = m->pattern->beside_size ? NULL : member_at(m->h, m->type, offset);
	made->items[made->n++] = (struct kg_made_finding){m->type, offset, fault, with, m->pattern->blank, m->pattern->beside_size > 0,
							      m->pattern->original, f ? f->label : NULL};
	made->disagree += fault != KG_MADE_UNNAMED;
	made->unnamed += fault == KG_MADE_UNNAMED;
	return NULL;
}

/* What the decoder reads of the made-up object and says is shown, sorted. */
static struct kg_error *read_object(struct maker *m, kg_addr addr, size_t *ret)
{
	size_t edges = 0, n = 0;
	struct kg_error *err = kg_heap_edges(m->h, addr, m->edges, EDGES, &edges);

	for (size_t i = 0; !err && i < edges; i++) {
		if (KG_EDGE_KIND(m->edges[i]) == KG_EDGE_TRAVERSE)
			m->read[n++] = KG_EDGE_ADDR(m->edges[i]);
	}
	if (n > 1)
		qsort(m->read, n, sizeof(*m->read), by_value);
	*ret = n;
	return err;
}

/*
 * Does it tell anything that only one side has @target? Of a block beside an object no more is copied than may be its
 * own, but for modules: where that is not all of it both sides read what is not theirs. And where a word that counts or
 * points into something else was changed the object makes no sense, and each side may see other nonsense: but not by chance
 * what the word led to.
 */
static bool tells(const struct maker *m, size_t i, kg_addr target)
{
	return m->with[i] == KG_MADE_WITH_ITSELF ? !m->pattern->beside_size || m->type->is_module : target - m->spare.start < LIST;
}

/* Holds object @i of the batch against what was shown of it. */
static struct kg_error *compare(struct maker *m, size_t i, const kg_addr *visited, size_t n)
{
	bool unread = false, unshown = false, same = true;
	size_t read = 0, at = 0, k = 0;
	struct kg_error *err = read_object(m, m->addrs[i], &read);

	if (err) {
		m->made->refused++;
		kg_error_destroy(err);
		return NULL;
	}
	err = kg_grow_to(&m->shown, &m->shown_cap, n, sizeof(*m->shown));
	if (err)
		return err;
	if (n) {
		memcpy(m->shown, visited, n * sizeof(*visited));
		qsort(m->shown, n, sizeof(*m->shown), by_value);
	}
	m->made->objects++;
	while (at < n || k < read) {
		if (at < n && k < read && m->shown[at] == m->read[k]) {
			at++;
			k++;
		} else if (k == read || (at < n && m->shown[at] < m->read[k])) {
			same = false;
			unread = tells(m, i, m->shown[at++]) || unread;
		} else {
			same = false;
			unshown = tells(m, i, m->read[k++]) || unshown;
		}
	}
	if (m->with[i] == KG_MADE_WITH_ITSELF)
		m->sound = same;
	if (unread)
		err = found(m, m->offsets[i], KG_MADE_UNREAD, m->with[i]);
	if (!err && unshown)
		err = found(m, m->offsets[i], KG_MADE_UNSHOWN, m->with[i]);
	return err;
}

/* What became of the objects from number @from on; *ret_given_up: how many at the end were not tried. */
static struct kg_error *judge(struct maker *m, size_t from, size_t n, const struct kg_emulation *r, size_t *ret_given_up)
{
	struct kg_error *err = NULL;

	*ret_given_up = 0;
	for (size_t i = 0; i < n && !err; i++) {
		uint64_t first = i ? r->ends[i - 1] : 0;
		enum kg_emulated how = (enum kg_emulated)r->how[i];

		*ret_given_up += how == KG_EMULATED_GIVEN_UP;
		m->made->unable += how != KG_EMULATED_DONE && how != KG_EMULATED_GIVEN_UP;
		m->endless += how == KG_EMULATED_ENDLESS || how == KG_EMULATED_OUTPUT || how == KG_EMULATED_CRASH;
		if (how == KG_EMULATED_DONE)
			err = compare(m, from + i, r->visited + first, r->ends[i] - first);
	}
	return err;
}

/*
 * Emulates the objects that were laid, and begins anew. All at once; where so many fail that the others are given up, those
 * go on a few at a time.
 */
static struct kg_error *flush(struct maker *m)
{
	bool left = m->endless >= ENDLESS_MAX;
	struct kg_error *err = NULL;

	for (size_t from = 0, most = m->n; from < m->n && m->endless < ENDLESS_MAX && !err;) {
		size_t n = m->n - from < most ? m->n - from : most, given_up = 0;
		struct kg_emulation r;

		err = kg_emulator_traverse(m->emulator, m->type->traverse, m->addrs + from, n, &r);
		if (!err)
			err = judge(m, from, n, &r, &given_up);
		if (given_up == n) {
			m->made->unable += m->n - from;
			break;
		}
		from += n - given_up;
		most = given_up ? FEW : most;
	}
	m->n = 0;
	m->made->left += !left && m->endless >= ENDLESS_MAX;
	return err;
}

/* Words of a copy that lead to its original, or to the block beside that, lead to the copies. */
static void relocate(const struct maker *m, uint8_t *place, size_t size, kg_addr object, kg_addr beside)
{
	const struct kg_pattern *p = m->pattern;

	for (size_t at = 0; p->original && at + 8 <= size; at += 8) {
		uint64_t word = kg_u64(place + at);

		if (word - (p->original - p->before) < p->size)
			kg_put_word(place + at, word - p->original + object);
		else if (p->beside_size && word - p->beside_original < p->beside_size)
			kg_put_word(place + at, word - p->beside_original + beside);
	}
}

/* Lays the pattern down, changed, as the next of the batch. */
static void lay(struct maker *m, struct change c)
{
	const struct kg_pattern *p = m->pattern;
	uint64_t at = PLACES + m->n * m->stride;
	size_t beside = (p->size + STRIDE + 63) & ~(size_t)63;
	uint8_t *place = m->spare.bytes + at;
	kg_addr addr = m->spare.start + at + p->before;

	memset(place, 0, m->stride);
	memcpy(place, p->bytes, p->size);
	memcpy(place + beside, p->beside, p->beside_size);
	relocate(m, place, p->size, addr, m->spare.start + at + beside);
	relocate(m, place + beside, p->beside_size, addr, m->spare.start + at + beside);
	if (c.with != KG_MADE_WITH_ITSELF)
		kg_put_word(p->beside_size ? place + beside + c.offset : place + p->before + c.offset, word_with(m, c.with));
	if (c.also)
		kg_put_word(place + p->before + c.also, 1);
	m->addrs[m->n] = addr;
	m->offsets[m->n] = c.offset;
	m->with[m->n] = c.with;
}

static struct kg_error *add(struct maker *m, struct change c)
{
	lay(m, c);
	return ++m->n == m->most ? flush(m) : NULL;
}

/* Bytes before an instance that belong to the collector. */
static int64_t head_of(const struct maker *m)
{
	const struct kg_layout *lay = m->h->rt->layout;

	return m->type->gc && lay->facts->gc_lists ? lay->off[F_GCHEAD_SIZE] : 0;
}

/* Is that word one of the object's own to say what it refers to, and not how many? */
static bool variable(const struct maker *m, int64_t at)
{
	const int32_t *off = m->h->rt->layout->off;

	return m->pattern->beside_size || at < -head_of(m) ||
	       (at >= off[F_OBJECT_SIZE] && !(m->type->itemsize && at == off[F_VAR_SIZE]));
}

static void begin(struct maker *m)
{
	m->stride = ((m->pattern->size + STRIDE + 63) & ~(size_t)63) + ((m->pattern->beside_size + STRIDE + 63) & ~(size_t)63);
	m->most = (m->spare.len - PLACES) / m->stride;
	m->most = m->most < BATCH ? m->most : BATCH;
	m->n = 0;
}

/* Every word of the pattern, or of the block beside it, leads to an object, and then to an array of such. */
static struct kg_error *vary(struct maker *m)
{
	const struct kg_pattern *p = m->pattern;
	int64_t from = p->beside_size ? 0 : -(int64_t)p->before;
	int64_t to = (int64_t)(p->beside_size ? p->beside_size : p->size - p->before);
	struct kg_error *err;

	begin(m);
	m->sound = false;
	err = add(m, (struct change){0, KG_MADE_WITH_ITSELF, 0});
	if (!err)
		err = flush(m);
	/* A list that leads back to the original ends in no copy. */
	if (err || (!m->sound && !p->blank))
		return err;
	for (int64_t at = from; at + 8 <= to && !err; at += 8) {
		if (!variable(m, at))
			continue;
		err = add(m, (struct change){at, KG_MADE_WITH_OBJECT, 0});
		if (!err)
			err = add(m, (struct change){at, KG_MADE_WITH_ARRAY, 0});
	}
	return err ? err : flush(m);
}

/* The same with each other word being 1 meanwhile: members that count only where another one says so. */
static struct kg_error *vary_pairs(struct maker *m)
{
	const struct kg_pattern *p = m->pattern;
	int64_t from = m->h->rt->layout->off[F_OBJECT_SIZE], to = (int64_t)(p->size - p->before);
	struct kg_error *err = NULL;

	if ((to - from) / 8 > PAIR_WORDS)
		return NULL;
	begin(m);
	for (int64_t at = from; at + 8 <= to && !err; at += 8) {
		for (int64_t also = from; also + 8 <= to && !err; also += 8) {
			if (also == at || !variable(m, at) || !variable(m, also))
				continue;
			err = add(m, (struct change){at, KG_MADE_WITH_OBJECT, also});
			if (!err)
				err = add(m, (struct change){at, KG_MADE_WITH_ARRAY, also});
		}
	}
	return err ? err : flush(m);
}

/*
 * Copies the block that the pattern's word at @at leads to, if it is one, and varies that. C variables are what they are by
 * their addresses, as the definition of a module.
 */
static struct kg_error *vary_block(struct maker *m, struct kg_pattern *p, size_t at, size_t most, unsigned int *blocks)
{
	kg_addr to = kg_u64(p->bytes + at);
	const struct kg_segment *seg = to & 7 ? NULL : kg_image_segment(m->h->image, to);
	struct kg_error *err;

	if (!seg || !(seg->flags & KG_SEG_WRITE) || to - (p->original - p->before) < p->size ||
	    kg_heap_node(m->h, to) != KG_NODE_NONE || kg_process_module(m->h->rt->proc, to))
		return NULL;
	p->beside_size = seg->end - to < most ? (seg->end - to) & ~UINT64_C(7) : most;
	p->beside_original = to;
	memcpy(p->beside, kg_image_span(m->h->image, to, p->beside_size), p->beside_size);
	++*blocks;
	err = vary(m);
	p->beside_size = 0;
	return err;
}

/* The blocks of memory that the copy's words lead to. */
static struct kg_error *vary_blocks(struct maker *m, struct kg_pattern *p, size_t most)
{
	struct kg_error *err = NULL;
	unsigned int blocks = 0;

	for (size_t at = 0; at + 8 <= p->size && blocks < BLOCKS && !err; at += 8) {
		if (variable(m, (int64_t)at - (int64_t)p->before))
			err = vary_block(m, p, at, most, &blocks);
	}
	return err;
}

/* Members that by the C struct lead to objects, and of which the decoder has no reference. */
static struct kg_error *name_members(struct maker *m)
{
	const struct kg_cinstance *c = kg_heap_struct(m->h, m->type);
	const struct kg_pattern *p = m->pattern;
	struct kg_error *err = NULL;

	if (!c || !c->name || c->sized)
		return NULL;
	begin(m);
	for (uint32_t i = 0; i < c->nfields && !err; i++) {
		const struct kg_cfield *f = &c->fields[i];
		size_t edges = 0;
		bool there = false;

		if (f->value != KG_C_OBJECT || f->offset + 8 > p->size - p->before ||
		    (int64_t)f->offset < m->h->rt->layout->off[F_OBJECT_SIZE] || f->offset == m->type->weaklistoffset)
			continue;
		lay(m, (struct change){f->offset, KG_MADE_WITH_OBJECT, 0});
		err = kg_heap_edges(m->h, m->addrs[0], m->edges, EDGES, &edges);
		if (err) {
			kg_error_destroy(err);
			err = NULL;
			continue;
		}
		for (size_t k = 0; k < edges; k++)
			there = there || KG_EDGE_ADDR(m->edges[k]) == m->spare.start + SINGLE;
		if (!there)
			err = found(m, f->offset, KG_MADE_UNNAMED, KG_MADE_WITH_OBJECT);
	}
	return err;
}

/* Is the decoder one that tp_traverse can be held against? */
static bool shows(const struct kg_type *t)
{
	return t->gc && t->traverse && t->native->ops && !t->native->beside && !t->native->asks_gc && !t->is_metatype;
}

static struct kg_error *check_blank(struct maker *m)
{
	struct kg_error *err = shows(m->type) ? vary(m) : NULL;

	if (!err && shows(m->type) && !m->type->python_class && m->sound)
		err = vary_pairs(m);
	return err || m->type->python_class ? err : name_members(m);
}

/* One type. @p: room for a pattern */
static struct kg_error *check_type(struct maker *m, const struct kg_type *t, const struct kg_instances *s, struct kg_pattern *p)
{
	struct kg_error *err = NULL;

	m->type = t;
	m->pattern = p;
	m->endless = 0;
	m->made->types++;
	if (kg_pattern_blank(m->h, t, m->head, p))
		err = check_blank(m);
	for (unsigned int i = 0; i < KG_MADE_COPIES && shows(t) && !err; i++) {
		if (!kg_instances_has(s, t->index, i) || !kg_pattern_copy(m->h, s->nodes[t->index][i], p))
			continue;
		err = vary(m);
		if (!err && !t->python_class && !t->is_module)
			err = vary_blocks(m, p, BESIDE);
	}
	return err;
}

/* The state of one module. */
static struct kg_error *check_module(struct maker *m, kg_node n, struct kg_pattern *p)
{
	m->type = kg_heap_type(m->h, n);
	m->pattern = p;
	m->endless = 0;
	return shows(m->type) && kg_pattern_copy(m->h, n, p) ? vary_blocks(m, p, KG_MADE_STATE_MAX) : NULL;
}

static bool wanted(const struct kg_type *t, const struct kg_made_options *opts, unsigned int *classes)
{
	return !t->python_class || opts->all || ++*classes <= CLASSES;
}

/* Every type that is an object of the heap and has a decoder. */
static struct kg_error *check_types(struct maker *m, const struct kg_made_options *opts, const struct kg_instances *s)
{
	const struct kg_heap *h = m->h;
	struct kg_pattern *p = malloc(sizeof(*p));
	unsigned int classes = 0;
	struct kg_error *err = p ? NULL : kg_error_nomem();

	kg_progress_phase(opts->progress, "making up objects", h->nodes);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		const struct kg_type *t = kg_heap_type(h, n)->is_metatype ? kg_heap_type_at(h, kg_heap_addr(h, n)) : NULL;

		if (t && t->native->ops && (opts->type ? kg_type_fits(t, opts->type) : wanted(t, opts, &classes)))
			err = check_type(m, t, s, p);
		if (!err && kg_heap_type(h, n)->is_module && (!opts->type || kg_type_fits(kg_heap_type(h, n), opts->type)))
			err = check_module(m, n, p);
		if (!err && (n & 0xfff) == 0)
			err = kg_progress_check(opts->progress);
		if ((n & 0xfff) == 0)
			kg_progress_add(opts->progress, 0x1000);
	}
	free(p);
	return err;
}

/* The first bytes of an object() that nobody knows: those of any object, with another type. */
static bool head_make(struct maker *m)
{
	const int32_t *off = m->h->rt->layout->off;
	const struct kg_type *object = kg_heap_type_at(m->h, m->h->rt->type_type);

	while (object && object->next_base)
		object = object->next_base;
	if (!object || (size_t)off[F_OBJECT_SIZE] > sizeof(m->head))
		return false;
	kg_put_word(m->head + off[F_OBJECT_REFCNT], 1);
	kg_put_word(m->head + off[F_OBJECT_TYPE], object->addr);
	return true;
}

struct kg_error *kg_made_create(const struct kg_heap *h, const struct kg_made_options *opts, struct kg_made **ret)
{
	struct maker m = {.h = h, .spare = h->image->spare};
	struct kg_instances s = {0};
	struct kg_error *err;

	if (m.spare.len < KG_MADE_SPARE)
		return kg_error_create(KG_ERR_USAGE, "the target was opened without memory for objects that are made up");
	m.made = calloc(1, sizeof(*m.made));
	m.edges = malloc(EDGES * sizeof(*m.edges));
	m.read = malloc(EDGES * sizeof(*m.read));
	err = m.made && m.edges && m.read ? kg_instances_init(h, &s) : kg_error_nomem();
	if (!err && !head_make(&m))
		err = kg_error_create(KG_ERR_TARGET, "the type `object` is not found");
	if (!err) {
		put_objects(&m);
		err = kg_heap_emulator(h, &m.emulator);
	}
	if (!err)
		err = check_types(&m, opts, &s);
	kg_heap_emulator_return(h, m.emulator);
	kg_instances_deinit(&s);
	free(m.edges);
	free(m.read);
	free(m.shown);
	if (err)
		kg_made_destroy(m.made);
	else
		*ret = m.made;
	return err;
}

void kg_made_destroy(struct kg_made *m)
{
	if (m)
		free(m->items);
	free(m);
}
