/*
 * Overwriting what people wrote: the characters of every str, the content of bytes
 * and all other payload, and what of either lies about in memory that belongs to no
 * object.
 *
 * Kept are the names without which nothing could be told: interned identifiers
 * (attributes, variables, functions, types), what code objects refer to but for
 * their constants, modules by name, and the C names of types.
 */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/core.h"
#include "cpython/layout.h"
#include "session/snapshot_priv.h"

#define NAME_MAX_CHARS 128
/* Text outside of objects, in bytes: longer than a hash, which stands between addresses. */
#define RUN_MIN 10

struct redaction {
	struct kg_snap *s;
	uint64_t *keep; /* bit by node */
	struct kg_omitted *names; /* ranges outside of objects that stay */
	size_t nnames, cap_names;
};

static void keep_at(struct redaction *r, kg_addr addr)
{
	kg_node n = kg_heap_node(r->s->heap, addr);

	if (n != KG_NODE_NONE)
		r->keep[n / 64] |= (uint64_t)1 << n % 64;
}

static bool is_identifier(const struct kg_str *s)
{
	const uint8_t *p = s->data;

	if (!s->interned || !s->ascii || s->char_size != 1 || s->length > NAME_MAX_CHARS)
		return false;
	for (uint64_t i = 0; i < s->length; i++) {
		bool letter = (p[i] | 32) >= 'a' && (p[i] | 32) <= 'z';

		if (!letter && p[i] != '_' && p[i] != '.' && p[i] != '<' && p[i] != '>' && (p[i] < '0' || p[i] > '9'))
			return false;
	}
	return true;
}

/* A tuple of names, or one name. */
static struct kg_error *keep_items(struct redaction *r, kg_addr addr)
{
	struct kg_refs refs;
	struct kg_error *err;

	keep_at(r, addr);
	err = kg_heap_refs(r->s->heap, addr, &refs);
	if (err)
		return err;
	for (size_t i = 0; i < refs.n; i++)
		keep_at(r, refs.items[i].addr);
	kg_refs_deinit(&refs);
	return NULL;
}

static struct kg_error *keep_code(struct redaction *r, kg_node n)
{
	const struct kg_heap *h = r->s->heap;
	struct kg_strbuf label = {0};
	struct kg_refs refs;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, n), &refs);

	if (err)
		return err;
	for (size_t i = 0; i < refs.n && !err; i++) {
		kg_strbuf_reset(&label);
		kg_heap_label(h, refs.items[i].label, &label);
		if (!strstr(kg_strbuf_text(&label), "co_consts"))
			err = keep_items(r, refs.items[i].addr);
	}
	kg_refs_deinit(&refs);
	kg_strbuf_deinit(&label);
	return err;
}

static struct kg_error *keep_c_name(struct redaction *r, kg_node n)
{
	const struct kg_heap *h = r->s->heap;
	struct kg_obj o = kg_heap_get(h, n);
	int32_t at = h->rt->layout->off[F_TYPE_NAME];
	kg_addr name;
	struct kg_error *err;

	if (o.avail < (uint64_t)at + 8)
		return NULL;
	name = kg_obj_addr(o, at);
	err = kg_grow(&r->names, &r->cap_names, r->nnames, sizeof(*r->names));
	if (!err)
		r->names[r->nnames++] = (struct kg_omitted){name, name + 2 * NAME_MAX_CHARS};
	return err;
}

static struct kg_error *keep_type(struct redaction *r, kg_node n)
{
	static const char *const keys[] = {"__module__", "__qualname__", "__name__"};
	const struct kg_heap *h = r->s->heap;
	struct kg_obj o = kg_heap_get(h, n);
	int32_t dict = h->rt->layout->off[F_TYPE_DICT];
	kg_addr value;

	struct kg_error *err = keep_items(r, o.addr); /* its own name, which no identifier need be */

