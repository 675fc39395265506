/* What a phase of the work takes: time and memory. */
#ifndef KG_BASE_METER_H
#define KG_BASE_METER_H

#include "base/types.h"

/** Seconds of a clock that only goes forward. */
double kg_meter_seconds(void);

/** Resident anonymous bytes of this process, 0 when the kernel does not say. */
uint64_t kg_meter_anonymous_bytes(void);

#endif
