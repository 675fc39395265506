/*
 * asyncio, threads and queues.
 * Source: CPython 3.11.2 Modules/_asynciomodule.c, _threadmodule.c, _queuemodule.c.
 */
#include "heap/types/tables.h"

#define FUTURE(prefix) \
	KG_VISIT(prefix "_loop", "._loop"), KG_VISIT(prefix "_callback0", "._callback0"), \
	KG_VISIT(prefix "_context0", "._context0"), KG_VISIT(prefix "_callbacks", "._callbacks"), \
	KG_VISIT(prefix "_result", "._result"), KG_VISIT(prefix "_exception", "._exception"), \
	KG_VISIT(prefix "_exception_tb", "._exception_tb"), KG_VISIT(prefix "_source_tb", "._source_traceback"), \
	KG_VISIT(prefix "_cancel_msg", "._cancel_message"), KG_VISIT(prefix "_cancelled_exc", "._cancelled_exc"), \
	KG_VISIT("dict", "__dict__")

static const struct kg_member future_members[] = {FUTURE("fut"), KG_END};
static const struct kg_member task_members[] = {
	KG_VISIT("task_context", "._context"), KG_VISIT("task_coro", "._coro"), KG_VISIT("task_name", "._name"),
	KG_VISIT("task_fut_waiter", "._fut_waiter"), FUTURE("task"), KG_END};
static const struct kg_member future_iter_members[] = {KG_V(future), KG_END};
static const struct kg_member step_members[] = {KG_VISIT("sw_task", ".task"), KG_VISIT("sw_arg", ".arg"), KG_END};
static const struct kg_member loop_holder_members[] = {KG_OWN("rl_loop", ".loop"), KG_END};

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};
/* The dicts of the threads hang in dummies, the dummies in each thread state's dict. */
static const struct kg_member local_members[] = {
	KG_VISIT_TYPE, KG_V(args), KG_V(kw), KG_V(dummies), KG_O(key), KG_O(wr_callback), KG_END};
/* localdict is borrowed from the local object (Modules/_threadmodule.c, localdummyobject). */
static const struct kg_member local_dummy_members[] = {KG_W(localdict), KG_END};
static const struct kg_member simple_queue_members[] = {KG_V(lst), KG_VISIT_TYPE, KG_END};

const struct kg_type_ops kg_types_tasks[] = {
	{.name = "_asyncio.Future", .strct = "FutureObj", .members = future_members},
	{.name = "_asyncio.Task", .strct = "TaskObj", .members = task_members},
	{.name = "_asyncio.FutureIter", .strct = "futureiterobject", .members = future_iter_members},
	{.name = "TaskStepMethWrapper", .strct = "TaskStepMethWrapper", .members = step_members},
	{.name = "_RunningLoopHolder", .strct = "PyRunningLoopHolder", .members = loop_holder_members},
	{.name = "_thread.lock", .members = class_members},
	{.name = "_thread.RLock", .members = class_members},
	{.name = "_thread._local", .strct = "localobject", .members = local_members},
	{.name = "_thread._localdummy", .strct = "localdummyobject", .members = local_dummy_members},
	{.name = "_queue.SimpleQueue", .strct = "simplequeueobject", .members = simple_queue_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_tasks[] = {{.name = NULL}};
