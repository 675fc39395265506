/* What the files of this layer share. */
#ifndef KG_PROCESS_PRIV_H
#define KG_PROCESS_PRIV_H

#include <elf.h>
#include <libelf.h>
#include <pthread.h>

#include "process/process.h"

#define KG_BUILD_ID_CAP 65 /* 32 bytes in hexadecimal, and a NUL */

/* arena.c: memory that lives as long as the process does. */

struct kg_arena {
	struct kg_arena_chunk *chunks;
	size_t left;
	uint8_t *next;
};

/** @return @size zeroed bytes aligned for anything, or NULL */
void *kg_arena_alloc(struct kg_arena *a, size_t size);
char *kg_arena_strdup(struct kg_arena *a, const char *text);
void kg_arena_deinit(struct kg_arena *a);

/* elfhead.c: the ELF header and program headers of a binary, in memory or in a file. */

#define KG_MAX_PHDRS 256

struct kg_elf_head {
	Elf64_Ehdr eh;
	Elf64_Phdr *ph; /* eh.e_phnum of them */
};

/* Either a file's bytes, or an image's from where byte 0 of the file is mapped. */
struct kg_bytes {
	const struct kg_image *img; /* NULL: a file */
	kg_addr base;
	const uint8_t *mem;
	uint64_t len;
};

/** @return false when there is no 64-bit little-endian program or library to be read at @b */
bool kg_elf_head_read(const struct kg_bytes *b, struct kg_elf_head *ret);
void kg_elf_head_deinit(struct kg_elf_head *h);
/** ELF address that byte 0 of the file has or would have. */
kg_addr kg_elf_head_base(const struct kg_elf_head *h);
/** The build-id in the notes that program headers lead to; "" when there is none to be read. */
void kg_elf_head_build_id(const struct kg_elf_head *h, const struct kg_bytes *b, char ret[KG_BUILD_ID_CAP]);
/** The build-id in @len bytes of notes. */
bool kg_notes_build_id(const uint8_t *p, uint64_t len, char ret[KG_BUILD_ID_CAP]);
/** Do the two say the same, byte by byte? */
bool kg_elf_head_equal(const struct kg_elf_head *a, const struct kg_elf_head *b);

/* elffile.c: a binary or debug file on this machine. */

struct kg_elf_file {
	char *path;
	int fd;
	uint8_t *map;
	uint64_t size;
	bool map_given; /* the image unmaps it */
	struct kg_elf_head head;
	Elf *elf;
	struct Dwarf *dwarf; /* NULL until structs are asked for */
	char build_id[KG_BUILD_ID_CAP];
};

/**
 * Opens a regular file that is an ELF program or library (or its debug file).
 * @return NULL when it is not there; *ret_exists tells whether anything is
 */
struct kg_elf_file *kg_elf_file_open(const char *path, bool *ret_exists);
void kg_elf_file_close(struct kg_elf_file *f);
/** The section called @name; NULL when there is none. */
Elf_Scn *kg_elf_file_section(const struct kg_elf_file *f, const char *name, Elf64_Shdr *ret);

/* Symbols of one file. */
struct kg_symtab;

enum kg_debug_search {
	KG_DEBUG_NOT_YET,
	KG_DEBUG_LOCAL,	 /* folders of this machine were searched */
	KG_DEBUG_REMOTE, /* and servers */
};

struct kg_module_priv {
	kg_addr base;	   /* where the ELF header is mapped */
	size_t map, nmaps; /* its mappings in image->mappings */
	bool in_core;	   /* head was read from the core */
	struct kg_elf_head head;
	struct kg_elf_file *file;
	struct kg_elf_file *debug; /* may be file itself */
	enum kg_debug_search searched;
	struct kg_symtab *symbols, *debug_symbols;
};

struct kg_process_priv {
	struct kg_process_options opts; /* strings are copies, in the arena */
	struct kg_arena arena;
	size_t cap_modules;
	uint64_t page;	      /* of the target */
	pthread_mutex_t lock; /* over everything found on demand */
};

/** AT_PAGESZ and the like; false when the core has no such entry. */
bool kg_process_auxv(const struct kg_image *img, uint64_t type, uint64_t *ret);
/** @path as a person may see it, control characters escaped; in the arena. */
const char *kg_process_printable(struct kg_process *proc, const char *path);

/* modules.c, linkmap.c: what is mapped */

/** A new last module that starts at @base, all else zero. Errors: NOMEM */
struct kg_error *kg_module_add(struct kg_process *proc, const char *path, kg_addr base,
			       struct kg_module **ret) KG_MUST_CHECK;
/** Modules by NT_FILE. Errors: NOMEM */
struct kg_error *kg_modules_from_files(struct kg_process *proc) KG_MUST_CHECK;
/** Modules by the dynamic linker's list, for cores without NT_FILE. Errors: NOMEM */
struct kg_error *kg_modules_from_linkmap(struct kg_process *proc) KG_MUST_CHECK;
/** Do @mod's mappings agree with where @h puts its segments? */
bool kg_module_layout_agrees(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_head *h);

/* match.c, overlay.c */

/** Finds the file of @mod and fills in state, note, found. Errors: USAGE, NOMEM */
struct kg_error *kg_module_match(struct kg_process *proc, struct kg_module *mod) KG_MUST_CHECK;
/** Adds what the core lacks of @mod from its file. Errors: NOMEM */
struct kg_error *kg_module_overlay(struct kg_process *proc, struct kg_module *mod) KG_MUST_CHECK;

/* debugfile.c */

/** The file with @mod's debug information, NULL when there is none. @remote: ask servers too. */
struct kg_elf_file *kg_module_debug(struct kg_process *proc, struct kg_module *mod, bool remote);

/* symbols.c */

void kg_symtab_destroy(struct kg_symtab *t);

/* structs.c */

/** Legal on NULL. */
void kg_dwarf_close(struct Dwarf *dwarf);

/* members.c: the members of one struct in DWARF */
#ifdef HAVE_LIBDW
#include <elfutils/libdw.h>

/** Follows typedefs and qualifiers, a bounded number of them. @return false when they lead nowhere */
bool kg_dwarf_peel(Dwarf_Die *die, Dwarf_Die *ret);
/** Is it a struct or union with at least one member? */
bool kg_dwarf_has_members(Dwarf_Die *die);
/** Builds the description of the struct or union @die in @arena. Errors: NOMEM */
struct kg_error *kg_dwarf_struct(struct kg_arena *arena, const char *name, Dwarf_Die *die,
				 const struct kg_cstruct **ret) KG_MUST_CHECK;
#endif

#endif
