/*
 * The explorer over a target that is still being read, and what is canceled: the reading is
 * held at the beginning of a phase while keys are typed and screens are looked at.
 * usage: phases CORE
 */
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tui/app.h"

#define CTRL_C 3
#define PATIENCE_S 300 /* the machine may be slow */

static int failed;

struct hold {
	struct kg_progress *progress;
	pthread_mutex_t lock;
	const char *at; /* phase to stop at, NULL: none */
	_Atomic bool held;
};

struct fixture {
	struct hold hold;
	struct kg_app *app;
	struct kg_model *model;
	struct kg_canvas canvas;
	struct kg_strbuf text;
};

static void nap(void)
{
	nanosleep(&(struct timespec){0, 1000000}, NULL);
}

static void phase(void *arg, const char *name)
{
	struct hold *h = arg;

	for (;;) {
		bool here;

		pthread_mutex_lock(&h->lock);
		here = h->at && strcmp(h->at, name) == 0 && !kg_progress_canceled(h->progress);
		atomic_store(&h->held, here);
		pthread_mutex_unlock(&h->lock);
		if (!here)
			return;
		nap();
	}
}

static void hold_at(struct fixture *f, const char *name)
{
	pthread_mutex_lock(&f->hold.lock);
	f->hold.at = name;
	atomic_store(&f->hold.held, false); /* it may be held at the phase before still */
	pthread_mutex_unlock(&f->hold.lock);
}

/* Goes on to the phase, and waits until it has begun. */
static void go_on_to(struct fixture *f, const char *name)
{
	hold_at(f, name);
	while (!atomic_load(&f->hold.held))
		nap();
}

/* What a person sees by now: nothing is waited for. */
static const char *look(struct fixture *f, int cols)
{
	bool waiting;

	for (int i = 0; i < 3; i++)
		kg_app_tick(f->app, &waiting);
	kg_error_destroy(kg_canvas_resize(&f->canvas, 40, cols));
	kg_app_draw(f->app, &f->canvas);
	kg_strbuf_reset(&f->text);
	kg_canvas_dump(&f->canvas, &f->text);
	return kg_strbuf_text(&f->text);
}

static long now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static void expect(struct fixture *f, bool there, const char *part)
{
	for (long begin = now_s(); now_s() - begin < PATIENCE_S;) {
		if ((strstr(look(f, 110), part) != NULL) == there)
			return;
		nap(); /* jobs and results arrive when they arrive */
	}
	fprintf(stderr, "FAIL: the screen %s \"%s\":\n%s", there ? "lacks" : "has", part, kg_strbuf_text(&f->text));
	failed = 1;
}

static void shows(struct fixture *f, const char *part)
{
	expect(f, true, part);
}

static void keys(struct fixture *f, const char *keys)
{
	for (; *keys; keys++)
		kg_app_input(f->app, (struct kg_input){.key = (unsigned char)*keys});
}

static void press(struct fixture *f, int key)
{
	kg_app_input(f->app, (struct kg_input){.key = key});
}

/* A command that would never end. */
static struct kg_error *slow_command(void *arg, const struct kg_session *s, const char *line, FILE *out)
{
	struct kg_error *err = NULL;

	(void)arg;
	if (strcmp(line, "mute") == 0)
		return NULL;
	fputs(line, out);
	if (strcmp(line, "slow") != 0)
		return NULL;
	while (!err) {
		nap();
		err = kg_progress_check(s->progress);
	}
	return err;
}

static void complete(void *arg, const char *line, void (*choice)(void *to, const char *word), void *to)
{
	static const char *const words[] = {"slow", "threads", "threats", "--limit"};
	const char *word = strrchr(line, ' ') ? strrchr(line, ' ') + 1 : line;

	(void)arg;
	for (size_t i = 0; i < KG_ARRAY_SIZE(words); i++) {
		if (strncmp(words[i], word, strlen(word)) == 0)
			choice(to, words[i]);
	}
}

static void lines_are_recalled_and_completed(struct fixture *f)
{
	keys(f, ":th\t");
	shows(f, ":threa_   threads threats");
	keys(f, "d\t--l\t");
	shows(f, ":threads --limit _");
	keys(f, "5\n");
	shows(f, "▸ threads --limit 5");
	keys(f, ":zz\t");
	shows(f, ":zz_   nothing begins so");
	press(f, KG_KEY_UP);
	shows(f, ":threads --limit 5_");
	press(f, KG_KEY_UP);
	press(f, KG_KEY_UP);
	shows(f, ":quick_");
	press(f, KG_KEY_DOWN);
	press(f, KG_KEY_DOWN);
	press(f, KG_KEY_DOWN);
	shows(f, ":zz_");
	press(f, KG_KEY_ESC);
	keys(f, ":mute\n");
	shows(f, "mute: done");
}

static void nothing_is_found_yet(struct fixture *f)
{
	go_on_to(f, "reading objects");
	shows(f, "references are still being read");
	shows(f, "  reading objects ");
	shows(f, "CPython 3.");
	keys(f, "7");
	shows(f, "work() at ");
	shows(f, "locals come with their objects");
	expect(f, false, "local_name");
	keys(f, "9");
	shows(f, "rw-");
	keys(f, "3");
	shows(f, "objects are still being found (reading objects, 0 %)");
	keys(f, "6");
	shows(f, "garbage is not grouped yet (reading objects");
	keys(f, "4");
	shows(f, "dominators are not computed yet (reading objects");
	keys(f, ":types\n");
	shows(f, "references are still being read");
	keys(f, "g0x10\n");
	shows(f, "objects are still being found");
}

