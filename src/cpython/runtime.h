/*
 * The interpreter's own state, as far as one finds it without looking at the heap:
 * the runtime, interpreters, threads, collector state, allocator arenas.
 */
#ifndef KG_CPYTHON_RUNTIME_H
#define KG_CPYTHON_RUNTIME_H

#include "cpython/layout.h"

#define KG_GENERATIONS 3

struct kg_gc_generation {
	kg_addr head; /* of the list; not an object */
	int threshold, count;
};

struct kg_gc_state {
	kg_addr addr;
	struct kg_gc_generation gens[KG_GENERATIONS];
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
	kg_addr frame;	      /* innermost _PyInterpreterFrame, 0 when it runs no Python code */
	const struct kg_os_thread *os; /* NULL when the core has none that fits */
};

/* One pymalloc arena. */
struct kg_arena {
	kg_addr start, end; /* first pool, and end of the last pool ever carved */
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
	uint32_t pool_size;	    /* bytes */
	bool debug_hooks;	    /* allocator blocks carry 16 bytes in front and 8 behind */
	struct kg_state_ref *refs;  /* interpreter, thread, runtime state; frames are not in it */
	size_t nrefs;
	struct kg_runtime_priv *priv;
};

/**
 * Finds the interpreter in @proc's modules, its version and layout, and reads its
 * state. Errors: TARGET: no CPython inside (says what was looked for), or a version
 * kedge does not know (names it). Damage goes to the image's list.
 */
struct kg_error *kg_runtime_create(struct kg_process *proc, const char *const *wanted, size_t nwanted,
				   struct kg_runtime **ret) KG_MUST_CHECK;
void kg_runtime_destroy(struct kg_runtime *rt);

#endif
