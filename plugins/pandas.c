/*
 * pandas. A frame is blocks of NumPy's arrays, which a manager has; what these refer to their tp_traverse shows, and
 * the arrays are NumPy's. Until 2.0 a manager made by slicing keeps the one it was made from, with all its blocks.
 * Before 1.3 all of these are objects of Python, which need no decoder.
 * Sources: pandas 1.5, 2.1 and 2.2 pandas/_libs/internals.pyx (classes NumpyBlock, SharedBlock, Block, BlockManager); for
 * ndarray see numpy.c.
 */
#include "kedge-plugin.h"

/* Offsets and sizes as they are when objects begin with KG_HEAD bytes. Cython keeps the order of the members; the table of virtual
 * functions comes first. */
enum { M_BLOCKS = 24 };
enum { TUPLE_SIZE = 16, A_ND = 24, A_DIMENSIONS = 32 };
enum { BLOCKS_MAX = 1000000, DIMS_MAX = 64, PART = 4 };

static const struct kg_host *host;

/* A form of the structs, told by the size of the manager and what its blocks are. */
struct form {
	int64_t size; /* of the manager */
	const char *block;
	int32_t values; /* offset, in a block */
	int32_t parent; /* in the manager, 0: it has none */
};

static const struct form forms[] = {
	{80, "pandas._libs.internals.SharedBlock", 40, 72}, /* 1.3 to 1.5 */
	{64, "pandas._libs.internals.SharedBlock", 48, 0},  /* 2.0 and 2.1 */
	{64, "pandas._libs.internals.Block", 48, 0},	    /* from 2.2 on */
};

/* What is in the blocks of a manager. */
struct contents {
	uint64_t blocks, items;
	const struct form *form; /* NULL: it has no blocks */
};

/* A word of an object of any build. */
static uint64_t word(const struct kg_heap *h, const struct kg_obj *o, int32_t at)
{
	return kg_get_u64(o, kg_moved(host, h, at));
}

static bool object(const struct kg_heap *h, kg_addr addr, const char *type, struct kg_obj *ret)
{
	struct kg_error *err = addr ? host->object(h, addr, ret) : NULL;

	host->forget(err);
	return addr && !err && host->is(ret->type, type);
}

/* The items follow the head, and since 3.14 the hash: the type's own size says where. */
static kg_addr tuple_item(const struct kg_heap *h, const struct kg_obj *tuple, uint64_t i)
{
	struct kg_type_facts type;

	host->type(h, tuple->type, &type, sizeof(type));
	return kg_get_u64(tuple, type.basicsize + 8 * (int64_t)i);
}

static uint64_t array_items(const struct kg_heap *h, kg_addr addr)
{
	const uint8_t *dims = NULL;
	uint64_t items = 1;
	struct kg_error *err;
	struct kg_obj a;

	if (!object(h, addr, "numpy.ndarray", &a) || (uint32_t)word(h, &a, A_ND) > DIMS_MAX)
		return 0;
	err = host->array(h, word(h, &a, A_DIMENSIONS), (uint32_t)word(h, &a, A_ND), 8, (const void **)&dims);
	host->forget(err);
	for (uint32_t i = 0; !err && i < (uint32_t)word(h, &a, A_ND); i++) {
		uint64_t n;

		memcpy(&n, dims + 8 * i, sizeof(n));
		if (__builtin_mul_overflow(items, n, &items))
			return 0;
	}
	return err ? 0 : items;
}

/* The C type's: a Python class below it may be larger. */
static int64_t manager_size(const struct kg_heap *h, const struct kg_type *t)
{
	struct kg_type_facts type;

	host->type(h, t, &type, sizeof(type));
	while (strcmp(type.tp_name, "pandas._libs.internals.BlockManager") != 0 && type.base)
		host->type(h, type.base, &type, sizeof(type));
	return type.basicsize - (host->head(h) - (int64_t)KG_HEAD);
}

static const struct form *form_of(const struct kg_heap *h, struct kg_obj manager, kg_addr block)
{
	int64_t size = manager_size(h, manager.type);
	struct kg_obj b;

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (size == forms[i].size && object(h, block, forms[i].block, &b))
			return &forms[i];
	}
	return NULL;
}

/* @return false when it is laid out in no form that is known */
static bool contents_read(const struct kg_heap *h, struct kg_obj manager, struct contents *ret)
{
	struct kg_obj tuple, block;

	*ret = (struct contents){0};
	if (!object(h, word(h, &manager, M_BLOCKS), "tuple", &tuple))
		return false;
	ret->blocks = word(h, &tuple, TUPLE_SIZE);
	if (ret->blocks == 0 || ret->blocks > BLOCKS_MAX)
		return ret->blocks == 0;
	ret->form = form_of(h, manager, tuple_item(h, &tuple, 0));
	for (uint64_t i = 0; ret->form && i < ret->blocks; i++) {
		if (object(h, tuple_item(h, &tuple, i), ret->form->block, &block))
			ret->items += array_items(h, word(h, &block, ret->form->values));
	}
	return ret->form;
}

static struct kg_error *manager_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					struct kg_strbuf *sb)
{
	struct contents c;

	(void)native;
	(void)width;
	if (contents_read(h, o, &c))
		host->print(sb, "%llu items in %llu block%s", (unsigned long long)c.items, (unsigned long long)c.blocks,
			    c.blocks == 1 ? "" : "s");
	return NULL;
}

static bool parent_read(const struct kg_heap *h, struct kg_obj o, const struct form *form, struct kg_obj *ret,
			struct contents *ret_contents)
{
	return form && form->parent && object(h, word(h, &o, form->parent), "pandas._libs.internals.BlockManager", ret) &&
	       contents_read(h, *ret, ret_contents);
}

static struct kg_error *manager_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     struct kg_fields *fields)
{
	struct contents c;
	struct kg_obj parent;

	(void)native;
	if (!contents_read(h, o, &c)) {
		host->field(fields, "blocks", "not told: this manager is laid out otherwise than those that are known");
		return NULL;
	}
	host->field(fields, "blocks", "%llu", (unsigned long long)c.blocks);
	host->field(fields, "items", "%llu", (unsigned long long)c.items);
	if (parent_read(h, o, c.form, &parent, &c))
		host->field(fields, "parent", "0x%llx, of %llu items", (unsigned long long)parent.addr, (unsigned long long)c.items);
	return NULL;
}

/* What it keeps by its parent counts only as far as nothing else does: the bytes are what goes with it. */
static bool manager_suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret)
{
	struct contents own, all;
	struct kg_obj parent;

	(void)native;
	if (!contents_read(h, o, &own) || !parent_read(h, o, own.form, &parent, &all) || own.items > all.items / PART)
		return false;
	ret->sentence = "a slice of {items:item|items} keeps the frame of {all_items:item|items} that it was made from; "
			"{bytes} would go with it";
	ret->facts[0] = (struct kg_told){"items", KG_TOLD_COUNT, own.items};
	ret->facts[1] = (struct kg_told){"all_items", KG_TOLD_COUNT, all.items};
	ret->facts[2] = (struct kg_told){"parent", KG_TOLD_ADDR, parent.addr};
	return true;
}

static const struct kg_type_ops types[] = {
	{.name = "pandas._libs.internals.BlockManager", .traverse_shows = true, .preview = manager_preview, .show = manager_show,
	 .suspect = manager_suspect},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "pandas", .version = "1", .types = types, .host = &host,
				       .able = KG_ABLE_ANY_HEAD};
