"""Targets of tests/live: start one, send it signals, end it and judge what it says of itself."""

import contextlib
import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True

from support import BUILD, KEDGE, PATIENCE_S, PYTHON, SKIPPED, Program, Wrong, attempt, check, kedge, may_be_traced, rests, state_of, wait_until
from support import run as run_command

ATTACH = os.path.join(BUILD, "tests", "live", "attach")
QUEUED = signal.SIGRTMIN + 3
TEST_S = 900  # the longest that one test may take: whatever it waits for then never comes


def skip_unless_possible():
    """Ends the test with status 77 where this cannot be tried."""
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        sys.exit(SKIPPED)
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        done = attempt(ATTACH, str(sleeper.pid), "1")
    finally:
        sleeper.kill()
        sleeper.wait()
    if done.returncode:
        print(f"SKIP: ptrace is not permitted here ({done.stderr.strip()})")
        sys.exit(SKIPPED)


def remove_cgroup(path):
    """As soon as all that was in it has ended."""
    def removed():
        try:
            os.rmdir(path)
        except OSError as error:
            return error.errno == errno.ENOENT
        return True
    wait_until(f"{path} is empty", removed)


def has_nameless(folder):
    """Can a file there be written before it has a name? Where not, a kedge that is killed leaves what it had written."""
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600))
    except OSError:
        return False
    return True


def nothing_else_left(folder, names):
    """Once kedge was killed: what it had begun to name has its name."""
    wait_until(f"nothing but {names} is in {folder}, which has {os.listdir(folder)}", lambda: set(os.listdir(folder)) <= set(names))


class Target(Program):
    """A running target.py; a context manager."""

    def __init__(self, mode, folder):
        self.sent = 0
        so = os.path.join(folder, "stuck.so")
        if not os.path.exists(so):
            run_command("gcc", "-shared", "-fPIC", "-O1", "-o", so, os.path.join(HERE, "stuck.c"))
        super().__init__([PYTHON, os.path.join(HERE, "target.py"), mode, so], cwd=folder)
        self.ready = self.expect("ready")

    def signal(self, times=1):
        for _ in range(times):
            os.kill(self.pid, QUEUED)
            self.sent += 1

    def parent_sees_nothing(self):
        flags = os.WEXITED | os.WSTOPPED | os.WCONTINUED | os.WNOHANG | os.WNOWAIT
        told = os.waitid(os.P_PID, self.pid, flags)
        check(told is None, f"its parent was told {told}")

    def nothing_left(self):
        """No tracer, no child of kedge's making."""
        with open(f"/proc/{self.pid}/status") as f:
            check("TracerPid:\t0\n" in f.read(), "it is still traced")

    def leave(self, word="end"):
        """Has it end by itself; @return what it says."""
        self.say(word)
        line = self.line()
        check(line, f"it ended without a word, status {self.wait()}")
        report = json.loads(line)
        check(self.wait() == 0, "it ended badly")
        check(not report["errors"], "; ".join(report["errors"][:5]))
        check(report["queued"] == self.sent, f"{self.sent} signals were sent and {report['queued']} arrived")
        if "sum" in report:
            state = b"kedge"
            for _ in range(report["rounds"]):
                state = hashlib.sha256(state).digest()
            check(report["sum"] == state.hex(), "the checksum of its work is wrong")
        return report


def summary(pid, *options):
    done = kedge("summary", "--json", "-p", pid, *options)
    check(f"pid:{pid} stood still for " in done.stderr, f"the pause is not said: {done.stderr!r}")
    answer = json.loads(done.stdout)
    check(answer["source"]["kind"] == "pid" and answer["source"]["pid"] == pid, "the source is wrong")
    check(answer["source"]["pause_seconds"] > 0, "no pause")
    return answer


@contextlib.contextmanager
def at_most(seconds, what):
    """A bound for all that is waited for within: whatever call it stands in is left by an exception."""
    def over(*_):
        raise Wrong(f"{what}: not within {seconds} s")
    before, start = signal.signal(signal.SIGALRM, over), time.monotonic()
    left = signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        if left:  # of a bound around this one
            signal.alarm(max(1, left - int(time.monotonic() - start)))


def run(tests, seconds=TEST_S):
    """
    Runs functions that take a temporary folder, of which the command line may name some by a word; @return the exit status.
    Each has so many seconds.
    """
    skip_unless_possible()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kedge-live.") as folder:
        for test in tests:
            name = test.__name__.removeprefix("test_").replace("_", " ")
            if not all(word in name for word in sys.argv[1:]):
                continue
            try:
                with at_most(seconds, name):
                    word = test(folder)
                print(f"PASS: {name}{': ' + word if word else ''}", flush=True)
            except (Wrong, subprocess.SubprocessError, OSError, ValueError) as error:
                failed += 1
                print(f"FAIL: {name}: {error}", flush=True)
    return 1 if failed else 0
