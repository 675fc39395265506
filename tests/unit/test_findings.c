/* What suspects says, with made-up findings: words, thresholds, what was told already, guesses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/finding.h"
#include "report/finding.h"

#define NODES 10
#define MIB (UINT64_C(1) << 20)

static const struct kg_finder finder = {.name = "made-up", .looks = "nothing"};

/* A heap of which only the dominator tree is there: 0 above 1..4, 5 above 6 above 7, 8 and 9 by themselves. */
struct fake {
	struct kg_heap heap;
	struct kg_retained retained;
	struct kg_search s;
	kg_node idom[NODES];
	uint64_t bytes[NODES];
};

static int set_up(void **state)
{
	static const kg_node idom[NODES] = {KG_IDOM_ROOT, 0, 0, 0, 0, KG_IDOM_ROOT, 5, 6, KG_IDOM_ROOT, KG_IDOM_ROOT};
	static const uint64_t own[NODES] = {MIB, MIB, MIB, MIB, MIB, MIB, MIB, 8 * MIB, MIB, MIB};
	struct fake *f = calloc(1, sizeof(*f));

	if (!f)
		return -1;
	memcpy(f->idom, idom, sizeof(idom));
	memcpy(f->bytes, own, sizeof(own));
	for (kg_node n = NODES; n-- > 0;) {
		if (idom[n] != KG_IDOM_ROOT)
			f->bytes[idom[n]] += f->bytes[n];
	}
	f->heap.nodes = NODES;
	f->retained = (struct kg_retained){.heap = &f->heap, .bytes = f->bytes, .tree = {.idom = f->idom}};
	f->s = (struct kg_search){.heap = &f->heap, .retained = &f->retained, .least = 2 * MIB};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fake *f = *state;

	for (size_t i = 0; i < f->s.n; i++) {
		for (size_t j = 0; j < f->s.items[i].nfacts; j++)
			free(f->s.items[i].facts[j].text);
		free(f->s.items[i].parts);
	}
	free(f->s.items);
	free(f);
	return 0;
}

static void fill(const struct kg_finding *f, const char *template, const char *expected)
{
	struct kg_strbuf sb = {0};

	kg_report_fill(f, template, "a.core", &sb);
	assert_string_equal(kg_strbuf_text(&sb), expected);
	kg_strbuf_deinit(&sb);
}

static void test_words(void **state)
{
	struct fake *fake = *state;
	struct kg_finding *f = kg_search_always(&fake->s, &finder, KG_NODE_NONE, 3 * MIB);

	kg_finding_count(f, "one", 1);
	kg_finding_count(f, "many", 12345);
	kg_finding_id(f, "thread", 12345);
	kg_finding_addr(f, "at", 0x7f00);
	kg_finding_word(&fake->s, f, "word", "a {one}");
	fill(f, "{bytes} in {target}", "3.0 MiB in a.core");
	fill(f, "{one:task waits|tasks wait}, {many:task waits|tasks wait}", "1 task waits, 12,345 tasks wait");
	fill(f, "it {one#is|are}, they {many#is|are}", "it is, they are");
	fill(f, "{thread} {at} {word}", "12345 0x7f00 a {one}");
	fill(f, "{none} {none:a|b} {none#a|b} {open", "? ? ? {open");
}

static void test_counted(void **state)
{
	struct kg_strbuf sb = {0};

	(void)state;
	kg_strbuf_count(&sb, 0, "object", NULL);
	kg_strbuf_puts(&sb, ", ");
	kg_strbuf_count(&sb, 1, "object", NULL);
	kg_strbuf_puts(&sb, ", ");
	kg_strbuf_count(&sb, 1000, "object", NULL);
	kg_strbuf_puts(&sb, ", ");
	kg_strbuf_count(&sb, 1, "entry", "entries");
	kg_strbuf_puts(&sb, ", ");
	kg_strbuf_count(&sb, UINT64_MAX, "entry", "entries");
	assert_string_equal(kg_strbuf_text(&sb),
			    "0 objects, 1 object, 1,000 objects, 1 entry, 18,446,744,073,709,551,615 entries");
	kg_strbuf_deinit(&sb);
}

static void test_thresholds(void **state)
{
	struct fake *fake = *state;

	assert_null(kg_search_add(&fake->s, &finder, KG_NODE_NONE, 2 * MIB - 1));
	assert_non_null(kg_search_add(&fake->s, &finder, KG_NODE_NONE, 2 * MIB));
	assert_non_null(kg_search_always(&fake->s, &finder, KG_NODE_NONE, 0));
	assert_int_equal(fake->s.n, 2);
	/* All that follows is legal for a finding that is not told. */
	kg_finding_count(NULL, "n", 1);
	kg_finding_word(&fake->s, NULL, "w", "x");
	kg_finding_parts(&fake->s, NULL, (kg_node[]){1}, 1);
	assert_false(fake->s.failed);
}

