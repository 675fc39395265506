/* Arrays that grow. */
#ifndef KG_BASE_GROW_H
#define KG_BASE_GROW_H

#include "base/error.h"

/**
 * Makes room for element number @n of an array of @elem bytes each, doubling it
 * when full. @items: address of the array's pointer. Errors: NOMEM, and the array
 * stays as it was.
 */
struct kg_error *kg_grow(void *items, size_t *cap, size_t n, size_t elem) KG_MUST_CHECK;

/** Makes room for @n elements, at least doubling the array where it grows. Errors: NOMEM, and the array stays as it was. */
struct kg_error *kg_grow_to(void *items, size_t *cap, size_t n, size_t elem) KG_MUST_CHECK;

#endif
