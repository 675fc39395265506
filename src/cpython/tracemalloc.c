/*
 * tracemalloc's table of traces. It is a static variable: found by its symbol where a
 * symbol table names it, else by its shape in the interpreter's data, where the
 * proof is which functions the table hashes and compares with, and that what it
 * holds are traces.
 * Source: CPython 3.11 Modules/_tracemalloc.c, Python/hashtable.c.
 */
#include "cpython/tracemalloc.h"

#include <string.h>

#include "cpython/cpython_priv.h"

enum {
	CHAIN_MAX = 1 << 16,	/* entries of one bucket: few, but large blocks at round addresses crowd in one */
	PROOF_ENTRIES = 64,	/* entries that are looked at before a table is believed */
	PROOF_BUCKETS = 1 << 20,
	BSS_BYTES = 16 << 20,	/* how far after a module's files its .bss may reach */
	BUCKETS_MIN = 16,	/* HASHTABLE_MIN_SIZE */
};

static const char no_layout[] = "kedge does not know tracemalloc's structs in this version of CPython; install the "
				"interpreter's debug package";
static const char no_config[] = "the interpreter's file names no _Py_tracemalloc_config; install its debug package, or "
				"pass --debug-dir";
static const char no_table[] = "the interpreter's file has no symbol for tracemalloc's table and its data shows none; "
			       "install its debug package, or pass --debug-dir";
static const char unsound[] = "tracemalloc's table contradicts itself";

static bool fields_known(const struct kg_layout *lay)
{
	for (enum kg_field f = F_HASHTABLE_SIZE; f <= F_TRACECONFIG_LIMIT; f++) {
		if (!kg_layout_has(lay, f))
			return false;
	}
	return true;
}

static uint64_t word_at(const uint8_t *p, int32_t off)
{
	uint64_t v;

	memcpy(&v, p + off, sizeof(v));
	return v;
}

/* _Py_HashPointerRaw(): the low bits of an address are nearly always the same. */
static uint64_t hash_of(kg_addr addr)
{
	return addr >> 4 | addr << 60;
}

/* The trace at @addr, checked: all frames it announces are in memory. */
static bool trace_read(const struct kg_tracemalloc *tm, kg_addr key, kg_addr addr, struct kg_trace *ret)
{
	const int32_t *off = tm->rt->layout->off;
	const uint8_t *t = kg_image_span(tm->rt->image, addr, (uint64_t)off[F_TRACE_SIZE]);
	uint16_t nframe, total;
	kg_addr back;

	if (!t)
		return false;
	back = word_at(t, off[F_TRACE_TRACEBACK]);
	*ret = (struct kg_trace){.addr = key, .size = word_at(t, off[F_TRACE_BYTES])};
	t = kg_image_span(tm->rt->image, back, (uint64_t)off[F_TRACEBACK_FRAMES]);
	if (!t)
		return false;
	memcpy(&nframe, t + off[F_TRACEBACK_NFRAME], 2);
	memcpy(&total, t + off[F_TRACEBACK_TOTAL], 2);
	ret->nframe = nframe;
	ret->total = total;
	ret->frames = back + (uint64_t)off[F_TRACEBACK_FRAMES];
	return nframe && total >= nframe &&
	       kg_image_span(tm->rt->image, ret->frames, (uint64_t)nframe * (uint64_t)off[F_TRACEFRAME_SIZE]);
}

bool kg_tracemalloc_frame(const struct kg_tracemalloc *tm, const struct kg_trace *t, uint32_t i, kg_addr *ret_file,
			  uint32_t *ret_line)
{
	const int32_t *off = tm->rt->layout->off;
	uint64_t size = (uint64_t)off[F_TRACEFRAME_SIZE];
	const uint8_t *p = i < t->nframe ? kg_image_span(tm->rt->image, t->frames + i * size, size) : NULL;

	if (!p)
		return false;
	*ret_file = word_at(p, off[F_TRACEFRAME_FILENAME]);
	memcpy(ret_line, p + off[F_TRACEFRAME_LINENO], 4);
	return true;
}

/* The entry at @at; *ret_next is the one after it in its bucket. */
static const uint8_t *entry_read(const struct kg_tracemalloc *tm, kg_addr at, kg_addr *ret_next)
{
	const int32_t *off = tm->rt->layout->off;
	const uint8_t *e = kg_image_span(tm->rt->image, at, (uint64_t)off[F_HASHENTRY_SIZE]);

	if (e)
		*ret_next = word_at(e, off[F_HASHENTRY_NEXT]);
	return e;
}

