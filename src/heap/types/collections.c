/*
 * collections: deque, OrderedDict, defaultdict.
 * Source: CPython 3.11.2 Modules/_collectionsmodule.c, Objects/odictobject.c.
 */
#include "heap/core.h"
#include "heap/types/tables.h"

enum { DEQUE_LEFTBLOCK, DEQUE_LEFTINDEX, BLOCK_DATA, BLOCK_RIGHTLINK, BLOCK_SIZE };
static const struct kg_field_name deque_fields[] = {
	KG_FIELD("dequeobject", "leftblock"), KG_FIELD("dequeobject", "leftindex"),
	KG_FIELD("BLOCK", "data"), KG_FIELD("BLOCK", "rightlink"), KG_FIELD("BLOCK", ""), KG_FIELDS_END,
};

static int64_t deque_block_len(const struct kg_type *native)
{
	return (native->field[BLOCK_RIGHTLINK] - native->field[BLOCK_DATA]) / 8;
}

/* From leftindex of leftblock, ob_size items, blocks chained by rightlink. */
static struct kg_error *deque_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	int64_t left = kg_obj_size(h, o), len = deque_block_len(native);
	int64_t at = kg_obj_i64(o, native->field[DEQUE_LEFTINDEX]);
	kg_addr block = kg_obj_addr(o, native->field[DEQUE_LEFTBLOCK]);
	struct kg_walk walk = KG_WALK_INIT;
	uint64_t index = 0;

	if (left > 0 && (at < 0 || at >= len))
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a deque that starts at %lld of its block", (long long)at);
	while (left > 0 && !sink->full) {
		int64_t n = left < len - at ? left : len - at;
		const void *p;
		struct kg_error *err = kg_heap_array(h, block, 1, (uint64_t)native->field[BLOCK_SIZE], &p);

		if (!err && !kg_walk_step(&walk, block))
			err = kg_error_at(KG_ERR_CORRUPT, block, "a deque whose blocks form a ring");
		if (err)
			return err;
		for (int64_t i = 0; i < n; i++)
			kg_sink_edge(sink, kg_word(p, native->field[BLOCK_DATA] + (at + i) * 8), KG_EDGE_TRAVERSE,
				     KG_ITEM(index++));
		left -= n;
		at = 0;
		block = kg_word(p, native->field[BLOCK_RIGHTLINK]);
	}
	return NULL;
}

/* deque_sizeof: whole blocks from the first to the last that hold items. */
static struct kg_error *deque_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   uint64_t *ret)
{
	int64_t len = deque_block_len(native), end;

	if (len <= 0 ||
	    __builtin_add_overflow(kg_obj_i64(o, native->field[DEQUE_LEFTINDEX]), kg_obj_size(h, o), &end) ||
	    __builtin_add_overflow(end, len - 1, &end))
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a deque of impossible length");
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, end / len, (uint64_t)native->field[BLOCK_SIZE],
				 ret);
}

static struct kg_error *deque_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      size_t width, struct kg_strbuf *sb)
{
	int64_t n = kg_obj_size(h, o);

	(void)native;
	(void)width;
	kg_strbuf_puts(sb, "deque of ");
	kg_strbuf_count(sb, n < 0 ? 0 : (uint64_t)n, "item", NULL);
	return NULL;
}

static const struct kg_member deque_iter_members[] = {KG_VISIT_TYPE, KG_V(deque), KG_END};
static const struct kg_member tuplegetter_members[] = {KG_VISIT_TYPE, KG_VISIT("doc", ".__doc__"), KG_END};
static const struct kg_member defaultdict_members[] = {KG_VISIT_TYPE, KG_V(default_factory), KG_BASE("dict"), KG_END};
static const struct kg_member odict_members[] = {KG_VISIT("od_inst_dict", "__dict__"), KG_BASE("dict"), KG_END};
static const struct kg_member odict_iter_members[] = {KG_V(di_odict), KG_V(di_current), KG_V(di_result), KG_END};
static const struct kg_member odict_view_members[] = {KG_V(dv_dict), KG_END};

