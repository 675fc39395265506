/* Files that the explorer writes: tables and drawings. Nothing that is there is written over. */
#ifndef KG_TUI_EXPORT_H
#define KG_TUI_EXPORT_H

#include <stdio.h>

#include "tui/view.h"

bool kg_export_ends(const char *text, const char *end);
/** Creates a file of that name, or with -2, -3 ... before its ending when there is one; *ret_path
 * is the caller's. Errors: NOMEM, OS */
struct kg_error *kg_export_open(const char *path, char **ret_path, FILE **ret) KG_MUST_CHECK;

/** A table being written: the rows shown, or all that are marked. Until it is destroyed the view's order,
 * filter and marks stay as they are. The name's ending says what it becomes: .csv or .json.
 * Errors: NOMEM; OS; USAGE for other endings */
struct kg_export;
struct kg_error *kg_export_create(struct kg_view *v, const char *path, struct kg_export **ret) KG_MUST_CHECK;
/** Goes on for @ms milliseconds. @return true when there is more to do, *ret: what went wrong */
bool kg_export_work(struct kg_export *e, double ms, struct kg_error **ret);
const char *kg_export_path(const struct kg_export *e);
/** 0 to 1 */
double kg_export_part(const struct kg_export *e);
uint64_t kg_export_rows(const struct kg_export *e);
/** A file that is not whole goes away. */
void kg_export_destroy(struct kg_export *e);

/** What a drawing shows and where it goes. */
enum kg_drawing_what {
	KG_DRAW_SCREEN, /* objects on the screen, and what they refer to */
	KG_DRAW_FROM,	/* what the object refers to */
	KG_DRAW_TO,	/* what refers to it */
	KG_DRAW_BOTH,
	KG_DRAW_PATH,  /* the chain that keeps it */
	KG_DRAW_CYCLE, /* the garbage group that it is in, or that holds it */
	KG_DRAW_COUNT,
};

struct kg_drawing {
	enum kg_drawing_what what;
	unsigned int depth; /* steps */
	const char *path;   /* ends in .svg, .png or .pdf: drawn, else DOT */
};

const char *kg_drawing_name(enum kg_drawing_what what);
/** Reads "both 2 graph.svg": what and steps may be left out and stay as they are. Errors: USAGE */
struct kg_error *kg_drawing_parse(const char *line, struct kg_drawing *d) KG_MUST_CHECK;
/** Draws beside the keyboard what is marked in @v, else what @d asks for, and says so when it is there. */
struct kg_error *kg_drawing_start(struct kg_view *v, kg_node subject, const struct kg_drawing *d) KG_MUST_CHECK;

#endif