/* A finding about a node, made as kg_search_always() makes it; the fake has no provenance to ask for. */
static struct kg_finding *about(struct fake *fake, kg_node subject, uint64_t bytes)
{
	struct kg_finding *f = kg_search_always(&fake->s, &finder, KG_NODE_NONE, bytes);

	f->subject = subject;
	return f;
}

static void test_told(void **state)
{
	struct fake *fake = *state;

	assert_false(kg_search_told(&fake->s, 5));
	about(fake, 7, 8 * MIB);
	assert_true(kg_search_told(&fake->s, 7));
	assert_true(kg_search_told(&fake->s, 6)); /* nearly all of it is 7 */
	assert_true(kg_search_told(&fake->s, 5));
	assert_false(kg_search_told(&fake->s, 0));
	assert_false(kg_search_told(&fake->s, 8));
	about(fake, 1, MIB);
	assert_false(kg_search_told(&fake->s, 0)); /* a fifth of it only */
	kg_finding_parts(&fake->s, about(fake, KG_NODE_NONE, 3 * MIB), (kg_node[]){2, 3, 4}, 3);
	assert_true(kg_search_told(&fake->s, 0)); /* the parts are most of it */
	assert_true(kg_search_told(&fake->s, 3));
	assert_false(kg_search_told(&fake->s, 9));
}

static void test_groups(void **state)
{
	struct fake *fake = *state;
	struct kg_groups g = {0};

	for (kg_node n = 1; n <= 4; n++)
		assert_null(kg_groups_add(&g, n));
	assert_null(kg_groups_end(&g));
	assert_null(kg_groups_add(&g, 6));
	assert_null(kg_groups_add(&g, 5));
	assert_null(kg_groups_end(&g));
	assert_int_equal(g.ngroups, 2);
	assert_int_equal(kg_groups_first(&g, 1), 4);
	assert_int_equal(kg_groups_size(&g, 0), 4);
	assert_int_equal(kg_groups_size(&g, 1), 2);
	assert_int_equal(kg_groups_largest(&fake->s, &g, 1), 5);
	kg_groups_deinit(&g);
}

static void test_guess(void **state)
{
	struct fake *fake = *state;
	struct kg_finding *f = kg_search_always(&fake->s, &finder, KG_NODE_NONE, 3 * MIB);
	struct kg_strbuf sb = {0};
	char *text = NULL;
	size_t len = 0;
	FILE *out;

	f->sentence = "{bytes} of something";
	f->next = "show {target}";
	kg_finding_count(f, "some_things", 2);
	kg_report_finding_text(f, 1, 6 * MIB, "a.core", "a path", &sb);
	assert_null(strstr(kg_strbuf_text(&sb), "guess"));
	kg_strbuf_reset(&sb);
	f->guess = "nobody knows";
	kg_report_finding_text(f, 1, 6 * MIB, "a.core", "a path", &sb);
	assert_string_equal(kg_strbuf_text(&sb), "1.  3.0 MiB, 50.0 % of the heap: made-up\n"
						 "    3.0 MiB of something\n"
						 "    guess    nobody knows\n"
						 "    kept by  a path\n"
						 "    evidence some things 2\n"
						 "    next     kedge show a.core\n");
	out = open_memstream(&text, &len);
	assert_non_null(out);
	assert_null(kg_json_write(kg_report_finding_json(f, 6 * MIB, "a.core", NULL), false, out));
	fclose(out);
	assert_non_null(strstr(text, "\"guess\":\"nobody knows\""));
	assert_non_null(strstr(text, "\"kept_by\":null"));
	free(text);
	kg_strbuf_deinit(&sb);
}

static void test_shell(void **state)
{
	static const char *const words[][2] = {
		{"core.1", "core.1"}, {"", "''"}, {"a b", "'a b'"}, {"it's", "'it'\\''s'"}, {"$(x)", "'$(x)'"}};

	(void)state;
	for (size_t i = 0; i < KG_ARRAY_SIZE(words); i++) {
		struct kg_strbuf sb = {0};

		kg_report_shell_word(words[i][0], &sb);
		assert_string_equal(kg_strbuf_text(&sb), words[i][1]);
		kg_strbuf_deinit(&sb);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_words, set_up, tear_down),
		cmocka_unit_test(test_counted),
		cmocka_unit_test_setup_teardown(test_thresholds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_groups, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_guess, set_up, tear_down),
		cmocka_unit_test(test_shell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
