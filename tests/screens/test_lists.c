/* Orders, filters and marks against what a simple program would say. */
#include "fixture.h"

#include <unistd.h>

static uint64_t rows_of(const struct kg_view *v)
{
	return *(const uint64_t *)v->data;
}

static uint64_t mixed(uint64_t row)
{
	return row * UINT64_C(0x9e3779b97f4a7c15) >> 20;
}

/* Small numbers with many equal ones, numbers of 64 bits, texts that share long beginnings. */
static uint64_t rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	(void)v;
	return column == 0 ? mixed(row) % 100 + 5 : row * UINT64_C(0x9e3779b97f4a7c15);
}

static void cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	static const char *const fronts[] = {"", "a", "collections.", "collections.abc.a long name that differs late "};

	(void)width;
	if (column < 2)
		kg_strbuf_printf(sb, "%llu", (unsigned long long)rank(v, row, column));
	else
		kg_strbuf_printf(sb, "%s%llu", fronts[mixed(row) % 4], (unsigned long long)(mixed(row) / 4 % 50));
}

static void free_data(struct kg_view *v)
{
	free(v->data);
}

static const struct kg_view_column columns[] = {{.name = "SMALL", .width = 9, .right = true},
						{.name = "LARGE", .width = 20, .right = true},
						{.name = "TEXT", .width = 12, .grow = true, .text = true}};
static const struct kg_view_ops ops = {.name = "mixed", .columns = columns, .ncolumns = 3, .rows = rows_of,
				       .cell = cell,   .rank = rank,	    .destroy = free_data};

static struct kg_view *push_mixed(struct screen *s, uint64_t rows)
{
	uint64_t *n = malloc(sizeof(*n));
	struct kg_view *v = NULL;

	*n = rows;
	ok(kg_view_create(s->app, &ops, "mixed", n, &v));
	kg_app_push(s->app, v, NULL);
	look(s, 80, 24);
	return v;
}

/* @return whether row @a may stand before @b */
static bool in_order(const struct kg_view *v, unsigned int column, uint64_t a, uint64_t b)
{
	struct kg_strbuf x = {0}, y = {0};
	int names;

	if (column < 2)
		return rank(v, a, column) != rank(v, b, column) ? rank(v, a, column) > rank(v, b, column) : a < b;
	cell(v, a, column, 200, &x);
	cell(v, b, column, 200, &y);
	names = strcmp(kg_strbuf_text(&x), kg_strbuf_text(&y));
	kg_strbuf_deinit(&x);
	kg_strbuf_deinit(&y);
	return names ? names < 0 : a < b;
}

static void every_column_sorts(void **state)
{
	static const uint64_t sizes[] = {0, 1, 2, 400, 3000, 60000};
	struct screen *s = *state;

	for (size_t i = 0; i < KG_ARRAY_SIZE(sizes); i++) {
		struct kg_view *v = push_mixed(s, sizes[i]);

		for (unsigned int column = 0; column < 3; column++) {
			uint64_t seen = 0;

			type(s, ">");
			look(s, 80, 24);
			assert_int_equal(v->list.sort, (int)column);
			for (uint64_t place = 0; place < sizes[i]; place++) {
				seen += kg_list_row(v, place);
				if (place > 0)
					assert_true(in_order(v, column, kg_list_row(v, place - 1), kg_list_row(v, place)));
			}
			assert_int_equal(seen, sizes[i] ? sizes[i] * (sizes[i] - 1) / 2 : 0);
		}
	}
}

/* A click on a heading sorts by it, another one the other way round. */
static void headings_are_clicked(void **state)
{
	struct screen *s = *state;
	struct kg_view *v = push_mixed(s, 1000);

	kg_app_input(s->app, (struct kg_input){.key = KG_KEY_CLICK, .row = 1, .col = 40});
	shows(s, "TEXT▲");
	assert_int_equal(v->list.sort, 2);
	kg_app_input(s->app, (struct kg_input){.key = KG_KEY_CLICK, .row = 1, .col = 40});
	shows(s, "TEXT▼");
	kg_app_input(s->app, (struct kg_input){.key = KG_KEY_CLICK, .row = 1, .col = 2});
	shows(s, "SMALL▼");
	assert_int_equal(v->list.sort, 0);
	kg_app_input(s->app, (struct kg_input){.key = KG_KEY_CLICK, .row = 5, .col = 2});
	assert_int_equal(v->list.cursor, 3);
}

/* A view that is left while it is sorted goes away when the sort has ended. */
static void left_while_sorted(void **state)
{
	struct screen *s = *state;

	push_mixed(s, 300000);
	type(s, ">>>");
	type(s, "q2");
	shows(s, "▸ types");
}

static uint64_t count_marked(const struct kg_view *v)
{
	uint64_t n = 0;

	for (uint64_t row = kg_list_next_marked(v, 0); row != KG_ROW_NONE; row = kg_list_next_marked(v, row + 1)) {
		assert_true(kg_list_marked(v, row));
		n++;
	}
	return n;
}

