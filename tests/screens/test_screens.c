/* Keys in, text of the canvas out: tables over fake rows, no terminal, no core. */
#include "fixture.h"

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

/* The line that is typed: a caret, and what was answered before. */
static void lines_are_edited(void **state)
{
	struct screen *s = *state;

	push(s, 20);
	type(s, "/plain\n/esc\n/");
	shows(s, "search: _");
	press(s, KG_KEY_UP);
	shows(s, "search: esc_");
	press(s, KG_KEY_UP);
	press(s, KG_KEY_UP);
	shows(s, "search: plain_");
	press(s, KG_KEY_DOWN);
	press(s, KG_KEY_DOWN);
	shows(s, "search: _");
	type(s, "a\xc3\xa9");
	press(s, KG_KEY_ESC);
	type(s, ":one two");
	press(s, 23); /* Ctrl-W */
	shows(s, ":one _");
	press(s, KG_KEY_HOME);
	press(s, 0xe9);
	press(s, KG_KEY_RIGHT);
	press(s, KG_KEY_DELETE);
	shows(s, ":\xc3\xa9" "oe\n");
	press(s, KG_KEY_LEFT);
	press(s, KG_KEY_LEFT);
	press(s, KG_KEY_BACKSPACE);
	press(s, KG_KEY_DELETE);
	press(s, 11); /* Ctrl-K */
	shows(s, ":_");
	for (int i = 0; i < 30; i++)
		type(s, "0123456789");
	type(s, "end");
	shows(s, "6789end_");
	press(s, KG_KEY_HOME);
	shows(s, ":0123456789");
	press(s, KG_KEY_ESC);
}

static void keys_are_rebound(void **state)
{
	struct kg_keymap m;
	struct kg_strbuf complaint = {0};

	(void)state;
	kg_keymap_init(&m);
	kg_keymap_read(&m, "# mine\nbind Ctrl-W why\nbind F5 redraw\nbind q nothing\nbind w down\nbind \xc3\xa9 up\n"
			   "bind F99 up\nbind Delete back", "/rc", &complaint);
	assert_int_equal(kg_keymap_action(&m, 23), KG_DO_WHY);
	assert_int_equal(kg_keymap_action(&m, KG_KEY_F(5)), KG_DO_REDRAW);
	assert_int_equal(kg_keymap_action(&m, 'w'), KG_DO_DOWN);
	assert_int_equal(kg_keymap_action(&m, 0xe9), KG_DO_UP);
	assert_int_equal(kg_keymap_action(&m, KG_KEY_DELETE), KG_DO_BACK);
	assert_string_equal(kg_strbuf_text(&complaint), "/rc:4: no such action; ? lists them (and 1 more)");
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
		cmocka_unit_test_setup_teardown(lines_are_edited, set_up, tear_down),
		cmocka_unit_test(keys_are_rebound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
