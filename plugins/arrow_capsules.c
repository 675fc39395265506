/*
 * The Arrow C data interface: structs of plain C that any library hands to any other in capsules of Python. An array says where
 * its buffers are and not how large: that is in the schema, another capsule, which nothing leads to from it. Where Arrow itself
 * made the array, what it was made of says so.
 *
 * Source: Apache Arrow docs/format/CDataInterface.html, CStreamInterface.html, CDeviceDataInterface.html (stable ABI).
 */
#include <stdio.h>

#include "arrow.h"

/* struct ArrowArray, ArrowSchema and ArrowArrayStream */
enum { A_LENGTH = 0, A_NULLS = 8, A_OFFSET = 16, A_NBUFFERS = 24, A_NCHILDREN = 32, A_BUFFERS = 40, A_CHILDREN = 48, A_DICTIONARY = 56,
       A_RELEASE = 64, A_SIZE = 80 };
enum { S_FORMAT = 0, S_NAME = 8, S_FLAGS = 24, S_NCHILDREN = 32, S_CHILDREN = 40, S_DICTIONARY = 48, S_RELEASE = 56, S_SIZE = 72 };
enum { T_RELEASE = 24, T_SIZE = 40 };
enum { CAPSULE_POINTER = 16, TREE_MOST = 4096, TEXT_MOST = 64, COLUMNS_SHOWN = 8 };
enum { FLAG_ORDERED = 1, FLAG_NULLABLE = 2, FLAG_SORTED = 4 };

/* What a capsule leads to, whole. @return NULL with the reason told */
static const uint8_t *begin(const struct kg_heap *h, struct kg_obj o, uint64_t size, uint32_t release, struct kg_fields *fields, kg_addr *ret)
{
	const void *p = NULL;
	struct kg_error *err;
	uint64_t word;

	*ret = kg_get_u64(&o, kg_moved(arrow_host, h, CAPSULE_POINTER));
	err = arrow_host->array(h, *ret, 1, size, &p);
	if (err) {
		arrow_host->forget(err);
		arrow_host->field(fields, "state", "not read: what the capsule leads to is not there");
		return NULL;
	}
	memcpy(&word, (const uint8_t *)p + release, sizeof(word));
	arrow_host->field(fields, "state", "%s", word ? "in use" : "released: moved elsewhere, or freed");
	return word ? p : NULL;
}

static uint64_t word_at(const uint8_t *p, uint32_t at)
{
	uint64_t v;

	memcpy(&v, p + at, sizeof(v));
	return v;
}

/* Are @n pointers at @addr? */
static bool pointers(const struct kg_heap *h, kg_addr addr, uint64_t n)
{
	const void *p;
	struct kg_error *err = n ? arrow_host->array(h, addr, n, 8, &p) : NULL;

	arrow_host->forget(err);
	return !err;
}

/* All structs below one, each counted once. */
struct tree {
	kg_addr items[TREE_MOST];
	size_t n;
	uint64_t buffers;
	bool wrong, more, again;
};

static void add(struct tree *t, kg_addr addr)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->items[i] == addr) {
			t->again = true;
			return;
		}
	}
	if (t->n < TREE_MOST)
		t->items[t->n++] = addr;
	else
		t->more = true;
}

/* Where one has its children. */
static void add_below(const struct kg_heap *h, struct tree *t, const uint8_t *p, uint32_t nchildren, uint32_t children, uint32_t dictionary)
{
	uint64_t n = word_at(p, nchildren);

	if (!pointers(h, word_at(p, children), n)) {
		t->wrong = true;
		return;
	}
	for (uint64_t i = 0; i < n && !t->more; i++)
		add(t, arrow_word(h, word_at(p, children) + 8 * i));
	if (word_at(p, dictionary))
		add(t, word_at(p, dictionary));
}

static void grow_arrays(const struct kg_heap *h, struct tree *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const void *p = NULL;
		struct kg_error *err = arrow_host->array(h, t->items[i], 1, A_SIZE, &p);

		arrow_host->forget(err);
		if (err || !pointers(h, word_at(p, A_BUFFERS), word_at(p, A_NBUFFERS))) {
			t->wrong = true;
			continue;
		}
		t->buffers += word_at(p, A_NBUFFERS);
		add_below(h, t, p, A_NCHILDREN, A_CHILDREN, A_DICTIONARY);
	}
}

