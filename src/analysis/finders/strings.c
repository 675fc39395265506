/* Equal strings that are there more than once. */
#include <stdlib.h>

#include "analysis/finding.h"
#include "heap/core.h"

/*
 * One slot for each distinct string, at most SLOTS_MAX: where there are more strings,
 * several passes each take a part of the hashes, so that memory stays bounded and
 * the answer exact.
 */
#define SLOTS_MAX (UINT64_C(1) << 23)
#define PROBES_MAX 4096 /* a target may have been made so that hashes collide */
#define EXAMPLES 3
#define SHOWN_WIDTH 40

struct slot {
	kg_node first; /* the first of its objects */
	uint32_t hash, copies;
};

struct strings {
	struct kg_search *s;
	struct slot *slots;
	struct kg_pages mem;
	uint64_t nslots;
	uint32_t passes, pass;
	uint64_t filled;
	bool dropped; /* some strings could not be compared */
	struct kg_top top;
	uint64_t extra, distinct, wasted; /* objects too many, what they are copies of, bytes of the former */
};

static uint64_t content_hash(const struct kg_str *str)
{
	const uint8_t *p = str->data;
	uint64_t left = str->length * str->char_size, h = left * UINT64_C(0x9e3779b97f4a7c15) + str->char_size;

	for (; left >= 8; left -= 8, p += 8) {
		uint64_t w;

		memcpy(&w, p, 8);
		h = (h ^ w) * UINT64_C(0xbf58476d1ce4e5b9);
		h ^= h >> 29;
	}
	for (; left > 0; left--, p++)
		h = (h ^ *p) * UINT64_C(0x94d049bb133111eb);
	h ^= h >> 32;
	return h * UINT64_C(0xbf58476d1ce4e5b9);
}

static bool equal(const struct kg_search *s, kg_node n, const struct kg_str *str)
{
	struct kg_str other;

	return kg_str_read(s->heap, kg_heap_addr(s->heap, n), &other) && other.length == str->length &&
	       other.char_size == str->char_size && memcmp(other.data, str->data, str->length * str->char_size) == 0;
}

static bool is_taken(const struct kg_search *s, kg_node n)
{
	return kg_heap_type(s->heap, n)->is_str && kg_search_alive(s, n) &&
	       kg_heap_provenance(s->heap, n) != KG_FOUND_SCANNED;
}

/* The slot of the string, or an empty one for it; NULL when there is no room. */
static struct slot *slot_of(const struct strings *t, const struct kg_str *str, uint64_t hash)
{
	for (uint64_t i = 0; i < PROBES_MAX && i < t->nslots; i++) {
		struct slot *slot = &t->slots[(hash + i) & (t->nslots - 1)];

		if (slot->copies == 0)
			return t->filled < t->nslots - t->nslots / 8 ? slot : NULL;
		if (slot->hash == (uint32_t)(hash >> 32) && equal(t->s, slot->first, str))
			return slot;
	}
	return NULL;
}

static void count(struct strings *t, kg_node n)
{
	struct kg_str str;
	uint64_t hash;
	struct slot *slot;

	if (!is_taken(t->s, n) || !kg_str_read(t->s->heap, kg_heap_addr(t->s->heap, n), &str))
		return;
	hash = content_hash(&str);
	if ((uint32_t)(hash >> 40) % t->passes != t->pass)
		return;
	slot = slot_of(t, &str, hash);
	if (!slot) {
		t->dropped = true;
		return;
	}
	if (slot->copies == 0) {
		*slot = (struct slot){n, (uint32_t)(hash >> 32), 1};
		t->filled++;
		return;
	}
	t->distinct += slot->copies++ == 1;
	t->extra++;
	t->wasted += kg_heap_size(t->s->heap, n);
}

