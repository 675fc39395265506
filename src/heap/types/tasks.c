/*
 * asyncio, threads and queues.
 * Source: CPython 3.11.2 Modules/_asynciomodule.c, _threadmodule.c, _queuemodule.c.
 */
#include "heap/types/tables.h"

#define FUTURE(prefix) \
	KG_VISIT_TYPE, KG_VISIT(prefix "_loop", "._loop"), KG_VISIT(prefix "_callback0", "._callback0"), \
	KG_VISIT(prefix "_context0", "._context0"), KG_VISIT(prefix "_callbacks", "._callbacks"), \
	KG_VISIT(prefix "_result", "._result"), KG_VISIT(prefix "_exception", "._exception"), \
	KG_VISIT_OPT(prefix "_exception_tb", "._exception_tb"), KG_VISIT(prefix "_source_tb", "._source_traceback"), \
	KG_VISIT_OPT(prefix "_cancel_msg", "._cancel_message"), KG_VISIT_OPT(prefix "_cancelled_exc", "._cancelled_exc"), \
	KG_VISIT_OPT(prefix "_cancelled_exc_state.exc_type", "._cancelled_exc_type"), \
	KG_VISIT_OPT(prefix "_cancelled_exc_state.exc_value", "._cancelled_exc"), \
	KG_VISIT_OPT(prefix "_cancelled_exc_state.exc_traceback", "._cancelled_exc_tb"), \
	KG_VISIT_OPT(prefix "_awaited_by", "._awaited_by"), KG_VISIT_OPT("dict", "__dict__"), KG_VISIT_MANAGED

static const struct kg_member future_members[] = {FUTURE("fut"), KG_END};
static const struct kg_member task_members[] = {
	KG_VISIT("task_context", "._context"), KG_VISIT("task_coro", "._coro"), KG_VISIT("task_name", "._name"),
	KG_VISIT("task_fut_waiter", "._fut_waiter"), FUTURE("task"), KG_END};
static const struct kg_member wakeup_members[] = {KG_VISIT("ww_task", ".task"), KG_END};
static const struct kg_member future_iter_members[] = {KG_VISIT_TYPE, KG_V(future), KG_END};
static const struct kg_member step_members[] = {KG_VISIT_TYPE, KG_VISIT("sw_task", ".task"), KG_VISIT("sw_arg", ".arg"), KG_END};
static const struct kg_member loop_holder_members[] = {KG_VISIT_TYPE, KG_OWN("rl_loop", ".loop"), KG_END};

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};
/* The dicts of the threads hang in dummies, the dummies in each thread state's dict. */
static const struct kg_member local_members[] = {
	KG_VISIT_TYPE, KG_V(args), KG_V(kw), KG_V_OPT(dummies), KG_V_OPT(localdicts), KG_V_OPT(thread_watchdogs),
	KG_O_OPT(key), KG_O_OPT(wr_callback), KG_END};
/* localdict is borrowed from the local object (Modules/_threadmodule.c, localdummyobject). */
static const struct kg_member local_dummy_members[] = {
	{KG_M_WEAK, "localdict", ".localdict", NULL, true, 0, 0, 0}, KG_END};
static const struct kg_member simple_queue_members[] = {KG_V_OPT(lst), KG_VISIT_TYPE, KG_END};

/* Items of a queue stand in a ring since 3.13: Modules/_queuemodule.c, struct RingBuf. */
enum { RING_ITEMS, RING_CAP, RING_GET, RING_PUT };
static const struct kg_field_name simple_queue_fields[] = {
	KG_FIELD_OPT("simplequeueobject", "buf.items"), KG_FIELD_OPT("simplequeueobject", "buf.items_cap"),
	KG_FIELD_OPT("simplequeueobject", "buf.get_idx"), KG_FIELD_OPT("simplequeueobject", "buf.num_items"), KG_FIELDS_END};

static struct kg_error *simple_queue_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					   struct kg_sink *sink)
{
	const int32_t *f = native->field;
	uint64_t cap, get, n, first;
	kg_addr items;
	struct kg_error *err;

	if (f[RING_ITEMS] == KG_ABSENT)
		return NULL;
	items = kg_obj_addr(o, f[RING_ITEMS]);
	cap = kg_obj_u64(o, f[RING_CAP]);
	get = kg_obj_u64(o, f[RING_GET]);
	n = kg_obj_u64(o, f[RING_PUT]);
	if (n > cap || (n && get >= cap))
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a queue of %llu items in a ring of %llu", (unsigned long long)n,
				   (unsigned long long)cap);
	first = n < cap - get ? n : cap - get;
	err = kg_types_push_range(h, items + 8 * get, first, 0, KG_EDGE_TRAVERSE, sink);
	return err ? err : kg_types_push_range(h, items, n - first, first, KG_EDGE_TRAVERSE, sink);
}

/* SimpleQueue.__sizeof__, since 3.15 */
static struct kg_error *simple_queue_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					  uint64_t *ret)
{
	(void)h;
	return kg_types_size_add(o.addr, (uint64_t)o.type->basicsize, kg_obj_i64(o, native->field[RING_CAP]), 8, ret);
}

const struct kg_type_ops kg_types_tasks[] = {
	{.name = "_asyncio.Future", .strct = "FutureObj", .members = future_members},
	{.name = "_asyncio.Task", .strct = "TaskObj", .members = task_members},
	{.name = "_asyncio.FutureIter", .strct = "futureiterobject", .members = future_iter_members},
	{.name = "TaskWakeupMethWrapper", .strct = "TaskWakeupMethWrapper", .members = wakeup_members,
	 .until = KG_VERSION(3, 10, 0)},
	{.name = "TaskStepMethWrapper", .strct = "TaskStepMethWrapper", .members = step_members},
	{.name = "_asyncio.TaskStepMethWrapper", .strct = "TaskStepMethWrapper", .members = step_members},
	{.name = "_RunningLoopHolder", .strct = "PyRunningLoopHolder", .members = loop_holder_members},
	{.name = "_thread.lock", .members = class_members},
	{.name = "_thread.RLock", .members = class_members},
	{.name = "_thread._ThreadHandle", .members = class_members},
	{.name = "_thread._local", .strct = "localobject", .members = local_members},
	{.name = "_thread._localdummy", .strct = "localdummyobject", .members = local_dummy_members},
	{.name = "_queue.SimpleQueue", .strct = "simplequeueobject", .members = simple_queue_members,
	 .fields = simple_queue_fields, .edges = simple_queue_edges, .size = simple_queue_size, .since = KG_VERSION(3, 15, 0)},
	{.name = "_queue.SimpleQueue", .strct = "simplequeueobject", .members = simple_queue_members,
	 .fields = simple_queue_fields, .edges = simple_queue_edges},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_tasks[] = {{.name = NULL}};
