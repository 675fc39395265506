/*
 * A screen in memory: cells with a character and an attribute. Whatever text comes,
 * a cell only ever holds a printable character of known width: control and combining
 * ones, joiners and right-to-left letters become escapes (\x1b, \u05e9) and invalid
 * bytes a replacement character, so that columns stay aligned and no byte of the
 * target reaches the terminal raw. Widths are those of wcwidth(), so LC_CTYPE must be set.
 */
#ifndef KG_TUI_CANVAS_H
#define KG_TUI_CANVAS_H

#include "base/error.h"
#include "base/strbuf.h"

enum kg_attr {
	KG_ATTR_NORMAL,
	KG_ATTR_TITLE,	/* first and last line */
	KG_ATTR_HEAD,	/* headings of columns */
	KG_ATTR_CURSOR, /* the row the keys act on */
	KG_ATTR_PALE,	/* the same in a column that has no focus */
	KG_ATTR_MARK,
	KG_ATTR_DIM,
	KG_ATTR_WARN,
	KG_ATTR_COUNT,
};

struct kg_cell {
	uint32_t ch;   /* code point; 0: right half of the wide one before it */
	uint8_t attr;  /* enum kg_attr */
};

struct kg_canvas {
	int rows, cols;
	struct kg_cell *cells; /* [row * cols + col] */
	size_t cap;
	bool ascii; /* the terminal shows ASCII alone */
};

/** Makes it @rows by @cols, all blank. Errors: NOMEM, and it stays as it was */
struct kg_error *kg_canvas_resize(struct kg_canvas *c, int rows, int cols) KG_MUST_CHECK;
void kg_canvas_deinit(struct kg_canvas *c);
void kg_canvas_clear(struct kg_canvas *c);

/** Writes hostile UTF-8 @text into @width columns at most, cut with an ellipsis, and what
 * lies outside the canvas is left out. @return columns used. Cost: O(width) */
int kg_canvas_text(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr, const char *text);
/** The same, ending at column @col + @width. */
void kg_canvas_right(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr, const char *text);
/** Gives @width cells an attribute, and what they hold stays. */
void kg_canvas_paint(struct kg_canvas *c, int row, int col, int width, enum kg_attr attr);
/** A vertical line. */
void kg_canvas_vline(struct kg_canvas *c, int row, int col, int height);

/** All rows as UTF-8, blanks at the end of each left out. */
void kg_canvas_dump(const struct kg_canvas *c, struct kg_strbuf *sb);

#endif