bool kg_tracemalloc_find(const struct kg_tracemalloc *tm, kg_addr addr, struct kg_trace *ret)
{
	const int32_t *off = tm->rt->layout->off;
	kg_addr at, next;
	const uint8_t *e;
	int steps;

	if (tm->state != KG_TRACEMALLOC_ON || !tm->nbuckets)
		return false;
	at = kg_runtime_word(tm->rt, tm->buckets + 8 * (hash_of(addr) & (tm->nbuckets - 1)));
	for (steps = 0; at && steps < CHAIN_MAX && (e = entry_read(tm, at, &next)); at = next, steps++) {
		if (word_at(e, off[F_HASHENTRY_KEY]) == addr)
			return trace_read(tm, addr, word_at(e, off[F_HASHENTRY_VALUE]), ret);
	}
	if (at)
		kg_damage_add(&tm->rt->image->damage, at, "tracemalloc's table breaks off at 0x%jx", (uintmax_t)at);
	return false;
}

enum walk { WALK_ON, WALK_STOP, WALK_BROKEN };

/* The entries of one bucket, each checked: its hash is that of its key and it belongs here. */
static enum walk bucket_walk(const struct kg_tracemalloc *tm, uint64_t bucket,
			     bool (*fn)(void *arg, const struct kg_trace *t), void *arg)
{
	const int32_t *off = tm->rt->layout->off;
	kg_addr next, at = kg_runtime_word(tm->rt, tm->buckets + 8 * bucket);

	for (int steps = 0; at; at = next, steps++) {
		const uint8_t *e = steps < CHAIN_MAX ? entry_read(tm, at, &next) : NULL;
		struct kg_trace t;
		kg_addr key;

		if (!e)
			return WALK_BROKEN;
		key = word_at(e, off[F_HASHENTRY_KEY]);
		if (word_at(e, off[F_HASHENTRY_HASH]) != hash_of(key) || (hash_of(key) & (tm->nbuckets - 1)) != bucket ||
		    !trace_read(tm, key, word_at(e, off[F_HASHENTRY_VALUE]), &t))
			return WALK_BROKEN;
		if (!fn(arg, &t))
			return WALK_STOP;
	}
	return WALK_ON;
}

static enum walk walk(const struct kg_tracemalloc *tm, uint64_t nbuckets, bool (*fn)(void *arg, const struct kg_trace *t),
		      void *arg)
{
	enum walk how = WALK_ON;

	for (uint64_t i = 0; i < nbuckets && how == WALK_ON; i++)
		how = bucket_walk(tm, i, fn, arg);
	return how;
}

/* A hostile table may lead from every bucket to the same entries: its own count bounds the walk. */
struct each {
	bool (*fn)(void *arg, const struct kg_trace *t);
	void *arg;
	uint64_t left;
	bool over;
};

static bool each_one(void *arg, const struct kg_trace *t)
{
	struct each *e = arg;

	e->over = e->left-- == 0;
	return !e->over && e->fn(e->arg, t);
}

bool kg_tracemalloc_each(const struct kg_tracemalloc *tm, bool (*fn)(void *arg, const struct kg_trace *t), void *arg)
{
	struct each e = {fn, arg, tm->entries, false};

	if (tm->state != KG_TRACEMALLOC_ON)
		return true;
	return walk(tm, tm->nbuckets, each_one, &e) != WALK_BROKEN && !e.over;
}

struct proof {
	const struct kg_tracemalloc *tm;
	unsigned int left;
	bool wrong;
};

/* Does @file look like a str? Its type is one of the interpreter's static ones, and the type of that is type. */
static bool is_object(const struct kg_runtime *rt, kg_addr file)
{
	int32_t type = rt->layout->off[F_OBJECT_TYPE];
	kg_addr of = file ? kg_runtime_word(rt, file + (uint64_t)type) : 0;

	return of && kg_runtime_word(rt, of + (uint64_t)type) == rt->type_type;
}

static bool prove(void *arg, const struct kg_trace *t)
{
	struct proof *p = arg;
	uint32_t line;
	kg_addr file;

	p->wrong = t->nframe > p->tm->limit || !kg_tracemalloc_frame(p->tm, t, 0, &file, &line) ||
		   !is_object(p->tm->rt, file);
	return !p->wrong && --p->left > 0;
}

