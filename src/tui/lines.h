/* A view that is lines of text, some of them about an object. */
#ifndef KG_TUI_LINES_H
#define KG_TUI_LINES_H

#include "tui/app.h"

struct kg_line {
	char *text;
	kg_node node;
	enum kg_attr attr;
};

struct kg_lines {
	struct kg_line *items;
	size_t n, cap;
	void (*build)(struct kg_view *v, struct kg_lines *l); /* NULL: stays as it is */
	void *data;
};

/** Adds what @sb holds and empties it. */
void kg_lines_add(struct kg_lines *l, struct kg_strbuf *sb, kg_node node, enum kg_attr attr);
/** Adds @head and @text, the text on as many lines of @cols columns as it takes, each below the one before; 0: on one. */
void kg_lines_wrap(struct kg_lines *l, const char *head, const char *text, int cols, kg_node node, enum kg_attr attr);
/** Adds @text, what does not fit @cols columns on further lines, which begin behind where the first does; 0: on one. */
void kg_lines_fold(struct kg_lines *l, const char *text, int cols, kg_node node, enum kg_attr attr);
/** The members of the object's C struct, or why that is not known. Cost: as kg_heap_struct() */
void kg_lines_struct(struct kg_lines *l, const struct kg_heap *h, kg_node n, int cols);
void kg_lines_clear(struct kg_lines *l);
extern const struct kg_view_column kg_lines_column;

/* Callbacks for a view whose data begins with a struct kg_lines. */
uint64_t kg_lines_rows(const struct kg_view *v);
void kg_lines_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb);
uint64_t kg_lines_rank(const struct kg_view *v, uint64_t row, unsigned int column);
kg_node kg_lines_node(const struct kg_view *v, uint64_t row);
uint64_t kg_lines_key(const struct kg_view *v, uint64_t row);
enum kg_attr kg_lines_attr(const struct kg_view *v, uint64_t row);
bool kg_lines_refresh(struct kg_view *v);
void kg_lines_destroy(struct kg_view *v);

#define KG_LINES_OPS                                                                                                   \
	.columns = &kg_lines_column, .ncolumns = 1, .rows = kg_lines_rows, .cell = kg_lines_cell,                      \
	.rank = kg_lines_rank, .node = kg_lines_node, .attr = kg_lines_attr, .refresh = kg_lines_refresh,              \
	.destroy = kg_lines_destroy, .key = kg_lines_key

/** A view of lines that @build makes, and makes anew with each result. Errors: NOMEM */
struct kg_error *kg_lines_create(struct kg_app *app, const struct kg_view_ops *ops, const char *title,
				 void (*build)(struct kg_view *v, struct kg_lines *l), struct kg_view **ret) KG_MUST_CHECK;

#endif
