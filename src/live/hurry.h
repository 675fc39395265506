/* Being ahead of other threads while a process stands still, or while it must not be missed. */
#ifndef KG_LIVE_HURRY_H
#define KG_LIVE_HURRY_H

#include "base/types.h"

/* How the thread was scheduled before. */
struct kg_hurry {
	int policy, priority, nice;
};

enum kg_hurry_kind {
	KG_HURRY_COPY,
	KG_HURRY_WATCH, /* ahead of those too: sleeps, and must not wait for its turn when it wakes */
};

/**
 * Has this thread, and those that it starts, run ahead of all that is not real-time. Without the right to that it asks
 * for short turns that come soon, which Linux 6.12 and later give to anybody.
 * For short work alone: other programs get next to nothing of the processors it runs on.
 */
void kg_hurry_begin(struct kg_hurry *h, enum kg_hurry_kind kind);
void kg_hurry_end(const struct kg_hurry *h);

/**
 * Has the code of this program and of the C library stay in memory until it ends. Where memory is short the kernel takes
 * what was not used of late, and reads it again from the disk when it is called: at the moment that counts.
 * Cost: some 7 MiB; what is beyond the limit of locked memory does not stay.
 */
void kg_hurry_stay(void);

#endif
