/* What a process gives up before it runs hostile code in an emulator: everything but its own memory and time. */
#ifndef KG_EMULATE_SANDBOX_H
#define KG_EMULATE_SANDBOX_H

#include "base/types.h"

/** Does the kernel filter system calls by seccomp? Without it the child has all the rest. */
bool kg_sandbox_filters(void);

/**
 * Gives up files, capabilities, signals of the terminal, core dumps and new privileges, as far as the kernel knows them. To be
 * called once, by a process of one thread, whose parent @parent was when it was made: it ends with the thread that made it.
 */
void kg_sandbox_enter(int parent);

/**
 * And all system calls but those that an emulator needs for its memory: any other ends the process with SIGSYS.
 * @return false when the kernel cannot
 */
bool kg_sandbox_filter(void);

#endif