static void objects_are_there(struct fixture *f)
{
	go_on_to(f, "finding referrers");
	keys(f, "7");
	shows(f, "local_name: str = 'here'");
	keys(f, "2/__main__.Node\n");
	shows(f, "__main__.Node");
	shows(f, "2,000 ");
	press(f, KG_KEY_ENTER);
	shows(f, "▸ __main__.Node");
	shows(f, "1/2,000");
	press(f, KG_KEY_ENTER);
	shows(f, "references are still being read");
	shows(f, "(finding referrers, 0 %)");
	shows(f, "not accounted for yet");
	shows(f, ".prev");
	press(f, KG_KEY_RIGHT);
	press(f, KG_KEY_RIGHT);
	shows(f, "references are still being read"); /* in the next object as well */
	keys(f, "8");
	shows(f, "references are still being read (finding referrers");
	keys(f, "w");
	shows(f, "no object here");
}

static void reading_is_cut_short(struct fixture *f)
{
	press(f, CTRL_C);
	shows(f, "the reading is cut short");
	keys(f, "1");
	shows(f, "not known: the reading was cut short; R reads the target again");
	keys(f, "8");
	shows(f, "CUT SHORT, R reads anew");
	keys(f, "2/__main__.Node\n");
	press(f, KG_KEY_ENTER);
	shows(f, "1/2,000");
	press(f, KG_KEY_ENTER);
	shows(f, "not known: the reading was cut");
	press(f, CTRL_C);
	shows(f, "nothing runs in the background");
}

static void it_is_read_anew(struct fixture *f)
{
	keys(f, "2");
	hold_at(f, "finding dominators");
	keys(f, "R");
	shows(f, "overview ▸ types");
	go_on_to(f, "finding dominators");
	shows(f, "__main__.Node");
	shows(f, "   …  "); /* RETAINED */
	keys(f, "4");
	shows(f, "dominators are not computed yet (finding dominators");
	shows(f, "  finding dominators ");
	press(f, CTRL_C);
	shows(f, "not known: it was canceled; R goes on");
	keys(f, "6");
	shows(f, "canceled, R goes on");
	hold_at(f, NULL);
	keys(f, "4R");
	shows(f, "▸ ");
	expect(f, false, "canceled");
	keys(f, "2");
	expect(f, false, "   …  ");
	while (!kg_model_finished(f->model))
		nap();
	keys(f, "R");
	shows(f, "nothing was canceled");
}

static void tasks_and_allocations(struct fixture *f)
{
	keys(f, "7");
	shows(f, "does not run: 1 pending task, 0 done");
	shows(f, "task idle task 0x");
	shows(f, ", pending, retains ");
	shows(f, "idle() at ");
	shows(f, "sleep() at ");
	keys(f, "/task idle\n");
	press(f, KG_KEY_ENTER);
	shows(f, "▸ _asyncio.Task 0x");
	shows(f, "allocated ");
	keys(f, "2/__main__.Node\n");
	press(f, KG_KEY_ENTER);
	shows(f, "ALLOCATED AT");
	shows(f, "target.py:8");
	press(f, KG_KEY_ENTER);
	shows(f, "allocated ");
}

static void a_command_is_canceled(struct fixture *f)
{
	keys(f, ":slow\n");
	shows(f, "slow … (Ctrl-C cancels it)");
	keys(f, "2j"); /* the keyboard does not wait for it */
	shows(f, "2/");
	press(f, CTRL_C);
	shows(f, "slow: canceled");
	keys(f, ":quick\n");
	shows(f, "▸ quick");
	keys(f, ":slow\n");
	press(f, CTRL_C);
	keys(f, "2");
	shows(f, "slow: canceled");
}

int main(int argc, char **argv)
{
	struct fixture f = {.hold = {.progress = kg_progress_create_silent(), .lock = PTHREAD_MUTEX_INITIALIZER}};
	struct kg_session_options session = {.threads = 2, .quiet = true, .progress = f.hold.progress};
	struct kg_app_options opts = {.command = slow_command, .complete = complete};

	if (argc != 2)
		return 2;
	setlocale(LC_CTYPE, "C.UTF-8");
	session.target = opts.target = argv[1];
	kg_progress_watch(f.hold.progress, phase, &f.hold);
	hold_at(&f, "reading objects");
	if (kg_model_create(&session, &f.model))
		return 1;
	opts.model = f.model;
	if (kg_app_create(&opts, &f.app))
		return 1;
	nothing_is_found_yet(&f);
	objects_are_there(&f);
	reading_is_cut_short(&f);
	it_is_read_anew(&f);
	tasks_and_allocations(&f);
	a_command_is_canceled(&f);
	lines_are_recalled_and_completed(&f);
	keys(&f, ":slow\n"); /* leaving does not wait for it */
	look(&f, 80);
	kg_app_destroy(f.app);
	kg_model_destroy(f.model);
	kg_canvas_deinit(&f.canvas);
	kg_strbuf_deinit(&f.text);
	kg_progress_destroy(f.hold.progress);
	return failed;
}
