/* Made by tools/update-layouts.sh from debug information of CPython 3.9.2, aarch64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

extern const struct kg_layout_table kg_layout_cpython_3_9_2_x86_64;

static const struct kg_cmember m_DecCondMap[] = {
	P("name", 0), P("fqname", 8), V("flag", 16, 4), P("ex", 24),
};
static const struct kg_cmember m__PyRuntimeState[] = {
	V("preinitializing", 0, 4), V("preinitialized", 4, 4), V("core_initialized", 8, 4), V("initialized", 12, 4),
	V("_finalizing", 16, 8), V("_finalizing._value", 16, 8), V("interpreters", 24, 32), P("interpreters.mutex", 24),
	P("interpreters.head", 32), P("interpreters.main", 40), V("interpreters.next_id", 48, 8),
	V("xidregistry", 56, 16), P("xidregistry.mutex", 56), P("xidregistry.head", 64), V("main_thread", 72, 8),
	V("nexitfuncs", 336, 4), V("ceval", 344, 232), V("gilstate", 576, 32), V("gilstate.check_enabled", 576, 4),
	V("gilstate.tstate_current", 584, 8), V("gilstate.tstate_current._value", 584, 8),
	P("gilstate.autoInterpreterState", 592), V("gilstate.autoTSSkey", 600, 8),
	V("gilstate.autoTSSkey._is_initialized", 600, 4), V("gilstate.autoTSSkey._key", 604, 4),
	V("preconfig", 608, 40), P("open_code_hook", 648), P("open_code_userdata", 656), P("audit_hook_head", 664),
};
static const struct kg_cmember m_pysqlite_Node[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("key", 16), P("data", 24),
	V("count", 32, 8), P("prev", 40), P("next", 48),
};

static const struct kg_cstruct structs[] = {
	S("DecCondMap", DecCondMap, 32),
	S("_PyRuntimeState", _PyRuntimeState, 672),
	S("pysqlite_Node", pysqlite_Node, 56),
};

const struct kg_layout_table kg_layout_cpython_3_9_2_aarch64 = {
	.name = "cpython-3.9.2 aarch64",
	.major = 3,
	.minor = 9,
	.micro_min = 0,
	.micro_max = 13,
	.micro = 2,
	.builds = KG_BUILD_RELEASE | KG_BUILD_DEBUG,
	.machine = KG_MACHINE_AARCH64,
	.free_threaded = false,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
	.beside = &kg_layout_cpython_3_9_2_x86_64,
};
