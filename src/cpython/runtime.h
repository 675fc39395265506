/*
 * The interpreter's own state, as far as one finds it without looking at the heap:
 * the runtime, interpreters, threads, collector state, allocator arenas.
 */
#ifndef KG_CPYTHON_RUNTIME_H
#define KG_CPYTHON_RUNTIME_H

#include "cpython/layout.h"

#define KG_GENERATIONS 3
#define KG_LINK_FLAGS UINT64_C(3) /* of a GC head's words, CPython Include/internal/pycore_gc.h */

struct kg_gc_generation {
	kg_addr head; /* of the list; not an object */
	int threshold, count;
};

struct kg_gc_state {
	kg_addr addr;
	bool shared;	      /* up to 3.8 all interpreters have one: not that of the first, but the same */
	struct kg_gc_generation gens[KG_GENERATIONS]; /* as gc.get_count() has them; what is in each list: kg_heap_place() */
	kg_addr permanent;    /* list head */
	bool enabled, collecting;
	uint32_t debug;	      /* gc.DEBUG_* bits */
	kg_addr garbage, callbacks; /* lists, 0 when not made yet */
};

struct kg_interp {
	kg_addr addr;
	int64_t id;
	bool is_main;
	struct kg_gc_state gc;
};

struct kg_thread {
	kg_addr addr;	      /* PyThreadState */
	uint32_t interp;      /* index */
	uint64_t thread_id;   /* pthread_self(), as threading.get_ident() */
	uint64_t native_id;   /* LWP, as threading.get_native_id() */
	kg_addr frame;	      /* innermost frame, as kg_frame_read() takes it, 0 when it runs no Python code */
	const struct kg_os_thread *os; /* NULL when the core has none that fits */
};

/* A piece of memory in which only live blocks of the object allocator are objects: one of pymalloc's arenas or of
 * mimalloc's pages. */
#define KG_ARENA_ALIGN 512 /* of both ends */

struct kg_arena {
	kg_addr start, end; /* first pool, and end of the last pool ever carved; of a page the slice it begins in */
	uint32_t page;	    /* index into pages; nothing for an arena */
};

/* One of mimalloc's pages: blocks of one size. */
struct kg_block_page {
	kg_addr addr;	   /* mi_page_t */
	kg_addr first;	   /* block */
	uint64_t block;	   /* bytes of one */
	uint32_t blocks;   /* that were handed out at least once */
	uint32_t used;	   /* of them, by its own count; those that other threads freed since are among them */
	kg_addr free, local_free, thread_free; /* heads of the lists of blocks that are not in use */
	uint64_t keys[2];  /* links of these lists are encoded with, where .encoded */
	bool encoded;
	bool objects;	   /* false: raw memory, no objects in it */
	uint8_t head;	   /* bytes in each block before the object: room for managed attributes */
};

/* One reference held by the interpreter's own C state. */
struct kg_state_ref {
	kg_addr at;	    /* address of the word */
	kg_addr target;	    /* object it holds */
	const char *owner;  /* "interpreter", "thread", "runtime", "exception state" ... */
	const char *member; /* dotted C member: "codec_search_path"; owned by the runtime */
	uint32_t thread;    /* index into threads, or UINT32_MAX */
	uint32_t interp;
	bool counted;	    /* holds a counted reference; false: borrowed */
};

/* One CPython of the process. Most have one; libpython may be loaded beside a program that has its own inside. */
struct kg_python {
	const struct kg_module *module;
	kg_addr runtime;	   /* _PyRuntime */
	struct kg_version version; /* .major 0: not known */
	bool live;		   /* it has an interpreter */
	bool read;		   /* it is the one that is read */
	char *why;		   /* why it cannot be read, NULL: nothing is known against it */
	uint32_t interps, threads; /* of a live one, when there are several CPythons */
	uint64_t arena_bytes;	   /* that its allocator took, likewise */
};
#define KG_C_STACK "C stack" /* owner of references that C code holds, with or without counting them */
#define KG_MERGE_QUEUE "merge queue" /* owner of references that a collection takes back before it counts */

#define KG_HOOK_BYTES 16 /* before a block with debug hooks: 2 * SST, Objects/obmalloc.c; 8 behind it */

struct kg_runtime {
	struct kg_process *proc;
	struct kg_image *image;
	struct kg_layout *layout;
	struct kg_module *module;   /* that holds the interpreter's code */
	kg_addr addr;		    /* _PyRuntime */
	kg_addr type_type;	    /* the object whose type is itself */
	struct kg_interp *interps;
	uint32_t ninterps;
	struct kg_thread *threads;
	uint32_t nthreads;
	struct kg_arena *arenas;    /* by start; empty with PYTHONMALLOC=malloc */
	size_t narenas;
	struct kg_block_page *pages; /* of free-threaded builds, in the order in which the collector goes through them */
	size_t npages;
	kg_addr *dead;		    /* blocks freed that still wait to be given back to their page, sorted */
	size_t ndead;
	uint32_t pool_size;	    /* bytes; of mimalloc's slices */
	bool debug_hooks;	    /* allocator blocks carry KG_HOOK_BYTES in front and half of that behind */
	struct kg_state_ref *refs;  /* interpreter, thread, runtime state; frames are not in it */
	size_t nrefs;
	struct kg_python *pythons;  /* all of the process, likeliest first; one of them is read */
	uint32_t npythons;
	char *unknown;		    /* of a version or build that kedge does not know: what it is read as, and what fits; else NULL */
	struct kg_runtime_priv *priv;
};

/**
 * Finds the interpreter in @proc's modules, its version and layout, and reads its
 * state. Errors: TARGET: no CPython inside (says what was looked for), or a version
 * kedge does not know (names it); USAGE: @python fits none, or several. Damage goes to the image's list.
 * @python: which one of several: its number in .pythons from 1 on, "3.13" or "3.13.5", or its file; NULL: of those with
 * an interpreter the one whose allocator took the most memory. Nothing of the others is read.
 */
struct kg_error *kg_runtime_create(struct kg_process *proc, const char *const *wanted, size_t nwanted, const char *python,
				   struct kg_runtime **ret) KG_MUST_CHECK;
/** Adds "CPython 3.11.2 in /usr/bin/python3.11". */
struct kg_strbuf;
void kg_python_name(const struct kg_python *p, struct kg_strbuf *sb);
void kg_runtime_destroy(struct kg_runtime *rt);

/* Was any interpreter in the middle of a collection? GC heads then hold other things than links, and lists hang elsewhere. */
static inline bool kg_runtime_collecting(const struct kg_runtime *rt)
{
	bool collecting = false;

	for (uint32_t i = 0; i < rt->ninterps; i++)
		collecting = collecting || rt->interps[i].gc.collecting;
	return collecting;
}

/** The page of mimalloc's that @addr lies in, NULL when it is in none. */
const struct kg_block_page *kg_page_of(const struct kg_runtime *rt, kg_addr addr);

/**
 * Sets a bit of @ret for each block of @page that is on one of its lists of free blocks; @ret has room for
 * page->blocks bits, all clear.
 * @return how many, UINT32_MAX when a list leads elsewhere, meets a block again, or contradicts the page's own count;
 * what was found before that is set
 */
uint32_t kg_page_free_blocks(const struct kg_runtime *rt, const struct kg_block_page *page, uint64_t *ret);

#endif
