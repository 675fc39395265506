/*
 * What is mapped into the process: modules (executable, shared libraries),
 * the files on this machine that match them by build-id, their symbols, and the
 * C structs their debug information describes.
 */
#ifndef KG_PROCESS_PROCESS_H
#define KG_PROCESS_PROCESS_H

#include "image/image.h"

/*
 * A module's file is looked for as --exe (the program itself), below --sysroot,
 * and under the core's own path; with a sysroot that last one counts only when
 * the build-ids are equal.
 */
struct kg_process_options {
	const char *exe;       /* --exe: the main program's file */
	const char *sysroot;   /* --sysroot: paths of the core are looked up below it first */
	const char *debug_dir; /* --debug-dir: searched before /usr/lib/debug */
	bool no_dwarf;	       /* --no-dwarf: no debug information is looked for */
	struct kg_progress *progress;
};

enum kg_module_state {
	KG_MODULE_MATCHED,   /* a file with the same build-id was found and overlaid */
	KG_MODULE_UNCHECKED, /* a file was found, neither side has a build-id; size and headers agree */
	KG_MODULE_MISMATCH,  /* a file is there, but another build: refused */
	KG_MODULE_MISSING,   /* no file found */
};

struct kg_module {
	char *path;	    /* as the core names it, hostile text */
	char *found;	    /* file used, NULL when none */
	char *debug;	    /* file that debug information comes from, NULL until asked or when none */
	char *note;	    /* MISMATCH and MISSING: what was seen, one line; else NULL */
	kg_addr start, end; /* over all its mappings, .bss included */
	kg_addr bias;	    /* run-time address minus ELF address */
	char build_id[65];  /* hexadecimal: the core's, else that of the file found; "" when unknown */
	enum kg_module_state state;
	bool is_main; /* the program itself */
	struct kg_module_priv *priv;
};

struct kg_process {
	struct kg_image *image;
	struct kg_module *modules; /* by start */
	size_t nmodules;
	struct kg_process_priv *priv;
};

/**
 * Finds the modules of a sealed image, matches each with a file, overlays the
 * pages the core left out and seals the image again.
 * Errors: USAGE (--exe is another program than the core's: names both build-ids),
 * NOMEM. A module that is missing or does not match is not an error: see .state.
 */
struct kg_error *kg_process_create(struct kg_image *img, const struct kg_process_options *opts,
				   struct kg_process **ret) KG_MUST_CHECK;
void kg_process_destroy(struct kg_process *proc);

/** The module that holds @addr, or NULL. */
struct kg_module *kg_process_module(const struct kg_process *proc, kg_addr addr);

/**
 * Run-time address and size of a symbol of @mod: .dynsym, .symtab, and the .symtab
 * of its debug file. Local symbols are found too; a suffix like ".lto_priv.0" is
 * ignored in the comparison, but an exact name wins. Of several that are equal
 * but for the suffix the first in the table is taken. When @mod is NULL all
 * modules are searched, and no server is asked for debug files. Thread-safe.
 * @return false when there is none
 */
bool kg_process_symbol(const struct kg_process *proc, struct kg_module *mod, const char *name, kg_addr *ret_addr,
		       uint64_t *ret_size);

/** Run-time range of an ELF section of @mod's file, such as ".PyRuntime". Thread-safe. */
bool kg_process_section(const struct kg_process *proc, struct kg_module *mod, const char *name, kg_addr *ret_addr,
			uint64_t *ret_size);

/**
 * Name of the symbol that covers @addr, for people; NULL when none is known.
 * Owned by @proc. @ret_offset: bytes into it. Thread-safe.
 */
const char *kg_process_symbolize(const struct kg_process *proc, kg_addr addr, uint64_t *ret_offset);

/*
 * One member of a C struct. A struct or union inside is there itself, as "view",
 * and so are its members, as "view.obj"; those of an anonymous one have no
 * prefix; those of the elements of an array are not there.
 */
struct kg_cmember {
	const char *name;
	uint32_t offset;	     /* bytes */
	uint32_t size;		     /* bytes of the whole member; 0: flexible array */
	uint32_t elem;		     /* bytes of one element when an array, else 0 */
	int8_t bit_offset, bit_size; /* bit field: bits from the byte offset; bit_size 0: none */
	uint8_t pointer;	     /* 1: a pointer (or an array of pointers) */
};

struct kg_cstruct {
	const char *name; /* typedef or tag, without "struct " */
	uint32_t size;
	uint32_t nmembers;
	const struct kg_cmember *members; /* by offset */
};

/**
 * The structs called @names (typedef or tag) in @mod's debug information, found
 * in one pass. ret[i] is NULL for a name that is not there. Owned by @proc.
 * When one name has several definitions the first with members is taken.
 * Errors: NOTFOUND when the module has no debug information (the text says which
 * build-id and package-like file was looked for); NOMEM.
 * Cost: one pass over all compile units, about 20 ms for python itself, and at
 * first use of a module another 80 ms to unpack compressed sections.
 */
struct kg_error *kg_process_structs(struct kg_process *proc, struct kg_module *mod, const char *const *names, size_t n,
				    const struct kg_cstruct **ret) KG_MUST_CHECK;

#endif
