/* Keys in, text of the canvas out: tables over fake rows, no terminal, no core. */
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

static void ok(struct kg_error *err)
{
	if (err)
		print_message("%s\n", err->text);
	assert_null(err);
}

/* An explorer over a heap without objects. */
static int set_up(void **state)
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
	ok(kg_model_create_over(&s->session, &s->model));
	while (!kg_model_finished(s->model))
		;
	opts.model = s->model;
	ok(kg_app_create(&opts, &s->app));
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct screen *s = *state;

	kg_app_destroy(s->app);
	kg_model_destroy(s->model);
	kg_canvas_deinit(&s->canvas);
	kg_strbuf_deinit(&s->text);
	free(s);
	return 0;
}

static void press(struct screen *s, int key)
{
	kg_app_input(s->app, (struct kg_input){.key = key});
}

static void type(struct screen *s, const char *keys)
{
	for (; *keys; keys++)
		press(s, (unsigned char)*keys);
}

/* Lets everything in the background end, then draws. */
static const char *look(struct screen *s, int cols, int rows)
{
	bool waiting = true;

	while (kg_app_tick(s->app, &waiting) || waiting)
		;
	ok(kg_canvas_resize(&s->canvas, rows, cols));
	kg_app_draw(s->app, &s->canvas);
	kg_strbuf_reset(&s->text);
	kg_canvas_dump(&s->canvas, &s->text);
	return kg_strbuf_text(&s->text);
}

