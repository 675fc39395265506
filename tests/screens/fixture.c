#include "fixture.h"

#include <stdio.h>

void ok(struct kg_error *err)
{
	if (err)
		print_message("%s\n", err->text);
	assert_null(err);
}

/* An explorer over a heap without objects. */
int set_up(void **state)
{
	struct screen *s = calloc(1, sizeof(*s));
	struct kg_app_options opts = {.target = "core\033[2J.\xff"};

	setlocale(LC_CTYPE, "C.UTF-8");
	s->rt.layout = &s->layout;
	s->rt.image = &s->image;
	s->heap.rt = &s->rt;
	s->heap.image = &s->image;
	s->session.heap = &s->heap;
	s->session.image = &s->image;
	s->session.process = &s->process;
	s->session.runtime = &s->rt;
	s->session.options.threads = 1;
	ok(kg_session_results_create(&s->session));
	ok(kg_model_create_over(&s->session, NULL, &s->model));
	while (!kg_model_finished(s->model))
		;
	opts.model = s->model;
	ok(kg_app_create(&opts, &s->app));
	*state = s;
	return 0;
}

int tear_down(void **state)
{
	struct screen *s = *state;

	if (s->app) /* a new snapshot may have taken the place of the first */
		s->model = kg_app_model(s->app);
	kg_app_destroy(s->app);
	kg_model_destroy(s->model);
	kg_session_results_destroy(&s->session);
	kg_canvas_deinit(&s->canvas);
	kg_strbuf_deinit(&s->text);
	free(s);
	return 0;
}

void press(struct screen *s, int key)
{
	kg_app_input(s->app, (struct kg_input){.key = key});
}

void type(struct screen *s, const char *keys)
{
	for (; *keys; keys++)
		press(s, (unsigned char)*keys);
}

/* Lets everything in the background end, then draws. What a drawing left out for want of time the next one has. */
const char *look(struct screen *s, int cols, int rows)
{
	bool waiting = true;

	ok(kg_canvas_resize(&s->canvas, rows, cols));
	do {
		while (kg_app_tick(s->app, &waiting) || waiting)
			kg_app_draw(s->app, &s->canvas);
		kg_app_draw(s->app, &s->canvas);
	} while (kg_app_tick(s->app, &waiting) || waiting);
	kg_strbuf_reset(&s->text);
	kg_canvas_dump(&s->canvas, &s->text);
	return kg_strbuf_text(&s->text);
}

void shows(struct screen *s, const char *part)
{
	const char *all = look(s, 80, 24);

	if (!strstr(all, part))
		fprintf(stderr, "%s\nlacks: %s\n", all, part); /* longer than cmocka prints */
	assert_non_null(strstr(all, part));
}

/* A table of numbers, as large as one likes, and of the worst names. */
static uint64_t fake_rows(const struct kg_view *v)
{
	return *(const uint64_t *)v->data;
}

static void fake_cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	static const char *const names[] = {"plain",	      "esc\033[31mred",	  "line\nfeed",	    "\xe6\xbc\xa2\xe5\xad\x97",
					    "e\xcc\x81",	      "\xe2\x80\xae" "back", "\xd7\xa9\xd7\x9c", "\xff\xfe\xc0\x80"};

	(void)v;
	(void)width;
	if (column == 0)
		kg_strbuf_printf(sb, "%llu", (unsigned long long)row);
	else if (column == 1)
		kg_strbuf_puts(sb, names[row % KG_ARRAY_SIZE(names)]);
	else
		kg_strbuf_puts(sb, "|");
}

static uint64_t fake_rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	(void)v;
	(void)column;
	return row;
}

static void fake_destroy(struct kg_view *v)
{
	free(v->data);
}

static const struct kg_view_column fake_columns[] = {
	{.name = "ROW", .width = 9, .right = true},
	{.name = "NAME", .width = 12, .grow = true, .text = true},
	{.name = "END", .width = 3},
};

static const struct kg_view_ops fake_ops = {
	.name = "fake",
	.columns = fake_columns,
	.ncolumns = 3,
	.rows = fake_rows,
	.cell = fake_cell,
	.rank = fake_rank,
	.destroy = fake_destroy,
};

struct kg_view *push(struct screen *s, uint64_t rows)
{
	uint64_t *n = malloc(sizeof(*n));
	struct kg_view *v = NULL;

	*n = rows;
	ok(kg_view_create(s->app, &fake_ops, "fake", n, &v));
	kg_app_push(s->app, v, NULL);
	look(s, 80, 24);
	return v;
}
