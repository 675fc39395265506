/* Dicts far emptier than their tables, and lists that have far more room than items:
 * both keep the size they once needed. */
#include "analysis/finding.h"
#include "heap/core.h"

#define LIST_SUBCLASS (1u << 25) /* CPython Include/object.h */
#define DICT_SUBCLASS (1u << 29)
#define LOG2_MIN 3 /* CPython 3.11 Objects/dictobject.c, PyDict_LOG_MINSIZE */
/* A dict that grows is a fourth full or more, a list seven eighths (list_resize()). */
#define DICT_EMPTY 4
#define LIST_EMPTY_OF 4

struct waste {
	uint64_t objects, bytes, largest, items, room;
	kg_node node; /* of the largest */
};

static void add(struct waste *w, kg_node n, uint64_t bytes, uint64_t items, uint64_t room)
{
	w->objects++;
	w->bytes += bytes;
	if (bytes > w->largest) {
		w->largest = bytes;
		w->node = n;
		w->items = items;
		w->room = room;
	}
}

/* Entries that a table of 2^log2 places has room for (USABLE_FRACTION). */
static uint64_t usable(unsigned int log2)
{
	return ((uint64_t)2 << log2) / 3;
}

static uint64_t smallest(const struct kg_heap *h, const struct kg_keys *k, uint64_t used)
{
	struct kg_keys small = *k;

	small.log2_size = LOG2_MIN;
	while (small.log2_size < k->log2_size && usable(small.log2_size) < used)
		small.log2_size++;
	/* Places are 1, 2, 4 or 8 bytes wide (new_keys_object()). */
	small.log2_index_bytes = (uint8_t)(small.log2_size + (small.log2_size <= 7    ? 0
							      : small.log2_size <= 15 ? 1
							      : small.log2_size <= 31 ? 2
										      : 3));
	small.n = 0;
	small.usable = (int64_t)usable(small.log2_size);
	return kg_keys_size(h, &small);
}

static void look_at_dict(const struct kg_heap *h, kg_node n, struct waste *w)
{
	const int32_t *off = kg_heap_layout(h)->off;
	struct kg_obj o = kg_heap_get(h, n);
	uint64_t used = kg_search_word(o, off[F_DICT_USED]), room, now, least;
	struct kg_keys k;
	struct kg_error *err;

	if (kg_search_word(o, off[F_DICT_VALUES]))
		return;
	err = kg_keys_read(h, kg_search_word(o, off[F_DICT_KEYS]), &k);
	if (err) {
		kg_error_destroy(err);
		return;
	}
	room = usable(k.log2_size);
	if (k.refcount != 1 || used >= room / DICT_EMPTY)
		return;
	now = kg_keys_size(h, &k);
	least = smallest(h, &k, used);
	if (now > least)
		add(w, n, now - least, used, room);
}

static void look_at_list(const struct kg_heap *h, kg_node n, struct waste *w)
{
	struct kg_obj o = kg_heap_get(h, n);
	int64_t items = kg_obj_size(h, o), room = (int64_t)kg_search_word(o, kg_heap_layout(h)->off[F_LIST_ALLOCATED]);

	if (items < 0 || room <= items || room > (int64_t)(UINT64_C(1) << 48))
		return;
	if (room - items > room / LIST_EMPTY_OF)
		add(w, n, 8 * (uint64_t)(room - items), (uint64_t)items, (uint64_t)room);
}

static void tell(struct kg_search *s, const struct kg_finder *self, const struct waste *w, bool dicts)
{
	struct kg_finding *f = w->objects ? kg_search_add(s, self, KG_NODE_NONE, w->bytes) : NULL;

	if (!f)
		return;
	f->sentence =
	    dicts ? "{objects:dict has a table|dicts have tables} far larger than what is left in "
		    "{objects#it needs|them needs}: {bytes} in all; "
		    "the largest has {items:item|items} and room for {room}"
		  : "{objects:list has|lists have} far more room than items: {bytes} in all; the largest has "
		    "{items:item|items} and room for {room}";
	f->subject = w->node; /* it may hold much besides: that is another finding */
	f->next = "show {target} {largest}";
	kg_finding_count(f, "objects", w->objects);
	kg_finding_addr(f, "largest", kg_heap_addr(s->heap, w->node));
	kg_finding_bytes(f, "largest_bytes", w->largest);
	kg_finding_count(f, "items", w->items);
	kg_finding_count(f, "room", w->room);
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct waste dicts = {.node = KG_NODE_NONE}, lists = {.node = KG_NODE_NONE};

	for (kg_node n = 0; n < s->heap->nodes; n++) {
		uint64_t flags = kg_heap_type(s->heap, n)->flags;

		if (!(flags & (LIST_SUBCLASS | DICT_SUBCLASS)) || !kg_search_alive(s, n))
			continue;
		if (flags & DICT_SUBCLASS)
			look_at_dict(s->heap, n, &dicts);
		else
			look_at_list(s->heap, n, &lists);
	}
	tell(s, self, &dicts, true);
	tell(s, self, &lists, false);
	return NULL;
}

const struct kg_finder kg_finder_tables = {
    .name = "empty-tables",
    .looks = "dicts and lists far emptier than their tables",
    .run = run,
};