	for (size_t i = 0; !err && i < KG_ARRAY_SIZE(keys) && o.avail >= (uint64_t)dict + 8; i++) {
		if (kg_dict_get_str(h, kg_obj_addr(o, dict), keys[i], &value))
			keep_at(r, value);
	}
	return err ? err : keep_c_name(r, n);
}

static struct kg_error *find_kept(struct redaction *r)
{
	const struct kg_heap *h = r->s->heap;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < h->nnamed; i++) {
		if (h->named[i].key)
			keep_at(r, h->named[i].key);
	}
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		const struct kg_type *t = kg_heap_type(h, n);
		struct kg_str s;

		if (t->is_str && kg_str_read(h, kg_heap_addr(h, n), &s) && is_identifier(&s))
			keep_at(r, kg_heap_addr(h, n));
		else if (t->is_metatype)
			err = keep_type(r, n);
		else if (strcmp(t->name, "code") == 0)
			err = keep_code(r, n);
	}
	return err;
}

static void fill(uint8_t *p, uint64_t len, unsigned int width)
{
	memset(p, width == 1 ? 'x' : 0, len);
	for (uint64_t i = 0; width > 1 && i + width <= len; i += width)
		p[i] = 'x';
}

/* Overwrites what is there of @len bytes at @addr; pieces may be missing. */
static void fill_at(const struct kg_snap *s, kg_addr addr, uint64_t len)
{
	while (len > 0) {
		uint64_t have;
		uint8_t *p = kg_snap_avail(s, addr, &have);

		if (!p)
			return;
		if (have > len)
			have = len;
		fill(p, have, 1);
		addr += have;
		len -= have;
	}
}

/* The characters of a str stand in it, or where it points to: found by the host pointer that reading it gave. */
static void redact_str(const struct kg_snap *s, kg_node n)
{
	struct kg_obj o = kg_heap_get(s->heap, n);
	uint8_t *own = kg_snap_at(s, o.addr, 1);
	const uint8_t *base;
	struct kg_str str;
	uint64_t at;

	if (!own || !kg_str_read(s->heap, o.addr, &str) || str.length == 0)
		return;
	base = o.p - (own - s->mem); /* where the image has mapped the same file */
	at = (uint64_t)((const uint8_t *)str.data - base);
	if ((const uint8_t *)str.data >= base && at < s->size && str.length * str.char_size <= s->size - at)
		fill(s->mem + at, str.length * str.char_size, str.char_size);
}

static bool is_kept(const struct redaction *r, kg_node n)
{
	return r->keep[n / 64] >> n % 64 & 1;
}

static void redact_object(struct redaction *r, kg_node n)
{
	struct kg_payload pl;

	if (is_kept(r, n))
		return;
	if (kg_heap_type(r->s->heap, n)->native->is_str)
		redact_str(r->s, n);
	else if (kg_snap_payload(r->s, n, &pl))
		fill_at(r->s, pl.addr, pl.bytes);
}

static bool is_text(uint8_t c)
{
	return (c >= ' ' && c < 127) || c == '\n' || c == '\t';
}

/* The end of the objects and kept names from @addr on that touch it; @addr itself when none does. */
struct known {
	kg_node next;	  /* first object that ends after the place we are at */
	size_t name;	  /* the same of kept names */
};

static kg_addr after_known(const struct redaction *r, struct known *k, kg_addr addr)
{
	const struct kg_heap *h = r->s->heap;
	kg_addr end = addr;

	while (k->next < h->nodes && kg_heap_addr(h, k->next) <= end) {
		struct kg_obj o = kg_heap_get(h, k->next);
		/* The object itself: what of sys.getsizeof() is a table elsewhere does not follow it. */
		uint64_t size = o.type->native->is_str ? kg_heap_size_of(h, o) : kg_heap_default_size(h, o);

		if (size < (uint64_t)o.type->least)
			size = (uint64_t)o.type->least;
		if (size > o.avail)
			size = o.avail;
		if (o.addr + size > end)
			end = o.addr + size;
		k->next++;
	}
	while (k->name < r->nnames && r->names[k->name].start <= end) {
		if (r->names[k->name].end > end)
			end = r->names[k->name].end;
		k->name++;
	}
	return end;
}