static void show_tree(const struct tree *t, struct kg_fields *fields)
{
	arrow_host->field(fields, "in_all", "%s%llu buffers in %llu arrays", t->more ? "more than " : "", (unsigned long long)t->buffers,
			  (unsigned long long)t->n);
	if (t->again)
		arrow_host->field(fields, "not_right", "an array is among its own children, or there twice");
	if (t->wrong)
		arrow_host->field(fields, "not_read", "a part whose counts or pointers lead nowhere");
}

static void show_buffers(const struct kg_heap *h, const uint8_t *p, bool exported, struct kg_fields *fields)
{
	static const char *const names[] = {"buffer_0", "buffer_1", "buffer_2", "buffer_3"};
	uint64_t n = word_at(p, A_NBUFFERS);

	if (!pointers(h, word_at(p, A_BUFFERS), n)) {
		arrow_host->field(fields, "buffers", "not read: %llu are said to be at 0x%llx, where they cannot be", (unsigned long long)n,
				  (unsigned long long)word_at(p, A_BUFFERS));
		return;
	}
	arrow_host->field(fields, "buffers", "%llu%s", (unsigned long long)n,
			  exported ? "" : ": their sizes are in the schema, which is another capsule, and are not told");
	for (uint64_t i = 0; i < n && i < 4; i++) {
		kg_addr at = arrow_word(h, word_at(p, A_BUFFERS) + 8 * i);

		if (at)
			arrow_host->field(fields, names[i], "0x%llx", (unsigned long long)at);
		else
			arrow_host->field(fields, names[i], "none");
	}
}

/* The row by which Arrow itself made the array. */
static const struct arrow_layout *exported_by(const struct kg_heap *h, kg_addr array, struct arrow_shared *ret)
{
	for (const struct arrow_layout *lay = arrow_layouts; lay->version; lay++) {
		if (arrow_exported(h, lay, array, ret))
			return lay;
	}
	return NULL;
}

struct kg_error *arrow_array_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	struct arrow_shared data;
	kg_addr addr;
	const uint8_t *p = begin(h, o, A_SIZE, A_RELEASE, fields, &addr);
	const struct arrow_layout *lay;
	struct tree t;

	(void)native;
	if (!p)
		return NULL;
	lay = exported_by(h, addr, &data);
	arrow_host->field(fields, "length", "%lld", (long long)word_at(p, A_LENGTH));
	arrow_host->field(fields, "null_count", (int64_t)word_at(p, A_NULLS) == -1 ? "not counted yet" : "%lld", (long long)word_at(p, A_NULLS));
	arrow_host->field(fields, "offset", "%lld", (long long)word_at(p, A_OFFSET));
	show_buffers(h, p, lay, fields);
	arrow_host->field(fields, "children", "%llu", (unsigned long long)word_at(p, A_NCHILDREN));
	t.n = 0;
	t.buffers = 0;
	t.wrong = t.more = t.again = false;
	add(&t, addr);
	grow_arrays(h, &t);
	show_tree(&t, fields);
	arrow_host->field(fields, "made_by", lay ? "Arrow itself, as %s%s has it" : "%s%s", lay ? lay->version : "another library", lay ? "x" : "");
	return NULL;
}

static bool walk(const struct kg_heap *h, struct kg_obj o, struct arrow_walk *ret)
{
	kg_addr addr = kg_get_u64(&o, kg_moved(arrow_host, h, CAPSULE_POINTER));
	struct arrow_shared data;
	const struct arrow_layout *lay = addr && arrow_word(h, addr + A_RELEASE) ? exported_by(h, addr, &data) : NULL;

	*ret = (struct arrow_walk){0};
	if (lay)
		arrow_walk(h, lay, data.at, ARROW_IS_DATA, ret);
	return lay;
}

void arrow_array_parts(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		       void (*fn)(void *arg, const struct kg_part *part), void *arg)
{
	struct arrow_walk w;

	(void)native;
	if (walk(h, o, &w))
		arrow_tell(&w, fn, arg);
	arrow_walk_end(&w);
}

struct kg_error *arrow_array_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	struct arrow_walk w;

	(void)native;
	if (walk(h, o, &w))
		arrow_push(&w, sink);
	arrow_walk_end(&w);
	return NULL;
}

