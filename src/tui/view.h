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

#define KG_COLUMNS_MAX 12
#define KG_ROW_NONE UINT64_MAX

#define KG_LIST_FROZEN "the table is being written; E again stops that"

struct kg_app;
struct kg_view;

/* From one snapshot to the next; the older one is still there, and not shown any more. */
struct kg_turn {
	const struct kg_heap *from, *to;
	const struct kg_model *older;
};

/** The same object in the next snapshot, KG_NODE_NONE when it is gone. */
kg_node kg_turn_node(const struct kg_turn *t, kg_node n);

struct kg_view_column {
	const char *name;
	uint8_t width;	  /* columns of the terminal; the least when it grows */
	bool right;	  /* numbers */
	bool grow;	  /* takes what is left; one a view */
	bool optional;	  /* left out first when the terminal is narrow */
	bool text;	  /* sorted by its text, rising */
	bool number;	  /* rank() is what it says: written to files as it is */
	bool late;	  /* filled by an analysis that may not have ended: sorted anew when it has */
};

/* What a key does in one view alone. */
struct kg_view_key {
	enum kg_action action;
	const char *help;
};

struct kg_view_ops {
	const char *name;
	const char *about;		/* what it shows, for the help */
	const struct kg_view_key *keys; /* what keys do here and not elsewhere; ends with no action. NULL: none */
	enum kg_need needs; /* before there can be rows */
	const struct kg_view_column *columns;
	unsigned int ncolumns;
	uint64_t (*rows)(const struct kg_view *v);
	/** Adds the text of a cell, at most about @width characters. Called from the jobs' thread too. */
	void (*cell)(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb);
	const char *fixed; /* why the rows keep the order they have, NULL: they can be sorted */
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
	/** What a row is, the same whatever else changes: hash of a name, an address; 0: nothing to go by. NULL: the
	 * object of the row, else its place. */
	uint64_t (*key)(const struct kg_view *v, uint64_t row);
	/** The row of an object, KG_ROW_NONE when there is none. NULL: all rows are looked through. */
	uint64_t (*row_of)(const struct kg_view *v, kg_node n);
	/** Views that it is made of, NULL from the first @i on that there is none of. */
	struct kg_view *(*part)(const struct kg_view *v, int i);
	/** The same over the next snapshot; of @v itself only .data may be asked, and nothing of the model that it was
	 * over. *ret stays NULL when what it was about is gone. NULL: a view with a key, made anew */
	struct kg_error *(*again)(const struct kg_view *v, const struct kg_turn *t, struct kg_view **ret);
};

/* One order of the rows. */
struct kg_list_order {
	uint32_t *rows; /* [place] row; NULL: not made yet */
	bool wanted;	/* being made */
	unsigned int known, asked; /* results there when it was made, and when the one being made was begun */
};

struct kg_list {
	uint64_t cursor, top; /* places in the order shown */
	int page;	      /* rows that fit */
	int first_row, left, cols; /* where it was drawn last */
	int lefts[KG_COLUMNS_MAX + 1]; /* where its columns began, and where the last ended */
	int sort;	      /* column, -1: the order that the view has by itself */
	bool reverse;
	struct kg_list_order orders[KG_COLUMNS_MAX];
	struct kg_strbuf filter;
	uint32_t *kept; /* rows that fit, in the order shown */
	uint64_t nkept, kept_cap, scanned;
	struct kg_strbuf search;
	uint64_t search_at, search_left; /* place to look at next, places left; 0: not looking */
	bool search_back, missed; /* missed: the last search found nothing */
	uint64_t *marks; /* bit set by row; NULL: all bits 0 */
	uint64_t nmarks, marks_rows;
	bool inverted;	  /* a bit is a row without a mark */
	uint64_t marking; /* rows of the filter that are still to be marked */
	bool writing; /* rows are being written: an order that comes now comes too late */
	uint64_t hold; /* row, plus 1, that the cursor is to be on once order and filter are there; 0: none */
	uint64_t hold_offset; /* rows of the screen above it */
	_Atomic unsigned int frozen; /* writers that go through the rows: order, filter and marks stay */
};

