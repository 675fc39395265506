#include <stdarg.h>
#include <stdio.h>

#include "image/image.h"

void kg_damage_add(struct kg_damages *d, kg_addr addr, const char *fmt, ...)
{
	/* Each caller owns the slot its count gave it, so no lock is needed. */
	uint64_t slot = __atomic_fetch_add(&d->count, 1, __ATOMIC_RELAXED);
	va_list ap;

	if (slot >= KG_DAMAGE_KEPT)
		return;
	d->items[slot].addr = addr;
	va_start(ap, fmt);
	vsnprintf(d->items[slot].text, sizeof(d->items[slot].text), fmt, ap);
	va_end(ap);
	__atomic_fetch_add(&d->kept, 1, __ATOMIC_RELEASE);
}

void kg_damages_deinit(struct kg_damages *d)
{
	d->kept = 0;
	d->count = 0;
}
