/* Cells, tables and JSON: what leaves kedge is aligned, valid and harmless. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/cells.h"
#include "report/json.h"
#include "report/table.h"

static void test_cells(void **state)
{
	struct kg_strbuf sb = {0};

	(void)state;
	kg_cell_bytes(&sb, 0);
	kg_strbuf_putc(&sb, '|');
	kg_cell_bytes(&sb, 1023);
	kg_strbuf_putc(&sb, '|');
	kg_cell_bytes(&sb, 1024);
	kg_strbuf_putc(&sb, '|');
	kg_cell_bytes(&sb, (1 << 20) - 1);
	kg_strbuf_putc(&sb, '|');
	kg_cell_bytes(&sb, UINT64_MAX);
	assert_string_equal(kg_strbuf_text(&sb), "0 B|1023 B|1.0 KiB|1.0 MiB|16.0 EiB");
	kg_strbuf_reset(&sb);
	kg_cell_count(&sb, 7);
	kg_strbuf_putc(&sb, '|');
	kg_cell_count(&sb, 1000);
	kg_strbuf_putc(&sb, '|');
	kg_cell_count(&sb, 1234567);
	assert_string_equal(kg_strbuf_text(&sb), "7|1,000|1,234,567");
	kg_strbuf_deinit(&sb);
}

static void test_table(void **state)
{
	static const struct kg_column columns[] = {{"N", true}, {"NAME", false}, {"VALUE", false}};
	struct kg_table *t;
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_non_null(f);
	assert_null(kg_table_create(f, columns, KG_ARRAY_SIZE(columns), false, &t));
	for (uint64_t i = 0; i < 1200; i += 400) {
		kg_table_count(t, i);
		kg_table_text(t, i ? "\u00e9" : "long");
		kg_table_text(t, "x");
	}
	assert_null(kg_table_finish(t));
	kg_table_destroy(t);
	fclose(f);
	assert_string_equal(text, "  N  NAME  VALUE\n"
				  "  0  long  x\n"
				  "400  \u00e9     x\n"
				  "800  \u00e9     x\n");
	free(text);
}

/* More rows than are held back for their widths: none is lost, the order stays. */
static void test_table_streams(void **state)
{
	static const struct kg_column columns[] = {{"N", true}};
	struct kg_table *t;
	char *text = NULL, *p;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_non_null(f);
	assert_null(kg_table_create(f, columns, 1, false, &t));
	for (uint64_t i = 0; i < 2000; i++) {
		kg_strbuf_printf(kg_table_cell(t), "%u", (unsigned int)i);
		kg_table_next(t);
	}
	assert_null(kg_table_finish(t));
	kg_table_destroy(t);
	fclose(f);
	p = strchr(text, '\n');
	for (long i = 0; i < 2000; i++, p = strchr(p + 1, '\n'))
		assert_int_equal(strtol(p + 1, NULL, 10), i);
	free(text);
}

static void test_json(void **state)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array();
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_non_null(f);
	kg_json_push(list, kg_json_bool(true));
	kg_json_push(list, kg_json_null());
	kg_json_push(list, kg_json_addr(0x7f21c40b6a80));
	kg_json_set(doc, "list", list);
	kg_json_set(doc, "big", kg_json_u64(UINT64_MAX));
	kg_json_set(doc, "text", kg_json_text("a\"b\\\n"));
	kg_json_set(doc, "bytes", kg_json_text("\xff\xc3\xa9"));
	assert_null(kg_json_write(doc, false, f));
	fclose(f);
	assert_string_equal(text, "{\"list\":[true,null,\"0x7f21c40b6a80\"],\"big\":9223372036854775807,"
				  "\"text\":\"a\\\"b\\\\\\n\",\"bytes\":\"\\\\xff\u00e9\"}\n");
	free(text);
}

/* A part that memory did not suffice for spoils the whole document. */
static void test_json_spoiled(void **state)
{
	struct kg_json *doc = kg_json_object(), *list = kg_json_array(), *inner = kg_json_object();
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);
	struct kg_error *err;

	(void)state;
	assert_non_null(f);
	kg_json_set(inner, "missing", NULL);
	kg_json_push(list, inner);
	kg_json_set(doc, "list", list);
	err = kg_json_write(doc, false, f);
	assert_non_null(err);
	assert_int_equal(err->code, KG_ERR_NOMEM);
	kg_error_destroy(err);
	fclose(f);
	assert_string_equal(text, "");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells), cmocka_unit_test(test_table), cmocka_unit_test(test_table_streams),
		cmocka_unit_test(test_json),  cmocka_unit_test(test_json_spoiled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
