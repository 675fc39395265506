/*
 * Iterators and other small helpers of the interpreter's own types.
 * Source: tp_traverse and tp_dealloc in CPython 3.11.2 Objects/ and Python/bltinmodule.c.
 */
#include "heap/types/tables.h"

/* Iterators over one sequence: {it_index, it_seq}, it_seq NULL once exhausted. */
static const struct kg_member it_seq_members[] = {KG_VISIT("it_seq", ".it_seq"), KG_END};

static const struct kg_member dictiter_members[] = {KG_V(di_dict), KG_V(di_result), KG_END};
static const struct kg_member setiter_members[] = {KG_V(si_set), KG_END};
static const struct kg_member calliter_members[] = {KG_V(it_callable), KG_V(it_sentinel), KG_END};
static const struct kg_member anext_members[] = {KG_V(wrapped), KG_V(default_value), KG_END};
static const struct kg_member ga_iter_members[] = {KG_V(obj), KG_END};
static const struct kg_member reversed_members[] = {KG_V(seq), KG_END};
static const struct kg_member filter_members[] = {KG_V(it), KG_V(func), KG_END};
static const struct kg_member map_members[] = {KG_V(iters), KG_V(func), KG_END};
static const struct kg_member zip_members[] = {KG_V(ittuple), KG_V(result), KG_END};

/* enumobject.one is borrowed (Objects/enumobject.c, enum_new_impl). */
static const struct kg_member enum_members[] = {KG_V(en_sit), KG_V(en_result), KG_V(en_longindex), KG_END};

/* Iterators that the collector does not know. */
static const struct kg_member longrange_members[] = {KG_OWN_OPT("index", ".index"), KG_O(start), KG_O(step), KG_O(len), KG_END};
static const struct kg_member lineiter_members[] = {KG_O(li_code), KG_END};
static const struct kg_member positions_members[] = {KG_O(pi_code), KG_END};

static const struct kg_member coro_wrapper_members[] = {KG_V(cw_coroutine), KG_END};
static const struct kg_member asend_members[] = {KG_V(ags_gen), KG_V(ags_sendval), KG_END};
static const struct kg_member athrow_members[] = {
	KG_V(agt_gen), KG_V_OPT(agt_args), KG_V_OPT(agt_typ), KG_V_OPT(agt_tb), KG_V_OPT(agt_val), KG_END};
static const struct kg_member agw_members[] = {KG_V(agw_val), KG_END};

const struct kg_type_ops kg_types_iterators[] = {
	{.name = "list_iterator", .strct = "listiterobject|_PyListIterObject", .members = it_seq_members},
	{.name = "list_reverseiterator", .strct = "listreviterobject", .members = it_seq_members},
	{.name = "tuple_iterator", .strct = "tupleiterobject|_PyTupleIterObject", .members = it_seq_members},
	{.name = "bytes_iterator", .strct = "striterobject", .members = it_seq_members},
	{.name = "bytearray_iterator", .strct = "bytesiterobject", .members = it_seq_members},
	{.name = "str_iterator", .strct = "unicodeiterobject", .members = it_seq_members},
	{.name = "str_ascii_iterator", .strct = "unicodeiterobject", .members = it_seq_members},
	{.name = "iterator", .strct = "seqiterobject", .members = it_seq_members},
	{.name = "memory_iterator", .strct = "memoryiterobject", .members = it_seq_members},
	{.name = "callable_iterator", .strct = "calliterobject", .members = calliter_members},
	{.name = "anext_awaitable", .strct = "anextawaitableobject", .members = anext_members},
	{.name = "set_iterator", .strct = "setiterobject", .members = setiter_members},
	{.name = "dict_keyiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "dict_valueiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "dict_itemiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "dict_reversekeyiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "dict_reversevalueiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "dict_reverseitemiterator", .strct = "dictiterobject", .members = dictiter_members},
	{.name = "generic_alias_iterator", .strct = "gaiterobject", .members = ga_iter_members},
	{.name = "enumerate", .strct = "enumobject", .members = enum_members},
	{.name = "reversed", .strct = "reversedobject", .members = reversed_members},
	{.name = "filter", .strct = "filterobject", .members = filter_members},
	{.name = "map", .strct = "mapobject", .members = map_members},
	{.name = "zip", .strct = "zipobject", .members = zip_members},
	KG_LEAF("range_iterator"),
	{.name = "longrange_iterator", .strct = "longrangeiterobject", .members = longrange_members},
	{.name = "line_iterator", .strct = "lineiterator", .members = lineiter_members},
	{.name = "positions_iterator", .strct = "positionsiterator", .members = positions_members},
	{.name = "coroutine_wrapper", .strct = "PyCoroWrapper", .members = coro_wrapper_members},
	{.name = "async_generator_asend", .strct = "PyAsyncGenASend", .members = asend_members},
	{.name = "async_generator_athrow", .strct = "PyAsyncGenAThrow", .members = athrow_members},
	{.name = "async_generator_wrapped_value", .strct = "_PyAsyncGenWrappedValue", .members = agw_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_iterators[] = {{.name = NULL}};
