/*
 * Where things are inside CPython's C structs, for the very build that made the
 * image: from its DWARF, or from a table made from DWARF at development time.
 */
#ifndef KG_CPYTHON_LAYOUT_H
#define KG_CPYTHON_LAYOUT_H

#include "process/process.h"

enum kg_field {
#define FIELD(id, strct, member) F_##id,
#include "cpython/fields.def"
#undef FIELD
	F_COUNT
};

#define KG_ABSENT (-1)

enum kg_layout_source { KG_LAYOUT_DWARF, KG_LAYOUT_DEBUG_OFFSETS, KG_LAYOUT_TABLE };

struct kg_version {
	uint8_t major, minor, micro, level, serial; /* as sys.version_info; level 0xf: final */
};

struct kg_layout {
	struct kg_version version;
	bool debug;	     /* built --with-pydebug */
	bool free_threaded;
	enum kg_layout_source source;
	const char *table;   /* name of the table used, NULL with DWARF */
	int32_t off[F_COUNT]; /* bytes, KG_ABSENT when this version lacks it */
	struct kg_layout_priv *priv;
};

/**
 * The layout for the interpreter in @mod. @wanted: names of all structs that any
 * type's table mentions, so that one pass over the DWARF finds them all.
 * Errors: TARGET when the version has neither DWARF nor a table (names it and the
 * versions known, and what to install).
 */
struct kg_error *kg_layout_create(struct kg_process *proc, struct kg_module *mod, struct kg_version version,
				  bool debug, const char *const *wanted, size_t nwanted, struct kg_layout **ret) KG_MUST_CHECK;
void kg_layout_destroy(struct kg_layout *lay);

/**
 * A struct by name, its typedef or its tag. First the interpreter's DWARF; then that
 * of @mod, the module whose code works on it, read on the first question; then the
 * table. When the interpreter has no DWARF the table comes before @mod's. @mod may be
 * NULL. DWARF is asked only for names in @wanted of kg_layout_create() or fields.def.
 * @return NULL when nobody knows it. Thread-safe.
 */
const struct kg_cstruct *kg_layout_struct(struct kg_layout *lay, struct kg_module *mod, const char *name);

/** @return offset in bytes of a dotted member, KG_ABSENT when there is none */
int32_t kg_cstruct_offset(const struct kg_cstruct *s, const char *member);
const struct kg_cmember *kg_cstruct_member(const struct kg_cstruct *s, const char *member);

static inline bool kg_layout_has(const struct kg_layout *lay, enum kg_field f)
{
	return lay->off[f] != KG_ABSENT;
}

#endif
