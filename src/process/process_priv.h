/* What the files of this layer share. */
#ifndef KG_PROCESS_PRIV_H
#define KG_PROCESS_PRIV_H

#include <elf.h>
#include <libelf.h>
#include <pthread.h>

#include "image/container.h"
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
/** PT_DYNAMIC, NULL when there is none */
const Elf64_Phdr *kg_elf_head_dynamic(const struct kg_elf_head *h);
/** The first value of @tag in the dynamic section that memory has at @at, else 0. @ret_whole: it was read to its end */
uint64_t kg_dynamic_value(const struct kg_image *img, kg_addr at, uint64_t tag, bool *ret_whole);
/** The build-id in the notes that program headers lead to; "" when there is none to be read. */
void kg_elf_head_build_id(const struct kg_elf_head *h, const struct kg_bytes *b, char ret[KG_BUILD_ID_CAP]);
/** The build-id in @len bytes of notes. */
bool kg_notes_build_id(const uint8_t *p, uint64_t len, char ret[KG_BUILD_ID_CAP]);
/** Is it a binary for the machine that the image is of? */
bool kg_elf_head_fits(const struct kg_elf_head *h, const struct kg_image *img);
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
	struct kg_instances *instances; /* structs of types, NULL until one is asked for */
	char build_id[KG_BUILD_ID_CAP];
};

/**
 * Opens a regular file that is an ELF program or library (or its debug file).
 * @return NULL when it is not there; *ret_exists tells whether anything is
 */
struct kg_elf_file *kg_elf_file_open(const char *path, bool *ret_exists);
/** The same of the descriptor @fd, which is the file's own, or closed; @path stands for it. */
struct kg_elf_file *kg_elf_file_take(int fd, const char *path, bool *ret_exists);
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
	kg_addr dynamic;   /* where the dynamic linker has its dynamic section; 0: not known */
	bool in_core;	   /* head was read from the core */
	bool in_sysroot;   /* its file is one of --sysroot's */
	struct kg_elf_head head;
	struct kg_elf_file *file;
	struct kg_elf_file *debug; /* may be file itself */
	enum kg_debug_search searched;
	struct kg_symtab *symbols, *debug_symbols;
};

struct kg_process_priv {
	struct kg_process_options opts; /* strings are copies, in the arena */
	struct kg_container *container; /* --sysroot, when that is none of folders */
	struct kg_arena arena;
	size_t cap_modules;
	uint64_t page;	      /* of the target */
	pthread_mutex_t lock; /* over everything found on demand */
};

/** AT_PAGESZ and the like; false when the core has no such entry. */
bool kg_process_auxv(const struct kg_image *img, uint64_t type, uint64_t *ret);
/** @path as a person may see it, control characters escaped; in the arena. */
const char *kg_process_printable(struct kg_process *proc, const char *path);

/* modules.c, linkmap.c, scan.c: what is mapped */

/** A new last module that starts at @base, all else zero. Errors: NOMEM */
struct kg_error *kg_module_add(struct kg_process *proc, const char *path, kg_addr base,
			       struct kg_module **ret) KG_MUST_CHECK;
/** Modules by NT_FILE. Errors: NOMEM */
struct kg_error *kg_modules_from_files(struct kg_process *proc) KG_MUST_CHECK;
/** Modules by their headers in memory, for cores without NT_FILE. Errors: NOMEM. Cost: a look at each page that cannot be written to */
struct kg_error *kg_modules_from_memory(struct kg_process *proc) KG_MUST_CHECK;
/** The dynamic linker's list: names those found in memory, and adds the others. Errors: USAGE (as --exe), NOMEM */
struct kg_error *kg_modules_from_linkmap(struct kg_process *proc) KG_MUST_CHECK;
/** Do @mod's mappings agree with where @h puts its segments? */
bool kg_module_layout_agrees(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_head *h);

/* evidence.c */

/**
 * May @f be what is mapped as @mod, of which the core has neither headers nor build-id? By all else that is known.
 * @ret_whole: the core has its dynamic section to the end, and it is the file's
 */
bool kg_module_evidence_agrees(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f,
			       bool *ret_whole);

/**
 * Is @f what is mapped as @mod, where there is no build-id to compare? Its functions are where tables in the core's memory
 * say they are: a build of other code has them elsewhere. For what the core has of it, before anything is overlaid.
 */
bool kg_module_proved(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f);

/* match.c, overlay.c */

/** Finds the file of @mod and fills in state, note, found. Errors: USAGE, NOMEM */
struct kg_error *kg_module_match(struct kg_process *proc, struct kg_module *mod) KG_MUST_CHECK;
/** Adds what the core lacks of @mod from its file. Errors: NOMEM */
struct kg_error *kg_module_overlay(struct kg_process *proc, struct kg_module *mod) KG_MUST_CHECK;

/* sysroot.c */

#define KG_SYSTEM_DEBUG "/usr/lib/debug"