/* Takes the table at @at when it is sound as far as one looks. */
static bool table_take(struct kg_tracemalloc *tm, kg_addr at)
{
	const int32_t *off = tm->rt->layout->off;
	const uint8_t *t = kg_image_span(tm->rt->image, at, (uint64_t)off[F_HASHTABLE_SIZE]);
	struct proof proof = {tm, PROOF_ENTRIES, false};
	uint64_t room;

	if (!t)
		return false;
	tm->entries = word_at(t, off[F_HASHTABLE_NENTRIES]);
	tm->nbuckets = word_at(t, off[F_HASHTABLE_NBUCKETS]);
	tm->buckets = word_at(t, off[F_HASHTABLE_BUCKETS]);
	if (!kg_image_avail(tm->rt->image, tm->buckets, &room) || tm->nbuckets < BUCKETS_MIN ||
	    (tm->nbuckets & (tm->nbuckets - 1)) || tm->nbuckets > room / 8 || tm->entries > tm->nbuckets)
		return false;
	return walk(tm, tm->nbuckets < PROOF_BUCKETS ? tm->nbuckets : PROOF_BUCKETS, prove, &proof) != WALK_BROKEN &&
	       !proof.wrong;
}

/* The two functions that tables keyed by address use; exported, so that strip leaves their names. */
struct shape {
	kg_addr hash, compare;
	struct kg_tracemalloc found;
	unsigned int n;
};

static bool shape_known(const struct kg_runtime *rt, struct shape *s)
{
	uint64_t size;

	return kg_process_symbol(rt->proc, rt->module, "_Py_hashtable_hash_ptr", &s->hash, &size) &&
	       kg_process_symbol(rt->proc, rt->module, "_Py_hashtable_compare_direct", &s->compare, &size);
}

static void shape_look(const struct kg_tracemalloc *tm, kg_addr word, struct shape *s)
{
	const int32_t *off = tm->rt->layout->off;
	kg_addr at = kg_runtime_word(tm->rt, word);
	const uint8_t *t = at % 8 ? NULL : kg_image_span(tm->rt->image, at, (uint64_t)off[F_HASHTABLE_SIZE]);
	struct kg_tracemalloc try = *tm;

	if (!t || word_at(t, off[F_HASHTABLE_HASH]) != s->hash || word_at(t, off[F_HASHTABLE_COMPARE]) != s->compare ||
	    !table_take(&try, at) || (s->n && s->found.buckets == try.buckets))
		return;
	s->found = try;
	s->n++;
}

/* The only table of that shape in the interpreter's data; of two neither is believed. */
static bool table_by_shape(struct kg_tracemalloc *tm)
{
	const struct kg_image *img = tm->rt->image;
	kg_addr start = tm->rt->module->start, end = tm->rt->module->end + BSS_BYTES;
	struct shape shape = {0};

	if (!shape_known(tm->rt, &shape))
		return false;
	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

		for (kg_addr at = (from + 7) & ~7ull; s->flags & KG_SEG_WRITE && at + 8 <= to; at += 8)
			shape_look(tm, at, &shape);
	}
	if (shape.n == 1)
		*tm = shape.found;
	return shape.n == 1;
}

static void unknown(struct kg_tracemalloc *tm, const char *why)
{
	*tm = (struct kg_tracemalloc){.rt = tm->rt, .state = KG_TRACEMALLOC_UNKNOWN, .why = why};
}

static void table_find(struct kg_tracemalloc *tm)
{
	kg_addr variable, at;
	uint64_t size;

	if (!kg_process_symbol(tm->rt->proc, tm->rt->module, "tracemalloc_traces", &variable, &size) || size != 8) {
		if (!table_by_shape(tm))
			unknown(tm, no_table);
		return;
	}
	at = kg_runtime_word(tm->rt, variable);
	if (table_take(tm, at))
		return;
	kg_damage_add(&tm->rt->image->damage, at, "tracemalloc's table at 0x%jx cannot be read or is not sound", (uintmax_t)at);
	unknown(tm, unsound);
}

void kg_tracemalloc_open(const struct kg_runtime *rt, struct kg_tracemalloc *ret)
{
	const int32_t *off = rt->layout->off;
	kg_addr config;
	uint64_t size;

	*ret = (struct kg_tracemalloc){.rt = rt};
	if (!fields_known(rt->layout)) {
		unknown(ret, no_layout);
		return;
	}
	if (!kg_process_symbol(rt->proc, rt->module, "_Py_tracemalloc_config", &config, &size) ||
	    size != (uint64_t)off[F_TRACECONFIG_SIZE]) {
		unknown(ret, no_config);
		return;
	}
	if (kg_runtime_int(rt, config + (uint64_t)off[F_TRACECONFIG_TRACING], 0) == 0)
		return;
	ret->state = KG_TRACEMALLOC_ON;
	ret->limit = (uint32_t)kg_runtime_int(rt, config + (uint64_t)off[F_TRACECONFIG_LIMIT], 0);
	table_find(ret);
}
