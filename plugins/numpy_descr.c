/*
 * NumPy's descriptors: what an item is, and where in it objects are. See numpy.c.
 */
#include "numpy.h"

#include <stdio.h>

enum { TUPLE_SIZE = 16, TUPLE_MOST = 64 };
enum { DEPTH = 8, PLACES = 256 }; /* of records in records; of objects in a record */
#define STATIC_NEAR (UINT64_C(1) << 24)

int64_t numpy_basicsize(const struct kg_heap *h, const struct kg_type *t)
{
	struct kg_type_facts type;

	numpy_host->type(h, t, &type, sizeof(type));
	return type.basicsize - (numpy_host->head(h) - (int64_t)KG_HEAD);
}

/* Of 2.0 and later; LEGACY has what descriptors of all versions before had. */
static bool is_second_form(int64_t basicsize)
{
	return basicsize == D2_PLAIN || basicsize >= D2_LEGACY;
}

bool numpy_descr_read(const struct kg_heap *h, kg_addr addr, struct numpy_descr *ret)
{
	struct kg_obj o;
	struct kg_error *err = numpy_host->object(h, addr, &o);
	int64_t basicsize;

	if (err) {
		numpy_host->forget(err);
		return false;
	}
	basicsize = numpy_basicsize(h, o.type);
	if (!numpy_host->is(o.type, "numpy.dtype") || basicsize < D_LEAST)
		return false;
	*ret = (struct numpy_descr){.addr = addr, .kind = numpy_u8(h, &o, D_KIND), .type_num = (int32_t)numpy_u32(h, &o, D_TYPE_NUM)};
	if (is_second_form(basicsize)) {
		ret->elsize = numpy_u64(h, &o, D2_ELSIZE);
		if (basicsize >= D2_LEGACY) {
			ret->subarray = numpy_u64(h, &o, D2_SUBARRAY);
			ret->fields = numpy_u64(h, &o, D2_FIELDS);
			ret->names = numpy_u64(h, &o, D2_NAMES);
		}
	} else {
		ret->elsize = numpy_u32(h, &o, D1_ELSIZE);
		ret->subarray = numpy_u64(h, &o, D1_SUBARRAY);
		ret->fields = numpy_u64(h, &o, D1_FIELDS);
		ret->names = numpy_u64(h, &o, D1_NAMES);
	}
	return true;
}

void numpy_descr_name(const struct numpy_descr *d, char *ret, size_t cap)
{
	unsigned long long bits = 8 * (unsigned long long)d->elsize;

	switch (d->kind) {
	case 'b':
		snprintf(ret, cap, "bool");
		break;
	case 'i':
		snprintf(ret, cap, "int%llu", bits);
		break;
	case 'u':
		snprintf(ret, cap, "uint%llu", bits);
		break;
	case 'f':
		snprintf(ret, cap, "float%llu", bits);
		break;
	case 'c':
		snprintf(ret, cap, "complex%llu", bits);
		break;
	case 'O':
		snprintf(ret, cap, "object");
		break;
	case 'S':
		snprintf(ret, cap, "S%llu", bits / 8);
		break;
	case 'U':
		snprintf(ret, cap, "U%llu", bits / 32);
		break;
	case 'M':
		snprintf(ret, cap, "datetime64");
		break;
	case 'm':
		snprintf(ret, cap, "timedelta64");
		break;
	default:
		snprintf(ret, cap, d->names ? "records of %llu bytes" : "items of %llu bytes", bits / 8);
	}
}

/* Where in one item objects are. */
struct places {
	const struct kg_heap *h;
	uint64_t at[PLACES];
	unsigned int n, depth;
	uint64_t base; /* of the record being looked at */
	bool failed;   /* there are more, or they cannot be told */
};

static void places_add(struct places *p, const struct numpy_descr *d, uint64_t base);

/* The items follow the head, and since 3.14 the hash: the type's own size says where. */
static kg_addr tuple_item(const struct kg_heap *h, const struct kg_obj *tuple, unsigned int i)
{
	struct kg_type_facts type;

	numpy_host->type(h, tuple->type, &type, sizeof(type));
	return type.basicsize < TUPLE_MOST ? kg_get_u64(tuple, type.basicsize + 8 * (int64_t)i) : 0;
}

/* A field is (descriptor, offset) or (descriptor, offset, title); one with a title stands twice, under both. */
static bool places_field(void *arg, kg_addr key, kg_addr value)
{
	struct places *p = arg;
	struct kg_obj tuple;
	struct kg_error *err = numpy_host->object(p->h, value, &tuple);
	uint64_t base = p->base;
	struct numpy_descr d;
	int64_t at;

	if (err || numpy_u64(p->h, &tuple, TUPLE_SIZE) < 2 || !numpy_host->integer(p->h, tuple_item(p->h, &tuple, 1), &at) ||
	    at < 0 || !numpy_descr_read(p->h, tuple_item(p->h, &tuple, 0), &d)) {
		numpy_host->forget(err);
		p->failed = true;
		return false;
	}
	if (numpy_u64(p->h, &tuple, TUPLE_SIZE) == 2 || tuple_item(p->h, &tuple, 2) != key)
		places_add(p, &d, base + (uint64_t)at);
	p->base = base;
	return !p->failed;
}