/** Opens --sysroot, if it is given. Errors: USAGE, OS, NOMEM, CANCELED */
struct kg_error *kg_sysroot_init(struct kg_process *proc) KG_MUST_CHECK;
void kg_sysroot_deinit(struct kg_process *proc);
/** The modules are known: of an image their files are taken out together. Errors: NOMEM */
struct kg_error *kg_sysroot_expect(struct kg_process *proc) KG_MUST_CHECK;
/** The file that the core calls @path; *ret is NULL when there is none, or no ELF file. Errors: OS, NOMEM, CANCELED */
struct kg_error *kg_sysroot_open(const struct kg_process *proc, const char *path, struct kg_elf_file **ret) KG_MUST_CHECK;

/* debugfile.c */

/** The file with @mod's debug information, NULL when there is none. @remote: ask servers too. */
struct kg_elf_file *kg_module_debug(struct kg_process *proc, struct kg_module *mod, bool remote);

/** CRC-32 of IEEE 802.3. */
uint32_t kg_crc32(const uint8_t *p, uint64_t len);

/* cache.c: structs kept between runs, by the build-id of the file they are from */

/** @return false, and all of @ret NULL or untouched, when they are not there just as kg_cache_write() left them */
bool kg_cache_read(struct kg_process *proc, const struct kg_elf_file *f, const char *const *names, size_t n,
		   const struct kg_cstruct **ret);
/** Keeps the answer; does nothing, in silence, where that is not possible. */
void kg_cache_write(struct kg_process *proc, const struct kg_elf_file *f, const char *const *names, size_t n,
		    const struct kg_cstruct *const *structs);

/* What is known of one file, newest first. */
struct kg_instance_known {
	const char *key; /* what was asked for */
	struct kg_cinstance answer;
	struct kg_instance_known *next;
};

/** Adds those that were kept for @f to @list. Errors: none; what cannot be read is as good as none */
void kg_cache_read_instances(struct kg_process *proc, const struct kg_elf_file *f, struct kg_instance_known **list);
void kg_cache_write_instances(struct kg_process *proc, const struct kg_elf_file *f, const struct kg_instance_known *list);

/* instance.c */

/** Keeps what was found in the cache. Legal for a file that was never asked. */
void kg_instances_keep(struct kg_process *proc, struct kg_elf_file *f);
/** Legal on NULL. */
void kg_instances_destroy(struct kg_instances *i);
/** An answer without members, .how as printf() would print it; NULL when out of memory. */
const struct kg_cinstance *kg_instance_unknown(struct kg_process *proc, const char *format, ...) KG_PRINTF(2, 3);

/* symbols.c */

void kg_symtab_destroy(struct kg_symtab *t);

/* structs.c */

/** Legal on NULL. */
void kg_dwarf_close(struct Dwarf *dwarf);

/* members.c: the members of one struct in DWARF */
#ifdef HAVE_LIBDW
#include <elfutils/libdw.h>

/** Follows typedefs, qualifiers and signatures of type units, a bounded number of them. @return false when they lead nowhere */
bool kg_dwarf_peel(Dwarf_Die *die, Dwarf_Die *ret);
/** Is it a struct or union with at least one member? */
bool kg_dwarf_has_members(Dwarf_Die *die);
/** Builds the description of the struct or union @die in @arena. Errors: NOMEM */
struct kg_error *kg_dwarf_struct(struct kg_arena *arena, const char *name, Dwarf_Die *die,
				 const struct kg_cstruct **ret) KG_MUST_CHECK;

/* fields.c: the same with C types, for people */

/** Does the struct @die begin with an object's header? */
bool kg_dwarf_is_object(Dwarf_Die *die);
/** Fills in .fields and .size of @ret, in @arena. Errors: NOMEM */
struct kg_error *kg_dwarf_fields(struct kg_arena *arena, Dwarf_Die *die, struct kg_cinstance *ret) KG_MUST_CHECK;
/** What @die says of its type, in itself or in what it is an instance of. */
bool kg_dwarf_type(Dwarf_Die *die, Dwarf_Die *ret);
bool kg_dwarf_uint(Dwarf_Die *die, unsigned int name, uint64_t *ret);
/** To the next one, forward only, as hostile attributes may point backward. @return false when there is none */
bool kg_dwarf_next(Dwarf_Die *die);
/** Where the member @die is in its struct; false when that is not a constant. */
bool kg_dwarf_member_offset(Dwarf_Die *die, uint64_t *ret);
/** How many elements the array type @die has over all its dimensions; 0 for a flexible one. */
uint64_t kg_dwarf_array_count(Dwarf_Die *die);
/** Fills in a member's .offset (added to), .size and bits when it is a bit field. @return false when that makes no sense */
bool kg_dwarf_bits(Dwarf_Die *die, uint32_t type_size, uint32_t *offset, uint32_t *size, int8_t *bit_offset, int8_t *bit_size);

/* instance_find.c */

/** Looks for the struct of a type in the debug information of @mod. @ret: it, or why it is not known; in the process's
 * arena. Cost: the entries of the units that the type's functions are from. Errors: NOMEM */
struct kg_error *kg_instance_find(struct kg_process *proc, const struct kg_module *mod, Dwarf *dwarf,
				  const struct kg_instance_query *query, const struct kg_cinstance **ret) KG_MUST_CHECK;
#endif

#endif
