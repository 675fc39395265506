/* Every key of the table, asserted over the core that core.sh takes, and pressed in every view. */
#include "config.h" /* first: strcasestr() */

#include "fixture.h"

#include <unistd.h>

#include "report/dot.h"

static struct kg_session *session;
static bool asserted[KG_DO_COUNT]; /* actions whose effect some test has looked at */

static struct kg_error *command(void *arg, const struct kg_session *s, const char *line, FILE *out)
{
	(void)arg;
	(void)s;
	fprintf(out, "asked: %s\n", line);
	return NULL;
}

static int open_session(void **state)
{
	struct kg_session_options opts = {.target = getenv("KEDGE_TEST_CORE"), .quiet = true, .threads = 1};

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	ok(kg_session_create(&opts, &session));
	return 0;
}

static int close_session(void **state)
{
	(void)state;
	kg_session_destroy(session);
	return 0;
}

/* The same snapshot again, as a new one. */
static struct kg_error *next(void *arg, const struct kg_model *before, struct kg_model **ret)
{
	(void)arg;
	return kg_model_create_over(session, before, ret);
}

static struct screen *start(const char *kedgerc)
{
	struct screen *s = calloc(1, sizeof(*s));
	struct kg_app_options opts = {.target = "core", .state_dir = "state", .command = command, .kedgerc = kedgerc,
				      .kedgerc_name = "kedgerc", .next = next};

	ok(kg_model_create_over(session, NULL, &s->model));
	while (!kg_model_finished(s->model))
		usleep(1000);
	opts.model = s->model;
	ok(kg_app_create(&opts, &s->app));
	look(s, 80, 24);
	return s;
}

static int start_app(void **state)
{
	*state = start(NULL);
	return 0;
}

static struct kg_view *view(struct screen *s)
{
	return kg_app_top(s->app);
}

/* Presses the key of an action, whose effect is asserted next. */
static void act(struct screen *s, enum kg_action a)
{
	asserted[a] = true;
	press(s, kg_app_keymap(s->app)->keys[a][0]);
}

static bool on_screen(struct screen *s, const char *part)
{
	return strstr(look(s, 80, 24), part) != NULL;
}

/* A cell of the row under the cursor. */
static const char *cell(struct screen *s, unsigned int column)
{
	const struct kg_view *v = view(s);

	kg_strbuf_reset(&s->text);
	assert_int_not_equal(kg_list_current(v), KG_ROW_NONE);
	v->ops->cell(v, kg_list_current(v), column, 200, &s->text);
	return kg_strbuf_text(&s->text);
}

static void moving(void **state)
{
	struct screen *s = *state;
	struct kg_list *l;

	type(s, "3");
	look(s, 80, 24);
	l = &view(s)->list;
	act(s, KG_DO_DOWN);
	act(s, KG_DO_DOWN);
	assert_int_equal(l->cursor, 2);
	act(s, KG_DO_UP);
	assert_int_equal(l->cursor, 1);
	act(s, KG_DO_PAGE_DOWN);
	assert_int_equal(l->cursor, 1 + l->page);
	act(s, KG_DO_PAGE_UP);
	assert_int_equal(l->cursor, 1);
	act(s, KG_DO_END);
	assert_int_equal(l->cursor, session->heap->nodes - 1);
	act(s, KG_DO_HOME);
	assert_int_equal(l->cursor, 0);
}

static void views_by_key(void **state)
{
	static const char *const titles[] = {"overview", "types", "objects", "dominators", "buffers", "garbage",
					     "threads", "roots", "memory map", "bookmarks"};
	static const char *const parts[] = {"CPython 3.11", "OBJECTS", "ADDRESS", "RETAINED", "KEPT BY", "FREES",
					    "<module>", "ROOT", "MODULE", "no bookmarks"};
	struct screen *s = *state;

	for (size_t i = 0; i < KG_ARRAY_SIZE(titles); i++) {
		char title[40];

		act(s, (enum kg_action)(KG_DO_VIEW_OVERVIEW + i));
		snprintf(title, sizeof(title), "▸ %s", titles[i]);
		shows(s, title);
		shows(s, parts[i]);
	}
	act(s, KG_DO_PREVIOUS);
	assert_string_equal(view(s)->ops->name, "memory");
	act(s, KG_DO_NEXT);
	assert_string_equal(view(s)->ops->name, "bookmarks");
	act(s, KG_DO_NEXT);
	assert_string_equal(view(s)->ops->name, "overview");
	act(s, KG_DO_BACK);
	assert_string_equal(view(s)->ops->name, "bookmarks");
	act(s, KG_DO_FORWARD);
	assert_string_equal(view(s)->ops->name, "overview");
	act(s, KG_DO_FORWARD);
	shows(s, "nothing to go forward to");
	type(s, "5");
	act(s, KG_DO_HELP);
	shows(s, "Large contents: arrays, bytes, strings.");
	shows(s, "keys of every view");
	type(s, "q4?");
	shows(s, "unfold the branch");
	assert_false(on_screen(s, "bytes of the object, and back"));
}

