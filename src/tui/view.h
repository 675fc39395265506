/*
 * A view: a table of callbacks over rows that are only made when they are seen.
 * struct kg_list holds what a person did to the table: where the cursor is, order,
 * filter, search, marks. Orders and filters are made once and kept.
 */
#ifndef KG_TUI_VIEW_H
#define KG_TUI_VIEW_H

#include "heap/heap.h"
#include "tui/canvas.h"
#include "tui/jobs.h"
#include "tui/keys.h"
#include "tui/model.h"

#define KG_COLUMNS_MAX 10
#define KG_ROW_NONE UINT64_MAX

struct kg_app;
struct kg_view;

struct kg_view_column {
	const char *name;
	uint8_t width;	  /* columns of the terminal; the least when it grows */
	bool right;	  /* numbers */
	bool grow;	  /* takes what is left; one a view */
	bool optional;	  /* left out first when the terminal is narrow */
	bool text;	  /* sorted by its text, rising */
};

struct kg_view_ops {
	const char *name;
	const struct kg_view_column *columns;
	unsigned int ncolumns;
	uint64_t (*rows)(const struct kg_view *v);
	/** Adds the text of a cell, at most about @width characters. Called from the jobs' thread too. */
	void (*cell)(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb);
	/** What a column that is not text is sorted by, falling. Called from the jobs' thread. */
	uint64_t (*rank)(const struct kg_view *v, uint64_t row, unsigned int column);
	/* The rest may be NULL. */
	kg_node (*node)(const struct kg_view *v, uint64_t row); /* the object that a row is about, or KG_NODE_NONE */
	enum kg_attr (*attr)(const struct kg_view *v, uint64_t row);
	void (*enter)(struct kg_view *v, uint64_t row); /* NULL: shows the row's object */
	bool (*action)(struct kg_view *v, enum kg_action a, uint64_t row); /* @return true when it dealt with it */
	void (*draw)(struct kg_view *v, struct kg_canvas *c, int top, int height); /* instead of the table */
	struct kg_view *(*focus)(struct kg_view *v); /* the part that keys go to */
	kg_node (*subject)(const struct kg_view *v); /* what a row without an object is about */
	void (*click)(struct kg_view *v, int row, int col); /* chooses the part before the row */
	bool (*refresh)(struct kg_view *v); /* a result came; @return true when the rows are others now */
	void (*destroy)(struct kg_view *v);
};

struct kg_list {
	uint64_t cursor, top; /* places in the order shown */
	int page;	      /* rows that fit */
	int first_row, left, cols; /* where it was drawn last */
	int sort;	      /* column, -1: the order that the view has by itself */
	bool reverse;
	uint32_t *orders[KG_COLUMNS_MAX]; /* [place] row; made once */
	bool wanted[KG_COLUMNS_MAX];	  /* being made */
	struct kg_strbuf filter;
	uint32_t *kept; /* rows that fit, in the order shown */
	uint64_t nkept, kept_cap, scanned;
	struct kg_strbuf search;
	uint64_t search_at, search_left; /* place to look at next, places left; 0: not looking */
	bool search_back;
	uint64_t *marks; /* bit set by row */
	uint64_t nmarks, marks_rows;
};

struct kg_view {
	const struct kg_view_ops *ops;
	struct kg_app *app;
	struct kg_strbuf title;
	struct kg_list list;
	unsigned int pins; /* jobs that use it */
	bool dead;
	void *data;
};

/** Errors: NOMEM. @title is copied. */
struct kg_error *kg_view_create(struct kg_app *app, const struct kg_view_ops *ops, const char *title, void *data,
				struct kg_view **ret) KG_MUST_CHECK;
/** When jobs still use it, after the last of them. */
void kg_view_destroy(struct kg_view *v);
/** A job gave it back. */
void kg_view_unpin(struct kg_view *v);

uint64_t kg_view_rows(const struct kg_view *v);
kg_node kg_view_node(const struct kg_view *v, uint64_t row);

/** Rows shown: all, or as many as fit the filter so far. */
uint64_t kg_list_shown(const struct kg_view *v);
/** Row at a place of the order shown, KG_ROW_NONE when there is none. */
uint64_t kg_list_row(const struct kg_view *v, uint64_t place);
/** Row under the cursor. */
uint64_t kg_list_current(const struct kg_view *v);
bool kg_list_marked(const struct kg_view *v, uint64_t row);
/** Moves the cursor to a place and keeps it on the screen. */
void kg_list_move(struct kg_view *v, uint64_t place);
/** The rows are others: orders, filter and marks are made anew. */
void kg_list_reset(struct kg_view *v);
void kg_list_set_filter(struct kg_view *v, const char *text);
/** Looks for the next row with @text, @step -1 backward, from the cursor (0: the row itself too). */
void kg_list_search(struct kg_view *v, const char *text, int step);
/** Goes on filtering and searching for @ms milliseconds. @return true when there is more to do */
bool kg_list_work(struct kg_view *v, double ms);
/** Movement, sorting, marks. @return false when the action is none of these */
bool kg_list_action(struct kg_view *v, enum kg_action a);
/** Draws headings and rows. @focus: the cursor is drawn strongly */
void kg_list_draw(struct kg_view *v, struct kg_canvas *c, int top, int left, int height, int width, bool focus);

#endif
