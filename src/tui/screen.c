/* The only file that knows curses: draws a canvas, reads keys, and leaves the terminal as it was. */
#include "config.h"

#include "tui/tui.h"

#ifdef HAVE_NCURSESW

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/meter.h"

#define WAIT_MS 30
#define RC_MAX 65536
#define DOUBLE_CLICK_S 0.4
#define MOUSE_EVENTS 8 /* that curses keeps */

/* What handlers of signals need: without locks, without memory. */
static struct termios before;
static volatile sig_atomic_t on_screen, got_signal;
static char leave_text[128];
static size_t leave_len;

static struct kg_error *terminal_error(const char *why)
{
	return kg_error_create(KG_ERR_USAGE, "the explorer needs a terminal%s; use \"kedge summary\" instead", why);
}

struct kg_error *kg_tui_available(void)
{
	const char *term = getenv("TERM");

	if (!isatty(STDOUT_FILENO) || !isatty(STDIN_FILENO))
		return terminal_error(", and standard input or output is none");
	if (!term || !*term || strcmp(term, "dumb") == 0)
		return terminal_error(" that can move its cursor (TERM=dumb cannot)");
	return NULL;
}

/* Async-signal-safe: the bytes that curses would send, and the terminal's modes. */
static void restore(void)
{
	ssize_t sent;

	if (!on_screen)
		return;
	on_screen = 0;
	sent = write(STDOUT_FILENO, leave_text, leave_len);
	(void)sent;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
}

