/*
 * Where things are inside CPython's C structs, for the very build that made the
 * image: from its DWARF, or from a table made from DWARF at development time.
 */
#ifndef KG_CPYTHON_LAYOUT_H
#define KG_CPYTHON_LAYOUT_H

#include <string.h>

#include "cpython/facts.h"

enum kg_field {
#define FIELD(id, strct, member) F_##id,
#include "cpython/fields.def"
#undef FIELD
	F_COUNT
};

#define KG_ABSENT (-1)

enum kg_layout_source { KG_LAYOUT_DWARF, KG_LAYOUT_DEBUG_OFFSETS, KG_LAYOUT_TABLE };

/* Which build of CPython it is, by what the image itself shows. */
struct kg_build {
	struct kg_version version;
	bool debug;	     /* --with-pydebug */
	bool free_threaded;  /* --disable-gil */
	uint64_t runtime_size, type_size; /* bytes of _PyRuntime and PyType_Type by their symbols, 0 unknown */
};

#define KG_IMMORTAL INT64_MAX /* as a count */

/* What threads count of an object by themselves, by where its bytes are in this program. */
struct kg_thread_share {
	const uint8_t *header;
	int64_t count;
};

struct kg_layout {
	struct kg_version version;
	bool debug;	     /* built --with-pydebug */
	bool free_threaded;
	const struct kg_facts *facts; /* of this version and build, or of the nearest */
	enum kg_layout_source source;
	const char *table;   /* name of the table used, NULL with DWARF */
	bool nearest;	     /* version or build is none of those kedge knows: facts or table are another's */
	int32_t off[F_COUNT]; /* bytes, KG_ABSENT when this version lacks it */
	struct kg_thread_share *shares; /* sorted by header; of free-threaded builds from 3.14 on */
	size_t nshares;
	struct kg_layout_priv *priv;
};

/**
 * The layout for the interpreter in @mod. @wanted: names of all structs that any
 * type's table mentions, so that one pass over the DWARF finds them all.
 * Errors: TARGET when the version has neither DWARF nor a table (names it and the
 * versions known, and what to install).
 */
struct kg_error *kg_layout_create(struct kg_process *proc, struct kg_module *mod, const struct kg_build *build,
				  const char *const *wanted, size_t nwanted, struct kg_layout **ret) KG_MUST_CHECK;
void kg_layout_destroy(struct kg_layout *lay);

/**
 * A struct by name, its typedef or its tag; "a|b": the first of these that is known;
 * "a@module": the one that this module's own code means. First the interpreter's DWARF; then that
 * of @mod, the module whose code works on it, read on the first question; then the
 * table. When the interpreter has no DWARF the table comes before @mod's. @mod may be
 * NULL. DWARF is asked only for names in @wanted of kg_layout_create() or fields.def.
 * @return NULL when nobody knows it. Thread-safe.
 */
const struct kg_cstruct *kg_layout_struct(struct kg_layout *lay, struct kg_module *mod, const char *name);

/** @return offset in bytes of a dotted member, KG_ABSENT when there is none; "a|b": of the first that is there */
int32_t kg_cstruct_offset(const struct kg_cstruct *s, const char *member);
const struct kg_cmember *kg_cstruct_member(const struct kg_cstruct *s, const char *member);

/** Does a frame's slot hold a tagged word (CPython 3.14, Include/internal/pycore_stackref.h)? See kg_frame_slot(). */
static inline bool kg_layout_tagged_slots(const struct kg_layout *lay)
{
	return lay->facts->stackrefs;
}

/**
 * Does the object itself show attribute values that lie in it, even when it has a dict, which then shows none of
 * them? So it is before 3.13.13 and 3.14.4; Debian's 3.13.5 has the change all the same, and is told by the
 * alignment of its GC headers. Source: Objects/dictobject.c, PyObject_VisitManagedDict() and dict_traverse()
 */
static inline bool kg_layout_object_shows_values(const struct kg_layout *lay)
{
	enum { GENERATIONS_OF_DEBIAN = 20 };
	uint32_t number = kg_version_number(lay->version);

	return lay->facts->values == KG_VALUES_INLINE && lay->off[F_GC_GENERATIONS] != GENERATIONS_OF_DEBIAN &&
	       (kg_version_within(number, KG_VERSION(3, 13, 0), KG_VERSION(3, 13, 13)) ||
		kg_version_within(number, KG_VERSION(3, 14, 0), KG_VERSION(3, 14, 4)));
}

/** The same for a header of two counts. Out of line: most builds have one. */
int64_t kg_layout_split_count(const struct kg_layout *lay, const uint8_t *header);

/** The count of the object whose header is at @header, KG_IMMORTAL when it keeps none. */
static inline int64_t kg_layout_count(const struct kg_layout *lay, const uint8_t *header)
{
	uint64_t word;

	memcpy(&word, header + lay->off[F_OBJECT_REFCNT], sizeof(word));
	if (lay->facts->counting == KG_COUNT_PLAIN)
		return (int64_t)word;
	if ((int32_t)word < 0 && (lay->facts->counting != KG_COUNT_SPLIT || (uint32_t)word == UINT32_MAX))
		return KG_IMMORTAL;
	if (lay->facts->counting == KG_COUNT_SHORT)
		return (int64_t)(uint32_t)word;
	return lay->facts->counting == KG_COUNT_SIGN ? (int64_t)word : kg_layout_split_count(lay, header);
}

/**
 * Is the object at @header, whose count is 0, there all the same? In free-threaded builds some are freed by a collection
 * alone.
 */
bool kg_layout_kept(const struct kg_layout *lay, const uint8_t *header);

/* ob_gc_bits of a free-threaded build: Include/internal/pycore_gc.h */
enum { KG_GC_BIT_TRACKED = 1, KG_GC_BIT_UNREACHABLE = 4, KG_GC_BIT_FROZEN = 8, KG_GC_BIT_DEFERRED = 64 };

static inline bool kg_layout_has(const struct kg_layout *lay, enum kg_field f)
{
	return lay->off[f] != KG_ABSENT;
}

#endif