enum { OD_FIRST, OD_FAST_NODES_SIZE, NODE_KEY, NODE_NEXT, NODE_SIZE, DICT_USED };
static const struct kg_field_name odict_fields[] = {
	KG_FIELD("PyODictObject", "od_first"), KG_FIELD("PyODictObject", "od_fast_nodes_size"),
	KG_FIELD("_odictnode", "key"), KG_FIELD("_odictnode", "next"), KG_FIELD("_odictnode", ""),
	KG_FIELD("PyODictObject", "od_dict.ma_used"), KG_FIELDS_END,
};

/* Each node of the order list holds its key once more, beside the dict's own. */
static struct kg_error *odict_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	kg_addr node = kg_obj_addr(o, native->field[OD_FIRST]);
	struct kg_walk walk = KG_WALK_INIT;

	while (node && !sink->full) {
		kg_addr key;
		const void *p;
		struct kg_error *err = kg_heap_array(h, node, 1, (uint64_t)native->field[NODE_SIZE], &p);

		if (!err && !kg_walk_step(&walk, node))
			err = kg_error_at(KG_ERR_CORRUPT, node, "an OrderedDict whose nodes form a ring");
		if (err)
			return err;
		key = kg_word(p, native->field[NODE_KEY]);
		kg_sink_edge(sink, key, KG_EDGE_TRAVERSE, KG_AT(KG_LABEL_KEY, key));
		node = kg_word(p, native->field[NODE_NEXT]);
	}
	return NULL;
}

/* odict_sizeof */
static struct kg_error *odict_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				   uint64_t *ret)
{
	uint64_t bytes;
	struct kg_error *err = kg_dict_sizeof(h, o, &bytes);

	if (!err)
		err = kg_types_size_add(o.addr, bytes, kg_obj_i64(o, native->field[OD_FAST_NODES_SIZE]), 8, &bytes);
	if (!err && kg_obj_addr(o, native->field[OD_FIRST]))
		err = kg_types_size_add(o.addr, bytes, kg_obj_i64(o, native->field[DICT_USED]),
					(uint64_t)native->field[NODE_SIZE], &bytes);
	if (!err)
		*ret = bytes;
	return err;
}

static struct kg_error *defaultdict_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					 uint64_t *ret)
{
	(void)native;
	return kg_dict_sizeof(h, o, ret);
}

const struct kg_type_ops kg_types_collections[] = {
	{.name = "collections.deque", .strct = "dequeobject", .fields = deque_fields, .edges = deque_edges,
	 .size = deque_size, .preview = deque_preview},
	{.name = "_collections._deque_iterator", .strct = "dequeiterobject", .members = deque_iter_members},
	{.name = "collections._deque_iterator", .strct = "dequeiterobject", .members = deque_iter_members},
	{.name = "_collections._deque_reverse_iterator", .strct = "dequeiterobject", .members = deque_iter_members},
	{.name = "collections._deque_reverse_iterator", .strct = "dequeiterobject", .members = deque_iter_members},
	{.name = "_collections._tuplegetter", .strct = "_tuplegetterobject", .members = tuplegetter_members},
	{.name = "collections._tuplegetter", .strct = "_tuplegetterobject", .members = tuplegetter_members},
	{.name = "collections.defaultdict", .strct = "defdictobject", .members = defaultdict_members,
	 .size = defaultdict_size},
	{.name = "collections.OrderedDict", .strct = "PyODictObject", .members = odict_members, .fields = odict_fields,
	 .edges = odict_edges, .size = odict_size},
	{.name = "odict_iterator", .strct = "odictiterobject", .members = odict_iter_members},
	{.name = "odict_keys", .strct = "_PyDictViewObject", .members = odict_view_members},
	{.name = "odict_items", .strct = "_PyDictViewObject", .members = odict_view_members},
	{.name = "odict_values", .strct = "_PyDictViewObject", .members = odict_view_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_collections[] = {{.name = NULL}};