static void searching_and_filtering(void **state)
{
	struct screen *s = *state;
	uint64_t first, all;

	type(s, "2");
	look(s, 80, 24);
	all = kg_list_shown(view(s));
	act(s, KG_DO_SEARCH);
	type(s, "DESCR");
	look(s, 80, 24);
	assert_non_null(strcasestr(cell(s, 5), "descr"));
	first = kg_list_current(view(s));
	type(s, "\n");
	act(s, KG_DO_SEARCH_NEXT);
	look(s, 80, 24);
	assert_int_not_equal(kg_list_current(view(s)), first);
	assert_non_null(strcasestr(cell(s, 5), "descr"));
	act(s, KG_DO_SEARCH_PREVIOUS);
	look(s, 80, 24);
	assert_int_equal(kg_list_current(view(s)), first);
	type(s, "G/nosuchtype");
	shows(s, "search: nosuchtype_ not found");
	press(s, 21);
	type(s, "x");
	press(s, KG_KEY_ESC); /* the cursor is where it was before */
	look(s, 80, 24);
	assert_int_equal(view(s)->list.cursor, all - 1);
	act(s, KG_DO_FILTER);
	type(s, "bytea\n");
	shows(s, "1/1 with \"bytea\"");
	type(s, "\\\n");
	look(s, 80, 24);
	assert_int_equal(kg_list_shown(view(s)), all);
}

static void sorting(void **state)
{
	struct screen *s = *state;
	char first[100];

	type(s, "2");
	act(s, KG_DO_SORT_RIGHT);
	shows(s, "OBJECTS▼");
	assert_true(view(s)->ops->rank(view(s), kg_list_row(view(s), 0), 0) >= view(s)->ops->rank(view(s), kg_list_row(view(s), 1), 0));
	act(s, KG_DO_SORT_LEFT);
	act(s, KG_DO_SORT_LEFT);
	shows(s, "TYPE▲");
	snprintf(first, sizeof(first), "%s", cell(s, 5));
	type(s, "j");
	assert_true(strcmp(first, cell(s, 5)) < 0);
	act(s, KG_DO_REVERSE);
	shows(s, "TYPE▼");
	type(s, "4>");
	shows(s, "a tree keeps its order");
}

static void marking(void **state)
{
	struct screen *s = *state;
	char text[200];

	type(s, "3");
	look(s, 80, 24);
	act(s, KG_DO_MARK);
	assert_true(kg_list_marked(view(s), 0));
	assert_int_equal(view(s)->list.cursor, 1);
	act(s, KG_DO_MARK);
	act(s, KG_DO_COPY);
	snprintf(text, sizeof(text), "0x%llx\n0x%llx", (unsigned long long)kg_heap_addr(session->heap, 0),
		 (unsigned long long)kg_heap_addr(session->heap, 1));
	assert_string_equal(kg_app_clipboard(s->app), text);
	assert_null(kg_app_clipboard(s->app));
	shows(s, "copied: 2 of 2 marked rows");
	type(s, "w");
	snprintf(text, sizeof(text), "asked: why 0x%llx 0x%llx", (unsigned long long)kg_heap_addr(session->heap, 0),
		 (unsigned long long)kg_heap_addr(session->heap, 1));
	shows(s, text);
	type(s, "q");
	act(s, KG_DO_COMPARE);
	shows(s, "2 compared,");
	assert_int_equal(kg_list_shown(view(s)), 2);
	type(s, "q");
	act(s, KG_DO_MARK_ALL);
	assert_int_equal(view(s)->list.nmarks, session->heap->nodes);
	act(s, KG_DO_MARK_NONE);
	assert_int_equal(view(s)->list.nmarks, 0);
	act(s, KG_DO_COMPARE);
	shows(s, "mark objects to compare");
}

