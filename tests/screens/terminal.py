#!/usr/bin/env python3
"""
The real program on a pseudo terminal, byte by byte: what it sends (clipboard, colors, what it leaves
behind) and what it takes (mouse, sizes, signals). No wait has a limit that a slow machine would miss.

Environment: KEDGE the program under test.
"""

import base64
import fcntl
import os
import re
import resource
import select
import signal
import struct
import sys
import tempfile
import termios
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True

from support import KEDGE, PATIENCE_S, PYTHON, Program, SKIPPED, Wrong, attempt

PATIENCE = int(os.environ.get("KEDGE_PATIENCE", PATIENCE_S))  # seconds, for a machine that does much else
CLEARED = re.compile(rb"\x1b\[H\x1b\[2?J")  # what the terminals here take for it
REFUSALS = ("it is still at work", "a new snapshot is under way", "the new snapshot is ready, and comes when")  # for what goes on just now


def skip(why):
    """Ends the test: it cannot be done here."""
    print("SKIP:", why)
    sys.exit(SKIPPED)


class Terminal:
    """kedge on a terminal of @rows by @cols; .sent is everything it has written."""

    def __init__(self, target, home, term="xterm-256color", rows=24, cols=80, options=(), **environment):
        env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        env.update(TERM=term, LC_ALL="C.UTF-8", HOME=home, **environment)
        self.fd, self.other = os.openpty()
        self.modes = termios.tcgetattr(self.other)
        self.sent = b""
        self.status = None
        self.resize(rows, cols)
        self.started = time.monotonic()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                os.login_tty(self.other)
                os.execve(KEDGE, [KEDGE, target, *options], env)
            finally:
                os._exit(127)

    def resize(self, rows, cols):
        """The kernel sends SIGWINCH by itself."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def read(self, seconds):
        """@return what has come, or comes first within @seconds; b"" when nothing does."""
        got = os.read(self.fd, 65536) if select.select([self.fd], [], [], seconds)[0] else b""
        self.sent += got
        return got

    def type(self, keys):
        os.write(self.fd, keys if isinstance(keys, bytes) else keys.encode())

    def screen(self):
        """A whole screen as text; what places it is gone. It is what comes between two that Ctrl-L asks for."""
        end = time.monotonic() + PATIENCE
        got = b""
        for asked in (1, 2):
            self.type(b"\x0c")
            while len(CLEARED.findall(got)) < asked:
                got += self.read(1)
                assert time.monotonic() < end, "it does not draw: %r" % got[-500:]
        return plain(CLEARED.split(got)[-2])

    def expect(self, part, insist=b""):
        """Waits until a screen holds @part. The keys @insist are typed again when they come while something goes on."""
        end = time.monotonic() + PATIENCE
        shown = ""
        self.type(insist)
        while time.monotonic() < end:
            shown = self.screen()
            if part in shown:
                return shown
            if insist and any(refusal in shown for refusal in REFUSALS):
                self.type(insist)
        raise AssertionError("no %r on the screen:\n%s" % (part, shown))

    def wait(self):
        """@return the exit status, once it has ended."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < end, "it does not end"
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        while self.read(0):
            pass
        return self.status

    def end(self):
        """Whatever it does, it is gone."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -signal.SIGKILL
        for fd in (self.fd, self.other):
            os.close(fd)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            print("  at the end it had sent: ...%s" % plain(self.sent[-3000:]), flush=True)
        self.end()


def plain(sent):
    """Text without escape sequences; a sequence is a blank."""
    text = sent.decode("utf-8", "replace")
    # "n times the character before", which xterm knows
    text = re.sub(r"(.)\x1b\[(\d+)b", lambda m: m.group(1) * (1 + int(m.group(2))), text)
    text = re.sub(r"\x1b\[[0-9;:?<>=]*[A-Za-z@`]|\x1b[()][A-Z0-9]|\x1b[=>78McD]|\x0f|\x0e", " ", text)
    return re.sub(r"\s+", " ", text.replace("\b", ""))


def click(row, col, button=0):
    """What xterm sends for a click there, both counted from 0."""
    at = b"%d;%d;%d" % (button, col + 1, row + 1)
    return b"\x1b[<" + at + b"M" + (b"\x1b[<" + at + b"m" if button < 64 else b"")


def check_mouse(core, home):
    """Click, heading, wheel, double click."""
    with Terminal(core, home) as t:
        t.expect("gc.collect() would free")
        t.type("2")
        t.expect("OBJECTS")
        assert b"\x1b[?1006;1000h" in t.sent, "the mouse is not asked for"
        t.type(click(5, 10))
        t.expect(" 4/")
        t.type(click(10, 10, 65))
        t.expect(" 7/")
        t.type(click(10, 10, 64))
        t.expect(" 4/")
        t.type(click(1, 60))
        t.expect("TYPE▲")
        t.type(click(1, 60))
        t.expect("TYPE▼")
        t.type(click(6, 10) + click(6, 10))
        t.expect("ADDRESS")
        t.expect(" 0x")  # the objects of a type are found beside the keyboard: before that there is no row to open
        t.type(click(2, 3) + click(2, 3))
        t.expect("kept by")
        t.type("Q")
        assert t.wait() == 0
        assert t.sent.rstrip().endswith(b"\x1b[?1l\x1b>") or b"\x1b[?1006;1000l" in t.sent[-200:], t.sent[-200:]


def check_clipboard(core, home):
    """OSC 52, byte by byte."""
    with Terminal(core, home) as t:
        t.expect("gc.collect() would free")
        t.type("gapp.REG\n")
        shown = t.expect("kept by sys.modules['app'].REG")
        address = re.search(r"address +(0x[0-9a-f]+)", shown).group(1)
        t.type("y")
        t.expect("copied: " + address)
        t.type("Y")
        t.expect("copied: sys.modules")
        for text in (address, "sys.modules['app'].REG"):
            code = b"\x1b]52;c;" + base64.b64encode(text.encode()) + b"\x07"
            assert t.sent.count(code) == 1, "not exactly once: %r" % code
        assert t.sent.count(b"\x1b]") == 2, "other commands to the terminal"
        assert "\u202e".encode() not in t.sent and b"\x1b[31mx" not in t.sent
        t.type("Q")
        assert t.wait() == 0


def colors(sent):
    """Parameters of all SGR sequences."""
    return {p for m in re.finditer(rb"\x1b\[([0-9;]*)m", sent) for p in m.group(1).split(b";")}


def check_colors(core, home):
    """256 colors, 8, none by terminal, none by NO_COLOR."""
    for term, environment, some, none in (
        ("screen-256color", {}, {b"33"}, set()),
        ("xterm-256color", {}, {b"36"}, set()),
        ("xterm", {}, {b"46"}, {b"38", b"48"} | {b"%d" % n for n in range(90, 108)}),
        ("linux", {}, {b"46"}, {b"38", b"48"}),
        ("vt100", {}, {b"7"}, {b"%d" % n for n in range(30, 50)}),
        ("xterm-256color", {"NO_COLOR": "1"}, {b"7"}, {b"%d" % n for n in range(30, 50)}),
    ):
        if attempt("infocmp", term).returncode:
            print("no terminal", term, "here: left out")
            continue
        with Terminal(core, home, term=term, **environment) as t:
            t.expect("gc.collect() would free")
            t.type("3 ")
            t.expect("marked 1")
            found = colors(t.sent)
            assert some <= found or term == "screen-256color", (term, environment, found)
            assert not none & found, (term, environment, found & none)
            t.type("Q")
            assert t.wait() == 0


def check_sizes(core, home):
    """Any size at any moment, also while a question is open."""
    with Terminal(core, home) as t:
        t.expect("gc.collect() would free")
        t.type("gapp.REG\n")
        t.expect("kept by")
        t.type("/")
        t.type("ke")
        for rows, cols in ((3, 10), (1, 1), (2, 300), (100, 300), (3, 10), (100, 2), (24, 80)):
            t.resize(rows, cols)
            t.screen()
        t.expect("search: ke_")
        t.type("y\n")
        for i in range(60):
            t.resize(3 + i * 7 % 40, 10 + i * 13 % 200)
            if i % 7 == 0:
                t.type("?q4q")
        t.resize(24, 80)
        t.expect("kept by sys.modules['app'].REG")
        t.resize(100, 300)
        t.type("3")
        assert "100/" not in t.expect("VALUE")
        t.type("G")
        t.screen()
        t.type("Q")
        assert t.wait() == 0


def check_quarter(core, home):
    """Until the first whole screen; a figure, no test."""
    took = []
    for _ in range(5):
        with Terminal(core, home) as t:
            end = time.monotonic() + PATIENCE
            while b"? help" not in t.sent and time.monotonic() < end:
                t.read(0)
            took.append(time.monotonic() - t.started)
            t.type("Q")
            assert t.wait() == 0
    took.sort()
    print("screen after %.0f ms, median of 5; at most %.0f ms" % (took[2] * 1000, took[-1] * 1000))


def check_ends(core, home):
    """Signals, a crash and Q: the terminal is as before."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGSEGV, signal.SIGQUIT, 0):
        with Terminal(core, home) as t:
            t.expect("? help")
            if number:
                os.kill(t.pid, number)
            else:
                t.type(b"Q")
            assert t.wait() == -number, number
            assert b"\x1b[?1049l" in t.sent, "the other screen stays (%d)" % number
            assert b"\x1b[?25h" in t.sent or b"\x1b[?12l\x1b[?25h" in t.sent, "no cursor (%d)" % number
            assert termios.tcgetattr(t.other) == t.modes, "the modes of the terminal are others (%d)" % number


