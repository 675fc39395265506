/* Python frames with their locals, for people and for JSON. */
#ifndef KG_REPORT_FRAMES_H
#define KG_REPORT_FRAMES_H

#include "analysis/retained.h"
#include "cpython/frame.h"
#include "heap/heap.h"
#include "report/json.h"

/* One named slot that holds something; a cell stands for what it holds. */
struct kg_local {
	kg_addr name; /* str object */
	kg_addr addr; /* value */
};

struct kg_locals {
	struct kg_local *items;
	size_t n;
};

/** Errors: NOMEM; FAULT, CORRUPT when the code object cannot be read */
struct kg_error *kg_report_locals(const struct kg_heap *h, const struct kg_frame *f,
				  struct kg_locals *ret) KG_MUST_CHECK;
void kg_locals_deinit(struct kg_locals *l);

/** {"file", "line", "function", "locals": [{"name", "addr", "type", "value"}]} */
struct kg_json *kg_report_frame_json(const struct kg_heap *h, const struct kg_frame *f, size_t width);

/** The same; each local also has "retained", bytes, null where kedge knows no object. */
struct kg_json *kg_report_frame_retained_json(const struct kg_retained *r, const struct kg_frame *f, size_t width);

/** @head and "function() at file:line", then a line for each local. */
void kg_report_frame_text(const struct kg_heap *h, const struct kg_frame *f, size_t width, const char *head,
			  struct kg_strbuf *sb);

/** The same, each local with what it retains. */
void kg_report_frame_retained_text(const struct kg_retained *r, const struct kg_frame *f, size_t width,
				   const char *head, struct kg_strbuf *sb);

/**
 * Calls @fn for each frame of a thread, the innermost first, until it says false.
 * Frames that Python does not show are left out. Errors: FAULT, CORRUPT where the
 * chain breaks or runs in a circle.
 */
struct kg_error *kg_report_stack(const struct kg_heap *h, const struct kg_thread *t,
				 bool (*fn)(void *arg, const struct kg_frame *f), void *arg) KG_MUST_CHECK;

/** Name of the type of the object at @addr, safe to show; "?" when unreadable. */
const char *kg_report_type_name(const struct kg_heap *h, kg_addr addr);

#endif