static void crashed(int signal_number)
{
	restore();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void asked_to_end(int signal_number)
{
	got_signal = signal_number;
}

static void add_leave(const char *capability)
{
	const char *text = tigetstr(capability);
	size_t len = text && text != (char *)-1 ? strlen(text) : 0;

	if (len > 0 && leave_len + len < sizeof(leave_text)) {
		memcpy(leave_text + leave_len, text, len);
		leave_len += len;
	}
}

static void catch_signals(void)
{
	static const int ends[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT}, crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
	struct sigaction end = {.sa_handler = asked_to_end}, crash = {.sa_handler = crashed};

	for (size_t i = 0; i < KG_ARRAY_SIZE(ends); i++)
		sigaction(ends[i], &end, NULL);
	for (size_t i = 0; i < KG_ARRAY_SIZE(crashes); i++)
		sigaction(crashes[i], &crash, NULL);
}

static void set_colors(void)
{
	start_color();
	use_default_colors();
	init_pair(1, COLOR_BLACK, COLOR_CYAN);
	init_pair(2, COLOR_CYAN, -1);
	init_pair(3, COLOR_YELLOW, -1);
	init_pair(4, COLORS >= 16 ? 8 : -1, -1);
	init_pair(5, COLOR_RED, -1);
}

static attr_t attr_of(bool color, uint8_t attr, short *ret_pair)
{
	static const struct {
		attr_t plain, colored;
		short pair;
	} table[KG_ATTR_COUNT] = {
		[KG_ATTR_TITLE] = {A_REVERSE, A_NORMAL, 1}, [KG_ATTR_HEAD] = {A_BOLD, A_BOLD, 2},
		[KG_ATTR_CURSOR] = {A_REVERSE, A_REVERSE, 0}, [KG_ATTR_PALE] = {A_UNDERLINE, A_UNDERLINE, 0},
		[KG_ATTR_MARK] = {A_BOLD, A_BOLD, 3},	    [KG_ATTR_DIM] = {A_DIM, A_NORMAL, 4},
		[KG_ATTR_WARN] = {A_BOLD, A_BOLD, 5},
	};

	*ret_pair = color ? table[attr].pair : 0;
	if (color && attr == KG_ATTR_DIM && COLORS < 16)
		return A_DIM;
	return color ? table[attr].colored : table[attr].plain;
}

/* Blanks are drawn over with erase(); what did not change costs curses nothing to send. */
static void draw(const struct kg_canvas *c, bool color)
{
	erase();
	for (int row = 0; row < c->rows; row++) {
		for (int col = 0; col < c->cols; col++) {
			struct kg_cell cell = c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
			wchar_t text[2] = {(wchar_t)cell.ch, 0};
			short pair;
			attr_t attr = attr_of(color, cell.attr, &pair);
			cchar_t out;

			if (cell.ch == 0 || (cell.ch == ' ' && cell.attr == KG_ATTR_NORMAL))
				continue;
			if (setcchar(&out, text, attr, pair, NULL) == OK)
				mvadd_wch(row, col, &out);
		}
	}
	refresh();
}

static int special_key(wint_t key)
{
	static const struct {
		int from, to;
	} table[] = {{KEY_UP, KG_KEY_UP},	{KEY_DOWN, KG_KEY_DOWN},   {KEY_LEFT, KG_KEY_LEFT},
		     {KEY_RIGHT, KG_KEY_RIGHT}, {KEY_PPAGE, KG_KEY_PAGE_UP}, {KEY_NPAGE, KG_KEY_PAGE_DOWN},
		     {KEY_HOME, KG_KEY_HOME},	{KEY_END, KG_KEY_END},	   {KEY_ENTER, KG_KEY_ENTER},
		     {KEY_BTAB, KG_KEY_BACK_TAB}, {KEY_DC, KG_KEY_DELETE}, {KEY_BACKSPACE, KG_KEY_BACKSPACE}};

	for (size_t i = 0; i < KG_ARRAY_SIZE(table); i++) {
		if (table[i].from == (int)key)
			return table[i].to;
	}
	if (key >= KEY_F(1) && key <= KEY_F(12))
		return KG_KEY_F((int)key - KEY_F0);
	return KG_KEY_NONE;
}

/* When the last input came, at the earliest: what was there already came while something else was done. */
static double came;

/* curses would wait after each press for what may follow, and lose it when a key comes first: hence presses
 * alone, and two of them in one place are a double click. */
static int press_key(const MEVENT *e)
{
	static MEVENT last;
	static double when;
	bool again = when > 0 && came - when < DOUBLE_CLICK_S && last.x == e->x && last.y == e->y;

	last = *e;
	when = again ? 0 : came;
	return again ? KG_KEY_DOUBLE_CLICK : KG_KEY_CLICK;
}

static int mouse_key(const MEVENT *e)
{
	if (e->bstate & BUTTON4_PRESSED)
		return KG_KEY_WHEEL_UP;
	if (e->bstate & BUTTON5_PRESSED)
		return KG_KEY_WHEEL_DOWN;
	return e->bstate & BUTTON1_PRESSED ? press_key(e) : KG_KEY_NONE;
}

/* What the mouse did faster than it was read: curses says so once and gives the last first. */
static MEVENT mouse_events[MOUSE_EVENTS];
static size_t nmouse_events;

static bool mouse_input(struct kg_input *ret)
{
	MEVENT e;

	while (nmouse_events < MOUSE_EVENTS && getmouse(&mouse_events[nmouse_events]) == OK)
		nmouse_events++;
	if (nmouse_events == 0)
		return false;
	e = mouse_events[--nmouse_events];
	*ret = (struct kg_input){.key = mouse_key(&e), .row = e.y, .col = e.x};
	return ret->key != KG_KEY_NONE;
}

/* @return false when nothing came that the application should see */
static bool read_input(int wait_ms, struct kg_input *ret)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	bool there;
	wint_t key;
	int got;

	*ret = (struct kg_input){0};
	if (nmouse_events > 0)
		return mouse_input(ret);
	there = poll(&in, 1, 0) > 0;
	timeout(wait_ms);
	got = get_wch(&key);
	if (!there)
		came = kg_meter_seconds();
	if (got == ERR)
		return false;
	if (got != KEY_CODE_YES) {
		ret->key = (int)key;
		return true;
	}
	if (key == KEY_MOUSE)
		return mouse_input(ret);
	ret->key = special_key(key);
	return ret->key != KG_KEY_NONE;
}

/* OSC 52: the terminal puts base64 text into the clipboard, over ssh and tmux too. */
static void send_clipboard(const char *text)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *p = (const unsigned char *)text;

	fputs("\033]52;c;", stdout);
	for (size_t n = strlen(text), i = 0; i < n; i += 3) {
		unsigned int v = p[i] << 16 | (i + 1 < n ? p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);

		putchar(digits[v >> 18]);
		putchar(digits[v >> 12 & 63]);
		putchar(i + 1 < n ? digits[v >> 6 & 63] : '=');
		putchar(i + 2 < n ? digits[v & 63] : '=');
	}
	putchar('\a');
	fflush(stdout);
}

static void suspend(void)
{
	def_prog_mode();
	endwin();
	on_screen = 0;
	kill(0, SIGTSTP); /* goes on here when the shell continues it */
	reset_prog_mode();
	on_screen = 1;
	clearok(stdscr, TRUE);
}

/* What the last input asked of the terminal. */
static void serve(struct kg_app *app)
{
	const char *text = kg_app_clipboard(app);

	if (text)
		send_clipboard(text);
	if (kg_app_wants_redraw(app))
		clearok(stdscr, TRUE);
	if (kg_app_wants_suspend(app))
		suspend();
}