static void one_object(void **state)
{
	struct screen *s = *state;
	kg_node reg;

	act(s, KG_DO_GO);
	type(s, "app.REG\n");
	shows(s, "kept by sys.modules['app'].REG");
	shows(s, "['key'] = list list(1)");
	reg = kg_app_top(s->app)->ops->subject(kg_app_top(s->app));
	act(s, KG_DO_COPY_PATH);
	assert_string_equal(kg_app_clipboard(s->app), "sys.modules['app'].REG");
	act(s, KG_DO_HEX);
	shows(s, "+0000 ");
	act(s, KG_DO_HEX);
	act(s, KG_DO_WHY);
	shows(s, "asked: why 0x");
	type(s, "q");
	act(s, KG_DO_RIGHT); /* the column of the referents, its first row */
	type(s, "/list\n");
	look(s, 80, 24);
	act(s, KG_DO_RIGHT);
	shows(s, "▸ list 0x");
	assert_int_not_equal(view(s)->ops->subject(view(s)), reg);
	act(s, KG_DO_LEFT);
	act(s, KG_DO_LEFT);
	act(s, KG_DO_LEFT); /* from the referents by the middle to the referrers, and into the first of them */
	look(s, 80, 24);
	assert_int_equal(view(s)->ops->subject(view(s)), reg);
	type(s, "gapp.VIEW\n");
	shows(s, "shared    with 12 other views");
	act(s, KG_DO_VIEWS);
	shows(s, "▸ views of bytearray 0x");
	type(s, "q");
	act(s, KG_DO_STRUCT);
	shows(s, "C struct PyMemoryViewObject, ");
	act(s, KG_DO_STRUCT);
	shows(s, "shared    with 12 other views");
	type(s, "gbytearray\n");
	shows(s, "▸ bytearray");
	assert_true(kg_list_shown(view(s)) > 3000);
	act(s, KG_DO_ENTER);
	shows(s, "▸ bytearray 0x");
	type(s, "g0x1\n");
	shows(s, "0x1: no object there");
	type(s, "gno.such.path\n");
	shows(s, "no such address, type or path");
}

static void garbage(void **state)
{
	struct screen *s = *state;

	type(s, "gLoop\n");
	look(s, 80, 24);
	act(s, KG_DO_CYCLE);
	shows(s, "▸ garbage group 1");
	type(s, "gbytearray\n");
	look(s, 80, 24);
	type(s, ">>"); /* by bytes, the second is what the garbage holds */
	look(s, 80, 24);
	type(s, "jc");
	shows(s, "▸ garbage group 1");
	type(s, "gapp\nc");
	shows(s, "in no garbage group");
}

static void commands(void **state)
{
	struct screen *s = *state;

	act(s, KG_DO_COMMAND);
	type(s, "summary --x\n");
	shows(s, "asked: summary --x");
}

static void bookmarks_are_kept(void **state)
{
	struct screen *s = *state, *again;

	type(s, "gapp.REG\n");
	look(s, 80, 24);
	act(s, KG_DO_BOOKMARK);
	type(s, "the \x7f registry\n"); /* DEL takes the blank back */
	shows(s, "bookmarked 0x");
	tear_down((void **)&s);
	again = start(NULL);
	*state = again;
	type(again, "0");
	shows(again, "  dict  the registry");
	press(again, KG_KEY_ENTER);
	shows(again, "bookmark  the registry");
	type(again, "b");
	shows(again, "note: the registry_");
	type(again, " of all\n0");
	shows(again, "  dict  the registry of all");
	act(again, KG_DO_DELETE);
	shows(again, "no bookmarks");
	type(again, "q1");
	act(again, KG_DO_DELETE);
	shows(again, "nothing to do here");
}

static char *read_file(const char *path)
{
	char *text = calloc(1, 1 << 20);
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 20) - 1, f) > 0);
	fclose(f);
	unlink(path);
	return text;
}

