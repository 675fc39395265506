/* The interpreter frame that a heap object holds: a frame object, a generator, a
 * coroutine, an asynchronous generator. */
#ifndef KG_HEAP_FRAMES_H
#define KG_HEAP_FRAMES_H

#include "cpython/frame.h"
#include "heap/heap.h"

/** @return false when @o holds none, or one that has run to its end */
bool kg_heap_frame_of(const struct kg_heap *h, struct kg_obj o, struct kg_frame *ret);

/** "name() at file.py:88" of a frame; the whole path when @path. Escaped. */
void kg_heap_frame_text(const struct kg_heap *h, const struct kg_frame *f, bool path, struct kg_strbuf *sb);

/** Text of the str at @addr, escaped for showing; "?" when there is none. */
void kg_heap_name(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb);

/** As kg_heap_name(), of the part of a path after its last slash. */
void kg_heap_basename(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb);

#endif
