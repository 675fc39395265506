#include "report/census.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/frames.h"
#include "heap/type.h"

const char *kg_census_type(const struct kg_census_row *row)
{
	return row->type ? row->type->name : "(empty)";
}

static int compare_names(const struct kg_census_row *x, const struct kg_census_row *y)
{
	int order;

	if (!x->file)
		return strcmp(kg_census_type(x), kg_census_type(y));
	order = strcmp(x->file, y->file);
	return order ? order : strcmp(x->function, y->function);
}

static int by_name(const void *a, const void *b)
{
	const struct kg_census_row *x = a, *y = b;
	int order = compare_names(x, y);

	/* The example of a row is the one at the lowest address, however rows came. */
	return order ? order : x->example < y->example ? -1 : x->example > y->example;
}

static int by_objects(const void *a, const void *b)
{
	const struct kg_census_row *x = a, *y = b;

	if (x->objects != y->objects)
		return x->objects > y->objects ? -1 : 1;
	return compare_names(x, y);
}

/* Rows of one name become one. */
static void merge(struct kg_census *c)
{
	size_t n = 0;

	if (c->n == 0)
		return;
	qsort(c->items, c->n, sizeof(*c->items), by_name);
	for (size_t i = 1; i < c->n; i++) {
		if (compare_names(&c->items[n], &c->items[i]) == 0) {
			c->items[n].objects += c->items[i].objects;
			free(c->items[i].file);
			free(c->items[i].function);
		} else {
			c->items[++n] = c->items[i];
		}
	}
	c->n = n + 1;
	qsort(c->items, c->n, sizeof(*c->items), by_objects);
}

/* One object under the number of what it counts as. */
struct keyed {
	uint64_t key; /* a type's index or a code object's address */
	kg_addr example;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->example < y->example ? -1 : x->example > y->example;
}

#define EMPTY UINT64_MAX

/* @return false when object @n does not count */
typedef bool key_fn(const struct kg_heap *h, kg_node n, struct keyed *ret);

static bool type_key(const struct kg_heap *h, kg_node n, struct keyed *ret)
{
	*ret = (struct keyed){kg_heap_type(h, n)->index, kg_heap_addr(h, n)};
	return true;
}

static bool is_native(struct kg_obj o, const char *name)
{
	return o.type->native && strcmp(o.type->native->tp_name, name) == 0;
}

static bool cell_key(const struct kg_heap *h, kg_node n, struct keyed *ret)
{
	struct kg_obj o = kg_heap_get(h, n), held;
	struct kg_error *err;

	if (!is_native(o, "cell"))
		return false;
	*ret = (struct keyed){EMPTY, kg_obj_addr(o, kg_heap_layout(h)->off[F_CELL_REF])};
	if (ret->example == 0)
		return true;
	err = kg_heap_object(h, ret->example, &held);
	if (!err)
		ret->key = held.type->index;
	kg_error_destroy(err);
	return true;
}

static bool frame_key(const struct kg_heap *h, kg_node n, struct keyed *ret)
{
	struct kg_obj o = kg_heap_get(h, n);
	struct kg_frame f;

	if (!is_native(o, "frame") || !kg_heap_frame_of(h, o, &f))
		return false;
	*ret = (struct keyed){f.code, f.code};
	return true;
}

static struct kg_error *name_frame(const struct kg_heap *h, struct kg_census_row *row)
{
	struct kg_strbuf file = {0}, function = {0};
	struct kg_code code = {0};

	kg_error_destroy(kg_code_read(h->rt, row->example, &code));
	kg_heap_name(h, code.filename, &file);
	kg_heap_name(h, code.qualname ? code.qualname : code.name, &function);
	row->file = file.text;
	row->function = function.text;
	return file.failed || function.failed || !file.text || !function.text ? kg_error_nomem() : NULL;
}

/* One row for each run of equal keys. */
static struct kg_error *make_rows(const struct kg_heap *h, const struct keyed *keys, size_t n, bool frames,
				  struct kg_census *c)
{
	struct kg_error *err = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < n && !err; i++) {
		if (i > 0 && keys[i].key == keys[i - 1].key) {
			c->items[c->n - 1].objects++;
			continue;
		}
		err = kg_grow(&c->items, &cap, c->n, sizeof(*c->items));
		if (err)
			break;
		c->items[c->n++] = (struct kg_census_row){.objects = 1, .example = keys[i].example};
		if (frames)
			err = name_frame(h, &c->items[c->n - 1]);
		else if (keys[i].key != EMPTY)
			c->items[c->n - 1].type = h->types[keys[i].key];
	}
	return err;
}

static struct kg_error *count(const struct kg_heap *h, const kg_node *nodes, size_t n, key_fn *key, bool frames,
			      struct kg_census *ret)
{
	struct keyed *keys = malloc((n ? n : 1) * sizeof(*keys));
	struct kg_census c = {0};
	struct kg_error *err;
	size_t nkeys = 0;

	if (!keys)
		return kg_error_nomem();
	for (size_t i = 0; i < n; i++)
		nkeys += key(h, nodes[i], &keys[nkeys]);
	if (nkeys > 0)
		qsort(keys, nkeys, sizeof(*keys), by_key);
	err = make_rows(h, keys, nkeys, frames, &c);
	free(keys);
	if (err) {
		kg_census_deinit(&c);
		return err;
	}
	merge(&c);
	*ret = c;
	return NULL;
}

struct kg_error *kg_census_types(const struct kg_heap *h, const kg_node *nodes, size_t n, struct kg_census *ret)
{
	return count(h, nodes, n, type_key, false, ret);
}

struct kg_error *kg_census_cells(const struct kg_heap *h, const kg_node *nodes, size_t n, struct kg_census *ret)
{
	return count(h, nodes, n, cell_key, false, ret);
}

struct kg_error *kg_census_frames(const struct kg_heap *h, const kg_node *nodes, size_t n, struct kg_census *ret)
{
	return count(h, nodes, n, frame_key, true, ret);
}

void kg_census_deinit(struct kg_census *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->items[i].file);
		free(c->items[i].function);
	}
	free(c->items);
	*c = (struct kg_census){0};
}

struct kg_json *kg_census_cells_json(const struct kg_heap *h, const struct kg_census *c, size_t width)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < c->n; i++) {
		struct kg_json *row = kg_json_object();
		struct kg_strbuf sb = {0};

		kg_json_set(row, "type", c->items[i].type ? kg_json_text(c->items[i].type->name) : kg_json_null());
		kg_json_set(row, "objects", kg_json_u64(c->items[i].objects));
		if (c->items[i].example)
			kg_heap_value(h, c->items[i].example, width, &sb);
		kg_json_set(row, "example", c->items[i].example ? kg_json_text(kg_strbuf_text(&sb)) : kg_json_null());
		kg_strbuf_deinit(&sb);
		kg_json_push(list, row);
	}
	return list;
}

struct kg_json *kg_census_frames_json(const struct kg_census *c)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < c->n; i++) {
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "file", kg_json_text(c->items[i].file));
		kg_json_set(row, "function", kg_json_text(c->items[i].function));
		kg_json_set(row, "objects", kg_json_u64(c->items[i].objects));
		kg_json_push(list, row);
	}
	return list;
}

struct kg_json *kg_census_types_json(const struct kg_census *c)
{
	struct kg_json *row = kg_json_object();

	for (size_t i = 0; i < c->n; i++)
		kg_json_set_count(row, c->items[i].type->name, c->items[i].objects);
	return row;
}
