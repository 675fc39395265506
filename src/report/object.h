/* One object as a row of JSON or as text; the same words wherever it is shown. */
#ifndef KG_REPORT_OBJECT_H
#define KG_REPORT_OBJECT_H

#include "heap/heap.h"
#include "report/json.h"

const char *kg_report_kind(enum kg_edge_kind kind); /* "traverse", "owned", "weak", "guess" */

/** A row of "objects --json"; @refs: with its references. Errors: NOMEM */
struct kg_error *kg_report_object(const struct kg_heap *h, kg_node n, size_t width, bool refs,
				  struct kg_json **ret) KG_MUST_CHECK;

/** A row of "referents --json" and "referrers --json": object @addr, and how it is linked. */
struct kg_json *kg_report_link_json(const struct kg_heap *h, kg_addr addr, kg_node n, struct kg_label label,
				    enum kg_edge_kind kind, size_t width);

/** Fields "addr", "type", "size" and "value" of an object that may be in no list of kedge's. */
void kg_report_identity(const struct kg_heap *h, kg_addr addr, kg_node n, size_t width, struct kg_json *row);

/** The count alone, "immortal" when the object keeps none. */
void kg_report_refcount_short(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb);
/** The number that only the object's own count knows: "refcount 5 = 3 references + 1 root + 1 unexplained" */
void kg_report_refcount(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb);

/** What the references of the object come from: "exact, decoder of list", "its own tp_traverse, emulated",
 * "conservative scan: nobody taught kedge this type". */
void kg_report_decoder(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb);

/** " (plugin numpy)" when a plugin taught kedge the type, else nothing. */
void kg_report_plugin(const struct kg_type *t, struct kg_strbuf *sb);
/** "numpy", or null. */
struct kg_json *kg_report_plugin_json(const struct kg_type *t);

/** Roots and references that hold a counted reference to @n. */
uint64_t kg_report_root_count(const struct kg_heap *h, kg_node n);

#endif
