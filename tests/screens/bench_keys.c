/* Milliseconds a key press takes over fifty million rows, drawing included; with the name of a core also what
 * its views and the objects with most references take. Figures, not a test. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

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

/* Seconds of a processor that this thread has used: what other programs take is not in it. */
static double cpu_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What comes between a key and its screen: the turn that was under way, the key, the drawing. */
static void measure(struct kg_app *app, struct kg_canvas *c, const char *name, const char *keys, int key)
{
	double worst = 0, sum = 0, cpu_worst = 0;
	bool waiting;

	for (int i = 0; i < TIMES; i++) {
		double start = kg_meter_seconds(), cpu = cpu_seconds(), took;

		kg_app_tick(app, &waiting);
		for (const char *p = keys; *p; p++)
			kg_app_input(app, (struct kg_input){.key = *p});
		if (key)
			kg_app_input(app, (struct kg_input){.key = key});
		kg_app_draw(app, c);
		took = (kg_meter_seconds() - start) * 1000;
		cpu = (cpu_seconds() - cpu) * 1000;
		sum += took;
		worst = took > worst ? took : worst;
		cpu_worst = cpu > cpu_worst ? cpu : cpu_worst;
	}
	printf("%-34s %7.3f ms mean %7.3f ms worst, %7.3f ms worst by processor time\n", name, sum / TIMES, worst, cpu_worst);
}

/* The objects with the most references to or from them, and some in between. */
static kg_node pick(const struct kg_heap *h, int i)
{
	static kg_node most[2][TIMES / 4];
	static bool known;

	for (kg_node n = 0; n < h->nodes && !known; n++) {
		for (int side = 0; side < 2; side++) {
			uint64_t count = side ? h->graph.first[n + 1] - h->graph.first[n] : kg_app_references(h, n, UINT32_MAX);
			int at = TIMES / 4;
			kg_node *list = most[side];

			while (at > 0) {
				kg_node other = list[at - 1];
				uint64_t its = side ? h->graph.first[other + 1] - h->graph.first[other]
						    : kg_app_references(h, other, UINT32_MAX);

				if (its >= count)
					break;
				if (at < TIMES / 4)
					list[at] = other;
				at--;
			}
			if (at < TIMES / 4)
				list[at] = n;
		}
	}
	known = true;
	return i < TIMES / 4 ? most[0][i] : i < TIMES / 2 ? most[1][i - TIMES / 4]
							    : (kg_node)((uint64_t)i * 2654435761u % h->nodes);
}

/* Opening objects of a real core, and its views. */
static int measure_core(const char *core)
{
	struct kg_session_options options = {.target = core};
	struct kg_app_options opts = {.target = core};
	struct kg_canvas c = {0};
	struct kg_app *app = NULL;
	double worst = 0, sum = 0;
	bool waiting = true;
	struct kg_error *err = kg_model_create(&options, &opts.model);

	if (!err)
		err = kg_app_create(&opts, &app);
	if (!err)
		err = kg_canvas_resize(&c, 100, 300);
	if (err) {
		fprintf(stderr, "%s\n", err->text);
		return 1;
	}
	while (kg_app_tick(app, &waiting) || waiting)
		kg_app_draw(app, &c); /* what one left out for want of time the next one has */
	for (int i = 0; i < TIMES; i++) {
		double cpu = cpu_seconds();
		char where[40];

		snprintf(where, sizeof(where), "g0x%llx", (unsigned long long)kg_heap_addr(kg_app_heap(app), pick(kg_app_heap(app), i)));
		if (i == 0)
			cpu = cpu_seconds(); /* finding them is no part of it */
		for (const char *p = where; *p; p++)
			kg_app_input(app, (struct kg_input){.key = *p});
		kg_app_input(app, (struct kg_input){.key = '\n'});
		kg_app_draw(app, &c);
		cpu = (cpu_seconds() - cpu) * 1000;
		sum += cpu;
		worst = cpu > worst ? cpu : worst;
		while (kg_app_tick(app, &waiting) || waiting)
			kg_app_draw(app, &c);
	}
	for (const char *p = "1234567890?"; *p; p++) {
		double cpu = cpu_seconds();

		kg_app_input(app, (struct kg_input){.key = *p});
		kg_app_draw(app, &c);
		cpu = (cpu_seconds() - cpu) * 1000;
		printf("view %c %31.3f ms by processor time\n", *p, cpu);
	}
	printf("an object opened and drawn %11.3f ms mean %7.3f ms worst by processor time\n", sum / TIMES, worst);
	fflush(stdout);
	_Exit(0);
}

int main(int argc, char **argv)
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
	if (argc == 2)
		return measure_core(argv[1]);
	err = kg_session_results_create(&session);
	if (!err)
		err = kg_model_create_over(&session, NULL, &opts.model);
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
	measure(app, &c, "down", "", KG_KEY_DOWN);
	measure(app, &c, "page down", "", KG_KEY_PAGE_DOWN);
	measure(app, &c, "end", "", KG_KEY_END);
	measure(app, &c, "home", "", KG_KEY_HOME);
	measure(app, &c, "reverse", "s", 0);
	measure(app, &c, "mark", " ", 0);
	measure(app, &c, "mark all, then none", "+-", 0);
	measure(app, &c, "mark all but two", "+  ", 0);
	kg_app_input(app, (struct kg_input){.key = '-'});
	kg_app_input(app, (struct kg_input){.key = '/'});
	measure(app, &c, "a letter of a search", "x", 0);
	kg_app_input(app, (struct kg_input){.key = '\n'});
	measure(app, &c, "down while it searches", "", KG_KEY_DOWN);
	measure(app, &c, "filter", "\\7", '\n');
	measure(app, &c, "down while it filters", "", KG_KEY_DOWN);
	measure(app, &c, "mark what the filter found", "+", 0);
	measure(app, &c, "a name for the table", "E", KG_KEY_ESC);
	kg_app_input(app, (struct kg_input){.key = '\\'});
	kg_app_input(app, (struct kg_input){.key = '\n'});
	measure(app, &c, "sort asked, taken back", "><", 0);
	kg_app_input(app, (struct kg_input){.key = '>'});
	measure(app, &c, "down while it sorts", "", KG_KEY_DOWN);
	fflush(stdout);
	_Exit(0); /* a sort of fifty million is still under way */
}
