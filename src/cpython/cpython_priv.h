/* What the files of this folder share and nobody above sees. */
#ifndef KG_CPYTHON_PRIV_H
#define KG_CPYTHON_PRIV_H

#include "base/grow.h"
#include "base/strbuf.h"
#include "cpython/frame.h"

/** The versions that have layouts, for messages: "3.9 to 3.13"; in @buf, which it returns. */
const char *kg_versions_known(char buf[static 24]);

/** Writes "3.11.2", "3.12.0rc1" to @buf and returns it. */
const char *kg_version_text(struct kg_version v, char buf[static 24]);

enum { KG_BUILD_RELEASE = 1, KG_BUILD_DEBUG = 2 };

/* One layout made from DWARF at development time: see tools/update-layouts.sh. */
struct kg_layout_table {
	const char *name;
	uint8_t major, minor, micro_min, micro_max; /* micros it holds for, both included */
	uint8_t micro;	/* of the build that it was made from */
	uint8_t builds; /* KG_BUILD_*: which it holds for */
	enum kg_machine machine;
	bool free_threaded;
	const struct kg_cstruct *structs; /* by name */
	size_t nstructs;
	/* The same version's for another machine: it has all that is alike on both. NULL: this table has everything */
	const struct kg_layout_table *beside;
};

extern const struct kg_layout_table *const kg_layout_tables[]; /* NULL ends it */

/**
 * The table for a build: one that holds for its version, of these one whose _PyRuntime is as
 * long, of these the one whose micro version is nearest; else the nearest version's.
 * @ret_exact: whether it holds for the version
 * @return NULL when there is none for this machine and kind of build
 */
const struct kg_layout_table *kg_layout_table_choose(const struct kg_build *build, enum kg_machine machine, bool *ret_exact);

/** A struct of @t by name, NULL when it has none. */
const struct kg_cstruct *kg_layout_table_struct(const struct kg_layout_table *t, const char *name);

/** The tag of a struct's typedef, or the typedef of its tag, where it has both; NULL. */
const char *kg_layout_alias(const char *name);

#define KG_OFFSETS_COOKIE "xdebugpy"

/** The version that _Py_DebugOffsets at @runtime names; false when there is no such thing, or no sense in it. */
bool kg_offsets_version(const struct kg_image *img, kg_addr runtime, struct kg_version *ret);
/** The size of _PyRuntime that they say, 0 without them. */
uint64_t kg_offsets_runtime_size(const struct kg_image *img, kg_addr runtime);
/** Do they lead to an interpreter? */
bool kg_offsets_live(const struct kg_image *img, kg_addr runtime);
/** PY_VERSION_HEX, see Include/patchlevel.h. */
struct kg_version kg_version_unpack(uint32_t hex);

/**
 * Takes from the runtime at @runtime what it says of its own structs (_Py_DebugOffsets, 3.13 and later), in place of
 * what @lay has. @return false when there is no such thing, or it is another version's
 */
bool kg_offsets_read(const struct kg_image *img, kg_addr runtime, struct kg_layout *lay);

/** What the runtime at @runtime says of itself there: built --disable-gil? false when there is no such thing. */
bool kg_offsets_free_threaded(const struct kg_image *img, kg_addr runtime);

/* A module that may be the interpreter. */
struct kg_candidate {
	struct kg_module *mod;
	kg_addr runtime; /* _PyRuntime */
	struct kg_build build;
};

enum { KG_CANDIDATES_MAX = 8 };

struct kg_runtime_priv {
	size_t threads_cap, interps_cap, refs_cap, arenas_cap, pages_cap, dead_cap;
	struct kg_candidate candidates[KG_CANDIDATES_MAX];
	size_t ncandidates;
	size_t only; /* the one to read; SIZE_MAX: the first that is live */
};

/**
 * The modules that hold a _PyRuntime, likeliest first, with the version of those whose runtime had to be searched for;
 * @ret_all has @cap places. @return how many; 0 when none does
 */
size_t kg_candidates_find(struct kg_process *proc, struct kg_candidate *ret_all, size_t cap);

enum { KG_BSS_BYTES = 16 << 20 }; /* how far after a module's files its .bss may reach */

