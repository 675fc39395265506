#!/usr/bin/env python3
"""
NumPy, pandas, lxml and greenlet in one program, in whatever version an interpreter has of them: what the tests
beside this one ask of each is asked here of one core. The matrix runs it on every suite that has them all.

A line for each fact that does not hold. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: together.py [PYTHON [ROOT]]   (of this system, or in a chroot, with mounts of its own; environment: KEDGE)
"""

import functools
import glob
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
sys.path[:0] = [HERE, TESTS, os.path.join(TESTS, "oracle")]
sys.dont_write_bytecode = True

import support

PARTS = {"buffers": "numpy", "frames": "pandas", "trees": "lxml.etree", "greenlets": "greenlet"}


def target():
    """All of it at once; greenlets come last, since the program goes on in one."""
    try:
        versions = {name: importlib.import_module(name).__version__ for name in PARTS.values()}
    except ImportError as problem:
        print(f"{problem}: not all of the packages are installed")
        return support.SKIPPED
    parts = {name: importlib.import_module(name) for name in PARTS}
    more, kept = {"versions": versions}, []
    for name in ("buffers", "frames", "trees"):
        more[name], held = parts[name].made()
        kept.append(held)
    parts["greenlets"].target(more)
    kept.clear()
    return 0


def start(interpreter, folder, oracle, names):
    """The program called by the first of @names in @folder, where the interpreter finds a copy of it and of the others."""
    for path in [os.path.join(TESTS, "support.py"), *(os.path.join(HERE, name + ".py") for name in names)]:
        shutil.copy(path, folder)
    inside = interpreter.sees(folder)

    def before_exec():
        oracle.allow_cores()
        if interpreter.root:
            oracle.enter(interpreter.root)
            os.chdir(inside)

    return support.Program([interpreter.path, os.path.join(inside, names[0] + ".py"), "--target"], cwd=folder,
                           env={"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": os.environ["PATH"]},
                           preexec_fn=before_exec)


def take_core(interpreter, program, folder, oracle):
    if interpreter.gcore:
        return program.core(os.path.join(folder, "core"))
    program.rests()
    os.kill(program.pid, signal.SIGQUIT)
    program.wait()
    cores = glob.glob(os.path.join(folder, "core*"))
    if not cores:
        raise oracle.Skip("the kernel leaves no core here, and gdb cannot read this program's stacks")
    return cores[0]


class Silent(support.Tally):
    """Of facts in great number, of which those that do not hold are kept, as lines."""

    def __init__(self):
        super().__init__()
        self.wrong, self.number, self.of = [], 0, ""

    def hold(self, what, ok, *seen):
        self.number += 1
        if not ok:
            self.failed += 1
            self.wrong.append(f"{self.of}{what}: {'; '.join(map(repr, seen))}")
        return ok


def judge(core, facts):
    """What does not hold, as lines, and how many facts were held."""
    tally = Silent()
    ask_once = functools.lru_cache(maxsize=None)(support.document)
    for name, package in PARTS.items():
        part = importlib.import_module(name)
        part.document = ask_once
        tally.of = package + ": "
        part.check(tally.hold, core, facts[name], **({"alone": False} if name == "buffers" else {}))
    return tally.wrong, tally.number


def judged_by(check):
    """judge() for a program of one part, whose facts check(hold, core, facts) holds."""
    def judge_part(core, facts):
        tally = Silent()
        check(tally.hold, core, facts)
        return tally.wrong, tally.number

    return judge_part


def check(interpreter, folder, names=("together", *PARTS), judge=judge):
    """
    What does not hold, as lines, how many facts were held, and the versions: (lines, number, {package: version}). The
    program is the first of @names, which needs the others; judge(core, facts) gives the first two.
    """
    import run as oracle

    with start(interpreter, folder, oracle, names) as program:
        line = program.line()
        if not line.startswith("{"):
            raise (oracle.Skip if program.wait() == support.SKIPPED else oracle.Trouble)(line or "the program ended and said nothing")
        facts = json.loads(line)
        core = take_core(interpreter, program, folder, oracle)
    support.FOREIGN[:] = interpreter.options("gcore" if interpreter.gcore else "kernel")
    try:
        return *judge(core, facts), facts["versions"]
    except support.Wrong as problem:
        raise oracle.Trouble(str(problem)) from problem
    finally:
        support.FOREIGN.clear()
        if os.environ.get("KEDGE_KEEP"):
            with open(os.path.join(folder, "facts.json"), "w") as f:
                json.dump(facts, f)


def check_in_new_folder(interpreter, **which):
    """The same in a folder of its own, which is removed with its core. Raises the oracle's Trouble and Skip."""
    folder = tempfile.mkdtemp(prefix="kedge-together.", dir=os.path.join(interpreter.root, "tmp") if interpreter.root else None)
    try:
        return check(interpreter, folder, **which)
    finally:
        if os.environ.get("KEDGE_KEEP"):
            print(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def told(interpreter, check):
    """Says of one interpreter what check(interpreter) finds; @return the exit status."""
    import run as oracle

    try:
        wrong, number, versions = check(interpreter)
    except oracle.Skip as skip:
        print(f"SKIP: {skip}")
        return support.SKIPPED
    for line in wrong:
        print("FAIL:", line)
    words = ", ".join(" ".join(pair) for pair in versions.items())
    print(f"{'FAIL' if wrong else 'PASS'}: {number} facts of {words}: {len(wrong)} wrong")
    return 1 if wrong else 0


def named(words):
    """The interpreter that a command line names by its path and its root folder."""
    import run as oracle

    root = words[1] if len(words) > 1 else None
    return oracle.Interpreter(words[0], root, debug_files=root and root + "/usr/lib/debug",
                              gcore=not root or not os.path.basename(root).endswith("sid"))


def main():
    if "--target" in sys.argv:
        return target()
    return told(named(sys.argv[1:] or [support.PYTHON]), check_in_new_folder)


if __name__ == "__main__":
    sys.exit(main())