/* Schemas */

static void text_at(const struct kg_heap *h, kg_addr addr, char ret[TEXT_MOST])
{
	struct kg_error *err;

	snprintf(ret, TEXT_MOST, "%s", addr ? "not read" : "");
	if (!addr)
		return;
	err = arrow_host->string(h, addr, ret, TEXT_MOST);
	if (err)
		snprintf(ret, TEXT_MOST, "not read");
	arrow_host->forget(err);
}

/* What one letter stands for; others say more than a type. */
static const char *format_name(const char *format)
{
	static const struct {
		const char *format, *name;
	} formats[] = {
		{"n", "null"}, {"b", "bool"}, {"c", "int8"}, {"C", "uint8"}, {"s", "int16"}, {"S", "uint16"}, {"i", "int32"}, {"I", "uint32"},
		{"l", "int64"}, {"L", "uint64"}, {"e", "halffloat"}, {"f", "float"}, {"g", "double"}, {"z", "binary"}, {"Z", "large_binary"},
		{"vz", "binary_view"}, {"u", "string"}, {"U", "large_string"}, {"vu", "string_view"}, {"+l", "list"}, {"+L", "large_list"},
		{"+s", "struct"}, {"+m", "map"}, {"+r", "run_end_encoded"}, {"tdD", "date32"}, {"tdm", "date64"},
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (strcmp(format, formats[i].format) == 0)
			return formats[i].name;
	}
	return NULL;
}

static void show_type(struct kg_fields *fields, const char *name, const char *of, const char *format)
{
	const char *type = format_name(format);

	arrow_host->field(fields, name, "%s%s%s%s%s%s", of, *of ? ": " : "", type ? type : "", type ? " (" : "", format, type ? ")" : "");
}

static void show_columns(const struct kg_heap *h, const uint8_t *p, struct kg_fields *fields)
{
	static const char *const names[COLUMNS_SHOWN] = {"child_0", "child_1", "child_2", "child_3", "child_4", "child_5", "child_6", "child_7"};
	uint64_t n = word_at(p, S_NCHILDREN);
	char name[TEXT_MOST], format[TEXT_MOST];

	if (!pointers(h, word_at(p, S_CHILDREN), n)) {
		arrow_host->field(fields, "children", "not read: %llu are said to be at 0x%llx, where they cannot be", (unsigned long long)n,
				  (unsigned long long)word_at(p, S_CHILDREN));
		return;
	}
	arrow_host->field(fields, "children", "%llu", (unsigned long long)n);
	for (uint64_t i = 0; i < n && i < COLUMNS_SHOWN; i++) {
		kg_addr child = arrow_word(h, word_at(p, S_CHILDREN) + 8 * i);

		text_at(h, arrow_word(h, child + S_NAME), name);
		text_at(h, arrow_word(h, child + S_FORMAT), format);
		if (child)
			show_type(fields, names[i], name, format);
	}
}

struct kg_error *arrow_schema_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	kg_addr addr;
	const uint8_t *p = begin(h, o, S_SIZE, S_RELEASE, fields, &addr);
	char text[TEXT_MOST];
	uint64_t flags;

	(void)native;
	if (!p)
		return NULL;
	text_at(h, word_at(p, S_FORMAT), text);
	show_type(fields, "format", "", text);
	text_at(h, word_at(p, S_NAME), text);
	if (*text)
		arrow_host->field(fields, "name", "%s", text);
	flags = word_at(p, S_FLAGS);
	arrow_host->field(fields, "flags", "%s%s%s", flags & FLAG_NULLABLE ? "nullable" : "not nullable", flags & FLAG_ORDERED ? ", ordered" : "",
			  flags & FLAG_SORTED ? ", keys sorted" : "");
	show_columns(h, p, fields);
	if (word_at(p, S_DICTIONARY))
		arrow_host->field(fields, "dictionary", "0x%llx", (unsigned long long)word_at(p, S_DICTIONARY));
	return NULL;
}

struct kg_error *arrow_stream_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	kg_addr addr;
	const uint8_t *p = begin(h, o, T_SIZE, T_RELEASE, fields, &addr);

	(void)native;
	if (p)
		arrow_host->field(fields, "made_of", "0x%llx, not read: what a stream has is its maker's alone", (unsigned long long)word_at(p, 32));
	return NULL;
}