/** Where memory of @mod ends, and what follows it that no other module has, up to @beyond bytes. */
kg_addr kg_module_data_end(const struct kg_process *proc, const struct kg_module *mod, uint64_t beyond);

/** A runtime in @mod's writable memory that begins with the cookie of 3.13 and later. */
bool kg_runtime_by_cookie(const struct kg_process *proc, const struct kg_module *mod, kg_addr *ret);

/** One that leads to interpreters, threads and a type of types as those of @version do. Cost: some ns a word */
bool kg_runtime_by_shape(const struct kg_process *proc, const struct kg_module *mod, struct kg_version version, kg_addr *ret);

/** Of rt->pythons the one that @wanted names (see kg_runtime_create()), or without it the one that has the most. Errors: USAGE */
struct kg_error *kg_pythons_choose(const struct kg_runtime *rt, const char *wanted, uint32_t *ret) KG_MUST_CHECK;

/** Error for a process in which no module holds a runtime: says what was looked for. */
struct kg_error *kg_candidates_none(struct kg_process *proc) KG_MUST_CHECK;

/** Version and build flags of @c. Errors: TARGET when neither symbol nor text tells */
struct kg_error *kg_candidate_version(struct kg_process *proc, struct kg_candidate *c) KG_MUST_CHECK;

/** Errors: TARGET when a field that nothing works without is absent, naming it */
struct kg_error *kg_layout_check(const struct kg_layout *lay) KG_MUST_CHECK;

/** Holds the layout against the image. Errors: TARGET, naming what does not fit */
struct kg_error *kg_layout_validate(const struct kg_runtime *rt) KG_MUST_CHECK;

/**
 * Holds the layout of another version than the process has against it, once interpreters and
 * threads are read: ->unknown says what fits and what does not. Errors: NOMEM
 */
struct kg_error *kg_layout_probe(struct kg_runtime *rt) KG_MUST_CHECK;

/** Interpreters and threads with their collector states. Errors: TARGET, NOMEM */
struct kg_error *kg_runtime_read_interps(struct kg_runtime *rt) KG_MUST_CHECK;

/** References held by C state. Errors: NOMEM */
struct kg_error *kg_runtime_read_refs(struct kg_runtime *rt) KG_MUST_CHECK;

/** Arenas, and whether blocks carry debug hooks. Errors: NOMEM */
struct kg_error *kg_runtime_read_arenas(struct kg_runtime *rt) KG_MUST_CHECK;

/** The same where mimalloc has the objects: its pages are the arenas. Errors: NOMEM */
struct kg_error *kg_runtime_read_pages(struct kg_runtime *rt) KG_MUST_CHECK;
/** Adds the reference of a queue at @at to an object. Errors: NOMEM */
struct kg_error *kg_refs_queued(struct kg_runtime *rt, kg_addr target, kg_addr at, uint32_t interp) KG_MUST_CHECK;
/** Counts that threads keep by themselves. Errors: NOMEM */
struct kg_error *kg_runtime_read_shares(struct kg_runtime *rt) KG_MUST_CHECK;
/** Sorts the arenas and drops those that overlap, which no two do. */
void kg_arenas_sort(struct kg_runtime *rt);
/** Does the block at @block begin with the allocator's debug hooks? */
bool kg_block_hooked(const struct kg_runtime *rt, kg_addr block);

/** Reads one word, 0 when it is not there. */
uint64_t kg_runtime_word(const struct kg_runtime *rt, kg_addr addr);
/** Reads a 32-bit signed number, @missing when it is not there. */
int32_t kg_runtime_int(const struct kg_runtime *rt, kg_addr addr, int32_t missing);

/**
 * Line of the code unit at @unit by a location table of 3.11 or later, 0 when it
 * has none. Stops at the end of the table. Source: CPython 3.11 Objects/locations.md
 */
int kg_linetable_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t unit);
/** The same for byte @offset by a table of 3.8 and 3.9, and of 3.10. Source: Objects/lnotab_notes.txt */
int kg_lnotab_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t offset);
int kg_lineranges_line(const uint8_t *table, uint64_t size, int firstlineno, uint64_t offset);

#endif