static void places_subarray(struct places *p, const struct numpy_descr *d, uint64_t base)
{
	struct numpy_descr item;
	kg_addr addr = 0;
	struct kg_error *err = numpy_host->read(p->h, d->subarray, &addr, sizeof(addr));

	if (err || !numpy_descr_read(p->h, addr, &item) || item.elsize == 0) {
		numpy_host->forget(err);
		p->failed = true;
		return;
	}
	for (uint64_t at = 0; at + item.elsize <= d->elsize && !p->failed; at += item.elsize) {
		unsigned int before = p->n;

		places_add(p, &item, base + at);
		if (p->n == before)
			break; /* no objects in one are none in all */
	}
}

static void places_add(struct places *p, const struct numpy_descr *d, uint64_t base)
{
	if (p->depth == DEPTH) {
		p->failed = true;
		return;
	}
	p->depth++;
	if (d->subarray) {
		places_subarray(p, d, base);
	} else if (d->type_num == TYPE_OBJECT) {
		if (p->n < PLACES)
			p->at[p->n++] = base;
		else
			p->failed = true;
	} else if (d->type_num == TYPE_VOID && d->names && d->fields) {
		struct kg_error *err;

		p->base = base;
		err = numpy_host->dict(p->h, d->fields, places_field, p);
		p->failed = p->failed || err;
		numpy_host->forget(err);
	}
	p->depth--;
}

struct kg_error *numpy_push_objects(const struct kg_heap *h, kg_addr data, uint64_t bytes, const struct numpy_descr *d,
				    struct kg_sink *sink)
{
	struct places p = {.h = h};
	const uint8_t *items;
	struct kg_error *err;

	if (d->type_num == TYPE_OBJECT)
		return numpy_host->items(h, data, (int64_t)(bytes / 8), KG_EDGE_OWNED, "", sink);
	if (d->type_num != TYPE_VOID || d->elsize == 0)
		return NULL;
	places_add(&p, d, 0);
	if (p.failed)
		return numpy_host->corrupt(d->addr, "the fields of the dtype at 0x%llx cannot be told", (unsigned long long)d->addr);
	if (p.n == 0)
		return NULL;
	err = numpy_host->array(h, data, bytes / d->elsize, d->elsize, (const void **)&items);
	for (uint64_t i = 0; !err && i < bytes / d->elsize; i++) {
		for (unsigned int k = 0; k < p.n && p.at[k] + 8 <= d->elsize; k++) {
			kg_addr target;

			memcpy(&target, items + i * d->elsize + p.at[k], sizeof(target));
			numpy_host->item(sink, target, KG_EDGE_OWNED, "", i);
		}
	}
	return err;
}

/* dtype objects */

/* Those that are part of the module are made by the compiler, as numpy.dtype itself, and count nothing. */
static bool is_static(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native)
{
	struct kg_type_facts type;

	numpy_host->type(h, native, &type, sizeof(type));
	while (strcmp(type.tp_name, "numpy.dtype") != 0 && type.base)
		numpy_host->type(h, type.base, &type, sizeof(type));
	return (o.addr > type.addr ? o.addr - type.addr : type.addr - o.addr) < STATIC_NEAR;
}

struct kg_error *numpy_dtype_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   struct kg_sink *sink)
{
	enum kg_edge_kind kind = is_static(h, o, native) ? KG_EDGE_WEAK : KG_EDGE_OWNED;
	kg_addr subarray[2];
	struct kg_error *err;
	struct numpy_descr d;

	numpy_host->edge(sink, numpy_u64(h, &o, D_TYPEOBJ), kind, ".type");
	if (!numpy_descr_read(h, o.addr, &d))
		return NULL;
	numpy_host->edge(sink, d.fields, kind, ".fields");
	numpy_host->edge(sink, d.names, kind, ".names");
	numpy_host->edge(sink, numpy_u64(h, &o, is_second_form(numpy_basicsize(h, o.type)) ? D2_METADATA : D1_METADATA), kind, ".metadata");
	if (!d.subarray)
		return NULL;
	err = numpy_host->read(h, d.subarray, subarray, sizeof(subarray));
	if (err)
		return err;
	numpy_host->edge(sink, subarray[0], kind, ".base");
	numpy_host->edge(sink, subarray[1], kind, ".shape");
	return NULL;
}

struct kg_error *numpy_dtype_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				     struct kg_strbuf *sb)
{
	struct numpy_descr d;
	char name[40];

	(void)native;
	(void)width;
	if (!numpy_descr_read(h, o.addr, &d))
		return numpy_host->corrupt(o.addr, "no dtype can be read at 0x%llx", (unsigned long long)o.addr);
	numpy_descr_name(&d, name, sizeof(name));
	numpy_host->print(sb, "dtype of %s", name);
	return NULL;
}