static void marks_of_all_and_of_some(void **state)
{
	struct screen *s = *state;
	struct kg_view *v = push_mixed(s, 10000);
	uint64_t fit = 0;

	type(s, "+");
	assert_int_equal(count_marked(v), 10000);
	type(s, "jj  "); /* two of them lose theirs */
	assert_int_equal(v->list.nmarks, 9998);
	assert_int_equal(count_marked(v), 9998);
	assert_false(kg_list_marked(v, 2));
	type(s, "-");
	assert_int_equal(count_marked(v), 0);
	type(s, "\\abc.\n+");
	look(s, 80, 24);
	for (uint64_t row = 0; row < 10000; row++) {
		fit += mixed(row) % 4 == 3;
		assert_int_equal(kg_list_marked(v, row), mixed(row) % 4 == 3);
	}
	assert_int_equal(v->list.nmarks, fit);
	assert_int_equal(count_marked(v), fit);
	type(s, "\\\n");
	shows(s, "1/10,000, marked");
}

/* What a search is asked while the filter is still looking counts for all that the filter finds. */
static void search_waits_for_the_filter(void **state)
{
	struct screen *s = *state;
	struct kg_view *v = push(s, 300000);

	type(s, "\\plain\n/299992\n");
	look(s, 80, 24);
	assert_int_equal(kg_list_current(v), 299992);
	type(s, "/nosuch\n");
	shows(s, "nosuch: not found");
}

/* The bytes of a file, which goes away; NULL when there is none. */
static char *take(const char *path)
{
	char *text = calloc(1, 1 << 20);
	FILE *f = fopen(path, "r");

	if (!f) {
		free(text);
		return NULL;
	}
	assert_true(fread(text, 1, (1 << 20) - 1, f) < (1 << 20) - 1);
	fclose(f);
	unlink(path);
	return text;
}

static void expect_file(const char *path, const char *text)
{
	char *got = take(path);

	assert_non_null(got);
	assert_string_equal(got, text);
	free(got);
}

/* E writes what is shown, as it is shown, and never over a file. */
static void tables_are_written(void **state)
{
	struct screen *s = *state;
	char dir[] = "/tmp/kedge-test.XXXXXX", *got;

	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	push(s, 3);
	type(s, "E");
	shows(s, "file (.csv or .json): kedge-fake.csv_");
	type(s, "\n");
	shows(s, "written: kedge-fake.csv, 3 rows");
	type(s, "E\n");
	shows(s, "written: kedge-fake-2.csv, 3 rows");
	got = take("kedge-fake-2.csv");
	expect_file("kedge-fake.csv", got);
	assert_string_equal(got, "\"row\",\"name\",\"end\"\n0,\"plain\",\"|\"\n1,\"esc\033[31mred\",\"|\"\n2,\"line\nfeed\",\"|\"\n");
	free(got);
	type(s, "s  E\025some.json\n"); /* Ctrl-U */
	shows(s, "written: some.json, 2 rows");
	expect_file("some.json", "[\n{\"row\":2,\"name\":\"line\\nfeed\",\"end\":\"|\"}\n"
				 ",{\"row\":1,\"name\":\"esc\\u001B[31mred\",\"end\":\"|\"}\n]\n");
	type(s, "E"); /* the ending is remembered */
	shows(s, "kedge-fake.json_");
	type(s, "\025some.txt\n");
	shows(s, "ends in .csv or .json is expected");
	type(s, "E\025/nosuch/x.csv\n");
	shows(s, "/nosuch/x.csv: No such file");
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(rmdir(dir), 0);
}

/* While it is written the table stays as it is; E stops it, and leaves nothing behind. */
static void writing_can_be_stopped(void **state)
{
	struct screen *s = *state;
	char dir[] = "/tmp/kedge-test.XXXXXX";
	struct kg_view *v;
	bool waiting;

	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	v = push(s, MANY);
	type(s, "E\n");
	kg_app_tick(s->app, &waiting);
	assert_int_equal(access("kedge-fake.csv", F_OK), 0);
	type(s, ">");
	assert_int_equal(v->list.sort, -1);
	type(s, "E");
	shows(s, "stopped: kedge-fake.csv is not written");
	assert_int_equal(access("kedge-fake.csv", F_OK), -1);
	type(s, ">E\n");
	kg_app_tick(s->app, &waiting);
	type(s, "q"); /* it goes on without its view, until the explorer ends */
	kg_app_tick(s->app, &waiting);
	kg_app_stop_writing(s->app);
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_column_sorts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(headings_are_clicked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(left_while_sorted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(marks_of_all_and_of_some, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tables_are_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(writing_can_be_stopped, set_up, tear_down),
		cmocka_unit_test_setup_teardown(search_waits_for_the_filter, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
