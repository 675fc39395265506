/* The explorer without a terminal: an application over a heap without objects, keys, and the
 * screen as text; a table of as many rows as one likes, with the worst names. */
#ifndef KG_TESTS_SCREENS_FIXTURE_H
#define KG_TESTS_SCREENS_FIXTURE_H

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/app.h"

#define MANY UINT64_C(50000000)

struct screen {
	struct kg_session session;
	struct kg_heap heap;
	struct kg_runtime rt;
	struct kg_layout layout;
	struct kg_image image;
	struct kg_process process;
	struct kg_model *model;
	struct kg_app *app;
	struct kg_canvas canvas;
	struct kg_strbuf text;
};

void ok(struct kg_error *err);
int set_up(void **state);
int tear_down(void **state);
void press(struct screen *s, int key);
void type(struct screen *s, const char *keys);
/** Lets everything in the background end, then draws. */
const char *look(struct screen *s, int cols, int rows);
/** Fails when an 80x24 screen lacks @part. */
void shows(struct screen *s, const char *part);
/** A view of @rows rows: number, one of eight names (some hostile), and "|". */
struct kg_view *push(struct screen *s, uint64_t rows);

#endif