static void has(const char *path, const char *part)
{
	char *text = read_file(path);

	if (!strstr(text, part))
		print_message("%s lacks %s:\n%s\n", path, part, text);
	assert_non_null(strstr(text, part));
	free(text);
}

static void files(void **state)
{
	struct screen *s = *state;
	struct kg_error *err;

	type(s, "2");
	act(s, KG_DO_EXPORT);
	type(s, "\n");
	shows(s, "written: kedge-types.csv");
	has("kedge-types.csv", "\"bytearray\"\n");
	type(s, "gapp.REG\n");
	look(s, 80, 24);
	err = kg_report_dot_available();
	if (err) {
		kg_error_destroy(err);
		print_message("built without graphviz\n");
		asserted[KG_DO_DOT] = true;
		return;
	}
	act(s, KG_DO_DOT);
	shows(s, "both 1 kedge-dict-0x");
	type(s, "\025path r.dot\n");
	shows(s, "written: r.dot, 2 objects");
	has("r.dot", "label=\"dict 0x");
	type(s, "e");
	shows(s, "path kedge-dict-0x");
	type(s, "\025from 2 r.svg\n");
	shows(s, "written: r.svg,");
	has("r.svg", "<svg");
	type(s, "e\025from 1 two names\n");
	shows(s, "no blanks");
	type(s, "e\025cycle r.dot\n");
	shows(s, "in no garbage group");
	type(s, "gLoop\n");
	look(s, 80, 24);
	type(s, "e\025cycle c.dot\n");
	shows(s, "written: c.dot,");
	has("c.dot", "Loop");
}

static void wide_and_filtered_tree(void **state)
{
	static const char *const steps[] = {"<module 'app'>", "dict dict(11)", "<__main__.Wide", "list(3000)"};
	struct screen *s = *state;
	uint64_t shown;

	type(s, "4");
	look(s, 80, 24);
	for (size_t i = 0; i < KG_ARRAY_SIZE(steps); i++) {
		type(s, "/");
		type(s, steps[i]);
		type(s, "\n");
		look(s, 80, 24);
		if (!strstr(cell(s, 3), steps[i]))
			fprintf(stderr, "%s\n", look(s, 80, 24));
		assert_non_null(strstr(cell(s, 3), steps[i]));
		type(s, "l");
		look(s, 80, 24);
	}
	shows(s, "▾ list list(3000)");
	type(s, "j ");
	assert_int_equal(view(s)->list.nmarks, 1);
	type(s, "/2,000 more\n");
	shows(s, "… 2,000 more; Enter shows them");
	press(s, KG_KEY_ENTER);
	look(s, 80, 24);
	type(s, "/1,000 more\n");
	shows(s, "… 1,000 more; Enter shows them");
	type(s, "l/1,000 more\n");
	shows(s, "not found");
	assert_int_equal(view(s)->list.nmarks, 1);
	type(s, "\\Wide\n");
	look(s, 80, 24);
	shown = kg_list_shown(view(s));
	for (uint64_t i = 0; i < shown; i++) {
		kg_list_move(view(s), i);
		if (strstr(cell(s, 3), "▾") && strstr(cell(s, 3), "Wide"))
			break;
	}
	assert_non_null(strstr(cell(s, 3), "▾"));
	type(s, "h"); /* folds under the filter */
	look(s, 80, 24);
	assert_int_equal(kg_list_shown(view(s)), shown);
	assert_int_equal(view(s)->list.nmarks, 0);
	type(s, "l");
	look(s, 80, 24);
	assert_int_equal(kg_list_shown(view(s)), shown + 1);
}

static void terminal_asked(void **state)
{
	struct screen *s = *state;

	act(s, KG_DO_CANCEL);
	shows(s, "nothing runs in the background");
	act(s, KG_DO_SINCE);
	shows(s, "there is one snapshot only");
	act(s, KG_DO_REDRAW);
	assert_true(kg_app_wants_redraw(s->app));
	assert_false(kg_app_wants_redraw(s->app));
	act(s, KG_DO_SUSPEND);
	assert_true(kg_app_wants_suspend(s->app));
	assert_false(kg_app_wants_suspend(s->app));
	assert_false(kg_app_quitting(s->app));
	act(s, KG_DO_QUIT);
	assert_true(kg_app_quitting(s->app));
}