/* One more pass in which each distinct string has a slot: copies of the largest waste. */
static void note_largest(struct strings *t, uint32_t *ret_copies)
{
	for (uint64_t i = 0; i < t->nslots; i++) {
		const struct slot *slot = &t->slots[i];
		struct kg_top *top = &t->top;
		uint64_t waste;
		size_t at = 0;

		if (slot->copies < 2)
			continue;
		waste = (slot->copies - 1) * kg_heap_size(t->s->heap, slot->first);
		while (at < top->n && top->items[at].key >= waste)
			at++;
		if (at == KG_FINDINGS_EACH)
			continue;
		memmove(&ret_copies[at + 1], &ret_copies[at], (KG_FINDINGS_EACH - 1 - at) * sizeof(*ret_copies));
		ret_copies[at] = slot->copies;
		kg_top_add(top, slot->first, waste);
	}
}

static void add_example(struct strings *t, struct kg_finding *f, size_t i, uint32_t copies)
{
	static const char *const texts[EXAMPLES] = {"value", "value2", "value3"};
	static const char *const counts[EXAMPLES] = {"copies", "copies2", "copies3"};
	static const char *const addrs[EXAMPLES] = {"example", "example2", "example3"};
	kg_addr addr = kg_heap_addr(t->s->heap, t->top.items[i].node);
	struct kg_strbuf sb = {0};

	kg_heap_value(t->s->heap, addr, SHOWN_WIDTH, &sb);
	kg_finding_text(t->s, f, texts[i], &sb);
	kg_finding_count(f, counts[i], copies);
	kg_finding_addr(f, addrs[i], addr);
}

static void tell(struct strings *t, const struct kg_finder *self, const uint32_t *copies)
{
	struct kg_finding *f = kg_search_add(t->s, self, KG_NODE_NONE, t->wasted);

	if (!f)
		return;
	f->sentence = "{extra:string is a copy|strings are copies} of {distinct:other|others} and {extra#takes|take} {bytes}: "
		      "{value} alone is there {copies:time|times}";
	f->next = "show {target} {example}";
	if (t->dropped)
		f->guess = "not all strings could be compared, so there are at least as many";
	kg_finding_count(f, "extra", t->extra);
	kg_finding_count(f, "distinct", t->distinct);
	for (size_t i = 0; i < t->top.n && i < EXAMPLES; i++)
		add_example(t, f, i, copies[i]);
}

static uint64_t slots_for(uint64_t objects)
{
	uint64_t n = 1024;

	while (n < 2 * objects && n < SLOTS_MAX)
		n *= 2;
	return n;
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	struct strings t = {.s = s, .top = {.n = 0}};
	uint32_t copies[KG_FINDINGS_EACH + 1] = {0};
	uint64_t objects = 0, bytes = 0;
	struct kg_error *err;

	for (uint32_t i = 0; i < s->totals->n; i++) {
		objects += s->heap->types[i]->is_str ? s->totals->items[i].objects : 0;
		bytes += s->heap->types[i]->is_str ? s->totals->items[i].bytes : 0;
	}
	if (bytes < s->least)
		return NULL;
	t.nslots = slots_for(objects);
	/* A table is at most half full on average; parts of a good hash differ by little. */
	t.passes = (uint32_t)((2 * objects + t.nslots - 1) / t.nslots);
	err = kg_pages_init(&t.mem, t.nslots * sizeof(*t.slots));
	if (err)
		return err;
	t.slots = t.mem.mem;
	for (t.pass = 0; t.pass < t.passes; t.pass++) {
		if (t.pass > 0)
			memset(t.slots, 0, t.nslots * sizeof(*t.slots));
		t.filled = 0;
		for (kg_node n = 0; n < s->heap->nodes; n++)
			count(&t, n);
		note_largest(&t, copies);
	}
	tell(&t, self, copies);
	kg_pages_deinit(&t.mem);
	return NULL;
}

const struct kg_finder kg_finder_strings = {
    .name = "equal-strings",
    .looks = "equal strings that are there more than once",
    .run = run,
};
