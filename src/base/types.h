/* The two scalar types that every layer shares. */
#ifndef KG_BASE_TYPES_H
#define KG_BASE_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An address in the target. Never a C pointer: image/ turns it into one. */
typedef uint64_t kg_addr;

/** Number of an object: its rank by address among all objects found. */
typedef uint32_t kg_node;

#define KG_NODE_NONE ((kg_node)UINT32_MAX)

#define KG_LIKELY(x) __builtin_expect(!!(x), 1)
#define KG_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define KG_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define KG_MUST_CHECK __attribute__((warn_unused_result))
#define KG_ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

#endif