/* A target that cannot be read is told where it stays to be read: on the shell's screen. */
static struct kg_error *show(struct kg_app *app, struct kg_canvas *c, bool color)
{
	struct kg_error *err = NULL;
	bool waiting = true;

	while (!err && !kg_app_quitting(app) && !got_signal && !kg_model_error(kg_app_model(app))) {
		struct kg_input in;
		bool more = kg_app_tick(app, &waiting);

		err = kg_canvas_resize(c, LINES, COLS);
		if (err)
			break;
		kg_app_draw(app, c);
		draw(c, color);
		/* a signal ends the wait as well; the long one is for a quiet screen */
		if (read_input(more ? 0 : waiting ? WAIT_MS : 1000, &in))
			kg_app_input(app, in);
		serve(app);
	}
	return err;
}

static bool start_screen(bool color)
{
	if (tcgetattr(STDIN_FILENO, &before) != 0 || !newterm(NULL, stdout, stdin))
		return false;
	leave_len = 0;
	add_leave("sgr0");
	add_leave("cnorm");
	add_leave("rmkx");
	add_leave("rmcup");
	on_screen = 1;
	catch_signals();
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	curs_set(0);
	mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	mouseinterval(0);
	if (color)
		set_colors();
	return true;
}

/* A folder of this user's: "$XDG_X/kedge", or "~/.x/kedge". Empty when neither is known. */
static void user_dir(const char *variable, const char *below_home, struct kg_strbuf *sb)
{
	const char *dir = getenv(variable), *home = getenv("HOME");

	if (dir && *dir == '/')
		kg_strbuf_printf(sb, "%s/kedge", dir);
	else if (home && *home)
		kg_strbuf_printf(sb, "%s/%s/kedge", home, below_home);
}

static char *read_kedgerc(struct kg_strbuf *path)
{
	char *text = calloc(1, RC_MAX + 1);
	FILE *f;

	user_dir("XDG_CONFIG_HOME", ".config", path);
	kg_strbuf_puts(path, "/kedgerc");
	f = fopen(kg_strbuf_text(path), "re");
	if (f) {
		size_t n = text ? fread(text, 1, RC_MAX, f) : 0;

		if (text)
			text[n] = '\0';
		fclose(f);
	}
	return text;
}

/* A person who leaves waits for nothing that is still under way. */
static void leave_at_once(struct kg_app *app)
{
	bool waiting = true;

	kg_app_tick(app, &waiting);
	if (waiting || got_signal) {
		kg_app_stop_writing(app);
		if (got_signal) {
			signal(got_signal, SIG_DFL);
			raise(got_signal);
		}
		_exit(0);
	}
}

struct kg_error *kg_tui_run(const struct kg_tui_options *opts)
{
	struct kg_strbuf state = {0}, config = {0};
	char *rc = read_kedgerc(&config);
	struct kg_app_options options = {.target = opts->session.target, .kedgerc = rc, .kedgerc_name = kg_strbuf_text(&config),
					 .refresh_every = opts->refresh_every, .command = opts->command, .complete = opts->complete, .arg = opts->arg};
	struct kg_canvas canvas = {.ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0};
	struct kg_app *app = NULL;
	struct kg_error *err = kg_model_create(&opts->session, &options.model);

	user_dir("XDG_STATE_HOME", ".local/state", &state);
	options.state_dir = state.len ? kg_strbuf_text(&state) : NULL;
	if (!err)
		err = kg_app_create(&options, &app);
	if (!err && !start_screen(opts->color))
		err = terminal_error(" that curses knows (see TERM)");
	if (!err) {
		err = show(app, &canvas, opts->color && has_colors());
		endwin();
		on_screen = 0;
		options.model = kg_app_model(app);
		if (!err && kg_model_error(options.model))
			err = kg_error_create(kg_model_error(options.model)->code, "%s", kg_model_error(options.model)->text);
		else
			leave_at_once(app);
	}
	kg_app_destroy(app);
	kg_model_destroy(options.model);
	kg_canvas_deinit(&canvas);
	kg_strbuf_deinit(&state);
	kg_strbuf_deinit(&config);
	free(rc);
	return err;
}

#else

struct kg_error *kg_tui_available(void)
{
	return kg_error_create(KG_ERR_USAGE, "this kedge was built without the explorer; use \"kedge summary\", or install "
					     "libncurses-dev and build it again");
}

struct kg_error *kg_tui_run(const struct kg_tui_options *opts)
{
	(void)opts;
	return kg_tui_available();
}

#endif
