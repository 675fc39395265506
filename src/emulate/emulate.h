/*
 * Runs the target's own tp_traverse functions in an emulated processor, over a copy-on-write view of the image.
 *
 * Nothing of the target runs on this machine's processor, and no system call is made for it: a function sees
 * memory and registers, no more. Its code comes from modules whose file was matched (KG_MODULE_MATCHED); what it writes
 * goes to copies of pages that are put back after each batch. And should the emulator itself break on what the target has
 * for it: it runs in a process that has no files, no rights and next to no system calls (sandbox.h), of whose answers no
 * number is believed, and whose end costs one object. A batch is a loop in emulated machine code over an
 * array of objects, with a visit function, emulated too, that appends to a buffer, so that thousands of objects
 * take one call. What goes wrong for one object ends that object alone and has a name (enum kg_emulated).
 *
 * One emulator, a process and a sleeping thread, serves one thread at a time.
 */
#ifndef KG_EMULATE_EMULATE_H
#define KG_EMULATE_EMULATE_H

#include "process/process.h"

/* How the emulation of one object ended. */
enum kg_emulated {
	KG_EMULATED_DONE,
	KG_EMULATED_FAULT,	 /* read or wrote where the image has nothing */
	KG_EMULATED_CODE,	 /* jumped to what is no code of a matched module */
	KG_EMULATED_INSTRUCTION, /* an instruction that this processor lacks, a trap, a division by zero */
	KG_EMULATED_SYSCALL,	 /* asked the kernel for something */
	KG_EMULATED_ENDLESS,	 /* ran too long without showing anything */
	KG_EMULATED_OUTPUT,	 /* showed more references than memory can hold */
	KG_EMULATED_WRITES,	 /* wrote to code, or all over memory */
	KG_EMULATED_STATE,	 /* changed what belongs to the kernel, or did not leave the stack pointer and the modes as it must */
	KG_EMULATED_CRASH,	 /* the emulator's process ended, or its time did, whenever this object was its work */
	KG_EMULATED_PROCESS,	 /* no process could be made for the emulator */
	KG_EMULATED_GIVEN_UP,	 /* not tried: the function had failed for too many others */
};

#define KG_EMULATED_KINDS (KG_EMULATED_GIVEN_UP + 1)

/** What happened, as the end of "its tp_traverse ..." */
const char *kg_emulated_words(enum kg_emulated how);

/**
 * Says where code may run: the range [*ret_start, *ret_end) of addresses around @addr that is all of one kind. Called in the
 * emulator's process: what it changes nobody sees, and it cannot open files.
 * @return true when it is code that may run, false when it is not
 */
typedef bool kg_emulator_code(void *arg, kg_addr addr, kg_addr *ret_start, kg_addr *ret_end);

struct kg_emulator_options {
	const struct kg_image *image; /* must outlive the emulator, and not be sealed again meanwhile */
	kg_emulator_code *code;	      /* NULL: modules of @process that were matched */
	void *arg;
	const struct kg_process *process; /* for code NULL */
	const struct kg_progress *progress; /* asked whether to go on; may be NULL, must outlive the emulator */
	uint64_t cpu_ms; /* processor time for an object at most, whatever happens; 0: as long as any that ends can take */
};

struct kg_emulator;

/** Was kedge built with an emulator, and does it know this machine? */
bool kg_emulator_available(enum kg_machine machine);
/** Does the kernel keep the emulator's process from system calls? */
bool kg_emulator_filtered(void);

/** Its process is made when it is first needed. Errors: NOMEM; NOTFOUND when there is no emulator for this machine */
struct kg_error *kg_emulator_create(const struct kg_emulator_options *opts, struct kg_emulator **ret) KG_MUST_CHECK;
void kg_emulator_destroy(struct kg_emulator *e);

/* Results of one call, in the order of the objects. The emulator's, until the next call. */
struct kg_emulation {
	const kg_addr *visited; /* hostile: any numbers */
	const uint64_t *ends;	/* those of object i are visited[i ? ends[i - 1] : 0 ... ends[i]); none unless DONE */
	const uint8_t *how;	/* enum kg_emulated of each */
};

/**
 * Calls function(object, visit, arg) for each of @n objects. What it showed for an object depends on the image alone,
 * not on the order or on time, unless @how is GIVEN_UP, PROCESS or CRASH.
 * Errors: NOMEM; CANCELED
 * Cost: some hundred nanoseconds an object, translation of the code apart; an object that fails some ten
 * microseconds; an endless loop some tenths of a second, three times at most for a call; two switches between processes for
 * some thousand objects
 */
struct kg_error *kg_emulator_traverse(struct kg_emulator *e, kg_addr function, const kg_addr *objects, size_t n,
				      struct kg_emulation *ret) KG_MUST_CHECK;

/**
 * The same for a function that answers a question about an object (tp_is_gc): it shows the object itself when
 * function(object) is not zero, and nothing when it is.
 */
struct kg_error *kg_emulator_ask(struct kg_emulator *e, kg_addr function, const kg_addr *objects, size_t n,
				 struct kg_emulation *ret) KG_MUST_CHECK;

#endif
