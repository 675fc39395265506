/* What the files of this folder share and nobody above sees. */
#ifndef KG_CPYTHON_PRIV_H
#define KG_CPYTHON_PRIV_H

#include "base/grow.h"
#include "cpython/frame.h"

/* Facts of one minor version that no struct layout tells. */
struct kg_version_info {
	uint8_t major, minor;
	uint64_t arena_bytes; /* of one pymalloc arena */
	uint32_t pool_bytes;
	uint8_t gc_flag_bits; /* low bits of _gc_next and _gc_prev that are not address */
	uint8_t code_unit;    /* bytes of one instruction word */
};

/** Facts of @v's minor version, NULL when kedge does not know it. */
const struct kg_version_info *kg_version_info(struct kg_version v);

/** Versions known, for messages: "3.11"; owned by the caller, NULL when out of memory. */
char *kg_versions_known(void);

/** Writes "3.11.2", "3.12.0rc1" to @buf and returns it. */
const char *kg_version_text(struct kg_version v, char buf[static 24]);

/* One layout made from DWARF at development time: see tools/update-layouts.sh. */
struct kg_layout_table {
	const char *name;
	uint8_t major, minor, micro_min, micro_max; /* micros it holds for, both included */
	enum kg_machine machine;
	bool free_threaded;
	const struct kg_cstruct *structs; /* by name */
	size_t nstructs;
};

extern const struct kg_layout_table *const kg_layout_tables[]; /* NULL ends it */

/** A struct of @t by name, NULL when it has none. */
const struct kg_cstruct *kg_layout_table_struct(const struct kg_layout_table *t, const char *name);

struct kg_runtime_priv {
	const struct kg_version_info *info;
	size_t threads_cap, interps_cap, refs_cap, arenas_cap;
};

/* A module that may be the interpreter. */
struct kg_candidate {
	struct kg_module *mod;
	kg_addr runtime; /* _PyRuntime */
	struct kg_version version;
	bool debug;
};

/**
 * The modules that hold a _PyRuntime, likeliest first; @ret_all has @cap places.
 * @return how many; 0 when none does
 */
size_t kg_candidates_find(struct kg_process *proc, struct kg_candidate *ret_all, size_t cap);

/** Error for a process in which no module holds a runtime: says what was looked for. */
struct kg_error *kg_candidates_none(struct kg_process *proc) KG_MUST_CHECK;

/** Version and build flags of @c. Errors: TARGET when neither symbol nor text tells */
struct kg_error *kg_candidate_version(struct kg_process *proc, struct kg_candidate *c) KG_MUST_CHECK;

/** Errors: TARGET when a field that nothing works without is absent, naming it */
struct kg_error *kg_layout_check(const struct kg_layout *lay) KG_MUST_CHECK;

/** Holds the layout against the image. Errors: TARGET, naming what does not fit */
struct kg_error *kg_layout_validate(const struct kg_runtime *rt) KG_MUST_CHECK;

/** Interpreters and threads with their collector states. Errors: TARGET, NOMEM */
struct kg_error *kg_runtime_read_interps(struct kg_runtime *rt) KG_MUST_CHECK;

/** References held by C state. Errors: NOMEM */
struct kg_error *kg_runtime_read_refs(struct kg_runtime *rt) KG_MUST_CHECK;

/** Arenas, and whether blocks carry debug hooks. Errors: NOMEM */
struct kg_error *kg_runtime_read_arenas(struct kg_runtime *rt) KG_MUST_CHECK;

/** Reads one word, 0 when it is not there. */
uint64_t kg_runtime_word(const struct kg_runtime *rt, kg_addr addr);
/** Reads a 32-bit signed number, @missing when it is not there. */
int32_t kg_runtime_int(const struct kg_runtime *rt, kg_addr addr, int32_t missing);

/**
 * Line of the code unit at @unit by a location table of 3.11 or later, 0 when it
 * has none. Stops at the end of the table. Source: CPython 3.11 Objects/locations.md
 */
int kg_linetable_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t unit);

#endif