/* Does R, and waits until the new snapshot is shown. */
static void refresh(struct screen *s)
{
	struct kg_model *before = kg_app_model(s->app);

	act(s, KG_DO_RESUME);
	while (kg_app_model(s->app) == before) {
		look(s, 80, 24);
		usleep(1000);
	}
	s->model = kg_app_model(s->app);
	shows(s, "stood still 0.000 s; 0 B, 0 new, 0 gone");
}

static void keep(struct screen *s, char **ret)
{
	*ret = strdup(look(s, 80, 24));
	strrchr(*ret, '?')[0] = '\0'; /* the line below tells of the snapshot */
}

static void same(struct screen *s, const char *title, char *before)
{
	char *now;

	press(s, KG_KEY_NONE);
	keep(s, &now);
	if (strcmp(now, before) != 0)
		fprintf(stderr, "%s:\n%s\nbecame\n%s\n", title, before, now);
	assert_string_equal(now, before);
	free(now);
}

/* Cursor, marks, order, filter, trail, what is unfolded: as they were, in every view. */
static void a_new_snapshot_keeps_everything(void **state)
{
	static const char *const ways[] = {
		"1jjjj", "3>>>jjjj  ", "4jlj ", "4\\Wide\nj ", "5jj ", "6jj", "7jjj ", "8jjj  ", "9jjj ", "0", "?jjj",
		"gapp.REG\njj", "gapp.REG\nlj", "gapp.REG\nhj", "gapp.REG\nx", "gbytearray\njjjj j ", "gbytearray\n>>sjj ",
		"6\n>jj", "3 j =j", ":x\n", "3\\evil\nj "};
	struct screen *s = *state;

	type(s, "2"); /* the first one has other columns than those to come */
	look(s, 80, 24);
	type(s, "jjjjj jj \\b\n");
	shows(s, "marked 2");
	refresh(s);
	press(s, KG_KEY_NONE);
	shows(s, "+OBJECTS");
	shows(s, "marked 2");
	shows(s, "with \"b\"");
	for (size_t w = 0; w < KG_ARRAY_SIZE(ways); w++) {
		const char *title = ways[w];
		size_t nmarks;
		char *before;

		type(s, "2");
		look(s, 80, 24);
		for (const char *key = ways[w]; *key; key++) {
			char one[2] = {*key, '\0'};

			type(s, one);
			look(s, 80, 24);
		}
		nmarks = kg_app_top(s->app)->list.nmarks;
		keep(s, &before);
		refresh(s);
		if (ways[w][0] != ':')
			same(s, title, before);
		if (kg_app_top(s->app)->list.nmarks != nmarks)
			fprintf(stderr, "%s: marks\n", title);
		assert_int_equal(kg_app_top(s->app)->list.nmarks, nmarks);
		free(before);
	}
	press(s, KG_KEY_NONE);
	type(s, "2");
	look(s, 80, 24);
	type(s, ":x\n");
	look(s, 80, 24);
	refresh(s);
	shows(s, "asked: x");
	type(s, "q");
	assert_string_equal(view(s)->ops->name, "types");
	act(s, KG_DO_SINCE);
	shows(s, "changes since the first snapshot");
	act(s, KG_DO_SINCE);
	shows(s, "changes since the last snapshot");
	type(s, "1");
	shows(s, "since the last snapshot (D: since the first)");
	shows(s, "0 objects, 0 B: 0 new, 0 gone");
}

/* What is typed, a command and a table being written are not disturbed by one. */
static void a_new_snapshot_waits(void **state)
{
	struct screen *s = *state;
	struct kg_model *before = kg_app_model(s->app);

	type(s, "2");
	look(s, 80, 24);
	type(s, "R");
	type(s, "/lis");
	for (int i = 0; i < 2000; i++) { /* long enough for it to be ready */
		look(s, 80, 24);
		usleep(1000);
	}
	assert_ptr_equal(kg_app_model(s->app), before);
	shows(s, "search: lis_");
	type(s, "t\n");
	while (kg_app_model(s->app) == before)
		look(s, 80, 24);
	s->model = kg_app_model(s->app);
	press(s, KG_KEY_NONE);
	shows(s, "#2 stood 0.000 s");
	assert_non_null(strstr(cell(s, 7), "list")); /* where the search went */
}

