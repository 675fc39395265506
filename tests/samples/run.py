#!/usr/bin/env python3
"""
run.py NAME: one program of samples/ against what its page says of kedge.

tests/samples/expect_NAME.py has a function check(run), which takes cores with run.take() and holds
kedge's answers against them with run.hold(). To add a sample: the program in samples/, its
expect_NAME.py here, and both in tests.am. A sample prints "ready: pid N" when it may be looked at;
it ends with status 77 when something that it needs is not installed.

Environment: KEDGE the program under test; KEDGE_ORACLE_PYTHON the interpreter.
Exit status: 0 all holds, 1 something does not, 77 the sample cannot run here.
"""

import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "samples")
PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
KEDGE = os.environ.get("KEDGE", "kedge")
COLUMNS = 80
WAIT_S = 300

sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import support


class Trouble(Exception):
    """The harness could not do its part."""


class Skip(Exception):
    """The sample cannot run here."""


class Core:
    """One core of the sample, and kedge's answers to it."""

    def __init__(self, path, pid, output, facts):
        self.path, self.pid, self.output, self.facts = path, pid, output, facts

    def text(self, command, *arguments):
        done = subprocess.run([KEDGE, command, "--quiet", self.path, *arguments],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=WAIT_S,
                              env=dict(os.environ, LC_ALL="C.UTF-8"))
        if done.returncode != 0:
            raise Trouble(f"kedge {command} {' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def rows(self, command, *arguments):
        """The objects of an answer that has one a line."""
        return [json.loads(line) for line in self.text(command, "--json", *arguments).splitlines()]

    def top(self):
        """The first of suspects' findings, with its facts by name; {} when there is none."""
        findings = self.document("suspects")["findings"]
        return dict(findings[0], **{f["name"]: f["value"] for f in findings[0]["evidence"]}) if findings else {}

    def document(self, command, *arguments):
        """An answer that is one object."""
        return json.loads(self.text(command, "--json", *arguments))


class Run:
    """One sample under test."""

    def __init__(self, name, folder):
        self.name, self.folder, self.failures, self.held = name, folder, 0, 0
        self._cores = 0

    def take(self, *arguments, facts=False, env=None):
        """Starts the program with @arguments, takes its core when it is ready, and ends it. The core
        before this one is removed. @facts: what the program's copy found in gc.garbage is in .facts."""
        for name in os.listdir(self.folder):
            if name.startswith("core."):
                os.unlink(os.path.join(self.folder, name))
        self._cores += 1
        facts_path = os.path.join(self.folder, f"facts.{self._cores}")
        environ = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", TMPDIR=self.folder, **(env or {}))
        for name in ("PYTHONHOME", "PYTHONSTARTUP", "ASAN_OPTIONS", "SAMPLE_FACTS"):
            environ.pop(name, None)
        if facts:
            environ["SAMPLE_FACTS"] = facts_path
        process = subprocess.Popen([PYTHON, os.path.join(SAMPLES, self.name + ".py"), *arguments], env=environ,
                                   cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, encoding="utf-8")
        try:
            output = self._wait_ready(process)
            path = self._gcore(process.pid)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
        found = None
        if facts:
            with open(facts_path) as f:
                found = json.load(f)
        return Core(path, process.pid, output, found)

    def _wait_ready(self, process):
        output = ""
        for line in process.stdout:
            output += line
            if line.startswith("ready: pid "):
                return output
        status = process.wait()
        if status == 77:
            raise Skip(output.strip())
        raise Trouble(f"the sample ended with status {status}:\n{output}")

    def _gcore(self, pid):
        path = os.path.join(self.folder, f"core.{pid}")
        why = support.gdb_core(pid, path)
        if why:
            raise Trouble(f"no core (ptrace allowed?): {why}")
        return path

    def hold(self, what, condition, seen=None):
        """Counts one thing that the page says; @seen is shown when it is not so."""
        self.held += 1
        if not condition:
            self.failures += 1
            print(f"FAIL: {self.name}: {what}")
            if seen is not None:
                text = seen if isinstance(seen, str) else json.dumps(seen, indent=1, ensure_ascii=False)
                print("  " + text[:4000].replace("\n", "\n  "))

    def hold_equal(self, what, kedge, fact):
        self.hold(what, kedge == fact, {"kedge": kedge, "fact": fact})

    def hold_garbage(self, core, objects, size, largest):
        """The first suspect is garbage of at least @objects objects that keep at least @size bytes, of which the
        largest object is of type @largest."""
        top = core.top()
        self.hold("the first suspect is the garbage, and as large",
                  top.get("kind") == "garbage" and top["objects"] >= objects and top["bytes"] >= size
                  and top["largest_type"] == largest and top["guess"] is None, top)

    def hold_columns(self, text):
        """Text for people fits a terminal."""
        wide = [line for line in text.splitlines() if len(line) > COLUMNS]
        self.hold(f"no line is wider than {COLUMNS} columns", not wide, wide)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # An interrupted run still removes its cores.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    name = os.path.basename(sys.argv[1]).removesuffix(".sample")
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: {name}: needs {PYTHON}")
        return 77
    folder = tempfile.mkdtemp(prefix=f"kedge-sample-{name}.")
    run = Run(name, folder)
    try:
        importlib.import_module("expect_" + name).check(run)
    except Skip as skip:
        print(f"SKIP: {name}: {skip}")
        return 77
    except (Trouble, support.Wrong, subprocess.TimeoutExpired) as trouble:
        print(f"FAIL: {name}: {trouble}")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{'FAIL' if run.failures else 'PASS'}: {name}: {run.held} held against kedge, {run.failures} failed")
    return 1 if run.failures or not run.held else 0


if __name__ == "__main__":
    sys.exit(main())
