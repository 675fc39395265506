/* What is told of single objects, over the core that core.sh takes. */
#include "fixture.h"

#include <unistd.h>

static struct kg_session *session;

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

/* As kg_heap_link() promises it, from all references. */
static bool plain_link(const struct kg_refs *refs, kg_node to, struct kg_link *ret)
{
	uint64_t before[2] = {0, 0};
	int best = 3;

	for (size_t i = 0; i < refs->n; i++) {
		const struct kg_ref *r = &refs->items[i];
		int worse = r->kind == KG_EDGE_GUESS ? 2 : r->label.kind == KG_LABEL_KEY;
		bool keyed = r->label.kind == KG_LABEL_KEYED;

		if (r->node == to && r->kind != KG_EDGE_WEAK && worse < best) {
			best = worse;
			*ret = (struct kg_link){0, to, r->kind, r->label, before[keyed]};
		}
		if (keyed || r->label.kind == KG_LABEL_KEY)
			before[keyed]++;
	}
	return best < 3;
}

static void check_link(kg_node from, kg_node to, const struct kg_refs *refs)
{
	struct kg_strbuf told = {0}, expected = {0};
	struct kg_link link, plain = {0};
	bool found = kg_heap_link(session->heap, from, to, &link);

	assert_int_equal(found, plain_link(refs, to, &plain));
	if (!found)
		return;
	kg_heap_label(session->heap, link.label, &told);
	kg_heap_label(session->heap, plain.label, &expected);
	assert_string_equal(kg_strbuf_text(&told), kg_strbuf_text(&expected));
	assert_int_equal(link.kind, plain.kind);
	assert_int_equal(link.index, plain.index);
	assert_int_equal(link.from, from);
	assert_int_equal(link.to, to);
	kg_strbuf_deinit(&told);
	kg_strbuf_deinit(&expected);
}

/* Of objects with few references and with many, of which more are asked about than are kept, twice. */
static void links_are_the_best_references(void **state)
{
	const struct kg_heap *h = session->heap;
	size_t many = 0;

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (kg_node n = 0; n < h->nodes; n++) {
			struct kg_refs refs;
			bool few;

			ok(kg_heap_refs(h, kg_heap_addr(h, n), &refs));
			few = refs.n <= 64;
			many += !few;
			for (size_t i = 0; i < refs.n && (!few || n % 97 == 0); i += 1 + refs.n / 40)
				check_link(n, refs.items[i].node == KG_NODE_NONE ? n : refs.items[i].node, &refs);
			check_link(n, (kg_node)(n * UINT64_C(7919) % h->nodes), &refs);
			kg_refs_deinit(&refs);
		}
	}
	assert_true(many > 2 * 64);
}

static int start_app(void **state)
{
	struct screen *s = calloc(1, sizeof(*s));
	struct kg_app_options opts = {.target = "core"};

	ok(kg_model_create_over(session, NULL, &s->model));
	while (!kg_model_finished(s->model))
		usleep(1000);
	opts.model = s->model;
	ok(kg_app_create(&opts, &s->app));
	look(s, 80, 24);
	*state = s;
	return 0;
}

/* The cursor of the part that keys go to is put on the first row with @text. */
static void find(struct screen *s, const char *text)
{
	type(s, "/");
	type(s, text);
	type(s, "\n");
	look(s, 80, 24);
}

static kg_node subject(struct screen *s)
{
	return kg_app_top(s->app)->ops->subject(kg_app_top(s->app));
}

