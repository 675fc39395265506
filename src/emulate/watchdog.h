/* Notices when an engine does not get on, and stops it. For a process that does nothing else. */
#ifndef KG_EMULATE_WATCHDOG_H
#define KG_EMULATE_WATCHDOG_H

#include "emulate/emulate_priv.h"

/** From now on this process looks after its engine again and again, by the signal of a timer of its own processor time.
 * Once, before any other function. */
void kg_watchdog_start(void);

/** From now until kg_watchdog_off() @e is stopped when neither .index nor .out of @control moves for a while. */
void kg_watchdog_on(struct kg_engine *e, const struct kg_emulate_control *control);
void kg_watchdog_off(void);

#endif