static void shows(struct screen *s, const char *part)
{
	const char *all = look(s, 80, 24);

	if (!strstr(all, part))
		print_message("%s\nlacks: %s\n", all, part);
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

static struct kg_view *push(struct screen *s, uint64_t rows)
{
	uint64_t *n = malloc(sizeof(*n));
	struct kg_view *v = NULL;

	*n = rows;
	ok(kg_view_create(s->app, &fake_ops, "fake", n, &v));
	kg_app_push(s->app, v, NULL);
	look(s, 80, 24);
	return v;
}

/* The last column stands in the same place in each row, whatever the name before it is. */
static void hostile_names_keep_columns(void **state)
{
	struct screen *s = *state;
	const int widths[] = {60, 80, 300};

	push(s, 8);
	for (size_t w = 0; w < KG_ARRAY_SIZE(widths); w++) {
		const char *text = look(s, widths[w], 16);

		assert_null(strpbrk(text, "\033\r\t\xff"));
		assert_null(strstr(text, "\xe2\x80\xae"));
		assert_null(strstr(text, "\xd7\xa9"));
		for (int row = 2; row < 10; row++)
			assert_int_equal(s->canvas.cells[row * s->canvas.cols + widths[w] - 3].ch, '|');
	}
}

static void golden_screen(void **state)
{
	struct screen *s = *state;

	push(s, 3);
	assert_string_equal(look(s, 60, 7), "kedge core\\x1b[2J.\\xff ▸ overview ▸ fake\n"
					    "      ROW NAME                                           END\n"
					    "        0 plain                                          |\n"
					    "        1 esc\\x1b[31mred                                 |\n"
					    "        2 line\\x0afeed                                   |\n"
					    "\n"
					    "? help  Tab view  / search  g go  w why  q back          1/3\n");
}

static void cut_text_ends_in_an_ellipsis(void **state)
{
	struct screen *s = *state;
	char *garbage = malloc(40001);
	struct kg_strbuf sb = {0};

	for (int i = 0; i < 40000; i++)
		garbage[i] = (char)(1 + (i * 7919) % 255);
	garbage[40000] = '\0';
	ok(kg_canvas_resize(&s->canvas, 1, 40));
	assert_int_equal(kg_canvas_text(&s->canvas, 0, 0, 40, KG_ATTR_NORMAL, garbage), 40);
	kg_canvas_clear(&s->canvas);
	assert_int_equal(kg_canvas_text(&s->canvas, 0, 0, 5, KG_ATTR_NORMAL, "漢字漢字"), 5);
	kg_canvas_dump(&s->canvas, &sb);
	assert_string_equal(kg_strbuf_text(&sb), "漢字…\n");
	kg_strbuf_deinit(&sb);
	free(garbage);
}

static void movement_over_many_rows(void **state)
{
	struct screen *s = *state;
	struct kg_view *v = push(s, MANY);

	press(s, KG_KEY_END);
	shows(s, "50,000,000/50,000,000");
	press(s, 'k');
	assert_int_equal(v->list.cursor, MANY - 2);
	press(s, KG_KEY_PAGE_UP);
	assert_int_equal(v->list.cursor, MANY - 2 - 21);
	type(s, "s");
	shows(s, " 49999999 ");
	assert_int_equal(v->list.cursor, 0);
	type(s, "+");
	shows(s, "marked 50,000,000");
	type(s, "-jj ");
	assert_true(kg_list_marked(v, MANY - 3));
	assert_int_equal(v->list.nmarks, 1);
}

static void filter_search_and_sort(void **state)
{
	struct screen *s = *state;
	struct kg_view *v = push(s, 20000);

	type(s, "\\ESC\n");
	shows(s, "1/2,500 with \"ESC\"");
	type(s, ">");
	look(s, 80, 24);
	assert_int_equal(kg_list_row(v, 0), 19993);
	type(s, "\\\n");
	shows(s, "1/20,000");
	type(s, "/1234");
	look(s, 80, 24);
	assert_int_equal(kg_list_current(v), 12349);
	press(s, '\n');
	type(s, "n");
	look(s, 80, 24);
	assert_int_equal(kg_list_current(v), 12348);
	type(s, "/nosuch\n");
	shows(s, "nosuch: not found");
}

static void views_of_an_empty_heap(void **state)
{
	struct screen *s = *state;
	static const char keys[] = "12345678990?";

	for (size_t i = 0; keys[i]; i++) {
		type(s, (char[]){keys[i], 0});
		look(s, 60, 16);
		look(s, 300, 100);
		for (int a = KG_DO_UP; a <= KG_DO_ENTER; a++)
			press(s, kg_app_keymap(s->app)->keys[a][0]);
		type(s, "jk<>s +-nNwcxyYG");
		look(s, 80, 24);
	}
	type(s, "b");
	shows(s, "no object here");
	type(s, "g0x10\n");
	shows(s, "no object there");
	type(s, "gnothing.here\n");
	shows(s, "no such address, type or path");
}

static void back_and_forward(void **state)
{
	struct screen *s = *state;

	type(s, "2");
	shows(s, "overview ▸ types");
	type(s, "q");
	assert_null(strstr(look(s, 80, 24), "▸ types"));
	type(s, "f");
	shows(s, "overview ▸ types");
	type(s, "\t");
	shows(s, "▸ objects");
	type(s, "qqq");
	assert_true(kg_app_quitting(s->app));
}

static void keys_are_rebound(void **state)
{
	struct kg_keymap m;
	struct kg_strbuf complaint = {0};

	(void)state;
	kg_keymap_init(&m);
	kg_keymap_read(&m, "# mine\nbind Ctrl-W why\nbind F5 redraw\nbind q nothing\nbind w down\n", &complaint);
	assert_int_equal(kg_keymap_action(&m, 23), KG_DO_WHY);
	assert_int_equal(kg_keymap_action(&m, KG_KEY_F(5)), KG_DO_REDRAW);
	assert_int_equal(kg_keymap_action(&m, 'w'), KG_DO_DOWN);
	assert_non_null(strstr(kg_strbuf_text(&complaint), "line 4"));
	kg_strbuf_deinit(&complaint);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hostile_names_keep_columns, set_up, tear_down),
		cmocka_unit_test_setup_teardown(golden_screen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(cut_text_ends_in_an_ellipsis, set_up, tear_down),
		cmocka_unit_test_setup_teardown(movement_over_many_rows, set_up, tear_down),
		cmocka_unit_test_setup_teardown(filter_search_and_sort, set_up, tear_down),
		cmocka_unit_test_setup_teardown(views_of_an_empty_heap, set_up, tear_down),
		cmocka_unit_test_setup_teardown(back_and_forward, set_up, tear_down),
		cmocka_unit_test(keys_are_rebound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
