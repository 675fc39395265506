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
	const char *sysroot;   /* --sysroot: a folder, or an image of a container (image/container.h), in which paths of the
				* core are looked up first, as if it were "/" */
	const char *map_files; /* of a live process: its folder of mapped files by address, for files that were removed */
	const char *debug_dir; /* --debug-dir: searched before /usr/lib/debug */
	bool no_dwarf;	       /* --no-dwarf: no debug information is looked for */
	bool cache;	       /* keep what is read from debug information in the user's cache folder */
	struct kg_progress *progress;
};

enum kg_module_state {
	KG_MODULE_MATCHED,   /* a file with the same build-id was found and overlaid; see .by_functions */
	KG_MODULE_UNCHECKED, /* a file was found, no build-id to compare; size and headers agree */
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
	bool by_functions; /* MATCHED without a build-id to compare: headers agree, and functions are where the core says */
	bool is_main; /* the program itself */
	struct kg_module_priv *priv;
};

struct kg_process {
	struct kg_image *image;
	struct kg_module *modules; /* by start */
	size_t nmodules;
	struct {
		unsigned int read, written; /* files with structs, in the user's cache folder */
	} cache;
	struct kg_process_priv *priv;
};

/**
 * Finds the modules of a sealed image, matches each with a file, overlays the
 * pages the core left out and seals the image again.
 * Errors: USAGE (--exe is another program than the core's: names both build-ids;
 * --sysroot cannot be read, or has no image for the machine), NOMEM. A module that is missing or does not match is not an error: see .state.
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

/** The same of those that @mod's own .dynsym has, by exact name: for many modules, since no table is made. Thread-safe. */
bool kg_process_export(const struct kg_process *proc, const struct kg_module *mod, const char *name, kg_addr *ret_addr,
		       uint64_t *ret_size);

/** Run-time range of an ELF section of @mod's file, such as ".PyRuntime". Thread-safe. */
bool kg_process_section(const struct kg_process *proc, struct kg_module *mod, const char *name, kg_addr *ret_addr,
			uint64_t *ret_size);

/**
 * Name of the symbol that covers @addr, for people; NULL when none is known.
 * Owned by @proc. @ret_offset: bytes into it. Thread-safe.
 */
const char *kg_process_symbolize(const struct kg_process *proc, kg_addr addr, uint64_t *ret_offset);

/** Called with the name of a function and the address of the word that holds its address; not to call kg_process_...() */
typedef void kg_process_slot(void *arg, const char *name, kg_addr at);

/** Calls @fn for each word of @mod that the dynamic linker fills in with a symbol's address (global offset table, PLT),
 * as the relocations of its file say. Nothing for a module without a file. Thread-safe. */
void kg_process_slots(const struct kg_process *proc, const struct kg_module *mod, kg_process_slot *fn, void *arg);

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
 * first use of a module another 80 ms to unpack compressed sections. With
 * options.cache the answer is kept under $XDG_CACHE_HOME (or ~/.cache) in kedge/,
 * where it is the caller's own to write, and takes 1 ms the next time.
 */
struct kg_error *kg_process_structs(struct kg_process *proc, struct kg_module *mod, const char *const *names, size_t n,
				    const struct kg_cstruct **ret) KG_MUST_CHECK;

/* What a member of a struct holds, or each element of it when it is an array. */
enum kg_cvalue {
	KG_C_OTHER,
	KG_C_STRUCT,  /* a struct or union: its members follow it */
	KG_C_OBJECT,  /* pointer to a struct that begins with a Python object's header */
	KG_C_OBJECTS, /* pointer to such pointers */
	KG_C_POINTER,
	KG_C_SIGNED,
	KG_C_UNSIGNED,
	KG_C_BOOL,
	KG_C_CHAR,
	KG_C_FLOAT,
};

/*
 * One member of the struct of a type's instances. Those of a struct inside follow it, with names as "view.obj"; the
 * same for an array of few structs, "slots[1].key", and for base classes of C++, without a prefix.
 */
struct kg_cfield {
	const char *label; /* ".view.obj"; all text is escaped */
	const char *type;  /* "PyObject *", "double [3]" */
	uint32_t offset, size; /* bytes; size 0: flexible array */
	uint32_t elem;	   /* bytes of one element when an array, else 0 */
	int8_t bit_offset, bit_size; /* bit field: bits from the byte offset; bit_size 0: none */
	uint8_t value;	   /* enum kg_cvalue */
	bool in_union;	   /* it may be another member that counts */
};

/* The C struct of a type's instances, or why it is not known. */
struct kg_cinstance {
	const char *name; /* tag or typedef, NULL when it is not known */
	const char *how;  /* for people: what it was told by, or why there is none */
	bool sized;	  /* told by its size alone: a guess, since the right one may not be in the debug information */
	uint32_t size, nfields;
	const struct kg_cfield *fields; /* by offset, an outer one before what it holds */
};

/* A type, as far as it takes to find the struct of its instances; or of what else such functions work with. */
struct kg_instance_query {
	const char *type;	  /* its name; with the numbers below it tells one type of a module from another */
	uint64_t size, item_size; /* tp_basicsize, tp_itemsize */
	kg_addr object;		  /* the type itself when it is a variable of the module, else 0 */
	const kg_addr *functions; /* words of the type object that point into the module, those that count most first */
	size_t nfunctions;
	bool bare; /* no object, but what functions work with: the state of a module */
};

/**
 * The struct of a type's instances by @mod's debug information: in the compile units that its functions are from, a
 * struct of its size that begins with an object's header. Of several that fit it is the one that those functions
 * work with, if that is one; else none, and .how names them. The same answer each time; kept like that of
 * kg_process_structs(). Thread-safe.
 *
 * @ret owned by @proc
 * Errors: NOMEM
 * Cost: the entries of one or a few compile units; at most some seconds for each file, what takes longer is not found
 * and .how says so; 1 ms from the cache
 */
struct kg_error *kg_process_instance(struct kg_process *proc, struct kg_module *mod, const struct kg_instance_query *query,
				     const struct kg_cinstance **ret) KG_MUST_CHECK;

#endif