/* Where the next object or kept name begins, from @k on. */
static kg_addr next_known(const struct redaction *r, const struct known *k)
{
	kg_addr next = UINT64_MAX;

	if (k->next < r->s->heap->nodes)
		next = kg_heap_addr(r->s->heap, k->next);
	if (k->name < r->nnames && r->names[k->name].start < next)
		next = r->names[k->name].start;
	return next;
}

/* Runs of text in [addr, addr + len), where no object is; words that are addresses end a run. */
static void redact_stretch(const struct redaction *r, uint8_t *p, kg_addr addr, uint64_t len)
{
	uint64_t from = 0;

	for (uint64_t i = 0; i <= len; i++) {
		uint64_t word = 0;

		if (i + 8 <= len && ((addr + i) & 7) == 0)
			memcpy(&word, p + i, 8);
		if (i < len && is_text(p[i]) && !(word && kg_image_segment(r->s->img, word)))
			continue;
		if (i - from >= RUN_MIN)
			memset(p + from, 'x', i - from);
		if (word && kg_image_segment(r->s->img, word))
			i += 7;
		from = i + 1;
	}
}

/* The same of wchar_t, in which CPython keeps its arguments and paths. */
static void redact_wide(uint8_t *p, kg_addr addr, uint64_t len)
{
	uint64_t from = -addr & 3, run = 0;

	for (uint64_t i = from; i + 4 <= len; i += 4) {
		uint32_t c;

		memcpy(&c, p + i, 4);
		run = c < 127 && is_text((uint8_t)c) ? run + 1 : 0;
		if (run == RUN_MIN)
			for (uint64_t j = 0; j < RUN_MIN; j++)
				p[i - 4 * j] = 'x';
		else if (run > RUN_MIN)
			p[i] = 'x';
	}
}

static void redact_load(const struct redaction *r, const Elf64_Phdr *ph, struct known *k)
{
	kg_addr at = ph->p_vaddr, end = ph->p_vaddr + ph->p_filesz;

	while (at < end) {
		kg_addr stop, next;

		stop = after_known(r, k, at);
		if (stop > at) {
			at = stop;
			continue;
		}
		next = next_known(r, k);
		if (next > end)
			next = end;
		redact_wide(r->s->mem + ph->p_offset + (at - ph->p_vaddr), at, next - at);
		redact_stretch(r, r->s->mem + ph->p_offset + (at - ph->p_vaddr), at, next - at);
		at = next;
	}
}

static int name_by_start(const void *a, const void *b)
{
	const struct kg_omitted *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static void redact_rest(struct redaction *r)
{
	struct known k = {0};

	if (r->nnames > 1)
		qsort(r->names, r->nnames, sizeof(*r->names), name_by_start);
	for (uint64_t i = 0; i < r->s->nph; i++) {
		/* Program text and what was mapped from files is nobody's secret, and the first page of each is needed. */
		if (r->s->ph[i].p_type == PT_LOAD && r->s->ph[i].p_filesz > 0 && r->s->ph[i].p_flags & PF_W)
			redact_load(r, &r->s->ph[i], &k);
	}
}

struct kg_error *kg_snap_redact(struct kg_snap *s)
{
	struct redaction r = {.s = s, .keep = calloc(s->heap->nodes / 64 + 1, sizeof(*r.keep))};
	struct kg_error *err = r.keep ? find_kept(&r) : kg_error_nomem();

	if (!err) {
		redact_rest(&r);
		for (kg_node n = 0; n < s->heap->nodes; n++)
			redact_object(&r, n);
	}
	free(r.keep);
	free(r.names);
	return err;
}
