/* Made by tools/update-layouts.sh from debug information of CPython 3.11.2, aarch64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

extern const struct kg_layout_table kg_layout_cpython_3_11_x86_64;

static const struct kg_cmember m_DecCondMap[] = {
	P("name", 0), P("fqname", 8), V("flag", 16, 4), P("ex", 24),
};
static const struct kg_cmember m__PyRuntimeState[] = {
	V("_initialized", 0, 4), V("preinitializing", 4, 4), V("preinitialized", 8, 4), V("core_initialized", 12, 4),
	V("initialized", 16, 4), V("_finalizing", 24, 8), V("_finalizing._value", 24, 8), V("interpreters", 32, 32),
	P("interpreters.mutex", 32), P("interpreters.head", 40), P("interpreters.main", 48),
	V("interpreters.next_id", 56, 8), V("xidregistry", 64, 16), P("xidregistry.mutex", 64),
	P("xidregistry.head", 72), V("main_thread", 80, 8), V("nexitfuncs", 344, 4), V("ceval", 352, 232),
	V("gilstate", 584, 32), V("gilstate.check_enabled", 584, 4), V("gilstate.tstate_current", 592, 8),
	V("gilstate.tstate_current._value", 592, 8), P("gilstate.autoInterpreterState", 600),
	V("gilstate.autoTSSkey", 608, 8), V("gilstate.autoTSSkey._is_initialized", 608, 4),
	V("gilstate.autoTSSkey._key", 612, 4), V("preconfig", 616, 40), P("open_code_hook", 656),
	P("open_code_userdata", 664), P("audit_hook_head", 672), V("unicode_ids", 680, 16),
	V("global_objects", 696, 58256), V("_main_interpreter", 58952, 107752),
};

static const struct kg_cstruct structs[] = {
	S("DecCondMap", DecCondMap, 32),
	S("_PyRuntimeState", _PyRuntimeState, 166704),
};

const struct kg_layout_table kg_layout_cpython_3_11_aarch64 = {
	.name = "cpython-3.11.2 aarch64",
	.major = 3,
	.minor = 11,
	.micro_min = 0,
	.micro_max = 255,
	.micro = 2,
	.builds = KG_BUILD_RELEASE | KG_BUILD_DEBUG,
	.machine = KG_MACHINE_AARCH64,
	.free_threaded = false,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
	.beside = &kg_layout_cpython_3_11_x86_64,
};