struct kg_view {
	const struct kg_view_ops *ops;
	struct kg_app *app;
	struct kg_strbuf title;
	struct kg_list list;
	unsigned int pins; /* jobs that use it */
	unsigned int generation; /* of the results it was refreshed with */
	_Atomic bool dead; /* nobody will look at it any more: jobs end early */
	struct kg_kept *kept; /* what a person did to it, until its rows are there again */
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
/** The same of all rows, whatever the filter. */
uint64_t kg_list_ordered(const struct kg_view *v, uint64_t place);
/** Row under the cursor. */
uint64_t kg_list_current(const struct kg_view *v);
/** Moves the cursor to a place and keeps it on the screen. */
void kg_list_move(struct kg_view *v, uint64_t place);
/** The rows are others: orders, filter and marks are made anew. */
void kg_list_reset(struct kg_view *v);
/** @removed rows from @at on went, @inserted came in their place: marks stay with their rows,
 * and those that came are shown whatever the filter. Only for views whose order is fixed. */
void kg_list_splice(struct kg_view *v, uint64_t at, uint64_t removed, uint64_t inserted);
/** Movement, sorting, marks. @return false when the action is none of these */
bool kg_list_action(struct kg_view *v, enum kg_action a);

/* kept.c */
struct kg_kept;
/** What a person did to a view and its parts: cursor, marks, order, filter, search. NULL without memory.
 * Cost: the marked rows */
struct kg_kept *kg_kept_create(const struct kg_view *v);
void kg_kept_destroy(struct kg_kept *k);
/** Does it again to @v, which takes @k: its rows may still have to come. @turn NULL: the heap is the same */
void kg_kept_give(struct kg_view *v, struct kg_kept *k, const struct kg_turn *turn);
/** Its rows may be there now. */
void kg_kept_try(struct kg_view *v);
/** Makes rows anew by @fill, with the cursor, the marks and the rest where they were. */
void kg_list_rebuild(struct kg_view *v, void (*fill)(struct kg_view *v));
/** For .key: hash of a text. */
uint64_t kg_key_of(const char *text);
/** The cursor goes to @row, when the order is there; @offset rows below the top of the screen. */
void kg_list_hold(struct kg_view *v, uint64_t row, uint64_t offset);
/** The cursor is held no more: a person moved it. */
void kg_list_let_go(struct kg_view *v);

/* marks.c */
bool kg_list_marked(const struct kg_view *v, uint64_t row);
/** The first marked row from @row on, in the order of rows, KG_ROW_NONE when there is none.
 * Cost: a word for 64 rows */
uint64_t kg_list_next_marked(const struct kg_view *v, uint64_t row);
void kg_list_mark(struct kg_view *v, uint64_t row, bool on);
/** All rows shown. Cost: O(1) without a filter, else kg_list_work() does it */
void kg_list_mark_all(struct kg_view *v);
void kg_list_mark_none(struct kg_view *v);

/* order.c */
/** Sorts by @column, the other way round when it is sorted by it already; -1: as it was. */
void kg_list_sort(struct kg_view *v, int column);
/** The same; of all but very large tables the order is there afterwards. */
void kg_list_sort_waiting(struct kg_view *v, int column);
/** Makes the order chosen if it is not there, or not with what is known now. */
void kg_list_renew(struct kg_view *v);

/* seek.c */
void kg_list_set_filter(struct kg_view *v, const char *text);
/** The filter begins again. */
void kg_list_refilter(struct kg_view *v);
/** Looks for the next row with @text, @step -1 backward, from the cursor (0: the row itself too). */
void kg_list_search(struct kg_view *v, const char *text, int step);
/** Goes on filtering, searching and marking for @ms milliseconds. @return true when there is more to do */
bool kg_list_work(struct kg_view *v, double ms);

/* table.c */
/** Draws headings and rows. @focus: the cursor is drawn strongly */
void kg_list_draw(struct kg_view *v, struct kg_canvas *c, int top, int left, int height, int width, bool focus);
/** Column whose heading is at @row, @col of the screen, -1 when there is none. */
int kg_list_heading(const struct kg_view *v, int row, int col);

#endif
