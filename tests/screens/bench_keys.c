/* Milliseconds a key press takes over fifty million rows, drawing included. Figures, not a test. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/meter.h"
#include "tui/app.h"

#define ROWS UINT64_C(50000000)
#define TIMES 200

static uint64_t rows(const struct kg_view *v)
{
	(void)v;
	return ROWS;
}

static void cell(const struct kg_view *v, uint64_t row, unsigned int column, size_t width, struct kg_strbuf *sb)
{
	(void)v;
	(void)width;
	kg_strbuf_printf(sb, column ? "object %llu" : "%llu", (unsigned long long)row * 2654435761u % ROWS);
}

static uint64_t rank(const struct kg_view *v, uint64_t row, unsigned int column)
{
	(void)v;
	(void)column;
	return row * 2654435761u % ROWS;
}

static const struct kg_view_column columns[] = {{.name = "NUMBER", .width = 12, .right = true},
						{.name = "NAME", .width = 20, .grow = true, .text = true}};
static const struct kg_view_ops ops = {
	.name = "rows", .columns = columns, .ncolumns = 2, .rows = rows, .cell = cell, .rank = rank};

static void measure(struct kg_app *app, struct kg_canvas *c, const char *name, int key)
{
	double worst = 0, sum = 0;

	for (int i = 0; i < TIMES; i++) {
		double start = kg_meter_seconds(), took;

		kg_app_input(app, (struct kg_input){.key = key});
		kg_app_draw(app, c);
		took = (kg_meter_seconds() - start) * 1000;
		sum += took;
		worst = took > worst ? took : worst;
	}
	printf("%-12s %8.3f ms mean %8.3f ms worst\n", name, sum / TIMES, worst);
}

int main(void)
{
	struct kg_image image = {0};
	struct kg_layout layout = {0};
	struct kg_runtime rt = {.layout = &layout, .image = &image};
	struct kg_heap heap = {.rt = &rt, .image = &image};
	struct kg_process process = {0};
	struct kg_session session = {.heap = &heap, .image = &image, .process = &process, .runtime = &rt};
	struct kg_app_options opts = {.target = "bench"};
	struct kg_canvas c = {0};
	struct kg_app *app;
	struct kg_view *v = NULL;
	struct kg_error *err;

	setlocale(LC_CTYPE, "C.UTF-8");
	err = kg_model_create_over(&session, &opts.model);
	if (!err)
		err = kg_app_create(&opts, &app);
	if (!err)
		err = kg_view_create(app, &ops, "rows", NULL, &v);
	if (!err)
		err = kg_canvas_resize(&c, 100, 300);
	if (err) {
		fprintf(stderr, "%s\n", err->text);
		return 1;
	}
	kg_app_push(app, v, NULL);
	kg_app_draw(app, &c);
	printf("%llu rows, 300x100\n", (unsigned long long)ROWS);
	measure(app, &c, "down", KG_KEY_DOWN);
	measure(app, &c, "page down", KG_KEY_PAGE_DOWN);
	measure(app, &c, "end", KG_KEY_END);
	measure(app, &c, "home", KG_KEY_HOME);
	measure(app, &c, "reverse", 's');
	measure(app, &c, "mark", ' ');
	measure(app, &c, "sort asked", '>');
	measure(app, &c, "mark all", '+');
	fflush(stdout);
	_Exit(0); /* a sort of fifty million is still under way */
}
