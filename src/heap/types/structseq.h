/* Struct sequences: C types that are recognized by their shape, not by name. */
#ifndef KG_HEAP_TYPES_STRUCTSEQ_H
#define KG_HEAP_TYPES_STRUCTSEQ_H

#include "heap/type.h"

/** Is @type a struct sequence? @dict: its tp_dict. Cost: three look-ups in @dict */
bool kg_structseq_is(const struct kg_heap *h, const struct kg_type *type, kg_addr dict);

/** The operations of every struct sequence. */
const struct kg_type_ops *kg_structseq_ops(void);

#endif
