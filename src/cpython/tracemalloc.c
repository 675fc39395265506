/*
 * tracemalloc's table of traces. From 3.12 on the runtime's struct holds it. Before it is
 * a static variable: found by its symbol where a symbol table names it, else by its shape
 * in the interpreter's data, where the proof is which functions the table hashes and
 * compares with, and that what it holds are traces.
 * Source: CPython 3.11 Modules/_tracemalloc.c, 3.13 Python/tracemalloc.c and
 * Include/internal/pycore_tracemalloc.h, Python/hashtable.c.
 */
#include "cpython/tracemalloc.h"

#include <string.h>

#include "base/word.h"
#include "cpython/cpython_priv.h"

enum {
	NAME_MAX_BYTES = 4096,	/* as long as the system lets a path be */
	CHAIN_MAX = 1 << 16,	/* entries of one bucket: few, but large blocks at round addresses crowd in one */
	PROOF_ENTRIES = 64,	/* entries that are looked at before a table is believed */
	PROOF_BUCKETS = 1 << 20,
	BSS_BYTES = 16 << 20,	/* how far after a module's files its .bss may reach */
	BUCKETS_MIN = 16,	/* HASHTABLE_MIN_SIZE */
};

static const char no_layout[] = "kedge does not know tracemalloc's structs in this build of CPython; install the "
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
	back = kg_u64(t + off[F_TRACE_TRACEBACK]);
	*ret = (struct kg_trace){.addr = key, .size = kg_u64(t + off[F_TRACE_BYTES])};
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
	*ret_file = kg_u64(p + off[F_TRACEFRAME_FILENAME]);
	memcpy(ret_line, p + off[F_TRACEFRAME_LINENO], 4);
	return true;
}