/* Marks on lines of text stay when a result makes the lines anew. */
static void marked_lines_stay(void **state)
{
	struct screen *s = *state;
	struct kg_view *v;

	type(s, "1jj jj ");
	look(s, 80, 24);
	v = view(s);
	assert_int_equal(v->list.nmarks, 2);
	assert_true(kg_list_marked(v, 2));
	assert_true(kg_list_marked(v, 5));
	v->ops->refresh(v);
	assert_int_equal(v->list.nmarks, 2);
	assert_true(kg_list_marked(v, 2));
	assert_true(kg_list_marked(v, 5));
	assert_int_equal(v->list.cursor, 6);
	type(s, "gapp.REG\njj ");
	look(s, 80, 24);
	v = view(s);
	v->ops->refresh(v);
	assert_int_equal(v->ops->focus(v)->list.nmarks, 1);
	assert_true(kg_list_marked(v->ops->focus(v), 2));
}

/* Nothing else than printable characters on any screen, at any size. */
static void check_screen(struct screen *s, int cols, int rows)
{
	const char *text = look(s, cols, rows);
	int lines = 0;

	for (const char *p = text; *p; p++) {
		assert_true((unsigned char)*p >= ' ' || *p == '\n');
		assert_int_not_equal(*p, 127);
		lines += *p == '\n';
	}
	assert_int_equal(lines, rows);
	assert_null(strstr(text, "\xe2\x80\xae"));
}

/* Every key of every action in every view. */
static void every_key_in_every_view(void **state)
{
	static const char *const ways[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "?", "gapp.REG\n",
					   "gbytearray\n", "6\n", ":x\n", "2\n", "3 =", "gapp.REG\nh", "gapp.REG\nl"};
	static const int sizes[][2] = {{80, 24}, {300, 100}, {10, 3}, {1, 1}, {40, 8}};
	struct screen *s = *state;
	unsigned int n = 0;

	for (size_t w = 0; w < KG_ARRAY_SIZE(ways); w++) {
		for (int a = 1; a < KG_DO_COUNT; a++) {
			for (int i = 0; i < KG_KEYS_EACH; i++) {
				int key = kg_app_keymap(s->app)->keys[a][i];
				const int *size = sizes[n++ % KG_ARRAY_SIZE(sizes)];

				if (!key)
					continue;
				type(s, ways[w]);
				look(s, 80, 24);
				press(s, key);
				check_screen(s, size[0], size[1]);
				assert_false(on_screen(s, "this key does nothing"));
				press(s, KG_KEY_NONE);
				if (kg_app_asks(s->app))
					press(s, KG_KEY_ESC);
			}
		}
	}
}

static void kedgerc_complaint(void **state)
{
	struct screen *s = start("bind x why\nbind\n");

	tear_down(state);
	*state = s;
	shows(s, "kedgerc:2: \"bind KEY ACTION\" is expected");
	type(s, "1");
	assert_false(on_screen(s, "kedgerc:2"));
	type(s, "gapp\n");
	look(s, 80, 24);
	type(s, "x");
	shows(s, "asked: why 0x");
}

static void every_action_is_asserted(void **state)
{
	(void)state;
	for (int a = 1; a < KG_DO_COUNT; a++) {
		if (!asserted[a])
			fail_msg("no test looks at what \"%s\" does", kg_action_name((enum kg_action)a));
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, start_app, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(moving), TEST(views_by_key), TEST(searching_and_filtering), TEST(sorting), TEST(marking),
		TEST(one_object), TEST(garbage), TEST(commands), TEST(bookmarks_are_kept), TEST(files),
		TEST(wide_and_filtered_tree), TEST(terminal_asked),
		TEST(a_new_snapshot_keeps_everything), TEST(a_new_snapshot_waits), TEST(marked_lines_stay), TEST(every_key_in_every_view),
		TEST(kedgerc_complaint), cmocka_unit_test(every_action_is_asserted),
	};

	if (!getenv("KEDGE_TEST_CORE")) {
		puts("core.sh runs this");
		return 77;
	}
	return cmocka_run_group_tests(tests, open_session, close_session);
}