/* A block of memory from its owner to one of its views, and back by the block's row. */
static void views_are_walked(void **state)
{
	struct screen *s = *state;
	kg_node owner, view;

	type(s, "5");
	shows(s, "VIEWS KEPT BY");
	find(s, "BLOCK");
	assert_non_null(strstr(look(s, 120, 24), "  13 sys.modules['app'].BLOCK"));
	press(s, KG_KEY_ENTER);
	shows(s, "of that 68.4 KiB of content");
	shows(s, "shared    with 13 views");
	shows(s, "memoryview shows 19.5 KiB");
	shows(s, "and 5 more; v lists them");
	owner = subject(s);
	find(s, "shows 100 B");
	press(s, KG_KEY_ENTER);
	shows(s, "and shows 100 B at");
	shows(s, "shared    with 12 other views");
	view = subject(s);
	assert_int_not_equal(view, owner);
	find(s, "block ");
	press(s, KG_KEY_ENTER);
	look(s, 80, 24);
	assert_int_equal(subject(s), owner);
	type(s, "v");
	shows(s, "68.4 KiB      owner 0x");
	shows(s, "19.5 KiB     +1,000 0x");
	shows(s, "100 B     +1,100 0x");
	shows(s, "1/14");
	type(s, ">");
	look(s, 80, 24);
	find(s, "owner");
	press(s, KG_KEY_ENTER);
	look(s, 80, 24);
	assert_int_equal(subject(s), owner);
	type(s, "gapp.WIDE\nv");
	shows(s, "no memory beside itself");
	type(s, "5");
	find(s, "REG");
	type(s, "v");
	shows(s, "nobody else shows its memory");
}

/* The C struct with values; a pointer to an object is walked, and on the way back it is still there. */
static void structs_are_walked(void **state)
{
	struct screen *s = *state;
	kg_node view;

	type(s, "gapp.VIEW\n");
	look(s, 80, 24);
	view = subject(s);
	type(s, "S");
	shows(s, "C struct PyMemoryViewObject, ");
	shows(s, "OFFSET  MEMBER ");
	shows(s, "   +72  view.len                   Py_ssize_t");
	assert_non_null(strstr(look(s, 80, 24), "  20000\n"));
	find(s, "view.obj");
	press(s, KG_KEY_ENTER);
	shows(s, "of that 68.4 KiB of content");
	type(s, "q");
	shows(s, "   +64  view.obj");
	assert_int_equal(subject(s), view);
	find(s, "view.len");
	press(s, KG_KEY_ENTER); /* a number leads nowhere */
	assert_int_equal(subject(s), view);
	type(s, "x");
	shows(s, "+0000  ");
	type(s, "S");
	shows(s, "C struct PyMemoryViewObject");
	assert_non_null(strstr(look(s, 300, 100), "REFERENTS"));
	assert_non_null(strstr(look(s, 300, 100), " bytearray bytearray(70000)"));
	type(s, "S");
	shows(s, "refcount");
	type(s, "gapp.WIDE\nS"); /* an instance of a Python class begins with its base's */
	shows(s, "C struct ");
}

/* Every word is there at any width: lines are broken, not cut. */
static void facts_are_broken_into_lines(void **state)
{
	struct screen *s = *state;
	static const int widths[] = {80, 60, 100, 300, 80};
	struct kg_view *part;

	type(s, "gapp.VIEW\n");
	for (size_t i = 0; i < KG_ARRAY_SIZE(widths); i++) {
		struct kg_strbuf all = {0};
		bool cut = false;

		assert_null(strstr(look(s, widths[i], 40), "with 12 other views…"));
		part = kg_app_top(s->app)->ops->focus(kg_app_top(s->app));
		for (uint64_t row = 0; row < kg_view_rows(part); row++) {
			struct kg_strbuf one = {0};
			const char *text;

			part->ops->cell(part, row, 0, 300, &one);
			text = kg_strbuf_text(&one);
			if (row < 6 && (int)strlen(text) > part->list.cols)
				cut = true;
			kg_strbuf_printf(&all, " %s", strncmp(text, "          ", 10) == 0 ? text + 10 : text);
			kg_strbuf_deinit(&one);
		}
		assert_false(cut);
		assert_non_null(strstr(kg_strbuf_text(&all), "size      184 B, and shows 19.5 KiB at 0x"));
		assert_non_null(strstr(kg_strbuf_text(&all), " that the object at 0x"));
		kg_strbuf_deinit(&all);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, start_app, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_the_best_references),
		TEST(views_are_walked), TEST(structs_are_walked), TEST(facts_are_broken_into_lines),
	};

	if (!getenv("KEDGE_TEST_CORE")) {
		puts("core.sh runs this");
		return 77;
	}
	return cmocka_run_group_tests(tests, open_session, close_session);
}
