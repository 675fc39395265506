/* Roots in words. All text is safe to show. */
#ifndef KG_REPORT_ROOTS_H
#define KG_REPORT_ROOTS_H

#include "cpython/frame.h"
#include "heap/heap.h"

/** One root: "thread 4242 frame run() pipeline.py:88 local output", "codec registry, error handlers",
 * "static type dict", "C variable cache+8 in _speedups.so (guess)". */
void kg_report_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb);

/** The same without what differs between two looks at one process: numbers of threads and lines, addresses. */
void kg_report_root_lasting(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb);

/** "sys.modules", "sys.modules['app.cache']", "sys.modules['app.cache'].__dict__" */
void kg_report_named(const struct kg_heap *h, const struct kg_named *named, struct kg_strbuf *sb);

/** "C code (3 references unaccounted for)" of what counts more references to @n than were found. Where the
 * heap has not been read whole, or a word of an object of unknown type may be one of them, it says that too. */
void kg_report_surplus(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb);

/** "run() pipeline.py:88" */
void kg_report_frame_place(const struct kg_heap *h, const struct kg_frame *f, struct kg_strbuf *sb);

/** "run() pipeline.py" */
void kg_report_frame_function(const struct kg_heap *h, const struct kg_frame *f, struct kg_strbuf *sb);

/** "collections.OrderedDict" of a class object. */
void kg_report_class_name(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb);

#endif