CHANGING = """
import gc, sys, types
gc.disable()
app = sys.modules["app"] = types.ModuleType("app")
class Job:
    pass
app.JOBS = [Job() for i in range(1000)]
app.GOES = {"going": [bytearray(5000)]}
app.STAYS = {"staying": 1}
print("ready", flush=True)
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""


class Changing(Program):
    """A live process that does what it is told; a context manager."""

    def __init__(self):
        super().__init__([PYTHON, "-c", CHANGING])
        self.expect("ready")
        self.target = "pid:%d" % self.pid

    def do(self, line):
        self.say(line)
        self.expect("done")
        self.rests()


def check_refresh(_, home):
    """R: a new snapshot, what changed as columns, what is gone, bookmarks."""
    with Changing() as live, Terminal(live.target, home) as t:
        t.expect("gc.collect() would free")
        t.type("gapp.GOES\n")
        t.expect("kept by sys.modules['app'].GOES")
        t.type("bit goes\n")
        t.expect("bookmarked 0x")
        t.type("gapp.STAYS\n")
        t.expect("kept by sys.modules['app'].STAYS")
        t.type("bit stays\n")
        t.expect("bookmarked 0x")
        t.type("2D")
        t.expect("there is one snapshot only; R takes another")
        t.type("\\__main__.Job\n")
        t.expect('1/1 with "__main__.Job')
        live.do("app.JOBS += [Job() for i in range(234)]; del app.GOES")
        t.expect("snapshot 2: stood still ", insist="R")
        t.type("j")  # the next key takes the word away
        shown = t.expect("1,234 +234")
        assert '1/1 with "__main__.Job' in shown and "#2 stood " in shown, shown
        live.do("del app.JOBS[-34:]")
        t.type("2")
        t.expect("snapshot 3: stood still ", insist="R")
        t.type("q")
        t.expect("1,200 -34")
        t.type("D")
        t.expect("changes since the first snapshot")
        t.expect("1,200 +200")
        t.type("0")
        shown = t.expect("it stays")
        assert "it goes gone: no object is there" in shown or "it goes gone: now there is one of type" in shown, shown
        assert "it stays gone" not in shown, shown
        t.type("qq")
        t.expect("kept by sys.modules['app'].STAYS")
        t.type("q")
        t.expect(" is gone: ")
        t.type("Q")
        assert t.wait() == 0


def check_refresh_by_itself(core, home):
    """--refresh: again and again, in nobody's way, until the process is gone; none of a core."""
    with Changing() as live, Terminal(live.target, home, options=("--refresh", "0.2")) as t:
        t.expect("#2 stood ")
        t.type("2")
        t.expect("+OBJECTS")
        t.type("/__main__")
        for _ in range(8):  # what is typed stays, whatever comes meanwhile
            assert "search: __main___" in t.screen()
        t.type(".Job\n")
        t.expect("every 0.2 s")
        live.do("app.JOBS += [Job() for i in range(50)]")
        t.type("D")
        t.expect("1,050 +50")
        t.type("\n")
        shown = t.expect(" 1/1,050")
        assert "CHANGE" in shown, shown
        t.type("jjj")
        t.expect(" 4/1,050")
        t.screen()
        t.expect(" 4/1,050")
        t.type(b"\x03")
        t.expect("R takes one")
        live.end()
        t.expect("the snapshot before stays", insist="R")
        t.type("2")
        t.expect("+OBJECTS")
        t.type("Q")
        assert t.wait() == 0
    with Terminal(core, home) as t:
        t.expect("gc.collect() would free")
        t.expect("a core does not change", insist="R")
        t.type("Q")
        assert t.wait() == 0
    with Terminal(core, home, options=("--refresh", "1")) as t:
        assert t.wait() == 2
        assert b"it takes a live process" in t.sent, t.sent


def take_core(folder):
    """@return a core of target.py."""
    with Program([PYTHON, os.path.join(HERE, "target.py")]) as target:
        target.expect("ready")
        return target.core(os.path.join(folder, "core"))


def main():
    """Runs all checks over one core."""
    if not os.path.exists(PYTHON):
        skip("%s is needed" % PYTHON)
    if "built without the explorer" in attempt(KEDGE, KEDGE).stderr:
        skip("built without ncurses")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kedge-terminal.") as folder:
        core = take_core(folder)
        for check in (check_mouse, check_clipboard, check_colors, check_sizes, check_ends, check_refresh,
                      check_refresh_by_itself, check_quarter):
            try:
                check(core, folder)
                print("ok   ", check.__doc__, flush=True)
            except (AssertionError, Wrong) as error:
                print("FAIL ", check.__doc__, error, flush=True)
                print("  " + traceback.format_exc().rstrip().replace("\n", "\n  "), flush=True)
                failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
