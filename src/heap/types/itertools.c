/*
 * itertools. Source: CPython 3.11.2 Modules/itertoolsmodule.c.
 */
#include "heap/types/tables.h"

static const struct kg_member pairwise_members[] = {KG_VISIT_TYPE, KG_V(it), KG_V(old), KG_V_OPT(result), KG_END};
static const struct kg_member groupby_members[] = {
	KG_VISIT_TYPE, KG_V(it), KG_V(keyfunc), KG_V(tgtkey), KG_V(currkey), KG_V(currvalue), KG_END};
static const struct kg_member grouper_members[] = {KG_VISIT_TYPE, KG_V(parent), KG_V(tgtkey), KG_END};
static const struct kg_member tee_data_members[] = {KG_VISIT_TYPE, KG_V(it), KG_V(nextlink), KG_END};
static const struct kg_member tee_members[] = {KG_VISIT_TYPE, KG_V(dataobj), KG_END};
static const struct kg_member cycle_members[] = {KG_VISIT_TYPE, KG_V(it), KG_V(saved), KG_END};
static const struct kg_member it_func_members[] = {KG_VISIT_TYPE, KG_V(it), KG_V(func), KG_END};
static const struct kg_member it_members[] = {KG_VISIT_TYPE, KG_V(it), KG_END};
static const struct kg_member chain_members[] = {KG_VISIT_TYPE, KG_V(source), KG_V(active), KG_END};
static const struct kg_member product_members[] = {KG_VISIT_TYPE, KG_V(pools), KG_V(result), KG_END};
static const struct kg_member pool_members[] = {KG_VISIT_TYPE, KG_V(pool), KG_V(result), KG_END};
static const struct kg_member accumulate_members[] = {KG_VISIT_TYPE, KG_V(binop), KG_V(it), KG_V(total), KG_V(initial), KG_END};
static const struct kg_member compress_members[] = {KG_VISIT_TYPE, KG_V(data), KG_V(selectors), KG_END};
static const struct kg_member count_members[] = {KG_VISIT_TYPE, KG_V(long_cnt), KG_V(long_step), KG_END};
static const struct kg_member repeat_members[] = {KG_VISIT_TYPE, KG_V(element), KG_END};
static const struct kg_member zip_longest_members[] = {KG_VISIT_TYPE, KG_V(ittuple), KG_V(result), KG_V(fillvalue), KG_END};

enum { TEE_NUMREAD, TEE_VALUES, TEE_SIZE };
static const struct kg_field_name tee_data_fields[] = {
	KG_FIELD("teedataobject", "numread"),
	KG_FIELD("teedataobject", "values"),
	KG_FIELD("teedataobject", ""),
	KG_FIELDS_END,
};

/* values[] holds numread references, the rest of it was never written. */
static struct kg_error *tee_data_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	int32_t n = kg_word32(o.p, native->field[TEE_NUMREAD]);
	int32_t cells = (native->field[TEE_SIZE] - native->field[TEE_VALUES]) / 8;

	if (n < 0 || n > cells)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a tee block with %d values", n);
	return kg_types_push_range(h, o.addr + (uint32_t)native->field[TEE_VALUES], (uint64_t)n, 0, KG_EDGE_TRAVERSE,
				   sink);
}

/* The first field of each is the tuple whose length counts, the second the length r. */
enum { POOL, R };
static const struct kg_field_name product_fields[] = {KG_FIELD("productobject", "pools"), KG_FIELDS_END};
static const struct kg_field_name combinations_fields[] = {
	KG_FIELD("combinationsobject", "pool"), KG_FIELD("combinationsobject", "r"), KG_FIELDS_END};
static const struct kg_field_name cwr_fields[] = {
	KG_FIELD("cwrobject", "pool"), KG_FIELD("cwrobject", "r"), KG_FIELDS_END};
static const struct kg_field_name permutations_fields[] = {
	KG_FIELD("permutationsobject", "pool"), KG_FIELD("permutationsobject", "r"), KG_FIELDS_END};

/* product_sizeof: one index for each pool. */
static struct kg_error *product_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	struct kg_obj pools;
	struct kg_error *err = kg_heap_object(h, kg_obj_addr(o, native->field[POOL]), &pools);

	if (err)
		return err;
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, kg_obj_size(h, pools), 8, ret);
}

/* combinations_sizeof, cwr_sizeof: r indices. */
static struct kg_error *combinations_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					  uint64_t *ret)
{
	(void)h;
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, kg_obj_i64(o, native->field[R]), 8, ret);
}

/* permutations_sizeof: one index for each item of the pool, and r cycles. */
static struct kg_error *permutations_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					  uint64_t *ret)
{
	uint64_t bytes;
	struct kg_error *err = product_size(h, o, native, &bytes);

	if (err)
		return err;
	return kg_types_size_add(o.addr, bytes, kg_obj_i64(o, native->field[R]), 8, ret);
}

const struct kg_type_ops kg_types_itertools[] = {
	{.name = "itertools.pairwise", .strct = "pairwiseobject", .members = pairwise_members},
	{.name = "itertools.batched", .strct = "batchedobject", .members = it_members},
	{.name = "itertools.groupby", .strct = "groupbyobject", .members = groupby_members},
	{.name = "itertools._grouper", .strct = "_grouperobject", .members = grouper_members},
	{.name = "itertools._tee_dataobject", .strct = "teedataobject", .members = tee_data_members,
	 .fields = tee_data_fields, .edges = tee_data_edges},
	{.name = "itertools._tee", .strct = "teeobject", .members = tee_members},
	{.name = "itertools.cycle", .strct = "cycleobject", .members = cycle_members},
	{.name = "itertools.dropwhile", .strct = "dropwhileobject", .members = it_func_members},
	{.name = "itertools.takewhile", .strct = "takewhileobject", .members = it_func_members},
	{.name = "itertools.islice", .strct = "isliceobject", .members = it_members},
	{.name = "itertools.starmap", .strct = "starmapobject", .members = it_func_members},
	{.name = "itertools.chain", .strct = "chainobject", .members = chain_members},
	{.name = "itertools.product", .strct = "productobject", .members = product_members,
	 .fields = product_fields, .size = product_size},
	{.name = "itertools.combinations", .strct = "combinationsobject", .members = pool_members,
	 .fields = combinations_fields, .size = combinations_size},
	{.name = "itertools.combinations_with_replacement", .strct = "cwrobject", .members = pool_members,
	 .fields = cwr_fields, .size = combinations_size},
	{.name = "itertools.permutations", .strct = "permutationsobject", .members = pool_members,
	 .fields = permutations_fields, .size = permutations_size},
	{.name = "itertools.accumulate", .strct = "accumulateobject", .members = accumulate_members},
	{.name = "itertools.compress", .strct = "compressobject", .members = compress_members},
	{.name = "itertools.filterfalse", .strct = "filterfalseobject", .members = it_func_members},
	{.name = "itertools.count", .strct = "countobject", .members = count_members},
	{.name = "itertools.repeat", .strct = "repeatobject", .members = repeat_members},
	{.name = "itertools.zip_longest", .strct = "ziplongestobject", .members = zip_longest_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_itertools[] = {{.name = NULL}};