/* The entry at @at; *ret_next is the one after it in its bucket. */
static const uint8_t *entry_read(const struct kg_tracemalloc *tm, kg_addr at, kg_addr *ret_next)
{
	const int32_t *off = tm->rt->layout->off;
	const uint8_t *e = kg_image_span(tm->rt->image, at, (uint64_t)off[F_HASHENTRY_SIZE]);

	if (e)
		*ret_next = kg_u64(e + off[F_HASHENTRY_NEXT]);
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
		if (kg_u64(e + off[F_HASHENTRY_KEY]) == addr)
			return trace_read(tm, addr, kg_u64(e + off[F_HASHENTRY_VALUE]), ret);
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
		key = kg_u64(e + off[F_HASHENTRY_KEY]);
		if (kg_u64(e + off[F_HASHENTRY_HASH]) != hash_of(key) || (hash_of(key) & (tm->nbuckets - 1)) != bucket ||
		    !trace_read(tm, key, kg_u64(e + off[F_HASHENTRY_VALUE]), &t))
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

static bool names_are_text(const struct kg_runtime *rt)
{
	return kg_version_number(rt->layout->version) >= KG_VERSION(3, 15, 0);
}

const char *kg_tracemalloc_name(const struct kg_runtime *rt, kg_addr file)
{
	const uint8_t *text;
	uint64_t room;

	if (!names_are_text(rt) || !kg_image_avail(rt->image, file, &room))
		return NULL;
	room = room < NAME_MAX_BYTES ? room : NAME_MAX_BYTES;
	text = kg_image_span(rt->image, file, room);
	return text && memchr(text, 0, room) ? (const char *)text : NULL;
}

/* Does @file look like a name? The type of a str is one of the interpreter's static ones, and the type of that is type. */
static bool is_name(const struct kg_runtime *rt, kg_addr file)
{
	int32_t type = rt->layout->off[F_OBJECT_TYPE];
	kg_addr of;

	if (names_are_text(rt))
		return kg_tracemalloc_name(rt, file) != NULL;
	of = file ? kg_runtime_word(rt, file + (uint64_t)type) : 0;

	return of && kg_runtime_word(rt, of + (uint64_t)type) == rt->type_type;
}

static bool prove(void *arg, const struct kg_trace *t)
{
	struct proof *p = arg;
	uint32_t line;
	kg_addr file;

	p->wrong = t->nframe > p->tm->limit || !kg_tracemalloc_frame(p->tm, t, 0, &file, &line) ||
		   !is_name(p->tm->rt, file);
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
	tm->entries = kg_u64(t + off[F_HASHTABLE_NENTRIES]);
	tm->nbuckets = kg_u64(t + off[F_HASHTABLE_NBUCKETS]);
	tm->buckets = kg_u64(t + off[F_HASHTABLE_BUCKETS]);
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

	if (!t || kg_u64(t + off[F_HASHTABLE_HASH]) != s->hash || kg_u64(t + off[F_HASHTABLE_COMPARE]) != s->compare ||
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

/* The variable that points to the table. */
static bool variable_find(const struct kg_tracemalloc *tm, kg_addr *ret)
{
	const struct kg_runtime *rt = tm->rt;
	uint64_t size;

	if (kg_layout_has(rt->layout, F_RUNTIME_TRACES)) {
		*ret = rt->addr + (kg_addr)rt->layout->off[F_RUNTIME_TRACES] + tm->moved;
		return true;
	}
	return kg_process_symbol(rt->proc, rt->module, "tracemalloc_traces", ret, &size) && size == 8;
}

/* From the start on, traces of at least one frame are asked for. */
static bool config_sound(const struct kg_runtime *rt, kg_addr at)
{
	const int32_t *off = rt->layout->off;
	int64_t tracing = kg_runtime_int(rt, at + (uint64_t)off[F_TRACECONFIG_TRACING], 0);
	int64_t limit = kg_runtime_int(rt, at + (uint64_t)off[F_TRACECONFIG_LIMIT], 0);

	return (tracing == 0 || tracing == 1) && limit > 0 && limit <= UINT16_MAX;
}

/*
 * Within the runtime's struct: where the layout has it, else as much earlier or later as the whole struct is shorter
 * or longer than the layout's. Before it is what only some builds have: the state of code for perf, without which
 * those for musl are (PY_HAVE_PERF_TRAMPOLINE in CPython's configure.ac).
 */
static bool config_within(struct kg_tracemalloc *tm, kg_addr *ret)
{
	const struct kg_runtime *rt = tm->rt;
	const struct kg_cstruct *known = kg_layout_struct(rt->layout, NULL, "_PyRuntimeState");
	uint64_t size = kg_offsets_runtime_size(rt->image, rt->addr);

	*ret = rt->addr + (kg_addr)rt->layout->off[F_RUNTIME_TRACECONFIG];
	if (config_sound(rt, *ret))
		return true;
	if (!known || !size)
		return false;
	tm->moved = size - known->size;
	*ret += tm->moved;
	return config_sound(rt, *ret);
}

static bool config_find(const struct kg_runtime *rt, kg_addr *ret)
{
	uint64_t size;

	return kg_process_symbol(rt->proc, rt->module, "_Py_tracemalloc_config", ret, &size) &&
	       size == (uint64_t)rt->layout->off[F_TRACECONFIG_SIZE];
}

static void table_find(struct kg_tracemalloc *tm)
{
	kg_addr variable, at;

	if (!variable_find(tm, &variable)) {
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

	*ret = (struct kg_tracemalloc){.rt = rt};
	if (!fields_known(rt->layout)) {
		unknown(ret, no_layout);
		return;
	}
	if (kg_layout_has(rt->layout, F_RUNTIME_TRACECONFIG)) {
		if (!config_within(ret, &config)) {
			unknown(ret, no_layout);
			return;
		}
	} else if (!config_find(rt, &config)) {
		unknown(ret, no_config);
		return;
	}
	if (kg_runtime_int(rt, config + (uint64_t)off[F_TRACECONFIG_TRACING], 0) == 0)
		return;
	ret->state = KG_TRACEMALLOC_ON;
	ret->limit = (uint32_t)kg_runtime_int(rt, config + (uint64_t)off[F_TRACECONFIG_LIMIT], 0);
	table_find(ret);
}
