"""
What the tests in Python have in common: a program that says a line and waits, its core, kedge's answers, and the count
of what holds.

No wait here is without end: PATIENCE_S for each, after which the test fails. What ./quickstart installs is not looked for
first: a test that cannot take a core, or has no compiler, fails and says why.
"""

import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

TOP = os.path.abspath(os.environ.get("KEDGE_SRC", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")))
BUILD = os.path.abspath(os.environ.get("KEDGE_BUILD", os.path.join(TOP, "build")))
KEDGE = os.path.abspath(os.environ.get("KEDGE", os.path.join(BUILD, "kedge")))
PYTHON = "/usr/bin/python3.11"
RELEASE_AND_DEBUG = [PYTHON, "/usr/bin/python3.11d"]
PATIENCE_S = 300
# What kedge is told besides of cores that are not of this system: where their files are.
FOREIGN = []
SKIPPED = 77
PR_SET_PTRACER = 0x59616D61


class Wrong(Exception):
    """Something is not as it should be."""


def check(good, text):
    if not good:
        raise Wrong(text)


class Tally:
    """Of the facts of one test program: prints a line for each."""

    def __init__(self):
        self.failed = 0

    def hold(self, what, ok, *seen):
        print(f"{'PASS' if ok else 'FAIL'}: {what}", flush=True)
        if not ok:
            self.failed += 1
            for text in seen:
                print(f"  {text!r}")
        return ok

    def status(self):
        return 1 if self.failed else 0


def run(*command, **options):
    """Runs a command that must succeed; @return what it prints."""
    done = attempt(*command, **options)
    check(done.returncode == 0, f"{' '.join(command)}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def attempt(*command, **options):
    """Runs a command to its end; @return it, with what it printed as text."""
    try:
        return subprocess.run(command, **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                                          "encoding": "utf-8", "errors": "replace", "timeout": PATIENCE_S, **options})
    except FileNotFoundError as error:
        raise Wrong(f"{error.filename} is missing; ./quickstart check installs what the tests need") from error
    except subprocess.TimeoutExpired as error:
        raise Wrong(f"{' '.join(command)[:200]} has not ended after {error.timeout} s") from error


def kedge(*words, status=0, program=KEDGE, **options):
    """Runs kedge, which must end with @status."""
    done = attempt(program, *map(str, words), *FOREIGN, **options)
    check(done.returncode == status, f"kedge {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}")
    return done


def document(command, *words):
    """An answer of kedge that is one JSON value."""
    return json.loads(kedge(command, "--json", *words).stdout)


def rows(command, *words):
    """An answer of kedge that is a JSON value a line."""
    return [json.loads(line) for line in kedge(command, "--json", *words).stdout.splitlines()]


def shown(core, *addresses):
    """{address: what kedge shows of the object there}, of two and more."""
    return {row["addr"]: row for row in rows("show", core, *addresses)}


def may_be_traced():
    """For preexec_fn: any process may trace this one, where the kernel wants to be asked."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)


def state_of(pid):
    """The letter for what a process or thread does, "" when it is gone."""
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def wait_until(what, condition):
    """The machine may be slow: that alone never makes this fail."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        check(time.monotonic() < deadline, f"it never came to this: {what}")
        time.sleep(0.01)


def _doing(pid):
    """What each thread of a process does, and how often it began to."""
    said = {}
    for tid in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{tid}/status") as f:
            said[tid] = [line for line in f if line.startswith("State:") or "ctxt_switches:" in line]
    return said


def rests(pid):
    """Is there a moment at which all threads of a process wait? None has run between two looks. Or it has ended."""
    try:
        before = _doing(pid)
        return all(lines[0].split()[1] in "SZ" for lines in before.values()) and before == _doing(pid)
    except (FileNotFoundError, ProcessLookupError):
        return state_of(pid) in "ZX"  # else one thread ended between the two


def gdb_core(pid, core):
    """
    Has gdb write the core of a running process, once it waits: what it said comes before the last that it does.
    @return "", or why there is none.
    """
    wait_until(f"process {pid} waits", lambda: rests(pid))
    done = attempt("gdb", "-nx", "-batch", "-readnever", "-iex", "set debuginfod enabled off", "-iex", "set auto-load no",
                   "-iex", "set use-coredump-filter on", "-p", str(pid), "-ex", f"gcore {core}")
    return "" if os.path.exists(core) else f"gdb left no core:\n{done.stdout}{done.stderr}"


class Program:
    """A program that says lines and waits; a context manager, which ends it."""

    def __init__(self, command, **options):
        self.command = command
        self.process = subprocess.Popen(command, **{"stdin": subprocess.PIPE, "stdout": subprocess.PIPE,
                                                    "preexec_fn": may_be_traced, **options})
        self.pid = self.process.pid
        self._said = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def line(self):
        """The next line that it says, "" when it says no more."""
        deadline = time.monotonic() + PATIENCE_S
        while b"\n" not in self._said:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            check(ready, f"{self.command[0]} says nothing for {PATIENCE_S} s")
            part = os.read(self.process.stdout.fileno(), 1 << 16)
            if not part:
                break
            self._said += part
        line, _, self._said = self._said.partition(b"\n")
        return line.decode("utf-8", "replace")

    def expect(self, word):
        """Its next line must begin with @word; @return the others. It is ended when it says anything else."""
        try:
            words = self.line().split()
            check(words[:1] == [word], f"{' '.join(self.command)[:200]} says {words}, and not {word!r}")
            return words[1:]
        except Wrong:
            self.end()
            raise

    def facts(self):
        """Its next line, which is JSON."""
        line = self.line()
        check(line, f"{' '.join(self.command)[:200]} ended and said nothing")
        return json.loads(line)

    def say(self, text):
        self.process.stdin.write(f"{text}\n".encode())
        self.process.stdin.flush()

    def rests(self):
        """Until all its threads wait: what it said comes before the last that it does."""
        wait_until(f"{' '.join(self.command)[:200]} waits", lambda: rests(self.pid))

    def core(self, path):
        """Has its core written; @return @path."""
        why = gdb_core(self.pid, path)
        check(not why, why)
        return path

    def wait(self):
        """Until it ends by itself; @return its exit status."""
        return self.process.wait(PATIENCE_S)

    def end(self):
        """Whatever it does, it is gone."""
        self.process.kill()
        self.process.wait(PATIENCE_S)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()


def has(python, code):
    """Whether that interpreter is here and runs @code, an import for example."""
    return os.access(python, os.X_OK) and attempt(python, "-c", code).returncode == 0


def on_each(pythons, needs, script, judge):
    """
    Runs `script --target` on those of @pythons that run the code @needs, and has judge(hold, core, facts) compare its
    core with the JSON line that it says of itself. KEDGE_KEEP in the environment: the cores stay. @return the exit status.
    """
    found = [python for python in pythons if has(python, needs)]
    if not found:
        print(f"SKIP: no interpreter runs {needs!r}")
        return SKIPPED
    tally = Tally()
    for python in found:
        print(python, flush=True)
        folder = tempfile.mkdtemp(prefix=f"kedge-{os.path.basename(script).removesuffix('.py')}.")
        try:
            with Program([python, os.path.abspath(script), "--target"], cwd=folder) as program:
                facts = program.facts()
                core = program.core(os.path.join(folder, "core"))
            judge(tally.hold, core, facts)
        except Wrong as wrong:
            tally.hold(f"{python}: {wrong}", False)
        finally:
            if os.environ.get("KEDGE_KEEP"):
                print(folder)
            else:
                shutil.rmtree(folder, ignore_errors=True)
    return tally.status()


def main(pythons, needs, script, target, judge):
    """The whole of a test program of one target: target() is what --target runs."""
    sys.exit(target() if "--target" in sys.argv else on_each(pythons, needs, script, judge))
